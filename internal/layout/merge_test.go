package layout_test

import (
	"fmt"
	"testing"

	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/wml"
)

// merged are rows whose first cell is one over all of them.
func merged(n int) []*wml.Row {
	var rows []*wml.Row
	for i := range n {
		r := row(nil, paragraph("chung"), paragraph(fmt.Sprint(i+1)))
		r.Cells[0].VMerge = wml.MergeContinue
		if i == 0 {
			r.Cells[0].VMerge = wml.MergeRestart
		}
		rows = append(rows, r)
	}
	return rows
}

// across are the y of the rules that cross the first column of a page, which begins at 10 pt.
func across(p *layout.Page) []string {
	var at []string
	for _, item := range p.Items {
		if r, ok := item.(*layout.Rule); ok && r.Width > r.Height && r.X.Points() < 20 {
			at = append(at, fmt.Sprintf("%.0f", r.Y.Points()))
		}
	}
	return at
}

func TestNoRuleCrossesAMergedCell(t *testing.T) {
	for n := 2; n <= 5; n++ {
		doc := pages(t, section(table(merged(n)...)))
		if got, want := across(doc.Pages[0]), []string{"10", fmt.Sprintf("%.0f", 10+float64(n)*16.1)}; fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%d rows: rules at %v, want %v", n, got, want)
		}
	}
}

func TestAMergedCellThatAPagePartsIsClosedOnBoth(t *testing.T) {
	doc := pages(t, section(table(merged(12)...)))
	if len(doc.Pages) != 2 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	for i, want := range []string{"[10 171]", "[10 42]"} {
		if got := fmt.Sprint(across(doc.Pages[i])); got != want {
			t.Errorf("page %d: rules at %s, want %s", i+1, got, want)
		}
	}
}
