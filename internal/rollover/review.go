package rollover

import (
	"slices"
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// soft are the rules that a draft is asked once: when the mark is gone, a person has looked. What the other rules find stays open
// until the words are others, or kept with a reason, whether a mark is there or not.
var soft = []*diag.Kind{figure, person, unsureYear, quotedYear, lunarYear, anniversary, theme, weekdayDate, unissued, unanswered}

// Review says what is still open in a draft, and what looks stale or was left. Of what moved, and of what a person changed, it tells
// when base is the plan that the draft was made from; nil tells nothing of that. Year, Mergers and Refactor of o are the draft's own.
func Review(draft, base *plan.Plan, o Options) Ledger {
	origin, drafted := OriginOf(draft.File)
	o.Year, _ = strconv.Atoi(yearOf(draft))
	o.Mergers, o.Refactor = origin.Mergers, origin.Refactor
	d := newDrafter(draft, origin.Year, o)
	if drafted {
		d.scanDraft()
		d.lastDays()
	}
	open := d.marked()
	var past []Entry
	if base != nil {
		past = d.since(base, o)
	}
	ledger := Ledger(slices.Concat(d.entries, open, past))
	ledger.sort()
	return ledger
}

// scanDraft looks at a draft in which what is certain was moved already: a year of the old plan is now one that was left over.
func (d *drafter) scanDraft() {
	d.drafted = true
	marks := marksOf(d.notes)
	d.asked = marks.of(unanswered)
	d.period()
	d.body()
	for i := range d.entries {
		switch e := &d.entries[i]; {
		case e.Pile == Moved:
			e.Kind, e.Pile = leftover, Decide
		case e.Pile == Decide && slices.ContainsFunc(soft, func(k *diag.Kind) bool { return k.ID == e.Kind.ID }) && !marks.asks(*e, d.notes):
			e.Kind, e.Pile = settled, Untouched
		}
	}
}
