package compose

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
)

// appendix composes one appendix (NĐ 30 PL I, III.1; PL III, Mẫu 2.1).
func (c *composer) appendix(a *plan.Appendix, n int, page template.Page) Appendix {
	page.Landscape = a.Landscape
	c.lists = c.appendixLists()
	out := Appendix{Page: page, Label: c.label(a), List: c.lists.name, Title: c.title(a.Title, page), Of: c.appendixOf(page)}
	out.Body = c.prose(out.Body, a.Text, styleText)
	for _, s := range a.Sections {
		out.Body = c.section(out.Body, s)
	}
	if a.Table != nil {
		out.Body = append(out.Body, Block{Table: c.table(a.Table, page)})
	}
	if a.Assignments != nil {
		out.Body = append(out.Body, Block{Table: c.assignments(a.Assignments, page)})
	}
	out.Body = c.prose(out.Body, a.After, styleText)
	out.Body = finish(out.Body)
	return out
}

// label is "Phụ lục" for the only one, "Phụ lục II" where there are several.
func (c *composer) label(a *plan.Appendix) string {
	for i, other := range c.plan.Appendices {
		if other.ID.Text == a.ID.Text && len(c.plan.Appendices) > 1 {
			return "Phụ lục " + vi.Roman(i+1)
		}
	}
	return "Phụ lục"
}

// appendixOf names the document that the appendix belongs to. Number and day not yet given are blanks (III.1c).
func (c *composer) appendixOf(page template.Page) template.Text {
	p := c.plan
	number := p.Number.Text
	if !p.Number.Given() {
		number = vi.NumberBlank
	}
	words := "Kế hoạch số " + number + "/KH-" + p.Issuers[0].Suffix.Text + " ngày " + c.issueDate() + " của " + c.line(p.Issuers[0].Name)
	if citation := p.Citation(p.IssuedUnder); citation != nil {
		m := &plan.Mention{Citation: citation, Date: plan.DateLong}
		words = "Kế hoạch ban hành kèm theo " + c.line(citation.Type) + " số " + documentNumber(citation) + " "
		for _, day := range c.day(m) {
			words += day + " "
		}
		words += "của " + c.line(citation.Issuer)
	}
	return c.attached("(Kèm theo "+words+")", page)
}

// shares gives each column its part of the text width: those with a width in mm take it, the others share what is left.
func shares(widths []plan.Value, page template.Page) []template.Column {
	text := textWidth(page)
	columns := make([]template.Column, len(widths))
	left, open := 1.0, 0
	for i, w := range widths {
		width, err := strconv.ParseFloat(w.Text, 64)
		if err != nil {
			open++
			continue
		}
		columns[i].Share = width * mm / text
		left -= columns[i].Share
	}
	total := 0.0
	for i := range columns {
		if columns[i].Share == 0 {
			columns[i].Share = max(left, 0.05) / float64(open)
		}
		total += columns[i].Share
	}
	for i := range columns {
		columns[i].Share /= total
	}
	return columns
}

// table composes a table written cell by cell; "<" and "^" widen the cell they go on from.
func (c *composer) table(t *plan.Table, page template.Page) *template.Table {
	out := &template.Table{}
	var widths []plan.Value
	for _, column := range t.Columns {
		widths = append(widths, column.Width)
		out.Header = append(out.Header, template.Cell{Text: c.paragraphs(column.Heading)})
	}
	out.Columns = shares(widths, page)
	for y := range t.Rows {
		var row []template.Cell
		for x, cell := range t.Rows[y] {
			if cell.Text == "<" || cell.Text == "^" {
				continue
			}
			row = append(row, template.Cell{Text: c.paragraphs(cell), Align: word(t.Columns[x].Align),
				Columns: across(t, y, x), Rows: down(t, y, x)})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// across is how many columns the cell at y, x covers; down how many rows.
func across(t *plan.Table, y, x int) int {
	n := 1
	for x+n < len(t.Rows[y]) && t.Rows[y][x+n].Text == "<" {
		n++
	}
	return n
}

func down(t *plan.Table, y, x int) int {
	n := 1
	for y+n < len(t.Rows) && t.Rows[y+n][x].Text == "^" {
		n++
	}
	return n
}

// word is an alignment as WordprocessingML writes it.
func word(a plan.Align) string {
	if a == "justify" {
		return "both"
	}
	return string(a)
}
