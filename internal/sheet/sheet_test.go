package sheet_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/sheet"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
)

func example() *sheet.Sheet {
	return &sheet.Sheet{Title: "BẢN GIẢI TRÌNH", Subtitle: []template.Text{{{Text: "Kế hoạch năm 2026"}}}, Lines: []template.Text{{{Text: "Một lời."}}},
		Tables: []sheet.Table{{Heading: "Đã chuyển theo quy tắc", Table: &template.Table{Columns: sheet.Columns(1, 3),
			Header: []template.Cell{sheet.Cell("Nơi"), sheet.Cell("Nội dung")},
			Rows: [][]template.Cell{{sheet.Cell("Mục I"), {Text: []template.Text{{{Text: "cũ", Strike: true}, {Text: " mới", Bold: true, Underline: true}},
				{{Text: "đoạn hai"}}}}}}}}},
		Signer:     &sheet.Signer{PlaceDate: "A, ngày 05 tháng 01 năm 2026", Post: "NGƯỜI LẬP", Name: "Trần Thị C"},
		Properties: wml.Properties{Title: "Bản giải trình", Language: "vi-VN", Author: "UBND xã A"}}
}

func make2(t *testing.T, s *sheet.Sheet) (docx *wml.Package, pdf []byte) {
	t.Helper()
	maker, found := sheet.NewMaker(font.Default(), time.Time{})
	if found.Failed() {
		t.Fatal(found)
	}
	files, found := maker.Make(s, "giai-trinh", []render.Format{render.DOCX, render.PDF})
	if len(found) > 0 {
		_ = found.WriteText(os.Stderr, "en")
		t.Fatal("findings")
	}
	if len(files) != 2 || files[0].Name != "giai-trinh.docx" || files[1].Name != "giai-trinh.pdf" || files[1].Pages != 1 {
		t.Fatalf("%d files, %+v", len(files), files[0].Name)
	}
	pkg, found := wml.OpenPackage("giai-trinh.docx", files[0].Data)
	if found.Failed() {
		t.Fatal(found)
	}
	return pkg, files[1].Data
}

func TestASheetSaysTheSameInBothFormats(t *testing.T) {
	docx, pdf := make2(t, example())
	doc, found := wml.Read(docx)
	if len(found) > 0 {
		t.Fatal(found)
	}
	want := "BẢN GIẢI TRÌNH|Kế hoạch năm 2026|Một lời.|1. Đã chuyển theo quy tắc|Nơi|Nội dung|Mục I|cũ mới|đoạn hai|A, ngày 05 tháng 01 năm 2026|NGƯỜI LẬP|Trần Thị C"
	if got := strings.Join(doc.Text(), "|"); got != want {
		t.Errorf("DOCX: %s\nwant %s", got, want)
	}
	f, err := pdfread.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	text, _, err := f.PageText(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(text), ""); got != strings.NewReplacer("|", "", " ", "").Replace(want) {
		t.Errorf("PDF: %s", got)
	}
	if !bytes.Contains(pdf, []byte("<pdfaid:part>2</pdfaid:part>")) {
		t.Error("the PDF does not claim PDF/A-2")
	}
}

func TestLooksOfStretchesReachThePage(t *testing.T) {
	docx, _ := make2(t, example())
	document := string(docx.Part(wml.MainPart))
	for _, want := range []string{`<w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">cũ<`, `<w:rPr><w:b/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve"> mới<`} {
		if !strings.Contains(document, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestWhatIsEmptyIsNotPrinted(t *testing.T) {
	docx, _ := make2(t, &sheet.Sheet{Title: "BẢNG", Landscape: true})
	doc, _ := wml.Read(docx)
	if got := strings.Join(doc.Text(), "|"); got != "BẢNG" {
		t.Errorf("%s", got)
	}
	if w := doc.Sections[0].Page.Width; w != 16838 {
		t.Errorf("the page is %d wide", w)
	}
}

func TestWhoSignsStandsBelowTheLastRow(t *testing.T) {
	for _, signed := range []bool{true, false} {
		s := example()
		if !signed {
			s.Signer = nil
		}
		docx, _ := make2(t, s)
		doc, _ := wml.Read(docx)
		for _, b := range doc.Sections[0].Blocks {
			table, ok := b.(*wml.Table)
			if !ok || len(table.Rows) != 2 || len(table.Rows[1].Cells) != 2 {
				continue
			}
			for _, cell := range table.Rows[1].Cells {
				if p, ok := cell.Blocks[0].(*wml.Paragraph); !ok || p.KeepNext != signed {
					t.Errorf("signed %v: the last row is kept with what follows: %v", signed, !signed)
				}
			}
		}
		if s.Tables[0].Table.KeepNext {
			t.Error("the caller's table was changed")
		}
	}
}
