package carry_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/carry"
	"github.com/kehoach/kehoach/internal/plan"
)

const unitModel = `kehoach: 1
edition: "2"
agency: agency.yaml
period: {year: 2026}
title: Thực hiện trên địa bàn {{unit}} của {{agency.short}}
values:
  - {name: ghi_chu, value: không}
sections:
  - {id: a, heading: A, text: 'Ghi chú: {{ghi_chu}}.'}
`

const unitAgency = `kehoach: 1
name: Ủy ban nhân dân xã Sơn Tây Hạ
short: UBND xã
kind: xa
letterhead: XÃ SƠN TÂY HẠ
place: Sơn Tây Hạ
suffix: UBND
signatories:
  - {id: chu-tich, name: Nguyễn Văn An, post: CHỦ TỊCH}
`

func options(files map[string]string) plan.Options {
	return plan.Options{ReadFile: func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}}
}

// TestTheHandedOutPlanSaysWhatTheModelsDoes holds that values are letters in the unit's own files as they are in a list.
func TestTheHandedOutPlanSaysWhatTheModelsDoes(t *testing.T) {
	model, _ := plan.LoadModel("plan.yaml", options(map[string]string{"plan.yaml": unitModel, "agency.yaml": unitAgency}))
	for _, value := range []string{"Nguyễn {{so_to}} An", `a \{\{ b`, "**An** và *Bình*", `C:\thu\-muc\`, "- gạch đầu dòng", "{{{x}}}", "An * Bình", "{một}"} {
		made, found := model.With(map[string]string{"unit": "xã Ba Động", "ghi_chu": value, "signatory.name": value, "agency.short": value, "agency.letterhead": value})
		if made == nil {
			t.Fatal(found[0].Kind.ID)
		}
		files, ok := carry.Unit(model, made, "x", nil)
		if !ok {
			t.Fatalf("%q can't be handed out", value)
		}
		again, found := plan.Load("x.yaml", options(map[string]string{"x.yaml": string(files.Plan), carry.AgencyName("x"): string(files.Agency)}))
		if again == nil {
			t.Errorf("%q: %v\n%s%s", value, found[0].Kind.ID, files.Plan, files.Agency)
			continue
		}
		for what, of := range map[string]func(*plan.Plan) string{
			"signatory":  func(p *plan.Plan) string { return p.Plain(p.Signs().Name) },
			"letterhead": func(p *plan.Plan) string { return p.Issuers[0].Letterhead.Words() },
			"title":      func(p *plan.Plan) string { return p.Plain(p.Title) },
			"text":       func(p *plan.Plan) string { return p.Plain(p.Sections[0].Text) },
		} {
			if got, want := of(again), of(made); got != want {
				t.Errorf("%s of %q: handed out as %q, the model prints %q", what, value, got, want)
			}
		}
		if made.Signs().Name.Words() != value {
			t.Errorf("%q becomes %q", value, made.Signs().Name.Words())
		}
	}
}

// TestTheHandedOutAgencySignsAsThePlanDoes holds that KT. comes with a deputy and goes with the head, in the unit's own files too.
func TestTheHandedOutAgencySignsAsThePlanDoes(t *testing.T) {
	deputy := strings.Replace(unitAgency, "post: CHỦ TỊCH}", "post: PHÓ CHỦ TỊCH, for: CHỦ TỊCH, authority: [KT]}", 1)
	for _, c := range []struct{ agency, post, standsFor string }{
		{unitAgency, "PHÓ CHỦ TỊCH", "CHỦ TỊCH"},
		{deputy, "CHỦ TỊCH", ""},
		{deputy, "PHÓ CHỦ TỊCH", "CHỦ TỊCH"},
	} {
		model, found := plan.LoadModel("plan.yaml", options(map[string]string{"plan.yaml": unitModel, "agency.yaml": c.agency}))
		if model == nil {
			t.Fatal(found[0].Kind.ID)
		}
		made, _ := model.With(map[string]string{"unit": "xã Ba Động", "signatory.name": "Trần Thị Bình", "signatory.post": c.post})
		files, _ := carry.Unit(model, made, "x", nil)
		again, found := plan.Load("x.yaml", options(map[string]string{"x.yaml": string(files.Plan), carry.AgencyName("x"): string(files.Agency)}))
		if again == nil {
			t.Fatalf("%s: %v\n%s", c.post, found[0].Args, files.Agency)
		}
		signs := again.Signs()
		if !slices.Equal(signs.Authority, made.Signs().Authority) || signs.Post.Text != c.post || signs.For.Text != c.standsFor {
			t.Errorf("%s: handed out as %v %s for %q, built as %v", c.post, signs.Authority, signs.Post.Text, signs.For.Text, made.Signs().Authority)
		}
	}
}

func TestAUnitsPlanNamesTheDigestOfTheModelItself(t *testing.T) {
	o := options(map[string]string{"plan.yaml": unitModel, "agency.yaml": unitAgency, "own.yaml": "sections:\n  - {id: a, heading: RIÊNG}\n"})
	model, _ := plan.LoadModel("plan.yaml", o)
	own, _ := model.Override("own.yaml", o)
	made, _ := own.With(map[string]string{"unit": "xã Ba Động"})
	files, _ := carry.Unit(own, made, "x", nil)
	p, found := plan.Load("x.yaml", options(map[string]string{"x.yaml": string(files.Plan), carry.AgencyName("x"): string(files.Agency)}))
	if p == nil {
		t.Fatal(found[0].Kind.ID)
	}
	sum := sha256.Sum256([]byte(unitModel))
	if want := hex.EncodeToString(sum[:]); p.FromModel.Digest.Text != want || p.Sections[0].Heading.Text != "RIÊNG" {
		t.Errorf("the model's digest is %s, not %s", p.FromModel.Digest.Text, want)
	}
}

// TestAJointModelIsNotHandedOut holds that no plan is written whose agency files are not there.
func TestAJointModelIsNotHandedOut(t *testing.T) {
	joint := "agencies: [agency.yaml, hai.yaml]\n"
	model, found := plan.LoadModel("plan.yaml", options(map[string]string{"plan.yaml": "kehoach: 1\n" + joint + unitModel[len("kehoach: 1\nedition: \"2\"\nagency: agency.yaml\n"):],
		"agency.yaml": unitAgency, "hai.yaml": unitAgency}))
	if model == nil {
		t.Fatal(found[0].Kind.ID)
	}
	refused := carry.Refused(model)
	if len(refused) != 1 || refused[0].Kind.ID != "carry/agencies" || refused[0].Line != 2 {
		t.Errorf("%v", refused)
	}
	made, _ := model.With(nil)
	if files, ok := carry.Unit(model, made, "x", nil); ok {
		t.Errorf("handed out as\n%s", files.Plan)
	}
}

func TestAModelWithAliasesIsHandedOutWithoutThem(t *testing.T) {
	text := unitModel + `  - &bien {id: bien, heading: BIỂN, when: {kind: phuong}, text: &loi Biển.}
  - {<<: *bien, id: cang, heading: CẢNG}
  - {id: c, heading: C, text: *loi}
`
	model, found := plan.LoadModel("plan.yaml", options(map[string]string{"plan.yaml": text, "agency.yaml": unitAgency}))
	if model == nil {
		t.Fatal(found[0].Args)
	}
	for unit, want := range map[string]int{"xã A": 2, "phường A": 4} {
		made, _ := model.With(map[string]string{"unit": unit})
		files, ok := carry.Unit(model, made, "x", nil)
		if !ok {
			t.Errorf("%s gets nothing", unit)
			continue
		}
		p, _ := plan.Load("x.yaml", options(map[string]string{"x.yaml": string(files.Plan), carry.AgencyName("x"): string(files.Agency)}))
		if p == nil || len(p.Sections) != want || p.Sections[want-1].Text.Text != "Biển." {
			t.Errorf("%s is handed out as\n%s", unit, files.Plan)
		}
	}
}
