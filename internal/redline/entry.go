package redline

import "github.com/kehoach/kehoach/internal/align"

// An entry is one block or row of the merged document: in both, in the old alone or in the new alone.
type entry[T any] struct{ old, new *T }

func (e entry[T]) kept() bool { return e.old != nil && e.new != nil }

// status is what became of it.
func (e entry[T]) status() status {
	switch {
	case e.kept():
		return same
	case e.old != nil:
		return deleted
	}
	return inserted
}

type status int

const (
	same status = iota
	inserted
	deleted
)

// aligned brings two lists into line: what has the same key, and between that what is alike. likeness weighs old[i] and new[j] of the
// lists between; 0 is none.
func aligned[T any](old, new []*T, key func(*T) string, likeness func(i, j int, old, new []*T) float64) []entry[T] {
	keys := func(list []*T) []string {
		out := make([]string, len(list))
		for i, x := range list {
			out[i] = key(x)
		}
		return out
	}
	var entries []entry[T]
	for _, e := range align.Edits(keys(old), keys(new)) {
		a, b := old[e.OldFrom:e.OldTo], new[e.NewFrom:e.NewTo]
		if e.Equal {
			for i := range a {
				entries = append(entries, entry[T]{a[i], b[i]})
			}
			continue
		}
		i, j := 0, 0
		until := func(oldTo, newTo int) {
			for ; i < oldTo; i++ {
				entries = append(entries, entry[T]{old: a[i]})
			}
			for ; j < newTo; j++ {
				entries = append(entries, entry[T]{new: b[j]})
			}
		}
		for _, p := range align.InOrder(len(a), len(b), func(i, j int) float64 { return likeness(i, j, a, b) }) {
			until(p.Old, p.New)
			entries = append(entries, entry[T]{a[p.Old], b[p.New]})
			i, j = p.Old+1, p.New+1
		}
		until(len(a), len(b))
	}
	return entries
}
