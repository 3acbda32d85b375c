package pdf_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/pdf"
)

func page(items ...layout.Item) *layout.Page {
	return &layout.Page{Width: 595 * layout.Point, Height: 842 * layout.Point, Number: 1, Items: items}
}

func glyphs(text string, stretch layout.Length) *layout.Glyphs {
	return &layout.Glyphs{X: 85 * layout.Point, Y: 100 * layout.Point, Text: text, Line: &layout.Line{}, Face: font.Default().Face(font.Style{}),
		Size: 14 * layout.Point, Stretch: stretch}
}

func write(t testing.TB, doc *layout.Document) ([]byte, error) {
	t.Helper()
	var b bytes.Buffer
	err := pdf.Write(&b, doc, pdf.Info{Title: "Kế hoạch", Language: "vi-VN", Comment: "khoa"})
	return b.Bytes(), err
}

var stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)

// contents are the file's streams, unpacked.
func contents(t *testing.T, file []byte) string {
	t.Helper()
	var b strings.Builder
	for _, m := range stream.FindAllSubmatch(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue
		}
		data, _ := io.ReadAll(r)
		b.Write(data)
	}
	return b.String()
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	doc := &layout.Document{Pages: []*layout.Page{page(glyphs("Ủy ban nhân dân xã", 0)), page(glyphs("hai", 0))}}
	one, err := write(t, doc)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := write(t, doc)
	if !bytes.Equal(one, two) {
		t.Error("two files differ")
	}
	if !bytes.Contains(one, []byte("%khoa\n")) {
		t.Error("the comment is not in plain letters, where a seal is looked for")
	}
}

func TestTextIsDrawnWhereLayoutPutIt(t *testing.T) {
	file, err := write(t, &layout.Document{Pages: []*layout.Page{page(glyphs("a", 0), &layout.Rule{X: 10 * layout.Point, Y: 20 * layout.Point, Width: 30 * layout.Point, Height: layout.Point})}})
	if err != nil {
		t.Fatal(err)
	}
	drawn := contents(t, file)
	for _, want := range []string{"85 742 Td", "10 822 30 -1 re f"} {
		if !strings.Contains(drawn, want) {
			t.Errorf("no %q in\n%s", want, drawn)
		}
	}
}

func TestJustifiedTextKeepsItsSpaces(t *testing.T) {
	file, err := write(t, &layout.Document{Pages: []*layout.Page{page(glyphs("a b c", 5*layout.Point))}})
	if err != nil {
		t.Fatal(err)
	}
	drawn := contents(t, file)
	// the space is letter 1, a 2, b 3, c 4; 5 pt more at 14 pt are 357 thousandths.
	if want := "[(\x00\x02\x00\x01) -357.143 (\x00\x03\x00\x01) -357.143 (\x00\x04)] TJ"; !strings.Contains(drawn, want) {
		t.Errorf("no %q in %q", want, drawn[:100])
	}
}

func TestALetterThatTheFaceLacksIsNeverDrawn(t *testing.T) {
	for _, text := range []string{"☐", "a\u2011b", "😀"} {
		if _, err := write(t, &layout.Document{Pages: []*layout.Page{page(glyphs(text, 0))}}); err == nil {
			t.Errorf("%q is drawn", text)
		}
	}
}

func TestBookmarksNeverSkipALevel(t *testing.T) {
	doc := &layout.Document{Pages: []*layout.Page{page(glyphs("a", 0)), page(glyphs("b", 0))}, Headings: []layout.Heading{
		{Level: 1, Text: "first", Page: 0}, {Level: 0, Text: "I.", Page: 0}, {Level: 2, Text: "deep", Page: 0}, {Level: 1, Text: "less", Page: 1},
	}}
	file, err := write(t, doc)
	if err != nil {
		t.Fatal(err)
	}
	// first and I. stand side by side; deep and less both stand in I.
	if n := bytes.Count(file, []byte("/Next ")); n != 2 {
		t.Errorf("%d bookmarks have one after them, want 2", n)
	}
	if n := bytes.Count(file, []byte("/XYZ null")); n != 4 {
		t.Errorf("%d bookmarks lead somewhere, want 4", n)
	}
}

func BenchmarkWrite(b *testing.B) {
	var items []layout.Item
	for i := range 40 {
		g := glyphs("Ủy ban nhân dân xã xây dựng kế hoạch triển khai thực hiện", 0)
		g.Y = layout.Length(60+16*i) * layout.Point
		items = append(items, g)
	}
	doc := &layout.Document{Pages: []*layout.Page{page(items...)}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := write(b, doc); err != nil {
			b.Fatal(err)
		}
	}
}
