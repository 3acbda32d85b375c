package batch

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A matrix is the coverage of a run as machines read it: units × required items.
type matrix struct {
	Items  []Item       `json:"items"`
	Totals []Total      `json:"totals"`
	Units  []matrixUnit `json:"units"`
}

type matrixUnit struct {
	Unit  string `json:"unit"`
	Cells []Cell `json:"cells"`
}

// matrixOf is the matrix of a run. The units of a shard have no total of their own to add up to.
func matrixOf(head header, entries []Entry) matrix {
	m := matrix{Items: head.Items, Units: []matrixUnit{}}
	if head.Shard == "" {
		m.Totals = totals(head.Items, entries)
	}
	for _, e := range entries {
		if len(e.Coverage) > 0 {
			m.Units = append(m.Units, matrixUnit{e.Unit, e.Coverage})
		}
	}
	if m.Totals == nil {
		m.Totals = []Total{}
	}
	return m
}

// reports are the manifest and what is made of it, by name without an ending's shard. They are written as they are made: none is
// held as a whole.
func reports(head header, entries []Entry, put func(stem, ending string, write func(io.Writer) error)) {
	put("manifest", ".jsonl", func(w io.Writer) error {
		_, err := w.Write(line(head))
		for i := 0; i < len(entries) && err == nil; i++ {
			_, err = w.Write(line(entries[i]))
		}
		return err
	})
	put("manifest", ".xlsx", func(w io.Writer) error { return manifestSheet(w, entries) })
	if len(head.Items) == 0 {
		return
	}
	m := matrixOf(head, entries)
	put("coverage", ".json", func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(m)
	})
	put("coverage", ".xlsx", func(w io.Writer) error { return matrixSheet(w, m) })
}

// manifestSheet is the manifest as a table that a clerk filters.
func manifestSheet(out io.Writer, entries []Entry) error {
	w, err := newSheet("Kết quả", []string{"STT", "Tên đơn vị", "Kết quả", "Tệp", "Số trang", "SHA-256", "Ghi chú"}, []float64{6, 32, 12, 44, 9, 24, 60})
	if err != nil {
		return err
	}
	for _, e := range entries {
		status := map[string]string{statusDone: "đã lập", statusFailed: "lỗi"}[e.Status]
		var notes []string
		for _, f := range e.Findings {
			notes = append(notes, f.Message)
		}
		note := strings.Join(notes, "; ")
		if len(e.Files) == 0 {
			w.row(e.N, e.Unit, status, "", nil, "", note)
		}
		for _, f := range e.Files {
			w.row(e.N, e.Unit, status, f.Name, pagesOf(f), f.SHA256, note)
		}
	}
	return w.end(out)
}

func pagesOf(f File) any {
	if f.Pages == 0 {
		return nil
	}
	return f.Pages
}

// matrixSheet is the coverage as a table: a row a unit, a column an item, the totals in the end.
func matrixSheet(out io.Writer, m matrix) error {
	headings, widths := []string{"Tên đơn vị"}, []float64{32}
	for _, i := range m.Items {
		heading := i.Name
		if i.SuperiorDue != "" {
			heading += "\n(hạn của cấp trên: " + i.SuperiorDue + ")"
		}
		headings, widths = append(headings, heading), append(widths, 22)
	}
	w, err := newSheet("Nội dung", headings, widths)
	if err != nil {
		return err
	}
	for _, u := range m.Units {
		cells := []any{u.Unit}
		for _, c := range u.Cells {
			cells = append(cells, words(c))
		}
		w.row(cells...)
	}
	if len(m.Totals) > 0 {
		allotted, total := []any{"Tổng các đơn vị"}, []any{"Tổng giao"}
		for _, i := range m.Items {
			a, t := "", ""
			for _, of := range m.Totals {
				if of.Item == i.ID {
					a, t = of.Allotted, of.Total
					if !of.AddsUp {
						a = strings.TrimSpace(a + " LỆCH")
					}
				}
			}
			allotted, total = append(allotted, a), append(total, t)
		}
		w.row(allotted...)
		w.row(total...)
	}
	return w.end(out)
}

// words is what the matrix says of one cell.
func words(c Cell) string {
	if c.State == LeftOut {
		return "không có"
	}
	if c.State == NotConcerned {
		return "không thuộc đối tượng"
	}
	parts := []string{"có"}
	if c.Target != "" {
		parts = append(parts, "chỉ tiêu "+c.Target)
	}
	if c.Due != "" {
		parts = append(parts, "hạn "+c.Due)
	}
	if c.Late {
		parts = append(parts, "CHẬM HƠN HẠN CẤP TRÊN GIAO")
	}
	return strings.Join(parts, "; ")
}

// A sheet is a table being written row by row, so that its memory does not grow with it.
type sheet struct {
	file   *excelize.File
	stream *excelize.StreamWriter
	text   int // the style of words: what begins like a formula is none, here or where the table is edited
	rows   int
	err    error
}

// newSheet begins a table with a row of headings that stays in sight and can be filtered.
func newSheet(name string, headings []string, widths []float64) (*sheet, error) {
	f := excelize.NewFile()
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	// The clock is never read: the same run gives the same bytes.
	if err := f.SetDocProps(&excelize.DocProperties{Creator: "kehoach", Created: "1980-01-01T00:00:00Z", Modified: "1980-01-01T00:00:00Z"}); err != nil {
		return nil, err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49}) // "@", ECMA-376 part 1, 18.8.30
	if err != nil {
		return nil, err
	}
	stream, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for i, width := range widths {
		if err := stream.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, err
	}
	s := &sheet{file: f, stream: stream, text: text}
	var cells []any
	for _, h := range headings {
		cells = append(cells, excelize.Cell{StyleID: bold, Value: h})
	}
	s.row(cells...)
	return s, s.err
}

func (s *sheet) row(cells ...any) {
	for i, c := range cells {
		if words, ok := c.(string); ok {
			cells[i] = excelize.Cell{StyleID: s.text, Value: words}
		}
	}
	if s.err == nil {
		s.rows++
		s.err = s.stream.SetRow(fmt.Sprintf("A%d", s.rows), cells)
	}
}

// end writes the table out.
func (s *sheet) end(out io.Writer) error {
	defer s.file.Close()
	if s.err != nil {
		return s.err
	}
	if err := s.stream.Flush(); err != nil {
		return err
	}
	return s.file.Write(out)
}
