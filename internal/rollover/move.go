package rollover

import (
	"strconv"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// period moves the time that the plan is for.
func (d *drafter) period() {
	p := d.plan.Period
	d.years(p.Year, yearMoved)
	d.years(p.SchoolYear, yearMoved)
	d.opening(p.From, p.To, yearMoved)
	d.date(p.To, yearMoved)
}

// Number and date of issue are no texts; their entries are called so, since nothing is left of them in the draft.
const (
	numberPath = "number"
	datePath   = "date"
)

// head empties number and date of issue (số, ngày ban hành): the clerk gives new ones.
func (d *drafter) head() {
	if v := d.plan.Number; v.Given() {
		d.add(Entry{Kind: emptied, Pile: Moved, At: v.At, Old: v.Text, path: numberPath})
	}
	if v := d.plan.Date.Value; v.Given() {
		d.add(Entry{Kind: emptied, Pile: Moved, At: v.At, Old: v.Text, path: datePath})
	}
}

// deadlines moves deadlines and reporting periods that name a year.
func (d *drafter) deadlines() {
	lunar := d.lunarItems()
	d.feasts = map[plan.Place]string{}
	for _, deadline := range d.plan.AllDeadlines() {
		for _, date := range []plan.Date{deadline.Date, deadline.Before, deadline.By, deadline.From, deadline.To} {
			if words := lunar[deadline]; words != "" && date.Given() {
				d.feasts[date.At] = words
			}
		}
		d.opening(deadline.From, deadline.To, deadlineMoved)
		for _, date := range []plan.Date{deadline.Date, deadline.Before, deadline.By, deadline.To} {
			d.date(date, deadlineMoved)
		}
		for _, span := range []*plan.Span{deadline.Within, deadline.In, deadline.EndOf, deadline.LastDay} {
			d.span(span)
		}
	}
	for _, report := range d.plan.Reports {
		d.span(report.Period)
		if moved := d.date(report.SuperiorDue, deadlineMoved); moved != "" && !d.drafted {
			d.add(Entry{Kind: superiorDue, Pile: Stale, At: report.SuperiorDue.At, Old: moved})
		}
	}
}

func (d *drafter) span(s *plan.Span) {
	if s != nil {
		d.years(s.Year, deadlineMoved)
	}
}

// years moves every year of four digits in a value: "2024", "2024-2025". In a draft, one that ends before the new year was left over.
func (d *drafter) years(v plan.Value, kind *diag.Kind) {
	if !v.Given() {
		return
	}
	last := 0
	moved := digits.ReplaceAllStringFunc(v.Text, func(year string) string {
		last, _ = strconv.Atoi(year)
		return strconv.Itoa(last + d.shift())
	})
	if last > 0 && (!d.drafted || last == d.from) {
		d.add(Entry{Kind: kind, Args: d.bothYears(), Pile: Moved, At: v.At, Old: v.Text, New: moved, scalar: v})
	}
}

// bothYears are the old plan's year and the new one's, as rules call them.
func (d *drafter) bothYears() diag.Args {
	return diag.Args{"from", strconv.Itoa(d.from), "year", strconv.Itoa(d.to)}
}

// opening moves the day on which a time begins; it may lie in the year before that of its last day.
func (d *drafter) opening(from, to plan.Date, kind *diag.Kind) {
	if !d.drafted || to.Year < d.to {
		d.date(from, kind)
	}
}

// date moves a day by years and gives what it became; "" where none moves. 29/2 falls on 28/2 in a year that has no other: a person
// decides; one that nobody decided since an earlier plan has a day again in the next leap year. In a draft, a day of the old year was
// left over.
func (d *drafter) date(v plan.Date, kind *diag.Kind) string {
	year := v.Year + d.shift()
	isLeapDay := v.Day == 29 && v.Month == 2
	waits := isLeapDay && v.Year < d.from
	if waits {
		year = d.to
	}
	before, ok := strings.CutSuffix(v.Text, strconv.Itoa(v.Year))
	switch {
	case !v.Given() || !ok || d.drafted && v.Year != d.from && !waits:
		return ""
	case d.withFeast(v):
		return ""
	case isLeapDay && !leap(year):
		d.add(Entry{Kind: leapDay, Args: diag.Args{"year", strconv.Itoa(year)}, Pile: Decide, At: v.At, Old: v.Text,
			New: "28/02/" + strconv.Itoa(year), scalar: v.Value})
		return ""
	}
	moved := before + strconv.Itoa(year)
	d.add(Entry{Kind: kind, Args: d.bothYears(), Pile: Moved, At: v.At, Old: v.Text, New: moved, scalar: v.Value})
	return moved
}

// leap tells whether a year has a 29 February.
func leap(year int) bool { return time.Date(year, time.February, 29, 0, 0, 0, 0, time.UTC).Day() == 29 }

// move makes the changes of the pile Moved.
func (d *drafter) move(e *edit.Edit) {
	words := map[plan.Value][]edit.Word{}
	for _, entry := range d.entries {
		switch {
		case entry.Pile != Moved || entry.beside:
		case entry.scalar.Given() && entry.At != entry.scalar.At:
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

// withBlank is a value with the blank before it, so that nothing trails behind a key that is emptied; in brackets that blank tells the
// key from the comma.
func withBlank(at plan.Place) plan.Place {
	if strings.HasPrefix(at.File.Text[at.End:], ",") || strings.HasPrefix(at.File.Text[at.End:], "}") {
		return at
	}
	for at.Start > 0 && at.File.Text[at.Start-1] == ' ' {
		at.Start--
	}
	return at
}
