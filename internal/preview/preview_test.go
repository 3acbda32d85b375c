package preview_test

import (
	"bytes"
	"image/png"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/preview"
	"github.com/kehoach/kehoach/internal/signing"
)

func page() *layout.Document {
	face := font.Default().Face(font.Style{})
	text := func(x, y layout.Length, s string) layout.Item {
		return &layout.Glyphs{X: x * layout.Point, Y: y * layout.Point, Text: s, Face: face, Size: 14 * layout.Point}
	}
	return &layout.Document{Pages: []*layout.Page{{Width: 300 * layout.Point, Height: 200 * layout.Point,
		Items: []layout.Item{text(20, 30, "Kế hoạch"), &layout.Rule{X: 20 * layout.Point, Y: 40 * layout.Point, Width: 60 * layout.Point, Height: layout.Point}}}}}
}

var marks = []signing.Mark{
	{Role: signing.Signatory, X: 140 * layout.Point, Y: 80 * layout.Point, Width: 150 * layout.Point, Height: 100 * layout.Point},
	{Role: signing.Seal, X: 87 * layout.Point, Y: 79 * layout.Point, Width: 102 * layout.Point, Height: 102 * layout.Point},
}

func TestTheSampleStandsWhereTheMarksAre(t *testing.T) {
	data, err := preview.PNG(page(), 0, marks)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	black, blue, red := 0, 0, 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			r, g, b, _ := picture.At(x, y).RGBA()
			inside := x >= 2*86 && x <= 2*291 && y >= 2*78 && y <= 2*182
			switch {
			case r < 0x4000 && g < 0x4000 && b < 0x4000:
				if inside {
					t.Fatalf("text at %d, %d", x, y)
				}
				black++
			case b > r+0x4000:
				blue++
			case r > b+0x4000:
				red++
			}
			if (b > r+0x2000 || r > b+0x2000) && !inside {
				t.Fatalf("colour at %d, %d", x, y)
			}
		}
	}
	if black < 300 || blue < 300 || red < 1000 {
		t.Errorf("%d black, %d blue, %d red pixels", black, blue, red)
	}
	if again, _ := preview.PNG(page(), 0, marks); !bytes.Equal(again, data) {
		t.Error("another picture the second time")
	}
}

func TestThePageToLookAtIsTheOneThatIsSigned(t *testing.T) {
	doc := &layout.Document{Pages: make([]*layout.Page, 4)}
	if got := preview.PageOf(doc, []signing.Mark{{Role: signing.Number}, {Role: signing.Signatory, Page: 2}}); got != 2 {
		t.Error(got)
	}
	if got := preview.PageOf(doc, nil); got != 3 {
		t.Error(got)
	}
}

func BenchmarkPNG(b *testing.B) {
	doc := page()
	for b.Loop() {
		if _, err := preview.PNG(doc, 0, marks); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAPairShowsTheSpotWhereTwoPagesDiffer(t *testing.T) {
	right := page()
	right.Pages[0].Items[0].(*layout.Glyphs).Text = "Kế hoạch."
	data, err := preview.Pair(preview.Titled{Document: page(), Title: "Sai"}, preview.Titled{Document: right, Title: "Đúng"})
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	reds, greens := 0, 0
	for y := range picture.Bounds().Dy() {
		switch r, g, _, _ := picture.At(2, y).RGBA(); {
		case r>>8 == 0xB0 && g>>8 == 0x1C:
			reds++
		case g>>8 == 0x7A:
			greens++
		}
	}
	if reds == 0 || reds != greens {
		t.Errorf("%d rows of the red bar, %d of the green one", reds, greens)
	}
	if data, err := preview.Pair(preview.Titled{Document: page()}, preview.Titled{Document: page()}); data != nil || err != nil {
		t.Errorf("pages that look alike give no picture: %v", err)
	}
}
