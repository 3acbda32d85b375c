package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// tree is the plan as elements, in the order of the page.
func (s *side) tree() *element {
	p := s.plan
	root := &element{of: "plan", family: "plan", at: plan.Place{File: p.File}}
	s.head(root)
	each(root, "citations", "citation", p.Citations, func(c *plan.Citation) plan.Value { return c.ID }, s.citation)
	each(root, "bases", "basis", p.Bases, anonymous, func(e *element, t plan.Text) {
		e.at = t.At
		e.set(Reworded, "text", s.text(t), t.At)
	})
	s.prose(root, "opening", p.Opening)
	s.sections(root, p.Sections)
	each(root, "roles", "role", p.Roles, func(r *plan.Role) plan.Value { return r.ID }, s.role)
	each(root, "deadlines", "deadline", p.Deadlines, func(d *plan.Deadline) plan.Value { return d.ID }, func(e *element, d *plan.Deadline) {
		e.at, e.where = d.At, diag.Bare(d.ID.Text)
		s.due(e, "deadline", d)
	})
	each(root, "reports", "report", p.Reports, func(r *plan.Report) plan.Value { return r.ID }, s.report)
	s.prose(root, "closing", p.Closing)
	s.foot(root)
	each(root, "appendices", "appendix", p.Appendices, func(a *plan.Appendix) plan.Value { return a.ID }, s.appendix)
	each(root, "values", "value", p.Values, func(v *plan.Variable) plan.Value { return v.Name }, func(e *element, v *plan.Variable) {
		e.at = v.Name.At
		e.where = diag.Bare("{{" + v.Name.Text + "}}")
		e.set(ValueOf, "value", s.text(v.Value), v.Value.At)
	})
	root.finish(s.year)
	return root
}

// anonymous is the id of what has none.
func anonymous[T any](T) plan.Value { return plan.Value{} }

// elementNames are what a person calls the elements of a list, before their number.
var elementNames = map[string]diag.Words{
	"section":     {VI: "Mục", EN: "section"},
	"item":        {VI: "nội dung", EN: "item"},
	"purpose":     {VI: "mục đích", EN: "purpose"},
	"requirement": {VI: "yêu cầu", EN: "requirement"},
	"duty":        {VI: "nhiệm vụ", EN: "duty"},
	"basis":       {VI: "Căn cứ", EN: "basis"},
	"deadline":    {VI: "Thời hạn", EN: "deadline"},
	"report":      {VI: "Báo cáo", EN: "report"},
	"appendix":    {VI: "Phụ lục", EN: "appendix"},
	"row":         {VI: "hàng", EN: "row"},
	"amount":      {VI: "khoản chi", EN: "amount"},
	"agency":      {VI: "Cơ quan", EN: "agency"},
	"recipient":   {VI: "Nơi nhận", EN: "recipient"},
	"signatory":   {VI: "Người ký", EN: "signatory"},
	"citation":    {VI: "Viện dẫn", EN: "citation"},
	"role":        {VI: "Đơn vị", EN: "role"},
}

// families are the elements that may become one another, and those whose place tells something.
var families = map[string]struct {
	name    string
	movable bool
}{"item": {"item", true}, "purpose": {"item", true}, "requirement": {"item", true}, "duty": {"item", true}, "section": {"section", true},
	"basis": {"basis", true}, "row": {"row", true}, "role": {"role", false}, "report": {"report", false}, "deadline": {"deadline", false}}

// each adds the elements of one list to their parent.
func each[T any](parent *element, list, of string, pieces []T, id func(T) plan.Value, fill func(*element, T)) {
	for i, piece := range pieces {
		number := strconv.Itoa(i + 1)
		e := &element{of: of, family: of, list: list, parent: parent, path: join(parent.path, list, number)}
		if f, ok := families[of]; ok {
			e.family, e.movable = f.name, f.movable
		}
		if v := id(piece); v.Given() {
			e.key.id, e.path = v.Text, join(parent.path, list, v.Text)
		}
		if of == "section" || of == "appendix" {
			number = vi.Roman(i + 1)
		}
		name := elementNames[of]
		e.where = diag.Words{VI: name.VI + " " + number, EN: name.EN + " " + number}
		if parent.of != "plan" {
			e.where = parent.where.Then(diag.Bare(", ")).Then(e.where)
		}
		parent.children = append(parent.children, e)
		parent.order = append(parent.order, part{list, true})
		fill(e, piece)
	}
}

// join joins keys to a path; "" is no key.
func join(keys ...string) string {
	return strings.Join(slices.DeleteFunc(keys, func(k string) bool { return k == "" }), ".")
}

// prose sets a text under its key.
func (s *side) prose(e *element, name string, t plan.Text) { e.set(Reworded, name, s.text(t), t.At) }

// value sets a scalar under its key.
func (s *side) value(e *element, kind Kind, name string, v plan.Value) {
	if v.Given() {
		e.set(kind, name, plainWords(v.Text), v.At)
	}
}

// due sets a deadline: one word where it is defined elsewhere, since it changes there. One that is printed in words of its own is
// compared with its data behind them.
func (s *side) due(e *element, name string, d *plan.Deadline) {
	if d == nil {
		return
	}
	text := s.words.Deadline(d)
	if used := s.plan.Deadline(d); used != d && used != nil {
		e.set(DeadlineOf, name, []word{{key: s.name(used), text: text}}, d.At)
		return
	}
	if d.Wording.Given() {
		bare := *d
		bare.Wording = plan.Text{}
		if data := s.words.Deadline(&bare); data != "" {
			text += " (" + data + ")"
		}
	}
	e.set(DeadlineOf, name, plainWords(text), d.At)
}

// form sets how something is printed; "" is the usual way.
func (e *element) form(name, how string, at plan.Place) { e.set(FormOf, name, plainWords(how), at) }

// called sets references to roles, sections' reports and the like, one word each.
func (s *side) called(e *element, kind Kind, name string, ids []plan.Value, call func(plan.Value) word) {
	var words []word
	for i, id := range ids {
		if i > 0 {
			words = append(words, word{key: ";", text: "; "})
		}
		words = append(words, call(id))
	}
	if len(words) > 0 {
		e.set(kind, name, words, ids[0].At)
	}
}

// itemCalled is an item's heading, or its words, as one word.
func (s *side) itemCalled(id plan.Value) word {
	i := s.plan.Item(id)
	switch {
	case i == nil:
		return word{key: id.Text, text: id.Text}
	case i.Heading.Given():
		return word{key: id.Text, text: plainly(s.words.Line(i.Heading))}
	}
	return word{key: id.Text, text: plainly(s.words.Line(i.Text))}
}

// roleCalled is a role's name as one word: a role that has another name is still the same.
func (s *side) roleCalled(id plan.Value) word {
	if r := s.plan.Role(id); r != nil {
		return word{key: s.name(r), text: plainly(s.words.Line(r.Name))}
	}
	return word{key: id.Text, text: id.Text}
}
