package render

import (
	"crypto/sha256"
	"io/fs"
	"slices"
	"time"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdf"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/wml"
)

var (
	damaged = &diag.Kind{ID: "render/inside", Severity: diag.Warning,
		Message: diag.Words{VI: "kế hoạch nguồn trong tệp bị hỏng: {reason}; bản PDF không mang theo nó", EN: "the plan inside is damaged: {reason}; the PDF goes without it"},
		Fix:     diag.Words{VI: "lập lại tệp .docx từ kế hoạch nguồn", EN: "build the .docx again from its plan"}}
	stale = &diag.Kind{ID: "render/stale", Severity: diag.Warning,
		Message: diag.Words{VI: "văn bản đã được sửa trong Word, kế hoạch nguồn bên trong thì chưa; bản PDF không mang theo kế hoạch nguồn",
			EN: "the document was edited in Word, the plan inside was not; the PDF goes without the plan"},
		Fix: diag.Words{VI: `xem những chỗ khác nhau: kehoach extract {file} -o FILE.yaml; sửa kế hoạch rồi lập lại`,
			EN: `see what differs: kehoach extract {file} -o FILE.yaml; change the plan and build again`}}
	restyled = &diag.Kind{ID: "render/restyled", Severity: diag.Warning,
		Message: diag.Words{VI: "định dạng của văn bản đã được sửa trong Word sau khi lập; bản PDF không mang theo kế hoạch nguồn",
			EN: "the document's formatting was changed in Word since it was built; the PDF goes without the plan"},
		Fix: diag.Words{VI: "sửa mẫu Word rồi lập lại với --template, để kế hoạch và văn bản còn khớp nhau",
			EN: "change the Word template and build again with --template, so that plan and document still agree"}}
)

// FromDOCX lays a Word file out as a PDF of the same name. The PDF carries what the DOCX carries, as long as that still says
// the same.
func (r *Renderer) FromDOCX(name, stem string, docx []byte) ([]File, diag.List) {
	start := time.Now()
	source, found := wml.OpenPackage(name, docx)
	if found.Failed() {
		return nil, found
	}
	pages, more := lay(source, r.family, r.Standard)
	found = append(found, more...)
	if found.Failed() {
		return nil, found
	}
	file := File{Name: stem + string(PDF), Pages: len(pages.Pages)}
	if !r.Closed && r.Standard.TakesFiles() {
		inside, warning := r.current(source, pages)
		file.Inside, found = inside, append(found, warning...)
	}
	var err error
	if file.Data, err = r.draw(pages, file.Inside); err != nil {
		return nil, append(found, cannotDraw.At(diag.Location{File: name}, "reason", err.Error()))
	}
	file.Sum = sha256.Sum256(file.Data)
	file.Took = time.Since(start)
	besides, err := r.beside(file, stem, pages)
	if err != nil {
		return nil, append(found, cannotDraw.At(diag.Location{File: name}, "reason", err.Error()))
	}
	return append([]File{file}, besides...), found
}

// current are the files that a Word file carries, none where they no longer give its text and its look.
func (r *Renderer) current(source *wml.Package, pages laidOut) ([]bundle.File, diag.List) {
	at := diag.Location{File: source.Name}
	inside, err := bundle.Get(source)
	if err != nil {
		return nil, diag.List{damaged.At(at, "reason", err.Error())}
	}
	if len(inside) == 0 {
		return nil, nil
	}
	versions, found := r.Versions(inside)
	if found.Failed() {
		return nil, diag.List{stale.At(at, "file", source.Name)}
	}
	now, err := version(pages)
	if err != nil {
		return nil, diag.List{cannotDraw.At(at, "reason", err.Error())}
	}
	switch now.In(versions) {
	case OtherText:
		return nil, diag.List{stale.At(at, "file", source.Name)}
	case OtherLook:
		return nil, diag.List{restyled.At(at)}
	}
	return inside, nil
}

// A Version is what a Word file says and how it looks.
type Version struct {
	wml.Properties
	Text  []string
	Pages int
	look  [sha256.Size]byte
}

// A Likeness tells how alike a file is to those that its plan gives.
type Likeness int

const (
	OtherText Likeness = iota
	OtherLook          // the text is the same
	Same
)

// In finds a version among others.
func (v Version) In(others []Version) Likeness {
	best := OtherText
	for _, other := range others {
		switch {
		case !slices.Equal(v.Text, other.Text):
		case v.look == other.look:
			return Same
		default:
			best = OtherLook
		}
	}
	return best
}

// version reads a document on pages. Its look is all that is drawn of it.
func version(pages laidOut) (Version, error) {
	h := sha256.New()
	err := pdf.Write(h, pages.Document, pdf.Info{Title: "-", Language: "vi"})
	text := pages.source.Text()
	for _, unsaid := range pages.source.Unsaid() {
		text = append(text, "[struck out or white] "+unsaid)
	}
	return Version{Properties: pages.source.Properties, Text: text, Pages: len(pages.Pages), look: [sha256.Size]byte(h.Sum(nil))}, err
}

// Version is that of a Word file.
func (r *Renderer) Version(source *wml.Package) (Version, diag.List) {
	pages, found := lay(source, r.family, r.Standard)
	if found.Failed() {
		return Version{}, found
	}
	v, err := version(pages)
	if err != nil {
		return Version{}, append(found, cannotDraw.At(diag.Location{File: source.Name}, "reason", err.Error()))
	}
	return v, found
}

// Versions are those of the documents that files from inside one of them give: the plan's, then those of its separate appendices.
func (r *Renderer) Versions(inside []bundle.File) ([]Version, diag.List) {
	files, found := r.Rebuild(inside, "", []Format{DOCX})
	if found.Failed() {
		return nil, found
	}
	var out []Version
	for _, f := range files {
		source, more := wml.OpenPackage(f.Name, f.Data)
		if more.Failed() {
			return nil, more
		}
		v, more := r.Version(source)
		if more.Failed() {
			return nil, more
		}
		out = append(out, v)
	}
	return out, found
}

// Rebuild makes the files of a plan again from what one of them carries.
func (r *Renderer) Rebuild(inside []bundle.File, stem string, formats []Format) ([]File, diag.List) {
	options := plan.Options{ReadFile: func(name string) ([]byte, error) {
		for _, f := range inside {
			if f.Path == name {
				return f.Data, nil
			}
		}
		return nil, fs.ErrNotExist
	}}
	source := bundle.Find(inside, bundle.Plan)
	if source == nil {
		return nil, diag.List{noPlan.At(diag.Location{})}
	}
	var found diag.List
	if values := bundle.Find(inside, bundle.Values); values != nil {
		if options.Values, found = plan.LoadValues(values.Path, options); found.Failed() {
			return nil, found
		}
	}
	with := *r
	if own := bundle.Find(inside, bundle.Template); own != nil {
		compiled, found := NewWith(own.Path, own.Data, r.family)
		if found.Failed() {
			return nil, found
		}
		with.template, with.own = compiled.template, compiled.own
	}
	p, found := plan.Load(source.Path, options)
	if found.Failed() {
		return nil, found
	}
	return with.Plan(p, stem, formats)
}

var noPlan = &diag.Kind{ID: "render/no-plan",
	Message: diag.Words{VI: "tệp không mang theo kế hoạch nguồn", EN: "there is no plan inside"},
	Fix:     diag.Words{VI: "lập tệp bằng kehoach build, không thêm --no-embed", EN: "make the file with kehoach build, without --no-embed"}}
