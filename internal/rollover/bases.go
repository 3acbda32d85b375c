package rollover

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// The years by which this plan's work is measured, or that it is about, though they lie behind: they go with the plan.

var (
	// carriedOver is what stands before a year from which money or work was carried over: vốn kéo dài năm 2023, hồ sơ tồn đọng năm 2023.
	carriedOver = pattern.Of(`(?i)(?:^|\s)(?:(?:kéo dài|chuyển nguồn|chuyển tiếp|chuyển sang|kết dư|kết chuyển|tồn đọng|còn tồn|tồn|còn dư|tồn dư|số dư)(?:\s+(?:từ|của|ngân sách|kinh phí|nguồn|vốn|quỹ|dự toán|thực hiện|xã|tạm ứng|các)){0,4}|chưa (?:hoàn thành|thực hiện|giải ngân|sử dụng|giải quyết)(?: hết)?(?: trong)?(?: của)?)\s+(?:năm\s+)?$`)
	// comparedTo compares without so với: tăng gấp đôi năm 2023, không vượt quá năm 2023.
	comparedTo = pattern.Of(`(?i)(?:^|\s)(?:gấp (?:đôi|[\d,]+ lần|hai lần|ba lần)|vượt(?: quá)?|bằng|ngang|như|so)\s+(?:mức\s+)?(?:của\s+)?(?:cùng kỳ\s+)?năm\s+$`)
	// risingFrom and risingTo stand around the year from which a figure rises or falls: từ 41,2% năm 2023 xuống còn 35%.
	risingFrom = pattern.Of(`(?i)(?:^|\s)từ (?:mức )?[\d.,]+\s?(?:%|\p{L}+(?: \p{L}+){0,3})\s+(?:(?:vào |của )?(?:cuối |đầu )?năm\s+)?$`)
	risingTo   = pattern.Of(`(?i)^\s*\)?,?\s*(?:giảm |tăng )?(?:xuống|lên|còn|đến)\s`)
	// carriedOn stands behind it: nguồn vốn năm 2023 chuyển sang.
	carriedOn = pattern.Of(`(?i)^\s+(?:được (?:phép )?)?(?:kéo dài|(?:\p{L}+ )?bù|chuyển nguồn|chuyển tiếp|chuyển sang|kết chuyển|còn (?:lại|dư|nợ|thiếu))(?:[\s,.;]|$)`)
)

// isBase tells whether the year before the plan's own is what this plan's work is measured by or about, and goes with it: "giảm 5% so với
// năm 2023", "quyết toán ngân sách năm 2023", "vốn năm 2023 chuyển sang" in a plan of 2024. Where the sentence reports, it is history.
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
	case clue == "quyết toán", carriedOver.MatchString(s.line.Text[around.From:y.From]), carriedOn.MatchString(s.line.Text[y.To:around.To]):
		return true
	case risingFrom.MatchString(s.line.Text[around.From:y.From]) && risingTo.MatchString(s.line.Text[y.To:around.To]):
		return true
	case !strings.HasPrefix(clue, "so với") && !strings.HasSuffix(clue, "hơn") && !comparedTo.MatchString(s.line.Text[around.From:y.From]):
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

var bornBefore = pattern.Of(`(?i)(?:^|\s)sinh\s+(?:từ|trong|vào|khoảng|các|ngày|năm|đến|hết|và|[\s\d/,-])*$`)

// atBirth is said of what is told of births: tỷ số giới tính khi sinh năm 2023.
var atBirth = pattern.Of(`(?i)(?:^|\s)(?:khi|sau|trước|tỷ lệ|tỉ lệ|mức|số ca)\s+sinh\s`)

// isBorn tells whether a year is one in which those were born whom this year's work is for: công dân sinh năm 2007 are called up in the
// plan of 2024, those of 2009 in that of 2026. 27 is the age up to which one can be (Luật Nghĩa vụ quân sự 2015, Điều 30).
func (s sentence) isBorn(y phrase.YearAt) bool {
	before := s.line.Text[s.around(y.Span).From:y.From]
	return y.Year >= s.from-27 && y.Year < s.from && bornBefore.MatchString(before) && !atBirth.MatchString(before)
}
