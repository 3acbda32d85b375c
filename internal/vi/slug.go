package vi

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug writes a name in the letters that every file system and address takes: "xã Sơn Tây Hạ" is "xa-son-tay-ha", "Ia H'Drai" is
// "ia-hdrai". Marks fall, đ is d, an apostrophe joins, whatever else stands between letters a-z and digits is one hyphen. It is ""
// where nothing is left; whether a system reserves the word (con, nul) is for who names files.
func Slug(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	apart := false
	for _, r := range norm.NFD.String(s) {
		r = unicode.ToLower(r)
		if r == 'đ' {
			r = 'd'
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if apart && b.Len() > 0 {
				b.WriteByte('-')
			}
			apart = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == 'ʼ':
		default:
			apart = true
		}
	}
	return b.String()
}
