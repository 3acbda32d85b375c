package check

import (
	"strings"
	"unicode"
)

// A span is a stretch of a sentence's Text in bytes.
type span struct{ from, to int }

// wordsOf are the runs of letters in a text.
func wordsOf(text string) []span {
	words := make([]span, 0, len(text)/6+1)
	from := -1
	for i, r := range text {
		switch letter := unicode.IsLetter(r) || unicode.Is(unicode.Mn, r); {
		case letter && from < 0:
			from = i
		case !letter && from >= 0:
			words = append(words, span{from, i})
			from = -1
		}
	}
	if from >= 0 {
		words = append(words, span{from, len(text)})
	}
	return words
}

// word is word i as it is written; "" when there is none.
func (s *Sentence) word(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.Text[s.words[i].from:s.words[i].to]
}

// together tells whether nothing but one blank stands between word i and the next.
func (s *Sentence) together(i int) bool {
	return i >= 0 && i+1 < len(s.words) && s.Text[s.words[i].to:s.words[i+1].from] == " "
}

// low is word i in small letters.
func (s *Sentence) low(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	if s.lows == nil { // many rules ask
		s.lows = make([]string, len(s.words))
		for k := range s.words {
			s.lows[k] = strings.ToLower(s.word(k))
		}
	}
	return s.lows[i]
}

// set is a set of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}
