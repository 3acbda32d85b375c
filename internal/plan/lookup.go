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

// Signs is the first who signs.
func (p *Plan) Signs() *Signatory {
	if len(p.Signatories) > 0 {
		return p.Signatory(p.Signatories[0])
	}
	return p.Issuers[0].Signatories[0]
}

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
	if len(p.Issuers) == 0 {
		return "", false
	}
	first := p.Issuers[0]
	if name == "kind" {
		return string(first.Kind), true
	}
	if name == "unit" { // a commune's place name is its own (NĐ 30 PL I, II.4)
		word, _ := first.kindWord("xa")
		return strings.TrimSpace(word + " " + first.Place.Words()), true
	}
	if word, ok := strings.CutPrefix(name, "kind."); ok {
		return first.kindWord(word)
	}
	if field, ok := strings.CutPrefix(name, "agency."); ok {
		return first.value(field)
	}
	return "", false
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

// value is what {{agency.…}} names.
func (a *Agency) value(field string) (string, bool) {
	for _, v := range a.Values {
		if v.Name.Text == field {
			return v.Value.Text, true
		}
	}
	switch field {
	case "suffix":
		return a.Suffix.Text, true
	case "kind":
		return string(a.Kind), true
	}
	if text := agencyFields[field]; text != nil {
		return text(a).Words(), true
	}
	return "", false
}

// variables are the names that Lookup knows.
func (p *Plan) variables() []string {
	names := []string{"year", "quarter", "school_year", "kind", "unit"}
	names = slices.AppendSeq(names, maps.Keys(p.index.values))
	if len(p.Issuers) > 0 {
		for name := range agencyFields {
			names = append(names, "agency."+name)
		}
		names = append(names, "agency.suffix", "agency.kind")
		for _, v := range p.Issuers[0].Values {
			names = append(names, "agency."+v.Name.Text)
		}
		for name := range kindWords {
			names = append(names, "kind."+name)
		}
	}
	slices.Sort(names)
	return names
}
