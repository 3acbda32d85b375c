package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

var appendixUnnamed = &Rule{
	Kind: diag.Kind{ID: "format/appendix-reference", Severity: diag.Warning, Clause: "NĐ 30 PL I, III.1a",
		Message: diag.Words{VI: `văn bản không nhắc đến phụ lục "{title}"`, EN: `the text does not point to the appendix "{title}"`},
		Fix:     diag.Words{VI: "thêm {{appendix {id}}} vào chỗ cần dẫn", EN: "put {{appendix {id}}} where it belongs"}},
	Title:  diag.Words{VI: "Văn bản có chỉ dẫn về phụ lục", EN: "The text points to its appendices"},
	Reason: diag.Words{VI: "Phụ lục I, mục III.1a: văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó.", EN: "Annex I, III.1a: a document with appendices says so in its text."},
	Wrong:  appendixExample("Rà soát danh sách hộ nghèo của xã."),
	Right:  appendixExample("Rà soát danh sách hộ nghèo của xã theo {{appendix bieu-mau}}."),
	whole: func(l *Look) {
		if len(l.Plan.Appendices) == 0 {
			return
		}
		named := map[*plan.Appendix]bool{}
		spoken := false
		for i := range l.Sentences {
			s := &l.Sentences[i]
			for _, in := range s.inlines {
				named[in.Appendix] = in.Appendix != nil
			}
			spoken = spoken || ownAppendix.MatchString(s.Text)
		}
		for _, a := range l.Plan.Appendices {
			if !named[a] && !spoken {
				l.report(a.Title.At, "title", firstLine(a.Title.Text), "id", a.ID.Text)
			}
		}
	},
}

// ownAppendix is an appendix of this document in words.
var ownAppendix = pattern.Of(`(?i)(?:phụ lục|biểu|bảng)[^.;]{0,20} kèm theo|phụ lục (?:[IVX]+|\d+)|(?:kèm|theo|tại) (?:các )?phụ lục(?: này|$|[.,;)])`)

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

var appendixTitle = &Rule{
	Kind: diag.Kind{ID: "format/appendix-title", Severity: diag.Warning, Clause: "NĐ 30 PL I, III.1b",
		Message: diag.Words{VI: `tên phụ lục "{words}" phải in hoa, không kèm chữ Phụ lục`, EN: `the appendix's title "{words}" must be in capitals, without the word Phụ lục`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Tên phụ lục in hoa, không kèm số thứ tự", EN: "The appendix's title in capitals, without its number"},
	Reason: diag.Words{VI: "Phụ lục I, mục III.1b: tên phụ lục in hoa trên dòng riêng; dòng “Phụ lục I” ở trên do chương trình ghi, một phụ lục thì không đánh số.", EN: "Annex I, III.1b: the title stands in capitals on a line of its own; “Phụ lục I” above it is the program's, and a single appendix has no number."},
	Wrong:  strings.Replace(appendixExample("Rà soát danh sách hộ nghèo theo {{appendix bieu-mau}}."), "BIỂU MẪU", "'Phụ lục 1: Biểu mẫu'", 1),
	Right:  appendixExample("Rà soát danh sách hộ nghèo theo {{appendix bieu-mau}}."),
	sentence: func(s *Sentence) {
		if _, ok := of[*plan.Appendix](s, "title"); !ok {
			return
		}
		right := strings.ToUpper(numbered.ReplaceAllString(s.Text, ""))
		if right != s.Text && right != "" {
			s.mend(0, len(s.Text), right, "words", s.Text, "right", right)
		}
	},
}

var numbered = pattern.Of(`(?i)^phụ lục(?: (?:[IVX]+|\d+))?[:.]? *[-–]? *`)

var appendixNumber = &Rule{
	Kind: diag.Kind{ID: "format/appendix-number", Severity: diag.Warning, Clause: "NĐ 30 PL I, III.1a",
		Message: diag.Words{VI: `"{words}": {fault}`, EN: `"{words}": {fault}`}, Fix: rightCapitals},
	Title:  diag.Words{VI: "Hai phụ lục trở lên đánh số La Mã, một phụ lục không đánh số", EN: "Two or more appendices have Roman numbers, a single one none"},
	Reason: diag.Words{VI: "Phụ lục I, mục III.1a: văn bản có từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã.", EN: "Annex I, III.1a: of two or more, the appendices are numbered in Roman numerals."},
	Wrong:  appendixExample("Rà soát danh sách hộ nghèo theo Phụ lục 1 kèm theo."),
	Right:  appendixExample("Rà soát danh sách hộ nghèo theo Phụ lục kèm theo."),
	sentence: func(s *Sentence) {
		all := len(s.Plan.Appendices)
		if all == 0 || s.Passage.Key == "title" || !strings.Contains(s.Text, "hụ lục ") {
			return
		}
		for _, m := range appendixWritten.FindAllStringSubmatchIndex(s.Text, -1) {
			if rest := s.Text[m[1]:]; rest != "" && !ownBehind.MatchString(rest) {
				continue // of another document
			}
			words, n := s.Text[m[0]:m[1]], s.Text[m[2]:m[3]]
			right, fault := "Phụ lục", diag.Words{VI: "kế hoạch chỉ có một phụ lục nên phụ lục không có số", EN: "the plan has one appendix only, which has no number"}
			if all > 1 {
				if n[0] > '9' {
					continue
				}
				right += " " + vi.Roman(int(n[0]-'0'))
				fault = diag.Words{VI: "số thứ tự của phụ lục là số La Mã", EN: "appendices are numbered in Roman figures"}
			}
			s.mend(m[0], m[1], right, "words", words, "right", right).saying("fault", fault)
		}
	},
}

var (
	appendixWritten = pattern.Of(`[Pp]hụ lục ([1-9]|[IVX]+)\b`)
	ownBehind       = pattern.Of(`^(?: kèm theo| của Kế hoạch này| Kế hoạch này|[.,;)])`)
)

// appendixExample is a plan with one appendix and one item.
func appendixExample(text string) string {
	return "sections:\n  - heading: NỘI DUNG THỰC HIỆN\n    items:\n      - text: " + text + "\n        role: van-phong\n  - duties_of: [van-phong]\n" +
		"appendices:\n  - id: bieu-mau\n    title: BIỂU MẪU\n    text: Họ và tên chủ hộ; số nhân khẩu; hoàn cảnh.\n"
}
