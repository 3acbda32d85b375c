package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"
)

// The parts of SARIF 2.1.0 (OASIS) that findings need. Names are the standard's.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string         `json:"id"`
		Short   sarifMessage   `json:"shortDescription"`
		Full    *sarifMessage  `json:"fullDescription,omitempty"`
		Help    *sarifMessage  `json:"help,omitempty"`
		Default sarifLevel     `json:"defaultConfiguration"`
		Extra   map[string]any `json:"properties,omitempty"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
		Fixes     []sarifFix      `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int           `json:"startLine"`
		StartColumn int           `json:"startColumn,omitempty"`
		EndLine     int           `json:"endLine,omitempty"`
		EndColumn   int           `json:"endColumn,omitempty"`
		Snippet     *sarifMessage `json:"snippet,omitempty"`
	}
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion  `json:"deletedRegion"`
		Inserted sarifMessage `json:"insertedContent"`
	}
)

var sarifLanguages = map[Lang]string{Vietnamese: "vi-VN", English: "en-US"}

// WriteSARIF writes findings as SARIF 2.1.0, as code hosts take them, with the rules behind them and their repairs.
func (l List) WriteSARIF(w io.Writer, lang Lang) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "kehoach", InformationURI: "https://github.com/kehoach/kehoach", Rules: []sarifRule{}}},
		Language: sarifLanguages[lang], ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	index := map[string]int{}
	var r ruler
	for _, f := range l {
		if _, known := index[f.Kind.ID]; !known {
			index[f.Kind.ID] = len(run.Tool.Driver.Rules)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, f.sarifRule(lang))
		}
		run.Results = append(run.Results, f.sarif(index[f.Kind.ID], &r, lang))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// sarifRule is the kind of a finding as a rule.
func (f Finding) sarifRule(lang Lang) sarifRule {
	r := sarifRule{ID: f.Kind.ID, Short: sarifMessage{Text: f.Kind.Message.In(lang, nil)}, Default: sarifLevel{f.Kind.Severity.String()}}
	if f.Kind.Clause != "" {
		r.Extra = map[string]any{"clause": f.Kind.Clause}
	}
	if a := f.About; a != nil {
		r.Short = sarifMessage{Text: a.Title.In(lang, nil)}
		reason := a.Reason.In(lang, nil)
		r.Full = &sarifMessage{Text: reason}
		if a.Wrong != "" {
			r.Help = &sarifMessage{Text: reason + "\n✗ " + a.Wrong + "\n✓ " + a.Right,
				Markdown: reason + "\n\n✗\n```\n" + strings.TrimSpace(a.Wrong) + "\n```\n✓\n```\n" + strings.TrimSpace(a.Right) + "\n```\n"}
		}
	}
	return r
}

func (f Finding) sarif(rule int, r *ruler, lang Lang) sarifResult {
	text := f.Message(lang)
	if fix := f.Fix(lang); fix != "" {
		text += "; " + fixWords.In(lang, nil) + ": " + fix
	}
	result := sarifResult{RuleID: f.Kind.ID, RuleIndex: rule, Level: f.Kind.Severity.String(), Message: sarifMessage{Text: text}}
	if f.File == "" {
		return result
	}
	artifact := sarifArtifact{fileURI(f.File)}
	location := sarifPhysical{Artifact: artifact}
	if f.Line > 0 {
		location.Region = &sarifRegion{StartLine: f.Line}
		if f.Column > 0 {
			start, end, _ := r.place(f.Location)
			location.Region.StartColumn = 1 + utf8.RuneCountInString(f.Source[:r.starts[start]])
			location.Region.EndColumn = location.Region.StartColumn + utf8.RuneCountInString(f.Source[r.starts[start]:r.starts[end]])
			location.Region.Snippet = &sarifMessage{Text: r.written(start, end)}
		}
	}
	result.Locations = []sarifLocation{{location}}
	if len(f.Repairs) > 0 {
		change := sarifChange{Artifact: artifact}
		for _, repair := range f.Repairs {
			change.Replacements = append(change.Replacements, sarifReplacement{
				sarifRegion{StartLine: repair.Line, StartColumn: repair.Column, EndLine: repair.EndLine, EndColumn: repair.EndColumn}, sarifMessage{Text: repair.Text}})
		}
		result.Fixes = []sarifFix{{sarifMessage{Text: f.Fix(lang)}, []sarifChange{change}}}
	}
	return result
}

// fileURI is a file's name as a URI: relative as it is, with a drive or a slash before it as file:///. A colon in the first segment of
// a relative one would end a scheme, "./" before it says that it does not (RFC 3986, 4.2).
func fileURI(name string) string {
	if path.IsAbs(name) {
		return (&url.URL{Scheme: "file", Path: name}).String()
	}
	if len(name) > 1 && name[1] == ':' {
		return (&url.URL{Scheme: "file", Path: "/" + name}).String()
	}
	return (&url.URL{Path: name}).String()
}
