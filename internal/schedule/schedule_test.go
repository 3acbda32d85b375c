package schedule_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/schedule"
)

var update = flag.Bool("update", false, "renew golden files")

const agency = `kehoach: 1
name: Ủy ban nhân dân xã Sơn Tây Hạ
kind: xa
letterhead: XÃ SƠN TÂY HẠ
place: Sơn Tây Hạ
suffix: UBND
days_off: {move: before}
signatories: [{id: ct, name: Nguyễn Văn An, post: CHỦ TỊCH}]
`

const sample = `kehoach: 1
agency: agency.yaml
period: {year: 2026, quarter: 1}
number: "05"
date: 05/01/2026
title: Dân vận khéo năm {{year}}
roles:
  - id: van-phong
    name: Văn phòng
    carries: [ra-soat]
    duties:
      - text: Tổng hợp; gửi danh sách về UBND tỉnh {{deadline han-dang-ky}}. Theo dõi chung.
      - {text: Nhắc việc, deadline: {every: month, on_day: 25}}
  - {id: van-hoa, name: Phòng Văn hóa}
deadlines:
  - {id: han-dang-ky, before: 28/3/2026}
  - {id: han-chung, date: 30/01/2026}
  - {id: khong-dung, standing: as-regulated}
reports:
  - {id: bc, name: Báo cáo quý, to: UBND tỉnh, through: Sở Nội vụ, role: van-phong, deadline: {last_working_day_of: {quarter: 1}}}
sections:
  - items:
      - {id: ra-soat, heading: '=HYPERLINK("http://x")', role: van-hoa, support: [van-phong], deadline: {use: han-chung}}
      - {text: "Tuyên truyền; vận động, giải thích", role: van-hoa, deadline: {date: 01/02/2026}}
      - {text: Thường xuyên kiểm tra, deadline: {standing: all-year}}
`

func load(t testing.TB, file, source string) *plan.Plan {
	t.Helper()
	p, found := plan.Load(file, plan.Options{ReadFile: func(name string) ([]byte, error) {
		if filepath.Base(name) == "agency.yaml" {
			return []byte(agency), nil
		}
		return []byte(source), nil
	}})
	if found.Failed() {
		var b bytes.Buffer
		_ = found.WriteText(&b, diag.English)
		t.Fatal(b.String())
	}
	return p
}

func list(t testing.TB, p *plan.Plan, asked schedule.Range) []schedule.Entry {
	t.Helper()
	entries, found := schedule.Of(p, asked)
	if len(found) > 0 {
		t.Fatal(found)
	}
	schedule.Sort(entries)
	return entries
}

// golden compares with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s", file, got)
	}
}

func TestTheListSaysWhatIsDueByWhomAndWhen(t *testing.T) {
	var b bytes.Buffer
	if err := schedule.Table(&b, list(t, load(t, "2026/dan-van.yaml", sample), schedule.Range{}), diag.Vietnamese); err != nil {
		t.Fatal(err)
	}
	golden(t, "table.txt", b.Bytes())
}

func TestJSONHasTheShapeThatScriptsRead(t *testing.T) {
	var b bytes.Buffer
	entries := list(t, load(t, "2026/dan-van.yaml", sample), schedule.Range{})
	if err := schedule.JSON(&b, entries, diag.English); err != nil {
		t.Fatal(err)
	}
	var read struct{ Deadlines []map[string]any }
	if err := json.Unmarshal(b.Bytes(), &read); err != nil || len(read.Deadlines) != len(entries) {
		t.Fatal(err)
	}
	golden(t, "deadlines.json", b.Bytes())
	b.Reset()
	if err := schedule.JSON(&b, nil, diag.English); err != nil || strings.TrimSpace(b.String()) != "{\n  \"deadlines\": []\n}" {
		t.Errorf("%s %v", b.String(), err)
	}
}

// TestTheAgencyIsNamedAsItIsPrinted: without the signs of bold, on one line.
func TestTheAgencyIsNamedAsItIsPrinted(t *testing.T) {
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
		if name == "agency.yaml" {
			return []byte(strings.Replace(agency, "name: Ủy ban nhân dân xã Sơn Tây Hạ", "name: |-\n  Ủy ban nhân dân\n  xã **Sơn Tây Hạ**", 1)), nil
		}
		return []byte(sample), nil
	}})
	if found.Failed() {
		t.Fatal(found)
	}
	if got := list(t, p, schedule.Range{})[0].Plan.Agency; got != "Ủy ban nhân dân xã Sơn Tây Hạ" {
		t.Errorf("%q", got)
	}
}

func TestAListIsNarrowedByDaysAndRole(t *testing.T) {
	p := load(t, "dan-van.yaml", sample)
	day := func(s string) calendar.Day { d, _ := calendar.ParseDay(s); return d }
	for _, c := range []struct {
		asked schedule.Range
		want  string
	}{
		{schedule.Range{From: day("2026-01-30"), To: day("2026-02-25")}, "2026-01-30 2026-01-30 2026-02-25"},
		{schedule.Range{From: day("2026-03-31")}, "2026-03-31"},
		{schedule.Range{To: day("2026-01-23")}, "2026-01-23"},
		{schedule.Range{Role: "van-hoa"}, "2026-01-30 2026-01-30"},
		{schedule.Range{Role: "phòng văn hóa"}, "2026-01-30 2026-01-30"},
		{schedule.Range{Role: "van-phong", From: day("2026-03-01")}, "2026-03-25 2026-03-27 2026-03-31"},
		{schedule.Range{Role: "khong-co"}, ""},
	} {
		var days []string
		for _, e := range list(t, p, c.asked) {
			days = append(days, e.Due.Last.String())
		}
		if got := strings.Join(days, " "); got != c.want {
			t.Errorf("%+v: %s, want %s", c.asked, got, c.want)
		}
	}
}

func TestMoreDeadlinesThanAPersonCouldReadAreAFinding(t *testing.T) {
	p := load(t, "plan.yaml", strings.Replace(strings.Replace(sample, "{year: 2026, quarter: 1}", "{from: 01/01/1900, to: 31/12/2200}", 1),
		"{every: month, on_day: 25}}", "{every: week}}\n      - {text: Nữa, deadline: {every: week}}", 1))
	entries, found := schedule.Of(p, schedule.Range{})
	if len(entries) != 20_000 || !found.Failed() || found[0].Kind.ID != "schedule/too-many" {
		t.Errorf("%d entries, %v", len(entries), found)
	}
}

func TestTheCalendarFileIsWrittenAsTheStandardSays(t *testing.T) {
	entries := list(t, load(t, "2026/dan-van.yaml", sample), schedule.Range{})
	data := schedule.ICS(entries, time.Time{}, diag.Vietnamese)
	golden(t, "deadlines.ics", data)
	if !bytes.Equal(data, schedule.ICS(entries, time.Unix(1e9, 0), diag.Vietnamese)) {
		t.Error("the plan's date is the stamp; SOURCE_DATE_EPOCH is for plans without")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !strings.HasPrefix(line, " ") && !regexp.MustCompile(`^[A-Z-]+[:;]`).MatchString(line) {
			t.Errorf("%q", line)
		}
	}
}

var uid = regexp.MustCompile(`UID:(\S+)`)

func uids(data []byte) string {
	var all []string
	for _, m := range uid.FindAllSubmatch(data, -1) {
		all = append(all, string(m[1]))
	}
	return strings.Join(all, " ")
}

func TestAnEventKeepsItsNameWhenItsDayOrItsFolderChanges(t *testing.T) {
	calendarOf := func(file, source string) []byte {
		return schedule.ICS(list(t, load(t, file, source), schedule.Range{}), time.Time{}, diag.Vietnamese)
	}
	first := uids(calendarOf("2026/dan-van.yaml", sample))
	if moved := uids(calendarOf("/kho/2026/dan-van.yaml", strings.Replace(sample, "before: 28/3/2026", "before: 27/3/2026", 1))); moved != first {
		t.Errorf("%s\n%s", first, moved)
	}
	if other := uids(calendarOf("2026/khac.yaml", sample)); other == first {
		t.Error("another plan has other events")
	}
	all := strings.Fields(first)
	for i, one := range all {
		if strings.Count(first, one) != 1 {
			t.Errorf("event %d shares its name", i)
		}
	}
	twin := list(t, load(t, "2026/dan-van.yaml", sample), schedule.Range{})
	both := strings.Fields(uids(schedule.ICS(append(twin, twin...), time.Time{}, diag.Vietnamese)))
	if len(both) != 2*len(all) || both[0] == both[len(all)] {
		t.Error("two plans of one name have events of their own")
	}
}

func TestTheAlarmRingsOnTheWorkingDayBefore(t *testing.T) {
	source := strings.Replace(sample, "date: 30/01/2026", "date: 02/02/2026", 1) // a Monday
	data := schedule.ICS(list(t, load(t, "a.yaml", source), schedule.Range{}), time.Time{}, diag.Vietnamese)
	if !bytes.Contains(data, []byte("DTSTART;VALUE=DATE:20260202")) || !bytes.Contains(data, []byte("TRIGGER:-PT64H")) {
		t.Errorf("Friday at eight is 64 hours before Monday\n%s", data)
	}
}

func TestTheSheetHoldsDaysAndTextsAndNoFormula(t *testing.T) {
	entries := list(t, load(t, "2026/dan-van.yaml", sample), schedule.Range{})
	data, err := schedule.XLSX(entries, diag.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	again, err := schedule.XLSX(entries, diag.Vietnamese)
	if err != nil || !bytes.Equal(data, again) {
		t.Error("the same entries give other bytes")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Thời hạn")
	if err != nil || len(rows) != len(entries)+1 {
		t.Fatal(len(rows), err)
	}
	if got := strings.Join(rows[0], "|"); got != "Hạn cuối|Thứ|Việc|Chủ trì|Phối hợp|Ghi trong kế hoạch|Tình trạng|Lưu ý|Kế hoạch|Vị trí|Cơ quan" {
		t.Error(got)
	}
	formulas := 0
	for y, row := range rows {
		for x := range row {
			cell, _ := excelize.CoordinatesToCellName(x+1, y+1)
			if formula, _ := f.GetCellFormula("Thời hạn", cell); formula != "" {
				formulas++
			}
		}
	}
	if formulas > 0 || !strings.Contains(strings.Join(rows[2], "|")+strings.Join(rows[3], "|"), `=HYPERLINK("http://x")`) {
		t.Errorf("%d formulas; %q", formulas, rows[2])
	}
	if kind, _ := f.GetCellType("Thời hạn", "A2"); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("a day is a number to a sheet, not %v", kind)
	}
	if rows[1][0] != "23/01/2026" {
		t.Errorf("%q", rows[1][0])
	}
	if raw, _ := f.GetCellValue("Thời hạn", "A2", excelize.Options{RawCellValue: true}); raw != "46045" {
		t.Errorf("23/01/2026 is day 46045 of a sheet, not %s", raw)
	}
	if panes, err := f.GetPanes("Thời hạn"); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the heading does not stay: %+v %v", panes, err)
	}
	formats, _ := f.GetConditionalFormats("Thời hạn")
	if len(formats) != 1 {
		t.Errorf("%v", formats)
	}
}

func BenchmarkList(b *testing.B) {
	p := load(b, "plan.yaml", sample)
	for b.Loop() {
		if entries, _ := schedule.Of(p, schedule.Range{}); len(entries) == 0 {
			b.Fatal("nothing")
		}
	}
}

func FuzzTheWordsOfAnEventComeBack(f *testing.F) {
	f.Add("Tuyên truyền; vận động, giải thích \\n \\; xong")
	f.Add(strings.Repeat("ữ", 200) + " <b>" + strings.Repeat("x y", 90))
	f.Fuzz(func(t *testing.T, what string) {
		if !utf8.ValidString(what) || strings.ContainsFunc(what, unicode.IsControl) {
			t.Skip() // a plan holds none
		}
		entry := schedule.Entry{Plan: &schedule.Source{File: "a.yaml", Title: "Kế hoạch"}, What: what, Due: &due.Due{Last: calendar.Day{Year: 2026, Month: 3, Day: 27}, Known: true}}
		data := schedule.ICS([]schedule.Entry{entry}, time.Time{}, diag.Vietnamese)
		for line := range strings.SplitSeq(string(data), "\r\n") {
			if len(line) > 75 {
				t.Errorf("%d octets: %q", len(line), line)
			}
		}
		read, err := ics.ParseCalendar(bytes.NewReader(data))
		if err != nil || len(read.Events()) != 1 {
			t.Fatalf("%v\n%s", err, data)
		}
		if got := read.Events()[0].GetProperty(ics.ComponentPropertyDescription).Value; what != "" && !strings.Contains(got, what) {
			t.Errorf("%q became %q", what, got)
		}
	})
}
