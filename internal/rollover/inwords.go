package rollover

import (
	"sort"

	"github.com/kehoach/kehoach/internal/phrase"
)

// A sum is often written once more in words, which must go with it: 12.500.000 đồng (Bằng chữ: Mười hai triệu năm trăm nghìn đồng).

// spelledOut is a figure, with its words in brackets where it is a sum and they follow.
func (s sentence) spelledOut(f phrase.Phrase) phrase.Span {
	next := sort.Search(len(s.found), func(i int) bool { return s.found[i].From >= f.To })
	if next < len(s.found) {
		if end, ok := phrase.InWords(s.line.Text, f, s.found[next]); ok {
			return phrase.Span{From: f.From, To: end}
		}
	}
	return f.Span
}

// spellsOut tells whether a sum is in words what the one before it is in figures.
func (s sentence) spellsOut(f phrase.Phrase) bool {
	behind := sort.Search(len(s.found), func(i int) bool { return s.found[i].To > f.From })
	if behind == 0 {
		return false
	}
	_, ok := phrase.InWords(s.line.Text, s.found[behind-1], f)
	return ok
}
