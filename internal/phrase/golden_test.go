package phrase_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/phrase"
)

var update = flag.Bool("update", false, "renew the golden files")

// Each paragraph of the texts under testdata, with its phrases below it.
func TestPhrasesOfRealPlans(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			for _, paragraph := range strings.Split(strings.TrimSpace(string(data)), "\n") {
				fmt.Fprintf(&b, "%s\n", paragraph)
				dump(&b, paragraph, phrase.Find(paragraph), "  ")
			}
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != string(want) {
				t.Errorf("phrases have changed; read what -update writes to %s:\n%s", golden, firstDifference(got, string(want)))
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// dump writes phrases a line each: kind, words, and in brackets the details.
func dump(b *strings.Builder, text string, phrases []phrase.Phrase, indent string) {
	for _, p := range phrases {
		fmt.Fprintf(b, "%s%s ‹%s›%s\n", indent, p.Kind, p.In(text), details(text, p))
		dump(b, text, p.Inside, indent+"  ")
	}
}

func details(text string, p phrase.Phrase) string {
	var list []string
	add := func(name string, s phrase.Span) {
		if s.Given() {
			list = append(list, name+"="+s.In(text))
		}
	}
	if c := p.Document; c != nil {
		add("type", c.Type)
		add("so", c.So)
		if c.Symbol != "" {
			list = append(list, fmt.Sprintf("symbol=%s (%s)", c.Symbol, c.Family))
		}
		add("date", c.Date)
		add("issuer", c.Issuer)
		add("connector", c.Connector)
		add("subject", c.Subject)
		add("may go on", c.MayGoOn)
	}
	if d := p.Date; d != nil {
		list = append(list, fmt.Sprintf("%+v", *d))
	}
	if f := p.Quantity; f != nil {
		list = append(list, fmt.Sprintf("%s %v", f.Sort, f.Value))
		add("unit", f.Unit)
	}
	if w := p.Person; w != nil {
		add("form", w.Form)
		add("degree", w.Degree)
		add("name", w.Name)
		add("post", w.Post)
	}
	if p.Kind == phrase.Period {
		list = append(list, p.Period.String())
	}
	for _, y := range p.Years {
		if p.Kind == phrase.Document || p.Kind == phrase.Quote {
			continue
		}
		clue := ""
		if y.Clue.Given() {
			clue = ": " + y.Clue.In(text)
		}
		list = append(list, fmt.Sprintf("%d %s%s", y.Year, y.Sense, clue))
	}
	if len(list) == 0 {
		return ""
	}
	return " [" + strings.Join(list, " | ") + "]"
}
