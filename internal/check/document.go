package check

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

// A document (văn bản được viện dẫn) is one place where a plan cites one: declared under citations, referred to by {{cite}}, or
// written out in words.
type document struct {
	kind    string // tên loại: Nghị định
	symbol  string // số, ký hiệu, without blanks; empty where it has none
	issuer  string
	subject string
	day     phrase.Day

	at       plan.Place
	declared *plan.Citation // the declaration that it is, or that {{cite}} refers to
	mention  *plan.Mention  // of {{cite}}
	written  *phrase.Cited  // of words
	words    *Sentence      // in which written's spans lie: the text's, or that of as="…"
	sentence *Sentence      // in which it stands; nil for a declaration
	offset   int            // where in the sentence
	full     bool           // with its date, and issuer or subject
	page     [3]int         // its place in the order of the page: part of the plan, section, sentence
}

// The parts of a plan in the order of the page.
const (
	inTitle = iota
	inBases
	inOpening
	inSections
	inClosing
	inAppendices
)

// law tells whether it is cited by its name: without number and issuer (NĐ 30 PL I, II.6a, II.6b).
func (d *document) law() bool { return isLaw(d.kind) }

func isLaw(kind string) bool {
	switch strings.ToLower(kind) {
	case "luật", "bộ luật", "pháp lệnh", "hiến pháp":
		return true
	}
	return false
}

// numbered tells whether it has a number with an abbreviation: Đề án 06 has none, /KH-UBND not yet.
func (d *document) numbered() bool {
	return strings.Contains(d.symbol, "/") && !strings.HasPrefix(d.symbol, "/")
}

// name is how a finding calls it.
func (d *document) name() string {
	if d.symbol == "" {
		return strings.TrimSpace(d.kind + " " + d.subject)
	}
	return strings.TrimSpace(d.kind + " số " + d.symbol)
}

// date is its date, or the first day of the month or year that is told of it; false where none is.
func (d *document) date() (calendar.Day, bool) {
	day := calendar.Day{Year: d.day.Year, Month: max(d.day.Month, 1), Day: max(d.day.Day, 1)}
	return day, day.Year > 0 && day.Valid()
}

// part is what a part of a document written in words says.
func (d *document) part(part phrase.Span) string { return part.In(d.words.Text) }

// behind is what follows those parts of a document written in words.
func (d *document) behind(parts ...phrase.Span) string {
	end := 0
	for _, p := range parts {
		end = max(end, p.To)
	}
	return d.words.Text[end:]
}

// report files a finding about a document, or about a part of it.
func (d *document) report(l *Look, part phrase.Span, args ...string) *Finding {
	at := d.at
	switch {
	case d.written != nil && part.Given():
		at, _ = d.words.Place(part.From, part.To)
	case d.mention == nil && d.declared != nil && d.declared.Number.Given():
		at = d.declared.Number.At
	}
	return l.report(at, append([]string{"document", d.name()}, args...)...)
}

// mend files a finding about a part of a document written in words, and what must stand there instead, which is certain.
func (d *document) mend(l *Look, part phrase.Span, words string, args ...string) {
	f := d.report(l, part, args...)
	if at, written := d.words.Place(part.From, part.To); written {
		f.repairs = []repair{{d.sentence.Passage.Value, edit.Word{At: at, New: words}}}
	}
}

// cited are the documents of a plan: first the declared ones, then the places where they stand, in the order of the page.
func (l *Look) cited() []*document {
	var all []*document
	for _, c := range l.Plan.Citations {
		if c.Type.Given() {
			d := l.declaredDocument(c)
			all = append(all, d)
			l.declarations[d.symbol] = append(l.declarations[d.symbol], d)
		}
	}
	declared := len(all)
	for i := range l.Sentences {
		s := &l.Sentences[i]
		if page, printed := l.page(s.Passage); printed {
			page[2] = i
			all = append(all, s.referred(page)...)
			for _, p := range s.Phrases {
				all = s.writtenIn(all, p, page)
			}
		}
	}
	slices.SortStableFunc(all[declared:], func(a, b *document) int {
		return cmp.Or(slices.Compare(a.page[:], b.page[:]), a.offset-b.offset)
	})
	first := map[*plan.Citation]bool{}
	for _, d := range all[declared:] {
		if m := d.mention; m != nil {
			d.full = d.full || m.Literal == nil && (m.Form == plan.MentionFull || m.Form == plan.MentionAuto && !first[m.Citation])
			first[m.Citation] = true
		}
	}
	return all
}

func (l *Look) declaredDocument(c *plan.Citation) *document {
	words := func(t *plan.Text) string {
		if lines := l.Plan.Lines(t); len(lines) > 0 {
			return lines[0].Text
		}
		return ""
	}
	d := &document{kind: words(&c.Type), symbol: c.Number.Text, issuer: words(&c.Issuer), subject: words(&c.Subject), at: c.ID.At, declared: c,
		day: phrase.Day{Day: c.Date.Day, Month: c.Date.Month, Year: c.Date.Year}}
	return d
}

// referred are the documents that a sentence refers to by {{cite}}.
func (s *Sentence) referred(page [3]int) []*document {
	var all []*document
	offset := 0
	for _, in := range s.inlines {
		if in.Mention == nil && in.Deadline == nil && in.Role == nil && in.Item == nil && in.Appendix == nil {
			continue
		}
		next := strings.Index(s.Text[offset:], plan.Reference)
		if next < 0 {
			break
		}
		offset += next + len(plan.Reference)
		if in.Mention == nil || !in.Mention.Citation.Type.Given() {
			continue
		}
		d := s.declaredDocument(in.Mention.Citation)
		if in.Mention.Literal != nil {
			s.literal(d, *in.Mention.Literal)
		} else if in.Mention.Issuer != nil {
			d.issuer = *in.Mention.Issuer
		}
		d.at, d.mention, d.sentence, d.offset, d.page = in.At, in.Mention, s, offset-len(plan.Reference), page
		all = append(all, d)
	}
	return all
}

// literal reads a document from the words of {{cite … as="…"}}.
func (s *Sentence) literal(d *document, words string) {
	if written := s.instead[literalOf{s.Passage.Text, words}]; written != nil {
		for _, p := range written.Phrases {
			if p.Kind == phrase.Document {
				declared := d.declared
				*d = written.inWords(p)
				d.declared = declared
				return
			}
		}
	}
}

// A literalOf names the words by which a text cites a document: alike, they are read alike.
type literalOf struct {
	text  *plan.Text
	words string
}

// writtenIn adds the documents that a phrase writes out: itself, or those between its quotation marks.
func (s *Sentence) writtenIn(all []*document, p phrase.Phrase, page [3]int) []*document {
	switch p.Kind {
	case phrase.Quote:
		for _, inside := range p.Inside {
			all = s.writtenIn(all, inside, page)
		}
	case phrase.Document:
		d := s.inWords(p)
		d.at, _ = s.Place(p.From, p.To)
		d.sentence, d.offset, d.page = s, p.From, page
		all = append(all, &d)
	}
	return all
}

// inWords is a document as a sentence writes it.
func (s *Sentence) inWords(p phrase.Phrase) document {
	c := p.Document
	in := func(part phrase.Span) string { return part.In(s.Text) }
	return document{kind: in(c.Type), symbol: c.Symbol, issuer: in(c.Issuer), subject: in(c.Subject), day: c.Day, written: c, words: s,
		full: c.Date.Given() && (c.Issuer.Given() || c.Subject.Given())}
}

// page is the place of a passage in the order of the page, where duties stand in the section that prints them; false for what is
// not printed there or is a declaration.
func (l *Look) page(p plan.Passage) (place [3]int, printed bool) {
	first, rest, _ := strings.Cut(p.Path, ".")
	if p.At.File != l.Plan.File {
		return place, false
	}
	switch first {
	case "title":
		place[0] = inTitle
	case "bases":
		place[0] = inBases
	case "opening":
		place[0] = inOpening
	case "sections", "roles":
		place[0] = inSections
		place[1] = l.section(first, rest)
	case "closing":
		place[0] = inClosing
	case "appendices":
		place[0] = inAppendices
	default:
		return place, false
	}
	return place, true
}

// section is where the section that prints what stands at a path comes: of duties the one that prints the role's, or, where none
// does, behind all sections. Duties stand behind what else their section holds.
func (l *Look) section(list, path string) int {
	id, _, _ := strings.Cut(path, ".")
	if at, ok := l.sections[list+"."+id]; ok {
		return at
	}
	return 2 * len(l.Plan.Sections)
}

// inOrder is where the sections of a plan come, by list and id, and those that print a role's duties, by the role's.
func inOrder(p *plan.Plan) map[string]int {
	order := map[string]int{}
	note := func(key string, at int) {
		if _, before := order[key]; !before {
			order[key] = at
		}
	}
	for i, section := range p.Sections {
		for _, role := range section.DutiesOf {
			note("roles."+role.Text, 2*i+1)
		}
		id := section.ID.Text
		if !section.ID.Given() {
			id = strconv.Itoa(i + 1)
		}
		note("sections."+id, 2*i)
	}
	return order
}
