package check

import (
	"fmt"
	"github.com/kehoach/kehoach/internal/plan"
	"testing"
)

func TestZZ(t *testing.T) {
	p, _ := plan.Load("../../plans/son-mau/2024/dan-chu-co-so.yaml", plan.Options{})
	l := newLook(p, Options{})
	fmt.Println(l.here, l.day)
	for _, s := range l.Sentences {
		for _, m := range s.Units {
			if m.Name != "" {
				fmt.Println(s.Passage.Path, s.Text[m.From:m.To], m.Units, s.near(m.Units[0]), s.partnered(m), s.othersDocument(m))
			}
		}
	}
	for _, d := range l.documents {
		fmt.Println(d.page, d.kind, d.symbol, d.mention != nil, d.full)
	}
}
