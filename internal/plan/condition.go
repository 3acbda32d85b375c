package plan

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Condition (điều kiện) says which units have a part of a model: every term must hold of the unit's data.
type Condition struct {
	Terms []Term
	At    Place
}

// A Term holds when the value called Name is any of the words of Any.
type Term struct {
	Name Value
	Any  []Value
}

// condition decodes {kind: phuong, ven_bien: [co, mot-phan]}.
func (d *decoder) condition(n *yaml.Node, into *Condition) {
	into.At = d.place(n)
	for _, pair := range d.pairs(n) {
		term := Term{Name: Value{Text: pair.key.Value, At: d.place(pair.key)}}
		words := []*yaml.Node{d.follow(pair.value)}
		if words[0].Kind == yaml.SequenceNode {
			words = words[0].Content
		}
		for _, word := range words {
			var v Value
			d.value(word, &v)
			term.Any = append(term.Any, v)
		}
		into.Terms = append(into.Terms, term)
	}
}

// holds tells whether p has what the condition asks for; capitals and blanks at the ends make no difference.
func (c *Condition) holds(p *Plan) bool {
	if c == nil {
		return true
	}
	for _, term := range c.Terms {
		value, _ := p.Lookup(term.Name.Text)
		value = strings.TrimSpace(value)
		if !slices.ContainsFunc(term.Any, func(v Value) bool { return strings.EqualFold(strings.TrimSpace(v.Text), value) }) {
			return false
		}
	}
	return true
}

// conditions are all of a plan's, in the order of the file.
func (p *Plan) conditions() []*Condition {
	var all []*Condition
	add := func(c *Condition) {
		if c != nil {
			all = append(all, c)
		}
	}
	item := func(i *Item) { add(i.When) }
	for _, role := range p.Roles {
		Walk(role.Duties, item)
	}
	for _, s := range p.allSections() {
		add(s.When)
		for _, list := range s.lists() {
			Walk(list, item)
		}
	}
	for _, a := range p.Appendices {
		add(a.When)
	}
	for _, list := range p.recipientLists() {
		for _, r := range list {
			add(r.When)
		}
	}
	return all
}

// recipientLists are the plan's own recipients and its agencies'.
func (p *Plan) recipientLists() [][]*Recipient {
	lists := [][]*Recipient{p.Recipients}
	for _, a := range p.Issuers {
		lists = append(lists, a.Recipients)
	}
	return lists
}

// conditions checks that every term asks for a value that there is.
func (r *resolver) conditions() {
	for _, c := range r.plan.conditions() {
		for _, term := range c.Terms {
			r.variable(term.Name.Text, term.Name.At)
		}
	}
}

// Meets tells whether p has what a when: of its model asks for, as the file has it.
func (p *Plan) Meets(when *yaml.Node) bool {
	d := &decoder{file: p.File}
	var c Condition
	d.condition(when, &c)
	return c.holds(p)
}
