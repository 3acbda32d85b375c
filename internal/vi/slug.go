package vi

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug is a text as plain letters for a file name: "xã Sơn Tây Hạ" is xa-son-tay-ha.
func Slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if r == 'đ' {
			r = 'd'
		}
		switch {
		case unicode.Is(unicode.Mn, r):
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		default:
			dash = true
		}
	}
	return b.String()
}
