package batch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/units"
)

// The model of a province: what all must do, what each may change, what only some have.
const province = `kehoach: 1
edition: "1"
agency: agency.yaml
period: {year: 2026}
title: Chuyển đổi số trên địa bàn {{unit}}
values:
  - {name: so_to, value: '1'}
sections:
  - id: chung
    model: locked
    heading: YÊU CẦU CHUNG
    items:
      - {id: bat-buoc, text: 'Mọi {{kind.thon}} có tổ công nghệ số.'}
  - id: rieng
    heading: NỘI DUNG
    items:
      - id: tuyen-truyen
        text: Tuyên truyền mỗi quý một lần.
      - id: tap-huan
        text: Tập huấn {{so_to}} tổ.
      - {id: do-thi, when: {kind: phuong}, text: 'Chiếu sáng thông minh.'}
closing: Trên đây là Kế hoạch của {{agency.short}}
`

// TestAModelAndItsSecondEdition tells the story of a province: a model goes out to 96 units of three kinds, ten of them work on
// theirs, the second edition is carried in. What was edited stays, what is new arrives, conflicts are listed.
func TestAModelAndItsSecondEdition(t *testing.T) {
	kinds := []string{"xã", "phường", "đặc khu"}
	list := make([]units.Unit, 96)
	for i := range list {
		name := fmt.Sprintf("%s Mẫu %d", kinds[i%3], i)
		list[i] = units.Unit{Name: name, Values: map[string]string{"unit": name, "so_to": fmt.Sprint(i + 2)}}
	}
	file := smallModel(t, province)
	first := job(t, file, list)
	first.Formats, first.YAML = nil, true
	run(t, first)

	name := func(n int) string {
		p, _ := batch.ParsePattern("{{unit | slug}}")
		return filepath.Join(first.Out, p.Stem(map[string]string{"unit": list[n].Name})+".yaml")
	}
	for _, n := range []int{0, 1, 2, 50} { // each is a plan of its own, with the words of its kind
		p, found := plan.Load(filepath.ToSlash(name(n)), plan.Options{})
		if p == nil {
			t.Fatal(text(found))
		}
		want, _ := first.Model.With(list[n].Values)
		if p.Plain(p.Title) != want.Plain(want.Title) || len(p.Sections[1].Items) != len(want.Sections[1].Items) ||
			p.Plain(p.Sections[0].Items[0].Text) != want.Plain(want.Sections[0].Items[0].Text) || p.FromModel.Edition.Text != "1" {
			t.Errorf("%s is handed out as\n%s", list[n].Name, p.File.Text)
		}
	}

	edit := func(n int, old, new string) {
		data, err := os.ReadFile(name(n))
		if err != nil || !strings.Contains(string(data), old) {
			t.Fatalf("%s has no %q: %v\n%s", name(n), old, err, data)
		}
		if err := os.WriteFile(name(n), []byte(strings.Replace(string(data), old, new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 8 { // their own words, where the second edition changes nothing
		edit(n, "Tập huấn {{so_to}} tổ.", fmt.Sprintf("Tập huấn %d lớp.", n))
	}
	edit(8, "Tuyên truyền mỗi quý một lần.", "Tuyên truyền mỗi tuần.") // where it does
	edit(9, "YÊU CẦU CHUNG", "YÊU CẦU")                                // what is locked

	second := strings.NewReplacer(`edition: "1"`, `edition: "2"`, "mỗi quý một lần", "mỗi tháng một lần",
		"closing:", "  - id: moi\n    heading: AN TOÀN THÔNG TIN\n    text: Thực hiện ở các {{kind.thon}}.\nclosing:").Replace(province)
	next := job(t, smallModel(t, second), list)
	next.Out, next.Formats, next.YAML, next.Update = first.Out, nil, true, true
	r := run(t, next)
	if r.Built != 96 {
		t.Errorf("%+v", r.Progress)
	}
	ids := map[string]string{}
	for _, f := range r.Notes {
		ids[filepath.Base(f.File)] = f.Kind.ID
		if f.Line == 0 {
			t.Errorf("a conflict without its place: %v", f)
		}
	}
	if len(ids) != 2 || ids[filepath.Base(name(8))] != "carry/conflict" || ids[filepath.Base(name(9))] != "carry/locked" {
		t.Errorf("conflicts: %v", ids)
	}
	for n := range list {
		p, found := plan.Load(filepath.ToSlash(name(n)), plan.Options{})
		if p == nil {
			t.Fatal(text(found))
		}
		items, want := p.Sections[1].Items, [2]string{"Tuyên truyền mỗi tháng một lần.", fmt.Sprintf("Tập huấn %d tổ.", n+2)}
		if n < 8 {
			want[1] = fmt.Sprintf("Tập huấn %d lớp.", n)
		}
		if n == 8 {
			want[0] = "Tuyên truyền mỗi tuần."
		}
		if got := [2]string{p.Plain(items[0].Text), p.Plain(items[1].Text)}; got != want || len(p.Sections) != 3 || p.FromModel.Edition.Text != "2" {
			t.Errorf("%s: %q, want %q", list[n].Name, got, want)
		}
		if open := p.Open(); (len(open) > 0) != (n == 8 || n == 9) {
			t.Errorf("%s: open places %s", list[n].Name, text(open))
		}
	}
	again := job(t, filepath.ToSlash(next.Model.File.Name), list)
	again.Out, again.Formats, again.YAML, again.Update = first.Out, nil, true, true
	before := contents(t, first.Out)
	run(t, again)
	for file, sum := range contents(t, first.Out) {
		if strings.HasSuffix(file, ".yaml") && before[file] != sum {
			t.Errorf("%s changes when the same edition comes again", file)
		}
	}
}

func TestAChoiceIsMadeByTheUnit(t *testing.T) {
	file := smallModel(t, strings.Replace(province, "      - id: tap-huan\n", "      - id: tap-huan\n        model: choice\n", 1))
	list := []units.Unit{{Name: "xã A", Values: map[string]string{}}, {Name: "xã B", Values: map[string]string{}, Plan: "b.yaml"}}
	j := job(t, file, list)
	j.Lists = filepath.ToSlash(t.TempDir())
	if err := os.WriteFile(filepath.Join(j.Lists, "b.yaml"), []byte("drop: [tap-huan]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, found := j.Prepare()
	if !found.Failed() || found[0].Kind.ID != "batch/choice" || found[0].Arg("ids") != "tap-huan" {
		t.Errorf("%s", text(found))
	}
	j.Formats, j.YAML = nil, true
	run(t, j)
	for name, open := range map[string]int{"xa-a.yaml": 1, "xa-b.yaml": 0} {
		p, found := plan.Load(filepath.ToSlash(filepath.Join(j.Out, name)), plan.Options{})
		if p == nil {
			t.Fatal(text(found))
		}
		if got := p.Open(); len(got) != open {
			t.Errorf("%s: %d open places, want %d\n%s", name, len(got), open, p.File.Text)
		}
	}
}
