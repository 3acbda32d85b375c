package compare

import (
	"fmt"
	"io"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

var markdownMarks = marks{"**", "**", "~~", "~~", "**", "**"}

// Markdown writes the comparison as a list: what was dropped is struck, what was added bold.
func (c *Comparison) Markdown(w io.Writer, lang diag.Lang) error {
	var b strings.Builder
	b.WriteString("# " + escapeMarkdown(strings.TrimSuffix(c.headline(lang), "\n")) + "\n")
	rest, years := c.groups()
	if len(rest) > 0 {
		b.WriteByte('\n')
	}
	for _, change := range rest {
		fmt.Fprintf(&b, "- **%s** (`%s`)", escapeMarkdown(change.heading(lang)), change.place())
		for line := range strings.SplitSeq(markdownMarks.write(tight(excerpt(change.Words)), escapeMarkdown), "\n") {
			b.WriteString("\\\n  " + line)
		}
		b.WriteByte('\n')
	}
	if len(years) > 0 {
		fmt.Fprintf(&b, "\n%s:\n\n", c.yearLine(years, lang))
		for _, change := range years {
			fmt.Fprintf(&b, "- %s (`%s`)\n", escapeMarkdown(change.Where.In(lang, nil)), change.place())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// tight moves blanks at the edges of changed stretches out of them: Markdown's marks must touch a letter.
func tight(words []Word) []Word {
	var out []Word
	for _, w := range words {
		inner := strings.TrimSpace(w.Text)
		if w.Op == Same || inner == w.Text || inner == "" {
			out = append(out, w)
			continue
		}
		front, back, _ := strings.Cut(w.Text, inner)
		out = append(out, Word{Same, front}, Word{w.Op, inner}, Word{Same, back})
	}
	return out
}

var markdownLetters = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "~", `\~`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`, "#", `\#`)

func escapeMarkdown(text string) string { return markdownLetters.Replace(safe(text)) }
