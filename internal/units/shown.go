package units

import (
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

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

// isoTimes are the forms in which programs write a day without its time: YAML, databases, spreadsheets' own exports.
var isoTimes = []string{"2006-01-02", "2006-01-02T00:00:00", "2006-01-02T00:00:00Z", "2006-01-02 00:00:00"}

// turned is a cell that holds an ISO 8601 date and nothing else, day first.
func turned(text string) (day string, ok bool) {
	if len(text) < 10 || len(text) > 20 || text[4] != '-' {
		return "", false
	}
	for _, form := range isoTimes {
		if t, err := time.Parse(form, text); err == nil {
			return t.Format("02/01/2006"), true
		}
	}
	return "", false
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
