package due

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/plan"
)

// span is "trong", "vào" or "đến hết" a month, quarter …: it ends with it, so that no rule moves it behind its end; its words
// name no day.
func (r *Reckoner) span(s *plan.Span) (Due, bool) {
	from, to, ok := r.days(s)
	if !ok {
		return Due{}, false
	}
	return r.closing(from, to), true
}

// closing is the end of a stretch of days that is named by other words than its last day.
func (r *Reckoner) closing(from, to calendar.Day) Due {
	by := r.rule.Move
	if by == calendar.MoveAfter {
		by = calendar.Keep
	}
	d := r.ends(to, by)
	if d.Last.Before(from) {
		d = r.ends(to, calendar.Keep)
	}
	d.Printed = calendar.Day{}
	return d
}

// lastWorkingDay is "ngày làm việc cuối cùng của" a span, whatever the agency's rule.
func (r *Reckoner) lastWorkingDay(s *plan.Span) (Due, bool) {
	from, to, ok := r.days(s)
	if !ok {
		return Due{}, false
	}
	last, known := r.calendar.LastWorkingDay(from, to)
	if !known {
		return Due{Nominal: to, Permitted: to, Last: to, Off: r.calendar.On(to), Doubt: last}, true
	}
	return Due{Nominal: to, Permitted: last, Last: last, Off: r.calendar.On(last), Known: true}, true
}

// days are the first and last day of a span; false when its year is no number.
func (r *Reckoner) days(s *plan.Span) (from, to calendar.Day, ok bool) {
	text := s.Year.Text
	if !s.Year.Given() {
		text, _ = r.plan.Lookup("year")
	}
	year, err := strconv.Atoi(text)
	if err != nil || year < 1 || year > 9999 {
		return from, to, false
	}
	first, last := 1, 12
	switch {
	case s.Month.Given():
		first = number(s.Month)
		last = first
	case s.Quarter.Given():
		last = 3 * number(s.Quarter)
		first = last - 2
	case s.Half.Given():
		last = 6 * number(s.Half)
		first = last - 5
	case s.Months.Given():
		last = number(s.Months)
	}
	return calendar.Day{Year: year, Month: first, Day: 1}, calendar.LastOfMonth(year, last), true
}

// number is a value that the loader has checked.
func number(v plan.Value) int {
	n, _ := strconv.Atoi(v.Text)
	return n
}

// Period are the first and last day of the time that the plan is for. A school year (năm học) lasts from 01/9 to 31/8.
func (r *Reckoner) Period() (from, to calendar.Day) {
	p := r.plan.Period
	switch {
	case p.From.Day > 0 && p.To.Day > 0:
		return dayOf(p.From), dayOf(p.To)
	case p.SchoolYear.Given():
		year := 0
		if text, ok := r.plan.Lookup("year"); ok {
			year, _ = strconv.Atoi(text)
		}
		return calendar.Day{Year: year, Month: 9, Day: 1}, calendar.LastOfMonth(year+1, 8)
	}
	from, to, _ = r.days(&plan.Span{Year: p.Year, Quarter: p.Quarter})
	return from, to
}
