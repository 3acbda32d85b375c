package due

import (
	"time"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/plan"
)

// months is how many months a recurrence takes; a week takes none.
var months = map[plan.Frequency]int{"month": 1, "quarter": 3, "half-year": 6, "year": 12}

// weekdays are the days as a plan writes them: 2 (thứ Hai) to 7 (thứ Bảy), CN.
var weekdays = map[string]time.Weekday{"2": time.Monday, "3": time.Tuesday, "4": time.Wednesday, "5": time.Thursday, "6": time.Friday,
	"7": time.Saturday, "CN": time.Sunday}

// recurring are the days of the plan's period on which d falls: once in every week, month, quarter, half year or year. A day of
// the month (on_day) is that of the last month of each, or the month's last when it is shorter; a weekday is the last of each;
// without either it is due by the end of each.
func (r *Reckoner) recurring(d *plan.Deadline) []Due {
	begin, end := r.Period()
	var all []Due
	for from := firstOf(d.Every, begin); !from.After(end); {
		next := from.AddDays(7)
		if n := months[d.Every]; n > 0 {
			next = calendar.LastOfMonth(from.Year, from.Month+n-1).AddDays(1)
		}
		last := next.AddDays(-1)
		var one Due
		switch weekday, named := weekdays[d.Weekday.Text]; {
		case named:
			back := (int(last.Weekday()) - int(weekday) + 7) % 7
			one = r.ends(last.AddDays(-back), r.rule.Move)
		case d.OnDay.Given() && months[d.Every] > 0:
			last.Day = min(last.Day, number(d.OnDay))
			one = r.ends(last, r.rule.Move)
		default:
			one = r.closing(from, last)
		}
		one.Printed = calendar.Day{}
		if !one.Nominal.Before(begin) && !one.Nominal.After(end) {
			all = append(all, one)
		}
		from = next
	}
	return all
}

// firstOf is the first day of the week (thứ Hai), month, quarter, half year or year in which d lies.
func firstOf(every plan.Frequency, d calendar.Day) calendar.Day {
	n := months[every]
	if n == 0 {
		return d.AddDays(-((int(d.Weekday()) + 6) % 7))
	}
	return calendar.Day{Year: d.Year, Month: (d.Month-1)/n*n + 1, Day: 1}
}
