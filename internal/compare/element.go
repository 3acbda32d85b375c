package compare

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// An element is a piece of a plan that can be there or not and stand here or there: a section, an item, a citation.
type element struct {
	of       string     // what it is: "section", "item", "duty" …
	family   string     // pieces of one family may become one another: a purpose a requirement
	list     string     // the key of the list in which it stands
	path     string     // the keys that lead to it
	where    diag.Words // the same for a person
	at       plan.Place
	whole    Kind // a citation or a recipient is there or not as a whole; "" for pieces that are added and dropped
	movable  bool // its place tells something
	fields   []field
	children []*element
	order    []part // fields and lists as they follow one another on the page
	parent   *element
	key      key

	match  *element // the other plan's; nil when it has none
	paired bool     // what is in both is matched too
}

// A part names a field or a list of an element.
type part struct {
	name string
	list bool
}

// A field is one value of an element.
type field struct {
	kind  Kind
	name  string // its key
	words []word
	at    plan.Place
}

// set gives the element a value; one without words is absent.
func (e *element) set(kind Kind, name string, words []word, at plan.Place) {
	if len(words) > 0 {
		e.fields = append(e.fields, field{kind, name, words, at})
		e.order = append(e.order, part{name, false})
	}
}

// field is the value of a name; the zero field when it has none.
func (e *element) field(name string) field {
	for _, f := range e.fields {
		if f.name == name {
			return f
		}
	}
	return field{}
}

// walk visits what is in the element, at any depth.
func (e *element) walk(visit func(*element)) {
	for _, c := range e.children {
		visit(c)
		c.walk(visit)
	}
}

// listed are the children of one list.
func (e *element) listed(list string) []*element {
	var out []*element
	for _, c := range e.children {
		if c.list == list {
			out = append(out, c)
		}
	}
	return out
}

// parts are the fields and lists of two elements, in the order of the second.
func parts(old, new *element) []part {
	var all []part
	for _, p := range slices.Concat(new.order, old.order) {
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// finish gives the element and all in it the keys by which they are known; the plan's year counts as equal in every plan.
func (e *element) finish(year string) {
	var all []string
	for _, f := range e.fields {
		all = append(all, strings.Join(keys(f.words, year), ""))
	}
	for _, c := range e.children {
		c.finish(year)
		all = append(all, c.key.text)
	}
	name := strings.Join(keys(e.field("heading").words, year), "")
	if e.of == "role" || e.of == "report" {
		name = strings.Join(keys(e.field("name").words, year), "")
	}
	e.key = newKey(e.key.id, name, strings.Join(all, "\n"))
}

// text is what the element says, without what a match of its own takes elsewhere.
func (e *element) text() string {
	var all []string
	for _, f := range e.fields {
		text := shown(f.words)
		if label := labels[f.kind]; f.kind != Reworded && f.kind != ReportOf && f.kind != ValueOf && e.whole == "" {
			text = label.VI + ": " + text
		}
		all = append(all, text)
	}
	for _, c := range e.children {
		if c.match == nil {
			all = append(all, c.text())
		}
	}
	return strings.Join(all, "\n")
}
