package diag

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// The parts of JUnit's XML that CI servers read: a suite a file, a case a finding.
type (
	junitReport struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Time     string      `xml:"time,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Time    string        `xml:"time,attr"`
		Failure *junitFailure `xml:"failure,omitempty"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

var junitFine = Words{"không có gì phải sửa", "nothing to mend"}

// WriteJUnit writes findings as JUnit XML. Errors and warnings are failures; a note is a case that passes and says something. Of the
// files that were looked at, one in which nothing was found is a case that passes.
func (l List) WriteJUnit(w io.Writer, lang Lang, files []string) error {
	report := junitReport{Name: "kehoach check"}
	suites := map[string]int{}
	var r ruler
	for _, f := range l {
		i, known := suites[f.File]
		if !known {
			i = len(report.Suites)
			suites[f.File] = i
			report.Suites = append(report.Suites, junitSuite{Name: f.File, Time: "0"})
		}
		s := &report.Suites[i]
		var text strings.Builder
		f.text(&text, &r, lang)
		c := junitCase{Class: f.Kind.ID, Name: fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column), Time: "0"}
		if f.Kind.Severity == Note {
			c.Out = text.String()
		} else {
			c.Failure = &junitFailure{f.Message(lang), f.Kind.Severity.String(), text.String()}
			s.Failures++
			report.Failures++
		}
		s.Cases = append(s.Cases, c)
		s.Tests++
		report.Tests++
	}
	for _, name := range files {
		if _, known := suites[name]; !known {
			suites[name] = len(report.Suites)
			report.pass(name, lang)
		}
	}
	if len(report.Suites) == 0 {
		report.pass(report.Name, lang)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(report); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// pass adds a suite of one case that passes.
func (r *junitReport) pass(name string, lang Lang) {
	r.Tests++
	r.Suites = append(r.Suites, junitSuite{Name: name, Tests: 1, Time: "0", Cases: []junitCase{{Class: r.Name, Name: junitFine.In(lang, nil), Time: "0"}}})
}
