package check

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/territory"
)

// A Look is one plan under the eyes of the rules: what they share, read once.
type Look struct {
	Plan      *plan.Plan
	Registry  *registry.Registry
	Sentences []Sentence              // of the plan's file, then of its agency files
	literals  []Sentence              // the words by which the plan cites documents: {{cite id as="…"}}
	instead   map[literalOf]*Sentence // the same by text and words, the first of each

	here         territory.Context // whose plan it is, and on which day
	day          calendar.Day      // of issue; of a plan without a date the first day of its period
	ownUnits     []*territory.Unit // it and those above it
	ownNames     []string
	reckoner     *due.Reckoner
	documents    []*document            // declared ones, then those of the page in its order (document.go)
	declarations map[string][]*document // the declared ones by number
	sections     map[string]int         // where they come on the page, by id and by the roles whose duties they print (document.go)
	partners     []*territory.Unit      // whom the plan names as recipient or role

	rule       *Rule // that is looking
	ruler      plan.Ruler
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
	Units   []territory.Mention

	inlines []plan.Inline   // of which the line was made
	words   []span          // runs of letters (words.go)
	lows    []string        // the same in small letters, once somebody has asked
	inner   []phrase.Phrase // see all
	mask    string          // see masked
	overs   []phrase.Span   // see leftovers
	looked  bool            // for what is left over
}

func newLook(p *plan.Plan, o Options) *Look {
	l := &Look{Plan: p, Registry: o.Registry, declarations: map[string][]*document{}, sections: inOrder(p)}
	if l.Registry == nil {
		l.Registry = registry.Shipped()
	}
	l.locate()
	passages := p.Passages()
	for _, a := range p.Issuers {
		passages = append(passages, a.Passages()...)
	}
	for _, passage := range passages {
		lines := p.Lines(passage.Text)
		for i, line := range lines {
			l.Sentences = append(l.Sentences, Sentence{l, line, passage, i == 0, i == len(lines)-1, phrase.Find(line.Text),
				territory.Mentions(line.Text, l.here), passage.Paragraphs[i].Inlines, wordsOf(line.Text), nil, nil, "", nil, false})
		}
		for _, line := range p.Literals(passage.Text) {
			l.literals = append(l.literals, Sentence{Look: l, Line: line, Passage: passage, First: true, Last: true,
				Phrases: phrase.Find(line.Text), Units: territory.Mentions(line.Text, l.here), words: wordsOf(line.Text)})
		}
	}
	l.instead = make(map[literalOf]*Sentence, len(l.literals))
	for i := range l.literals {
		if key := (literalOf{l.literals[i].Passage.Text, l.literals[i].Text}); l.instead[key] == nil {
			l.instead[key] = &l.literals[i]
		}
	}
	l.partners = partnersOf(l.Sentences)
	l.documents = l.cited()
	return l
}

// written are all sentences, those by which documents are cited too: what rules of writing look at.
func (l *Look) written(visit func(*Sentence)) {
	for i := range l.Sentences {
		visit(&l.Sentences[i])
	}
	for i := range l.literals {
		visit(&l.literals[i])
	}
}

// locate finds out where and when the plan is issued.
func (l *Look) locate() {
	p := l.Plan
	l.reckoner = due.Of(p)
	l.day, _ = l.reckoner.Period()
	if p.Date.Day > 0 {
		l.day = calendar.Day{Year: p.Date.Year, Month: p.Date.Month, Day: p.Date.Day}
	}
	if len(p.Issuers) == 0 {
		return
	}
	agency := p.Issuers[0]
	for _, name := range []string{agency.Name.Value.Text, strings.ReplaceAll(agency.Parent.Value.Text, "\n", " ")} {
		if l.here.Home = territory.HomeOf(name, agency.File.Text, p.File.Text); l.here.Home != nil {
			break
		}
	}
	l.ownUnits, l.ownNames = unitsOf(l.here.Home)
	if l.day.Valid() {
		l.here.On = time.Date(l.day.Year, time.Month(l.day.Month), l.day.Day, 0, 0, 0, 0, time.UTC)
	}
}

// report files a finding of the rule that is looking, at a place in a file.
func (l *Look) report(at plan.Place, args ...string) *Finding {
	for i, arg := range args {
		if strings.Contains(arg, plan.Reference) {
			args[i] = strings.ReplaceAll(arg, plan.Reference, "…")
		}
	}
	l.findings = append(l.findings, Finding{Finding: l.rule.Kind.At(l.ruler.Location(at), args...), Rule: l.rule, At: at})
	return &l.findings[len(l.findings)-1]
}

// report files a finding about the bytes from and to of a sentence. Where its words hold a reference, that is shown as it is written.
func (s *Sentence) report(from, to int, args ...string) *Finding {
	at, _ := s.Place(from, to)
	for i := range args {
		for ref := from; strings.Contains(args[i], plan.Reference); ref += len(plan.Reference) {
			next := strings.Index(s.Text[ref:to], plan.Reference)
			if next < 0 {
				break
			}
			ref += next
			written, _ := s.Place(ref, ref+len(plan.Reference))
			args[i] = strings.Replace(args[i], plan.Reference, written.File.Text[written.Start:written.End], 1)
		}
	}
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

// saying fills a placeholder of a finding by words of both languages.
func (f *Finding) saying(name string, w diag.Words) { f.Kind = f.Kind.Saying(name, w) }

// of tells whether a sentence is the value of a key of a T.
func of[T any](s *Sentence, key string) (owner T, ok bool) {
	owner, ok = s.Passage.In.(T)
	return owner, ok && s.Passage.Key == key
}

// mend files a finding about the bytes from and to of a sentence, and what must stand there instead, which is certain. Words that do
// not stand in the file letter for letter get no repair.
func (s *Sentence) mend(from, to int, words string, args ...string) *Finding {
	return s.mendAround(from, to, from, to, words, args...)
}

// mendAround is mend where more is shown, the bytes start and stop, than is changed, the bytes from and to.
func (s *Sentence) mendAround(start, stop, from, to int, words string, args ...string) *Finding {
	f := s.report(start, stop, args...)
	left := s.Text[:from] + words + s.Text[to:]
	if at, written := s.Place(from, to); written && standsAt(at, s.Text[from:to]) && strings.ContainsFunc(left, isPart) && // nothing is emptied
		!(besideStar(at) && (from == to || words == "" || strings.Contains(s.Text[from:to]+words, " "))) {
		f.repairs = []repair{{s.Passage.Value, edit.Word{At: at, New: words}}}
	}
	return f
}

// standsAt tells whether words stand at a place letter for letter, but that a quote is doubled or escaped there, as the edit writes it again.
func standsAt(at plan.Place, words string) bool {
	text := at.File.Text[at.Start:at.End]
	return len(text) == len(words) || strings.ReplaceAll(text, `\"`, `"`) == words || strings.ReplaceAll(text, "''", "'") == words
}

// besideStar tells whether a place touches a star: with a blank beside it, or without the one it has, it may begin or end another style.
func besideStar(at plan.Place) bool {
	text := at.File.Text
	return at.Start > 0 && text[at.Start-1] == '*' || at.End < len(text) && text[at.End] == '*'
}

// enough is how many bytes around a place tell what it speaks of.
const enough = 600

// upTo is what stands before a byte of a text, as much of it as tells anything: in a text of any length it is looked at in no time.
func upTo(text string, at int) string {
	from := max(0, at-enough)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from++
	}
	return text[from:at]
}

// onFrom is what stands behind a byte of a text, as much of it as tells anything.
func onFrom(text string, at int) string {
	to := min(len(text), at+enough)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[at:to]
}

// mendValue files a finding about a whole value and what must stand there instead.
func (l *Look) mendValue(v plan.Value, words string, args ...string) {
	l.report(v.At, args...).repairs = []repair{{v, edit.Word{At: v.At, New: words}}}
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
		if r := f.Rule; r != nil && r.Title.VI != "" {
			f.About = &diag.About{Title: r.Title, Reason: r.Reason, Wrong: r.Wrong, Right: r.Right}
		}
		list = append(list, f.Finding)
	}
	return list
}

// plainly is a text's first line with its variables by their values.
func (l *Look) plainly(t *plan.Text) string {
	for _, line := range l.Plan.Lines(t) {
		return line.Text
	}
	return ""
}
