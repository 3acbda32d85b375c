package pdf

import (
	"io"

	"github.com/kehoach/kehoach/internal/layout"
)

// Write draws a document. The same document and info always give the same bytes.
func Write(w io.Writer, doc *layout.Document, info Info) error {
	var canvas Canvas = newWriter(info)
	if info.Standard == Plain {
		canvas = newFpdfCanvas(info)
	}
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
