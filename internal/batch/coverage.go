package batch

import (
	"math/big"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/plan"
)

// A Cell says how a unit's plan covers one item that its model asks for.
type Cell struct {
	Item   string `json:"item"` // its id
	State  State  `json:"state"`
	Due    string `json:"due,omitempty"`    // the unit's last day, ISO 8601
	Late   bool   `json:"late,omitempty"`   // later than the superior's own deadline
	Target string `json:"target,omitempty"` // the number that was handed down, as the plan says it
}

// A State is whether an item is in a plan.
type State string

const (
	Filled       State = "filled"
	LeftOut      State = "left-out"
	NotConcerned State = "not-concerned" // its condition ("when") says that the unit has no part in it
)

// An Item is one that the model asks of every unit: it is locked or a choice, carries a target, or the superior set a deadline.
// A model without any such asks for all its items that have an id.
type Item struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	SuperiorDue string `json:"superior_due,omitempty"` // ISO 8601
	Total       string `json:"total,omitempty"`        // of the targets of all units
}

// requiredOf are the items that a model asks for, in the order of the page.
func requiredOf(model *plan.Plan) []Item {
	var all, asked []Item
	model.WalkItems(func(i *plan.Item, lock plan.Lock) {
		if !i.ID.Given() {
			return
		}
		r := Item{ID: i.ID.Text, Name: title(i)}
		if d := i.SuperiorDue; d.Given() {
			r.SuperiorDue = calendar.Day{Year: d.Year, Month: d.Month, Day: d.Day}.String()
		}
		if i.Target != nil {
			r.Total = i.Target.Total.Text
		}
		all = append(all, r)
		if lock == "locked" || lock == "choice" || i.Target != nil || i.SuperiorDue.Given() {
			asked = append(asked, r)
		}
	})
	if len(asked) == 0 {
		return all
	}
	return asked
}

// title is an item in a few words.
func title(i *plan.Item) string {
	words := i.Heading.Text
	if words == "" {
		words = i.Text.Text
	}
	words, _, _ = strings.Cut(strings.TrimSpace(action.ReplaceAllString(words, "…")), "\n") // what differs from unit to unit
	if letters := []rune(words); len(letters) > 80 {
		words = string(letters[:79]) + "…"
	}
	return words
}

// coverage is how a unit's plan covers what is required; model is the one that its values were put into.
func (p *Prepared) coverage(model, made *plan.Plan) []Cell {
	cells := make([]Cell, len(p.required))
	reckoner := due.Of(made)
	for n, r := range p.required {
		cells[n] = Cell{Item: r.ID, State: LeftOut}
		id := plan.Value{Text: r.ID}
		i := made.Item(id)
		if i == nil {
			if model.Item(id) != nil { // nothing but a condition takes an item out here
				cells[n].State = NotConcerned
			}
			continue
		}
		cells[n].State = Filled
		if i.Deadline != nil {
			if d, ok := reckoner.On(i.Deadline); ok {
				cells[n].Due = d.Last.String()
				cells[n].Late = r.SuperiorDue != "" && cells[n].Due > r.SuperiorDue // such days are in order as texts
			}
		}
		if i.Target != nil {
			cells[n].Target = made.Plain(i.Target.Value)
		}
	}
	return cells
}

// A Total compares what was handed down with what the units took.
type Total struct {
	Item     string `json:"item"`
	Total    string `json:"total"`    // the model's
	Allotted string `json:"allotted"` // the sum over the units
	AddsUp   bool   `json:"adds_up"`
}

// totals adds up the targets of the units that were built. One that is no number makes its sum unknown.
func totals(items []Item, entries []Entry) []Total {
	var out []Total
	for n, r := range items {
		if r.Total == "" {
			continue
		}
		sum, sound := new(big.Rat), true
		for _, e := range entries {
			if n >= len(e.Coverage) || e.Coverage[n].Target == "" {
				continue
			}
			value, ok := amount(e.Coverage[n].Target)
			if !ok {
				sound = false
				break
			}
			sum.Add(sum, value)
		}
		t := Total{Item: r.ID, Total: r.Total}
		if total, ok := amount(r.Total); ok && sound {
			t.Allotted = decimal(sum)
			t.AddsUp = sum.Cmp(total) == 0
		}
		out = append(out, t)
	}
	return out
}

// amount reads a number as Vietnamese writes it: 1.200 is a thousand and two hundred, 12,5 twelve and a half.
func amount(text string) (*big.Rat, bool) {
	text = strings.TrimSuffix(strings.TrimSpace(text), "%")
	whole, fraction, parted := strings.Cut(text, ",")
	if groups := strings.Split(whole, "."); len(groups) > 1 {
		if slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 }) {
			return nil, false
		}
		whole = strings.Join(groups, "")
	}
	if parted {
		whole += "." + fraction
	}
	if whole == "" || len(whole) > 30 || strings.Trim(whole, "0123456789.") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(whole)
}

// decimal writes a number with a comma, without zeros at its end.
func decimal(r *big.Rat) string {
	s := r.FloatString(6)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	return strings.Replace(s, ".", ",", 1)
}
