package starter_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/starter"
)

func answers() starter.Answers {
	return starter.Answers{Kind: "xa", Name: "Sơn Tây Hạ", Signatory: "Nguyễn Văn An", Post: "CHỦ TỊCH", Year: 2026}
}

// load loads the plan of the files, each change made to its text first.
func load(t *testing.T, a starter.Answers, change func(string) string) (*plan.Plan, []string) {
	t.Helper()
	files, err := starter.Files(a)
	if err != nil {
		t.Fatal(err)
	}
	p, found := plan.Load("2026/ke-hoach.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
		for _, f := range files {
			if f.Name == name {
				return []byte(change(string(f.Data))), nil
			}
		}
		return nil, fs.ErrNotExist
	}})
	var ids []string
	for _, f := range found {
		ids = append(ids, f.Kind.ID)
	}
	return p, ids
}

func TestMustFillMarksAreTheOnlyFindings(t *testing.T) {
	_, ids := load(t, answers(), func(s string) string { return s })
	if len(ids) == 0 {
		t.Fatal("nothing is left to fill in")
	}
	for _, id := range ids {
		if id != "plan/must-fill" {
			t.Errorf("finding %s", id)
		}
	}
}

func TestTheFirstPlanBuildsOnceItIsFilledIn(t *testing.T) {
	for _, a := range []starter.Answers{answers(),
		{Kind: "phuong", Name: "Nghĩa: Lộ # 1", Parent: "Tỉnh \"Quảng\" Ngãi", Place: "Nghĩa Lộ", Signatory: "- Lê", Post: "Phó Chủ tịch", Year: 2026}} {
		p, ids := load(t, a, func(s string) string { return strings.ReplaceAll(s, "???", "công tác dân vận") })
		if p == nil {
			t.Fatalf("%+v: %v", a, ids)
		}
		r, _ := render.New(font.Default())
		if files, found := r.Plan(p, "plan", []render.Format{render.DOCX, render.PDF}); len(files) != 3 || len(found) > 0 {
			t.Errorf("%+v: %v", a, found)
		}
		if p.Issuers[0].Signatories[0].Name.Text != a.Signatory {
			t.Errorf("the signatory is %q", p.Issuers[0].Signatories[0].Name.Text)
		}
	}
}
