package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"
)

// How the program speaks: one finding is one clause without a capital at its start and without a full stop; it names the
// thing, the place and, in a second line, the next step, with the decree's clause where it rests on one. Its id stands last, in brackets, for those who look it up.

var severityWords = map[Severity]Words{
	Error:   {"lỗi", "error"},
	Warning: {"cảnh báo", "warning"},
	Note:    {"lưu ý", "note"},
}

var fixWords = Words{"gợi ý", "hint"}

// WriteText writes findings for a person: place and sentence, the source line with the words underlined, the next step.
func (l List) WriteText(w io.Writer, lang Lang) error {
	var b strings.Builder
	var r ruler
	for _, f := range l {
		f.text(&b, &r, lang)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (f Finding) text(b *strings.Builder, r *ruler, lang Lang) {
	if f.File != "" {
		b.WriteString(printable(f.File))
		if f.Line > 0 {
			fmt.Fprintf(b, ":%d", f.Line)
			if f.Column > 0 {
				fmt.Fprintf(b, ":%d", f.Column)
			}
		}
		b.WriteString(": ")
	}
	fmt.Fprintf(b, "%s: %s%s [%s]\n", severityWords[f.Kind.Severity].In(lang, nil), f.Message(lang), f.onPage(lang), f.Kind.ID)
	if f.Source != "" && f.Column > 0 {
		before, marked, behind := r.shown(f.Location)
		indent, width := uniseg.StringWidth(before), max(uniseg.StringWidth(marked), 1)
		fmt.Fprintf(b, "  %s\n  %s^%s\n", before+marked+behind, strings.Repeat(" ", indent), strings.Repeat("~", width-1))
	}
	if advice := f.advice(lang); advice != "" {
		fmt.Fprintf(b, "  %s\n", advice)
	}
}

// advice is what to do next, with the clause that it rests on: "gợi ý: ghi "Nhân dân" (NĐ 30 PL II, V.1)".
func (f Finding) advice(lang Lang) string {
	var parts []string
	if fix := f.Fix(lang); fix != "" {
		parts = append(parts, fixWords.In(lang, nil)+": "+fix)
	}
	if f.Kind.Clause != "" {
		parts = append(parts, "("+f.Kind.Clause+")")
	}
	return strings.Join(parts, " ")
}

var onPageWords = Words{" (trang {page}, dòng {line})", " (page {page}, line {line})"}

// onPage is where the words stand on the page, or why on none; empty when nobody asked.
func (f Finding) onPage(lang Lang) string {
	if f.Page == 0 {
		if why := f.Unprinted.In(lang, nil); why != "" {
			return " (" + why + ")"
		}
		return ""
	}
	return onPageWords.In(lang, Args{"page", strconv.Itoa(f.Page), "line", strconv.Itoa(f.PageLine)})
}

// A Record is a finding in the shape that scripts read (docs: findings.json).
type Record struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
	Clause   string `json:"clause"`
	Fix      string `json:"fix"`
	Page     int    `json:"page,omitempty"` // of the laid-out document, where it was asked for
	PageLine int    `json:"page_line,omitempty"`
	NoPage   string `json:"no_page,omitempty"` // why it is on no page
}

// Records are the findings for scripts; none is an empty list.
func (l List) Records(lang Lang) []Record {
	out := []Record{}
	for _, f := range l {
		out = append(out, Record{f.Kind.ID, f.Kind.Severity.String(), f.File, f.Line, f.Column, f.Message(lang), f.Kind.Clause, f.Fix(lang),
			f.Page, f.PageLine, f.Unprinted.In(lang, nil)})
	}
	return out
}

// WriteJSON writes findings for scripts.
func (l List) WriteJSON(w io.Writer, lang Lang) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{"findings": l.Records(lang)})
}
