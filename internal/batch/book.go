package batch

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"

	"github.com/kehoach/kehoach/internal/render"
)

// A book is the one PDF of all units. It grows beside its place under a name of its own, which the next run takes again.
type book struct {
	name, staged string
	file         *os.File
	out          *bufio.Writer
	pages        *render.Book
}

func (p *Prepared) newBook() (*book, error) {
	b := &book{name: p.Book, staged: filepath.Join(filepath.Dir(p.Book), ".kehoach-"+filepath.Base(p.Book))}
	err := os.MkdirAll(filepath.Dir(p.Book), 0o755)
	if err != nil {
		return nil, err
	}
	if b.file, err = os.Create(b.staged); err != nil {
		return nil, err
	}
	b.out = bufio.NewWriterSize(b.file, 1<<18)
	b.pages = p.Renderer.NewBook(b.out, "Kế hoạch "+p.Model.Plain(p.Model.Title), p.Model.Issuers[0].Name.Text)
	return b, nil
}

// finish puts the book in its place.
func (b *book) finish() error {
	err := errors.Join(b.pages.Close(), b.out.Flush(), b.file.Close())
	if err == nil {
		err = os.Rename(b.staged, b.name)
	}
	if err != nil {
		_ = os.Remove(b.staged)
	}
	return err
}
