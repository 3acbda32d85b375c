package compare

import (
	"strings"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// head adds what stands above the text: agencies, period, number, day, marks, title.
func (s *side) head(root *element) {
	p := s.plan
	each(root, "agencies", "agency", p.Issuers, anonymous, s.agency)
	s.period(root, p.Period)
	s.value(root, NumberOf, "number", p.Number)
	s.value(root, DateOf, "date", p.Date.Value)
	if c := p.Citation(p.IssuedUnder); c != nil {
		root.set(FormOf, "issued_under", []word{{key: s.name(c), text: s.words.Citation(c)}}, p.IssuedUnder.At)
	}
	for _, form := range []struct{ name, value string }{{"urgency", string(p.Urgency)}, {"circulation", string(p.Circulation)},
		{"numbering", string(p.Numbering)}, {"particulars", string(p.Particulars)}} {
		root.form(form.name, form.value, root.at)
	}
	root.form("draft", when(p.Draft, "dự thảo"), root.at)
	root.set(TitleOf, "title", s.text(p.Title), p.Title.At)
}

func (s *side) period(root *element, p plan.Period) {
	var words []string
	at := root.at
	for _, part := range []struct {
		name  string
		value plan.Value
	}{{"quý ", p.Quarter}, {"năm ", p.Year}, {"năm học ", p.SchoolYear}, {"từ ngày ", p.From.Value}, {"đến ngày ", p.To.Value}} {
		if part.value.Given() {
			words = append(words, part.name+part.value.Text)
			at = part.value.At
		}
	}
	root.set(PeriodOf, "period", plainWords(strings.Join(words, " ")), at)
}

// agency adds what an agency's file says of itself; its recipients and signatories count where the plan uses them.
func (s *side) agency(e *element, a *plan.Agency) {
	e.at, e.where = a.Name.At, diag.Bare(s.words.Line(a.Name))
	for _, t := range []struct {
		name string
		text plan.Text
	}{{"name", a.Name}, {"short", a.Short}, {"letterhead", a.Letterhead}, {"parent", a.Parent}, {"place", a.Place},
		{"collective", a.Collective}, {"address", a.Address}} {
		e.set(AgencyOf, t.name, s.text(t.text), t.text.At)
	}
	s.value(e, AgencyOf, "suffix", a.Suffix)
	e.set(AgencyOf, "kind", plainWords(string(a.Kind)), a.Name.At)
	if m := a.Page; m != nil {
		for _, side := range []struct {
			name  string
			value plan.Value
		}{{"page.top", m.Top}, {"page.bottom", m.Bottom}, {"page.left", m.Left}, {"page.right", m.Right}} {
			s.value(e, FormOf, side.name, side.value)
		}
	}
	each(e, "values", "value", a.Values, func(v *plan.Variable) plan.Value { return v.Name }, func(e *element, v *plan.Variable) {
		e.at, e.where = v.Name.At, diag.Bare("{{agency."+v.Name.Text+"}}")
		e.set(ValueOf, "value", s.text(v.Value), v.Value.At)
	})
}

// foot adds who receives the plan and who signs it.
func (s *side) foot(root *element) {
	p := s.plan
	list := p.Recipients
	if len(list) == 0 && len(p.Issuers) > 0 {
		list = p.Issuers[0].Recipients
	}
	each(root, "recipients", "recipient", s.words.Recipients(), anonymous, func(e *element, line string) {
		e.whole, e.where = Recipient, diag.Words{}
		e.at = root.at
		if i := len(root.listed("recipients")) - 1; i < len(list) {
			e.at = list[i].To.At
		}
		e.set(Recipient, "", plainWords(strings.TrimRight(strings.TrimPrefix(line, "- "), ";.")), e.at)
	})
	each(root, "signatories", "signatory", s.words.Signatures(), anonymous, func(e *element, x compose.Signature) {
		e.whole, e.where = Signatory, diag.Words{}
		e.at = root.at
		if i := len(root.listed("signatories")) - 1; i < len(p.Signatories) {
			e.at = p.Signatories[i].At
		} else if i < len(p.Issuers) && len(p.Issuers[i].Signatories) > 0 {
			e.at = p.Issuers[i].Signatories[0].ID.At
		}
		e.set(Signatory, "", plainWords(strings.Join(append(x.Lines, x.Name), ", ")), e.at)
	})
}
