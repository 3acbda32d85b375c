package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words cuts a text into words, blanks and single other letters; joined they are the text again. A document's number, a date and an
// amount are one word: "49/KH-UBND", "08/3/2024", "15.000.000", "80%".
func Words(text string) []string {
	var out []string
	for len(text) > 0 {
		n := wordAt(text)
		out = append(out, text[:n])
		text = text[n:]
	}
	return out
}

// wordAt is the length of the piece that text begins with.
func wordAt(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	if !letter(first) {
		if !unicode.IsSpace(first) {
			return size
		}
		return len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	}
	end := size
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		behind, _ := utf8.DecodeRuneInString(text[end+size:])
		if !letter(r) && !(strings.ContainsRune("/-.,\u2011", r) && letter(behind)) {
			break
		}
		end += size
	}
	if strings.HasPrefix(text[end:], "%") {
		end++
	}
	return end
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// IsWord tells a word from what stands between words.
func IsWord(piece string) bool {
	first, _ := utf8.DecodeRuneInString(piece)
	return letter(first)
}

// A Bag is the words of a text without their order, for Likeness.
type Bag []string

// BagOf gathers the words of a text; capitals make no difference.
func BagOf(text string) Bag {
	bag := Bag(slices.DeleteFunc(Words(strings.ToLower(text)), func(w string) bool { return !IsWord(w) }))
	slices.Sort(bag)
	return bag
}

// Likeness is how much two bags have in common, from 0 to 1: twice the words of both over all words (Dice). Two empty bags are
// alike.
func Likeness(a, b Bag) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case 0:
			both++
			i++
			j++
		case -1:
			i++
		default:
			j++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
