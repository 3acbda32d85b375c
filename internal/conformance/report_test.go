//go:build conformance

package conformance_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// everythingFound is what is found in all plans here and in every wrong example of a rule.
func everythingFound(t *testing.T) diag.List {
	t.Helper()
	files, found := plan.Files("../../plans")
	look := func(name string, o plan.Options) {
		p, more := plan.Load(name, o)
		found = append(found, more...)
		if p != nil {
			findings := check.Plan(p, check.Options{})
			check.Repairs(findings)
			found = append(found, check.List(findings)...)
		}
	}
	for _, file := range files {
		look(file, plan.Options{})
	}
	for _, r := range check.Rules() {
		if r.Family() != "template" {
			example := check.Example(r.Wrong)
			look("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) { return []byte(example[name]), nil }})
		}
	}
	if len(found) < 100 {
		t.Fatalf("only %d findings", len(found))
	}
	return found
}

func TestSARIFIsValidByItsSchema(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	schema, err := compiler.Compile("../../.checkers/sarif/package/lib/schemas/sarif-2.1.0-rtm.5.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []diag.List{everythingFound(t), {}} {
		var b bytes.Buffer
		if err := list.WriteSARIF(&b, diag.Vietnamese); err != nil {
			t.Fatal(err)
		}
		log, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Error(err)
		}
	}
}

// readJUnit is a report as junitparser (PyPI) reads it.
const readJUnit = `
import sys, json, junitparser
xml = junitparser.JUnitXml.fromfile(sys.argv[1])
cases = [(suite.name, case.name, case.classname, [r.message for r in case.result]) for suite in xml for case in suite]
print(json.dumps({"tests": xml.tests, "failures": xml.failures, "cases": cases}))
`

func TestJUnitIsReadByAnIndependentParser(t *testing.T) {
	found := everythingFound(t)
	file := filepath.Join(t.TempDir(), "report.xml")
	var b bytes.Buffer
	if err := found.WriteJUnit(&b, diag.Vietnamese, []string{"sach.yaml"}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var report struct {
		Tests, Failures int
		Cases           [][]any
	}
	if err := json.Unmarshal([]byte(run(t, "../../.checkers/python/bin/python", "-c", readJUnit, file)), &report); err != nil {
		t.Fatal(err)
	}
	failures := 0
	for _, f := range found {
		if f.Kind.Severity != diag.Note {
			failures++
		}
	}
	if report.Tests != len(found)+1 || report.Failures != failures || len(report.Cases) != len(found)+1 { // the clean file is a case
		t.Errorf("%d tests, %d failures, %d cases of %d findings", report.Tests, report.Failures, len(report.Cases), len(found))
	}
	if !strings.Contains(b.String(), "citation/") {
		t.Error("no finding of a citation")
	}
}
