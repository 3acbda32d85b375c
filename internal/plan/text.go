package plan

import "strings"

// A Value is a scalar as it was written: "05" stays "05". The zero Value is absence.
type Value struct {
	Text string // NFC
	At   Place
}

// Given tells whether the value stands in the file with something in it; blanks are nothing.
func (v Value) Given() bool { return strings.TrimSpace(v.Text) != "" }

// Words are the letters of a text that is printed as it stands: its escapes undone, all else as it is written.
func (t Text) Words() string {
	if !strings.Contains(t.Text, `\`) {
		return t.Text
	}
	var b strings.Builder
	for i := 0; i < len(t.Text); i++ {
		if escaped(t.Text[i:]) {
			i++
		}
		b.WriteByte(t.Text[i])
	}
	return b.String()
}

// escape writes letters as a text that has them: what would be a mark, a style or a reference is escaped.
func escape(words string) string {
	if !strings.ContainsAny(words, `\*{-+`) {
		return words
	}
	var b strings.Builder
	begins := true // of a line nothing but blanks has passed
	for i, c := range []byte(words) {
		rest := words[i:]
		brace := strings.HasPrefix(rest, "{{") || c == '{' && i > 0 && words[i-1] == '{'
		mark := begins && (strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "+ "))
		if escaped(rest) || c == '*' || brace || mark {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
		begins = c == '\n' || begins && c == ' '
	}
	return b.String()
}

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
