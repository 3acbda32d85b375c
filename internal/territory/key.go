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

// The characters of Vietnamese lie below 0x1F00.
const lettersEnd = 0x1F00

// tones are the combining marks of the tones: huyền, sắc, ngã, hỏi, nặng.
var tones = map[rune]byte{0x300: 1, 0x301: 2, 0x303: 3, 0x309: 4, 0x323: 5}

var letters = sync.OnceValue(makeLetters)

func makeLetters() *[lettersEnd]letter {
	var all [lettersEnd]letter
	for r := rune('0'); r < lettersEnd; r++ {
		switch {
		case !unicode.IsLetter(r) && !isDigitRune(r):
		case r < 0xC0 || r >= 0x300 && r < 0x1E00: // no letters with tones
			all[r].base = unicode.ToLower(r)
		default:
			all[r] = toneless(unicode.ToLower(r))
		}
	}
	return &all
}

// toneless parts a small letter from its tone.
func toneless(r rune) letter {
	var l letter
	var rest []rune
	for _, d := range norm.NFD.String(string(r)) {
		if tone := tones[d]; tone > 0 {
			l.tone = tone
		} else {
			rest = append(rest, d)
		}
	}
	l.base, _ = utf8.DecodeRuneInString(norm.NFC.String(string(rest)))
	return l
}

// appendKey adds the key of a name, which may have any characters, to dst.
func appendKey(dst []byte, name string) []byte {
	start := len(dst)
	for at := 0; at < len(name); {
		from, to := nextWord(name, at)
		if from == to {
			break
		}
		if len(dst) > start {
			dst = append(dst, ' ')
		}
		dst = appendWordKey(dst, name[from:to])
		at = to
	}
	return dst
}

// appendWordKey adds the key of one syllable or number.
func appendWordKey(dst []byte, word string) []byte {
	all := letters()
	start := len(dst)
	var tone byte
	for i, r := range word {
		switch {
		case r < lettersEnd && all[r].base != 0:
			if r == '0' && len(dst) == start && i+1 < len(word) {
				continue
			}
			dst = utf8.AppendRune(dst, all[r].base)
			if all[r].tone > 0 {
				tone = all[r].tone
			}
		case tones[r] > 0:
			tone = tones[r]
		case unicode.Is(unicode.Mn, r):
			dst = composed(dst, r)
		case !isApostrophe(r):
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	dst = spelledOneWay(dst, start)
	if tone > 0 && !isDak(dst[start:]) {
		dst = append(dst, tone)
	}
	return dst
}

// composed puts a combining mark on the last letter: text that came decomposed.
func composed(dst []byte, mark rune) []byte {
	last, size := utf8.DecodeLastRune(dst)
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
func nextWord(s string, at int) (from, to int) {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if inWord(r) {
			break
		}
		at += size
	}
	from = at
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !inWord(r) {
			if !isApostrophe(r) || at == from {
				break
			}
			if next, _ := utf8.DecodeRuneInString(s[at+size:]); !inWord(next) {
				break
			}
		}
		at += size
	}
	return from, at
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	if r < lettersEnd && letters()[r].base != 0 {
		return true
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.IsDigit(r))
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´'
}
func isDigit(c byte) bool     { return c >= '0' && c <= '9' }
func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }
