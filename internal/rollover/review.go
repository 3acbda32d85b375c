package rollover

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// soft are the rules that a draft is asked once: when the mark is gone, a person has looked. What the other rules find stays open
// until the words are others, or kept with a reason, whether a mark is there or not.
var soft = []*diag.Kind{figure, person, unsureYear, quotedYear, lunarYear, anniversary, theme, weekdayDate, unissued, unanswered}

// Review says what is still open in a draft, and what looks stale or was left. Of what moved, and of what a person changed, it tells
// when base is the plan that the draft was made from; nil tells nothing of that. Year, Mergers and Refactor of o are the draft's own.
func Review(draft, base *plan.Plan, o Options) Ledger {
	origin, drafted := OriginOf(draft)
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
	d.deadlines()
	d.citations()
	d.amounts()
	d.texts()
	d.agencies()
	d.signatories()
	for i := range d.entries {
		switch e := &d.entries[i]; {
		case e.Pile == Moved:
			e.Kind, e.Pile = leftover, Decide
		case e.Pile == Decide && slices.ContainsFunc(soft, func(k *diag.Kind) bool { return k.ID == e.Kind.ID }) && !marks.asks(*e, d.notes):
			e.Kind, e.Pile = settled, Untouched
		}
	}
}

// since tells what became of the entries that the draft had when it was made: what moved, and what a person changed.
func (d *drafter) since(base *plan.Plan, o Options) []Entry {
	o.Year, o.Name, o.Agencies = d.to, base.File.Name, base.AgencyPaths()
	made, found := Draft(base, o)
	if found.Failed() {
		return nil
	}
	d.entries = slices.DeleteFunc(d.entries, func(e Entry) bool { // what nobody was asked about was not settled
		return e.Kind == settled && !slices.ContainsFunc(made.Ledger, func(m Entry) bool { return m.Pile == Decide && m.Old == e.Old && m.path == e.path })
	})
	was, now := byPath(made.Plan), byPath(d.plan)
	var entries []Entry
	for _, e := range made.Ledger {
		if e.At.File != made.Plan.File { // in an agency file, which the draft shares or has anew
			if e.Pile == Moved {
				entries = append(entries, e)
			}
			continue
		}
		passage := now[e.path]
		line := e.At.Location().Source
		start := strings.Index(d.plan.File.Text, line)
		column := e.At.Start - lineStart(e.At)
		switch {
		case start >= 0:
			start += column
			e.At = plan.Place{File: d.plan.File, Start: start, End: min(start+len(e.New), len(d.plan.File.Text))}
		case passage.Text != nil:
			e.At = passage.At
		default:
			e.At = plan.Place{}
		}
		switch {
		case e.Pile == Moved:
			entries = append(entries, e)
		case e.Pile == Decide && start < 0 && !slices.ContainsFunc(d.entries, e.stands):
			e.Kind, e.Pile, e.New = answered, Moved, ""
			if before := was[e.path]; before.Text != nil && passage.Text != nil {
				e.Old, e.New = changed(before.Value.Text, passage.Value.Text, e.Old)
			}
			entries = append(entries, e)
		}
	}
	return entries
}

// byPath are the texts of a plan.
func byPath(p *plan.Plan) map[string]plan.Passage {
	all := map[string]plan.Passage{}
	for _, passage := range p.Passages() {
		all[passage.Path] = passage
	}
	return all
}

// changed are the words of a text that were changed, before and after: those that were asked about where the rest stayed, else all from
// the first word that is another to the last.
func changed(before, after, asked string) (was, is string) {
	if strings.Count(before, asked) == 1 {
		head, tail, _ := strings.Cut(before, asked)
		if rest, ok := strings.CutPrefix(after, head); ok {
			if is, ok := strings.CutSuffix(rest, tail); ok {
				return asked, is
			}
		}
	}
	old, now := strings.Fields(before), strings.Fields(after)
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	return bounded(old), bounded(now)
}

// manyWords bounds how much of a text is told.
const manyWords = 40

func bounded(words []string) string {
	if len(words) > manyWords {
		words = append(slices.Clone(words[:manyWords]), "…")
	}
	return strings.Join(words, " ")
}

// stands tells whether an entry of today is about the words that e asked about: they are still open, or were kept.
func (e Entry) stands(today Entry) bool {
	return today.Old == e.Old && today.path == e.path && (today.Kind.ID == e.Kind.ID || today.Kind == settled || today.Kind == settledBy)
}

func lineStart(at plan.Place) int { return strings.LastIndexByte(at.File.Text[:at.Start], '\n') + 1 }
