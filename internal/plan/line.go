package plan

import "strings"

// A Line is one paragraph in plain words, with the places of its letters: what a reader of the language looks at.
type Line struct {
	Text    string // variables by their values; a reference of any other sort is one Reference
	pieces  []piece
	locator Locator
}

// Reference stands in a Line's Text where the plan refers to a document, role, deadline, item or appendix: U+FFFC, the
// character that Unicode keeps for what is not a letter.
const Reference = "\uFFFC"

// A piece is the stretch of a line that one inline gave.
type piece struct {
	from   int
	inline Inline
}

// Lines are a text's paragraphs in plain words.
func (p *Plan) Lines(t *Text) []Line {
	locator := t.Locate()
	var lines []Line
	for _, paragraph := range t.Paragraphs {
		line := Line{locator: locator}
		var b strings.Builder
		for _, in := range paragraph.Inlines {
			line.pieces = append(line.pieces, piece{b.Len(), in})
			b.WriteString(p.plainly(in))
		}
		line.Text = b.String()
		lines = append(lines, line)
	}
	return lines
}

// Literals are the words that stand in place of cited documents in a text ({{cite id as="…"}}), a Line each: they are printed as they
// are written, but do not stand in Lines.
func (p *Plan) Literals(t *Text) []Line {
	var lines []Line
	for _, paragraph := range t.Paragraphs {
		for _, in := range paragraph.Inlines {
			if in.Mention == nil || in.Mention.Literal == nil {
				continue
			}
			words := *in.Mention.Literal
			at := strings.Index(t.Value.Text[in.from:], words)
			if at < 0 {
				continue
			}
			written := Inline{Text: words, At: in.At, from: in.from + at}
			lines = append(lines, Line{Text: words, pieces: []piece{{0, written}}, locator: t.Locate()})
		}
	}
	return lines
}

func (p *Plan) plainly(in Inline) string {
	switch {
	case in.ref == nil:
		return in.Text
	case in.Variable != "":
		value, _ := p.Lookup(in.Variable)
		return value
	}
	return Reference
}

// Place is where the bytes from and to of a line's Text stand in the file. written tells that they stand there letter for letter
// in one stretch; words that come from a reference, or run over bold or italic, stand where that begins and ends.
func (l Line) Place(from, to int) (at Place, written bool) {
	first, last := l.piece(from), l.piece(max(from, to-1))
	if first < 0 {
		return l.locator.text.At, false
	}
	at = l.edge(first, from, to)
	if first == last {
		return at, l.pieces[first].inline.ref == nil && l.locator.Exact()
	}
	at.End = max(at.Start, l.edge(last, from, to).End)
	return at, false
}

// edge is the place of what one piece holds of the bytes from and to.
func (l Line) edge(i, from, to int) Place {
	p := l.pieces[i]
	if p.inline.ref != nil {
		return p.inline.At
	}
	return l.locator.Place(p.inline, max(from-p.from, 0), min(to-p.from, len(p.inline.Text)))
}

// piece is the piece in which a byte stands; -1 when the line is empty.
func (l Line) piece(offset int) int {
	for i := len(l.pieces) - 1; i >= 0; i-- {
		if l.pieces[i].from <= offset {
			return i
		}
	}
	return -1
}
