package rollover

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// Figures that stand for good: nobody gives them anew for another year.

var (
	// limitUnit is the unit of a limit that the law sets, which is nobody's target: 50 km/h, 0 mg/l, 50 cm3.
	limitUnit = pattern.Of(`(?i)^(?:km/(?:h|giờ)|m?g/\S+|m?g|mi-?li-?gam|mm|cm3|cm³|cc|kV|tồn tại|cửa)$`)
	// perMany is said before the number of those of whom a rate tells how many: 109 bé trai trên 100 bé gái.
	perMany = pattern.Of(`(?i)\d\s(?:\p{L}+\s){1,3}(?:trên|/)\s?$`)
	round   = pattern.Of(`^1(?:0|00|\.000|0\.000|00\.000)$`)
	// scale is that of a map: tỷ lệ 1/500.
	scale = pattern.Of(`^1/[\d.]{3,}$`)
	// distanceBefore is said before a distance or height that holds for good: cách nguồn nước 100 m, mực nước trên 2,5 m.
	distance       = pattern.Of(`^(?:k?m|cm|mét)$`)
	distanceBefore = pattern.Of(`(?i)(?:^|\s)(?:cách|khoảng cách|mực nước|độ cao|chiều cao|lượng mưa)\s(?:[^\s,;.]+\s+){0,6}$`)

	// lawBefore is said before a measure of the law: a threshold, a coefficient, a fine: được thông qua khi có trên 50% cử tri tán thành, hệ số 1,5.
	lawBefore = pattern.Of(`(?i)(?:^|\s)(?:(?:khi|nếu) có\s+(?:từ |trên |ít nhất |quá |tối thiểu )?|hệ số\s+|mức (?:xử )?phạt (?:tiền )?(?:là |từ )?(?:[\d.]+ đồng đến )?)$`)

	// sloganBefore is what a slogan is called, right before its figure: phương châm 4 tại chỗ, nguyên tắc 3 công khai.
	sloganBefore = pattern.Of(`(?i)(?:^|\s)(?:phương châm|phong trào|cuộc vận động|nguyên tắc|khẩu hiệu|phương thức)\s+$`)
	// shortUnit is a figure of one digit and one syllable.
	shortUnit = pattern.Of(`^0?\d \p{L}{1,6}$`)
	// toEach is said before the one that each has: mỗi công chức phụ trách 1 thôn.
	toEach = pattern.Of(`(?i)(?:^|[\s,(])(?:mỗi|từng)\s[^,;.:]{1,60}$`)
	asking = pattern.Of(`(?i)(?:ít nhất|tối thiểu|từ|thêm|đạt|phấn đấu)\s(?:[^,;.:]{0,12}\s)?$`)

	// partsOfPolicy are what a policy is divided into; their count goes with the policy: 03 nhiệm vụ đột phá, 3 Chương trình mục tiêu quốc gia.
	partsOfPolicy = pattern.Of(`(?i)^\d+\s+(?:khâu đột phá|đột phá|trụ cột|tiểu dự án|dự án thành phần|nội dung thành phần|nhóm (?:tiêu chí|giải pháp|nhiệm vụ|đối tượng|nội dung|chỉ tiêu)|` +
		`(?:nhiệm vụ|giải pháp|lĩnh vực|nội dung|chương trình|mục tiêu|công tác|khâu)(?:,? (?:nhiệm vụ|giải pháp|và)){0,2} (?:đột phá|trọng tâm|trọng điểm|chủ yếu|then chốt|cơ bản|mục tiêu quốc gia|MTQG|cải cách|chuyên đề)|` +
		`chương trình MTQG|buổi/ngày|chiều (?:thiếu hụt|nghèo)|chỉ số (?:thiếu hụt|đo lường)|dịch vụ xã hội cơ bản|dân tộc|tỉnh, thành|nguyên tắc|tiêu chuẩn|chức năng|bước|cấp độ|quyền|điều (?:đảng viên|quy định))(?:[\s,.;:)]|$)`)
	// criteria are those of a policy where allCriteria goes before them, or criteriaOf behind, not those that were reached: giảm cả 03 tiêu chí,
	// bộ 19 tiêu chí, 8 tiêu chí của cuộc vận động.
	criteria    = pattern.Of(`(?i)^\d+\s+(?:tiêu chí|mặt)(?:[\s,.;:)]|$)`)
	allCriteria = pattern.Of(`(?i)(?:^|\s)(?:cả|bộ|đủ|đầy đủ|theo|các|trong|nhóm|thực hiện)\s+$`)
	criteriaOf  = pattern.Of(`(?i)^\d+\s+tiêu chí(?: (?:về|của|trong|thuộc) (?:cuộc vận động|phong trào|bộ |chương trình|bộ tiêu chí|tai nạn)|:)`)
	// keptUp is said of criteria that were reached before, which are those of the policy still: giữ vững 19 tiêu chí.
	keptUp    = pattern.Of(`(?i)(?:^|\s)(?:giữ vững|duy trì|giữ|rà soát|đánh giá)\s(?:[^\d,;.:]{0,40}\s)?$`)
	reachedBy = pattern.Of(`(?i)(?:^|\s)(?:đạt|thêm|tăng|hoàn thành|lên|còn)\s(?:[^,;.:]{0,12}\s)?$`)

	// perBirth is a norm that medicine sets: khám thai ít nhất 4 lần trong thai kỳ.
	perBirth = pattern.Of(`(?i)^\d+\s+(?:(?:mũi|liều)\s[^,;.]*(?:trước khi sinh|mang thai|có thai|trong thai kỳ)|lần\s*(?:/|trong (?:suốt )?|mỗi )\s*(?:thai kỳ|thời kỳ mang thai|lần mang thai|lần sinh|tuần đầu))`)
	// dose is what is given in full: tiêm đủ 02 mũi.
	dose   = pattern.Of(`(?i)^\d+\s+(?:mũi|liều|loại|lần|bước|thành phần)(?:[\s,.;:)]|$)`)
	inFull = pattern.Of(`(?i)(?:^|\s)(?:đủ|đầy đủ)\s+(?:cả\s+)?$`)
	atMost = pattern.Of(`(?i)(?:^|\s)(?:không quá|không vượt quá|không được quá|tối đa không quá)\s+$`)
	// aimed is said of what is no limit of custom though it is one of number: giảm xuống không quá 5 vụ, but đám cưới không quá 40 mâm.
	aimed = pattern.Of(`(?i)(?:^|\s)(?:phấn đấu|giảm|hạ|xuống|kéo|kiềm chế|xảy ra|còn)(?:[\s,.;]|$)`)
	// fileBefore is said of the papers that an application must hold: hồ sơ gồm 02 bản chính.
	fileBefore = pattern.Of(`(?i)(?:hồ sơ|giấy tờ)\s+(?:bao gồm|gồm có|gồm)\s[^;.]*$`)
	papers     = pattern.Of(`(?i)^\d+\s+(?:bản|bộ|tờ|ảnh|giấy|trang|phiếu)(?:[\s,.;:)]|$)`)
	// boundBefore is said before a figure that a bound makes a norm where the sentence names the law that sets it.
	boundBefore = pattern.Of(`(?i)(?:^|\s)(?:từ|ít nhất|tối thiểu|không quá|tối đa|đủ)\s+(?:là\s+)?$`)
	byLaw       = pattern.Of(`(?:[Tt]heo|[Ll]uật|[Qq]uy định (?:tại|của))\s+(?:quy định (?:của|tại) )?(?:Bộ luật|Luật|Nghị định|Thông tư|Pháp lệnh|Điều lệ|Điều \d|khoản \d)`)
)

// stands tells whether a figure stands for good: a limit, a norm, the parts of a policy, a figure in a name or slogan, a number in words
// that no money is.
func (s sentence) stands(f phrase.Phrase, quoted bool) bool {
	text := s.line.Text
	number, unit := f.Quantity.Number, f.Quantity.Unit.In(text)
	around := s.around(f.Span)
	before, from := text[around.From:number.From], text[number.From:around.To]
	switch first, _ := utf8.DecodeRuneInString(number.In(text)); {
	case limitUnit.MatchString(unit), scale.MatchString(number.In(text)), round.MatchString(number.In(text)) && perMany.MatchString(before), distance.MatchString(unit) && distanceBefore.MatchString(before), lawBefore.MatchString(before):
		return true
	case f.Quantity.Sort != phrase.Count && !strings.HasPrefix(unit, "lần"):
		return f.Quantity.Sort == phrase.Measure && (quoted || !unicode.IsDigit(first))
	case quoted, !unicode.IsDigit(first):
		return true
	}
	return isNamed(before, from, f.In(text)) || isPart(before, from) || isNorm(before, from, around.In(text))
}

// isNamed tells whether a figure belongs to a slogan or a phrase that is set.
func isNamed(before, from, words string) bool {
	return sloganBefore.MatchString(before) && shortUnit.MatchString(words) || strings.HasPrefix(from, "1 ") && toEach.MatchString(before) && !asking.MatchString(before)
}

// isPart tells whether a figure counts the parts of a policy.
func isPart(before, from string) bool {
	if reachedBy.MatchString(before) {
		return false
	}
	return partsOfPolicy.MatchString(from) || criteriaOf.MatchString(from) || (allCriteria.MatchString(before) || keptUp.MatchString(before)) && criteria.MatchString(from)
}

// isNorm tells whether a figure is a norm of medicine, of custom or of a law that the sentence names.
func isNorm(before, from, sentence string) bool {
	return perBirth.MatchString(from) || inFull.MatchString(before) && dose.MatchString(from) || atMost.MatchString(before) && !aimed.MatchString(before) ||
		fileBefore.MatchString(before) && papers.MatchString(from) || boundBefore.MatchString(before) && !aimed.MatchString(before) && byLaw.MatchString(sentence)
}
