package units_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/units"
)

// workbook is a workbook whose first sheet has the rows, changed by more.
func workbook(t testing.TB, rows [][]any, more func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if more != nil {
		more(f)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// with is a workbook with the XML of one part changed, or a part added.
func with(t testing.TB, book []byte, part string, change func(xml string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	met := false
	for _, f := range in.File {
		r, _ := f.Open()
		data, _ := io.ReadAll(r)
		if f.Name == part {
			data, met = []byte(change(string(data))), true
		}
		w, _ := out.Create(f.Name)
		_, _ = w.Write(data)
	}
	if !met {
		w, _ := out.Create(part)
		_, _ = io.WriteString(w, change(""))
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// raw is a workbook with one part that claims a size.
func raw(t testing.TB, book []byte, part string, claim uint64, content []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b, packed bytes.Buffer
	deflate, _ := flate.NewWriter(&packed, flate.BestSpeed)
	_, _ = deflate.Write(content)
	_ = deflate.Close()
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		if f.Name != part {
			_ = out.Copy(f)
		}
	}
	w, err := out.CreateRaw(&zip.FileHeader{Name: part, Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: claim})
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(packed.Bytes())
	_ = out.Close()
	return b.Bytes()
}

const sheet1 = "xl/worksheets/sheet1.xml"

func TestNastyXLSX(t *testing.T) {
	head := []any{"Tên đơn vị", "Loại", "so_thon"}
	simple := [][]any{head, {"xã Sơn Tây Hạ", "xã", "09"}, {"phường Nghĩa Lộ", "phường", 12}}
	styled := func(cell string, style *excelize.Style) func(f *excelize.File) {
		return func(f *excelize.File) {
			id, err := f.NewStyle(style)
			if err != nil {
				t.Fatal(err)
			}
			_ = f.SetCellStyle("Sheet1", cell, cell, id)
		}
	}
	format := func(code string) *excelize.Style { return &excelize.Style{CustomNumFmt: &code} }
	// rows is a sheet whose rows are written in XML.
	rows := func(xml string) []byte {
		return with(t, workbook(t, nil, nil), sheet1, func(string) string {
			return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + xml + `</sheetData></worksheet>`
		})
	}
	text := func(cell, s string) string { return `<c r="` + cell + `" t="inlineStr"><is><t>` + s + `</t></is></c>` }
	headRow := `<row r="1">` + text("A1", "Tên đơn vị") + text("B1", "so_thon") + `</row>`
	cases := map[string][]byte{
		"simple": workbook(t, simple, nil),
		"formula with its result": rows(headRow + `<row r="2">` + text("A2", "xã A") + `<c r="B2"><f>4+5</f><v>9</v></c></row><row r="3">` +
			text("A3", "xã B") + `<c r="B3" t="str"><f>""</f><v></v></c></row>`),
		"formula without result":       rows(headRow + `<row r="2">` + text("A2", "xã A") + `<c r="B2"><f>4+5</f></c></row><row r="3">` + text("A3", "xã B") + `</row>`),
		"formula in a column left out": workbook(t, [][]any{append(head, "Tổng"), {"xã A", "xã", "1", ""}}, func(f *excelize.File) { _ = f.SetCellFormula("Sheet1", "D2", "4+5") }),
		"error":                        rows(headRow + `<row r="2">` + text("A2", "xã A") + `<c r="B2" t="e"><f>X!A1</f><v>#REF!</v></c></row>`),
		"date":                         workbook(t, [][]any{head, {"xã A", "xã", time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)}}, nil),
		"date in American":             workbook(t, [][]any{head, {"xã A", "xã", 46027}}, styled("C2", format("m/d/yyyy;@"))),
		"date with words":              workbook(t, [][]any{head, {"xã A", "xã", 46027}}, styled("C2", format(`"ngày" dd "tháng" mm "năm" yyyy`))),
		"date in ISO":                  rows(headRow + `<row r="2">` + text("A2", "xã A") + `<c r="B2" t="d"><v>2026-01-05T00:00:00Z</v></c></row>`),
		"date in ISO as text":          workbook(t, [][]any{head, {"xã A", "xã", "2026-01-05"}, {"xã B", "xã", "2026-01-05 00:00:00"}}, nil),
		"month of a year":              workbook(t, [][]any{head, {"xã A", "xã", 46027}}, styled("C2", format("mm/yyyy"))),
		"numbers as shown": workbook(t, [][]any{{"Tên đơn vị", "Số văn bản", "so_thon", "agency.a", "agency.b", "agency.c", "agency.d"},
			{"xã A", 5, 1234567.5, 15000000, 0.125, 1.5, true}}, func(f *excelize.File) {
			for cell, code := range map[string]string{"B2": "00", "C2": "#,##0.00", "D2": "#,##0", "E2": "0.0%"} {
				styled(cell, format(code))(f)
			}
		}),
		"a long number": workbook(t, [][]any{head, {"xã A", "xã", 84912345678901}}, nil),
		"merged downwards": workbook(t, [][]any{{"Tên đơn vị", "Tỉnh, thành phố", "so_thon"}, {"xã A", "tỉnh Quảng Ngãi", "1"}, {"xã B", "", "2"}, {"xã C", "", "3"}, {"xã D", "", "4"}},
			func(f *excelize.File) { _ = f.MergeCell("Sheet1", "B2", "B4") }),
		"merged from a hidden row": workbook(t, [][]any{{"Tên đơn vị", "Tỉnh, thành phố", "so_thon"}, {"xã A", "tỉnh Quảng Ngãi", "1"}, {"xã B", "", "2"}},
			func(f *excelize.File) {
				_ = f.MergeCell("Sheet1", "B2", "B3")
				_ = f.SetRowVisible("Sheet1", 2, false)
			}),
		"merged names":  workbook(t, [][]any{head, {"xã A", "xã", "1"}, {"", "xã", "2"}}, func(f *excelize.File) { _ = f.MergeCell("Sheet1", "A2", "A3") }),
		"merged across": workbook(t, [][]any{head, {"xã A", "xã", ""}, {"xã B", "xã", "2"}}, func(f *excelize.File) { _ = f.MergeCell("Sheet1", "B2", "C2") }),
		"headings over two rows": workbook(t, [][]any{head, {"", "", ""}, {"xã A", "xã", "1"}}, func(f *excelize.File) {
			for _, c := range []string{"A", "B", "C"} {
				_ = f.MergeCell("Sheet1", c+"1", c+"2")
			}
		}),
		"a title over all columns": workbook(t, append([][]any{{"DANH SÁCH CÁC XÃ"}, {}}, simple...), func(f *excelize.File) { _ = f.MergeCell("Sheet1", "A1", "C1") }),
		"hidden rows":              workbook(t, simple, func(f *excelize.File) { _ = f.SetRowVisible("Sheet1", 2, false) }),
		"hidden sheet first": workbook(t, [][]any{head, {"xã Ẩn", "xã", "1"}}, func(f *excelize.File) {
			_, _ = f.NewSheet("Đơn vị")
			_ = f.SetSheetRow("Đơn vị", "A1", &head)
			_ = f.SetSheetRow("Đơn vị", "A2", &[]any{"xã Hiện", "xã", "2"})
			f.SetActiveSheet(1)
			_ = f.SetSheetVisible("Sheet1", false)
		}),
		"second sheet": workbook(t, [][]any{{"Hướng dẫn"}, {"điền trang sau"}}, func(f *excelize.File) {
			_, _ = f.NewSheet("Đơn vị")
			_ = f.SetSheetRow("Đơn vị", "B3", &head)
			_ = f.SetSheetRow("Đơn vị", "B4", &[]any{"xã Hiện", "xã", "2"})
		}),
		"no sheet with headings": workbook(t, [][]any{{"xã A"}}, nil),
		"empty sheet":            workbook(t, nil, nil),
		"headings alone":         workbook(t, [][]any{head}, nil),
		"empty rows":             workbook(t, [][]any{head, {}, {"xã A", "xã", "1"}, {" ", "\u00a0", ""}, {"xã B", "xã", "2"}}, nil),
		"duplicate":              workbook(t, [][]any{head, {"xã A", "xã", "1"}, {"Xã A", "xã", "2"}}, nil),
		"wrong kind":             workbook(t, [][]any{head, {"xã A", "Phườngg", "1"}}, nil),
		"tcvn3 font":             workbook(t, [][]any{{"Tên đơn vị", "Loại", "Người ký"}, {"x· S¬n T©y H¹", "x·", "NguyÔn V¨n Hïng"}}, nil),
		"formulas are text":      workbook(t, [][]any{head, {"xã A", "xã", "=1+1"}, {"xã B", "xã", "'=x"}}, nil),
		"rich text": workbook(t, [][]any{head, {"", "xã", "1"}}, func(f *excelize.File) {
			_ = f.SetCellRichText("Sheet1", "A2", []excelize.RichTextRun{{Text: "xã "}, {Text: "Sơn", Font: &excelize.Font{Bold: true}}})
		}),
		"escaped characters":        workbook(t, [][]any{head, {"xã_x000D_ A", "xã", "5_x0007_"}}, nil),
		"a cell in the last corner": workbook(t, append(simple, []any{"xã A"}), func(f *excelize.File) { _ = f.SetCellStr("Sheet1", "XFD4", "x") }),
		"a row far below":           workbook(t, simple, func(f *excelize.File) { _ = f.SetCellStr("Sheet1", "A1048576", "xã Xa") }),
		"rows out of order":         rows(headRow + `<row r="3">` + text("A3", "xã A") + `</row><row r="2">` + text("A2", "xã B") + `</row>`),
		"cells out of order":        rows(headRow + `<row r="2">` + text("B2", "1") + text("A2", "xã B") + `</row>`),
		"cell of another row":       rows(headRow + `<row r="2">` + text("A7", "xã B") + `</row>`),
		"no numbers":                rows(`<row><c t="inlineStr"><is><t>Tên đơn vị</t></is></c></row><row><c t="inlineStr"><is><t>xã A</t></is></c></row>`),
		"xml cut":                   rows(headRow + `<row r="2">` + text("A2", "xã A") + `<c r="B2"><`),
		"text that isn't there":     rows(headRow + `<row r="2">` + text("A2", "xã A") + `<c r="B2" t="s"><v>99</v></c></row>`),
		"no zip":                    []byte("PK\x03\x04 this is none"),
		"empty file":                {},
		"csv in disguise":           []byte(good),
		"old excel":                 append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 1000)...),
		"bomb by its own word":      raw(t, workbook(t, simple, nil), "xl/media/x.png", 1<<40, nil),
		"bomb that hides":           raw(t, workbook(t, simple, nil), "xl/worksheets/sheet1.xml", 100, bytes.Repeat([]byte("<row/>"), 1<<20)),
		"a part too large":          with(t, workbook(t, simple, nil), "xl/styles.xml", func(s string) string { return s + strings.Repeat(" ", 9<<20) }),
		"too many parts": func() []byte {
			var b bytes.Buffer
			w := zip.NewWriter(&b)
			for i := range 3000 {
				_, _ = w.Create(fmt.Sprintf("x%d.xml", i))
			}
			_ = w.Close()
			return b.Bytes()
		}(),
		"too many texts": with(t, workbook(t, simple, nil), "xl/sharedStrings.xml", func(s string) string { return strings.Repeat("<si/>", 2_100_000) }),
		"zip of something else": func() []byte {
			var b bytes.Buffer
			w := zip.NewWriter(&b)
			_, _ = w.Create("word/document.xml")
			_ = w.Close()
			return b.Bytes()
		}(),
		"entities": with(t, workbook(t, simple, nil), sheet1, func(s string) string {
			return strings.Replace(s, "?>", `?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`, 1)
		}),
	}
	got := map[string]string{}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			got[name] = told(read(t, "units.xlsx", map[string][]byte{"units.xlsx": data}, units.Options{Variables: wanted[:1]}))
		})
	}
	golden(t, file("xlsx.txtar"), got)
}
