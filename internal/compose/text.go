package compose

import (
	"strings"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
)

// paragraphs writes a text out, a template.Text a paragraph.
func (c *composer) paragraphs(t plan.Text) []template.Text {
	var out []template.Text
	for _, p := range t.Paragraphs {
		out = append(out, c.paragraph(p))
	}
	return out
}

// paragraph writes one paragraph: its references in words, its document numbers kept whole.
func (c *composer) paragraph(p plan.Paragraph) template.Text {
	var out template.Text
	for _, in := range p.Inlines {
		out = append(out, template.Span{Text: c.inline(in), Bold: in.Bold, Italic: in.Italic})
	}
	return keepNumbers(out)
}

// inline is the words of one stretch.
func (c *composer) inline(in plan.Inline) string {
	words := c.marked(in, c.wordsOf(in))
	if in.Mention != nil && in.Mention.Literal != nil {
		return c.at(in.Mention.Citation.ID.At, words)
	}
	return words
}

func (c *composer) wordsOf(in plan.Inline) string {
	switch {
	case in.Variable != "":
		value, _ := c.plan.Lookup(in.Variable)
		return value
	case in.Mention != nil:
		return c.mention(in.Mention)
	case in.Deadline != nil:
		return c.deadline(in.Deadline)
	case in.Role != nil:
		return c.line(in.Role.Name)
	case in.Item != nil:
		return c.byID[in.Item.ID.Text]
	case in.Appendix != nil:
		return c.label(in.Appendix)
	}
	return in.Text
}

// line is a text as plain words on one line.
func (c *composer) line(t plan.Text) string {
	var lines []string
	for _, p := range t.Paragraphs {
		var words string
		for _, in := range p.Inlines {
			words += c.inline(in)
		}
		lines = append(lines, words)
	}
	return strings.Join(lines, " ")
}

// lines are a text's paragraphs as plain words.
func (c *composer) lines(t plan.Text) []string {
	var lines []string
	for _, p := range c.paragraphs(t) {
		lines = append(lines, p.String())
	}
	return lines
}

// keepNumbers makes the document numbers of a text unbreakable, also where a number runs over two stretches: letters change
// one for one, so that each stretch keeps its own.
func keepNumbers(t template.Text) template.Text {
	slash, hyphen := false, false
	for i := range t {
		slash = slash || strings.Contains(t[i].Text, "/")
		hyphen = hyphen || strings.Contains(t[i].Text, "-")
	}
	if !slash || !hyphen {
		return t
	}
	whole := t.String()
	changed := vi.KeepNumbers(whole)
	if changed == whole {
		return t
	}
	at := 0
	for i := range t {
		from := at
		for j := range len(t[i].Text) {
			if t[i].Text[j] == '-' && strings.HasPrefix(changed[at:], "\u2011") {
				at += len("\u2011")
			} else {
				at++
			}
		}
		t[i].Text = changed[from:at]
	}
	return t
}

// plain is a text of one stretch.
func plain(s string) template.Text {
	return keepNumbers(template.Text{{Text: s}})
}

// capital writes the first letter of a sentence as a capital.
func capital(s string) string {
	for i, r := range s {
		return vi.Upper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
