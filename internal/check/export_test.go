package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// BrokenRules puts two rules that panic before all others, one of plans and one of Word files, until the function that it gives is called.
func BrokenRules() (mended func()) {
	all := rules
	rules = append([]*Rule{{Kind: diag.Kind{ID: "sense/broken"}, whole: func(*Look) { panic("no such plan") }},
		{Kind: diag.Kind{ID: "template/broken"}, word: func(*wordFile) []fault { panic("no such file") }}}, all...)
	return func() { rules = all }
}

// Confusions are the pairs that the rule knows, with what is meant.
func Confusions() (pairs [][2]string) {
	for _, list := range confusionsByFirst {
		for _, pair := range list {
			pairs = append(pairs, [2]string{strings.Join(pair[0], " "), strings.Join(pair[1], " ")})
		}
	}
	return pairs
}
