package plan

import (
	"reflect"
	"slices"
	"sync"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
)

// A model is what the plans made of one file by With share: its conditions, and the variants that come of them.
type model struct {
	plan       *Plan
	conditions []*Condition
	words      map[string][]string // that a value may hold, by its name: those of values that conditions ask for
	parsed     sync.Once
	root       *yaml.Node // of the plan's file, its aliases expanded, once a unit's file is laid over it
	mu         sync.Mutex
	variants   map[string]*variant // by which conditions hold
}

// maxVariants bounds the variants that are kept; a list of communes needs a few.
const maxVariants = 256

func newModel(p *Plan) *model {
	return &model{plan: p, conditions: p.conditions(), words: p.vocabularies(), variants: map[string]*variant{}}
}

// tree is the model's file as a tree of the caller's own.
func (m *model) tree() *yaml.Node {
	d := &decoder{file: m.plan.File}
	m.parsed.Do(func() { m.root = d.expanded(d.parse()) })
	return (&decoder{file: m.plan.File}).expanded(m.root)
}

// Tree is the file of a model as YAML that the caller may change, without aliases and merge keys: what they bring stands in its place.
func (p *Plan) Tree() *yaml.Node {
	root := p.model.tree()
	unanchor(root)
	return root
}

// A variant is the model without the parts whose conditions don't hold: all units alike in them share it.
type variant struct {
	roles      []*Role
	sections   []*Section
	appendices []*Appendix
	recipients []*Recipient
	index      *index
	variables  []Inline // one for each variable that its texts and the conditions use
	found      diag.List
	dropped    map[*Condition]bool
}

// variant is the one that p's values choose.
func (m *model) variant(p *Plan) (*variant, diag.List) {
	holds := make([]byte, len(m.conditions))
	for i, c := range m.conditions {
		holds[i] = '0'
		if c.holds(p) {
			holds[i] = '1'
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if v, ok := m.variants[string(holds)]; ok {
		return v, v.found
	}
	v := &variant{dropped: map[*Condition]bool{}}
	for i, c := range m.conditions {
		v.dropped[c] = holds[i] == '0'
		for _, term := range c.Terms {
			v.variables = append(v.variables, Inline{Variable: term.Name.Text, At: term.Name.At})
		}
	}
	v.build(m.plan)
	if len(m.variants) < maxVariants {
		m.variants[string(holds)] = v
	}
	return v, v.found
}

// build takes what is left of the model, without headings that nothing is left under, and checks that nothing left leads to what is not.
func (v *variant) build(p *Plan) {
	left := *p
	left.Roles = kept(p.Roles, func(r *Role) *Role {
		if duties := v.items(r.Duties); !same(duties, r.Duties) {
			role := *r
			role.Duties = duties
			return &role
		}
		return r
	})
	left.Sections = v.sectionsOf(p.Sections)
	left.Appendices = kept(p.Appendices, func(a *Appendix) *Appendix {
		if v.dropped[a.When] {
			return nil
		}
		if sections := v.sectionsOf(a.Sections); !same(sections, a.Sections) {
			appendix := *a
			appendix.Sections = sections
			if len(sections) == 0 && !a.Text.Given() && a.Table == nil && a.Assignments == nil && !a.After.Given() {
				return nil
			}
			return &appendix
		}
		return a
	})
	left.Recipients = v.left(p.Recipients)
	left.Issuers = slices.Clone(p.Issuers)
	for i, a := range left.Issuers {
		agency := *a
		agency.Recipients = v.left(a.Recipients)
		left.Issuers[i] = &agency
	}
	v.roles, v.sections, v.appendices, v.recipients = left.Roles, left.Sections, left.Appendices, left.Recipients
	(&resolver{plan: &left}).indexAll()
	v.index = left.index
	seen := map[string]bool{}
	eachText(reflect.ValueOf(&left).Elem(), func(t *Text) {
		for _, paragraph := range t.Paragraphs {
			for _, in := range paragraph.Inlines {
				switch {
				case in.Variable != "" && !seen[in.Variable]:
					seen[in.Variable] = true
					v.variables = append(v.variables, in)
				case in.Item != nil && v.index.items[in.Item.ID.Text] == nil:
					v.found = append(v.found, leftOut.Saying("what", anItem).At(in.At.Location(), "id", in.Item.ID.Text))
				case in.Appendix != nil && v.index.appendices[in.Appendix.ID.Text] == nil:
					v.found = append(v.found, leftOut.Saying("what", anAppendix).At(in.At.Location(), "id", in.Appendix.ID.Text))
				}
			}
		}
	})
	if len(v.sections) == 0 {
		v.found = append(v.found, nothingLeft.At(diag.Location{File: p.File.Name}))
	}
}

func (v *variant) sectionsOf(sections []*Section) []*Section {
	return kept(sections, func(s *Section) *Section {
		if v.dropped[s.When] {
			return nil
		}
		purposes, requirements, items := v.items(s.Purposes), v.items(s.Requirements), v.items(s.Items)
		if same(purposes, s.Purposes) && same(requirements, s.Requirements) && same(items, s.Items) {
			return s
		}
		section := *s
		section.Purposes, section.Requirements, section.Items = purposes, requirements, items
		if section.bare() {
			return nil
		}
		return &section
	})
}

func (v *variant) items(items []*Item) []*Item {
	return kept(items, func(i *Item) *Item {
		if v.dropped[i.When] {
			return nil
		}
		if below := v.items(i.Items); !same(below, i.Items) {
			item := *i
			item.Items = below
			if len(below) == 0 && !i.Text.Given() && !i.After.Given() {
				return nil
			}
			return &item
		}
		return i
	})
}

func (v *variant) left(recipients []*Recipient) []*Recipient {
	return kept(recipients, func(r *Recipient) *Recipient {
		if v.dropped[r.When] {
			return nil
		}
		return r
	})
}

// kept is what choose makes of a list, nil left out: the very same slice when it changes nothing.
func kept[T any](list []*T, choose func(*T) *T) []*T {
	var out []*T
	for i, part := range list {
		chosen := choose(part)
		if chosen != part && out == nil {
			out = append(make([]*T, 0, len(list)), list[:i]...)
		}
		if chosen != nil && (out != nil || chosen != part) {
			out = append(out, chosen)
		}
	}
	if out == nil {
		return list
	}
	return out
}

// same tells whether two lists are one.
func same[T any](a, b []*T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// apply gives a unit's plan the parts of its variant.
func (v *variant) apply(unit *Plan) *Plan {
	made := *unit
	made.Roles, made.Sections, made.Appendices, made.Recipients = v.roles, v.sections, v.appendices, v.recipients
	x := *v.index
	x.values, x.signatories = unit.index.values, unit.index.signatories
	made.index = &x
	made.Issuers = slices.Clone(unit.Issuers)
	for i, a := range made.Issuers {
		if recipients := v.left(a.Recipients); !same(recipients, a.Recipients) {
			agency := *a
			agency.Recipients = recipients
			made.Issuers[i] = &agency
		}
	}
	return &made
}

// missing are the variables that the unit's texts use and no one gave.
func (p *Plan) missing(v *variant) diag.List {
	var found diag.List
	for _, in := range v.variables {
		value, ok := p.Lookup(in.Variable)
		if _, given := p.Given[in.Variable]; !ok || given && value == "" {
			found = append(found, noVariable.At(in.At.Location(), "name", in.Variable, "key", in.Variable))
		}
	}
	return found
}
