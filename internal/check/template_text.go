package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/vi"
	"github.com/kehoach/kehoach/internal/wml"
)

// Rules about the words of a finished Word document. A template's words are still to come: it is left alone.

var wordEnding = &Rule{
	Kind: diag.Kind{ID: "template/ending", Severity: diag.Warning, Clause: "NĐ 30 PL III, Mẫu 1.4",
		Message: diag.Words{VI: `văn bản không có dấu kết thúc "./."`, EN: `the document has no closing mark "./."`},
		Fix:     diag.Words{VI: `thêm "./." sau câu cuối cùng của văn bản`, EN: `put "./." behind the last sentence`}},
	Title:  diag.Words{VI: "Văn bản Word kết thúc bằng ./.", EN: "A Word document ends with ./."},
	Reason: diag.Words{VI: "Các mẫu ở Phụ lục III đều kết thúc phần nội dung bằng “./.”. Phụ lục là tệp riêng thì không xét.", EN: "Every model of Annex III ends its text with “./.”. An appendix in a file of its own is left alone."},
	Wrong:  "Các thôn triển khai thực hiện nghiêm túc.",
	Right:  "Các thôn triển khai thực hiện nghiêm túc./.",
	word: func(doc *wordFile) []fault {
		text := strings.Join(paragraphs(doc), "\n")
		if !strings.Contains(text, "Nơi nhận") || isTemplate(text) || strings.Contains(text, "./.") {
			return nil // an appendix may end with a table
		}
		return []fault{{}}
	},
}

var wordArchive = &Rule{
	Kind: diag.Kind{ID: "template/archive", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.9d",
		Message: diag.Words{VI: `dòng "{words}" {fault}`, EN: `the line "{words}" {fault}`},
		Fix:     diag.Words{VI: "ghi Lưu: VT, đơn vị soạn thảo", EN: "write Lưu: VT, then the unit that drafted"}},
	Title:  diag.Words{VI: "Văn bản Word: dòng Lưu bắt đầu bằng VT", EN: "A Word document: Lưu begins with VT"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.9d: dòng cuối cùng của nơi nhận gồm chữ “Lưu”, dấu hai chấm, chữ viết tắt “VT”, dấu phẩy, chữ viết tắt tên đơn vị soạn thảo.", EN: "Annex I, II.9d: the last recipient holds “Lưu”, a colon, the letters “VT”, a comma and the unit that drafted."},
	Wrong:  "- Lưu: VP.",
	Right:  "- Lưu: VT, VP.",
	word: func(doc *wordFile) (found []fault) {
		for _, text := range paragraphs(doc) {
			line := strings.TrimLeft(text, "- ")
			if isTemplate(text) {
				continue
			}
			if list, ok := strings.CutPrefix(line, "Lưu:"); ok {
				units := strings.Split(list, ",")
				for i := range units {
					units[i] = strings.TrimSpace(units[i])
				}
				if wrong, _ := archiveFault(units); wrong.VI != "" {
					found = append(found, fault{facts("words", line).args, wrong})
				}
			} else if strings.HasPrefix(line, "Lưu VT") {
				found = append(found, fault{facts("words", line).args, diag.Words{VI: "thiếu dấu hai chấm sau chữ Lưu", EN: "lacks the colon behind Lưu"}})
			}
		}
		return found
	},
}

var wordNumbers = &Rule{
	Kind: diag.Kind{ID: "template/number-jump", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6đ",
		Message: diag.Words{VI: `sau mục {before} là mục {words} ("{text}")`, EN: `behind mục {before} stands mục {words} ("{text}")`},
		Fix:     diag.Words{VI: "sửa lại số thứ tự", EN: "mend the number"}},
	Title:  diag.Words{VI: "Văn bản Word: số mục không nhảy, không lặp", EN: "A Word document: numbers of mục neither jump nor repeat"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.6đ. Số La Mã gõ tay hay thành II, II, IV khi thêm bớt mục.", EN: "Annex I, II.6đ. Roman numbers typed by hand become II, II, IV when something is added."},
	Wrong:  "II. NỘI DUNG … IV. TỔ CHỨC THỰC HIỆN",
	Right:  "II. NỘI DUNG … III. TỔ CHỨC THỰC HIỆN",
	word: func(doc *wordFile) (found []fault) {
		before := 0
		for _, text := range paragraphs(doc) {
			m := romanHeading.FindStringSubmatch(text)
			if m == nil {
				continue
			}
			n := vi.OfRoman(m[1])
			if before > 0 && n != before+1 && n > 1 {
				found = append(found, facts("before", vi.Roman(before), "words", m[1], "text", text))
			}
			before = n
		}
		return found
	},
}

// romanHeading is the heading of a mục typed by hand: in capitals.
var romanHeading = pattern.Of(`^\s*([IVX]+)\. ?\p{Lu}{2,}`)

// isTemplate tells whether words are still to be filled in.
func isTemplate(text string) bool { return strings.Contains(text, "{{") }

// paragraphs are a document's paragraphs as plain text, those of tables too.
func paragraphs(doc *wordFile) []string {
	var all []string
	var last *wml.Paragraph
	eachText(doc, func(p *wml.Paragraph, t *wml.Text) {
		if p != last {
			all, last = append(all, ""), p
		}
		all[len(all)-1] += t.Text
	})
	return all
}
