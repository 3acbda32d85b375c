package diag

import (
	"fmt"
	"io"
	"strings"
)

// githubCommands are GitHub's words for the severities.
var githubCommands = map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}

// What a workflow command may hold as it is: in its properties less than behind them (GitHub: Workflow commands).
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// WriteGitHub writes findings as workflow commands, a line each, which GitHub shows beside the changed lines.
func (l List) WriteGitHub(w io.Writer, lang Lang) error {
	var b strings.Builder
	for _, f := range l {
		properties := []string{}
		add := func(name, value string) { properties = append(properties, name+"="+githubProperty.Replace(value)) }
		if f.File != "" {
			add("file", f.File)
		}
		if f.Line > 0 {
			add("line", fmt.Sprint(f.Line))
		}
		if f.Column > 0 {
			add("col", fmt.Sprint(f.Column))
			add("endColumn", fmt.Sprint(f.Column+max(f.Width, 1)-1))
		}
		add("title", f.Kind.ID)
		text := f.Message(lang)
		if advice := f.advice(lang); advice != "" {
			text += "\n" + advice
		}
		fmt.Fprintf(&b, "::%s %s::%s\n", githubCommands[f.Kind.Severity], strings.Join(properties, ","), githubData.Replace(text))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
