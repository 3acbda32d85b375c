package template

import (
	"errors"
	"fmt"
	"strconv"
)

// A gridCell is where a cell stands in a table whose columns an action sets: count columns from one on. grid is the table's
// number from 1; the zero gridCell is in no such table.
type gridCell struct{ grid, from, count int }

// table writes a table. {{columns A B …}}, alone in its first paragraph, sets the widths of its columns.
func (c *compiler) table(e *element) {
	if first := firstParagraph(e); first != nil {
		if lone := loneActions(first); len(lone) == 1 && lone[0].word() == "columns" {
			c.count(textOf(first))
			c.grids[e] = len(c.grids) + 1
			c.out.WriteString("{{_columns " + itoa(c.grids[e]) + " " + itoa(gridColumns(e)) + " " + lone[0].rest() + "}}")
		}
	}
	c.all(e)
}

// firstParagraph is the paragraph that a table begins with; nil when it begins with another table.
func firstParagraph(table *element) *element {
	return table.Child("w:tr").Child("w:tc").Child("w:p")
}

func gridColumns(table *element) int {
	n := 0
	for _, child := range table.Children {
		if child.Name == "w:tblGrid" {
			for _, column := range child.Children {
				if column.Name == "w:gridCol" {
					n++
				}
			}
		}
	}
	return n
}

// columnWidth writes the width of a grid column or a cell: its own, or what an action has set.
func (c *compiler) columnWidth(e *element) {
	cell := gridCell{}
	switch {
	case e.Name == "w:tcW" && e.Ancestor("w:tc") != nil:
		cell = c.gridCellOf(e.Ancestor("w:tc"))
	case e.Name == "w:gridCol" && c.grids[e.Ancestor("w:tbl")] > 0:
		cell = gridCell{c.grids[e.Ancestor("w:tbl")], before(e, func(*element) int { return 1 }), 1}
	}
	if cell.grid == 0 {
		c.raw(e)
		return
	}
	width := fmt.Sprintf(`"{{_width %d %d %d}}"`, cell.grid, cell.from, cell.count)
	if e.Name == "w:gridCol" {
		c.out.WriteString("<w:gridCol w:w=" + width + "/>")
		return
	}
	c.out.WriteString("<w:tcW w:w=" + width + ` w:type="dxa"/>`)
}

// gridCellOf is where a cell stands.
func (c *compiler) gridCellOf(cell *element) gridCell {
	grid := c.grids[cell.Ancestor("w:tbl")]
	if grid == 0 {
		return gridCell{}
	}
	return gridCell{grid, before(cell, spanOf), spanOf(cell)}
}

// before counts the columns that the elements of the same name before e take.
func before(e *element, columns func(*element) int) int {
	n := 0
	for _, sibling := range e.Parent.Children {
		if sibling == e {
			break
		}
		if sibling.Name == e.Name {
			n += columns(sibling)
		}
	}
	return n
}

// spanOf is how many grid columns a cell takes (17.4.17).
func spanOf(cell *element) int {
	span, _ := strconv.Atoi(cell.Child("w:tcPr").Child("w:gridSpan").Attribute("w:val"))
	return max(span, 1)
}

// width is the cell's width in twips.
func (g gridCell) width(grids map[int][]int) int {
	width := 0
	for i, w := range grids[g.grid] {
		if i >= g.from && i < g.from+g.count {
			width += w
		}
	}
	return width
}

// leastColumn is the width that a column keeps which shares what others leave, in twips.
const leastColumn = 200

// columns sets the widths of a table's columns, in points; those of 0 share what the others leave of the text width.
func (f *filling) columns(grid, count int, points ...any) (markup, error) {
	if len(points) != count {
		return "", fmt.Errorf("the table has %d columns, %d widths are given", count, len(points))
	}
	widths, left, open := make([]int, count), f.textWidth(), 0
	for i, p := range points {
		width, err := inTwips(p)
		if err != nil {
			return "", err
		}
		if width < 0 || width > f.textWidth() {
			return "", errors.New("a column is as wide as the text at most")
		}
		widths[i] = width
		left -= width
		if width == 0 {
			open++
		}
	}
	for i := range widths {
		if widths[i] == 0 {
			widths[i] = max(left/open, leastColumn)
			left -= widths[i]
			open--
		}
	}
	if f.grids == nil {
		f.grids = map[int][]int{}
	}
	f.grids[grid] = widths
	return "", nil
}

// columnWidth is the width of some columns of a table, in twips.
func (f *filling) columnWidth(grid, from, count int) markup {
	return markup(itoa(gridCell{grid, from, count}.width(f.grids)))
}
