package rollover

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// piles are the four piles as a person reads them, the most urgent first.
var piles = []struct {
	pile Pile
	head diag.Words
}{
	{Decide, diag.Words{VI: "Phải xem lại", EN: "To be decided"}},
	{Stale, diag.Words{VI: "Có thể đã cũ", EN: "Looks stale"}},
	{Moved, diag.Words{VI: "Đã chuyển", EN: "Moved"}},
	{Untouched, diag.Words{VI: "Giữ nguyên", EN: "Left as it was"}},
}

// A row is the entries of one pile that say the same, on one or more lines of one file.
type row struct {
	Entry
	entries []Entry
	lines   []string
}

// rows gathers the entries of a pile.
func (l Ledger) rows(pile Pile, lang diag.Lang) []row {
	var rows []row
	index := map[string]int{}
	for _, e := range l.In(pile) {
		at := e.At.Location()
		key := strings.Join([]string{e.Kind.ID, at.File, e.Old, e.New, e.Why(lang)}, "\x00")
		i, ok := index[key]
		if !ok {
			i = len(rows)
			index[key] = i
			rows = append(rows, row{Entry: e})
		}
		rows[i].entries = append(rows[i].entries, e)
		if line := strconv.Itoa(at.Line); at.Line > 0 && !slices.Contains(rows[i].lines, line) {
			rows[i].lines = append(rows[i].lines, line)
		}
	}
	return rows
}

// change is what an entry says of its words: `"xã Sơn Màu" → "xã Sơn Tây Hạ"`.
func (e Entry) change() string {
	if e.New == "" {
		return `"` + quotable(e.Old) + `"`
	}
	return `"` + quotable(e.Old) + `" → "` + quotable(e.New) + `"`
}

// WriteText writes the review list for a terminal. What was left as it was is counted, not listed.
func (l Ledger) WriteText(w io.Writer, lang diag.Lang) error {
	var b strings.Builder
	for _, p := range piles {
		in := l.In(p.pile)
		if len(in) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%s: %d\n", p.head.In(lang, nil), len(in))
		if p.pile == Untouched {
			continue
		}
		for _, r := range l.rows(p.pile, lang) {
			fmt.Fprintf(&b, "  %s%s: %s [%s]\n", r.where(lang), r.change(), r.Why(lang), r.Kind.ID)
		}
	}
	if len(l.In(Decide)) > 0 {
		b.WriteString(silence.In(lang, nil))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var silence = diag.Words{VI: "Muốn giữ một chỗ, năm sau không hỏi lại: ghi phía trên chỗ ấy dòng  # keep: \"…\": lý do\n",
	EN: "To keep a place for good: write above it  # keep: \"…\": why\n"}

// file is the agency file in which a row stands; nothing for the plan's own file.
func (r row) file() string {
	if !r.beside {
		return ""
	}
	return path.Base(r.At.File.Name) + " "
}

// where is the lines of a row: "dòng 95, 99: ".
func (r row) where(lang diag.Lang) string {
	if len(r.lines) == 0 {
		return ""
	}
	word := diag.Words{VI: "dòng ", EN: "line "}
	return r.file() + word.In(lang, nil) + strings.Join(r.lines, ", ") + ": "
}

// WriteMarkdown writes the review list as a page with a table a pile.
func (l Ledger) WriteMarkdown(w io.Writer, lang diag.Lang) error {
	head := diag.Words{VI: "| Dòng | Nội dung | Đề nghị | Vì sao |", EN: "| Line | Words | Proposed | Why |"}
	cell := strings.NewReplacer("|", `\|`, "\n", " ").Replace
	var b strings.Builder
	for _, p := range piles {
		rows := l.rows(p.pile, lang)
		if len(rows) == 0 {
			continue
		}
		fmt.Fprintf(&b, "## %s\n\n%s\n|---|---|---|---|\n", p.head.In(lang, nil), head.In(lang, nil))
		for _, r := range rows {
			fmt.Fprintf(&b, "| %s%s | %s | %s | %s |\n", r.file(), strings.Join(r.lines, ", "), cell(r.Old), cell(r.New), cell(r.Why(lang)))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteJSON writes the review list in the shape that scripts read.
func (l Ledger) WriteJSON(w io.Writer, lang diag.Lang) error {
	type entry struct {
		ID      string `json:"id"`
		Pile    Pile   `json:"pile"`
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Old     string `json:"old"`
		New     string `json:"new"`
		Why     string `json:"why"`
		Silence string `json:"silence"` // the comment that settles the place for good; "" where nothing is open
	}
	out := struct {
		Entries []entry `json:"entries"`
	}{[]entry{}}
	for _, e := range l {
		at := e.At.Location()
		silence := ""
		if e.Pile == Decide {
			silence = keepLine(e.Old, "…")
		}
		out.Entries = append(out.Entries, entry{e.Kind.ID, e.Pile, at.File, at.Line, at.Column, e.Old, e.New, e.Why(lang), silence})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}
