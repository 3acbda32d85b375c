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
	if n.kinds[0] != Commune || s.list[n.from].form != upper || body < n.from || n.to >= len(s.list) || s.phrase(n.to, n.to+1) != s.society {
		return false
	}
	if n.from > 0 && s.list[n.from-1].gap != other {
		return true
	}
	units, to, cut := s.name(n.to, n) // a letterhead's "XÃ HỘI HOAN"
	return units == nil || cut || to < n.to+2
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
		ofRoads := n.from > 0 && s.list[n.from-1].gap == blank && s.list[n.from].form == small && s.phrase(n.from-1, n.from) == s.road
		return n.committee || hasBody || !inName && !ofRoads
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
