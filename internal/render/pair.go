package render

import (
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/preview"
)

// Pair is a picture (PNG) of the spot where the pages of two plans first differ, each part under its title; nil when they are printed
// alike.
func (r *Renderer) Pair(wrong, right *plan.Plan, wrongTitle, rightTitle string) ([]byte, diag.List) {
	first, found := r.laid(wrong)
	second, more := r.laid(right)
	if found = append(found, more...); found.Failed() {
		return nil, found
	}
	picture, err := preview.Pair(preview.Titled{Document: first, Title: wrongTitle}, preview.Titled{Document: second, Title: rightTitle})
	if err != nil {
		found = append(found, cannotDraw.At(diag.Location{File: wrong.File.Name}, "reason", err.Error()))
	}
	return picture, found
}
