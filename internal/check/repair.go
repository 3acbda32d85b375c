package check

import (
	"slices"

	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// A repair is the words that must stand in a scalar's place.
type repair struct {
	scalar plan.Value
	word   edit.Word
}

// Fix makes the certain repairs of one file and returns its bytes; false when there are none. Comments and all else stay.
func Fix(file *plan.Source, found []Finding) ([]byte, bool, error) {
	words := map[plan.Value][]edit.Word{}
	var order []plan.Value
	for _, f := range found {
		if f.repair == nil || f.At.File != file {
			continue
		}
		if words[f.repair.scalar] == nil {
			order = append(order, f.repair.scalar)
		}
		words[f.repair.scalar] = append(words[f.repair.scalar], f.repair.word)
	}
	e := edit.Of(file)
	for _, scalar := range order {
		e.Words(scalar, apart(words[scalar]))
	}
	data, err := e.Bytes()
	return data, !e.Empty(), err
}

// apart are words in the order of the file, of those that overlap the first.
func apart(words []edit.Word) []edit.Word {
	slices.SortStableFunc(words, func(a, b edit.Word) int { return a.At.Start - b.At.Start })
	var kept []edit.Word
	for _, w := range words {
		if len(kept) == 0 || w.At.Start >= kept[len(kept)-1].At.End {
			kept = append(kept, w)
		}
	}
	return kept
}
