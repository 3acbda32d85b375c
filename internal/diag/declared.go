package diag

import (
	"fmt"
	"io"
	"regexp"
	"strings"
)

// declared are the kinds that can be looked up by their ids, in the order of their declaration.
var declared []*Kind

// Declare lets a kind be looked up by its id and returns it: rooms declare the kinds that they keep as package variables.
func Declare(k *Kind) *Kind {
	declared = append(declared, k)
	return k
}

// Declared are the kinds of an id: there may be several, worded for different cases. With "" they are all that are declared.
func Declared(id string) []*Kind {
	var of []*Kind
	for _, k := range declared {
		if id == "" || k.ID == id {
			of = append(of, k)
		}
	}
	return of
}

// placeholder is what the words of a kind leave to be filled in; two braces are those of the plan language.
var placeholder = regexp.MustCompile(`\{\{\{[a-z_]+\}\}\}|\{\{[^{}]*\}\}|\{[a-z_]+\}`)

// left is a text of a kind with "…" for what a finding fills in; empty when nothing else is in it.
func left(text string) string {
	text = placeholder.ReplaceAllStringFunc(text, func(m string) string {
		switch {
		case strings.HasPrefix(m, "{{{"):
			return "{{…}}"
		case strings.HasPrefix(m, "{{"):
			return m
		}
		return "…"
	})
	if strings.Trim(text, "… ") == "" {
		return ""
	}
	return text
}

// Explain writes for a person what the kinds of an id say and what to do about them.
func Explain(w io.Writer, kinds []*Kind, lang Lang) error {
	var b strings.Builder
	said := ""
	for _, k := range kinds {
		if message := left(k.Message.In(lang, nil)); message != "" && message != said {
			fmt.Fprintf(&b, "%s: %s\n", severityWords[k.Severity].In(lang, nil), message)
			said = message
		}
		fix := *k
		fix.Fix = Bare(left(k.Fix.In(lang, nil)))
		if advice := (Finding{Kind: &fix}).advice(lang); advice != "" {
			fmt.Fprintf(&b, "  %s\n", advice)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
