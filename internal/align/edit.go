// Package align brings two sequences into line: what is in both, what only in the one, what only in the other.
//
// Edits is the shortest script between two lists of anything that can be compared, Readable that script without equal scraps
// between changes. Words cuts a text into Vietnamese words and what stands between them. Likeness says how much two texts have in
// common; InOrder and Best pair what is alike, the one without crossing, the other wherever it stands. All are bounded by the
// length of what they are given, never by a clock: the same texts always give the same answer.
// It knows no plans and no documents.
package align

import "github.com/sergi/go-diff/diffmatchpatch"

// An Edit is one stretch of a script: old[OldFrom:OldTo] became new[NewFrom:NewTo].
type Edit struct {
	Equal                          bool
	OldFrom, OldTo, NewFrom, NewTo int
}

// maxScript bounds what is compared piece by piece, old and new together; beyond it the whole stretch counts as replaced. What
// both begin and end with is left out of the count. The longest paragraph of a real plan has some 700 pieces.
const maxScript = 4000

// Edits is the script that makes new of old, in order; neighbours are never both equal or both changed.
func Edits[K comparable](old, new []K) []Edit {
	front := 0
	for front < len(old) && front < len(new) && old[front] == new[front] {
		front++
	}
	back := 0
	for back < len(old)-front && back < len(new)-front && old[len(old)-1-back] == new[len(new)-1-back] {
		back++
	}
	var s script
	s.add(true, front, front)
	s.middle(spelled(old[front:len(old)-back], new[front:len(new)-back]))
	s.add(true, back, back)
	return s
}

// spelled writes two lists with one letter for each element that is not like another: the library compares letters.
func spelled[K comparable](old, new []K) (a, b []rune) {
	letters := map[K]rune{}
	next := rune(1)
	spell := func(list []K) []rune {
		out := make([]rune, len(list))
		for i, k := range list {
			letter, known := letters[k]
			if !known {
				letter, letters[k] = next, next
				if next++; next == 0xD800 { // surrogates are no letters
					next = 0xE000
				}
			}
			out[i] = letter
		}
		return out
	}
	return spell(old), spell(new)
}

// A script is a list of edits being written.
type script []Edit

// add goes on by old and new elements.
func (s *script) add(equal bool, old, new int) {
	if old == 0 && new == 0 {
		return
	}
	if n := len(*s); n > 0 && (*s)[n-1].Equal == equal {
		(*s)[n-1].OldTo += old
		(*s)[n-1].NewTo += new
		return
	}
	e := Edit{Equal: equal}
	if n := len(*s); n > 0 {
		e.OldFrom, e.NewFrom = (*s)[n-1].OldTo, (*s)[n-1].NewTo
	}
	e.OldTo, e.NewTo = e.OldFrom+old, e.NewFrom+new
	*s = append(*s, e)
}

// middle compares what is left when the ends are cut off.
func (s *script) middle(old, new []rune) {
	if len(old)+len(new) > maxScript || len(old) == 0 || len(new) == 0 {
		s.add(false, len(old), len(new))
		return
	}
	library := diffmatchpatch.New()
	library.DiffTimeout = 0 // no clock
	for _, d := range library.DiffMainRunes(old, new, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			s.add(true, n, n)
		case diffmatchpatch.DiffDelete:
			s.add(false, n, 0)
		case diffmatchpatch.DiffInsert:
			s.add(false, 0, n)
		}
	}
}

// Readable is a script in which equal scraps between changes count as changed: blanks, and words that are at most half as many as
// those of either change beside them (after the clean-up of Fraser's diff-match-patch). So a sentence that was written anew is not
// shown as shreds. The functions count the words of old[from:to] and new[from:to].
func Readable(edits []Edit, oldWords, newWords func(from, to int) int) []Edit {
	changed := func(e Edit) int { return max(oldWords(e.OldFrom, e.OldTo), newWords(e.NewFrom, e.NewTo)) }
	for {
		var out script
		for i, e := range edits {
			scrap := false
			if e.Equal && i > 0 && i+1 < len(edits) {
				scrap = 2*oldWords(e.OldFrom, e.OldTo) <= min(changed(edits[i-1]), changed(edits[i+1]))
			}
			out.add(e.Equal && !scrap, e.OldTo-e.OldFrom, e.NewTo-e.NewFrom)
		}
		if len(out) == len(edits) {
			return out
		}
		edits = out // what became one change is larger, and makes scraps of more
	}
}
