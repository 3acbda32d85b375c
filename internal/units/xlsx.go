package units

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/diag"
)

// Bounds of a workbook once it is unpacked. A list of 20,000 units with thirty columns unpacks to some 30 MB; the parts that are
// neither sheets nor their texts (styles, names, relations) have kilobytes.
const (
	maxUnpacked = 128 << 20 // bytes of all parts
	maxPart     = 8 << 20   // bytes of a part that is read whole into structures
	maxParts    = 2_000
	maxTexts    = 2_000_000 // tags of the shared texts
)

// sharedTexts is the part with the texts of cells (ECMA-376 18.4).
const sharedTexts = "xl/sharedStrings.xml"

// oldExcelStart begins the files of Excel 97–2003, and those of today that have a password.
var oldExcelStart = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// xlsx reads a list from the first visible sheet that has a heading Tên đơn vị.
func (r *reader) xlsx(data []byte, shown string) {
	whole := diag.Location{File: shown}
	if len(data) == 0 {
		r.report(fileEmpty.At(whole))
		return
	}
	if bytes.HasPrefix(data, oldExcelStart) {
		r.report(oldExcel.At(whole))
		return
	}
	if kind := unpacks(data); kind != nil {
		r.report(kind.Saying("reason", notZip).At(whole))
		return
	}
	book, err := openBook(data)
	if err != nil {
		r.report(broken.At(whole, "reason", err.Error()))
		return
	}
	defer book.Close()
	var looked []string
	for _, s := range book.sheets() {
		sheet := fmt.Sprintf("%s, trang %s", shown, s.name)
		part, ok := book.part(s.part)
		if !ok {
			continue
		}
		looked = append(looked, s.name)
		r.begin(sheet, true, book.text(part))
		if err := r.sheet(book, s.name, part); err != nil {
			r.report(err.finding(sheet))
			r.headed, r.over = true, true
		}
		if r.headed {
			r.end(diag.Finding{})
			return
		}
	}
	r.report(noSheet.At(whole, "rows", strconv.Itoa(headRows), "sheets", strings.Join(looked, ", ")))
}

var notZip = diag.Words{VI: "không phải tệp nén ZIP", EN: "it is no ZIP archive"}

// unpacks tells why a workbook is not unpacked; nil when it may be.
func unpacks(data []byte) *diag.Kind {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return broken
	}
	total := uint64(0)
	if len(archive.File) > maxParts {
		return unpacksLarge
	}
	for _, f := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		total += f.UncompressedSize64
		texts := strings.HasPrefix(name, "xl/worksheets/") || strings.HasPrefix(name, "xl/sharedstrings") || strings.HasPrefix(name, "xl/media/")
		if f.UncompressedSize64 > maxUnpacked || total > maxUnpacked || !texts && f.UncompressedSize64 > maxPart {
			return unpacksLarge
		}
	}
	return nil
}

// A book is an open workbook. excelize gives its sheets, texts and number formats, row by row; what its rows don't tell (formulas
// without result, errors, dates, merged cells) is read from the sheet's XML beside them, so that no sheet is held as a grid, which
// a cell in the last corner would make gigabytes.
type book struct {
	*excelize.File
	dates     map[int]bool // styles that show a whole date
	since1904 bool
}

// openBook opens a workbook. excelize may panic on a damaged one.
func openBook(data []byte) (b *book, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked, ShortDatePattern: "dd/mm/yyyy"})
	if err != nil {
		return nil, err
	}
	b = &book{File: f, dates: map[int]bool{}}
	if texts, _ := b.part(sharedTexts); bytes.Count(texts, []byte("<")) > maxTexts {
		return nil, fmt.Errorf("%s holds more than %d tags", sharedTexts, maxTexts)
	}
	props, err := f.GetWorkbookProps()
	b.since1904 = err == nil && props.Date1904 != nil && *props.Date1904
	return b, err
}

// part is the XML of a part.
func (b *book) part(name string) ([]byte, bool) {
	data, ok := b.Pkg.Load(name)
	if !ok {
		return nil, false
	}
	part, ok := data.([]byte)
	return part, ok
}

// text is all that the cells of a sheet may say.
func (b *book) text(part []byte) string {
	shared, _ := b.part(sharedTexts)
	if bytes.Contains(part, []byte("inlineStr")) {
		shared = part
	}
	return string(shared[:min(len(shared), sampled)])
}

// A sheet of a workbook: its name and its part.
type sheetRef struct{ name, part string }

// sheets are the visible sheets in the order of their tabs.
func (b *book) sheets() []sheetRef {
	const workbook, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
	data, _ := b.part(relations)
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	_ = b.decoder(data).Decode(&rels)
	targets := map[string]string{}
	for _, rel := range rels.Relationship {
		target := strings.ReplaceAll(rel.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(workbook), target)
		}
		targets[rel.ID] = strings.TrimPrefix(path.Clean(target), "/")
	}
	var sheets []sheetRef
	_ = b.GetSheetList() // reads the workbook
	if b.WorkBook == nil {
		return nil
	}
	for _, s := range b.WorkBook.Sheets.Sheet {
		if s.State == "" || s.State == "visible" {
			sheets = append(sheets, sheetRef{s.Name, targets[s.ID]})
		}
	}
	return sheets
}

func (b *book) decoder(data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = b.CharsetReader
	return d
}

// sheet reads the rows of a sheet. Two readers walk it in step: excelize's for the text of cells, ours for what they are.
func (r *reader) sheet(b *book, name string, part []byte) (err *sheetError) {
	defer func() {
		if p := recover(); p != nil {
			err = &sheetError{broken, fmt.Sprint(p), diag.Location{}}
		}
	}()
	shown, fail := b.Rows(name)
	if fail != nil {
		return &sheetError{broken, fail.Error(), diag.Location{}}
	}
	defer shown.Close()
	merged, err := mergedCells(b.decoder(part), part)
	if err != nil {
		return err
	}
	var hidden []int
	scan := &sheetScan{xml: b.decoder(part)}
	for at := 0; ; { // at is the row of shown
		row, err := scan.next()
		if err != nil {
			return err
		}
		if row == nil {
			break
		}
		for at < row.number && shown.Next() {
			at++
		}
		texts, fail := shown.Columns()
		if fail != nil {
			return &sheetError{broken, fail.Error(), diag.Location{Line: row.number}}
		}
		cells := b.cells(r.shown, row, texts)
		if row.hidden && r.headed {
			if len(cells) > 0 {
				hidden = append(hidden, row.number)
			}
			continue
		}
		if r.headed {
			cells = r.spread(row.number, cells, merged)
		}
		if !r.row(row.number, cells) {
			break
		}
	}
	if len(hidden) > 0 {
		r.report(hiddenRows.At(diag.Location{File: r.shown, Line: hidden[0], Column: 1}, "count", strconv.Itoa(len(hidden)), "rows", numbers(hidden)))
	}
	return nil
}

// spread gives a row the values of the merged cells that began above it and reach down to it. The name of a unit is not spread: a
// unit has one row. A merged cell over several columns that count is reported.
func (r *reader) spread(line int, cells []cell, merged *merges) []cell {
	if len(cells) == 0 {
		return cells
	}
	for _, m := range merged.byTop[line] {
		if m.left > len(r.columns) {
			continue
		}
		counts := func(c Column) bool { return c.Key != "" }
		if m.right > m.left {
			if slices.ContainsFunc(r.columns[m.left-1:min(m.right, len(r.columns))], counts) {
				r.report(mergedAcross.At(diag.Location{File: r.shown, Line: line, Column: m.left},
					"range", fmt.Sprintf("%s%d:%s%d", letters(m.left), m.top, letters(m.right), m.bottom)))
			}
		} else if key := r.columns[m.left-1].Key; key != "" && key != keyUnit && m.left <= len(cells) {
			merged.active[m.left] = activeMerge{m.bottom, cells[m.left-1]}
		}
	}
	for column, a := range merged.active {
		if line > a.bottom {
			delete(merged.active, column)
			continue
		}
		for len(cells) < column {
			cells = append(cells, cell{Location: diag.Location{File: r.shown, Line: line, Column: len(cells) + 1}})
		}
		cells[column-1] = a.cell
	}
	return cells
}

// numbers lists rows for a message.
func numbers(rows []int) string {
	const most = 10
	var list []string
	for _, n := range rows[:min(len(rows), most)] {
		list = append(list, strconv.Itoa(n))
	}
	if len(rows) > most {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}

// cells are the cells of a row up to the last one with something in it.
func (b *book) cells(shown string, row *sheetRow, texts []string) []cell {
	last := 0
	for _, c := range row.cells {
		if c.has() {
			last = c.column
		}
	}
	cells := make([]cell, min(last, maxColumns+1))
	for i := range cells {
		cells[i].Location = diag.Location{File: shown, Line: row.number, Column: i + 1}
	}
	for _, c := range row.cells {
		if i := c.column - 1; i < len(cells) {
			if i < len(texts) {
				cells[i].text = texts[i]
			}
			b.judge(c, &cells[i])
		}
	}
	return cells
}

// judge makes of a cell's shown text the one that a document wants: dates day first, numbers with the signs of Vietnamese; or says
// why there is none.
func (b *book) judge(c sheetCell, into *cell) {
	switch {
	case c.formula && !c.valued:
		into.wrong, into.text = noResult, ""
	case c.kind == "e":
		into.wrong = errorCell
		into.text = c.value
	case c.kind == "d":
		if day, ok := isoDay(c.value); ok {
			into.text = day
		}
	case c.kind == "s":
		if n, err := strconv.Atoi(c.value); err != nil || n < 0 || b.SharedStrings == nil || n >= len(b.SharedStrings.SI) {
			into.wrong = noText
		}
	case c.kind != "" && c.kind != "n" || c.value == "":
	case b.isDate(c.style):
		if serial, err := strconv.ParseFloat(c.value, 64); err == nil {
			if day, err := excelize.ExcelDateToTime(serial, b.since1904); err == nil {
				into.text = day.Format("02/01/2006")
			}
		}
	default:
		into.text = vietnameseNumber(into.text, c.value)
	}
}

// isoDay is the day of an ISO 8601 date in a cell of type d (ECMA-376 18.18.11), day first.
func isoDay(value string) (string, bool) {
	if len(value) < 10 || value[4] != '-' || value[7] != '-' {
		return "", false
	}
	return value[8:10] + "/" + value[5:7] + "/" + value[:4], true
}

// vietnameseNumber is a number as shown, with full stops between thousands and a decimal comma. The file keeps no country: a
// spreadsheet shows the signs of the machine it is opened on.
func vietnameseNumber(shown, value string) string {
	if strings.ContainsAny(shown, "eE") {
		if number, err := strconv.ParseFloat(value, 64); err == nil {
			shown = strconv.FormatFloat(number, 'f', -1, 64)
		}
	}
	if strings.Trim(shown, "0123456789.,%-+() \u00a0") != "" { // in words, or with a currency: as its format says
		return shown
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '.':
			return ','
		case ',':
			return '.'
		}
		return r
	}, shown)
}

// isDate tells whether a style shows day, month and year.
func (b *book) isDate(style int) bool {
	known, ok := b.dates[style]
	if ok {
		return known
	}
	if s, err := b.GetStyle(style); err == nil {
		known = s.NumFmt == 14 || s.NumFmt == 15 || s.NumFmt == 22 || s.NumFmt >= 27 && s.NumFmt <= 31 || s.NumFmt >= 50 && s.NumFmt <= 58
		if s.CustomNumFmt != nil {
			known = wholeDate(*s.CustomNumFmt)
		}
	}
	b.dates[style] = known
	return known
}

// wholeDate tells whether a number format (ECMA-376 18.8.31) has day, month and year in it.
func wholeDate(format string) bool {
	format, _, _ = strings.Cut(strings.ToLower(format), ";")
	var bare strings.Builder
	for i := 0; i < len(format); i++ {
		switch c := format[i]; c {
		case '"', '[':
			end := strings.IndexByte(format[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return false
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		default:
			bare.WriteByte(c)
		}
	}
	return strings.Contains(bare.String(), "d") && strings.Contains(bare.String(), "m") && strings.Contains(bare.String(), "y")
}

// A sheetError is why a sheet can't be read on.
type sheetError struct {
	kind   *diag.Kind
	reason string
	at     diag.Location
}

func (e *sheetError) finding(shown string) diag.Finding {
	e.at.File = shown
	return e.kind.At(e.at, "reason", e.reason)
}
