package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

var dates = &Rule{
	Kind: diag.Kind{ID: "writing/dates", Severity: diag.Note,
		Message: diag.Words{VI: `ngày tháng "{words}" viết khác lệ thường`, EN: `the date "{words}" is not written as is the custom`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:  diag.Words{VI: "Số 0 trước ngày dưới 10 và tháng 1, 2; không thêm ở tháng khác", EN: "A zero before days below 10 and months 1 and 2, before no other month"},
	Reason: diag.Words{VI: "Tập quán, không phải điều khoản: Phụ lục I, mục II.4b chỉ buộc thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2 ở thời gian ban hành (ô số 4), không nói về ngày khác trong văn bản và về tháng 03. Viết mọi ngày theo một cách thì người đọc không phải đoán: 05/3/2026, ngày 05 tháng 3 năm 2026.", EN: "A custom, no clause: Annex I, II.4b wants a zero before days below 10 and months 1 and 2 in the date of issue, and says nothing of other dates or of a month 03. Dates all written in one way leave nothing to guess: 05/3/2026."},
	Wrong:  "Hoàn thành trước ngày 5/03/2026, sơ kết ngày 20 tháng 06 năm 2026.",
	Right:  "Hoàn thành trước ngày 05/3/2026, sơ kết ngày 20 tháng 6 năm 2026.",
	sentence: func(s *Sentence) {
		if strings.ContainsAny(s.Text, "0123456789") && (strings.Contains(s.Text, "ngày ") || strings.Contains(s.Text, "tháng ") || strings.Contains(s.Text, "/")) {
			s.datesIn(s.Text)
		}
	},
}

// A date in figures with its year, and the ways in which one is written in words. What is behind a figure, a slash or a full stop is
// something else: a number, an address.
var (
	shortDate = pattern.Of(`(\d{1,2})( ?[/.-] ?)(\d{1,2})( ?[/.-] ?)(\d{4})`)
	shortYear = pattern.Of(`(?:ngày|trước|sau|đến|từ|hạn) (\d{1,2})/(\d{1,2})/(\d{2})(?:[^\d/]|$)`)
	longDate  = pattern.Of(`ngày (\d{1,2}) tháng (\d{1,2})\b`)
	ofMonth   = pattern.Of(`tháng 0([3-9])((?:/| năm )\d{4})`)
	untilDay  = pattern.Of(`(?:trước|sau|từ|đến|hết|vào|hạn) ngày ([1-9])/(\d{1,2})(?:[^/\d]|$)`)
)

func (s *Sentence) datesIn(text string) {
	for _, m := range shortDate.FindAllStringSubmatchIndex(text, -1) {
		day, month, year := text[m[2]:m[3]], text[m[6]:m[7]], text[m[10]:m[11]]
		mark := strings.TrimSpace(text[m[4]:m[5]])
		if !alone(text, m[0], m[1]) || mark != strings.TrimSpace(text[m[8]:m[9]]) || !isDay(day, month) {
			continue
		}
		if mark != "/" && !strings.HasSuffix(text[:m[0]], "ngày ") {
			continue // 1.2.2026 may be a section
		}
		s.writeDate(m[0], m[1], decreed(day, month)+"/"+year)
	}
	for _, m := range shortYear.FindAllStringSubmatchIndex(text, -1) {
		year, _ := strconv.Atoi("20" + text[m[6]:m[7]])
		near := s.day.Year-5 <= year && year <= s.day.Year+5 // 30/4/75 is of another century
		if day, month := text[m[2]:m[3]], text[m[4]:m[5]]; near && isDay(day, month) {
			s.writeDate(m[2], m[7], decreed(day, month)+"/20"+text[m[6]:m[7]])
		}
	}
	for _, m := range longDate.FindAllStringSubmatchIndex(text, -1) {
		if day, month := text[m[2]:m[3]], text[m[4]:m[5]]; isDay(day, month) {
			day, month, _ := strings.Cut(decreed(day, month), "/")
			s.writeDate(m[0], m[1], "ngày "+day+" tháng "+month)
		}
	}
	for _, m := range ofMonth.FindAllStringSubmatchIndex(text, -1) {
		if behind := strings.TrimRight(text[:m[0]], " "); behind == "" || !isDigit(behind[len(behind)-1]) { // else a part of a long date
			s.writeDate(m[0], m[1], "tháng "+text[m[2]:m[3]]+text[m[4]:m[5]])
		}
	}
	for _, m := range untilDay.FindAllStringSubmatchIndex(text, -1) {
		if day, month := text[m[2]:m[3]], text[m[4]:m[5]]; isDay(day, month) && !lunarBehind.MatchString(onFrom(text, m[5])) {
			s.writeDate(m[2], m[5], decreed(day, month))
		}
	}
}

// writeDate reports a date that is written otherwise than right.
func (s *Sentence) writeDate(from, to int, right string) {
	if words := s.Text[from:to]; words != right {
		s.mend(from, to, right, "words", words, "right", right)
	}
}

// alone tells whether figures are not a part of something longer.
func alone(text string, from, to int) bool {
	return (from == 0 || !strings.ContainsRune("0123456789/.-", rune(text[from-1]))) &&
		(to == len(text) || !strings.ContainsRune("0123456789/", rune(text[to])))
}

func isDay(day, month string) bool {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	return d >= 1 && d <= 31 && m >= 1 && m <= 12
}

// decreed is a day and a month as the decree writes them: 05/3, 20/01.
func decreed(day, month string) string {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	text := strconv.Itoa(m)
	if m <= 2 {
		text = "0" + text
	}
	if d < 10 {
		return "0" + strconv.Itoa(d) + "/" + text
	}
	return strconv.Itoa(d) + "/" + text
}
