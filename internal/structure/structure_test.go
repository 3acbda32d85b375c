package structure_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/structure"
)

// A document is laid out by hand: each paragraph is a line on the one page.
type document struct {
	layout.Document
}

func newDocument() *document {
	return &document{Document: layout.Document{Pages: []*layout.Page{{}}}}
}

// text makes a paragraph with its line; a label stands before it when its list has one.
func (d *document) text(words string, p layout.Paragraph) *layout.Paragraph {
	line := &layout.Line{Paragraph: &p}
	page := d.Pages[0]
	if p.List.Label != "" {
		page.Items = append(page.Items, &layout.Glyphs{Text: p.List.Label, Line: line, Label: true})
	}
	page.Items = append(page.Items, line, &layout.Glyphs{Text: words, Line: line})
	return &p
}

func (d *document) body(words, style string) *layout.Paragraph {
	return d.text(words, layout.Paragraph{Style: style, Level: layout.BodyLevel})
}

func (d *document) item(words string, list, level int, label, style string) *layout.Paragraph {
	return d.text(words, layout.Paragraph{Style: style, Level: layout.BodyLevel, List: layout.ListPlace{List: list, Level: level, Label: label}})
}

func (d *document) heading(words string, level int) *layout.Paragraph {
	return d.text(words, layout.Paragraph{Style: "heading", Level: level})
}

// spoken is the tree of the document on one line: types, and the text that each element holds.
func (d *document) spoken(blocks ...layout.Block) string {
	d.Blocks = blocks
	tree := structure.Of(&d.Document)
	text := map[*structure.Element]string{}
	for _, item := range d.Pages[0].Items {
		if g, ok := item.(*layout.Glyphs); ok {
			text[tree.Owner(g)] += g.Text
		}
	}
	var write func(e *structure.Element) string
	write = func(e *structure.Element) string {
		parts := []string{string(e.Type)}
		if text[e] != "" {
			parts = append(parts, text[e])
		}
		for _, child := range e.Children {
			parts = append(parts, write(child))
		}
		return "(" + strings.Join(parts, " ") + ")"
	}
	var out []string
	for _, child := range tree.Root.Children {
		out = append(out, write(child))
	}
	return strings.Join(out, " ")
}

func row(cells ...*layout.TableCell) layout.TableRow {
	for i, c := range cells {
		c.Column = i
	}
	return layout.TableRow{Cells: cells}
}

func cell(blocks ...layout.Block) *layout.TableCell {
	return &layout.TableCell{Columns: 1, Rows: 1, Blocks: blocks}
}

func TestTheTreeIsReadAsAPersonWouldReadThePage(t *testing.T) {
	for name, test := range map[string]struct {
		blocks func(d *document) []layout.Block
		want   string
	}{
		"headings begin at 1 and skip no level": {func(d *document) []layout.Block {
			return []layout.Block{d.heading("a", 1), d.heading("b", 4), d.heading("c", 1), d.heading("d", 2)}
		}, "(H1 a) (H2 b) (H1 c) (H2 d)"},
		"lists in lists": {func(d *document) []layout.Block {
			return []layout.Block{
				d.item("một", 1, 1, "1.", "khoản"), d.item("điểm", 1, 2, "a)", "điểm"), d.item("gạch", 5, 0, "-", "gạch"),
				d.item("điểm nữa", 1, 2, "b)", "điểm"), d.item("hai", 1, 1, "2.", "khoản"),
			}
		}, "(L (LI (Lbl 1.) (LBody một (L (LI (Lbl a)) (LBody điểm (L (LI (Lbl -) (LBody gạch))))) (LI (Lbl b)) (LBody điểm nữa))))) (LI (Lbl 2.) (LBody hai)))"},
		"đ) is another level of Word, not of the list": {func(d *document) []layout.Block {
			return []layout.Block{d.item("x", 1, 2, "d)", "điểm"), d.item("y", 1, 3, "đ)", "điểm"), d.item("z", 1, 1, "2.", "khoản")}
		}, "(L (LI (Lbl d)) (LBody x)) (LI (Lbl đ)) (LBody y))) (L (LI (Lbl 2.) (LBody z)))"},
		"an item beside a numbered heading is not in the list below it": {func(d *document) []layout.Block {
			heading := d.heading("1. Tuyên truyền", 1)
			heading.List = layout.ListPlace{List: 1, Level: 1}
			return []layout.Block{heading, d.item("gạch", 5, 0, "-", "gạch"), d.item("hai", 1, 1, "2.", "khoản"),
				d.item("gạch", 5, 0, "-", "gạch"), d.item("ba", 1, 1, "3.", "khoản")}
		}, "(H1 1. Tuyên truyền) (L (LI (Lbl -) (LBody gạch))) (L (LI (Lbl 2.) (LBody hai (L (LI (Lbl -) (LBody gạch))))) (LI (Lbl 3.) (LBody ba)))"},
		"text between two items belongs to the first": {func(d *document) []layout.Block {
			return []layout.Block{d.item("x", 1, 1, "1.", ""), d.body("lời", ""), d.item("y", 1, 1, "2.", "")}
		}, "(L (LI (Lbl 1.) (LBody x (P lời))) (LI (Lbl 2.) (LBody y)))"},
		"text before the items in an item belongs to it, text behind them to the one they are in": {func(d *document) []layout.Block {
			return []layout.Block{d.item("x", 1, 1, "1.", "khoản"), d.body("ai, khi nào", ""), d.item("gạch", 5, 0, "-", "gạch"), d.body("lời sau", ""),
				d.item("y", 1, 1, "2.", "khoản")}
		}, "(L (LI (Lbl 1.) (LBody x (P ai, khi nào) (L (LI (Lbl -) (LBody gạch))) (P lời sau))) (LI (Lbl 2.) (LBody y)))"},
		"text behind the last item ends the list": {func(d *document) []layout.Block {
			return []layout.Block{d.item("x", 1, 1, "1.", ""), d.body("lời", ""), d.heading("II", 1), d.item("y", 1, 1, "2.", "")}
		}, "(L (LI (Lbl 1.) (LBody x))) (P lời) (H1 II) (L (LI (Lbl 2.) (LBody y)))"},
		"the head by columns": {func(d *document) []layout.Block {
			return []layout.Block{&layout.Table{Rows: []layout.TableRow{
				row(cell(d.body("ỦY BAN", "KH Cơ quan")), cell(d.body("CỘNG HÒA", "KH Quốc hiệu"), d.body("Độc lập", "KH Tiêu ngữ"))),
				row(cell(d.body("Số", "KH Số ký hiệu")), cell(d.body("ngày", "KH Địa danh, ngày tháng"))),
			}}, d.body("KẾ HOẠCH", "KH Tên loại")}
		}, "(P ỦY BAN) (P Số) (P CỘNG HÒA) (P Độc lập) (P ngày) (Title KẾ HOẠCH)"},
		"who signs before the recipients": {func(d *document) []layout.Block {
			return []layout.Block{&layout.Table{Rows: []layout.TableRow{
				row(cell(d.body("Nơi nhận:", "KH Nơi nhận"), d.body("- Như trên;", "KH Danh sách nơi nhận")),
					cell(d.body("CHỦ TỊCH", "KH Thẩm quyền ký"), d.body("Tên", "KH Họ tên"))),
			}}}
		}, "(P CHỦ TỊCH) (P Tên) (P Nơi nhận:) (P - Như trên;)"},
		"two who sign, from the left": {func(d *document) []layout.Block {
			return []layout.Block{&layout.Table{Rows: []layout.TableRow{
				row(cell(d.body("A", "KH Họ tên")), cell(d.body("B", "KH Họ tên"))), row(cell(d.body("C", "KH Họ tên"))),
			}}}
		}, "(P A) (P B) (P C)"},
		"data in a table": {func(d *document) []layout.Block {
			head := row(cell(d.body("TT", "")), cell(d.body("Việc", "")))
			head.Header = true
			return []layout.Block{&layout.Table{Ruled: true, Rows: []layout.TableRow{head, row(cell(d.body("1", "")), cell())}}}
		}, "(Table (TR (TH (P TT)) (TH (P Việc))) (TR (TD (P 1)) (TD)))"},
		"a list in a cell does not go on behind the table": {func(d *document) []layout.Block {
			return []layout.Block{&layout.Table{Ruled: true, Rows: []layout.TableRow{row(cell(d.item("a", 5, 0, "-", "")))}}, d.item("b", 5, 0, "-", "")}
		}, "(Table (TR (TD (L (LI (Lbl -) (LBody a)))))) (L (LI (Lbl -) (LBody b)))"},
		"empty paragraphs are room": {func(d *document) []layout.Block {
			return []layout.Block{d.body("", ""), d.body("  ", ""), d.body("x", "")}
		}, "(P x)"},
	} {
		d := newDocument()
		if got := d.spoken(test.blocks(d)...); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, test.want)
		}
	}
}

func TestAbbreviationsAreReadAsWords(t *testing.T) {
	for text, want := range map[string]string{
		"UBND xã":                 "[UBND=Ủy ban nhân dân] xã",
		"TM. ỦY BAN":              "[TM.=Thay mặt] ỦY BAN",
		"Số: 05/KH-UBND":          "Số: 05/[KH=Kế hoạch]-[UBND=Ủy ban nhân dân]",
		"59/2023/NĐ-CP":           "59/2023/[NĐ=Nghị định]-[CP=Chính phủ]",
		"KH này, UBNDX, TM xã":    "KH này, UBNDX, TM xã",
		"":                        "",
		"- Lưu: VT.":              "- Lưu: [VT=Văn thư].",
		"1129-KL/HU của Huyện ủy": "1129-[KL=Kết luận]/[HU=Huyện ủy] của Huyện ủy",
	} {
		var got strings.Builder
		for _, run := range structure.Runs(text) {
			if run.Expansion == "" {
				got.WriteString(run.Text)
				continue
			}
			got.WriteString("[" + run.Text + "=" + run.Expansion + "]")
		}
		if got.String() != want {
			t.Errorf("%q: %s, want %s", text, got.String(), want)
		}
	}
}
