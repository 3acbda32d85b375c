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

// WriteJUnit writes findings as JUnit XML. Errors and warnings are failures; a note is a case that passes and says something. No
// finding at all is one case that passes.
func (l List) WriteJUnit(w io.Writer, lang Lang) error {
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
	if len(l) == 0 {
		report.Tests = 1
		report.Suites = []junitSuite{{Name: report.Name, Tests: 1, Time: "0", Cases: []junitCase{{Class: report.Name, Name: junitFine.In(lang, nil), Time: "0"}}}}
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
