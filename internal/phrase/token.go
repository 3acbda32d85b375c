package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a figure (12.000.000 and 80,5 are one) or a mark. What stands in double braces is one word: something will be
// put there, and nothing inside is prose.
type token struct {
	Span
	low     string // the word in small letters; figures and marks as they are
	begins  uint64 // the vocabularies of which it is a first word
	sort    tokenSort
	capital bool // a word's first letter is one
	gap     gap  // what stands before it
	pair    int  // of a quotation mark or bracket that has its other half: that token, counted from 1
}

type tokenSort uint8

const (
	mark tokenSort = iota
	word
	figure
)

type gap uint8

const (
	tight gap = iota
	blank
	line // a line break
)

// tokens cuts a text. In one without small letters no word counts as written with a capital.
func tokens(text string, shouting bool) []token {
	list := make([]token, 0, len(text)/4+1)
	before := line
	lastBraces := strings.LastIndex(text, "}}")
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			if before != line {
				before = blank
			}
			if r == '\n' {
				before = line
			}
			at += size
			continue
		}
		t := token{gap: before}
		to := at + size
		switch {
		case r >= '0' && r <= '9':
			t.sort = figure
			to = figureEnd(text, at)
		case isWordRune(r):
			t.sort = word
			t.capital = unicode.IsUpper(r) && !shouting
			to = wordEnd(text, at)
		case r == '{' && strings.HasPrefix(text[at:], "{{") && at < lastBraces:
			t.sort, t.capital = word, true
			to = at + strings.Index(text[at:], "}}") + len("}}")
		}
		t.Span = Span{at, to}
		t.low = text[at:to]
		if t.sort == word {
			t.low = strings.ToLower(t.low)
		}
		t.begins = begins[t.low]
		list = append(list, t)
		at, before = to, tight
	}
	pairUp(text, list)
	return list
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// wordEnd is where a word ends: letters with their marks, and digits behind them (QH15).
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) && (r < '0' || r > '9') {
			break
		}
		at += size
	}
	return at
}

// figureEnd is where figures end; a full stop or comma between two digits belongs to them, unless it parts two years.
func figureEnd(text string, at int) int {
	digits := 0 // since the last mark
	for at < len(text) {
		switch c := text[at]; {
		case c >= '0' && c <= '9':
			digits++
		case (c == '.' || c == ',') && at+1 < len(text) && text[at+1] >= '0' && text[at+1] <= '9' && digits <= 3:
			digits = 0
		default:
			return at
		}
		at++
	}
	return at
}

// pairUp finds the other halves of quotation marks and brackets. Straight marks open and close in turn; one that opens nothing,
// as in 5' or l'eau, is left alone.
func pairUp(text string, list []token) {
	open := map[string]int{}
	for i := range list {
		t := &list[i]
		if t.sort != mark {
			continue
		}
		opener := ""
		switch t.low {
		case "“", "(", "‘", "«":
			open[t.low] = i + 1
		case "”":
			opener = "“"
		case ")":
			opener = "("
		case "’":
			opener = "‘"
		case "»":
			opener = "«"
		case `"`, "'":
			if open[t.low] > 0 && t.gap == tight {
				opener = t.low
			} else if t.gap != tight || i == 0 || list[i-1].sort == mark {
				open[t.low] = i + 1
			}
		}
		if from := open[opener]; opener != "" && from > 0 {
			list[from-1].pair, t.pair = i+1, from
			open[opener] = 0
		}
	}
}

// isDash tells the marks that stand for a hyphen between figures or abbreviations.
func isDash(t token) bool {
	return t.low == "-" || t.low == "–" || t.low == "—" || t.low == "\u2011" || t.low == "\u2010"
}
