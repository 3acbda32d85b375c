package render

import (
	"io"

	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/pdf"
)

// A Book is one PDF of the plans of many units, for printing.
type Book struct {
	pdf *pdf.Book
}

// NewBook begins a book.
func (r *Renderer) NewBook(w io.Writer, title, author string) *Book {
	return &Book{pdf: pdf.NewBook(w, pdf.Info{Title: title, Author: author, Type: "Kế hoạch", Comment: output.Unsealed, Language: "vi-VN", Created: r.Created})}
}

// Add adds the documents of files that Plan made, once each, whatever formats they have.
func (b *Book) Add(title string, files []File) error {
	var last *File
	for i := range files {
		f := &files[i]
		if f.laid.Document == nil || last != nil && last.laid.Document == f.laid.Document {
			continue
		}
		last = f
		if err := b.pdf.Add(title, f.laid.Document); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the book.
func (b *Book) Close() error { return b.pdf.Close() }
