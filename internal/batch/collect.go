package batch

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
)

// A collector takes the outcomes in the order of the list: it keeps the journal, the archive of all, the book, and in the end
// writes the manifest.
type collector struct {
	*Prepared
	stage   *staging
	result  *Result
	entries []Entry
	archive *archive
	book    *book
}

// begin opens what is made of all units.
func (c *collector) begin() (err error) {
	if c.Archive == AllArchive {
		c.archive, err = newArchive(filepath.Join(c.stage.dir, "archive.zip"))
	}
	if err == nil && c.Book != "" {
		c.book, err = c.newBook(filepath.Join(c.stage.dir, "book.pdf"))
	}
	return err
}

// maxNotes bounds the warnings that a run remembers; the manifest has them all.
const maxNotes = 1000

// take keeps one outcome; it is true when the machine failed.
func (c *collector) take(o *outcome) (machine bool) {
	r := c.result
	for _, f := range o.found {
		if output.MachineFailed(f) || MachineFailed(f) {
			machine = true
		}
	}
	if c.archive != nil && o.entry.Status == statusDone {
		if err := c.archive.add(o.files); err != nil {
			r.Found = append(r.Found, c.cannotWrite(err))
			return true
		}
	}
	if c.book != nil && o.entry.Status == statusDone {
		if err := c.book.pages.Add(o.task.unit.Name, o.files); err != nil {
			r.Found = append(r.Found, c.cannotWrite(err))
			return true
		}
	}
	c.entries = append(c.entries, o.entry)
	switch {
	case o.entry.Status == statusFailed:
		r.Failed++
		r.Failures = append(r.Failures, Failure{o.task.unit.Name, o.task.unit.At, o.found})
	case o.kept:
		r.Kept++
	default:
		r.Built++
	}
	if o.entry.Status == statusDone && len(r.Notes) < maxNotes {
		r.Notes = append(r.Notes, o.found...)
	}
	if err := c.stage.note(o.entry); err != nil && !machine {
		r.Found = append(r.Found, c.cannotWrite(err))
		machine = true
	}
	r.Unit = o.task.unit.Name
	if c.Progress != nil {
		c.Progress(r.Progress)
	}
	return machine
}

// fill puts what earlier runs made of the units that this one did not reach into the manifest, where it still holds.
func (c *collector) fill(known map[string]Entry) {
	if c.result.Done() == c.result.Total {
		return
	}
	reached := c.entries
	c.entries = make([]Entry, 0, len(c.tasks))
	for _, t := range c.tasks {
		if len(reached) > 0 && reached[0].N == t.n+1 {
			c.entries = append(c.entries, reached[0])
			reached = reached[1:]
		} else if e, ok := t.before(known); ok && c.unchanged(e) {
			c.entries = append(c.entries, e)
		}
	}
}

// finish writes what belongs to the run as a whole. An archive or a book of some units only would take the place of a whole
// one: it is thrown away.
func (c *collector) finish(machine bool) {
	whole := !machine && c.result.Done() == c.result.Total
	if c.archive != nil {
		c.whole(whole, c.archive.close(), c.archive.name, c.archiveName())
	}
	if c.book != nil {
		c.whole(whole, c.book.close(), c.book.name, c.bookName())
	}
	reports(c.header(), c.entries, func(stem, ending string, write func(io.Writer) error) {
		c.write(c.Shard.file(stem, ending), write)
	})
}

// whole puts what is made of all units in its place, when it is.
func (c *collector) whole(whole bool, err error, staged, name string) {
	if !whole {
		c.result.Found = append(c.result.Found, notWhole.At(diag.Location{File: filepath.ToSlash(name)}))
		return
	}
	if err != nil {
		c.result.Found = append(c.result.Found, c.cannotWrite(err))
		return
	}
	found := output.Writer{Force: c.Force}.Put(staged, output.File{Name: name, Input: c.Model.File.Name})
	if c.result.Found = append(c.result.Found, found...); !found.Failed() {
		c.result.Files = append(c.result.Files, name)
	}
}

var notWhole = &diag.Kind{ID: "batch/not-whole", Severity: diag.Warning,
	Message: diag.Words{VI: "không ghi tệp này vì chưa lập xong mọi đơn vị; tệp của lần trước, nếu có, còn nguyên", EN: "not written, as not all units are done; the one of an earlier run, if there is one, is as it was"},
	Fix:     diag.Words{VI: "chạy lại lệnh đến hết", EN: "run the command again to its end"}}

// archiveName is the archive of all: it is named like the plan.
func (j *Job) archiveName() string {
	name := filepath.Base(filepath.FromSlash(j.Model.File.Name))
	return j.path(j.Shard.file(name[:len(name)-len(filepath.Ext(name))], ".zip"))
}

// write puts one of the run's own files in place, whole.
func (c *collector) write(name string, write func(io.Writer) error) {
	staged, target := filepath.Join(c.stage.dir, name), c.path(name)
	f, err := os.Create(staged)
	if err == nil {
		w := bufio.NewWriterSize(f, 1<<16)
		if err = errors.Join(write(w), w.Flush(), f.Close()); err == nil {
			err = os.Rename(staged, target)
		}
	}
	if err != nil {
		c.result.Found = append(c.result.Found, c.cannotWrite(err))
		return
	}
	c.result.Files = append(c.result.Files, target)
}
