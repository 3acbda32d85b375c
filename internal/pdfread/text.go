package pdfread

import (
	"strings"
	"unicode/utf16"
)

// PageText is what a page's content stream shows, in the order of drawing, as its fonts' maps to Unicode give it (9.10). Codes
// without one are U+FFFD; the text inside annotations is no part of it. What is no part of the document, such as page
// numbers, is left out where the file marks it as an artifact (14.8.2.2).
func (f *File) PageText(p Page) (string, error) {
	content, err := f.Content(p)
	if err != nil {
		return "", err
	}
	r := &textReader{file: f, fonts: p.Resources["Font"], known: map[Name]*fontMap{}}
	parser := &parser{file: f, data: content}
	if err := f.spend(len(content)); err != nil {
		return "", err
	}
	for {
		parser.space()
		if parser.pos >= len(content) {
			return r.out.String(), nil
		}
		token, err := parser.token(0)
		if err != nil {
			return "", err
		}
		word, ok := token.(operator)
		if !ok {
			if r.operands = append(r.operands, token); len(r.operands) > maxOperands {
				return "", parser.fail("an operator with too many operands")
			}
			continue
		}
		if err := r.operator(word); err != nil {
			return "", err
		}
		r.operands = r.operands[:0]
	}
}

// maxOperands bounds the operands before one operator: 33 is what a colour may have (annex C).
const maxOperands = 64

// A textReader reads a content stream.
type textReader struct {
	file     *File
	fonts    Object
	known    map[Name]*fontMap
	font     *fontMap
	operands []Object
	out      strings.Builder
	marked   []bool // for each open mark, whether it is inside an artifact
}

// operator carries out what shows text or marks content; all else is drawing.
func (r *textReader) operator(word operator) error {
	last := func() Object {
		if len(r.operands) == 0 {
			return nil
		}
		return r.operands[len(r.operands)-1]
	}
	switch word {
	case "Tf":
		if len(r.operands) == 2 {
			if name, ok := r.operands[0].(Name); ok {
				return r.setFont(name)
			}
		}
	case "Tj", "'", `"`:
		r.show(last())
	case "TJ":
		array, _ := last().(Array)
		for _, o := range array {
			r.show(o)
		}
	case "BMC", "BDC":
		if len(r.marked) >= maxDepth {
			return r.file.damaged(0, "marked content nests too deep")
		}
		artifact := len(r.operands) > 0 && r.operands[0] == Name("Artifact")
		r.marked = append(r.marked, artifact || r.inArtifact())
	case "EMC":
		if len(r.marked) > 0 {
			r.marked = r.marked[:len(r.marked)-1]
		}
	}
	return nil
}

func (r *textReader) inArtifact() bool { return len(r.marked) > 0 && r.marked[len(r.marked)-1] }

func (r *textReader) show(o Object) {
	if s, ok := o.(String); ok && r.font != nil && !r.inArtifact() {
		r.font.decode(&r.out, string(s))
	}
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

// setFont reads a font's map, once a page.
func (r *textReader) setFont(name Name) error {
	if m, ok := r.known[name]; ok {
		r.font = m
		return nil
	}
	fonts, err := r.file.Dict(r.fonts)
	if err != nil {
		return err
	}
	font, err := r.file.Dict(fonts[name])
	if err != nil {
		return err
	}
	r.font = &fontMap{wide: font["Subtype"] == Name("Type0"), letters: map[uint16]string{}}
	r.known[name] = r.font
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
