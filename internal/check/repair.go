package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
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

// Repairs gives findings the repairs as they would change the file's bytes, for reports that show them. A file that is not UTF-8 in
// NFC with LF shows none: its places are not those of its text.
func Repairs(found []Finding) {
	for i := range found {
		f := &found[i]
		if len(f.repairs) == 0 || f.At.File == nil || string(f.At.File.Bytes) != f.At.File.Text {
			continue
		}
		data, changed, err := Fix(f.At.File, found[i:i+1])
		if err != nil || !changed {
			continue
		}
		f.Finding.Repairs = []diag.Repair{difference(f.At.File.Text, string(data))}
	}
}

// difference is the one stretch in which two texts differ.
func difference(old, new string) diag.Repair {
	from := 0
	for from < min(len(old), len(new)) && old[from] == new[from] {
		from++
	}
	for from > 0 && from < len(old) && !utf8.RuneStart(old[from]) {
		from--
	}
	end, newEnd := len(old), len(new)
	for end > from && newEnd > from && old[end-1] == new[newEnd-1] {
		end, newEnd = end-1, newEnd-1
	}
	for end < len(old) && !utf8.RuneStart(old[end]) {
		end, newEnd = end+1, newEnd+1
	}
	line, column := position(old[:from])
	endLine, endColumn := position(old[:end])
	return diag.Repair{Line: line, Column: column, EndLine: endLine, EndColumn: endColumn, Text: new[from:newEnd]}
}

// position is the line and column behind a text.
func position(before string) (line, column int) {
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
}
