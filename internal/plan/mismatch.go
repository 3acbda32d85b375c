package plan

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/tree"
)

// What a place of the file should hold, and what it holds instead.
var (
	mappingWords = diag.Words{VI: "các mục dạng tên: giá trị", EN: "keys with values"}
	listWords    = diag.Words{VI: "danh sách, mỗi dòng bắt đầu bằng -", EN: "a list, a line each beginning with -"}
	wordWords    = diag.Words{VI: "một từ", EN: "one word"}
	boolWords    = diag.Words{VI: "true hoặc false", EN: "true or false"}
	valueWords   = diag.Words{VI: "một giá trị", EN: "one value"}
	textWords    = diag.Words{VI: "lời văn", EN: "text"}
	scalarFound  = diag.Words{VI: `"{value}"`, EN: `"{value}"`}
	mappingFound = diag.Words{VI: "các mục dạng tên: giá trị", EN: "keys with values"}
	listFound    = diag.Words{VI: "danh sách", EN: "a list"}
	nothingFound = diag.Words{VI: "chỗ trống", EN: "nothing"}
)

// mismatch reports a node of the wrong sort; prose that YAML took for something else is shown mended.
func (d *decoder) mismatch(n *yaml.Node, expected diag.Words) {
	if f, ok := d.prose(d.source(n), n.Line, traps); ok && n.Kind != yaml.ScalarNode && (expected == textWords || expected == valueWords) {
		d.found = append(d.found, f)
		return
	}
	found := scalarFound
	switch {
	case tree.IsNull(n):
		found = nothingFound
	case n.Kind == yaml.MappingNode:
		found = mappingFound
	case n.Kind == yaml.SequenceNode:
		found = listFound
	}
	value := n.Value
	if letters := []rune(value); len(letters) > 40 {
		value = string(letters[:40]) + "…"
	}
	k := wrongType.Saying("expected", expected).Saying("found", found).Saying("fix", d.inPlace.fix(n, expected))
	d.found = append(d.found, k.At(d.place(n).Location(), "value", value))
}

// A slot is where the decoder is: a key, or an item of the list behind it, and what belongs there.
type slot struct {
	key, about string
	wants      reflect.Type
	item       itemOf
}

type itemOf int

const (
	noItem itemOf = iota
	ofLines
	ofBrackets
)

var seeExamples = diag.Words{VI: "xem ví dụ trong plans/mau", EN: "see the examples in plans/mau"}

// fix shows what belongs in the slot, with what stands there as far as it fits.
func (s slot) fix(n *yaml.Node, expected diag.Words) diag.Words {
	if s.key == "" {
		return seeExamples
	}
	example := value(s.wants, n)
	switch {
	case expected == boolWords:
		example = "true"
	case expected == mappingWords && len(Keys(s.wants)) == 0: // of names that the writer chooses
		example = "{…: …}"
	case expected == wordWords && !slices.Contains(enums[s.wants], example):
		example = enums[s.wants][0]
	}
	switch s.item {
	case noItem:
		example = s.key + ": " + example
	case ofLines:
		example = "- " + strings.Trim(example, "{}")
	case ofBrackets:
		example = s.key + ": [" + example + "]"
	}
	about, _, _ := strings.Cut(strings.TrimSuffix(s.about, "."), ". ")
	if first, size := utf8.DecodeRuneInString(about); size < len(about) && unicode.IsLower([]rune(about[size:])[0]) {
		about = string(unicode.ToLower(first)) + about[size:]
	}
	return diag.Words{VI: "ghi " + example + " (" + about + ")", EN: "write " + example}
}

// value is a value of a type, as an example that says what a node says.
func value(t reflect.Type, n *yaml.Node) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Slice {
		return "[" + value(t.Elem(), n) + "]"
	}
	keys := Keys(t)
	switch {
	case len(keys) == 0:
		return word(n)
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		var pairs []string
		for i := 0; i+1 < min(len(n.Content), 6); i += 2 {
			pairs = append(pairs, n.Content[i].Value+": "+word(n.Content[i+1]))
		}
		return "{" + strings.Join(pairs, ", ") + "}"
	}
	fields := fieldsOf(t)
	wanted := slices.DeleteFunc(slices.Clone(keys), func(k Key) bool { return !fields.byKey[k.Name].required })
	if i := slices.IndexFunc(keys, func(k Key) bool { return k.Name == "text" }); len(wanted) == 0 && i >= 0 {
		wanted = keys[i : i+1]
	} else if len(wanted) == 0 {
		wanted = keys[:1]
	}
	var pairs []string
	for _, k := range wanted {
		said := "…"
		if len(wanted) == 1 {
			said = value(k.Type, n)
		}
		pairs = append(pairs, k.Name+": "+said)
	}
	return "{" + strings.Join(pairs, ", ") + "}"
}

// word is a node's value, or that of the first in it, as an example of what is unquoted; … where it is long or none.
func word(n *yaml.Node) string {
	for n.Kind == yaml.SequenceNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	if n.Kind != yaml.ScalarNode || n.Value == "" || tree.IsNull(n) || n.Value[0] == '-' || utf8.RuneCountInString(n.Value) > 30 || strings.ContainsAny(n.Value, ",[]{}:#\"'\n*&!|>%@`") {
		return "…"
	}
	return n.Value
}
