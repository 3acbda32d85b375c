package compare

import (
	"strings"

	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/plan"
)

// A word is a piece of text as it is compared and as it is shown.
type word struct {
	key  string // equal keys are equal words
	text string
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
			out = append(out, word{"\n", "\n"})
		}
		for _, in := range p.Inlines {
			if name := s.reference(in); name != "" {
				out = append(out, word{name, plainly(s.words.Inline(in))})
				continue
			}
			out = append(out, plainWords(s.words.Inline(in))...)
		}
	}
	return out
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
		out = append(out, word{piece, piece})
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
		yearOnly = yearOnly && before == oldYear && after == newYear
		if before != "" {
			out = append(out, Word{Out, before})
		}
		if after != "" {
			out = append(out, Word{In, after})
		}
	}
	return out, yearOnly
}
