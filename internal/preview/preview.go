// Package preview draws a page as a picture.
//
// PNG puts a sample signature and seal on it, so that a person sees before anyone signs where they will stand. Pair draws the spot where
// two documents differ. It draws what layout set, as package pdf does, and marks of package signing; it reads and writes no files,
// and looks at no clock.
package preview

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // pictures of documents
	"image/png"
	"strconv"

	scale "golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/signing"
)

// dpi is fine enough to read the text on a screen.
const dpi = 144

// PNG is a page, index of the document, with its marks filled in by samples.
func PNG(doc *layout.Document, index int, marks []signing.Mark) ([]byte, error) {
	c, err := drawn(doc.Pages[index])
	if err != nil {
		return nil, err
	}
	for _, m := range marks {
		if m.Page == index {
			if err := c.sample(m); err != nil {
				return nil, err
			}
		}
	}
	var b bytes.Buffer
	err = png.Encode(&b, c.image)
	return b.Bytes(), err
}

// drawn is a page as a picture.
func drawn(page *layout.Page) (*canvas, error) {
	c := newCanvas(page)
	for _, item := range page.Items {
		switch i := item.(type) {
		case *layout.Glyphs:
			if err := c.glyphs(i); err != nil {
				return nil, err
			}
		case *layout.Picture:
			if err := c.picture(i); err != nil {
				return nil, err
			}
		case *layout.Rule:
			c.rectangle(box{pixels(i.X), pixels(i.Y), pixels(i.Width), pixels(i.Height)}, ink(i.Color))
		}
	}
	return c, nil
}

// A canvas is the picture being drawn.
type canvas struct {
	image  *image.RGBA
	path   *vector.Rasterizer
	faces  map[*font.Face]*sfnt.Font
	first  *font.Face // of the page's text
	buffer sfnt.Buffer
}

func newCanvas(page *layout.Page) *canvas {
	width, height := int(pixels(page.Width)+0.5), int(pixels(page.Height)+0.5)
	c := &canvas{image: image.NewRGBA(image.Rect(0, 0, width, height)), path: vector.NewRasterizer(1, 1), faces: map[*font.Face]*sfnt.Font{}}
	draw.Draw(c.image, c.image.Bounds(), image.White, image.Point{}, draw.Src)
	return c
}

// pixels is a length on the picture.
func pixels(l layout.Length) float32 { return float32(l.Points() * dpi / 72) }

// ink is a colour written RRGGBB; what is none is black.
func ink(text string) color.RGBA {
	v, err := strconv.ParseUint(text, 16, 24)
	if err != nil {
		v = 0
	}
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

// glyphs draws text as its outlines.
func (c *canvas) glyphs(g *layout.Glyphs) error {
	face := c.faces[g.Face]
	if face == nil {
		var err error
		if face, err = sfnt.Parse(g.Face.Data()); err != nil {
			return err
		}
		c.faces[g.Face] = face
		if c.first == nil {
			c.first = g.Face
		}
	}
	size := fixed.Int26_6(pixels(g.Size)*64 + 0.5)
	x := g.X
	for _, r := range g.Text {
		glyph, _ := g.Face.Glyph(r)
		segments, err := face.LoadGlyph(&c.buffer, sfnt.GlyphIndex(glyph), size, nil)
		if err != nil {
			return err
		}
		c.outline(segments, pixels(x), pixels(g.Y), ink(g.Color))
		units, _ := g.Face.Advance(r)
		x += g.Size * layout.Length(units) / layout.Length(g.Face.UnitsPerEm())
		if r == ' ' {
			x += g.Stretch
		}
	}
	return nil
}

// picture draws a picture.
func (c *canvas) picture(p *layout.Picture) error {
	source, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return err
	}
	x, y := int(pixels(p.X)+0.5), int(pixels(p.Y)+0.5)
	scale.CatmullRom.Scale(c.image, image.Rect(x, y, x+int(pixels(p.Width)+0.5), y+int(pixels(p.Height)+0.5)), source, source.Bounds(), draw.Over, nil)
	return nil
}

// outline fills a glyph whose origin is at x, y. Only the pixels around it are touched: a page has thousands.
func (c *canvas) outline(segments sfnt.Segments, x, y float32, fill color.RGBA) {
	if len(segments) == 0 {
		return
	}
	bounds := segments.Bounds()
	left, top := int(x)+bounds.Min.X.Floor()-1, int(y)+bounds.Min.Y.Floor()-1
	width, height := (bounds.Max.X-bounds.Min.X).Ceil()+4, (bounds.Max.Y-bounds.Min.Y).Ceil()+4
	dx, dy := x-float32(left), y-float32(top)
	at := func(p fixed.Point26_6) (float32, float32) { return float32(p.X)/64 + dx, float32(p.Y)/64 + dy }
	c.path.Reset(width, height)
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		ex, ey := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			c.path.ClosePath()
			c.path.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			c.path.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			c.path.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			c.path.CubeTo(ax, ay, bx, by, ex, ey)
		}
	}
	c.path.ClosePath()
	c.path.Draw(c.image, image.Rect(left, top, left+width, top+height), image.NewUniform(fill), image.Point{})
}
