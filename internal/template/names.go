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
	root, err := readPart(part)
	if err != nil {
		return names, err
	}
	for _, style := range root.Children {
		if style.Name != "w:style" {
			continue
		}
		name, id := style.Child("w:name").Attribute("w:val"), style.Attribute("w:styleId")
		switch style.Attribute("w:type") {
		case "paragraph":
			names.paragraph[name] = id
		case "table":
			names.table[name] = id
		case "numbering":
			names.list[name] = style.Child("w:pPr").Child("w:numPr").Child("w:numId").Attribute("w:val")
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
	root, err := readPart(part)
	if err != nil {
		return nil, err
	}
	single := map[string]bool{}
	for _, c := range root.Children {
		switch c.Name {
		case "w:abstractNum":
			single[c.Attribute("w:abstractNumId")] = c.Child("w:multiLevelType").Attribute("w:val") == "singleLevel"
		case "w:num":
			flat[c.Attribute("w:numId")] = single[c.Child("w:abstractNumId").Attribute("w:val")]
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
	for cell := e.Ancestor("w:tc"); cell != nil; cell = cell.Ancestor("w:tc") {
		tcPr, tblPr := cell.Child("w:tcPr"), cell.Ancestor("w:tbl").Child("w:tblPr")
		w := tcPr.Child("w:tcW")
		width, _ := strconv.Atoi(w.Attribute("w:w"))
		margins := 0
		for _, side := range []string{"left", "right"} {
			margins += cellMargin(tcPr.Child("w:tcMar"), tblPr.Child("w:tblCellMar"), side)
		}
		out.cells = append([]cellWidth{{width, w.Attribute("w:type") == "pct", margins, c.gridCellOf(cell)}}, out.cells...)
	}
	return out
}

// cellMargin is the cell's own margin, else the table's, else Word's 108 twips.
func cellMargin(own, table *element, side string) int {
	other := map[string]string{"left": "start", "right": "end"}[side]
	for _, e := range []*element{own.Child("w:" + side), own.Child("w:" + other), table.Child("w:" + side), table.Child("w:" + other)} {
		if v, err := strconv.Atoi(e.Attribute("w:w")); err == nil {
			return v
		}
	}
	return 108
}

func itoa(n int) string { return strconv.Itoa(n) }

func quoteAttribute(s string) string { return `"` + wml.Escape(s) + `"` }
