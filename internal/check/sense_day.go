package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

var noSuchDay = &Rule{
	Kind: diag.Kind{ID: "sense/no-such-day", Severity: diag.Warning,
		Message: diag.Words{VI: "{day} không có trong lịch", EN: "{day} is no day of the calendar"},
		Fix:     diag.Words{VI: "kiểm tra ngày, tháng", EN: "check day and month"}},
	Title:  diag.Words{VI: "Ngày có trong lịch", EN: "A day of the calendar"},
	Reason: diag.Words{VI: "Tháng 4, 6, 9, 11 có 30 ngày, tháng 2 có 28 hoặc 29 ngày.", EN: "April, June, September and November have 30 days, February 28 or 29."},
	Wrong:  `Báo cáo kết quả chậm nhất ngày 31/9/2026.`,
	Right:  `Báo cáo kết quả chậm nhất ngày 30/9/2026.`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "/20") {
			return
		}
		for _, m := range dayInFigures.FindAllStringSubmatchIndex(s.Text, -1) {
			n := func(i int) int { v, _ := strconv.Atoi(s.Text[m[i]:m[i+1]]); return v }
			at := phrase.Span{From: m[2], To: m[7]}
			if day := (calendar.Day{Year: n(6), Month: n(4), Day: n(2)}); !day.Valid() && !s.inDocument(at) {
				s.report(at.From, at.To, "day", at.In(s.Text))
			}
		}
	},
}

var wrongWeekday = &Rule{
	Kind: diag.Kind{ID: "sense/weekday", Severity: diag.Warning,
		Message: diag.Words{VI: "{day} là {right}, không phải {given}", EN: "{day} is a {right}, not {given}"},
		Fix:     diag.Words{VI: "kiểm tra ngày và thứ", EN: "check the day and its weekday"}},
	Title:  diag.Words{VI: "Thứ trong tuần khớp với ngày", EN: "The weekday is that of the day"},
	Reason: diag.Words{VI: "Ngày lấy từ kế hoạch năm trước thì thứ đã khác; người dự không biết đến hôm nào.", EN: "A day taken from last year's plan has another weekday now; nobody knows when to come."},
	Wrong:  `Tổ chức Ngày hội vào Chủ nhật, ngày 16/11/2026 tại nhà văn hóa thôn.`,
	Right:  `Tổ chức Ngày hội vào Chủ nhật, ngày 15/11/2026 tại nhà văn hóa thôn.`,
	sentence: func(s *Sentence) {
		for _, p := range s.Phrases {
			if p.Kind != phrase.Date || p.Date.Day == 0 || p.Date.Month == 0 || p.Date.Year == 0 || p.Date.Lunar {
				continue
			}
			day := calendar.Day{Year: p.Date.Year, Month: p.Date.Month, Day: p.Date.Day}
			given := weekdayBefore.FindStringSubmatch(upTo(s.Text, p.From))
			if given == nil {
				given = weekdayBehind.FindStringSubmatch(s.Text[p.To:])
			}
			if given == nil || !day.Valid() {
				continue
			}
			if right := calendar.WeekdayWords(day.Weekday()).VI; !strings.EqualFold(right, spelt(given[1])) {
				s.report(p.From, p.To, "day", p.In(s.Text), "given", given[1], "right", right)
			}
		}
	},
}

var (
	weekdayBefore = pattern.Of(`(?i)(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? ?\(?$`)
	weekdayBehind = pattern.Of(`(?i)^ ?(?:\(|, )(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?:[^\p{L}\d]|$)`) // \b knows ASCII only, and never stands behind "tư"
)

// spelt writes "thứ 2" as "thứ Hai".
func spelt(weekday string) string {
	if n := strings.IndexAny(weekday, "234567"); n >= 0 {
		return weekday[:n] + [...]string{"Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"}[weekday[n]-'2']
	}
	return weekday
}

// dayInFigures is a day in full; an enumeration of figures by strokes has no word before it.
var dayInFigures = pattern.Of(`(?i)(?:ngày|hôm|trước|đến|từ|vào) (\d{1,2})/(\d{1,2})/(20\d\d)(?:[^\d/]|$)`)
