package redline

import (
	"strings"

	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/wml"
)

// A block is a paragraph, or a table with the empty paragraph that keeps it from the next one.
type block struct {
	*wml.Element
	tail *wml.Element // of a table; nil when text follows
	key  string
	bag  align.Bag
}

func (b *block) table() bool { return b.Name == "w:tbl" }

// isTable tells whether an entry is a table.
func isTable(e entry[block]) bool {
	return e.old != nil && e.old.table() || e.new != nil && e.new.table()
}

// blocksOf are the blocks of a body, cell or header; content controls around them are taken off.
func blocksOf(container *wml.Element) []*block {
	var elements []*wml.Element
	gather(container, &elements, 0)
	var blocks []*block
	for i := 0; i < len(elements); i++ {
		b := &block{Element: elements[i]}
		if b.table() && i+2 < len(elements) && separator(elements[i+1]) {
			i++
			b.tail = elements[i]
		}
		b.key = b.String() + b.tail.String()
		b.bag = align.BagOf(textOf(b.Element))
		blocks = append(blocks, b)
	}
	return blocks
}

// maxControls bounds content controls in content controls.
const maxControls = 32

func gather(container *wml.Element, into *[]*wml.Element, depth int) {
	if container == nil || depth > maxControls {
		return
	}
	for _, c := range container.Children {
		switch c.Name {
		case "w:p", "w:tbl":
			*into = append(*into, c)
		case "w:sdt":
			gather(c.Child("w:sdtContent"), into, depth+1)
		}
	}
}

// separator tells whether a paragraph only keeps two tables apart.
func separator(e *wml.Element) bool {
	return e.Name == "w:p" && textOf(e) == "" && e.Child("w:pPr").Child("w:sectPr") == nil
}

// textOf is the text in an element, paragraphs apart.
func textOf(e *wml.Element) string {
	var b strings.Builder
	var walk func(*wml.Element)
	walk = func(e *wml.Element) {
		if e.Name == "w:t" {
			b.WriteString(wml.Unescape([]byte(e.Inner())))
			return
		}
		if e.Name == "w:noBreakHyphen" {
			b.WriteString("\u2011")
		}
		for _, c := range e.Children {
			walk(c)
		}
		if e.Name == "w:p" && b.Len() > 0 {
			b.WriteByte('\n')
		}
	}
	walk(e)
	return strings.TrimSpace(b.String())
}

// How alike two blocks must be to be one that was changed: less where they are styled alike.
const (
	likeInStyle = 0.4
	likeAtAll   = 0.6
)

// likeness is how alike two blocks are; 0 when they can't be one.
func likeness(old, new *block) float64 {
	if old.Name != new.Name {
		return 0
	}
	if old.table() {
		if columns(old.Element) != columns(new.Element) {
			return 0
		}
		return 0.1 + align.Likeness(old.bag, new.bag)
	}
	if (sectionOf(old.Element) == nil) != (sectionOf(new.Element) == nil) {
		return 0
	}
	l, least := align.Likeness(old.bag, new.bag), likeAtAll
	if styleOf(old.Element) == styleOf(new.Element) {
		least = likeInStyle
	}
	if l < least {
		return 0
	}
	return l
}

func columns(table *wml.Element) int {
	return strings.Count(table.Child("w:tblGrid").Inner(), "<w:gridCol")
}

func sectionOf(p *wml.Element) *wml.Element { return p.Child("w:pPr").Child("w:sectPr") }

func styleOf(p *wml.Element) string { return p.Child("w:pPr").Child("w:pStyle").Attribute("w:val") }

// blocks writes the blocks of a container. Its last paragraph can be neither inserted nor deleted: the container ends with it.
func (m *merger) blocks(old, new []*block) {
	entries := aligned(old, new, func(b *block) string { return b.key }, func(i, j int, old, new []*block) float64 { return likeness(old[i], new[j]) })
	last := len(entries) - 1
	for last >= 0 && !entries[last].kept() {
		last--
	}
	if last < len(entries)-1 && (last < 0 || !shiftable(entries[last:])) {
		entries = joinEnds(entries, last)
	}
	gone := deletedTexts(entries)
	for len(entries) > 0 {
		n := 1
		for n < len(entries) && !entries[n].kept() {
			n++
		}
		if entries[0].kept() && n > 1 && shiftable(entries[:n]) && mustShift(entries[1:n], entries[n:], gone) {
			m.shifted(entries[:n])
		} else {
			for i, e := range entries[:n] {
				m.entry(e, i == len(entries)-1)
			}
		}
		entries = entries[n:]
	}
}

// shiftable tells whether entries are paragraphs whose marks can change places: the first is in both documents, the rest in one.
func shiftable(entries []entry[block]) bool {
	for _, e := range entries {
		if isTable(e) || e.old != nil && sectionOf(e.old.Element) != nil || e.new != nil && sectionOf(e.new.Element) != nil {
			return false
		}
	}
	return true
}

// mustShift tells whether the marks of inserted paragraphs have to change places: at the end of a container, and where LibreOffice
// (7.4.7) would set what follows as the first of them when they are taken back. That is in front of a paragraph without words, and
// where text was moved here: it takes deleted and inserted text that is the same for a move. gone are the texts that were deleted.
func mustShift(changed, rest []entry[block], gone map[string]bool) bool {
	if len(rest) == 0 {
		return true
	}
	if isTable(rest[0]) {
		return false
	}
	misread := textOf(rest[0].new.Element) == ""
	for _, e := range changed {
		if e.status() != inserted {
			return false
		}
		misread = misread || gone[textOf(e.new.Element)]
	}
	first := changed[0].new.Child("w:pPr")
	return misread && plainProperties(first) != plainProperties(rest[0].new.Child("w:pPr"))
}

// deletedTexts are the texts of the paragraphs that only the old document has.
func deletedTexts(entries []entry[block]) map[string]bool {
	gone := map[string]bool{}
	for _, e := range entries {
		if e.status() == deleted && !isTable(e) {
			gone[textOf(e.old.Element)] = true
		}
	}
	return gone
}

// joinEnds makes the last paragraphs of both documents one entry; at is the last entry that both have.
func joinEnds(entries []entry[block], at int) []entry[block] {
	var lastOld, lastNew *block
	for _, e := range entries {
		if e.old != nil {
			lastOld = e.old
		}
		if e.new != nil {
			lastNew = e.new
		}
	}
	if lastOld == nil || lastNew == nil || lastOld.table() || lastNew.table() {
		return entries
	}
	out := entries[:max(at, 0):max(at, 0)]
	for _, e := range entries[max(at, 0):] {
		if e.old != nil && e.old != lastOld {
			out = append(out, entry[block]{old: e.old})
		}
		if e.new != nil && e.new != lastNew {
			out = append(out, entry[block]{new: e.new})
		}
	}
	return append(out, entry[block]{lastOld, lastNew})
}

// entry writes one block; an ending one keeps its mark.
func (m *merger) entry(e entry[block], ending bool) {
	switch {
	case isTable(e):
		m.table(e)
	case e.kept() && e.old.key == e.new.key:
		m.out.WriteString(e.new.String())
	case ending:
		m.paragraph(e, same)
	default:
		m.paragraph(e, e.status())
	}
}

// shifted writes a paragraph that both documents have and some behind it that only one has so that the last mark stays: each mark
// takes the part of the one behind it. So a person types them: at the end of the first paragraph, a mark and then words.
func (m *merger) shifted(entries []entry[block]) {
	var before, after []*wml.Element // the properties that each document's paragraphs have, in order
	for _, e := range entries {
		if e.old != nil {
			before = append(before, e.old.Child("w:pPr"))
		}
		if e.new != nil {
			after = append(after, e.new.Child("w:pPr"))
		}
	}
	for i, e := range entries {
		mark := same
		if i+1 < len(entries) {
			mark = entries[i+1].status()
		}
		var was, is *wml.Element
		if mark != inserted {
			was, before = before[0], before[1:]
		}
		if mark != deleted {
			is, after = after[0], after[1:]
		}
		m.open(was, is, mark)
		m.content(e)
		m.out.WriteString("</w:p>")
	}
}
