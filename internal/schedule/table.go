package schedule

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/kehoach/kehoach/internal/diag"
)

// Widths of the table's columns, in letters; what is longer is cut, since the sheet and JSON have it whole.
const (
	widthLeads = 28
	widthWhat  = 60
)

// Table writes entries for a person at a terminal: last day, by whom, what, when as the page says it, and from where.
func Table(w io.Writer, entries []Entry, lang diag.Lang) error {
	if len(entries) == 0 {
		_, err := io.WriteString(w, nothing.In(lang, nil))
		return err
	}
	rows := [][]string{{headLast.In(lang, nil), headLeads.In(lang, nil), headWhat.In(lang, nil), headWhen.In(lang, nil), headSource.In(lang, nil)}}
	for _, e := range entries {
		last := noDay.In(lang, nil)
		if e.Due != nil {
			last = weekday(e.Due.Last).In(lang, nil) + " " + date(e.Due.Last)
		}
		when := short(e.When, widthLeads+8)
		if n := note(e, lang); n != "" {
			when += " [" + n + "]"
		}
		source := stem(e.Plan.File)
		if mark := firstOf(e.ID, e.Where); mark != "" {
			source += " (" + mark + ")"
		}
		rows = append(rows, []string{last, firstOf(short(names(e.Leads), widthLeads), "–"), short(e.What, widthWhat), when, source})
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell)+2))
			}
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// firstOf is the first of the words that is there.
func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
