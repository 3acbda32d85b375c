package check_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/plan"
)

var part = flag.String("corpus", "", "print what the rules make of the labelled sentences: dev (the training ones, with every miss) or held-out (figures only)")

// The labelled sentences. What the rules were tuned on is training: a third of corpus.txt was held out once, its figures were used, and it is
// training now. heldout-2.txt was labelled twice, independently and without sight of the rules, before the rules were
// mended by most of training.txt, and run once when that had ended: the figures to quote (docs/check.md). What it showed was not mended.
var (
	training = []string{"testdata/corpus.txt", "testdata/training.txt", "testdata/own.txt", "testdata/forms.txt"}
	heldOut  = []string{"testdata/heldout-2.txt"}
)

// A labelled is one sentence of the corpus, and where its slips stand.
type labelled struct {
	text  string
	slips []slip
}

type slip struct {
	from, to int
	family   string
	found    bool
}

var bracket = regexp.MustCompile(`\[([^\[\]|]*)\|([a-z]+)\]`)

// corpus reads labelled sentences, a line each.
func corpus(t *testing.T, name string) (all []labelled) {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if line := lines.Text(); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, read(line))
		}
	}
	return all
}

// read takes the brackets off a sentence. Places are those of its composed form, which is what the rules see.
func read(line string) labelled {
	var one labelled
	var raw strings.Builder
	at, composed := 0, 0
	for _, m := range bracket.FindAllStringSubmatchIndex(line, -1) {
		raw.WriteString(line[at:m[0]])
		composed += len(norm.NFC.String(line[at:m[0]]))
		words := line[m[2]:m[3]]
		raw.WriteString(words)
		from := composed
		composed += len(norm.NFC.String(words))
		one.slips = append(one.slips, slip{from, composed, line[m[4]:m[5]], false})
		at = m[1]
	}
	raw.WriteString(line[at:])
	one.text = raw.String()
	return one
}

// around is the plan that the sentences stand in: of UBND xã Sơn Tây Hạ for 2026, which writes ủy, hóa and curly quotes.
const around = `sections:
  - heading: NỘI DUNG THỰC HIỆN
    items:
      - text: |-
          %s
        role: van-phong
      - text: Đảng ủy, Ủy ban nhân dân, hóa đơn, khóa học, hòa giải, tỏa sáng; mô hình “Dân vận khéo”.
        role: van-phong
  - duties_of: [van-phong]
`

// A tally counts for one family what was found and what should have been.
type tally struct{ right, wrong, found, slips int }

// judge runs the rules over sentences. A finding is right when it stands on a slip, a slip found when a finding of any family stands on
// it: what the clerk calls a matter of citation (a law's capitals) may be a rule of writing.
func judge(t *testing.T, sentences []labelled, told func(string, ...any)) map[string]*tally {
	tallies := map[string]*tally{}
	of := func(family string) *tally {
		if tallies[family] == nil {
			tallies[family] = &tally{}
		}
		return tallies[family]
	}
	for _, one := range sentences {
		one.refused(t)
		p := load(t, check.Example(strings.Replace(around, "%s", one.text, 1)))
		text := norm.NFC.String(one.text)
		base := strings.Index(p.File.Text, text)
		for _, f := range check.Plan(p, check.Options{}) {
			from, to := f.At.Start-base, f.At.End-base
			if f.At.File != p.File || to <= 0 || from >= len(text) {
				continue
			}
			on := false
			for i := range one.slips {
				if s := &one.slips[i]; from < s.to && s.from < to || from == to && s.from <= from && from <= s.to {
					s.found, on = true, true
				}
			}
			family, _, _ := strings.Cut(f.Kind.ID, "/")
			if on {
				of(family).right++
			} else {
				of(family).wrong++
				told("WRONG %s %q: %s\n    %s\n", f.Kind.ID, text[max(from, 0):min(to, len(text))], f.Message("vi"), text)
			}
		}
		for _, s := range one.slips {
			of(s.family).slips++
			if s.found {
				of(s.family).found++
			} else {
				told("MISSED %s %q\n    %s\n", s.family, text[s.from:s.to], text)
			}
		}
	}
	return tallies
}

// refused finds what is no plan to any rule: loading fails at "???", which is told as to be filled in. It takes a figure's place for what
// the rules say of the rest.
func (one *labelled) refused(t *testing.T) {
	at := strings.Index(one.text, "???")
	if at < 0 {
		return
	}
	files := check.Example(strings.Replace(around, "%s", one.text, 1))
	_, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) { return []byte(files[name]), nil }})
	if len(found) != 1 || found[0].Kind.ID != "plan/must-fill" || !strings.HasSuffix(found[0].Source, one.text) {
		t.Fatalf("%s: %v", one.text, found)
	}
	for i := range one.slips {
		if s := &one.slips[i]; s.from <= at && at < s.to {
			s.found = true
		}
	}
	one.text = strings.Replace(one.text, "???", "100", 1)
}

func TestTheCorpusIsReadAsItWasLabelled(t *testing.T) {
	quiet := func(string, ...any) {}
	report := func(name string, told func(string, ...any)) {
		sentences := corpus(t, name)
		fmt.Printf("%s, %d sentences\n", name, len(sentences))
		print(judge(t, sentences, told))
	}
	all := slices.Concat(training, heldOut)
	switch *part {
	case "dev":
		for _, name := range training {
			report(name, func(format string, args ...any) { fmt.Printf(format, args...) })
		}
	case "held-out":
		for _, name := range all {
			report(name, quiet)
		}
	default:
		for _, name := range all {
			for family, n := range judge(t, corpus(t, name), quiet) {
				if n.right*100 < 95*(n.right+n.wrong) || n.found*100 < 85*n.slips {
					t.Errorf("%s: %s: %+v", name, family, *n)
				}
			}
		}
	}
}

// print prints precision and recall, a line a family.
func print(tallies map[string]*tally) {
	var families []string
	for family := range tallies {
		families = append(families, family)
	}
	slices.Sort(families)
	fmt.Printf("%-10s %9s %18s %9s\n", "family", "findings", "precision", "recall")
	for _, family := range families {
		n := tallies[family]
		fmt.Printf("%-10s %9d %11d = %3s %% %5d/%d = %3s %%\n", family, n.right+n.wrong, n.right, percent(n.right, n.right+n.wrong), n.found, n.slips, percent(n.found, n.slips))
	}
}

func percent(part, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprint((part*100 + of/2) / of)
}
