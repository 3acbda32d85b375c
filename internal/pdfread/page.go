package pdfread

import "maps"

// A Page (7.7.3.3) with what it inherits.
type Page struct {
	Ref       Ref // the zero Ref when the page is no object of its own
	Dict      Dict
	Resources Dict
	Width     float64 // pt
	Height    float64
}

// inheritable are the entries that a page takes from above where it has none (7.7.3.4).
var inheritable = []Name{"Resources", "MediaBox", "CropBox", "Rotate"}

// Bounds of the page tree.
const (
	maxPages = 20_000
	maxLevel = 64
)

// Pages are the document's pages, in order.
func (f *File) Pages() ([]Page, error) {
	w := &pageWalk{file: f, seen: map[Ref]bool{}}
	err := w.node(f.Catalog["Pages"], nil, 0)
	return w.pages, err
}

type pageWalk struct {
	file  *File
	seen  map[Ref]bool
	pages []Page
}

// node walks a node of the page tree; above holds what it inherits.
func (w *pageWalk) node(o Object, above Dict, level int) error {
	f := w.file
	ref, _ := o.(Ref)
	if ref != (Ref{}) && w.seen[ref] {
		return f.damaged(0, "pages lead in a circle")
	}
	w.seen[ref] = true
	if level > maxLevel || len(w.pages) >= maxPages {
		return ErrTooLarge
	}
	dict, err := f.Dict(o)
	if err != nil {
		return err
	}
	if dict == nil {
		return f.damaged(0, "a page is missing")
	}
	kids, err := f.Array(dict["Kids"])
	if err != nil {
		return err
	}
	if kids == nil {
		return w.page(ref, dict, above)
	}
	below := Dict{}
	for _, key := range inheritable {
		if below[key] = dict[key]; dict[key] == nil {
			below[key] = above[key]
		}
	}
	for _, kid := range kids {
		if err := w.node(kid, below, level+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *pageWalk) page(ref Ref, own, above Dict) error {
	page := Page{Ref: ref, Dict: maps.Clone(own)}
	for _, key := range inheritable {
		if own[key] == nil && above[key] != nil {
			page.Dict[key] = above[key]
		}
	}
	var err error
	if page.Resources, err = w.file.Dict(page.Dict["Resources"]); err != nil {
		return err
	}
	box, err := w.file.Rectangle(page.Dict["MediaBox"])
	page.Width, page.Height = box.X2-box.X1, box.Y2-box.Y1
	w.pages = append(w.pages, page)
	return err
}

// A Rectangle (7.9.5) in pt from the page's lower left corner.
type Rectangle struct{ X1, Y1, X2, Y2 float64 }

// Rectangle is the rectangle that o is or names; the zero Rectangle when it is none.
func (f *File) Rectangle(o Object) (Rectangle, error) {
	n, err := f.numbers(o)
	if err != nil || len(n) != 4 {
		return Rectangle{}, err
	}
	return Rectangle{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}, nil
}

// Content is a page's content stream (7.8.2), its parts joined.
func (f *File) Content(p Page) ([]byte, error) {
	o, err := f.Resolve(p.Dict["Contents"])
	if err != nil {
		return nil, err
	}
	parts, ok := o.(Array)
	if !ok {
		parts = Array{o}
	}
	var out []byte
	for _, part := range parts {
		o, err := f.Resolve(part)
		if err != nil {
			return nil, err
		}
		if stream, ok := o.(*Stream); ok {
			data, err := f.Data(stream)
			if err != nil {
				return nil, err
			}
			out = append(append(out, data...), '\n')
		}
	}
	return out, nil
}
