package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/wml"
)

// Template looks at a Word document or template (.docx) with the rules of the family template. Its own findings come with those of
// reading it.
func Template(name string, docx []byte) ([]Finding, diag.List) {
	pkg, found := wml.OpenPackage(name, docx)
	if found.Failed() {
		return nil, found
	}
	doc, more := wml.Read(pkg)
	if found = append(found, more...); found.Failed() {
		return nil, found
	}
	var findings []Finding
	seen := map[string]bool{}
	for _, r := range rules {
		if r.word == nil {
			continue
		}
		for _, finding := range r.inWord(name, &wordFile{doc, pkg}) {
			if words := r.ID + finding.Message(diag.English); !seen[words] { // a style is used many times
				seen[words] = true
				findings = append(findings, finding)
			}
		}
	}
	return findings, found
}

// inWord runs one rule on a Word file.
func (r *Rule) inWord(name string, doc *wordFile) (found []Finding) {
	defer onPanic(func(reason string) { found = append(found, r.failure(name, reason)) })
	for _, f := range r.word(doc) {
		found = append(found, Finding{Finding: r.Kind.Saying("fault", f.words).At(diag.Location{File: name}, f.args...), Rule: r})
	}
	return found
}

// A wordFile is a Word file as the rules see it: what was read of it, and its parts.
type wordFile struct {
	*wml.Document
	pkg *wml.Package
}

// A fault is what is wrong with a Word file: facts for the sentence of the rule, or words for its {fault}.
type fault struct {
	args  []string
	words diag.Words
}

func facts(args ...string) fault { return fault{args: args} }

// millimetres is a length as people write it: 12,5 mm.
func millimetres(t wml.Twips) string {
	return strings.Replace(strings.TrimSuffix(fmt.Sprintf("%.1f", float64(t)*25.4/1440), ".0"), ".", ",", 1)
}

var templateMargins = &Rule{
	Kind: diag.Kind{ID: "template/margins", Severity: diag.Error, Clause: "NĐ 30 PL I, I.3",
		Message: diag.Words{VI: "lề {side} {mm} mm, phải từ {from} đến {to} mm", EN: "the {side} margin is {mm} mm; it lies between {from} and {to} mm"},
		Fix:     diag.Words{VI: "sửa trong Word: Layout, Margins", EN: "mend it in Word: Layout, Margins"}},
	Title:  diag.Words{VI: "Lề trang của tệp Word", EN: "Margins of a Word file"},
	Reason: diag.Words{VI: "Phụ lục I, mục I.3: mép trên, mép dưới 20 - 25 mm, mép trái 30 - 35 mm, mép phải 15 - 20 mm. Trang nằm ngang không quy định nên không xét.", EN: "Annex I, I.3: top and bottom 20 - 25 mm, left 30 - 35 mm, right 15 - 20 mm. Of a landscape page nothing is said, and it is not looked at."},
	Wrong:  `<w:pgMar w:top="1134" w:bottom="709" w:left="1701" w:right="850"/>`,
	Right:  `<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="850"/>`,
	word: func(doc *wordFile) (found []fault) {
		for _, s := range doc.Sections {
			if s.Page.Width > s.Page.Height {
				continue
			}
			for _, m := range []struct {
				side     string
				is       wml.Twips
				from, to int
			}{{"trên (top)", s.Page.Top, 20, 25}, {"dưới (bottom)", s.Page.Bottom, 20, 25}, {"trái (left)", s.Page.Left, 30, 35}, {"phải (right)", s.Page.Right, 15, 20}} {
				// Word keeps twips: 20 mm are 1133.9 of them. A tenth of a millimetre is forgiven.
				if mm := float64(m.is) * 25.4 / 1440; mm < float64(m.from)-0.1 || mm > float64(m.to)+0.1 {
					found = append(found, facts("side", m.side, "mm", millimetres(m.is), "from", strconv.Itoa(m.from), "to", strconv.Itoa(m.to)))
				}
			}
		}
		return found
	},
}

var templatePaper = &Rule{
	Kind: diag.Kind{ID: "template/paper", Severity: diag.Error, Clause: "NĐ 30 PL I, I.1",
		Message: diag.Words{VI: "khổ giấy {width} x {height} mm, phải là A4 (210 x 297 mm)", EN: "the paper is {width} x {height} mm; it must be A4 (210 x 297 mm)"},
		Fix:     diag.Words{VI: "sửa trong Word: Layout, Size, A4", EN: "mend it in Word: Layout, Size, A4"}},
	Title:  diag.Words{VI: "Khổ giấy A4", EN: "A4 paper"},
	Reason: diag.Words{VI: "Phụ lục I, mục I.1. Word cài ở nước khác hay để khổ Letter.", EN: "Annex I, I.1. Word installed abroad often means Letter."},
	Wrong:  `<w:pgSz w:w="12240" w:h="15840"/>`,
	Right:  `<w:pgSz w:w="11906" w:h="16838"/>`,
	word: func(doc *wordFile) (found []fault) {
		for _, s := range doc.Sections {
			short, long := min(s.Page.Width, s.Page.Height), max(s.Page.Width, s.Page.Height)
			if short < 11850 || short > 11960 || long < 16780 || long > 16900 {
				found = append(found, facts("width", millimetres(s.Page.Width), "height", millimetres(s.Page.Height)))
			}
		}
		return found
	},
}

var templatePageNumber = &Rule{
	Kind: diag.Kind{ID: "template/page-number", Severity: diag.Error, Clause: "NĐ 30 PL I, I.7",
		Message: diag.Words{VI: "số trang {fault}", EN: "the page number {fault}"},
		Fix:     diag.Words{VI: "trong Word: Insert, Page Number, Top of Page; đặt số trang giữa lề trên, cỡ 13 - 14, không hiện ở trang đầu (Different First Page)", EN: "in Word: Insert, Page Number, Top of Page; in the middle of the top margin, 13 - 14 pt, not on the first page (Different First Page)"}},
	Title:  diag.Words{VI: "Số trang ở giữa lề trên, không hiện ở trang đầu", EN: "The page number in the middle of the top margin, not on page 1"},
	Reason: diag.Words{VI: "Phụ lục I, mục I.7: số trang canh giữa theo chiều ngang trong phần lề trên, cỡ chữ 13 đến 14, kiểu đứng, không hiển thị số trang thứ nhất.", EN: "Annex I, I.7: centred in the top margin, 13 to 14 pt, upright, not shown on the first page."},
	Wrong:  `<w:footerReference …/> → <w:fldSimple w:instr="PAGE"/>`,
	Right:  `<w:headerReference …/> → <w:fldSimple w:instr="PAGE"/>, <w:titlePg/>`,
	word:   pageNumber,
}

func pageNumber(doc *wordFile) (found []fault) {
	say := func(vi, en string) { found = append(found, fault{words: diag.Words{VI: vi, EN: en}}) }
	shown := false
	for i, s := range doc.Sections {
		for _, footer := range [][]wml.Block{s.Footer.Default, s.Footer.First} {
			if p, _ := numberIn(footer); p != nil {
				say("ở lề dưới", "stands in the footer")
				shown = true
			}
		}
		p, field := numberIn(s.Header.Default)
		if p == nil {
			continue
		}
		shown = true
		if p.Align != wml.AlignCenter {
			say("không ở giữa", "is not centred")
		}
		if field.Size < 26 || field.Size > 28 {
			say("cỡ "+points(field.Size)+", phải từ 13 đến 14", "is "+points(field.Size)+" pt; it is 13 to 14")
		}
		first, _ := numberIn(s.Header.First)
		if i == 0 && (!s.TitlePage || first != nil) {
			say("hiện ở trang đầu", "shows on the first page")
		}
	}
	if !shown && doc.needsNumber() && !doc.numberUnread() {
		say("không có, trang 2 trở đi phải có", "is missing; it stands on every page from the second")
	}
	return found
}

// onePage is more letters than stand on a page: 247 mm of lines of 165 mm in the smallest size hold some 3,900.
const onePage = 6000

// needsNumber tells whether a file has a second page, or will have one: a template is filled with plans of any length.
func (doc *wordFile) needsNumber() bool {
	text := strings.Join(paragraphs(doc), "\n")
	return isTemplate(text) || utf8.RuneCountInString(text) > onePage
}

// pageField is the field that shows a page's number, as it is written (ECMA-376, 17.16.5.44).
var pageField = pattern.Of(`(?:w:instr="|<w:instrText[^>]*>)\s*PAGE\b`)

// numberUnread tells whether a header or footer holds the field where it is not read: in a frame of the drawing's.
func (doc *wordFile) numberUnread() bool {
	return slices.ContainsFunc(doc.pkg.Names(), func(name string) bool {
		return (strings.HasPrefix(name, "word/header") || strings.HasPrefix(name, "word/footer")) && pageField.MatchString(string(doc.pkg.Part(name)))
	})
}

// numberIn is the paragraph of a margin that shows the page's number, with the field that does; tables are looked through.
func numberIn(blocks []wml.Block) (*wml.Paragraph, *wml.Field) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *wml.Paragraph:
			for _, in := range b.Inlines {
				if f, ok := in.(*wml.Field); ok && f.Name == "PAGE" {
					return b, f
				}
			}
		case *wml.Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					if p, f := numberIn(cell.Blocks); p != nil {
						return p, f
					}
				}
			}
		}
	}
	return nil, nil
}

func points(size wml.HalfPoints) string {
	return strings.Replace(strconv.FormatFloat(float64(size)/2, 'g', -1, 64), ".", ",", 1)
}

var templateSizes = &Rule{
	Kind: diag.Kind{ID: "template/sizes", Severity: diag.Error, Clause: "NĐ 30 PL I, V",
		Message: diag.Words{VI: `kiểu "{style}" cỡ {size}, phải từ {from} đến {to}`, EN: `style "{style}" is {size} pt; it lies between {from} and {to}`},
		Fix:     diag.Words{VI: "sửa cỡ chữ của kiểu ấy trong Word", EN: "mend the style's size in Word"}},
	Title:  diag.Words{VI: "Cỡ chữ từng thành phần thể thức", EN: "The size of each part"},
	Reason: diag.Words{VI: "Phụ lục I, mục II và bảng ở mục V: Quốc hiệu, tên cơ quan 12 - 13; Tiêu ngữ, địa danh, tên loại, nội dung, người ký 13 - 14; số 13; Nơi nhận 12, danh sách 11. Chỉ xét các kiểu (style) của mẫu đi kèm.", EN: "Annex I, II and the table of V. Only styles of the built-in template are looked at."},
	Wrong:  `<w:style w:styleId="KHSo"> … <w:sz w:val="28"/>`,
	Right:  `<w:style w:styleId="KHSo"> … <w:sz w:val="26"/>`,
	word: func(doc *wordFile) (found []fault) {
		eachText(doc, func(p *wml.Paragraph, t *wml.Text) {
			size, known := sizes[p.Style]
			if known && strings.TrimSpace(t.Text) != "" && (t.Size < size[0]*2 || t.Size > size[1]*2) {
				found = append(found, facts("style", p.Style, "size", points(t.Size), "from", strconv.Itoa(int(size[0])), "to", strconv.Itoa(int(size[1]))))
			}
		})
		return found
	},
}

// sizes are the decree's, in points, by the styles of the built-in template.
var sizes = map[string][2]wml.HalfPoints{
	"KH Quốc hiệu": {12, 13}, "KH Cơ quan chủ quản": {12, 13}, "KH Cơ quan": {12, 13}, "KH Tiêu ngữ": {13, 14}, "KH Số ký hiệu": {13, 13},
	"KH Địa danh, ngày tháng": {13, 14}, "KH Tên loại": {13, 14}, "Title": {13, 14}, "KH Căn cứ": {13, 14}, "KH Lời văn": {13, 14},
	"heading 1": {13, 14}, "heading 2": {13, 14}, "heading 3": {13, 14}, "KH Khoản": {13, 14}, "KH Điểm": {13, 14}, "KH Gạch đầu dòng": {13, 14},
	"KH Dấu cộng": {13, 14}, "KH Lời kết": {13, 14}, "KH Thẩm quyền ký": {13, 14}, "KH Họ tên": {13, 14}, "KH Nơi nhận": {12, 12},
	"KH Danh sách nơi nhận": {11, 11}, "KH Phụ lục": {14, 14}, "KH Tên phụ lục": {13, 14}, "KH Địa chỉ": {11, 12},
}

var templateFont = &Rule{
	Kind: diag.Kind{ID: "template/font", Severity: diag.Error, Clause: "NĐ 30 PL I, I.4",
		Message: diag.Words{VI: `phông chữ "{font}", phải là Times New Roman`, EN: `the font is "{font}"; it must be Times New Roman`},
		Fix:     diag.Words{VI: "sửa phông của kiểu Normal trong Word", EN: "mend the font of the style Normal in Word"}},
	Title:  diag.Words{VI: "Phông Times New Roman", EN: "Times New Roman"},
	Reason: diag.Words{VI: "Phụ lục I, mục I.4: phông chữ tiếng Việt Times New Roman, bộ mã Unicode theo TCVN 6909:2001, màu đen.", EN: "Annex I, I.4: Times New Roman, Unicode by TCVN 6909:2001, black."},
	Wrong:  `<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>`,
	Right:  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>`,
	word: func(doc *wordFile) (found []fault) {
		eachText(doc, func(_ *wml.Paragraph, t *wml.Text) {
			if strings.TrimSpace(t.Text) != "" && t.Font != "" && t.Font != "Times New Roman" {
				found = append(found, facts("font", t.Font))
			}
		})
		return found
	},
}

// eachText visits the text of a document, that of tables too.
func eachText(doc *wordFile, visit func(*wml.Paragraph, *wml.Text)) {
	var blocks func([]wml.Block)
	blocks = func(list []wml.Block) {
		for _, b := range list {
			switch b := b.(type) {
			case *wml.Paragraph:
				for _, in := range b.Inlines {
					if t, ok := in.(*wml.Text); ok {
						visit(b, t)
					}
				}
			case *wml.Table:
				for _, row := range b.Rows {
					for _, cell := range row.Cells {
						blocks(cell.Blocks)
					}
				}
			}
		}
	}
	for _, s := range doc.Sections {
		blocks(s.Blocks)
	}
}
