package render

import (
	"fmt"
	"strings"

	"github.com/kehoach/kehoach/internal/pdf"
	"github.com/kehoach/kehoach/internal/preview"
	"github.com/kehoach/kehoach/internal/signing"
)

// Fields are the kinds of form fields that PDFs get. The zero Fields has none.
type Fields struct {
	Sign   bool // of signatures and the seal
	Number bool // of a number and a date that are still blank
}

// ParseFields reads fields as a person writes them: "sign,number".
func ParseFields(names []string) (Fields, error) {
	switch strings.ReplaceAll(strings.Join(names, ","), " ", "") {
	case "sign,number", "number,sign":
		return Fields{Sign: true, Number: true}, nil
	case "sign":
		return Fields{Sign: true}, nil
	case "none":
		return Fields{}, nil
	}
	return Fields{}, fmt.Errorf("fields %q", names)
}

// fielded tells whether a mark becomes a field of the PDF.
func (r *Renderer) fielded(m signing.Mark) bool {
	return r.Standard != pdf.Plain && (m.Text() && r.Fields.Number || !m.Text() && r.Fields.Sign)
}

// fields are the PDF's form fields.
func (r *Renderer) fields(marks []signing.Mark) []pdf.Field {
	var out []pdf.Field
	for _, m := range marks {
		if r.fielded(m) {
			out = append(out, pdf.Field{Name: m.Field, Tip: m.Tip, Page: m.Page, X: m.X.Points(), Y: m.Y.Points(),
				Width: m.Width.Points(), Height: m.Height.Points(), Beside: m.Beside, Face: m.Face, Size: m.Size.Points(), Right: m.Right})
		}
	}
	return out
}

// beside are the files that describe a PDF: its signing map, and the picture that was asked for; none where nobody signs.
func (r *Renderer) beside(of File, stem string, pages laidOut) ([]File, error) {
	if len(pages.marks) == 0 {
		return nil, nil
	}
	files := []File{{Name: stem + ".sign.json", Of: of.Name, Data: signing.NewMap(of.Name, of.Sum, pages.Document, pages.marks, r.fielded)}}
	if !r.Preview {
		return files, nil
	}
	picture, err := preview.PNG(pages.Document, preview.PageOf(pages.Document, pages.marks), pages.marks)
	return append(files, File{Name: stem + ".sign.png", Of: of.Name, Data: picture}), err
}
