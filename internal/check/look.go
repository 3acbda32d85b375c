package check

import (
	"cmp"
	"slices"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
)

// A Look is one plan under the eyes of the rules: what they share, read once.
type Look struct {
	Plan      *plan.Plan
	Registry  *registry.Registry
	Sentences []Sentence // of the plan's file, then of its agency files

	rule       *Rule // that is looking
	findings   []Finding
	complaints []Finding // about ignore comments and the agency file's settings
}

// A Sentence is one line of text (đoạn) with what stands in it.
type Sentence struct {
	*Look
	plan.Line
	Passage plan.Passage
	First   bool // it is the first line of its text
	Last    bool
	Phrases []phrase.Phrase
}

func newLook(p *plan.Plan, o Options) *Look {
	l := &Look{Plan: p, Registry: o.Registry}
	if l.Registry == nil {
		l.Registry = registry.Shipped()
	}
	passages := p.Passages()
	for _, a := range p.Issuers {
		passages = append(passages, a.Passages()...)
	}
	for _, passage := range passages {
		lines := p.Lines(passage.Text)
		for i, line := range lines {
			l.Sentences = append(l.Sentences, Sentence{l, line, passage, i == 0, i == len(lines)-1, phrase.Find(line.Text)})
		}
	}
	return l
}

// report files a finding of the rule that is looking, at a place in a file.
func (l *Look) report(at plan.Place, args ...string) *Finding {
	l.findings = append(l.findings, Finding{Finding: l.rule.Kind.At(at.Location(), args...), Rule: l.rule, At: at})
	return &l.findings[len(l.findings)-1]
}

// report files a finding about the bytes from and to of a sentence.
func (s *Sentence) report(from, to int, args ...string) *Finding {
	at, _ := s.Place(from, to)
	return s.Look.report(at, args...)
}

// mend files a finding about the bytes from and to of a sentence, and what must stand there instead, which is certain. Words that do
// not stand in the file letter for letter get no repair.
func (s *Sentence) mend(from, to int, words string, args ...string) {
	at, written := s.Place(from, to)
	f := s.Look.report(at, args...)
	if written {
		f.repair = &repair{s.Passage.Value, edit.Word{At: at, New: words}}
	}
}

// result is what was found and not silenced: errors before warnings before notes, in one severity the rules of the list in its order,
// then by place.
func (l *Look) result() []Finding {
	found := l.silenced(l.findings)
	order := map[*Rule]int{}
	for i, r := range rules {
		order[r] = i
	}
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Kind.Severity, b.Kind.Severity), cmp.Compare(order[a.Rule], order[b.Rule]),
			cmp.Compare(a.File, b.File), cmp.Compare(a.At.Start, b.At.Start))
	})
	return found
}

// List is the findings as diag writes them.
func List(found []Finding) diag.List {
	var list diag.List
	for _, f := range found {
		list = append(list, f.Finding)
	}
	return list
}
