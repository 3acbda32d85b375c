package compose

import (
	"strings"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// mention writes a citation as one place wants it: in full the first time in the document, type and number later (NĐ 30 PL I,
// II.6b), unless the place says otherwise.
func (c *composer) mention(m *plan.Mention) string {
	first := !c.cited[m.Citation]
	c.cited[m.Citation] = true
	if m.Literal != nil {
		return *m.Literal
	}
	form := m.Form
	if form == plan.MentionAuto {
		form = plan.MentionShort
		if first {
			form = plan.MentionFull
		}
	}
	return strings.Join(append(given(m.Pinpoint), c.citation(m, form)...), " ")
}

// citation is the words of a citation in one form.
func (c *composer) citation(m *plan.Mention, form plan.MentionForm) []string {
	d := m.Citation
	words := given(c.at(d.ID.At, c.line(d.Type)))
	if isLaw(d) { // a law is named by its type and name alone (II.6b); a basis adds the day
		words = append(words, given(c.line(d.Subject))...)
		if m.Date != plan.DateAsWritten && form != plan.MentionName {
			words = append(words, c.day(m)...)
		}
		return words
	}
	if form == plan.MentionName {
		return append(words, c.subject(d)...)
	}
	if d.Number.Given() {
		words = append(words, "số", c.at(d.Number.At, documentNumber(d)))
	}
	if form == plan.MentionShort {
		return words
	}
	words = append(words, c.day(m)...)
	issuer := c.line(d.Issuer)
	if m.Issuer != nil {
		issuer = *m.Issuer
	}
	if issuer != "" {
		words = append(words, "của", issuer)
	}
	return append(words, c.subject(d)...)
}

// documentNumber is a document's number; one not yet given is a blank.
func documentNumber(d *plan.Citation) string {
	if strings.HasPrefix(d.Number.Text, "/") {
		return vi.NumberBlank + d.Number.Text
	}
	return d.Number.Text
}

// isLaw tells whether a document is cited without number and issuer. NĐ 30 PL I, II.6a.
func isLaw(d *plan.Citation) bool {
	switch strings.ToLower(d.Type.Text) {
	case "luật", "bộ luật", "pháp lệnh", "hiến pháp":
		return true
	}
	return false
}

func (c *composer) subject(d *plan.Citation) []string {
	return append(given(c.line(d.Connector)), given(c.line(d.Subject))...)
}

// day is "ngày 08/3/2024" as it is written, or as the mention wants it. What is not yet known of it is a blank.
func (c *composer) day(m *plan.Mention) []string {
	d := m.Citation.Date
	switch {
	case !d.Given():
		return nil
	case m.Date == plan.DateLong || d.Day == 0:
		return []string{"ngày", c.at(d.At, vi.LongDate(d.Day, d.Month, d.Year))}
	case m.Date == plan.DateShort:
		return []string{"ngày", c.at(d.At, vi.ShortDate(d.Day, d.Month, d.Year))}
	}
	return []string{"ngày", c.at(d.At, d.Text)}
}

// given is words that are there, as a list to be joined by blanks.
func given(words string) []string {
	if words == "" {
		return nil
	}
	return []string{words}
}
