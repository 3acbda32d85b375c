package layout

import "github.com/kehoach/kehoach/internal/wml"

// A row is a table row being set: it can be cut where its cells' lines allow.
type row struct {
	cells  []*cell
	least  Length // w:trHeight
	exact  bool
	bound  bool // stays with the next row, since a merged cell's text reaches into it
	first  bool // of its table
	header []*box
}

// A cell of a row, its contents already broken into lines.
type cell struct {
	*wml.Cell
	x, width Length
	lines    []*box
	blocks   []Block
	content  Length // height of the lines
	spare    Length // room below the row that a vertical merge gives
	goesOn   bool   // a vertical merge goes on in the row below
}

// table sets a table's rows as boxes, and says what they are.
func (l *layouter) table(t *wml.Table, width Length, fields func(string) string) ([]*box, *Table) {
	out := &Table{}
	columns, left := columns(t, width)
	rows := make([]*row, len(t.Rows))
	for i, r := range t.Rows {
		rows[i] = l.row(r, columns, left, fields)
		out.note(t, i, rows[i])
		rows[i].first = i == 0
	}
	for i := range len(rows) - 1 {
		for _, c := range rows[i].cells {
			c.goesOn = covers(rows[i+1], c.x)
		}
	}
	mergeHeights(rows, l.tallest)
	boxes := make([]*box, len(rows))
	var header []*box
	for i, r := range rows {
		r.header = header
		boxes[i] = r.box()
		if merged := continues(t, i+1); t.Rows[i].CantSplit || merged || continues(t, i) || r.exact {
			boxes[i].whole, boxes[i].tied = true, r.bound
		}
		if t.Rows[i].Header && len(header) == i {
			header = append(header, boxes[i].copied())
			boxes[i].whole, boxes[i].tied, boxes[i].header = true, true, nil
		}
		boxes[i].tied = boxes[i].tied || keepsNext(t.Rows[i])
	}
	if n := len(boxes); n > 0 {
		boxes[n-1].tied = keepsNext(t.Rows[n-1]) // with what follows the table
	}
	return boxes, out
}

// keepsNext tells whether a row stays with the next, or with what follows the table: Word looks at the paragraphs of its first cell.
func keepsNext(r *wml.Row) bool {
	if len(r.Cells) == 0 || len(r.Cells[0].Blocks) == 0 {
		return false
	}
	p, ok := r.Cells[0].Blocks[0].(*wml.Paragraph)
	return ok && p.KeepNext
}

// columns are the widths of a table's grid, scaled to the table's own width, and where the table begins.
func columns(t *wml.Table, width Length) (widths []Length, left Length) {
	var sum Length
	for _, w := range t.Grid {
		sum += Length(w) * Twip
	}
	total := Length(t.Width) * Twip
	switch {
	case t.WidthPercent:
		total = width * Length(t.Width) / 5000
	case t.Width == 0:
		total = min(sum, width)
	}
	for _, w := range t.Grid {
		if sum > 0 {
			widths = append(widths, Length(w)*Twip*total/sum)
		}
	}
	switch t.Align {
	case wml.AlignCenter:
		left = (width - total) / 2
	case wml.AlignRight:
		left = width - total
	default:
		left = Length(t.Indent) * Twip
	}
	return widths, left
}

// row breaks the contents of a row's cells into lines.
func (l *layouter) row(r *wml.Row, columns []Length, x Length, fields func(string) string) *row {
	out := &row{least: Length(r.Height) * Twip, exact: r.HeightRule == wml.LineExact && r.Height > 0}
	at := 0
	for _, c := range r.Cells {
		var width Length
		for range c.Span {
			if at < len(columns) {
				width += columns[at]
				at++
			}
		}
		set := &cell{Cell: c, x: x, width: width}
		x += width
		if c.VMerge != wml.MergeContinue {
			inner := width - Length(c.Margins.Left+c.Margins.Right)*Twip
			set.lines, set.blocks = l.boxes(c.Blocks, max(inner, Point), fields)
			if last, ok := lastParagraph(c.Blocks); ok && len(set.lines) > 0 {
				set.content = Length(last.After) * Twip
			}
		}
		set.content += heightOf(set.lines)
		out.cells = append(out.cells, set)
	}
	return out
}

// heightOf is how tall boxes stand over one another.
func heightOf(boxes []*box) Length {
	var height Length
	for _, b := range boxes {
		height += b.above + b.height
	}
	return height
}

// continues tells whether row i continues a vertical merge.
func continues(t *wml.Table, i int) bool {
	if i >= len(t.Rows) {
		return false
	}
	for _, c := range t.Rows[i].Cells {
		if c.VMerge == wml.MergeContinue {
			return true
		}
	}
	return false
}

// mergeHeights lets a cell merged over rows use the height of them all; what is still missing makes the last of them taller.
// A merged cell whose text no page could hold is left to its first row, which can be cut. Rows of a merge that is taller than a
// page are parted, but not where the cell's text stands.
func mergeHeights(rows []*row, page Length) {
	for i, r := range rows {
		for _, c := range r.cells {
			if c.VMerge != wml.MergeRestart || c.content > page {
				continue
			}
			last, below := i, Length(0)
			for j := i + 1; j < len(rows) && covers(rows[j], c.x); j++ {
				last = j
			}
			for j := i + 1; j <= last; j++ {
				below += rows[j].height()
			}
			if last > i {
				c.spare = c.content
				if missing := c.content - r.height() - below; missing > 0 {
					rows[last].least = max(rows[last].least, rows[last].height()+missing)
				}
				covered := Length(0)
				for j := i; j < last; j++ {
					covered += rows[j].height()
					rows[j].bound = rows[j].bound || covered < c.content || r.height()+below <= page
				}
			}
		}
	}
}

// covers tells whether the cell of r at x continues a merge.
func covers(r *row, x Length) bool {
	for _, c := range r.cells {
		if c.x == x {
			return c.VMerge == wml.MergeContinue
		}
	}
	return false
}

// height is what the row's cells need, a merged one's share left to the rows below.
func (r *row) height() Length {
	height := r.least
	if r.exact {
		return height
	}
	for _, c := range r.cells {
		height = max(height, c.content-c.spare+Length(c.Margins.Top+c.Margins.Bottom)*Twip)
	}
	return height
}

// box places the cells' lines and draws the lines around them.
func (r *row) box() *box {
	b := &box{height: r.height(), row: r, header: r.header}
	for _, c := range r.cells {
		if c.Shading != "" {
			b.items = append(b.items, &Rule{X: c.x, Width: c.width, Height: b.height, Color: c.Shading})
		}
		y := Length(c.Margins.Top) * Twip
		switch free := b.height - c.content - Length(c.Margins.Top+c.Margins.Bottom)*Twip; {
		case free <= 0:
		case c.VAlign == "center":
			y += free / 2
		case c.VAlign == "bottom":
			y += free
		}
		for _, line := range c.lines {
			y += line.above
			line.at = point{c.x + Length(c.Margins.Left)*Twip, y}
			shift(line.items, line.at.x, line.at.y)
			b.items = append(b.items, line.items...)
			b.headings = append(b.headings, line.headings...)
			y += line.height
		}
	}
	r.rules(b)
	return b
}

// rules draws the borders of the cells, each once: the top ones by the table's first row, or by whatever row begins a page. A
// merged cell has none inside, but where a page parts it.
func (r *row) rules(b *box) {
	for i, c := range r.cells {
		if line := drawn(c.TopBorder); line > 0 {
			rule := &Rule{X: c.x - line/2, Y: -line / 2, Width: c.width + line, Height: line, Color: c.TopBorder.Color}
			if r.first {
				b.items = append(b.items, rule)
			} else {
				b.lid = append(b.lid, rule)
			}
		}
		if line := drawn(c.BottomBorder); line > 0 {
			rule := &Rule{X: c.x - line/2, Y: b.height - line/2, Width: c.width + line, Height: line, Color: c.BottomBorder.Color}
			if c.goesOn {
				b.foot = append(b.foot, rule)
			} else {
				b.items = append(b.items, rule)
			}
		}
		if line := drawn(c.LeftBorder); line > 0 {
			b.items = append(b.items, &Rule{X: c.x - line/2, Width: line, Height: b.height, Color: c.LeftBorder.Color})
		}
		if line := drawn(c.RightBorder); line > 0 && (i == len(r.cells)-1 || drawn(r.cells[i+1].LeftBorder) == 0) {
			b.items = append(b.items, &Rule{X: c.x + c.width - line/2, Width: line, Height: b.height, Color: c.RightBorder.Color})
		}
	}
}

// split cuts a row so that its first part is at most room tall. head is nil when not even one line of every cell fits. When the
// row must be cut, because no page could hold it, lines that are tied are parted, rows of tables inside it are cut in turn, and
// it is enough that one cell gets on.
func (r *row) split(room Length, must bool) (head, tail *box) {
	top, bottom := *r, *r
	top.cells, bottom.cells, bottom.least, bottom.first = nil, nil, 0, false
	top.exact, bottom.exact = false, false
	moved := false
	for _, c := range r.cells {
		upper, lower := *c, *c
		upper.lines, lower.lines = c.cut(room, must)
		upper.content, lower.content = heightOf(upper.lines), heightOf(lower.lines)
		upper.spare, lower.spare = 0, 0
		upper.goesOn = false
		if len(upper.lines) == 0 && len(c.lines) > 0 && !must {
			return nil, nil
		}
		moved = moved || len(upper.lines) > 0
		top.cells, bottom.cells = append(top.cells, &upper), append(bottom.cells, &lower)
	}
	if !moved {
		return nil, nil
	}
	top.least = min(top.least, room)
	return top.again(), bottom.again()
}

// cut parts a cell's lines at a height.
func (c *cell) cut(room Length, must bool) (upper, lower []*box) {
	room -= Length(c.Margins.Top+c.Margins.Bottom) * Twip
	n := 0
	for n < len(c.lines) && room >= c.lines[n].above+c.lines[n].height {
		room -= c.lines[n].above + c.lines[n].height
		n++
	}
	if n < len(c.lines) && must && c.lines[n].row != nil {
		inner := c.lines[n]
		inner.goHome()
		if head, tail := inner.row.split(room-inner.above, true); head != nil {
			head.above = inner.above
			return append(append(upper, c.lines[:n]...), head), append([]*box{tail}, c.lines[n+1:]...)
		}
	}
	whole := n
	for n > 0 && n < len(c.lines) && c.lines[n-1].tied {
		n--
	}
	if n == 0 && must {
		n = whole
	}
	return c.lines[:n], c.lines[n:]
}

// goHome moves a box that a cell has placed back to its own corner.
func (b *box) goHome() {
	shift(b.items, -b.at.x, -b.at.y)
	b.at = point{}
}

// again sets the row anew from lines that box has placed once already: they go back to their own corner first. A row of a
// table inside is itself set anew, since its lines share its items.
func (r *row) again() *box {
	for _, c := range r.cells {
		fresh := make([]*box, len(c.lines))
		for i, line := range c.lines {
			line.goHome()
			if line.row != nil {
				fresh[i] = line.row.again()
				fresh[i].above, fresh[i].tied = line.above, line.tied
				continue
			}
			fresh[i] = line.copied()
			fresh[i].headings = line.headings
		}
		c.lines = fresh
	}
	return r.box()
}
