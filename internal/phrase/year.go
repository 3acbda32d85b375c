package phrase

// period takes two years and what they are called: giai đoạn 2021-2025, từ năm 2021 đến năm 2025, năm học 2024-2025.
func (s *scanner) period(i int) (Phrase, int) {
	p := Phrase{Kind: Period}
	j := i
	switch s.low(i) {
	case "giai":
		p.Period, j = Stage, s.are(i, "giai đoạn")
	case "nhiệm":
		p.Period, j = Term, s.are(i, "nhiệm kỳ")
	case "niên":
		p.Period, j = School, s.are(i, "niên khóa")
	case "năm":
		if j = s.are(i, "năm học"); j > 0 {
			p.Period = School
		} else if s.yearNumber(i+1) > 0 {
			j = i + 1
		}
	case "từ":
		return s.fromTo(i)
	default:
		if s.number(i, 1, 50) > 0 && s.low(i+1) == "năm" { // kế hoạch 05 năm 2021-2025
			j = i + 2
		}
	}
	if j < i {
		return Phrase{}, 0
	}
	if s.low(j) == "từ" {
		if inner, behind := s.fromTo(j); behind > 0 {
			inner.Period, inner.From = p.Period, s.at(i).From
			return inner, behind
		}
	}
	if s.low(j) == "năm" {
		j++
	}
	first, last := s.yearNumber(j), s.yearNumber(j+2)
	if first == 0 || last == 0 || !isDash(s.at(j+1)) && (s.low(j+1) != "/" || p.Period != School && last != first+1) && (s.low(j+1) != "đến" || p.Period == Bare) {
		return Phrase{}, 0
	}
	p.Span = s.span(i, j+3)
	p.Years = s.bothYears(j, j+2, s.span(i, j))
	return p, j + 3
}

// bothYears are the first and last year of a period, at two tokens.
func (s *scanner) bothYears(first, last int, clue Span) []YearAt {
	return []YearAt{{s.at(first).Span, s.yearNumber(first), Start, clue}, {s.at(last).Span, s.yearNumber(last), End, clue}}
}

// fromTo takes "từ năm 2021 đến năm 2025".
func (s *scanner) fromTo(i int) (Phrase, int) {
	j := i + 1
	if s.low(j) == "năm" {
		j++
	}
	first := j
	j++
	if s.low(j) == "đến" {
		j++
		if s.low(j) == "hết" {
			j++
		}
		if s.low(j) == "năm" {
			j++
		}
	} else if isDash(s.at(j)) {
		j++
	}
	if s.yearNumber(first) == 0 || s.yearNumber(j) == 0 || j < first+2 {
		return Phrase{}, 0
	}
	return Phrase{Kind: Period, Span: s.span(i, j+1), Years: s.bothYears(first, j, s.span(i, i+1))}, j + 1
}

// partOfYear takes a part of a year with the year it belongs to: 06 tháng đầu năm 2024, cuối năm 2024. Without its year, a part that
// months make is a duration.
func (s *scanner) partOfYear(i int) (Phrase, int) {
	j := i
	switch {
	case s.number(i, 1, 11) > 0 && s.low(i+1) == "tháng":
		j = i + 2
	case s.words(i) > 0 && s.low(s.words(i)) == "tháng":
		j = s.words(i) + 1
	}
	months := j > i
	switch s.low(j) {
	case "đầu", "cuối":
		j++
	case "giữa":
		if months {
			return Phrase{}, 0
		}
		j++
	default:
		if !months || s.low(j) != "năm" || s.yearNumber(j+1) == 0 {
			return Phrase{}, 0
		}
	}
	if s.low(j) != "năm" {
		return Phrase{}, 0
	}
	if s.yearNumber(j+1) > 0 {
		p, behind := s.year(j)
		p.From = s.at(i).From
		if behind > 0 {
			p.Years[0].Sense, p.Years[0].Clue = s.sense(i, j+1, behind)
		}
		return p, behind
	}
	if !months {
		return Phrase{}, 0
	}
	p := Phrase{Kind: Duration, Span: s.span(i, j+1), Quantity: &Figure{Number: s.at(i).Span, Unit: s.span(i+1, j+1), Sort: Time, Value: s.value(i)}}
	return p, j + 1
}

// year takes a year, or years in a row: năm 2024, các năm 2023, 2024 và 2025, xuân 2025.
func (s *scanner) year(i int) (Phrase, int) {
	j := i
	if s.low(i) == "năm" {
		j++
	}
	if s.yearNumber(j) == 0 || j == i && !s.bareYear(i) {
		return Phrase{}, 0
	}
	sense, clue := s.sense(i, j, j+1)
	p := Phrase{Kind: Year, Years: []YearAt{{s.at(j).Span, s.yearNumber(j), sense, clue}}}
	j++
	for j > i+1 && s.low(i) == "năm" {
		k := j
		if s.low(k) == "," || s.low(k) == "và" {
			k++
		}
		if last := p.Years[len(p.Years)-1].Year; k == j || s.yearNumber(k) == 0 || s.yearNumber(k) != last+1 && s.counts(k+1) { // 2023, 2024 xã đều
			break
		}
		p.Years = append(p.Years, YearAt{s.at(k).Span, s.yearNumber(k), sense, clue})
		j = k + 1
	}
	p.Span = s.span(i, j)
	return p, j
}

// bareYear tells whether four digits without "năm" are a year: a word stands before them, or
// another year and a comma, and no unit behind.
func (s *scanner) bareYear(i int) bool {
	prior, next := s.at(i-1), s.at(i+1)
	if prior.sort != word && !(isDash(prior) && prior.gap == blank) && prior.low != "(" && !(prior.low == "," && s.yearNumber(i-2) > 0) || s.yearNumber(i) < 1930 {
		return false
	}
	if next.gap == tight && (next.sort == word || next.low == "/" || isDash(next) || next.low == "%") {
		return false
	}
	return s.numberedBy(i) == i && !s.counts(i+1) && s.low(i+1) != "%" && !isDash(next)
}
