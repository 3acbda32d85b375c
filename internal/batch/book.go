package batch

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/render"
)

// A book is the one PDF of all units. It grows in the staging folder.
type book struct {
	name  string // of the growing file
	file  *os.File
	out   *bufio.Writer
	pages *render.Book
}

// bookName is where the book goes: a shard's part has the shard in its name.
func (j *Job) bookName() string {
	ending := filepath.Ext(j.Book)
	return j.Shard.file(j.Book[:len(j.Book)-len(ending)], ending)
}

// bookStem is the book's name as a unit would have it, below the output folder and without its ending; "" when there is none.
func (j *Job) bookStem() string {
	out, err1 := filepath.Abs(j.Out)
	name, err2 := filepath.Abs(j.bookName())
	rel, err3 := filepath.Rel(out, name)
	if j.Book == "" || errors.Join(err1, err2, err3) != nil {
		return ""
	}
	return filepath.ToSlash(strings.TrimSuffix(rel, filepath.Ext(rel)))
}

func (p *Prepared) newBook(name string) (*book, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	b := &book{name: name, file: f, out: bufio.NewWriterSize(f, 1<<18)}
	b.pages = p.Renderer.NewBook(b.out, "Kế hoạch "+p.Model.Plain(p.Model.Title), p.Model.Issuers[0].Name.Text)
	return b, nil
}

// close ends and seals the book.
func (b *book) close() error {
	return errors.Join(b.pages.Close(), b.out.Flush(), output.SealFile(b.file), b.file.Close())
}
