package layout

import (
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/wml"
)

// A letter is one character of a paragraph, measured. A paragraph's letters stand in one slice, so that breaking it into
// lines is walking along.
type letter struct {
	r     rune
	width Length // 0 for tabs and breaks, whose width the line decides
	style *style
}

// Marks that stand among letters for what is no letter.
const (
	tabMark       = '\t'
	lineBreakMark = '\n'
	pageBreakMark = '\f'
)

// A style is what letters of one formatting share: face, size, and how tall they make a line.
type style struct {
	face            *font.Face
	size            Length
	color           string
	underline       bool
	strike          bool
	raise           Length // superscripts and subscripts stand above or below the baseline
	ascent, descent Length
	picture         *wml.Picture // of a letter that is one
}

// styleOf finds the face of run properties and measures its line. Line gap is counted above the letters, as LibreOffice does.
func (l *layouter) styleOf(p wml.RunProperties) *style {
	p.Language, p.Kern = "", false
	if known, ok := l.styles[p]; ok {
		return known
	}
	face := l.family.Face(font.Style{Bold: p.Bold, Italic: p.Italic})
	full := Length(p.Size) * Point / 2
	s := &style{face: face, size: full, color: p.Color, underline: p.Underline, strike: p.Strike}
	s.ascent = scale(face.Ascent()+face.LineGap(), full, face)
	s.descent = scale(face.Descent(), full, face)
	switch { // LibreOffice's proportions: the small letters reach as high, or as low, as the full ones, so the line grows by nothing
	case p.Superscript:
		s.size, s.raise = full*58/100, s.ascent*42/100
	case p.Subscript:
		s.size, s.raise = full*58/100, -s.descent*42/100
	}
	l.styles[p] = s
	return s
}

// scale turns units of a face into a Length: exact for a face of 2048 units at half-point sizes.
func scale(units int, size Length, face *font.Face) Length {
	return Length(units) * size / Length(face.UnitsPerEm())
}

// letters measures everything that stands in a paragraph, its number first: label letters of them.
func (l *layouter) letters(p *wml.Paragraph, fields func(name string) string) (out []letter, label int) {
	out = l.buffer[:0]
	defer func() { l.buffer = out }()
	if p.Number != nil {
		style := l.styleOf(p.Number.Run)
		out = l.appendText(out, p.Number.Text, style, p.Number.Run.Caps)
		switch p.Number.Suffix {
		case wml.SuffixSpace:
			out = l.appendText(out, " ", style, false)
		case wml.SuffixTab:
			out = append(out, letter{r: tabMark, style: style})
		}
		label = len(out)
	}
	for _, inline := range p.Inlines {
		switch in := inline.(type) {
		case *wml.Text:
			l.noteRun(in.RunProperties)
			out = l.appendText(out, in.Text, l.styleOf(in.RunProperties), in.Caps)
		case *wml.TabChar:
			out = append(out, letter{r: tabMark, style: l.styleOf(in.RunProperties)})
		case *wml.Break:
			mark := rune(lineBreakMark)
			if in.Page {
				mark = pageBreakMark
			}
			out = append(out, letter{r: mark, style: l.styleOf(in.RunProperties)})
		case *wml.Picture:
			out = append(out, l.picture(in))
		case *wml.Field:
			out = l.appendText(out, fields(in.Name), l.styleOf(in.RunProperties), false)
		}
	}
	return out, label
}

// appendText measures text. U+2011 is as wide as, and drawn as, a hyphen: Liberation Serif has no such letter, and a reader
// who searches for 49/KH-UBND types a hyphen. It stays U+2011 until the line is set, so that no line breaks there.
func (l *layouter) appendText(out []letter, text string, s *style, caps bool) []letter {
	if caps {
		text = strings.ToUpper(text)
	}
	for _, r := range text {
		drawn := r
		switch {
		case r == noBreakHyphen:
			drawn = '-'
		case r == softHyphen:
			out = append(out, letter{r: r, style: s})
			continue
		case r >= 0x600 && (r < 0x1E00 || r > 0x1FFF) && unicode.Is(unicode.Cf, r): // joiners and marks of direction: nothing to draw
			continue
		}
		units, ok := s.face.Advance(drawn)
		if !ok {
			l.missing(r, text)
			continue
		}
		out = append(out, letter{r: r, width: scale(units, s.size, s.face), style: s})
	}
	return out
}

const (
	noBreakHyphen = '\u2011'
	softHyphen    = '\u00AD'
	noBreakSpace  = '\u00A0'
)
