package compose

import (
	"slices"
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
)

// A tableColumn is a column of the table of assignments: its usual heading, its weight, how its cells stand.
type tableColumn struct {
	heading string
	width   string // mm on a landscape page; "" shares what is left
	align   string
}

var tableColumns = map[plan.ColumnValue]tableColumn{
	"number":   {"STT", "12", "center"},
	"item":     {"Nội dung", "", "left"},
	"role":     {"Đơn vị chủ trì", "", "left"},
	"support":  {"Đơn vị phối hợp", "", "left"},
	"deadline": {"Thời hạn", "", "left"},
	"output":   {"Sản phẩm", "", "left"},
	"funding":  {"Kinh phí", "", "right"},
}

var defaultColumns = []plan.ColumnValue{"number", "item", "role", "support", "deadline", "output"}

// assignments makes the table of who does what by when from the items: a row an item that is given to somebody or is due, and
// an item without any such part of it.
func (c *composer) assignments(a *plan.Assignments, page template.Page) *template.Table {
	columns := a.Columns
	if len(columns) == 0 {
		for _, shows := range defaultColumns {
			columns = append(columns, &plan.AssignmentColumn{Shows: shows})
		}
	}
	out := &template.Table{}
	var widths []plan.Value
	for _, column := range columns {
		usual := tableColumns[column.Shows]
		heading, width := c.paragraphs(column.Heading), column.Width
		if len(heading) == 0 {
			heading = []template.Text{plain(usual.heading)}
		}
		if !width.Given() {
			width.Text = usual.width
		}
		widths = append(widths, width)
		out.Header = append(out.Header, template.Cell{Text: heading})
	}
	out.Columns = shares(widths, page)

	number := 0
	for _, s := range c.assigned(a) {
		if a.Grouped {
			title := c.mucNumber(s) + ". " + c.line(s.Heading)
			out.Rows = append(out.Rows, []template.Cell{{Text: []template.Text{plain(title)}, Columns: len(columns), Bold: true}})
		}
		for _, item := range rows(s.Items) {
			number++
			var row []template.Cell
			for _, column := range columns {
				align := word(column.Align)
				if align == "" {
					align = tableColumns[column.Shows].align
				}
				row = append(row, template.Cell{Text: c.cell(column.Shows, item, number), Align: align})
			}
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// mucNumber is a mục's number on the page.
func (c *composer) mucNumber(s *plan.Section) string {
	n := slices.Index(c.plan.Sections, s) + 1
	if c.plan.Numbering == "decimal" {
		return strconv.Itoa(n)
	}
	return vi.Roman(n)
}

// assigned are the mục whose items the table shows.
func (c *composer) assigned(a *plan.Assignments) []*plan.Section {
	var sections []*plan.Section
	for _, id := range a.Of {
		if s := c.plan.Section(id); s != nil { // nil when the unit's plan is without it
			sections = append(sections, s)
		}
	}
	if len(sections) > 0 {
		return sections
	}
	for _, s := range c.plan.Sections {
		if len(s.Items) > 0 {
			sections = append(sections, s)
		}
	}
	return sections
}

// rows are the items that get a row: those with particulars, and the smallest ones under none that has.
func rows(items []*plan.Item) []*plan.Item {
	var out []*plan.Item
	for _, i := range items {
		if i.Assigned() {
			out = append(out, i)
			plan.Walk(i.Items, func(below *plan.Item) {
				if below.Assigned() {
					out = append(out, below)
				}
			})
			continue
		}
		if below := rows(i.Items); len(below) > 0 {
			out = append(out, below...)
			continue
		}
		out = append(out, i)
	}
	return out
}

// cell is what one column shows of an item.
func (c *composer) cell(shows plan.ColumnValue, i *plan.Item, number int) []template.Text {
	words := ""
	switch shows {
	case "number":
		words = strconv.Itoa(number)
	case "item":
		if heading := c.paragraphs(i.Heading); len(heading) > 0 {
			return heading
		}
		if len(i.Text.Paragraphs) > 0 {
			return []template.Text{c.paragraph(i.Text.Paragraphs[0])}
		}
	case "role":
		words = c.roleName(i.Role)
	case "support":
		words = c.roleNames(i.Support)
	case "deadline":
		words = capital(c.deadlineCell(i))
	case "output":
		return c.paragraphs(i.Output)
	case "funding":
		if i.Funding != nil {
			words = c.amount(i.Funding)
		}
	}
	if words == "" {
		return nil
	}
	return []template.Text{plain(words)}
}

var nowhere = &diag.Kind{ID: "compose/particulars", Severity: diag.Warning,
	Message: diag.Words{VI: "người làm, thời hạn, kết quả của nội dung này không in ở đâu: particulars là table mà không bảng phân công nào có nội dung này",
		EN: "who does this, by when and with what result is printed nowhere: particulars is table, and no table of assignments holds it"},
	Fix: diag.Words{VI: "thêm một phụ lục có assignments, hoặc ghi particulars: lines",
		EN: "add an appendix with assignments, or write particulars: lines"}}

// notePrintedNowhere warns, once, of an item whose particulars stand in no table where only tables show them.
func (c *composer) notePrintedNowhere() {
	if c.plan.Particulars != "table" {
		return
	}
	shown := map[*plan.Item]bool{}
	for _, a := range c.plan.Appendices {
		if a.Assignments != nil {
			for _, s := range c.assigned(a.Assignments) {
				for _, i := range rows(s.Items) {
					shown[i] = true
				}
			}
		}
	}
	var lists []*plan.Item
	for _, s := range c.plan.Sections {
		lists = slices.Concat(lists, s.Purposes, s.Requirements, s.Items)
	}
	for _, r := range c.plan.Roles {
		lists = append(lists, r.Duties...)
	}
	var first *plan.Item
	plan.Walk(lists, func(i *plan.Item) {
		if first == nil && i.Assigned() && !shown[i] {
			first = i
		}
	})
	if first != nil {
		c.found = append(c.found, nowhere.At(first.At.Location()))
	}
}
