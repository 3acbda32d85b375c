package tidy

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A sheet is a text as lines.
type sheet struct {
	lines  []line
	dashes map[*yaml.Node]int // the line of the dash of each item; the item may begin below it
}

// A line is one line of a text, and what is known of it wherever it goes.
type line struct {
	text   string
	inside bool // it is the second or a later one of a quoted or block scalar: blanks and # mean what they say
	top    bool // it holds a top key with a list or mapping of several lines
	gone   bool // it is an empty one that is not written
}

func sheetOf(text string, root *yaml.Node, at map[*yaml.Node]int) *sheet {
	s := &sheet{dashes: map[*yaml.Node]int{}}
	for text := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		s.lines = append(s.lines, line{text: text})
	}
	s.mark(root, text, at)
	if root.Kind == yaml.MappingNode && root.Style&yaml.FlowStyle == 0 {
		for i := 0; i < len(root.Content); i += 2 {
			key, holds := root.Content[i], root.Content[i+1]
			s.lines[key.Line-1].top = holds.Kind != yaml.ScalarNode && holds.Line > key.Line
		}
	}
	return s
}

// mark notes the lines of scalars.
func (s *sheet) mark(n *yaml.Node, text string, at map[*yaml.Node]int) {
	for _, child := range n.Content {
		s.mark(child, text, at)
	}
	if n.Kind != yaml.ScalarNode {
		return
	}
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		s.markBlock(n.Line)
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		for i := range strings.Count(text[at[n]:quoteEnd(text, at[n])], "\n") {
			s.lines[n.Line+i].inside = true
		}
	}
}

// markBlock notes the lines of the block scalar whose header stands in a line: as far in as its first one with something in it.
func (s *sheet) markBlock(header int) {
	indent := -1
	last := header - 1
	for i := header; i < len(s.lines); i++ {
		if strings.TrimSpace(s.lines[i].text) == "" {
			continue
		}
		if indent < 0 {
			if indent = depth(s.lines[i].text); indent <= depth(s.lines[header-1].text) {
				return // it is empty
			}
		}
		if depth(s.lines[i].text) < indent {
			break
		}
		last = i
	}
	for i := header; i <= last; i++ {
		s.lines[i].inside = true
	}
}

// offsets are the bytes of a text at which the nodes in it begin. yaml.v3 counts lines and columns, in characters, from 1; nodes come
// in the order of the text, so that on one line the count goes on from the last.
func offsets(text string, root *yaml.Node) map[*yaml.Node]int {
	lines := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			lines = append(lines, i+1)
		}
	}
	at := map[*yaml.Node]int{}
	line, column, offset := 0, 0, 0
	var visit func(n *yaml.Node)
	visit = func(n *yaml.Node) {
		if line != n.Line || column > n.Column {
			line, column, offset = n.Line, 1, lines[n.Line-1]
		}
		for ; column < n.Column; column++ {
			_, size := utf8.DecodeRuneInString(text[offset:])
			offset += size
		}
		at[n] = offset
		for _, child := range n.Content {
			visit(child)
		}
	}
	visit(root)
	return at
}

// depth is how far in a line begins.
func depth(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// empty tells whether a line holds nothing, comment whether it holds nothing but a comment; neither inside a scalar.
func (l line) empty() bool { return !l.inside && strings.TrimSpace(l.text) == "" }
func (l line) comment() bool {
	return !l.inside && strings.HasPrefix(strings.TrimLeft(l.text, " "), "#")
}

// withComments is the first of the comment lines right above a line, not above a bound.
func (s *sheet) withComments(line, above int) int {
	for line-1 > above && s.lines[line-1].comment() {
		line--
	}
	return line
}

// documentEnd is the line behind the last of the document: of the file, or that with a document's end mark (YAML 1.2, 9.1.2).
func (s *sheet) documentEnd() int {
	for i, line := range s.lines {
		if !line.inside && strings.HasPrefix(line.text, "...") {
			return i
		}
	}
	return len(s.lines)
}

// spaced is the text, with blanks at the ends of lines taken away, a blank line above each top key that holds a list or mapping of
// several lines, and no two in a row.
func (s *sheet) spaced() string {
	begins := map[int]bool{} // such keys, or the comments above them
	for i, line := range s.lines {
		if line.top {
			begins[s.withComments(i, -1)] = true
		}
	}
	var out []string
	blank := func() {
		if len(out) > 0 && out[len(out)-1] != "" {
			out = append(out, "")
		}
	}
	for i, line := range s.lines {
		if begins[i] && i > 0 {
			blank()
		}
		switch text := strings.TrimRight(line.text, " "); {
		case line.gone:
		case line.inside:
			out = append(out, line.text)
		case line.empty():
			blank()
		case i+1 < len(s.lines) && s.lines[i+1].inside && !strings.HasSuffix(text, "|") && strings.ContainsAny(text, `"'`):
			out = append(out, line.text) // a quoted scalar goes on: its blanks may be escaped
		default:
			out = append(out, text)
		}
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return strings.Join(out, "\n") + "\n"
}
