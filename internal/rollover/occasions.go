package rollover

import (
	"slices"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// What is not held every year (đại hội, bầu cử, tổng điều tra), or is counted (lần thứ): its year does not go with the plan's.

// census are surveys that the state makes every five or ten years.
const census = `tổng (?:điều tra|kiểm kê|rà soát)|kiểm kê (?:đất đai|rừng)|số liệu kiểm kê được|thời điểm (?:điều tra|kiểm kê)|bản đồ hiện trạng sử dụng đất|điều tra,? (?:dân số|giữa kỳ|[^;:.]{0,60}(?:dân tộc thiểu số|giữa kỳ))|thực trạng kinh tế - xã hội`

var (
	// notYearly is such an occasion right before its year.
	notYearly = pattern.Of(`(?i)(?:lần thứ [\p{L}\d]+[^,;:.]{0,40}|(?:` + census + `)[^;:.]*|(?:bầu cử|đại hội|sắp xếp (?:các )?(?:đơn vị|thôn|xã|tổ)|sáp nhập|chia tách|lấy phiếu tín nhiệm)[^,;:.]*)[\s,]+(?:trong |vào )?năm\s+$`)
	// congress is one before a day or month of it.
	congress = pattern.Of(`(?i)(?:đại hội|bầu cử|lấy phiếu tín nhiệm|` + census + `|lần thứ [IVXL]+[\s,])[^;.]*$`)
	// everySoMany is what is done once in some years: theo kỳ 05 năm một lần.
	everySoMany = pattern.Of(`(?i)(?:^|\s)(?:theo kỳ|định kỳ|chu kỳ)\s+(?:0?[2-9]|[1-9]\d|hai|ba|bốn|năm|mười)\s+năm(?:\s|$|[,;.])`)

	// counted tells which one it is.
	counted = pattern.Of(`(?:[Đđ]ại hội|[Hh]ội (?:thi|diễn|thao|trại|khỏe)|[Ll]iên hoan|[Nn]gày hội|[Gg]iải|[Cc]uộc thi|[Ll]ễ hội|[Hh]ội nghị (?:điển hình|gặp mặt)|[Nn]gày (?:truyền thống|thành lập|sinh|[Tt]oàn dân))[^,;:.()]*?\slần thứ ([IVXL]+|\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:[\s,.;:)”"]|$)`)
	// countKept is said of one that is over, or not this plan's.
	countKept = pattern.Of(`(?i)nghị quyết|văn kiện|thành công|kết quả|toàn quốc|của đảng|phương châm|tinh thần`)
)

// occasions asks about the count of an occasion that this plan holds: Đại hội Thể dục thể thao xã lần thứ VIII.
func (s sentence) occasions() {
	for _, m := range counted.FindAllStringSubmatchIndex(s.line.Text, -1) {
		at, around := phrase.Span{From: m[2], To: m[3]}, s.around(phrase.Span{From: m[0], To: m[1]})
		if words := around.In(s.line.Text); !insideDocument(at, s.found) && !countKept.MatchString(words) && !doneWords.MatchString(words) && s.isOfOwnYear(around) {
			s.entry(rareCount, Decide, at, "")
		}
	}
}

// isOfOwnYear tells whether a stretch names no year but the plan's own or the next one.
func (s sentence) isOfOwnYear(at phrase.Span) bool {
	first, _ := slices.BinarySearchFunc(s.found, at.From, func(f phrase.Phrase, from int) int { return f.From - from })
	for _, f := range s.found[first:] {
		if f.To > at.To {
			break
		}
		ofStage := f.Kind == phrase.Period && f.Period != phrase.Term // đại hội thi đua yêu nước giai đoạn 2020-2025
		if !ofStage && slices.ContainsFunc(f.Years, func(y phrase.YearAt) bool { return y.Year < s.from }) {
			return false
		}
	}
	return true
}

// isRare tells whether a year is that of an occasion which is not held every year.
func (s sentence) isRare(y phrase.YearAt) bool {
	around := s.around(y.Span)
	return s.outside(notYearly, s.line.Text[around.From:y.From], around.From) || everySoMany.MatchString(around.In(s.line.Text)) || overlaps(around, s.terms)
}

// termsBegun are the terms of office that begin in the plan's year or the next: a sentence with one speaks of the election, bầu trưởng thôn
// nhiệm kỳ 2024-2027.
func (d *drafter) termsBegun(found []phrase.Phrase) []phrase.Span {
	var terms []phrase.Span
	for _, f := range found {
		if f.Kind == phrase.Period && f.Period == phrase.Term && (f.Years[0].Year == d.from || f.Years[0].Year == d.from+1) {
			terms = append(terms, f.Span)
		}
	}
	return terms
}
