package territory

// longestName bounds the words of a unit's name.
const longestName = 7

// name reads the longest name at word i that a unit of the noun's kinds has: its units, the word after it, and whether capitals
// go on after it. No units: there is none, or a longer name stands there.
func (s *scanner) name(i int, n noun) (units []*Unit, to int, cut bool) {
	if i >= len(s.list) || s.list[i].form == small || !s.leads(s.list[i-1].gap, n) {
		return nil, i, false
	}
	for j := s.extent(i); j > i; j-- {
		units := s.ofKinds(s.phrase(i, j), n.kinds)
		if units == nil {
			continue
		}
		if s.list[j-1].form == number && j == i+1 && !s.numbers(n, j) {
			continue
		}
		switch {
		case !s.goesOn(j) || s.list[i].form == upper && s.inCapitals[s.phrase(j, j+1)] || s.parent(units, j) != nil:
			return units, j, false
		case s.list[i].form != upper && s.list[j].form == upper: // an abbreviation follows: xã Sơn Màu UBND
			return units, j, false
		case s.list[i].form == upper:
			return units, j, true
		}
		return nil, i, false
	}
	return nil, i, false
}

// leads tells whether a gap leads from a noun to its name: "các xã: Sơn Bua, Sơn Mùa" with a colon, an abbreviation with a dot.
func (s *scanner) leads(g gap, n noun) bool {
	return g == blank || g == dot && n.abbreviated || g == colon && s.isOfSeveral(n)
}

// isOfSeveral tells whether a list of names may follow a noun: "các xã", "03 xã".
func (s *scanner) isOfSeveral(n noun) bool {
	return n.from > 0 && !n.committee && s.list[n.from-1].gap == blank &&
		(s.several[s.phrase(n.from-1, n.from)] || s.list[n.from-1].form == number)
}

// goesOn tells whether word j may belong to the name before it.
func (s *scanner) goesOn(j int) bool {
	return s.capitalAt(j) && s.list[j-1].gap == blank && !s.follow[s.phrase(j, j+1)]
}

// extent is the word after the last that can belong to a name at i.
func (s *scanner) extent(i int) int {
	j := i + 1
	for j < len(s.list) && j-i < longestName && (s.list[j-1].gap == blank || s.list[j-1].gap == hyphen) {
		if s.list[j].form == small && s.phrase(j-1, j+1) != s.stateFarm {
			break
		}
		j++
	}
	return j
}

// ofKinds are the units with a key and one of the kinds.
func (s *scanner) ofKinds(key string, kinds []Kind) []*Unit {
	var units []*Unit
	for i := s.first[key]; i > 0; i = s.sameAs[i-1] {
		for _, kind := range kinds {
			if u := s.unitOf(i - 1); u.Kind == kind {
				units = append(units, u)
			}
		}
	}
	return units
}

// numbers tells whether the number before word j is a name: it has the noun's capital (NĐ 30 PL II, III.1b), a body before it or a
// unit behind it; "mỗi phường 3 người" has none of them.
func (s *scanner) numbers(n noun, j int) bool {
	if j < len(s.list) && s.list[j].from == s.list[j-1].to+1 && s.list[j].form == number { // 3.000
		return false
	}
	if from, _ := s.bodyBefore(n.from); from < n.from || s.list[n.from].form != small {
		return true
	}
	if j < len(s.list) && s.list[j-1].gap == comma {
		_, ok := s.noun(j)
		return ok
	}
	return false
}

// unknown is the word after a name that no unit has: two to four words in capitals, which are neither a person's name nor the
// beginning of something else. In a line of capitals nothing tells a name, and none is read.
func (s *scanner) unknown(n noun) int {
	i := n.to
	if n.abbreviated || n.committee || i >= len(s.list) || s.list[i-1].gap != blank || s.list[i].form != title ||
		s.follow[s.phrase(i, i+1)] || s.openings[s.phrase(i, i+1)] || s.families[s.phrase(i, i+1)] {
		return n.to
	}
	j := i + 1
	for j-i <= 4 && s.goesOn(j) && s.list[j].form == title {
		j++
	}
	if j-i < 2 || j-i > 4 || s.openings[s.phrase(i, i+2)] {
		return n.to
	}
	return j
}

// further reads the other names of a list under one noun, "các xã Sơn Tân, Sơn Màu và Sơn Long", and returns the word after it.
func (s *scanner) further(n noun, to int) int {
	for s.isOfSeveral(n) && to < len(s.list) {
		at := to
		if s.list[to-1].gap == blank && s.phrase(to, to+1) == s.and && s.list[to].gap == blank {
			at++
		} else if s.list[to-1].gap != comma {
			break
		}
		after := at
		if at < len(s.list) && s.list[at].form != small {
			after = s.longest(at, n.kinds)
		}
		if after == at {
			break
		}
		m := Mention{From: s.list[at].from, BodyFrom: s.list[at].from, Kind: n.kinds[0], Listed: true}
		s.found = append(s.found, s.named(m, at, after, s.ofKinds(s.phrase(at, after), n.kinds)))
		to = after
	}
	return to
}

// longest is the word after the longest name of the kinds at word i; i where there is none.
func (s *scanner) longest(i int, kinds []Kind) int {
	for j := s.extent(i); j > i; j-- {
		if s.ofKinds(s.phrase(i, j), kinds) != nil {
			return j
		}
	}
	return i
}
