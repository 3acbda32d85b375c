package tidy_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
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
	out, found := tidy.File(source(t, text))
	if out == nil {
		t.Fatalf("%v\n%s", found, text)
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
		"a last line without an end, in a block": {
			"opening: |\n  a\nkehoach: 1\nclosing: |\n  x", "kehoach: 1\nopening: |\n  a\nclosing: |\n  x"},
		"a last line without an end": {
			"kehoach: 1\ntitle: x", "kehoach: 1\ntitle: x\n"},
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

func TestOneRunIsEnough(t *testing.T) {
	for name, text := range map[string]string{
		"many lists of keys":   "kehoach: 1\nsections:\n" + strings.Repeat("  - items:\n    - # trên vai\n      role: r\n      # của câu\n      text: a\n    - mark: dash\n      # của vai\n      role: r\n      text: a\n\n    heading: A\n", 400),
		"brackets in brackets": "kehoach: 1\nsections: [{items: " + strings.Repeat("[{items: ", 30) + "[]" + strings.Repeat(", text: 'a, b', id: \"c\"}]", 30) + ", heading: A}]\n",
		"brackets by the edge": "sections:\n  - items: [\n{role: r,\ntext: a},\n]\n    heading: A\nkehoach: 1\nroles: [{name: A, id: b,\n\n}\n]\n",
		"no blank behind":      "kehoach: 1\ncitations:\n  - {date: 1/2/2022,id: l,\"type\":\"Luật\"}\n",
		"an end mark":          "title: T\nkehoach: 1\n...\n",
	} {
		t.Run(name, func(t *testing.T) {
			once := canonical(t, text)
			if again := canonical(t, once); again != once {
				t.Errorf("a second run makes of\n%s\nthis:\n%s", once, again)
			}
			if before, after := data(text), data(once); !reflect.DeepEqual(before, after) {
				t.Errorf("it says otherwise:\n%s", once)
			}
			if name == "many lists of keys" && strings.Count(once, "  - heading: A\n    items:\n") != 400 {
				t.Errorf("not in order:\n%s", once)
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
			out, found := tidy.File(source(t, strings.Replace(text, "%s", end, 1)))
			if out != nil || len(found) != 1 || found[0].Line != 2 || !strings.HasPrefix(found[0].Arg("code"), "U+") {
				t.Errorf("%s, %+q: %v\n%s", name, end, found, out)
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

func TestAPlanWithItsKeysShuffledComesBackInOrder(t *testing.T) {
	files, _ := filepath.Glob("../../plans/*/*/*.yaml")
	dice := rand.New(rand.NewPCG(1, 2))
	for _, name := range files {
		text, _ := os.ReadFile(name)
		for range 5 {
			var root yaml.Node
			if err := yaml.Unmarshal(text, &root); err != nil {
				t.Fatal(err)
			}
			shuffle(&root, dice)
			var b strings.Builder
			e := yaml.NewEncoder(&b)
			e.SetIndent(3)
			if e.Encode(&root) != nil || e.Close() != nil {
				t.Fatal("can't be written")
			}
			once := canonical(t, b.String())
			if canonical(t, once) != once || !reflect.DeepEqual(data(string(text)), data(once)) {
				t.Errorf("%s: %s", name, b.String())
			}
			if !slices.Equal(keys(once), keys(string(text))) {
				t.Errorf("%s: the keys are out of order:\n%s", name, once)
			}
		}
	}
}

// shuffle puts the keys of all mappings in another order, without comments, whose place yaml.v3 does not keep.
func shuffle(n *yaml.Node, dice *rand.Rand) {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	if n.Kind == yaml.MappingNode {
		dice.Shuffle(len(n.Content)/2, func(i, j int) {
			c := n.Content
			c[2*i], c[2*i+1], c[2*j], c[2*j+1] = c[2*j], c[2*j+1], c[2*i], c[2*i+1]
		})
	}
	for _, child := range n.Content {
		shuffle(child, dice)
	}
}

// keys are the keys of all mappings in the order of a text.
func keys(text string) []string {
	var root yaml.Node
	if yaml.Unmarshal([]byte(text), &root) != nil {
		return nil
	}
	var all []string
	var visit func(*yaml.Node)
	visit = func(n *yaml.Node) {
		for i, child := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 {
				all = append(all, child.Value)
			}
			visit(child)
		}
	}
	visit(&root)
	return all
}

// data is what a text says to one who reads it as YAML.
func data(text string) (v any) {
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		return "no map" // keys that stand twice, say
	}
	return v
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
		from := source(t, text)
		out, _ := tidy.File(from)
		if out == nil {
			return // no YAML, or a layout that is left alone
		}
		again, found := tidy.File(source(t, string(out)))
		if string(again) != string(out) {
			t.Errorf("%v\n%q\n%q", found, out, again)
		}
		if before, after := data(from.Text), data(string(out)); !reflect.DeepEqual(before, after) {
			t.Errorf("%v became %v", before, after)
		}
		if strings.Contains(string(out), "\r") {
			t.Errorf("%q", out)
		}
	})
}
