// Package sheet makes the papers that go with a plan: a title, a few lines, tables, and who made it, as DOCX and PDF.
//
// A Sheet is what such a paper says: the three columns of a comparison (bảng so sánh), the explanation of what was moved and
// decided (bản giải trình). Cells are paragraphs of stretches that may be bold, italic, struck or underlined. A Maker fills the
// built-in template bang.docx, whose styles are those of a plan (NĐ 30 PL I: paper, margins, letters), and packs and lays out the
// result as package render does for plans. It knows nothing of plans, and reads and writes nothing on disk.
package sheet

import (
	"slices"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/pdf"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
	"github.com/kehoach/kehoach/templates"
)

// A Sheet is one paper. Its fields are those of the template; what is empty is not printed.
type Sheet struct {
	Title    string          // tên bảng, capitals: "BẢNG SO SÁNH"
	Subtitle []template.Text // a line each, bold, under the title
	Lines    []template.Text // paragraphs above the tables
	Tables   []Table
	Signer   *Signer

	Landscape  bool
	Properties wml.Properties // what the files say about themselves
}

// A Table is a table with a heading over it; headings are numbered.
type Table struct {
	Heading string
	Table   *template.Table
}

// A Signer is who made the paper (người lập), in the right half below the tables.
type Signer struct {
	PlaceDate string // "Sơn Màu, ngày 05 tháng 01 năm 2026"; may be empty
	Post      string // "NGƯỜI LẬP"
	Name      string // may be empty: the room to sign stays
}

// A Maker makes sheets; it may be used by many goroutines.
type Maker struct{ renderer *render.Renderer }

// NewMaker compiles the template. created is the date of sheets that have none; the zero Time is not said.
func NewMaker(family *font.Family, created time.Time) (*Maker, diag.List) {
	r, found := render.NewWith("bang.docx", templates.Bang(), family)
	if found.Failed() {
		return nil, found
	}
	r.Standard, r.Created = pdf.A2A, created
	return &Maker{r}, found
}

// Margins of a sheet in mm: the decree's least (NĐ 30 PL I, I.3), the binding edge on the left also when the page lies.
var margins = template.Page{Top: 20, Right: 15, Bottom: 20, Left: 30}

// Make makes stem.docx and stem.pdf (PDF/A-2a).
func (m *Maker) Make(s *Sheet, stem string, formats []render.Format) ([]render.File, diag.List) {
	if n := len(s.Tables); s.Signer != nil && n > 0 { // who signs does not sign on a page without any of it
		last, kept := *s.Tables[n-1].Table, *s
		last.KeepNext = true
		kept.Tables = slices.Clone(s.Tables)
		kept.Tables[n-1].Table = &last
		s = &kept
	}
	page := margins
	page.Landscape = s.Landscape
	made, found := m.renderer.Fill(s, template.Options{Page: page, Properties: s.Properties}, stem, formats)
	var files []render.File
	for _, f := range made {
		if f.Of == "" { // where a plan is signed is of no use here
			files = append(files, f)
		}
	}
	return files, found
}

// Cell is a cell of plain words, a paragraph each.
func Cell(paragraphs ...string) template.Cell {
	var c template.Cell
	for _, p := range paragraphs {
		c.Text = append(c.Text, template.Text{{Text: p}})
	}
	return c
}

// Columns are columns of widths in proportion.
func Columns(widths ...float64) []template.Column {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	columns := make([]template.Column, len(widths))
	for i, w := range widths {
		columns[i].Share = w / total
	}
	return columns
}
