package territory

import (
	"slices"
	"strings"
)

// HomeOf is the unit whose plan it is: the one in an agency's name. Of several that bear the name it is the one that lies in a
// district or province which the text names. Nil when the name names none, or the text does not tell which.
func HomeOf(agency, text string) *Unit {
	for _, m := range Mentions(agency, Context{}) {
		if m.Name == "" {
			continue
		}
		units := m.Units
		if len(units) > 1 {
			units = namedTogether(units, text)
		}
		if len(units) == 1 {
			return units[0]
		}
		break
	}
	return nil
}

// namedTogether are the units that lie in a district or province which a text names.
func namedTogether(units []*Unit, text string) []*Unit {
	return slices.DeleteFunc(slices.Clone(units), func(u *Unit) bool {
		for above := u.Parent; above != nil; above = above.Parent {
			if strings.Contains(text, above.String()) {
				return false
			}
		}
		return true
	})
}

// Ours tells whether a unit is the agency's own, what that became, or what it was made from.
func (c Context) Ours(u *Unit) bool { return slices.Contains(c.selves(), u) }

// Above tells whether the agency's own unit lies, or lay, in u.
func (c Context) Above(u *Unit) bool {
	for _, own := range c.selves() {
		for p := own.Parent; p != nil; p = p.Parent {
			if p == u || slices.Contains(p.Today(), u) {
				return true
			}
		}
	}
	return false
}

// selves are the agency's own unit through time; none when it is not known.
func (c Context) selves() []*Unit {
	if c.Home == nil {
		return nil
	}
	return slices.Concat([]*Unit{c.Home}, c.Home.Today(), c.Home.Predecessors())
}
