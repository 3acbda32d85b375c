package tidy

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/plan"
)

// ordered puts the keys of block mappings in the order of the plan language, each with its lines and the comments above it. One level
// after another is put in order and read again, the outermost first.
func ordered(text string, root *yaml.Node) string {
	for range maxDepth {
		next, changed := orderedOnce(text, root)
		if !changed || next == text { // sorted, or as sorted as lines can be
			return text
		}
		again, err := parse(next)
		if err != nil {
			return text
		}
		text, root = next, again
	}
	return text
}

// maxDepth bounds how many mappings are put in order one after another.
const maxDepth = 200

// orderedOnce puts the first mapping that is out of order into it.
func orderedOnce(text string, root *yaml.Node) (string, bool) {
	s := sheetOf(text, root)
	changed := false
	visit(root, rootType(root), func(n *yaml.Node, keys []plan.Key) {
		if !changed && n.Style&yaml.FlowStyle == 0 {
			changed = s.order(n, keys)
		}
	})
	return s.text(), changed
}

// visit walks mappings with the keys that the plan language has for them.
func visit(n *yaml.Node, t reflect.Type, do func(*yaml.Node, []plan.Key)) {
	keys := plan.Keys(t)
	switch n.Kind {
	case yaml.MappingNode:
		do(n, keys)
		for i := 0; i+1 < len(n.Content); i += 2 {
			if k := rank(keys, n.Content[i].Value); k < len(keys) {
				visit(n.Content[i+1], keys[k].Type, do)
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			if t.Kind() == reflect.Slice {
				visit(item, t.Elem(), do)
			}
		}
	}
}

// rank is a key's place in the order; unknown ones stand last.
func rank(keys []plan.Key, name string) int {
	if i := slices.IndexFunc(keys, func(k plan.Key) bool { return k.Name == name }); i >= 0 {
		return i
	}
	return len(keys)
}

// order sorts the entries of a mapping; false when they are sorted, or can't be moved as lines.
func (s *sheet) order(n *yaml.Node, keys []plan.Key) bool {
	type entry struct {
		rank, first, end int
		key              int // the line of its key
	}
	var entries []entry
	for i := 0; i < len(n.Content); i += 2 {
		entries = append(entries, entry{rank: rank(keys, n.Content[i].Value), key: n.Content[i].Line - 1})
	}
	sorted := slices.IsSortedFunc(entries, func(a, b entry) int { return a.rank - b.rank })
	if sorted {
		return false
	}
	indent := n.Content[0].Column - 1
	for i := range entries {
		entries[i].first = entries[i].key
		if i > 0 {
			entries[i].first = s.withComments(entries[i].key, entries[i-1].key)
			entries[i-1].end = entries[i].first
		}
	}
	last := &entries[len(entries)-1]
	last.end = last.key + 1
	for last.end < len(s.lines) && (s.inside[last.end] || s.empty(last.end) || s.comment(last.end) || s.under(last.end, indent)) {
		last.end++
	}
	for last.end > last.key+1 && (s.empty(last.end-1) || s.comment(last.end-1)) {
		last.end--
	}
	lead := s.lines[entries[0].key][:indent] // blanks, or the dash of the item that the mapping is
	blanks := strings.Repeat(" ", indent)
	start, end := entries[0].first, last.end
	moved := slices.Clone(entries)
	slices.SortStableFunc(moved, func(a, b entry) int { return a.rank - b.rank })
	if moved[0].first != moved[0].key && lead != blanks {
		return false // a comment would stand behind the dash
	}
	var out []string
	for i, e := range moved {
		block := slices.Clone(s.lines[e.first:e.end])
		for len(block) > 1 && strings.TrimSpace(block[len(block)-1]) == "" && !s.inside[e.end-1] && i+1 < len(moved) {
			block = block[:len(block)-1]
			e.end--
		}
		key := e.key - e.first
		prefix := blanks
		if i == 0 {
			prefix = lead
		}
		block[key] = prefix + block[key][indent:]
		out = append(out, block...)
	}
	s.lines = slices.Concat(s.lines[:start], out, s.lines[end:])
	return true
}

// under tells whether a line belongs to the key that stands indent columns in above it: it is further in, or an item of its list.
func (s *sheet) under(line, indent int) bool {
	in := depth(s.lines[line])
	return in > indent || in == indent && strings.HasPrefix(s.lines[line][in:]+" ", "- ")
}

// inBrackets puts the keys of mappings in brackets in order: the entries change places, what stands between them stays.
func inBrackets(text string, root *yaml.Node) string {
	type change struct {
		from, to int
		text     string
	}
	var changes []change
	offsets := lineOffsets(text)
	lines := strings.Split(text, "\n")
	at := func(n *yaml.Node) int { return offsets[n.Line-1] + column(lines[n.Line-1], n.Column) }
	visit(root, rootType(root), func(n *yaml.Node, keys []plan.Key) {
		if n.Style&yaml.FlowStyle == 0 || len(n.Content) < 4 {
			return
		}
		type piece struct {
			rank, from, to int
		}
		var pieces []piece
		for i := 0; i < len(n.Content); i += 2 {
			from := at(n.Content[i])
			to := flowEnd(text, from)
			if to < 0 {
				return
			}
			pieces = append(pieces, piece{rank(keys, n.Content[i].Value), from, to})
		}
		moved := slices.Clone(pieces)
		slices.SortStableFunc(moved, func(a, b piece) int { return a.rank - b.rank })
		if slices.Equal(moved, pieces) {
			return
		}
		for i, p := range pieces {
			changes = append(changes, change{p.from, p.to, text[moved[i].from:moved[i].to]})
		}
	})
	slices.SortFunc(changes, func(a, b change) int { return a.from - b.from })
	var b strings.Builder
	done := 0
	for _, c := range changes {
		if c.from < done { // inside of one that moved; another run finds it
			continue
		}
		b.WriteString(text[done:c.from] + c.text)
		done = c.to
	}
	b.WriteString(text[done:])
	return b.String()
}

// flowEnd is where the entry of a mapping in brackets ends; -1 when a comment stands in it.
func flowEnd(text string, from int) int {
	depth := 0
	for i := from; i < len(text); i++ {
		switch c := text[i]; c {
		case '[', '{':
			depth++
		case ']', '}':
			if depth == 0 {
				return from + len(strings.TrimRight(text[from:i], " \n"))
			}
			depth--
		case ',':
			if depth == 0 && i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') {
				return from + len(strings.TrimRight(text[from:i], " \n"))
			}
		case '#':
			if text[i-1] == ' ' || text[i-1] == '\n' {
				return -1
			}
		case '"', '\'':
			if before := strings.TrimRight(text[from:i], " \n"); before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "[") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, "{") {
				i = quoteEnd(text, i)
			}
		}
	}
	return -1
}

// quoteEnd is the last byte of the quoted scalar that begins at a byte.
func quoteEnd(text string, from int) int {
	quote := text[from]
	for i := from + 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] == quote && quote == '\'' && strings.HasPrefix(text[i+1:], "'"):
			i++
		case text[i] == quote:
			return i
		}
	}
	return len(text) - 1
}

func lineOffsets(text string) []int {
	offsets := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			offsets = append(offsets, i+1)
		}
	}
	return offsets
}
