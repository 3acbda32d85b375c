package wml

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// A node is an element of a part with the names of WordprocessingML under the prefix "w", whatever prefix the part uses.
type node struct {
	name     string
	tag      Token
	children []*node
	text     string // of a leaf: its character data
	prefix   string // what the part writes for "w:"
}

// The namespaces of the main vocabulary: transitional and strict. ECMA-376 part 4 and part 1, annex A.
var mainNamespaces = []string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
}

// maxNodes bounds the elements of one part.
const maxNodes = 2_000_000

const slabSize = 128

// parse reads a part into a tree.
func parse(part []byte) (*node, error) {
	if part == nil {
		return nil, fmt.Errorf("it is missing or can't be unpacked")
	}
	lexer := NewLexer(part)
	root := &node{}
	stack := []*node{root}
	prefix, count := "w:", 0
	var slab []node // nodes are made many at a time
	for {
		t, ok := lexer.Next()
		if !ok {
			break
		}
		top := stack[len(stack)-1]
		switch t.Kind {
		case CharData:
			if len(top.children) == 0 {
				top.text += Unescape(t.Raw)
			}
		case EndTag:
			stack = stack[:len(stack)-1]
		default:
			if count++; count > maxNodes {
				return nil, fmt.Errorf("more than %d elements", maxNodes)
			}
			if len(stack) == 1 {
				prefix = mainPrefix(t)
			}
			if len(slab) == cap(slab) {
				slab = make([]node, 0, slabSize)
			}
			slab = append(slab, node{name: canonical(t.Name, prefix), tag: t, prefix: prefix})
			child := &slab[len(slab)-1]
			top.children = append(top.children, child)
			if t.Kind == StartTag {
				stack = append(stack, child)
			}
		}
	}
	if err := lexer.Err(); err != nil {
		return nil, err
	}
	if len(root.children) != 1 {
		return nil, fmt.Errorf("it has %d root elements", len(root.children))
	}
	return root.children[0], nil
}

// mainPrefix finds the prefix that a root element binds to the main vocabulary.
func mainPrefix(root Token) string {
	for _, namespace := range mainNamespaces {
		i := bytes.Index(root.Raw, []byte(`="`+namespace+`"`))
		if i < 0 {
			continue
		}
		before := string(root.Raw[:i])
		at := strings.LastIndexAny(before, " \t\r\n")
		if declared, ok := strings.CutPrefix(before[at+1:], "xmlns:"); ok {
			return declared + ":"
		}
		return ""
	}
	return "w:"
}

func canonical(name, prefix string) string {
	if prefix == "w:" {
		return name
	}
	if local, ok := strings.CutPrefix(name, prefix); ok && !strings.Contains(local, ":") {
		return "w:" + local
	}
	return name
}

// child is the first child of a name; nil when there is none. A nil node has no children.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// attr is an attribute of the main vocabulary: attr("val") is w:val.
func (n *node) attr(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	prefix := n.prefix
	if prefix == "" {
		prefix = "w:"
	}
	return n.tag.Attribute(prefix + name)
}

// val is w:val of the child of a name; "" when either is missing.
func (n *node) val(child string) string {
	value, _ := n.child(child).attr("val")
	return value
}

// number is an attribute as a whole number; a measure with a unit ("12pt", strict documents) is read in twips.
func (n *node) number(attribute string) (int, bool) {
	text, ok := n.attr(attribute)
	if !ok {
		return 0, false
	}
	return whole(text)
}

// whole reads a number, or a universal measure (22.9.2.15) in twips.
func whole(text string) (int, bool) {
	if n, err := strconv.Atoi(text); err == nil {
		return clamp(float64(n)), true
	}
	for unit, twips := range map[string]float64{"pt": 20, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pc": 240, "pi": 240} {
		if amount, found := strings.CutSuffix(text, unit); found {
			value, err := strconv.ParseFloat(amount, 64)
			return clamp(value * twips), err == nil
		}
	}
	value, err := strconv.ParseFloat(text, 64)
	return clamp(value), err == nil
}

// clamp keeps numbers from outside within what arithmetic on a page can bear: ± 100 metres.
func clamp(v float64) int {
	const most = 5_669_000
	return int(max(-most, min(most, v)))
}

// onOff reads a toggle child (17.17.4): present without w:val is true. known is false when the child is absent.
func (n *node) onOff(child string) (on, known bool) {
	c := n.child(child)
	if c == nil {
		return false, false
	}
	value, given := c.attr("val")
	return !given || value == "1" || value == "true" || value == "on", true
}
