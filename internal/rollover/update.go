package rollover

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// Update carries what is new into a draft of o.Year that people have edited: what came since into base, the plan that it was made from; and
// marks for what must be decided since, because a document ended, days off were published or a rule was added. What they wrote and
// answered stays as it is. A file that is no draft of that plan and year is refused.
func Update(edited, base *plan.Plan, o Options) ([]byte, Ledger, diag.List) {
	origin, _ := OriginOf(edited.File)
	if found := DraftOf(edited.File, base, o.Year); found.Failed() {
		return nil, nil, found
	}
	if year := strconv.Itoa(o.Year); yearOf(edited) != year {
		return nil, nil, otherDraft(edited.File, base, year)
	}
	o.Mergers, o.Refactor = origin.Mergers, origin.Refactor // as the rest of the draft was made
	now, found := Draft(base, o)
	if found.Failed() {
		return nil, nil, found
	}
	came, missing := withNew(edited, now.Plan)
	ledger := append(Review(came.plan, nil, o), missing...)
	notes := came.plan.File.Notes()
	marks := marksOf(notes)
	var unmarked Ledger
	for _, e := range ledger.In(Decide) {
		if e.Kind != markLeft && !marks.asks(e, notes) {
			unmarked = append(unmarked, e)
		}
	}
	marking := edit.Of(came.plan.File)
	mark(marking, unmarked, notes)
	marked, why := asLoaded(edited).readBack(came.plan, marking, nil)
	if why != (diag.Words{}) {
		return nil, nil, broke(edited.File.Name, why)
	}
	marked.relocate(ledger, came.plan.File)
	ledger.sort()
	return marked.bytes, ledger, nil
}

// DraftOf refuses a file that says of itself to be no draft from base: a person's work, which no draft of the year is written over.
func DraftOf(there *plan.Source, base *plan.Plan, year int) diag.List {
	from, found := yearBefore(base, year)
	if found.Failed() {
		return found
	}
	if origin, drafted := OriginOf(there); !drafted || origin.Year != from {
		return otherDraft(there, base, strconv.Itoa(year))
	}
	return nil
}

func otherDraft(there *plan.Source, base *plan.Plan, year string) diag.List {
	return diag.List{notItsDraft.At(diag.Location{File: there.Name}, "from", yearOf(base), "year", year)}
}
