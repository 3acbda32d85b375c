package check_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/plan"
)

// long is a plan with as many items, each with what a rule remembers of all others: a citation with its date, words in place of a
// citation, a list numbered by hand, blanks that are too many.
func long(items int) string {
	var b strings.Builder
	b.WriteString("citations:\n  - {id: nd-59, type: Nghị định, number: 59/2023/NĐ-CP, date: 14/8/2023, issuer: Chính phủ, connector: quy định, subject: chi tiết một số điều}\n")
	b.WriteString("sections:\n  - heading: NỘI DUNG THỰC HIỆN\n    items:\n")
	for i := range items {
		fmt.Fprintf(&b, "      - heading: Nội dung %d\n        text: |-\n          1. Phổ biến Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 tại thôn  %d.\n"+
			"          2. Thực hiện {{cite nd-59 as=\"Nghị định số 59/2023/NĐ-CP lần %d\"}} \"thật  tốt\".\n", i, i, i)
	}
	b.WriteString("  - duties_of: [van-phong]\n")
	return check.Example(b.String())["plan.yaml"]
}

// BenchmarkLongPlans shows that the work grows as the plan does: ten times the items, ten times the time.
func BenchmarkLongPlans(b *testing.B) {
	for _, items := range []int{500, 5000} {
		p := load(b, map[string]string{"plan.yaml": long(items)})
		b.Run(fmt.Sprintf("rules/%d", items), func(b *testing.B) {
			for b.Loop() {
				check.Plan(p, check.Options{})
			}
		})
		found := check.Plan(p, check.Options{})
		b.Run(fmt.Sprintf("repairs/%d", items), func(b *testing.B) {
			for b.Loop() {
				check.Repairs(found)
			}
		})
		b.Run(fmt.Sprintf("fix/%d", items), func(b *testing.B) {
			for b.Loop() {
				if _, changed, err := check.Fix(p.File, found); !changed || err != nil {
					b.Fatal(changed, err)
				}
			}
		})
	}
}

// BenchmarkALongLine shows the same of one line, made of what rules look around at: twice as long, about twice the time.
func BenchmarkALongLine(b *testing.B) {
	for _, words := range []string{"XX ", "a,a,", "xã Sơn Tân ", "đến ngày 5/3 ", "trước ngày 5/3/2026 ", "Tết Ất Tỵ ", "UBND huyện Sơn Tây ", "a  a "} {
		for _, bytes := range []int{32 << 10, 64 << 10} {
			p := load(b, map[string]string{"plan.yaml": example("Thực hiện " + strings.Repeat(words, bytes/len(words)) + "xong.")})
			b.Run(fmt.Sprintf("%s/%d", strings.TrimSpace(words), bytes), func(b *testing.B) {
				for b.Loop() {
					check.Repairs(check.Plan(p, check.Options{}))
				}
			})
		}
	}
}

// TestARepairThatIsShownIsTheOneThatIsMade lays the repair of each finding over the text.
func TestARepairThatIsShownIsTheOneThatIsMade(t *testing.T) {
	p := load(t, map[string]string{"plan.yaml": long(3)})
	found := check.Plan(p, check.Options{})
	check.Repairs(found)
	shown := 0
	for i, f := range found {
		want, changed, err := check.Fix(p.File, found[i:i+1])
		if err != nil || changed != (len(f.Repairs) > 0) {
			t.Fatalf("%s: %v, shown %v: %v", f.Kind.ID, changed, f.Repairs, err)
		}
		for _, r := range f.Repairs {
			shown++
			from, to := offset(p.File, r.Line, r.Column), offset(p.File, r.EndLine, r.EndColumn)
			if got := p.File.Text[:from] + r.Text + p.File.Text[to:]; got != string(want) {
				t.Errorf("%s: %+v makes\n%s\nnot\n%s", f.Kind.ID, r, got, want)
			}
		}
	}
	if shown < 6 {
		t.Errorf("only %d repairs", shown)
	}
}

// offset is the byte of a line and column that count code points from 1.
func offset(file *plan.Source, line, column int) int {
	at := 0
	for range line - 1 {
		at += strings.IndexByte(file.Text[at:], '\n') + 1
	}
	return at + len(string([]rune(file.Text[at:])[:column-1]))
}
