package render

import (
	"bytes"
	"slices"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/redline"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
)

// Redline makes the Word files of new with tracked changes against old: stem.docx, and the same for each appendix that is a file of
// its own in either. The changes are the agency's, of the day of the new plan, else of Created. The files carry no plan: with their
// changes open they are neither.
func (r *Renderer) Redline(old, new *plan.Plan, stem string) ([]File, diag.List) {
	before, found := r.filled(old)
	after, more := r.filled(new)
	if found = append(found, more...); found.Failed() {
		return nil, found
	}
	var files []File
	for _, part := range append(after, before...) {
		name := stem + part.suffix + string(DOCX)
		if slices.ContainsFunc(files, func(f File) bool { return f.Name == name }) {
			continue
		}
		merged, err := redline.Merge(packageOf(before, part.suffix), packageOf(after, part.suffix), r.author(new))
		var b bytes.Buffer
		if err == nil {
			err = merged.Write(&b)
		}
		if err != nil {
			return nil, append(found, cannotDraw.At(diag.Location{File: name}, "reason", err.Error()))
		}
		files = append(files, File{Name: name, Data: output.Seal(b.Bytes())})
	}
	return files, found
}

// author is who a plan's changes are said to be of, and of when.
func (r *Renderer) author(p *plan.Plan) redline.Author {
	issuer := p.Issuers[0]
	a := redline.Author{Name: issuer.Name.Words(), Date: compose.Day(p)}
	if issuer.Short.Given() {
		a.Name = issuer.Short.Words()
	}
	if a.Date.IsZero() {
		a.Date = r.Created
	}
	return a
}

// A filledPart is one of a plan's documents before it is packed.
type filledPart struct {
	suffix string
	pkg    *wml.Package
}

func (r *Renderer) filled(p *plan.Plan) ([]filledPart, diag.List) {
	parts, found := compose.Compose(p, r.family)
	var out []filledPart
	for _, part := range parts {
		d := part.Document
		if d.Properties.Created.IsZero() {
			d.Properties.Created = r.Created
		}
		pkg, more := r.template.Fill(d, template.Options{Page: d.Page, Properties: d.Properties})
		found = append(found, more...)
		out = append(out, filledPart{part.Suffix, pkg})
	}
	return out, found
}

// packageOf is the part of a suffix; nil when the plan has none.
func packageOf(parts []filledPart, suffix string) *wml.Package {
	for _, p := range parts {
		if p.suffix == suffix {
			return p.pkg
		}
	}
	return nil
}
