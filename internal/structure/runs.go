package structure

import "github.com/kehoach/kehoach/internal/vi"

// A Run is a stretch of text; Expansion is what is read out instead of an abbreviation (14.9.5), "" for all else.
type Run struct{ Text, Expansion string }

// Runs cuts text at its abbreviations.
func Runs(text string) []Run {
	var runs []Run
	at := 0
	for _, a := range vi.Abbreviations(text) {
		if a.From > at {
			runs = append(runs, Run{Text: text[at:a.From]})
		}
		runs = append(runs, Run{text[a.From:a.To], a.Words})
		at = a.To
	}
	if at < len(text) {
		runs = append(runs, Run{Text: text[at:]})
	}
	return runs
}
