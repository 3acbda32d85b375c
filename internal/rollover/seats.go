package rollover

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/territory"
)

// seatBefore is a body of the district before the bare name of the district: Kho bạc Nhà nước Sơn Tây, Chi cục Thuế khu vực Sơn Hà - Sơn Tây.
var seatBefore = pattern.Of(`(?:^|[\s,;:(])((?:Kho bạc|KBNN|Bảo hiểm xã hội|BHXH|Phòng giao dịch|Ngân hàng Chính sách|NHCSXH|Chi cục|Hạt Kiểm lâm|Trung tâm|T[oò][àa] án|Viện [Kk]iểm sát|` +
	`Công an|Ban Chỉ huy|Liên đoàn Lao động|Phòng|Đội Quản lý thị trường)(?:(?: [-–] | |, )[\p{L}&-]+){0,9}?)\s+$`)

// districtNames are the names of the districts in which a unit of today or of then lay.
func districtNames(home *territory.Unit) []string {
	var names []string
	for _, u := range append([]*territory.Unit{home}, home.Predecessors()...) {
		if u.Parent != nil && u.Parent.Kind.Level() == territory.DistrictLevel {
			names = append(names, u.Parent.Name)
		}
	}
	return names
}

// seats files the bodies that a sentence calls by the name of the district alone, and gives the stretches it looked at with those taken
// before.
func (s sentence) seats(found []phrase.Phrase, taken []phrase.Span) []phrase.Span {
	for _, name := range s.districts {
		for from := 0; ; {
			i := strings.Index(s.line.Text[from:], name)
			if i < 0 {
				break
			}
			before, at := max(from, from+i-reach), phrase.Span{From: from + i, To: from + i + len(name)}
			from = at.To
			m := seatBefore.FindStringSubmatchIndex(s.line.Text[before:at.From])
			if m == nil || longerName(s.line.Text[at.To:]) {
				continue
			}
			at.From = before + m[2]
			if !overlaps(at, taken) && !insideDocument(at, found) {
				taken = append(taken, at)
				s.entry(district, Decide, at, "")
			}
		}
	}
	return taken
}

// longerName tells whether a name goes on in the words behind it: Sơn Tây Hạ.
func longerName(behind string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(behind, " "))
	return unicode.IsUpper(next) || behind != "" && unicode.IsLetter(rune(behind[0]))
}
