package plan

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
)

// text decodes prose: its paragraphs, their marks, bold and italic, and what stands in braces.
func (d *decoder) text(n *yaml.Node, into *Text) {
	if n = d.follow(n); n.Kind != yaml.ScalarNode {
		d.mismatch(n, textWords)
		return
	}
	d.misread(n)
	into.Value = Value{Text: n.Value, At: d.place(n)}
	file, start := d.start(n)
	places, _, _ := mapScalar(file.Text, start, n.Style, n.Value)
	if i := strings.Index(n.Value, "???"); i >= 0 {
		d.found = append(d.found, mustFill.At(places.place(file, i, i+3).Location()))
	}
	at := 0
	for line := range strings.SplitSeq(n.Value, "\n") {
		if strings.TrimSpace(line) != "" {
			p := &prose{decoder: d, source: file, text: line, base: at, places: places}
			if d.raw {
				into.Paragraphs = append(into.Paragraphs, p.letters())
			} else {
				into.Paragraphs = append(into.Paragraphs, p.paragraph())
			}
		}
		at += len(line) + 1
	}
}

// misread reports prose that YAML took, but not as it was meant: cut at " #", where a comment begins (one with a blank behind its
// mark is one that a person meant), or with a tab, which no one sees.
func (d *decoder) misread(n *yaml.Node) {
	cut := n.Style == 0 && n.LineComment != "" && !strings.HasPrefix(n.LineComment, "# ")
	if cut || strings.Contains(n.Value, "\t") {
		if f, ok := d.prose(d.source(n), n.Line, silentTraps); ok {
			d.found = append(d.found, f)
		}
	}
}

// A prose is one paragraph being read.
type prose struct {
	*decoder
	source       *Source // the file that the text stands in
	text         string
	base         int // of text in the scalar's value
	places       scalarMap
	pos          int
	bold, italic bool
	opened       [2]int // where ** and * were opened
	inlines      []Inline
	literal      strings.Builder
	from         int // where the literal began
}

// paragraph reads one line. Blanks at its ends are YAML's indentation, not the writer's, and are left out.
func (p *prose) paragraph() Paragraph {
	var out Paragraph
	p.pos = len(p.text) - len(strings.TrimLeft(p.text, " "))
	p.text = strings.TrimRight(p.text, " ")
	for mark, name := range map[string]Mark{"- ": "dash", "+ ": "plus"} {
		if strings.HasPrefix(p.text[p.pos:], mark) {
			out.Mark = name
			p.pos += len(mark)
			break
		}
	}
	p.from = p.pos
	for p.pos < len(p.text) {
		p.next()
	}
	p.flush()
	for i, open := range []bool{p.bold, p.italic} {
		if mark := "**"[i:]; open {
			p.report(openStyle, p.opened[i], p.opened[i]+len(mark), "mark", mark)
		}
	}
	out.Inlines = p.inlines
	return out
}

// letters are a line as it stands.
func (p *prose) letters() Paragraph {
	words := strings.Trim(p.text, " ")
	from := strings.Index(p.text, words)
	return Paragraph{Inlines: []Inline{{Text: words, At: p.place(from, from+len(words)), from: p.base + from}}}
}

// next reads one letter, escape, style mark or reference.
func (p *prose) next() {
	rest := p.text[p.pos:]
	switch {
	case escaped(rest):
		p.literal.WriteByte(rest[1])
		p.pos += 2
	case strings.HasPrefix(rest, "{{"):
		p.braces(rest)
	case strings.HasPrefix(rest, "**"):
		p.style(&p.bold, 0, 2)
	case rest[0] == '*' && p.emphasis():
		p.style(&p.italic, 1, 1)
	default:
		p.literal.WriteByte(rest[0])
		p.pos++
	}
}

// escaped tells whether rest begins with a backslash that makes the letter behind it a plain one.
func escaped(rest string) bool {
	return len(rest) > 1 && rest[0] == '\\' && strings.IndexByte(`*{}\<^+-`, rest[1]) >= 0
}

// emphasis tells whether an asterisk opens or closes italic: it touches a letter on the inside. One between blanks is a letter.
func (p *prose) emphasis() bool {
	if p.italic {
		return p.pos > 0 && p.text[p.pos-1] != ' '
	}
	return p.pos+1 < len(p.text) && p.text[p.pos+1] != ' '
}

func (p *prose) style(on *bool, which, width int) {
	p.flush()
	p.opened[which] = p.pos
	*on = !*on
	p.pos += width
	p.from = p.pos
}

// flush ends a stretch of literal text.
func (p *prose) flush() {
	if p.literal.Len() > 0 {
		p.inlines = append(p.inlines, Inline{Text: p.literal.String(), Bold: p.bold, Italic: p.italic, At: p.place(p.from, p.pos), from: p.base + p.from})
		p.literal.Reset()
	}
	p.from = p.pos
}

func (p *prose) place(from, to int) Place { return p.places.place(p.source, p.base+from, p.base+to) }

// braces reads {{ … }}.
func (p *prose) braces(rest string) {
	end := strings.Index(rest, "}}")
	if end < 0 {
		p.report(neverClosed, p.pos, p.pos+2)
		p.literal.WriteString(rest)
		p.pos = len(p.text)
		return
	}
	p.flush()
	ref := &reference{raw: strings.TrimSpace(rest[2:end])}
	p.inlines = append(p.inlines, Inline{Bold: p.bold, Italic: p.italic, At: p.place(p.pos, p.pos+end+2), ref: ref,
		from: p.base + p.pos})
	p.pos += end + 2
	p.from = p.pos
}

// report adds a finding about a stretch of the paragraph.
func (p *prose) report(k *diag.Kind, from, to int, args ...string) {
	p.found = append(p.found, k.At(p.place(from, to).Location(), args...))
}
