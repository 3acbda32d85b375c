// Package diag is the vocabulary of findings: what is wrong, where, and what to do next.
//
// A room that reads input declares its kinds of finding as values (Kind: id, severity, words in two languages) and returns
// a List of findings made from them. Words are put together only when a finding is shown, so that Vietnamese and English
// come from the same facts. Ids are a contract for scripts and never change; words may.
// Package diag knows no plan, no template and no terminal; it imports nothing of ours.
package diag

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Severity says whether a finding stops the work.
type Severity int

const (
	Error   Severity = iota // the stage that found it gives no result
	Warning                 // the result stands, a person should look
	Note                    // worth knowing
)

// String is the English word that machines read.
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// A Lang is a language that findings speak.
type Lang string

const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// Words is one text in both languages. Placeholders such as {key} stand for the arguments of a finding.
type Words struct{ VI, EN string }

// In returns the text in lang with its placeholders filled. What they are filled with is often another's word: it fills no further
// placeholder, and neither ends a line nor steers a terminal.
func (w Words) In(lang Lang, args Args) string {
	text := w.VI
	if lang == English {
		text = w.EN
	}
	fill := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		fill = append(fill, "{"+args[i]+"}", printable(args[i+1]))
	}
	return strings.NewReplacer(fill...).Replace(text)
}

// printable is a text with U+FFFD for letters that a person does not see and a terminal obeys: control characters, ends of lines,
// and marks that turn the direction of writing.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// Bare is a name, number or other word that is the same in every language.
func Bare(s string) Words { return Words{s, s} }

// Then is w with more behind it.
func (w Words) Then(more Words) Words { return Words{w.VI + more.VI, w.EN + more.EN} }

// Args are the facts of a finding: names and values in turn ("key", "purpose", "near", "purposes").
type Args []string

// A Kind is a sort of finding. It is declared once, as a package variable of the room that finds it.
type Kind struct {
	ID       string // room/name, stable
	Severity Severity
	Clause   string // of the decree, where it rests on one: "NĐ 30 PL I, II.3c"
	Message  Words  // what is wrong: one clause, no capital at its start, no full stop
	Fix      Words  // what to do next; may be empty
}

// At makes a finding of this kind.
func (k *Kind) At(at Location, args ...string) Finding {
	return Finding{Kind: k, Location: at, Args: args}
}

// Saying is the kind with a placeholder filled by words of both languages: a fact that isn't the same in each.
func (k *Kind) Saying(name string, w Words) *Kind {
	said := *k
	for _, into := range []*Words{&said.Message, &said.Fix} {
		into.VI = strings.ReplaceAll(into.VI, "{"+name+"}", printable(w.VI))
		into.EN = strings.ReplaceAll(into.EN, "{"+name+"}", printable(w.EN))
	}
	return &said
}

// A Location is a place in a text that a person wrote. The zero Location is "nowhere in particular".
type Location struct {
	File   string // as the person named it, with forward slashes
	Line   int    // from 1; 0 when the finding is about the whole file
	Column int    // characters (grapheme clusters) from 1; 0 when unknown
	Width  int    // characters concerned; at least 1 is underlined
	Source string // the line of text, without its line end
}

// A Finding is one occurrence of a Kind.
type Finding struct {
	Kind *Kind
	Location
	Args Args
	Near string // the existing name that was probably meant; empty when there is none

	About   *About   // what stands behind the kind, for reports that tell it; nil when nothing is known
	Repairs []Repair // what would mend the file, where that is certain

	Page, PageLine int   // where the words stand on the printed page, both from 1; 0 when nobody asked, or they are not printed
	Unprinted      Words // why they are on no page, where it was asked
}

// About is a kind of finding as a rule: what reports for readers of rules tell beside the sentence.
type About struct {
	Title, Reason Words
	Wrong, Right  string // examples
}

// A Repair is text that belongs in place of what stands in the finding's file from one place up to another. Lines and columns count
// from 1, columns in characters of Unicode (code points) as the file has them.
type Repair struct {
	Line, Column, EndLine, EndColumn int
	Text                             string
}

// Arg is the value of an argument; "" when the finding has no such argument.
func (f Finding) Arg(name string) string {
	for i := 0; i+1 < len(f.Args); i += 2 {
		if f.Args[i] == name {
			return f.Args[i+1]
		}
	}
	return ""
}

// WithNear returns f with the name that was probably meant.
func (f Finding) WithNear(name string) Finding {
	f.Near = name
	return f
}

// Bounds of one fact in a message and in what to do, in characters: a file may hold words of any length. What is to be written
// may be a whole line.
const (
	mostSaid    = 160
	mostWritten = 2000
)

// short are the facts with "…" for what goes beyond a bound.
func (a Args) short(most int) Args {
	for i := 1; i < len(a); i += 2 {
		if len(a[i]) <= most { // as most: nothing need be copied
			continue
		}
		cut := slices.Clone(a)
		for j := i; j < len(cut); j += 2 {
			cut[j] = beginning(cut[j], most)
		}
		return cut
	}
	return a
}

// beginning is a text of at most so many characters.
func beginning(s string, most int) string {
	count, end := 0, 0
	for at := range s {
		switch count++; {
		case count == most:
			end = at
		case count > most:
			return s[:end] + "…"
		}
	}
	return s
}

// Message is the sentence of the finding in lang.
func (f Finding) Message(lang Lang) string {
	text := f.Kind.Message.In(lang, f.Args.short(mostSaid))
	if f.Near != "" {
		text += didYouMean.In(lang, Args{"near", f.Near}.short(mostSaid))
	}
	return text
}

// Fix is what to do next, in lang; empty when the message says it all.
func (f Finding) Fix(lang Lang) string { return f.Kind.Fix.In(lang, f.Args.short(mostWritten)) }

var didYouMean = Words{`; có phải ý bạn là "{near}"?`, `; did you mean "{near}"?`}

// A List is what a stage found, beside its result.
type List []Finding

// Failed tells whether an error is among the findings.
func (l List) Failed() bool {
	return slices.ContainsFunc(l, func(f Finding) bool { return f.Kind.Severity == Error })
}

// Sort orders findings by file, line, column and id, and drops exact repetitions.
func (l List) Sort() List {
	slices.SortStableFunc(l, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Kind.ID, b.Kind.ID))
	})
	return slices.CompactFunc(l, func(a, b Finding) bool {
		return a.Kind == b.Kind && a.Location == b.Location && a.Near == b.Near && slices.Equal(a.Args, b.Args)
	})
}
