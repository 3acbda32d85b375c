package pdf

import (
	"encoding/binary"
	"errors"
	"slices"

	"github.com/kehoach/kehoach/internal/font"
)

// cut makes a TrueType file with the given glyphs of a face, numbered in that order from 1; glyph 0 stays what it was. Only the
// tables that a CIDFontType2 needs are kept (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca, maxp); instructions are dropped.
// more are tables that stand before those.
func cut(face *font.Face, glyphs []int, more ...sfntTable) ([]byte, error) {
	head, maxp, hhea := face.Table("head"), face.Table("maxp"), face.Table("hhea")
	source := outlines{glyf: face.Table("glyf"), loca: face.Table("loca")}
	hmtx := face.Table("hmtx")
	if len(head) < 54 || len(maxp) < 32 || len(hhea) < 36 || len(hmtx) < 4 {
		return nil, errors.New("the face lacks a table")
	}
	source.long = binary.BigEndian.Uint16(head[50:]) == 1
	metrics := int(binary.BigEndian.Uint16(hhea[34:]))

	kept := append([]int{0}, glyphs...)
	var glyf, loca, widths []byte
	for i := 0; i < len(kept); i++ { // composite glyphs add their parts while we go
		outline, err := source.glyph(kept[i])
		if err != nil {
			return nil, err
		}
		outline = renumber(outline, &kept)
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		widths = append(widths, longMetric(hmtx, metrics, kept[i])...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	head, maxp, hhea = slices.Clone(head), slices.Clone(maxp[:32]), slices.Clone(hhea[:36])
	binary.BigEndian.PutUint32(head[8:], 0)  // checksum, filled in by assemble
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(kept)))
	binary.BigEndian.PutUint16(maxp[26:], 0) // no instructions
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(kept)))
	return assemble(append(more, sfntTable{"glyf", glyf}, sfntTable{"head", head}, sfntTable{"hhea", hhea}, sfntTable{"hmtx", widths},
		sfntTable{"loca", loca}, sfntTable{"maxp", maxp})), nil
}

// longMetric is a glyph's entry of hmtx. Glyphs behind the last full entry share its advance.
func longMetric(hmtx []byte, metrics, glyph int) []byte {
	entry := make([]byte, 4)
	at := 4 * min(glyph, metrics-1)
	if at+4 <= len(hmtx) {
		copy(entry, hmtx[at:at+4])
	}
	if bearing := 4*metrics + 2*(glyph-metrics); glyph >= metrics && bearing+2 <= len(hmtx) {
		copy(entry[2:], hmtx[bearing:bearing+2])
	}
	return entry
}

// outlines are the glyphs of a face.
type outlines struct {
	glyf, loca []byte
	long       bool
}

// glyph is one glyph's description.
func (o outlines) glyph(number int) ([]byte, error) {
	var from, to int
	switch {
	case o.long && 4*number+8 <= len(o.loca):
		from, to = int(binary.BigEndian.Uint32(o.loca[4*number:])), int(binary.BigEndian.Uint32(o.loca[4*number+4:]))
	case !o.long && 2*number+4 <= len(o.loca):
		from, to = 2*int(binary.BigEndian.Uint16(o.loca[2*number:])), 2*int(binary.BigEndian.Uint16(o.loca[2*number+2:]))
	default:
		return nil, errors.New("a glyph outside the face")
	}
	if from > to || to > len(o.glyf) {
		return nil, errors.New("a glyph outside the face")
	}
	return o.glyf[from:to], nil
}

// Flags of a part of a composite glyph (OpenType, glyf).
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
	instructions  = 1 << 8
)

// plain is a simple glyph without its instructions: they stand behind the ends of its contours.
func plain(outline []byte) []byte {
	at := 10 + 2*int(binary.BigEndian.Uint16(outline))
	if at+2 > len(outline) {
		return outline
	}
	length := int(binary.BigEndian.Uint16(outline[at:]))
	if at+2+length > len(outline) {
		return outline
	}
	out := append(slices.Clone(outline[:at]), 0, 0)
	return append(out, outline[at+2+length:]...)
}

// renumber gives the parts of a composite glyph their new numbers, adding those not yet kept.
func renumber(outline []byte, kept *[]int) []byte {
	if len(outline) < 10 {
		return outline
	}
	if int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return plain(outline)
	}
	out := slices.Clone(outline)
	for at := 10; at+4 <= len(out); {
		flags := binary.BigEndian.Uint16(out[at:])
		part := int(binary.BigEndian.Uint16(out[at+2:]))
		i := slices.Index(*kept, part)
		if i < 0 {
			i = len(*kept)
			*kept = append(*kept, part)
		}
		binary.BigEndian.PutUint16(out[at:], flags&^instructions)
		binary.BigEndian.PutUint16(out[at+2:], uint16(i))
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return out[:min(at, len(out))]
		}
	}
	return out
}

type sfntTable struct {
	tag  string
	data []byte
}

// assemble writes an sfnt file (OpenType, font file) from tables in the order of their tags.
func assemble(tables []sfntTable) []byte {
	n := len(tables)
	power := 1
	for power*2 <= n {
		power *= 2
	}
	selector := 0
	for 1<<(selector+1) <= n {
		selector++
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, power * 16, selector, n*16 - power*16} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	offset, headAt := 12+16*n, 0
	for _, t := range tables {
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		if t.tag == "head" {
			headAt = offset
		}
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
