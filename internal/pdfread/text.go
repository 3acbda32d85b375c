package pdfread

import "strings"

// PageText is what a page's content stream shows, in the order of drawing, as its fonts' maps to Unicode give it (9.10); what is
// marked as one piece (14.6) ends in a space. What the file calls no part of the document, such as page numbers, is aside: an artifact
// (14.8.2.2). Codes without a letter are U+FFFD; a picture is U+FFFC, and so is the beginning of a form, a drawing inside the drawing.
// The text of annotations is no part of it.
func (f *File) PageText(p Page) (text, aside string, err error) {
	content, err := f.Content(p)
	if err != nil {
		return "", "", err
	}
	r := newTextReader(f, p.Resources)
	err = r.read(content)
	return r.text.String(), r.aside.String(), err
}

// A textReader reads a content stream.
type textReader struct {
	file      *File
	resources Dict
	fonts     map[Name]*fontMap
	font      *fontMap
	operands  []Object
	text      *strings.Builder
	aside     *strings.Builder
	marked    []bool // for each open mark, whether it is inside an artifact
	pen       *pen   // nil where nobody asks where the letters stand
	sight     *sight // nil where nobody asks whether they are seen
	level     int    // of forms inside forms
}

func newTextReader(f *File, resources Dict) *textReader {
	return &textReader{file: f, resources: resources, text: &strings.Builder{}, aside: &strings.Builder{}}
}

// out is where text goes now.
func (r *textReader) out() *strings.Builder {
	if len(r.marked) > 0 && r.marked[len(r.marked)-1] {
		return r.aside
	}
	return r.text
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
			r.out().WriteRune(picture)
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
	if r.sight != nil {
		r.sight.operator(word, r.operands)
	}
	if r.pen != nil {
		if err := r.pen.operator(word, r.operands); err != nil {
			return err
		}
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
			if r.pen != nil {
				r.pen.kern(o)
			}
			r.show(o)
		}
	case "BMC", "BDC":
		if len(r.marked) >= maxDepth {
			return r.file.damaged(0, "marked content nests too deep")
		}
		artifact := len(r.operands) > 0 && r.operands[0] == Name("Artifact")
		r.marked = append(r.marked, artifact || r.out() == r.aside)
	case "EMC":
		r.out().WriteByte(' ')
		if len(r.marked) > 0 {
			r.marked = r.marked[:len(r.marked)-1]
		}
	case "Do":
		if name, ok := last.(Name); ok {
			return r.draw(name)
		}
	}
	return nil
}

func (r *textReader) show(o Object) {
	s, ok := o.(String)
	if !ok || r.font == nil {
		return
	}
	for code, letter := range r.font.codes(string(s)) {
		r.out().WriteString(letter)
		if r.pen != nil {
			r.pen.put(letter, r.font.width(code), code == ' ' && !r.font.wide)
		}
		if r.sight != nil {
			r.sight.letter((*r.pen.letters)[len(*r.pen.letters)-1], r.font)
		}
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
	r.out().WriteRune(picture)
	if stream.Dict["Subtype"] != Name("Form") {
		return nil
	}
	inner := &textReader{file: r.file, resources: r.resources, text: r.out(), aside: r.aside, level: r.level + 1}
	if r.pen != nil {
		matrix, err := r.file.numbers(stream.Dict["Matrix"])
		if err != nil {
			return err
		}
		inner.pen = r.pen.within(matrix)
	}
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
	r.font = &fontMap{dict: font, wide: font["Subtype"] == Name("Type0"), letters: map[uint16]string{}}
	if r.fonts == nil {
		r.fonts = map[Name]*fontMap{}
	}
	r.fonts[name] = r.font
	if r.pen != nil {
		if err := r.font.readWidths(r.file, font); err != nil {
			return err
		}
	}
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
