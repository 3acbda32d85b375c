package tidy

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// A start is where a collection's dash or key begins in a line, and where it should.
type start struct{ is, should int }

// indent sets every level two blanks further in than the one that holds it, lists too. Lines that begin nothing, those of scalars
// and of brackets, move with what they belong to; comments with what stands below them. False when something else than dashes stands
// before a key, which then all stay.
func (s *sheet) indent(root *yaml.Node) bool {
	starts := map[int][]start{} // by line, from the left
	if !s.place(root, 0, starts) {
		return false
	}
	moved := 0
	below := make([]int, len(s.lines)) // by how much the line below that begins something moves
	next := 0
	for i := len(s.lines) - 1; i >= 0; i-- {
		if list := starts[i]; len(list) > 0 {
			next = list[0].should - list[0].is
		}
		below[i] = next
	}
	for i, line := range s.lines {
		list := starts[i]
		switch {
		case len(list) > 0:
			var b strings.Builder
			at := 0
			for k, begin := range list {
				b.WriteString(strings.Repeat(" ", max(begin.should-at, 0)))
				at = begin.should
				if k+1 < len(list) { // a dash with something behind it
					b.WriteString("-")
					at++
				}
			}
			last := list[len(list)-1]
			moved = last.should - last.is
			s.lines[i].text = b.String() + line.text[last.is:]
		case line.empty():
		case line.comment():
			s.lines[i].text = shifted(line.text, below[i])
		default:
			s.lines[i].text = shifted(line.text, moved)
		}
	}
	return true
}

// shifted is a line moved by some blanks.
func shifted(line string, by int) string {
	if by >= 0 {
		return strings.Repeat(" ", by) + line
	}
	return line[min(-by, depth(line)):]
}

// place notes where a collection's entries begin and should begin.
func (s *sheet) place(n *yaml.Node, should int, starts map[int][]start) bool {
	if n.Style&yaml.FlowStyle != 0 {
		return true
	}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if strings.Trim(s.lines[key.Line-1].text[:key.Column-1], " -") != "" {
				return false
			}
			starts[key.Line-1] = append(starts[key.Line-1], start{key.Column - 1, should})
			if !s.place(n.Content[i+1], should+2, starts) {
				return false
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			line := s.dash(item.Line-1, n.Column-1)
			s.dashes[item] = line
			starts[line] = append(starts[line], start{n.Column - 1, should})
			if !s.place(item, should+2, starts) {
				return false
			}
		}
	}
	return true
}

// dash is the line in which the dash of an item stands, a column in; the item may begin below it.
func (s *sheet) dash(line, column int) int {
	for i := line; i >= 0; i-- {
		if text := s.lines[i].text; len(text) > column && text[column] == '-' && strings.Trim(text[:column], " -") == "" {
			return i
		}
	}
	return line
}
