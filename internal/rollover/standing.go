package rollover

import (
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// Figures that stand for good: nobody gives them anew for another year.

var (
	// limitUnit is the unit of a limit that the law sets, which is nobody's target: 50 km/h, 0 mg/l.
	limitUnit = pattern.Of(`(?i)^(?:km/h|m?g/\S+|m?g|tồn tại)$`)

	// sloganBefore is what a slogan is called, right before its figure: phương châm 4 tại chỗ, cuộc vận động 5 không, 3 sạch.
	sloganBefore = pattern.Of(`(?i)(?:^|\s)(?:phương châm|phong trào|cuộc vận động|nguyên tắc|khẩu hiệu|phương thức)\s+$`)
	// shortUnit is a figure of one digit and one syllable.
	shortUnit = pattern.Of(`^0?\d \p{L}{1,6}$`)

	// partsOfPolicy are what a policy is divided into; their count goes with the policy: 03 nhiệm vụ đột phá, 3 Chương trình mục tiêu quốc gia.
	partsOfPolicy = pattern.Of(`(?i)^\d+\s+(?:khâu đột phá|đột phá|trụ cột|tiểu dự án|dự án thành phần|nội dung thành phần|nhóm (?:tiêu chí|giải pháp|nhiệm vụ|đối tượng|nội dung|chỉ tiêu)|` +
		`(?:nhiệm vụ|giải pháp|lĩnh vực|nội dung|chương trình|mục tiêu|công tác|khâu)(?:,? (?:nhiệm vụ|giải pháp|và)){0,2} (?:đột phá|trọng tâm|trọng điểm|chủ yếu|then chốt|cơ bản|mục tiêu quốc gia|MTQG|cải cách|chuyên đề)|` +
		`chương trình MTQG|chiều (?:thiếu hụt|nghèo)|chỉ số (?:thiếu hụt|đo lường)|dịch vụ xã hội cơ bản|dân tộc|tỉnh, thành|nguyên tắc|tiêu chuẩn|chức năng|cấp độ|cấp|vùng|chữ|điều (?:đảng viên|quy định))(?:[\s,.;:)]|$)`)
	// allCriteria is said of criteria that are there, not of those that were reached: giảm cả 03 tiêu chí, bộ 19 tiêu chí.
	allCriteria = pattern.Of(`(?i)(?:^|\s)(?:cả|bộ|đủ|đầy đủ|theo|các|trong|nhóm)\s+$`)
	criteria    = pattern.Of(`(?i)^\d+\s+(?:tiêu chí|mặt)(?:[\s,.;:)]|$)`)

	// atMost makes of a figure a limit, where the sentence aims at nothing: đám cưới không quá 40 mâm.
	atMost   = pattern.Of(`(?i)(?:^|\s)(?:không quá|không vượt quá|không được quá|tối đa không quá)\s+$`)
	aimedFor = pattern.Of(`(?i)(?:^|\s)(?:phấn đấu|giảm|hạ|xuống|kéo|kiềm chế|xảy ra|còn)(?:[\s,.;]|$)`)

	// boundBefore is said before a figure that a bound makes a norm where the sentence names the law that sets it.
	boundBefore = pattern.Of(`(?i)(?:^|\s)(?:từ|ít nhất|tối thiểu|không quá|tối đa|đủ)\s+(?:là\s+)?$`)
	byLaw       = pattern.Of(`(?:[Tt]heo|[Ll]uật|[Qq]uy định (?:tại|của))\s+(?:quy định (?:của|tại) )?(?:Bộ luật|Luật|Nghị định|Thông tư|Pháp lệnh|Điều lệ|Điều \d|khoản \d)`)

	// normBehind is what a figure is a norm for that medicine or law sets: khám thai ít nhất 4 lần trong thai kỳ.
	normBehind = pattern.Of(`(?i)^\s*(?:/|trong (?:suốt )?|mỗi |trên )\s*(?:thai kỳ|thời kỳ mang thai|lần mang thai|lần sinh)`)
)

// stands tells whether a figure stands for good: a limit of the law, a norm, the parts of a policy, a figure in a name or slogan, a number in
// words that no money is.
func (s sentence) stands(f phrase.Phrase, quoted bool) bool {
	text := s.line.Text
	if limitUnit.MatchString(f.Quantity.Unit.In(text)) {
		return true
	}
	if f.Quantity.Sort == phrase.Money || f.Quantity.Sort == phrase.Percent {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(f.Quantity.Number.In(text)); quoted || !unicode.IsDigit(first) {
		return true
	}
	around := s.around(f.Span)
	before, from, behind := text[around.From:f.Quantity.Number.From], text[f.Quantity.Number.From:around.To], text[f.To:around.To]
	switch {
	case sloganBefore.MatchString(before) && shortUnit.MatchString(f.In(text)):
		return true
	case partsOfPolicy.MatchString(from), allCriteria.MatchString(before) && criteria.MatchString(from):
		return true
	case atMost.MatchString(before) && !aimedFor.MatchString(before):
		return true
	case boundBefore.MatchString(before) && byLaw.MatchString(around.In(text)):
		return true
	}
	return normBehind.MatchString(behind)
}
