package diag

import "github.com/agext/levenshtein"

// Near returns the name among names that given was probably meant to be, or "" when none is close: at most two edits, and
// fewer than half of the word's letters.
func Near(given string, names []string) string {
	best, distance := "", 3
	for _, name := range names {
		d := levenshtein.Distance(given, name, nil)
		if d < distance && d*2 < len([]rune(name)) {
			best, distance = name, d
		}
	}
	return best
}
