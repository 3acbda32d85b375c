// Package tree changes a YAML file as a tree and writes it back.
//
// It holds the few steps that laying one file over another, or carrying one into another, take on nodes of yaml.v3: a key's
// value, an element by its id, whether two trees say the same. Encode writes a tree so that reading it gives the same values.
// It knows no plan and reports nothing.
package tree

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Parse is the root of a file that is known to be YAML; nil when it is none.
func Parse(text []byte) *yaml.Node {
	var document yaml.Node
	if yaml.Unmarshal(text, &document) != nil || len(document.Content) != 1 {
		return nil
	}
	return Root(&document)
}

// Root is what a document holds, with the comments at the document's beginning and end.
func Root(document *yaml.Node) *yaml.Node {
	root := document.Content[0]
	root.HeadComment = joined(document.HeadComment, root.HeadComment)
	root.FootComment = joined(root.FootComment, document.FootComment)
	return root
}

func joined(comments ...string) string {
	return strings.Join(slices.DeleteFunc(comments, func(c string) bool { return c == "" }), "\n\n")
}

// Get is the value of a key of a mapping; nil when there is none.
func Get(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// Text is a key's value as text; "" when there is none.
func Text(n *yaml.Node, key string) string {
	if value := Get(n, key); value != nil {
		return value.Value
	}
	return ""
}

// Set gives a key of a mapping a value, with the key's own node and comments.
func Set(n, key, value *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key.Value {
			n.Content[i], n.Content[i+1] = key, value
			return
		}
	}
	n.Content = append(n.Content, key, value)
}

// Put is Set with a text; a new key stands behind the key named after, or last.
func Put(n *yaml.Node, key, text, after string) {
	value := Scalar(text)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			value.LineComment = n.Content[i+1].LineComment
			n.Content[i+1] = value
			return
		}
	}
	Insert(n, key, value, after)
}

// Insert adds a key behind the key named after, or last.
func Insert(n *yaml.Node, key string, value *yaml.Node, after string) {
	at := len(n.Content)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == after {
			at = i + 2
		}
	}
	n.Content = slices.Insert(n.Content, at, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}, value)
}

// Remove takes a key away.
func Remove(n *yaml.Node, key string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content = slices.Delete(n.Content, i, i+2)
			return
		}
	}
}

// Scalar is a text as a node; one of several lines is written as a block.
func Scalar(text string) *yaml.Node {
	n := &yaml.Node{}
	n.SetString(text)
	if n.Style == 0 {
		n.Style = yaml.SingleQuotedStyle
	}
	return n
}

// IsNull tells whether a node holds nothing.
func IsNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// Key is what tells the elements of lists apart: "id", or "name" of values; "" when nothing does.
func Key(lists ...*yaml.Node) string {
	for _, key := range []string{"id", "name"} {
		for _, list := range lists {
			if list != nil && slices.ContainsFunc(list.Content, func(n *yaml.Node) bool {
				return Get(n, key) != nil && (key == "id" || Get(n, "value") != nil)
			}) {
				return key
			}
		}
	}
	return ""
}

// Index is where the element of an id stands in a list, by the key that Key names; -1 when it does not.
func Index(list *yaml.Node, key, id string) int {
	return slices.IndexFunc(list.Content, func(n *yaml.Node) bool {
		own := Get(n, key)
		return own != nil && own.Value == id
	})
}

// Follow is n, or what it is an alias of.
func Follow(n *yaml.Node) *yaml.Node {
	for n != nil && n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

// Lock is the lock that a part of a model names, itself or through a merge key (<<); "" when it names none.
func Lock(part *yaml.Node) string { return lock(part, 0) }

func lock(n *yaml.Node, depth int) string {
	if n = Follow(n); n == nil || depth > maxDepth {
		return ""
	}
	if own := Get(n, "model"); own != nil {
		return Follow(own).Value
	}
	merged := []*yaml.Node{Get(n, "<<")}
	if list := Follow(merged[0]); list != nil && list.Kind == yaml.SequenceNode {
		merged = list.Content
	}
	for _, m := range merged {
		if found := lock(m, depth+1); found != "" {
			return found
		}
	}
	return ""
}

// Locked tells whether a tree is or holds a part that is locked; nil holds none.
func Locked(n *yaml.Node) bool { return locked(n, map[*yaml.Node]bool{}) }

func locked(n *yaml.Node, seen map[*yaml.Node]bool) bool {
	if n == nil || n.Kind == yaml.ScalarNode {
		return false
	}
	if n.Kind == yaml.AliasNode {
		if n = n.Alias; seen[n] {
			return false
		}
		seen[n] = true
	}
	return Lock(n) == "locked" || slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return locked(c, seen) })
}

// maxDepth bounds how deep trees are compared; a plan is at most 64 deep.
const maxDepth = 1_000

// Same tells whether two trees hold the same values, an alias being what it stands for; comments and styles make no difference.
func Same(a, b *yaml.Node) bool { return same(a, b, 0, map[[2]*yaml.Node]bool{}) }

// same compares. What two aliases stand for is compared once (seen): so aliases that grow, or lead into themselves, come to an end.
func same(a, b *yaml.Node, depth int, seen map[[2]*yaml.Node]bool) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind == yaml.AliasNode || b.Kind == yaml.AliasNode {
		a, b = Follow(a), Follow(b)
		if seen[[2]*yaml.Node{a, b}] {
			return true
		}
		seen[[2]*yaml.Node{a, b}] = true
	}
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) || depth > maxDepth ||
		a.Kind == yaml.ScalarNode && (a.Value != b.Value || a.ShortTag() != b.ShortTag()) {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i], depth+1, seen) {
			return false
		}
	}
	return true
}

// Encode writes a tree so that reading it gives the same values. yaml.v3 can't write every text in every style: where the styles
// of the tree don't hold, all texts are quoted.
func Encode(root *yaml.Node) ([]byte, bool) {
	for _, quote := range []bool{false, true} {
		if quote {
			quoteAll(root)
		}
		var b bytes.Buffer
		e := yaml.NewEncoder(&b)
		e.SetIndent(2)
		if e.Encode(root) != nil || e.Close() != nil {
			continue
		}
		if again := Parse(b.Bytes()); again != nil && Same(root, again) {
			return b.Bytes(), true
		}
	}
	return nil, false
}

func quoteAll(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!str" {
		n.Style = yaml.DoubleQuotedStyle
	}
	for _, c := range n.Content {
		quoteAll(c)
	}
}
