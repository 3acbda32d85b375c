package rollover

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

// refactoring writes references for literals that say what the plan's data says: a document that it declares, a deadline that it names.
// A literal becomes a reference only where that prints the very same words.
type refactoring struct {
	*drafter
	wording *compose.Wording
}

// refactor looks at one sentence and gives the stretches that became references.
func (s sentence) refactorings(found []phrase.Phrase) []phrase.Span {
	if !s.refactor || s.defines() {
		return nil
	}
	r := refactoring{s.drafter, compose.Word(s.plan)}
	taken := r.deadlinesIn(s)
	for _, f := range found {
		if f.Kind == phrase.Document && !overlaps(f.Span, taken) {
			if at, words := r.citation(s, f); words != "" {
				taken = append(taken, at)
				s.entry(refactored, Moved, at, words)
			}
		}
	}
	return taken
}

// citation is the reference that prints a document as it is written out here, and the stretch that it prints: the longest that one
// prints. No words mean none does.
func (r refactoring) citation(s sentence, f phrase.Phrase) (at phrase.Span, words string) {
	literal := s.line.Text[f.From:]
	at = phrase.Span{From: f.From, To: f.From}
	none := ""
	for _, c := range r.plan.Citations {
		if c.Number.Given() && strings.ReplaceAll(c.Number.Text, " ", "") != f.Document.Symbol {
			continue
		}
		for _, form := range []plan.MentionForm{plan.MentionFull, plan.MentionShort, plan.MentionName} {
			for _, date := range []plan.DateForm{plan.DateAsWritten, plan.DateLong, plan.DateShort} {
				for _, issuer := range []*string{nil, &none} {
					printed := normal(r.wording.Inline(plan.Inline{Mention: &plan.Mention{Citation: c, Form: form, Date: date, Issuer: issuer}}))
					end := f.From + len(printed)
					if end > at.To && strings.HasPrefix(literal, printed) && (phrase.Span{From: f.From, To: end}).Whole(s.line.Text) {
						at.To, words = end, reference(c.ID.Text, form, date, issuer)
					}
				}
			}
		}
	}
	if at.To < max(f.Document.Date.To, f.Document.Issuer.To) { // another document of that number, it seems
		return at, ""
	}
	return at, words
}

// normal is words without the blanks and hyphens that only keep a number whole.
func normal(s string) string {
	return strings.NewReplacer("\u00A0", " ", "\u2011", "-", "\u2060", "").Replace(s)
}

// reference is a citation in braces.
func reference(id string, form plan.MentionForm, date plan.DateForm, issuer *string) string {
	words := "{{cite " + id + " " + string(form)
	if date != plan.DateAsWritten {
		words += " date=" + string(date)
	}
	if issuer != nil {
		words += ` issuer=""`
	}
	return words + "}}"
}

// deadlinesIn puts references in place of the deadlines that are written out in a sentence as a named one prints them.
func (r refactoring) deadlinesIn(s sentence) []phrase.Span {
	var taken []phrase.Span
	for _, d := range r.plan.AllDeadlines() {
		words := r.wording.Deadline(d)
		if !d.ID.Given() || !strings.Contains(words, strconv.Itoa(r.from)) {
			continue // without the year it may be any deadline's words
		}
		for from := 0; ; {
			i := strings.Index(s.line.Text[from:], words)
			if i < 0 {
				break
			}
			at := phrase.Span{From: from + i, To: from + i + len(words)}
			from = at.To
			if at.Whole(s.line.Text) && !overlaps(at, taken) {
				taken = append(taken, at)
				s.entry(refactored, Moved, at, "{{deadline "+d.ID.Text+"}}")
			}
		}
	}
	return taken
}

// defines tells whether the text says what a reference prints: it would refer to itself.
func (s sentence) defines() bool {
	switch s.in.(type) {
	case *plan.Deadline, *plan.Citation, *plan.Variable:
		return true
	case *plan.Role:
		return strings.HasSuffix(s.path, ".name")
	}
	return false
}

// ownYear is how the plan's own year is written from now on; the value of a variable is printed as it stands.
func (s sentence) ownYear() string {
	if _, plain := s.in.(*plan.Variable); s.refactor && s.plan.Period.Year.Given() && !plain {
		return "{{year}}"
	}
	return strconv.Itoa(s.to)
}
