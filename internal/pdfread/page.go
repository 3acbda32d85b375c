package pdfread

// A Page (7.7.3.3) with what it inherits.
type Page struct {
	Ref       Ref // the zero Ref when the page is no object of its own
	Dict      Dict
	Resources Dict
	Width     float64 // pt
	Height    float64
}

// Bounds of the page tree.
const (
	maxPages = 20_000
	maxLevel = 64
)

// Pages are the document's pages, in order.
func (f *File) Pages() ([]Page, error) {
	w := &pageWalk{file: f, seen: map[Ref]bool{}}
	return w.pages, w.node(f.Catalog["Pages"], Page{}, 0)
}

type pageWalk struct {
	file  *File
	seen  map[Ref]bool
	pages []Page
}

// node walks a node of the page tree; from holds what it inherits.
func (w *pageWalk) node(o Object, from Page, level int) error {
	f := w.file
	if ref, ok := o.(Ref); ok {
		if w.seen[ref] {
			return f.damaged(0, "pages lead in a circle")
		}
		w.seen[ref] = true
		from.Ref = ref
	}
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
	if from, err = w.inherit(dict, from); err != nil {
		return err
	}
	kids, err := f.Array(dict["Kids"])
	if err != nil {
		return err
	}
	if kids == nil {
		from.Dict = dict
		w.pages = append(w.pages, from)
		return nil
	}
	for _, kid := range kids {
		if err := w.node(kid, from, level+1); err != nil {
			return err
		}
	}
	return nil
}

// inherit takes from a node what its pages inherit (7.7.3.4).
func (w *pageWalk) inherit(dict Dict, page Page) (Page, error) {
	resources, err := w.file.Dict(dict["Resources"])
	if err != nil {
		return page, err
	}
	if resources != nil {
		page.Resources = resources
	}
	box, err := w.file.Rectangle(dict["MediaBox"])
	if err != nil {
		return page, err
	}
	if box != (Rectangle{}) {
		page.Width, page.Height = box.X2-box.X1, box.Y2-box.Y1
	}
	return page, nil
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
