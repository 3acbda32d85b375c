package rollover

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

// A document (văn bản được viện dẫn) is one that the plan cites, declared or written out in a text.
type document struct {
	kind, number, name string // of a law, name is what it is called
	issuer, connector  string
	subject            string
	year               int // of its date; 0 when not known
	inside             []phrase.Phrase
}

// citations judges the documents that the plan declares.
func (d *drafter) citations() {
	for _, c := range d.plan.Citations {
		if !c.Type.Given() {
			continue
		}
		path := "citations." + c.ID.Text
		s := d.sentence(&c.Subject, path+".subject")
		doc := document{kind: c.Type.Value.Text, number: c.Number.Text, issuer: d.sentence(&c.Issuer, "").line.Text, connector: d.sentence(&c.Connector, "").line.Text,
			subject: s.line.Text, name: s.line.Text, year: c.Date.Year, inside: phrase.Find(s.line.Text)}
		at := c.Subject.Value
		if c.Number.Given() {
			at = c.Number
		}
		before := len(d.entries)
		d.standing(doc, Entry{At: at.At, Old: at.Text, scalar: at})
		s.overPeriods(doc.inside)
		s.citedUnits(doc)
		d.sentence(&c.Issuer, path+".issuer").citedUnits(doc)
		if len(d.entries) == before {
			d.add(Entry{Kind: cited, Pile: Untouched, At: at.At, Old: at.Text})
		}
	}
}

// sentence is the first line of a text, to be looked at; an empty one where there is no text.
func (d *drafter) sentence(t *plan.Text, path string) sentence {
	s := sentence{drafter: d, text: t.Value, path: path}
	if lines := d.plan.Lines(t); len(lines) > 0 {
		s.line = lines[0]
	}
	return s
}

// document judges a document that is written out in a text.
func (s sentence) document(f phrase.Phrase) {
	in := func(span phrase.Span) string { return span.In(s.line.Text) }
	c := f.Document
	doc := document{kind: in(c.Type), number: c.Symbol, name: in(c.Subject), issuer: in(c.Issuer), connector: in(c.Connector),
		subject: in(c.Subject), year: c.Day.Year, inside: f.Inside}
	at := c.Number
	if !at.Given() {
		at = f.Span
	}
	place, written := s.line.Place(at.From, at.To)
	e := Entry{At: place, Old: in(at), path: s.path}
	if written {
		e.scalar = s.text
	}
	before := len(s.entries)
	if strings.HasPrefix(doc.number, "/") {
		s.toBeIssued(f)
		return
	}
	s.standing(doc, e)
	s.overPeriods(f.Inside)
	if len(s.entries) == before {
		e.Kind, e.Pile = cited, Untouched
		s.add(e)
	}
}

// toBeIssued judges a document written out in a text that has no number yet: it is issued with the plan, so that the plan's own year in
// it moves. Without a date that says so, a person is asked.
func (s sentence) toBeIssued(f phrase.Phrase) {
	for _, y := range f.Years {
		switch {
		case y.Year != s.from || slices.ContainsFunc(f.Inside, func(in phrase.Phrase) bool { return in.Kind == phrase.Period && y.From < in.To && in.From < y.To }):
			s.entry(cited, Untouched, y.Span, "")
		case f.Document.Day.Year == s.from:
			s.entry(yearMoved, Moved, y.Span, s.ownYear())
		default:
			s.entry(unsureYear, Decide, y.Span, s.shifted(y))
		}
	}
}

// standing says whether a document can still be a basis in the new year: e tells where it stands.
func (d *drafter) standing(doc document, e Entry) {
	year := strconv.Itoa(d.to)
	switch {
	case strings.HasPrefix(doc.number, "/"): // to be issued in the plan's year
		if doc.year == d.from {
			e.Kind, e.Pile = unissued, Decide
			e.Args = []string{"from", strconv.Itoa(d.from), "year", year}
			d.add(e)
		}
		return
	case d.inForce(doc, e):
	case speaksOf(doc.inside, d.from):
		e.Kind, e.Pile = yearlyBasis, Decide
		e.Args = []string{"document", doc.words(), "from", strconv.Itoa(d.from), "year", year, "query", d.query(doc)}
		d.add(e)
	}
}

// words are a document's type and number.
func (doc document) words() string {
	if doc.number == "" {
		return doc.kind + " " + doc.name
	}
	return doc.kind + " số " + doc.number
}

// query is what a person would look for: the document of the new year, from the body that issues such today.
func (d *drafter) query(doc document) string {
	subject := digits.ReplaceAllStringFunc(doc.subject, func(year string) string {
		if n, _ := strconv.Atoi(year); n == d.from || n == d.from-1 { // last year's results and this year's tasks
			return strconv.Itoa(n + d.shift())
		}
		return year
	})
	words := []string{doc.kind}
	if doc.connector != "" {
		words = append(words, doc.connector)
	}
	words = append(words, d.withoutDistrict(subject))
	if issuer := d.issuerToday(doc.issuer); issuer != "" {
		words = append(words, "của", issuer)
	}
	return strings.Join(words, " ")
}

// speaksOf tells whether phrases speak of a year as such, or of a school year that begins or ends in it; not of a longer period.
func speaksOf(phrases []phrase.Phrase, year int) bool {
	for _, f := range phrases {
		if f.Kind == phrase.Year || f.Kind == phrase.Date || f.Kind == phrase.Period && f.Period == phrase.School {
			for _, y := range f.Years {
				if y.Year == year {
					return true
				}
			}
		}
		if f.Kind == phrase.Quote && speaksOf(f.Inside, year) {
			return true
		}
	}
	return false
}

// overPeriods files the periods in a document's subject that end before the new year: such a document has had its time, though it may
// still be cited.
func (s sentence) overPeriods(inside []phrase.Phrase) {
	for _, f := range inside {
		if f.Kind != phrase.Period || len(f.Years) == 0 || f.Period == phrase.School {
			continue
		}
		if last := f.Years[len(f.Years)-1].Year; last < s.to {
			s.entry(citedPeriodOver, Stale, f.Span, "", "last", strconv.Itoa(last))
		}
	}
}
