package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// The totals of a table; sense/total reports those that are not the sum of their column.

var totalRow = pattern.Of(`(?i)^(?:tổng(?: cộng| số)?|cộng)$`)

// totalsOfTable reports the figures in a row "Tổng cộng" that are not the sum of their column; only where every row above has one.
func (l *Look) totalsOfTable(t *plan.Table) {
	for n, row := range t.Rows {
		if n < 2 || !isTotal(row) {
			continue
		}
		for column := range row {
			given, ok := count(cell(row[column]))
			if !ok {
				continue
			}
			if sum, right := reckoned(t.Rows[:n], column, given); !right {
				l.report(row[column].At, "given", cell(row[column]), "sum", vi.Amount(sum))
			}
		}
	}
}

// reckoned is what a column of rows adds up to, and whether that is what is given; rows that are not understood are right. Where the
// rows are of several levels, as I, 1, 2, II, the upper ones hold the lower already: then those of one level add up to the total, the
// level of the first row most likely.
func reckoned(rows [][]plan.Text, column int, given int64) (int64, bool) {
	var all, heads int64
	levels := map[level]int64{}
	for _, row := range rows {
		v, ok := count(cell(row[column]))
		if !ok || isTotal(row) {
			return 0, true
		}
		of := levelOf(row)
		all += v
		levels[of] += v
		if of == byRoman || of == byLetter {
			heads += v
		}
	}
	first := levelOf(rows[0])
	if given == all || given == heads && heads > 0 || given == levels[first] && first != unnumbered {
		return 0, true
	}
	if first != unnumbered && hold(rows, column, first) {
		return levels[first], false
	}
	for of := range levels {
		if of != first && of != unnumbered && first != unnumbered { // a row without a number may stand beside them as well as below
			return levels[first], false
		}
	}
	return all, false
}

// hold tells whether the rows of a level hold what stands below them without a number: then that is not added again.
func hold(rows [][]plan.Text, column int, first level) bool {
	var head, below int64
	held := false
	for n := 0; n <= len(rows); n++ {
		of := first
		if n < len(rows) {
			of = levelOf(rows[n])
		}
		switch {
		case of == unnumbered:
			v, _ := count(cell(rows[n][column]))
			below += v
			continue
		case below > 0 && below != head:
			return false
		case below > 0:
			held = true
		}
		if below = 0; n < len(rows) {
			head, _ = count(cell(rows[n][column]))
		}
	}
	return held
}

// A level is how the rows of a part of a table are numbered.
type level int

const (
	unnumbered level = iota
	byRoman
	byLetter
	byFigure
	below // of what has a figure: "1.1", "a", "-"
)

var levelForms = map[level]*pattern.Pattern{
	byRoman:  pattern.Of(`^[IVX]+$`),
	byLetter: pattern.Of(`^[A-HĐ]$`),
	byFigure: pattern.Of(`^\d+$`),
	below:    pattern.Of(`^(?:\d+(?:\.\d+)+|[a-zđ]|[-–+])$`),
}

// levelOf is the level of a row.
func levelOf(row []plan.Text) level {
	number := strings.TrimRight(cell(row[0]), ".)")
	for of, form := range levelForms {
		if form.MatchString(number) {
			return of
		}
	}
	return unnumbered
}

// isTotal tells whether a row holds totals.
func isTotal(row []plan.Text) bool {
	for _, c := range row {
		if totalRow.MatchString(strings.Trim(cell(c), ":")) {
			return true
		}
	}
	return false
}

// cell is what a cell says, without the marks of bold and italic.
func cell(t plan.Text) string { return strings.Trim(t.Value.Text, " *") }
