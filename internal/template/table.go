package template

import (
	"fmt"
	"strings"
)

// The styles that give tables made by the program their look. A template that lacks one gets Word's plain look.
const (
	tableStyle  = "KH Bảng"
	cellStyle   = "KH Chữ trong bảng"
	headerStyle = "KH Tiêu đề bảng"
)

// table writes a table over the whole text width. A paragraph of one point follows it, 5 pt below: two tables with nothing
// between them become one, and what follows stands 6 pt away, as paragraphs do (NĐ 30 PL I, II.6e).
func (f *filling) table(t *Table) (markup, error) {
	if t == nil {
		return "", fmt.Errorf("there is no table")
	}
	var b strings.Builder
	b.WriteString("<w:tbl><w:tblPr>")
	if id := f.styles.table[tableStyle]; id != "" {
		b.WriteString("<w:tblStyle w:val=" + quoteAttribute(id) + "/>")
	}
	b.WriteString(`<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	widths := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = int(c.Share*float64(f.textWidth()) + 0.5)
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, widths[i])
	}
	b.WriteString("</w:tblGrid>")
	writer := tableWriter{filling: f, b: &b, widths: widths, below: make([]merge, len(widths))}
	if len(t.Header) > 0 {
		writer.row(t.Header, true)
	}
	keep := ""
	for i, row := range t.Rows {
		if t.KeepNext && i == len(t.Rows)-1 {
			keep, writer.keep = "<w:keepNext/>", "<w:keepNext/>"
		}
		writer.row(row, false)
	}
	b.WriteString(`</w:tbl><w:p><w:pPr>` + keep + `<w:spacing w:before="100" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`)
	return markup(b.String()), nil
}

// A merge is what is left of a cell that covers rows below its own.
type merge struct{ rows, columns int }

type tableWriter struct {
	*filling
	b      *strings.Builder
	widths []int
	below  []merge // by the grid column in which the merged cell begins
	keep   string  // w:keepNext for the paragraphs of the last row
}

// row writes a row: the cells given, and between them the continuations of cells merged from above.
func (w *tableWriter) row(cells []Cell, header bool) {
	w.b.WriteString("<w:tr><w:trPr><w:cantSplit/>")
	if header {
		w.b.WriteString("<w:tblHeader/>")
	}
	w.b.WriteString("</w:trPr>")
	for at := 0; at < len(w.widths); {
		if m := &w.below[at]; m.rows > 0 {
			w.open(at, m.columns, `<w:vMerge/>`)
			w.b.WriteString("<w:p><w:pPr>" + w.keep + "</w:pPr></w:p></w:tc>")
			m.rows--
			at += m.columns
			continue
		}
		cell := Cell{}
		if len(cells) > 0 {
			cell, cells = cells[0], cells[1:]
		}
		columns := min(max(cell.Columns, 1), len(w.widths)-at)
		merged := ""
		if cell.Rows > 1 {
			w.below[at] = merge{cell.Rows - 1, columns}
			merged = `<w:vMerge w:val="restart"/>`
		}
		w.open(at, columns, merged)
		w.paragraphs(cell, header)
		w.b.WriteString("</w:tc>")
		at += columns
	}
	w.b.WriteString("</w:tr>")
}

// open begins a cell over columns grid columns from at.
func (w *tableWriter) open(at, columns int, merged string) {
	width := 0
	for _, c := range w.widths[at : at+columns] {
		width += c
	}
	fmt.Fprintf(w.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if columns > 1 {
		fmt.Fprintf(w.b, `<w:gridSpan w:val="%d"/>`, columns)
	}
	w.b.WriteString(merged + "</w:tcPr>")
}

func (w *tableWriter) paragraphs(cell Cell, header bool) {
	name := cellStyle
	if header {
		name = headerStyle
	}
	properties := ""
	if id := w.styles.paragraph[name]; id != "" {
		properties = "<w:pStyle w:val=" + quoteAttribute(id) + "/>"
	}
	properties += w.keep
	if cell.Align != "" && !header {
		properties += "<w:jc w:val=" + quoteAttribute(cell.Align) + "/>"
	}
	properties = "<w:pPr>" + properties + "</w:pPr>"
	for _, t := range cell.Text {
		w.b.WriteString("<w:p>" + properties)
		if cell.Bold {
			bold := make(Text, len(t))
			for i, span := range t {
				span.Bold = true
				bold[i] = span
			}
			t = bold
		}
		w.b.WriteString(plainRun.whole(t))
		w.b.WriteString("</w:p>")
	}
	if len(cell.Text) == 0 {
		w.b.WriteString("<w:p>" + properties + "</w:p>")
	}
}

// whole is a text as runs of its own.
func (s runStyle) whole(t Text) string {
	var b strings.Builder
	b.WriteString(s.run(0))
	s.spans(&b, t)
	b.WriteString("</w:t></w:r>")
	return b.String()
}
