package units

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/territory"
)

// A starterColumn is a column of a starter.
type starterColumn struct {
	heading, example, about string
	key                     string
	words                   []string // that a drop-down offers; nil is no drop-down
}

// Starter is the list that a plan needs: a row of headings, and a row that is the plan's own unit, which builds as it is. The ending
// is that of its file: .csv, .tsv or .xlsx.
//
// A CSV begins with a byte order mark, by which Excel knows that it is UTF-8. A value that a spreadsheet would take for a formula is
// text in XLSX, and in CSV has an apostrophe in front, which Read takes off. Where the plan leaves its units a choice, the example
// names a file of its own, which is StarterPlan.
func Starter(p *plan.Plan, variables []Variable, ending string) ([]byte, error) {
	columns := starterColumns(p, variables)
	switch ending {
	case ".csv":
		return starterCSV(columns, ',')
	case ".tsv":
		return starterCSV(columns, '\t')
	case ".xlsx":
		return starterXLSX(columns)
	}
	return nil, fmt.Errorf("no list is written as %q", ending)
}

func starterColumns(p *plan.Plan, variables []Variable) []starterColumn {
	examples := exampleOf(p)
	var columns []starterColumn
	for _, f := range fields {
		if f.starting {
			columns = append(columns, starterColumn{heading: f.heading, example: examples[f.key], about: f.about, key: f.key})
		}
		if own, _ := StarterPlan(p); f.key == keyPlan && own != "" {
			columns = append(columns, starterColumn{heading: f.heading, example: own, about: "Tệp .yaml trong đó đơn vị chọn những phần kế hoạch mẫu cho chọn, đặt cạnh danh sách.", key: f.key})
		}
	}
	for _, v := range variables {
		if _, ok := examples[v.Name]; ok { // {{unit}}, {{province}}: a column already
			continue
		}
		example, about := v.Value, fmt.Sprintf("Giá trị của {{%s}} trong kế hoạch. Bỏ trống thì lấy giá trị chung: %s", v.Name, short(v.Value))
		if v.Required {
			example, about = plan.Example(v.Name), fmt.Sprintf("Giá trị của {{%s}} trong kế hoạch. Phải điền: kế hoạch không có giá trị chung.", v.Name)
		}
		columns = append(columns, starterColumn{v.Name, example, about, v.Name, p.Words(v.Name)})
	}
	return columns
}

// exampleOf is the unit of the plan itself, by key; a commune that there is where the plan's agency is none.
func exampleOf(p *plan.Plan) map[string]string {
	agency := p.Issuers[0]
	unit, kind := unitIn(agency.Name.Text)
	if unit == "" {
		unit, kind = "xã Sơn Tây Hạ", territory.Commune
	}
	example := map[string]string{keyUnit: unit, keyKind: kind.Noun(), keyProvince: ""}
	if said, ok := p.Lookup(keyProvince); ok {
		example[keyProvince] = said
	} else if found := placesOf(unit, kind, agency.Address.Text); len(found) == 1 && found[0].Parent != nil {
		example[keyProvince] = found[0].Parent.String()
	}
	var signs *plan.Signatory
	if len(p.Signatories) > 0 {
		signs = p.Signatory(p.Signatories[0])
	} else if len(agency.Signatories) > 0 {
		signs = agency.Signatories[0]
	}
	example["signatory.name"], example["signatory.post"] = "", ""
	if signs != nil {
		example["signatory.name"], example["signatory.post"] = signs.Name.Words(), signs.Post.Words()
	}
	return example
}

// placesOf are the communes that a name may mean; where there are several, those whose province is in the agency's address.
func placesOf(unit string, kind territory.Kind, address string) []*territory.Unit {
	found := territory.Find(kind, strings.TrimSpace(unit[len(kind.Noun()):]))
	if len(found) > 1 {
		found = slices.DeleteFunc(slices.Clone(found), func(u *territory.Unit) bool { return u.Parent == nil || !strings.Contains(address, u.Parent.String()) })
	}
	return found
}

// unitIn is the commune in an agency's name: "xã Sơn Tây Hạ" of "Ủy ban nhân dân xã Sơn Tây Hạ"; "" when there is none.
func unitIn(agency string) (string, territory.Kind) {
	for _, kind := range []territory.Kind{territory.Commune, territory.Ward, territory.SpecialZone} {
		if at := strings.LastIndex(" "+agency, " "+kind.Noun()+" "); at >= 0 {
			return strings.Join(strings.Fields(agency[at:]), " "), kind
		}
	}
	return "", 0
}

func starterCSV(columns []starterColumn, comma rune) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.Comma = comma
	headings, example := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		headings[i], example[i] = guard(c.heading), guard(c.example)
	}
	err := w.WriteAll([][]string{headings, example})
	return b.Bytes(), err
}

// Where a starter's drop-downs end: more rows than Read takes would be no use, so many suffice for a province.
const starterRows = 1_000

const starterSheet = "Đơn vị"

func starterXLSX(columns []starterColumn) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := &starterWriter{f: f}
	w.do(f.SetSheetName("Sheet1", starterSheet))
	w.do(f.SetPanes(starterSheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}))
	text := w.style(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}) // 49 is text: zeros in front stay
	head := w.style(&excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}},
		Border: []excelize.Border{{Type: "bottom", Color: "7F7F7F", Style: 1}}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	for i, c := range columns {
		name := letters(i + 1)
		w.do(f.SetColStyle(starterSheet, name, text))
		w.do(f.SetColWidth(starterSheet, name, name, width(c)))
		w.do(f.SetCellStr(starterSheet, name+"1", c.heading))
		w.do(f.SetCellStyle(starterSheet, name+"1", name+"1", head))
		w.do(f.SetCellStr(starterSheet, name+"2", c.example))
		w.do(f.SetCellStyle(starterSheet, name+"2", name+"2", text))
		w.do(f.AddComment(starterSheet, excelize.Comment{Cell: name + "1", Author: "kehoach", Text: c.about, Width: 240, Height: 90}))
		if c.key == keyKind {
			w.dropDown(name, "Loại", kindWords, excelize.DataValidationErrorStyleStop)
		} else if offerable(c.words) {
			w.dropDown(name, "Giá trị", c.words, excelize.DataValidationErrorStyleWarning) // "Có" is co, too
		}
	}
	if w.err != nil {
		return nil, w.err
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// offerable tells whether a drop-down can hold words: it parts them by commas, and takes 255 letters and as many in its message.
func offerable(words []string) bool {
	all := strings.Join(words, ", ")
	return len(words) > 0 && strings.Count(all, ",") == len(words)-1 && len(utf16.Encode([]rune("Chọn: "+all+"."))) <= 255
}

// width is that of a column in characters, enough for its heading and example.
func width(c starterColumn) float64 {
	most := max(len([]rune(c.heading)), len([]rune(firstLine(c.example))))
	return float64(min(max(most+4, 12), 40))
}

// A starterWriter remembers the first error of many small steps.
type starterWriter struct {
	f   *excelize.File
	err error
}

func (w *starterWriter) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

// dropDown offers words below the heading of a column.
func (w *starterWriter) dropDown(column, title string, words []string, style excelize.DataValidationErrorStyle) {
	list := excelize.NewDataValidation(true)
	list.Sqref = fmt.Sprintf("%s2:%s%d", column, column, starterRows+1)
	w.do(list.SetDropList(words))
	list.SetError(style, title, "Chọn: "+strings.Join(words, ", ")+".")
	w.do(w.f.AddDataValidation(starterSheet, list))
}

func (w *starterWriter) style(s *excelize.Style) int {
	id, err := w.f.NewStyle(s)
	w.do(err)
	return id
}
