package font

import (
	"encoding/binary"
	"errors"
	"strings"
	"sync/atomic"

	"golang.org/x/image/font/sfnt"
)

// A Face is one font file.
type Face struct {
	data    []byte
	name    string // PostScript name
	family  string
	style   Style
	units   int
	ascent  int
	descent int
	lineGap int
	parsed  *sfnt.Font
	hmtx    []byte // two numbers a glyph for the first metrics of them (OpenType hmtx)
	metrics int
	letters [256]atomic.Pointer[[256]letter] // by the two bytes of a character; a page is read when a text first needs it
}

// A letter is where a face keeps one character: its glyph's number and advance.
type letter struct{ glyph, advance uint16 }

// letter is a character's; glyph 0 when the face lacks it.
func (f *Face) letter(r rune) letter {
	if r < 0x20 || r > 0xFFFF {
		return letter{}
	}
	page := f.letters[r>>8].Load()
	if page == nil {
		page = f.page(r &^ 0xFF)
		f.letters[r>>8].Store(page) // two readers at once store the same
	}
	return page[r&0xFF]
}

// page reads the 256 letters from first on.
func (f *Face) page(first rune) *[256]letter {
	var page [256]letter
	var buffer sfnt.Buffer
	for i := range page {
		glyph, err := f.parsed.GlyphIndex(&buffer, first+rune(i))
		if err == nil && glyph != 0 {
			page[i] = letter{uint16(glyph), binary.BigEndian.Uint16(f.hmtx[4*min(int(glyph), f.metrics-1):])}
		}
	}
	return &page
}

// Name is the face's PostScript name, "LiberationSerif-Bold".
func (f *Face) Name() string { return f.name }

// Data is the TrueType file.
func (f *Face) Data() []byte { return f.data }

// UnitsPerEm is how many units of the face make one size.
func (f *Face) UnitsPerEm() int { return f.units }

// Ascent, Descent and LineGap are those of the hhea table, in units, all positive. Word and LibreOffice take the line's height
// from them: 1.1499 em for Liberation Serif and Times New Roman, so 16.10 pt for a single line at 14 pt.
func (f *Face) Ascent() int  { return f.ascent }
func (f *Face) Descent() int { return f.descent }
func (f *Face) LineGap() int { return f.lineGap }

// Advance is the width of a letter in units; ok is false when the face lacks the letter.
func (f *Face) Advance(r rune) (units int, ok bool) {
	l := f.letter(r)
	return int(l.advance), l.glyph != 0
}

// Glyph is the number of a letter's glyph in the file; ok is false when the face lacks the letter.
func (f *Face) Glyph(r rune) (number int, ok bool) {
	l := f.letter(r)
	return int(l.glyph), l.glyph != 0
}

// Table is one table of the file (head, glyf …); nil when it has none of that name.
func (f *Face) Table(tag string) []byte { return table(f.data, tag) }

// newFace reads a TrueType file: its names and its line metrics.
func newFace(data []byte) (*Face, error) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	f := &Face{data: data, parsed: parsed, units: int(parsed.UnitsPerEm())}
	var buffer sfnt.Buffer
	f.name, _ = parsed.Name(&buffer, sfnt.NameIDPostScript)
	f.family, _ = parsed.Name(&buffer, sfnt.NameIDFamily)
	kind, _ := parsed.Name(&buffer, sfnt.NameIDSubfamily)
	f.style = Style{Bold: strings.Contains(kind, "Bold"), Italic: strings.Contains(kind, "Italic")}

	hhea, hmtx := table(data, "hhea"), table(data, "hmtx")
	if len(hhea) < 36 {
		return nil, errors.New("no hhea table")
	}
	f.ascent = int(int16(binary.BigEndian.Uint16(hhea[4:])))
	f.descent = -int(int16(binary.BigEndian.Uint16(hhea[6:])))
	f.lineGap = int(int16(binary.BigEndian.Uint16(hhea[8:])))
	f.hmtx, f.metrics = hmtx, int(binary.BigEndian.Uint16(hhea[34:]))
	if f.metrics == 0 || len(hmtx) < 4*f.metrics {
		return nil, errors.New("no hmtx table")
	}
	return f, nil
}

// table is one table of an sfnt file; nil when it is not there or lies outside the file.
func table(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := 12 + 16*i
		if record+16 > len(data) {
			return nil
		}
		if string(data[record:record+4]) != tag {
			continue
		}
		offset, length := int(binary.BigEndian.Uint32(data[record+8:])), int(binary.BigEndian.Uint32(data[record+12:]))
		if offset > len(data) || length > len(data)-offset {
			return nil
		}
		return data[offset : offset+length]
	}
	return nil
}
