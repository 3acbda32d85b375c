package units

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/vi"
)

// unit makes one row a unit.
func (r *reader) unit(line int, cells []cell) {
	before := len(r.found)
	u := Unit{Values: make(map[string]string, len(r.columns)), Places: make(map[string]diag.Location, len(r.columns)),
		At: diag.Location{File: r.shown, Line: line, Column: 1}}
	for i, c := range cells {
		if i >= len(r.columns) || r.columns[i].Heading == "" {
			r.outside(i, c)
			continue
		}
		if key := r.columns[i].Key; key != "" {
			from := len(r.found)
			r.value(&u, key, c)
			r.name(from, i, line)
		}
	}
	r.add(u, before)
}

// name tells in the findings since from which cell they are about, as a person finds it.
func (r *reader) name(from, column, line int) {
	for i := from; i < len(r.found); i++ {
		in := diag.Words{VI: ` (cột "{column}")`, EN: ` (column "{column}")`}
		if r.letters {
			in = diag.Words{VI: ` (ô {cell}, cột "{column}")`, EN: ` (cell {cell}, column "{column}")`}
		}
		f := &r.found[i]
		named := *f.Kind
		named.Message = named.Message.Then(in)
		f.Kind = &named
		f.Args = append(f.Args, "cell", letters(column+1)+strconv.Itoa(line), "column", r.columns[column].Heading)
	}
}

// outside reports a cell under no heading.
func (r *reader) outside(i int, c cell) {
	switch {
	case blank(c.text):
	case i >= len(r.columns) && !r.letters: // in CSV: a separator inside a text that wants quotes
		r.report(extraCell.At(c.Location, "value", short(c.text)))
	case !r.bare[i]:
		r.bare[i] = true
		r.report(noHead.At(c.Location, "column", r.columnName(i)))
	}
}

// columnName is how a person finds a column.
func (r *reader) columnName(i int) string {
	if r.letters {
		return letters(i + 1)
	}
	return strconv.Itoa(i + 1)
}

// letters is a column's name in a sheet: A, Z, AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// value takes one cell into a unit.
func (r *reader) value(u *Unit, key string, c cell) {
	if c.wrong != nil {
		r.report(c.wrong.At(c.Location, "value", c.text))
		return
	}
	text, wrong := r.legacy.clean(c)
	if wrong != nil {
		r.report(*wrong)
		return
	}
	if text == "" {
		return
	}
	if strings.Contains(text, "{{") {
		r.report(braces.At(c.Location, "value", short(text)))
	}
	u.Places[key] = c.Location
	switch key {
	case keyUnit:
		u.Name = strings.Join(strings.Fields(text), " ")
	case keyPlan:
		if file, ok := planFile(text); ok {
			u.Plan = file
		} else {
			r.report(badPath.At(c.Location, "value", short(text)))
		}
	case keyKind:
		if id, ok := kinds[text]; ok {
			u.Values[key] = id
		} else if id, ok := kinds[vi.Slug(text)]; ok {
			u.Values[key] = id
		} else {
			r.report(badKind.At(c.Location, "value", short(text)).WithNear(diag.Near(text, kindWords)))
		}
	default:
		if day, ok := turned(text); ok {
			text = day
		}
		u.Values[key] = text
	}
}

// planFile is the path of a unit's own plan; ok is false when it leads out of the list's folder.
func planFile(text string) (file string, ok bool) {
	file = strings.ReplaceAll(text, `\`, "/")
	ending := strings.ToLower(filepath.Ext(file))
	ok = filepath.IsLocal(file) && !strings.ContainsAny(file, ":*?\"<>|\n\t") && (ending == ".yaml" || ending == ".yml")
	return file, ok
}

// add takes a unit into the list when nothing was found against it since before.
func (r *reader) add(u Unit, before int) {
	failed := r.found[before:].Failed()
	at, s := u.Places[keyUnit], vi.Slug(u.Name)
	switch reason := wrongName(u.Name, s); {
	case u.Name == "":
		if !failed {
			r.report(noName.At(u.At))
		}
		return
	case reason != nil:
		r.report(badName.Saying("reason", *reason).At(at, "value", short(u.Name)))
		return
	}
	form := strings.ToLower(u.Name)
	if first, ok := r.named[form]; ok {
		r.report(duplicate.At(at, "name", u.Name, "first", where(r.list.Units[first].At)))
		return
	}
	r.inherit(&u, form)
	r.province(&u)
	failed = r.lacks(u) || failed
	if failed {
		r.lost[form] = u.Name
		return
	}
	if kind, says := u.Values[keyKind], kindIn(s); kind != "" && says != "" && kind != says {
		r.report(otherKind.At(u.Places[keyKind], "kind", kind, "name", u.Name))
	}
	r.named[form] = len(r.list.Units)
	r.list.Units = append(r.list.Units, u)
}

// province takes the province out of a name that has one, by which two communes of one name are told apart: "xã Bình Minh, tỉnh
// Ninh Bình" stays the name of the row, and is the unit xã Bình Minh of that province.
func (r *reader) province(u *Unit) {
	own, province, ok := strings.Cut(u.Name, ",")
	province = strings.TrimSpace(province)
	if s := vi.Slug(province); !ok || !strings.HasPrefix(s, "tinh-") && !strings.HasPrefix(s, "thanh-pho-") {
		return
	}
	if given := u.Values[keyProvince]; given != "" && !strings.EqualFold(given, province) {
		r.report(otherProvince.At(u.Places[keyProvince], "province", given, "name", u.Name))
	}
	u.Values[keyUnit], u.Values[keyProvince] = strings.TrimSpace(own), province
	u.Places[keyProvince] = u.Places[keyUnit]
}

// lacks reports what the plan wants and the unit does not give. A column that is missing altogether is a fault of the list, reported
// with its headings; and a unit with a plan of its own may give it there.
func (r *reader) lacks(u Unit) bool {
	if u.Plan != "" {
		return false
	}
	lacks := false
	for _, v := range r.wanted {
		i := slices.IndexFunc(r.columns, func(c Column) bool { return c.Key == v.Name })
		if !v.Required || v.Name == keyUnit || u.Values[v.Name] != "" || i < 0 && r.lacking {
			continue
		}
		lacks = true
		at, heading := u.At, v.Name
		if i >= 0 {
			heading = r.columns[i].Heading
		}
		if i >= 0 && r.letters {
			at.Column = i + 1
		}
		r.report(emptyCell.At(at, "name", u.Name, "heading", heading))
	}
	return lacks
}

// wrongName tells why a text is no name of a unit; nil when it may be one.
func wrongName(name, slug string) *diag.Words {
	switch {
	case utf8.RuneCountInString(name) > maxName:
		return &diag.Words{VI: fmt.Sprintf("dài hơn %d ký tự", maxName), EN: fmt.Sprintf("longer than %d characters", maxName)}
	case strings.ContainsAny(name, `/\:*?"<>|=`):
		return &diag.Words{VI: `có một trong các ký tự / \ : * ? " < > | =`, EN: `it holds one of / \ : * ? " < > | =`}
	case slug == "":
		return &diag.Words{VI: "không có chữ nào", EN: "it has no letter"}
	}
	return nil
}

// kindIn is the kind that a name's slug begins with: "xa" of "xa-son-tay-ha"; "" for none.
func kindIn(slug string) string {
	for _, word := range kindWords {
		if id := kinds[word]; strings.HasPrefix(slug, id+"-") {
			return id
		}
	}
	return ""
}

// where is a place in words: "units.xlsx, trang Đơn vị:7".
func where(at diag.Location) string { return at.File + ":" + strconv.Itoa(at.Line) }

// short is the beginning of a text for a message.
func short(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
