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
		Message: diag.Words{VI: "{day} không có trong {of}", EN: "{day} is not in {of}"},
		Fix:     diag.Words{VI: "kiểm tra ngày, tháng, giờ", EN: "check day, month and hour"}},
	Title:  diag.Words{VI: "Ngày, giờ có thật", EN: "Days and hours that there are"},
	Reason: diag.Words{VI: "Tháng 4, 6, 9, 11 có 30 ngày, tháng 2 có 28 hoặc 29 ngày; năm có 12 tháng, 4 quý; ngày có 24 giờ.", EN: "April, June, September and November have 30 days, February 28 or 29; a year has 12 months and 4 quarters, a day 24 hours."},
	Wrong:  `Báo cáo kết quả chậm nhất ngày 31/9/2026.`,
	Right:  `Báo cáo kết quả chậm nhất ngày 30/9/2026.`,
	sentence: func(s *Sentence) {
		if !strings.ContainsAny(s.Text, "0123456789") {
			return
		}
		if strings.Contains(s.Text, "/") || strings.Contains(s.Text, " tháng ") {
			s.noSuchDays()
		}
		if strings.Contains(s.Text, "háng ") || strings.Contains(s.Text, "uý ") {
			for _, m := range noMonth.FindAllStringSubmatchIndex(s.Text, -1) {
				at := phrase.Span{From: m[2], To: m[3]}
				if told := m[4] < m[5] || beforeMonth.MatchString(upTo(s.Text, at.From)); told && !s.inDocument(at) && !ofChildren.MatchString(upTo(s.Text, at.From)) {
					s.report(at.From, at.To, "day", at.In(s.Text)).saying("of", ofCalendar)
				}
			}
		}
		if strings.Contains(s.Text, "giờ") || hourInShort.MatchString(s.Text) {
			s.noSuchHours()
		}
	},
}

// noSuchDays reports days in figures; one without a year is of the plan's.
func (s *Sentence) noSuchDays() {
	own, _ := s.reckoner.Period()
	for _, m := range dayInFigures.FindAllStringSubmatchIndex(s.Text, -1) {
		n := func(i int) int {
			if m[i] < 0 {
				return own.Year
			}
			v, _ := strconv.Atoi(s.Text[m[i]:m[i+1]])
			return v
		}
		at := phrase.Span{From: m[2], To: max(m[5], m[7])}
		day := calendar.Day{Year: n(6), Month: n(4), Day: n(2)}
		if day.Year == 0 {
			day.Year = leapYear
		}
		if m[6] < 0 && day.Month > 12 && !calledDay.MatchString(s.Text[m[0]:m[2]]) { // kết quả: 15/19 tiêu chí
			continue
		}
		if !day.Valid() && !s.inDocument(at) && !lunarBehind.MatchString(onFrom(s.Text, at.To)) {
			s.report(at.From, at.To, "day", at.In(s.Text)).saying("of", ofCalendar)
		}
	}
}

// noSuchHours reports hours behind 24 and minutes behind 59.
func (s *Sentence) noSuchHours() {
	for _, m := range hourOfDay.FindAllStringSubmatchIndex(s.Text, -1) {
		hour, minute := 0, 0
		if m[4] >= 0 {
			hour, _ = strconv.Atoi(s.Text[m[4]:m[5]])
			minute, _ = strconv.Atoi(s.Text[m[6]:m[7]])
		} else if strings.Contains(s.Text[m[3]:m[1]], "ngày") {
			hour, _ = strconv.Atoi(s.Text[m[8]:m[9]])
		}
		if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
			s.report(m[2], m[3], "day", s.Text[m[2]:m[3]]).saying("of", diag.Words{VI: "ngày", EN: "a day"})
		}
	}
}

var ofCalendar = diag.Words{VI: "lịch", EN: "the calendar"}

var wrongWeekday = &Rule{
	Kind: diag.Kind{ID: "sense/weekday", Severity: diag.Warning,
		Message: diag.Words{VI: "{day} là {right}, không phải {given}", EN: "{day} is a {right}, not {given}"},
		Fix:     diag.Words{VI: "kiểm tra ngày và thứ", EN: "check the day and its weekday"}},
	Title:  diag.Words{VI: "Thứ trong tuần khớp với ngày", EN: "The weekday is that of the day"},
	Reason: diag.Words{VI: "Ngày lấy từ kế hoạch năm trước thì thứ đã khác; người dự không biết đến hôm nào.", EN: "A day taken from last year's plan has another weekday now; nobody knows when to come."},
	Wrong:  `Tổ chức Ngày hội vào Chủ nhật, ngày 16/11/2026 tại nhà văn hóa thôn.`,
	Right:  `Tổ chức Ngày hội vào Chủ nhật, ngày 15/11/2026 tại nhà văn hóa thôn.`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "hứ ") && !strings.Contains(s.Text, "hủ nhật") && !strings.Contains(s.Text, "hủ Nhật") {
			return
		}
		for _, p := range s.Phrases {
			day, ok := s.dayOf(p)
			if !ok {
				continue
			}
			before := upTo(s.Text, p.From)
			if severalDays.MatchString(before) {
				continue
			}
			at, given := p.Span, ""
			if m := weekdayBefore.FindStringSubmatchIndex(before); m != nil && !isOrdinal(before[:m[2]], before[m[2]:m[3]]) {
				given = before[m[2]:m[3]]
				at.From -= len(before) - m[2]
			} else if m := weekdayBehind.FindStringSubmatchIndex(s.Text[p.To:]); m != nil {
				given = s.Text[p.To+m[2] : p.To+m[3]]
				at.To += m[3]
			} else {
				continue
			}
			if right := calendar.WeekdayWords(day.Weekday()).VI; !strings.EqualFold(right, spelt(given)) {
				s.report(at.From, at.To, "day", p.In(s.Text), "given", given, "right", right)
			}
		}
	},
}

var (
	weekdayBefore = pattern.Of(`(?i)(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? ?(?:\(|là |nhằm |tức )?$`)
	weekdayBehind = pattern.Of(`(?i)^ ?(?:\(|, |là |nhằm |rơi vào |tức )(?:ngày )?(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?:[^\p{L}\d]|$)`) // \b knows ASCII only, and never stands behind "tư"
	severalDays   = pattern.Of(`\d ?(?:[-–,]|và|đến) ?(?:ngày )?$`)
)

// isOrdinal tells whether a weekday counts by what stands before it: "kỳ họp thứ Ba, ngày …", "ngày thứ hai (12/5/2026)".
func isOrdinal(before, weekday string) bool {
	return countsInCapitals.MatchString(before) || weekday == strings.ToLower(weekday) && counts.MatchString(before)
}

// spelt writes "thứ 2" as "thứ Hai".
func spelt(weekday string) string {
	if n := strings.IndexAny(weekday, "234567"); n >= 0 {
		return weekday[:n] + [...]string{"Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"}[weekday[n]-'2']
	}
	return weekday
}

// leapYear has every day of the calendar.
const leapYear = 2024

var (
	// dayInFigures is a day in full, or a day and month behind the word "ngày"; an enumeration of figures by strokes has no word before it.
	dayInFigures = pattern.Of(`(?i)(?:ngày|hôm|trước|đến|từ|vào|hạn|:) (\d{1,2})(?:/| tháng )(\d{1,2})(?:(?:/| năm )(20\d\d))?(?:[^\d/.,\p{L}]|[.,](?: |$)|$)`)
	// noMonth are months and quarters that no year has: with their year, or behind words that tell a time.
	noMonth     = pattern.Of(`(?i)(?:^|[ (])((?:tháng (?:1[3-9]|[2-9]\d)|quý (?:V|VI|[5-9]))(/20\d\d| năm 20\d\d|))(?:[ .,;)]|$)`)
	beforeMonth = pattern.Of(`(?i)(?:trong|vào|đến|từ|hết|trước|cuối|đầu) $`)
	calledDay   = pattern.Of(`(?i)^(?:ngày|hôm|hạn)`)
	ofChildren  = pattern.Of(`(?i)(?:trẻ|tuổi|\d tháng)[^.;]{0,30}$`)
	hourInShort = pattern.Of(`\dh\d`)
	// hourOfDay is one at which something is due or begins, no length of time: it has minutes, or a day behind it.
	hourOfDay   = pattern.Of(`(?i)(?:lúc|trước|từ|đến|vào|hồi|khoảng|sau|hết|sáng|chiều|tối|,) ((\d{1,2}) ?(?:giờ|h) ?(\d\d)(?: ?phút)?|(\d{1,2}) giờ)(?:,? (?:ngày|sáng|chiều|tối|đến|hằng|các|thứ|tại)|[,.;)]|$)`)
	lunarBehind = pattern.Of(`(?i)^ ?\(?âm lịch`)
)

// dayOf is the day that a date means: one without a year is of the plan's.
func (s *Sentence) dayOf(p phrase.Phrase) (calendar.Day, bool) {
	if p.Kind != phrase.Date || p.Date.Day == 0 || p.Date.Month == 0 || p.Date.Lunar {
		return calendar.Day{}, false
	}
	day := calendar.Day{Year: p.Date.Year, Month: p.Date.Month, Day: p.Date.Day}
	if day.Year == 0 {
		from, to := s.reckoner.Period()
		if from.Year != to.Year || everyYear.MatchString(onFrom(s.Text, p.To)) {
			return calendar.Day{}, false
		}
		day.Year = from.Year
	}
	return day, day.Valid()
}

var everyYear = pattern.Of(`(?i)^[^.;,]{0,12}(?:hằng năm|hàng năm|mỗi năm|các năm|năm sau|năm tiếp theo|năm báo cáo|năm trước|năm liền kề)`)
