package compare

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

func (s *side) sections(parent *element, sections []*plan.Section) {
	each(parent, "sections", "section", sections, func(x *plan.Section) plan.Value { return x.ID }, s.section)
}

func (s *side) section(e *element, x *plan.Section) {
	e.at = x.At
	if x.Heading.Given() {
		s.prose(e, "heading", x.Heading)
	} else {
		e.set(Reworded, "heading", plainWords(s.words.Heading(x)), x.At)
	}
	s.prose(e, "text", x.Text)
	s.items(e, "purposes", "purpose", x.Purposes)
	s.items(e, "requirements", "requirement", x.Requirements)
	s.items(e, "items", "item", x.Items)
	s.called(e, RoleOf, "duties_of", x.DutiesOf, s.roleCalled)
	s.called(e, ReportOf, "reports", x.Reports, func(id plan.Value) word {
		if r := s.plan.Report(id); r != nil {
			return word{key: id.Text, text: s.words.Line(r.Name)}
		}
		return word{key: id.Text, text: id.Text}
	})
	if f := x.Funding; f != nil {
		e.set(FundingOf, "funding", s.text(f.Text), f.Text.At)
		each(e, "amounts", "amount", f.Amounts, anonymous, func(e *element, a *plan.Amount) {
			e.at = a.Amount.At
			s.prose(e, "heading", a.Name)
			e.set(FundingOf, "amount", plainWords(s.words.Amount(a)), a.Amount.At)
		})
		e.form("of_items", when(f.OfItems, "gồm cả kinh phí của các nội dung"), x.At)
	}
	s.prose(e, "after", x.After)
}

func (s *side) items(parent *element, list, of string, items []*plan.Item) {
	each(parent, list, of, items, func(i *plan.Item) plan.Value { return i.ID }, s.item)
}

func (s *side) item(e *element, i *plan.Item) {
	e.at = i.At
	s.prose(e, "heading", i.Heading)
	s.prose(e, "text", i.Text)
	s.items(e, "items", "item", i.Items)
	s.prose(e, "after", i.After)
	s.called(e, RoleOf, "role", given(i.Role), s.roleCalled)
	s.called(e, SupportOf, "support", i.Support, s.roleCalled)
	s.due(e, "deadline", i.Deadline)
	e.set(OutputOf, "output", s.text(i.Output), i.Output.At)
	if i.Funding != nil {
		e.set(FundingOf, "funding", plainWords(s.words.Amount(i.Funding)), i.Funding.Amount.At)
	}
	s.called(e, ServesOf, "serves", i.Serves, s.itemCalled)
	e.form("mark", string(i.Mark), i.At)
}

// given is a list of a value, empty when it is absent.
func given(v plan.Value) []plan.Value {
	if v.Given() {
		return []plan.Value{v}
	}
	return nil
}

func (s *side) citation(e *element, c *plan.Citation) {
	e.at, e.whole = c.ID.At, CitationOf
	e.where = diag.Bare(c.ID.Text)
	e.set(CitationOf, "", plainWords(s.words.Citation(c)), c.ID.At)
}

func (s *side) role(e *element, r *plan.Role) {
	e.at, e.where = r.ID.At, diag.Bare(strings.TrimSuffix(s.words.Line(r.Name), ":"))
	s.prose(e, "name", r.Name)
	s.prose(e, "heading", r.Heading)
	s.prose(e, "text", r.Text)
	s.items(e, "duties", "duty", r.Duties)
	s.called(e, RoleOf, "carries", r.Carries, s.itemCalled)
}

func (s *side) report(e *element, r *plan.Report) {
	e.at, e.where = r.ID.At, diag.Bare(s.words.Line(r.Name))
	e.set(ReportOf, "name", s.text(r.Name), r.Name.At)
	e.set(ReportOf, "to", s.text(r.To), r.To.At)
	e.set(ReportOf, "through", s.text(r.Through), r.Through.At)
	if r.Period != nil {
		e.set(ReportOf, "period", plainWords(s.words.Span(r.Period)), r.ID.At)
	}
	s.called(e, RoleOf, "role", given(r.Role), s.roleCalled)
	s.due(e, "deadline", r.Deadline)
	s.value(e, DeadlineOf, "superior_due", r.SuperiorDue.Value)
}

func (s *side) appendix(e *element, a *plan.Appendix) {
	e.at = a.ID.At
	s.prose(e, "title", a.Title)
	s.prose(e, "text", a.Text)
	s.sections(e, a.Sections)
	if a.Table != nil {
		s.table(e, a.Table)
	}
	if t := a.Assignments; t != nil {
		var columns []string
		for _, c := range t.Columns {
			columns = append(columns, strings.TrimSpace(string(c.Shows)+" "+s.words.Line(c.Heading)+" "+c.Width.Text+" "+string(c.Align)))
		}
		e.form("assignments", strings.Join(append(columns, when(t.Grouped, "nhóm theo mục")), "; "), e.at)
	}
	e.form("landscape", when(a.Landscape, "trang ngang"), e.at)
	e.form("separate", when(a.Separate, "tệp riêng"), e.at)
	s.prose(e, "after", a.After)
}

// when is words that hold only if something is so.
func when(so bool, words string) string {
	if so {
		return words
	}
	return ""
}

// table adds a table's headings and rows, a row's cells as its fields.
func (s *side) table(e *element, t *plan.Table) {
	var headings []plan.Text
	var looks []string
	for _, c := range t.Columns {
		headings = append(headings, c.Heading)
		looks = append(looks, strings.TrimSpace(c.Width.Text+" "+string(c.Align)))
	}
	e.form("columns", strings.Trim(strings.Join(looks, "; "), "; "), e.at)
	fill := func(e *element, cells []plan.Text) {
		for i, c := range cells {
			if e.at.File == nil {
				e.at = c.At
			}
			e.set(Reworded, strconv.Itoa(i+1), s.text(c), c.At)
		}
	}
	each(e, "columns", "row", [][]plan.Text{headings}, anonymous, fill)
	each(e, "rows", "row", t.Rows, anonymous, fill)
}
