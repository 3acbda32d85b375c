package rollover

import (
	"time"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// lastDays tells, of each deadline of a draft that names a day, the last day that it permits: beside an entry that moved it, or, where
// nobody can know yet whether that day is off, as an entry of its own.
func lastDays(draft *plan.Plan, entries []Entry) []Entry {
	reckoner := due.Of(draft)
	for _, deadline := range draft.AllDeadlines() {
		day, ok := reckoner.On(deadline)
		at := writtenDay(deadline)
		if !ok || at.File == nil {
			continue
		}
		if !day.Known || !day.Off.Known {
			entries = append(entries, Entry{Kind: unknownDays.Saying("why", day.Off.Why), Args: diag.Args{"day", shown(day.Permitted)},
				Pile: Decide, At: at, Old: at.File.Text[at.Start:at.End]})
			continue
		}
		for i, e := range entries {
			if e.Kind == deadlineMoved && e.At.Start == at.Start {
				entries[i].Kind = lastDay(day)
				entries[i].Args = diag.Args{"day", shown(day.Last)}
			}
		}
	}
	return entries
}

// writtenDay is where a deadline's own day is written; nowhere for a span.
func writtenDay(d *plan.Deadline) plan.Place {
	for _, date := range []plan.Date{d.Date, d.Before, d.By, d.To} {
		if date.Given() {
			return date.At
		}
	}
	return plan.Place{}
}

// lastDay is the rule that moved a deadline, saying what day it permits last.
func lastDay(d due.Due) *diag.Kind {
	kind := deadlineWithDay.Saying("weekday", weekdays[d.Last.Weekday()])
	off := diag.Words{}
	if d.Off.Off {
		off = diag.Words{VI: ", ngày nghỉ: ", EN: ", off: "}.Then(d.Off.Why)
	}
	return kind.Saying("off", off)
}

func shown(d calendar.Day) string { return vi.ShortDate(d.Day, d.Month, d.Year) }

var weekdays = map[time.Weekday]diag.Words{
	time.Monday: {VI: "thứ Hai", EN: "Monday"}, time.Tuesday: {VI: "thứ Ba", EN: "Tuesday"}, time.Wednesday: {VI: "thứ Tư", EN: "Wednesday"},
	time.Thursday: {VI: "thứ Năm", EN: "Thursday"}, time.Friday: {VI: "thứ Sáu", EN: "Friday"}, time.Saturday: {VI: "thứ Bảy", EN: "Saturday"},
	time.Sunday: {VI: "Chủ nhật", EN: "Sunday"},
}
