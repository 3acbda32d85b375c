package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/render"
)

// A Report is what a PDF claims, and what of it holds.
type Report struct {
	File       string      `json:"file"`
	SHA256     string      `json:"sha256"`
	Standards  []string    `json:"standards"` // claimed: "PDF/A-3a", "PDF/UA-1"
	Missing    []string    `json:"missing"`   // what the claimed standards ask for and the file lacks
	Title      string      `json:"title"`
	Author     string      `json:"author"`
	Language   string      `json:"language"`
	Pages      int         `json:"pages"`
	Fonts      []Font      `json:"fonts"`
	Plan       *PlanInside `json:"plan"` // null when the file carries none
	Signatures []Signature `json:"signatures"`
	Empty      []string    `json:"empty"`      // fields that nobody has filled in
	Mismatched []Mismatch  `json:"mismatched"` // fields that show other than they hold
	Covers     []Cover     `json:"covers"`     // fields that show something over letters
}

// PlanInside is the plan that a file carries.
type PlanInside struct {
	Files   []InsideFile `json:"files"`
	Same    bool         `json:"same"`    // a rebuild from it gives the file's text
	Drawn   bool         `json:"drawn"`   // and draws the very same pages; else another version drew them, or someone else
	Changes []Change     `json:"changes"` // where not
}

// An InsideFile is one of its files.
type InsideFile struct {
	Path string      `json:"path"`
	Role bundle.Role `json:"role"`
	Size int         `json:"size"`
}

// Verify looks at a PDF. Findings of severity error mean that it could not be read.
func Verify(name string, data []byte, r *render.Renderer) (*Report, diag.List) {
	d, err := open(data)
	if err != nil {
		return nil, diag.List{unreadable(name, err)}
	}
	sum := sha256.Sum256(data)
	report := &Report{File: name, SHA256: hex.EncodeToString(sum[:]), Pages: len(d.pages), Standards: []string{}, Missing: []string{}, Fonts: []Font{},
		Signatures: []Signature{}, Empty: []string{}, Mismatched: []Mismatch{}}
	for _, part := range []func(*document) error{report.claims, report.look, report.form} {
		if err := part(d); err != nil {
			return nil, diag.List{unreadable(name, err)}
		}
	}
	inside, found := carried(name, data)
	if found.Failed() {
		return nil, found
	}
	if bundle.Find(inside, bundle.Plan) != nil {
		changes, drawn, more := comparePDF(name, d, inside, r)
		if more.Failed() {
			return nil, more
		}
		report.Plan = &PlanInside{Same: len(changes) == 0, Drawn: drawn, Changes: append([]Change{}, changes...)}
		for _, file := range inside {
			report.Plan.Files = append(report.Plan.Files, InsideFile{file.Path, file.Role, len(file.Data)})
		}
	}
	return report, found
}

// Holds tells whether all that the file claims holds. Who signed, that nobody has signed yet and what is still empty are told,
// not judged.
func (r *Report) Holds() bool {
	return len(r.Missing) == 0 && len(r.Mismatched) == 0 && (r.Plan == nil || r.Plan.Same) &&
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

// form reads the fields: signatures are checked, what is empty is noted, and for each signature that holds, what was changed since
// it was made.
func (r *Report) form(d *document) error {
	for _, field := range d.fields {
		if empty(field.value) {
			r.Empty = append(r.Empty, field.name)
		}
		if err := r.shows(d, field); err != nil {
			return err
		}
	}
	var err error
	if r.Covers, err = covers(d); err != nil {
		return err
	}
	if r.Signatures, err = signatures(d); err != nil {
		return err
	}
	for i := range r.Signatures {
		if r.Signatures[i].Intact {
			if err := r.Signatures[i].since(d.File, r.Signatures); err != nil {
				return err
			}
			r.Signatures[i].then = nil // one state at a time is much
		}
	}
	return nil
}
