package compose

import (
	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// deadline says when, with its preposition: "trước ngày 30/5/2024". A day that is off is moved by the agency's rule.
func (c *composer) deadline(d *plan.Deadline) string {
	if d = c.plan.Deadline(d); d == nil {
		return ""
	}
	return c.at(d.At, c.when(d))
}

func (c *composer) when(d *plan.Deadline) string {
	switch {
	case d.Wording.Given():
		return c.line(d.Wording)
	case d.Date.Given():
		return "ngày " + c.printed(d, d.Date)
	case d.Before.Given():
		return "trước ngày " + c.printed(d, d.Before)
	case d.By.Given():
		return "chậm nhất ngày " + c.printed(d, d.By)
	case d.From.Given():
		return "từ ngày " + d.From.Text + " đến ngày " + c.printed(d, d.To)
	case d.WorkingDays.Given():
		return "trong thời hạn " + d.WorkingDays.Text + " ngày làm việc kể từ " + c.line(d.After)
	case d.Within != nil:
		return "trong " + c.span(d.Within)
	case d.In != nil:
		return "vào " + c.span(d.In)
	case d.EndOf != nil:
		return "đến hết " + c.span(d.EndOf)
	case d.LastDay != nil:
		return "ngày làm việc cuối cùng của " + c.span(d.LastDay)
	case d.Every != "":
		return c.recurring(d)
	}
	return standingWords[d.Standing]
}

// printed is the day that stands in the place of the one written; as it was written, where the rule leaves it.
func (c *composer) printed(d *plan.Deadline, written plan.Date) string {
	on, _ := c.due.On(d)
	if !on.Known && !c.doubted[d] {
		c.doubted[d] = true
		c.found = append(c.found, dayInDoubt.Saying("why", calendar.Vietnam().On(on.Doubt).Why).At(written.At.Location(),
			"day", vi.ShortDate(on.Doubt.Day, on.Doubt.Month, on.Doubt.Year)))
	}
	if on.Printed == on.Nominal {
		return c.at(written.At, written.Text)
	}
	return c.at(written.At, vi.ShortDate(on.Printed.Day, on.Printed.Month, on.Printed.Year))
}

var dayInDoubt = &diag.Kind{ID: "compose/day-off", Severity: diag.Warning,
	Message: diag.Words{VI: "không rõ ngày {day} có nghỉ không ({why}); văn bản in đúng ngày đã ghi", EN: "whether {day} is off is not known ({why}); the day is printed as written"},
	Fix:     diag.Words{VI: "xem lịch nghỉ của năm ấy rồi ghi ngày cần in, hoặc ghi wording", EN: "look at that year's days off and write the day to be printed, or a wording"}}

var standingWords = map[plan.Standing]string{
	"all-year":     "thường xuyên trong năm",
	"as-regulated": "theo quy định",
	"on-request":   "khi có yêu cầu",
}

var frequencyWords = map[plan.Frequency]string{
	"week": "hằng tuần", "month": "hằng tháng", "quarter": "hằng quý", "half-year": "06 tháng một lần", "year": "hằng năm",
}

var weekdayWords = map[string]string{"2": "thứ Hai", "3": "thứ Ba", "4": "thứ Tư", "5": "thứ Năm", "6": "thứ Sáu", "7": "thứ Bảy", "CN": "Chủ nhật"}

func (c *composer) recurring(d *plan.Deadline) string {
	words := "định kỳ " + frequencyWords[d.Every]
	switch {
	case d.OnDay.Given():
		words += ", vào ngày " + d.OnDay.Text
	case d.Weekday.Given():
		words += ", vào " + weekdayWords[d.Weekday.Text]
	}
	return words
}

// span is "tháng 6 năm 2026", "quý II năm 2026", "6 tháng đầu năm 2026", "9 tháng đầu năm 2026", "năm 2026".
func (c *composer) span(s *plan.Span) string {
	year := s.Year.Text
	if year == "" {
		year, _ = c.plan.Lookup("year")
	}
	switch {
	case s.Month.Given():
		return "tháng " + s.Month.Text + " năm " + year
	case s.Quarter.Given():
		return "quý " + plan.Numeral(s.Quarter) + " năm " + year
	case s.Half.Text == "1":
		return "6 tháng đầu năm " + year
	case s.Half.Given():
		return "6 tháng cuối năm " + year
	case s.Months.Given():
		return s.Months.Text + " tháng đầu năm " + year
	}
	return "năm " + year
}
