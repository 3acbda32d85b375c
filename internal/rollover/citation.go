package rollover

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/bodies"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/territory"
)

// A document (văn bản được viện dẫn) is one that the plan cites, declared or written out in a text.
type document struct {
	kind, number, name string // of a law, name is what it is called
	issuer, connector  string
	subject            string
	day                phrase.Day // of its date, as far as it is known
	inside             []phrase.Phrase
	text               string // in which inside stands
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
			subject: s.line.Text, name: s.line.Text, day: phrase.Day{Day: c.Date.Day, Month: c.Date.Month, Year: c.Date.Year}, inside: phrase.Find(s.line.Text), text: s.line.Text}
		at := c.Subject.Value
		if c.Number.Given() {
			at = c.Number
		}
		e := Entry{At: at.At, Old: at.Text, scalar: at, cited: d.declared(c, path)}
		if !at.Given() { // a type and a date, at most: nothing of it could be replaced
			e = Entry{At: c.ID.At, Old: c.ID.Text}
		}
		before := len(d.entries)
		d.standing(doc, e)
		s.overPeriods(doc.inside, doc.number != "")
		for _, part := range []sentence{s, d.sentence(&c.Issuer, path+".issuer")} {
			part.citedUnits(doc, phrase.Span{To: len(part.line.Text)})
		}
		if len(d.entries) == before {
			d.add(Entry{Kind: cited, Pile: Untouched, At: e.At, Old: e.Old})
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
		subject: in(c.Subject), day: c.Day, inside: f.Inside, text: s.line.Text}
	at := c.Number
	if !at.Given() {
		at = f.Span
	}
	place, written := s.line.Place(at.From, at.To)
	e := Entry{At: place, Old: in(at), path: s.path, cited: s.writtenOut(f)}
	if written {
		e.scalar = s.text
	}
	before := len(s.entries)
	if strings.HasPrefix(doc.number, "/") {
		s.toBeIssued(f)
		return
	}
	s.standing(doc, e)
	s.overPeriods(f.Inside, doc.number != "")
	s.citedUnits(doc, f.Span)
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
	of := func(year int) diag.Args { return diag.Args{"from", strconv.Itoa(year), "year", strconv.Itoa(d.to)} }
	switch {
	case strings.HasPrefix(doc.number, "/"): // to be issued in the plan's year
		if doc.day.Year > 0 && doc.day.Year <= d.from {
			e.Kind, e.Pile, e.Args = unissued, Decide, of(doc.day.Year)
			d.add(e)
		}
	case d.inForce(doc, e):
	default:
		if year := d.yearOfBasis(doc); year > 0 {
			e.Kind, e.Pile = yearlyBasis, Decide
			if e.cited != nil {
				e.cited.moved = d.movedSubject(doc.subject, year)
			}
			e.Args = append(of(year), "document", doc.words(), "query", d.query(doc, year))
			d.add(e)
		}
	}
}

// lasting are the types of documents that are not made anew every year, whatever year their name tells: Luật Đất đai năm 2013.
var lasting = []string{"luật", "bộ luật", "hiến pháp", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch"}

// yearOfBasis is the year for which a document was made that is made anew every year; 0 of any other. It is the old plan's year when
// the subject names it, or a document of that year the one behind it (tuyển quân năm 2025, told in 2024), else the latest before the new one that is not before the document's own date: of what had been by then it
// reports (kết quả năm 2019), and the work of one time is done (tổng điều tra năm 2019).
func (d *drafter) yearOfBasis(doc document) int {
	basis := 0
	isLasting := slices.Contains(lasting, strings.ToLower(doc.kind))
	for _, y := range yearsNamed(doc.inside, doc.text, d.from) {
		switch before, _, _ := strings.Cut(doc.subject, strconv.Itoa(y)); {
		case aimedAt.MatchString(before): // chuyển đổi số đến năm 2025
		case y == d.from, y == d.from+1 && doc.day.Year == d.from && !isLasting:
			return d.from
		case y >= d.to || y < doc.day.Year || isLasting || notYearly.MatchString(before):
		default:
			basis = max(basis, y)
		}
	}
	if basis == 0 && doc.day.Year == d.from && !ofTheParty.MatchString(doc.number) && slices.Contains(passing, strings.ToLower(doc.kind)) && d.isDistricts(doc.issuer) {
		return d.from
	}
	return basis
}

// aimedAt is what stands before the year up to which a document reaches.
var aimedAt = pattern.Of(`(?i)(?:^|\s)(?:đến|tới|tầm nhìn|định hướng)\s+(?:(?:hết|cuối)\s+)?(?:năm\s+)?$`)

// ofTheParty is a number of the Party's family, 1129-KL/HU: what it concluded goes on.
var ofTheParty = pattern.Of(`^\d+\s*-`)

// passing are the types of documents by which a district told its communes the work of the year, whether their subject names it or not.
var passing = []string{"kế hoạch", "hướng dẫn"}

// isDistricts tells whether a document was issued by a body of the district.
func (d *drafter) isDistricts(issuer string) bool {
	return slices.ContainsFunc(territory.Mentions(issuer, d.where), func(m territory.Mention) bool { return m.Kind.Level() == territory.DistrictLevel && !m.Narrows }) ||
		slices.ContainsFunc(bodies.Find(issuer), func(b bodies.Mention) bool { return b.Today == "" })
}

// words are a document's type and number.
func (doc document) words() string {
	if doc.number == "" {
		return doc.kind + " " + doc.name
	}
	return doc.kind + " số " + doc.number
}

// yearsNamed are the years that phrases name as such or by their lunar name, of those around a year, or in which a school year begins or
// ends; not those of a longer period.
func yearsNamed(phrases []phrase.Phrase, text string, around int) []int {
	var years []int
	for _, f := range phrases {
		switch {
		case f.Kind == phrase.LunarYear && len(f.Years) == 0:
			if year := calledSo(f.Name.In(text), around); year > 0 {
				years = append(years, year)
			}
		case f.Kind == phrase.Year || f.Kind == phrase.LunarYear || f.Kind == phrase.Date || f.Kind == phrase.Period && f.Period == phrase.School:
			for _, y := range f.Years {
				years = append(years, y.Year)
			}
		case f.Kind == phrase.Quote:
			years = append(years, yearsNamed(f.Inside, text, around)...)
		}
	}
	return years
}

// overPeriods files the periods in a document's subject that end before the new year: such a document has had its time, though it may
// still be cited. One without a number is known by its period alone, and has a successor: Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020-2025.
func (s sentence) overPeriods(inside []phrase.Phrase, numbered bool) {
	for _, f := range inside {
		if f.Kind != phrase.Period || len(f.Years) == 0 || f.Period == phrase.School {
			continue
		}
		last := f.Years[len(f.Years)-1].Year
		switch {
		case last >= s.to:
		case numbered:
			s.entry(citedPeriodOver, Stale, f.Span, "", "last", strconv.Itoa(last))
		default:
			s.entry(periodOver, Decide, f.Span, "", "last", strconv.Itoa(last))
		}
	}
}
