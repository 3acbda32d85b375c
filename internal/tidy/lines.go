package tidy

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A sheet is a text as lines, with those that stand inside a scalar: there blanks and # mean what they say.
type sheet struct {
	lines  []string
	inside []bool // the line is the second or a later one of a quoted or block scalar
}

func sheetOf(text string, root *yaml.Node) *sheet {
	s := &sheet{lines: strings.Split(strings.TrimSuffix(text, "\n"), "\n")}
	s.inside = make([]bool, len(s.lines))
	s.mark(root)
	return s
}

func (s *sheet) text() string { return strings.Join(s.lines, "\n") + "\n" }

// mark notes the lines of scalars.
func (s *sheet) mark(n *yaml.Node) {
	for _, child := range n.Content {
		s.mark(child)
	}
	if n.Kind != yaml.ScalarNode || n.Line == 0 {
		return
	}
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		s.markBlock(n.Line)
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		s.markQuoted(n)
	}
}

// markBlock notes the lines of the block scalar whose header stands in a line: as far in as its first one with something in it.
func (s *sheet) markBlock(header int) {
	indent := -1
	last := header - 1
	for i := header; i < len(s.lines); i++ {
		if strings.TrimSpace(s.lines[i]) == "" {
			continue
		}
		if indent < 0 {
			if indent = depth(s.lines[i]); indent <= depth(s.lines[header-1]) {
				return // it is empty
			}
		}
		if depth(s.lines[i]) < indent {
			break
		}
		last = i
	}
	for i := header; i <= last; i++ {
		s.inside[i] = true
	}
}

// markQuoted notes the lines of a quoted scalar behind its first.
func (s *sheet) markQuoted(n *yaml.Node) {
	line, at := n.Line-1, column(s.lines[n.Line-1], n.Column)+1
	quote := s.lines[line][at-1]
	for line < len(s.lines) {
		for at < len(s.lines[line]) {
			c := s.lines[line][at]
			switch {
			case quote == '"' && c == '\\':
				at++
			case c == quote && quote == '\'' && strings.HasPrefix(s.lines[line][at+1:], "'"):
				at++
			case c == quote:
				return
			}
			at++
		}
		line, at = line+1, 0
		if line < len(s.lines) {
			s.inside[line] = true
		}
	}
}

// depth is how far in a line begins.
func depth(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// column is the byte at which a column of yaml.v3, which counts characters from 1, begins.
func column(line string, column int) int {
	at := 0
	for range column - 1 {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return min(at, len(line))
}

// empty tells whether a line holds nothing, comment whether it holds nothing but a comment; neither inside a scalar.
func (s *sheet) empty(i int) bool { return !s.inside[i] && strings.TrimSpace(s.lines[i]) == "" }
func (s *sheet) comment(i int) bool {
	return !s.inside[i] && strings.HasPrefix(strings.TrimLeft(s.lines[i], " "), "#")
}

// spaced takes away blanks at the ends of lines, puts a blank line above each top key that holds a list or mapping of several lines,
// and leaves no two in a row.
func spaced(text string, root *yaml.Node) string {
	s := sheetOf(text, root)
	begins := map[int]bool{} // such keys, or the comments above them
	if root.Kind == yaml.MappingNode && root.Style&yaml.FlowStyle == 0 {
		for i := 0; i < len(root.Content); i += 2 {
			first, holds := root.Content[i].Line-1, root.Content[i+1]
			if holds.Kind != yaml.ScalarNode && holds.Line-1 > first {
				begins[s.withComments(first, -1)] = true
			}
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
		switch {
		case s.inside[i]:
			out = append(out, line)
		case strings.TrimSpace(line) == "":
			blank()
		case s.inside[min(i+1, len(s.lines)-1)] && i+1 < len(s.lines) && !strings.HasSuffix(strings.TrimRight(line, " "), "|") && strings.ContainsAny(line, `"'`):
			out = append(out, line) // a quoted scalar goes on: its blanks may be escaped
		default:
			out = append(out, strings.TrimRight(line, " "))
		}
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return strings.Join(out, "\n") + "\n"
}

// withComments is the first of the comment lines right above a line, not above a bound.
func (s *sheet) withComments(line, above int) int {
	for line-1 > above && s.comment(line-1) {
		line--
	}
	return line
}
