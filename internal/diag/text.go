package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

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
	for _, f := range l {
		f.text(&b, lang)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (f Finding) text(b *strings.Builder, lang Lang) {
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
		line, caret := snippet(f.Location)
		fmt.Fprintf(b, "  %s\n  %s\n", line, caret)
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

// snippetWidth bounds a source line in a message; a longer one is cut on both sides of the place.
const snippetWidth = 100

// snippet returns the source line and the underline beneath it, in columns of a terminal.
func snippet(at Location) (line, caret string) {
	clusters := split(strings.ReplaceAll(at.Source, "\t", " "))
	start := min(at.Column-1, len(clusters))
	end := min(start+max(at.Width, 1), len(clusters))
	from, to := 0, len(clusters)
	if to > snippetWidth {
		from = max(0, min(start-snippetWidth/4, to-snippetWidth))
		to = from + snippetWidth
		end = min(end, to)
	}
	before, marked, after := clusters[from:start], clusters[start:end], clusters[end:to]
	cutLeft, cutRight := "", ""
	if from > 0 {
		cutLeft = "…"
	}
	if to < len(clusters) {
		cutRight = "…"
	}
	line = cutLeft + strings.Join(before, "") + strings.Join(marked, "") + strings.Join(after, "") + cutRight
	indent := uniseg.StringWidth(cutLeft + strings.Join(before, ""))
	width := max(uniseg.StringWidth(strings.Join(marked, "")), 1)
	return line, strings.Repeat(" ", indent) + "^" + strings.Repeat("~", width-1)
}

// split cuts s into grapheme clusters: what a person counts as characters. A source line steers no
// terminal.
func split(s string) []string {
	var clusters []string
	if n, ok := letters(s); ok {
		clusters = make([]string, 0, n)
		for i, r := range s {
			clusters = append(clusters, printable(s[i:i+utf8.RuneLen(r)]))
		}
		return clusters
	}
	for g := uniseg.NewGraphemes(s); g.Next(); {
		clusters = append(clusters, printable(g.Str()))
	}
	return clusters
}

// letters counts the characters of a text in which each rune is one, as it is in composed Vietnamese; ok is false for any other. The
// rules of Unicode, looked up rune by rune for each of many findings on one long line, take minutes.
func letters(s string) (n int, ok bool) {
	for _, r := range s {
		if r < ' ' || r >= 0x300 && r < 0x1E00 || r > 0x1EFF && r < 0x2010 || r > 0x2027 {
			return 0, false
		}
		n++
	}
	return n, true
}

// Column counts the characters of line before byte offset, from 1.
func Column(line string, offset int) int {
	if n, ok := letters(line[:min(offset, len(line))]); ok {
		return n + 1
	}
	return uniseg.GraphemeClusterCount(line[:min(offset, len(line))]) + 1
}

// Offset is the byte of line at which a column begins; the end of line for one behind it.
func Offset(line string, column int) int {
	if _, ok := letters(line); ok {
		for at := range line {
			if column--; column < 1 {
				return at
			}
		}
		return len(line)
	}
	at := 0
	for g := uniseg.NewGraphemes(line); g.Next(); at += len(g.Str()) {
		if column--; column < 1 {
			break
		}
	}
	return at
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
