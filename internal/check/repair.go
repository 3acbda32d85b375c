package check

import (
	"slices"

	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

// A repair is the words that must stand in a scalar's place. The zero scalar says that the words need no care of how the text around
// them is written.
type repair struct {
	scalar plan.Value
	word   edit.Word
}

// Fix makes the certain repairs of one file and returns its bytes; false when there are none. Comments and all else stay. Of repairs
// that overlap the first is made: another run finds what is left.
func Fix(file *plan.Source, found []Finding) ([]byte, bool, error) {
	e := edit.Of(file)
	words := map[plan.Value][]edit.Word{}
	var scalars []plan.Value
	for _, r := range repairsIn(file, found) {
		if r.scalar == (plan.Value{}) {
			e.Replace(r.word.At, r.word.New)
			continue
		}
		if words[r.scalar] == nil {
			scalars = append(scalars, r.scalar)
		}
		words[r.scalar] = append(words[r.scalar], r.word)
	}
	for _, scalar := range scalars {
		e.Words(scalar, words[scalar])
	}
	data, err := e.Bytes()
	return data, !e.Empty(), err
}

// repairsIn are the repairs of a file in its order, of those that overlap the first.
func repairsIn(file *plan.Source, found []Finding) []repair {
	var all, kept []repair
	for _, f := range found {
		for _, r := range f.repairs {
			if r.word.At.File == file {
				all = append(all, r)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b repair) int { return a.word.At.Start - b.word.At.Start })
	for _, r := range all {
		if len(kept) == 0 || r.word.At.Start >= kept[len(kept)-1].word.At.End {
			kept = append(kept, r)
		}
	}
	return kept
}
