package compare

import (
	"fmt"
	"strings"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/sheet"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
	"github.com/kehoach/kehoach/internal/wml"
)

// Sheet is the comparison in the form that offices submit with a draft: nội dung cũ, nội dung mới, lý do. Dropped words are struck,
// new ones bold. The reason is given where the plan itself gives it; the rest is for the drafter to write. The paper is Vietnamese in
// every language of the program.
func (c *Comparison) Sheet() *sheet.Sheet {
	p := c.after.plan
	table := &template.Table{Columns: sheet.Columns(2, 2, 1),
		Header: []template.Cell{sheet.Cell("Nội dung cũ"), sheet.Cell("Nội dung mới"), sheet.Cell("Lý do")}}
	rest, years := c.groups()
	for _, change := range rest {
		table.Rows = append(table.Rows, []template.Cell{
			c.cell(change, change.Old, Out), c.cell(change, change.New, In), sheet.Cell(c.reason(change))})
	}
	if len(years) > 0 {
		table.Rows = append(table.Rows, []template.Cell{
			{Text: []template.Text{{{Text: "năm "}, {Text: c.before.year, Strike: true}}}},
			{Text: []template.Text{{{Text: "năm "}, {Text: c.after.year, Bold: true}}}},
			sheet.Cell(fmt.Sprintf("Theo năm kế hoạch; %d chỗ: %s", len(years), places(years)))})
	}
	s := &sheet.Sheet{Title: "BẢNG SO SÁNH KẾ HOẠCH", Landscape: true, Tables: []sheet.Table{{Table: table}},
		Signer:     &sheet.Signer{Post: "NGƯỜI LẬP"},
		Properties: wml.Properties{Title: "Bảng so sánh kế hoạch", Author: plainly(c.after.words.Line(p.Issuers[0].Name)), Type: "Bảng so sánh", Language: "vi-VN"}}
	for line := range strings.SplitSeq(plainly(c.after.words.Text(p.Title)), "\n") {
		s.Subtitle = append(s.Subtitle, template.Text{{Text: line}})
	}
	s.Properties.Created = compose.Day(p)
	legend := fmt.Sprintf("Nội dung cũ theo %s, nội dung mới theo %s. Chữ bị bỏ được gạch ngang, chữ thêm vào được in đậm.", c.before.nickname(), c.after.nickname())
	if len(c.Changes) == 0 {
		s.Tables, legend = nil, fmt.Sprintf("%s và %s không có gì khác nhau.", capital(c.before.nickname()), c.after.nickname())
	}
	s.Lines = []template.Text{{{Text: legend}}}
	return s
}

// nickname is what a plan is called in a sentence: its number where it has one, else its period.
func (s *side) nickname() string {
	if s.plan.Number.Given() {
		return "Kế hoạch số " + s.plan.Number.Text + "/KH-" + s.plan.Issuers[0].Suffix.Text
	}
	if s.year != "" {
		return "kế hoạch năm " + s.year
	}
	return "bản " + s.plan.File.Name
}

// cell is one plan's part in a change: where it stands, and its words with those marked that the other plan lacks.
func (c *Comparison) cell(change Change, side *Side, op Op) template.Cell {
	if side == nil {
		return template.Cell{}
	}
	out := template.Cell{Text: []template.Text{{{Text: capital(change.heading("vi")), Bold: true}}}, Align: "both"}
	var line template.Text
	for _, w := range change.Words {
		if w.Op != Same && w.Op != op {
			continue
		}
		for i, part := range strings.Split(w.Text, "\n") {
			if i > 0 {
				out.Text, line = append(out.Text, line), nil
			}
			if part != "" {
				line = append(line, template.Span{Text: part, Strike: w.Op == Out, Bold: w.Op == In})
			}
		}
	}
	if len(line) > 0 {
		out.Text = append(out.Text, line)
	}
	return out
}

// reason is why something was changed, as far as the plans say; "" when they don't.
func (c *Comparison) reason(change Change) string {
	if c.before.year == c.after.year || change.Old == nil || change.New == nil {
		return ""
	}
	switch change.Kind {
	case PeriodOf:
		return "Kế hoạch của thời kỳ mới"
	case DeadlineOf:
		if strings.ReplaceAll(change.Old.Text, c.before.year, c.after.year) == change.New.Text {
			return "Cùng ngày, chuyển theo năm kế hoạch"
		}
	}
	return ""
}

// places are where changes are, in one sentence.
func places(changes []Change) string {
	var all []string
	for _, c := range changes {
		all = append(all, c.Where.VI)
	}
	return strings.Join(all, "; ") + "."
}

// capital writes the first letter as a capital.
func capital(s string) string {
	for i, r := range s {
		return vi.Upper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
