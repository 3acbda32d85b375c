package pdf

import (
	"io"
	"slices"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/structure"
)

// Write draws a document. The same document and info always give the same bytes.
func Write(w io.Writer, doc *layout.Document, info Info) error {
	tree := structure.Of(doc)
	var canvas Canvas
	if info.Standard == Plain {
		canvas = newFpdfCanvas(info)
	} else {
		canvas = newWriter(info, tree.Root, newForm(info.Fields, hear(tree, info)), lettersOf(doc))
	}
	outline := outline{headings: doc.Headings}
	for i, page := range doc.Pages {
		canvas.Page(page.Width.Points(), page.Height.Points())
		for _, item := range page.Items {
			draw(canvas, tree, item)
		}
		outline.page(canvas, i)
	}
	return canvas.Close(w)
}

// lettersOf are the letters that a document uses of each face, in Unicode's order.
func lettersOf(doc *layout.Document) map[*font.Face][]rune {
	used := map[*font.Face]*[256][]bool{}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			g, ok := item.(*layout.Glyphs)
			if !ok {
				continue
			}
			pages := used[g.Face]
			if pages == nil {
				pages = &[256][]bool{}
				used[g.Face] = pages
			}
			mark := func(r rune) {
				if r > 0xFFFF {
					return // no face has it: drawing says so
				}
				if pages[r>>8] == nil {
					pages[r>>8] = make([]bool, 256)
				}
				pages[r>>8][r&0xFF] = true
			}
			for _, r := range g.Text {
				mark(r)
			}
			if g.Space {
				mark(' ')
			}
		}
	}
	letters := map[*font.Face][]rune{}
	for face, pages := range used {
		for high, page := range pages {
			for low, there := range page {
				if there {
					letters[face] = append(letters[face], rune(high<<8|low))
				}
			}
		}
	}
	return letters
}

// hear puts the fields of a tagged file into its structure, each behind the paragraph that it is beside.
func hear(tree *structure.Tree, info Info) []*structure.Element {
	if !info.Standard.tagged() {
		return nil
	}
	elements := make([]*structure.Element, len(info.Fields))
	for i, field := range slices.Backward(info.Fields) { // the last goes in first: the next goes before it
		elements[i] = &structure.Element{Type: structure.Form}
		tree.After(field.Beside, elements[i])
	}
	return elements
}

func draw(canvas Canvas, tree *structure.Tree, item layout.Item) {
	switch i := item.(type) {
	case *layout.Glyphs:
		text := i.Text
		if i.Space {
			text += " " // else the words on both sides of a line's end are one to whoever copies or hears them
		}
		canvas.Mark(tree.Owner(i))
		canvas.Text(i.X.Points(), i.Y.Points(), text, i.Face, i.Size.Points(), i.Stretch.Points(), i.Color)
	case *layout.Picture:
		canvas.Mark(tree.Figure(i))
		canvas.Picture(i.X.Points(), i.Y.Points(), i.Width.Points(), i.Height.Points(), i.Data)
	case *layout.Rule:
		canvas.Rule(i.X.Points(), i.Y.Points(), i.Width.Points(), i.Height.Points(), i.Color)
	}
}
