// Package tidy writes a plan's or an agency's file in its canonical form (dạng chuẩn).
//
// File takes a file that is YAML and returns its text with keys in the order of the plan language, two blanks a level, a blank line
// above each top key that holds a list, composed letters, LF, and no blanks at the ends of lines. Comments, quotes, folded lines and
// every value stay: the result is read again and compared with what it came from, and a file in canonical form comes back as it is. What
// the steps can't do safely (anchors, tags, comments inside brackets) they leave as it stands. This package knows YAML's layout and, of
// the plan language, the order of its keys.
package tidy

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/plan"
)

// errChanged says that a step would have changed a value: a fault of this package, which then changes nothing.
var errChanged = errors.New("the canonical form would not say the same")

// yamlOnly are the line ends that YAML sees and nobody else does: behind one the lines of its nodes are not those of the text.
const yamlOnly = "\u0085\u2028\u2029"

// File is the canonical form of a file.
func File(s *plan.Source) ([]byte, error) {
	text := s.Text
	if i := strings.IndexAny(text, yamlOnly); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		return nil, fmt.Errorf("line %d holds %U, where YAML sees a line end", strings.Count(text[:i], "\n")+1, r)
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	root, err := parse(text)
	if err != nil {
		return nil, err
	}
	if plain(root) {
		for _, step := range []func(string, *yaml.Node) string{inBrackets, ordered, indented} {
			text = step(text, root)
			if root, err = parse(text); err != nil {
				return nil, errChanged
			}
		}
	}
	text = spaced(text, root)
	if !same(s.Text, text) {
		return nil, errChanged
	}
	return []byte(text), nil
}

// parse reads the one document of a file and returns its top node.
func parse(text string) (*yaml.Node, error) {
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		return nil, err
	}
	if len(document.Content) == 0 {
		return &yaml.Node{}, nil
	}
	return document.Content[0], nil
}

// plain tells whether a file holds nothing whose order matters or whose layout this package does not follow.
func plain(n *yaml.Node) bool {
	if n.Anchor != "" || n.Kind == yaml.AliasNode || n.Style&yaml.TaggedStyle != 0 {
		return false
	}
	for i, child := range n.Content {
		if !plain(child) || n.Kind == yaml.MappingNode && i%2 == 0 && (child.Kind != yaml.ScalarNode || child.Value == "<<") {
			return false
		}
	}
	return true
}

// same tells whether two files hold the same values and the same comments.
func same(a, b string) bool {
	first, errA := parse(a)
	second, errB := parse(b)
	return errA == nil && errB == nil && reflect.DeepEqual(value(first), value(second)) && reflect.DeepEqual(comments(a), comments(b))
}

// value is what a node says, whatever its layout and the order of its keys.
func value(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = value(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, value(item))
		}
		return list
	case yaml.AliasNode:
		return "*" + n.Value
	}
	return [2]string{n.ShortTag(), n.Value}
}

// comments counts the comments of a file.
func comments(text string) map[string]int {
	count := map[string]int{}
	source, _ := plan.ReadSource("plan.yaml", plan.Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	if source == nil {
		return nil
	}
	for _, c := range source.Notes().Comments {
		count[c.Text]++
	}
	return count
}

// rootType is what a file is: a plan, or an agency.
func rootType(root *yaml.Node) reflect.Type {
	for i := 0; i < len(root.Content); i += 2 {
		if root.Content[i].Value == "letterhead" {
			return reflect.TypeFor[plan.Agency]()
		}
	}
	return reflect.TypeFor[plan.Plan]()
}
