package territory

// Bodies stand before the noun of their unit: "UBND huyện", "Phòng Nội vụ huyện Sơn Tây".

// longestBody bounds the words of a body's name.
const longestBody = 12

// bodyBefore is the words of the body whose name ends before word i, or before the các there: "UBND các huyện"; from is i when
// there is none. Bodies joined by "và" are one.
func (s *scanner) bodyBefore(i int) (from, to int) {
	to = i
	if i > 1 && s.joined(i-2, i+1) && s.phrase(i-1, i) == s.all {
		to--
	}
	from = s.oneBodyBefore(to)
	if from == to {
		return i, i
	}
	for n := 0; n < 3 && from >= 2 && s.joined(from-2, from+1) && s.phrase(from-1, from) == s.and; n++ {
		before := s.oneBodyBefore(from - 1)
		if before == from-1 {
			break
		}
		from = before
	}
	return from, to
}

func (s *scanner) oneBodyBefore(i int) int {
	body, listed := i, false // listed: past a comma, which only an office has: "Phòng Kinh tế, Hạ tầng và Đô thị"
	for b := i - 1; b >= 0 && i-b <= longestBody; b-- {
		g := s.list[b].gap
		if g != blank && g != hyphen && !(g == comma && b+1 < i && s.list[b+1].form == title) || s.breaks[s.phrase(b, b+1)] {
			break
		}
		listed = listed || g == comma
		if !listed && s.whole[s.phrase(b, i)] || s.opens(b, i) && (!listed || s.phrase(b, b+1) == s.office) {
			body = b
		}
	}
	return body
}

// opens tells whether an opening stands at b, with a field behind it before i.
func (s *scanner) opens(b, i int) bool {
	for n := 2; n >= 1; n-- {
		if b+n < i && s.joined(b, b+n+1) && s.openings[s.phrase(b, b+n)] {
			field := b + n
			return s.list[b].form != small && s.capitalAt(field) || s.fields[s.phrase(field, field+1)] || field+2 <= i && s.fields[s.phrase(field, field+2)]
		}
	}
	return false
}
