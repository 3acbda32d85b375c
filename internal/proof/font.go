package proof

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A Font is a font of the file.
type Font struct {
	Name     string `json:"name"`
	Embedded bool   `json:"embedded"` // all fonts of this name are
}

// fontsOf are the fonts that pages and annotations are set in, by name.
func fontsOf(d *document) ([]Font, error) {
	w := &fontWalk{file: d.File, seen: map[uintptr]bool{}, embedded: map[string]bool{}}
	for _, page := range d.pages {
		if err := w.resources(page.Resources); err != nil {
			return nil, err
		}
	}
	for _, note := range d.notes {
		appearance, err := d.Dict(note.dict["AP"])
		if err != nil {
			return nil, err
		}
		if err := w.form(appearance["N"]); err != nil {
			return nil, err
		}
	}
	fonts := []Font{}
	for _, name := range slices.Sorted(maps.Keys(w.embedded)) {
		fonts = append(fonts, Font{name, w.embedded[name]})
	}
	return fonts, nil
}

// faces are the names of the fonts that a file's pages are set in, without those of their subsets (9.6.4).
func faces(d *document) ([]string, error) {
	w := &fontWalk{file: d.File, seen: map[uintptr]bool{}, embedded: map[string]bool{}}
	for _, page := range d.pages {
		if err := w.resources(page.Resources); err != nil {
			return nil, err
		}
	}
	var out []string
	for name := range w.embedded {
		if _, after, ok := strings.Cut(name, "+"); ok {
			name = after
		}
		out = append(out, name)
	}
	return out, nil
}

// A fontWalk visits what draws, each thing once.
type fontWalk struct {
	file     *pdfread.File
	seen     map[uintptr]bool
	embedded map[string]bool
}

// once tells whether a dictionary is there and was not visited before.
func (w *fontWalk) once(d pdfread.Dict) bool {
	key := identity(d)
	defer func() { w.seen[key] = true }()
	return d != nil && !w.seen[key]
}

// resources visits what a content stream draws with (7.8.3).
func (w *fontWalk) resources(d pdfread.Dict) error {
	if !w.once(d) {
		return nil
	}
	fonts, err := w.file.Dict(d["Font"])
	if err != nil {
		return err
	}
	if w.once(fonts) {
		for _, o := range fonts {
			if err := w.font(o); err != nil {
				return err
			}
		}
	}
	objects, err := w.file.Dict(d["XObject"])
	if err != nil || !w.once(objects) {
		return err
	}
	for _, o := range objects {
		if err := w.form(o); err != nil {
			return err
		}
	}
	return nil
}

// form visits a form XObject (8.10), or several under names of their own, as appearances may be (12.5.5).
func (w *fontWalk) form(o pdfread.Object) error {
	resolved, err := w.file.Resolve(o)
	if err != nil {
		return err
	}
	switch form := resolved.(type) {
	case *pdfread.Stream:
		resources, err := w.file.Dict(form.Dict["Resources"])
		return cmp.Or(err, w.resources(resources))
	case pdfread.Dict:
		if !w.once(form) {
			return nil
		}
		for _, state := range form {
			if resolved, err := w.file.Resolve(state); err != nil {
				return err
			} else if stream, ok := resolved.(*pdfread.Stream); ok {
				if err := w.form(stream); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// font notes a font's name and whether its outlines are in the file (9.6, 9.7, 9.9).
func (w *fontWalk) font(o pdfread.Object) error {
	dict, err := w.file.Dict(o)
	if err != nil {
		return err
	}
	name, err := w.file.Name(dict["BaseFont"])
	if err != nil {
		return err
	}
	drawn := dict["Subtype"] == pdfread.Name("Type3") // by procedures of the file
	descendants, err := w.file.Array(dict["DescendantFonts"])
	if err != nil {
		return err
	}
	if len(descendants) > 0 {
		if dict, err = w.file.Dict(descendants[0]); err != nil {
			return err
		}
	}
	descriptor, err := w.file.Dict(dict["FontDescriptor"])
	if err != nil {
		return err
	}
	embedded := drawn || descriptor["FontFile"] != nil || descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil
	others, known := w.embedded[string(name)]
	w.embedded[string(name)] = embedded && (others || !known)
	return nil
}
