package plan_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

const modelText = `kehoach: 1
agency: agency.yaml
period: {year: 2026}
title: Thực hiện trên địa bàn {{unit}}
values:
  - {name: so_ho, value: '0'}
  - {name: ngay_hop, value: 15/3/2026}
  - {name: ven_bien, value: khong}
roles:
  - {id: vp, name: Văn phòng}
  - {id: kt, name: '{{kind.phong_kinh_te}}'}
sections:
  - id: chung
    heading: NỘI DUNG CHUNG
    model: locked
    items:
      - {id: khoa, text: 'Không ai sửa được ở các {{kind.thon}}.'}
      - {id: mo, text: 'Sửa được.', model: open}
  - id: bien
    when: {ven_bien: [co, mot-phan]}
    heading: KINH TẾ BIỂN
    items:
      - {id: tau, text: 'Tàu thuyền.'}
  - id: rieng
    heading: NỘI DUNG RIÊNG
    items:
      - {id: mot, text: 'Một.', deadline: {before: 30/6/2026}, superior_due: 30/6/2026}
      - {id: hai, text: 'Hai, theo {{item mot}}.'}
      - {id: do-thi, when: {kind: phuong}, text: 'Đô thị.'}
`

// files reads from a map as from a disk.
func files(texts map[string]string) plan.Options {
	return plan.Options{ReadFile: func(name string) ([]byte, error) {
		if text, ok := texts[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}}
}

func model(t *testing.T, text string, more ...string) (*plan.Plan, plan.Options) {
	t.Helper()
	texts := map[string]string{"plan.yaml": text, "agency.yaml": agency}
	for i := 0; i+1 < len(more); i += 2 {
		texts[more[i]] = more[i+1]
	}
	o := files(texts)
	p, found := plan.LoadModel("plan.yaml", o)
	if p == nil {
		t.Fatal(findings(found, diag.English))
	}
	return p, o
}

// headings are the sections of a plan with their items' ids: "chung(khoa mo)".
func headings(p *plan.Plan) string {
	var out []string
	for _, s := range p.Sections {
		var items []string
		for _, i := range s.Items {
			items = append(items, i.ID.Text)
		}
		out = append(out, s.ID.Text+"("+strings.Join(items, " ")+")")
	}
	return strings.Join(out, " ")
}

func TestAUnitIsItsValues(t *testing.T) {
	p, _ := model(t, modelText)
	u, found := p.With(map[string]string{"unit": "phường Nghĩa Lộ", "ven_bien": "Co", "signatory.name": "Trần Văn B", "so_ho": "120", "number": "7", "date": "02/3/2026"})
	if u == nil {
		t.Fatal(findings(found, diag.English))
	}
	for name, c := range map[string][2]string{
		"name":       {u.Issuers[0].Name.Text, "Ủy ban nhân dân phường Nghĩa Lộ"},
		"letterhead": {u.Issuers[0].Letterhead.Text, "ỦY BAN NHÂN DÂN\nPHƯỜNG NGHĨA LỘ"},
		"place":      {u.Issuers[0].Place.Text, "Nghĩa Lộ"},
		"short":      {u.Issuers[0].Short.Text, "UBND phường Nghĩa Lộ"},
		"kind":       {string(u.Issuers[0].Kind), "phuong"},
		"signatory":  {u.Issuers[0].Signatories[0].Name.Text, "Trần Văn B"},
		"by id":      {u.Signatory(plan.Value{Text: "chu-tich"}).Name.Text, "Trần Văn B"},
		"number":     {u.Number.Text, "7"},
		"sections":   {headings(u), "chung(khoa mo) bien(tau) rieng(mot hai do-thi)"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %q, want %q", name, c[0], c[1])
		}
	}
	if u.Date.Day != 2 || u.Date.Month != 3 {
		t.Errorf("date %v", u.Date)
	}
	for name, want := range map[string]string{"so_ho": "120", "kind.thon": "tổ dân phố", "kind.Thon": "Tổ dân phố", "kind.phong_kinh_te": "Phòng Kinh tế, Hạ tầng và Đô thị", "unit": "phường Nghĩa Lộ"} {
		if got, _ := u.Lookup(name); got != want {
			t.Errorf("{{%s}} is %q, want %q", name, got, want)
		}
	}
	if p.Issuers[0].Name.Text != "Ủy ban nhân dân xã Sơn Tây Hạ" || len(p.Sections) != 3 {
		t.Error("the model changed")
	}
	if v, _ := p.With(map[string]string{"unit": "xã Trà Bồng"}); headings(v) != "chung(khoa mo) rieng(mot hai)" {
		t.Errorf("an inland xã has %s", headings(v))
	}
}

func TestWordsOfAKindMayBeTheAgencysOwn(t *testing.T) {
	p, _ := model(t, modelText, "agency.yaml", agency+"words:\n  - {name: thon, value: bản}\n")
	u, _ := p.With(nil)
	if got, _ := u.Lookup("kind.thon"); got != "bản" {
		t.Errorf("%q", got)
	}
}

func TestValuesThatCannotBeAreFound(t *testing.T) {
	p, _ := model(t, modelText)
	for key, c := range map[string]struct{ value, id string }{
		"ngay_hop": {"31/02/2026", "plan/given-date"}, "date": {"2026", "plan/given-date"}, "kind": {"huyen-cu", "plan/given-word"},
		"agency.nmae": {"x", "plan/given-key"}, "agency.place": {" ", "plan/given-nothing"}, "signatory.name": {"", "plan/given-nothing"},
	} {
		u, found := p.With(map[string]string{key: c.value})
		if u != nil || len(found) == 0 || found[0].Kind.ID != c.id || found[0].Arg("key") != key {
			t.Errorf("%s=%q: %s", key, c.value, findings(found, diag.English))
		}
	}
}

func TestWhatIsLeftOutIsNotReferredTo(t *testing.T) {
	p, _ := model(t, strings.Replace(modelText, "{{item mot}}", "{{item tau}}", 1))
	if u, _ := p.With(map[string]string{"ven_bien": "co"}); u == nil {
		t.Error("a coastal unit has the item")
	}
	u, found := p.With(nil)
	if u != nil || len(found) != 1 || found[0].Kind.ID != "plan/left-out" || found[0].Line == 0 {
		t.Errorf("%s", findings(found, diag.English))
	}
}

// TestUnitsFilesOverAModel holds what a unit's own file makes of a model, or what is wrong with it.
func TestUnitsFilesOverAModel(t *testing.T) {
	const golden = "testdata/override.txtar"
	a, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, "/result")
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			p, o := model(t, modelText, "don-vi.yaml", string(a.Files[i-1].Data))
			got := ""
			over, found := p.Override("don-vi.yaml", o)
			if over == nil {
				got = findings(found, diag.Vietnamese)
			} else {
				u, _ := over.With(map[string]string{"ven_bien": "co"})
				got = headings(u) + "\n"
				for _, s := range u.Sections {
					for _, item := range s.Items {
						got += item.ID.Text + ": " + u.Plain(item.Text) + "\n"
					}
				}
				again, found := plan.Load("plan.yaml", files(map[string]string{"plan.yaml": string(over.File.Bytes), "agency.yaml": agency}))
				if again == nil {
					t.Fatalf("the merged file can't be loaded:\n%s%s", over.File.Bytes, findings(found, diag.English))
				}
			}
			if *update {
				a.Files[i].Data = []byte(got)
			} else if got != string(f.Data) {
				t.Errorf("got\n%s\nwant\n%s", got, f.Data)
			}
		})
	}
	if *update {
		if err := os.WriteFile(filepath.FromSlash(golden), txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// lockedText is a model whose locks stand where a unit could get around them: inside open parts, behind aliases, under merge keys.
const lockedText = `kehoach: 1
agency: agency.yaml
period: {year: 2026}
title: Khóa
sections:
  - id: mo
    heading: MỞ
    items:
      - {id: chot, text: Chốt., model: locked}
      - {id: sau, text: Sau.}
  - id: khoa
    heading: KHÓA
    model: locked
    items:
      - &chung {id: tren, text: Trên.}
      - {id: duoi, text: Dưới., model: open}
  - id: chep
    heading: CHÉP
    items:
      - &mau {id: mau, text: Mẫu., output: &ra Báo cáo.}
      - {<<: *mau, id: theo, output: *ra, model: locked}
      - {<<: {model: locked}, id: gop, text: Gộp.}
  - id: tron
    heading: TRƠN
    items:
      - {text: Trơn., model: locked}
      - {text: Nhẵn.}
appendices:
  - {id: phu-luc, title: PHỤ LỤC, text: Lời., model: locked}
`

func TestALockHoldsHoweverTheUnitWrites(t *testing.T) {
	for name, own := range map[string]string{
		"an emptied list of appendices":   "appendices:\n",
		"an emptied list of items":        "sections:\n  - {id: mo, items: }\n",
		"a list written anew":             "sections:\n  - {id: tron, items: [{text: Mới.}]}\n",
		"a word in place of a list":       "appendices: không\n",
		"moving a locked item":            "sections:\n  - {id: mo, items: [{id: chot, put_after: sau}]}\n",
		"moving an open item of a locked": "sections:\n  - {id: khoa, items: [{id: duoi, put_before: tren}]}\n",
		"a lock that a merge key brings":  "sections:\n  - {id: chep, items: [{id: gop, text: Lén.}]}\n",
		"dropping what a merge key locks": "drop: [gop]\n",
		"keys that a merge key brings":    "sections:\n  - {<<: {heading: LÉN}, id: khoa}\n",
	} {
		p, o := model(t, lockedText, "don-vi.yaml", own)
		over, found := p.Override("don-vi.yaml", o)
		if over != nil || len(found) == 0 || found[0].Kind.ID != "plan/locked" || found[0].Line == 0 {
			t.Errorf("%s: %s", name, findings(found, diag.English))
		}
	}
}

func TestWhatAnAliasRepeatsIsChangedInOnePlaceOnly(t *testing.T) {
	p, o := model(t, lockedText, "don-vi.yaml", "sections:\n  - {id: chep, items: [{id: mau, text: &a Riêng., output: *a}]}\n")
	over, found := p.Override("don-vi.yaml", o)
	if over == nil {
		t.Fatal(findings(found, diag.English))
	}
	items := over.Sections[2].Items
	for i, want := range [][2]string{{"Riêng.", "Riêng."}, {"Mẫu.", "Báo cáo."}} {
		if got := [2]string{items[i].Text.Text, items[i].Output.Text}; got != want {
			t.Errorf("item %d says %q, want %q", i, got, want)
		}
	}
	if again, found := plan.Load("plan.yaml", files(map[string]string{"plan.yaml": string(over.File.Bytes), "agency.yaml": agency})); again == nil {
		t.Errorf("%s%s", over.File.Bytes, findings(found, diag.English))
	}
	for name, own := range map[string]string{"cyc": "sections: &a [*a]\n",
		"growing": "closing: &a [x, x, x, x, x, x, x, x]\n" + growing()} {
		_, o := model(t, lockedText, "don-vi.yaml", own)
		if over, _ := p.Override("don-vi.yaml", o); over != nil {
			t.Errorf("%s is laid over the model", name)
		}
	}
}

// growing are lists of lists that aliases make a million times as long.
func growing() string {
	text := ""
	for from := 'a'; from < 'h'; from++ {
		text += string(from+1) + ": &" + string(from+1) + " [" + strings.TrimSuffix(strings.Repeat("*"+string(from)+", ", 8), ", ") + "]\n"
	}
	return text
}

func TestAHeadingOverNothingIsNotPrinted(t *testing.T) {
	text := strings.Replace(modelText, "  - id: rieng\n", `  - id: pho
    heading: ĐÔ THỊ
    items:
      - {id: den, when: {kind: phuong}, text: Đèn.}
  - id: long
    heading: LỒNG
    items:
      - {id: ngoai, heading: Ngoài, items: [{id: trong, when: {kind: phuong}, text: Trong.}]}
      - {id: con, text: Còn.}
  - {id: trong-tron, heading: CHỈ TIÊU ĐỀ}
  - id: rieng
`, 1) + `appendices:
  - id: phu-luc
    title: PHỤ LỤC
    sections:
      - {id: bang, heading: BẢNG, when: {kind: phuong}, text: Bảng.}
`
	p, _ := model(t, text)
	for unit, want := range map[string][2]string{
		"xã A":     {"chung(khoa mo) long(con) trong-tron() rieng(mot hai)", "0"},
		"phường A": {"chung(khoa mo) pho(den) long(ngoai con) trong-tron() rieng(mot hai do-thi)", "1"},
	} {
		u, found := p.With(map[string]string{"unit": unit})
		if u == nil {
			t.Fatal(findings(found, diag.English))
		}
		if got := headings(u); got != want[0] || strconv.Itoa(len(u.Appendices)) != want[1] {
			t.Errorf("%s has %s and %d appendices, want %s", unit, got, len(u.Appendices), want)
		}
	}
}

func TestAChoiceIsAskedOfTheUnitsItConcerns(t *testing.T) {
	text := strings.NewReplacer("id: do-thi,", "id: do-thi, model: choice,", "{id: tau,", "{id: tau, model: choice,").Replace(modelText)
	p, o := model(t, text, "khong.yaml", "title: Riêng\n", "bo.yaml", "drop: [bien]\n", "chon.yaml", "sections: [{id: rieng, items: [{id: do-thi, text: Chọn.}]}]\n")
	for _, c := range []struct{ file, unit, coast, open string }{
		{"khong.yaml", "xã A", "khong", ""}, {"khong.yaml", "xã A", "co", "tau"}, {"khong.yaml", "phường A", "co", "tau do-thi"},
		{"bo.yaml", "xã A", "co", ""}, {"bo.yaml", "phường A", "co", "do-thi"}, {"chon.yaml", "phường A", "khong", ""},
	} {
		over, found := p.Override(c.file, o)
		if over == nil {
			t.Fatal(findings(found, diag.English))
		}
		_, found = over.With(map[string]string{"unit": c.unit, "ven_bien": c.coast})
		var open []string
		for _, f := range found {
			if f.Kind.ID == "plan/choice" && f.File == c.file {
				open = append(open, f.Arg("id"))
			}
		}
		if got := strings.Join(open, " "); got != c.open || found.Failed() != (c.open != "") {
			t.Errorf("%+v: asked about %q: %s", c, got, findings(found, diag.English))
		}
		if u, _ := p.With(map[string]string{"unit": c.unit, "ven_bien": c.coast}); c.file == "khong.yaml" && strings.Join(u.Choices(), " ") != c.open {
			t.Errorf("%+v: the unit's own choices are %v", c, u.Choices())
		}
	}
}

func TestACellIsComparedAsPeopleWriteIt(t *testing.T) {
	p, _ := model(t, modelText)
	for value, want := range map[string]string{"Có": "bien", "CO": "bien", " một phần ": "bien", "Không": "", "khong": ""} {
		u, found := p.With(map[string]string{"unit": "xã A", "ven_bien": value})
		if u == nil || strings.Contains(headings(u), "bien") != (want != "") || len(found) > 0 {
			t.Errorf("%q: %s", value, findings(found, diag.English))
		}
	}
	u, found := p.With(map[string]string{"unit": "xã A", "ven_bien": "cos"})
	if u == nil || len(found) != 1 || found[0].Kind.ID != "plan/given-unknown" || found[0].Kind.Severity != diag.Warning || found[0].Arg("key") != "ven_bien" {
		t.Errorf("a word that nothing asks for: %s", findings(found, diag.English))
	}
	if got := strings.Join(p.Words("ven_bien"), " "); got != "co mot-phan khong" {
		t.Errorf("the words of ven_bien are %q", got)
	}
	if got := p.Words("so_ho"); got != nil {
		t.Errorf("no condition asks for so_ho: %q", got)
	}
}

// FuzzOverride holds that whatever a unit writes, what the model locks is in its plan as it was.
func FuzzOverride(f *testing.F) {
	for _, own := range []string{"appendices:\n", "sections:\n  - {id: mo, items: [{id: chot, put_after: sau}]}\n", "drop: [mo]\n", "sections: &a [{<<: *a}]\n",
		"sections:\n  - {id: moi, items: [{id: x, text: X.}], put_before: mo}\n", "sections:\n  - {id: khoa, items: [{id: duoi, text: Khác.}]}\n"} {
		f.Add(own)
	}
	p, _ := plan.LoadModel("plan.yaml", files(map[string]string{"plan.yaml": lockedText, "agency.yaml": agency}))
	f.Fuzz(func(t *testing.T, own string) {
		over, _ := p.Override("own.yaml", files(map[string]string{"own.yaml": own, "agency.yaml": agency}))
		if over == nil {
			return
		}
		p.WalkItems(func(i *plan.Item, lock plan.Lock) {
			now := over.Item(i.ID)
			if lock == "locked" && i.ID.Given() && (now == nil || now.Text.Text != i.Text.Text || now.Output.Text != i.Output.Text || now.When != nil) {
				t.Errorf("%q is not as the model has it after\n%s", i.ID.Text, own)
			}
		})
		khoa := over.Section(plan.Value{Text: "khoa"})
		if khoa == nil || khoa.Heading.Text != "KHÓA" || len(khoa.Items) != 2 || khoa.Items[0].ID.Text != "tren" {
			t.Errorf("a locked part is not as the model has it after\n%s", own)
		}
		if !slices.ContainsFunc(over.Appendices, func(a *plan.Appendix) bool { return a.ID.Text == "phu-luc" && a.Text.Text == "Lời." }) {
			t.Errorf("the locked appendix is gone after\n%s", own)
		}
	})
}
