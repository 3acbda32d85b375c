package compare

import (
	"slices"

	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/diag"
)

// A writer gathers the changes between two matched trees.
type writer struct {
	old, new *side
	changes  []Change
}

// pair writes what differs between two elements that are one, and in what they hold.
func (w *writer) pair(old, new *element) {
	for _, p := range parts(old, new) {
		if p.list {
			w.list(old.listed(p.name), new.listed(p.name))
			continue
		}
		w.field(new, old.field(p.name), new.field(p.name))
	}
}

// list writes what became of the elements of a list: those of the new plan in their order, each dropped one behind the one that it
// stood behind.
func (w *writer) list(old, new []*element) {
	place := map[*element]int{}
	for i, e := range old {
		place[e] = i
	}
	stayed := inOrder(place, new)
	next := 0
	dropped := func(until int) {
		for ; next < until; next++ {
			if e := old[next]; e.match == nil {
				w.whole(e, nil)
			}
		}
	}
	for _, e := range new {
		if e.match == nil {
			w.whole(nil, e)
			continue
		}
		if stayed[e] {
			dropped(place[e.match])
		} else if e.movable {
			w.moved(e.match, e)
		}
		w.pair(e.match, e)
	}
	dropped(len(old))
}

// inOrder are the elements of the new list that stand where they stood, by their places in the old list: in the same list, and in the
// same order but for those that were moved.
func inOrder(place map[*element]int, new []*element) map[*element]bool {
	var here []*element
	var places []int
	for _, e := range new {
		if i, ok := place[e.match]; ok {
			here, places = append(here, e), append(places, i)
		}
	}
	stayed := map[*element]bool{}
	for i := range align.Rising(places) {
		stayed[here[i]] = true
	}
	return stayed
}

// whole writes an element that only one plan has, with all in it that has no match of its own.
func (w *writer) whole(old, new *element) {
	e, kind := new, Added
	if old != nil {
		e, kind = old, Dropped
	}
	c := Change{Kind: kind, Of: e.of, Path: e.path, Where: e.where}
	if e.whole != "" {
		c.Kind = e.whole
	}
	side := &Side{Location: e.at.Location(), Text: e.text()}
	if old != nil {
		c.Old, c.Words = side, []Word{{Out, side.Text}}
	} else {
		c.New, c.Words = side, []Word{{In, side.Text}}
	}
	w.changes = append(w.changes, c)
	for _, inside := range e.children {
		w.inside(inside, new != nil)
	}
}

// inside writes what was kept of an element's inside when the element itself came or went.
func (w *writer) inside(e *element, isNew bool) {
	if e.match == nil {
		for _, c := range e.children {
			w.inside(c, isNew)
		}
		return
	}
	if isNew { // what left a dropped element is written where it went
		w.moved(e.match, e)
		w.pair(e.match, e)
	}
}

func (w *writer) moved(old, new *element) {
	text := new.text()
	w.changes = append(w.changes, Change{Kind: Moved, Of: new.of, Path: new.path, Where: old.where.Then(diag.Bare(" → ")).Then(new.where),
		Old: &Side{old.at.Location(), old.text()}, New: &Side{new.at.Location(), text}, Words: []Word{{Same, text}}})
}

// field writes one value that differs.
func (w *writer) field(newOf *element, old, new field) {
	if slices.Equal(keys(old.words, ""), keys(new.words, "")) {
		asBefore := slices.Clone(new.words)
		for i := range asBefore {
			asBefore[i].style = old.words[i].style
		}
		if before, after := styled(asBefore), styled(new.words); before != after {
			words, _ := compared(plainWords(before), plainWords(after), "", "")
			w.changes = append(w.changes, Change{Kind: FormOf, Of: newOf.of, Path: join(newOf.path, new.name), Where: newOf.where, Words: words,
				Old: &Side{old.at.Location(), before}, New: &Side{new.at.Location(), after}})
		}
		return
	}
	words, yearOnly := compared(old.words, new.words, w.old.year, w.new.year)
	c := Change{Kind: new.kind, Of: newOf.of, Path: join(newOf.path, new.name), Where: newOf.where, Words: words,
		Old: sideOf(old), New: sideOf(new)}
	if new.words == nil {
		c.Kind, c.Path = old.kind, join(newOf.path, old.name)
	}
	if label, ok := valueNames[either(new.name, old.name)]; ok && newOf.of == "plan" {
		c.Where = label
	}
	whole := c.Kind == DeadlineOf && !isYearWhole(words, w.old.year) // a deadline that went with the year says so itself
	if yearOnly && !whole && (c.Kind == Reworded || c.Kind == TitleOf || c.Kind == ReportOf || c.Kind == DeadlineOf) {
		c.Kind, c.Words = YearOnly, yearsApart(words, w.old.year, w.new.year)
	}
	w.changes = append(w.changes, c)
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// sideOf is a value's part in a change; nil when it is absent.
func sideOf(f field) *Side {
	if f.words == nil {
		return nil
	}
	return &Side{f.at.Location(), shown(f.words)}
}
