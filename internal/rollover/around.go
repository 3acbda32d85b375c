package rollover

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/phrase"
)

// What the words around a year tell of it, beyond its sense in its own phrase.

// openClauses are the stretches of which the words can't tell whether they belong to the document cited before them.
func openClauses(found []phrase.Phrase) []phrase.Span {
	var open []phrase.Span
	for _, f := range found {
		if f.Kind == phrase.Document && f.Document.MayGoOn.Given() {
			open = append(open, f.Document.MayGoOn)
		}
	}
	return open
}

// acrossYears are the stretches of time that began in the year before the plan's own: từ ngày 15/12/2023 đến ngày 14/02/2024. To move one end
// of them alone would be wrong.
func (d *drafter) acrossYears(text string, found []phrase.Phrase) []phrase.Span {
	var across []phrase.Span
	ofOneYear := func(f phrase.Phrase, year int) bool {
		return (f.Kind == phrase.Date || f.Kind == phrase.Year) && len(f.Years) == 1 && f.Years[0].Year == year
	}
	for i := 1; i < len(found); i++ {
		if before, f := found[i-1], found[i]; ofOneYear(before, d.from-1) && ofOneYear(f, d.from) && upTo.MatchString(text[before.To:f.From]) {
			across = append(across, phrase.Span{From: before.From, To: f.To})
		}
	}
	return across
}

var upTo = regexp.MustCompile(`^\s*(?:đến|tới|sang|qua|-|–)\s*(?:hết\s*)?$`)

// doers did something.
const doers = `(?i)(?:^|\s)(?:xã|phường|thôn|dân|ubnd|hđnd|ban|trường|đơn vị|địa phương|ngành|trạm|công an|hội|đoàn|công chức|ủy|uỷ|bộ|tỉnh|huyện)\s+(?:đã|vừa)`

var (
	// deedDone is what follows a year of which something is reported, or a date of such a day.
	deedDone = regexp.MustCompile(doers + `\s`)
	// doneBefore is what goes before it.
	doneBefore = regexp.MustCompile(doers + `\s[^,;:.]*$`)
	// issued is a document that was issued on that day.
	issued = regexp.MustCompile(`(?i)(?:^|\s)(?:ban hành|ký)\s[\p{L}\s]{0,120}?số\s*\d+\s?[/-]`)
	befell = regexp.MustCompile(`(?i)(?:^|\s)xảy ra\s+\d`)
	// isTheYear tells which year of something it is: năm 2024 là năm thứ tư thực hiện Nghị quyết.
	isTheYear = regexp.MustCompile(`^,?\s+là năm\s`)
	// notYearly are what is not held every year, or is counted: Tổng điều tra, Đại hội, Hội thi lần thứ III năm 2024.
	notYearly = regexp.MustCompile(`(?i)(?:lần thứ [\p{L}\d]+|(?:tổng điều tra|tổng kiểm kê|kiểm kê đất đai|bầu cử|đại hội)[^,;:.]*)[\s,]+năm\s+$`)
	// issuedWith ties a name to a document behind it: Kế hoạch … năm 2024 (ban hành kèm theo Quyết định số …).
	issuedWith = regexp.MustCompile(`(?i)^[\s,(]*(?:đã\s+)?(?:được\s+)?(?:ban hành|phê duyệt|công bố|giao)\s+(?:kèm theo|tại|theo|kèm)\s+\p{L}+(?:\s\p{L}+)*\s+(?:số\s+)?\d`)
)

// reports tells whether the sentence tells of the plan's own year as of a fact: what was done or befell in it, which year of
// something it is, what is not held in every year, or a document that was issued for it.
func (s sentence) reports(y phrase.YearAt) bool {
	around := s.around(y.Span)
	before, behind := s.line.Text[around.From:y.From], s.line.Text[y.To:around.To]
	return doneBefore.MatchString(before) || notYearly.MatchString(before) ||
		deedDone.MatchString(behind) || befell.MatchString(behind) || isTheYear.MatchString(behind) || issuedWith.MatchString(behind) || issued.MatchString(behind)
}

var (
	weekdayBefore = regexp.MustCompile(`(?i)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|chúa nhật)(?: \p{L}+){0,2}[ ,(]*$`)
	weekdayBehind = regexp.MustCompile(`(?i)^\s*[(,]\s*(?:vào\s+)?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|chúa nhật|tức|nhằm)`)
	// lunarFeast are the feasts of the lunar calendar, which fall on another day every year.
	lunarFeast = regexp.MustCompile(`Tết Nguyên đán|Tết cổ truyền|Tết Trung thu|giao thừa|tất niên|Giỗ Tổ|Vu lan|Phật đản|âm lịch`)
)

// onOtherDay tells whether a date stands beside the name of its weekday, or with a feast of the lunar calendar: in another year it is
// another day.
func (s sentence) onOtherDay(f phrase.Phrase) bool {
	around := s.around(f.Span)
	return f.Date.Lunar || weekdayBefore.MatchString(s.line.Text[around.From:f.From]) || weekdayBehind.MatchString(s.line.Text[f.To:around.To]) ||
		f.Date.Day > 0 && lunarFeast.MatchString(around.In(s.line.Text))
}

// isYearEnd tells whether a target is the end of a year: đến hết năm 2024, đến cuối năm 2024.
func (s sentence) isYearEnd(y phrase.YearAt) bool {
	before := strings.ToLower(s.line.Text[y.Clue.From:y.From])
	return strings.Contains(before, "hết") || strings.Contains(before, "cuối")
}

var (
	doneWords = regexp.MustCompile(`(?i)(?:^|[\s,(])(?:đã|kết quả|đạt được|vừa qua|ước đạt|ước thực hiện)(?:[\s,.:;)]|$)`)
	aimWords  = regexp.MustCompile(`(?i)(?:^|[\s,(])(?:phấn đấu|kéo giảm|kiềm chế|ít nhất|tối thiểu|chỉ tiêu|mục tiêu|trở lên|tiếp tục)(?:[\s,.:;)]|$)`)
)

// isBase tells whether the year before the plan's own is what this plan's work is measured by or about, and goes with it: "giảm 5% so với
// năm 2023", "quyết toán ngân sách năm 2023" in a plan of 2024. Where the sentence reports, it is history.
func (s sentence) isBase(y phrase.YearAt) bool {
	if y.Year != s.from-1 {
		return false
	}
	clue := strings.ToLower(y.Clue.In(s.line.Text))
	around := s.around(y.Span)
	words := around.In(s.line.Text)
	switch {
	case doneWords.MatchString(s.line.Text[around.From:max(y.Clue.From, around.From)]), doneWords.MatchString(s.line.Text[y.To:around.To]):
		return false
	case clue == "quyết toán":
		return true
	case !strings.HasPrefix(clue, "so với") && !strings.HasSuffix(clue, "hơn"):
		return false
	case aimWords.MatchString(words):
		return true
	}
	for _, at := range digits.FindAllStringIndex(words, -1) {
		if n, _ := strconv.Atoi(words[at[0]:at[1]]); n < s.from && around.From+at[0] != y.From { // năm 2023 giảm 5% so với năm 2022
			return false
		}
	}
	return !strings.Contains(clue, "cùng kỳ")
}

// isAim tells whether the plan's own year is compared with as that of an aim: đạt 100% so với kế hoạch năm 2024.
func (s sentence) isAim(y phrase.YearAt) bool {
	before := strings.ToLower(s.line.Text[y.Clue.From:max(y.From, y.Clue.From)])
	return strings.HasPrefix(before, "so với") && (strings.Contains(before, "kế hoạch") || strings.Contains(before, "chỉ tiêu") || strings.Contains(before, "dự toán"))
}

// isCohort tells whether a year is one in which those were born whom this year's work is for: công dân sinh năm 2007 are called up in the
// plan of 2024, those of 2009 in that of 2026. 27 is the age up to which one can be (Luật Nghĩa vụ quân sự 2015, Điều 30).
func (s sentence) isCohort(y phrase.YearAt) bool {
	return y.Sense == phrase.Past && strings.EqualFold(y.Clue.In(s.line.Text), "sinh") && y.Year >= s.from-27 && y.Year < s.from
}

// reach bounds how far around a year its sentence is read, in bytes.
const reach = 600

// around is the sentence in which a stretch stands, as far as semicolons and full stops tell.
func (s sentence) around(at phrase.Span) phrase.Span {
	whole := phrase.Span{From: max(at.From-reach, 0), To: min(at.To+reach, len(s.line.Text))}
	for _, end := range []string{"; ", ". ", ";\n", ".\n"} {
		if i := strings.LastIndex(s.line.Text[whole.From:at.From], end); i >= 0 {
			whole.From += i + len(end)
		}
		if i := strings.Index(s.line.Text[at.To:whole.To], end); i >= 0 {
			whole.To = at.To + i
		}
	}
	return whole
}
