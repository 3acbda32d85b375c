package rollover

import (
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// Update carries what is new into a draft that people have edited: marks for what must be decided since, because a document ended, days
// off were published or a rule was added. What they wrote and answered stays as it is.
func Update(edited *plan.Plan, o Options) ([]byte, Ledger, diag.List) {
	ledger := Review(edited, nil, o)
	notes := edited.File.Notes()
	marks := marksOf(notes)
	var unmarked Ledger
	for _, e := range ledger.In(Decide) {
		if e.Kind != markLeft && !marks.asks(e, notes) {
			unmarked = append(unmarked, e)
		}
	}
	marking := edit.Of(edited.File)
	mark(marking, unmarked, notes)
	marked, why := asLoaded(edited).readBack(edited, marking, nil)
	if why != (diag.Words{}) {
		return nil, nil, broke(edited.File.Name, why)
	}
	marked.relocate(ledger, edited.File)
	return marked.bytes, ledger, nil
}
