package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/kehoach/kehoach/internal/font"
)

// A typeface is a face as one file uses it: a composite font (ISO 32000-1, 9.7) whose codes count its letters from 1, in
// Unicode's order where they were known beforehand, so that two files with the same letters share one cut.
type typeface struct {
	face    *font.Face
	name    string // in the pages' resources
	object  reference
	codes   [256]*[256]uint16 // by the two bytes of a letter; 0 for none
	letters []rune            // code n is letters[n-1]
}

// code is the code of a letter; ok is false when the face lacks it.
func (t *typeface) code(r rune) (code uint16, ok bool) {
	if r < 0 || r > 0xFFFF {
		return 0, false // no face has it
	}
	page := t.codes[r>>8]
	if page == nil {
		page = &[256]uint16{}
		t.codes[r>>8] = page
	}
	if code = page[r&0xFF]; code != 0 {
		return code, true
	}
	if _, ok = t.face.Glyph(r); !ok {
		return 0, false
	}
	t.letters = append(t.letters, r)
	code = uint16(len(t.letters))
	page[r&0xFF] = code
	return code, true
}

// thousandths turns units of the face into thousandths of its size, in which PDF counts.
func (t *typeface) thousandths(units int) float64 {
	return float64(units) * 1000 / float64(t.face.UnitsPerEm())
}

// write writes the font's five objects: itself, its descendant, descriptor, file and map to Unicode.
func (t *typeface) write(f *file) error {
	c, err := t.cut()
	if err != nil {
		return fmt.Errorf("face %s: %w", t.face.Name(), err)
	}
	fontFile, descriptor, descendant, unicode := f.reserve(), f.reserve(), f.reserve(), f.reserve()
	f.packed(fontFile, fmt.Sprintf("/Length1 %d", c.length), c.program)
	t.descriptor(f, descriptor, c.name, symbolic, fontFile)
	f.object(descendant, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/CIDToGIDMap/Identity/W[1[%s]]>>",
		c.name, descriptor, c.widths)
	f.packed(unicode, "", c.unicode)
	f.object(t.object, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>", c.name, descendant, unicode)
	return nil
}

// A cutFace is a face cut to some letters, as a file holds it.
type cutFace struct {
	name             string
	widths           string
	length           int    // of the program
	program, unicode []byte // packed
}

// A cutKey tells cuts apart: the face, and its letters in the order of their codes.
type cutKey struct {
	face    *font.Face
	letters string
}

// cuts keeps the last cuts of a process: the plans of many communes have the same few.
var cuts = struct {
	sync.Mutex
	known map[cutKey]*cutFace
}{known: map[cutKey]*cutFace{}}

// maxCuts bounds what is kept: some 20 KB each.
const maxCuts = 256

// cut cuts the face to the letters used.
func (t *typeface) cut() (*cutFace, error) {
	key := cutKey{t.face, string(t.letters)}
	cuts.Lock()
	known := cuts.known[key]
	cuts.Unlock()
	if known != nil {
		return known, nil
	}
	var glyphs []int
	var widths bytes.Buffer
	for _, r := range t.letters {
		glyph, _ := t.face.Glyph(r)
		glyphs = append(glyphs, glyph)
		advance, _ := t.face.Advance(r)
		widths.WriteString(number(t.thousandths(advance)) + " ")
	}
	program, err := cut(t.face, glyphs)
	if err != nil {
		return nil, err
	}
	made := &cutFace{subsetTag(program) + "+" + t.face.Name(), widths.String(), len(program), pack(program), pack(t.toUnicode())}
	cuts.Lock()
	defer cuts.Unlock()
	if len(cuts.known) == maxCuts {
		clear(cuts.known)
	}
	cuts.known[key] = made
	return made, nil
}

// Flags of a descriptor (9.8.2): whether the codes are a font's own or letters.
const symbolic, nonsymbolic = 4, 32

// descriptor writes what a reader needs to know of a face (9.8).
func (t *typeface) descriptor(f *file, object reference, name string, flags int, fontFile reference) {
	head := t.face.Table("head")
	box := func(at int) string { return number(t.thousandths(int(int16(binary.BigEndian.Uint16(head[at:]))))) }
	f.object(object, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%s %s %s %s]/ItalicAngle %d/Ascent %s/Descent %s/CapHeight %s/StemV %d/FontFile2 %s>>",
		name, flags, box(36), box(38), box(40), box(42), t.slant(), number(t.thousandths(t.face.Ascent())), number(-t.thousandths(t.face.Descent())), number(t.thousandths(t.capital())), t.stem(), fontFile)
}

// capital is the height of a capital letter, of the OS/2 table (version 2 on); the ascent of a face that does not say.
func (t *typeface) capital() int {
	const at = 88 // sCapHeight
	if os2 := t.face.Table("OS/2"); len(os2) >= at+2 && binary.BigEndian.Uint16(os2) >= 2 {
		return int(int16(binary.BigEndian.Uint16(os2[at:])))
	}
	return t.face.Ascent()
}

// stem is the width of a letter's stems in thousandths. No table says it: it is guessed from the weight, as writers of PDF do, 87
// for regular faces (400) and 165 for bold ones (700).
func (t *typeface) stem() int {
	weight := 400
	if os2 := t.face.Table("OS/2"); len(os2) >= 6 {
		weight = int(binary.BigEndian.Uint16(os2[4:])) // usWeightClass
	}
	return 50 + weight*weight/(65*65)
}

// slant is the italic angle in degrees, of the post table.
func (t *typeface) slant() int {
	post := t.face.Table("post")
	if len(post) < 8 {
		return 0
	}
	return int(int16(binary.BigEndian.Uint16(post[4:])))
}

// subsetTag is six letters that differ between subsets (9.6.4), made from the subset itself.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// blockSize is how many codes one block of a CMap may map (9.10.3).
const blockSize = 100

// toUnicode is the map by which a reader copies and searches text.
func (t *typeface) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for at := 0; at < len(t.letters); at += blockSize {
		block := t.letters[at:min(at+blockSize, len(t.letters))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for i, r := range block {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", at+i+1, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
