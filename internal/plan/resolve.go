package plan

import (
	"reflect"
	"regexp"
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
)

// An index finds what ids name.
type index struct {
	citations   map[string]*Citation
	roles       map[string]*Role
	items       map[string]*Item
	deadlines   map[string]*Deadline
	reports     map[string]*Report
	sections    map[string]*Section
	appendices  map[string]*Appendix
	signatories map[string]*Signatory
	values      map[string]string
}

// resolve indexes the ids of the plan, binds what refers to them and checks the rules between values. decoded is false when a
// part of the plan could not be read: what is missing then is not missed again. promised tells which values will be there.
func (p *Plan) resolve(promised func(string) bool, decoded bool) diag.List {
	r := &resolver{plan: p, promised: promised, decoded: decoded}
	r.indexAll()
	eachText(reflect.ValueOf(p).Elem(), r.bindText)
	r.references()
	r.circles()
	r.rules()
	return r.found
}

var idForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

// add puts one thing into the index under its id.
func add[T any](r *resolver, into map[string]*T, seen map[string]Place, id Value, thing *T) {
	if !id.Given() {
		return
	}
	if !idForm.MatchString(id.Text) {
		r.found = append(r.found, badID.At(id.At.Location(), "id", id.Text))
		return
	}
	if first, twice := seen[id.Text]; twice {
		r.found = append(r.found, repeatedID.At(id.At.Location(), "id", id.Text, "line", strconv.Itoa(first.Line())))
		return
	}
	seen[id.Text] = id.At
	into[id.Text] = thing
}

func (r *resolver) indexAll() {
	p := r.plan
	x := &index{map[string]*Citation{}, map[string]*Role{}, map[string]*Item{}, map[string]*Deadline{}, map[string]*Report{},
		map[string]*Section{}, map[string]*Appendix{}, map[string]*Signatory{}, map[string]string{}}
	p.index = x
	fresh := func() map[string]Place { return map[string]Place{} }
	citations, roles, items, deadlines, reports, sections, appendices := fresh(), fresh(), fresh(), fresh(), fresh(), fresh(), fresh()
	for _, c := range p.Citations {
		add(r, x.citations, citations, c.ID, c)
	}
	for _, d := range p.Deadlines {
		add(r, x.deadlines, deadlines, d.ID, d)
	}
	item := func(i *Item) {
		add(r, x.items, items, i.ID, i)
		if i.Deadline != nil {
			add(r, x.deadlines, deadlines, i.Deadline.ID, i.Deadline)
		}
	}
	for _, role := range p.Roles {
		add(r, x.roles, roles, role.ID, role)
		Walk(role.Duties, item)
	}
	for _, report := range p.Reports {
		add(r, x.reports, reports, report.ID, report)
		if report.Deadline != nil {
			add(r, x.deadlines, deadlines, report.Deadline.ID, report.Deadline)
		}
	}
	for _, s := range p.allSections() {
		add(r, x.sections, sections, s.ID, s)
		for _, list := range s.lists() {
			Walk(list, item)
		}
	}
	for _, a := range p.Appendices {
		add(r, x.appendices, appendices, a.ID, a)
	}
	for _, agency := range p.Issuers {
		seen := fresh()
		for _, s := range agency.Signatories {
			add(r, x.signatories, seen, s.ID, s)
		}
	}
	for _, v := range p.Values {
		x.values[v.Name.Text] = v.Value.Text
	}
}

// Walk visits items and those in them, in the order of the page.
func Walk(items []*Item, visit func(*Item)) {
	for _, i := range items {
		visit(i)
		Walk(i.Items, visit)
	}
}

// allSections are the sections of the plan and of its appendices.
func (p *Plan) allSections() []*Section {
	all := append([]*Section(nil), p.Sections...)
	for _, a := range p.Appendices {
		all = append(all, a.Sections...)
	}
	return all
}

// lists are a section's lists of items.
func (s *Section) lists() [][]*Item { return [][]*Item{s.Purposes, s.Requirements, s.Items} }

var textType = reflect.TypeFor[Text]()

// eachText visits every text in v.
func eachText(v reflect.Value, visit func(*Text)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*Source]() {
			eachText(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), visit)
		}
	case reflect.Struct:
		if v.Type() == textType {
			visit(v.Addr().Interface().(*Text))
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachText(v.Field(i), visit)
			}
		}
	}
}

func (r *resolver) bindText(t *Text) {
	for i := range t.Paragraphs {
		inlines := t.Paragraphs[i].Inlines
		for j := range inlines {
			if inlines[j].ref != nil {
				r.bind(&inlines[j])
			}
		}
	}
}

// references checks the ids that stand as values of their own.
func (r *resolver) references() {
	p, x := r.plan, r.plan.index
	check(r, x.citations, aDocument, p.IssuedUnder)
	check(r, x.signatories, aSignatory, p.Signatories...)
	r.conditions()
	item := func(i *Item) {
		r.wholeDate(i.SuperiorDue)
		check(r, x.items, aPurpose, i.Serves...)
		check(r, x.roles, aRole, i.Role)
		check(r, x.roles, aRole, i.Support...)
		r.deadline(i.Deadline)
	}
	for _, s := range p.allSections() {
		check(r, x.roles, aRole, s.DutiesOf...)
		check(r, x.reports, aReport, s.Reports...)
		for _, list := range s.lists() {
			Walk(list, item)
		}
	}
	for _, role := range p.Roles {
		check(r, x.items, anItem, role.Carries...)
		Walk(role.Duties, item)
	}
	for _, report := range p.Reports {
		check(r, x.roles, aRole, report.Role)
		r.span(report.Period, report.ID.At)
		r.wholeDate(report.SuperiorDue)
		r.deadline(report.Deadline)
	}
	for _, d := range p.Deadlines {
		r.deadline(d)
	}
	for _, a := range p.Appendices {
		if a.Assignments != nil {
			check(r, x.sections, aSection, a.Assignments.Of...)
		}
	}
}

func check[T any](r *resolver, in map[string]*T, what diag.Words, ids ...Value) {
	for _, id := range ids {
		if id.Given() {
			find(r, in, id.Text, what, id.At)
		}
	}
}
