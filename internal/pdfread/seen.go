package pdfread

import (
	"math"
	"slices"
)

// Seen is what a form XObject (8.10) lets a person see of its text, such as a field's appearance.
type Seen struct {
	Text  string // in the order of drawing; without what is cut off, or too small or too pale to be read
	Told  bool   // false where the form draws what can't be judged here: then others may see another text
	Fonts []Dict // those that the text is set in
}

// Seen judges a form by what lies inside its box and its rectangular clips and stands out from what was painted before. What goes
// beyond plain text on plain ground is not judged.
func (f *File) Seen(s *Stream) (Seen, error) {
	box, err := f.Rectangle(s.Dict["BBox"])
	if err != nil {
		return Seen{}, err
	}
	var letters []Letter
	r := newTextReader(f, nil)
	r.pen = &pen{letters: &letters, state: state{place: identity, scale: 1, clip: box}}
	r.sight = &sight{pen: r.pen, seen: Seen{Told: s.Dict["Matrix"] == nil}, ground: white}
	err = r.form(s)
	return r.sight.seen, err
}

// A sight watches what a content stream draws. Lightness counts from 0, black, to 1.
type sight struct {
	pen     *pen
	seen    Seen
	fonts   []*fontMap  // of seen.Fonts
	ground  float64     // what was painted last
	path    []Rectangle // that is being made
	curved  bool        // it holds more than rectangles
	clips   bool        // it cuts off what follows
	written *Letter     // last
}

const (
	white        = 1
	leastSize    = 2    // pt
	leastOutline = 0.25 // difference of lightness
)

// harmless are the operators that change nothing of what is seen, or that the pen carries out.
var harmless = []operator{"q", "Q", "cm", "BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", `"`, "Tc", "Tw", "Tz", "TL", "Ts",
	"BMC", "BDC", "EMC", "MP", "DP", "w", "J", "j", "M", "d", "i", "ri", "RG", "G", "K"}

func (v *sight) operator(word operator, operands []Object) {
	n := make([]float64, 0, 4)
	for _, o := range operands {
		switch o := o.(type) {
		case int64:
			n = append(n, float64(o))
		case float64:
			n = append(n, o)
		}
	}
	at := &v.pen.state
	switch {
	case word == "Tr":
		v.seen.Told = v.seen.Told && len(n) == 1 && n[0] == 0
	case word == "g" && len(n) == 1:
		at.light = n[0]
	case word == "rg" && len(n) == 3:
		at.light = 0.3*n[0] + 0.59*n[1] + 0.11*n[2]
	case word == "k" && len(n) == 4:
		at.light = white - min(0.3*n[0]+0.59*n[1]+0.11*n[2]+n[3], white)
	case word == "re" && len(n) == 4:
		v.path = append(v.path, at.place.rectangle(n))
		v.curved = v.curved || at.place[1] != 0 || at.place[2] != 0
	case slices.Contains([]operator{"m", "l", "c", "v", "y", "h"}, word):
		v.curved = true
	case word == "W" || word == "W*":
		v.clips = true
	case word == "n":
		v.end()
	case slices.Contains([]operator{"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}, word):
		v.seen.Told = v.seen.Told && v.written == nil // it may lie over the text
		if word != "S" && word != "s" {
			v.ground = at.light
		}
		v.end()
	case !slices.Contains(harmless, word):
		v.seen.Told = false
	}
}

// end ends a path, after which it cuts off what lies outside it.
func (v *sight) end() {
	if v.clips {
		v.seen.Told = v.seen.Told && !v.curved && len(v.path) == 1
		for _, r := range v.path {
			v.pen.state.clip = v.pen.state.clip.within(r)
		}
	}
	v.path, v.curved, v.clips = nil, false, false
}

// letter looks at a letter that was put.
func (v *sight) letter(l Letter, font *fontMap) {
	if x, y := l.X+l.Width/2, l.Y+l.Size/4; !v.pen.state.clip.holds(x, y) || l.Size < leastSize || l.Width <= 0 ||
		math.Abs(v.pen.state.light-v.ground) < leastOutline {
		return
	}
	if before := v.written; before != nil { // text is read from left to right and downwards
		level := math.Abs(l.Y-before.Y) < l.Size/2
		v.seen.Told = v.seen.Told && (level && l.X >= before.X+before.Width/2 || !level && l.Y < before.Y)
	}
	if !slices.Contains(v.fonts, font) {
		v.fonts, v.seen.Fonts = append(v.fonts, font), append(v.seen.Fonts, font.dict)
	}
	v.seen.Text += l.Text
	v.written = &l
}

func (r Rectangle) holds(x, y float64) bool { return x > r.X1 && x < r.X2 && y > r.Y1 && y < r.Y2 }

func (r Rectangle) within(o Rectangle) Rectangle {
	return Rectangle{max(r.X1, o.X1), max(r.Y1, o.Y1), min(r.X2, o.X2), min(r.Y2, o.Y2)}
}

// rectangle is where a rectangle of x, y, width and height comes to lie that is not turned.
func (m matrix) rectangle(n []float64) Rectangle {
	x1, x2 := m[0]*n[0]+m[4], m[0]*(n[0]+n[2])+m[4]
	y1, y2 := m[3]*n[1]+m[5], m[3]*(n[1]+n[3])+m[5]
	return Rectangle{min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)}
}
