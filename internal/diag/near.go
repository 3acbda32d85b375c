package diag

import "github.com/agext/levenshtein"

// Near returns the name among names that given was probably meant to be, or "" when none is close: at most two edits, and
// fewer than half of the word's letters. Of names as near as each other the one that begins more alike is taken.
func Near(given string, names []string) string {
	best, distance := "", 3
	for _, name := range names {
		d := levenshtein.Distance(given, name, nil)
		if d*2 >= len([]rune(name)) {
			continue
		}
		if d < distance || d == distance && best != "" && alike(given, name) > alike(given, best) {
			best, distance = name, d
		}
	}
	return best
}

// alike is how many bytes two words share at their beginning.
func alike(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
