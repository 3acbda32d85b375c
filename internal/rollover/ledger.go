package rollover

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// A Pile is one of the four into which every place that a new year concerns is put.
type Pile string

const (
	Moved     Pile = "moved"     // changed by rule, because it is certain
	Decide    Pile = "decide"    // a person must decide
	Stale     Pile = "stale"     // looks out of date; the plan may be issued with it
	Untouched Pile = "untouched" // left as it is on purpose
)

// An Entry is one place with what became of it.
type Entry struct {
	Kind     *diag.Kind // the rule: its id, its reason (Message) and what to do (Fix)
	Args     diag.Args
	Pile     Pile
	At       plan.Place
	Old, New string // the words there, and what is put or proposed instead; New is "" where nothing is
	// scalar is the text that Old is a part of, where it stands there letter for letter, so that New can take its place.
	scalar plan.Value
	path   string // of the text, as plan.Passage calls it
	cited  *citedDocument
	beside bool // it stands in an agency file
}

// Why is the reason of an entry in lang.
func (e Entry) Why(lang diag.Lang) string { return e.Kind.Message.In(lang, e.Args) }

// A Ledger is the entries of a draft, in the order of the file.
type Ledger []Entry

// In are the entries of one pile.
func (l Ledger) In(pile Pile) Ledger {
	var in Ledger
	for _, e := range l {
		if e.Pile == pile {
			in = append(in, e)
		}
	}
	return in
}

// Open is what keeps a draft from being issued: what must be decided, and what else the plan leaves open (plan.Open). A mark of this
// package and the entry below it that it asks about are one matter, told once, at the entry.
func (l Ledger) Open(of *plan.Plan) diag.List {
	var found diag.List
	for _, e := range l.In(Decide) {
		if e.Kind != markLeft { // plan.Open tells it
			kind := *e.Kind
			kind.Severity = diag.Error
			kind.Message = diag.Words{VI: `"{old}": `, EN: `"{old}": `}.Then(kind.Message)
			found = append(found, kind.At(e.At.Location(), append(diag.Args{"old", e.Old}, e.Args...)...))
		}
	}
	marks := slices.DeleteFunc(of.Open(), func(mark diag.Finding) bool {
		_, comment, _ := strings.Cut(mark.Source, "# ")
		form := markForm.FindStringSubmatch(strings.TrimRight(comment, " \r"))
		return form != nil && slices.ContainsFunc(found, func(e diag.Finding) bool {
			return e.File == mark.File && mark.Line < e.Line && e.Kind.ID == form[1]
		})
	})
	return append(marks, found...)
}

// sort orders the entries by place, those in agency files last.
func (l Ledger) sort() {
	slices.SortStableFunc(l, func(a, b Entry) int {
		if a.beside != b.beside {
			if a.beside {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(fileOf(a), fileOf(b)), a.At.Start-b.At.Start)
	})
}

func fileOf(e Entry) string {
	if !e.beside {
		return "" // all in the plan's own, or in none
	}
	return e.At.File.Name
}
