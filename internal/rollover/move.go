package rollover

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// period moves the time that the plan is for.
func (d *drafter) period() {
	p := d.plan.Period
	d.years(p.Year, yearMoved)
	d.years(p.SchoolYear, yearMoved)
	d.date(p.From, yearMoved)
	d.date(p.To, yearMoved)
}

// head empties number and date of issue (số, ngày ban hành): the clerk gives new ones.
func (d *drafter) head() {
	for _, v := range []plan.Value{d.plan.Number, d.plan.Date.Value} {
		if v.Given() {
			d.add(Entry{Kind: emptied, Pile: Moved, At: v.At, Old: v.Text})
		}
	}
}

// deadlines moves deadlines and reporting periods that name a year.
func (d *drafter) deadlines() {
	lunar := d.lunarItems()
	for _, deadline := range d.plan.AllDeadlines() {
		for _, date := range deadlineDates(deadline) {
			if date.Given() && !d.unlikeOthers(date, lunar[deadline]) {
				d.date(date, deadlineMoved)
			}
		}
		for _, span := range []*plan.Span{deadline.Within, deadline.In, deadline.EndOf, deadline.LastDay} {
			d.span(span)
		}
	}
	for _, report := range d.plan.Reports {
		d.span(report.Period)
		if moved := d.date(report.SuperiorDue, deadlineMoved); moved != "" {
			d.add(Entry{Kind: superiorDue, Pile: Stale, At: report.SuperiorDue.At, Old: moved})
		}
	}
}

func (d *drafter) span(s *plan.Span) {
	if s != nil {
		d.years(s.Year, deadlineMoved)
	}
}

// years moves every year of four digits in a value: "2024", "2024-2025".
func (d *drafter) years(v plan.Value, kind *diag.Kind) {
	if !v.Given() {
		return
	}
	moved := digits.ReplaceAllStringFunc(v.Text, func(year string) string {
		n, _ := strconv.Atoi(year)
		return strconv.Itoa(n + d.shift())
	})
	if moved != v.Text {
		d.add(Entry{Kind: kind, Pile: Moved, At: v.At, Old: v.Text, New: moved})
	}
}

// date moves a day by years and gives what it became; "" where no day is. 29/2 falls on 28/2 in a year that has no other: a person
// decides.
func (d *drafter) date(v plan.Date, kind *diag.Kind) string {
	year := v.Year + d.shift()
	before, ok := strings.CutSuffix(v.Text, strconv.Itoa(v.Year))
	switch {
	case !v.Given() || !ok || d.leapDay(v):
		return ""
	}
	moved := before + strconv.Itoa(year)
	d.add(Entry{Kind: kind, Pile: Moved, At: v.At, Old: v.Text, New: moved})
	return moved
}

// leapDay asks what becomes of a 29/2 in a year that has none; false for every other day.
func (d *drafter) leapDay(v plan.Date) bool {
	year := v.Year + d.shift()
	if v.Day != 29 || v.Month != 2 || leap(year) {
		return false
	}
	d.add(Entry{Kind: leapDay, Args: diag.Args{"year", strconv.Itoa(year)}, Pile: Decide, At: v.At, Old: v.Text,
		New: "28/02/" + strconv.Itoa(year), scalar: v.Value})
	return true
}

// deadlineDates are the days that a deadline names.
func deadlineDates(d *plan.Deadline) []plan.Date {
	return []plan.Date{d.Date, d.Before, d.By, d.From, d.To}
}

func leap(year int) bool { return year%4 == 0 && year%100 != 0 || year%400 == 0 }

// move makes the changes of the pile Moved.
func (d *drafter) move(e *edit.Edit) {
	words := map[plan.Value][]edit.Word{}
	for _, entry := range d.entries {
		switch {
		case entry.Pile != Moved:
		case entry.scalar.Given():
			words[entry.scalar] = append(words[entry.scalar], edit.Word{At: entry.At, New: entry.New})
		case entry.New == "":
			e.Replace(withBlank(entry.At), "")
		default:
			e.Scalar(entry.At, entry.New)
		}
	}
	for scalar, list := range words {
		e.Words(scalar, list)
	}
}

// withBlank is a value with the blank before it, so that nothing trails behind a key that is emptied.
func withBlank(at plan.Place) plan.Place {
	for at.Start > 0 && at.File.Text[at.Start-1] == ' ' {
		at.Start--
	}
	return at
}
