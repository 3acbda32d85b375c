// Package render makes the files of a plan: it fills the template, packs the result as DOCX, and lays the very same
// WordprocessingML out as PDF. So the two can't disagree.
//
// A Renderer keeps what all plans share, the compiled template and the faces, and may be used by many goroutines. It takes
// loaded plans and returns files as bytes; it reads and writes nothing on disk.
package render

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/decree"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/pdf"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/signing"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
	"github.com/kehoach/kehoach/templates"
)

// A Format is a kind of file that a plan becomes; its value is the file name's ending.
type Format string

const (
	DOCX Format = ".docx"
	PDF  Format = ".pdf"
)

// A File is one finished file.
type File struct {
	Name   string // without a folder: "dan-chu-co-so.pdf"
	Data   []byte
	Sum    [sha256.Size]byte // of Data
	Pages  int               // of the laid-out document
	Inside []bundle.File     // what the file carries of its making
	Of     string            // the file that this one describes: a signing map's PDF; "" for all others
	Took   time.Duration     // from the filled template to these bytes

	laid laidOut // the pages, which a book takes too
}

// A Renderer turns plans into files with one template and one family of faces.
type Renderer struct {
	// Set these before the first plan.
	Standard   pdf.Standard // what PDFs claim
	Created    time.Time    // the date of files whose plan has none; the zero Time is not said
	Closed     bool         // files carry nothing of their making
	AttachDOCX bool         // PDFs carry the DOCX too
	Fields     Fields
	Program    string // the name and version that PDFs give as what made them; "" is not said
	Preview    bool   // a picture beside each PDF shows where it will be signed

	template *template.Template
	family   *font.Family
	own      *bundle.File // a template that is not the built-in one
}

// New compiles the built-in template.
func New(family *font.Family) (*Renderer, diag.List) {
	return compile("ke-hoach.docx", templates.KeHoach(), family)
}

// NewWith compiles a template of the caller's, which goes with the files it makes. name is how findings call it.
func NewWith(name string, docx []byte, family *font.Family) (*Renderer, diag.List) {
	r, found := compile(name, docx, family)
	if r != nil {
		r.own = &bundle.File{Path: bundle.Name(path.Base(name), bundle.Template), Role: bundle.Template, Data: docx}
	}
	return r, found
}

func compile(name string, docx []byte, family *font.Family) (*Renderer, diag.List) {
	source, found := wml.OpenPackage(name, docx)
	if found.Failed() {
		return nil, found
	}
	compiled, more := template.Compile(source)
	return &Renderer{template: compiled, family: family}, append(found, more...)
}

// Check fills the template with an example of everything, as a joint plan and as one with one signature, and says what it
// can't print, or does not though no plan goes without it.
func (r *Renderer) Check() diag.List {
	var found diag.List
	for _, joint := range []bool{true, false} {
		example := compose.Example()
		example.Joint = joint
		_, more := r.document(example, "", nil, nil)
		if found = append(found, more...); !more.Failed() {
			found = append(found, r.prints(example)...)
		}
	}
	return found.Sort()
}

// prints looks in the filled example for the words that every document has.
func (r *Renderer) prints(example *compose.Document) diag.List {
	filled, found := r.template.Fill(example, template.Options{Page: example.Page, Properties: example.Properties})
	if found.Failed() {
		return found
	}
	doc, found := wml.Read(filled)
	if found.Failed() {
		return found
	}
	text := strings.ToUpper(strings.Join(doc.Text(), "\n"))
	for word, kind := range neverPrinted {
		if !strings.Contains(text, word) {
			found = append(found, kind.At(diag.Location{File: filled.Name}))
		}
	}
	return slices.DeleteFunc(found, func(f diag.Finding) bool { return f.Kind.Severity != diag.Error })
}

// Plan makes the files of p in the given formats: stem.docx and stem.pdf, and the same for each separate appendix.
func (r *Renderer) Plan(p *plan.Plan, stem string, formats []Format) ([]File, diag.List) {
	parts, found := compose.Compose(p, r.family)
	if found.Failed() {
		return nil, found
	}
	inside := r.inside(p)
	if err := bundle.Check(inside); err != nil {
		at := diag.Location{File: p.File.Name}
		if agencies := p.AgencyValues(); len(agencies) > 0 {
			at = agencies[0].At.Location()
		}
		return nil, append(found, cannotCarry.At(at, "reason", err.Error()))
	}
	var files []File
	for _, part := range parts {
		made, more := r.document(part.Document, stem+part.Suffix, formats, inside)
		for i := range more {
			if more[i].File == "" { // layout knows the letter, the plan where it stands
				more[i].Location = p.Find(more[i].Arg("letter"))
			}
		}
		files, found = append(files, made...), append(found, more...)
	}
	return files, found
}

// Suffixes are what is added to the stem of p's files: "" for the plan, more for each separate appendix.
func Suffixes(p *plan.Plan) []string { return compose.Suffixes(p) }

// Digest tells renderers apart that make other files of the same plan.
func (r *Renderer) Digest() []byte {
	h := sha256.New()
	fmt.Fprint(h, r.Standard, r.Created.Unix(), r.Closed, r.AttachDOCX, r.Fields, r.Preview)
	if r.own != nil {
		fmt.Fprint(h, r.own.Path)
		h.Write(r.own.Data)
	}
	for _, style := range []font.Style{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		face := r.family.Face(style)
		sum := sha256.Sum256(face.Data())
		h.Write(sum[:])
	}
	return h.Sum(nil)
}

// inside is what the files of p carry.
func (r *Renderer) inside(p *plan.Plan) []bundle.File {
	if r.Closed {
		return nil
	}
	files := bundle.Of(p)
	if r.own != nil {
		files = bundle.Add(files, *r.own)
	}
	return files
}

// document makes the files of one composed document.
func (r *Renderer) document(d *compose.Document, stem string, formats []Format, inside []bundle.File) ([]File, diag.List) {
	return r.fill(d, template.Options{Page: d.Page, Properties: d.Properties}, stem, formats, inside)
}

// Fill makes files of data that are no plan's, in a template made for them; the files carry nothing.
func (r *Renderer) Fill(data any, o template.Options, stem string, formats []Format) ([]File, diag.List) {
	return r.fill(data, o, stem, formats, nil)
}

// fill fills the template once and makes each format from what came out.
func (r *Renderer) fill(data any, o template.Options, stem string, formats []Format, inside []bundle.File) ([]File, diag.List) {
	start := time.Now()
	if o.Properties.Created.IsZero() {
		o.Properties.Created = r.Created
	}
	filled, found := r.template.Fill(data, o)
	if found.Failed() {
		return nil, found
	}
	pages, more := lay(filled, r.family, r.Standard)
	found = append(found, more...)
	if found.Failed() {
		return nil, found
	}
	shared := time.Since(start)

	var files []File
	for _, format := range formats {
		start := time.Now()
		file := File{Name: stem + string(format), Pages: len(pages.Pages), Inside: inside, laid: pages}
		var err error
		switch format {
		case DOCX:
			file.Data, err = docx(filled, inside)
		case PDF:
			file.Inside, err = r.attached(filled, stem, inside)
			if err == nil {
				file.Data, err = r.draw(pages, file.Inside)
			}
		}
		if err != nil {
			return nil, append(found, cannotDraw.At(diag.Location{File: file.Name}, "reason", err.Error()))
		}
		file.Sum = sha256.Sum256(file.Data)
		file.Took = shared + time.Since(start)
		files = append(files, file)
		shared = 0
		if format == PDF {
			more, err := r.beside(file, stem, pages)
			if err != nil {
				return nil, append(found, cannotDraw.At(diag.Location{File: file.Name}, "reason", err.Error()))
			}
			files = append(files, more...)
		}
	}
	return files, found
}

// docx packs a filled template with what it carries.
func docx(filled *wml.Package, inside []bundle.File) ([]byte, error) {
	if len(inside) > 0 {
		var err error
		if filled, err = bundle.Put(filled, inside); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	b.Grow(32 << 10)
	err := filled.Write(&b)
	return output.Seal(b.Bytes()), err
}

// attached is what the PDF of a filled template carries.
func (r *Renderer) attached(filled *wml.Package, stem string, inside []bundle.File) ([]bundle.File, error) {
	if !r.Standard.TakesFiles() {
		return nil, nil
	}
	if !r.AttachDOCX {
		return inside, nil
	}
	data, err := docx(filled, inside)
	return bundle.Add(inside, bundle.File{Path: bundle.Name(stem+string(DOCX), bundle.Document), Role: bundle.Document, Data: data}), err
}

// draw writes pages as a PDF that carries files.
func (r *Renderer) draw(pages laidOut, inside []bundle.File) ([]byte, error) {
	info := pages.info
	info.Fields, info.Program = r.fields(pages.marks), r.Program
	for _, f := range inside {
		info.Attachments = append(info.Attachments,
			pdf.Attachment{Path: f.Path, Description: f.Role.Description(), MediaType: f.Role.MediaType(), Data: f.Data})
	}
	var b bytes.Buffer
	err := pdf.Write(&b, pages.Document, info)
	return output.Seal(b.Bytes()), err
}

// laidOut is a document on pages with what its PDF says about itself.
type laidOut struct {
	*layout.Document
	source *wml.Document
	marks  []signing.Mark
	info   pdf.Info
}

// lay reads a filled document and sets it on pages.
func lay(filled *wml.Package, family *font.Family, standard pdf.Standard) (laidOut, diag.List) {
	doc, found := wml.Read(filled)
	if found.Failed() {
		return laidOut{}, found
	}
	pages, more := layout.Pages(doc, family)
	return laidOut{pages, doc, signing.Marks(pages), pdf.Info{Title: titleOf(doc, filled.Name), Author: doc.Author, Type: doc.Type, Number: doc.Number, Language: doc.Language,
			Created: doc.Created, Comment: output.Unsealed, Standard: standard}},
		append(found, more...)
}

// titleOf is a document's title, without which no PDF is PDF/UA (ISO 14289-1, 7.1): what its properties say, what stands there as
// its title, or the name of its file.
func titleOf(doc *wml.Document, name string) string {
	if title := strings.TrimSpace(doc.Title); title != "" {
		return title
	}
	var lines []string
	for _, s := range doc.Sections {
		for _, block := range s.Blocks {
			if p, ok := block.(*wml.Paragraph); ok && decree.PartOf(p.Style) == decree.Title && p.Text() != "" {
				lines = append(lines, p.Text())
			}
		}
	}
	return cmp.Or(strings.Join(lines, " "), strings.TrimSuffix(path.Base(name), path.Ext(name)))
}

// Standard reads a standard as a person writes it: "a-3a".
func Standard(name string) (pdf.Standard, error) {
	switch s := pdf.Standard(name); s {
	case pdf.A3A, pdf.A2A, pdf.A2B, pdf.Plain:
		return s, nil
	}
	return "", fmt.Errorf("standard %q", name)
}

// Formats reads a list of formats as a person writes it: "docx,pdf".
func Formats(names []string) ([]Format, error) {
	var formats []Format
	for _, name := range names {
		switch format := Format("." + strings.TrimSpace(name)); format {
		case DOCX, PDF:
			if !slices.Contains(formats, format) {
				formats = append(formats, format)
			}
		default:
			return nil, fmt.Errorf("format %q", name)
		}
	}
	return formats, nil
}

// neverPrinted are the findings about words of the example that a template does not print.
var neverPrinted = map[string]*diag.Kind{
	compose.ExampleTitle:  never("title", "trích yếu", "the title", "{{range .Title}}"),
	compose.ExampleBody:   never("sections", "nội dung", "the sections", "{{range .Body}}"),
	compose.ExampleSigner: never("signatures", "chữ ký", "the signatures", "{{range .Signatures}}, {{range .Pairs}}"),
}

func never(name, vi, en, action string) *diag.Kind {
	return &diag.Kind{ID: "template/no-" + name,
		Message: diag.Words{VI: "mẫu không in " + vi + " của kế hoạch", EN: "the template never prints " + en + " of a plan"},
		Fix: diag.Words{VI: "đặt " + action + " vào mẫu như trong mẫu có sẵn (kehoach template export)",
			EN: "put " + action + " into it, as in the built-in template (kehoach template export)"}}
}

var cannotCarry = &diag.Kind{
	ID:      "render/carry",
	Message: diag.Words{VI: "tệp lập ra không mang theo được tệp cơ quan: {reason}", EN: "the files made can't carry an agency file: {reason}"},
	Fix: diag.Words{VI: "đổi tên tệp cơ quan: chữ, số, dấu gạch nối, đuôi .yaml; hoặc lập với --no-embed",
		EN: "rename the agency file: letters, digits, hyphens, ending in .yaml; or build with --no-embed"},
}

var cannotDraw = &diag.Kind{
	ID:      "render/write",
	Message: diag.Words{VI: "không lập được tệp: {reason}", EN: "the file can't be made: {reason}"},
	Fix: diag.Words{VI: "đây là lỗi của chương trình; xin báo lại kèm tệp đã dùng",
		EN: "this is a fault of the program; please report it with the file you used"},
}
