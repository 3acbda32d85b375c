package compose

import "github.com/kehoach/kehoach/internal/template"

// Words of the example that no plan's document goes without: a template prints each of them.
const (
	ExampleTitle  = "TRÍCH YẾU MẪU"
	ExampleBody   = "NỘI DUNG MẪU"
	ExampleSigner = "HỌ TÊN MẪU"
)

// Example is a document with something in every field and every style and list in its body: what a template is checked with
// before a plan meets it.
func Example() *Document {
	text := template.Text{{Text: "chữ"}, {Text: "đậm", Bold: true}}
	page := template.Page{Top: 20, Right: 15, Bottom: 20, Left: 30}
	table := &template.Table{Columns: []template.Column{{Share: 1}}, Header: []template.Cell{{Text: []template.Text{text}}},
		Rows: [][]template.Cell{{{Text: []template.Text{text}}}}}
	body := []Block{{Table: table}}
	for _, style := range []string{styleText, styleMuc, styleHeading2, styleHeading3, styleKhoan, styleDiem, styleDash, stylePlus, styleClosing, styleEnd} {
		for _, list := range []string{"", listMain, listDecimal, listAppendix, listDecimalApp, listDash} {
			body = append(body, Block{Style: style, List: list, Text: text})
		}
	}
	appendix := body
	body = append([]Block{{Style: styleText, Text: template.Text{{Text: ExampleBody}}}}, body...)
	signature := Signature{Lines: []string{"TM."}, Name: ExampleSigner}
	return &Document{
		Parent: []string{"CƠ QUAN"}, Agency: []string{"CƠ QUAN"}, AgencyRule: 40, HeadLeft: 190, Number: "Số:", PlaceDate: "ngày",
		Urgency: "KHẨN", UrgencyWidth: 50, Circulation: "LƯU HÀNH", Draft: "DỰ THẢO", CirculationWidth: 90, DraftWidth: 90,
		SignatureWidth: 170, PairSpace: 60, Address: "Địa chỉ", Type: "KẾ HOẠCH",
		Title: []template.Text{{{Text: ExampleTitle}}}, TitleRule: 40, IssuedUnder: text, Bases: []template.Text{text}, Body: body,
		Recipients: []template.Text{text}, Signatures: []Signature{signature, signature}, Joint: true,
		Pairs: []Pair{{&signature, &signature}, {Left: &signature}}, Page: page,
		Appendices: []Appendix{{Page: page, Label: "Phụ lục", List: listAppendix, Title: []template.Text{text}, Of: text, Body: appendix}},
	}
}
