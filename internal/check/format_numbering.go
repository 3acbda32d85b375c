package check

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

var handNumber = &Rule{
	Kind: diag.Kind{ID: "format/hand-number", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6đ",
		Message: diag.Words{VI: `số thứ tự "{words}" ghi tay, in ra sẽ thành hai số`, EN: `"{words}" is numbered by hand and would be printed with two numbers`},
		Fix:     diag.Words{VI: "bỏ số ấy, chương trình tự đánh số", EN: "drop it: the program numbers"}},
	Title:  diag.Words{VI: "Không đánh số bằng tay trong tiêu đề và nội dung", EN: "No numbers by hand in headings and items"},
	Reason: diag.Words{VI: "Mục, khoản, điểm được đánh số khi in theo Phụ lục I, mục II.6đ; số ghi tay vừa thừa vừa dễ nhảy số khi thêm bớt. Muốn tự đánh số thì ghi mark: none.", EN: "Divisions are numbered when they are printed, by Annex I, II.6đ; numbers by hand stand there twice and jump when something is added. With mark: none an item keeps its own."},
	Wrong:  "1. Tuyên truyền, vận động Nhân dân tham gia.",
	Right:  "Tuyên truyền, vận động Nhân dân tham gia.",
	sentence: func(s *Sentence) {
		o := ordinalOf(s)
		if o.text == "" || !s.First {
			return
		}
		switch in := s.Passage.In.(type) {
		case *plan.Section:
			if s.Passage.Key != "heading" {
				return
			}
		case *plan.Item:
			if in.Mark == "none" || s.Passage.Key == "after" || s.Passage.Key == "text" && in.Heading.Given() || s.Passage.Key == "output" {
				return
			}
		case *plan.Role:
			if s.Passage.Key != "heading" && s.Passage.Key != "name" {
				return
			}
		default:
			return
		}
		s.mend(0, o.length, "", "words", o.text)
	},
}

// An ordinal is a number written by hand at the beginning of a line: "II.", "2.", "b)".
type ordinal struct {
	text   string
	style  byte // 'I', '1' or 'a'
	value  int
	length int // with the blank behind it
}

var handWritten = pattern.Of(`^(?:([IVX]+)\.|(\d{1,2})[.)]|([a-zđ])\)) `)

func ordinalOf(s *Sentence) ordinal {
	if i := strings.IndexByte(s.Text, ' '); i < 2 || i > 6 { // most lines: no need to look closer
		return ordinal{}
	}
	m := handWritten.FindStringSubmatch(s.Text)
	if m == nil {
		return ordinal{}
	}
	o := ordinal{text: strings.TrimSpace(m[0]), length: len(m[0])}
	switch {
	case m[1] != "":
		o.style = 'I'
		o.value = vi.OfRoman(m[1])
	case m[2] != "":
		o.style = '1'
		o.value, _ = strconv.Atoi(m[2])
	default:
		o.style = 'a'
		for i, letter := range vi.Letters {
			if letter == m[3] {
				o.value = i + 1
			}
		}
	}
	if o.value == 0 {
		return ordinal{}
	}
	return o
}

// next is what follows an ordinal.
func (o ordinal) next() string {
	mark := o.text[len(o.text)-1:]
	switch {
	case o.style == 'I':
		return vi.Roman(o.value+1) + mark
	case o.style == '1':
		return strconv.Itoa(o.value+1) + mark
	case o.value < len(vi.Letters):
		return vi.Letters[o.value] + mark
	}
	return ""
}

var numberJump = &Rule{
	Kind: diag.Kind{ID: "format/number-jump", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6đ",
		Message: diag.Words{VI: `sau "{before}" là "{words}", không phải "{expected}"`, EN: `behind "{before}" stands "{words}", not "{expected}"`},
		Fix:     diag.Words{VI: "sửa lại số thứ tự, hoặc để chương trình đánh số", EN: "mend the number, or let the program number"}},
	Title:  diag.Words{VI: "Số thứ tự không nhảy, không lặp", EN: "Numbers neither jump nor repeat"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.6đ: phần, mục, khoản, điểm theo số thứ tự, điểm theo bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g …). Đánh số bằng tay thì dễ có II, II, IV.", EN: "Annex I, II.6đ: divisions are numbered in order, điểm by the Vietnamese alphabet (a, b, c, d, đ, e, g …). By hand one soon writes II, II, IV."},
	Wrong: `sections:
  - heading: NỘI DUNG
    text: |-
      1. Tuyên truyền trên hệ thống truyền thanh.
      2. Vận động Nhân dân tham gia.
      4. Tổng kết, rút kinh nghiệm.
  - duties_of: [van-phong]
`,
	Right: `sections:
  - heading: NỘI DUNG
    text: |-
      1. Tuyên truyền trên hệ thống truyền thanh.
      2. Vận động Nhân dân tham gia.
      3. Tổng kết, rút kinh nghiệm.
  - duties_of: [van-phong]
`,
	whole: func(l *Look) {
		last := map[string]ordinal{} // by where the lines stand and how they are numbered
		for i := range l.Sentences {
			s := &l.Sentences[i]
			o := ordinalOf(s)
			if o.text == "" {
				continue
			}
			siblings := parentOf(s.Passage.Path, s.First) + string(o.style)
			before, follows := last[siblings]
			if follows && o.value != before.value+1 && o.value != 1 && before.next() != "" {
				s.report(0, len(o.text), "before", before.text, "words", o.text, "expected", before.next())
			}
			last[siblings] = o
		}
	},
}

// parentOf is the path of what holds a text and its neighbours in one list; lines of one text are neighbours of each other only.
func parentOf(path string, first bool) string {
	parts := strings.Split(path, ".")
	if !first || len(parts) < 3 {
		return path
	}
	return strings.Join(parts[:len(parts)-2], ".")
}

var headingCapitals = &Rule{
	Kind: diag.Kind{ID: "format/heading", Severity: diag.Note, Clause: "NĐ 30 PL I, V.6b",
		Message: diag.Words{VI: `tiêu đề mục "{words}" chưa in hoa`, EN: `the heading "{words}" is not in capitals`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Tiêu đề mục I, II in hoa", EN: "Headings of mục I, II in capitals"},
	Reason: diag.Words{VI: "Phụ lục I, bảng ở mục V, ô 6b: I. NHỮNG KẾT QUẢ… in hoa, đứng, đậm.", EN: "Annex I, table of part V, row 6b: I. NHỮNG KẾT QUẢ… in upright bold capitals."},
	Wrong:  "sections:\n  - heading: Nội dung thực hiện\n    text: Tuyên truyền, vận động Nhân dân.\n  - duties_of: [van-phong]\n",
	Right:  "sections:\n  - heading: NỘI DUNG THỰC HIỆN\n    text: Tuyên truyền, vận động Nhân dân.\n  - duties_of: [van-phong]\n",
	sentence: func(s *Sentence) {
		if _, ok := of[*plan.Section](s, "heading"); ok && s.Plan.Numbering != "decimal" {
			s.capitals()
		}
	},
}

var headingEnd = &Rule{
	Kind: diag.Kind{ID: "format/heading-end", Severity: diag.Note,
		Message: diag.Words{VI: `tiêu đề "{words}" {fault}`, EN: `the heading "{words}" {fault}`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:  diag.Words{VI: "Tiêu đề cùng cấp: cùng có hoặc cùng không có dấu hai chấm", EN: "Headings of a level all with a colon, or all without"},
	Reason: diag.Words{VI: "Không điều khoản nào quy định; lẫn hai cách trong một danh sách thì người đọc thấy ngay.", EN: "No clause says which; a list that mixes both looks careless."},
	Wrong:  colons("Văn phòng HĐND và UBND:", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
	Right:  colons("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
	whole:  mixedColons,
}

var (
	colonAlone   = diag.Words{VI: "có dấu hai chấm, tiêu đề khác cùng cấp không có", EN: "has a colon, others of its level have none"}
	colonMissing = diag.Words{VI: "thiếu dấu hai chấm mà tiêu đề khác cùng cấp có", EN: "lacks the colon that others of its level have"}
)

// mixedColons compares the headings under which the duties of roles are printed.
func mixedColons(l *Look) {
	printed := map[string]bool{}
	for _, section := range l.Plan.Sections {
		for _, id := range section.DutiesOf {
			printed[id.Text] = true
		}
	}
	var with, without []*Sentence
	for i := range l.Sentences {
		s := &l.Sentences[i]
		role, ok := s.Passage.In.(*plan.Role)
		if !ok || !s.First || !printed[role.ID.Text] || s.Passage.Key != "heading" && (s.Passage.Key != "name" || role.Heading.Given()) {
			continue
		}
		if strings.HasSuffix(s.Text, ":") {
			with = append(with, s)
		} else {
			without = append(without, s)
		}
	}
	switch {
	case len(with) == 0 || len(without) == 0:
	case len(with) <= len(without):
		for _, s := range with {
			s.mendAround(0, len(s.Text), len(s.Text)-1, len(s.Text), "", "words", s.Text, "right", strings.TrimSuffix(s.Text, ":")).saying("fault", colonAlone)
		}
	default:
		for _, s := range without {
			if s.Passage.Key == "heading" {
				s.mendAround(0, len(s.Text), len(s.Text), len(s.Text), ":", "words", s.Text, "right", s.Text+":").saying("fault", colonMissing)
				continue
			}
			s.report(0, len(s.Text), "words", s.Text, "right", s.Text+":").saying("fault", colonMissing) // the name stands elsewhere too
		}
	}
}

// colons is an example of roles under headings.
func colons(headings ...string) string {
	roles, of := "roles:\n", []string{}
	for i, heading := range headings {
		id := []string{"van-phong", "kinh-te", "van-hoa"}[i]
		roles += "  - id: " + id + "\n    name: " + strings.TrimRightFunc(heading, unicode.IsPunct) + "\n"
		if strings.HasSuffix(heading, ":") {
			roles += "    heading: '" + heading + "'\n"
		}
		roles += "    duties:\n      - text: " + []string{"Theo dõi, tổng hợp chung.", "Bố trí kinh phí thực hiện.", "Tuyên truyền trên hệ thống truyền thanh."}[i] + "\n"
		of = append(of, id)
	}
	return roles + "sections:\n  - heading: NỘI DUNG THỰC HIỆN\n    items:\n      - text: Tuyên truyền, vận động Nhân dân.\n        role: van-phong\n  - duties_of: [" + strings.Join(of, ", ") + "]\n"
}
