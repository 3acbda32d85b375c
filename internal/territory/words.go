package territory

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A form is how a word is written.
type form uint8

const (
	small  form = iota // hạ
	title              // Hạ
	upper              // HẠ
	number             // 12
)

// A gap is what stands between a word and the next one.
type gap uint8

const (
	other  gap = iota
	blank      // blanks, or one line end
	hyphen     // " - ", "-", "–", "&"
	comma      // ", "
	dot        // ".", ". "
	colon      // ": "
	paren      // " ("
)

// A word of a text: a run of letters and digits.
type word struct {
	from, to   int // in the text
	key, after int // in the keys
	form       form
	gap        gap
}

// words are a text cut up, with the keys of all its words after one another, so that the key of a phrase is a part of keys.
type words struct {
	text string
	list []word
	keys string
}

func cut(text string) words {
	all := letters()
	w := words{text: text, list: make([]word, 0, len(text)/5)}
	keys := make([]byte, 0, len(text)+len(text)/4)
	for at := 0; ; {
		from, to := all.nextWord(text, at)
		if n := len(w.list); n > 0 {
			w.list[n-1].gap = gapOf(text[at:from])
		}
		if from == to {
			break
		}
		if len(keys) > 0 {
			keys = append(keys, ' ')
		}
		start := len(keys)
		keys = all.appendWordKey(keys, text[from:to])
		w.list = append(w.list, word{from: from, to: to, key: start, after: len(keys), form: formOf(text[from:to])})
		at = to
	}
	w.keys = string(keys)
	return w
}

// phrase is the key of the words from i to before j.
func (w words) phrase(i, j int) string { return w.keys[w.list[i].key:w.list[j-1].after] }

// joined tells whether the words from i to before j follow one another with nothing but blanks.
func (w words) joined(i, j int) bool {
	for ; i < j-1; i++ {
		if w.list[i].gap != blank {
			return false
		}
	}
	return true
}

// capitalAt tells whether there is a word i that begins with a capital letter.
func (w words) capitalAt(i int) bool {
	return i < len(w.list) && (w.list[i].form == title || w.list[i].form == upper)
}

func formOf(s string) form {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(first):
		return number
	case !unicode.IsUpper(first):
		return small
	}
	letters := 1
	for _, r := range s[size:] {
		if unicode.IsLower(r) {
			return title
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 1 {
		return title
	}
	return upper
}

func gapOf(s string) gap {
	mark := strings.TrimFunc(s, unicode.IsSpace)
	switch {
	case len(s) > 8 || strings.Count(s, "\n") > 1:
		return other
	case mark == "" && s != "":
		return blank
	case mark == "-" || mark == "–" || mark == "&":
		return hyphen
	case mark == "," && s != ",":
		return comma
	case mark == "." && s[0] == '.':
		return dot
	case mark == ":" && s[0] == ':':
		return colon
	case mark == "(" && s != "(":
		return paren
	}
	return other
}
