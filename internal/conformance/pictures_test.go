//go:build conformance

package conformance_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/pdf"
	"github.com/kehoach/kehoach/internal/render"
)

// illustrate lets python-docx put pictures into a Word file: one with words for it, a photo that only decorates.
const illustrate = `
import docx, sys
from docx.shared import Pt
d = docx.Document(sys.argv[1])
for path, alt in ((sys.argv[2], 'Sơ đồ các thôn'), (sys.argv[3], 'Ảnh nhà văn hóa')):
    p = d.paragraphs[12].insert_paragraph_before('Hình: ')
    p.add_run().add_picture(path, width=Pt(120))
    next(e for e in p._p.iter() if e.tag.endswith('}docPr')).set('descr', alt)
d.save(sys.argv[1])
`

// figures asks pikepdf for the words of a PDF's figures.
const figures = `
import pikepdf, sys
pdf = pikepdf.open(sys.argv[1])
print(', '.join(sorted((str(o.Alt) for o in pdf.objects
    if isinstance(o, pikepdf.Dictionary) and o.get('/S') == pikepdf.Name.Figure), reverse=True)), end='')
`

// sampleImages are a PNG file with a half-transparent part, and a JPEG file.
func sampleImages(t *testing.T) (pngFile, jpegFile string) {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, 60, 40))
	for y := range 40 {
		for x := range 60 {
			picture.Set(x, y, color.NRGBA{uint8(4 * x), uint8(6 * y), 90, uint8(255 - 3*x)})
		}
	}
	var first, second bytes.Buffer
	if err := png.Encode(&first, picture); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&second, picture, nil); err != nil {
		t.Fatal(err)
	}
	// python-docx knows a JPEG file by its JFIF segment, which Go does not write.
	jfif := append([]byte("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x48\x00\x48\x00\x00"), second.Bytes()[2:]...)
	dir := t.TempDir()
	for name, data := range map[string][]byte{"a.png": first.Bytes(), "b.jpg": jfif} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "a.png"), filepath.Join(dir, "b.jpg")
}

func TestPicturesAreSeenAndHeard(t *testing.T) {
	docx := build(t, sample, "")[".docx"]
	pngFile, jpegFile := sampleImages(t)
	run(t, "../../.checkers/python/bin/python", "-c", illustrate, docx, pngFile, jpegFile)
	data, err := os.ReadFile(docx)
	if err != nil {
		t.Fatal(err)
	}
	paths := map[pdf.Standard]string{}
	for _, standard := range []pdf.Standard{pdf.A3A, pdf.A2B, pdf.Plain} {
		r, _ := render.New(font.Default())
		r.Standard, r.Fields = standard, render.Fields{Sign: true, Number: true}
		files, found := r.FromDOCX("plan.docx", "plan", data)
		if found.Failed() {
			_ = found.WriteText(os.Stderr, "en")
			t.Fatal("not laid out")
		}
		paths[standard] = filepath.Join(t.TempDir(), "plan.pdf")
		if err := os.WriteFile(paths[standard], files[0].Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if out, ok := veraPDF(t, "3a,ua1", paths[pdf.A3A]); !ok {
		t.Error(out)
	}
	if out, ok := veraPDF(t, "2b", paths[pdf.A2B]); !ok {
		t.Error(out)
	}
	if out := run(t, "pdfimages", "-list", paths[pdf.A3A]); strings.Count(out, " smask ") != 1 || strings.Count(out, "jpeg") != 1 || strings.Count(out, "rgb") != 2 {
		t.Error(out)
	}
	if tree := run(t, "pdfinfo", "-struct", paths[pdf.A3A]); strings.Count(tree, "Figure") != 2 {
		t.Errorf("%d figures in the structure", strings.Count(tree, "Figure"))
	}
	if heard := run(t, "../../.checkers/python/bin/python", "-c", figures, paths[pdf.A3A]); heard != "Ảnh nhà văn hóa, Sơ đồ các thôn" {
		t.Errorf("the figures are called %q", heard)
	}
	ours, oracle := picture(t, paths[pdf.A2B]), picture(t, paths[pdf.Plain])
	if len(ours) != len(oracle) {
		t.Fatal("the pages differ in size")
	}
	differ := 0
	for i := range ours {
		if d := int(ours[i]) - int(oracle[i]); d > 64 || d < -64 {
			differ++
		}
	}
	t.Logf("%d of %d samples differ from fpdf's", differ, len(ours))
	if differ > len(ours)/1000 {
		t.Error("the pictures look otherwise than fpdf's")
	}
}
