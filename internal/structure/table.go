package structure

import (
	"github.com/kehoach/kehoach/internal/decree"
	"github.com/kehoach/kehoach/internal/layout"
)

// table adds a table of data, or the blocks of one that only places them.
func (b *builder) table(parent *Element, t *layout.Table) {
	if isData(t) {
		b.lists = nil
		b.data(parent, t)
		return
	}
	for _, cell := range spoken(t) {
		b.blocks(parent, cell.Blocks)
	}
}

// isData tells whether a table relates its cells to one another: it has lines or header rows.
func isData(t *layout.Table) bool {
	return t.Ruled || len(t.Rows) > 0 && t.Rows[0].Header
}

// data adds a table with its rows and cells. Cells of header rows head their columns.
func (b *builder) data(parent *Element, t *layout.Table) {
	table := &Element{Type: Table}
	parent.Children = append(parent.Children, table)
	for _, row := range t.Rows {
		tr := &Element{Type: Row}
		table.Children = append(table.Children, tr)
		for _, cell := range row.Cells {
			kind := Cell
			if row.Header {
				kind = HeaderCell
			}
			e := &Element{Type: kind, Columns: cell.Columns, Rows: cell.Rows}
			tr.Children = append(tr.Children, e)
			b.blocks(e, cell.Blocks)
		}
	}
}

// spoken are the cells of a table that only places blocks, in the order of reading: row by row, the recipients last; but the
// head, with Quốc hiệu and Tiêu ngữ, column by column: what stands under the agency belongs to the agency.
func spoken(t *layout.Table) []*layout.TableCell {
	var rows, columns, last []*layout.TableCell
	byColumn := map[int][]*layout.TableCell{}
	head, width := false, 0
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			head = head || holds(cell, decree.Motto)
			width = max(width, cell.Column+1)
			byColumn[cell.Column] = append(byColumn[cell.Column], cell)
			if holds(cell, decree.Recipients) {
				last = append(last, cell)
				continue
			}
			rows = append(rows, cell)
		}
	}
	if !head {
		return append(rows, last...)
	}
	for column := range width {
		columns = append(columns, byColumn[column]...)
	}
	return columns
}

// holds tells whether a part of the document stands in a cell.
func holds(cell *layout.TableCell, part decree.Part) bool {
	for _, block := range cell.Blocks {
		if p, ok := block.(*layout.Paragraph); ok && decree.PartOf(p.Style) == part {
			return true
		}
	}
	return false
}
