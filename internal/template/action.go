package template

import (
	"strings"
)

// An action is one {{ … }} of a template, found in the joined text of a paragraph.
type action struct {
	start, end int    // in the joined text, braces included
	body       string // without braces, trim marks and autocorrected letters
	trim       bool   // {{- or -}} was written
}

// word is the first word of the action: what it does.
func (a action) word() string {
	word, _, _ := strings.Cut(a.body, " ")
	return word
}

// rest is the action without its first word.
func (a action) rest() string {
	_, rest, _ := strings.Cut(a.body, " ")
	return strings.TrimSpace(rest)
}

// control tells whether the action steers and prints nothing.
func (a action) control() bool {
	switch a.word() {
	case "if", "else", "end", "range", "with", "break", "continue":
		return true
	}
	return a.comment() || a.assigns()
}

func (a action) comment() bool { return strings.HasPrefix(a.body, "/*") }

// assigns tells whether the action only sets a variable: {{$x := .A}}.
func (a action) assigns() bool {
	if !strings.HasPrefix(a.body, "$") {
		return false
	}
	name := strings.TrimLeft(a.body[1:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")
	name = strings.TrimSpace(name)
	return strings.HasPrefix(name, ":=") || strings.HasPrefix(name, "=")
}

// block tells whether the action stands for blocks of its own and must be alone in its paragraph.
func (a action) block() bool {
	switch a.word() {
	case "table", "section", "columns":
		return true
	}
	return false
}

// property tells whether the action says something about its paragraph instead of printing in it.
func (a action) property() bool {
	switch a.word() {
	case "style", "number", "rule":
		return true
	}
	return false
}

// findActions finds the actions of a text, minding quoted strings in them. open is where an action begins that never ends; -1
// when there is none.
func findActions(text string) (found []action, open int) {
	for at := 0; ; {
		i := strings.Index(text[at:], "{{")
		if i < 0 {
			return found, -1
		}
		start := at + i
		end := closing(text, start+2)
		if end < 0 {
			return found, start
		}
		a := action{start: start, end: end}
		body := undoAutocorrect(text[start+2 : end-2])
		if strings.HasPrefix(body, "- ") {
			a.trim, body = true, body[2:]
		}
		if strings.HasSuffix(body, " -") {
			a.trim, body = true, body[:len(body)-2]
		}
		a.body = strings.TrimSpace(body)
		found = append(found, a)
		at = end
	}
}

// closing is where the action ends whose body begins at from: behind its }}. -1 when it never does.
func closing(text string, from int) int {
	var quote rune
	for i, r := range text[from:] {
		switch {
		case quote == 0 && (r == '"' || r == '`'):
			quote = r
		case quote == 0 && r == '“':
			quote = '”'
		case quote != 0 && (r == quote || quote == '”' && r == '"'):
			quote = 0
		case quote == 0 && strings.HasPrefix(text[from+i:], "}}"):
			return from + i + 2
		}
	}
	return -1
}

// autocorrect is what Word makes of what a person types; inside an action it is undone.
var autocorrect = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "\u00A0", " ",
	"\u2011", "-", "…", "...")

func undoAutocorrect(body string) string { return autocorrect.Replace(body) }
