package compare

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/diag"
)

// Marks around what is dropped and added: those of word differences in plain text, colours on a terminal (ECMA-48, SGR), Markdown.
type marks struct{ head, headEnd, out, outEnd, in, inEnd string }

var (
	plainMarks  = marks{"", "", "[-", "-]", "{+", "+}"}
	colourMarks = marks{"\x1b[1m", "\x1b[0m", "\x1b[31;9m", "\x1b[0m", "\x1b[32;4m", "\x1b[0m"}
)

var (
	headline = diag.Words{VI: "{old} → {new}: {count} thay đổi\n", EN: "{old} → {new}: {count} changes\n"}
	nothing  = diag.Words{VI: "{old} → {new}: không có gì thay đổi\n", EN: "{old} → {new}: nothing changed\n"}
	yearLine = diag.Words{VI: "chỉ đổi năm {old} → {new}: {count} chỗ", EN: "only the year, {old} → {new}: {count} places"}
)

// Text writes the comparison for a terminal, with colours or with [-dropped-] and {+added+}.
func (c *Comparison) Text(w io.Writer, lang diag.Lang, colour bool) error {
	m := plainMarks
	if colour {
		m = colourMarks
	}
	var b strings.Builder
	b.WriteString(c.headline(lang))
	rest, years := c.groups()
	for _, change := range rest {
		fmt.Fprintf(&b, "\n%s%s%s  (%s)\n", m.head, change.heading(lang), m.headEnd, change.place())
		for line := range strings.SplitSeq(m.write(excerpt(change.Words), safe), "\n") {
			b.WriteString("    " + line + "\n")
		}
	}
	if len(years) > 0 {
		fmt.Fprintf(&b, "\n%s%s%s\n", m.head, c.yearLine(years, lang), m.headEnd)
		for _, change := range years {
			fmt.Fprintf(&b, "    %s  (%s)\n", change.Where.In(lang, nil), change.place())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (c *Comparison) headline(lang diag.Lang) string {
	words := headline
	if len(c.Changes) == 0 {
		words = nothing
	}
	return words.In(lang, diag.Args{"old", c.Old, "new", c.New, "count", strconv.Itoa(len(c.Changes))})
}

// groups are the changes in which more than the plan's year was moved, and those in which it alone was.
func (c *Comparison) groups() (rest, years []Change) {
	for _, change := range c.Changes {
		if change.Kind == YearOnly {
			years = append(years, change)
			continue
		}
		rest = append(rest, change)
	}
	return rest, years
}

// yearLine says which year became which, and in how many texts.
func (c *Comparison) yearLine(years []Change, lang diag.Lang) string {
	args := diag.Args{"count", strconv.Itoa(len(years))}
	for _, word := range years[0].Words {
		switch word.Op {
		case Out:
			args = append(args, "old", word.Text)
		case In:
			args = append(args, "new", word.Text)
		}
	}
	return yearLine.In(lang, args[:6])
}

// place is where to look: in the new plan, or in the old where there is nothing in the new.
func (c Change) place() string {
	side := c.New
	if side == nil {
		side = c.Old
	}
	return fmt.Sprintf("%s:%d:%d", side.File, side.Line, side.Column)
}

// write is words with marks; letters pass through escape.
func (m marks) write(words []Word, escape func(string) string) string {
	var b strings.Builder
	for _, w := range words {
		open, end := "", ""
		switch w.Op {
		case Out:
			open, end = m.out, m.outEnd
		case In:
			open, end = m.in, m.inEnd
		}
		for i, line := range strings.Split(w.Text, "\n") { // marks do not run over the end of a line
			if i > 0 {
				b.WriteByte('\n')
			}
			if line != "" {
				b.WriteString(open + escape(line) + end)
			}
		}
	}
	return b.String()
}

// safe takes away what would steer a terminal.
func safe(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7F && r < 0xA0 {
			return '\uFFFD'
		}
		return r
	}, text)
}

// around is how many words of unchanged text are shown beside a change.
const around = 8

// excerpt shortens what is the same to what stands beside a change.
func excerpt(words []Word) []Word {
	out := make([]Word, len(words))
	for i, w := range words {
		out[i] = w
		if w.Op != Same {
			continue
		}
		if len(words) == 1 {
			w.Text, _, _ = strings.Cut(w.Text, "\n")
			out[i].Text = w.Text
		}
		pieces := align.Words(w.Text)
		head, tail := 2*around, 2*around
		if i == 0 {
			head = 0
		}
		if i == len(words)-1 {
			tail = 0
		}
		if len(words) == 1 {
			head = 3 * around
		}
		if len(pieces) > head+tail+2 {
			out[i].Text = strings.Join(pieces[:head], "") + "…" + strings.Join(pieces[len(pieces)-tail:], "")
		}
	}
	return out
}
