package compare

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/plan"
)

// A word is a piece of text as it is compared and as it is shown.
type word struct {
	key   string // equal keys are equal words
	text  string
	style string // the marks of bold and italic around it, as the plan writes them: **, *, ***
}

// A side is one of the two plans: its words, and the names by which both call what its references mean.
type side struct {
	plan  *plan.Plan
	words *compose.Wording
	names map[any]string // *plan.Citation, *plan.Deadline, *plan.Role → a name that both sides share
	year  string         // the plan's
}

func read(p *plan.Plan) *side {
	year, _ := p.Lookup("year")
	return &side{plan: p, words: compose.Word(p), names: map[any]string{}, year: year}
}

// shareNames gives what both plans cite and call on the same names, so that references to them are equal whatever became of the
// thing itself.
func shareNames(old, new *side) {
	share := func(a, b []thing) {
		for _, p := range match(keysOf(a), keysOf(b)) {
			name := "\x00" + b[p.New].id
			old.names[a[p.Old].pointer], new.names[b[p.New].pointer] = name, name
		}
	}
	share(old.citations(), new.citations())
	share(old.deadlines(), new.deadlines())
	share(old.roles(), new.roles())
}

// A thing is what a reference may name.
type thing struct {
	pointer  any
	id, text string
}

func keysOf(things []thing) []key {
	keys := make([]key, len(things))
	for i, t := range things {
		keys[i] = newKey(t.id, "", t.text)
	}
	return keys
}

func (s *side) citations() []thing {
	var out []thing
	for _, c := range s.plan.Citations {
		out = append(out, thing{c, c.ID.Text, s.words.Citation(c)})
	}
	return out
}

func (s *side) roles() []thing {
	var out []thing
	for _, r := range s.plan.Roles {
		out = append(out, thing{r, r.ID.Text, s.words.Line(r.Name)})
	}
	return out
}

// deadlines are those that a text can refer to: the plan's own, its reports' and its items', where they have an id.
func (s *side) deadlines() []thing {
	var out []thing
	add := func(d *plan.Deadline) {
		if d != nil && d.ID.Given() {
			out = append(out, thing{d, d.ID.Text, s.words.Deadline(d)})
		}
	}
	for _, d := range s.plan.Deadlines {
		add(d)
	}
	for _, r := range s.plan.Reports {
		add(r.Deadline)
	}
	for _, section := range s.plan.Sections {
		plan.Walk(section.Items, func(i *plan.Item) { add(i.Deadline) })
	}
	return out
}

// text is a text as words, its paragraphs on lines of their own.
func (s *side) text(t plan.Text) []word {
	var out []word
	for i, p := range t.Paragraphs {
		if i > 0 {
			out = append(out, word{key: "\n", text: "\n"})
		}
		for _, in := range p.Inlines {
			if name := s.reference(in); name != "" {
				out = append(out, word{key: name, text: plainly(s.words.Inline(in))})
				continue
			}
			out = append(out, inStyle(plainWords(s.words.Inline(in)), in)...)
		}
	}
	return out
}

// inStyle are words as an inline prints them.
func inStyle(words []word, in plan.Inline) []word {
	style := ""
	if in.Bold {
		style += "**"
	}
	if in.Italic {
		style += "*"
	}
	for i := range words {
		words[i].style = style
	}
	return words
}

// styled is a text with the marks of bold and italic.
func styled(words []word) string {
	var b strings.Builder
	style := ""
	for _, w := range words {
		if w.style != style {
			b.WriteString(style)
			style = ""
			if strings.TrimSpace(w.text) != "" {
				b.WriteString(w.style)
				style = w.style
			}
		}
		b.WriteString(w.text)
	}
	return b.String() + style
}

// reference is the name of what a stretch refers to; "" when it is plain words.
func (s *side) reference(in plan.Inline) string {
	switch {
	case in.Mention != nil && in.Mention.Literal == nil:
		m := in.Mention
		issuer := ""
		if m.Issuer != nil {
			issuer = "=" + *m.Issuer
		}
		return s.name(m.Citation) + "|" + string(m.Form) + "|" + string(m.Date) + "|" + issuer + "|" + m.Pinpoint
	case in.Deadline != nil:
		return s.name(in.Deadline)
	case in.Role != nil:
		return s.name(in.Role)
	case in.Item != nil && in.Item.ID.Given():
		return "\x00item " + in.Item.ID.Text
	case in.Appendix != nil:
		return "\x00appendix " + in.Appendix.ID.Text
	}
	return ""
}

// name is what both plans call a thing; one that only this plan has is called by its words.
func (s *side) name(pointer any) string {
	if name, ok := s.names[pointer]; ok {
		return name
	}
	switch t := pointer.(type) {
	case *plan.Citation:
		return "\x00" + s.words.Citation(t)
	case *plan.Deadline:
		return "\x00" + s.words.Deadline(t)
	case *plan.Role:
		return "\x00" + s.words.Line(t.Name)
	}
	return ""
}

// plainWords cuts plain text into words.
func plainWords(text string) []word {
	var out []word
	for _, piece := range align.Words(plainly(text)) {
		out = append(out, word{key: piece, text: piece})
	}
	return out
}

// plainly is text without the letters that only keep words together on a line.
func plainly(text string) string { return unbroken.Replace(text) }

var unbroken = strings.NewReplacer("\u2011", "-", "\u00A0", " ")

func shown(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.text)
	}
	return b.String()
}

// keys are the words' keys, the plan's year under a name that every plan shares.
func keys(words []word, year string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.key
		if w.key == year && year != "" {
			out[i] = "\x00year"
		}
	}
	return out
}

// compared are two texts in one. yearOnly tells that nothing but the plan's year was moved in them.
func compared(old, new []word, oldYear, newYear string) (out []Word, yearOnly bool) {
	a, b := keys(old, ""), keys(new, "")
	count := func(words []word) func(from, to int) int {
		return func(from, to int) (n int) {
			for _, w := range words[from:to] {
				if align.IsWord(w.key) || w.key[0] == 0 {
					n++
				}
			}
			return n
		}
	}
	yearOnly = oldYear != newYear
	for _, e := range align.Readable(align.Edits(a, b), count(old), count(new)) {
		if e.Equal {
			out = append(out, Word{Same, shown(new[e.NewFrom:e.NewTo])})
			continue
		}
		before, after := shown(old[e.OldFrom:e.OldTo]), shown(new[e.NewFrom:e.NewTo])
		yearOnly = yearOnly && differInYear(before, after, oldYear, newYear)
		if before != "" {
			out = append(out, Word{Out, before})
		}
		if after != "" {
			out = append(out, Word{In, after})
		}
	}
	return out, yearOnly
}

// differInYear tells whether two words are one but for the plan's year: 2024, 31/12/2024, II/2024.
func differInYear(before, after, oldYear, newYear string) bool {
	head, tail, ok := strings.Cut(before, oldYear)
	return ok && oldYear != "" && !endsInDigit(head) && !beginsWithDigit(tail) && head+newYear+tail == after
}

func endsInDigit(s string) bool     { return s != "" && isDigit(s[len(s)-1]) }
func beginsWithDigit(s string) bool { return s != "" && isDigit(s[0]) }
func isDigit(c byte) bool           { return c >= '0' && c <= '9' }

// isYearWhole tells whether each word dropped is the year itself.
func isYearWhole(words []Word, year string) bool {
	return !slices.ContainsFunc(words, func(w Word) bool { return w.Op == Out && w.Text != year })
}

// yearsApart are the words of a change in which only the year differs, with the year apart from what it is written together with.
func yearsApart(words []Word, oldYear, newYear string) []Word {
	var apart []Word
	for _, w := range words {
		switch w.Op {
		case Out:
			head, _, _ := strings.Cut(w.Text, oldYear)
			if head != "" {
				apart = append(apart, Word{Same, head})
			}
			apart = append(apart, Word{Out, oldYear})
		case In:
			_, tail, _ := strings.Cut(w.Text, newYear)
			apart = append(apart, Word{In, newYear})
			if tail != "" {
				apart = append(apart, Word{Same, tail})
			}
		default:
			apart = append(apart, w)
		}
	}
	return apart
}
