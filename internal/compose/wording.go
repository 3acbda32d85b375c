package compose

import (
	"strings"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
)

// A Wording writes pieces of a plan by themselves, in the words that the page has for them, for who looks at pieces: a comparison,
// a list. A citation in a text is short wherever it stands, unless the place says otherwise: which one is the first is a matter of
// the whole page.
type Wording struct{ c *composer }

// Word begins to word pieces of p.
func Word(p *plan.Plan) *Wording {
	c := newComposer(p, font.Default())
	for _, citation := range p.Citations {
		c.cited[citation] = true
	}
	return &Wording{c}
}

// Inline is one stretch of a text.
func (w *Wording) Inline(in plan.Inline) string { return w.c.inline(in) }

// Text is a text, its paragraphs on lines of their own.
func (w *Wording) Text(t plan.Text) string { return strings.Join(w.c.lines(t), "\n") }

// Line is a text on one line.
func (w *Wording) Line(t plan.Text) string { return w.c.line(t) }

// Citation is a citation in full.
func (w *Wording) Citation(d *plan.Citation) string {
	return strings.Join(w.c.citation(&plan.Mention{Citation: d}, plan.MentionFull), " ")
}

// Deadline is a deadline; "" for none.
func (w *Wording) Deadline(d *plan.Deadline) string { return w.c.deadline(d) }

// Span is a stretch of a year.
func (w *Wording) Span(s *plan.Span) string { return w.c.span(s) }

// Amount is a sum with its source.
func (w *Wording) Amount(a *plan.Amount) string { return w.c.amount(a) }

// Heading is a section's heading, the usual one when it has none of its own.
func (w *Wording) Heading(s *plan.Section) string {
	if s.Heading.Given() {
		return w.c.line(s.Heading)
	}
	return defaultHeading(s)
}

// Recipients are the lines under "Nơi nhận:", the archive last; none where the plan has no such list.
func (w *Wording) Recipients() []string {
	var d Document
	w.c.recipients(&d)
	var lines []string
	for _, t := range d.Recipients {
		lines = append(lines, t.String())
	}
	return lines
}

// Signatures are those who sign.
func (w *Wording) Signatures() []Signature {
	var d Document
	w.c.signatures(&d)
	return d.Signatures
}

// Number is where an item stands: "khoản 1 Mục II"; empty for one that {{item …}} has no number for.
func (w *Wording) Number(i *plan.Item) string { return w.c.numbers[i] }
