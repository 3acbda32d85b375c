package territory

// A where is a unit that says where another lies.
type where struct {
	noun, from, to int // words: of its noun (from, when it has none), of its name, after it
	units          []*Unit
}

// around reads the units behind the found ones from first on, which say where they lie, and narrows both.
func (s *scanner) around(first, to int) int {
	last := len(s.found)
	below := lowest(s.found[last-1].Units)
	for below > ProvinceLevel {
		w := s.parent(s.found[last-1].Units, to)
		if w == nil || lowest(w.units) >= below {
			break
		}
		for k := first; k < len(s.found); k++ {
			m := &s.found[k]
			m.Units = keep(m.Units, func(u *Unit) bool { return liesInOneOf(u, w.units) })
		}
		w.units = keep(w.units, func(p *Unit) bool { return holdsOneOf(p, s.found[last-1].Units) })
		m := Mention{From: s.list[w.noun].from, BodyFrom: s.list[w.noun].from, Kind: w.units[0].Kind, Narrows: true}
		s.found = append(s.found, s.named(m, w.from, w.to, w.units))
		to, below = w.to, lowest(w.units)
	}
	return to
}

// lowest is the lowest level of the units: that of the most.
func lowest(units []*Unit) Level {
	var level Level
	for _, u := range units {
		level = max(level, u.Kind.Level())
	}
	return level
}

// parent reads a unit at word i that one of the units lies in: after a comma or a hyphen, or with its noun.
func (s *scanner) parent(units []*Unit, i int) *where {
	if i >= len(s.list) || s.list[i-1].gap == other || s.list[i-1].gap == dot || s.list[i-1].gap == colon {
		return nil
	}
	at := i
	if s.list[i-1].gap == blank && s.belongs[s.phrase(i, i+1)] && s.list[i].gap == blank && i+1 < len(s.list) {
		at++
	}
	w := where{noun: at, from: at}
	kinds := aboveCommunes
	if n, ok := s.noun(at); ok && !n.committee {
		if n.to >= len(s.list) {
			return nil
		}
		w.from, kinds = n.to, n.kinds
	} else if at > i {
		return nil
	}
	if f := s.list[w.from].form; f == small || f == number && w.from == at { // "Phường 3, 2 người" names no Quận 2
		return nil
	}
	for j := s.extent(w.from); j > w.from; j-- {
		w.to, w.units = j, nil
		for _, p := range s.ofKinds(s.phrase(w.from, j), kinds) {
			if holdsOneOf(p, units) {
				w.units = append(w.units, p)
			}
		}
		if w.units != nil {
			w.units = keep(w.units, func(p *Unit) bool { return holdsNow(p, units) })
			return &w
		}
	}
	return nil
}

var aboveCommunes = []Kind{Province, CentralCity, RuralDistrict, UrbanDistrict, Town, ProvincialCity}

func holdsOneOf(p *Unit, units []*Unit) bool {
	for _, u := range units {
		if liesIn(u, p) {
			return true
		}
	}
	return false
}

// holdsNow tells whether one of the units lies in p itself, not in what p became.
func holdsNow(p *Unit, units []*Unit) bool {
	for _, u := range units {
		for a := u.Parent; a != nil; a = a.Parent {
			if a == p {
				return true
			}
		}
	}
	return false
}

func liesInOneOf(u *Unit, parents []*Unit) bool {
	for _, p := range parents {
		if liesIn(u, p) {
			return true
		}
	}
	return false
}
