// Package due tells on which days a plan's deadlines fall.
//
// What comes in is a loaded plan and one of its deadlines; what goes out is a Due for each day on which it ends: the day that the
// plan writes, the last day that its words permit, that day moved by the rule that the agency chose (days_off), and the day to
// be printed. Days off come from internal/calendar, which says when it does not know; then nothing is moved and Known is false.
// What has no day (theo quy định, trong thời hạn 05 ngày làm việc kể từ …) has no Due. It writes no words and reads no clock.
package due

import (
	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/plan"
)

// A Rule is what an agency does when the last day that a deadline permits is off. The zero Rule keeps the day, and reads "trước
// ngày D" without D.
type Rule struct {
	Move      calendar.Rule
	Inclusive bool // "trước ngày D" includes D
}

// RuleOf is the rule of the agency that issues p; of a joint plan, the one that keeps the number.
func RuleOf(p *plan.Plan) Rule {
	if len(p.Issuers) == 0 || p.Issuers[0].DaysOff == nil {
		return Rule{}
	}
	chosen := p.Issuers[0].DaysOff
	return Rule{calendar.Rule(chosen.Move), chosen.BeforeIncludesDay}
}

// A Due (hạn) is one day on which a deadline ends.
type Due struct {
	Nominal   calendar.Day    // the day that the plan writes; of a span its last day
	Permitted calendar.Day    // the last day that the words permit: of "trước ngày D" the day before D, unless the rule includes D
	Last      calendar.Day    // Permitted moved by the rule: when the thing must be done (hạn cuối)
	Printed   calendar.Day    // what the document prints in Nominal's place; the zero Day where its words name no day
	Off       calendar.Status // of Permitted
	Known     bool            // false when whether a day is off that decides Last is not known: then Last is Permitted
	Doubt     calendar.Day    // that day, when Known is false
}

// Moved tells whether the rule moved the last day.
func (d Due) Moved() bool { return d.Last != d.Permitted }

// A Reckoner reckons the days of one plan. It may be shared.
type Reckoner struct {
	plan     *plan.Plan
	calendar *calendar.Calendar
	rule     Rule
}

// Of reckons the days of p by its agency's rule, in the calendar of Vietnam.
func Of(p *plan.Plan) *Reckoner { return &Reckoner{p, calendar.Vietnam(), RuleOf(p)} }

// On is the one day on which d ends; false when it has none, or many (every …).
func (r *Reckoner) On(d *plan.Deadline) (Due, bool) {
	d = r.plan.Deadline(d)
	switch {
	case d == nil:
	case d.Date.Day > 0:
		return r.ends(dayOf(d.Date), r.rule.Move), true
	case d.By.Day > 0:
		return r.ends(dayOf(d.By), r.rule.Move), true
	case d.Before.Day > 0:
		return r.before(dayOf(d.Before)), true
	case d.To.Day > 0:
		return r.until(dayOf(d.From), dayOf(d.To)), true
	case d.LastDay != nil:
		return r.lastWorkingDay(d.LastDay)
	case d.Within != nil:
		return r.span(d.Within)
	case d.In != nil:
		return r.span(d.In)
	case d.EndOf != nil:
		return r.span(d.EndOf)
	}
	return Due{}, false
}

// All is every day on which d ends, in order: one, or for what recurs each within the plan's period; none when it has no day.
func (r *Reckoner) All(d *plan.Deadline) []Due {
	if named := r.plan.Deadline(d); named != nil && named.Every != "" {
		return r.recurring(named)
	}
	if one, ok := r.On(d); ok {
		return []Due{one}
	}
	return nil
}

func dayOf(d plan.Date) calendar.Day { return calendar.Day{Year: d.Year, Month: d.Month, Day: d.Day} }

// ends is a deadline whose last permitted day is day itself, moved by a rule.
func (r *Reckoner) ends(day calendar.Day, by calendar.Rule) Due {
	d := Due{Nominal: day, Permitted: day, Last: day, Printed: day, Off: r.calendar.On(day), Known: true}
	if moved, known := r.calendar.Move(day, by); known {
		d.Last, d.Printed = moved, moved
	} else {
		d.Known, d.Doubt = false, moved
	}
	return d
}

// before is "trước ngày D": the last permitted day is the one that is tested, so what is printed is the day after it.
func (r *Reckoner) before(day calendar.Day) Due {
	if r.rule.Inclusive {
		return r.ends(day, r.rule.Move)
	}
	d := r.ends(day.AddDays(-1), r.rule.Move)
	d.Nominal, d.Printed = day, d.Last.AddDays(1)
	return d
}

// until is "từ ngày A đến ngày B", which is kept when the rule would move B before A.
func (r *Reckoner) until(from, to calendar.Day) Due {
	if d := r.ends(to, r.rule.Move); !d.Last.Before(from) {
		return d
	}
	return r.ends(to, calendar.Keep)
}
