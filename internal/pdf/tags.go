package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/structure"
)

// tags ties the structure to what is drawn (14.7, 14.8): each stretch of text on a page carries a number, and each element of
// the tree names the numbers that are its text.
type tags struct {
	root    *structure.Element
	content map[*structure.Element][]content
	objects map[*structure.Element]reference
	widgets map[*structure.Element]widget
	boxes   map[*structure.Element][4]float64 // where figures stand
	kids    []byte                            // of the element being written
}

// content is what stands in an element: marked text of a page, or an abbreviation inside the text.
type content struct {
	page *page
	mark int
	span *structure.Element
}

// A widget is the annotation that a Form element holds, and its number in the parent tree.
type widget struct {
	object reference
	page   *page
}

func newTags(root *structure.Element) *tags {
	return &tags{root: root, content: map[*structure.Element][]content{}, objects: map[*structure.Element]reference{},
		widgets: map[*structure.Element]widget{}, boxes: map[*structure.Element][4]float64{}}
}

// Operators that open what is no part of the text (14.8.2.2).
const (
	pageArtifact = "/Artifact<</Type/Pagination>>BDC\n" // page numbers, repeated header rows
	rule         = "/Artifact<</Type/Layout>>BDC\n"
)

// open begins marked content of an element on a page; nil begins an artifact. What is open already goes on.
func (t *tags) open(p *page, owner *structure.Element) {
	if p.open && p.owner == owner {
		return
	}
	p.end()
	p.open, p.owner = true, owner
	if owner == nil {
		p.content.WriteString(pageArtifact)
		return
	}
	mark := len(p.marked)
	p.marked = append(p.marked, owner)
	t.content[owner] = append(t.content[owner], content{page: p, mark: mark})
	b := append(append(p.content.AvailableBuffer(), '/'), owner.Type...)
	b = strconv.AppendInt(append(b, "<</MCID "...), int64(mark), 10)
	p.content.Write(append(b, ">>BDC\n"...))
}

// span begins an abbreviation inside an element's text.
func (t *tags) span(p *page, owner *structure.Element, expansion string) {
	span := &structure.Element{Type: structure.Span, Expansion: expansion}
	t.content[owner] = append(t.content[owner], content{span: span})
	t.open(p, span)
}

// end closes the marked content that is open on a page.
func (p *page) end() {
	if p.open {
		p.content.WriteString("EMC\n")
		p.open = false
	}
}

// reserve gives every element its object, in the order of reading.
func (t *tags) reserve(f *file, e *structure.Element) {
	t.objects[e] = f.reserve()
	for _, c := range t.content[e] {
		if c.span != nil {
			t.reserve(f, c.span)
		}
	}
	for _, child := range e.Children {
		t.reserve(f, child)
	}
}

// write writes the tree and its parent tree, by which a reader finds the element of a mark, and returns its root.
func (t *tags) write(f *file, pages []*page, widgets []*structure.Element) reference {
	root := f.reserve()
	t.reserve(f, t.root)
	t.element(f, t.root, root)
	var parents strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&parents, "%d[", i)
		for _, owner := range p.marked {
			parents.Write(append(t.objects[owner].append(t.kids[:0]), ' '))
		}
		parents.WriteString("]")
	}
	for i, form := range widgets {
		fmt.Fprintf(&parents, " %d %s", len(pages)+i, t.objects[form])
	}
	f.object(root, "<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d/RoleMap<</Title/P>>>>",
		t.objects[t.root], parents.String(), len(pages)+len(widgets))
	return root
}

// element writes an element and those below it.
func (t *tags) element(f *file, e *structure.Element, parent reference) {
	own := t.objects[e]
	for _, c := range t.content[e] {
		if c.span != nil {
			t.element(f, c.span, own)
		}
	}
	for _, child := range e.Children {
		t.element(f, child, own)
	}
	var home *page // the page that marks without one of their own lie on
	kids := t.kids[:0]
	for _, c := range t.content[e] {
		switch {
		case c.span != nil:
			kids = append(t.objects[c.span].append(kids), ' ')
		case home == nil || home == c.page:
			home = c.page
			kids = append(strconv.AppendInt(kids, int64(c.mark), 10), ' ')
		default:
			kids = append(c.page.object.append(append(kids, "<</Type/MCR/Pg "...)), "/MCID "...)
			kids = append(strconv.AppendInt(kids, int64(c.mark), 10), ">>"...)
		}
	}
	for _, child := range e.Children {
		kids = append(t.objects[child].append(kids), ' ')
	}
	t.kids = kids
	if n := len(kids); n > 0 && kids[n-1] == ' ' {
		kids = kids[:n-1]
	}
	entries := attributes(e)
	if box, ok := t.boxes[e]; ok && e.Type == structure.Figure {
		entries = fmt.Sprintf("/Alt%s/A<</O/Layout/Placement/Inline/BBox[%s %s %s %s]>>", textString(e.Alt),
			number(box[0]), number(box[1]), number(box[2]), number(box[3]))
	}
	w, holdsField := t.widgets[e]
	if holdsField { // not in an array: pyHanko, which judges what was filled in, finds it only so
		home = w.page
	}
	b := append(f.begin(own), "<</Type/StructElem/S/"...)
	b = append(append(b, e.Type...), "/P "...)
	b = append(parent.append(b), entries...)
	if home != nil {
		b = home.object.append(append(b, "/Pg "...))
	}
	if holdsField {
		b = append(w.object.append(append(b, "/K<</Type/OBJR/Obj "...)), ">>"...)
	} else {
		b = append(append(append(b, "/K["...), kids...), ']')
	}
	f.end(append(b, ">>"...))
}

// attributes are the entries that say more of an element (14.8.5; E: 14.9.5).
func attributes(e *structure.Element) string {
	switch e.Type {
	case structure.Span:
		return "/E" + textString(e.Expansion)
	case structure.List:
		return "/A<</O/List/ListNumbering/" + e.Numbering + ">>"
	case structure.HeaderCell, structure.Cell:
		cell := ""
		if e.Type == structure.HeaderCell {
			cell = "/Scope/Column"
		}
		if e.Columns > 1 {
			cell += fmt.Sprintf("/ColSpan %d", e.Columns)
		}
		if e.Rows > 1 {
			cell += fmt.Sprintf("/RowSpan %d", e.Rows)
		}
		if cell != "" {
			return "/A<</O/Table" + cell + ">>"
		}
	}
	return ""
}
