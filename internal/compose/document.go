package compose

import (
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
)

// A Document is the data of the template; its fields are the names that a template's actions use.
type Document struct {
	Parent     []string // the parent agency's lines; joint plans have none
	Agency     []string // the agency's lines, none wider than HeadLeft; "" between two agencies of a joint plan
	HeadLeft   float64  // width of the head's left column, pt; the right one takes the rest
	AgencyRule float64  // length of the rule under the last of them, pt. NĐ 30 PL I, II.2b: 1/3 to 1/2 of the line

	Number    string // "Số: 05/KH-UBND", or with a blank of fixed width; "" when the plan is issued under a decision
	PlaceDate string // "Sơn Tây Hạ, ngày 05 tháng 01 năm 2026", or with blanks; "" likewise

	Urgency      string  // HỎA TỐC, THƯỢNG KHẨN, KHẨN or ""
	UrgencyWidth float64 // of its frame, pt, as are the two below: between the frame's lines
	Circulation  string  // XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ or ""
	Draft        string  // DỰ THẢO or ""

	CirculationWidth, DraftWidth float64

	Address string // ô 13; "" when absent

	Type        string          // KẾ HOẠCH; "" in the file of a separate appendix, which has no head
	Title       []template.Text // trích yếu, a line each
	TitleRule   float64         // length of the rule under its last line, pt
	IssuedUnder template.Text   // "(Ban hành kèm theo …)"; empty when the plan stands for itself
	Bases       []template.Text // each with its ";" or "."
	Body        []Block         // opening, sections, closing

	Recipients []template.Text // "- UBND huyện (Báo cáo);"
	Signatures []Signature     // one; several for a joint plan; none when issued under a decision
	Joint      bool            // more than one signature
	Pairs      []Pair          // of a joint plan's signatures, two beside each other

	SignatureWidth float64 // width of the column in which authority, post and name stand, pt
	PairSpace      float64 // in a joint plan, what is free on the left of the first of two such columns, pt

	Appendices []Appendix // those in the same file

	Page template.Page // of the first section

	Properties wml.Properties // what the file says about itself
}

// A Block is a paragraph of the body, or a table.
type Block struct {
	Style string // the name of a paragraph style of the template
	List  string // the name of a list style; "" when the paragraph has no number
	Level int    // w:ilvl in that list
	Text  template.Text
	Table *template.Table // instead of all the above
}

// A Signature is one signatory's block.
type Signature struct {
	Lines []string // "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
	Name  string
}

// A Pair is two signatures side by side; Right is nil when their number is odd.
type Pair struct{ Left, Right *Signature }

// An Appendix has a section of its own.
type Appendix struct {
	Page  template.Page
	Label string          // "Phụ lục" or "Phụ lục II"
	List  string          // the list whose level 0 the label is, so that the levels below begin anew
	Title []template.Text // a line each
	Of    template.Text   // "(Kèm theo Kế hoạch số …)"
	Body  []Block
}
