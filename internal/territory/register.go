package territory

import (
	_ "embed"
	"sync"
)

//go:embed units.txt
var source string

// A register is the table in memory. Names are cut from the embedded text, not copied.
type register struct {
	units  []Unit
	others []otherName
	sameAs []int32          // the next name with the same key, from 1; 0 for none
	first  map[string]int32 // key to the first name with it, from 1
}

// An otherName is how other sources spell a unit's name. It counts as a name behind those of the units.
type otherName struct {
	name string
	unit int32
}

// table is read once; its text is ours and tested, so a mistake in it is a bug.
var table = sync.OnceValue(func() *register {
	t, err := parse(source)
	if err != nil {
		panic("territory: units.txt: " + err.Error())
	}
	return t
})

// named are the units whose name has the key.
func (t *register) named(key string) []*Unit {
	var found []*Unit
	for i := t.first[key]; i > 0; i = t.sameAs[i-1] {
		found = append(found, t.unitOf(i-1))
	}
	return found
}

// unitOf is the unit of name i.
func (t *register) unitOf(i int32) *Unit {
	if n := int32(len(t.units)); i >= n {
		i = t.others[i-n].unit
	}
	return &t.units[i]
}

// index makes the map of keys; the keys share one string.
func (t *register) index() {
	names := len(t.units) + len(t.others)
	var keys []byte
	ends := make([]int, names+1) // of the keys of the names before
	for i := range names {
		if i < len(t.units) {
			keys = appendKey(keys, t.units[i].Name)
		} else {
			keys = appendKey(keys, t.others[i-len(t.units)].name)
		}
		ends[i+1] = len(keys)
	}
	all := string(keys)
	t.sameAs = make([]int32, names)
	t.first = make(map[string]int32, names)
	for i := names - 1; i >= 0; i-- {
		key := all[ends[i]:ends[i+1]]
		t.sameAs[i], t.first[key] = t.first[key], int32(i+1)
	}
}
