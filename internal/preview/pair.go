package preview

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"github.com/kehoach/kehoach/internal/layout"
)

// How much of a page is shown around the first line in which two documents differ.
const (
	above = 34 * layout.Point
	below = 80 * layout.Point
)

var (
	wrongInk = color.RGBA{0xB0, 0x1C, 0x1C, 255}
	rightInk = color.RGBA{0x1C, 0x7A, 0x3C, 255}
)

// A Titled document is one of a pair with the word that stands above its picture.
type Titled struct {
	*layout.Document
	Title string
}

// Pair is the spot where two documents first differ, a picture of each under its title: what is wrong beside a red bar, then what is
// right beside a green one. It is nil when they look the same.
func Pair(wrong, right Titled) ([]byte, error) {
	for i := range min(len(wrong.Pages), len(right.Pages)) {
		first, err := drawn(wrong.Pages[i])
		if err != nil {
			return nil, err
		}
		second, err := drawn(right.Pages[i])
		if err != nil {
			return nil, err
		}
		if row := differ(first.image, second.image); row >= 0 {
			return pair(first, second, row, wrong.Title, right.Title)
		}
	}
	return nil, nil
}

// differ is the first row of pixels in which two pictures differ; -1 when they don't.
func differ(a, b *image.RGBA) int {
	for y := range min(a.Rect.Dy(), b.Rect.Dy()) {
		if !bytes.Equal(a.Pix[y*a.Stride:y*a.Stride+4*a.Rect.Dx()], b.Pix[y*b.Stride:y*b.Stride+4*b.Rect.Dx()]) {
			return y
		}
	}
	return -1
}

// pair puts the rows around one of two pictures above one another.
func pair(wrong, right *canvas, row int, wrongTitle, rightTitle string) ([]byte, error) {
	from := max(0, row-int(pixels(above)))
	height := int(pixels(above + below))
	width := max(wrong.image.Rect.Dx(), right.image.Rect.Dx())
	title := int(pixels(22 * layout.Point))
	sheet := newCanvas(&layout.Page{Width: layout.Length(width) * 72 * layout.Point / dpi, Height: layout.Length(2*(title+height)) * 72 * layout.Point / dpi})
	top := 0
	for _, part := range []struct {
		of    *canvas
		title string
		ink   color.RGBA
		code  string
	}{{wrong, wrongTitle, wrongInk, "B01C1C"}, {right, rightTitle, rightInk, "1C7A3C"}} {
		if part.of.first != nil {
			words := &layout.Glyphs{X: 12 * layout.Point, Y: layout.Length(top)*72*layout.Point/dpi + 16*layout.Point, Text: part.title, Face: part.of.first, Size: 13 * layout.Point, Color: part.code}
			if err := sheet.glyphs(words); err != nil {
				return nil, err
			}
		}
		top += title
		draw.Draw(sheet.image, image.Rect(0, top, width, top+height), part.of.image, image.Pt(0, from), draw.Src)
		draw.Draw(sheet.image, image.Rect(0, top, 6, top+height), image.NewUniform(part.ink), image.Point{}, draw.Src)
		top += height
	}
	var b bytes.Buffer
	err := png.Encode(&b, sheet.image)
	return b.Bytes(), err
}
