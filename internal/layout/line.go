package layout

import (
	"strings"

	"github.com/kehoach/kehoach/internal/wml"
)

// A box is something that is set on a page as a whole: a line, a table row. Its items are placed from its own top left corner.
type box struct {
	above    Length // space above it, which the top of a page swallows
	before   Length // of that, its paragraph's own, which stays below a page break that was asked for
	height   Length
	items    []Item
	headings []Heading
	need     Length // what must be free for it to start here: its own height, and that of the boxes it is tied to
	tied     bool   // must stand on the same page as the box after it

	pageBefore bool   // starts a new page, whatever room is left
	header     []*box // the rows of its table that are repeated when it begins a page
	row        *row   // a table row; nil for all else
	whole      bool   // a row that breaks only when no page could hold it
	lid        []Item // rules above it, drawn only where it begins a page
	foot       []Item // rules below it, drawn only where it ends a page
	at         point  // where a cell placed it, so that it can be placed anew
}

type point struct{ x, y Length }

// paragraph sets a paragraph in a column that is width wide.
func (l *layouter) paragraph(p *wml.Paragraph, owner *Paragraph, width Length, fields func(string) string) []*box {
	left, right := Length(p.Left)*Twip, Length(p.Right)*Twip
	first := Length(p.FirstLine) * Twip
	room := width - left - right
	letters, label := l.letters(p, fields)
	tabs := func(at, n int, x Length) Length {
		return l.tab(p, letters, at, x+indent(n, left, first), width-right)
	}
	lines := breakLines(letters, func(n int) Length { return room - indent(n, 0, first) }, tabs)

	boxes := make([]*box, len(lines))
	for n, line := range lines {
		b := &box{}
		s := lineSetter{layouter: l, p: p, letters: letters[line.from:line.to], forced: line.forced, label: label - line.from,
			swallowed: line.to < line.next && strings.ContainsRune(" \n", letters[line.to].r),
			x:         left + indent(n, 0, first), room: room - indent(n, 0, first),
			tab: func(at int, x Length) Length { return tabs(line.from+at, n, x) }}
		b.height, b.items = s.set(owner)
		boxes[n] = b
		if n > 0 && lines[n-1].page {
			b.pageBefore = true
		}
	}
	l.around(p, boxes, left, width-right)
	return boxes
}

// indent is where the n-th line begins: only the first is indented.
func indent(n int, left, first Length) Length {
	if n == 0 {
		return left + first
	}
	return left
}

// around adds what surrounds a paragraph's lines: spacing, borders, shading, keeping together, its bookmark.
func (l *layouter) around(p *wml.Paragraph, boxes []*box, left, right Length) {
	first, last := boxes[0], boxes[len(boxes)-1]
	first.above = Length(p.Before) * Twip
	first.before = first.above
	first.pageBefore = first.pageBefore || p.PageBreakBefore
	if p.OutlineLevel < 9 {
		if text := headingText(p); text != "" {
			first.headings = []Heading{{Level: p.OutlineLevel, Text: text}}
		}
	}
	keepTogether(p, boxes)
	if line := drawn(p.TopBorder); line > 0 {
		grow := Length(p.TopBorder.Space)*Point + line
		shift(first.items, 0, grow)
		first.height += grow
		first.items = append(first.items, &Rule{X: left, Y: 0, Width: right - left, Height: line, Color: p.TopBorder.Color})
	}
	if line := drawn(p.BottomBorder); line > 0 {
		grow := Length(p.BottomBorder.Space)*Point + line
		last.items = append(last.items, &Rule{X: left, Y: last.height + grow - line, Width: right - left, Height: line,
			Color: p.BottomBorder.Color})
		last.height += grow
	}
	for _, b := range boxes {
		sideBorders(p, b, left, right)
		if p.Shading != "" {
			b.items = append([]Item{&Rule{X: left, Width: right - left, Height: b.height, Color: p.Shading}}, b.items...)
		}
	}
}

// sideBorders draws the lines left and right of one line of a framed paragraph, outside its indents (17.3.1.24).
func sideBorders(p *wml.Paragraph, b *box, left, right Length) {
	if line := drawn(p.LeftBorder); line > 0 {
		x := left - Length(p.LeftBorder.Space)*Point - line
		b.items = append(b.items, &Rule{X: x, Width: line, Height: b.height, Color: p.LeftBorder.Color})
		extend(b, x, 0)
	}
	if line := drawn(p.RightBorder); line > 0 {
		x := right + Length(p.RightBorder.Space)*Point
		b.items = append(b.items, &Rule{X: x, Width: line, Height: b.height, Color: p.RightBorder.Color})
		extend(b, 0, x+line)
	}
}

// extend lengthens the horizontal borders of a framed paragraph to the corners of its frame.
func extend(b *box, from, to Length) {
	for _, item := range b.items {
		r, ok := item.(*Rule)
		if !ok || r.Height >= r.Width {
			continue
		}
		if from < r.X && from != 0 {
			r.Width, r.X = r.Width+r.X-from, from
		}
		if to > r.X+r.Width {
			r.Width = to - r.X
		}
	}
}

// drawn is how thick a border is drawn; 0 for none.
func drawn(b wml.Border) Length {
	if b.Style == "" || b.Style == "none" || b.Style == "nil" {
		return 0
	}
	return Length(max(b.Size, 2)) * Point / 8
}

// keepTogether ties lines that must not be parted: all of them with keep lines, else the two at each end (widows and
// orphans).
func keepTogether(p *wml.Paragraph, boxes []*box) {
	n := len(boxes)
	for i, b := range boxes[:n-1] {
		b.tied = p.KeepLines || p.WidowControl && (i == 0 || i == n-2)
	}
	boxes[n-1].tied = p.KeepNext
}

// headingText is a paragraph's text for the bookmarks, its number first.
func headingText(p *wml.Paragraph) string {
	var b strings.Builder
	if p.Number != nil && p.Number.Text != "" {
		b.WriteString(p.Number.Text + " ")
	}
	for _, in := range p.Inlines {
		switch in := in.(type) {
		case *wml.Text:
			b.WriteString(strings.ReplaceAll(in.Text, string(noBreakHyphen), "-"))
		case *wml.Break, *wml.TabChar:
			b.WriteString(" ")
		}
	}
	return strings.TrimSpace(b.String())
}

// A lineSetter places the letters of one line.
type lineSetter struct {
	*layouter
	p       *wml.Paragraph
	letters []letter
	label   int // how many of letters are the paragraph's number
	forced  bool
	x, room Length
	tab     func(at int, x Length) Length

	swallowed bool // a space or a line break stands behind the line's end
}

// set returns the line's height and its items: first the line itself.
func (s *lineSetter) set(owner *Paragraph) (Length, []Item) {
	ascent, height := s.vertical()
	natural, spaces := s.measure()
	x, stretch := s.x, Length(0)
	switch free := s.room - natural; {
	case s.p.Align == wml.AlignCenter:
		x += free / 2
	case s.p.Align == wml.AlignRight:
		x += free
	case s.p.Align == wml.AlignJustify && !s.forced && spaces > 0:
		stretch = free / Length(spaces)
	}
	line := &Line{Paragraph: owner, X: s.x, Width: s.room, Height: height}
	return height, s.glyphs(append(make([]Item, 0, 4), line), line, x, ascent, stretch)
}

// vertical is where the baseline lies under the line's top, and the line's height. 17.3.1.33.
func (s *lineSetter) vertical() (ascent, height Length) {
	mark := s.styleOf(s.p.MarkRun)
	ascent, descent := Length(0), Length(0)
	for _, l := range s.letters {
		ascent, descent = max(ascent, l.style.ascent), max(descent, l.style.descent)
	}
	if len(s.letters) == 0 {
		ascent, descent = mark.ascent, mark.descent
	}
	height = ascent + descent
	switch s.p.LineRule {
	case wml.LineExact:
		exact := Length(s.p.Line) * Twip
		return exact * 4 / 5, exact // as LibreOffice places it: four fifths above the baseline
	case wml.LineAtLeast:
		least := Length(s.p.Line) * Twip
		return ascent + max(0, least-height), max(height, least)
	}
	full := height * Length(s.p.Line) / 240
	return ascent + min(0, full-height), full // what is more stands below the letters, what is less is cut above them
}

// measure is the line's natural width and how many of its spaces may be stretched: those behind the last tab.
func (s *lineSetter) measure() (natural Length, spaces int) {
	for i, l := range s.letters {
		switch l.r {
		case tabMark:
			natural += s.tab(i, natural)
			spaces = 0
		case ' ':
			spaces++
			fallthrough
		default:
			natural += l.width
		}
	}
	return natural, spaces
}

// glyphs cuts the line into items of one style each, and adds them to items.
func (s *lineSetter) glyphs(items []Item, line *Line, x, baseline, stretch Length) []Item {
	var run, last *Glyphs
	var text strings.Builder
	lastTab := -1
	for i, l := range s.letters {
		if l.r == tabMark {
			lastTab = i
		}
	}
	begin := x
	flush := func(style *style) {
		if run != nil {
			run.Text, run.Width = text.String(), x-run.X
			last = run
			items = append(items, run)
			items = append(items, decorations(run, style)...)
			run = nil
			text.Reset()
		}
	}
	var current *style
	for i, l := range s.letters {
		if l.r == tabMark {
			flush(current)
			x += s.tab(i, x-begin)
			continue
		}
		if l.style.picture != nil {
			flush(current)
			items = append(items, l.picture(line, x, baseline))
			x += l.width
			continue
		}
		if l.r == softHyphen && i < len(s.letters)-1 {
			continue
		}
		widen := Length(0)
		if l.r == ' ' && i > lastTab {
			widen = stretch
		}
		if run == nil || i == s.label || l.style != current || (run.Stretch != widen && l.r == ' ') && run.Stretch != stretch {
			flush(current)
			current = l.style
			run = &Glyphs{X: x, Y: baseline - l.style.raise, Face: l.style.face, Size: l.style.size, Color: l.style.color, Line: line, Label: i < s.label}
			if i > lastTab {
				run.Stretch = stretch
			}
			text.Grow(len(s.letters) - i + (len(s.letters)-i)/2) // Vietnamese takes one and a half bytes a letter
		}
		text.WriteRune(drawnRune(l.r))
		x += l.width + widen
	}
	flush(current)
	if last != nil {
		last.Space = s.swallowed
	}
	return items
}

func drawnRune(r rune) rune {
	if r == noBreakHyphen || r == softHyphen {
		return '-'
	}
	return r
}

// decorations are the lines under or through a run.
func decorations(g *Glyphs, s *style) []Item {
	var items []Item
	if s.underline {
		items = append(items, &Rule{X: g.X, Y: g.Y + s.size/10, Width: g.Width, Height: s.size / 20, Color: s.color})
	}
	if s.strike {
		items = append(items, &Rule{X: g.X, Y: g.Y - s.size/4, Width: g.Width, Height: s.size / 20, Color: s.color})
	}
	return items
}

// tab is the width of the tab at letters[at], which stands at x from the column's left edge: to the next stop, or to a
// multiple of the default distance.
func (l *layouter) tab(p *wml.Paragraph, letters []letter, at int, x, edge Length) Length {
	if at >= len(letters) {
		return 0
	}
	stop, align := Length(-1), wml.AlignLeft
	for _, t := range p.Tabs {
		if pos := Length(t.At) * Twip; pos > x && (stop < 0 || pos < stop) {
			stop, align = pos, t.Align
			if t.Leader != 0 {
				l.once("leader", tabLeader)
			}
		}
	}
	if hang := Length(p.Left) * Twip; p.FirstLine < 0 && hang > x && (stop < 0 || hang < stop) {
		stop, align = hang, wml.AlignLeft // 17.3.1.37: a hanging indent is a stop of its own
	}
	if stop < 0 {
		distance := Length(l.doc.DefaultTab) * Twip
		return distance - x%distance
	}
	var following Length
	for _, next := range letters[at+1:] {
		if next.r == tabMark || next.r == lineBreakMark || next.r == pageBreakMark {
			break
		}
		following += next.width
	}
	switch align {
	case wml.AlignRight:
		return max(0, stop-x-following)
	case wml.AlignCenter:
		return max(0, stop-x-following/2)
	}
	return stop - x
}

// shift moves items.
func shift(items []Item, dx, dy Length) {
	for _, item := range items {
		switch i := item.(type) {
		case *Line:
			i.X, i.Y = i.X+dx, i.Y+dy
		case *Glyphs:
			i.X, i.Y = i.X+dx, i.Y+dy
		case *Rule:
			i.X, i.Y = i.X+dx, i.Y+dy
		case *Picture:
			i.X, i.Y = i.X+dx, i.Y+dy
		}
	}
}
