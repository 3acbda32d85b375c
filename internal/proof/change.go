package proof

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// comparison walks two states of a PDF side by side and sorts what differs: fields filled in, and all else.
type comparison struct {
	old, new *pdfread.File
	queue    []pair
	seen     map[[2]pdfread.Ref]bool
	filled   []string
	changed  []string
}

// A pair is one object in both states, and how it is reached from the catalog.
type pair struct {
	path     string
	old, new pdfread.Object
}

// Bounds of a comparison.
const (
	maxPairs   = 2_000_000
	maxChanged = 20
)

// compareStates compares the document as of two revisions.
func compareStates(old, new *pdfread.File) (filled, changed []string, err error) {
	c := &comparison{old: old, new: new, seen: map[[2]pdfread.Ref]bool{}}
	c.queue = append(c.queue, pair{"", old.Catalog, new.Catalog})
	for n := 0; len(c.queue) > 0 && len(c.changed) < maxChanged; n++ {
		if n > maxPairs {
			return nil, nil, pdfread.ErrTooLarge
		}
		next := c.queue[0] // the nearest first: what is changed is named by its shortest path
		c.queue = c.queue[1:]
		if err := c.compare(next); err != nil {
			return nil, nil, err
		}
	}
	slices.Sort(c.filled)
	slices.Sort(c.changed)
	return slices.Compact(c.filled), slices.Compact(c.changed), nil
}

func (c *comparison) differ(p pair) { c.changed = append(c.changed, p.path) }

func (c *comparison) push(path string, old, new pdfread.Object) {
	c.queue = append(c.queue, pair{path, old, new})
}

// compare compares one pair and queues what is below it.
func (c *comparison) compare(p pair) error {
	oldRef, ok1 := p.old.(pdfread.Ref)
	newRef, ok2 := p.new.(pdfread.Ref)
	if ok1 && ok2 {
		key := [2]pdfread.Ref{oldRef, newRef}
		if c.seen[key] {
			return nil
		}
		c.seen[key] = true
	}
	old, err := c.old.Resolve(p.old)
	if err != nil {
		return err
	}
	new, err := c.new.Resolve(p.new)
	if err != nil {
		return err
	}
	switch was := old.(type) {
	case pdfread.Dict:
		if is, ok := new.(pdfread.Dict); ok {
			return c.dicts(p.path, was, is)
		}
	case *pdfread.Stream:
		if is, ok := new.(*pdfread.Stream); ok {
			if !bytes.Equal(was.Packed, is.Packed) {
				c.differ(p)
				return nil
			}
			return c.dicts(p.path, was.Dict, is.Dict)
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
		if old == new { // numbers, names, strings: the types above were met as themselves
			return nil
		}
	}
	c.differ(p)
	return nil
}

// free are the entries of the catalog and of the form that signing itself writes (12.8.4.3, 12.8.5; 12.7.2; ISO 14533): what
// they say is checked as signatures, not as content.
var free = map[string][]pdfread.Name{
	"":          {"DSS", "Extensions", "Perms", "Version", "Metadata"}, // metadata is dated by every save
	"/AcroForm": {"SigFlags", "DR", "DA"},                              // fonts for appearances to come; those that are there carry their own
}

// ofField are the entries of a field that filling it in changes, as signing programs do.
var ofField = []pdfread.Name{"V", "AP", "AS", "M", "F", "MK", "Lock"}

func (c *comparison) dicts(path string, old, new pdfread.Dict) error {
	field, err := c.field(old)
	if err != nil {
		return err
	}
	filling := field != "" && old["V"] == nil && new["V"] != nil // else its looks stay as they were, too
	keys := maps.Clone(old)
	maps.Copy(keys, new)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		below := path + "/" + string(key)
		switch {
		case slices.Contains(free[path], key):
		case filling && slices.Contains(ofField, key):
			if key == "V" {
				if err := c.fill(field, new[key]); err != nil {
					return err
				}
			}
		case path == "" && key == "AcroForm" && old[key] == nil:
			if err := c.newForm(below, new[key]); err != nil {
				return err
			}
		case key == "Annots" && old[key] == nil:
			c.push(below, pdfread.Array{}, new[key])
		case old[key] == nil || new[key] == nil:
			c.differ(pair{path: below})
		default:
			c.push(below, old[key], new[key])
		}
	}
	return nil
}

// field is the name of a field's dictionary; "" for all others.
func (c *comparison) field(d pdfread.Dict) (string, error) {
	if d["FT"] == nil {
		return "", nil
	}
	return c.old.Text(d["T"])
}

// fill notes a field that was empty and is not.
func (c *comparison) fill(field string, o pdfread.Object) error {
	value, err := c.new.Resolve(o)
	if err != nil {
		return err
	}
	if text, ok := value.(pdfread.String); ok {
		said, err := c.new.Text(text)
		if err != nil {
			return err
		}
		field += " = " + said
	}
	c.filled = append(c.filled, field)
	return nil
}

// newForm is the form of a file that had none: it may hold signatures alone.
func (c *comparison) newForm(path string, o pdfread.Object) error {
	form, err := c.new.Dict(o)
	if err != nil {
		return err
	}
	c.push(path+"/Fields", pdfread.Array{}, form["Fields"])
	return nil
}

// arrays compares arrays. The lists of fields and annotations may grow by fields to sign in.
func (c *comparison) arrays(p pair, old, new pdfread.Array) error {
	grows := p.path == "/AcroForm/Fields" || strings.HasSuffix(p.path, "/Annots")
	if len(new) < len(old) || len(new) > len(old) && !grows {
		c.differ(p)
		return nil
	}
	for i := range new {
		path := fmt.Sprintf("%s[%d]", p.path, i)
		if i < len(old) {
			c.push(path, old[i], new[i])
			continue
		}
		added, err := c.new.Dict(new[i])
		if err != nil {
			return err
		}
		name, err := c.new.Text(added["T"])
		if err != nil {
			return err
		}
		if added["FT"] != pdfread.Name("Sig") {
			c.differ(pair{path: path})
			continue
		}
		c.filled = append(c.filled, name)
	}
	return nil
}
