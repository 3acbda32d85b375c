package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

var lawNumber = &Rule{
	Kind: diag.Kind{ID: "citation/law-form", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6",
		Message: diag.Words{VI: `"{words}": {what}`, EN: `"{words}": {what}`},
		Fix:     diag.Words{VI: "ghi tên luật và ngày ban hành; có ghi số thì ghi đủ: Luật Tố cáo số 25/2018/QH14 ngày 12/6/2018", EN: "write the law's name and date; a number is written in full: Luật Tố cáo số 25/2018/QH14 ngày 12/6/2018"}},
	Title:  diag.Words{VI: "Số của luật", EN: "The number of a law"},
	Reason: diag.Words{VI: `Số của luật gồm số thứ tự, năm và khóa Quốc hội (25/2018/QH14), đứng sau chữ "số", và có ngày; khóa không khớp năm hay ký hiệu của nghị định là ghi nhầm.`, EN: `A law's number holds its year and the National Assembly's term (25/2018/QH14), stands behind "số" and comes with its date; a term of other years or a decree's abbreviation is a slip.`},
	Wrong:  `Thực hiện Luật Tố cáo số 25/2018/NĐ-CP ngày 12/6/2018 của Quốc hội.`,
	Right:  `Thực hiện Luật Tố cáo số 25/2018/QH14 ngày 12/6/2018 của Quốc hội.`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "uật ") {
			return
		}
		for _, m := range numberedLaw.FindAllStringSubmatchIndex(s.Text, -1) {
			so, behind := s.Text[m[2]:m[3]], s.Text[m[1]:]
			what := diag.Words{}
			term := ""
			if m[8] >= 0 {
				term = s.Text[m[8]:m[9]]
			}
			switch {
			case term == "":
				what = diag.Words{VI: "ký hiệu này không phải của luật (QH và khóa)", EN: "this is no law's abbreviation (QH and the term)"}
			case s.Text[m[6]:m[7]] != "QH"+term:
				what = diag.Words{VI: "có khoảng trắng trong số", EN: "there is a blank inside the number"}
			case !sat(term, s.Text[m[4]:m[5]]):
				what = diag.Words{VI: "khóa Quốc hội không khớp với năm", EN: "the term of the National Assembly is not of that year"}
			case so == "":
				what = diag.Words{VI: `thiếu chữ "số"`, EN: `the word "số" is missing`}
			case so == "số":
				what = diag.Words{VI: `thiếu khoảng trắng sau chữ "số"`, EN: `a blank is missing behind "số"`}
			case s.Passage.Key != "bases" && !datedLaw.MatchString(behind):
				what = diag.Words{VI: "thiếu ngày ban hành", EN: "its date is missing"}
			default:
				continue
			}
			s.report(m[0], m[1], "words", s.Text[m[0]:m[1]]).saying("what", what)
		}
	},
}

var (
	// numberedLaw is a law with its name and number: "số", the year, what stands behind it, the term.
	numberedLaw = pattern.Of(`(?:Bộ l|L)uật \p{Lu}[\p{L}, ]{1,90}? (số ?|)\d{1,3}/(\d{4})/((?:QH ?(\d{1,2})|NĐ-CP|QĐ ?\d{1,2}|NQ-CP|TT-\p{Lu}+))`)
	datedLaw    = pattern.Of(`^,? (?:được Quốc hội [^.;]{0,60})?(?:ngày|năm) \d|^\)`)
)

// sat tells whether a National Assembly sat in a year.
func sat(term, year string) bool {
	n, _ := strconv.Atoi(term)
	y, _ := strconv.Atoi(year)
	years := map[int][2]int{10: {1997, 2002}, 11: {2002, 2007}, 12: {2007, 2011}, 13: {2011, 2016}, 14: {2016, 2021}, 15: {2021, 2026}, 16: {2026, 2031}}
	span, known := years[n]
	return !known || span[0] <= y && y <= span[1]
}
