package plan_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
)

const passages = `kehoach: 1
agency: agency.yaml
period: {year: 2026}
title: 'Thực hiện ''ba nhất'' năm {{year}}'
citations:
  - {id: kh-1, type: Kế hoạch, number: 1/KH-UBND, subject: "về \"x\" \u1ec7 y"}
sections:
  - id: mot
    text: >-
      Dòng đầu gấp
      xuống **đậm năm 2024**
      theo {{cite kh-1}} và \*sao.

      - Đoạn hai.
    items:
      - text: |-
          Nguyên
          dòng
`

func TestEveryTextHasAPath(t *testing.T) {
	p, found := load(t, passages, nil)
	if found.Failed() {
		t.Fatal(found)
	}
	var got []string
	for _, passage := range p.Passages() {
		got = append(got, passage.Path)
	}
	want := "title citations.kh-1.type citations.kh-1.subject sections.mot.text sections.mot.items.1.text"
	if strings.Join(got, " ") != want {
		t.Errorf("%q\nwant %q", strings.Join(got, " "), want)
	}
}

// TestWordsAreFoundWhereTheyStand looks words up in the plain text of a line and reads the file at the place it gives.
func TestWordsAreFoundWhereTheyStand(t *testing.T) {
	p, found := load(t, passages, nil)
	if found.Failed() {
		t.Fatal(found)
	}
	lines := map[string]plan.Line{}
	for _, passage := range p.Passages() {
		for i, line := range p.Lines(passage.Text) {
			lines[passage.Path+"/"+string(rune('1'+i))] = line
		}
	}
	for _, c := range []struct {
		line, words, file string
		written           bool
	}{
		{"title/1", "'ba nhất'", "''ba nhất''", true},
		{"title/1", "2026", "{{year}}", false},
		{"title/1", "năm 2026", "năm {{year}}", false},
		{"citations.kh-1.subject/1", `"x"`, `\"x\"`, true},
		{"citations.kh-1.subject/1", "ệ y", `\u1ec7 y`, true},
		{"sections.mot.text/1", "gấp xuống", "gấp\n      xuống", true},
		{"sections.mot.text/1", "2024", "2024", true},
		{"sections.mot.text/1", "xuống đậm", "xuống **đậm", false},
		{"sections.mot.text/1", plan.Reference, "{{cite kh-1}}", false},
		{"sections.mot.text/1", "*sao", `\*sao`, true},
		{"sections.mot.text/2", "Đoạn", "Đoạn", true},
		{"sections.mot.items.1.text/2", "dòng", "dòng", true},
	} {
		line, ok := lines[c.line]
		if !ok {
			t.Fatalf("no line %q", c.line)
		}
		i := strings.Index(line.Text, c.words)
		if i < 0 {
			t.Errorf("%s: %q is not in %q", c.line, c.words, line.Text)
			continue
		}
		at, written := line.Place(i, i+len(c.words))
		if got := at.File.Text[at.Start:at.End]; got != c.file || written != c.written {
			t.Errorf("%s: %q stands at %q (%v), want %q (%v)", c.line, c.words, got, written, c.file, c.written)
		}
	}
}
