package plan

import (
	"cmp"
	"path"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/tree"
)

// An overlay is the file of one unit over its model: which nodes of the merged tree are its own.
type overlay struct {
	file    *Source
	nodes   map[*yaml.Node]bool
	touched map[string]bool // ids that the unit has said something about
}

// Override reads the file of one unit (name) and lays it over the model p:
//
//   - a key with a value replaces the model's, one with nothing takes it away;
//   - in a list, an element with the id (of values and words: the name) of one of the model's is laid over that one, any other
//     is new and stands last, or where put_before or put_after name an id;
//   - a list whose elements have no ids is replaced as a whole, and so is a deadline or any other value without an id;
//   - drop: [id, …] at the top takes elements away, wherever they stand.
//
// What the model locks stays as it is: touching it is a finding in the unit's file. What comes back is a model again, whose file
// is the two laid together. A part that is a choice must be touched or dropped: With says so to the units that have it.
func (p *Plan) Override(name string, o Options) (*Plan, diag.List) {
	source, found := ReadSource(name, o)
	if found.Failed() {
		return nil, found
	}
	own := &decoder{file: source}
	top := own.parse()
	if top == nil {
		return nil, own.found.Sort()
	}
	if top = own.expanded(top); own.full {
		return nil, diag.List{own.tooMuch}
	}
	base := p.model.tree()
	m := &merger{decoder: own, touched: map[string]bool{}}
	m.top(base, top)
	if m.found.Failed() {
		return nil, m.found.Sort()
	}
	d := &decoder{file: p.File, other: &overlay{source, map[*yaml.Node]bool{}, m.touched}}
	d.other.add(top)
	made := &Plan{}
	if !d.root(base, made) {
		return nil, d.found.Sort()
	}
	unanchor(base)
	merged, ok := tree.Encode(base) // may change the styles of the tree, by which places are found: not before it is decoded
	if !ok {
		return nil, diag.List{cannotMerge.At(diag.Location{File: name})}
	}
	made.own = &overlay{file: source, touched: m.touched}
	made.Under = cmp.Or(p.Under, p.File)
	made.File = newSource(p.File.Name, merged, string(merged))
	found = d.found
	for i, file := range made.AgencyPaths() {
		agency, more := loadAgency(path.Join(path.Dir(p.File.Name), file), made.AgencyValues()[i], o)
		found = append(found, more...)
		if agency != nil {
			made.Issuers = append(made.Issuers, agency)
		}
	}
	found = append(found, made.resolve(func(string) bool { return true }, !found.Failed())...).Sort()
	if found.Failed() {
		return nil, found
	}
	made.model = newModel(made)
	return made, found
}

// Choices are the parts of a plan that a unit must choose about: their ids. Those of a plan that With made are the unit's: a part that
// is not in its plan is no choice of its.
func (p *Plan) Choices() []string {
	var ids []string
	add := func(id Value, lock Lock) {
		if lock == "choice" && id.Given() {
			ids = append(ids, id.Text)
		}
	}
	for _, r := range p.Roles {
		add(r.ID, r.Model)
	}
	for _, s := range p.allSections() {
		add(s.ID, s.Model)
	}
	for _, a := range p.Appendices {
		add(a.ID, a.Model)
	}
	p.WalkItems(func(i *Item, _ Lock) { add(i.ID, i.Model) })
	return ids
}

// unchosen are the choices of a unit that its own file says nothing about.
func (p *Plan) unchosen() diag.List {
	if p.own == nil {
		return nil
	}
	var found diag.List
	for _, id := range p.Choices() {
		if !p.own.touched[id] {
			found = append(found, choiceOpen.At(diag.Location{File: p.own.file.Name}, "id", id))
		}
	}
	return found
}

// expanded is a tree in which every alias is a copy of what it stands for and every merge key the keys that it brings: what is laid
// over one place changes no other, and no lock hides behind an alias.
func (d *decoder) expanded(n *yaml.Node) *yaml.Node {
	if d.depth++; d.depth > maxDepth {
		d.bound(n)
	}
	defer func() { d.depth-- }()
	if n = d.follow(n); d.full {
		return n
	}
	out, content := *n, n.Content
	if n.Kind == yaml.MappingNode {
		content = nil
		for _, pair := range d.pairs(n) {
			content = append(content, pair.key, pair.value)
		}
	}
	out.Content = make([]*yaml.Node, len(content))
	for i, c := range content {
		out.Content[i] = d.expanded(c)
	}
	return &out
}

// unanchor takes off the names by which aliases, now gone, called the nodes of a tree.
func unanchor(n *yaml.Node) {
	n.Anchor = ""
	for _, c := range n.Content {
		unanchor(c)
	}
}

// add notes that a tree is of the overlay.
func (o *overlay) add(n *yaml.Node) {
	if !o.nodes[n] {
		o.nodes[n] = true
		for _, c := range n.Content {
			o.add(c)
		}
	}
}

// A merger lays the tree of a unit's file over its model's.
type merger struct {
	*decoder
	touched map[string]bool
}

// fixed are the keys of a model that no unit may replace.
var fixed = []string{"kehoach", "edition", "from_model", "agency", "agencies"}

func (m *merger) top(base, over *yaml.Node) {
	if over.Kind != yaml.MappingNode {
		m.mismatch(over, mappingWords)
		return
	}
	var rest []*yaml.Node
	for _, pair := range m.pairs(over) {
		switch {
		case pair.key.Value == "drop":
			m.drops(base, pair.value)
		case pair.key.Value == "kehoach" && pair.value.Value == "1":
		case slices.Contains(fixed, pair.key.Value):
			m.report(overrideFixed, pair.key, "key", pair.key.Value)
		default:
			rest = append(rest, pair.key, pair.value)
		}
	}
	m.mapping(base, rest, "")
}

func (m *merger) report(k *diag.Kind, n *yaml.Node, args ...string) {
	m.found = append(m.found, k.At(m.place(n).Location(), args...))
}

// mapping lays keys over those of a mapping that is under a lock.
func (m *merger) mapping(base *yaml.Node, over []*yaml.Node, lock string) {
	for i := 0; i+1 < len(over); i += 2 {
		key, value := over[i], over[i+1]
		switch key.Value {
		case "id", "name":
			if old := tree.Get(base, key.Value); old != nil && old.Value == value.Value {
				continue
			}
		case "put_before", "put_after":
			continue
		case "model", "when":
			m.report(overrideFixed, key, "key", key.Value)
			continue
		}
		old := tree.Get(base, key.Value)
		switch {
		case old != nil && value.Kind == yaml.SequenceNode && old.Kind == yaml.SequenceNode && tree.Key(old, value) != "":
			m.list(old, value, lock)
		case lock == "locked" || tree.Locked(old):
			m.report(overrideLocked, key, "what", key.Value)
		case tree.IsNull(value):
			tree.Remove(base, key.Value)
		default:
			tree.Set(base, key, value)
		}
	}
}

// list lays the elements of a list over those of the same id.
func (m *merger) list(base, over *yaml.Node, lock string) {
	key := tree.Key(base, over)
	for _, element := range over.Content {
		id := tree.Text(element, key)
		m.touched[id] = true
		i := tree.Index(base, key, id)
		if id == "" || i < 0 {
			if lock == "locked" {
				m.report(overrideLocked, element, "what", id)
				continue
			}
			base.Content = append(base.Content, element)
			m.move(base, len(base.Content)-1, element, key)
			continue
		}
		old := base.Content[i]
		inside := lockOf(old, lock)
		m.mapping(old, element.Content, inside)
		if lock == "locked" || inside == "locked" {
			m.stays(element)
			continue
		}
		m.move(base, i, element, key)
	}
}

// stays reports that a locked element, or one of a locked list, is to be moved.
func (m *merger) stays(element *yaml.Node) {
	for i := 0; i+1 < len(element.Content); i += 2 {
		if key := element.Content[i]; key.Value == "put_before" || key.Value == "put_after" {
			m.report(overrideLocked, key, "what", key.Value)
		}
	}
}

// move puts an element where put_before or put_after say.
func (m *merger) move(base *yaml.Node, at int, element *yaml.Node, key string) {
	for offset, where := range []string{"put_before", "put_after"} {
		named := tree.Get(element, where)
		if named == nil {
			continue
		}
		moved := base.Content[at]
		target := tree.Index(base, key, named.Value)
		if target < 0 {
			m.report(overrideNowhere, named, "id", named.Value)
			return
		}
		if target == at {
			return
		}
		base.Content = slices.Delete(base.Content, at, at+1)
		base.Content = slices.Insert(base.Content, tree.Index(base, key, named.Value)+offset, moved)
		tree.Remove(moved, where)
		return
	}
}

// drops takes away the elements that a list of ids names.
func (m *merger) drops(base, ids *yaml.Node) {
	if ids.Kind != yaml.SequenceNode {
		m.mismatch(ids, listWords)
		return
	}
	for _, id := range ids.Content {
		m.touched[id.Value] = true
		switch dropped, locked := drop(base, id.Value, ""); {
		case locked:
			m.report(overrideLocked, id, "what", id.Value)
		case !dropped:
			m.report(overrideNowhere, id, "id", id.Value)
		}
	}
}

// drop takes the element of an id out of a tree, unless it or something in it is locked.
func drop(n *yaml.Node, id, lock string) (dropped, locked bool) {
	for i, c := range n.Content {
		inside := lock
		if c.Kind == yaml.MappingNode {
			inside = lockOf(c, lock)
		}
		if own := tree.Get(c, "id"); n.Kind == yaml.SequenceNode && own != nil && own.Value == id {
			if inside == "locked" || tree.Locked(c) {
				return false, true
			}
			n.Content = slices.Delete(n.Content, i, i+1)
			return true, false
		}
		if dropped, locked = drop(c, id, inside); dropped || locked {
			return dropped, locked
		}
	}
	return false, false
}

// lockOf is the lock of an element inside another lock.
func lockOf(element *yaml.Node, outer string) string {
	if own := tree.Lock(element); own != "" {
		return own
	}
	return outer
}
