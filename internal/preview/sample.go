package preview

import (
	"image"
	"image/color"
	"math"

	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/signing"
)

// Colours of what is put on paper: the leader's pen is blue, the seal red (NĐ 30 PL I, II.7d, II.8).
var (
	blue = color.RGBA{0x1F, 0x3F, 0xB5, 255}
	red  = color.NRGBA{0xD0, 0x1C, 0x1C, 0xC8}
	pale = color.RGBA{0xA8, 0xB4, 0xC8, 255}
)

// A box is a rectangle in pixels.
type box struct{ x, y, width, height float32 }

// sample draws what a mark stands for.
func (c *canvas) sample(m signing.Mark) error {
	b := box{pixels(m.X), pixels(m.Y), pixels(m.Width), pixels(m.Height)}
	switch m.Role {
	case signing.Signatory:
		c.frame(b)
		c.pen(b)
		return c.word(m)
	case signing.Seal:
		c.seal(b)
	default:
		c.frame(b)
	}
	return nil
}

// word says that the signature is a sample, in a corner of its frame, in a face of the page.
func (c *canvas) word(m signing.Mark) error {
	if c.first == nil {
		return nil
	}
	return c.glyphs(&layout.Glyphs{X: m.X + m.Width - 32*layout.Point, Y: m.Y + 13*layout.Point, Text: "MẪU", Face: c.first,
		Size: 10 * layout.Point, Color: "A8B4C8"})
}

// line is how thick the pen and the frames are, in pixels.
const line = 2

// frame is a dashed rectangle.
func (c *canvas) frame(b box) {
	const dash, step = 8, 14
	for at := float32(0); at < b.width; at += step {
		length := min(dash, b.width-at)
		c.rectangle(box{b.x + at, b.y, length, 1}, pale)
		c.rectangle(box{b.x + at, b.y + b.height - 1, length, 1}, pale)
	}
	for at := float32(0); at < b.height; at += step {
		length := min(dash, b.height-at)
		c.rectangle(box{b.x, b.y + at, 1, length}, pale)
		c.rectangle(box{b.x + b.width - 1, b.y + at, 1, length}, pale)
	}
}

// stroke is a sample signature: a curve through points of a 150 × 100 field.
var stroke = [][2]float32{{18, 62}, {34, 22}, {46, 20}, {38, 58}, {30, 82}, {44, 74}, {58, 48}, {66, 44}, {64, 62}, {72, 66}, {84, 46}, {92, 44},
	{90, 62}, {98, 64}, {112, 42}, {118, 46}, {114, 62}, {124, 58}, {138, 36}, {96, 78}, {40, 88}, {134, 76}}

// pen draws the sample signature into a box.
func (c *canvas) pen(b box) {
	at := func(i int) (float32, float32) {
		p := stroke[min(max(i, 0), len(stroke)-1)]
		return b.x + p[0]*b.width/150, b.y + p[1]*b.height/100
	}
	const steps = 24
	for i := range len(stroke) - 1 {
		for s := range steps { // a Catmull-Rom curve passes through its points
			x, y := between(at, i, float32(s)/steps)
			x2, y2 := between(at, i, float32(s+1)/steps)
			c.segment(x, y, x2, y2, line, blue)
		}
	}
}

func between(at func(int) (float32, float32), i int, t float32) (x, y float32) {
	weight := [4]float32{-t * (1 - t) * (1 - t) / 2, (2 - 5*t*t + 3*t*t*t) / 2, t * (1 + 4*t - 3*t*t) / 2, -t * t * (1 - t) / 2}
	for n, w := range weight {
		px, py := at(i + n - 1)
		x, y = x+w*px, y+w*py
	}
	return x, y
}

// segment is a straight piece of a line that is so thick.
func (c *canvas) segment(x1, y1, x2, y2, thick float32, fill color.Color) {
	length := float32(math.Hypot(float64(x2-x1), float64(y2-y1)))
	if length == 0 {
		return
	}
	nx, ny := (y1-y2)/length*thick/2, (x2-x1)/length*thick/2
	c.polygon([][2]float32{{x1 + nx, y1 + ny}, {x2 + nx, y2 + ny}, {x2 - nx, y2 - ny}, {x1 - nx, y1 - ny}}, fill)
}

// seal is a round sample seal: two rings and a star, as an office's has, and no name.
func (c *canvas) seal(b box) {
	x, y, radius := b.x+b.width/2, b.y+b.height/2, min(b.width, b.height)/2
	c.ring(x, y, radius, radius-4)
	c.ring(x, y, radius*0.66, radius*0.66-2)
	var star [][2]float32
	for i := range 10 {
		r := radius * 0.42
		if i%2 == 1 {
			r *= 0.38
		}
		sin, cos := math.Sincos(float64(i) * math.Pi / 5)
		star = append(star, [2]float32{x + r*float32(sin), y - r*float32(cos)})
	}
	c.polygon(star, red)
}

// ring is the area between two circles.
func (c *canvas) ring(x, y, outer, inner float32) {
	const corners = 180
	var points [][2]float32
	for i := range 2*corners + 2 {
		r, angle := outer, float64(i)
		if i > corners { // back on the inner circle
			r, angle = inner, float64(2*corners+1-i)
		}
		sin, cos := math.Sincos(angle * 2 * math.Pi / corners)
		points = append(points, [2]float32{x + r*float32(sin), y - r*float32(cos)})
	}
	c.polygon(points, red)
}

func (c *canvas) rectangle(b box, fill color.Color) {
	c.polygon([][2]float32{{b.x, b.y}, {b.x + b.width, b.y}, {b.x + b.width, b.y + b.height}, {b.x, b.y + b.height}}, fill)
}

// polygon fills a closed line of points.
func (c *canvas) polygon(points [][2]float32, fill color.Color) {
	left, top, right, foot := points[0][0], points[0][1], points[0][0], points[0][1]
	for _, p := range points {
		left, top, right, foot = min(left, p[0]), min(top, p[1]), max(right, p[0]), max(foot, p[1])
	}
	area := image.Rect(int(left)-1, int(top)-1, int(right)+2, int(foot)+2)
	c.path.Reset(area.Dx(), area.Dy())
	for i, p := range points {
		x, y := p[0]-float32(area.Min.X), p[1]-float32(area.Min.Y)
		if i == 0 {
			c.path.MoveTo(x, y)
		} else {
			c.path.LineTo(x, y)
		}
	}
	c.path.ClosePath()
	c.path.Draw(c.image, area, image.NewUniform(fill), image.Point{})
}

// PageOf is the page that a person wants to see before signing: the one with the first signature.
func PageOf(doc *layout.Document, marks []signing.Mark) int {
	for _, m := range marks {
		if m.Role == signing.Signatory || m.Role == signing.Attachment {
			return m.Page
		}
	}
	return len(doc.Pages) - 1
}
