package wml_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/wml"
)

func TestAPictureStandsInTheLine(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 4, 3))); err != nil {
		t.Fatal(err)
	}
	const drawing = `<w:p><w:r><w:drawing><wp:%s xmlns:wp="p"><wp:extent cx="%s" cy="635000"/><wp:docPr id="1" descr="%s">%s</wp:docPr>` +
		`<a:graphic xmlns:a="a"><pic:blipFill xmlns:pic="c"><a:blip r:embed="%s"/></pic:blipFill></a:graphic></wp:%[1]s></w:drawing></w:r></w:p>`
	const decorative = `<x:decorative xmlns:x="d" val="1"/>`
	for name, c := range map[string]struct {
		kind, width, alt, more, id string
		want                       *wml.Picture
	}{
		"with words":           {"inline", "1270000", "Sơ đồ &quot;A&quot;", "", "rId7", &wml.Picture{Width: 1_270_000, Alt: `Sơ đồ "A"`}},
		"decorating":           {"inline", "1270000", "", decorative, "rId7", &wml.Picture{Width: 1_270_000, Decorative: true}},
		"beside the text":      {"anchor", "1270000", "", "", "rId7", nil},
		"not there":            {"inline", "1270000", "", "", "rId8", nil},
		"no picture":           {"inline", "1270000", "", "", "rId9", nil},
		"cut off":              {"inline", "1270000", "", "", "rId10", nil},
		"no width":             {"inline", "0", "", "", "rId7", nil},
		"larger than any page": {"inline", "99999999999999", "", "", "rId7", nil},
	} {
		body := fmt.Sprintf(drawing, c.kind, c.width, c.alt, c.more, c.id)
		doc, found := read(t, pack(t, body, "", "", map[string]string{"word/media/a.png": file.String(), "word/media/b.png": "GIF89a", "word/media/c.png": file.String()[:file.Len()-20],
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId7" Target="media/a.png"/><Relationship Id="rId9" Target="media/b.png"/><Relationship Id="rId10" Target="media/c.png"/></Relationships>`}))
		inlines := doc.Sections[0].Blocks[0].(*wml.Paragraph).Inlines
		if c.want == nil {
			if len(inlines) > 0 || !strings.Contains(text(found), "drawing is not in the PDF (places: 1)") {
				t.Errorf("%s: %d inlines, %s", name, len(inlines), text(found))
			}
			continue
		}
		got, ok := inlines[0].(*wml.Picture)
		if !ok || got.Width != c.want.Width || got.Height != 635_000 || got.Alt != c.want.Alt || got.Decorative != c.want.Decorative ||
			!bytes.Equal(got.Data, file.Bytes()) || len(found) > 0 {
			t.Errorf("%s: %+v, %s", name, inlines, text(found))
		}
	}
}
