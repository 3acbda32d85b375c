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
	e := repaired(file, found)
	data, err := e.Bytes()
	return data, !e.Empty(), err
}

// repaired is a file with the certain repairs of some findings.
func repaired(file *plan.Source, found []Finding) *edit.Edit {
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
	return e
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
	same := map[*plan.Source]bool{}
	var r ruler
	for i := range found {
		f := &found[i]
		if len(f.repairs) == 0 || f.At.File == nil {
			continue
		}
		plainly, known := same[f.At.File]
		if !known {
			plainly = string(f.At.File.Bytes) == f.At.File.Text
			same[f.At.File] = plainly
		}
		if !plainly {
			continue
		}
		e := repaired(f.At.File, found[i:i+1])
		if at, text, err := e.Stretch(); err == nil && !e.Empty() {
			f.Finding.Repairs = []diag.Repair{r.difference(at, text)}
		}
	}
}

// difference is the one stretch in which a place and the text that belongs there differ.
func (r *ruler) difference(at plan.Place, text string) diag.Repair {
	old := at.File.Text[at.Start:at.End]
	from := 0
	for from < min(len(old), len(text)) && old[from] == text[from] {
		from++
	}
	for from > 0 && from < len(old) && !utf8.RuneStart(old[from]) {
		from--
	}
	end, newEnd := len(old), len(text)
	for end > from && newEnd > from && old[end-1] == text[newEnd-1] {
		end, newEnd = end-1, newEnd-1
	}
	for end < len(old) && !utf8.RuneStart(old[end]) {
		end, newEnd = end+1, newEnd+1
	}
	line, column := r.position(at.File, at.Start+from)
	endLine, endColumn := r.position(at.File, at.Start+end)
	return diag.Repair{Line: line, Column: column, EndLine: endLine, EndColumn: endColumn, Text: text[from:newEnd]}
}

// A ruler remembers the last position: of many in one line each is counted from the one before.
type ruler struct {
	file         *plan.Source
	offset       int
	line, column int
}

// position is the line and the column, in code points, of a byte of a file.
func (r *ruler) position(file *plan.Source, offset int) (line, column int) {
	line = plan.Place{File: file, Start: offset, End: offset}.Line()
	switch {
	case file != r.file || line != r.line:
		begin := strings.LastIndexByte(file.Text[:offset], '\n') + 1
		column = utf8.RuneCountInString(file.Text[begin:offset]) + 1
	case offset >= r.offset:
		column = r.column + utf8.RuneCountInString(file.Text[r.offset:offset])
	default:
		column = r.column - utf8.RuneCountInString(file.Text[offset:r.offset])
	}
	*r = ruler{file, offset, line, column}
	return line, column
}
