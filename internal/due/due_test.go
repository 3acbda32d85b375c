package due_test

import (
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/plan"
)

const agency = `kehoach: 1
name: Ủy ban nhân dân xã Sơn Tây Hạ
kind: xa
letterhead: XÃ SƠN TÂY HẠ
place: Sơn Tây Hạ
suffix: UBND
signatories: [{id: chu-tich, name: Nguyễn Văn An, post: CHỦ TỊCH}]
`

// load is a plan with one deadline "d", and its agency's rule.
func load(t testing.TB, rule, period, deadline string) *plan.Plan {
	t.Helper()
	files := map[string]string{"agency.yaml": agency + rule,
		"plan.yaml": "kehoach: 1\nagency: agency.yaml\nperiod: " + period + "\ntitle: Thử\ndeadlines: [{id: goc, date: 28/3/2026}, {id: d, " + deadline + "}]\nsections: [{text: A.}]\n"}
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) { return []byte(files[name]), nil }})
	if found.Failed() {
		t.Fatal(found)
	}
	return p
}

func written(d calendar.Day) string {
	if d.IsZero() {
		return "-"
	}
	at, _ := time.Parse(time.DateOnly, d.String())
	return at.Format("2/1/2006")
}

const (
	keep      = ""
	before    = "days_off: {move: before}\n"
	after     = "days_off: {move: after}\n"
	included  = "days_off: {move: before, before_includes_day: true}\n"
	kept      = "days_off: {before_includes_day: true}\n"
	afterward = "days_off: {move: after, before_includes_day: true}\n"
)

// 28/3, 30/5 and 10/10 of 2026 are Saturdays.
func TestADeadlineFallsOnTheDayThatTheRuleSays(t *testing.T) {
	for _, c := range []struct{ rule, deadline, permitted, last, printed string }{
		{keep, "before: 28/3/2026", "27/3/2026", "27/3/2026", "28/3/2026"},
		{before, "before: 28/3/2026", "27/3/2026", "27/3/2026", "28/3/2026"},
		{before, "before: 30/5/2026", "29/5/2026", "29/5/2026", "30/5/2026"},
		{before, "before: 10/10/2026", "9/10/2026", "9/10/2026", "10/10/2026"},
		{included, "before: 28/3/2026", "28/3/2026", "27/3/2026", "27/3/2026"},
		{included, "before: 30/5/2026", "30/5/2026", "29/5/2026", "29/5/2026"},
		{included, "before: 10/10/2026", "10/10/2026", "9/10/2026", "9/10/2026"},
		{kept, "before: 28/3/2026", "28/3/2026", "28/3/2026", "28/3/2026"},
		{afterward, "before: 28/3/2026", "28/3/2026", "30/3/2026", "30/3/2026"},
		{before, "before: 30/3/2026", "29/3/2026", "27/3/2026", "28/3/2026"}, // a Monday: the last permitted day is the Sunday
		{after, "before: 30/3/2026", "29/3/2026", "30/3/2026", "31/3/2026"},
		{keep, "date: 28/3/2026", "28/3/2026", "28/3/2026", "28/3/2026"},
		{before, "date: 28/3/2026", "28/3/2026", "27/3/2026", "27/3/2026"},
		{after, "by: 28/3/2026", "28/3/2026", "30/3/2026", "30/3/2026"},
		{before, "by: 10/01/2026", "10/1/2026", "10/1/2026", "10/1/2026"}, // worked instead of 02/01
		{before, "from: 1/3/2026, to: 29/3/2026", "29/3/2026", "27/3/2026", "27/3/2026"},
		{before, "from: 28/3/2026, to: 29/3/2026", "29/3/2026", "29/3/2026", "29/3/2026"}, // never before its beginning
		{before, "use: goc", "28/3/2026", "27/3/2026", "27/3/2026"},
		{keep, "within: {month: 5}", "31/5/2026", "31/5/2026", "-"},
		{before, "within: {month: 5}", "31/5/2026", "29/5/2026", "-"},
		{after, "in: {month: 5}", "31/5/2026", "31/5/2026", "-"},
		{before, "by_end_of: {quarter: 1}", "31/3/2026", "31/3/2026", "-"},
		{before, "by_end_of: {half: 2, year: 2023}", "31/12/2023", "29/12/2023", "-"},
		{before, "within: {months: 9}", "30/9/2026", "30/9/2026", "-"},
		{keep, "last_working_day_of: {month: 5}", "29/5/2026", "29/5/2026", "-"},
		{keep, "last_working_day_of: {month: 4, year: 2024}", "26/4/2024", "26/4/2024", "-"},
		{before, "before: 28/3/2026, wording: trong tháng 3", "27/3/2026", "27/3/2026", "28/3/2026"},
	} {
		p := load(t, c.rule, "{year: 2026}", c.deadline)
		got, ok := due.Of(p).On(p.Deadlines[1])
		if !ok || !got.Known || written(got.Permitted) != c.permitted || written(got.Last) != c.last || written(got.Printed) != c.printed {
			t.Errorf("%s %s: permitted %s, last %s, printed %s; want %s, %s, %s (%+v)", c.rule, c.deadline, written(got.Permitted), written(got.Last),
				written(got.Printed), c.permitted, c.last, c.printed, got)
		}
		if got.Off != calendar.Vietnam().On(got.Permitted) {
			t.Errorf("%s: the status is that of the last permitted day: %+v", c.deadline, got)
		}
		if got.Moved() != (c.permitted != c.last) {
			t.Errorf("%s %s: moved", c.rule, c.deadline)
		}
	}
}

func TestWhatHasNoDayIsNotDue(t *testing.T) {
	for _, deadline := range []string{"standing: as-regulated", "working_days: 5, after: ngày nhận được", "wording: sớm", "every: month"} {
		p := load(t, before, "{year: 2026}", deadline)
		if got, ok := due.Of(p).On(p.Deadlines[1]); ok {
			t.Errorf("%s: %+v", deadline, got)
		}
	}
	if _, ok := due.Of(load(t, before, "{year: 2026}", "every: month")).On(nil); ok {
		t.Error("no deadline is due")
	}
}

func TestNothingIsGuessedInAYearWithoutData(t *testing.T) {
	for _, c := range []struct{ rule, deadline, doubt string }{
		{before, "date: 27/1/2028", "27/1/2028"},
		{after, "date: 29/1/2028", "31/1/2028"},
		{before, "before: 28/1/2028", "27/1/2028"},
		{keep, "last_working_day_of: {month: 1, year: 2028}", "31/1/2028"},
	} {
		p := load(t, c.rule, "{year: 2028}", c.deadline)
		got, ok := due.Of(p).On(p.Deadlines[1])
		if !ok || got.Known || got.Moved() || written(got.Doubt) != c.doubt || !got.Printed.IsZero() && got.Printed != got.Nominal {
			t.Errorf("%s: %+v", c.deadline, got)
		}
	}
	p := load(t, keep, "{year: 2028}", "date: 27/1/2028")
	if got, _ := due.Of(p).On(p.Deadlines[1]); !got.Known || got.Off.Known {
		t.Errorf("a kept day is known, and may be off: %+v", got)
	}
}

func TestWhatRecursFallsWithinThePeriod(t *testing.T) {
	for _, c := range []struct{ rule, period, deadline, want string }{
		{keep, "{year: 2026, quarter: 1}", "every: month, on_day: 25", "25/1/2026 25/2/2026 25/3/2026"},
		{before, "{year: 2026, quarter: 1}", "every: month, on_day: 25", "23/1/2026 25/2/2026 25/3/2026"},
		{keep, "{year: 2026, quarter: 1}", "every: month, on_day: 31", "31/1/2026 28/2/2026 31/3/2026"},
		{keep, "{year: 2026}", "every: quarter, on_day: 15", "15/3/2026 15/6/2026 15/9/2026 15/12/2026"},
		{keep, "{year: 2026}", "every: half-year", "30/6/2026 31/12/2026"},
		{keep, "{year: 2026}", "every: year, on_day: 10", "10/12/2026"},
		{after, "{from: 10/2/2026, to: 1/3/2026}", "every: week, weekday: 2", "23/2/2026 23/2/2026"}, // Tết moves 16/02 to the next
		{keep, "{from: 10/2/2026, to: 1/3/2026}", "every: week, weekday: CN", "15/2/2026 22/2/2026 1/3/2026"},
		{before, "{from: 2/3/2026, to: 15/3/2026}", "every: week", "6/3/2026 13/3/2026"},
		{keep, "{school_year: 2025-2026}", "every: half-year", "31/12/2025 30/6/2026"},
		{keep, "{year: 2026, quarter: 1}", "every: month, weekday: 6", "30/1/2026 27/2/2026 27/3/2026"},
	} {
		p := load(t, c.rule, c.period, c.deadline)
		var days []string
		for _, one := range due.Of(p).All(p.Deadlines[1]) {
			days = append(days, written(one.Last))
		}
		if got := strings.Join(days, " "); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.period, c.deadline, got, c.want)
		}
	}
	p := load(t, keep, "{year: 2026}", "use: goc")
	if got := due.Of(p).All(p.Deadlines[1]); len(got) != 1 || written(got[0].Last) != "28/3/2026" {
		t.Errorf("%+v", got)
	}
}
