package template

import "strings"

// Text is a value that keeps its looks when it is filled in: the run's own formatting stands, bold, italic, a line through and a
// line under are added to it. A newline in it becomes a line break, a tab a tab stop, U+2011 Word's no-break hyphen.
type Text []Span

// A Span is a stretch of a Text in one look.
type Span struct {
	Text              string
	Bold, Italic      bool
	Strike, Underline bool
}

// String is the text without its styles.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].Text
	}
	var b strings.Builder
	for _, span := range t {
		b.WriteString(span.Text)
	}
	return b.String()
}

// Page is the paper that a section stands on.
type Page struct {
	Top, Right, Bottom, Left float64 // margins in mm, by the reader's view
	Landscape                bool
}

// A Table is a table made by the program: {{table .Table}} alone in a paragraph becomes a w:tbl.
type Table struct {
	Columns []Column
	Header  []Cell // one row, repeated on each page; empty for none
	Rows    [][]Cell
	// KeepNext keeps the last row on one page with what follows the table.
	KeepNext bool
}

// A Column is a table's column: its width as a share of the text width. The shares of a table add up to 1.
type Column struct{ Share float64 }

// A Cell is one cell that is printed. Cells covered by another's span or merge are left out.
type Cell struct {
	Text    []Text // a paragraph each
	Align   string // left, center, right, both
	Columns int    // columns covered; 0 is 1
	Rows    int    // rows covered; 0 is 1
	Bold    bool
}
