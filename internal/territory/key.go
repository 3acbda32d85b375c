package territory

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Two spellings are one name when their keys are equal. A key has, for each syllable, its letters without tone, then its tone, so
// that it doesn't matter over which vowel the tone is written (Hoà, Hòa); i stands for y where y is the only vowel (Mỹ, Mĩ; Quý,
// Quí), "dak" for the spellings of đắk; case, apostrophes and hyphens fall, zeros before a number too (Phường 03). Syllables are
// parted by one blank.

// A letter is what a character adds to a key: its base letter in small, and its tone, from 1; 0 for none.
type letter struct {
	base rune
	tone byte
}

// An alphabet has the letter at each character.
type alphabet [lettersEnd]letter

// vowels have each its tones behind it: huyền, sắc, ngã, hỏi, nặng.
var vowels = []string{"aàáãảạ", "ăằắẵẳặ", "âầấẫẩậ", "eèéẽẻẹ", "êềếễểệ", "iìíĩỉị", "oòóõỏọ", "ôồốỗổộ", "ơờớỡởợ", "uùúũủụ", "ưừứữửự", "yỳýỹỷỵ"}

// tones are the combining marks of the tones.
var tones = map[rune]byte{0x300: 1, 0x301: 2, 0x303: 3, 0x309: 4, 0x323: 5}

// The letters and digits of Vietnamese lie below lettersEnd.
const lettersEnd = 0x1F00

var letters = sync.OnceValue(func() *alphabet {
	var all alphabet
	for r := rune('0'); r < 0x250; r++ {
		if isDigitRune(r) || unicode.IsLetter(r) {
			all[r].base = unicode.ToLower(r)
		}
	}
	for _, vowel := range vowels {
		base, _ := utf8.DecodeRuneInString(vowel)
		tone := byte(0)
		for _, r := range vowel {
			all[r], all[unicode.ToUpper(r)] = letter{base, tone}, letter{base, tone}
			tone++
		}
	}
	return &all
})

// keyOf is the key of a name.
func keyOf(name string) string { return string(appendKey(nil, name)) }

// appendKey adds the key of a name, which may have any characters, to dst.
func appendKey(dst []byte, name string) []byte {
	start := len(dst)
	all := letters()
	for at := 0; at < len(name); {
		from, to := all.nextWord(name, at)
		if from == to {
			break
		}
		if len(dst) > start {
			dst = append(dst, ' ')
		}
		dst = all.appendWordKey(dst, name[from:to])
		at = to
	}
	return dst
}

// appendWordKey adds the key of one syllable or number.
func (all *alphabet) appendWordKey(dst []byte, word string) []byte {
	start := len(dst)
	var tone byte
	for i, r := range word {
		switch {
		case r < lettersEnd && all[r].base != 0:
			if r == '0' && len(dst) == start && i+1 < len(word) {
				continue
			}
			if base := all[r].base; base < utf8.RuneSelf {
				dst = append(dst, byte(base))
			} else {
				dst = utf8.AppendRune(dst, base)
			}
			if all[r].tone > 0 {
				tone = all[r].tone
			}
		case tones[r] > 0:
			tone = tones[r]
		case unicode.Is(unicode.Mn, r):
			dst = composed(dst, start, r)
		case !isApostrophe(r):
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	if len(dst) == start { // marks without a letter
		return append(dst, '?')
	}
	dst = spelledOneWay(dst, start)
	if tone > 0 && !isDak(dst[start:]) {
		dst = append(dst, tone)
	}
	return dst
}

// composed puts a combining mark on the last letter of dst[start:]: text that came decomposed.
func composed(dst []byte, start int, mark rune) []byte {
	last, size := utf8.DecodeLastRune(dst[start:])
	if size == 0 {
		return dst
	}
	return append(dst[:len(dst)-size], norm.NFC.String(string([]rune{last, mark}))...)
}

// spelledOneWay replaces, in the syllable dst[start:], what may be spelled in two ways.
func spelledOneWay(dst []byte, start int) []byte {
	s := dst[start:]
	if isDak(s) {
		return append(dst[:start], "dak"...)
	}
	if n := len(s); n > 1 && s[n-1] == 'y' {
		onset := s[:n-1]
		if n == 3 && onset[0] == 'q' && onset[1] == 'u' || !hasVowel(onset) {
			s[n-1] = 'i'
		}
	}
	return dst
}

// isDak tells whether a syllable without its tone is one of đắk, đăk, đak.
func isDak(s []byte) bool { return string(s) == "đăk" || string(s) == "đak" || string(s) == "dak" }

func hasVowel(s []byte) bool {
	for _, c := range s {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return true
		}
		if c >= utf8.RuneSelf && c != "đ"[0] && c != "đ"[1] {
			return true
		}
	}
	return false
}

// nextWord is the first run of letters, digits and the apostrophes inside it, from at on; two equal places where there is none.
func (all *alphabet) nextWord(s string, at int) (from, to int) {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if all.inWord(r) {
			break
		}
		at += size
	}
	from = at
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !all.inWord(r) {
			if !isApostrophe(r) || at == from {
				break
			}
			if next, _ := utf8.DecodeRuneInString(s[at+size:]); !all.inWord(next) {
				break
			}
		}
		at += size
	}
	return from, at
}

func (all *alphabet) inWord(r rune) bool {
	if r < lettersEnd && all[r].base != 0 {
		return true
	}
	return r >= utf8.RuneSelf && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.IsDigit(r))
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´'
}
func isDigit(c byte) bool     { return c >= '0' && c <= '9' }
func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }
