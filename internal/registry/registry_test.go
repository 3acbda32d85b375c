package registry_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
)

func load(text string) (*registry.Registry, diag.List) {
	return registry.Load("so.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
}

func mustLoad(t *testing.T, text string) *registry.Registry {
	t.Helper()
	r, found := load(text)
	if r == nil {
		t.Fatal(found[0].Message(diag.English), found[0].Line)
	}
	return r
}

func day(s string) time.Time {
	d, err := time.Parse("2/1/2006", s)
	if err != nil {
		panic(err)
	}
	return d
}

const three = `kehoach: 1
date: 24/11/2026
documents:
  - {type: Luật, number: 45/2013/QH13, date: 29/11/2013, issuer: Quốc hội, subject: Đất đai, since: 01/7/2014,
     amended: [{on: 01/01/2019, by: 35/2018/QH14}], ended: {on: 01/8/2024, by: 31/2024/QH15}, successor: 31/2024/QH15, source: Luật 31/2024/QH15}
  - {type: Luật, number: 31/2024/QH15, date: 18/01/2024, issuer: Quốc hội, subject: Đất đai, since: 01/8/2024, source: Luật 31/2024/QH15}
  - {type: Kế hoạch, number: 49/KH-UBND, date: 08/3/2024, issuer: UBND huyện Sơn Tây, subject: dân vận, aliases: [Kế hoạch dân vận], source: bản lưu}
`

func TestADocumentIsFoundByNumberHoweverItIsWritten(t *testing.T) {
	r := mustLoad(t, three)
	for _, number := range []string{"31/2024/QH15", "31/2024/qh15", "31 /2024/ QH15", "49/KH-UBND", "49/KH\u2011UBND", "049/KH- UBND", "Kế hoạch dân vận", "kế hoạch  Dân vận"} {
		if _, ok := r.Lookup(number); !ok {
			t.Errorf("%q is not found", number)
		}
	}
	for _, number := range []string{"", "3/2024/QH15", "49/KH-UBNDT", "/KH-UBND", "đất đai"} {
		if e, ok := r.Lookup(number); ok {
			t.Errorf("%q gives %s", number, e.Number)
		}
	}
}

func TestALawIsFoundByItsNameTheLatestFirst(t *testing.T) {
	r := mustLoad(t, three)
	for name, want := range map[string]string{"Luật Đất đai": "31/2024/QH15", "luật đất đai": "31/2024/QH15", "Luật Đất đai năm 2013": "45/2013/QH13",
		"Luật Đất đai 2024": "31/2024/QH15"} {
		if e, ok := r.Lookup(name); !ok || e.Number != want {
			t.Errorf("%q: %q, want %q", name, e.Number, want)
		}
	}
	if all := r.All("Luật Đất đai"); len(all) != 2 || all[1].Number != "45/2013/QH13" {
		t.Error(all)
	}
}

func TestACitationMeansTheDocumentOfItsDate(t *testing.T) {
	r := mustLoad(t, three)
	for _, c := range []struct {
		number, name string
		issued       phrase.Day
		want         string
	}{
		{"49/KH-UBND", "", phrase.Day{Day: 8, Month: 3, Year: 2024}, "49/KH-UBND"},
		{"49/KH-UBND", "", phrase.Day{}, "49/KH-UBND"},
		{"49/KH-UBND", "", phrase.Day{Day: 8, Month: 3, Year: 2025}, ""},
		{"31/2024/QH15", "", phrase.Day{Day: 19, Month: 1, Year: 2024}, "31/2024/QH15"},
		{"", "Luật Đất đai", phrase.Day{}, "31/2024/QH15"},
		{"", "Luật Đất đai", phrase.Day{Year: 2013}, "45/2013/QH13"},
		{"", "Luật Đất đai", phrase.Day{Day: 29, Month: 11, Year: 2013}, "45/2013/QH13"},
		{"", "Luật Đất đai", phrase.Day{Year: 2003}, ""},
	} {
		e, ok := r.Cited(c.number, c.name, c.issued)
		if e.Number != c.want || ok != (c.want != "") {
			t.Errorf("%+v: %q", c, e.Number)
		}
	}
}

// What phrase finds in prose, the registry is asked for as it stands.
func TestTheCitationsOfAPlanAreLookedUp(t *testing.T) {
	r := registry.Shipped()
	text := "Thực hiện Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Nghị định số 61/2023/NĐ- CP ngày 16/8/2023; Luật thực hiện Dân chủ ở cơ sở năm 2022; Bộ Luật lao động."
	var got []string
	for _, p := range phrase.Find(text) {
		c := p.Document
		e, _ := r.Cited(c.Symbol, c.Type.In(text)+" "+c.Subject.In(text), c.Day)
		got = append(got, e.Number+" "+e.On(day("01/01/2026")).State.String())
	}
	if got, want := strings.Join(got, ", "), "77/2015/QH13 ended, 61/2023/NĐ-CP in-force, 10/2022/QH15 amended, 45/2019/QH14 in-force"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestWhatADocumentIsDependsOnTheDay(t *testing.T) {
	r := mustLoad(t, three)
	for _, c := range []struct{ number, day, want string }{
		{"45/2013/QH13", "30/6/2014", "not-yet"},
		{"45/2013/QH13", "01/7/2014", "in-force"},
		{"45/2013/QH13", "01/01/2019", "amended by 35/2018/QH14"},
		{"45/2013/QH13", "31/7/2024", "amended by 35/2018/QH14"},
		{"45/2013/QH13", "01/8/2024", "ended by 31/2024/QH15, now 31/2024/QH15"},
		{"31/2024/QH15", "01/8/2024", "in-force"},
		{"49/KH-UBND", "01/01/2025", "unknown"},
	} {
		e, _ := r.Lookup(c.number)
		s := e.On(day(c.day))
		got := s.State.String()
		if s.By != "" {
			got += " by " + s.By
		}
		if s.Successor != "" {
			got += ", now " + s.Successor
		}
		if got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.number, c.day, got, c.want)
		}
	}
}

func TestSuccessorsAreFollowedToTheOneInForce(t *testing.T) {
	r := registry.Shipped()
	old, ok := r.Lookup("77/2015/QH13")
	if !ok {
		t.Fatal("not listed")
	}
	if e, ok := r.Successor(old, day("01/7/2026")); !ok || e.Number != "72/2025/QH15" {
		t.Error(e.Number)
	}
	if e, ok := r.Successor(old, day("01/4/2025")); !ok || e.Number != "65/2025/QH15" {
		t.Error(e.Number)
	}
	if _, ok := r.Successor(old, day("01/01/2020")); ok {
		t.Error("what has not ended has no successor yet")
	}
}

func TestAnOfficesRegistryWinsOverTheShippedOne(t *testing.T) {
	own := mustLoad(t, strings.Replace(three, "on: 01/8/2024", "on: 02/8/2024", 1))
	both := own.Over(registry.Shipped())
	e, _ := both.Lookup("45/2013/QH13")
	if !e.Ended.On.Equal(day("02/8/2024")) {
		t.Error(e.Ended.On)
	}
	if _, ok := both.Lookup("30/2020/NĐ-CP"); !ok || both.Len() >= own.Len()+registry.Shipped().Len() {
		t.Error(both.Len())
	}
}

func TestWhatCannotBeTrueIsReportedAtItsPlace(t *testing.T) {
	for _, c := range []struct{ name, entry, want string }{
		{"unknown key", "{type: Luật, date: 1/1/2020, subject: A, source: B, nubmer: 1/2020/QH14}", "plan/unknown-key 4:57"},
		{"no source", "{type: Luật, date: 1/1/2020, subject: A}", "plan/missing-key 4:6"},
		{"no whole date", "{type: Luật, date: 1/2020, subject: A, source: B}", "registry/whole-date 4:24"},
		{"no such day", "{type: Luật, date: 31/2/2020, subject: A, source: B}", "plan/date 4:24"},
		{"number", "{type: Luật, number: '1 2020', date: 1/1/2020, subject: A, source: B}", "registry/number 4:26"},
		{"no number", "{type: Nghị định, date: 1/1/2020, subject: A, source: B}", "registry/no-number 4:12"},
		{"in force before it was issued", "{type: Luật, date: 2/1/2020, since: 1/1/2020, subject: A, source: B}", "registry/order 4:41"},
		{"ended before it was issued", "{type: Luật, date: 2/1/2020, ended: {on: 1/1/2020}, subject: A, source: B}", "registry/order 4:46"},
		{"successor of what has not ended", "{type: Luật, date: 2/1/2020, successor: 1/2021/QH14, subject: A, source: B}", "registry/successor 4:45"},
		{"twice", "{type: Luật, date: 2/1/2020, subject: A, source: B}\n  - {type: Luật, date: 2/1/2020, subject: a, source: C}", "registry/repeated 5:5"},
		{"circle", "{type: Luật, number: 1/2020/QH14, date: 2/1/2020, subject: A, source: B, ended: {on: 2/1/2021}, successor: 2/2021/QH14}\n" +
			"  - {type: Luật, number: 2/2021/QH14, date: 2/1/2021, subject: B, source: B, ended: {on: 2/1/2022}, successor: 1/2020/QH14}", "registry/circle 4:112"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, found := load("kehoach: 1\ndate: 24/11/2026\ndocuments:\n  - " + c.entry + "\n")
			var got []string
			for _, f := range found {
				got = append(got, fmt.Sprintf("%s %d:%d", f.Kind.ID, f.Line, f.Column))
			}
			if r != nil || strings.Join(got, ", ") != c.want {
				t.Errorf("%v, want %s", got, c.want)
			}
		})
	}
}

// The file that ships is held to more than the loader asks.
func TestTheShippedRegistryIsWhole(t *testing.T) {
	r := registry.Shipped()
	if r.Len() < 45 {
		t.Errorf("%d documents", r.Len())
	}
	for _, number := range []string{"72/2025/QH15", "10/2022/QH15", "59/2023/NĐ-CP", "30/2020/NĐ-CP", "Luật Thực hiện dân chủ ở cơ sở", "Bộ luật Lao động"} {
		e, ok := r.Lookup(number)
		if !ok {
			t.Errorf("%s is not listed", number)
			continue
		}
		if state := e.On(r.Date).State; state != registry.InForce && state != registry.Amended {
			t.Errorf("%s is %s", number, state)
		}
	}
}

func TestWhatHasEndedLeadsToWhatIsInForce(t *testing.T) {
	r := registry.Shipped()
	for old, want := range map[string]string{"77/2015/QH13": "72/2025/QH15", "22/2008/QH12": "80/2025/QH15", "80/2015/QH13": "64/2025/QH15",
		"34/2016/NĐ-CP": "78/2025/NĐ-CP", "61/2018/NĐ-CP": "118/2025/NĐ-CP", "83/2015/QH13": "89/2025/QH15", "39/2019/QH14": "58/2024/QH15",
		"45/2013/QH13": "31/2024/QH15", "04/2015/NĐ-CP": "10/2022/QH15", "34/2007/PL-UBTVQH11": "10/2022/QH15", "55/1998/NQ-UBTVQH10": "10/2022/QH15",
		"110/2004/NĐ-CP": "30/2020/NĐ-CP", "09/2010/NĐ-CP": "30/2020/NĐ-CP"} {
		e, ok := r.Lookup(old)
		if state := e.On(r.Date).State; !ok || state != registry.Ended {
			t.Errorf("%s is %s", old, state)
		}
		if next, ok := r.Successor(e, r.Date); !ok || next.Number != want {
			t.Errorf("%s leads to %q, want %s", old, next.Number, want)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(three)
	f.Fuzz(func(t *testing.T, text string) {
		if r, found := load(text); (r == nil) != found.Failed() {
			t.Errorf("registry %v with %d findings", r != nil, len(found))
		}
	})
}
