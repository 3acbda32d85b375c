package rollover

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
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

var (
	// grouped is a number so large that it is written in groups: in a cell of a table it is a figure, and no ordinal.
	grouped = pattern.Of(`^\d{1,3}(?:\.\d{3})+(?:,\d+)?$`)
	// plain is a number without its unit; a telephone number begins with 0 and is longer.
	plain = pattern.Of(`^(?:\d{1,7}|\d{1,3}(?:\.\d{3})+)(?:,\d+)?\s?%?$`)
)

// isFigure tells whether a text holds nothing but a figure: a cell of a table, or a value of the plan's own.
func isFigure(p plan.Passage) bool {
	text := strings.TrimSpace(p.Value.Text)
	switch in := p.In.(type) {
	case *plan.Variable:
		return plain.MatchString(text) && !digits.MatchString(text)
	case *plan.Table:
		return p.Key == "rows" && (grouped.MatchString(text) || plain.MatchString(text) && digits.MatchString(headingOver(in, p.Path)))
	}
	return false
}

// headingOver is the heading of the column in which a cell stands; a cell's path ends in its row and column.
func headingOver(t *plan.Table, path string) string {
	column, err := strconv.Atoi(path[strings.LastIndexByte(path, '.')+1:])
	if err != nil || column > len(t.Columns) {
		return ""
	}
	return t.Columns[column-1].Heading.Value.Text
}
