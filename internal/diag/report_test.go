package diag_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
)

// awkward is a finding whose words try every escape.
var awkward = diag.Finding{Kind: kind, Location: diag.Location{File: "kế hoạch, 50%: a.yaml", Line: 3, Column: 4, Width: 2, Source: "ke\u0302\u0301 x<b>&y"},
	Args: diag.Args{"key", "100%, a: b\n<script>alert(1)</script> \x01"}, About: &diag.About{Title: diag.Words{VI: "Tên", EN: "Title"},
		Reason: diag.Words{VI: "Vì <i>thế</i>", EN: "Why"}, Wrong: "sai </pre>", Right: "đúng"},
	Repairs: []diag.Repair{{Line: 3, Column: 4, EndLine: 3, EndColumn: 6, Text: "z"}}}

func written(t *testing.T, write func(diag.List, io.Writer, diag.Lang) error, list ...diag.Finding) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(list, &b, diag.English); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// command reads a workflow command as GitHub documents it.
func command(line string) (name string, properties map[string]string, data string) {
	head, data, _ := strings.Cut(strings.TrimPrefix(line, "::"), "::")
	name, list, _ := strings.Cut(head, " ")
	undo := strings.NewReplacer("%25", "%", "%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",")
	properties = map[string]string{}
	for _, property := range strings.Split(list, ",") {
		key, value, _ := strings.Cut(property, "=")
		properties[key] = undo.Replace(value)
	}
	return name, properties, undo.Replace(data)
}

func TestAWorkflowCommandIsReadBackAsItWasMeant(t *testing.T) {
	out := written(t, diag.List.WriteGitHub, awkward)
	if strings.Count(out, "\n") != 1 {
		t.Fatalf("one line a finding: %q", out)
	}
	name, properties, data := command(strings.TrimSuffix(out, "\n"))
	if name != "error" || properties["file"] != awkward.File || properties["line"] != "3" || properties["col"] != "4" || properties["endColumn"] != "5" ||
		properties["title"] != "test/kind" {
		t.Errorf("%s %v", name, properties)
	}
	if want := awkward.Message(diag.English) + "\nhint: " + awkward.Fix(diag.English) + " (NĐ 30 PL I, II.3c)"; data != want {
		t.Errorf("%q, want %q", data, want)
	}
}

func TestJUnitCountsErrorsAndWarningsAsFailures(t *testing.T) {
	note := &diag.Kind{ID: "test/note", Severity: diag.Note, Message: diag.Words{EN: "a note"}}
	junit := func(l diag.List, w io.Writer, lang diag.Lang) error { return l.WriteJUnit(w, lang, nil) }
	out := written(t, junit, awkward, note.At(diag.Location{File: "b.yaml", Line: 1, Column: 1}))
	var report struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Suites   []struct {
			Name  string `xml:"name,attr"`
			Cases []struct {
				Failure *struct {
					Message string `xml:"message,attr"`
				} `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	if report.Tests != 2 || report.Failures != 1 || len(report.Suites) != 2 || report.Suites[0].Name != awkward.File {
		t.Errorf("%+v", report)
	}
	if failure := report.Suites[0].Cases[0].Failure; failure == nil || !strings.Contains(failure.Message, "<script>") {
		t.Errorf("%+v", failure)
	}
	if err := xml.Unmarshal([]byte(written(t, junit)), &report); err != nil || report.Tests != 1 || report.Failures != 0 {
		t.Errorf("no finding is a case that passes: %+v %v", report, err)
	}
}

func TestJUnitListsFilesInWhichNothingWasFoundAsCasesThatPass(t *testing.T) {
	out := written(t, func(l diag.List, w io.Writer, lang diag.Lang) error {
		return l.WriteJUnit(w, lang, []string{"a.yaml", awkward.File, "b.yaml", "a.yaml"})
	}, awkward)
	var report struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Suites   []struct {
			Name  string `xml:"name,attr"`
			Tests int    `xml:"tests,attr"`
			Cases []struct {
				Name    string    `xml:"name,attr"`
				Failure *struct{} `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	if report.Tests != 3 || report.Failures != 1 || len(report.Suites) != 3 {
		t.Fatalf("%+v", report)
	}
	for i, name := range []string{"a.yaml", "b.yaml"} {
		suite := report.Suites[i+1]
		if suite.Name != name || suite.Tests != 1 || len(suite.Cases) != 1 || suite.Cases[0].Failure != nil || suite.Cases[0].Name != "nothing to mend" {
			t.Errorf("%+v", suite)
		}
	}
}

func TestSARIFTellsPlacesInCodePointsAndTheRuleOnce(t *testing.T) {
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}

			Results []struct {
				RuleIndex int
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndColumn int }
					}
				}
				Fixes []any
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, diag.List.WriteSARIF, awkward, awkward)), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || len(run.Tool.Driver.Rules) != 1 || len(run.Results) != 2 || len(run.Results[0].Fixes) != 1 {
		t.Fatalf("%+v", log)
	}
	at := run.Results[1].Locations[0].PhysicalLocation
	// k, ê with two marks, blank: the fourth character is the sixth code point.
	if at.Region.StartLine != 3 || at.Region.StartColumn != 6 || at.Region.EndColumn != 8 {
		t.Errorf("%+v", at.Region)
	}
	// A colon in the first segment would end a scheme (RFC 3986, 4.2).
	if at.ArtifactLocation.URI != "./k%E1%BA%BF%20ho%E1%BA%A1ch,%2050%25:%20a.yaml" {
		t.Errorf("%s", at.ArtifactLocation.URI)
	}
}

func TestThePageOfFindingsHoldsNoScriptOfTheirs(t *testing.T) {
	out := written(t, diag.List.WriteHTML, awkward)
	if strings.Contains(out, "<script") || strings.Contains(out, "<b>") || strings.Contains(out, "sai </pre>") || !strings.Contains(out, "<mark> x</mark>") && !strings.Contains(out, "<mark>x&lt;</mark>") {
		t.Error(out)
	}
	if !strings.Contains(written(t, diag.List.WriteHTML), "Nothing to mend.") {
		t.Error("no finding is said in words")
	}
}

func TestManyFindingsOnALongLineAreShownInParts(t *testing.T) {
	k := &diag.Kind{ID: "a/b", Message: diag.Words{VI: "sai", EN: "wrong"}}
	line := "text: " + strings.Repeat("Tuyên truyền\t, ", 4000)
	var found diag.List
	for i := range 300 {
		found = append(found, k.At(diag.Location{File: "plan.yaml", Line: 1, Column: 7 + 15*i, Width: 5, Source: line}))
	}
	for name, write := range map[string]func(diag.List, io.Writer, diag.Lang) error{"text": diag.List.WriteText, "html": diag.List.WriteHTML,
		"sarif": diag.List.WriteSARIF, "junit": func(l diag.List, w io.Writer, lang diag.Lang) error { return l.WriteJUnit(w, lang, nil) }} {
		var before, after runtime.MemStats
		var out strings.Builder
		out.Grow(1 << 20)
		runtime.ReadMemStats(&before)
		if err := write(found, &out, diag.English); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if got := strings.Count(out.String(), "Tuyên"); got < 300 || out.Len() > 300*2000 {
			t.Errorf("%s: %d places in %d bytes", name, got, out.Len())
		}
		if took := (after.TotalAlloc - before.TotalAlloc) / 300; took > 40_000 {
			t.Errorf("%s: %d bytes of memory for each finding", name, took)
		}
	}
}
