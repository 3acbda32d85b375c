package rollover

import "github.com/kehoach/kehoach/internal/plan"

// signatories files who signs: names and posts stand in the agency file, which the draft shares. A plan that names none is signed by
// the first of each agency.
func (d *drafter) signatories() {
	if d.plan.IssuedUnder.Given() { // the decision is signed
		return
	}
	var who []*plan.Signatory
	for _, id := range d.plan.Signatories {
		who = append(who, d.plan.Signatory(id))
	}
	if len(who) == 0 {
		for _, a := range d.plan.Issuers {
			who = append(who, a.Signatories[0])
		}
	}
	for _, s := range who {
		d.entries = append(d.entries, Entry{Kind: signatory, Pile: Stale, At: s.Name.At, Old: s.Name.Value.Text, beside: true})
	}
}
