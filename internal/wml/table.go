package wml

import "strings"

// tableBorders are the six lines of a table or a style (17.4.38).
type tableBorders struct{ top, right, bottom, left, insideH, insideV Border }

// table reads w:tbl. Borders and margins of style, table and cell are resolved into the cells.
func (r *reader) table(n *node) *Table {
	tblPr := n.child("w:tblPr")
	t := &Table{Align: AlignLeft}
	borders := tableBorders{}
	margins := Sides{Left: 108, Right: 108} // 17.4.42: what Word takes when nothing is said
	id := tblPr.val("w:tblStyle")
	if r.styles.styles[id] == nil {
		id = r.styles.defaultTable
	}
	t.Style = r.styles.names[id]
	for _, style := range r.styles.chain(id) {
		applyTable(t, &borders, &margins, style.child("w:tblPr"))
	}
	applyTable(t, &borders, &margins, tblPr)
	if tblPr.child("w:tblpPr") != nil {
		r.note("w:tblpPr")
	}
	if grid := n.child("w:tblGrid"); grid != nil {
		for _, column := range grid.children {
			if w, ok := column.number("w"); ok && column.name == "w:gridCol" && len(t.Grid) < maxColumns {
				t.Grid = append(t.Grid, Twips(w))
			}
		}
	}
	for _, c := range rowsOf(n) {
		t.Rows = append(t.Rows, r.row(c, margins))
	}
	spreadBorders(t, borders)
	return t
}

// maxColumns bounds a grid; Word's own limit is 63.
const maxColumns = 256

// rowsOf are a table's rows, also those in content controls.
func rowsOf(n *node) []*node {
	var rows []*node
	for _, c := range n.children {
		switch c.name {
		case "w:tr":
			rows = append(rows, c)
		case "w:sdt":
			rows = append(rows, rowsOf(orEmpty(c.child("w:sdtContent")))...)
		case "w:ins", "w:customXml":
			rows = append(rows, rowsOf(c)...)
		}
	}
	return rows
}

func applyTable(t *Table, borders *tableBorders, margins *Sides, tblPr *node) {
	if tblPr == nil {
		return
	}
	if width := tblPr.child("w:tblW"); width != nil {
		t.Width, t.WidthPercent = preferredWidth(width)
	}
	if jc := tblPr.val("w:jc"); jc != "" {
		t.Align = alignment(jc)
	}
	if indent, ok := tblPr.child("w:tblInd").number("w"); ok {
		t.Indent = Twips(indent)
	}
	if b := tblPr.child("w:tblBorders"); b != nil {
		setBorders(b, &borders.top, &borders.right, &borders.bottom, &borders.left)
		setBorder(&borders.insideH, b, "w:insideH")
		setBorder(&borders.insideV, b, "w:insideV")
	}
	applySides(margins, tblPr.child("w:tblCellMar"))
}

// setBorders reads the four sides; strict documents name left and right by where lines begin and end.
func setBorders(n *node, top, right, bottom, left *Border) {
	setBorder(top, n, "w:top")
	setBorder(right, n, "w:right")
	setBorder(right, n, "w:end")
	setBorder(bottom, n, "w:bottom")
	setBorder(left, n, "w:left")
	setBorder(left, n, "w:start")
}

func applySides(s *Sides, n *node) {
	for _, side := range []struct {
		name string
		into *Twips
	}{{"w:top", &s.Top}, {"w:right", &s.Right}, {"w:end", &s.Right}, {"w:bottom", &s.Bottom}, {"w:left", &s.Left}, {"w:start", &s.Left}} {
		if v, ok := n.child(side.name).number("w"); ok {
			*side.into = Twips(v)
		}
	}
}

// preferredWidth reads a width (17.4.87): twips, or fiftieths of a percent; "50%" is 2500.
func preferredWidth(n *node) (width int, percent bool) {
	kind, _ := n.attr("type")
	text, _ := n.attr("w")
	if share, ok := strings.CutSuffix(text, "%"); ok {
		value, _ := whole(share)
		return value * 50, true
	}
	value, _ := whole(text)
	switch kind {
	case "pct":
		return value, true
	case "auto", "nil":
		return 0, false
	}
	return value, false
}

func (r *reader) row(n *node, margins Sides) *Row {
	trPr := n.child("w:trPr")
	row := &Row{HeightRule: LineAtLeast}
	row.Header, _ = trPr.onOff("w:tblHeader")
	row.CantSplit, _ = trPr.onOff("w:cantSplit")
	if height, ok := trPr.child("w:trHeight").number("val"); ok {
		row.Height = Twips(height)
		if rule, _ := trPr.child("w:trHeight").attr("hRule"); rule == string(LineExact) {
			row.HeightRule = LineExact
		}
	}
	if trPr.child("w:gridBefore") != nil || trPr.child("w:gridAfter") != nil {
		r.note("w:gridBefore")
	}
	for _, c := range cellsOf(n) {
		row.Cells = append(row.Cells, r.cell(c, margins))
	}
	return row
}

func cellsOf(n *node) []*node {
	var cells []*node
	for _, c := range n.children {
		switch c.name {
		case "w:tc":
			cells = append(cells, c)
		case "w:sdt":
			cells = append(cells, cellsOf(orEmpty(c.child("w:sdtContent")))...)
		}
	}
	return cells
}

func (r *reader) cell(n *node, margins Sides) *Cell {
	tcPr := n.child("w:tcPr")
	c := &Cell{Span: 1, Margins: margins, VAlign: "top"}
	if span, ok := tcPr.child("w:gridSpan").number("val"); ok {
		c.Span = max(1, min(span, maxColumns))
	}
	if merge := tcPr.child("w:vMerge"); merge != nil {
		c.VMerge = MergeContinue
		if kind, _ := merge.attr("val"); kind == "restart" {
			c.VMerge = MergeRestart
		}
	}
	if width := tcPr.child("w:tcW"); width != nil {
		c.Width, c.WidthPercent = preferredWidth(width)
	}
	applySides(&c.Margins, tcPr.child("w:tcMar"))
	if b := tcPr.child("w:tcBorders"); b != nil {
		setBorders(b, &c.TopBorder, &c.RightBorder, &c.BottomBorder, &c.LeftBorder)
	}
	if shading := tcPr.child("w:shd"); shading != nil {
		c.Shading = fill(shading)
	}
	if v := tcPr.val("w:vAlign"); v != "" {
		c.VAlign = v
	}
	if tcPr.child("w:textDirection") != nil {
		r.note("w:textDirection")
	}
	c.Blocks = r.blocks(n)
	return c
}

// spreadBorders gives every cell the lines that it does not name: the table's own at the edges, the inside lines between.
func spreadBorders(t *Table, b tableBorders) {
	for y, row := range t.Rows {
		for x, c := range row.Cells {
			top, bottom, left, right := b.insideH, b.insideH, b.insideV, b.insideV
			if y == 0 {
				top = b.top
			}
			if y == len(t.Rows)-1 {
				bottom = b.bottom
			}
			if x == 0 {
				left = b.left
			}
			if x == len(row.Cells)-1 {
				right = b.right
			}
			inherit(&c.TopBorder, top)
			inherit(&c.BottomBorder, bottom)
			inherit(&c.LeftBorder, left)
			inherit(&c.RightBorder, right)
		}
	}
}

func inherit(own *Border, from Border) {
	if own.Style == "" {
		*own = from
	}
}
