package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// capitals reports a sentence that is not in capitals.
func (s *Sentence) capitals() {
	if right := strings.ToUpper(s.Text); right != s.Text {
		s.mend(0, len(s.Text), right, "words", s.Text, "right", right)
	}
}

var letterhead = &Rule{
	Kind: diag.Kind{ID: "format/letterhead", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.2b",
		Message: diag.Words{VI: `tên cơ quan ở đầu văn bản "{words}" chưa in hoa`, EN: `the agency's name at the head, "{words}", is not in capitals`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Tên cơ quan ở đầu văn bản in hoa", EN: "The agency's name at the head in capitals"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.2b: tên cơ quan ban hành và cơ quan chủ quản trình bày bằng chữ in hoa.", EN: "Annex I, II.2b: the names of the issuing agency and of its superior are in capitals."},
	Wrong:  agencyMark + "letterhead: ỦY BAN NHÂN DÂN xã Sơn Tây Hạ",
	Right:  agencyMark + "letterhead: ỦY BAN NHÂN DÂN XÃ SƠN TÂY HẠ",
	sentence: func(s *Sentence) {
		if _, ok := of[*plan.Agency](s, "letterhead"); ok {
			s.capitals()
		} else if _, ok := of[*plan.Agency](s, "parent"); ok {
			s.capitals()
		} else if _, ok := of[*plan.Agency](s, "collective"); ok {
			s.capitals()
		}
	},
}

var placeOfIssue = &Rule{
	Kind: diag.Kind{ID: "format/place", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.4",
		Message: diag.Words{VI: `địa danh "{words}" phải là tên đơn vị hành chính, các chữ đầu viết hoa, không kèm gì khác`, EN: `the place "{words}" must be the unit's name with its capitals and nothing behind it`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Địa danh: tên đơn vị hành chính, viết hoa chữ đầu", EN: "The place: the unit's name, with capitals"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.4: các chữ cái đầu của địa danh viết hoa; dấu phẩy và ngày, tháng, năm được thêm khi in.", EN: "Annex I, II.4: the first letters of the place are capitals; the comma and the date are added when it is printed."},
	Wrong:  agencyMark + "place: sơn tây Hạ,",
	Right:  agencyMark + "place: Sơn Tây Hạ",
	sentence: func(s *Sentence) {
		if _, ok := of[*plan.Agency](s, "place"); !ok {
			return
		}
		name, _, _ := strings.Cut(s.Text, ",")
		var words []string
		for _, word := range strings.Fields(name) {
			words = append(words, strings.ToUpper(string(firstRune(word)))+word[len(string(firstRune(word))):])
		}
		if right := strings.Join(words, " "); right != s.Text && right != "" {
			s.mend(0, len(s.Text), right, "words", s.Text, "right", right)
		}
	},
}

var title = &Rule{
	Kind: diag.Kind{ID: "format/title", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.5, V.5a",
		Message: diag.Words{VI: `trích yếu thừa "{words}"`, EN: `the title has a needless "{words}"`}, Fix: diag.Words{VI: "bỏ chỗ ấy", EN: "drop it"}},
	Title:    diag.Words{VI: "Trích yếu: một cụm từ, không dấu chấm, không V/v", EN: "The title: a phrase without a full stop, without V/v"},
	Reason:   diag.Words{VI: "Phụ lục I, mục II.5a: trích yếu là một câu ngắn gọn hoặc một cụm từ; II.5b: chữ V/v là của công văn, tên loại đã in ở dòng trên. Không có dấu ở cuối là theo ví dụ ở mục V, ô 5a (Về công tác phòng, chống lụt bão), điều khoản không nói; dấu nháy quanh cả trích yếu cũng vậy.", EN: "Annex I, II.5a: the title is a short sentence or phrase; II.5b: V/v belongs to official letters, and the type stands on the line above. That it ends with no mark, and stands in no quotes, is by the example of V, row 5a; no clause says so."},
	Wrong:    "title: V/v thực hiện công tác dân vận năm {{year}}.",
	Right:    "title: Thực hiện công tác dân vận năm {{year}}",
	sentence: titleOf,
}

func titleOf(s *Sentence) {
	if _, ok := of[*plan.Plan](s, "title"); !ok {
		return
	}
	low := strings.ToLower(s.Text)
	if s.First {
		for _, needless := range []string{"v/v ", "kế hoạch "} {
			if strings.HasPrefix(low, needless) {
				s.report(0, len(needless)-1, "words", s.Text[:len(needless)-1])
			}
		}
	}
	if s.Last {
		switch last := lastRune(s.Text); last {
		case '.', ';', ':', ',':
			s.mend(len(s.Text)-1, len(s.Text), "", "words", string(last))
		}
	}
	if s.First && s.Last && (strings.HasPrefix(s.Text, `"`) && strings.HasSuffix(s.Text, `"`) || strings.HasPrefix(s.Text, "“") && strings.HasSuffix(s.Text, "”") && strings.Count(s.Text, "“") == 1) {
		s.report(0, len(s.Text), "words", string(firstRune(s.Text))+" "+string(lastRune(s.Text)))
	}
}

var numberOfPlan = &Rule{
	Kind: diag.Kind{ID: "format/number", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.3",
		Message: diag.Words{VI: `số văn bản "{words}" {fault}`, EN: `the number "{words}" {fault}`}, Fix: diag.Words{VI: `ghi "{right}"; ký hiệu /KH-… được thêm khi in`, EN: `write "{right}"; the symbol /KH-… is added when it is printed`}},
	Title:  diag.Words{VI: "Số văn bản: chữ số Ả Rập, dưới 10 thêm số 0", EN: "The number: Arabic digits, a zero before those below 10"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.3: số ghi bằng chữ số Ả Rập, số nhỏ hơn 10 phải ghi thêm số 0 phía trước; ký hiệu gồm loại văn bản và cơ quan do chương trình viết.", EN: "Annex I, II.3: Arabic digits, with a zero before numbers below 10; the symbol is written by the program."},
	Wrong:  "number: '5'",
	Right:  "number: '05'",
	whole: func(l *Look) {
		n := l.Plan.Number
		digits, _, more := strings.Cut(n.Text, "/")
		if !n.Given() || strings.Trim(digits, "0123456789") != "" || digits == "" {
			return // a letter behind it is the office's own way: 05a
		}
		fault := diag.Words{VI: "kèm cả ký hiệu", EN: "has the symbol behind it"}
		if len(digits) == 1 {
			digits = "0" + digits
			fault = diag.Words{VI: "thiếu số 0 phía trước", EN: "lacks the zero before it"}
		} else if !more {
			return
		}
		l.report(n.At, "words", n.Text, "right", digits).saying("fault", fault)
	},
}

var agencySuffix = &Rule{
	Kind: diag.Kind{ID: "format/suffix", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.3",
		Message: diag.Words{VI: `chữ viết tắt tên cơ quan "{words}" phải in hoa, viết liền, không kèm KH-`, EN: `the agency's abbreviation "{words}" must be in capitals, without blanks and without KH-`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Ký hiệu cơ quan: chữ hoa, không cách, không kèm loại văn bản", EN: "The agency's abbreviation: capitals, no blanks, no type of document"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.3c: ký hiệu in hoa, giữa các nhóm chữ có gạch nối, không cách chữ; KH- được thêm khi in.", EN: "Annex I, II.3c: capitals, hyphens between groups, no blanks; KH- is added when it is printed."},
	Wrong:  agencyMark + "suffix: KH-ubnd",
	Right:  agencyMark + "suffix: UBND",
	whole: func(l *Look) {
		for _, a := range l.Plan.Issuers {
			right := strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(strings.ReplaceAll(a.Suffix.Text, " ", "")), "/"), "KH-")
			if right != a.Suffix.Text && right != "" {
				l.report(a.Suffix.At, "words", a.Suffix.Text, "right", right)
			}
		}
	},
}
