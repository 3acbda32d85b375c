package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
)

func source(t testing.TB, text string) *plan.Source {
	t.Helper()
	s, found := plan.ReadSource("plan.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	if found.Failed() {
		t.Skip(found)
	}
	return s
}

func TestACommentSpeaksOfTheEntryItStandsAt(t *testing.T) {
	s := source(t, `# đầu tệp

a: một # ở a
# trên b
#   và trên b
b: >- # ở b
  câu văn # không phải chú thích
  "c#d"
c:
  # trên danh sách
  - {x: 1, # trong ngoặc
     y: hai}
  - 'không # phải' # ở mục hai
d: [1,
  # giữa
  2] # cuối d
e: [
  1, 2 # giữa e
] # cuối e
f: &neo !!str chữ # ở f
g: *neo
`)
	notes := s.Notes()
	for words, want := range map[string]string{
		"một":     "đầu tệp|ở a",
		"câu văn": "trên b|và trên b|ở b",
		">-":      "trên b|và trên b|ở b",
		"hai":     "trên danh sách|trong ngoặc",
		"'không":  "ở mục hai",
		"2]":      "giữa|cuối d",
		"1, 2":    "giữa e|cuối e",
		"chữ #":   "ở f",
	} {
		i := strings.Index(s.Text, words)
		var got []string
		for _, c := range notes.On(plan.Place{File: s, Start: i, End: i + 1}) {
			got = append(got, c.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	if got := notes.Entry(plan.Place{File: s, Start: strings.Index(s.Text, "hai")}).Location().Line; got != 11 {
		t.Errorf("the entry in brackets begins on line %d", got)
	}
}

func FuzzNotes(f *testing.F) {
	f.Add("a: [b, #c\n d] # e\n#f")
	f.Fuzz(func(t *testing.T, text string) {
		s := source(t, text)
		for _, c := range s.Notes().Comments {
			if !strings.HasPrefix(s.Text[c.At.Start:], "#") {
				t.Errorf("no # at %d of %q", c.At.Start, text)
			}
		}
	})
}

func TestAnAnchorOrTagIsNoPartOfAValue(t *testing.T) {
	p, found := load(t, strings.Replace(fmt.Sprintf(smallest, "&loi Kết quả tốt. # XEM LẠI: chỗ này"), "period: {year: 2026}", "period: {year: !!str 2026}", 1), nil)
	if found.Failed() {
		t.Fatal(found)
	}
	if got := p.Sections[0].Text.At; got.File.Text[got.Start:got.End] != "Kết quả tốt." {
		t.Errorf("the text stands at %q", got.File.Text[got.Start:got.End])
	}
	if got := p.Period.Year.At; got.File.Text[got.Start:got.End] != "2026" {
		t.Errorf("the year stands at %q", got.File.Text[got.Start:got.End])
	}
	if !p.Open().Failed() {
		t.Error("the open mark behind an anchored text is not seen")
	}
}
