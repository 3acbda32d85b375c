package tidy_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/tidy"
)

func source(t testing.TB, text string) *plan.Source {
	t.Helper()
	s, found := plan.ReadSource("plan.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	if found.Failed() {
		t.Skip()
	}
	return s
}

func canonical(t testing.TB, text string) string {
	t.Helper()
	out, err := tidy.File(source(t, text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return string(out)
}

func TestTheCanonicalForm(t *testing.T) {
	for name, c := range map[string]struct{ from, want string }{
		"keys stand in the order of the language, with their comments": {
			"# đầu tệp\nkehoach: 1\ntitle: T\n# tệp cơ quan\nagency: a.yaml\nperiod: {year: 2026}   # năm\n",
			"# đầu tệp\nkehoach: 1\n# tệp cơ quan\nagency: a.yaml\nperiod: {year: 2026}   # năm\ntitle: T\n"},
		"in brackets too, with what stands between them": {
			"kehoach: 1\ncitations:\n  - {type: Luật, id: l, date: 1/2/2022,\n     subject: 'A, b'}\n",
			"kehoach: 1\n\ncitations:\n  - {id: l, type: Luật, date: 1/2/2022,\n     subject: 'A, b'}\n"},
		"every level is two blanks further in": {
			"kehoach: 1\nsections:\n- heading: A\n  items:\n  -   text: |-\n         một\n           hai # không phải chú thích\n      role: r\n",
			"kehoach: 1\n\nsections:\n  - heading: A\n    items:\n      - text: |-\n           một\n             hai # không phải chú thích\n        role: r\n"},
		"an item whose first key moves keeps its dash": {
			"kehoach: 1\nsections:\n  - items:\n      - text: a\n    heading: A\n",
			"kehoach: 1\n\nsections:\n  - heading: A\n    items:\n      - text: a\n"},
		"a blank line above lists, no two in a row": {
			"kehoach: 1\n\n\nagency: a.yaml\nroles:\n  - id: a\n# của mục\nsections:\n  - heading: A   \n\n\n    text: b\nclosing: c\n\n\n",
			"kehoach: 1\n\nagency: a.yaml\n\nroles:\n  - id: a\n\n# của mục\nsections:\n  - heading: A\n\n    text: b\nclosing: c\n"},
		"letters are composed, lines end in LF": {
			norm.NFD.String("kehoach: 1\r\ntitle: Kế hoạch\r\n"), "kehoach: 1\ntitle: Kế hoạch\n"},
		"blanks inside scalars are theirs": {
			"kehoach: 1\nopening: |\n  a  \n\n\n  b\ntitle: \"x  \\\n  y\"\n", "kehoach: 1\ntitle: \"x  \\\n  y\"\nopening: |\n  a  \n\n\n  b\n"},
		"what has anchors is only cleaned": {
			"title: T   \nkehoach: 1\nopening: &x a\nclosing: *x\n", "title: T\nkehoach: 1\nopening: &x a\nclosing: *x\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := canonical(t, c.from)
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if again := canonical(t, got); again != got {
				t.Errorf("a second run changes it:\n%s", again)
			}
		})
	}
}

func TestLinesThatOnlyYAMLSeesAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"in a quoted scalar": "kehoach: 1\ntitle: \"a%sb\"\nagency: \"x\n  y\"\n",
		"in a comment":       "kehoach: 1\n# a%s\ntitle: b\nagency: a.yaml\n",
		"in brackets":        "kehoach: 1\nopening: a%s  b\ncitations:\n- {type: Luật, id: l}\n",
	} {
		for _, end := range []string{"\u0085", "\u2028", "\u2029"} {
			if out, err := tidy.File(source(t, strings.Replace(text, "%s", end, 1))); err == nil || !strings.Contains(err.Error(), "line 2 holds U+") {
				t.Errorf("%s, %+q: %v\n%s", name, end, err, out)
			}
		}
	}
}

func TestThePlansHereAreInCanonicalForm(t *testing.T) {
	err := filepath.WalkDir("../../plans", func(name string, entry os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".yaml" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if got := canonical(t, string(data)); got != string(data) {
			t.Errorf("kehoach fmt %s changes it:\n%s", name, got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// FuzzFile: whatever the file, its canonical form says the same and stays as it is.
func FuzzFile(f *testing.F) {
	files, _ := filepath.Glob("../../plans/*/*/*.yaml")
	for _, name := range files {
		data, _ := os.ReadFile(name)
		f.Add(string(data))
	}
	f.Add("h: 1\nsections:\n-")
	f.Add("kehoach: 1\nsections:\n- items:\n  - {text: a, id: b}\n  heading: \"c\n   d\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		out, err := tidy.File(source(t, text))
		if err != nil {
			return // no YAML, or a layout that is left alone
		}
		again, err := tidy.File(source(t, string(out)))
		if err != nil || string(again) != string(out) {
			t.Errorf("%v\n%q\n%q", err, out, again)
		}
		if strings.Contains(string(out), "\r") {
			t.Errorf("%q", out)
		}
	})
}
