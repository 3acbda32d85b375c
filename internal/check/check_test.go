package check_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var update = flag.Bool("update", false, "renew golden files")

// load loads files written in a test: plan.yaml, and agency.yaml where it is not the smallest one.
func load(t testing.TB, files map[string]string) *plan.Plan {
	t.Helper()
	p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		if name == "agency.yaml" {
			return []byte(check.Example("")["agency.yaml"]), nil
		}
		return nil, fs.ErrNotExist
	}})
	if found.Failed() {
		var b bytes.Buffer
		_ = found.WriteText(&b, diag.English)
		t.Fatal(b.String())
	}
	return p
}

// example is the plan of a rule's example.
func example(text string) string { return check.Example(text)["plan.yaml"] }

func TestEveryRuleReportsItsWrongExampleAndNotItsRightOne(t *testing.T) {
	for _, r := range check.Rules() {
		if r.Family() == "template" {
			continue // template_test.go
		}
		t.Run(r.ID, func(t *testing.T) {
			found := check.Plan(load(t, check.Example(r.Wrong)), check.Options{})
			if !reported(found, r.ID) {
				t.Errorf("nothing is said of %q", r.Wrong)
			}
			for _, f := range check.Plan(load(t, check.Example(r.Right)), check.Options{}) {
				t.Errorf("the right example is blamed: %s: %s", f.Kind.ID, f.Message(diag.English))
			}
		})
	}
}

func reported(found []check.Finding, id string) bool {
	for _, f := range found {
		if f.Kind.ID == id {
			return true
		}
	}
	return false
}

// TestFindingsOfTheIssuedPlan holds all findings about the real plan of 2024; each was judged by reading it.
func TestFindingsOfTheIssuedPlan(t *testing.T) {
	p, found := plan.Load("../../plans/son-mau/2024/dan-chu-co-so.yaml", plan.Options{})
	if found.Failed() {
		t.Fatal(found)
	}
	var b bytes.Buffer
	_ = check.List(check.Plan(p, check.Options{})).WriteText(&b, diag.Vietnamese)
	const golden = "testdata/dan-chu-co-so.findings"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestARepairChangesItsWordsAndNothingElse(t *testing.T) {
	text := example(check.Find("writing/quotes").Wrong)
	p := load(t, map[string]string{"plan.yaml": text})
	data, changed, err := check.Fix(p.File, check.Plan(p, check.Options{}))
	if err != nil || !changed {
		t.Fatal(changed, err)
	}
	if want := strings.Replace(text, `"Dân vận khéo"`, "“Dân vận khéo”", 1); string(data) != want {
		t.Errorf("got\n%s\nwant\n%s", data, want)
	}
}

func TestAnIgnoredFindingNeedsAReason(t *testing.T) {
	text := example(check.Find("writing/quotes").Wrong)
	for comment, want := range map[string]string{
		"# ignore: writing/quotes: trích nguyên văn":          "",
		"# ignore: writing/quotes":                            "check/no-reason",
		"# ignore: writing/quote: lý do":                      "check/unknown-rule",
		"# ignore: quotes: lý do":                             "check/unknown-rule",
		"# ignore writing/quotes: lý do":                      "",
		"# IGNORE: writing/quotes: lý do":                     "",
		"# ignore: writing/quotes, writing/syllables: lý do":  "check/unused-ignore",
		"# ignore: writing/syllables, writing/quotes - lý do": "check/unused-ignore",
		"# ignore: writing/syllables, writing/quotes":         "check/no-reason",
	} {
		p := load(t, map[string]string{"plan.yaml": strings.Replace(text, "      - text: |-", "      "+comment+"\n      - text: |-", 1)})
		found := check.Plan(p, check.Options{})
		if want == "check/unused-ignore" && reported(found, "writing/quotes") || want == "" && len(found) > 0 || want != "" && !reported(found, want) {
			t.Errorf("%s: %v", comment, check.List(found))
		}
	}
}

func TestAnIgnoreThatSilencesNothingIsTold(t *testing.T) {
	for name, c := range map[string]struct{ comment, agency, want string }{
		"nothing is found there":            {"# ignore: writing/quotes: trích nguyên văn", "", "check/unused-ignore"},
		"it names no rule":                  {"# ignore: : lý do", "", "check/no-rule"},
		"it says nothing":                   {"# ignore:", "", "check/no-rule"},
		"a rule of Word files does not run": {"# ignore: template/margins: lý do", "", ""},
		"nor does one that is off":          {"# ignore: writing/quotes: lý do", "check: [{rule: writing/quotes, severity: \"off\", reason: lý do}]\n", ""},
		"nor one that has failed":           {"# ignore: sense/broken: lý do", "broken", ""},
		"other words are a comment":         {"# ignored so far", "", ""},
	} {
		files := check.Example("Tuyên truyền.")
		files["plan.yaml"] = strings.Replace(files["plan.yaml"], "      - text: |-", "      "+c.comment+"\n      - text: |-", 1)
		restore := func() {}
		if c.agency == "broken" {
			restore = check.BrokenRules()
		} else {
			files["agency.yaml"] += c.agency
		}
		found := slices.DeleteFunc(check.Plan(load(t, files), check.Options{}), func(f check.Finding) bool { return f.Kind.ID == "check/rule-failed" })
		restore()
		if c.want == "" && len(found) > 0 || c.want != "" && (len(found) != 1 || found[0].Kind.ID != c.want || found[0].Kind.Severity != diag.Note) {
			t.Errorf("%s: %v", name, check.List(found))
		}
	}
}

func TestTwoIgnoresOfOneFindingAreBothUsed(t *testing.T) {
	text := strings.Replace(example(check.Find("writing/quotes").Wrong), "      - text: |-", "      # ignore: writing/quotes: một\n      # ignore: writing/quotes: hai\n      - text: |-", 1)
	if found := check.Plan(load(t, map[string]string{"plan.yaml": text}), check.Options{}); len(found) > 0 {
		t.Errorf("%v", check.List(found))
	}
}

func TestAnIgnoreAboveAnItemCoversAllOfIt(t *testing.T) {
	const spaced = "Tuyên truyền , vận động Nhân dân."
	for name, c := range map[string]struct {
		item string
		want int // findings of writing/spaces
	}{
		"the text is its first key":          {"# %\n- text: " + spaced + "\n  output: " + spaced, 0},
		"the text is its second key":         {"# %\n- mark: dash\n  text: " + spaced, 0},
		"in a block":                         {"# %\n- mark: dash\n  text: >-\n    Thực hiện\n    " + spaced, 0},
		"what it holds":                      {"# %\n- text: Thực hiện.\n  items:\n    - text: " + spaced, 0},
		"not the next":                       {"# %\n- text: " + spaced + "\n- text: " + spaced, 1},
		"not one inside it above":            {"- text: " + spaced + "\n  items:\n    # %\n    - text: " + spaced, 1},
		"the dash on a line of its own":      {"# %\n-\n  mark: dash\n  text: " + spaced, 0},
		"behind the first key, that key":     {"- mark: dash # %\n  text: " + spaced, 1},
		"above another key, that key":        {"- text: " + spaced + "\n  # %\n  output: " + spaced, 1},
		"above a key with a list, that line": {"- mark: dash\n  # %\n  items:\n    - text: " + spaced, 1},
	} {
		item := strings.ReplaceAll("\n"+c.item, "\n", "\n      ")
		item = strings.ReplaceAll(item, "%", "ignore: writing/spaces: trích nguyên văn")
		text := example("Thực hiện.")
		from := strings.Index(text, "\n      - text: |-")
		to := from + strings.Index(text[from:], "Thực hiện.") + len("Thực hiện.")
		p := load(t, map[string]string{"plan.yaml": text[:from] + item + text[to:]})
		found := slices.DeleteFunc(check.Plan(p, check.Options{}), func(f check.Finding) bool { return f.Kind.ID != "writing/spaces" })
		if len(found) != c.want {
			t.Errorf("%s: %v\n%s", name, check.List(found), p.File.Text)
		}
	}
}

func TestTheAgencysOwnNameIsWrittenAsItIsWritten(t *testing.T) {
	agency := strings.NewReplacer("Sơn Tây Hạ", "Thuỷ Hoà", "SƠN TÂY HẠ", "THUỶ HOÀ").Replace(check.Example("")["agency.yaml"])
	p := load(t, map[string]string{"agency.yaml": agency, "plan.yaml": example("Ủy ban nhân dân xã Thuỷ Hoà chỉ đạo khóa học về văn hóa, hòa giải; uỷ thác cho Hoà.")})
	var told []string
	for _, f := range check.Plan(p, check.Options{}) {
		if f.Kind.ID == "writing/variants" {
			told = append(told, f.At.File.Name+" "+f.Arg("words"))
		}
	}
	if !slices.Equal(told, []string{"plan.yaml uỷ", "plan.yaml Hoà"}) {
		t.Error(told)
	}
}

func TestARuleThatFailsIsReportedAndDoesNotStopTheOthers(t *testing.T) {
	p := load(t, check.Example(check.Find("writing/quotes").Wrong))
	defer check.BrokenRules()()
	found := check.Plan(p, check.Options{})
	if !reported(found, "check/rule-failed") || !reported(found, "writing/quotes") {
		t.Error(check.List(found))
	}
}

func TestABrokenRuleOfWordFilesIsReported(t *testing.T) {
	defer check.BrokenRules()()
	if list := found(t, changed(t, "word/styles.xml", "Times New Roman", "Arial")); !reported(list, "check/rule-failed") || !reported(list, "template/font") {
		t.Error(check.List(list))
	}
}

// TestAPlanThatCannotBeLookedAtIsAnError: the run goes on with other files, and does not say of this one that it is fine.
func TestAPlanThatCannotBeLookedAtIsAnError(t *testing.T) {
	broken := *load(t, check.Example("Tuyên truyền."))
	broken.Citations = []*plan.Citation{nil}
	list := check.Plan(&broken, check.Options{})
	if len(list) != 1 || list[0].Kind.ID != "check/failed" || list[0].Kind.Severity != diag.Error || list[0].File != "plan.yaml" ||
		!strings.Contains(list[0].Message(diag.English), "nil pointer") {
		t.Error(check.List(list))
	}
}

func TestTheFormatOfAPartyCommitteeIsNotJudged(t *testing.T) {
	p := load(t, map[string]string{"plan.yaml": example("number: '5'\ntitle: V/v công tác dân vận.\n"),
		"agency.yaml": check.Example("# agency.yaml\nname: Đảng ủy xã Sơn Tây Hạ\nkind: khac\n")["agency.yaml"]})
	found := check.Plan(p, check.Options{})
	if len(found) != 1 || !reported(found, "format/outside") {
		t.Error(check.List(found))
	}
}

// BenchmarkPlans checks a thousand plans on all cores, as the program does: the real one and the samples, each loaded anew.
func BenchmarkPlans(b *testing.B) {
	files, _ := filepath.Glob("../../plans/*/[0-9][0-9][0-9][0-9]/*.yaml")
	for b.Loop() {
		var next atomic.Int64
		var workers sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				for i := int(next.Add(1)) - 1; i < 1000; i = int(next.Add(1)) - 1 {
					p, found := plan.Load(files[i%len(files)], plan.Options{})
					if found.Failed() {
						b.Error(found)
						return
					}
					check.Plan(p, check.Options{})
				}
			})
		}
		workers.Wait()
	}
}

func TestThePagesOfRulesAreCurrent(t *testing.T) {
	for file, lang := range map[string]diag.Lang{"../../docs/quy-tac.md": diag.Vietnamese, "../../docs/rules.md": diag.English} {
		want := check.Document(lang)
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != want {
			t.Errorf("%s is not what the rules say: go test ./internal/check -update (%v)", file, err)
		}
	}
}

func TestEveryRuleSaysWhatItIs(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range check.Rules() {
		if seen[r.ID] {
			t.Errorf("%s stands twice", r.ID)
		}
		seen[r.ID] = true
		for name, words := range map[string]diag.Words{"Title": r.Title, "Reason": r.Reason, "Message": r.Message} {
			if words.VI == "" || words.EN == "" {
				t.Errorf("%s has no %s in one of the languages", r.ID, name)
			}
		}
	}
}

func TestRepairsLeaveNothingToRepairAndAPlanThatLoads(t *testing.T) {
	for _, r := range check.Rules() {
		if r.Family() == "template" {
			continue
		}
		files := check.Example(r.Wrong)
		for range 4 {
			p := load(t, files)
			found := check.Plan(p, check.Options{})
			repaired := false
			for _, source := range []*plan.Source{p.File, p.Issuers[0].File} {
				data, changed, err := check.Fix(source, found)
				if err != nil {
					t.Errorf("%s: %v", r.ID, err)
				}
				if changed {
					files[source.Name], repaired = string(data), true
				}
			}
			if !repaired {
				break
			}
		}
		p := load(t, files)
		for _, f := range check.Plan(p, check.Options{}) {
			if f.At.File == nil {
				continue
			}
			if data, changed, _ := check.Fix(f.At.File, []check.Finding{f}); changed {
				t.Errorf("%s: %s is repaired again and again: %s", r.ID, f.Kind.ID, data)
			}
		}
	}
}

// FuzzRepairs: whatever an item says, no rule fails, and a repaired file is still a plan.
func FuzzRepairs(f *testing.F) {
	f.Add("\u200b")
	f.Add("K:*****c*c") // a blank behind a star ends no style
	f.Add("\n\u0344")   // a mark without a letter
	f.Add("Rõ?? ?")     // three question marks are an open place
	for _, r := range check.Rules() {
		if !strings.Contains(r.Wrong, ":\n") {
			f.Add(r.Wrong)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		files := check.Example(strings.Replace(around, "%s", strings.ReplaceAll(text, "\n", "\n          "), 1))
		o := plan.Options{ReadFile: func(name string) ([]byte, error) { return []byte(files[name]), nil }}
		p, found := plan.Load("plan.yaml", o)
		if found.Failed() {
			t.Skip()
		}
		findings := check.Plan(p, check.Options{})
		if reported(findings, "check/rule-failed") {
			t.Errorf("%v", check.List(findings))
		}
		check.Repairs(findings)
		data, _, err := check.Fix(p.File, findings)
		if err != nil {
			t.Fatal(err)
		}
		files["plan.yaml"] = string(data)
		if _, found := plan.Load("plan.yaml", o); found.Failed() {
			t.Errorf("the repaired file is no plan: %v\n%s", found, data)
		}
	})
}
