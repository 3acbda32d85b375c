//go:build conformance

package conformance_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/schedule"
)

// everythingDue is what is due in all sample plans.
func everythingDue(t *testing.T) []schedule.Entry {
	t.Helper()
	files, found := plan.Files("../../plans")
	if found.Failed() {
		t.Fatal(found)
	}
	var all []schedule.Entry
	for _, file := range files {
		p, found := plan.Load(file, plan.Options{})
		if found.Failed() {
			t.Fatal(found)
		}
		entries, _ := schedule.Of(p, schedule.Range{})
		all = append(all, entries...)
	}
	schedule.Sort(all)
	return all
}

// readCalendar is a calendar as icalendar (PyPI) reads it, strictly.
const readCalendar = `
import sys, json, icalendar
data = open(sys.argv[1], "rb").read()
cal = icalendar.Calendar.from_ical(data)
events = [e for e in cal.walk("VEVENT")]
assert not any(c.errors for c in cal.walk()), [c.errors for c in cal.walk()]
print(json.dumps([{
    "uid": str(e["UID"]), "from": e.decoded("DTSTART").isoformat(), "to": e.decoded("DTEND").isoformat(), "summary": str(e["SUMMARY"]),
    "description": str(e["DESCRIPTION"]), "alarms": [a.decoded("TRIGGER").total_seconds() / 3600 for a in e.walk("VALARM")],
} for e in events]))
`

func TestTheCalendarIsReadByAnIndependentParser(t *testing.T) {
	entries := everythingDue(t)
	file := filepath.Join(t.TempDir(), "deadlines.ics")
	if err := os.WriteFile(file, schedule.ICS(entries, time.Time{}, diag.Vietnamese), 0o600); err != nil {
		t.Fatal(err)
	}
	var events []struct {
		UID, From, To, Summary, Description string
		Alarms                              []float64
	}
	if err := json.Unmarshal([]byte(run(t, "../../.checkers/python/bin/python", "-c", readCalendar, file)), &events); err != nil {
		t.Fatal(err)
	}
	seen, n := map[string]bool{}, 0
	for _, e := range entries {
		if e.Due == nil {
			continue
		}
		event := events[n]
		n++
		if event.From != e.Due.Last.String() || event.To != e.Due.Last.AddDays(1).String() || seen[event.UID] {
			t.Errorf("%+v, want %s", event, e.Due.Last)
		}
		seen[event.UID] = true
		if !strings.Contains(event.Description, e.What) || !strings.Contains(event.Description, e.When) {
			t.Errorf("words are lost: %q, want %q", event.Description, e.What)
		}
		if len(event.Alarms) != 1 || event.Alarms[0] > -16 || event.Alarms[0] < -24*14 {
			t.Errorf("alarms %v", event.Alarms)
		}
	}
	if n != len(events) || n < 50 {
		t.Errorf("%d events, %d days", len(events), n)
	}
	t.Logf("%d events are read as they were meant", n)
}

var sheetDay = regexp.MustCompile(`office:value-type="date" office:date-value="([0-9-]+)`)

func TestTheTrackingSheetIsReadByLibreOffice(t *testing.T) {
	entries := everythingDue(t)
	data, err := schedule.XLSX(entries, diag.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "deadlines.xlsx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	read, err := os.ReadFile(filepath.Join(office(t, "fods", file), "deadlines.fods"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(read)
	days := sheetDay.FindAllStringSubmatch(text, -1)
	n := 0
	for _, e := range entries {
		if e.Due == nil {
			continue
		}
		if n < len(days) && days[n][1] != e.Due.Last.String() {
			t.Errorf("row %d: %s, want %s", n+2, days[n][1], e.Due.Last)
		}
		n++
	}
	if n != len(days) || n < 50 {
		t.Errorf("%d days in the sheet, %d in the list", len(days), n)
	}
	for what, want := range map[string]string{
		"a filter":                     `table:display-filter-buttons="true"`,
		"overdue rows":                 `[.$A2]&lt;TODAY()`,
		"rows due within 14 days":      `[.$A2]&lt;=TODAY()+14`,
		"a state to choose":            `cell-content-is-in-list(&quot;chưa làm&quot;;&quot;đang làm&quot;;&quot;xong&quot;)`,
		"Vietnamese letters as we put": `Rà soát, lập danh sách hộ nghèo`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("LibreOffice sees no %s", what)
		}
	}
	if strings.Contains(text, "table:formula=") {
		t.Error("LibreOffice sees a formula")
	}
	t.Logf("%d rows with real days", n)
}
