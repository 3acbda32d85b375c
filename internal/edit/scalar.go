package edit

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/plan"
)

// Words replaces words inside one scalar, written as that scalar is written: a quote is doubled between single quotes, escaped
// between double ones. Words that an unquoted scalar can't hold put it between single quotes. The places lie in the scalar's.
func (e *Edit) Words(scalar plan.Value, words []Word) {
	words = inOrder(words)
	text := scalar.At.File.Text
	switch text[scalar.At.Start] {
	case '\'':
		e.words(words, doubled)
	case '"':
		e.words(words, escaped.Replace)
	case '|', '>':
		e.words(words, func(s string) string { return s })
	default:
		if e.fitsUnquoted(scalar.At, words) {
			e.words(words, func(s string) string { return s })
			return
		}
		e.quote(scalar, words)
	}
}

// A Word is a place in a scalar and what comes there.
type Word struct {
	At  plan.Place
	New string
}

// inOrder are words in the order of the file, each once.
func inOrder(words []Word) []Word {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b Word) int { return cmp.Or(a.At.Start-b.At.Start, a.At.End-b.At.End) })
	return slices.Compact(sorted)
}

func (e *Edit) words(words []Word, write func(string) string) {
	for _, w := range words {
		e.Replace(w.At, write(w.New))
	}
}

// escaped writes text between double quotes. YAML 1.2, 5.7.
var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

func doubled(s string) string { return strings.ReplaceAll(s, "'", "''") }

// fitsUnquoted tells whether an unquoted scalar stays unquoted text with new words in it (YAML 1.2, 7.3.3). What YAML took for a
// number or a day may become one again.
func (e *Edit) fitsUnquoted(at plan.Place, words []Word) bool {
	text := at.File.Text
	written, from := "", at.Start
	for _, w := range words {
		if strings.Contains(w.New, "\n") {
			return false
		}
		written += text[from:w.At.Start] + w.New
		from = w.At.End
	}
	written += text[from:at.End]
	before := text[at.Start:at.End]
	for _, mark := range []string{": ", ":\n", ":\t", " #", "\n#", "\t#"} {
		if strings.Contains(written, mark) {
			return false
		}
	}
	switch {
	case written == "" || strings.Trim(written, " \t\n") != written || strings.HasSuffix(written, ":"):
		return false
	case strings.ContainsAny(written[:1], ",[]{}#&*!|>'\"%@`"):
		return false
	case strings.ContainsAny(written[:1], "-?:") && (len(written) == 1 || strings.ContainsAny(written[1:2], " \t\n,[]{}")):
		return false
	case (strings.ContainsAny(written, inBrackets) || written[0] == ':') && !strings.ContainsAny(before, inBrackets) && e.inBrackets(at):
		return false
	}
	return tag(written) == "!!str" || tag(written) == tag(before)
}

// inBrackets are the marks that are no text in a list or mapping in brackets; of ? yaml.v3 alone says so.
const inBrackets = ",[]{}?"

// inBrackets tells whether a place lies in a list or mapping in brackets.
func (e *Edit) inBrackets(at plan.Place) bool {
	if e.notes == nil {
		notes := e.source.Notes()
		e.notes = &notes
	}
	return e.notes.InBrackets(at)
}

// tag is what YAML takes an unquoted scalar for.
func tag(written string) string {
	n := yaml.Node{Kind: yaml.ScalarNode, Value: written}
	return n.ShortTag()
}

// quote puts an unquoted scalar between single quotes, with new words in it; its folded lines stay folded.
func (e *Edit) quote(scalar plan.Value, words []Word) {
	text := scalar.At.File.Text
	e.Replace(plan.Place{File: scalar.At.File, Start: scalar.At.Start, End: scalar.At.Start}, "'")
	at := scalar.At.Start
	for _, w := range words {
		e.doubleQuotes(text[at:w.At.Start], at)
		e.Replace(w.At, doubled(w.New))
		at = w.At.End
	}
	e.doubleQuotes(text[at:scalar.At.End], at)
	e.Replace(plan.Place{File: scalar.At.File, Start: scalar.At.End, End: scalar.At.End}, "'")
}

// doubleQuotes doubles each single quote of a stretch that begins at a byte of the file.
func (e *Edit) doubleQuotes(stretch string, base int) {
	for i := range len(stretch) {
		if stretch[i] == '\'' {
			e.change(base+i, base+i, "'")
		}
	}
}

// Scalar replaces a whole scalar that stands on one line by new text, between the quotes that it has, or single ones where it needs
// some.
func (e *Edit) Scalar(at plan.Place, text string) {
	switch {
	case at.File.Text[at.Start] == '\'':
		e.Replace(at, "'"+doubled(text)+"'")
	case at.File.Text[at.Start] == '"':
		e.Replace(at, `"`+escaped.Replace(text)+`"`)
	case e.fitsUnquoted(at, []Word{{at, text}}):
		e.Replace(at, text)
	default:
		e.Replace(at, "'"+doubled(text)+"'")
	}
}
