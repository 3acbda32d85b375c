package check

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
)

var labelForm = regexp.MustCompile(`\[([^\[\]|]*)\|([a-z]+)\]`)

func TestCorpusDev(t *testing.T) {
	data, _ := os.ReadFile("/tmp/wcb/dev.txt")
	agency, _ := os.ReadFile("/work/wt-check-b/plans/mau/agency.yaml")
	tp, fp, fn := map[string]int{}, map[string]int{}, map[string]int{}
	for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		type label struct {
			words, family string
			from, to      int
			hit           bool
		}
		var labels []label
		var b strings.Builder
		at := 0
		for _, m := range labelForm.FindAllStringSubmatchIndex(line, -1) {
			b.WriteString(line[at:m[0]])
			from := b.Len()
			b.WriteString(line[m[2]:m[3]])
			labels = append(labels, label{line[m[2]:m[3]], line[m[4]:m[5]], from, b.Len(), false})
			at = m[1]
		}
		b.WriteString(line[at:])
		text := b.String()
		yaml := "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2026}\ntitle: Thực hiện công tác dân vận năm {{year}}\nroles:\n  - {id: vp, name: Văn phòng HĐND và UBND}\nsections:\n  - heading: NỘI DUNG THỰC HIỆN\n    items:\n      - role: vp\n        text: |-\n          " + text + "\nclosing: Trên đây là Kế hoạch\n"
		p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
			switch name {
			case "plan.yaml":
				return []byte(yaml), nil
			case "agency.yaml":
				return agency, nil
			}
			return nil, fs.ErrNotExist
		}})
		if found.Failed() {
			fmt.Println("LOAD", n, text, found)
			continue
		}
		start := strings.Index(p.File.Text, "          "+p.Sections[0].Items[0].Text.Value.Text) + 10
		for _, f := range Plan(p, Options{}) {
			fam := f.Rule.Family()
			if f.At.File != p.File || fam == "writing" || fam == "format" {
				continue
			}
			from, to := f.At.Start-start, f.At.End-start
			hit := false
			for i := range labels {
				if labels[i].from < to && from < labels[i].to {
					if labels[i].family == fam || true {
						if labels[i].family != fam {
							fmt.Printf("FAMILY %s for %s: %q\n", f.Kind.ID, labels[i].family, labels[i].words)
						}
						hit = true
						labels[i].hit = true
					}
				}
			}
			if hit {
				tp[fam]++
			} else {
				fp[fam]++
				fmt.Printf("FP %s %q\n     %s\n", f.Kind.ID, p.File.Text[f.At.Start:f.At.End], line)
			}
		}
		for _, l := range labels {
			if !l.hit && l.family != "writing" {
				fn[l.family]++
				fmt.Printf("FN %s %q\n     %s\n", l.family, l.words, line)
			}
		}
	}
	for _, fam := range []string{"names", "citation", "sense"} {
		fmt.Printf("%s tp %d fp %d fn %d\n", fam, tp[fam], fp[fam], fn[fam])
	}
}
