package plan

import (
	"reflect"
	"strings"
	"sync"
)

// A structFields is what the tags of a type say: its keys in order, and the field behind each.
type structFields struct {
	keys  []string
	byKey map[string]field
}

type field struct {
	index    int
	required bool
	about    string // the Vietnamese description
}

var knownFields sync.Map // reflect.Type → structFields

// fieldsOf reads the tags of a struct type.
func fieldsOf(t reflect.Type) structFields {
	if known, ok := knownFields.Load(t); ok {
		return known.(structFields)
	}
	fields := structFields{byKey: map[string]field{}}
	for i := range t.NumField() {
		key, option, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if key == "" || key == "-" {
			continue
		}
		fields.keys = append(fields.keys, key)
		fields.byKey[key] = field{i, option == "required", t.Field(i).Tag.Get("vi")}
	}
	knownFields.Store(t, fields)
	return fields
}

// A Key is one key of the plan language, with the type of what stands behind it.
type Key struct {
	Name string
	Type reflect.Type
}

// Keys are the keys of a type of this package in the order of the language; none for what is no mapping.
func Keys(t reflect.Type) []Key {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == textType || t == reflect.TypeFor[Value]() || t == reflect.TypeFor[Date]() {
		return nil
	}
	fields := fieldsOf(t)
	var keys []Key
	for _, name := range fields.keys {
		keys = append(keys, Key{name, t.Field(fields.byKey[name].index).Type})
	}
	return keys
}
