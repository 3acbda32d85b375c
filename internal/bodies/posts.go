package bodies

import (
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// A post of the commune's civil servants (công chức cấp xã) is called by its fields. Nghị định 33/2023/NĐ-CP, Điều 5, had them; plans
// write them with more and less capitals, with the fields of the years before, and abbreviated. Since the two-tier government a commune has
// offices.
var formerPosts = []struct {
	fields string
	today  string
}{
	{post(`Văn phòng`, `thống kê`, `VP-?TK`), "Văn phòng HĐND và UBND"},
	{post(`Tài chính`, `kế toán`, `TC-?KT`), "Phòng Kinh tế"},
	{post(`Tư pháp`, `hộ tịch`, `TP-?HT`), "Văn phòng HĐND và UBND"},
	{post(`Văn hóa`, `xã hội`, `VH-?XH`), "Phòng Văn hóa - Xã hội"},
	{post(`Lao động`, `(?:thương binh|TB&XH|TBXH)`, `LĐ-?TB&?XH`), "Phòng Văn hóa - Xã hội"},
	{post(`Địa chính`, `(?:nông nghiệp|xây dựng|đô thị|môi trường|giao thông|thủy lợi|tài nguyên|NN|XD|MT|ĐT)`, `ĐC(?:-?(?:NN|XD|MT|ĐT)(?:&MT)?)+`), "Phòng Kinh tế"},
}

// post matches the fields of a post: the first, which has a capital, with any of the others behind it, as Địa chính - Nông nghiệp - Xây
// dựng và Môi trường; or short for them. Of some the first is enough.
func post(first, others, short string) string {
	more := `(?i:(?:\s?[-–]\s?|,\s|\s(?:và|&)\s)` + others + `)`
	count := `+`
	switch first {
	case `Địa chính`, `Tư pháp`, `Văn hóa`:
		count = `*`
	}
	return plainTones(`(?:` + first + more + count + `(?i:\svà (?:xã hội|môi trường))?|` + short + `)`)
}

// servants are the words before a post, and before several of them: công chức Tư pháp - Hộ tịch, các công chức: Văn phòng - Thống kê, ….
const servants = `[Cc]ông chức(?:\sphụ trách)?:?\s`

var (
	anyPost = func() string {
		var all []string
		for _, p := range formerPosts {
			all = append(all, p.fields)
		}
		return strings.Join(all, `|`)
	}()
	postList = pattern.Of(servants + `(?:(?:` + anyPost + `)(?:\sxã)?(?:,\s|;\s|\svà\s)?)+`)
	onePost  = pattern.Of(`(?:` + servants + `)?(?:` + anyPost + `)`)
	isPost   = func() (all []*pattern.Pattern) {
		for _, p := range formerPosts {
			all = append(all, pattern.Of(p.fields))
		}
		return all
	}()
)

// posts finds the posts that a text names, each of a list for itself; plain is the text with tone marks of one style.
func posts(text, plain string) []Mention {
	var found []Mention
	for _, list := range postList.FindAllStringIndex(plain, -1) {
		for _, at := range onePost.FindAllStringIndex(plain[list[0]:list[1]], -1) {
			span := phrase.Span{From: list[0] + at[0], To: list[0] + at[1]}
			if !span.Whole(plain) {
				continue
			}
			for k, p := range isPost {
				if p.MatchString(span.In(plain)) {
					found = append(found, Mention{span, Former{Name: span.In(text), Today: formerPosts[k].today, Since: "01/7/2025", By: "Nghị định 150/2025/NĐ-CP"}})
					break
				}
			}
		}
	}
	return found
}
