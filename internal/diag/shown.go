package diag

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// shownWidth bounds the part of a source line that is shown with a finding, in characters.
const shownWidth = 100

// A ruler knows where the characters (grapheme clusters) of a line begin. Findings come line by line: it keeps the last one, so that
// thousands of findings on one long line are shown with one look at it.
type ruler struct {
	line   string
	starts []int // and the end of the line
}

// on measures a line.
func (r *ruler) on(line string) []int {
	if r.starts != nil && r.line == line {
		return r.starts
	}
	r.line, r.starts = line, r.starts[:0]
	if n, ok := letters(line); ok {
		if cap(r.starts) <= n {
			r.starts = make([]int, 0, n+1)
		}
		for i := range line {
			r.starts = append(r.starts, i)
		}
	} else {
		for g := uniseg.NewGraphemes(line); g.Next(); {
			from, _ := g.Positions()
			r.starts = append(r.starts, from)
		}
	}
	r.starts = append(r.starts, len(line))
	return r.starts
}

// place is where the characters that a location marks stand in its line: from the one to before the other, from 0.
func (r *ruler) place(at Location) (start, end, length int) {
	length = len(r.on(at.Source)) - 1
	start = min(at.Column-1, length)
	return start, min(start+max(at.Width, 1), length), length
}

// written is a stretch of the line, in characters, as it can be shown: a source line steers no terminal.
func (r *ruler) written(from, to int) string {
	return printable(strings.ReplaceAll(r.line[r.starts[from]:r.starts[to]], "\t", " "))
}

// shown are the words that a location marks, with their line around them; a long one is cut on both sides of the place.
func (r *ruler) shown(at Location) (before, marked, behind string) {
	start, end, to := r.place(at)
	from, cutLeft, cutRight := 0, "", ""
	if to > shownWidth {
		if from = max(0, min(start-shownWidth/4, to-shownWidth)); from > 0 {
			cutLeft = "…"
		}
		if from+shownWidth < to {
			to, cutRight = from+shownWidth, "…"
		}
		end = min(end, to)
	}
	return cutLeft + r.written(from, start), r.written(start, end), r.written(end, to) + cutRight
}

// letters counts the characters of a text in which each rune is one, as it is in composed Vietnamese; ok is false for any other. The
// rules of Unicode, looked up rune by rune for each of many findings on one long line, take minutes.
func letters(s string) (n int, ok bool) {
	for _, r := range s {
		if r < ' ' || r >= 0x300 && r < 0x1E00 || r > 0x1EFF && r < 0x2010 || r > 0x2027 {
			return 0, false
		}
		n++
	}
	return n, true
}

// Column counts the characters of line before byte offset, from 1.
func Column(line string, offset int) int {
	if n, ok := letters(line[:min(offset, len(line))]); ok {
		return n + 1
	}
	return uniseg.GraphemeClusterCount(line[:min(offset, len(line))]) + 1
}

// Columns is Column for many places of a line, each counted from the last one.
type Columns struct {
	line       string
	at, column int // of the last place, from 0
}

func (c *Columns) At(line string, offset int) int {
	if offset = min(offset, len(line)); line != c.line {
		*c = Columns{line: line}
	}
	if !betweenLetters(line, offset) { // a character may go on there
		return Column(line, offset)
	}
	if between := line[min(c.at, offset):max(c.at, offset)]; offset >= c.at {
		c.column += Column(between, len(between)) - 1
	} else {
		c.column -= Column(between, len(between)) - 1
	}
	c.at = offset
	return c.column + 1
}

// betweenLetters tells whether nothing but letters that stand by themselves is on both sides of a byte.
func betweenLetters(line string, offset int) bool {
	_, before := utf8.DecodeLastRuneInString(line[:offset])
	_, behind := utf8.DecodeRuneInString(line[offset:])
	_, plain := letters(line[offset-before : offset+behind])
	return plain
}

// Offset is the byte of line at which a column begins; the end of line for one behind it.
func Offset(line string, column int) int {
	if _, ok := letters(line); ok {
		for at := range line {
			if column--; column < 1 {
				return at
			}
		}
		return len(line)
	}
	at := 0
	for g := uniseg.NewGraphemes(line); g.Next(); at += len(g.Str()) {
		if column--; column < 1 {
			break
		}
	}
	return at
}
