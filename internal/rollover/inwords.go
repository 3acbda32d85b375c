package rollover

import (
	"sort"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// A sum is often written once more in words, which must go with it: 12.500.000 đồng (Bằng chữ: Mười hai triệu năm trăm nghìn đồng).

var (
	inWordsFrom = pattern.Of(`(?i)^\s*\((?:(?:viết )?bằng chữ\s*:?\s*)?$`)
	inWordsTo   = pattern.Of(`(?i)^\s*(?:chẵn)?[./]*\)`)
)

// spelledOut is a figure, with its words in brackets where it is a sum and they follow.
func (s sentence) spelledOut(f phrase.Phrase) phrase.Span {
	next := sort.Search(len(s.found), func(i int) bool { return s.found[i].From >= f.To })
	if next < len(s.found) && s.saysAgain(f, s.found[next]) {
		words := s.found[next].To
		return phrase.Span{From: f.From, To: words + inWordsTo.FindStringIndex(s.line.Text[words:])[1]}
	}
	return f.Span
}

// spellsOut tells whether a sum is in words what the one before it is in figures.
func (s sentence) spellsOut(f phrase.Phrase) bool {
	behind := sort.Search(len(s.found), func(i int) bool { return s.found[i].To > f.From })
	return behind > 0 && s.saysAgain(s.found[behind-1], f)
}

// saysAgain tells whether words in brackets right behind a sum say it again.
func (s sentence) saysAgain(sum, words phrase.Phrase) bool {
	return isMoney(sum) && isMoney(words) && inWordsFrom.MatchString(s.line.Text[sum.To:words.From]) && inWordsTo.MatchString(s.line.Text[words.To:])
}

func isMoney(f phrase.Phrase) bool { return f.Quantity != nil && f.Quantity.Sort == phrase.Money }
