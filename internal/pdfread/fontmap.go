package pdfread

import (
	"iter"
	"math"
	"unicode/utf16"
)

// A fontMap turns codes into letters.
type fontMap struct {
	dict    Dict
	wide    bool // codes of two bytes
	letters map[uint16]string
	widths  map[uint16]float64 // thousandths of the size
	other   float64            // width of codes that have none of their own
}

// codes are the codes of a string with their letters.
func (m *fontMap) codes(s string) iter.Seq2[uint16, string] {
	return func(yield func(uint16, string) bool) {
		length := 1
		if m.wide {
			length = 2
		}
		for ; len(s) >= length; s = s[length:] {
			code := uint16(s[0])
			if m.wide {
				code = code<<8 | uint16(s[1])
			}
			letter, ok := m.letters[code]
			switch {
			case ok:
			case m.wide || code < ' ' || code >= 0x7F:
				letter = "\uFFFD"
			default:
				letter = string(rune(code))
			}
			if !yield(code, letter) {
				return
			}
		}
	}
}

func (m *fontMap) width(code uint16) float64 {
	if w, ok := m.widths[code]; ok {
		return w
	}
	return m.other
}

// readWidths reads a font's widths (9.6.2.1, 9.7.4.3). A font of the standard ones, which need not say theirs, gets a middling one.
func (m *fontMap) readWidths(f *File, font Dict) error {
	m.widths, m.other = map[uint16]float64{}, 500
	if !m.wide {
		first, err := f.Number(font["FirstChar"])
		if err != nil {
			return err
		}
		widths, err := f.numbers(font["Widths"])
		for i, w := range widths {
			m.widths[uint16(int(first)+i)] = w
		}
		return err
	}
	descendants, err := f.Array(font["DescendantFonts"])
	if err != nil || len(descendants) == 0 {
		return err
	}
	inner, err := f.Dict(descendants[0])
	if err != nil {
		return err
	}
	m.other = 1000
	if inner["DW"] != nil {
		if m.other, err = f.Number(inner["DW"]); err != nil {
			return err
		}
	}
	list, err := f.Array(inner["W"])
	if err != nil {
		return err
	}
	for len(list) >= 2 { // "c [w1 w2 …]" or "first last w"
		first, err := f.Number(list[0])
		if err != nil {
			return err
		}
		o, err := f.Resolve(list[1])
		if err != nil {
			return err
		}
		if _, ok := o.(Array); ok {
			widths, err := f.numbers(o)
			if err != nil {
				return err
			}
			for i, w := range widths {
				m.widths[uint16(int(first)+i)] = w
			}
			list = list[2:]
			continue
		}
		last, err := f.Number(o)
		if err != nil || len(list) < 3 {
			return err
		}
		w, err := f.Number(list[2])
		if err != nil {
			return err
		}
		if err := f.spend(codeWork * int(max(0, min(last-first, math.MaxUint16)))); err != nil {
			return err
		}
		for code := int(first); code <= int(min(last, math.MaxUint16)) && code >= 0; code++ {
			m.widths[uint16(code)] = w
		}
		list = list[3:]
	}
	return nil
}

// read reads a CMap's bfchar and bfrange blocks (9.10.3).
func (m *fontMap) read(p *parser) error {
	var run []Object // the operands since the last operator
	for {
		p.space()
		if p.pos >= len(p.data) {
			return nil
		}
		token, err := p.token(0)
		if err != nil {
			return err
		}
		switch token {
		case operator("endbfchar"):
			for ; len(run) >= 2; run = run[2:] {
				m.set(run[0], 0, run[1])
			}
		case operator("endbfrange"):
			for ; len(run) >= 3; run = run[3:] {
				if err := p.file.spend(m.setRange(run[0], run[1], run[2])); err != nil {
					return err
				}
			}
		}
		if _, ok := token.(operator); ok {
			run = run[:0]
			continue
		}
		run = append(run, token)
	}
}

// set maps the code at a distance from one to letters.
func (m *fontMap) set(code Object, distance int, letters Object) {
	from, ok1 := code.(String)
	to, ok2 := letters.(String)
	if !ok1 || !ok2 || len(from) == 0 || len(from) > 2 {
		return
	}
	units := make([]uint16, 0, len(to)/2)
	for i := 0; i+1 < len(to); i += 2 {
		units = append(units, uint16(to[i])<<8|uint16(to[i+1]))
	}
	m.letters[number(from)+uint16(distance)] = string(utf16.Decode(units))
}

func number(code String) uint16 {
	n := uint16(0)
	for i := range len(code) {
		n = n<<8 | uint16(code[i])
	}
	return n
}

// setRange maps a range of codes, to letters that count up or to those of an array, and returns what that cost.
func (m *fontMap) setRange(first, last, letters Object) (work int) {
	from, ok1 := first.(String)
	to, ok2 := last.(String)
	if !ok1 || !ok2 || len(from) > 2 || len(to) > 2 {
		return 0
	}
	array, isArray := letters.(Array)
	start, isString := letters.(String)
	for i := 0; i <= int(number(to))-int(number(from)); i++ {
		switch {
		case isArray && i < len(array):
			m.set(first, i, array[i])
		case isString && len(start) >= 2:
			end := len(start) - 1
			m.set(first, i, start[:end]+String([]byte{start[end] + byte(i)})) // the last byte alone counts (9.10.3)
		}
		work += codeWork
	}
	return work
}

// codeWork is what one code of a range costs, in bytes of the budget.
const codeWork = 64
