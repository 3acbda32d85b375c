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
		for _, m := range smallWeekday.FindAllStringSubmatchIndex(s.Text, -1) {
			if m[2] >= 0 {
				s.recase(m[2], m[3], true)
			} else {
				s.recase(m[4], m[5], true)
			}
		}
		told := smallWeekday.FindAllStringSubmatchIndex(s.Text, -1)
		tell := func(from, to int) {
			for _, m := range told {
				if m[2] == from || m[4] == from {
					return
				}
			}
			s.recase(from, to, true)
		}
		for _, m := range weekdayOf.FindAllStringSubmatchIndex(s.Text, -1) {
			switch before := upTo(s.Text, m[0]); {
			case counts.MatchString(before):
			case m[2] >= 0:
				tell(m[2], m[3])
			default:
				tell(m[4], m[5])
			}
		}
		for _, row := range rowOfWeekdays.FindAllStringIndex(s.Text, -1) {
			if counts.MatchString(upTo(s.Text, row[0])) {
				continue
			}
			for _, m := range inRow.FindAllStringSubmatchIndex(s.Text[row[0]:row[1]], -1) {
				if m[2] >= 0 {
					tell(row[0]+m[2], row[0]+m[3])
				} else {
					tell(row[0]+m[4], row[0]+m[5])
				}
			}
		}
	},
}

// smallWeekday is a weekday in small letters where a day stands: "vào thứ năm hằng tuần", "sáng thứ hai, ngày 16/3/2026".
var smallWeekday = pattern.Of(`(?:vào|họp|sáng|chiều|tối|ngày|từ|đến|trước|các|mỗi) (?:thứ (hai|ba|tư|năm|sáu|bảy)|(chủ) nhật)(?:,? ?\(?ngày \d|,? \d{1,2}/\d| hằng tuần| hàng tuần| tuần | đầu tiên| cuối cùng| và | đến |,? lúc |[,;.]|$)`)

// Weekdays that can be nothing else: beside a week or a date, or several in a row.
var (
	weekdayOf     = pattern.Of(`(?:thứ (hai|ba|tư|năm|sáu|bảy)|(chủ) nhật)(?: tuần (?:đầu|cuối|thứ|này|sau|tới|trước)|,? \(?ngày \d| hằng tuần| hàng tuần| đầu tuần| cuối tuần| của tuần|(?: đầu tiên| cuối cùng| cuối| đầu) (?:của )?(?:tháng|quý|mỗi tháng)|,? \d{1,2}/\d)`)
	rowOfWeekdays = pattern.Of(`(?:thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ nhật)(?:(?:, | và | đến | hoặc |, sáng |, chiều | và sáng | và chiều )(?:thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|[Cc]hủ nhật))+`)
	inRow         = pattern.Of(`thứ (hai|ba|tư|năm|sáu|bảy)|(chủ) nhật`)
	// counts are words behind which thứ hai is the second.
	counts = pattern.Of(`(?i)(?:lần|con|năm|quý|tuần|người|kỳ|đứng|xếp|hạng|bậc|khóa|khoá|nhóm|đợt|vị trí|buổi|đời|tháng|giải|cháu|dự án|điều|bước|loại|cấp|mũi|vụ|tầng|phiên|hội nghị|cuộc|dân quân|nhiệm kỳ|lớp|vòng|ngày|trẻ|liều|lượt|việc|là|cái|và) $`)
)
