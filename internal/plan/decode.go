package plan

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/tree"
)

// A decoder turns the nodes of one file into the types of this package, guided by their tags. It reports everything it sees.
type decoder struct {
	file  *Source
	other *overlay // the nodes that come from another file; nil when there is none
	found diag.List
	nodes int // visited so far, aliases followed
	depth int
	raw   bool // texts are values, which are never interpreted
	full  bool // a bound was met: nothing more is decoded

	inPlace slot // of the value that is decoded

	tooMuch diag.Finding // where
	last    position     // that offset found
}

// Bounds of one file. The longest plan known has some 2,000 nodes, eight deep.
const (
	maxNodes = 200_000
	maxDepth = 64
)

// enums are the closed sets of words, by type.
var enums = map[reflect.Type][]string{
	reflect.TypeFor[Urgency]():     {"khan", "thuong-khan", "hoa-toc"},
	reflect.TypeFor[Circulation](): {"xem-xong-tra-lai", "luu-hanh-noi-bo"},
	reflect.TypeFor[Numbering]():   {"traditional", "decimal"},
	reflect.TypeFor[Particulars](): {"lines", "table", "both"},
	reflect.TypeFor[Mark]():        {"number", "dash", "plus", "none"},
	reflect.TypeFor[Align]():       {"left", "center", "right", "justify"},
	reflect.TypeFor[Lock]():        {"locked", "open", "choice"},
	reflect.TypeFor[ColumnValue](): {"number", "item", "role", "support", "deadline", "output", "funding"},
	reflect.TypeFor[AgencyKind]():  {"xa", "phuong", "dac-khu", "huyen", "tinh", "bo", "khac"},
	reflect.TypeFor[Authority]():   {"TM", "KT", "TL", "TUQ", "Q"},
	reflect.TypeFor[Strictness]():  {"off", "note", "warning", "error"},
	reflect.TypeFor[ToneMarks]():   {"old", "new"},
	reflect.TypeFor[DayMove]():     {"keep", "before", "after"},
	reflect.TypeFor[Frequency]():   {"week", "month", "quarter", "half-year", "year"},
	reflect.TypeFor[Standing]():    {"all-year", "as-regulated", "on-request"},
}

// document decodes the file into a *Plan or *Agency. It is false when there is nothing to go on with.
func (d *decoder) document(into any) bool {
	root := d.parse()
	if root == nil {
		return false
	}
	return d.root(root, into)
}

// root decodes a file's root node.
func (d *decoder) root(root *yaml.Node, into any) bool {
	if root.Kind != yaml.MappingNode {
		d.mismatch(root, mappingWords)
		return false
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if key, value := root.Content[i], root.Content[i+1]; key.Value == "kehoach" && value.Value != strconv.Itoa(Version) {
			d.found = append(d.found, badVersion.At(d.place(value).Location(), "value", value.Value))
			return false
		}
	}
	if _, plan := into.(*Plan); plan && hasKey(root, "letterhead") && !hasKey(root, "sections") {
		d.found = append(d.found, fileAgency.At(diag.Location{File: d.file.Name}))
		return false
	}
	d.into(root, reflect.ValueOf(into).Elem())
	if d.full {
		d.found = diag.List{d.tooMuch}
	}
	return !d.full
}

func hasKey(mapping *yaml.Node, key string) bool {
	for i := 0; i < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return true
		}
	}
	return false
}

// into decodes a node into a value of the plan language.
func (d *decoder) into(n *yaml.Node, v reflect.Value) {
	if d.depth++; d.depth > maxDepth {
		d.bound(n)
	}
	defer func() { d.depth-- }()
	if n = d.follow(n); d.full || tree.IsNull(n) {
		return
	}
	switch target := v.Addr().Interface().(type) {
	case *Value:
		d.value(n, target)
		return
	case *Date:
		d.date(n, target)
		return
	case *Text:
		d.text(n, target)
		return
	case *bool:
		d.boolean(n, target)
		return
	case *Condition:
		d.condition(n, target)
		return
	case *Variable:
		d.raw = true
		d.fields(n, v)
		d.raw = false
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.word(n, v)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.into(n, v.Elem())
	case reflect.Slice:
		d.list(n, v)
	case reflect.Struct:
		d.fields(n, v)
	}
}

// follow resolves an alias and counts what is visited, so that a few aliases can't grow into a million values.
func (d *decoder) follow(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if d.nodes++; d.nodes > maxNodes {
		d.bound(n)
	}
	return n
}

func (d *decoder) bound(n *yaml.Node) {
	if !d.full {
		d.full = true
		d.tooMuch = yamlTooMuch.At(d.place(n).Location())
	}
}

// isEmpty tells whether a node holds nothing that a required key could be content with.
func isEmpty(n *yaml.Node) bool {
	return tree.IsNull(n) || strings.TrimSpace(n.Value) == "" && len(n.Content) == 0
}

// A pair is a key of a mapping with its value.
type pair struct{ key, value *yaml.Node }

// pairs are the entries of a mapping, those of merge keys (<<) last; own keys win over merged ones. Keys that stand twice are
// reported.
func (d *decoder) pairs(n *yaml.Node) []pair {
	if n.Kind != yaml.MappingNode {
		d.mismatch(n, mappingWords)
		return nil
	}
	var own, merged []pair
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Tag == "!!merge" {
			merged = append(merged, d.merged(value)...)
			continue
		}
		if first := seen[key.Value]; first != nil {
			d.found = append(d.found, duplicateKey.At(d.place(key).Location(), "key", key.Value, "line", strconv.Itoa(first.Line)))
			continue
		}
		seen[key.Value] = key
		own = append(own, pair{key, value})
	}
	for _, p := range merged {
		if seen[p.key.Value] == nil {
			seen[p.key.Value] = p.key
			own = append(own, p)
		}
	}
	return own
}

// merged are the entries that a merge key brings: one mapping, or a list of them.
func (d *decoder) merged(n *yaml.Node) []pair {
	if d.depth++; d.depth > maxDepth {
		d.bound(n)
	}
	defer func() { d.depth-- }()
	if n = d.follow(n); d.full {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return d.pairs(n)
	}
	var all []pair
	for _, c := range n.Content {
		all = append(all, d.merged(c)...)
	}
	return all
}

// fields decodes a mapping into a struct.
func (d *decoder) fields(n *yaml.Node, v reflect.Value) {
	pairs := d.pairs(n)
	if n.Kind != yaml.MappingNode {
		return
	}
	if at := v.FieldByName("At"); at.IsValid() && at.Type() == reflect.TypeFor[Place]() {
		at.Set(reflect.ValueOf(d.place(n)))
	}
	fields := fieldsOf(v.Type())
	given := map[string]bool{}
	for _, p := range pairs {
		field, ok := fields.byKey[p.key.Value]
		if !ok {
			near, k := diag.Near(p.key.Value, fields.keys), unknownKey
			if near != "" {
				k = nearKey
			}
			d.found = append(d.found, k.At(d.place(p.key).Location(), "key", p.key.Value,
				"known", strings.Join(fields.keys, ", ")).WithNear(near))
			given[near] = true // one finding is enough
			continue
		}
		given[p.key.Value] = !isEmpty(d.follow(p.value))
		outer := d.inPlace
		d.inPlace = slot{key: p.key.Value, about: field.about, wants: v.Field(field.index).Type()}
		d.into(p.value, v.Field(field.index))
		d.inPlace = outer
	}
	for _, key := range fields.keys {
		if field := fields.byKey[key]; field.required && !given[key] {
			lacks := missingKey
			if key == "kehoach" {
				lacks = noVersion
			}
			d.found = append(d.found, lacks.At(d.firstLine(n), "key", key, "about", strings.TrimSuffix(field.about, ".")))
		}
	}
}

// firstLine is the place of a mapping's first key.
func (d *decoder) firstLine(n *yaml.Node) diag.Location {
	if len(n.Content) > 0 {
		return d.place(n.Content[0]).Location()
	}
	return d.place(n).Location()
}

// list decodes a sequence.
func (d *decoder) list(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.mismatch(n, listWords)
		return
	}
	outer := d.inPlace
	defer func() { d.inPlace = outer }()
	d.inPlace.wants, d.inPlace.item = v.Type().Elem(), ofLines
	if n.Style&yaml.FlowStyle != 0 {
		d.inPlace.item = ofBrackets
	}
	for _, c := range n.Content {
		item := reflect.New(v.Type().Elem()).Elem()
		d.into(c, item)
		if item.Kind() == reflect.Pointer && item.IsNil() {
			if !d.full {
				d.mismatch(d.follow(c), mappingWords)
			}
			continue
		}
		v.Set(reflect.Append(v, item))
	}
}

// word decodes one of a closed set of words.
func (d *decoder) word(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.ScalarNode {
		d.mismatch(n, wordWords)
		return
	}
	for _, known := range enums[v.Type()] {
		if n.Value == known {
			v.SetString(known)
			return
		}
	}
	words := enums[v.Type()]
	d.found = append(d.found, badWord.At(d.place(n).Location(), "value", n.Value, "known", strings.Join(words, ", ")).
		WithNear(diag.Near(n.Value, words)))
}

func (d *decoder) boolean(n *yaml.Node, into *bool) {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
		d.mismatch(n, boolWords)
		return
	}
	*into = n.Value == "true" || n.Value == "True" || n.Value == "TRUE"
}

// value decodes a scalar as it is written.
func (d *decoder) value(n *yaml.Node, into *Value) {
	if n = d.follow(n); n.Kind != yaml.ScalarNode {
		d.mismatch(n, valueWords)
		return
	}
	*into = Value{Text: n.Value, At: d.place(n)}
}

// date decodes a day, a month or a year: 30/6/2026, 6/2026, 2026.
func (d *decoder) date(n *yaml.Node, into *Date) {
	d.value(n, &into.Value)
	if !into.Given() {
		return
	}
	var ok bool
	if into.Day, into.Month, into.Year, ok = parseDate(into.Text); !ok {
		d.found = append(d.found, wrongDate(into.Text, badDate, badDateForm).At(into.At.Location(), "value", into.Text))
	}
}

// parseDate reads a day as people write it; day and month are 0 where they are left open.
func parseDate(text string) (day, month, year int, ok bool) {
	parts := strings.Split(text, "/")
	numbers := make([]int, 0, 3)
	for _, part := range slices.Backward(parts) {
		number, err := strconv.Atoi(part)
		if err != nil || number < 1 || len(part) > 4 {
			return 0, 0, 0, false
		}
		numbers = append(numbers, number)
	}
	year = numbers[0]
	if len(numbers) > 1 {
		month = numbers[1]
	}
	if len(numbers) > 2 {
		day = numbers[2]
	}
	return day, month, year, len(numbers) <= 3 && inCalendar(day, month, year) && len(parts[len(parts)-1]) == 4
}

// dayFirst is how a date is written, with its day and month or without.
var dayFirst = regexp.MustCompile(`^((\d{1,2}/)?\d{1,2}/)?\d{4}$`)

// wrongDate tells what is wrong with a text that is no date: that the calendar has no such day, or how it is written.
func wrongDate(text string, calendar, form *diag.Kind) *diag.Kind {
	if dayFirst.MatchString(text) {
		return calendar
	}
	return form
}

// inCalendar tells whether a day exists; 0 stands for a day or month left open.
func inCalendar(day, month, year int) bool {
	if year < 1900 || year > 2200 || month > 12 {
		return false
	}
	days := [...]int{31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month]
	if month == 2 && (year%4 == 0 && year%100 != 0 || year%400 == 0) {
		days = 29
	}
	return day <= days
}
