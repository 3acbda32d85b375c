package pdf

import (
	"fmt"
	"io"
	"strings"

	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/structure"
)

// A Book is one file of many documents for printing, a bookmark each. Its pages leave memory as they are added; what they share,
// the letters of the faces, is written in the end. It claims PDF/A-2b: there is nothing to hear or to fill in.
type Book struct {
	w         *writer
	out       io.Writer
	file      *file
	tree      reference
	resources reference // of all pages
	catalog   reference
	count     int
	firsts    []*page // the first page of each document
	kids      strings.Builder
}

// NewBook begins a book that is written to out.
func NewBook(out io.Writer, info Info) *Book {
	info.Standard = A2B
	b := &Book{w: newWriter(info, nil, newForm(nil, nil), nil), out: out, file: newFile(info.Comment)}
	b.catalog, b.tree, b.resources = b.file.reserve(), b.file.reserve(), b.file.reserve()
	return b
}

// Add adds a document under a bookmark.
func (b *Book) Add(title string, doc *layout.Document) error {
	tree := structure.Of(doc)
	b.w.pages = b.w.pages[:0]
	for _, p := range doc.Pages {
		b.w.Page(p.Width.Points(), p.Height.Points())
		for _, item := range p.Items {
			draw(b.w, tree, item)
		}
	}
	if b.w.err != nil {
		return b.w.err
	}
	for i, p := range b.w.pages {
		p.object = b.file.reserve()
		if i == 0 {
			b.w.marks = append(b.w.marks, bookmark{title: title, page: b.count, y: 0})
			b.firsts = append(b.firsts, p)
		}
		content := b.file.reserve()
		b.file.stream(content, "", p.content.Bytes())
		buffers.Put(p.content)
		p.content = nil
		b.file.object(p.object, "<</Type/Page/Parent %s/MediaBox[0 0 %s %s]/Resources %s/Contents %s>>",
			b.tree, number(p.width), number(p.height), b.resources, content)
		b.kids.WriteString(p.object.String() + " ")
		b.count++
	}
	return b.file.send(b.out)
}

// Close writes what the pages share.
func (b *Book) Close() error {
	f := b.file
	resources, err := b.w.resources(f)
	if err != nil {
		return err
	}
	f.object(b.resources, "%s", resources)
	for _, t := range b.w.fonts {
		if err := t.write(f); err != nil {
			return err
		}
	}
	f.object(b.tree, "<</Type/Pages/Count %d/Kids[%s]>>", b.count, b.kids.String())
	outlines := ""
	if len(b.w.marks) > 0 {
		for i := range b.w.marks {
			b.w.marks[i].page = i
		}
		outlines = "/Outlines " + writeOutline(f, b.w.marks, b.firsts).String() + "/PageMode/UseOutlines"
	}
	f.finish(b.catalog, b.w.describe(f, b.catalog, fmt.Sprintf("/Pages %s", b.tree), outlines))
	if err := f.send(b.out); err != nil {
		return err
	}
	buffers.Put(f.Buffer)
	return nil
}
