package rollover

import (
	"slices"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/registry"
	"github.com/kehoach/kehoach/internal/vi"
)

// A document that is cited is answered as one: a number of this year beside a date and a subject of last year's would be a document that
// does not exist.

// A Recited is what a person says of the document that takes the place of one cited; what is empty stays as it stands.
type Recited struct{ Number, Date, Subject string }

// cited is a document as it stands in the file, part by part; of one that is declared each part is a value of its own.
type citedDocument struct {
	kind, number, date, issuer, connector, subject part

	whole     part   // where it is written out in a sentence; what stands in it may be reworded
	moved     string // the subject with its years moved
	successor []reworded
}

// A part is a stretch of the file that can be replaced; one that runs over bold, italic or a reference is missing.
type part struct {
	text   string
	span   phrase.Span // in the sentence
	at     plan.Place
	scalar plan.Value
	path   string
}

type reworded struct {
	part
	words string
}

func (p part) given() bool { return p.scalar.Given() }

// declared are the parts of a citation that the plan declares.
func (d *drafter) declared(c *plan.Citation, path string) *citedDocument {
	value := func(v plan.Value) part { return part{text: v.Text, at: v.At, scalar: v} }
	text := func(t *plan.Text, key string) part {
		p := value(t.Value)
		p.path = path + "." + key
		if lines := d.plan.Lines(t); len(lines) != 1 || lines[0].Text != t.Value.Text { // a reference, bold or italic
			return part{}
		}
		return p
	}
	return &citedDocument{kind: text(&c.Type, "type"), number: value(c.Number), date: value(c.Date.Value), issuer: text(&c.Issuer, "issuer"),
		connector: text(&c.Connector, "connector"), subject: text(&c.Subject, "subject")}
}

// writtenOut are the parts of a document in a sentence.
func (s sentence) writtenOut(f phrase.Phrase) *citedDocument {
	stretch := func(span phrase.Span) part {
		if place, written := s.line.Place(span.From, span.To); written && span.Given() {
			return part{span.In(s.line.Text), span, place, s.text, s.path}
		}
		return part{}
	}
	c := f.Document
	cited := &citedDocument{kind: stretch(c.Type), number: stretch(c.Number), date: stretch(c.Date), issuer: stretch(c.Issuer),
		connector: stretch(c.Connector), subject: stretch(c.Subject)}
	if !c.MayGoOn.Given() {
		cited.whole = stretch(f.Span)
	}
	return cited
}

// succeed proposes the document that took the place of one that ended, in all its parts; nothing where the registry does not know one of
// those that are written here.
func (c *citedDocument) succeed(was, next registry.Entry) {
	var list []reworded
	put := func(p part, words string) bool {
		if p.given() && words != "" && p.text != words {
			list = append(list, reworded{p, words})
		}
		return !p.given() || words != ""
	}
	connector, subject := c.connector.text, next.Subject
	if c.connector.given() {
		connector, subject = connected(next.Subject)
	}
	issuer := next.Issuer
	if issuer == was.Issuer {
		issuer = c.issuer.text // as the plan calls it
	}
	known := put(c.kind, next.Type) && put(c.number, next.Number) && put(c.date, c.date.dated(next.Issued)) && put(c.issuer, issuer) &&
		put(c.connector, connector)
	if known && (!c.subject.given() || next.Subject != was.Subject) {
		known = put(c.subject, subject)
	}
	if known {
		c.successor = list
	}
}

// verbs begin the subject of a document that joins it to its number by itself; others are joined by "về".
var verbs = []string{"quy định", "ban hành", "sửa đổi", "hướng dẫn", "phê duyệt", "về việc", "về"}

// connected parts a subject, as a registry has it, from the words that join it to the rest.
func connected(subject string) (connector, rest string) {
	for _, verb := range verbs {
		if rest, ok := strings.CutPrefix(subject, verb+" "); ok {
			return verb, rest
		}
	}
	return "về", subject
}

var dateWord = pattern.Of(`^\p{L}+ `)

// dated is a day written as this date is: ngày 19/6/2015, 19 tháng 6 năm 2015, năm 2015; "" for no day.
func (p part) dated(day time.Time) string {
	word := dateWord.FindString(p.text)
	switch {
	case day.IsZero() || !p.given():
		return ""
	case strings.EqualFold(word, "năm "):
		return word + day.Format("2006")
	case strings.Contains(p.text, "tháng"):
		return word + vi.LongDate(day.Day(), int(day.Month()), day.Year())
	}
	return word + vi.ShortDate(day.Day(), int(day.Month()), day.Year())
}

// propose puts the successor into an entry: of a document in a sentence all its words, of one declared its values.
func (c *citedDocument) propose(e *Entry) {
	if len(c.successor) == 0 {
		return
	}
	if !c.whole.given() {
		if c.number.span.Given() || c.date.span.Given() || c.subject.span.Given() { // in a sentence that may go on with it
			c.successor = nil
			return
		}
		var words []string
		for _, r := range c.successor {
			words = append(words, r.words)
		}
		e.New = strings.Join(words, ", ")
		return
	}
	words, at := "", c.whole.span.From
	for _, r := range slices.SortedFunc(slices.Values(c.successor), func(a, b reworded) int { return a.span.From - b.span.From }) {
		words += c.whole.text[at-c.whole.span.From:r.span.From-c.whole.span.From] + r.words
		at = r.span.To
	}
	e.At, e.Old, e.scalar = c.whole.at, c.whole.text, c.whole.scalar
	e.New = words + c.whole.text[at-c.whole.span.From:]
	c.successor = nil // the words say it all
}

// Cites tells how the document that a question asks about is cited, and what is proposed for its subject; false where it asks about
// something else, or about one of which no part can be replaced.
func (q Question) Cites() (now Recited, subject string, ok bool) {
	c := q.Entries[0].cited
	if c == nil || !c.number.given() && !c.date.given() && !c.subject.given() {
		return Recited{}, "", false
	}
	return Recited{c.number.text, strings.TrimPrefix(c.date.text, "ngày "), c.subject.text}, c.moved, true
}

// Recite answers a question by another document: its number, date and subject at once.
func (q Question) Recite(p *plan.Plan, as Recited) ([]byte, diag.List) {
	var list []reworded
	for _, e := range q.Entries {
		for _, r := range []reworded{{e.cited.number, as.Number}, {e.cited.date, as.Date}, {e.cited.subject, as.Subject}} {
			if r.words = strings.TrimSpace(r.words); r.words == "" || !r.given() {
				continue
			}
			if dateWord.MatchString(r.text) && r.part == e.cited.date {
				r.words = "ngày " + strings.TrimPrefix(r.words, "ngày ")
			}
			list = append(list, r)
		}
	}
	if len(list) == 0 {
		return nil, q.refused(noWords)
	}
	return q.reword(p, list)
}

// reword writes parts of a document anew.
func (q Question) reword(p *plan.Plan, list []reworded) ([]byte, diag.List) {
	e := edit.Of(p.File)
	words := map[plan.Value][]edit.Word{}
	changed := map[string]bool{}
	typed := ""
	for _, r := range list {
		typed += r.words
		changed[r.path] = true
		if r.at == r.scalar.At {
			e.Scalar(r.at, r.words)
			continue
		}
		words[r.scalar] = append(words[r.scalar], edit.Word{At: r.at, New: r.words})
	}
	for scalar, in := range words {
		e.Words(scalar, in)
	}
	notes := p.File.Notes()
	if !q.isAskedElsewhere(notes) {
		q.unmark(e, notes)
	}
	return q.write(p, e, typed, changed)
}
