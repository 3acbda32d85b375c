package tidy

import (
	"reflect"
	"slices"
	"sort"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/plan"
)

// A bracketed is a mapping in brackets whose keys are not in order.
type bracketed struct {
	open           int // its bracket
	pieces, sorted []piece
}

// A piece is a key of it with its value, without what stands around them.
type piece struct{ rank, from, to int }

// inBrackets puts the keys of mappings in brackets in order: the entries change places, what stands between them stays.
func inBrackets(text string, root *yaml.Node, at map[*yaml.Node]int) string {
	w := bracketWriter{text: text, at: at, ends: map[int][]int{}}
	w.scan(root)
	w.collect(root, rootType(root))
	if len(w.mappings) == 0 {
		return text
	}
	w.write(0, len(text))
	return w.out.String()
}

// entryEnds notes, by the place of each bracket from one that opens at a byte to where it closes, where the entries behind it end;
// nothing of those around a comment.
func entryEnds(text string, from int, ends map[int][]int) {
	var open []int              // the brackets that are not closed yet
	begins := true              // a scalar may begin here
	closed, full := from, false // where the last scalar or bracket ended; whether the entry holds something
	end := func() {
		if b := open[len(open)-1]; full && ends[b] != nil {
			ends[b] = append(ends[b], closed)
		}
	}
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ' || c == '\n' || c == '\t':
			continue
		case c == '[' || c == '{':
			open = append(open, i)
			ends[i] = []int{}
			begins, full = true, false
			continue
		case c == ']' || c == '}':
			end()
			if open = open[:len(open)-1]; len(open) == 0 {
				return
			}
			begins, full = false, true
		case c == ',':
			end()
			begins, full = true, false
			continue
		case c == '#' && strings.IndexByte(" \n\t", text[i-1]) >= 0:
			for _, b := range open {
				ends[b] = nil
			}
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
			continue
		case begins && (c == '"' || c == '\''):
			i = quoteEnd(text, i)
			begins, full = false, true
			if strings.HasPrefix(text[i+1:], ":") { // {"a":"b"}
				i++
				begins = true
			}
		case c == ':' && strings.IndexAny(text[i+1:min(i+2, len(text))], " \n\t,[]{}") == 0:
			begins, full = true, true
		default:
			begins, full = false, true
		}
		closed = i + 1
	}
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

// A bracketWriter writes a text with the mappings in brackets in order.
type bracketWriter struct {
	text     string
	at       map[*yaml.Node]int // where nodes begin
	ends     map[int][]int      // by the place of a bracket, where the entries behind it end
	mappings []bracketed        // in the order of the text
	out      strings.Builder
}

// scan reads the brackets of a text.
func (w *bracketWriter) scan(n *yaml.Node) {
	if n.Style&yaml.FlowStyle != 0 {
		entryEnds(w.text, w.at[n], w.ends)
		return
	}
	for _, child := range n.Content {
		w.scan(child)
	}
}

// collect notes the mappings to be put in order that are known to the plan language.
func (w *bracketWriter) collect(n *yaml.Node, t reflect.Type) {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, item := range n.Content {
			if t.Kind() == reflect.Slice {
				w.collect(item, t.Elem())
			}
		}
	case yaml.MappingNode:
		keys := plan.Keys(t)
		m := bracketed{open: w.at[n]}
		if stops := w.ends[m.open]; n.Style&yaml.FlowStyle != 0 && len(stops) == len(n.Content)/2 {
			for i, stop := range stops {
				m.pieces = append(m.pieces, piece{rank(keys, n.Content[2*i].Value), w.at[n.Content[2*i]], stop})
			}
		}
		m.sorted = slices.Clone(m.pieces)
		slices.SortStableFunc(m.sorted, func(a, b piece) int { return a.rank - b.rank })
		if !slices.Equal(m.sorted, m.pieces) {
			w.mappings = append(w.mappings, m)
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if k := rank(keys, n.Content[i].Value); k < len(keys) {
				w.collect(n.Content[i+1], keys[k].Type)
			}
		}
	}
}

// write writes a stretch of the text.
func (w *bracketWriter) write(from, to int) {
	for {
		next := sort.Search(len(w.mappings), func(i int) bool { return w.mappings[i].open >= from })
		if next == len(w.mappings) || w.mappings[next].open >= to {
			w.out.WriteString(w.text[from:to])
			return
		}
		for i, p := range w.mappings[next].pieces {
			w.out.WriteString(w.text[from:p.from])
			w.write(w.mappings[next].sorted[i].from, w.mappings[next].sorted[i].to)
			from = p.to
		}
	}
}
