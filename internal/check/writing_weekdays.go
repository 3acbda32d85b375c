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
		if !strings.Contains(s.Text, "thứ ") && !strings.Contains(s.Text, "chủ nhật") {
			return
		}
		for _, m := range smallWeekday.FindAllStringSubmatchIndex(s.Text, -1) {
			if m[2] >= 0 {
				s.recase(m[2], m[3], true)
			} else {
				s.recase(m[4], m[5], true)
			}
		}
	},
}

// smallWeekday is a weekday in small letters where a day stands: "vào thứ năm hằng tuần", "sáng thứ hai, ngày 16/3/2026".
var smallWeekday = pattern.Of(`(?:vào|họp|sáng|chiều|tối|ngày|từ|đến|trước|các|mỗi) (?:thứ (hai|ba|tư|năm|sáu|bảy)|(chủ) nhật)(?:,? ?\(?ngày \d|,? \d{1,2}/\d| hằng tuần| hàng tuần| tuần | đầu tiên| cuối cùng| và | đến |,? lúc |[,;.]|$)`)
