package proof

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A comparison walks two states of a PDF side by side and sorts what differs: fields filled in as they may be, and all else.
type comparison struct {
	old, new *pdfread.File
	level    int // of the certification whose state is compared; 0 for an approval
	locks    []lock
	signed   []Signature            // of the new state
	added    map[pdfread.Ref]string // fields that the new state has at the end of its list, and may have; by name
	info     *pair
	queue    []*pair
	seen     map[[2]uintptr]bool
	filled   []string
	more     []Added
	pageOf   map[pdfread.Ref]int // from 1, of the new state's widgets
	changed  []string
}

// A pair is one object in both states, and how it is reached: by a key or an index of the pair above it.
type pair struct {
	above    *pair
	key      pdfread.Name // "" in an array
	index    int
	old, new pdfread.Object
}

// Bounds of a comparison.
const (
	maxPairs   = 1_000_000
	maxChanged = 20
	maxSteps   = 16  // of a path that is shown
	maxShown   = 100 // letters of a name or value that is shown
)

// since compares the document as it was signed with what it is now.
func (s *Signature) since(now *document, signed []Signature) error {
	c := &comparison{old: s.then, new: now.File, pageOf: map[pdfread.Ref]int{}, level: s.Certifies, locks: s.locks, signed: signed,
		added: map[pdfread.Ref]string{}, seen: map[[2]uintptr]bool{}}
	for _, note := range now.notes {
		c.pageOf[note.ref] = note.page + 1
	}
	if err := c.findAdded(); err != nil {
		return err
	}
	c.push(nil, "", 0, c.old.Catalog, c.new.Catalog)
	var info [2]pdfread.Dict
	for i, f := range []*pdfread.File{c.old, c.new} {
		var err error
		if info[i], err = f.Dict(f.Trailer["Info"]); err != nil {
			return err
		}
	}
	c.push(nil, "Info", 0, info[0], info[1])
	c.info = c.queue[1]
	if err := c.walk(); err != nil {
		return err
	}
	slices.Sort(c.filled)
	slices.Sort(c.changed)
	s.Filled, s.Changed = append(s.Filled, slices.Compact(c.filled)...), append(s.Changed, slices.Compact(c.changed)...)
	s.Added = append(s.Added, c.more...)
	s.Allowed = len(s.Changed) == 0
	return nil
}

// walk compares what is queued and all below it.
func (c *comparison) walk() error {
	for n := 0; len(c.queue) > 0 && len(c.changed) < maxChanged; n++ {
		if n > maxPairs {
			return pdfread.ErrTooLarge
		}
		next := c.queue[0] // the nearest first: what is changed is named by its shortest path
		c.queue = c.queue[1:]
		if err := c.compare(next); err != nil {
			return err
		}
	}
	return nil
}

func (c *comparison) push(above *pair, key pdfread.Name, index int, old, new pdfread.Object) {
	c.queue = append(c.queue, &pair{above, key, index, old, new})
}

func (c *comparison) differ(p *pair) { c.changed = append(c.changed, p.path()) }

// path is how a pair is reached from the catalog, or the last steps of that.
func (p *pair) path() string {
	path := ""
	for n := 0; p != nil; p, n = p.above, n+1 {
		switch {
		case n == maxSteps:
			return "…" + path
		case p.key != "":
			path = "/" + short(string(p.key)) + path
		case p.above != nil:
			path = fmt.Sprintf("[%d]%s", p.index, path)
		}
	}
	return path
}

// short is a text as a message shows it.
func short(s string) string {
	if runes := []rune(s); len(runes) > maxShown {
		return string(runes[:maxShown]) + "…"
	}
	return s
}

// is tells whether a pair is reached from the catalog by these keys.
func (p *pair) is(keys ...pdfread.Name) bool {
	for _, key := range slices.Backward(keys) {
		if p.key != key || p.above == nil {
			return false
		}
		p = p.above
	}
	return p.above == nil && p.key == ""
}

// compare compares one pair and queues what is below it.
func (c *comparison) compare(p *pair) error {
	old, err := c.old.Resolve(p.old)
	if err != nil {
		return err
	}
	new, err := c.new.Resolve(p.new)
	if err != nil {
		return err
	}
	if key := [2]uintptr{identity(old), identity(new)}; key[0] != 0 && key[1] != 0 {
		if c.seen[key] {
			return nil
		}
		c.seen[key] = true
	}
	switch was := old.(type) {
	case pdfread.Dict:
		if is, ok := new.(pdfread.Dict); ok {
			return c.dicts(p, was, is)
		}
	case *pdfread.Stream:
		if is, ok := new.(*pdfread.Stream); ok {
			return c.streams(p, was, is)
		}
	case pdfread.Array:
		if is, ok := new.(pdfread.Array); ok {
			return c.arrays(p, was, is)
		}
	case pdfread.String: // one text may be written in two encodings
		before, err := c.old.Text(old)
		if err != nil {
			return err
		}
		after, err := c.new.Text(new)
		if _, ok := new.(pdfread.String); err != nil || ok && before == after {
			return err
		}
	default:
		switch new.(type) {
		case pdfread.Dict, pdfread.Array: // can't be compared by ==
		default:
			if old == new {
				return nil
			}
		}
	}
	c.differ(p)
	return nil
}

// identity tells objects apart that hold others: a state reads each of them once. It is 0 for all others.
func identity(o pdfread.Object) uintptr {
	switch o.(type) {
	case pdfread.Dict, pdfread.Array, *pdfread.Stream:
		return reflect.ValueOf(o).Pointer()
	}
	return 0
}

func (c *comparison) streams(p *pair, old, new *pdfread.Stream) error {
	if bytes.Equal(old.Packed, new.Packed) {
		return c.dicts(p, old.Dict, new.Dict)
	}
	if !p.is("Metadata") {
		c.differ(p)
		return nil
	}
	before, err := c.old.Data(old)
	if err != nil {
		return err
	}
	after, err := c.new.Data(new)
	if err != nil {
		return err
	}
	if !sameFacts(before, after) {
		c.differ(p)
	}
	return nil
}

// ofField are the entries of a field that filling it in changes, as signing programs do.
var ofField = []pdfread.Name{"V", "AP", "AS", "M", "F", "MK", "Lock"}

func (c *comparison) dicts(p *pair, old, new pdfread.Dict) error {
	filling, err := c.filling(old, new)
	if err != nil {
		return err
	}
	keys := maps.Clone(old)
	maps.Copy(keys, new)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		switch {
		case c.free(p, key, old[key]):
		case filling && slices.Contains(ofField, key) && (key != "Lock" || old[key] == nil):
		case key == "Annots" && old[key] == nil:
			c.push(p, key, 0, pdfread.Array{}, new[key])
		case old[key] == nil || new[key] == nil:
			c.differ(&pair{above: p, key: key})
		default:
			c.push(p, key, 0, old[key], new[key])
		}
	}
	return nil
}

// free tells whether an entry is what saving and signing write beside the content (12.8.4.3, 12.8.5; 12.7.2; ISO 14533), also
// where nothing may be changed: the proofs of a signature that are kept for later, dates, the program that saved. Where fields may
// be filled in, also what is there for that.
func (c *comparison) free(p *pair, key pdfread.Name, old pdfread.Object) bool {
	switch {
	case p == c.info:
		return key == "ModDate" || key == "CreationDate" || key == "Producer"
	case p.is():
		return key == "DSS" || key == "Extensions" || c.level != 1 && (key == "Version" || key == "Perms" && old == nil)
	case p.is("AcroForm"):
		return key == "SigFlags" || c.level != 1 && key == "DR" // what is there has fonts of its own
	case p.is("Metadata"):
		return key == "Length" || key == "Filter" || key == "DecodeParms"
	}
	return false
}

// filling tells whether a dictionary is a field that was empty and is not, and notes that. If it is none, its looks stay as they
// were, too.
func (c *comparison) filling(old, new pdfread.Dict) (bool, error) {
	if old["FT"] == nil || old["Subtype"] != pdfread.Name("Widget") {
		return false, nil
	}
	before, err := c.old.Resolve(old["V"])
	if err != nil {
		return false, err
	}
	after, err := c.new.Resolve(new["V"])
	if err != nil || !empty(before) || empty(after) {
		return false, err
	}
	name, err := fullName(c.old, old)
	if err != nil {
		return false, err
	}
	said := short(name)
	if text, ok := after.(pdfread.String); ok {
		value, err := c.new.Text(text)
		if err != nil {
			return false, err
		}
		said += " = " + short(value)
	}
	if c.level == 1 || slices.ContainsFunc(c.locks, func(l lock) bool { return l.holds(name) }) {
		c.changed = append(c.changed, said)
	} else {
		c.filled = append(c.filled, said)
	}
	return true, nil
}

// fullName is a field's name with those of the fields above it (12.7.3.2).
func fullName(f *pdfread.File, field pdfread.Dict) (string, error) {
	name := ""
	for range maxSteps {
		part, err := f.Text(field["T"])
		if err != nil {
			return "", err
		}
		name = strings.Trim(part+"."+name, ".")
		if field, err = f.Dict(field["Parent"]); err != nil || field == nil {
			return name, err
		}
	}
	return name, nil
}

// arrays compares arrays. The lists of fields and annotations may grow by fields to sign in.
func (c *comparison) arrays(p *pair, old, new pdfread.Array) error {
	form := p.is("AcroForm", "Fields")
	if len(new) < len(old) || len(new) > len(old) && !form && p.key != "Annots" {
		c.differ(p)
		return nil
	}
	for i := range new {
		if i < len(old) {
			c.push(p, "", i, old[i], new[i])
			continue
		}
		ref, _ := new[i].(pdfread.Ref)
		name, ok := c.added[ref]
		switch {
		case !ok:
			c.differ(&pair{above: p, index: i})
		case form:
			c.more = append(c.more, Added{short(name), c.pageOf[ref]})
		}
	}
	return nil
}
