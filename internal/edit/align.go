package edit

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// An alignment finds, for a byte of a text in NFC with lines that end in LF, the byte of the text that it was made from.
type alignment struct {
	same bool
	raw  string
	text string
	at   []int // at[i] is where byte i of text comes from; nil when same
}

// align compares a file's own text with what was made of it.
func align(raw, text string) alignment {
	if raw == text {
		return alignment{same: true}
	}
	a := alignment{raw: raw, text: text, at: make([]int, 0, len(text)+1)}
	for i := 0; i < len(raw); {
		line := raw[i:]
		end := strings.IndexAny(line, "\r\n")
		if end < 0 {
			end = len(line)
		}
		a.letters(line[:end], i)
		i += end
		if i < len(raw) {
			a.at = append(a.at, i)
			if strings.HasPrefix(raw[i:], "\r\n") {
				i++
			}
			i++
		}
	}
	a.at = append(a.at, len(raw))
	return a
}

// letters aligns a stretch without line ends, segment by segment: what composes is one segment (Unicode Standard Annex 15, 9).
func (a *alignment) letters(raw string, base int) {
	if norm.NFC.IsNormalString(raw) {
		for i := range len(raw) {
			a.at = append(a.at, base+i)
		}
		return
	}
	var segments norm.Iter
	segments.InitString(norm.NFC, raw)
	for !segments.Done() {
		from := base + segments.Pos()
		for range len(segments.Next()) {
			a.at = append(a.at, from)
		}
	}
}

// offset is where byte i of the text comes from.
func (a alignment) offset(i int) int {
	if a.same {
		return i
	}
	return a.at[min(i, len(a.at)-1)]
}
