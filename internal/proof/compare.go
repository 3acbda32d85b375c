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
	found, diags := comparePDF(name, d, inside, r)
	return found.changes, diags
}

// A comparedPDF is what a rebuild says of a PDF.
type comparedPDF struct {
	changes  []Change
	drawn    bool      // it draws the very same pages
	fresh    *document // the file that it makes for this one
	attached *Attached // the Word file inside; nil where there is none
}

// comparePDF compares page by page what is drawn, as one version of the program always draws it; where that differs, the text.
// A rebuild has all fields that a plan may give.
func comparePDF(name string, d *document, inside []bundle.File, r *render.Renderer) (comparedPDF, diag.List) {
	full := *r
	full.Fields = render.Fields{Sign: true, Number: true}
	again, found := full.Rebuild(inside, "", []render.Format{render.DOCX, render.PDF})
	if found.Failed() {
		return comparedPDF{}, found
	}
	out, err := leastDifferentPDF(d, again)
	if err != nil {
		return comparedPDF{}, diag.List{unreadable(name, err)}
	}
	if document := bundle.Find(inside, bundle.Document); document != nil {
		if out.attached, found = compareAttached(*document, again, r); found.Failed() {
			return comparedPDF{}, found
		}
	}
	return out, found
}

// leastDifferentPDF compares a PDF with each that its plan gives, of which it is one.
func leastDifferentPDF(d *document, again []render.File) (comparedPDF, error) {
	notes, err := foreign(d)
	if err != nil {
		return comparedPDF{}, err
	}
	words, err := pdfWords(d)
	if err != nil {
		return comparedPDF{}, err
	}
	var best comparedPDF
	for _, file := range again {
		if !strings.HasSuffix(file.Name, string(render.PDF)) {
			continue
		}
		fresh, err := open(file.Data)
		if err != nil {
			return comparedPDF{}, err
		}
		same, err := sameDrawing(fresh, d)
		if err != nil {
			return comparedPDF{}, err
		}
		if same {
			return comparedPDF{changes: notes, drawn: true, fresh: fresh}, nil
		}
		text, err := pdfWords(fresh)
		if err != nil {
			return comparedPDF{}, err
		}
		if c := differences(text, words, " "); best.fresh == nil || size(c) < size(best.changes) {
			best = comparedPDF{changes: c, fresh: fresh}
		}
	}
	best.changes = append(best.changes, notes...)
	return best, nil
}

// Attached is the Word file that a PDF carries beside its plan.
type Attached struct {
	Path    string   `json:"path"`
	Exact   bool     `json:"exact"`   // a rebuild gives its very bytes
	Changes []Change `json:"changes"` // where its text is not that of the plan
}

// compareAttached compares the Word file inside a PDF with those that the plan gives: their bytes, else their text.
func compareAttached(document bundle.File, again []render.File, r *render.Renderer) (*Attached, diag.List) {
	out := &Attached{Path: document.Path, Changes: []Change{}}
	var candidates [][]string
	for _, file := range again {
		if !strings.HasSuffix(file.Name, string(render.DOCX)) {
			continue
		}
		if bytes.Equal(file.Data, document.Data) {
			out.Exact = true
			return out, nil
		}
		its, found := versionOf(file.Name, file.Data, r)
		if found.Failed() {
			return nil, found
		}
		candidates = append(candidates, its.Text)
	}
	now, found := versionOf(document.Path, document.Data, r)
	if found.Failed() {
		return nil, found
	}
	out.Changes = append(out.Changes, leastDifferent(candidates, now.Text, "\n")...)
	return out, nil
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
	ours := byWidget(d.fields)
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

// restyled is the finding about a document whose looks are no longer those of its plan.
var restyled = &diag.Kind{ID: "proof/restyled", Severity: diag.Warning,
	Message: diag.Words{VI: "chữ đúng như kế hoạch nguồn, nhưng định dạng của văn bản đã được sửa sau khi lập",
		EN: "the text is that of the plan inside; its formatting was changed since it was built"},
	Fix: diag.Words{VI: "mở văn bản để xem; kế hoạch lập lại không có định dạng ấy", EN: "look at the document: the plan gives it without that formatting"}}

// compareDOCX compares paragraph by paragraph, then how the pages look.
func compareDOCX(name string, data []byte, inside []bundle.File, r *render.Renderer) ([]Change, diag.List) {
	now, found := versionOf(name, data, r)
	if found.Failed() {
		return nil, found
	}
	changes, likeness, found := compareVersion(now, inside, r)
	if likeness == render.OtherLook {
		found = append(found, restyled.At(diag.Location{File: name}))
	}
	return changes, found
}

func versionOf(name string, data []byte, r *render.Renderer) (render.Version, diag.List) {
	pkg, found := wml.OpenPackage(name, data)
	if found.Failed() {
		return render.Version{}, found
	}
	return r.Version(pkg)
}

func compareVersion(now render.Version, inside []bundle.File, r *render.Renderer) ([]Change, render.Likeness, diag.List) {
	versions, found := r.Versions(inside)
	if found.Failed() {
		return nil, render.OtherText, found
	}
	var texts [][]string
	for _, v := range versions {
		texts = append(texts, v.Text)
	}
	return leastDifferent(texts, now.Text, "\n"), now.In(versions), found
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
		if c := differences(candidate, document, join); i == 0 || size(c) < size(best) {
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

// differences compares pieces of text; neighbouring differences are one change.
func differences(plan, document []string, join string) []Change {
	if slices.Equal(plan, document) {
		return nil
	}
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
