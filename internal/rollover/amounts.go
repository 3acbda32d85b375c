package rollover

import (
	"regexp"

	"github.com/kehoach/kehoach/internal/plan"
)

// amounts files the money that the plan gives as data: of items and duties, and of sections.
func (d *drafter) amounts() {
	walk := func(items []*plan.Item) {
		plan.Walk(items, func(i *plan.Item) { d.amount(i.Funding) })
	}
	for _, role := range d.plan.Roles {
		walk(role.Duties)
	}
	for _, s := range d.plan.Sections {
		for _, list := range [][]*plan.Item{s.Purposes, s.Requirements, s.Items} {
			walk(list)
		}
		if s.Funding != nil {
			for _, a := range s.Funding.Amounts {
				d.amount(a)
			}
		}
	}
}

func (d *drafter) amount(a *plan.Amount) {
	if a != nil && a.Amount.Given() {
		d.figure(a.Amount, "")
	}
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
