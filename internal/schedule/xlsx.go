package schedule

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/diag"
)

// MaxRows is how many entries a sheet holds: its 1,048,576 rows less the heading.
const MaxRows = excelize.TotalRows - 1

// soon is how many days ahead the sheet colours what is due.
const soon = 14

// A column of the tracking sheet.
type column struct {
	head  diag.Words
	width float64
	words func(Entry) string // nil: the sheet's own cell
}

func columnsIn(lang diag.Lang) []column {
	return []column{
		{headLast, 12, nil},
		{headWeekday, 10, func(e Entry) string {
			if e.Due == nil {
				return ""
			}
			return weekday(e.Due.Last).In(lang, nil)
		}},
		{headWhat, 60, func(e Entry) string { return e.What }},
		{headLeads, 28, func(e Entry) string { return names(e.Leads) }},
		{headSupport, 24, func(e Entry) string { return names(e.Support) }},
		{headWhen, 26, func(e Entry) string { return e.When }},
		{headState, 12, func(Entry) string { return stateOpen.In(lang, nil) }},
		{headNote, 24, func(e Entry) string { return note(e, lang) }},
		{headSource, 36, func(e Entry) string { return strings.TrimSpace(e.Plan.Number + " " + e.Plan.Title) }},
		{headWhere, 22, func(e Entry) string { return firstOf(e.Where, e.ID) }},
		{headAgency, 30, func(e Entry) string { return e.Plan.Agency }},
	}
}

const stateColumn = "G"

// XLSX writes entries as a tracking sheet: real days, a filter, a heading that stays, a state to choose, and rows that turn red
// when overdue and yellow when due within 14 days, unless done. Texts are texts, also when a person edits them: one that begins with "=" is no formula.
func XLSX(entries []Entry, lang diag.Lang) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	sheet := sheetName.In(lang, nil)
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	columns := columnsIn(lang)
	last, err := excelize.ColumnNumberToName(len(columns))
	if err != nil {
		return nil, err
	}
	rows := max(len(entries), 1) + 1
	if err := f.AutoFilter(sheet, fmt.Sprintf("A1:%s%d", last, rows), nil); err != nil {
		return nil, err
	}
	if err := colour(f, sheet, fmt.Sprintf("A2:%s%d", last, rows), lang); err != nil {
		return nil, err
	}
	choose := excelize.NewDataValidation(true)
	choose.Sqref = fmt.Sprintf("%s2:%s%d", stateColumn, stateColumn, rows)
	if err := choose.SetDropList([]string{stateOpen.In(lang, nil), stateBusy.In(lang, nil), stateDone.In(lang, nil)}); err != nil {
		return nil, err
	}
	if err := f.AddDataValidation(sheet, choose); err != nil {
		return nil, err
	}
	if err := paper(f, sheet); err != nil {
		return nil, err
	}
	// The same entries give the same bytes: the file does not say when it was made.
	if err := f.SetDocProps(&excelize.DocProperties{Creator: "kehoach", Title: sheet, Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"}); err != nil {
		return nil, err
	}
	if err := fill(f, sheet, columns, entries, lang); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// fill writes the heading and a row an entry, in a stream: a province has many. What the sheet has besides rows goes before them.
func fill(f *excelize.File, sheet string, columns []column, entries []Entry, lang diag.Lang) error {
	heading, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E2F3"}},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	if err != nil {
		return err
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	format := "dd/mm/yyyy"
	day, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}})
	if err != nil {
		return err
	}
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, c := range columns {
		if err := w.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	var row []any
	for _, c := range columns {
		row = append(row, excelize.Cell{StyleID: heading, Value: c.head.In(lang, nil)})
	}
	if err := w.SetRow("A1", row); err != nil {
		return err
	}
	for n, e := range entries {
		row = row[:0]
		lines := 1
		for _, c := range columns {
			cell := excelize.Cell{StyleID: day}
			if c.words != nil {
				cell.StyleID = text
				if words := c.words(e); words != "" {
					cell.Value = words
					lines = max(lines, linesOf(words, c.width))
				}
			} else if e.Due != nil {
				cell.Value = at(e.Due.Last)
			}
			row = append(row, cell)
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n+2), row, excelize.RowOpts{Height: lineHeight * float64(min(lines, 20))}); err != nil {
			return err
		}
	}
	return w.Flush()
}

// lineHeight is that of one line of the sheet's letters, in points.
const lineHeight = 15

// linesOf is how many lines words take in a column, as programs break them: a sheet does not measure rows that it did not make.
func linesOf(words string, width float64) int {
	lines, used := 1, 0.0
	for word := range strings.FieldsSeq(words) {
		n := float64(utf8.RuneCountInString(word)) * 1.05 // letters are a little wider than the figures that width counts
		if used > 0 && used+1+n > width {
			lines++
			used = 0
		}
		if used > 0 {
			used++
		}
		used += n
		lines += int(used / (width + 1))
	}
	return lines
}

// paper makes the sheet print on A4 across, as wide as the page, its heading on each.
func paper(f *excelize.File, sheet string) error {
	a4, across, wide, long, fits := 9, "landscape", 1, 0, true
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &long}); err != nil {
		return err
	}
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", sheet), Scope: sheet})
}

// colour turns the rows of what is open red when its day has passed, and yellow when it comes soon.
func colour(f *excelize.File, sheet, cells string, lang diag.Lang) error {
	open := fmt.Sprintf(`$A2<>"",$%s2<>"%s"`, stateColumn, stateDone.In(lang, nil))
	var rules []excelize.ConditionalFormatOptions
	for _, rule := range []struct{ when, fill, font string }{
		{"AND(" + open + ",$A2<TODAY())", "F8CBAD", "9C0006"},
		{fmt.Sprintf("AND(%s,$A2>=TODAY(),$A2<=TODAY()+%d)", open, soon), "FFEB9C", "7F6000"},
	} {
		style, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: rule.font}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{rule.fill}}})
		if err != nil {
			return err
		}
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", Criteria: rule.when, Format: &style})
	}
	return f.SetConditionalFormat(sheet, cells, rules)
}
