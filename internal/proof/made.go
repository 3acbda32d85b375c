package proof

import (
	"bytes"
	"slices"
	"time"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/render"
)

// Making is how a file was made, beside what it carries, where that is not how files are made when nothing is said.
type Making struct {
	Fields     string    // as --fields takes it; "" where nothing need be said
	Created    time.Time // that the caller gave; the zero Time where it is the plan's own or not said
	OtherFaces bool      // faces of the caller's, whose folder no file tells
	Silent     bool      // a Word file, which does not tell what the PDF beside it was made with
}

// Made compares a file with a rebuild from the plan inside it.
func Made(name string, data []byte, inside []bundle.File, r *render.Renderer) (Making, diag.List) {
	if bytes.HasPrefix(data, []byte("PK")) {
		now, found := versionOf(name, data, r)
		if found.Failed() {
			return Making{}, found
		}
		versions, found := r.Versions(inside)
		if found.Failed() {
			return Making{}, found
		}
		m := Making{Silent: true}
		if len(versions) > 0 && versions[0].Created.IsZero() {
			m.Created = now.Created
		}
		return m, nil
	}
	d, err := open(data)
	if err != nil {
		return Making{}, diag.List{unreadable(name, err)}
	}
	c, found := comparePDF(name, d, inside, r)
	if found.Failed() {
		return Making{}, found
	}
	m, err := made(d, c.fresh)
	if err != nil {
		return Making{}, diag.List{unreadable(name, err)}
	}
	return m, nil
}

// made compares a PDF with a rebuild that has all fields.
func made(d, fresh *document) (Making, error) {
	var m Making
	texts := func(d *document, kind pdfread.Name) bool {
		return slices.ContainsFunc(d.fields, func(f field) bool { return f.kind == kind })
	}
	own, err := places(fresh)
	if err != nil {
		return m, err
	}
	ours := *d
	ours.fields = slices.DeleteFunc(slices.Clone(d.fields), func(f field) bool { return own[f.name] == nil })
	switch {
	case texts(fresh, "Sig") && !texts(&ours, "Sig"):
		m.Fields = "none"
	case texts(fresh, "Tx") && !texts(&ours, "Tx"):
		m.Fields = "sign"
	}
	created, err := createdAt(d)
	if err != nil {
		return m, err
	}
	again, err := createdAt(fresh)
	if err != nil {
		return m, err
	}
	if again.IsZero() {
		m.Created = created
	}
	theirs, err := faces(d)
	if err != nil {
		return m, err
	}
	known, err := faces(fresh)
	m.OtherFaces = slices.ContainsFunc(theirs, func(name string) bool { return !slices.Contains(known, name) })
	return m, err
}

// createdAt is when a PDF says that it was made; the zero Time where it doesn't.
func createdAt(d *document) (time.Time, error) {
	info, err := d.Dict(d.Trailer["Info"])
	if err != nil {
		return time.Time{}, err
	}
	text, err := d.Text(info["CreationDate"])
	return pdfTime(text), err
}
