package units

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/diag"
)

// A sheetRow is a row of a sheet's XML (ECMA-376 18.3.1.73).
type sheetRow struct {
	number int
	hidden bool
	cells  []sheetCell
}

// A sheetCell is what the XML says of a cell (18.3.1.4).
type sheetCell struct {
	column  int
	kind    string // its type: "" or n number, s shared text, str text of a formula, inlineStr, b, e error, d date
	style   int
	formula bool
	valued  bool   // it has a value, be it empty
	value   string // as stored
}

// has tells whether there is something in the cell.
func (c sheetCell) has() bool { return c.value != "" || c.formula || c.kind == "inlineStr" }

// An area is a merged cell, rows and columns from 1.
type area struct{ left, top, right, bottom int }

// A sheetScan reads a sheet row by row.
type sheetScan struct {
	xml  *xml.Decoder
	row  sheetRow
	last int // row
	done bool
}

// next is the next row; nil behind the last one. It is valid until the next call.
func (s *sheetScan) next() (*sheetRow, *sheetError) {
	for !s.done {
		token, err := s.xml.Token()
		if err != nil {
			return nil, s.fail(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local != "row" {
				continue
			}
			if err := s.rowStart(t); err != nil {
				return nil, err
			}
			if err := s.cells(); err != nil {
				return nil, err
			}
			return &s.row, nil
		case xml.EndElement:
			s.done = t.Name.Local == "sheetData" || t.Name.Local == "worksheet"
		}
	}
	return nil, nil
}

func (s *sheetScan) fail(err error) *sheetError {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return &sheetError{broken, err.Error(), diag.Location{Line: s.last}}
}

func (s *sheetScan) disorder() *sheetError {
	return &sheetError{rowOrder, "", diag.Location{Line: s.last}}
}

// rowStart reads the attributes of a row. Numbers rise: a row without one follows the row before.
func (s *sheetScan) rowStart(t xml.StartElement) *sheetError {
	s.row = sheetRow{number: s.last + 1, cells: s.row.cells[:0]}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "r":
			number, err := strconv.Atoi(a.Value)
			if err != nil || number <= s.last || number > excelize.TotalRows {
				return s.disorder()
			}
			s.row.number = number
		case "hidden":
			s.row.hidden = a.Value == "1" || a.Value == "true"
		}
	}
	s.last = s.row.number
	return nil
}

// cells reads a row to its end.
func (s *sheetScan) cells() *sheetError {
	column := 0
	for {
		token, err := s.xml.Token()
		if err != nil {
			return s.fail(err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			return nil // of the row: those within are read by cell
		case xml.StartElement:
			if t.Name.Local != "c" {
				if err := s.xml.Skip(); err != nil {
					return s.fail(err)
				}
				continue
			}
			c := sheetCell{column: column + 1}
			for _, a := range t.Attr {
				switch a.Name.Local {
				case "r":
					at, row, err := excelize.CellNameToCoordinates(a.Value)
					if err != nil || row != s.row.number || at <= column {
						return s.disorder()
					}
					c.column = at
				case "s":
					c.style, _ = strconv.Atoi(a.Value)
				case "t":
					c.kind = a.Value
				}
			}
			column = c.column
			if column > excelize.MaxColumns {
				return s.disorder()
			}
			if err := s.cell(&c); err != nil {
				return err
			}
			s.row.cells = append(s.row.cells, c)
		}
	}
}

// cell reads a cell to its end.
func (s *sheetScan) cell(c *sheetCell) *sheetError {
	depth, inValue := 1, false
	for depth > 0 {
		token, err := s.xml.Token()
		if err != nil {
			return s.fail(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			if depth > 2 {
				continue
			}
			switch t.Name.Local {
			case "v":
				inValue, c.valued, c.value = true, true, ""
			case "f":
				c.formula = true
			case "is":
				c.valued = true
			}
		case xml.CharData:
			if inValue && len(c.value) <= maxCell { // comments may part it into any number of pieces
				c.value += string(t)
			}
		case xml.EndElement:
			depth--
			inValue = false
		}
	}
	return nil
}

// merges are the merged cells of a sheet.
type merges struct {
	byTop  map[int][]area      // by their first row
	active map[int]activeMerge // by column, those that reach down to the row being read
}

type activeMerge struct {
	bottom int
	cell   cell
}

// mergedCells reads the merged cells, which stand behind the rows (18.3.1.55).
func mergedCells(d *xml.Decoder, part []byte) (*merges, *sheetError) {
	m := &merges{map[int][]area{}, map[int]activeMerge{}}
	if !bytes.Contains(part, []byte("mergeCell")) {
		return m, nil
	}
	for count := 0; count < maxRows; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &sheetError{broken, err.Error(), diag.Location{}}
		}
		t, ok := token.(xml.StartElement)
		if !ok || t.Name.Local != "mergeCell" {
			continue
		}
		for _, a := range t.Attr {
			from, to, ok := strings.Cut(a.Value, ":")
			left, top, err1 := excelize.CellNameToCoordinates(from)
			right, bottom, err2 := excelize.CellNameToCoordinates(to)
			if a.Name.Local == "ref" && ok && err1 == nil && err2 == nil {
				m.byTop[min(top, bottom)] = append(m.byTop[min(top, bottom)], area{min(left, right), min(top, bottom), max(left, right), max(top, bottom)})
				count++
			}
		}
	}
	return m, nil
}
