// Package calendar is the working calendar of a Vietnamese office: which days are off, why, and whether that is known.
//
// What comes in is a Day; what goes out is a Status, or another Day moved by a Rule. Weekends and the holidays of the law are
// computed (Tết and Giỗ Tổ by the lunar calendar as Vietnam reckons it, in UTC+7); what is decided from year to year (which
// days of Tết, the second day of National Day, days in lieu, working days swapped for Saturdays) stands in days-off.yaml with
// its source. Of a year that is not in there nothing is guessed: a day that such a decision may turn off is "not known", and
// the caller asks a person. This package knows no plan.
package calendar

import (
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
)

// A Status is what a day is for an office with a five-day week.
type Status struct {
	Off   bool       // no working day; false when not known
	Known bool       // false when a decision that this calendar does not hold may turn the day off
	Why   diag.Words // why it is off, why a Saturday is worked, what is not known; empty on an ordinary working day
	// Source is the text that says so; empty for weekends and ordinary working days.
	Source string
}

// A Calendar is the days off of a country's offices. It never changes and may be shared.
type Calendar struct {
	data  data
	years sync.Map // year → lawful: what the law names in that year
}

// A lawful is what the law names in one year.
type lawful struct {
	tet      Day // the first of the lunar year
	holidays map[Day]holiday
}

// A holiday is a day of the law, in one year.
type holiday struct {
	name    diag.Words
	source  string
	pending bool
}

// Checked is the day on which the data was last compared with its sources.
func (c *Calendar) Checked() Day { return c.data.Checked.Day }

// Years are the first and the last year that the data holds the decisions of.
func (c *Calendar) Years() (first, last int) {
	years := slices.Sorted(maps.Keys(c.data.Years))
	return years[0], years[len(years)-1]
}

// Knows tells whether the decisions of a year are in the data.
func (c *Calendar) Knows(year int) bool { return c.data.Years[year] != nil }

// On tells what a day is.
func (c *Calendar) On(d Day) Status {
	if y := c.data.Years[d.Year]; y != nil {
		if s, decided := c.decided(y, d); decided {
			return s
		}
	}
	if h, ok := c.law(d); ok && !(h.pending && weekend(d)) {
		if h.pending {
			return Status{Why: openHoliday.of("name", h.name), Source: h.source}
		}
		return Status{Off: true, Known: true, Why: h.name, Source: h.source}
	}
	if weekend(d) {
		return Status{Off: true, Known: true, Why: WeekdayWords(d.Weekday())}
	}
	if !c.Knows(d.Year) {
		if why, open := c.open(d); open {
			return Status{Why: why}
		}
	}
	return Status{Known: true}
}

func weekend(d Day) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// decided is what the decisions of a year say of a day.
func (c *Calendar) decided(y *yearData, d Day) (Status, bool) {
	if !d.Before(y.Tet.From.Day) && !d.After(y.Tet.To.Day) {
		return Status{true, true, tetWords, y.Source}, true
	}
	if d == y.SecondDay.Day {
		return Status{true, true, nationalDayWords, y.Source}, true
	}
	for _, l := range y.InLieu {
		if d == l.On.Day {
			return Status{true, true, inLieuWords.of("name", c.On(l.For.Day).Why), y.Source}, true
		}
	}
	for _, s := range y.Swapped {
		switch d {
		case s.Off.Day:
			return Status{true, true, swappedWords.of("day", date(s.Worked.Day)), s.Source}, true
		case s.Worked.Day:
			return Status{false, true, workedWords.of("day", date(s.Off.Day)), s.Source}, true
		}
	}
	return Status{}, false
}

// law is the holiday of the law that a day is.
func (c *Calendar) law(d Day) (holiday, bool) {
	h, ok := c.lawful(d.Year).holidays[d]
	return h, ok
}

// lawful is reckoned once a year: the moon takes its time.
func (c *Calendar) lawful(year int) lawful {
	if known, ok := c.years.Load(year); ok {
		return known.(lawful)
	}
	days := map[Day]holiday{}
	for _, l := range c.data.Holidays {
		if year < l.Since {
			continue
		}
		d := Day{year, l.On.Month, l.On.Day}
		if l.Lunar.Month > 0 {
			d, _ = Lunar{Year: year, Month: l.Lunar.Month, Day: l.Lunar.Day}.Civil()
		}
		days[d] = holiday{diag.Words{VI: l.VI, EN: l.EN}, l.Source, l.Pending}
	}
	known, _ := c.years.LoadOrStore(year, lawful{TetDay(year), days})
	return known.(lawful)
}

// How far around Tết's first day a decision may turn days off: since 2013 never more than 4 days before and 6 after, weekends
// and swapped days counted.
const (
	beforeTet = 5
	afterTet  = 7
)

// open tells whether, in a year without data, a decision may turn an ordinary weekday off, and which.
func (c *Calendar) open(d Day) (diag.Words, bool) {
	if n := c.lawful(d.Year).tet.DaysUntil(d); n >= -beforeTet && n <= afterTet {
		return openTet.of("year", year(d.Year)), true
	}
	if c.perhapsNational(d) {
		return openNationalDay.of("year", year(d.Year)), true
	}
	owed := 0
	for before := d.AddDays(-7); before.Before(d); before = before.AddDays(1) {
		_, holiday := c.law(before)
		switch holiday = holiday || c.perhapsNational(before); {
		case holiday && weekend(before):
			owed++
		case !holiday && !weekend(before) && owed > 0:
			owed--
		}
	}
	if owed > 0 {
		return openInLieu.of("year", year(d.Year)), true
	}
	if c.free(d.AddDays(-1)) && c.free(d.AddDays(1)) { // no weekday has a weekend on both sides: one is a holiday
		return openBridge.of("year", year(d.Year)), true
	}
	return diag.Words{}, false
}

// perhapsNational tells whether d lies beside National Day, so that it may be its second day.
func (c *Calendar) perhapsNational(d Day) bool {
	return d.Year >= c.data.SecondDay && d.Month == 9 && (d.Day == 1 || d.Day == 3)
}

// free tells whether nobody works on d, as far as the law alone says, or may not.
func (c *Calendar) free(d Day) bool {
	_, holiday := c.law(d)
	return holiday || weekend(d) || c.perhapsNational(d)
}
