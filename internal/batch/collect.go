package batch

import (
	"os"
	"path/filepath"

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
		c.book, err = c.newBook()
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

// finish writes what belongs to the run as a whole.
func (c *collector) finish() {
	if c.archive != nil {
		c.put(c.Shard.file(c.archiveStem(), ".zip"), c.archive.close())
	}
	if c.book != nil {
		if err := c.book.finish(); err != nil {
			r := c.result
			r.Found = append(r.Found, c.cannotWrite(err))
		} else {
			c.result.Files = append(c.result.Files, c.book.name)
		}
	}
	reports(c.header(), c.entries, func(stem, ending string, data []byte, err error) {
		if err != nil {
			c.result.Found = append(c.result.Found, c.cannotWrite(err))
			return
		}
		c.write(c.Shard.file(stem, ending), data)
	})
}

// archiveStem is the name of the archive of all: the plan's.
func (c *collector) archiveStem() string {
	name := filepath.Base(filepath.FromSlash(c.Model.File.Name))
	return name[:len(name)-len(filepath.Ext(name))]
}

// write puts one of the run's own files in place, whole.
func (c *collector) write(name string, data []byte) {
	staged := filepath.Join(c.stage.dir, filepath.Base(name))
	c.put(name, os.WriteFile(staged, data, 0o644))
}

// put moves a finished file from the staging folder, where it has the same base name or is the archive, to its place.
func (c *collector) put(name string, err error) {
	staged := filepath.Join(c.stage.dir, filepath.Base(name))
	if c.archive != nil && filepath.Ext(name) == ".zip" {
		staged = c.archive.name
	}
	if err == nil {
		err = os.Rename(staged, c.path(name))
	}
	if err != nil {
		c.result.Found = append(c.result.Found, c.cannotWrite(err))
		return
	}
	c.result.Files = append(c.result.Files, c.path(name))
}
