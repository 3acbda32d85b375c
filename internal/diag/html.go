package diag

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
)

//go:embed report.html
var htmlPage string

// htmlWords are the words of the page.
var htmlWords = map[string]Words{
	"title": {"Kết quả kiểm tra kế hoạch", "What was found in the plans"}, "none": {"Không có gì phải sửa.", "Nothing to mend."},
	"line": {"dòng", "line"}, "why": {"Vì sao", "Why"}, "wrong": {"Sai", "Wrong"}, "right": {"Đúng", "Right"}, "hint": {"Gợi ý", "Hint"},
}

// An htmlFinding is a finding as the page shows it; an htmlFile the findings of one file.
type (
	htmlFinding struct {
		Severity, Label, ID, Message, Fix, Clause, Title, Reason, Wrong, Right string
		Line                                                                   int
		Before, Marked, After                                                  string
	}
	htmlFile struct {
		Name     string
		Findings []htmlFinding
	}
)

// WriteHTML writes findings as one page that needs nothing beside it, neither script nor net.
func (l List) WriteHTML(w io.Writer, lang Lang) error {
	say := map[string]string{}
	for key, words := range htmlWords {
		say[key] = words.In(lang, nil)
	}
	var files []*htmlFile
	byName := map[string]*htmlFile{}
	var r ruler
	told := map[string]bool{} // kinds whose reason stands on the page
	for _, f := range l {
		file := byName[f.File]
		if file == nil {
			file = &htmlFile{Name: f.File}
			byName[f.File] = file
			files = append(files, file)
		}
		one := f.html(&r, lang)
		if told[one.ID] {
			one.Reason = ""
		}
		told[one.ID] = true
		file.Findings = append(file.Findings, one)
	}
	counts := map[string]int{}
	for _, f := range l {
		counts[severityWords[f.Kind.Severity].In(lang, nil)]++
	}
	page := template.Must(template.New("report").Parse(htmlPage))
	return page.Execute(w, map[string]any{"Lang": lang, "Say": say, "Files": files, "Counts": counts})
}

func (f Finding) html(r *ruler, lang Lang) htmlFinding {
	h := htmlFinding{Severity: f.Kind.Severity.String(), Label: severityWords[f.Kind.Severity].In(lang, nil), ID: f.Kind.ID, Message: f.Message(lang) + f.onPage(lang),
		Fix: f.Fix(lang), Clause: f.Kind.Clause, Line: f.Line}
	if a := f.About; a != nil {
		h.Title, h.Reason, h.Wrong, h.Right = a.Title.In(lang, nil), a.Reason.In(lang, nil), strings.TrimSpace(a.Wrong), strings.TrimSpace(a.Right)
	}
	if f.Source != "" && f.Column > 0 {
		h.Before, h.Marked, h.After = r.shown(f.Location)
		h.Before = strings.TrimLeft(h.Before, " ")
	}
	return h
}
