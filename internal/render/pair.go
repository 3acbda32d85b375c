package render

import (
	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/preview"
	"github.com/kehoach/kehoach/internal/template"
)

// Pair is a picture (PNG) of the spot where the pages of two plans first differ, each part under its title; nil when they are printed
// alike.
func (r *Renderer) Pair(wrong, right *plan.Plan, wrongTitle, rightTitle string) ([]byte, diag.List) {
	var found diag.List
	pages := func(p *plan.Plan, title string) preview.Titled {
		parts, more := compose.Compose(p, r.family)
		if found = append(found, more...); more.Failed() {
			return preview.Titled{}
		}
		filled, more := r.template.Fill(parts[0].Document, template.Options{Page: parts[0].Document.Page, Properties: parts[0].Document.Properties})
		if found = append(found, more...); more.Failed() {
			return preview.Titled{}
		}
		laid, more := lay(filled, r.family, r.Standard)
		found = append(found, more...)
		return preview.Titled{Document: laid.Document, Title: title}
	}
	first, second := pages(wrong, wrongTitle), pages(right, rightTitle)
	if found.Failed() {
		return nil, found
	}
	picture, err := preview.Pair(first, second)
	if err != nil {
		found = append(found, cannotDraw.At(diag.Location{File: wrong.File.Name}, "reason", err.Error()))
	}
	return picture, found
}
