// Package tidy writes a plan's or an agency's file in its canonical form (dạng chuẩn).
//
// File takes a plan, an agency file or a registry and returns its text with keys in the order of the plan language, two blanks a level, a blank line
// above each top key that holds a list, composed letters, LF, and no blanks at the ends of lines. Comments, quotes, folded lines and
// every value stay: the result is read again and compared with what it came from, and a file in canonical form comes back as it is. What
// the steps can't do safely (anchors, tags, comments inside brackets) they leave as it stands. This package knows YAML's layout and, of
// the plan language, the order of its keys.
package tidy

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

var (
	// changed is a fault of this package, which then changes nothing.
	changed = diag.Declare(&diag.Kind{ID: "fmt/left", Message: diag.Words{VI: "xếp lại thì nội dung đổi khác, nên tệp giữ nguyên", EN: "the canonical form would not say the same: the file stays as it is"},
		Fix: diag.Words{VI: "tệp vẫn dùng được; muốn gọn thì sửa thụt lề bằng tay", EN: "it can be used as it is; indent it by hand if you like"}})
	oddEnd = diag.Declare(&diag.Kind{ID: "fmt/left", Message: diag.Words{VI: "ở đây có ký tự {code}, YAML coi là hết dòng, nên tệp giữ nguyên", EN: "YAML sees the end of a line in {code} here: the file stays as it is"},
		Fix: diag.Words{VI: "xóa ký tự ấy", EN: "delete the character"}})
	notOurs = diag.Declare(&diag.Kind{ID: "fmt/not-ours", Message: diag.Words{VI: "đây không phải tệp kế hoạch, tệp cơ quan hay sổ văn bản của kehoach; giữ nguyên", EN: "this is no plan, agency file or registry of kehoach: it stays as it is"},
		Fix: diag.Words{VI: "kiểm tra tên tệp; tệp của kehoach có dòng kehoach: 1 ở đầu", EN: "check the file's name; a file of kehoach says kehoach: 1 at its head"}})
)

// yamlOnly are the line ends that YAML sees and nobody else does: behind one the lines of its nodes are not those of the text.
const yamlOnly = "\u0085\u2028\u2029"

// File is the canonical form of a file; nil with the findings that say why there is none.
func File(s *plan.Source) ([]byte, diag.List) {
	root, found := s.Root()
	if root == nil {
		return nil, found
	}
	if !ours(root) {
		return nil, diag.List{notOurs.At(diag.Location{File: s.Name})}
	}
	if i := strings.IndexAny(s.Text, yamlOnly); i >= 0 {
		r, size := utf8.DecodeRuneInString(s.Text[i:])
		return nil, diag.List{oddEnd.At(plan.Place{File: s, Start: i, End: i + size}.Location(), "code", fmt.Sprintf("%U", r))}
	}
	text, ok := canonical(s.Text, root)
	if !ok {
		return nil, diag.List{changed.At(diag.Location{File: s.Name})}
	}
	return []byte(text), nil
}

// canonical is the canonical form of a text and what it holds; false when it does not say the same.
func canonical(text string, root *yaml.Node) (string, bool) {
	out, before := text, root
	if !strings.HasSuffix(out, "\n") {
		out += "\n"
	}
	movable, at := plain(root), offsets(out, root)
	if movable {
		if next := inBrackets(out, root, at); next != out {
			if root = parse(next); root == nil {
				return "", false
			}
			out, at = next, offsets(next, root)
		}
	}
	s := sheetOf(out, root, at)
	if movable && s.indent(root) {
		s.arrange(root, rootType(root), 0, s.documentEnd())
	}
	out = s.spaced()
	if !same(before, out) {
		// a block scalar on a last line without an end holds none
		if out = strings.TrimSuffix(out, "\n"); strings.HasSuffix(text, "\n") || !same(before, out) {
			return "", false
		}
	}
	return out, reflect.DeepEqual(comments(text), comments(out))
}

// same tells whether a text holds the values of a node.
func same(n *yaml.Node, text string) bool {
	again := parse(text)
	return again != nil && reflect.DeepEqual(value(n), value(again))
}

// parse reads the one document of a file and returns its top node; nil when it is no YAML.
func parse(text string) *yaml.Node {
	var document yaml.Node
	if yaml.Unmarshal([]byte(text), &document) != nil || len(document.Content) == 0 {
		return nil
	}
	return document.Content[0]
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

// ours tells whether a file is of the plan language: it says so, or it is what a unit lays over a model, all of whose keys are a plan's.
func ours(root *yaml.Node) bool {
	keys := plan.Keys(reflect.TypeFor[plan.Plan]())
	known, parts := true, false
	for i := 0; i < len(root.Content) && root.Kind == yaml.MappingNode; i += 2 {
		switch name := root.Content[i].Value; {
		case name == "kehoach":
			return true
		case name == "drop", name == "sections":
			parts = true
		case rank(keys, name) == len(keys):
			known = false
		}
	}
	return known && parts
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
