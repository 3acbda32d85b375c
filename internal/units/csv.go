package units

import (
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/kehoach/kehoach/internal/diag"
)

// excelSeparator is a first line by which Excel is told what separates the columns: sep=;
var excelSeparator = regexp.MustCompile(`^(?i)"?sep=([,;\t])"?\r?\n`)

// csv reads a list as CSV (RFC 4180), columns separated by commas, semicolons or tabs.
func (r *reader) csv(data []byte, shown string) {
	text, found := decode(data, shown)
	r.found = append(r.found, found...)
	if found.Failed() {
		return
	}
	if strings.TrimSpace(text) == "" {
		r.report(fileEmpty.At(diag.Location{File: shown}))
		return
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	r.begin(shown, false, text)
	page := &page{shown: shown, text: text, line: 1}
	comma, skip := ',', 0
	if said := excelSeparator.FindStringSubmatch(text); said != nil {
		comma, skip = rune(said[1][0]), len(said[0])
	} else {
		comma = r.separator(text)
	}
	rows := csvReader(text[skip:], comma)
	if skip > 0 {
		page.start, page.line, page.shift = skip, 2, 1
	}
	for {
		record, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			r.report(page.syntax(err))
			r.headed = true // one finding is enough
			r.over = true
			break
		}
		line, _ := rows.FieldPos(0)
		if !r.row(line+page.shift, page.cells(rows, record)) {
			break
		}
	}
	r.end(noHeading.At(diag.Location{File: shown, Line: 1}, "rows", strconv.Itoa(headRows)))
}

func csvReader(text string, comma rune) *csv.Reader {
	rows := csv.NewReader(strings.NewReader(text))
	rows.Comma, rows.FieldsPerRecord, rows.ReuseRecord = comma, -1, true
	return rows
}

// separator is what separates the columns: what makes the most columns of the row of headings.
func (r *reader) separator(text string) rune {
	best, most := ',', 0
	for _, comma := range []rune{',', ';', '\t'} {
		rows := csvReader(text, comma)
		for range headRows {
			record, err := rows.Read()
			if err != nil {
				break
			}
			cells := make([]cell, min(len(record), maxColumns))
			for i := range cells {
				cells[i].text = record[i]
			}
			if r.heads(cells) {
				if len(record) > most {
					best, most = comma, len(record)
				}
				break
			}
		}
	}
	return best
}

// A page is the text of a CSV file, for places in it. Places are asked for in order.
type page struct {
	shown string
	text  string
	start int // of the line
	line  int // from 1
	shift int // lines that the CSV reader doesn't count

	counted, column int // characters of the line counted so far
}

// cells are the cells of a record with their places. One over the bound is enough to show that there are too many.
func (p *page) cells(rows *csv.Reader, record []string) []cell {
	cells := make([]cell, min(len(record), maxColumns+1))
	for i := range cells {
		line, offset := rows.FieldPos(i)
		cells[i] = cell{text: unguard(record[i]), Location: p.at(line+p.shift, offset-1)}
		cells[i].Width = max(uniseg.GraphemeClusterCount(firstLine(record[i])), 1)
	}
	return cells
}

// at is the place at a byte of a line.
func (p *page) at(line, offset int) diag.Location {
	for p.line < line {
		next := strings.IndexByte(p.text[p.start:], '\n')
		if next < 0 {
			break
		}
		p.start += next + 1
		p.line++
		p.counted, p.column = 0, 0
	}
	source := strings.TrimSuffix(firstLine(p.text[p.start:]), "\r")
	offset = min(offset, len(source))
	if offset > p.counted {
		p.column += uniseg.GraphemeClusterCount(source[p.counted:offset])
		p.counted = offset
	}
	return diag.Location{File: p.shown, Line: p.line, Column: p.column + 1, Source: source}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// syntax places an error of encoding/csv.
func (p *page) syntax(err error) diag.Finding {
	var syntax *csv.ParseError
	if !errors.As(err, &syntax) {
		return csvQuote.At(diag.Location{File: p.shown}, "reason", err.Error())
	}
	lines := strings.Count(strings.TrimRight(p.text, "\n"), "\n") + 1 - p.shift
	if errors.Is(err, csv.ErrQuote) && syntax.StartLine < syntax.Line && syntax.Line >= lines {
		at := p.at(syntax.StartLine+p.shift, 0)
		at.Width = utf8.RuneCountInString(at.Source)
		return neverEnds.At(at)
	}
	reason := diag.Words{VI: "dấu nháy giữa ô không có nháy", EN: "a quote inside a cell without quotes"}
	if errors.Is(err, csv.ErrQuote) {
		reason = diag.Words{VI: "sau dấu nháy đóng còn chữ, hoặc thiếu dấu đóng", EN: "text behind a closing quote, or no closing quote"}
	}
	return csvQuote.Saying("reason", reason).At(p.at(syntax.Line+p.shift, syntax.Column-1))
}

// Cells that a spreadsheet would take for a formula. Starter writes them with an apostrophe in front, as Excel itself marks
// text; reading takes it off again.
const formulaStarts = "=+-@\t\r"

func guard(s string) string {
	if s != "" && strings.ContainsAny(s[:1], formulaStarts) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.ContainsAny(s[1:2], formulaStarts) {
		return s[1:]
	}
	return s
}
