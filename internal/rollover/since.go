package rollover

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/plan"
)

// since tells what became of the entries that the draft had when it was made: what moved, and what a person changed.
func (d *drafter) since(base *plan.Plan, o Options) []Entry {
	o.Year, o.Name, o.Agencies = d.to, base.File.Name, base.AgencyPaths()
	made, found := Draft(base, o)
	if found.Failed() {
		return nil
	}
	d.entries = slices.DeleteFunc(d.entries, func(e Entry) bool { // what nobody was asked about was not settled
		return e.Kind == settled && !slices.ContainsFunc(made.Ledger, func(m Entry) bool { return m.Pile == Decide && m.Old == e.Old && m.path == e.path })
	})
	was, now := byPath(made.Plan), byPath(d.plan)
	var entries []Entry
	for _, e := range made.Ledger {
		if e.beside && e.Pile == Moved { // in the agency file that the draft has anew
			entries = append(entries, e)
		}
		if e.At.File != made.Plan.File || e.Pile != Moved && e.Pile != Decide { // or in an agency file, which the draft shares
			continue
		}
		words, asMade := e.Old, e.At
		stands := d.locate(&e, now[e.path])
		if e.Pile == Moved {
			words = e.New
			stands = stands || strings.Contains(textNow(now[e.path], d.plan), e.New)
		} else {
			stands = stands || slices.ContainsFunc(d.entries, e.asksAs)
		}
		switch {
		case !stands:
			e.Kind, e.Pile, e.New = answered, Moved, ""
			if was[e.path].Text != nil && now[e.path].Text != nil {
				e.Old, e.New = changed(was[e.path].Value.Text, now[e.path].Value.Text, words)
			} else if v := valueNow(made.Plan, d.plan, asMade); v.Given() {
				e.At, e.New = v.At, v.Text
			}
			entries = append(entries, e)
		case e.Pile == Moved:
			entries = append(entries, e)
		}
	}
	return entries
}

// locate finds where an entry of the draft as it was made stands today: in a line that is the same, which it tells, else in its text, else
// nowhere.
func (d *drafter) locate(e *Entry, now plan.Passage) (same bool) {
	start := strings.Index(d.plan.File.Text, e.At.Location().Source)
	switch {
	case start >= 0:
		start += e.At.Start - lineStart(e.At)
		e.At = plan.Place{File: d.plan.File, Start: start, End: min(start+len(e.New), len(d.plan.File.Text))}
	case now.Text != nil:
		e.At = now.At
	default:
		e.At = plan.Place{}
	}
	return start >= 0
}

// textNow is a text, or all of the file for what stands in none.
func textNow(now plan.Passage, p *plan.Plan) string {
	if now.Text == nil {
		return p.File.Text
	}
	return now.Value.Text
}

// valueNow is the day or sum that stands today where one stood in the draft as it was made; nothing where the two have not as many.
func valueNow(made, now *plan.Plan, at plan.Place) plan.Value {
	before, after := valuesOf(made), valuesOf(now)
	i := slices.IndexFunc(before, func(v plan.Value) bool { return v.At.Start == at.Start })
	if i < 0 || len(before) != len(after) {
		return plan.Value{}
	}
	return after[i]
}

// valuesOf are the days and sums that a plan gives as data.
func valuesOf(p *plan.Plan) []plan.Value {
	var all []plan.Value
	for _, d := range p.AllDeadlines() {
		for _, date := range []plan.Date{d.Date, d.Before, d.By, d.From, d.To} {
			if date.Given() {
				all = append(all, date.Value)
			}
		}
	}
	return append(all, amountsOf(p)...)
}

// byPath are the texts of a plan.
func byPath(p *plan.Plan) map[string]plan.Passage {
	all := map[string]plan.Passage{}
	for _, passage := range p.Passages() {
		all[passage.Path] = passage
	}
	return all
}

// changed are the words of a text that were changed, before and after: those that were asked about where the rest stayed, else all from
// the first word that is another to the last.
func changed(before, after, asked string) (was, is string) {
	if strings.Count(before, asked) == 1 {
		head, tail, _ := strings.Cut(before, asked)
		if rest, ok := strings.CutPrefix(after, head); ok {
			if is, ok := strings.CutSuffix(rest, tail); ok {
				return asked, is
			}
		}
	}
	old, now := strings.Fields(before), strings.Fields(after)
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	return bounded(old), bounded(now)
}

// manyWords bounds how much of a text is told.
const manyWords = 40

func bounded(words []string) string {
	if len(words) > manyWords {
		words = append(slices.Clone(words[:manyWords]), "…")
	}
	return strings.Join(words, " ")
}

// asksAs tells whether an entry of today is about the words that e asked about: they are still open, or were kept.
func (e Entry) asksAs(today Entry) bool {
	return today.Old == e.Old && today.path == e.path && (today.Kind.ID == e.Kind.ID || today.Kind == settled || today.Kind == settledBy)
}

func lineStart(at plan.Place) int { return strings.LastIndexByte(at.File.Text[:at.Start], '\n') + 1 }
