// Package structure says how a document is read aloud.
//
// Of takes a laid-out document and returns its tree of standard structure elements (ISO 32000-1, 14.8.4): headings, paragraphs,
// lists and tables, in the order of reading. A table without lines only puts blocks side by side, so its paragraphs stand in the
// tree without it: the head by columns, the signature before the recipients. What has no place in the tree, rules and page
// numbers and repeated header rows, is an artifact. It draws nothing and knows no PDF file.
package structure

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/decree"
	"github.com/kehoach/kehoach/internal/layout"
)

// A Type is a structure type: a standard one, or Title, which stands for P.
type Type string

const (
	Document   Type = "Document"
	Title      Type = "Title"
	Paragraph  Type = "P"
	List       Type = "L"
	ListItem   Type = "LI"
	Label      Type = "Lbl"
	ListBody   Type = "LBody"
	Table      Type = "Table"
	Row        Type = "TR"
	HeaderCell Type = "TH"
	Cell       Type = "TD"
	Span       Type = "Span"
	Figure     Type = "Figure"
	Form       Type = "Form"
)

// An Element is a node of the tree: its own text comes first, then its children.
type Element struct {
	Type          Type
	Children      []*Element
	Expansion     string // of a Span: what an abbreviation stands for
	Alt           string // of a Figure: what it shows
	Numbering     string // of a List: ListNumbering (14.8.5.5)
	Columns, Rows int    // covered by a cell, where more than one
}

// A Tree is a document's structure.
type Tree struct {
	Root    *Element
	text    map[*layout.Paragraph]place
	figures map[*layout.Picture]*Element
}

// A place is where a paragraph's text stands in the tree: label is the element of its number.
type place struct{ label, body, parent *Element }

// Owner is the element that text on a page belongs to; nil for an artifact.
func (t *Tree) Owner(g *layout.Glyphs) *Element {
	at := t.text[g.Line.Paragraph]
	if g.Label {
		return at.label
	}
	return at.body
}

// Figure is the element of a picture; nil for one that only decorates.
func (t *Tree) Figure(p *layout.Picture) *Element { return t.figures[p] }

// After puts an element behind a paragraph's own: a field that is filled in there. A paragraph without text has none.
func (t *Tree) After(p *layout.Paragraph, e *Element) {
	at, ok := t.text[p]
	if !ok {
		t.Root.Children = append(t.Root.Children, e)
		return
	}
	i := slices.Index(at.parent.Children, at.body)
	at.parent.Children = slices.Insert(at.parent.Children, i+1, e)
}

// Of builds the tree of a document.
func Of(doc *layout.Document) *Tree {
	b := &builder{tree: &Tree{Root: &Element{Type: Document}, text: map[*layout.Paragraph]place{}, figures: map[*layout.Picture]*Element{}},
		seen: map[*layout.Paragraph]bool{}, pictures: map[*layout.Paragraph][]*layout.Picture{}}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if g, ok := item.(*layout.Glyphs); ok && g.Line.Paragraph != nil && strings.TrimSpace(g.Text) != "" {
				b.seen[g.Line.Paragraph] = true
			}
			if p, ok := item.(*layout.Picture); ok && p.Line.Paragraph != nil && p.Alt != "" {
				b.seen[p.Line.Paragraph] = true
				b.pictures[p.Line.Paragraph] = append(b.pictures[p.Line.Paragraph], p)
			}
		}
	}
	b.blocks(b.tree.Root, doc.Blocks)
	return b.tree
}

// A builder walks through the blocks.
type builder struct {
	tree     *Tree
	seen     map[*layout.Paragraph]bool // paragraphs with text: the others are mere room
	pictures map[*layout.Paragraph][]*layout.Picture
	headings []int            // the outline levels that are open
	under    layout.ListPlace // of the last heading, where it is numbered
	lists    []*openList
}

// An openList is a list that the next item may belong to.
type openList struct {
	element *Element
	style   string
	place   layout.ListPlace
}

// blocks adds blocks to an element. Lists end with the element.
func (b *builder) blocks(parent *Element, blocks []layout.Block) {
	outer := b.lists
	b.lists = nil
	for i, block := range blocks {
		switch block := block.(type) {
		case *layout.Paragraph:
			if b.seen[block] {
				b.paragraph(parent, block, blocks[i+1:])
			}
		case *layout.Table:
			b.table(parent, block)
		}
	}
	b.lists = outer
}

// paragraph adds a paragraph, before which stand others of the same element and behind which come rest.
func (b *builder) paragraph(parent *Element, p *layout.Paragraph, rest []layout.Block) {
	switch {
	case p.Level < layout.BodyLevel:
		b.lists, b.under = nil, p.List
		b.leaf(parent, p, b.heading(p.Level))
	case p.List.List > 0 && p.List.Label != "":
		b.item(parent, p)
	case decree.PartOf(p.Style) == decree.Title:
		b.lists = nil
		b.leaf(parent, p, Title)
	default:
		if body := b.interrupted(rest); body != nil {
			b.leaf(body, p, Paragraph)
			return
		}
		b.lists = nil
		b.leaf(parent, p, Paragraph)
	}
}

// interrupted is the body of the item to which a paragraph without a label belongs: the one behind which the list goes on, or that
// holds the list which comes next; nil where no item follows before a heading or table.
func (b *builder) interrupted(rest []layout.Block) *Element {
	if len(b.lists) == 0 {
		return nil
	}
	for _, block := range rest {
		next, ok := block.(*layout.Paragraph)
		if !ok || b.seen[next] && next.Level < layout.BodyLevel {
			return nil
		}
		if !b.seen[next] || next.List.List == 0 || next.List.Label == "" {
			continue
		}
		if b.under.List == next.List.List && b.under.Level >= next.List.Level {
			return nil
		}
		owner := b.lists[len(b.lists)-1]
		for _, open := range b.lists {
			if open.holds(next) {
				owner = open
				break
			}
		}
		return owner.lastBody()
	}
	return nil
}

// lastBody is the body of a list's last item.
func (l *openList) lastBody() *Element {
	items := l.element.Children
	return items[len(items)-1].Children[1]
}

// leaf adds an element that holds a paragraph's whole text.
func (b *builder) leaf(parent *Element, p *layout.Paragraph, kind Type) {
	e := &Element{Type: kind}
	parent.Children = append(parent.Children, e)
	b.tree.text[p] = place{e, e, parent}
	b.figures(e, p)
}

// heading is H1 to H6. The first is H1, and none skips a level downwards (ISO 14289-1, 7.4.2).
func (b *builder) heading(level int) Type {
	for len(b.headings) > 0 && b.headings[len(b.headings)-1] >= level {
		b.headings = b.headings[:len(b.headings)-1]
	}
	b.headings = append(b.headings, level)
	return Type("H" + string(rune('0'+min(len(b.headings), 6))))
}

// item adds an item to the list it belongs to, which it may begin.
func (b *builder) item(parent *Element, p *layout.Paragraph) {
	b.close(p)
	if n := len(b.lists); n == 0 || !b.lists[n-1].holds(p) {
		list := &Element{Type: List, Numbering: numbering(p.List.Label)}
		holder := parent
		if n > 0 { // inside the body of the item before
			holder = b.lists[n-1].lastBody()
		}
		holder.Children = append(holder.Children, list)
		b.lists = append(b.lists, &openList{list, p.Style, p.List})
	}
	list := b.lists[len(b.lists)-1].element
	label, body := &Element{Type: Label}, &Element{Type: ListBody}
	list.Children = append(list.Children, &Element{Type: ListItem, Children: []*Element{label, body}})
	b.tree.text[p] = place{label, body, body}
	b.figures(body, p)
}

// figures puts a paragraph's pictures into its element.
func (b *builder) figures(into *Element, p *layout.Paragraph) {
	for _, picture := range b.pictures[p] {
		e := &Element{Type: Figure, Alt: picture.Alt}
		into.Children = append(into.Children, e)
		b.tree.figures[picture] = e
	}
}

// close ends the lists that an item does not go on with: those inside the one it belongs to, deeper ones of the
// same list, and all where it goes on with the list that the last heading is counted in.
func (b *builder) close(p *layout.Paragraph) {
	for i, open := range b.lists {
		if open.holds(p) {
			b.lists = b.lists[:i+1]
			return
		}
	}
	if b.under.List == p.List.List && b.under.Level >= p.List.Level { // the next item beside a heading that is one itself
		b.lists = nil
		return
	}
	for i, open := range b.lists {
		if open.place.List == p.List.List && open.place.Level >= p.List.Level {
			b.lists = b.lists[:i]
			return
		}
	}
}

// holds tells whether an item stands beside those of an open list: set alike, or at the same level.
func (l *openList) holds(p *layout.Paragraph) bool {
	return l.place.List == p.List.List && (l.place.Level == p.List.Level || l.style == p.Style && l.place.Indent == p.List.Indent)
}

// numbering is the ListNumbering of a list whose first label is given (14.8.5.5): None for dashes.
func numbering(label string) string {
	switch text := strings.Trim(label, ".()/ "); {
	case text == "":
		return "None"
	case strings.Trim(text, "0123456789.") == "":
		return "Decimal"
	case strings.Trim(text, "IVXLCDM") == "":
		return "UpperRoman"
	case len(text) == 1 && text >= "a" && text <= "z":
		return "LowerAlpha"
	case len(text) == 1 && text >= "A" && text <= "Z":
		return "UpperAlpha"
	}
	return "None"
}
