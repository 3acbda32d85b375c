package compose

import (
	"github.com/kehoach/kehoach/internal/plan"
)

// deadline says when, with its preposition: "trước ngày 30/5/2024".
func (c *composer) deadline(d *plan.Deadline) string {
	d = c.plan.Deadline(d)
	switch {
	case d == nil:
		return ""
	case d.Wording.Given():
		return c.line(d.Wording)
	case d.Date.Given():
		return "ngày " + d.Date.Text
	case d.Before.Given():
		return "trước ngày " + d.Before.Text
	case d.By.Given():
		return "chậm nhất ngày " + d.By.Text
	case d.From.Given():
		return "từ ngày " + d.From.Text + " đến ngày " + d.To.Text
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
