package calendar_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
)

var update = flag.Bool("update", false, "renew the golden files")

// day reads 24/11/2026.
func day(t testing.TB, s string) calendar.Day {
	t.Helper()
	at, err := time.Parse("2/1/2006", s)
	if err != nil {
		t.Fatal(err)
	}
	return calendar.DayOf(at)
}

func TestADayKnowsItsReasonForBeingOff(t *testing.T) {
	const off, works, unknown = "off", "works", "unknown"
	for _, c := range []struct{ day, want, why string }{
		{"28/3/2026", off, "thứ Bảy"},
		{"29/3/2026", off, "Chủ nhật"},
		{"30/3/2026", works, ""},
		{"1/1/2026", off, "Tết Dương lịch"},
		{"2/1/2026", off, "nghỉ hoán đổi, làm bù ngày 10/01/2026"},
		{"10/1/2026", works, "làm bù cho ngày 02/01/2026"},
		{"13/2/2026", works, ""},
		{"16/2/2026", off, "Tết Âm lịch"},
		{"20/2/2026", off, "Tết Âm lịch"},
		{"23/2/2026", works, ""},
		{"26/4/2026", off, "Giỗ Tổ Hùng Vương"},
		{"27/4/2026", off, "nghỉ bù Giỗ Tổ Hùng Vương"},
		{"28/4/2026", works, ""},
		{"22/8/2026", works, "làm bù cho ngày 31/8/2026"},
		{"31/8/2026", off, "nghỉ hoán đổi, làm bù ngày 22/8/2026"},
		{"1/9/2026", off, "Quốc khánh"},
		{"3/9/2026", works, ""},
		{"24/11/2026", unknown, "chưa đối chiếu được căn cứ nghỉ Ngày Văn hóa Việt Nam"},
		{"24/11/2025", works, ""},
		{"18/4/2024", off, "Giỗ Tổ Hùng Vương"},
		{"29/4/2024", off, "nghỉ hoán đổi, làm bù ngày 04/5/2024"},
		{"4/5/2024", works, "làm bù cho ngày 29/4/2024"},
		{"3/9/2024", off, "Quốc khánh"},
		{"26/1/2023", off, "nghỉ bù Tết Âm lịch"},
		{"3/5/2023", off, "nghỉ bù Ngày Chiến thắng"},

		// 2028 has no data: Tết falls on 26/01, Giỗ Tổ on 04/4, 02/9 on a Saturday.
		{"1/1/2028", off, "Tết Dương lịch"},
		{"3/1/2028", unknown, "chưa rõ ngày nghỉ bù năm 2028"},
		{"4/1/2028", works, ""},
		{"25/1/2028", unknown, "chưa rõ ngày nghỉ Tết Âm lịch năm 2028"},
		{"26/1/2028", off, "Tết Âm lịch"},
		{"27/1/2028", unknown, "chưa rõ ngày nghỉ Tết Âm lịch năm 2028"},
		{"29/1/2028", off, "thứ Bảy"},
		{"3/4/2028", unknown, "chưa rõ ngày này năm 2028 có được hoán đổi để nghỉ không"},
		{"4/4/2028", off, "Giỗ Tổ Hùng Vương"},
		{"5/4/2028", works, ""},
		{"2/5/2028", unknown, "chưa rõ ngày nghỉ bù năm 2028"},
		{"1/9/2028", unknown, "chưa rõ Quốc khánh năm 2028 nghỉ thêm ngày 01/9 hay 03/9"},
		{"4/9/2028", unknown, "chưa rõ ngày nghỉ bù năm 2028"},
		{"5/9/2028", unknown, "chưa rõ ngày nghỉ bù năm 2028"}, // if 03/9, a Sunday, is the second day
		{"6/9/2028", works, ""},
		{"4/9/2029", unknown, "chưa rõ ngày nghỉ bù năm 2029"}, // if 03/9 is the second day, 02/9 is made up for behind it
		{"26/11/2028", off, "Chủ nhật"},
	} {
		s := calendar.Vietnam().On(day(t, c.day))
		got := works
		switch {
		case !s.Known:
			got = unknown
		case s.Off:
			got = off
		}
		if got != c.want || s.Why.VI != c.why || (s.Why.VI == "") != (s.Why.EN == "") || strings.ContainsAny(s.Why.VI+s.Why.EN, "{}") {
			t.Errorf("%s: %s, %q; want %s, %q", c.day, got, s.Why, c.want, c.why)
		}
	}
}

// Điều 112 of the labour code gives eleven days; one on a weekend is made up for (Điều 111), so eleven weekdays are off.
func TestAYearWithDataHasElevenPaidWeekdaysOff(t *testing.T) {
	c := calendar.Vietnam()
	first, last := c.Years()
	for year := first; year <= last; year++ {
		if !c.Knows(year) {
			t.Fatalf("%d has no data", year)
		}
		off, worked := 0, 0
		for d := (calendar.Day{Year: year, Month: 1, Day: 1}); d.Year == year; d = d.AddDays(1) {
			weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
			switch s := c.On(d); {
			case s.Off && !weekend:
				off++
				if s.Source == "" {
					t.Errorf("%s is off without a source", d)
				}
			case !s.Off && weekend:
				worked++
			}
		}
		if off-worked != 11 {
			t.Errorf("%d: %d weekdays off, %d weekend days worked", year, off, worked)
		}
	}
}

func TestADayIsMovedByTheRule(t *testing.T) {
	for _, c := range []struct {
		day   string
		by    calendar.Rule
		want  string
		known bool
	}{
		{"28/3/2026", calendar.Keep, "28/3/2026", true},
		{"28/3/2026", calendar.MoveBefore, "27/3/2026", true},
		{"28/3/2026", calendar.MoveAfter, "30/3/2026", true},
		{"30/5/2026", calendar.MoveBefore, "29/5/2026", true},
		{"10/10/2026", calendar.MoveBefore, "9/10/2026", true},
		{"15/2/2026", calendar.MoveBefore, "13/2/2026", true},
		{"16/2/2026", calendar.MoveAfter, "23/2/2026", true},
		{"25/4/2026", calendar.MoveAfter, "28/4/2026", true},
		{"10/1/2026", calendar.MoveBefore, "10/1/2026", true}, // a Saturday worked
		{"2/9/2026", calendar.MoveBefore, "28/8/2026", true},
		{"1/1/2026", calendar.MoveBefore, "31/12/2025", true},
		{"24/11/2026", calendar.MoveBefore, "24/11/2026", false},
		{"29/1/2028", calendar.MoveAfter, "31/1/2028", false}, // the day in doubt comes back,
		{"1/5/2028", calendar.MoveAfter, "2/5/2028", false},
	} {
		got, known := calendar.Vietnam().Move(day(t, c.day), c.by)
		if got != day(t, c.want) || known != c.known {
			t.Errorf("%s %s: %s %v, want %s %v", c.day, c.by, got, known, c.want, c.known)
		}
	}
}

func TestTheLastWorkingDayIsFound(t *testing.T) {
	for _, c := range []struct {
		from, to, want string
		known          bool
	}{
		{"1/6/2026", "30/6/2026", "30/6/2026", true},
		{"1/5/2026", "31/5/2026", "29/5/2026", true},
		{"1/1/2026", "31/1/2026", "30/1/2026", true},
		{"1/1/2024", "30/4/2024", "26/4/2024", true},
		{"16/2/2026", "18/2/2026", "13/2/2026", false}, // none in the stretch
		{"1/1/2028", "31/1/2028", "31/1/2028", false},  // swapped for a day of Tết, perhaps
		{"1/2/2028", "29/2/2028", "29/2/2028", true},
		{"1/4/2028", "2/4/2028", "31/3/2028", false},
	} {
		got, known := calendar.Vietnam().LastWorkingDay(day(t, c.from), day(t, c.to))
		if known != c.known || known && got != day(t, c.want) {
			t.Errorf("%s–%s: %s %v, want %s %v", c.from, c.to, got, known, c.want, c.known)
		}
	}
}

func TestYearsAreAddedToDays(t *testing.T) {
	for _, c := range []struct {
		day   string
		years int
		want  string
	}{
		{"28/3/2024", 2, "28/3/2026"}, {"29/2/2024", 1, "28/2/2025"}, {"29/2/2024", 4, "29/2/2028"}, {"31/12/2099", 1, "31/12/2100"},
	} {
		if got := day(t, c.day).AddYears(c.years); got != day(t, c.want) {
			t.Errorf("%s + %d: %s, want %s", c.day, c.years, got, c.want)
		}
	}
	if (calendar.Day{Year: 2025, Month: 2, Day: 29}).Valid() || !(calendar.Day{Year: 2024, Month: 2, Day: 29}).Valid() {
		t.Error("29/2")
	}
}

func TestTheDataTellsWhenItWasChecked(t *testing.T) {
	c := calendar.Vietnam()
	if got := c.Checked(); got.Year < 2026 || !got.Valid() {
		t.Error(got)
	}
	first, last := c.Years()
	for year := first; year <= last; year++ {
		if !c.Knows(year) {
			t.Errorf("%d is missing between %d and %d", year, first, last)
		}
	}
	if first != 2023 || c.Knows(last+1) {
		t.Error(first, last)
	}
}

// The table is compared with an independent implementation in internal/conformance.
func TestTetAndGioToFallAsTheTableSays(t *testing.T) {
	var b strings.Builder
	b.WriteString("# năm âm lịch, mùng một Tết, Giỗ Tổ (10/3), tháng nhuận\n")
	for year := 1990; year <= 2100; year++ {
		ancestors, _ := calendar.Lunar{Year: year, Month: 3, Day: 10}.Civil()
		leap := "-"
		for month := 1; month <= 12; month++ {
			if _, ok := (calendar.Lunar{Year: year, Month: month, Day: 1, Leap: true}).Civil(); ok {
				leap = fmt.Sprint(month)
			}
		}
		fmt.Fprintln(&b, year, calendar.TetDay(year), ancestors, leap)
	}
	if *update {
		if err := os.WriteFile("testdata/tet.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/tet.txt")
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Error("testdata/tet.txt says otherwise; -update renews it")
	}
}

// Where Hà Nội and Beijing differ, and where leap months are known to be hard.
func TestTheLunarCalendarIsVietnams(t *testing.T) {
	for _, c := range []struct {
		day  string
		want calendar.Lunar
	}{
		{"21/1/1985", calendar.Lunar{Year: 1985, Month: 1, Day: 1}}, // a month before China's
		{"17/2/2007", calendar.Lunar{Year: 2007, Month: 1, Day: 1}}, // a day before
		{"2/2/2030", calendar.Lunar{Year: 2030, Month: 1, Day: 1}},  // a day before
		{"29/1/1968", calendar.Lunar{Year: 1968, Month: 1, Day: 1}}, // a day before
		{"22/3/2023", calendar.Lunar{Year: 2023, Month: 2, Day: 1, Leap: true}},
		{"25/7/2025", calendar.Lunar{Year: 2025, Month: 6, Day: 1, Leap: true}},
		{"22/12/2033", calendar.Lunar{Year: 2033, Month: 11, Day: 1, Leap: true}},
		{"31/12/2033", calendar.Lunar{Year: 2033, Month: 11, Day: 10, Leap: true}},
		{"20/12/1968", calendar.Lunar{Year: 1968, Month: 11, Day: 1}},
		{"24/11/2026", calendar.Lunar{Year: 2026, Month: 10, Day: 16}},
	} {
		if got := calendar.LunarOf(day(t, c.day)); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.day, got, c.want)
		}
	}
	for _, none := range []calendar.Lunar{{Year: 2026, Month: 3, Day: 10, Leap: true}, {Year: 2026, Month: 13, Day: 1}, {Year: 2026, Month: 1, Day: 31}, {Year: 2026, Month: 0, Day: 1}} {
		if d, ok := none.Civil(); ok {
			t.Errorf("%+v is %s", none, d)
		}
	}
}

func FuzzLunarDatesGoBackAndForth(f *testing.F) {
	f.Add(2026, 56)
	f.Add(1968, 354)
	f.Add(2033, 360)
	f.Fuzz(func(t *testing.T, year, n int) {
		if year < 1900 || year > 2199 || n < 0 || n > 366 {
			t.Skip()
		}
		d := calendar.Day{Year: year, Month: 1, Day: 1}.AddDays(n)
		l := calendar.LunarOf(d)
		if back, ok := l.Civil(); !ok || back != d {
			t.Errorf("%s is %+v, which is %s", d, l, back)
		}
		if next := calendar.LunarOf(d.AddDays(1)); next.Day != 1 && next.Day != l.Day+1 || next.Day > 30 {
			t.Errorf("%+v is followed by %+v", l, next)
		}
	})
}

func FuzzAMovedDayIsWorked(f *testing.F) {
	f.Add(2026, 45, true)
	f.Add(2028, 25, false)
	f.Fuzz(func(t *testing.T, year, n int, back bool) {
		if year < 1990 || year > 2199 || n < 0 || n > 366 {
			t.Skip()
		}
		d, by := calendar.Day{Year: year, Month: 1, Day: 1}.AddDays(n), calendar.MoveAfter
		if back {
			by = calendar.MoveBefore
		}
		c := calendar.Vietnam()
		moved, known := c.Move(d, by)
		if s := c.On(moved); known && (s.Off || !s.Known) || !known && s.Known {
			t.Errorf("%s is moved %s to %s: known %v, %+v", d, by, moved, known, s)
		}
	})
}

func BenchmarkOn(b *testing.B) {
	c, d := calendar.Vietnam(), calendar.Day{Year: 2026, Month: 1, Day: 1}
	for b.Loop() {
		if c.On(d) == (calendar.Status{}) {
			b.Fatal(diag.Words{})
		}
		if d = d.AddDays(1); d.Year == 2029 {
			d.Year = 2026
		}
	}
}

func BenchmarkTet(b *testing.B) {
	for b.Loop() {
		calendar.TetDay(2026)
	}
}
