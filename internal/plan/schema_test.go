package plan_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/plan"
)

func TestTheCheckedInSchemasAreCurrent(t *testing.T) {
	for file, schema := range map[string][]byte{"../../schema/plan.schema.json": plan.Schema(), "../../schema/agency.schema.json": plan.AgencySchema()} {
		if *update {
			if err := os.WriteFile(file, schema, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if data, err := os.ReadFile(file); err != nil || !bytes.Equal(data, schema) {
			t.Errorf("%s is not what the types say: go test ./internal/plan -update (%v)", file, err)
		}
	}
}

func compiled(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("kehoach.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("kehoach.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// valid asks the schema about a YAML document.
func valid(t *testing.T, s *jsonschema.Schema, text []byte) (bool, error) {
	t.Helper()
	var value any
	if err := yaml.Unmarshal(text, &value); err != nil {
		return false, err
	}
	data, err := json.Marshal(value)
	if err != nil {
		return false, err // keys that are no strings
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	err = s.Validate(document)
	return err == nil, err
}

// What a schema can say: the shape of the document. These findings are the loader's to make: about the calendar, numbers in
// range, references, and what one value demands of another.
var loaderOnly = map[string]bool{
	"plan/date": true, "plan/number": true, "plan/whole-date": true, "plan/order": true, "plan/exactly-one": true, "plan/goes-with": true,
	"plan/not-with": true, "plan/unknown-id": true, "plan/repeated-id": true, "plan/id": true, "plan/no-content": true,
	"plan/circular": true, "plan/row": true, "plan/merge": true, "plan/variable": true, "plan/reference": true,
	"plan/cite-option": true, "plan/never-closed": true, "plan/style": true, "plan/must-fill": true, "plan/prose": true,
	"plan/file-missing": true, "plan/margin": true, "plan/documents": true, "plan/duplicate-key": true,
}

// TestSchemaAndLoaderAgree holds that the schema accepts every plan that the loader accepts, and refuses every one in which the
// loader finds a fault that a schema can say.
func TestSchemaAndLoaderAgree(t *testing.T) {
	s := compiled(t, plan.Schema())
	for _, file := range samples(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if ok, err := valid(t, s, data); !ok {
			t.Errorf("the schema refuses %s: %v", file, err)
		}
	}
	a, read := archive(t, "testdata/err.txtar")
	refused := 0
	for _, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, "/plan.yaml")
		if !ok {
			continue
		}
		_, found := plan.Load(f.Name, plan.Options{ReadFile: read})
		shape := false
		for _, finding := range found {
			shape = shape || !loaderOnly[finding.Kind.ID] && strings.HasPrefix(finding.File, name) && strings.HasSuffix(finding.File, "plan.yaml")
		}
		ok, err := valid(t, s, f.Data)
		if shape && ok {
			t.Errorf("%s: the loader finds a fault of shape, the schema none\n%s", name, findings(found, "en"))
		}
		if !ok && !found.Failed() {
			t.Errorf("%s: the schema finds a fault, the loader none: %v", name, err)
		}
		if !ok {
			refused++
		}
	}
	t.Logf("%d broken plans are refused by the schema too", refused)
}
