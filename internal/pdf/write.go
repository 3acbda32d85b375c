package pdf

import (
	"io"

	"github.com/kehoach/kehoach/internal/layout"
)

// Write draws a document. The same document and info always give the same bytes.
func Write(w io.Writer, doc *layout.Document, info Info) error {
	canvas := newFpdfCanvas(info)
	outline := outline{headings: doc.Headings}
	for i, page := range doc.Pages {
		canvas.Page(page.Width.Points(), page.Height.Points())
		for _, item := range page.Items {
			draw(canvas, item)
		}
		outline.page(canvas, i)
	}
	return canvas.Close(w)
}

func draw(canvas Canvas, item layout.Item) {
	switch i := item.(type) {
	case *layout.Glyphs:
		canvas.Text(i.X.Points(), i.Y.Points(), i.Text, i.Face, i.Size.Points(), i.Stretch.Points(), i.Color)
	case *layout.Rule:
		canvas.Rule(i.X.Points(), i.Y.Points(), i.Width.Points(), i.Height.Points(), i.Color)
	}
}

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
