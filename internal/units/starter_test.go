package units_test

import (
	"bytes"
	"encoding/csv"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/units"
)

const agency = `kehoach: 1
name: Ủy ban nhân dân xã Sơn Tây Hạ
kind: xa
letterhead: |-
  ỦY BAN NHÂN DÂN
  XÃ SƠN TÂY HẠ
place: Sơn Tây Hạ
suffix: UBND
collective: ỦY BAN NHÂN DÂN
signatories:
  - {id: chu-tich, name: Nguyễn Văn An, post: CHỦ TỊCH, authority: [TM]}
  - {id: pho, name: Đinh Thị Hạnh, post: PHÓ CHỦ TỊCH, authority: [TM, KT], for: CHỦ TỊCH}
values:
  - {name: so_dien_thoai, value: '0255 3 822 822'}
`

const modelPlan = `kehoach: 1
agency: agency.yaml
period: {year: 2026}
title: Chuyển đổi số năm {{year}} của {{unit}}
signatories: [pho]
sections:
  - heading: NỘI DUNG
    text: Xã có {{so_thon}} thôn, kinh phí {{kinh_phi}}; ghi chú {{ghi_chu}}; gọi {{agency.so_dien_thoai}}.
values:
  - {name: so_thon, value: '09'}
  - {name: ghi_chu, value: '=SUM(A1:A9)'}
`

// model loads modelPlan with values of its unit, and what it wants of a list.
func model(t testing.TB, values map[string]string) (*plan.Plan, []units.Variable) {
	t.Helper()
	p, found := plan.Load("plan.yaml", plan.Options{Values: values, ReadFile: func(name string) ([]byte, error) {
		return []byte(map[string]string{"plan.yaml": modelPlan, "agency.yaml": agency}[filepath.Base(name)]), nil
	}})
	if p == nil {
		t.Fatal(told(nil, found))
	}
	return p, []units.Variable{{Name: "so_thon", Value: "09"}, {Name: "ghi_chu", Value: "=SUM(A1:A9)"},
		{Name: "agency.so_dien_thoai", Value: "0255 3 822 822"}, {Name: "unit", Required: true}, {Name: "kinh_phi", Required: true}}
}

// given are values that modelPlan loads with.
var given = map[string]string{"unit": "xã Sơn Tây Hạ", "kinh_phi": "5"}

func TestAStarterIsReadBackAsItsExample(t *testing.T) {
	p, variables := model(t, given)
	want := map[string]string{"kind": "xa", "province": "tỉnh Quảng Ngãi", "signatory.name": "Đinh Thị Hạnh", "signatory.post": "PHÓ CHỦ TỊCH",
		"so_thon": "09", "ghi_chu": "=SUM(A1:A9)", "agency.so_dien_thoai": "0255 3 822 822", "kinh_phi": "[kinh_phi]"}
	for _, ending := range []string{".csv", ".tsv", ".xlsx"} {
		data, err := units.Starter(p, variables, ending)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := units.Starter(p, variables, ending)
		if !bytes.Equal(data, again) {
			t.Errorf("%s: two starters differ", ending)
		}
		list, found := read(t, "units"+ending, map[string][]byte{"units" + ending: data}, units.Options{Variables: variables})
		if len(found) > 0 || list == nil || len(list.Units) != 1 {
			t.Fatalf("%s:\n%s", ending, told(list, found))
		}
		if u := list.Units[0]; u.Name != "xã Sơn Tây Hạ" || !maps.Equal(u.Values, want) {
			t.Errorf("%s: %q %v", ending, u.Name, u.Values)
		}
	}
	if _, err := units.Starter(p, variables, ".pdf"); err == nil {
		t.Error("a starter as PDF")
	}
}

func TestAStartersExampleBuilds(t *testing.T) {
	p, variables := model(t, given)
	data, _ := units.Starter(p, variables, ".csv")
	list, _ := read(t, "units.csv", map[string][]byte{"units.csv": data}, units.Options{Variables: variables})
	values := maps.Clone(list.Units[0].Values)
	values["unit"] = list.Units[0].Name
	built, _ := model(t, values)
	r, _ := render.New(font.Default())
	if files, found := r.Plan(built, "plan", []render.Format{render.DOCX, render.PDF}); len(files) == 0 || len(found) > 0 {
		t.Error(told(nil, found))
	}
}

func TestStarterAsCSV(t *testing.T) {
	p, variables := model(t, given)
	data, _ := units.Starter(p, variables, ".csv")
	golden(t, file("starter.txtar"), map[string]string{"starter.csv": string(data)})
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil || len(rows) != 2 || rows[0][0] != "Tên đơn vị" {
		t.Errorf("%q %v", rows, err)
	}
	if i := slices.Index(rows[0], "ghi_chu"); rows[1][i] != "'=SUM(A1:A9)" {
		t.Errorf("a formula is written as one: %q", rows[1][i])
	}
}

func TestStarterOffersTheWordsThatConditionsKnow(t *testing.T) {
	for name, c := range map[string]struct{ when, want string }{
		"words":     {"{loai: [co, mot-phan]}", `"co,mot-phan,không"`},
		"a comma":   {"{loai: 'có, một phần'}", ""},
		"none":      {"{kind: phuong}", ""},
		"very many": {"{loai: [" + strings.Repeat("một-từ-dài-quá-", 20) + "]}", ""},
	} {
		p, found := plan.LoadModel("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
			text := strings.Replace(modelPlan, "values:\n", "values:\n  - {name: loai, value: không}\n", 1)
			text = strings.Replace(text, "sections:\n", "sections:\n  - {heading: RIÊNG, text: Riêng., when: "+c.when+"}\n", 1)
			return []byte(map[string]string{"plan.yaml": text, "agency.yaml": agency}[filepath.Base(name)]), nil
		}})
		if p == nil {
			t.Fatal(told(nil, found))
		}
		data, err := units.Starter(p, []units.Variable{{Name: "loai", Value: "không"}}, ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		lists, _ := f.GetDataValidations("Đơn vị")
		got := ""
		if len(lists) > 1 {
			got = lists[1].Formula1
		}
		if got != c.want {
			t.Errorf("%s: %s is offered, want %s", name, got, c.want)
		}
	}
}

func TestStarterAsXLSX(t *testing.T) {
	p, variables := model(t, given)
	data, _ := units.Starter(p, variables, ".xlsx")
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	const sheet = "Đơn vị"
	if lists, _ := f.GetDataValidations(sheet); len(lists) != 1 || lists[0].Formula1 != `"xã,phường,đặc khu"` || !strings.HasPrefix(lists[0].Sqref, "B2:B") {
		t.Errorf("drop-downs: %+v", lists)
	}
	if panes, _ := f.GetPanes(sheet); !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the headings are not frozen: %+v", panes)
	}
	comments, _ := f.GetComments(sheet)
	row, _ := f.GetRows(sheet)
	if len(comments) != len(row[0]) {
		t.Errorf("%d notes on %d headings", len(comments), len(row[0]))
	}
	for column := range row[0] {
		for _, line := range []int{2, 500} {
			cell, _ := excelize.CoordinatesToCellName(column+1, line)
			id, _ := f.GetCellStyle(sheet, cell)
			if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 {
				t.Errorf("%s is not text: %+v", cell, style)
			}
			if kind, _ := f.GetCellType(sheet, cell); line == 2 && kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
				t.Errorf("%s is of type %v", cell, kind)
			}
			if formula, _ := f.GetCellFormula(sheet, cell); formula != "" {
				t.Errorf("%s is a formula", cell)
			}
		}
	}
}

func TestAStarterKnowsTheProvinceThatTheModelHas(t *testing.T) {
	const twins = "xã Bình Minh" // there is one in Hà Nội, and in other provinces
	for text, want := range map[string]string{
		"values: [{name: province, value: tỉnh Hưng Yên}]\n": "tỉnh Hưng Yên",
		"": "thành phố Hà Nội",
	} {
		p, found := plan.LoadModel("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
			return []byte(map[string]string{
				"plan.yaml":   "kehoach: 1\nagency: agency.yaml\nperiod: {year: 2026}\ntitle: Của {{province}}\nsections: [{text: Lời.}]\n" + text,
				"agency.yaml": strings.ReplaceAll(agency, "xã Sơn Tây Hạ", twins) + "address: 'xã Bình Minh, thành phố Hà Nội'\n",
			}[filepath.Base(name)]), nil
		}})
		if p == nil {
			t.Fatal(told(nil, found))
		}
		data, _ := units.Starter(p, []units.Variable{{Name: "province", Value: "x"}}, ".csv")
		rows, _ := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
		if len(rows) != 2 || rows[1][2] != want {
			t.Errorf("with %q: %q, want %q", text, rows, want)
		}
		if name, _ := units.StarterPlan(p); name != "" || len(rows[0]) != 5 {
			t.Errorf("a file of its own where nothing is to be chosen: %q %q", name, rows[0])
		}
	}
}
