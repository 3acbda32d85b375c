package plan

import (
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/vi"
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

	keys []string // of Any
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
			term.keys = append(term.keys, wordKey(v.Text))
		}
		into.Terms = append(into.Terms, term)
	}
}

// wordKey is what words have in common that people write in several ways: "Có", "co", "CO"; "một phần", "mot-phan".
func wordKey(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	other := func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.N) && r != ' ' && r != '-' && r != '_'
	}
	if strings.HasPrefix(word, "-") || strings.ContainsFunc(word, other) { // "<5" and "5" are not one
		return word
	}
	return vi.Slug(word)
}

// holds tells whether p has what the condition asks for; marks, capitals and blanks make no difference.
func (c *Condition) holds(p *Plan) bool {
	if c == nil {
		return true
	}
	for _, term := range c.Terms {
		value, _ := p.Lookup(term.Name.Text)
		if !slices.Contains(term.keys, wordKey(value)) {
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

// Words are what the conditions of a model ask of a value, and what it is where a unit says nothing: the words that a list may
// hold. They are nil when no condition asks for it.
func (p *Plan) Words(name string) []string {
	var words, keys []string
	add := func(word string) {
		if key := wordKey(word); !slices.Contains(keys, key) {
			words, keys = append(words, word), append(keys, key)
		}
	}
	for _, c := range p.conditions() {
		for _, term := range c.Terms {
			if term.Name.Text == name {
				for _, word := range term.Any {
					add(word.Text)
				}
			}
		}
	}
	if value, ok := p.index.values[name]; ok && words != nil {
		add(value)
	}
	return words
}

// vocabularies are the Words of the plan's own values, by name.
func (p *Plan) vocabularies() map[string][]string {
	all := map[string][]string{}
	for _, v := range p.Values {
		if words := p.Words(v.Name.Text); words != nil {
			all[v.Name.Text] = words
		}
	}
	return all
}
