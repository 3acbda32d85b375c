package template

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/wml"
)

// styleNames are the styles of a template by the names that a person sees in Word.
type styleNames struct {
	paragraph, table map[string]string // name → w:styleId
	list             map[string]string // name of a numbering style → w:numId
}

// readStyleNames reads the styles part. A template without one has no names.
func readStyleNames(part []byte) (styleNames, error) {
	names := styleNames{map[string]string{}, map[string]string{}, map[string]string{}}
	if part == nil {
		return names, nil
	}
	_, root, err := readPart(part)
	if err != nil {
		return names, err
	}
	for _, style := range root.children {
		if style.name != "w:style" {
			continue
		}
		name, id := style.child("w:name").attribute("w:val"), style.attribute("w:styleId")
		switch style.attribute("w:type") {
		case "paragraph":
			names.paragraph[name] = id
		case "table":
			names.table[name] = id
		case "numbering":
			names.list[name] = style.child("w:pPr").child("w:numPr").child("w:numId").attribute("w:val")
		}
	}
	return names, nil
}

// flatLists are the w:numId of lists with one level: nothing restarts them.
func flatLists(part []byte) (map[string]bool, error) {
	flat := map[string]bool{}
	if part == nil {
		return flat, nil
	}
	_, root, err := readPart(part)
	if err != nil {
		return nil, err
	}
	single := map[string]bool{}
	for _, c := range root.children {
		switch c.name {
		case "w:abstractNum":
			single[c.attribute("w:abstractNumId")] = c.child("w:multiLevelType").attribute("w:val") == "singleLevel"
		case "w:num":
			flat[c.attribute("w:numId")] = single[c.child("w:abstractNumId").attribute("w:val")]
		}
	}
	return flat, nil
}

// A column is the room that a paragraph stands in: the text width, or a table cell's share of it, without the cell's margins.
type column struct {
	cells []cellWidth // outermost first
}

type cellWidth struct {
	width   int // twips, or fiftieths of a percent
	percent bool
	margins int      // twips, left and right together
	grid    gridCell // where an action sets the table's columns
}

// width is the column's width in twips where the text is textWidth wide. grids are the widths that actions have set.
func (c column) width(textWidth int, grids map[int][]int) int {
	for _, cell := range c.cells {
		switch {
		case cell.grid.grid > 0:
			textWidth = cell.grid.width(grids)
		case cell.percent:
			textWidth = textWidth * cell.width / 5000
		case cell.width > 0:
			textWidth = cell.width
		}
		textWidth -= cell.margins
	}
	return textWidth
}

// columnOf finds the cells around a paragraph.
func (c *compiler) columnOf(e *element) column {
	var out column
	for cell := e.ancestor("w:tc"); cell != nil; cell = cell.ancestor("w:tc") {
		tcPr, tblPr := cell.child("w:tcPr"), cell.ancestor("w:tbl").child("w:tblPr")
		w := tcPr.child("w:tcW")
		width, _ := strconv.Atoi(w.attribute("w:w"))
		margins := 0
		for _, side := range []string{"left", "right"} {
			margins += cellMargin(tcPr.child("w:tcMar"), tblPr.child("w:tblCellMar"), side)
		}
		out.cells = append([]cellWidth{{width, w.attribute("w:type") == "pct", margins, c.gridCellOf(cell)}}, out.cells...)
	}
	return out
}

// cellMargin is the cell's own margin, else the table's, else Word's 108 twips.
func cellMargin(own, table *element, side string) int {
	other := map[string]string{"left": "start", "right": "end"}[side]
	for _, e := range []*element{own.child("w:" + side), own.child("w:" + other), table.child("w:" + side), table.child("w:" + other)} {
		if v, err := strconv.Atoi(e.attribute("w:w")); err == nil {
			return v
		}
	}
	return 108
}

func itoa(n int) string { return strconv.Itoa(n) }

func quoteAttribute(s string) string { return `"` + wml.Escape(s) + `"` }
