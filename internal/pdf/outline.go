package pdf

import (
	"fmt"
	"slices"

	"github.com/kehoach/kehoach/internal/layout"
)

// An outline turns headings into bookmarks whose levels begin at 0 and never skip one, as a PDF's outline must be a tree
// (ISO 32000-1, 12.3.3).
type outline struct {
	headings []layout.Heading
	next     int
	open     []int // the outline levels of the headings above the next one
}

// page adds the bookmarks that lead to a page.
func (o *outline) page(canvas Canvas, index int) {
	for ; o.next < len(o.headings) && o.headings[o.next].Page == index; o.next++ {
		h := o.headings[o.next]
		for len(o.open) > 0 && o.open[len(o.open)-1] >= h.Level {
			o.open = o.open[:len(o.open)-1]
		}
		canvas.Bookmark(h.Text, len(o.open), h.Y.Points())
		o.open = append(o.open, h.Level)
	}
}

// A bookmark leads to a height on a page.
type bookmark struct {
	title string
	level int
	page  int
	y     float64
}

// writeOutline writes the bookmarks as a tree: each knows its parent, its neighbours and its children.
func writeOutline(f *file, marks []bookmark, pages []*page) reference {
	root := f.reserve()
	objects := make([]reference, len(marks))
	children := map[int][]int{} // by the parent's index; -1 is the root
	parents := make([]int, len(marks))
	var open []int // the marks above the next one
	for i, m := range marks {
		objects[i] = f.reserve()
		open = open[:min(m.level, len(open))]
		parents[i] = -1
		if len(open) > 0 {
			parents[i] = open[len(open)-1]
		}
		children[parents[i]] = append(children[parents[i]], i)
		open = append(open, i)
	}
	family := func(i int) string {
		list := children[i]
		if len(list) == 0 {
			return ""
		}
		count := len(list)
		if i >= 0 {
			count = -count // closed when the file opens
		}
		return fmt.Sprintf("/First %s/Last %s/Count %d", objects[list[0]], objects[list[len(list)-1]], count)
	}
	for i, m := range marks {
		up, beside := root, ""
		if parents[i] >= 0 {
			up = objects[parents[i]]
		}
		siblings := children[parents[i]]
		n := slices.Index(siblings, i)
		if n > 0 {
			beside += "/Prev " + objects[siblings[n-1]].String()
		}
		if n+1 < len(siblings) {
			beside += "/Next " + objects[siblings[n+1]].String()
		}
		p := pages[m.page]
		f.object(objects[i], "<</Title%s/Parent %s%s%s/Dest[%s/XYZ null %s null]>>", textString(m.title), up, beside, family(i),
			p.object, number(p.height-m.y))
	}
	f.object(root, "<</Type/Outlines%s>>", family(-1))
	return root
}
