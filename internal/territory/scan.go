package territory

// Mentions finds the units that a text names, in order. Text in capitals is read too. It takes a name for the longest that the table
// has under the noun, and never for the beginning of a longer one: "xã Sơn Tây Hạ" is not "xã Sơn Tây".
func Mentions(text string, context Context) []Mention {
	s := &scanner{words: cut(text), vocabulary: lexicon(), register: table(), context: context}
	for i := 0; i < len(s.list); {
		i = s.at(i)
	}
	return s.found
}

type scanner struct {
	words
	*vocabulary
	*register
	context Context
	found   []Mention
}

// A noun that stands at a word.
type noun struct {
	from, to    int // words
	kinds       []Kind
	committee   bool // "Huyện ủy": a body by itself
	abbreviated bool
}

// at looks for a mention at word i and returns where to go on.
func (s *scanner) at(i int) int {
	n, ok := s.noun(i)
	if !ok {
		return i + 1
	}
	body, bodyEnd := n.from, n.from
	if !n.committee {
		body, bodyEnd = s.bodyBefore(n.from)
	}
	if s.isCommonWord(n, body) {
		return n.to
	}
	m := Mention{From: s.list[n.from].from, To: s.list[n.to-1].to, Kind: n.kinds[0]}
	m.NameFrom, m.BodyFrom = m.To, m.From
	switch {
	case n.committee:
		m.Body = s.text[m.From:m.To]
	case body < n.from:
		m.BodyFrom = s.list[body].from
		m.Body = s.text[m.BodyFrom:s.list[bodyEnd-1].to]
	}
	units, to, cut := s.name(n.to, n)
	if units == nil {
		to = s.unknown(n)
	}
	if to == n.to {
		if s.speaksOf(n, body) {
			m.Units = s.own(n.kinds)
			s.found = append(s.found, m)
		}
		return n.to
	}
	m = s.named(m, n.to, to, units)
	m.Cut = cut
	first := len(s.found)
	s.found = append(s.found, m)
	if units == nil || cut {
		return to
	}
	to = s.around(first, s.further(n, to))
	for k := first; k < len(s.found); k++ {
		m := &s.found[k]
		m.Units = s.context.nearest(m.Units)
		m.Kind = m.Units[0].Kind
	}
	return to
}

// named is m with the words from i to before j as its name.
func (s *scanner) named(m Mention, i, j int, units []*Unit) Mention {
	m.NameFrom, m.To = s.list[i].from, s.list[j-1].to
	m.Name, m.Units = s.text[m.NameFrom:m.To], units
	return m
}

// noun reads the noun at word i: two words before one, so that the xã in "thị xã" is none.
func (s *scanner) noun(i int) (noun, bool) {
	switch s.keys[s.list[i].key] {
	case 'x', 'p', 't', 'h', 'q', "đ"[0]:
	default:
		return noun{}, false
	}
	if i+2 <= len(s.list) && s.list[i].gap == blank {
		two := s.phrase(i, i+2)
		if kinds := s.nouns[two]; kinds != nil {
			return noun{from: i, to: i + 2, kinds: kinds}, true
		}
		if kinds := s.committees[two]; kinds != nil {
			return noun{from: i, to: i + 2, kinds: kinds, committee: true}, true
		}
	}
	one := s.phrase(i, i+1)
	if kinds := s.nouns[one]; kinds != nil {
		return noun{from: i, to: i + 1, kinds: kinds}, true
	}
	if kinds := s.abbreviations[one]; kinds != nil && s.list[i].form != small {
		if g := s.list[i].gap; g == dot || g == blank && len(one) == 2 {
			return noun{from: i, to: i + 1, kinds: kinds, abbreviated: true}, true
		}
	}
	return noun{}, false
}

// isCommonWord tells whether what looks like a noun is a part of another word: hợp tác xã, XÃ HỘI.
func (s *scanner) isCommonWord(n noun, body int) bool {
	if n.from > 0 && s.list[n.from-1].gap == blank && s.phrase(n.from-1, n.from) == s.cooperative && n.kinds[0] == Commune {
		return true
	}
	return n.kinds[0] == Commune && s.list[n.from].form == upper && body == n.from && n.to < len(s.list) && s.phrase(n.to, n.to+1) == s.society
}

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

// A where is a unit that says where another lies.
type where struct {
	noun, from, to int // words: of its noun (from, when it has none), of its name, after it
	units          []*Unit
}

// around reads the units behind the found ones from first on, which say where they lie, and narrows both.
func (s *scanner) around(first, to int) int {
	last := len(s.found)
	below := s.found[last-1].Units[0].Kind.Level()
	for below > ProvinceLevel {
		w := s.parent(s.found[last-1].Units, to)
		if w == nil || w.units[0].Kind.Level() >= below {
			break
		}
		for k := first; k < len(s.found); k++ {
			m := &s.found[k]
			m.Units = keep(m.Units, func(u *Unit) bool { return liesInOneOf(u, w.units) })
		}
		w.units = keep(w.units, func(p *Unit) bool { return holdsOneOf(p, s.found[last-1].Units) })
		m := Mention{From: s.list[w.noun].from, BodyFrom: s.list[w.noun].from, Kind: w.units[0].Kind, Narrows: true}
		s.found = append(s.found, s.named(m, w.from, w.to, w.units))
		to, below = w.to, w.units[0].Kind.Level()
	}
	return to
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
	if s.list[w.from].form == small {
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

func liesInOneOf(u *Unit, parents []*Unit) bool {
	for _, p := range parents {
		if liesIn(u, p) {
			return true
		}
	}
	return false
}

// speaksOf tells whether a noun without a name is worth a mention: that of a level or kind which ended.
func (s *scanner) speaksOf(n noun, body int) bool {
	inName := n.from > 0 && s.list[n.from-1].gap == blank && s.list[n.from].form == title && s.list[n.from-1].form == title
	hasBody := body < n.from
	switch n.kinds[0] {
	case RuralDistrict:
		if next := n.to; next < len(s.list) && s.list[next-1].gap == blank {
			if n.committee && s.phrase(next, next+1) == s.member || !n.committee && s.roads[s.phrase(next, next+1)] {
				return false
			}
		}
		return n.committee || hasBody || !inName
	case UrbanDistrict, Town:
		return n.committee || hasBody || n.from > 0 && s.list[n.from-1].gap == blank && s.levels[s.phrase(n.from-1, n.from)]
	case Township:
		return !n.abbreviated && !inName
	case CentralCity: // of a province, where the agency's province is none itself
		home := s.context.Home
		return hasBody && !n.committee && home != nil && home.Province().Kind == Province
	}
	return false
}

// own are the units of the kinds that the agency's unit lay in.
func (s *scanner) own(kinds []Kind) []*Unit {
	if s.context.Home == nil {
		return nil
	}
	var units []*Unit
	for _, p := range places(s.context.Home) {
		for _, kind := range kinds {
			if p.Kind == kind && p != s.context.Home && p.Kind.Level() == DistrictLevel {
				units = append(units, p)
			}
		}
	}
	return units
}
