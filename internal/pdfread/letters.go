package pdfread

// A Letter stands on a page, from the beginning of its baseline, in pt from where the page's own measures begin (8.3.2.3). Text
// that is turned or slanted is taken to lie level.
type Letter struct {
	Text              string
	X, Y, Width, Size float64
}

// Letters are those that a page's content stream shows, in the order of drawing.
func (f *File) Letters(p Page) ([]Letter, error) {
	content, err := f.Content(p)
	if err != nil {
		return nil, err
	}
	var out []Letter
	r := newTextReader(f, p.Resources)
	r.pen = &pen{letters: &out, state: state{place: identity, scale: 1}}
	err = r.read(content)
	return out, err
}

// A matrix (8.3.3) turns a point x, y into ax+cy+e, bx+dy+f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times is m carried out before n.
func (m matrix) times(n matrix) matrix {
	return matrix{m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3], m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5]}
}

// A pen knows where the next letter goes (9.3, 9.4).
type pen struct {
	letters    *[]Letter
	state      state
	saved      []state
	text, line matrix
}

// state is what q saves and Q brings back (8.4.2), as far as it moves letters.
type state struct {
	place                     matrix
	size, letter, word, scale float64 // Tf, Tc, Tw, Tz
	leading, rise             float64
	clip                      Rectangle // what lies outside is not seen; the pen itself doesn't mind
	light                     float64   // of what is painted: 0 is black
}

// maxSaved bounds states saved inside one another.
const maxSaved = 512

// within is the pen of a form drawn here (8.10.1).
func (p *pen) within(m []float64) *pen {
	inner := &pen{letters: p.letters, state: p.state}
	if len(m) == len(matrix{}) {
		inner.state.place = matrix(m).times(p.state.place)
	}
	return inner
}

// operator carries out what moves letters; strings are put letter by letter.
func (p *pen) operator(word operator, operands []Object) error {
	n := make([]float64, 0, len(matrix{}))
	for _, o := range operands {
		switch v := o.(type) {
		case int64:
			n = append(n, float64(v))
		case float64:
			n = append(n, v)
		}
	}
	switch word {
	case "q":
		if len(p.saved) == maxSaved {
			return ErrTooLarge
		}
		p.saved = append(p.saved, p.state)
		return nil
	case "Q":
		if last := len(p.saved) - 1; last >= 0 {
			p.state, p.saved = p.saved[last], p.saved[:last]
		}
		return nil
	case "BT":
		p.text, p.line = identity, identity
		return nil
	case "T*", "'":
		p.next(0, -p.state.leading)
		return nil
	case `"`:
		if len(n) == 2 {
			p.state.word, p.state.letter = n[0], n[1]
		}
		p.next(0, -p.state.leading)
		return nil
	}
	switch {
	case word == "cm" && len(n) == 6:
		p.state.place = matrix(n).times(p.state.place)
	case word == "Tm" && len(n) == 6:
		p.text, p.line = matrix(n), matrix(n)
	case word == "TD" && len(n) == 2:
		p.state.leading = -n[1]
		p.next(n[0], n[1])
	case word == "Td" && len(n) == 2:
		p.next(n[0], n[1])
	case len(n) != 1:
	case word == "Tf":
		p.state.size = n[0]
	case word == "Tc":
		p.state.letter = n[0]
	case word == "Tw":
		p.state.word = n[0]
	case word == "Tz":
		p.state.scale = n[0] / 100
	case word == "TL":
		p.state.leading = n[0]
	case word == "Ts":
		p.state.rise = n[0]
	}
	return nil
}

// next begins a line at a distance from the last one's beginning.
func (p *pen) next(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

func (p *pen) move(x float64) { p.text = matrix{1, 0, 0, 1, x, 0}.times(p.text) }

// kern moves by a number between strings, thousandths of the size to the left.
func (p *pen) kern(o Object) {
	switch n := o.(type) {
	case int64:
		p.move(-float64(n) / 1000 * p.state.size * p.state.scale)
	case float64:
		p.move(-n / 1000 * p.state.size * p.state.scale)
	}
}

// put puts a letter of a width in thousandths.
func (p *pen) put(letter string, width float64, blank bool) {
	advance := width/1000*p.state.size + p.state.letter
	if blank {
		advance += p.state.word
	}
	m := matrix{1, 0, 0, 1, 0, p.state.rise}.times(p.text).times(p.state.place)
	*p.letters = append(*p.letters, Letter{Text: letter, X: m[4], Y: m[5], Width: width / 1000 * p.state.size * p.state.scale * m[0], Size: p.state.size * m[3]})
	p.move(advance * p.state.scale)
}
