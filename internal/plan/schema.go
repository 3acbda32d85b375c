package plan

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// Schema is the JSON Schema (draft 2020-12) of a plan, made from the types of this package.
func Schema() []byte { return schemaOf(reflect.TypeFor[Plan](), "Kế hoạch (kehoach)") }

// AgencySchema is that of an agency file.
func AgencySchema() []byte {
	return schemaOf(reflect.TypeFor[Agency](), "Cơ quan ban hành (kehoach)")
}

// A schemaWriter gathers the definitions of the types it meets.
type schemaWriter struct{ definitions map[string]any }

func schemaOf(root reflect.Type, title string) []byte {
	w := &schemaWriter{map[string]any{}}
	schema := w.object(root)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = title
	schema["$defs"] = w.definitions
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(schema) // maps of strings, booleans and maps always encode
	return b.Bytes()
}

// scalar is what a value, a date or a text may be in YAML: also a number, since 2026 needs no quotes; a date has slashes.
var scalar = []string{"string", "number", "boolean", "null"}

// of is the schema of a type.
func (w *schemaWriter) of(t reflect.Type) map[string]any {
	switch {
	case t == reflect.TypeFor[Value]() || t == textType:
		return map[string]any{"type": scalar}
	case t == reflect.TypeFor[Date]():
		return map[string]any{"type": []string{"string", "number", "null"}, "pattern": `^([0-9]{1,2}/)?([0-9]{1,2}/)?[0-9]{4}$`}
	case t == reflect.TypeFor[Condition]():
		one := map[string]any{"type": scalar[:3]}
		many := map[string]any{"type": "array", "items": one, "minItems": 1}
		return map[string]any{"type": "object", "additionalProperties": map[string]any{"anyOf": []any{one, many}}, "minProperties": 1}
	case t.Kind() == reflect.Bool:
		return map[string]any{"type": []string{"boolean", "null"}}
	case t.Kind() == reflect.String:
		words := []any{nil}
		for _, word := range enums[t] {
			words = append(words, word)
		}
		return map[string]any{"enum": words}
	case t.Kind() == reflect.Slice:
		items := w.of(t.Elem())
		return map[string]any{"type": []string{"array", "null"}, "items": items}
	case t.Kind() == reflect.Pointer:
		return w.of(t.Elem())
	case t.Kind() == reflect.Struct:
		return w.reference(t)
	}
	panic("plan: no schema for " + t.String())
}

// reference names a struct's definition, and writes it the first time.
func (w *schemaWriter) reference(t reflect.Type) map[string]any {
	if w.definitions[t.Name()] == nil {
		w.definitions[t.Name()] = true // items hold items
		w.definitions[t.Name()] = w.object(t)
	}
	return map[string]any{"$ref": "#/$defs/" + t.Name()}
}

// fillIn makes a property one that must hold something.
func fillIn(property map[string]any) {
	if words, ok := property["enum"].([]any); ok {
		property["enum"] = words[1:] // without null
		return
	}
	if types, ok := property["type"].([]string); ok {
		property["type"] = types[:len(types)-1] // null stands last
		property["minItems"] = 1
		if property["pattern"] == nil {
			property["pattern"] = `\S` // blanks are nothing
		}
		return
	}
	property["minProperties"] = 1
}

func (w *schemaWriter) object(t reflect.Type) map[string]any {
	fields := fieldsOf(t)
	properties, required := map[string]any{}, []string{}
	for _, key := range fields.keys {
		f := fields.byKey[key]
		property := w.of(t.Field(f.index).Type)
		property["description"] = f.about
		properties[key] = property
		if f.required {
			required = append(required, key)
			fillIn(property)
		}
	}
	if v, ok := properties["kehoach"].(map[string]any); ok {
		delete(v, "type")
		v["enum"] = []any{Version, "1"}
	}
	schema := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		schema["required"] = required
	}
	return schema
}
