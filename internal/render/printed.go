package render

import (
	"strings"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
)

// A Printed plan is what stands on its pages, to be searched for words.
type Printed struct {
	text  string // all lines, joined by a blank
	spots []spot // where each begins in text
}

// A spot is where a line stands: the page, and the line on it counted from above; lines side by side are one.
type spot struct{ from, page, line int }

// Printed lays a plan out and keeps its words. Appendices in files of their own are not searched.
func (r *Renderer) Printed(p *plan.Plan) (Printed, diag.List) {
	doc, found := r.laid(p)
	if found.Failed() {
		return Printed{}, found
	}
	var out Printed
	var b strings.Builder
	for i, page := range doc.Pages {
		rows := map[layout.Length]int{}
		var line *layout.Line
		for _, item := range page.Items {
			g, ok := item.(*layout.Glyphs)
			if !ok {
				continue
			}
			if rows[g.Y] == 0 {
				rows[g.Y] = len(rows) + 1
			}
			if g.Line != line || b.Len() == 0 {
				b.WriteByte(' ')
				out.spots = append(out.spots, spot{b.Len(), i + 1, rows[g.Y]})
				line = g.Line
			}
			b.WriteString(plainly(g.Text))
		}
	}
	out.text = b.String()
	return out, found
}

// plainly is text without what layout puts in place of hyphens and blanks.
func plainly(s string) string { return strings.NewReplacer("\u2011", "-", "\u00A0", " ").Replace(s) }

// Find is where words stand between what comes before and behind them: the page and the line, both from 1; 0 when they are not found, or
// in several places.
func (p Printed) Find(before, words, behind string) (page, line int) {
	for _, try := range []struct{ text, lead string }{{before + words + behind, before}, {words + behind, ""}, {before + words, before}, {words, ""}} {
		i := strings.Index(p.text, plainly(try.text))
		if i < 0 || strings.TrimSpace(words) == "" || strings.Contains(p.text[i+1:], plainly(try.text)) {
			continue
		}
		at := i + len(plainly(try.lead))
		for k := len(p.spots) - 1; k >= 0; k-- {
			if p.spots[k].from <= at {
				return p.spots[k].page, p.spots[k].line
			}
		}
	}
	return 0, 0
}

// laid is the main document of a plan on pages.
func (r *Renderer) laid(p *plan.Plan) (*layout.Document, diag.List) {
	parts, found := compose.Compose(p, r.family)
	if found.Failed() {
		return nil, found
	}
	d := parts[0].Document
	filled, more := r.template.Fill(d, template.Options{Page: d.Page, Properties: d.Properties})
	if found = append(found, more...); found.Failed() {
		return nil, found
	}
	pages, more := lay(filled, r.family, r.Standard)
	return pages.Document, append(found, more...)
}
