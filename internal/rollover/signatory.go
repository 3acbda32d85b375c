package rollover

// signatories files who signs: names and posts stand in the agency file, which the draft shares.
func (d *drafter) signatories() {
	for _, id := range d.plan.Signatories {
		if s := d.plan.Signatory(id); s != nil {
			d.entries = append(d.entries, Entry{Kind: signatory, Pile: Stale, At: s.Name.At, Old: s.Name.Value.Text})
		}
	}
}
