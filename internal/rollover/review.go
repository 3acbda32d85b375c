package rollover

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// soft are the rules that a draft is asked once: when the mark is gone, a person has looked. What the other rules find stays open
// until the words are others, or kept with a reason, whether a mark is there or not.
var soft = []*diag.Kind{figure, person, unsureYear, quotedYear, lunarYear, anniversary, theme, weekdayDate, leapDay, unissued}

// Review says what is still open in a draft, and what looks stale or was left. Of what moved, and of what a person changed, it tells
// when base is the plan that the draft was made from; nil tells nothing of that.
func Review(draft, base *plan.Plan, o Options) Ledger {
	origin, drafted := OriginOf(draft)
	o.Year, _ = strconv.Atoi(yearOf(draft))
	d := newDrafter(draft, origin.Year, o)
	if drafted {
		d.scanDraft()
	}
	open := d.marked()
	var past []Entry
	if base != nil {
		past = d.since(base, o)
	}
	entries := slices.Concat(d.entries, open, past)
	if drafted {
		entries = lastDays(draft, entries)
	}
	ledger := Ledger(entries)
	ledger.sort()
	return ledger
}

// scanDraft looks at a draft in which what is certain was moved already: a year of the old plan is now one that was left over.
func (d *drafter) scanDraft() {
	d.drafted = true
	d.citations()
	d.amounts()
	d.daysLeft()
	for _, passage := range d.plan.Passages() {
		if _, cited := passage.In.(*plan.Citation); !cited {
			d.passage(passage)
		}
	}
	d.signatories()
	marks := marksOf(d.notes)
	entries := d.entries
	d.entries = nil
	for _, e := range entries {
		switch {
		case e.Pile == Moved:
			e.Kind, e.Pile = leftover, Decide
		case e.Pile == Decide && slices.ContainsFunc(soft, func(k *diag.Kind) bool { return k.ID == e.Kind.ID }) && !marks.asks(e, d.notes):
			e.Kind, e.Pile = settled, Untouched
		}
		d.entries = append(d.entries, e)
	}
}

// A question is a mark as it stands in the file.
type question struct {
	comment plan.Comment
	entry   plan.Place // the entry of the file that it speaks of
	id      string     // the rule; "" for a mark that a person wrote
	words   []string   // what it quotes
}

type questions []question

var quotedWords = regexp.MustCompile(`"([^"]*)"`)

// marksOf reads the marks of a file.
func marksOf(notes plan.Notes) questions {
	var marks questions
	for _, c := range notes.Comments {
		if !strings.HasPrefix(c.Text, openWord) {
			continue
		}
		q := question{comment: c, entry: notes.Of(c)}
		if m := markForm.FindStringSubmatch(c.Text); m != nil {
			q.id = m[1]
			head, _, _ := strings.Cut(strings.TrimPrefix(c.Text, openWord), `": `)
			for _, w := range quotedWords.FindAllStringSubmatch(head+`"`, -1) {
				q.words = append(q.words, w[1])
			}
		}
		marks = append(marks, q)
	}
	return marks
}

// asks tells whether a mark asks for an entry.
func (marks questions) asks(e Entry, notes plan.Notes) bool {
	at := notes.Entry(e.At)
	return slices.ContainsFunc(marks, func(q question) bool {
		return q.entry == at && q.id == e.Kind.ID && slices.Contains(q.words, quotable(e.Old))
	})
}

// marked are the marks that ask for words which no rule finds any more: the words were changed, the mark was left.
func (d *drafter) marked() []Entry {
	var open []Entry
	for _, q := range marksOf(d.notes) {
		words := q.words
		if q.id == "" {
			words = []string{q.comment.Text}
		}
		for _, w := range words {
			if !slices.ContainsFunc(d.entries, func(e Entry) bool {
				return e.Pile == Decide && e.Kind.ID == q.id && quotable(e.Old) == w && d.notes.Entry(e.At) == q.entry
			}) {
				open = append(open, Entry{Kind: openMark, Pile: Decide, At: q.comment.At, Old: w})
			}
		}
	}
	return open
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
	now := map[string]plan.Passage{}
	for _, p := range d.plan.Passages() {
		now[p.Path] = p
	}
	var entries []Entry
	for _, e := range made.Ledger {
		line := e.At.Location().Source
		start := strings.Index(d.plan.File.Text, line)
		passage := now[e.path]
		switch {
		case start >= 0:
			start += e.At.Start - lineStart(e.At)
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
			if passage.Text != nil {
				e.New = passage.Value.Text
			}
			entries = append(entries, e)
		}
	}
	return entries
}

// stands tells whether an entry of today is about the words that e asked about: they are still open, or were kept.
func (e Entry) stands(today Entry) bool {
	return today.Old == e.Old && today.path == e.path && (today.Kind.ID == e.Kind.ID || today.Kind == settled || today.Kind == settledBy)
}

func lineStart(at plan.Place) int { return strings.LastIndexByte(at.File.Text[:at.Start], '\n') + 1 }
