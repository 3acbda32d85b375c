package units_test

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/units"
)

// holds checks what is true of every list, whatever was read.
func holds(t *testing.T, list *units.List, failed bool) {
	if list == nil {
		if !failed {
			t.Error("no list, and no error says why")
		}
		return
	}
	names := map[string]bool{}
	for _, u := range list.Units {
		if u.Name == "" || names[u.Name] || !utf8.ValidString(u.Name) {
			t.Errorf("unit %q is unnamed or there twice", u.Name)
		}
		names[u.Name] = true
		if u.Plan != "" && !filepath.IsLocal(u.Plan) {
			t.Errorf("plan %q leads out of the folder", u.Plan)
		}
		for key, value := range u.Values {
			at, ok := u.Places[key]
			if value == "" || !utf8.ValidString(value) || !ok || at.Line < 1 || at.Column < 1 {
				t.Errorf("%s=%q stands at %+v", key, value, at)
			}
		}
	}
}

func fuzzFile(f *testing.F, name string) {
	file := filepath.Join(f.TempDir(), name)
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		list, found := units.Read(file, units.Options{Variables: wanted[:1]})
		holds(t, list, found.Failed())
	})
}

func FuzzCSV(f *testing.F) {
	for _, seed := range [][]byte{[]byte(good), utf16LE(good), []byte(goodTCVN3), []byte(goodVNI), latin(goodVNI), windows1258(f, good), []byte("sep=;\nTên đơn vị;x\n\"a\nb\";c\n")} {
		f.Add(seed)
	}
	fuzzFile(f, "units.csv")
}

func FuzzXLSX(f *testing.F) {
	f.Add(workbook(f, [][]any{{"Tên đơn vị", "Loại", "so_thon"}, {"xã A", "xã", 1.5}}, nil))
	p, variables := model(f, given)
	starter, _ := units.Starter(p, variables, ".xlsx")
	f.Add(starter)
	fuzzFile(f, "units.xlsx")
}

// FuzzSheet changes the XML of a sheet, which a fuzzer of ZIP archives hardly reaches.
func FuzzSheet(f *testing.F) {
	book := workbook(f, [][]any{{"Tên đơn vị", "Loại", "so_thon"}, {"xã A", "xã", 1.5}}, nil)
	const begin = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	f.Add(begin + `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>xã A</t></is></c></row></sheetData><mergeCells><mergeCell ref="B1:B4"/></mergeCells></worksheet>`)
	f.Add(begin + `<row><c t="s"><v>0</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="9"><c s="1"><v>46027</v></c></row></sheetData></worksheet>`)
	file := filepath.Join(f.TempDir(), "units.xlsx")
	f.Fuzz(func(t *testing.T, xml string) {
		if err := os.WriteFile(file, with(t, book, sheet1, func(string) string { return xml }), 0o644); err != nil {
			t.Fatal(err)
		}
		list, found := units.Read(file, units.Options{Variables: wanted[:1]})
		holds(t, list, found.Failed())
	})
}

func FuzzYAML(f *testing.F) {
	f.Add([]byte("- unit: xã A\n  agency: {place: A}\n- &a {unit: xã B}\n- *a\n"))
	fuzzFile(f, "units.yaml")
}
