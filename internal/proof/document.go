package proof

import "github.com/kehoach/kehoach/internal/pdfread"

// A document is a PDF with the lists in it that are asked for more than once.
type document struct {
	*pdfread.File
	data   []byte
	pages  []pdfread.Page
	notes  []annotation
	fields []field
}

func open(data []byte) (*document, error) {
	f, err := pdfread.Open(data)
	if err != nil {
		return nil, err
	}
	d := &document{File: f, data: data}
	if d.pages, err = f.Pages(); err != nil {
		return nil, err
	}
	if d.notes, err = annotations(f, d.pages); err != nil {
		return nil, err
	}
	d.fields, err = fields(f)
	return d, err
}

// An annotation (ISO 32000-1, 12.5) lies on a page.
type annotation struct {
	page int // from 0
	ref  pdfread.Ref
	dict pdfread.Dict
}

// maxAnnotations bounds those of a file; pages may share a list.
const maxAnnotations = 20_000

// annotations are those of all pages, in order.
func annotations(f *pdfread.File, pages []pdfread.Page) ([]annotation, error) {
	var out []annotation
	for i, page := range pages {
		list, err := f.Array(page.Dict["Annots"])
		if err != nil {
			return nil, err
		}
		for _, o := range list {
			dict, err := f.Dict(o)
			if err != nil {
				return nil, err
			}
			ref, _ := o.(pdfread.Ref)
			if out = append(out, annotation{i, ref, dict}); len(out) > maxAnnotations {
				return nil, pdfread.ErrTooLarge
			}
		}
	}
	return out, nil
}
