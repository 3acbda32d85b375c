package pdfread

import (
	"strings"
	"unicode/utf16"
)

// PageText is what a page's content stream shows, in the order of drawing, as its fonts' maps to Unicode give it (9.10); what is
// marked as one piece (14.6) ends in a space. Codes without a letter are U+FFFD; a picture is U+FFFC, and so is the beginning of
// a form, a drawing inside the drawing. The text of annotations is no part of it.
func (f *File) PageText(p Page) (string, error) {
	content, err := f.Content(p)
	if err != nil {
		return "", err
	}
	r := &textReader{file: f, resources: p.Resources, out: &strings.Builder{}}
	err = r.read(content)
	return r.out.String(), err
}

// FormText is the same of a form XObject (8.10), such as an annotation's appearance.
func (f *File) FormText(s *Stream) (string, error) {
	r := &textReader{file: f, out: &strings.Builder{}}
	err := r.form(s)
	return r.out.String(), err
}

// A textReader reads a content stream.
type textReader struct {
	file      *File
	resources Dict
	fonts     map[Name]*fontMap
	font      *fontMap
	operands  []Object
	out       *strings.Builder
	level     int // of forms inside forms
}

// Bounds of a content stream: 33 operands are what a colour may have (annex C).
const (
	maxOperands = 64
	maxForms    = 16
)

func (r *textReader) read(content []byte) error {
	if err := r.file.spend(len(content)); err != nil {
		return err
	}
	parser := &parser{file: r.file, data: content}
	for {
		parser.space()
		if parser.pos >= len(content) {
			return nil
		}
		token, err := parser.token(0)
		if err != nil {
			return err
		}
		word, ok := token.(operator)
		if !ok {
			if r.operands = append(r.operands, token); len(r.operands) > maxOperands {
				return parser.fail("an operator with too many operands")
			}
			continue
		}
		if word == "ID" { // the bytes of a picture written in place (8.9.7)
			r.out.WriteRune(picture)
			if err := parser.skipPicture(); err != nil {
				return err
			}
		} else if err := r.operator(word); err != nil {
			return err
		}
		r.operands = r.operands[:0]
	}
}

// picture stands where something other than text is drawn.
const picture = '\uFFFC'

// skipPicture goes behind the EI that ends a picture's bytes.
func (p *parser) skipPicture() error {
	for ; p.pos+2 < len(p.data); p.pos++ {
		after := p.pos + len(" EI")
		if isSpace(p.data[p.pos]) && string(p.data[p.pos+1:after]) == "EI" && (after == len(p.data) || isSpace(p.data[after])) {
			p.pos = after
			return nil
		}
	}
	return p.fail("a picture without an end")
}

// operator carries out what shows text or draws something else from a file's objects.
func (r *textReader) operator(word operator) error {
	var last Object
	if len(r.operands) > 0 {
		last = r.operands[len(r.operands)-1]
	}
	switch word {
	case "Tf":
		if len(r.operands) == 2 {
			if name, ok := r.operands[0].(Name); ok {
				return r.setFont(name)
			}
		}
	case "Tj", "'", `"`:
		r.show(last)
	case "TJ":
		array, _ := last.(Array)
		for _, o := range array {
			r.show(o)
		}
	case "EMC":
		r.out.WriteByte(' ')
	case "Do":
		if name, ok := last.(Name); ok {
			return r.draw(name)
		}
	}
	return nil
}

func (r *textReader) show(o Object) {
	if s, ok := o.(String); ok && r.font != nil {
		r.font.decode(r.out, string(s))
	}
}

// draw draws an external object (8.8).
func (r *textReader) draw(name Name) error {
	objects, err := r.file.Dict(r.resources["XObject"])
	if err != nil {
		return err
	}
	o, err := r.file.Resolve(objects[name])
	if err != nil {
		return err
	}
	stream, ok := o.(*Stream)
	if !ok {
		return nil
	}
	r.out.WriteRune(picture)
	if stream.Dict["Subtype"] != Name("Form") {
		return nil
	}
	inner := &textReader{file: r.file, resources: r.resources, out: r.out, level: r.level + 1}
	return inner.form(stream)
}

func (r *textReader) form(s *Stream) error {
	if r.level > maxForms {
		return r.file.damaged(s.Offset, "forms lie in one another without an end")
	}
	own, err := r.file.Dict(s.Dict["Resources"])
	if err != nil {
		return err
	}
	if own != nil {
		r.resources = own
	}
	content, err := r.file.Data(s)
	if err != nil {
		return err
	}
	return r.read(content)
}

// A fontMap turns codes into letters.
type fontMap struct {
	wide    bool // codes of two bytes
	letters map[uint16]string
}

func (m *fontMap) decode(out *strings.Builder, s string) {
	width := 1
	if m.wide {
		width = 2
	}
	for ; len(s) >= width; s = s[width:] {
		code := uint16(s[0])
		if m.wide {
			code = code<<8 | uint16(s[1])
		}
		switch letter, ok := m.letters[code]; {
		case ok:
			out.WriteString(letter)
		case m.wide || code < ' ' || code >= 0x7F:
			out.WriteRune('\uFFFD')
		default:
			out.WriteByte(byte(code))
		}
	}
}

// setFont reads a font's map, once a stream.
func (r *textReader) setFont(name Name) error {
	if m, ok := r.fonts[name]; ok {
		r.font = m
		return nil
	}
	fonts, err := r.file.Dict(r.resources["Font"])
	if err != nil {
		return err
	}
	font, err := r.file.Dict(fonts[name])
	if err != nil {
		return err
	}
	r.font = &fontMap{wide: font["Subtype"] == Name("Type0"), letters: map[uint16]string{}}
	if r.fonts == nil {
		r.fonts = map[Name]*fontMap{}
	}
	r.fonts[name] = r.font
	o, err := r.file.Resolve(font["ToUnicode"])
	if err != nil {
		return err
	}
	stream, ok := o.(*Stream)
	if !ok {
		return nil
	}
	data, err := r.file.Data(stream)
	if err != nil {
		return err
	}
	return r.font.read(&parser{file: r.file, data: data})
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
