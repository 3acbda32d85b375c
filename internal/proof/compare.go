package proof

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/wml"
)

// A Change is a place where a document says other than the plan inside it.
type Change struct {
	Plan     string `json:"plan"`     // what the plan gives; "" where the document says more
	Document string `json:"document"` // what the document says; "" where it says less
}

// Compare builds the plan inside a PDF or DOCX again and returns where its text differs. Fields filled into a PDF are no part of
// its text.
func Compare(name string, data []byte, inside []bundle.File, r *render.Renderer) ([]Change, diag.List) {
	if bytes.HasPrefix(data, []byte("PK")) {
		return compareDOCX(name, data, inside, r)
	}
	d, err := open(data)
	if err != nil {
		return nil, diag.List{unreadable(name, err)}
	}
	changes, _, found := comparePDF(name, d, inside, r)
	return changes, found
}

// comparePDF compares page by page what is drawn, as one version of the program always draws it; where that differs, the text.
// drawn tells that it does not.
func comparePDF(name string, d *document, inside []bundle.File, r *render.Renderer) (changes []Change, drawn bool, found diag.List) {
	again, found := r.Rebuild(inside, "", []render.Format{render.PDF})
	if found.Failed() {
		return nil, false, found
	}
	notes, err := foreign(d)
	if err != nil {
		return nil, false, diag.List{unreadable(name, err)}
	}
	words, err := pdfWords(d)
	if err != nil {
		return nil, false, diag.List{unreadable(name, err)}
	}
	var candidates [][]string
	for _, file := range again {
		if file.Of != "" {
			continue
		}
		fresh, err := open(file.Data)
		if err != nil {
			return nil, false, diag.List{unreadable(name, err)}
		}
		same, err := sameDrawing(fresh, d)
		if err != nil {
			return nil, false, diag.List{unreadable(name, err)}
		}
		if same {
			return notes, true, nil
		}
		text, err := pdfWords(fresh)
		if err != nil {
			return nil, false, diag.List{unreadable(name, err)}
		}
		candidates = append(candidates, text)
	}
	return append(leastDifferent(candidates, words, " "), notes...), false, nil
}

// notAsDrawn are the entries of a page that say nothing of what is drawn on it; its annotations are looked at one by one.
var notAsDrawn = []pdfread.Name{"Annots", "Parent", "StructParents", "Tabs"}

// sameDrawing tells whether the pages of two files are drawn by the same streams, with the same fonts and pictures.
func sameDrawing(a, b *document) (bool, error) {
	if len(a.pages) != len(b.pages) {
		return false, nil
	}
	c := &comparison{old: a.File, new: b.File, seen: map[[2]uintptr]bool{}}
	for i := range a.pages {
		drawing := func(p pdfread.Page) pdfread.Dict {
			d := maps.Clone(p.Dict)
			maps.DeleteFunc(d, func(key pdfread.Name, _ pdfread.Object) bool { return slices.Contains(notAsDrawn, key) })
			return d
		}
		c.push(nil, "Pages", i, drawing(a.pages[i]), drawing(b.pages[i]))
	}
	err := c.walk()
	return len(c.changed) == 0, err
}

// foreign are what lies on a PDF's pages beside them and is no field: the program makes nothing of that kind.
func foreign(d *document) ([]Change, error) {
	ours := widgets(d.fields)
	var out []Change
	for _, note := range d.notes {
		if _, ok := ours[note.ref]; ok && note.dict["Subtype"] == pdfread.Name("Widget") || len(out) == maxChanged {
			continue
		}
		kind, err := d.Name(note.dict["Subtype"])
		if err != nil {
			return nil, err
		}
		out = append(out, Change{Document: fmt.Sprintf("annotation %s, page %d", short(string(kind)), note.page+1)})
	}
	return out, nil
}

// compareDOCX compares paragraph by paragraph.
func compareDOCX(name string, data []byte, inside []bundle.File, r *render.Renderer) ([]Change, diag.List) {
	pkg, found := wml.OpenPackage(name, data)
	if found.Failed() {
		return nil, found
	}
	doc, found := wml.Read(pkg)
	if found.Failed() {
		return nil, found
	}
	candidates, found := r.Texts(inside)
	if found.Failed() {
		return nil, found
	}
	return leastDifferent(candidates, doc.Text(), "\n"), nil
}

// pdfWords are the words of a PDF's pages, then those that it sets aside: where a page ends is no part of what it says, but its
// number stands there. A picture or a form is a word, too.
func pdfWords(d *document) ([]string, error) {
	words := func(text string) []string { return strings.Fields(strings.ReplaceAll(text, "\uFFFC", " [drawing] ")) }
	var inText, beside []string
	for _, page := range d.pages {
		text, aside, err := d.PageText(page)
		if err != nil {
			return nil, err
		}
		inText, beside = append(inText, words(text)...), append(beside, words(aside)...)
	}
	return append(inText, beside...), nil
}

// leastDifferent compares a document with each file of its plan, of which it is one, and returns how it differs from the one it
// is most like.
func leastDifferent(candidates [][]string, document []string, join string) []Change {
	var best []Change
	for i, candidate := range candidates {
		if slices.Equal(candidate, document) {
			return nil
		}
		if c := changes(candidate, document, join); i == 0 || size(c) < size(best) {
			best = c
		}
	}
	return best
}

func size(changes []Change) int {
	n := 0
	for _, c := range changes {
		n += len(c.Plan) + len(c.Document)
	}
	return n
}

// changes compares pieces of text; neighbouring differences are one change.
func changes(plan, document []string, join string) []Change {
	lines := func(pieces []string) []byte { return []byte(strings.Join(pieces, "\n") + "\n") }
	var out []Change
	var removed, added []string
	flush := func() {
		if len(removed)+len(added) > 0 {
			out = append(out, Change{strings.Join(removed, join), strings.Join(added, join)})
		}
		removed, added = nil, nil
	}
	_, hunks, _ := strings.Cut(string(diff.Diff("plan", lines(plan), "document", lines(document))), "\n@@")
	for line := range strings.SplitSeq(hunks, "\n") {
		switch {
		case strings.HasPrefix(line, "-"):
			removed = append(removed, line[1:])
		case strings.HasPrefix(line, "+"):
			added = append(added, line[1:])
		default:
			flush()
		}
	}
	flush()
	return out
}
