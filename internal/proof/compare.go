package proof

import (
	"bytes"
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
	f, err := pdfread.Open(data)
	if err != nil {
		return nil, diag.List{unreadable(name, err)}
	}
	words, err := pdfWords(f)
	if err != nil {
		return nil, diag.List{unreadable(name, err)}
	}
	again, found := r.Rebuild(inside, "", []render.Format{render.PDF})
	if found.Failed() {
		return nil, found
	}
	var candidates [][]string
	for _, file := range again {
		if file.Of != "" {
			continue
		}
		fresh, err := pdfread.Open(file.Data)
		if err != nil {
			return nil, diag.List{unreadable(name, err)}
		}
		text, err := pdfWords(fresh)
		if err != nil {
			return nil, diag.List{unreadable(name, err)}
		}
		candidates = append(candidates, text)
	}
	return leastDifferent(candidates, words, " "), nil
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

// pdfWords are the words of a PDF's pages.
func pdfWords(f *pdfread.File) ([]string, error) {
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	var words []string
	for _, page := range pages {
		text, err := f.PageText(page)
		if err != nil {
			return nil, err
		}
		words = append(words, strings.Fields(text)...)
	}
	return words, nil
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
