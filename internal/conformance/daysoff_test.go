//go:build conformance

package conformance_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/calendar"
)

// daysOff asks holidays (PyPI), whose authors keep Vietnam's days off from the official notices, for every day of 1995–2030.
const daysOff = `
import datetime, holidays
vn = holidays.VN(years=range(1995, 2031))
day = datetime.date(1995, 1, 1)
while day.year < 2031:
    off = day in vn or day.weekday() >= 5
    print(day, "works" if day in vn.weekend_workdays or not off else "off")
    day += datetime.timedelta(days=1)
`

// otherDays are where we know better, or say that we don't know.
var otherDays = map[string]string{
	"2026-01-02": "swapped by Công văn 12729/VPCP-KGVX ngày 25/12/2025, which they lack",
	"2026-01-10": "worked instead of 02/01/2026",
	"2026-11-24": "they take the policy (Nghị quyết 80-NQ/TW) for the law",
}

// A year with data says of each day what they say. Of a year without, a weekday that is off is off here too or not known, never
// a known working day; that weekends may be worked is not foreseen.
func TestDaysOffAgreeWithAnIndependentList(t *testing.T) {
	c := calendar.Vietnam()
	compared, unknown, foreseen := 0, 0, 0
	for line := range strings.Lines(run(t, "../../.checkers/python/bin/python", "-c", daysOff)) {
		var text, theirs string
		if _, err := fmt.Sscan(line, &text, &theirs); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		day, err := calendar.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		s := c.On(day)
		weekend := day.Weekday()%6 == 0
		switch {
		case otherDays[text] != "":
		case c.Knows(day.Year):
			compared++
			if !s.Known || s.Off != (theirs == "off") {
				t.Errorf("%s: %+v, theirs %s", text, s, theirs)
			}
		case !weekend:
			foreseen++
			if !s.Known {
				unknown++
			} else if s.Off != (theirs == "off") {
				t.Errorf("%s, a year without data: %+v, theirs %s", text, s, theirs)
			}
		}
	}
	if compared != 1461-len(otherDays) {
		t.Errorf("%d days of years with data compared", compared)
	}
	t.Logf("%d days agree; of %d weekdays of years without data %d are not known, the others agree", compared, foreseen, unknown)
}
