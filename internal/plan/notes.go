package plan

import (
	"slices"
	"sort"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Notes are the comments (chú thích) of a file, and which of its entries they speak of.
//
// An entry is what a line of its own holds: a key with its value, an item of a list, or a whole list or mapping in brackets,
// however many lines it has. A comment speaks of the entry at the end of whose first line it stands, or above which it stands.
type Notes struct {
	Comments []Comment
	file     *Source
	brackets []Place           // lists and mappings in brackets that are in no other, in the order of the file
	items    map[int]int       // line where an item of a list begins that is a mapping of several lines → the line where it ends
	entries  map[int]int       // line of a scalar or of a bracket → the line where its entry begins, where that is another one
	on       map[int][]Comment // by the line of the entry that they speak of
}

// A Comment is what stands behind a # in one line.
type Comment struct {
	Text string // without the # and the blanks around it
	At   Place  // from the # to the end of the line
	// Alone tells that the line holds nothing else: the comment speaks of what stands below it.
	Alone bool
	entry int // the line that it speaks of
}

// Notes reads the comments of a file that is YAML; of any other file there are none.
func (s *Source) Notes() Notes {
	var root yaml.Node
	n := Notes{file: s, entries: map[int]int{}, items: map[int]int{}, on: map[int][]Comment{}}
	if yaml.Unmarshal([]byte(s.Text), &root) != nil {
		return n // Load has said so
	}
	var scalars []Place
	var brackets []int
	n.visit(&decoder{file: s}, &root, false, &scalars, &brackets)
	slices.SortFunc(scalars, func(a, b Place) int { return a.Start - b.Start })
	for _, start := range brackets {
		n.brackets = append(n.brackets, Place{s, start, n.bracket(start, scalars)})
	}
	n.collect(scalars)
	n.speak()
	return n
}

// visit notes where scalars stand, which lines they go on, where lists and mappings in brackets begin that are in no other, and how far
// items go. It returns the last line of the node.
func (n *Notes) visit(d *decoder, node *yaml.Node, inside bool, scalars *[]Place, brackets *[]int) (last int) {
	switch last = node.Line; {
	case node.Kind == yaml.AliasNode:
		return last
	case node.Kind == yaml.ScalarNode:
		at := d.place(node)
		if node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 { // a comment may stand behind | and >
			at.Start = lineEnd(n.file.Text, at.Start)
		}
		*scalars = append(*scalars, at)
		last = n.file.line(at.End)
		for line := node.Line + 1; line <= last; line++ {
			n.entries[line] = node.Line
		}
	case node.Style&yaml.FlowStyle != 0 && !inside:
		*brackets = append(*brackets, d.offset(n.file, node.Line, node.Column))
		inside = true
	}
	for _, child := range node.Content {
		end := n.visit(d, child, inside, scalars, brackets)
		if node.Kind == yaml.SequenceNode && child.Kind == yaml.MappingNode && !inside {
			begins := n.dash(child.Line)
			n.items[begins] = max(n.items[begins], end)
		}
		last = max(last, end)
	}
	return last
}

// dash is the line with the dash of an item that begins in a line, or below the line with its dash.
func (n *Notes) dash(begins int) int {
	for line := begins; line > 0; line-- {
		start := n.file.lines[line-1]
		switch text := strings.TrimSpace(n.file.Text[start:lineEnd(n.file.Text, start)]); {
		case strings.HasPrefix(text+" ", "- "):
			return line
		case line < begins && text != "" && text[0] != '#':
			return begins
		}
	}
	return begins
}

// bracket makes the lines of a list or mapping in brackets, which begins at a byte, one entry, the one with the closing bracket too. It
// returns where that ends.
func (n *Notes) bracket(start int, scalars []Place) int {
	text := n.file.Text
	next, _ := slices.BinarySearchFunc(scalars, start, func(p Place, at int) int { return p.Start - at })
	depth := 0
	for i := start; i < len(text); i++ {
		for next < len(scalars) && i >= scalars[next].Start {
			i = max(i, scalars[next].End)
			next++
		}
		if i >= len(text) {
			break
		}
		switch c := text[i]; {
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		case c == '#' && i > 0 && strings.IndexByte(" \t\n", text[i-1]) >= 0:
			i = lineEnd(text, i) - 1
		case c == '\n':
			if first := n.file.line(start); depth > 0 {
				n.entries[n.file.line(i)+1] = first
			}
		}
		if depth <= 0 {
			return i + 1
		}
	}
	return len(text)
}

// InBrackets tells whether a place lies in a list or mapping in brackets: fewer characters may stand unquoted there (YAML 1.2, 7.3.3).
func (n Notes) InBrackets(at Place) bool {
	i := sort.Search(len(n.brackets), func(i int) bool { return n.brackets[i].End > at.Start })
	return i < len(n.brackets) && n.brackets[i].Start < at.Start
}

// lineEnd is the byte behind the last of the line in which a byte stands.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// collect finds the comments: a # at the beginning of a line or behind a blank that stands in no scalar (YAML 1.2, 6.6).
func (n *Notes) collect(scalars []Place) {
	text := n.file.Text
	for i := 0; ; i++ {
		for len(scalars) > 0 && i >= scalars[0].Start {
			i = max(i, scalars[0].End)
			scalars = scalars[1:]
		}
		if i >= len(text) {
			return
		}
		if text[i] != '#' || i > 0 && strings.IndexByte(" \t\n", text[i-1]) < 0 {
			continue
		}
		end := lineEnd(text, i)
		line := text[strings.LastIndexByte(text[:i], '\n')+1 : i]
		n.Comments = append(n.Comments, Comment{Text: strings.TrimSpace(strings.TrimLeft(text[i:end], "#")), At: Place{n.file, i, end},
			Alone: strings.TrimSpace(line) == ""})
		i = end
	}
}

// speak finds the entries that the comments speak of; of comments above each other all speak of the same.
func (n *Notes) speak() {
	below := len(n.file.lines) + 1
	for i := len(n.Comments) - 1; i >= 0; i-- {
		c := &n.Comments[i]
		if c.Alone {
			rest := n.file.Text[c.At.End:]
			if next := strings.TrimLeft(rest, " \n"); next != "" && next[0] != '#' {
				below = n.file.line(c.At.End + len(rest) - len(next))
			}
			c.entry = below
		} else {
			c.entry = n.file.line(c.At.Start)
		}
		if begins, ok := n.entries[c.entry]; ok {
			c.entry = begins
		}
	}
	for _, c := range n.Comments {
		n.on[c.entry] = append(n.on[c.entry], c)
	}
}

// line is the line, from 1, in which a byte of the text stands.
func (s *Source) line(offset int) int {
	return sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
}

// Of is where the entry that a comment speaks of begins: the first byte of its line. Below the last entry, it is the end of the file.
func (n Notes) Of(c Comment) Place {
	if c.entry > len(n.file.lines) {
		return Place{n.file, len(n.file.Text), len(n.file.Text)}
	}
	start := n.file.lines[c.entry-1]
	return Place{n.file, start, start}
}

// Entry is where the entry that a place stands in begins: the first byte of its line.
func (n Notes) Entry(at Place) Place {
	start := n.file.lines[n.entry(at)-1]
	return Place{n.file, start, start}
}

func (n Notes) entry(at Place) int {
	line := n.file.line(at.Start)
	if begins, ok := n.entries[line]; ok {
		return begins
	}
	return line
}

// Covers tells whether a comment speaks of what stands at a place: of its entry, or, above an item of a list, of all that the item holds.
func (n Notes) Covers(c Comment, at Place) bool {
	line := n.entry(at)
	return line == c.entry || c.Alone && c.entry < line && line <= n.items[c.entry]
}

// On are the comments that speak of the entry which a place stands in.
func (n Notes) On(at Place) []Comment { return n.on[n.entry(at)] }
