package carry

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/tree"
)

var (
	conflict = &diag.Kind{ID: "carry/conflict", Severity: diag.Warning,
		Message: diag.Words{VI: `"{path}" được sửa ở cả hai bên; giữ lời của đơn vị, kế hoạch mẫu mới ghi: {new}`, EN: `"{path}" was changed on both sides; the unit's stays, the new model says: {new}`},
		Fix:     diag.Words{VI: "chọn một bên rồi xóa dòng chú thích XEM LẠI ở đó", EN: "choose one, then delete the comment XEM LẠI there"}}
	bothStand = &diag.Kind{ID: "carry/both", Severity: diag.Warning,
		Message: diag.Words{VI: `"{path}" không có mã (id) nên không biết thay chỗ nào; lời mới của kế hoạch mẫu đứng thêm cạnh lời của đơn vị: {new}`, EN: `"{path}" has no id, so nobody knows what it replaces; the new model's text stands there as well as the unit's: {new}`},
		Fix:     diag.Words{VI: "giữ một bên, xóa bên kia và dòng chú thích XEM LẠI ở đó", EN: "keep one side, delete the other and the comment XEM LẠI there"}}
	lockedEdit = &diag.Kind{ID: "carry/locked", Severity: diag.Warning,
		Message: diag.Words{VI: `đơn vị đã sửa hoặc bỏ "{path}" mà kế hoạch mẫu khóa`, EN: `the unit changed or removed "{path}", which the model locks`},
		Fix:     diag.Words{VI: "trả lại lời của kế hoạch mẫu: {new}", EN: "put the model's back: {new}"}}
	notYAML = &diag.Kind{ID: "carry/yaml",
		Message: diag.Words{VI: "không đọc được tệp này như YAML", EN: "this file can't be read as YAML"},
		Fix:     diag.Words{VI: "chạy kehoach build để xem lỗi ở dòng nào", EN: "run kehoach build to see which line is at fault"}}
	cannotWrite = &diag.Kind{ID: "carry/write",
		Message: diag.Words{VI: "không ghi lại được tệp này", EN: "this file can't be written back"},
		Fix:     diag.Words{VI: "viết các câu trong dấu nháy kép rồi chạy lại", EN: "write its texts in double quotes and run again"}}
)

// Merge carries what changed from base to next into edited, the unit's file, which findings call name. With nothing to carry the
// very bytes of edited come back. The findings are the conflicts, each at its place in edited; nothing is merged after an error.
func Merge(name string, base, next, edited []byte) ([]byte, diag.List) {
	b, n, e := tree.Parse(base), tree.Parse(next), tree.Parse(edited)
	if b == nil || n == nil || e == nil {
		return nil, diag.List{notYAML.At(diag.Location{File: name})}
	}
	if tree.Same(b, n) {
		return edited, nil
	}
	m := &merger{name: name, lines: strings.Split(string(edited), "\n")}
	merged := m.node(b, n, e, place{holder: e})
	out, ok := tree.Encode(merged)
	if !ok {
		return nil, diag.List{cannotWrite.At(diag.Location{File: name})}
	}
	return out, m.found.Sort()
}

// A merger brings three trees together.
type merger struct {
	name  string
	lines []string
	found diag.List
}

// A place is where the merger is.
type place struct {
	path   []string
	lock   string     // of the model
	holder *yaml.Node // what a comment can stand above: a key or an element of the unit's file that is written as a block
}

// in is the place below p that name names.
func (p place) in(name string, holder *yaml.Node) place {
	p.path = append(slices.Clone(p.path), name)
	if holder != nil {
		p.holder = holder
	}
	return p
}

// node is what becomes of one place: base as it was handed out, next as the new model has it, mine as the unit has it. Any of
// them may be nil: it is not there. A comment that the unit wrote, or took away, is an edit.
func (m *merger) node(base, next, mine *yaml.Node, at place) *yaml.Node {
	if own := tree.Lock(next); own != "" {
		at.lock = own
	}
	untouched := tree.Same(base, mine)
	switch {
	case tree.Same(next, mine), tree.Same(base, next) && at.lock != "locked" && !tree.Locked(next):
		return mine
	case untouched && !remarked(base, mine):
		return next
	case next == nil || mine == nil:
	case untouched && next.Kind == yaml.ScalarNode && mine.Kind == yaml.ScalarNode:
		return annotated(base, next, mine)
	case next.Kind == yaml.MappingNode && mine.Kind == yaml.MappingNode && (base == nil || base.Kind == yaml.MappingNode):
		return m.mapping(base, next, mine, at)
	case next.Kind == yaml.SequenceNode && mine.Kind == yaml.SequenceNode && (untouched || tree.Key(next, mine) != ""):
		return m.list(base, next, mine, at)
	}
	k := conflict
	if at.lock == "locked" || tree.Locked(next) {
		k = lockedEdit
	}
	m.report(k, next, mine, at)
	return mine
}

// remarked tells whether mine, which says the same as base, has other comments.
func remarked(base, mine *yaml.Node) bool {
	if base == nil || mine == nil || len(base.Content) != len(mine.Content) {
		return false
	}
	if base.HeadComment != mine.HeadComment || base.LineComment != mine.LineComment || base.FootComment != mine.FootComment {
		return true
	}
	for i := range base.Content {
		if remarked(base.Content[i], mine.Content[i]) {
			return true
		}
	}
	return false
}

// annotated is next with the comments that the unit wrote at mine, and without those that it took away.
func annotated(base, next, mine *yaml.Node) *yaml.Node {
	out := *next
	for _, c := range []struct{ out, base, mine *string }{{&out.HeadComment, &base.HeadComment, &mine.HeadComment},
		{&out.LineComment, &base.LineComment, &mine.LineComment}, {&out.FootComment, &base.FootComment, &mine.FootComment}} {
		if *c.mine != *c.base {
			*c.out = *c.mine
		}
	}
	return &out
}

// report lists a conflict and leaves a comment that a plan to be signed may not have (plan.Open).
func (m *merger) report(k *diag.Kind, next, mine *yaml.Node, where place) {
	if h := where.holder; h != nil {
		h.HeadComment = strings.TrimPrefix(h.HeadComment+"\n# XEM LẠI: kế hoạch mẫu mới ghi "+where.path[len(where.path)-1]+": "+short(next), "\n")
	}
	if mine == nil {
		mine = where.holder
	}
	at := diag.Location{File: m.name}
	if mine != nil && mine.Line > 0 && mine.Line <= len(m.lines) {
		line := m.lines[mine.Line-1]
		at.Line, at.Source, at.Width = mine.Line, line, 1
		runes := []rune(line)
		at.Column = diag.Column(line, len(string(runes[:min(mine.Column-1, len(runes))])))
	}
	m.found = append(m.found, k.At(at, "path", strings.Join(where.path, "/"), "new", short(next)))
}

// block is n, where a comment above it is written as one: in a mapping or list of lines of their own.
func block(container, n *yaml.Node) *yaml.Node {
	if n == nil || container.Style&yaml.FlowStyle != 0 {
		return nil
	}
	return n
}

// short is a value in one line, without comments.
func short(n *yaml.Node) string {
	if n == nil {
		return "(bỏ)"
	}
	text := n.Value
	if n.Kind != yaml.ScalarNode {
		if out, ok := tree.Encode(uncommented(n)); ok {
			text = string(out)
		}
	}
	text = strings.Join(strings.Fields(text), " ")
	if letters := []rune(text); len(letters) > 200 {
		text = string(letters[:199]) + "…"
	}
	return text
}

// uncommented is a copy of a tree that has no comments.
func uncommented(n *yaml.Node) *yaml.Node {
	out := *n
	out.HeadComment, out.LineComment, out.FootComment = "", "", ""
	out.Content = make([]*yaml.Node, len(n.Content))
	for i, c := range n.Content {
		out.Content[i] = uncommented(c)
	}
	return &out
}

// mapping merges key by key, in the unit's order; keys that are new in the model stand behind the key that they follow there.
func (m *merger) mapping(base, next, mine *yaml.Node, at place) *yaml.Node {
	merged := &yaml.Node{Kind: yaml.MappingNode}
	for i := 0; i+1 < len(mine.Content); i += 2 {
		key := mine.Content[i]
		var value *yaml.Node
		below := at.in(key.Value, block(mine, key))
		if key.Value == "from_model" { // says which edition the file is at
			value = tree.Get(next, key.Value)
		} else {
			value = m.node(tree.Get(base, key.Value), tree.Get(next, key.Value), mine.Content[i+1], below)
		}
		if value == nil && remarked(keyOf(base, key.Value), key) {
			value = mine.Content[i+1]
			m.report(conflict, nil, value, below)
		}
		if value != nil {
			merged.Content = append(merged.Content, key, value)
		}
	}
	before := ""
	for i := 0; i+1 < len(next.Content); i += 2 {
		key := next.Content[i].Value
		if tree.Get(mine, key) == nil {
			if value := m.node(tree.Get(base, key), next.Content[i+1], nil, at.in(key, nil)); value != nil {
				tree.Insert(merged, key, value, before)
			}
		}
		before = key
	}
	return with(mine, merged.Content)
}

// keyOf is the node of a mapping's key, which holds its comments; nil when there is none.
func keyOf(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n != nil && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i]
		}
	}
	return nil
}

// with is the unit's node with other contents; a comment that it was given meanwhile stays.
func with(mine *yaml.Node, content []*yaml.Node) *yaml.Node {
	out := *mine
	out.Content = content
	return &out
}
