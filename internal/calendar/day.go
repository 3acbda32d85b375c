package calendar

import (
	"cmp"
	"time"
)

// A Day (ngày) is one day of the civil calendar (dương lịch), in no zone: a deadline is a day in the office that keeps it.
// The zero Day is no day.
type Day struct{ Year, Month, Day int }

// Valid tells whether the calendar has such a day.
func (d Day) Valid() bool { return d.Year > 0 && d == dayOf(d.at()) }

// IsZero tells whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Compare is negative when d lies before other, positive when after.
func (d Day) Compare(other Day) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// Before and After compare two days.
func (d Day) Before(other Day) bool { return d.Compare(other) < 0 }
func (d Day) After(other Day) bool  { return d.Compare(other) > 0 }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.at().Weekday() }

// AddDays is the day n days later, or earlier when n is negative.
func (d Day) AddDays(n int) Day {
	return dayOf(time.Date(d.Year, time.Month(d.Month), d.Day+n, 0, 0, 0, 0, time.UTC))
}

// AddYears is the same day and month n years later; 29/2 becomes 28/2 in a year without it.
func (d Day) AddYears(n int) Day {
	d.Year += n
	d.Day = min(d.Day, LastOfMonth(d.Year, d.Month).Day)
	return d
}

// DaysUntil counts the days from d to other; negative when other lies before d.
func (d Day) DaysUntil(other Day) int { return other.number() - d.number() }

// String is ISO 8601, for machines: 2026-01-05.
func (d Day) String() string { return d.at().Format(time.DateOnly) }

// ParseDay reads ISO 8601.
func ParseDay(s string) (Day, error) {
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, err
	}
	return dayOf(at), nil
}

// LastOfMonth is the last day of a month, off or not.
func LastOfMonth(year, month int) Day {
	return dayOf(time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC))
}

// DayOf is the day on which an instant falls, in the zone that the instant carries.
func DayOf(at time.Time) Day { return dayOf(at) }

func (d Day) at() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func dayOf(at time.Time) Day { return Day{at.Year(), int(at.Month()), at.Day()} }

// epoch is the Julian day number of 01/01/1970.
const epoch = 2440588

// number is the Julian day number: days are counted without a break since 4713 BC.
func (d Day) number() int { return int(d.at().Unix()/86400) + epoch }

func numbered(n int) Day { return dayOf(time.Unix(int64(n-epoch)*86400, 0).UTC()) }
