package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

var weekdays = &Rule{
	Kind:   diag.Kind{ID: "writing/capitals-weekdays", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.8c", Message: wrongCapitals, Fix: rightCapitals},
	Title:  diag.Words{VI: "Thứ trong tuần viết hoa", EN: "Weekdays with a capital"},
	Reason: diag.Words{VI: "Phụ lục II, mục V.8c: tên ngày trong tuần viết hoa chữ chỉ ngày khi không dùng chữ số (thứ Hai, thứ Tư). Chỉ báo khi chắc là ngày, không phải thứ tự.", EN: "Annex II, V.8c: the word that names the day has a capital (thứ Hai, thứ Tư). Only where it is a day for certain, and no ordinal."},
	Wrong:  "Tiếp công dân vào thứ năm hằng tuần.",
	Right:  "Tiếp công dân vào thứ Năm hằng tuần.",
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "thứ ") && !strings.Contains(s.Text, "chủ nhật") || strings.Contains(s.Text, "thứ nhất") {
			return
		}
		told := map[int]bool{}
		tell := func(from, to int) {
			if !told[from] {
				told[from] = true
				s.recase(from, to, true)
			}
		}
		for _, m := range smallWeekday.FindAllStringSubmatchIndex(s.Text, -1) {
			if !ranked.MatchString(upTo(s.Text, m[0])) {
				tell(max(m[2], m[4], m[6]), max(m[3], m[5], m[7]))
			}
		}
		for _, m := range weekdayOf.FindAllStringSubmatchIndex(s.Text, -1) {
			if !counts.MatchString(upTo(s.Text, m[0])) {
				tell(max(m[2], m[4]), max(m[3], m[5]))
			}
		}
		for _, row := range rowOfWeekdays.FindAllStringIndex(s.Text, -1) {
			if before := upTo(s.Text, row[0]); counts.MatchString(before) || rankedFrom.MatchString(before) {
				continue
			}
			for _, m := range inRow.FindAllStringSubmatchIndex(s.Text[row[0]:row[1]], -1) {
				tell(row[0]+max(m[2], m[4]), row[0]+max(m[3], m[5]))
			}
		}
	},
}

// smallWeekday is a weekday in small letters where a day stands: "vào thứ năm hằng tuần", "sáng thứ hai, ngày 16/3/2026".
var smallWeekday = pattern.Of(`(?:vào|sáng|chiều|tối|từ|đến|trước|các|mỗi) (?:thứ (hai|ba|tư|năm|sáu|bảy)|(chủ) nhật)(?:,? ?\(?ngày \d|,? \d{1,2}/\d| hằng tuần| hàng tuần| tuần | đầu tiên| cuối cùng| và | đến |,? lúc |[,;.]|$)|ngày thứ (hai|ba|tư|năm|sáu|bảy)(?: hằng| hàng|) tuần`)

// Weekdays that can be nothing else: beside a week or a date, or several in a row.
var (
	weekdayOf     = pattern.Of(`(?:thứ (hai|ba|tư|năm|sáu|bảy)|(chủ) nhật)(?: tuần (?:đầu|cuối|thứ|này|sau|tới|trước)|,? \(?ngày \d| hằng tuần| hàng tuần| đầu tuần| cuối tuần| của tuần|(?: đầu tiên| cuối cùng| cuối| đầu) (?:của )?(?:tháng|quý|mỗi tháng)|,? \d{1,2}/\d)`)
	rowOfWeekdays = pattern.Of(`(?:thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ nhật)(?:(?:, | và | đến | hoặc |, sáng |, chiều | và sáng | và chiều )(?:thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ nhật))+`)
	inRow         = pattern.Of(`thứ (hai|ba|tư|năm|sáu|bảy)|(chủ) nhật`)
	// counts are words behind which thứ hai is the second.
	counts = pattern.Of(`(?i)(?:` + sessions + `|tuần|kỳ|đứng|xếp|bậc|khoá|nhóm|vị trí|buổi|đời|tháng|giải|cháu|dự án|điều|loại|cấp|mũi|vụ|tầng|cuộc|dân quân|nhiệm kỳ|lớp|ngày|trẻ|liều|lượt|việc|là|cái|và) $`)
	// countsInCapitals are those behind which it is so however it is written: "kỳ họp thứ Ba, ngày …", where "ngày thứ Ba" is a day.
	countsInCapitals = pattern.Of(`(?i)(?:` + sessions + `) $`)
	// ranked are words before "từ thứ hai" that make it a rank; of a row of them "từ" is a part of what stands before.
	ranked     = pattern.Of(`(?i)(?:` + rows + `) $`)
	rankedFrom = pattern.Of(`(?i)(?:` + rows + `) (?:từ|đến) $`)
)

// What is counted: sessions and the like, and what stands in rows.
const (
	sessions = `lần|kỳ họp|phiên họp|phiên|đợt|khóa|vòng|hạng|hội nghị|đại hội|người|giai đoạn|bước|con|năm|cuộc họp|quý|đêm`
	rows     = `đứng|xếp|hạng|bậc|vị trí|giải|loại|cấp|điều|tầng|vòng|nhóm`
)
