// Package edit changes a file that a person wrote, at places, and leaves every other byte as it was.
//
// An Edit collects changes to one plan.Source: words of a scalar replaced, lines put in above others. Bytes gives the file with
// all of them made: comments, order, quotes, folded lines, line ends, encoding and composition of letters stay as they were, and an
// Edit without changes gives the very bytes it was read from. How a scalar is written decides how new words are written into it
// (scalar.go). This package knows YAML's ways of writing a scalar and nothing of plans.
package edit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/plan"
)

// An Edit is a file and the changes to it.
type Edit struct {
	source  *plan.Source
	changes []change
	made    map[change]bool
	notes   *plan.Notes // of the source; nil until asked for
	ordered []change    // changes by place, with what they shift; nil until asked for
}

// A change puts text in place of a stretch of the source's Text.
type change struct {
	from, to int
	text     string
}

// grows is by how much a change lengthens the text.
func (c change) grows() int { return len(c.text) - (c.to - c.from) }

// Of starts an edit of a file.
func Of(source *plan.Source) *Edit { return &Edit{source: source, made: map[change]bool{}} }

// Empty tells whether there is nothing to change.
func (e *Edit) Empty() bool { return len(e.changes) == 0 }

// Replace puts text in place of what stands at a place, as it is: the caller writes YAML. The same change twice is one.
func (e *Edit) Replace(at plan.Place, text string) { e.change(at.Start, at.End, text) }

// Above puts a line of its own above the line in which a place begins, as far in as that line is.
func (e *Edit) Above(at plan.Place, line string) {
	start := strings.LastIndexByte(e.source.Text[:at.Start], '\n') + 1
	rest := e.source.Text[start:]
	indent := rest[:len(rest)-len(strings.TrimLeft(rest, " "))]
	e.change(start, start, indent+line+"\n")
}

func (e *Edit) change(from, to int, text string) {
	c := change{from, to, text}
	if !e.made[c] {
		e.made[c] = true
		e.changes = append(e.changes, c)
		e.ordered = nil
	}
}

// sorted are the changes in the order of the file, those at one place in the order in which they were made. Two that overlap are
// an error.
func (e *Edit) sorted() ([]change, error) {
	if e.ordered != nil {
		return e.ordered, nil
	}
	sorted := slices.Clone(e.changes)
	slices.SortStableFunc(sorted, func(a, b change) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for i := 1; i < len(sorted); i++ {
		if sorted[i].from < sorted[i-1].to {
			return nil, fmt.Errorf("two changes of %q at byte %d", e.source.Name, sorted[i].from)
		}
	}
	e.ordered = sorted
	return sorted, nil
}

// Bytes is the file with the changes made.
func (e *Edit) Bytes() ([]byte, error) {
	if e.Empty() {
		return slices.Clone(e.source.Bytes), nil
	}
	changes, err := e.sorted()
	if err != nil {
		return nil, err
	}
	raw, encode := e.source.Decoded()
	original := align(raw, e.source.Text)
	newline := "\n"
	if strings.Contains(raw, "\r\n") {
		newline = "\r\n"
	}
	var b strings.Builder
	at := 0
	for _, c := range changes {
		from, to := original.offset(c.from), original.offset(c.to)
		b.WriteString(raw[at:from])
		b.WriteString(strings.ReplaceAll(c.text, "\n", newline))
		at = max(to, from)
	}
	b.WriteString(raw[at:])
	return encode(b.String()), nil
}

// Stretch is the one stretch of the source's Text in which all changes lie, and what stands there with them made: a change as it can be
// shown without the rest of the file.
func (e *Edit) Stretch() (at plan.Place, text string, err error) {
	changes, err := e.sorted()
	if err != nil || len(changes) == 0 {
		return plan.Place{}, "", err
	}
	at = plan.Place{File: e.source, Start: changes[0].from, End: changes[0].from}
	var b strings.Builder
	for _, c := range changes {
		b.WriteString(e.source.Text[at.End:c.from])
		b.WriteString(c.text)
		at.End = max(at.End, c.to)
	}
	return at, b.String(), nil
}

// Moved is where bytes of the source's Text stand in the Text of the changed file; one that was replaced stands where what came in its
// place begins. It is asked of an edit that has Bytes.
func (e *Edit) Moved() func(offset int) int {
	changes, _ := e.sorted()
	shifts := make([]int, len(changes)+1) // shifts[i]: what the changes before i add
	for i, c := range changes {
		shifts[i+1] = shifts[i] + c.grows()
	}
	return func(offset int) int {
		i, _ := slices.BinarySearchFunc(changes, offset, func(c change, offset int) int { // the first that does not stand before it
			if c.from > offset || c.from == offset && c.to > offset {
				return 1
			}
			return -1
		})
		if i > 0 && changes[i-1].to > offset {
			return changes[i-1].from + shifts[i-1]
		}
		return offset + shifts[i]
	}
}
