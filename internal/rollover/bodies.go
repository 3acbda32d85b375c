package rollover

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
)

// A formerBody (cơ quan, chức danh cũ) is a body or post that is no more under its name, and what took its work.
type formerBody struct {
	name, today string
	since       string // the day of the change
	source      string
}

// formerBodies are those that a commune's plan names. Longer names stand before those they begin with.
var formerBodies = []formerBody{
	// Posts of the commune's civil servants: since the two-tier government a commune has offices, not seven posts.
	{"Công chức Văn phòng - Thống kê", "Văn phòng HĐND và UBND", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Công chức Tài chính - Kế toán", "Phòng Kinh tế", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Công chức Tư pháp - Hộ tịch", "Văn phòng HĐND và UBND", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Công chức Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Công chức Địa chính", "Phòng Kinh tế", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Bộ phận Tiếp nhận và Trả kết quả", "Trung tâm Phục vụ hành chính công", "01/7/2025", "Nghị định 118/2025/NĐ-CP"},
	// Departments of the district, which a commune's plan names without the district.
	{"Phòng Nội vụ", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Lao động - Thương binh và Xã hội", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Tài chính - Kế hoạch", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Nông nghiệp và Phát triển nông thôn", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Tài nguyên và Môi trường", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Giáo dục và Đào tạo", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Văn hóa và Thông tin", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	// Merged ministries and departments of a province.
	{"Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Bộ Giao thông vận tải", "Bộ Xây dựng", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Bộ Tài nguyên và Môi trường", "Bộ Nông nghiệp và Môi trường", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nông nghiệp và Môi trường", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Sở Kế hoạch và Đầu tư", "Sở Tài chính", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở Giao thông vận tải", "Sở Xây dựng", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "02/2025", "Kết luận 121-KL/TW"},
	{"Ban Dân vận Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "02/2025", "Kết luận 121-KL/TW"},
}

// bodies files the former bodies and posts that a sentence names outside of documents; taken are stretches that were looked at.
func (s sentence) bodies(found []phrase.Phrase, taken []phrase.Span) {
	text := plainTones(s.line.Text)
	for _, b := range formerBodies {
		name := plainTones(b.name)
		for from := 0; ; {
			i := strings.Index(text[from:], name)
			if i < 0 {
				break
			}
			at := phrase.Span{From: from + i, To: from + i + len(name)}
			from = at.To
			if !wholeWords(text, at) || overlaps(at, taken) || insideDocument(at, found) {
				continue
			}
			taken = append(taken, at)
			s.entry(oldBody.Saying("body", b.words()), Decide, at, b.today)
		}
	}
}

// words are why a body is named in vain.
func (b formerBody) words() diag.Words {
	if b.today == "" {
		return diag.Words{VI: b.name + " là phòng của cấp huyện, không còn từ " + b.since + " (" + b.source + ")",
			EN: b.name + " was a department of the district, which ended on " + b.since + " (" + b.source + ")"}
	}
	return diag.Words{VI: "từ " + b.since + " việc này thuộc " + b.today + " (" + b.source + ")",
		EN: "since " + b.since + " this is the work of " + b.today + " (" + b.source + ")"}
}

// oldTones writes the tone of oa, oe and uy on the first vowel, as many names here do; the letters have the same length.
var oldTones = strings.NewReplacer("oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe",
	"oẹ", "ọe", "uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy")

// plainTones makes the two styles of tone marks one (hoá, hóa). Offsets hold where a letter keeps its length; where one does not,
// the text stays as it is.
func plainTones(s string) string {
	if one := oldTones.Replace(s); len(one) == len(s) {
		return one
	}
	return s
}

// wholeWords tells whether a stretch neither begins nor ends inside a word.
func wholeWords(text string, at phrase.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at.From])
	after, _ := utf8.DecodeRuneInString(text[at.To:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

func overlaps(at phrase.Span, taken []phrase.Span) bool {
	for _, t := range taken {
		if at.From < t.To && t.From < at.To {
			return true
		}
	}
	return false
}

// insideDocument tells whether a stretch belongs to a document cited.
func insideDocument(at phrase.Span, found []phrase.Phrase) bool {
	for _, f := range found {
		if f.Kind == phrase.Document && at.From < f.To && f.From < at.To {
			return true
		}
	}
	return false
}
