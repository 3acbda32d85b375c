package tidy

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/plan"
)

// rank is a key's place in the order of the language; unknown ones stand last.
func rank(keys []plan.Key, name string) int {
	if i := slices.IndexFunc(keys, func(k plan.Key) bool { return k.Name == name }); i >= 0 {
		return i
	}
	return len(keys)
}

// An entry is a key of a block mapping with its lines.
type entry struct {
	rank, first, key, end int // first: with the comments above it
}

func byRank(a, b entry) int { return a.rank - b.rank }

// arrange puts the keys of the block mappings in a node in the order of the plan language, each with its lines and the comments above
// it, the innermost first. Every line is indented: the node begins indent columns in, and ends before the line bound.
func (s *sheet) arrange(n *yaml.Node, t reflect.Type, indent, bound int) {
	if n.Style&yaml.FlowStyle != 0 {
		return
	}
	switch n.Kind {
	case yaml.SequenceNode:
		for i, item := range n.Content {
			end := bound
			if i+1 < len(n.Content) {
				end = s.dashes[n.Content[i+1]]
			}
			if t.Kind() == reflect.Slice {
				s.arrange(item, t.Elem(), indent+2, end)
			}
		}
	case yaml.MappingNode:
		keys := plan.Keys(t)
		entries := s.entries(n, keys, bound)
		for i, e := range entries {
			if e.rank < len(keys) {
				s.arrange(n.Content[2*i+1], keys[e.rank].Type, indent+2, e.end)
			}
		}
		if !slices.IsSortedFunc(entries, byRank) {
			s.move(entries, indent)
		}
	}
}

// entries are the keys of a mapping that ends before a line.
func (s *sheet) entries(n *yaml.Node, keys []plan.Key, bound int) []entry {
	var entries []entry
	for i := 0; i < len(n.Content); i += 2 {
		e := entry{rank: rank(keys, n.Content[i].Value), key: n.Content[i].Line - 1, end: bound}
		e.first = e.key
		if i > 0 {
			above := &entries[len(entries)-1]
			e.first = s.withComments(e.key, above.key)
			above.end = e.first
		}
		entries = append(entries, e)
	}
	return entries
}

// move sorts the entries of a mapping as lines. The dash of the item that the mapping is stays where it is: a comment can't come to
// stand behind it.
func (s *sheet) move(entries []entry, indent int) {
	last := &entries[len(entries)-1]
	for last.end > last.key+1 && (s.lines[last.end-1].empty() || s.lines[last.end-1].comment()) {
		last.end--
	}
	from := entries[0].first
	lead, blanks := s.lines[from].text[:indent], strings.Repeat(" ", indent)
	lines := slices.Clone(s.lines[from:last.end])
	slices.SortStableFunc(entries, byRank)
	if entries[0].first != entries[0].key && lead != blanks {
		return
	}
	to := from
	for i, e := range entries {
		block := lines[e.first-from : e.end-from]
		key := e.key - e.first
		block[key].text = blanks + block[key].text[indent:]
		if i == 0 {
			block[key].text = lead + block[key].text[indent:]
		}
		for k := len(block) - 1; k > key && i+1 < len(entries) && block[k].empty(); k-- {
			block[k].gone = true
		}
		to += copy(s.lines[to:], block)
	}
}
