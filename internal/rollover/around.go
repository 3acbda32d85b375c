package rollover

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/phrase"
)

// What the words around a year tell of it, beyond its sense in its own phrase.

// openPlaces are the stretches of which the words can't tell whether a year in them goes with the plan: what may as well belong to a
// document cited before it, and a stretch of time that began in the year before (từ ngày 15/12/2023 đến ngày 14/02/2024).
func (d *drafter) openPlaces(text string, found []phrase.Phrase) []phrase.Span {
	var open []phrase.Span
	for i, f := range found {
		if f.Kind == phrase.Document && f.Document.MayGoOn.Given() {
			open = append(open, f.Document.MayGoOn)
		}
		if i == 0 || f.Kind != phrase.Date || found[i-1].Kind != phrase.Date || len(f.Years) == 0 || len(found[i-1].Years) == 0 {
			continue
		}
		if before := found[i-1]; before.Years[0].Year == d.from-1 && f.Years[0].Year == d.from && upTo.MatchString(text[before.To:f.From]) {
			open = append(open, phrase.Span{From: before.From, To: f.To})
		}
	}
	return open
}

var upTo = regexp.MustCompile(`^\s*(?:đến|tới|-|–)\s*(?:hết\s*)?$`)

var (
	// deedDone is what follows a year of which something is reported, or a date of such a day.
	deedDone = regexp.MustCompile(`(?i)(?:^|\s)(?:xã|phường|thôn|dân|ubnd|hđnd|ban|trường|đơn vị|địa phương|ngành|trạm|công an|hội|đoàn|công chức|ủy|uỷ|bộ|tỉnh|huyện) đã\s`)
	befell   = regexp.MustCompile(`(?i)(?:^|\s)xảy ra\s+\d`)
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
	behind := s.line.Text[y.To:s.around(y.Span).To]
	return deedDone.MatchString(behind) || befell.MatchString(behind) || isTheYear.MatchString(behind) || issuedWith.MatchString(behind) ||
		notYearly.MatchString(s.line.Text[s.around(y.Span).From:y.From])
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
