package registry

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/vi"
)

// key is a number or name as it is compared: NFC, small letters, no marks but those that part the figures of a number, no zeros before
// a figure. "61/2023/NĐ- CP" and "61/2023/nđ-cp" are one number; "Luật Thực hiện Dân chủ ở cơ sở" and "Luật thực hiện dân chủ ở cơ sở"
// one name, whether ủy or uỷ is written in it.
func key(s string) string {
	var b strings.Builder
	begins := true // a figure would begin here
	for _, r := range norm.NFC.String(s) {
		switch r = unicode.ToLower(r); {
		case r == 'ð': // the Icelandic letter, which looks like đ in capitals
			r = 'đ'
		case r == '\u2010' || r == '\u2011' || r == '–' || r == '—':
			r = '-'
		}
		switch {
		case r == '0' && begins:
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '/' || r == '-':
			b.WriteRune(r)
		}
		begins = !unicode.IsDigit(r)
	}
	return vi.OneTone(b.String())
}

// cutYear cuts the year off a name: "Luật Đất đai năm 2013", "Luật Đất đai 2013". The year is 0 where none stands.
func cutYear(name string) (string, int) {
	fields := strings.Fields(name)
	if len(fields) < 2 {
		return name, 0
	}
	year := 0
	for _, c := range fields[len(fields)-1] {
		if c < '0' || c > '9' || year > 9999 {
			return name, 0
		}
		year = year*10 + int(c-'0')
	}
	fields = fields[:len(fields)-1]
	if strings.EqualFold(fields[len(fields)-1], "năm") {
		fields = fields[:len(fields)-1]
	}
	return strings.Join(fields, " "), year
}
