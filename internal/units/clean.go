package units

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/diag"
)

// repairs counts the cells of one table that were typed in a font of an old encoding.
type repairs struct {
	font  font
	count int
	first string // as converted
	at    diag.Location
}

// peek is a text as clean would give it, without counting or judging.
func (r *repairs) peek(text string) string {
	if mended, ok := r.font.mend(text); ok {
		text = mended
	}
	return tidy(text)
}

// clean is the text of a cell that is written into documents: in NFC, without blanks around it and without characters that
// nobody sees; or what is wrong with it.
func (r *repairs) clean(c cell) (string, *diag.Finding) {
	text := c.text
	if mended, ok := r.font.mend(text); ok {
		if text = mended; r.count == 0 {
			r.first, r.at = short(tidy(mended)), c.Location
		}
		r.count++
	}
	text = tidy(text)
	var wrong diag.Finding
	switch i := strings.IndexFunc(text, refused); {
	case i >= 0 && strings.HasPrefix(text[i:], "\uFFFD"):
		wrong = lostLetters.At(c.Location, "value", short(text))
	case i >= 0:
		character, _ := utf8.DecodeRuneInString(text[i:])
		wrong = controlCell.At(c.Location, "code", fmt.Sprintf("%04X", character))
	case len(text) > maxCell && utf8.RuneCountInString(text) > maxCell:
		wrong = longCell.At(c.Location, "limit", strconv.Itoa(maxCell))
	default:
		return text, nil
	}
	return "", &wrong
}

// refused tells characters that have no place in a text and can't be left out without a word: controls, and letters lost.
func refused(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r == utf8.RuneError || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
}

// tidy brings a text to NFC, makes every blank a blank, and leaves out what has no width: zero-width spaces and joiners, byte
// order marks, soft hyphens, marks of direction.
func tidy(s string) string {
	if plain(s) {
		return strings.TrimSpace(s)
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v':
			return '\n'
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(norm.NFC.String(s))
}

// plain tells a text of printable ASCII, which is tidy but for blanks around it.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// blank tells a text in which nobody sees anything.
func blank(s string) bool { return s == "" || tidy(s) == "" }
