package plan

import (
	"maps"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// Role, Item, Report, Section, Appendix, Citation and Signatory are what an id names; nil when it names nothing.
func (p *Plan) Role(id Value) *Role           { return p.index.roles[id.Text] }
func (p *Plan) Item(id Value) *Item           { return p.index.items[id.Text] }
func (p *Plan) Report(id Value) *Report       { return p.index.reports[id.Text] }
func (p *Plan) Section(id Value) *Section     { return p.index.sections[id.Text] }
func (p *Plan) Citation(id Value) *Citation   { return p.index.citations[id.Text] }
func (p *Plan) Signatory(id Value) *Signatory { return p.index.signatories[id.Text] }

// Find is where words first stand in the plan's file or its agencies'; the plan's file alone when they stand nowhere as written.
func (p *Plan) Find(words string) diag.Location {
	files := []*Source{p.File}
	for _, agency := range p.Issuers {
		files = append(files, agency.File)
	}
	for _, file := range files {
		if i := strings.Index(file.Text, words); words != "" && i >= 0 {
			return Place{file, i, i + len(words)}.Location()
		}
	}
	return diag.Location{File: p.File.Name}
}

// Deadline is d, or the deadline that it uses by id.
func (p *Plan) Deadline(d *Deadline) *Deadline {
	for seen := 0; d != nil && d.Use.Given() && seen < 16; seen++ {
		d = p.index.deadlines[d.Use.Text]
	}
	return d
}

// AllDeadlines are the deadlines of the plan: named ones, and those of items, duties and reports.
func (p *Plan) AllDeadlines() []*Deadline {
	all := slices.Clone(p.Deadlines)
	item := func(i *Item) {
		if i.Deadline != nil {
			all = append(all, i.Deadline)
		}
	}
	for _, role := range p.Roles {
		Walk(role.Duties, item)
	}
	for _, report := range p.Reports {
		all = append(all, report.Deadline)
	}
	for _, s := range p.allSections() {
		for _, list := range s.lists() {
			Walk(list, item)
		}
	}
	return all
}

// Assigned tells whether the item says who does it, by when, or with what result.
func (i *Item) Assigned() bool {
	return i.Role.Given() || len(i.Support) > 0 || i.Deadline != nil || i.Output.Given()
}

// Lookup is the value of a variable: one given by the caller or the plan, the plan's year and period, or the agency's.
func (p *Plan) Lookup(name string) (string, bool) {
	if value, ok := p.index.values[name]; ok {
		return value, true
	}
	switch name {
	case "year":
		year := p.Period.year()
		return year, year != ""
	case "quarter":
		return Numeral(p.Period.Quarter), p.Period.Quarter.Given()
	case "school_year":
		return p.Period.SchoolYear.Text, p.Period.SchoolYear.Given()
	}
	field, ok := strings.CutPrefix(name, "agency.")
	if !ok || len(p.Issuers) == 0 {
		return "", false
	}
	value, ok := p.Issuers[0].values()[field]
	return value, ok
}

// Numeral is a quarter as it is written, "quý I"; "" of none.
func Numeral(quarter Value) string {
	return map[string]string{"1": "I", "2": "II", "3": "III", "4": "IV"}[quarter.Text]
}

// year is the year that the period lies in; of a school year, and of from–to, the first.
func (p Period) year() string {
	switch {
	case p.Year.Given():
		return p.Year.Text
	case p.SchoolYear.Given():
		first, _, _ := strings.Cut(p.SchoolYear.Text, "-")
		return first
	case p.From.Year > 0:
		return strings.TrimSpace(p.From.Text[strings.LastIndex(p.From.Text, "/")+1:])
	}
	return ""
}

// values are what {{agency.…}} can name.
func (a *Agency) values() map[string]string {
	values := map[string]string{"name": a.Name.Text, "short": a.Short.Text, "place": a.Place.Text, "suffix": a.Suffix.Text,
		"kind": string(a.Kind), "letterhead": a.Letterhead.Text, "parent": a.Parent.Text, "collective": a.Collective.Text}
	for _, v := range a.Values {
		values[v.Name.Text] = v.Value.Text
	}
	return values
}

// variables are the names that Lookup knows.
func (p *Plan) variables() []string {
	names := []string{"year", "quarter", "school_year"}
	names = slices.AppendSeq(names, maps.Keys(p.index.values))
	if len(p.Issuers) > 0 {
		for name := range p.Issuers[0].values() {
			names = append(names, "agency."+name)
		}
	}
	slices.Sort(names)
	return names
}
