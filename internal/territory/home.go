package territory

import (
	"slices"
	"strings"
)

// HomeOf is the unit whose plan it is: the one in an agency's name. Nil when the name names none, or the texts do not tell which.
func HomeOf(agency string, texts ...string) *Unit {
	if units := HomesOf(agency, texts...); len(units) == 1 {
		return units[0]
	}
	return nil
}

// HomesOf are the units that the name of an agency can mean. Of several that bear it they are those whose districts and provinces a text
// names, of all times; the first text that tells them apart counts, then the next. A unit that has ended and the one of the same name
// that took it are one.
func HomesOf(agency string, texts ...string) []*Unit {
	for _, m := range Mentions(agency, Context{}) {
		if m.Name == "" {
			continue
		}
		units := notRenewed(m.Units)
		for _, text := range texts {
			if len(units) > 1 {
				units = namedTogether(units, text)
			}
		}
		return units
	}
	return nil
}

// notRenewed are the units without those whom one of the same name took.
func notRenewed(units []*Unit) []*Unit {
	return slices.DeleteFunc(slices.Clone(units), func(u *Unit) bool {
		today := u.Today()
		return len(today) == 1 && today[0] != u && today[0].String() == u.String() && slices.Contains(units, today[0])
	})
}

// namedTogether are, of units that bear one name, those of whose districts and provinces a text names the most; all where it names none.
func namedTogether(units []*Unit, text string) []*Unit {
	text = strings.ToLower(text)
	best := 0
	named := make([]int, len(units))
	for i, u := range units {
		for _, self := range append([]*Unit{u}, u.prev...) {
			if self != u && self.String() != u.String() {
				continue
			}
			n := 0
			for above := self.Parent; above != nil; above = above.Parent {
				if strings.Contains(text, strings.ToLower(above.String())) {
					n++
				}
			}
			named[i] = max(named[i], n)
		}
		best = max(best, named[i])
	}
	var most []*Unit
	for i, u := range units {
		if named[i] == best {
			most = append(most, u)
		}
	}
	return most
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
