// Package bodies knows the bodies and posts (cơ quan, chức danh) that are no more under their name, and what took their work.
//
// In comes a text; out come the places in it that name one, with what it is called today, since when and by what document. What is
// called by its unit ("Phòng Nội vụ huyện Sơn Tây") is package territory's; here are names that stand alone. It knows no plan:
// whether a citation may keep the name of its day is for who asks.
package bodies

import (
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

// A Former is a body or post that is no more under its name.
type Former struct {
	Name  string
	Today string // empty: it was a department of the district, whose work is divided
	Since string // the day of the change, or its month, as an office writes it: "01/7/2025"
	By    string // the document that says so
}

// former are those that a commune's plan names. Longer names stand before those they begin with.
var former = []Former{
	// Departments of the district, which a commune's plan names without the district.
	{"Phòng Nội vụ", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Lao động - Thương binh và Xã hội", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Tài chính - Kế hoạch", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Nông nghiệp và Phát triển nông thôn", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Tài nguyên và Môi trường", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Giáo dục và Đào tạo", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Văn hóa và Thông tin", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Văn hóa - Thông tin", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Kinh tế và Hạ tầng", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Nông nghiệp và Môi trường", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Tư pháp", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Dân tộc", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
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
	// The same, as they are abbreviated.
	{"Phòng LĐ-TB&XH", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Nông nghiệp và PTNT", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Phòng Tài nguyên & Môi trường", "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"},
	{"Bộ Nông nghiệp và PTNT", "Bộ Nông nghiệp và Môi trường", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Bộ LĐ-TB&XH", "Bộ Nội vụ", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Môi trường", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở NN&PTNT", "Sở Nông nghiệp và Môi trường", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở Tài nguyên & Môi trường", "Sở Nông nghiệp và Môi trường", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở LĐ-TB&XH", "Sở Nội vụ", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Sở TT&TT", "Sở Khoa học và Công nghệ", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "02/2025", "Kết luận 121-KL/TW"},
	{"Ban Dân vận Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "02/2025", "Kết luận 121-KL/TW"},
}

// A Mention is a place in a text that names a former body.
type Mention struct {
	phrase.Span
	Former
}

// formerNames are the names of former with the tone marks of one style.
var formerNames = func() (names []string) {
	for _, b := range former {
		names = append(names, plainTones(b.Name))
	}
	return names
}()

// Find finds the former bodies that a text names, whatever the style of its tone marks (hoá, hóa): those of a longer name first. Their
// first letter may be small, as in "các công chức Tư pháp - Hộ tịch"; all in small letters they are a kind of work.
func Find(text string) []Mention {
	text = plainTones(text)
	found := posts(text)
	for k, b := range former {
		name := formerNames[k]
		_, first := utf8.DecodeRuneInString(name)
		for from := first; from < len(text); {
			i := strings.Index(text[from:], name[first:])
			if i < 0 {
				break
			}
			m := Mention{phrase.Span{From: from + i - first, To: from + i - first + len(name)}, b}
			from += i + len(name)
			if strings.EqualFold(text[m.From:m.From+first], name[:first]) && m.Whole(text) {
				found = append(found, m)
			}
		}
	}
	return found
}

// Why says why the body is named in vain.
func (b Former) Why() diag.Words {
	if b.Today == "" {
		return diag.Words{VI: b.Name + " là phòng của cấp huyện, không còn từ " + b.Since + " (" + b.By + ")",
			EN: b.Name + " was a department of the district, which ended on " + b.Since + " (" + b.By + ")"}
	}
	return diag.Words{VI: "từ " + b.Since + " việc này thuộc " + b.Today + " (" + b.By + ")",
		EN: "since " + b.Since + " this is the work of " + b.Today + " (" + b.By + ")"}
}

// plainTones makes the two styles of tone marks one (hoá, hóa). Offsets hold where a letter keeps its length; where one does not,
// the text stays as it is.
func plainTones(s string) string {
	if one := vi.OneTone(s); len(one) == len(s) {
		return one
	}
	return s
}
