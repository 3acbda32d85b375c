// Package bodies knows the bodies and posts (cơ quan, chức danh) that are no more under their name, and what took their work.
//
// In comes a text; out come the places in it that name one, with what it is called today, since when and by what document. What is
// called by its unit ("Phòng Nội vụ huyện Sơn Tây") is package territory's; here are names that stand alone. It knows no plan:
// whether a citation may keep the name of its day is for who asks.
package bodies

import (
	"cmp"
	"slices"
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

// A field (ngành, lĩnh vực) is what ministries, departments of a province and offices of a district were for. Since 01/3/2025 the merged
// ministries and departments, since 01/7/2025 the offices are no more.
type field struct {
	names      []string // as plans write them, the full one first
	ministry   string   // what the ministry (bộ) was merged into; empty where it goes on, or there was none
	department string   // the same of the province's department (sở)
	office     bool     // districts had an office (phòng) for it
}

var fields = []field{
	{[]string{"Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và PTNT", "Nông nghiệp - PTNT", "Nông nghiệp & PTNT", "NN và PTNT", "NN & PTNT", "NN&PTNT", "NNPTNT", "NN-PTNT"},
		"Bộ Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường", true},
	{[]string{"Tài nguyên và Môi trường", "Tài nguyên & Môi trường", "Tài nguyên - Môi trường", "TN&MT", "TN và MT", "TNMT", "TN-MT"},
		"Bộ Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường", true},
	{[]string{"Lao động - Thương binh và Xã hội", "Lao động – Thương binh và Xã hội", "Lao động, Thương binh và Xã hội", "Lao động - Thương binh & Xã hội", "Lao động - TB&XH", "Lao động - TBXH",
		"Lao động-TB&XH", "LĐ-TB&XH", "LĐ-TBXH", "LĐTB&XH", "LĐTBXH", "LĐ, TB&XH"}, "Bộ Nội vụ", "Sở Nội vụ", true},
	{[]string{"Thông tin và Truyền thông", "Thông tin & Truyền thông", "Thông tin - Truyền thông", "TT&TT", "TTTT"}, "Bộ Khoa học và Công nghệ", "Sở Khoa học và Công nghệ", false},
	{[]string{"Kế hoạch và Đầu tư", "Kế hoạch & Đầu tư", "Kế hoạch - Đầu tư", "KH&ĐT", "KHĐT"}, "Bộ Tài chính", "Sở Tài chính", false},
	{[]string{"Giao thông vận tải", "Giao thông Vận tải", "Giao thông - Vận tải", "GTVT"}, "Bộ Xây dựng", "Sở Xây dựng", false},
	{[]string{"Nội vụ"}, "", "", true},
	{[]string{"Tài chính - Kế hoạch", "Tài chính – Kế hoạch", "Tài chính và Kế hoạch", "Tài chính-Kế hoạch", "TC-KH", "TCKH"}, "", "", true},
	{[]string{"Giáo dục và Đào tạo", "Giáo dục & Đào tạo", "Giáo dục - Đào tạo", "GD&ĐT", "GD và ĐT", "GD-ĐT", "GDĐT"}, "", "", true},
	{[]string{"Văn hóa và Thông tin", "Văn hóa - Thông tin", "Văn hóa – Thông tin", "Văn hóa & Thông tin", "VH&TT", "VH-TT", "VHTT"}, "", "", true},
	{[]string{"Kinh tế và Hạ tầng", "Kinh tế - Hạ tầng", "Kinh tế & Hạ tầng", "KT&HT", "KT-HT", "KTHT"}, "", "", true},
	{[]string{"Nông nghiệp và Môi trường", "NN&MT"}, "", "", true},
	{[]string{"Tư pháp"}, "", "", true},
	{[]string{"Dân tộc"}, "", "", true},
	{[]string{"Y tế"}, "", "", true},
}

// others are bodies of another form.
var others = []Former{
	{"Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo", "01/3/2025", "Nghị quyết 176/2025/QH15"},
	{"Tổng cục Thống kê", "Cục Thống kê", "01/3/2025", "Nghị định 29/2025/NĐ-CP"},
	{"Tổng cục Thuế", "Cục Thuế", "01/3/2025", "Nghị định 29/2025/NĐ-CP"},
	{"Ban Dân tộc tỉnh", "Sở Dân tộc và Tôn giáo", "01/3/2025", "Nghị định 45/2025/NĐ-CP"},
	{"Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "02/2025", "Kết luận 121-KL/TW"},
	{"Ban Dân vận Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "02/2025", "Kết luận 121-KL/TW"},
	{"Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", "02/2025", "Kết luận 121-KL/TW"},
	{"Ban Dân vận Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", "02/2025", "Kết luận 121-KL/TW"},
}

// former are all, by the first word of their names.
var former = func() map[string][]Former {
	byHead := map[string][]Former{}
	add := func(b Former) {
		head, _, _ := strings.Cut(plainTones(b.Name), " ")
		byHead[head] = append(byHead[head], b)
	}
	for _, f := range fields {
		for _, name := range f.names {
			if f.ministry != "" {
				add(Former{"Bộ " + name, f.ministry, "01/3/2025", "Nghị quyết 176/2025/QH15"})
			}
			if f.department != "" {
				add(Former{"Sở " + name, f.department, "01/3/2025", "Nghị định 45/2025/NĐ-CP"})
			}
			if f.office {
				add(Former{"Phòng " + name, "", "01/7/2025", "Nghị định 150/2025/NĐ-CP"})
			}
		}
	}
	for _, b := range others {
		add(b)
	}
	return byHead
}()

// A Mention is a place in a text that names a former body.
type Mention struct {
	phrase.Span
	Former
}

// Find finds the former bodies that a text names, whatever the style of its tone marks (hoá, hóa): in order, of two at
// one place the longer first. Their first letter may be small, as in "các công chức Tư pháp - Hộ tịch"; all in small letters they are a kind of work.
func Find(text string) []Mention {
	original := text
	text = plainTones(text)
	found := posts(original, text)
	for head, bodies := range former {
		_, first := utf8.DecodeRuneInString(head)
		for from := first; from < len(text); {
			i := strings.Index(text[from:], head[first:]+" ")
			if i < 0 {
				break
			}
			at := from + i - first
			from += i + len(head) - first
			for _, b := range bodies {
				if m := (Mention{phrase.Span{From: at, To: at + len(b.Name)}, b}); isNamed(text, m) {
					found = append(found, m)
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b Mention) int { return cmp.Or(a.From-b.From, b.To-a.To) })
	return found
}

// isNamed tells whether a body is named where it was looked for.
func isNamed(text string, m Mention) bool {
	name := plainTones(m.Name)
	_, first := utf8.DecodeRuneInString(name)
	return m.To <= len(text) && text[m.From+first:m.To] == name[first:] && strings.EqualFold(text[m.From:m.From+first], name[:first]) && m.Whole(text)
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
