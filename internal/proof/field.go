package proof

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A field (ISO 32000-1, 12.7.3) is one that is filled in, not one that only holds others.
type field struct {
	name    string
	kind    pdfread.Name // FT, its own or inherited
	object  pdfread.Object
	dict    pdfread.Dict
	value   pdfread.Object // resolved
	widgets pdfread.Array  // where it is shown on pages, if not as itself (12.5.6.19)
}

// empty tells whether nobody has filled a field in whose value is o.
func empty(o pdfread.Object) bool { return o == nil || o == pdfread.String("") }

// maxFields bounds the fields of a form, those included that hold others.
const maxFields = 10_000

// fields are those of a document's form.
func fields(f *pdfread.File) ([]field, error) {
	form, err := f.Dict(f.Catalog["AcroForm"])
	if err != nil {
		return nil, err
	}
	roots, err := f.Array(form["Fields"])
	if err != nil {
		return nil, err
	}
	var queue, out []field
	for _, o := range roots {
		queue = append(queue, field{object: o})
	}
	for n := 0; n < len(queue); n++ {
		if n > maxFields {
			return nil, pdfread.ErrTooLarge
		}
		at := queue[n]
		if at.dict, err = f.Dict(at.object); err != nil {
			return nil, err
		}
		part, err := f.Text(at.dict["T"])
		if err != nil {
			return nil, err
		}
		at.name = strings.Trim(at.name+"."+part, ".")
		kind, err := f.Name(at.dict["FT"])
		if err != nil {
			return nil, err
		}
		if kind != "" {
			at.kind = kind
		}
		if at.value, err = f.Resolve(at.dict["V"]); err != nil {
			return nil, err
		}
		kids, err := f.Array(at.dict["Kids"])
		if err != nil {
			return nil, err
		}
		if len(kids) == 0 || at.value != nil {
			at.widgets = kids
			out = append(out, at)
			continue
		}
		for _, kid := range kids {
			queue = append(queue, field{object: kid, name: at.name, kind: at.kind})
		}
	}
	return out, nil
}

// byWidget are fields by where they are shown.
func byWidget(all []field) map[pdfread.Ref]field {
	out := map[pdfread.Ref]field{}
	for _, field := range all {
		for _, o := range append(pdfread.Array{field.object}, field.widgets...) {
			if ref, ok := o.(pdfread.Ref); ok {
				out[ref] = field
			}
		}
	}
	return out
}

// A lock tells which fields may no longer be filled in (12.7.4.5, 12.8.2.4).
type lock struct {
	action pdfread.Name // All, Include or Exclude
	names  []string
}

// readLock reads a signature field's lock dictionary or a FieldMDP's parameters, which have the same entries.
func readLock(f *pdfread.File, d pdfread.Dict) (lock, error) {
	action, err := f.Name(d["Action"])
	if err != nil {
		return lock{}, err
	}
	array, err := f.Array(d["Fields"])
	if err != nil {
		return lock{}, err
	}
	l := lock{action: action}
	for _, o := range array {
		name, err := f.Text(o)
		if err != nil {
			return lock{}, err
		}
		l.names = append(l.names, name)
	}
	return l, nil
}

// holds tells whether a field is locked; a name stands for all fields below it, too.
func (l lock) holds(field string) bool {
	named := slices.ContainsFunc(l.names, func(name string) bool { return field == name || strings.HasPrefix(field, name+".") })
	switch l.action {
	case "All":
		return true
	case "Include":
		return named
	case "Exclude":
		return !named
	}
	return false
}
