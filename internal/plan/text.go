package plan

import "strings"

// A Value is a scalar as it was written: "05" stays "05". The zero Value is absence.
type Value struct {
	Text string // NFC
	At   Place
}

// Given tells whether the value stands in the file with something in it; blanks are nothing.
func (v Value) Given() bool { return strings.TrimSpace(v.Text) != "" }

// A Date (ngày) is a day of the calendar as it was written, day first: 05/01/2026. A citation's or a plan's date may lack its
// day, or day and month ("1/2026", "2026"): Day and Month are then 0. The zero Date is absence.
type Date struct {
	Value
	Day, Month, Year int
}

// A Text is prose that may hold **bold**, *italic*, variables and references. Each line of it is a paragraph (or a line of a
// title); the zero Text is absence.
type Text struct {
	Value
	Paragraphs []Paragraph
}

// A Paragraph (đoạn) is one line of a text.
type Paragraph struct {
	Mark    Mark // "dash" or "plus" when it began with "- " or "+ ", which Inlines then lack; else ""
	Inlines []Inline
}

// An Inline is a stretch of a paragraph in one style: either Text, or one of the references, bound when the plan is loaded.
type Inline struct {
	Text         string
	Bold, Italic bool
	At           Place

	Variable string    // {{year}}, {{agency.name}}, {{village_count}}
	Mention  *Mention  // {{cite …}}
	Deadline *Deadline // {{deadline …}}
	Role     *Role     // {{role …}}
	Item     *Item     // {{item …}}: its number, "khoản 1 Mục II"
	Appendix *Appendix // {{appendix …}}: "Phụ lục I"

	ref  *reference // what stood in the braces, until it is bound
	from int        // where it begins in the value of its text
}
