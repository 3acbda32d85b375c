package plan

import (
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A Passage is one text of a plan or an agency file, with where it belongs.
type Passage struct {
	*Text
	Path string // the keys that lead to it, with ids, else positions from 1: "sections.2.items.quan-triet.text"
	Key  string // the last of them
	In   any    // what it is a value of: *Plan, *Citation, *Item, *Role, *Recipient …
}

// Passages are the texts of the plan's own file, in the order of its keys. One that stands in two places through an alias or a
// merge is given once.
func (p *Plan) Passages() []Passage { return passages(reflect.ValueOf(p), p.File) }

// Passages are the texts of the agency file.
func (a *Agency) Passages() []Passage { return passages(reflect.ValueOf(a), a.File) }

func passages(root reflect.Value, file *Source) []Passage {
	w := &walker{file: file, seen: map[int]bool{}}
	w.structure(root, "")
	return w.found
}

// A walker collects the texts of one file.
type walker struct {
	file  *Source
	seen  map[int]bool // where texts begin
	found []Passage
}

// structure walks the fields of what a pointer points to.
func (w *walker) structure(pointer reflect.Value, path string) {
	v := pointer.Elem()
	for i := range v.NumField() {
		key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
		if key != "" && key != "-" {
			w.value(v.Field(i), join(path, key), key, pointer.Interface())
		}
	}
}

// value walks one value, the key of which is key and the owner of which is in.
func (w *walker) value(v reflect.Value, path, key string, in any) {
	if v.Type() == textType {
		t := v.Addr().Interface().(*Text)
		if t.Given() && t.At.File == w.file && !w.seen[t.At.Start] {
			w.seen[t.At.Start] = true
			w.found = append(w.found, Passage{t, path, key, in})
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.structure(v, path)
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.value(v.Index(i), join(path, name(v.Index(i), i)), key, in)
		}
	case reflect.Struct:
		if v.Type() != reflect.TypeFor[Value]() && v.Type() != reflect.TypeFor[Date]() {
			w.structure(v.Addr(), path)
		}
	}
}

// name is what an element of a list is called in a path: its id, else its position.
func name(v reflect.Value, i int) string {
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		if id := v.Elem().FieldByName("ID"); id.IsValid() {
			if value := id.Interface().(Value); value.Given() {
				return value.Text
			}
		}
	}
	return strconv.Itoa(i + 1)
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// A Locator finds the places of letters of one text: a text may be folded, quoted or escaped in its file.
type Locator struct {
	text   *Text
	places scalarMap
	exact  bool
}

// Locate prepares to find places in t.
func (t *Text) Locate() Locator {
	l := Locator{text: t}
	if t.At.File != nil {
		l.places, _, l.exact = mapScalar(t.At.File.Text, t.At.Start, styleAt(t.At), t.Value.Text)
	}
	return l
}

// Exact tells whether the places are those of the very letters; else they are where the text begins.
func (l Locator) Exact() bool { return l.exact }

// Place is where the bytes from and to of an inline's Text stand.
func (l Locator) Place(in Inline, from, to int) Place {
	if !l.exact {
		return in.At
	}
	return l.places.place(l.text.At.File, l.written(in, from), l.written(in, to))
}

// written is where byte n of an inline's Text stands in the value, in which some letters are escaped.
func (l Locator) written(in Inline, n int) int {
	at := in.from
	if strings.HasPrefix(l.text.Value.Text[at:], in.Text) { // nothing is escaped
		return at + n
	}
	for n > 0 && at < len(l.text.Value.Text) {
		if escaped(l.text.Value.Text[at:]) {
			at++
		}
		_, size := utf8.DecodeRuneInString(l.text.Value.Text[at:])
		at += size
		n -= size
	}
	return min(at, len(l.text.Value.Text))
}

// styleAt is how the scalar at a place is written.
func styleAt(at Place) yaml.Style {
	switch at.File.Text[at.Start:][:1] {
	case `"`:
		return yaml.DoubleQuotedStyle
	case "'":
		return yaml.SingleQuotedStyle
	case "|":
		return yaml.LiteralStyle
	case ">":
		return yaml.FoldedStyle
	}
	return 0
}
