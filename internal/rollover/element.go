package rollover

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// What the elements of a file's lists are as YAML, and the lines that they stand in.

// linesOf is where the lines of a list's element begin and end, with the comments right above it; false where it has no lines of its
// own.
func linesOf(text string, element *yaml.Node) (from, to int, ok bool) {
	for range element.Line - 1 {
		i := strings.IndexByte(text[from:], '\n')
		if i < 0 {
			return 0, 0, false
		}
		from += i + 1
	}
	indent := blanks(text[from:])
	if !strings.HasPrefix(text[from+indent:], "- ") {
		return 0, 0, false
	}
	to = from + lineLength(text[from:])
	for end := to; end < len(text); { // blank lines between two elements belong to neither
		line := text[end : end+lineLength(text[end:])]
		end += len(line)
		if strings.TrimSpace(line) == "" {
			continue
		}
		if blanks(line) <= indent {
			break
		}
		to = end
	}
	for from > 0 {
		above := strings.LastIndexByte(text[:from-1], '\n') + 1
		if blanks(text[above:]) != indent || text[above+indent] != '#' {
			break
		}
		from = above
	}
	return from, to, true
}

func blanks(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// lineLength is how long the first line is, with its end.
func lineLength(text string) int {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}

// says is what an element is known by to a person: its id, else its first words.
func says(element *yaml.Node) string {
	if element.Kind == yaml.ScalarNode {
		return bounded(strings.Fields(element.Value))
	}
	for _, key := range []string{"id", "heading", "text", "to", "name"} {
		if words := scalar(element, key); words != "" {
			return bounded(strings.Fields(words))
		}
	}
	return ""
}

func unnamed(elements []*yaml.Node) int {
	n := 0
	for _, element := range elements {
		if scalar(element, "id") == "" {
			n++
		}
	}
	return n
}

// value is what a key of a mapping holds; nil where it has none.
func value(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

func scalar(n *yaml.Node, key string) string {
	if v := value(n, key); v != nil && v.Kind == yaml.ScalarNode {
		return v.Value
	}
	return ""
}
