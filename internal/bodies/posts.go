package bodies

import (
	"regexp"

	"github.com/kehoach/kehoach/internal/phrase"
)

// A post of the commune's civil servants (công chức cấp xã) is called by its fields. Nghị định 33/2023/NĐ-CP, Điều 5, had them; plans
// write them with more and less capitals, and with the fields of the years before. Since the two-tier government a commune has offices.
var formerPosts = []struct {
	fields *regexp.Regexp
	today  string
}{
	{post(`Văn phòng`, `thống kê`), "Văn phòng HĐND và UBND"},
	{post(`Tài chính`, `kế toán`), "Phòng Kinh tế"},
	{post(`Tư pháp`, `hộ tịch`), "Văn phòng HĐND và UBND"},
	{post(`Văn hóa`, `xã hội`), "Phòng Văn hóa - Xã hội"},
	{post(`Lao động`, `thương binh`), "Phòng Văn hóa - Xã hội"},
	{post(`Địa chính`, `(?:nông nghiệp|xây dựng|đô thị|môi trường|giao thông|thủy lợi|tài nguyên)`), "Phòng Kinh tế"},
}

// post matches a post by its first field, which has a capital, with any of the others behind it: Công chức Địa chính - Nông nghiệp - Xây
// dựng và Môi trường. Of a post of one field only, that of Địa chính, the first is enough.
func post(first, others string) *regexp.Regexp {
	more := `(?i:(?:\s?[-–]\s?|,\s|\s(?:và|&)\s)` + others + `)`
	count := `+`
	if first == `Địa chính` {
		count = `*`
	}
	return regexp.MustCompile(plainTones(`[Cc]ông chức ` + first + more + count + `(?i:\svà (?:xã hội|môi trường))?`))
}

// posts finds the posts that a text names.
func posts(text string) []Mention {
	var found []Mention
	for _, p := range formerPosts {
		for _, at := range p.fields.FindAllStringIndex(text, -1) {
			if span := (phrase.Span{From: at[0], To: at[1]}); span.Whole(text) {
				found = append(found, Mention{span, Former{Name: span.In(text), Today: p.today, Since: "01/7/2025", By: "Nghị định 150/2025/NĐ-CP"}})
			}
		}
	}
	return found
}
