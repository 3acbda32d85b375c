package rollover

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// Update carries what is new into a draft that people have edited: what came since into the plan that it was made from, of which fresh is
// a draft made now; and marks for what must be decided since, because a document ended, days off were published or a rule was added.
// What they wrote and answered stays as it is. A file that is no draft of that plan and year is refused.
func Update(edited, fresh *plan.Plan, o Options) ([]byte, Ledger, diag.List) {
	origin, drafted := OriginOf(edited)
	now, _ := OriginOf(fresh)
	if !drafted || origin.Year != now.Year || yearOf(edited) != yearOf(fresh) {
		return nil, nil, diag.List{notItsDraft.At(diag.Location{File: edited.File.Name}, "from", strconv.Itoa(now.Year), "year", yearOf(fresh))}
	}
	came, missing := withNew(edited, fresh)
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
