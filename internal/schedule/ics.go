package schedule

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
)

// ICS writes entries as a calendar (RFC 5545) that Outlook, Google and Zimbra take: an all-day event for each, which keeps nobody
// busy, with an alarm at eight in the morning of the working day before. An event keeps its UID as long as its plan keeps the id,
// so that a calendar taken in again replaces what it had. DTSTAMP is the plan's date, or issued when the plan has none, or the
// first day of its period: the same plans give the same bytes. What has no day is no event.
func ICS(entries []Entry, issued time.Time, lang diag.Lang) []byte {
	cal := &ics.Calendar{}
	cal.SetVersion("2.0")
	cal.SetProductId("-//kehoach//deadlines//VI")
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(sheetName.In(lang, nil))
	form := &ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: "\r\n"}
	head, end, _ := strings.Cut(cal.Serialize(form), "END:")
	b := bytes.NewBufferString(head)
	uids := uidsOf(entries)
	for i, e := range entries { // written one by one: a province has many
		if e.Due == nil {
			continue
		}
		if err := eventOf(e, uids[i], issued, lang).SerializeTo(b, form); err != nil {
			panic(err) // a buffer takes everything
		}
	}
	b.WriteString("END:" + end)
	return b.Bytes()
}

func eventOf(e Entry, uid string, issued time.Time, lang diag.Lang) *ics.VEvent {
	event := ics.NewEvent(uid)
	event.SetDtStampTime(stamp(e.Plan, issued))
	event.SetAllDayStartAt(at(e.Due.Last))
	event.SetAllDayEndAt(at(e.Due.Last.AddDays(1)))
	event.SetSummary(short(summary(e), 120))
	event.SetDescription(description(e, lang))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	event.AddCategory(e.Plan.Agency)
	alarm := event.AddAlarm()
	alarm.SetAction(ics.ActionDisplay)
	alarm.SetTrigger(trigger(e.Due.Last))
	alarm.SetProperty(ics.ComponentPropertyDescription, alarmWords.In(lang, diag.Args{"what", short(summary(e), 100)}))
	return event
}

func at(d calendar.Day) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func stamp(s *Source, issued time.Time) time.Time {
	switch {
	case !s.Issued.IsZero():
		return s.Issued
	case !issued.IsZero():
		return issued
	}
	return at(s.Opens)
}

// summary is what a calendar shows in a day's box.
func summary(e Entry) string {
	if leads := names(e.Leads); leads != "" {
		return leads + ": " + e.What
	}
	return e.What
}

// description is everything a person wants to know who opens the event.
func description(e Entry, lang diag.Lang) string {
	var lines []string
	line := func(head diag.Words, words string) {
		if words != "" {
			lines = append(lines, head.In(lang, nil)+": "+words)
		}
	}
	line(headWhat, e.What)
	line(headLeads, names(e.Leads))
	line(headSupport, names(e.Support))
	line(headWhen, e.When)
	line(headNote, note(e, lang))
	line(headSource, strings.TrimSpace(e.Plan.Number+" "+e.Plan.Title))
	line(headAgency, e.Plan.Agency)
	line(headWhere, firstOf(e.Where, e.ID))
	return strings.Join(lines, "\n")
}

// trigger is eight in the morning of the working day before d, as a duration before d begins.
func trigger(d calendar.Day) string {
	before := d.AddDays(-1)
	if working, known := calendar.Vietnam().Move(before, calendar.MoveBefore); known {
		before = working
	}
	return "-PT" + strconv.Itoa(before.DaysUntil(d)*24-8) + "H"
}

// uidsOf are the names by which calendars know entries: made from agency, plan, period and id, never from the clock, the place
// of the files, or the day, so that a moved deadline moves its event.
func uidsOf(entries []Entry) []string {
	uids, taken := make([]string, len(entries)), map[string]int{}
	for i, e := range entries {
		id := e.ID
		if id == "" {
			id = e.Where + "\x00" + e.What
		}
		key := strings.Join([]string{e.Plan.Agency, stem(e.Plan.File), e.Plan.period, string(e.Kind), id, strconv.Itoa(e.occurrence)}, "\x00")
		if taken[key]++; taken[key] > 1 {
			key += fmt.Sprintf("\x00%d", taken[key])
		}
		sum := sha256.Sum256([]byte(key))
		uids[i] = hex.EncodeToString(sum[:16]) + "@kehoach"
	}
	return uids
}
