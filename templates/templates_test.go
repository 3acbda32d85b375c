package templates_test

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/kehoach/kehoach/templates"
)

// TestTheTemplateIsPackedFromItsParts fails when a part was changed and not packed, or the other way round.
func TestTheTemplateIsPackedFromItsParts(t *testing.T) {
	docx := templates.KeHoach()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	packed := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		packed[f.Name] = string(data)
	}
	parts := 0
	err = filepath.WalkDir("ke-hoach", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel("ke-hoach", path)
		if packed[filepath.ToSlash(name)] != string(data) {
			t.Errorf("%s differs: go generate ./templates", path)
		}
		parts++
		return err
	})
	if err != nil || parts != len(packed) {
		t.Errorf("%d parts, %d packed: %v", parts, len(packed), err)
	}
}

// TestTheTemplateHasNoStrayParagraphs holds that every paragraph without text is one that WordprocessingML asks for: the last
// of a cell, one beside a table, a rule. They all have the style of one point.
func TestTheTemplateHasNoStrayParagraphs(t *testing.T) {
	document, err := os.ReadFile("ke-hoach/word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	empty := regexp.MustCompile(`<w:p><w:pPr><w:pStyle w:val="([^"]+)"/>(?:<w:keepNext/><w:spacing[^>]*/>)?</w:pPr></w:p>`)
	for _, m := range empty.FindAllSubmatch(document, -1) {
		if style := string(m[1]); style != "KHCuoi" && style != "KHThamQuyen" {
			t.Errorf("an empty paragraph in style %s", style)
		}
	}
}
