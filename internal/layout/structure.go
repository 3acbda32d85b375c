package layout

import "github.com/kehoach/kehoach/internal/wml"

// A Block is a part of the document's logical structure, in the order of the document: a *Paragraph or a *Table. Lines on the
// pages point to their Paragraph, so that what a reader sees and what a reader hears are tied together.
type Block interface{ block() }

func (*Paragraph) block() {}
func (*Table) block()     {}

// A Paragraph is what its lines belong to.
type Paragraph struct {
	Style string // as Word shows it, "heading 1"
	Level int    // of its outline, from 0; BodyLevel is body text
	List  ListPlace
}

// BodyLevel is the outline level of a paragraph that is no heading (17.3.1.20).
const BodyLevel = 9

// A ListPlace is where a numbered paragraph stands in its list; the zero ListPlace is in none.
type ListPlace struct {
	List   int    // which list, from 1
	Level  int    // in that list, from 0
	Indent Length // of the text: one level of a template may need several levels of Word
	Label  string // "1.", "a)", "-"
}

// A Table is rows of cells.
type Table struct {
	// Ruled tells whether any line is drawn around a cell: a table without only puts blocks side by side.
	Ruled bool
	Rows  []TableRow
}

// A TableRow is one row. A header row is repeated on each page; its repetitions belong to no Paragraph.
type TableRow struct {
	Header bool
	Cells  []*TableCell
}

// A TableCell is a cell that is not covered by another one.
type TableCell struct {
	Column        int // of the grid, from 0
	Columns, Rows int // how many of each it covers; at least 1
	Blocks        []Block
}

// structure is a paragraph's place in the document.
func structure(p *wml.Paragraph) *Paragraph {
	out := &Paragraph{Style: p.Style, Level: p.OutlineLevel}
	if p.Number != nil {
		out.List = ListPlace{p.Number.List, p.Number.Level, Length(p.Left) * Twip, p.Number.Text}
	}
	return out
}

// note adds a set row to a table's structure.
func (t *Table) note(source *wml.Table, index int, r *row) {
	out := TableRow{Header: source.Rows[index].Header}
	at := 0
	for _, c := range r.cells {
		if c.VMerge != wml.MergeContinue {
			out.Cells = append(out.Cells, &TableCell{Column: at, Columns: max(c.Span, 1), Rows: c.rows(source, index, at), Blocks: c.blocks})
		}
		t.Ruled = t.Ruled || drawn(c.TopBorder)+drawn(c.BottomBorder)+drawn(c.LeftBorder)+drawn(c.RightBorder) > 0
		at += max(c.Span, 1)
	}
	t.Rows = append(t.Rows, out)
}

// rows is how many rows a cell at a column of the grid covers.
func (c *cell) rows(t *wml.Table, index, column int) int {
	n := 1
	for c.VMerge == wml.MergeRestart && index+n < len(t.Rows) && continuesAt(t.Rows[index+n], column) {
		n++
	}
	return n
}

// continuesAt tells whether the cell of a row at a column of the grid continues a merge.
func continuesAt(r *wml.Row, column int) bool {
	at := 0
	for _, c := range r.Cells {
		if at == column {
			return c.VMerge == wml.MergeContinue
		}
		at += max(c.Span, 1)
	}
	return false
}
