package layout

import "github.com/kehoach/kehoach/internal/wml"

// A flow puts boxes on the pages of one section.
type flow struct {
	*layouter
	index       int
	section     *wml.Section
	page        *Page
	y           Length // where the next box goes
	x           Length
	top, bottom Length
	fresh       bool // nothing stands on the page yet
	last        *box // what stands above y
}

// section sets one section's blocks.
func (l *layouter) section(index int, s *wml.Section) {
	g := s.Page
	f := &flow{layouter: l, index: index, section: s, x: Length(g.Left) * Twip}
	width := Length(max(g.Width-g.Left-g.Right, 200)) * Twip
	l.tallest = Length(g.Height-g.Top-g.Bottom) * Twip
	boxes, blocks := l.boxes(s.Blocks, width, l.bodyFields)
	l.out.Blocks = append(l.out.Blocks, blocks...)
	if s.Break == wml.Continuous && index > 0 && len(l.out.Pages) > 0 {
		f.resume()
	} else {
		f.newPage()
	}
	if len(boxes) > 0 && f.fresh {
		f.y += boxes[0].above // only an automatic page break swallows the space
	}
	f.put(boxes)
}

// boxes sets blocks one after another in a column, and says what they are.
func (l *layouter) boxes(blocks []wml.Block, width Length, fields func(string) string) (boxes []*box, out []Block) {
	var previous *wml.Paragraph
	for _, block := range blocks {
		switch b := block.(type) {
		case *wml.Paragraph:
			p := structure(b)
			out = append(out, p)
			lines := l.paragraph(b, p, width, fields)
			if previous != nil {
				lines[0].pageBefore = lines[0].pageBefore || endsPage(previous)
				lines[0].above = l.between(previous, b)
			}
			boxes = append(boxes, lines...)
			previous = b
		case *wml.Table:
			rows, table := l.table(b, width, fields)
			out = append(out, table)
			if previous != nil && len(rows) > 0 {
				rows[0].pageBefore = endsPage(previous)
				rows[0].above += Length(previous.After) * Twip
			}
			boxes = append(boxes, rows...)
			previous = nil
		}
	}
	return boxes, out
}

// between is the space between two paragraphs: the larger of the one's after and the other's before, or their sum where the
// document's settings ask for it. Contextual spacing takes its paragraph's share away (17.3.1.9).
func (l *layouter) between(p, next *wml.Paragraph) Length {
	after, before := Length(p.After)*Twip, Length(next.Before)*Twip
	if p.Style == next.Style {
		if p.ContextualSpacing {
			after = 0
		}
		if next.ContextualSpacing {
			before = 0
		}
	}
	if l.doc.AddSpacing {
		return after + before
	}
	return max(after, before)
}

// endsPage tells whether a page break is the last thing in a paragraph.
func endsPage(p *wml.Paragraph) bool {
	if len(p.Inlines) == 0 {
		return false
	}
	last, ok := p.Inlines[len(p.Inlines)-1].(*wml.Break)
	return ok && last.Page
}

// needs fills what each box needs from the end forwards: its own height, and that of the boxes it is tied to.
func needs(boxes []*box) {
	for i := len(boxes) - 1; i >= 0; i-- {
		boxes[i].need = boxes[i].height
		if boxes[i].tied && i+1 < len(boxes) && !boxes[i+1].pageBefore {
			boxes[i].need += boxes[i+1].above + boxes[i+1].need
		}
	}
}

// put sets boxes on this page and the next ones. A box begins a new page when what it needs isn't free; boxes tied together
// over more than a whole page are parted, since no page could hold them.
func (f *flow) put(boxes []*box) {
	needs(boxes)
	full := f.bottom - f.top
	for _, b := range boxes {
		need := b.need
		if need > full {
			need = b.height
		}
		if !f.fresh && (b.pageBefore || f.y+b.above+need > f.bottom) {
			tall := b.height > full-heightOf(b.header) // no page could hold it: it is cut where it stands
			if b.row != nil && (tall || !b.whole) && !b.pageBefore {
				if head, tail := b.row.split(f.bottom-f.y-b.above, false); head != nil {
					f.set(head)
					f.turn(b)
					f.rest(tail)
					continue
				}
			}
			f.turn(b)
		}
		f.rest(b)
	}
}

// rest sets a box at the top of a page, or where it fits. A row that is taller than what is left below its table's header rows
// is cut, a piece a page, whatever it asks for: no page could hold it.
func (f *flow) rest(b *box) {
	for b.row != nil && f.y+b.height > f.bottom {
		head, tail := b.row.split(f.bottom-f.y, true)
		if head == nil {
			break
		}
		f.set(head)
		f.turn(tail)
		b = tail
	}
	f.set(b)
}

// turn begins a new page for b, with the header rows of its table, if they leave half of the page.
func (f *flow) turn(b *box) {
	if f.last != nil {
		place(f.page, f.last.foot, f.x, f.y-f.last.height)
	}
	f.newPage()
	if heightOf(b.header) > (f.bottom-f.top)/2 {
		return
	}
	for _, h := range b.header {
		again := h.copied()
		disown(again.items)
		f.set(again)
	}
}

// set puts one box where the flow stands.
func (f *flow) set(b *box) {
	if f.fresh {
		if b.pageBefore && len(f.out.Pages) > 1 {
			f.y += b.before
		}
		place(f.page, b.lid, f.x, f.y)
	} else {
		f.y += b.above
	}
	for _, h := range b.headings {
		h.Page, h.Y = len(f.out.Pages)-1, f.y
		f.out.Headings = append(f.out.Headings, h)
	}
	place(f.page, b.items, f.x, f.y)
	f.y += b.height
	f.fresh, f.last = false, b
}

// newPage begins a page of the section.
func (f *flow) newPage() {
	g := f.section.Page
	number, first := 1, true
	if n := len(f.out.Pages); n > 0 {
		last := f.out.Pages[n-1]
		number, first = last.Number+1, last.Section != f.index
	}
	if first && f.section.Number > 0 {
		number = f.section.Number
	}
	f.page = &Page{Width: Length(g.Width) * Twip, Height: Length(g.Height) * Twip, Section: f.index, Number: number}
	f.out.Pages = append(f.out.Pages, f.page)
	f.region(first)
	f.y, f.fresh = f.top, true
}

// region is where the text may stand: between the margins, or between a header and a footer taller than them.
func (f *flow) region(first bool) {
	g := f.section.Page
	width := Length(g.Width-g.Left-g.Right) * Twip
	placeholder := func(string) string { return "0" }
	header := f.stack(marginBlocks(f.section, f.section.Header, first), width, placeholder).height
	footer := f.stack(marginBlocks(f.section, f.section.Footer, first), width, placeholder).height
	f.top, f.bottom = Length(g.Top)*Twip, f.page.Height-Length(g.Bottom)*Twip
	if header > 0 {
		f.top = max(f.top, Length(g.HeaderDistance)*Twip+header)
	}
	if footer > 0 {
		f.bottom = min(f.bottom, f.page.Height-Length(g.FooterDistance)*Twip-footer)
	}
	f.bottom = max(f.bottom, f.top+20*Point)
}

// resume goes on below what the last page holds, for a continuous section.
func (f *flow) resume() {
	f.page = f.out.Pages[len(f.out.Pages)-1]
	f.region(false)
	f.y = f.top
	for _, item := range f.page.Items {
		switch i := item.(type) {
		case *Glyphs:
			f.y = max(f.y, i.Y+i.Size/4)
		case *Rule:
			f.y = max(f.y, i.Y+i.Height)
		case *Picture:
			f.y = max(f.y, i.Y+i.Height)
		}
	}
	f.fresh = f.y == f.top
}

// stack sets blocks as one box, for margins: their lines are no part of the text.
func (l *layouter) stack(blocks []wml.Block, width Length, fields func(string) string) *box {
	whole := &box{}
	boxes, _ := l.boxes(blocks, width, fields)
	for i, b := range boxes {
		if i > 0 || b.above > 0 {
			whole.height += b.above
		}
		shift(b.items, 0, whole.height)
		whole.items = append(whole.items, b.items...)
		whole.headings = append(whole.headings, b.headings...)
		whole.height += b.height
	}
	if last, ok := lastParagraph(blocks); ok && len(whole.items) > 0 {
		whole.height += Length(last.After) * Twip
	}
	disown(whole.items)
	return whole
}

// disown takes lines out of the document's text.
func disown(items []Item) {
	for _, item := range items {
		if line, ok := item.(*Line); ok {
			line.Paragraph = nil
		}
	}
}

func lastParagraph(blocks []wml.Block) (*wml.Paragraph, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	p, ok := blocks[len(blocks)-1].(*wml.Paragraph)
	return p, ok
}

// copied is a box with items of its own, to be set once more on another page. A repeated row brings no bookmarks.
func (b *box) copied() *box {
	c := *b
	c.headings, c.foot, c.items = nil, nil, make([]Item, len(b.items))
	var line *Line
	for i, item := range b.items {
		switch it := item.(type) {
		case *Line:
			again := *it
			line = &again
			c.items[i] = line
		case *Glyphs:
			again := *it
			again.Line = line
			c.items[i] = &again
		case *Rule:
			again := *it
			c.items[i] = &again
		case *Picture:
			again := *it
			again.Line = line
			c.items[i] = &again
		}
	}
	return &c
}
