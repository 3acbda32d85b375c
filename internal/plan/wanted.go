package plan

import (
	"reflect"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// A Want is a value that a model takes of its units.
type Want struct {
	Name     string
	Value    string        // what the model says where a unit gives nothing
	Required bool          // the model has no value of its own
	At       diag.Location // where it is set, or first used
}

// Wanted are the values that the units of a model may give beside those of every list: the plan's own variables, its agency's
// ("agency.so_thon"), and the variables of texts and conditions that have no value yet, each once.
func (p *Plan) Wanted() []Want {
	var wanted []Want
	add := func(w Want) {
		if !slices.ContainsFunc(wanted, func(other Want) bool { return other.Name == w.Name }) {
			wanted = append(wanted, w)
		}
	}
	for _, v := range p.Values {
		add(Want{Name: v.Name.Text, Value: v.Value.Text, At: v.Name.At.Location()})
	}
	for _, v := range p.Issuers[0].Values {
		add(Want{Name: "agency." + v.Name.Text, Value: v.Value.Text, At: v.Name.At.Location()})
	}
	used := func(name string, at Place) {
		if _, ok := p.Lookup(name); !ok && !strings.HasPrefix(name, "agency.") {
			add(Want{Name: name, Required: true, At: at.Location()})
		}
	}
	for _, c := range p.conditions() {
		for _, term := range c.Terms {
			used(term.Name.Text, term.Name.At)
		}
	}
	eachText(reflect.ValueOf(p).Elem(), func(t *Text) {
		for _, paragraph := range t.Paragraphs {
			for _, in := range paragraph.Inlines {
				if in.Variable != "" {
					used(in.Variable, in.At)
				}
			}
		}
	})
	return wanted
}

// WalkItems visits every item of p in the order of the page, with the lock that it is under.
func (p *Plan) WalkItems(visit func(*Item, Lock)) {
	var walk func(items []*Item, outer Lock)
	walk = func(items []*Item, outer Lock) {
		for _, i := range items {
			lock := inner(i.Model, outer)
			visit(i, lock)
			walk(i.Items, lock)
		}
	}
	for _, role := range p.Roles {
		walk(role.Duties, role.Model)
	}
	for _, s := range p.Sections {
		for _, list := range s.lists() {
			walk(list, s.Model)
		}
	}
	for _, a := range p.Appendices {
		for _, s := range a.Sections {
			for _, list := range s.lists() {
				walk(list, inner(s.Model, a.Model))
			}
		}
	}
}

// inner is the lock of a part inside another: its own, else the other's.
func inner(own, outer Lock) Lock {
	if own == "" {
		return outer
	}
	return own
}

// Plain is a text as plain words, its variables filled in.
func (p *Plan) Plain(t Text) string {
	var b strings.Builder
	for i, paragraph := range t.Paragraphs {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, in := range paragraph.Inlines {
			if in.Variable != "" {
				value, _ := p.Lookup(in.Variable)
				b.WriteString(value)
				continue
			}
			b.WriteString(in.Text)
		}
	}
	return b.String()
}
