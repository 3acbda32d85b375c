//go:build conformance

package conformance_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/compare"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/sheet"
)

// TestASheetKeepsItsStandardAndItsWords lets veraPDF read a comparison as PDF, and LibreOffice the same as DOCX.
func TestASheetKeepsItsStandardAndItsWords(t *testing.T) {
	load := func(name string) *plan.Plan {
		p, found := plan.Load(name, plan.Options{})
		if found.Failed() {
			t.Fatal(found)
		}
		return p
	}
	maker, found := sheet.NewMaker(font.Default(), time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC))
	if found.Failed() {
		t.Fatal(found)
	}
	files, found := maker.Make(compare.Plans(load("../../docs/examples/dan-van-2025.yaml"), load("../../docs/examples/dan-van-2026.yaml")).Sheet(), "so-sanh", []render.Format{render.DOCX, render.PDF})
	if found.Failed() {
		t.Fatal(found)
	}
	dir := t.TempDir()
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if out, ok := veraPDF(t, "2a,ua1", filepath.Join(dir, "so-sanh.pdf")); !ok || strings.Count(out, "PASS") != 2 {
		t.Errorf("%s", out)
	}
	said := func(pdf string) []string { // the heading row is repeated on each page, and pages may end elsewhere
		all := strings.Join(words(lines(text(t, pdf))), " ")
		return strings.Fields(strings.ReplaceAll(all, "Nội dung cũ Nội dung mới Lý do", ""))
	}
	theirs := filepath.Join(office(t, "pdf", filepath.Join(dir, "so-sanh.docx")), "so-sanh.pdf")
	sameWords(t, "the comparison", said(filepath.Join(dir, "so-sanh.pdf")), said(theirs))
}
