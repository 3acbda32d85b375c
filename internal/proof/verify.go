package proof

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/render"
)

// A Report is what a PDF or DOCX claims, and what of it holds.
type Report struct {
	File       string      `json:"file"`
	Format     string      `json:"format"` // "pdf" or "docx"
	SHA256     string      `json:"sha256"`
	Standards  []string    `json:"standards"` // claimed: "PDF/A-3a", "PDF/UA-1"
	Missing    []string    `json:"missing"`   // what the claimed standards ask for and the file lacks
	Program    string      `json:"program"`   // that made it, as it says: "kehoach v1.2.0"
	Title      string      `json:"title"`
	Author     string      `json:"author"`
	Language   string      `json:"language"`
	Pages      int         `json:"pages"`
	Fonts      []Font      `json:"fonts"`
	Plan       *PlanInside `json:"plan"` // null when the file carries none
	Signatures []Signature `json:"signatures"`
	Empty      []string    `json:"empty"`      // fields that nobody has filled in
	Mismatched []Mismatch  `json:"mismatched"` // fields that show other than they hold
	Untold     []string    `json:"untold"`     // fields of which it can't be told what they show
	Covers     []Cover     `json:"covers"`     // fields that show something over letters
	Foreign    []Foreign   `json:"foreign"`    // fields that the plan does not give
	Painted    []string    `json:"painted"`    // fields to sign in that nobody has signed and that show something
}

// PlanInside is the plan that a file carries.
type PlanInside struct {
	Files   []InsideFile `json:"files"`
	Same    bool         `json:"same"`    // a rebuild from it gives the file's text
	Drawn   bool         `json:"drawn"`   // and draws the very same pages; else another version drew them, or someone else
	Altered bool         `json:"altered"` // it was someone else: this very version draws other pages
	Changes []Change     `json:"changes"` // where not

	Attached *Attached `json:"attached"` // the Word file beside it; null where there is none
}

// An InsideFile is one of its files.
type InsideFile struct {
	Path string      `json:"path"`
	Role bundle.Role `json:"role"`
	Size int         `json:"size"`
}

// Verify looks at a PDF or DOCX. Findings of severity error mean that it could not be read.
func Verify(name string, data []byte, r *render.Renderer) (*Report, diag.List) {
	sum := sha256.Sum256(data)
	report := &Report{File: name, Format: "pdf", SHA256: hex.EncodeToString(sum[:]), Standards: []string{}, Missing: []string{}, Fonts: []Font{}, Signatures: []Signature{},
		Empty: []string{}, Mismatched: []Mismatch{}, Untold: []string{}, Covers: []Cover{}, Foreign: []Foreign{}, Painted: []string{}}
	look := report.pdf
	if bytes.HasPrefix(data, []byte("PK")) {
		report.Format, look = "docx", report.docx
	}
	if found := look(data, r); found.Failed() {
		return nil, found
	}
	return report, nil
}

// pdf looks at a PDF.
func (r *Report) pdf(data []byte, renderer *render.Renderer) diag.List {
	d, err := open(data)
	if err != nil {
		return diag.List{unreadable(r.File, err)}
	}
	r.Pages = len(d.pages)
	for _, part := range []func(*document) error{r.claims, r.look, r.signed} {
		if err := part(d); err != nil {
			return diag.List{unreadable(r.File, err)}
		}
	}
	inside, found := carried(r.File, data)
	if found.Failed() {
		return found
	}
	var fresh *document
	if bundle.Find(inside, bundle.Plan) != nil {
		c, found := comparePDF(r.File, d, inside, renderer)
		if found.Failed() {
			return found
		}
		fresh = c.fresh
		r.carries(inside, c.changes)
		r.Plan.Drawn, r.Plan.Attached = c.drawn, c.attached
		if err := r.foreign(d, fresh, renderer.Program); err != nil {
			return diag.List{unreadable(r.File, err)}
		}
	}
	if err := r.form(d, cmp.Or(fresh, d)); err != nil {
		return diag.List{unreadable(r.File, err)}
	}
	return nil
}

// docx looks at a Word file.
func (r *Report) docx(data []byte, renderer *render.Renderer) diag.List {
	now, found := versionOf(r.File, data, renderer)
	if found.Failed() {
		return found
	}
	r.Title, r.Author, r.Language, r.Pages = now.Title, now.Author, now.Language, now.Pages
	inside, found := carried(r.File, data)
	if found.Failed() || bundle.Find(inside, bundle.Plan) == nil {
		return found
	}
	changes, likeness, found := compareVersion(now, inside, renderer)
	if found.Failed() {
		return found
	}
	r.carries(inside, changes)
	r.Plan.Drawn = likeness == render.Same
	return nil
}

// carries notes the plan inside.
func (r *Report) carries(inside []bundle.File, changes []Change) {
	r.Plan = &PlanInside{Same: len(changes) == 0, Changes: append([]Change{}, changes...)}
	for _, file := range inside {
		r.Plan.Files = append(r.Plan.Files, InsideFile{file.Path, file.Role, len(file.Data)})
	}
}

// foreign looks for what the plan does not give: fields, and pages that this very program draws otherwise. Faces of another family,
// as --font-dir gives, are another matter.
func (r *Report) foreign(d, fresh *document, program string) error {
	var err error
	drawn := r.Plan.Drawn
	if r.Foreign, err = foreignFields(d, fresh, drawn, r.Signatures); err != nil {
		return err
	}
	r.Plan.Drawn = drawn && !slices.ContainsFunc(r.Foreign, func(f Foreign) bool { return f.Shows })
	if drawn || r.Program == "" || r.Program != program {
		return nil
	}
	theirs, err := faces(d)
	if err != nil {
		return err
	}
	ours, err := faces(fresh)
	r.Plan.Altered = !slices.ContainsFunc(theirs, func(name string) bool { return !slices.Contains(ours, name) })
	return err
}

// Holds tells whether all that the file claims holds. Who signed, that nobody has signed yet and what is still empty are told,
// not judged.
func (r *Report) Holds() bool {
	plan := r.Plan == nil || r.Plan.Same && !r.Plan.Altered && (r.Plan.Attached == nil || len(r.Plan.Attached.Changes) == 0)
	return plan && len(r.Missing) == 0 && len(r.Mismatched) == 0 && len(r.Painted) == 0 &&
		!slices.ContainsFunc(r.Foreign, func(f Foreign) bool { return f.Shows }) &&
		!slices.ContainsFunc(r.Covers, Cover.Hides) && !slices.ContainsFunc(r.Signatures, func(s Signature) bool { return !s.sound() })
}

// claims reads what the file says of itself: XMP metadata (ISO 16684-1) and the catalog.
func (r *Report) claims(f *document) error {
	var err error
	if r.Language, err = f.Text(f.Catalog["Lang"]); err != nil {
		return err
	}
	info, err := f.Dict(f.Trailer["Info"])
	if err != nil {
		return err
	}
	if r.Title, err = f.Text(info["Title"]); err != nil {
		return err
	}
	if r.Author, err = f.Text(info["Author"]); err != nil {
		return err
	}
	o, err := f.Resolve(f.Catalog["Metadata"])
	if err != nil {
		return err
	}
	stream, ok := o.(*pdfread.Stream)
	if !ok {
		return nil
	}
	data, err := f.Data(stream)
	if err != nil {
		return err
	}
	says, _ := facts(data)
	first := func(name string) string {
		for _, f := range says {
			if f.name == name {
				return f.value
			}
		}
		return ""
	}
	r.Program = first(nsXMP + " CreatorTool")
	if part := first("http://www.aiim.org/pdfa/ns/id/ part"); part != "" {
		r.Standards = append(r.Standards, "PDF/A-"+part+strings.ToLower(first("http://www.aiim.org/pdfa/ns/id/ conformance")))
	}
	if part := first("http://www.aiim.org/pdfua/ns/id/ part"); part != "" {
		r.Standards = append(r.Standards, "PDF/UA-"+part)
		if first("http://purl.org/dc/elements/1.1/ title") == "" {
			r.Missing = append(r.Missing, "title")
		}
	}
	return nil
}

// look looks at fonts, and at the plainest things that the claimed standards ask for. A validator looks at all.
func (r *Report) look(d *document) error {
	var err error
	if r.Fonts, err = fontsOf(d); err != nil {
		return err
	}
	return r.lacks(d)
}

// lacks notes what a claimed standard asks for and the file has not (ISO 19005-3, 6.2.3, 6.2.11.4, 6.7; ISO 14289-1, 7.1, 7.2);
// the title was looked for in the metadata.
func (r *Report) lacks(f *document) error {
	archive := slices.ContainsFunc(r.Standards, func(s string) bool { return strings.HasPrefix(s, "PDF/A-") })
	heard := slices.ContainsFunc(r.Standards, func(s string) bool {
		return strings.HasPrefix(s, "PDF/UA-") || strings.HasPrefix(s, "PDF/A-") && strings.HasSuffix(s, "a")
	})
	marks, err := f.Dict(f.Catalog["MarkInfo"])
	if err != nil {
		return err
	}
	form, err := f.Dict(f.Catalog["AcroForm"])
	if err != nil {
		return err
	}
	for _, rule := range []struct {
		broken bool
		what   string
	}{
		{archive && f.Catalog["OutputIntents"] == nil, "output intent"},
		{archive && f.Trailer["ID"] == nil, "file identifier"},
		{archive && slices.ContainsFunc(r.Fonts, func(f Font) bool { return !f.Embedded }), "embedded fonts"},
		{archive && form["NeedAppearances"] == true, "appearances of fields"},
		{archive && form["XFA"] != nil, "a form without XFA"},
		{heard && marks["Marked"] != true, "tags"},
		{heard && f.Catalog["StructTreeRoot"] == nil, "structure"},
		{heard && r.Language == "", "language"},
	} {
		if rule.broken {
			r.Missing = append(r.Missing, rule.what)
		}
	}
	return nil
}

// signed checks the signatures and, for each that holds, what was changed since it was made.
func (r *Report) signed(d *document) error {
	var err error
	if r.Signatures, err = signatures(d); err != nil {
		return err
	}
	for i := range r.Signatures {
		if r.Signatures[i].Intact {
			if err := r.Signatures[i].since(d, r.Signatures); err != nil {
				return err
			}
			r.Signatures[i].then = nil // one state at a time is much
		}
	}
	return nil
}

// form reads the fields: what is empty, what they show and what they cover. They are typed in the fonts of another file's form, or
// of their own.
func (r *Report) form(d, typed *document) error {
	known, err := newTyping(typed)
	if err != nil {
		return err
	}
	for _, field := range d.fields {
		if empty(field.value) {
			r.Empty = append(r.Empty, field.name)
		}
		if err := r.shows(d, field, known); err != nil {
			return err
		}
	}
	if r.Covers, err = covers(d); err != nil {
		return err
	}
	r.Painted, err = painted(d)
	return err
}
