package carry

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/tree"
)

// list merges element by element.
func (m *merger) list(base, next, mine *yaml.Node, at place) *yaml.Node {
	key := tree.Key(next, mine)
	if base == nil {
		base = &yaml.Node{Kind: yaml.SequenceNode}
	}
	b, n, e := elements(base, key), elements(next, key), elements(mine, key)
	m.unnamed(b, n, e, mine, at)
	kept := map[string]*yaml.Node{}
	for _, id := range union(e.order, n.order) {
		if out := m.node(b.by[id], n.by[id], e.by[id], at.in(called(id, e, n), block(mine, e.by[id]))); out != nil {
			kept[id] = out
		}
	}
	order, other := e.order, n.order // the unit's order, unless only the model's has changed
	switch mineMoved, nextMoved := moved(b.order, e.order), moved(b.order, n.order); {
	case nextMoved && !mineMoved:
		order, other = n.order, e.order
	case nextMoved && mineMoved && moved(n.order, e.order):
		m.report(conflict, &yaml.Node{Kind: yaml.ScalarNode, Value: strings.Join(named(n.order), ", ")}, mine, at.in("(thứ tự)", nil))
	}
	var content []*yaml.Node
	for _, id := range interleave(order, other) {
		if element := kept[id]; element != nil {
			content = append(content, element)
		}
	}
	return with(mine, content)
}

// unnamed reports elements without an id that are new on one side, where the other changed or dropped such an element too: nobody can
// say which belongs to which. The model's stand in the list then, and the unit's.
func (m *merger) unnamed(b, n, e listed, mine *yaml.Node, at place) {
	gone := func(id string) bool { return strings.HasPrefix(id, unnamed) && n.by[id] == nil && e.by[id] == nil }
	if at.lock == "locked" || !slices.ContainsFunc(b.order, gone) { // of a locked list every change is reported
		return
	}
	theirs, own := n.without(b, e), e.without(b, n)
	for i, id := range theirs {
		where, here := at.in(called(id, e, n), nil), mine
		if len(own) > 0 {
			pair := own[min(i, len(own)-1)]
			here = e.by[pair]
			where = at.in(called(pair, e, n), block(mine, here))
		}
		m.report(bothStand, n.by[id], here, where)
	}
	if len(theirs) == 0 {
		for _, id := range own {
			m.report(conflict, nil, e.by[id], at.in(called(id, e, n), block(mine, e.by[id])))
		}
	}
}

// called is how findings call an element: its id, else its place in the list, counted from 1.
func called(id string, lists ...listed) string {
	for _, l := range lists {
		if i := slices.Index(l.order, id); i >= 0 && strings.HasPrefix(id, unnamed) {
			return strconv.Itoa(i + 1)
		}
	}
	return id
}

// unnamed begins the key of an element without an id: what it says.
const unnamed = "\x00"

// listed are a list's elements by their keys.
type listed struct {
	order []string
	by    map[string]*yaml.Node
}

func elements(list *yaml.Node, key string) listed {
	l := listed{by: map[string]*yaml.Node{}}
	for _, n := range list.Content {
		id := tree.Text(n, key)
		if id == "" {
			id = unnamed + says(n)
		}
		for l.by[id] != nil {
			id += "'"
		}
		l.order = append(l.order, id)
		l.by[id] = n
	}
	return l
}

// without are the keys of l's elements without an id that the others lack.
func (l listed) without(others ...listed) []string {
	var out []string
	for _, id := range l.order {
		if strings.HasPrefix(id, unnamed) && !slices.ContainsFunc(others, func(o listed) bool { return o.by[id] != nil }) {
			out = append(out, id)
		}
	}
	return out
}

// says is what a tree says, whatever its style and comments.
func says(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return n.ShortTag() + strconv.Quote(n.Value)
	}
	var b strings.Builder
	b.WriteString(strconv.Itoa(int(n.Kind)) + n.Value + "[")
	for _, c := range n.Content {
		b.WriteString(says(c) + ",")
	}
	b.WriteString("]")
	return b.String()
}

// named are the keys that are ids.
func named(order []string) []string {
	return slices.DeleteFunc(slices.Clone(order), func(id string) bool { return strings.HasPrefix(id, unnamed) })
}

func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, id := range b {
		if !slices.Contains(a, id) {
			out = append(out, id)
		}
	}
	return out
}

// moved tells whether what two lists have in common stands in another order.
func moved(a, b []string) bool {
	common := func(of, in []string) []string {
		return slices.DeleteFunc(slices.Clone(of), func(id string) bool { return !slices.Contains(in, id) })
	}
	return !slices.Equal(common(a, b), common(b, a))
}

// interleave is order, with what only other has behind what it follows there.
func interleave(order, other []string) []string {
	out := slices.Clone(order)
	for i, id := range other {
		if slices.Contains(order, id) {
			continue
		}
		at := 0
		if i > 0 {
			at = slices.Index(out, other[i-1]) + 1
		}
		out = slices.Insert(out, at, id)
	}
	return out
}
