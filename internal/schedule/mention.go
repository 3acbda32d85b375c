package schedule

import (
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/plan"
)

// A mention is where the text of a plan names a deadline: "gửi về UBND huyện trước ngày 28/3/2026".
type mention struct {
	sentence string
	owner    []Party // of the duty, or of the item, that says so
	where    string
}

// mention is the first place, in the order of the page and then of the roles, that names d; empty when none does.
func (c *collector) mention(d *plan.Deadline) mention {
	var m mention
	found := func() bool { return m.sentence != "" }
	look := func(owner []Party, where string, texts ...plan.Text) {
		for _, t := range texts {
			if !found() {
				if m.sentence = c.sentence(t, d); found() {
					m.owner, m.where = owner, where
				}
			}
		}
	}
	item := func(owner []Party) func(*plan.Item) {
		return func(i *plan.Item) {
			if leads := c.party(i.Role); len(leads) > 0 {
				look(leads, c.words.Number(i), i.Text, i.After)
			}
			look(owner, c.words.Number(i), i.Text, i.After)
		}
	}
	look(nil, "", c.plan.Opening)
	for _, s := range c.sections() {
		look(nil, "", s.Text)
		for _, list := range [][]*plan.Item{s.Purposes, s.Requirements, s.Items} {
			plan.Walk(list, item(nil))
		}
		look(nil, "", s.After)
	}
	for _, role := range c.plan.Roles {
		owner := c.party(role.ID)
		look(owner, "", role.Text)
		plan.Walk(role.Duties, item(owner))
	}
	return m
}

// sentence is the part of a text, between full stops or semicolons, that names d.
func (c *collector) sentence(t plan.Text, d *plan.Deadline) string {
	for _, p := range t.Paragraphs {
		for i, in := range p.Inlines {
			if in.Deadline == nil || c.plan.Deadline(in.Deadline) != c.plan.Deadline(d) {
				continue
			}
			before, here, after := c.line(p.Inlines[:i]), c.line(p.Inlines[i:i+1]), c.line(p.Inlines[i+1:])
			before = before[max(strings.LastIndex(before, "; "), strings.LastIndex(before, ". "))+1:]
			if at := strings.Index(after, ";"); at >= 0 {
				after = after[:at]
			}
			if at := strings.Index(after, ". "); at >= 0 {
				after = after[:at]
			}
			return strings.Trim(before+here+after, " .;,:")
		}
	}
	return ""
}

func (c *collector) line(inlines []plan.Inline) string {
	return c.words.Line(plan.Text{Paragraphs: []plan.Paragraph{{Inlines: inlines}}})
}

// short cuts words at a blank so that no more than n letters remain.
func short(words string, n int) string {
	if utf8.RuneCountInString(words) <= n {
		return words
	}
	cut := string([]rune(words)[:n-1])
	if at := strings.LastIndex(cut, " "); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.-–") + "…"
}
