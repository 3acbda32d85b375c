package phrase

import "strings"

// A scanner walks the tokens once; what it recognizes at a token it takes whole and goes on behind it.
type scanner struct {
	text   string
	tokens []token
	end    int // nothing is seen from here on

	shouting bool // there are no small letters: a heading
}

// A matcher looks for one kind of phrase at token i. It returns the token behind the phrase; 0 when there is none.
type matcher func(s *scanner, i int) (Phrase, int)

// find returns the phrases from token i on.
func (s *scanner) find(i int) []Phrase {
	var found []Phrase
	for i < s.end {
		p, behind := s.phrase(i)
		if behind > i {
			found = append(found, p)
		}
		i = max(behind, i+1)
	}
	return found
}

// phrase takes the phrase that begins at token i. Kinds are asked in this order: a year in a document's date is the document's, a
// date's day is no quantity.
func (s *scanner) phrase(i int) (Phrase, int) {
	for _, match := range [...]matcher{(*scanner).quote, (*scanner).document, (*scanner).division, (*scanner).person, (*scanner).lunarYear,
		(*scanner).period, (*scanner).partOfYear, (*scanner).date, (*scanner).year, (*scanner).anniversary, (*scanner).quantity} {
		if p, behind := match(s, i); behind > i {
			return p, behind
		}
	}
	return Phrase{}, 0
}

// within returns the phrases of tokens from to behind.
func (s *scanner) within(from, behind int) []Phrase {
	inner := *s
	inner.end = behind
	return inner.find(from)
}

// at is token i; none where the text has begun or ended.
func (s *scanner) at(i int) token {
	if i < 0 || i >= s.end {
		return token{}
	}
	return s.tokens[i]
}

// low is token i in small letters.
func (s *scanner) low(i int) string { return s.at(i).low }

// span is the text of tokens from to behind; missing when there are none.
func (s *scanner) span(from, behind int) Span {
	if behind <= from {
		return Span{}
	}
	return Span{s.tokens[from].From, s.tokens[behind-1].To}
}

// are returns the token behind words, when they stand at i; otherwise 0.
func (s *scanner) are(i int, words string) int {
	for words != "" {
		var w string
		w, words, _ = strings.Cut(words, " ")
		if s.low(i) != w {
			return 0
		}
		i++
	}
	return i
}

// before tells whether words stand right before token i.
func (s *scanner) before(i int, words string) bool {
	return i > 0 && s.are(i-strings.Count(words, " ")-1, words) == i
}

// oneOf returns the token behind the longest of lists of words that stands at i; 0 when none does.
func (s *scanner) oneOf(i int, v vocabulary) int {
	t := s.at(i)
	if t.begins&v.bit == 0 {
		return 0
	}
	best := 0
	for _, more := range v.more[t.low] {
		if behind := s.are(i+1, more); behind > best {
			best = behind
		}
		if more == "" && i+1 > best {
			best = i + 1
		}
	}
	return best
}

// endingAt is the token at which the longest of lists of words begins that ends right before token i; i when none does.
func (s *scanner) endingAt(i int, v vocabulary) int {
	for n := 4; n >= 1; n-- {
		t := s.at(i - n)
		if t.begins&v.bit == 0 {
			continue
		}
		for _, more := range v.more[t.low] {
			if more == "" && n == 1 || more != "" && s.are(i-n+1, more) == i {
				return i - n
			}
		}
	}
	return i
}

// quote takes words between quotation marks.
func (s *scanner) quote(i int) (Phrase, int) {
	t := s.at(i)
	closer := t.pair - 1
	if t.sort != mark || t.low == "(" || closer <= i || closer >= s.end {
		return Phrase{}, 0
	}
	p := Phrase{Kind: Quote, Span: s.span(i, closer+1), Inside: s.within(i+1, closer)}
	p.Years = yearsOf(nil, p.Inside)
	return p, closer + 1
}

// yearsOf adds the years of phrases to a list.
func yearsOf(years []YearAt, phrases []Phrase) []YearAt {
	for i := range phrases {
		years = append(years, phrases[i].Years...)
	}
	return years
}

// number is the value of a token of plain digits within bounds; -1 for anything else.
func (s *scanner) number(i, low, high int) int {
	t := s.at(i)
	if t.sort != figure || len(t.low) > 4 {
		return -1
	}
	n := 0
	for _, c := range []byte(t.low) {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	if n < low || n > high {
		return -1
	}
	return n
}

// yearNumber is the year that token i is; 0 when it is none.
func (s *scanner) yearNumber(i int) int {
	if len(s.low(i)) != 4 {
		return 0
	}
	return max(s.number(i, 1800, 2199), 0)
}
