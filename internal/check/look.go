package check

import (
	"cmp"
	"slices"
	"unicode"

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
	Literal bool // it is the words by which the plan cites a document: {{cite id as="…"}}

	words []span // its words: runs of letters
	inner []phrase.Phrase
}

// A span is a stretch of a sentence's Text in bytes.
type span struct{ from, to int }

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
			l.Sentences = append(l.Sentences, Sentence{Look: l, Line: line, Passage: passage, First: i == 0, Last: i == len(lines)-1,
				Phrases: phrase.Find(line.Text), words: wordsOf(line.Text)})
		}
		for _, line := range p.Literals(passage.Text) {
			l.Sentences = append(l.Sentences, Sentence{Look: l, Line: line, Passage: passage, First: true, Last: true, Literal: true,
				Phrases: phrase.Find(line.Text), words: wordsOf(line.Text)})
		}
	}
	return l
}

// wordsOf are the runs of letters in a text.
func wordsOf(text string) []span {
	words := make([]span, 0, len(text)/6+1)
	from := -1
	for i, r := range text {
		switch letter := unicode.IsLetter(r) || unicode.Is(unicode.Mn, r); {
		case letter && from < 0:
			from = i
		case !letter && from >= 0:
			words = append(words, span{from, i})
			from = -1
		}
	}
	if from >= 0 {
		words = append(words, span{from, len(text)})
	}
	return words
}

// word is word i as it is written; "" when there is none.
func (s *Sentence) word(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.Text[s.words[i].from:s.words[i].to]
}

// together tells whether nothing but one blank stands between word i and the next.
func (s *Sentence) together(i int) bool {
	return i >= 0 && i+1 < len(s.words) && s.Text[s.words[i].to:s.words[i+1].from] == " "
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

// all are the sentence's phrases and those inside them.
func (s *Sentence) all() []phrase.Phrase {
	if s.inner == nil {
		var walk func([]phrase.Phrase)
		walk = func(list []phrase.Phrase) {
			for _, p := range list {
				s.inner = append(s.inner, p)
				walk(p.Inside)
			}
		}
		walk(s.Phrases)
	}
	return s.inner
}

// mend files a finding about the bytes from and to of a sentence, and what must stand there instead, which is certain. Words that do
// not stand in the file letter for letter get no repair.
func (s *Sentence) mend(from, to int, words string, args ...string) *Finding {
	return s.mendAround(from, to, from, to, words, args...)
}

// mendAround is mend where more is shown, the bytes start and stop, than is changed, the bytes from and to.
func (s *Sentence) mendAround(start, stop, from, to int, words string, args ...string) *Finding {
	f := s.report(start, stop, args...)
	if at, written := s.Place(from, to); written && len(s.Text[from:to]) == at.End-at.Start {
		f.repairs = []repair{{s.Passage.Value, edit.Word{At: at, New: words}}}
	}
	return f
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
