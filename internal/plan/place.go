package plan

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// source is the file that a node comes from.
func (d *decoder) source(n *yaml.Node) *Source {
	if d.other != nil && d.other.nodes[n] {
		return d.other.file
	}
	return d.file
}

// place is where a node stands in its file; a scalar's with its quotes, without the anchor and the tag before it.
func (d *decoder) place(n *yaml.Node) Place {
	file, start := d.start(n)
	end := start
	switch {
	case n.Kind == yaml.ScalarNode && n.Value != "":
		_, end, _ = mapScalar(file.Text, start, n.Style, n.Value)
	case start < len(file.Text):
		line, _, _ := strings.Cut(file.Text[start:], "\n")
		end = start + len(line)
	}
	return Place{file, start, max(start, min(end, len(file.Text)))}
}

// start is the byte at which a node begins, and its file; a scalar behind its anchor and tag (YAML 1.2, 6.9).
func (d *decoder) start(n *yaml.Node) (*Source, int) {
	file := d.source(n)
	at := d.offset(file, n.Line, n.Column)
	if n.Kind != yaml.ScalarNode {
		return file, at
	}
	text := file.Text
	for at < len(text) && (text[at] == '&' && n.Anchor != "" || text[at] == '!' && n.Style&yaml.TaggedStyle != 0) {
		length := strings.IndexAny(text[at:], " \t\n")
		if length < 0 {
			return file, len(text)
		}
		rest := strings.TrimLeft(text[at+length:], " \t\n")
		for strings.HasPrefix(rest, "#") {
			_, rest, _ = strings.Cut(rest, "\n")
			rest = strings.TrimLeft(rest, " \t\n")
		}
		at = len(text) - len(rest)
	}
	return file, at
}

// offset turns yaml's line and column, which count characters, into a byte offset. Nodes come in the order of the file, so that on
// one line it goes on from the last.
func (d *decoder) offset(file *Source, line, column int) int {
	if line < 1 || line > len(file.yamlLines) {
		return len(file.Text)
	}
	if d.last.file != file || d.last.line != line || d.last.column > column {
		d.last = position{file, line, 1, file.yamlLines[line-1]}
	}
	for ; d.last.column < column; d.last.column++ {
		_, size := utf8.DecodeRuneInString(file.Text[d.last.offset:])
		d.last.offset += size
	}
	return min(d.last.offset, len(file.Text))
}

// A position is a line and column of yaml's in a file, and the byte there.
type position struct {
	file                 *Source
	line, column, offset int
}
