package redline

import (
	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/wml"
)

// table writes a table: row by row where both documents have it, else all its rows as inserted or deleted.
func (m *merger) table(e entry[block]) {
	shell := e.new
	if shell == nil {
		shell = e.old
	}
	m.out.WriteString(shell.Open)
	for _, c := range shell.Children {
		if c.Name == "w:tblPr" || c.Name == "w:tblGrid" {
			m.out.WriteString(c.String())
		}
	}
	var old, new []*row
	if e.old != nil {
		old = rowsOf(e.old.Element)
	}
	if e.new != nil {
		new = rowsOf(e.new.Element)
	}
	m.rows(old, new)
	m.out.WriteString(shell.Close)
	m.tail(e)
}

// tail writes the paragraph that keeps a table from what follows.
func (m *merger) tail(e entry[block]) {
	of := func(b *block) *block {
		if b == nil || b.tail == nil {
			return nil
		}
		return &block{Element: b.tail, key: b.tail.String()}
	}
	if tail := (entry[block]{of(e.old), of(e.new)}); tail.old != nil || tail.new != nil {
		m.entry(tail, false)
	}
}

// A row is a table's row.
type row struct {
	*wml.Element
	key   string
	shape string // its cells' spans and merges: rows of another shape are not one row changed
	bag   align.Bag
}

func rowsOf(table *wml.Element) []*row {
	var rows []*row
	for _, c := range table.Children {
		if c.Name != "w:tr" {
			continue
		}
		r := &row{Element: c, key: c.String(), bag: align.BagOf(textOf(c))}
		for _, cell := range c.Children {
			if cell.Name == "w:tc" {
				tcPr := cell.Child("w:tcPr")
				r.shape += "|" + tcPr.Child("w:gridSpan").Attribute("w:val")
				if merge := tcPr.Child("w:vMerge"); merge != nil {
					r.shape += "v" + merge.Attribute("w:val")
				}
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// likeInRow is how alike two rows must be to be one that was changed.
const likeInRow = 0.3

func (m *merger) rows(old, new []*row) {
	entries := aligned(old, new, func(r *row) string { return r.key }, func(i, j int, old, new []*row) float64 {
		return rowLikeness(old[i], new[j], len(old) == len(new) && i == j)
	})
	for _, e := range entries {
		switch {
		case !e.kept():
			m.wholeRow(e)
		case e.old.key == e.new.key:
			m.out.WriteString(e.new.key)
		default:
			m.changedRow(e.old, e.new)
		}
	}
}

// rowLikeness is how alike two rows are; 0 when they can't be one. Rows that stand in the same place of gaps of the same size are
// one even if their words are others: a table's cells were filled anew.
func rowLikeness(old, new *row, samePlace bool) float64 {
	if old.shape != new.shape {
		return 0
	}
	l := align.Likeness(old.bag, new.bag)
	switch {
	case l >= likeInRow:
		return l
	case samePlace:
		return 0.01
	}
	return 0
}

// changedRow writes a row that both documents have, cell by cell.
func (m *merger) changedRow(old, new *row) {
	before := old.cells()
	m.out.WriteString(new.Open)
	for _, c := range new.Children {
		if c.Name != "w:tc" {
			m.out.WriteString(c.String())
			continue
		}
		m.cell(before[0], c)
		before = before[1:]
	}
	m.out.WriteString(new.Close)
}

func (r *row) cells() []*wml.Element {
	var cells []*wml.Element
	for _, c := range r.Children {
		if c.Name == "w:tc" {
			cells = append(cells, c)
		}
	}
	return cells
}

func (m *merger) cell(old, new *wml.Element) {
	m.out.WriteString(new.Open + propertiesOf(new, "w:tcPr"))
	m.blocks(blocksOf(old), blocksOf(new))
	m.out.WriteString(new.Close)
}

func propertiesOf(e *wml.Element, name string) string {
	if p := e.Child(name); p != nil {
		return p.String()
	}
	return ""
}

// wholeRow writes a row that only one document has (17.13.5.16, 17.13.5.12).
func (m *merger) wholeRow(e entry[row]) {
	r, name := e.new, "w:ins"
	if e.status() == deleted {
		r, name = e.old, "w:del"
	}
	m.out.WriteString(r.Open + propertiesOf(r.Element, "w:tblPrEx") + "<w:trPr>" + r.Child("w:trPr").Inner() + m.tag(name, "/>") + "</w:trPr>")
	for _, cell := range r.cells() {
		m.out.WriteString(cell.Open + propertiesOf(cell, "w:tcPr"))
		if e.old != nil {
			m.blocks(blocksOf(cell), nil)
		} else {
			m.blocks(nil, blocksOf(cell))
		}
		m.out.WriteString(cell.Close)
	}
	m.out.WriteString(r.Close)
}
