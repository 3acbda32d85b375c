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

// TestTheTemplatesArePackedFromTheirParts fails when a part was changed and not packed, or the other way round.
func TestTheTemplatesArePackedFromTheirParts(t *testing.T) {
	for folder, docx := range map[string][]byte{"ke-hoach": templates.KeHoach(), "bang": templates.Bang()} {
		packed := unpacked(t, docx)
		own := 0
		for name, content := range packed {
			data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
			if err == nil {
				own++
			} else {
				data, err = os.ReadFile(filepath.Join("ke-hoach", filepath.FromSlash(name))) // shared
			}
			if err != nil || content != string(data) {
				t.Errorf("%s: %s differs: go generate ./templates", folder, name)
			}
		}
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				own--
			}
			return err
		})
		if err != nil || own != 0 {
			t.Errorf("%s: parts are not packed: go generate ./templates; %v", folder, err)
		}
	}
}

// unpacked are the members of a zip file.
func unpacked(t *testing.T, docx []byte) map[string]string {
	t.Helper()
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
	return packed
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
