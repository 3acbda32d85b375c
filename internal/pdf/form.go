package pdf

import (
	"encoding/binary"
	"fmt"
	"strings"
	"sync"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/structure"
)

// A Field (12.7) is a place that is filled in later: a signature, or text where Face is set.
type Field struct {
	Name                string
	Tip                 string  // what a reader hears of it (14.8.4.4, TU)
	Page                int     // from 0
	X, Y, Width, Height float64 // pt, from the page's top left corner
	Beside              *layout.Paragraph
	Face                *font.Face
	Size                float64 // of text, pt
	Right               bool    // text stands at the right end, not in the middle
}

// form is the fields of a file being written.
type form struct {
	fields   []Field
	elements []*structure.Element // the Form of each, where the file is tagged
	widgets  []reference
	fonts    map[*font.Face]string
}

func newForm(fields []Field, elements []*structure.Element) *form {
	return &form{fields: fields, elements: elements, fonts: map[*font.Face]string{}}
}

// reserve gives every field its object.
func (m *form) reserve(f *file) {
	for range m.fields {
		m.widgets = append(m.widgets, f.reserve())
	}
}

// annotations are the entries of a page that holds fields.
func (m *form) annotations(page int) string {
	refs := ""
	for i, field := range m.fields {
		if field.Page == page {
			refs += m.widgets[i].String() + " "
		}
	}
	if refs == "" {
		return ""
	}
	return "/Annots[" + strings.TrimSuffix(refs, " ") + "]"
}

// write writes the fields and returns the catalog's entry for them. Each is its own widget, with an appearance as PDF/A asks
// (ISO 19005-3, 6.3.3), also while it is empty. Nothing says yet that there are signatures: the first who signs does.
func (m *form) write(f *file, pages []*page) (string, error) {
	if len(m.fields) == 0 {
		return "", nil
	}
	fonts, resources := map[*font.Face]reference{}, ""
	for _, field := range m.fields {
		if field.Face == nil || m.fonts[field.Face] != "" {
			continue
		}
		name := fmt.Sprintf("KH%d", len(fonts)+1)
		m.fonts[field.Face], fonts[field.Face] = name, f.reserve()
		if err := writeTypingFont(f, fonts[field.Face], field.Face); err != nil {
			return "", err
		}
		resources += "/" + name + " " + fonts[field.Face].String()
	}
	list := ""
	for i, field := range m.fields {
		m.widget(f, i, field, pages)
		list += m.widgets[i].String() + " "
	}
	defaults := ""
	if resources != "" {
		defaults = "/DR<</Font<<" + resources + ">>>>"
	}
	return "/AcroForm<</Fields[" + strings.TrimSuffix(list, " ") + "]" + defaults + ">>", nil
}

// widget writes a field with its only annotation (12.5.6.19).
func (m *form) widget(f *file, i int, field Field, pages []*page) {
	page := pages[field.Page]
	appearance := f.reserve()
	content, kind := "", "/FT/Sig"
	if field.Face != nil {
		name := m.fonts[field.Face]
		quadding := 1
		if field.Right {
			quadding = 2
		}
		kind = fmt.Sprintf("/FT/Tx/Q %d/DA(/%s %s Tf 0 g)", quadding, name, number(field.Size))
		content = "/Tx BMC\nEMC\n" // an empty variable text (12.7.3.3)
	}
	parent := ""
	if m.elements != nil {
		parent = fmt.Sprintf("/StructParent %d", len(pages)+i)
	}
	f.stream(appearance, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources<<>>", number(field.Width), number(field.Height)),
		[]byte(content))
	bottom := page.height - field.Y - field.Height
	f.object(m.widgets[i], "<</Type/Annot/Subtype/Widget%s/T%s/TU%s/F 4/P %s/Rect[%s %s %s %s]/AP<</N %s>>%s>>",
		kind, textString(field.Name), textString(field.Tip), page.object,
		number(field.X), number(bottom), number(field.X+field.Width), number(bottom+field.Height), appearance, parent)
}

// firstTyped and lastTyped are the letters that a person may type into a field: those of ASCII.
const firstTyped, lastTyped = 0x20, 0x7E

// A typingFont is a simple font (9.6.3) whose codes are letters, so that any reader can set what a person types. The text's own
// fonts hold only the letters that the text uses, under codes of their own.
type typingFont struct {
	name    string
	widths  string
	length  int    // of the program
	program []byte // packed
}

// typingFonts keeps each face's: it is the same in every document. *font.Face → *typingFont.
var typingFonts sync.Map

// newTypingFont cuts a face to the letters that can be typed.
func newTypingFont(face *font.Face) (*typingFont, error) {
	if known, ok := typingFonts.Load(face); ok {
		return known.(*typingFont), nil
	}
	var glyphs []int
	var widths strings.Builder
	t := &typeface{face: face}
	for r := rune(firstTyped); r <= lastTyped; r++ {
		glyph, _ := face.Glyph(r)
		glyphs = append(glyphs, glyph)
		advance, _ := face.Advance(r)
		widths.WriteString(number(t.thousandths(advance)) + " ")
	}
	program, err := cut(face, glyphs, sfntTable{"cmap", typingMap()})
	if err != nil {
		return nil, fmt.Errorf("face %s: %w", face.Name(), err)
	}
	made := &typingFont{subsetTag(program) + "+" + face.Name(), strings.TrimSuffix(widths.String(), " "), len(program), pack(program)}
	typingFonts.Store(face, made)
	return made, nil
}

// writeTypingFont writes a face's font for typing.
func writeTypingFont(f *file, object reference, face *font.Face) error {
	t, err := newTypingFont(face)
	if err != nil {
		return err
	}
	fontFile, descriptor := f.reserve(), f.reserve()
	f.packed(fontFile, fmt.Sprintf("/Length1 %d", t.length), t.program)
	(&typeface{face: face}).descriptor(f, descriptor, t.name, nonsymbolic, fontFile)
	f.object(object, "<</Type/Font/Subtype/TrueType/BaseFont/%s/FirstChar %d/LastChar %d/Widths[%s]/Encoding/WinAnsiEncoding/FontDescriptor %s>>",
		t.name, firstTyped, lastTyped, t.widths, descriptor)
	return nil
}

// typingMap is a cmap table for platform 3, encoding 1, in format 4 (OpenType, cmap): one segment of letters, which are the
// glyphs from 1, and the closing one.
func typingMap() []byte {
	const delta = 0x10000 + 1 - firstTyped // what is added to a code, modulo 65536
	var b []byte
	for _, v := range []uint16{0, 1, 3, 1, 0, 12, // header: version, one subtable for (3, 1) at byte 12
		4, 32, 0, 4, 4, 1, 0, // format, length, language, 2 segments
		lastTyped, 0xFFFF, 0, firstTyped, 0xFFFF, delta, 1, 0, 0} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return b
}
