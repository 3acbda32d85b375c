// Package rollover drafts next year's plan from last year's (dự thảo kế hoạch năm sau từ kế hoạch năm trước).
//
// Draft takes a loaded plan and a year. It gives the same file with what is certain moved to that year, edited in place (package
// edit), and a Ledger: an entry for each place that was moved, that a person must decide, that looks stale, or that was left as it
// was on purpose. What must be decided is marked in the file by a comment, "# XEM LẠI: …", above the entry it speaks of; a comment
// "# keep: …" with a reason settles a place for good. Review looks at a draft that people went on editing and says what is still
// open. What a sentence speaks of is told by package phrase, which units and bodies exist by territory, which documents are in
// force by registry; the rules here say what follows for the next year. This package reads and writes no files.
package rollover

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/territory"
)

// Options are what a caller chooses.
type Options struct {
	Year     int                // the new plan's year
	Name     string             // of the draft's file, as findings and the ledger call it
	From     string             // how the draft's file names the old plan's, with forward slashes
	Agencies []string           // how it names its agency files, as many as the plan has
	Registry *registry.Registry // documents and whether they are in force; nil takes the one that ships
	Mergers  bool               // units that were merged are called by today's names
	Refactor bool               // literals that variables, citations or deadlines say become those
}

// A Result is a draft with its ledger.
type Result struct {
	Bytes  []byte
	Plan   *plan.Plan // the draft, read back
	Ledger Ledger     // places are in the draft
	Agency *AgencyFile
}

// An AgencyFile is a new agency file that the draft names: that of the unit into which the old one was merged.
type AgencyFile struct {
	Name  string // relative to the draft, with forward slashes
	Bytes []byte

	renamed map[string]bool // the texts in which names changed
}

// A drafter looks at one plan with one year in mind.
type drafter struct {
	plan      *plan.Plan
	from, to  int // the plan's year, the new one
	registry  *registry.Registry
	notes     plan.Notes
	homes     []*territory.Unit // those whose plan it can be
	where     territory.Context // whose it is, where that is known
	districts []string          // the names of those it lay in
	mergers   bool
	refactor  bool
	drafted   bool                  // the plan is a draft already: its years are those of the new plan
	asked     openMarks             // what the plan, a draft itself, asked about and nobody answered
	feasts    map[plan.Place]string // days of deadlines, with the words of an item that name the lunar calendar
	entries   []Entry
}

// add files an entry; a place that a person settled by a keep comment is untouched whatever the rule says, and words of a text about
// which an earlier draft asked in vain are still to be decided.
func (d *drafter) add(e Entry) {
	if reason, kept := keptBy(d.notes.On(e.At), e.Old); kept {
		e = Entry{Kind: settledBy, Pile: Untouched, At: e.At, Old: e.Old, Args: diag.Args{"reason", reason}, path: e.path}
	} else if (e.Pile == Stale || e.Pile == Untouched || e.Pile == Moved && e.path != "") && d.asked.ask(e, d.notes) {
		if e.Pile != Moved {
			e.New = ""
		}
		e.Kind, e.Args, e.Pile = unanswered, d.bothYears(), Decide
	}
	d.entries = append(d.entries, e)
}

// scan looks at everything in the plan that a new year concerns.
func (d *drafter) scan() {
	d.period()
	d.head()
	d.body()
}

// body looks at all that is not of the first lines: it is read in the same way in a new draft and in one that people went on editing.
func (d *drafter) body() {
	d.deadlines()
	d.citations()
	d.amounts()
	d.texts()
	d.agencies()
	d.signatories()
}

// texts looks at all texts but those of citations, which citations looks at.
func (d *drafter) texts() {
	for _, passage := range d.plan.Passages() {
		if _, cited := passage.In.(*plan.Citation); !cited {
			d.passage(passage)
		}
	}
}

// shift is by how many years the plan moves.
func (d *drafter) shift() int { return d.to - d.from }

// Draft writes the plan of o.Year from p. p itself is not changed. A plan without a year, or of that year or later already, is an
// error.
func Draft(p *plan.Plan, o Options) (*Result, diag.List) {
	from, found := yearBefore(p, o.Year)
	if found.Failed() {
		return nil, found
	}
	d := newDrafter(p, from, o)
	d.mergers, d.refactor, d.asked = o.Mergers, o.Refactor, marksOf(d.notes)
	d.scan()
	moving := edit.Of(p.File)
	d.move(moving)
	d.renewed(moving)
	d.origin(moving, Origin{File: o.From, Year: from, Mergers: o.Mergers, Refactor: o.Refactor})
	beside := d.agencyFiles(moving, o)
	moved, why := beside.readBack(p, moving, changedTexts(d.entries))
	if why != (diag.Words{}) {
		return nil, broke(o.Name, why)
	}
	moved.relocate(d.entries, p.File)
	d.plan, d.notes = moved.plan, moved.plan.File.Notes()
	d.lastDays()

	marking := edit.Of(d.plan.File)
	mark(marking, d.entries, d.notes)
	marked, why := beside.readBack(d.plan, marking, nil)
	if why != (diag.Words{}) {
		return nil, broke(o.Name, why)
	}
	marked.relocate(d.entries, d.plan.File)
	ledger := Ledger(d.entries)
	ledger.sort()
	sealed, err := seal(marked.plan.File)
	if err != nil {
		return nil, broke(o.Name, diag.Bare(err.Error()))
	}
	return &Result{sealed, marked.plan, ledger, beside.agency}, nil
}

// yearBefore is the year of a plan from which one of another year can be drafted.
func yearBefore(p *plan.Plan, year int) (int, diag.List) {
	from, err := strconv.Atoi(yearOf(p))
	switch {
	case err != nil:
		return 0, diag.List{noYear.At(p.Period.From.At.Location())}
	case from >= year:
		return 0, diag.List{notLater.At(p.Period.Year.At.Location(), "from", strconv.Itoa(from), "year", strconv.Itoa(year))}
	}
	return from, nil
}

func yearOf(p *plan.Plan) string {
	year, _ := p.Lookup("year")
	return year
}

// newDrafter looks at a plan and changes nothing: mergers and refactor are for Draft.
func newDrafter(p *plan.Plan, from int, o Options) *drafter {
	d := &drafter{plan: p, from: from, to: o.Year, registry: o.Registry, notes: p.File.Notes()}
	if d.registry == nil {
		d.registry = registry.Shipped()
	}
	if len(p.Issuers) > 0 {
		agency := p.Issuers[0]
		d.homes = territory.HomesOf(agency.Name.Value.Text, agency.File.Text, p.File.Text)
		if len(d.homes) == 1 {
			d.where.Home, d.districts = d.homes[0], districtNames(d.homes[0])
		}
	}
	return d
}
