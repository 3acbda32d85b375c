package rollover

import (
	"regexp"

	"github.com/kehoach/kehoach/internal/plan"
)

// amounts files the money that the plan gives as data.
func (d *drafter) amounts() {
	for _, amount := range amountsOf(d.plan) {
		d.figure(amount, "")
	}
}

// amountsOf are the sums of money that a plan gives as data: of items and duties, and of sections.
func amountsOf(p *plan.Plan) []plan.Value {
	var all []plan.Value
	add := func(a *plan.Amount) {
		if a != nil && a.Amount.Given() {
			all = append(all, a.Amount)
		}
	}
	walk := func(items []*plan.Item) {
		plan.Walk(items, func(i *plan.Item) { add(i.Funding) })
	}
	for _, role := range p.Roles {
		walk(role.Duties)
	}
	for _, s := range p.Sections {
		for _, list := range [][]*plan.Item{s.Purposes, s.Requirements, s.Items} {
			walk(list)
		}
		if s.Funding != nil {
			for _, a := range s.Funding.Amounts {
				add(a)
			}
		}
	}
	return all
}

// figure files a value that is a figure as it stands; path is that of a text.
func (d *drafter) figure(v plan.Value, path string) {
	d.add(Entry{Kind: figure, Args: d.bothYears(), Pile: Decide, At: v.At, Old: v.Text, scalar: v, path: path})
}

// grouped is a number so large that it is written in groups: in a cell of a table it is a figure, and no ordinal.
var grouped = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+(?:,\d+)?$`)

// isFigureCell tells whether a text is a cell of a table that holds nothing but such a number.
func isFigureCell(p plan.Passage) bool {
	_, cell := p.In.(*plan.Table)
	return cell && p.Key == "rows" && grouped.MatchString(p.Value.Text)
}
