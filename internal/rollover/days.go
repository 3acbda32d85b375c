package rollover

import (
	"slices"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// lastDays tells, of each deadline of a draft that names a day, the last day that it permits: beside the entry that moved it, or, where
// nobody can know yet whether that day is off, as an entry in its place.
func (d *drafter) lastDays() {
	reckoner := due.Of(d.plan)
	moved := map[int]int{} // where a deadline stands, to its entry
	for i, e := range d.entries {
		if e.Kind == deadlineMoved {
			moved[e.At.Start] = i
		}
	}
	for _, deadline := range d.plan.AllDeadlines() {
		day, ok := reckoner.On(deadline)
		written := writtenDay(deadline)
		if !ok || !written.Given() {
			continue
		}
		i, entered := moved[written.At.Start]
		switch {
		case !day.Known || !day.Off.Known:
			d.add(Entry{Kind: unknownDays.Saying("why", day.Off.Why), Args: diag.Args{"day", shown(day.Permitted)}, Pile: Decide, At: written.At, Old: written.Text,
				scalar: written})
			if entered {
				d.entries[i].Kind = nil // it is told once
			}
		case entered:
			d.entries[i].Kind, d.entries[i].Args = lastDay(day), diag.Args{"day", shown(day.Last)}
		}
	}
	d.entries = slices.DeleteFunc(d.entries, func(e Entry) bool { return e.Kind == nil })
}

// writtenDay is a deadline's own day, as it is written; nothing for a span.
func writtenDay(d *plan.Deadline) plan.Value {
	for _, date := range []plan.Date{d.Date, d.Before, d.By, d.To} {
		if date.Given() {
			return date.Value
		}
	}
	return plan.Value{}
}

// lastDay is the rule that moved a deadline, saying what day it permits last.
func lastDay(d due.Due) *diag.Kind {
	kind := deadlineWithDay.Saying("weekday", calendar.WeekdayWords(d.Last.Weekday()))
	off := diag.Words{}
	if d.Off.Off {
		off = diag.Words{VI: ", ngày nghỉ: ", EN: ", off: "}.Then(d.Off.Why)
	}
	return kind.Saying("off", off)
}

func shown(d calendar.Day) string { return vi.ShortDate(d.Day, d.Month, d.Year) }
