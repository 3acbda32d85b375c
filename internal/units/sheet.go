package units

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

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
		if r.headed {
			cells = r.spread(row.number, cells, merged)
		}
		if row.hidden && r.headed {
			if len(cells) > 0 {
				hidden = append(hidden, row.number)
			}
			continue
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
// unit has one row. Nor is a cell that was merged over columns: which of them its value is for can't be told.
func (r *reader) spread(line int, cells []cell, merged *merges) []cell {
	if len(cells) == 0 {
		return cells
	}
	for _, m := range merged.byTop[line] {
		covered := r.columns[min(m.left-1, len(r.columns)):min(m.right, len(r.columns))]
		counts := slices.IndexFunc(covered, func(c Column) bool { return c.Key != "" })
		switch {
		case counts < 0:
		case m.right > m.left:
			cells = r.upTo(m.left+counts, line, cells)
			into := &cells[m.left+counts-1]
			into.wrong, into.text = mergedAcross, fmt.Sprintf("%s%d:%s%d", letters(m.left), m.top, letters(m.right), m.bottom)
		case covered[0].Key != keyUnit && m.left <= len(cells):
			merged.active[m.left] = activeMerge{m.bottom, cells[m.left-1]}
		}
	}
	for column, a := range merged.active {
		if line > a.bottom {
			delete(merged.active, column)
			continue
		}
		cells = r.upTo(column, line, cells)
		cells[column-1] = a.cell
	}
	return cells
}

// upTo is a row with cells up to a column.
func (r *reader) upTo(column, line int, cells []cell) []cell {
	for len(cells) < column {
		cells = append(cells, cell{Location: diag.Location{File: r.shown, Line: line, Column: len(cells) + 1}})
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
