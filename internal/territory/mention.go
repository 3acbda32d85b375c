package territory

import "time"

// A Mention is a place in a text that names a unit, or speaks of one by its noun alone. From and To are bytes of its noun and name.
//
// Mentions that say where the one before them lies follow it: "xã Sơn Màu", then "huyện Sơn Tây" and "tỉnh Quảng Ngãi", which
// Narrow it. So do the further names of a list, "các xã Sơn Tân, Sơn Màu", which are Listed.
type Mention struct {
	From, To int
	NameFrom int    // where the name begins; To when there is none
	Body     string // "UBND", "Phòng Nội vụ", "Huyện ủy": the body before it, as written; empty: the unit itself
	BodyFrom int    // where that begins; From when there is none
	Kind     Kind   // what the noun says
	Name     string // as written; empty where only the noun stands: "UBND huyện", "toàn huyện"
	// Units are those that can be meant, by the names around and the context. None with a name: there was never such a unit, as far
	// as the table knows. Without a name: the agency's own, where the context tells.
	Units   []*Unit
	Cut     bool // in a line of capitals letters go on after the name, so that it may be the beginning of another
	Narrows bool
	Listed  bool
}

// A Standing tells whether a mentioned unit exists.
type Standing uint8

const (
	Unknown Standing = iota // no unit in the table has this name
	Former                  // it did, and ended
	Current                 // it does, or one of those that can be meant does
)

// Standing tells whether what is mentioned exists today. A noun alone stands as its kind does.
func (m *Mention) Standing() Standing {
	if m.Name == "" {
		if m.Kind.OfToday() && m.Kind != CentralCity {
			return Current
		}
		return Former
	}
	standing := Unknown
	for _, u := range m.Units {
		if u.Exists() {
			return Current
		}
		standing = Former
	}
	return standing
}

// A Context is what is known of the text: whose it is, and of what day it speaks.
type Context struct {
	Home *Unit     // the agency's unit, of today or of then; nil: not known
	On   time.Time // zero: not known
}

// nearest keeps, of the units that a name can mean, those in the agency's province, of these those that existed on the day of the
// text, and of these the nearest to the agency.
func (c Context) nearest(units []*Unit) []*Unit {
	if len(units) < 2 {
		return units
	}
	var near map[*Unit]int
	if c.Home != nil {
		near = make(map[*Unit]int, len(units))
		places := places(c.Home)
		for _, u := range units {
			near[u] = nearness(u, places)
		}
		units = keep(units, func(u *Unit) bool { return near[u] > 0 })
	}
	if !c.On.IsZero() {
		units = keep(units, func(u *Unit) bool { return u.ExistedOn(c.On) })
	}
	if c.Home == nil {
		return units
	}
	best := 0
	for _, u := range units {
		best = max(best, near[u])
	}
	return keep(units, func(u *Unit) bool { return near[u] == best })
}

// keep are the units that fit; all of them where none does.
func keep(units []*Unit, fits func(*Unit) bool) []*Unit {
	var kept []*Unit
	for _, u := range units {
		if fits(u) {
			kept = append(kept, u)
		}
	}
	if kept == nil {
		return units
	}
	return kept
}

// places are u and all it lies in, came from and became: its commune, districts and provinces of all times.
func places(u *Unit) []*Unit {
	all := []*Unit{u}
	all = append(all, u.prev...)
	for _, n := range u.next {
		all = append(all, n)
		all = append(all, n.prev...)
	}
	for i := 0; i < len(all); i++ { // all grows while it is walked
		if p := all[i].Parent; p != nil && !contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// nearness is 4 for a place itself, 3 within a district of the places, 2 within a province of then, 1 within one that it became or
// came from, else 0.
func nearness(u *Unit, places []*Unit) int {
	if contains(places, u) {
		return 4
	}
	near := 0
	for _, p := range append([]*Unit{u}, u.prev...) {
		for a := p.Parent; a != nil; a = a.Parent {
			switch {
			case !contains(places, a):
				for _, n := range a.next {
					if contains(places, n) {
						near = max(near, 1)
					}
				}
			case a.Kind.Level() == DistrictLevel:
				return 3
			default:
				near = max(near, 2)
			}
		}
	}
	return near
}

func contains(units []*Unit, u *Unit) bool {
	for _, v := range units {
		if v == u {
			return true
		}
	}
	return false
}
