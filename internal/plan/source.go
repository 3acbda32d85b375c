package plan

import (
	"sort"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// A Source is a file as it was read: its bytes for those who keep them, its text for those who read it.
type Source struct {
	Name  string // as the person named it, with forward slashes
	Bytes []byte // as on disk
	Text  string // UTF-8 without BOM, lines end in LF
	lines []int  // where each line begins in Text
}

// A Place is a stretch of a Source: byte offsets into its Text, Start < End unless nothing is there.
type Place struct {
	File       *Source
	Start, End int
}

// Location is the place as a finding shows it; a place of several lines is shown to the end of its first.
func (p Place) Location() diag.Location {
	if p.File == nil {
		return diag.Location{}
	}
	line := sort.Search(len(p.File.lines), func(i int) bool { return p.File.lines[i] > p.Start })
	begin := p.File.lines[line-1]
	text, _, _ := strings.Cut(p.File.Text[begin:], "\n")
	from := diag.Column(text, p.Start-begin)
	to := diag.Column(text, max(p.Start, min(p.End, begin+len(text)))-begin)
	return diag.Location{File: p.File.Name, Line: line, Column: from, Width: max(to-from, 1), Source: text}
}
