package render_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/pdf"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/signing"
	"github.com/kehoach/kehoach/internal/wml"
)

type signingMap struct {
	File, SHA256 string
	Marks        []struct {
		Role   string
		Field  *string
		Page   int
		RectPT [4]float64 `json:"rect_pt"`
		RectMM [4]float64 `json:"rect_mm"`
	}
}

// built makes a plan's PDF and its signing map.
func built(t *testing.T, r *render.Renderer, name string) (render.File, *signingMap) {
	t.Helper()
	files, found := r.Plan(load(t, name), "plan", both)
	if found.Failed() {
		t.Fatal(text(found))
	}
	var pdf render.File
	for _, f := range files {
		switch f.Of {
		case "":
			pdf = f
		default:
			var m signingMap
			if err := json.Unmarshal(f.Data, &m); err != nil {
				t.Fatal(err)
			}
			return pdf, &m
		}
	}
	return pdf, nil
}

func TestTheSigningMapNamesTheFieldsOfThePDF(t *testing.T) {
	for name, want := range map[string]string{
		"son-mau/2024/dan-chu-co-so": "number so, date ngay, date thang, signatory signature_1, seal seal, ",
		"mau/2026/chuyen-doi-so":     "signatory signature_1, seal seal, ",
		"mau/2026/lien-tich":         "number so, date ngay, date thang, signatory signature_1, seal seal, signatory signature_2, seal seal_2, ",
		"mau/2026/kem-quyet-dinh":    "attachment attachment, ",
	} {
		file, m := built(t, renderer(t), "../../plans/"+name+".yaml")
		if m == nil {
			t.Fatalf("%s: no map", name)
		}
		sum := sha256.Sum256(file.Data)
		if m.File != file.Name || m.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: the map is of %s, %s", name, m.File, m.SHA256)
		}
		got := ""
		for _, mark := range m.Marks {
			got += mark.Role + " " + *mark.Field + ", "
		}
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		f, err := pdfread.Open(file.Data)
		if err != nil {
			t.Fatal(err)
		}
		pages, _ := f.Pages()
		for i, rect := range fieldRects(t, f) {
			mark := m.Marks[i]
			for j, v := range []float64{rect.X1, rect.Y1, rect.X2, rect.Y2} {
				if d := v - mark.RectPT[j]; d > 0.01 || d < -0.01 {
					t.Errorf("%s: field %s is at %v, the map says %v", name, *mark.Field, rect, mark.RectPT)
				}
			}
			if top := (pages[mark.Page-1].Height - rect.Y2) * 25.4 / 72; top-mark.RectMM[1] > 0.01 || mark.RectMM[1]-top > 0.01 {
				t.Errorf("%s: field %s lies %.2f mm from the top, the map says %.2f", name, *mark.Field, top, mark.RectMM[1])
			}
		}
	}
}

func fieldRects(t *testing.T, f *pdfread.File) []pdfread.Rectangle {
	t.Helper()
	form, err := f.Dict(f.Catalog["AcroForm"])
	if err != nil || form == nil {
		t.Fatal("no form", err)
	}
	fields, _ := f.Array(form["Fields"])
	var rects []pdfread.Rectangle
	seen := map[string]bool{}
	for _, o := range fields {
		d, _ := f.Dict(o)
		name, _ := f.Text(d["T"])
		if seen[name] || d["TU"] == nil || d["AP"] == nil || d["StructParent"] == nil {
			t.Errorf("field %q: %v", name, d)
		}
		seen[name] = true
		rect, _ := f.Rectangle(d["Rect"])
		rects = append(rects, rect)
	}
	return rects
}

// The room that signing programs fill: a picture of 150 × 100 pt, the seal 53 pt further left, and no text under either.
func TestNoTextStandsWhereOneSigns(t *testing.T) {
	for _, name := range samples(t) {
		files, _ := renderer(t).Plan(load(t, name), "plan", both)
		for _, file := range files {
			if !strings.HasSuffix(file.Name, ".docx") {
				continue
			}
			pkg, _ := wml.OpenPackage(file.Name, file.Data)
			doc, _ := wml.Read(pkg)
			pages, found := layout.Pages(doc, font.Default())
			if found.Failed() {
				t.Fatal(text(found))
			}
			for _, m := range signing.Marks(pages) {
				if m.Role == signing.Signatory && (m.Width.Points() < 149.98 || m.Height.Points() < 99.98) {
					t.Errorf("%s: the room is %.1f × %.1f pt", name, m.Width.Points(), m.Height.Points())
				}
				if under := under(pages.Pages[m.Page], m); !m.Text() && under != "" {
					t.Errorf("%s: %s stands over %q", name, m.Field, under)
				}
			}
		}
	}
}

// under are the letters of a page that a mark would cover, from their baseline to the height of a capital.
func under(page *layout.Page, m signing.Mark) string {
	out := ""
	for _, item := range page.Items {
		g, ok := item.(*layout.Glyphs)
		if !ok || g.Y <= m.Y || g.Y-g.Size*7/10 >= m.Y+m.Height {
			continue
		}
		x := g.X
		for _, r := range g.Text {
			units, _ := g.Face.Advance(r)
			next := x + g.Size*layout.Length(units)/layout.Length(g.Face.UnitsPerEm())
			if r == ' ' {
				next += g.Stretch
			}
			if !unicode.IsSpace(r) && x < m.X+m.Width && next > m.X {
				out += string(r)
			}
			x = next
		}
	}
	return out
}

func TestEachFieldHasANameOfItsOwn(t *testing.T) {
	r := renderer(t)
	r.Fields = render.Fields{Sign: true, Number: true}
	files, _ := r.Plan(load(t, "../../plans/son-mau/2024/dan-chu-co-so.yaml"), "plan", both)
	pkg, _ := wml.OpenPackage("plan.docx", files[0].Data)
	document := string(pkg.Part(wml.MainPart))
	at := strings.Index(document, "Số:")
	start := strings.LastIndex(document[:at], "<w:p>")
	line := document[start : at+strings.Index(document[at:], "</w:p>")+len("</w:p>")]
	made, found := r.FromDOCX("plan.docx", "plan", edited(t, files[0].Data, line, line+line, nil))
	if found.Failed() {
		t.Fatal(text(found))
	}
	f, err := pdfread.Open(made[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(fieldRects(t, f)); n != 6 { // which tells of names that are there twice
		t.Errorf("%d fields", n)
	}
}

func TestFieldsAreThoseAskedFor(t *testing.T) {
	for _, c := range []struct {
		fields   render.Fields
		standard pdf.Standard
		want     string
	}{
		{render.Fields{Sign: true, Number: true}, pdf.A3A, "[so ngay thang signature_1 seal]"},
		{render.Fields{Sign: true}, pdf.A2B, "[- - - signature_1 seal]"},
		{render.Fields{}, pdf.A3A, "[- - - - -]"},
		{render.Fields{Sign: true, Number: true}, pdf.Plain, "[- - - - -]"},
	} {
		r := renderer(t)
		r.Fields, r.Standard = c.fields, c.standard
		_, m := built(t, r, "../../plans/son-mau/2024/dan-chu-co-so.yaml")
		var got []string
		for _, mark := range m.Marks {
			name := "-"
			if mark.Field != nil {
				name = *mark.Field
			}
			got = append(got, name)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%+v %s: %v, want %s", c.fields, c.standard, got, c.want)
		}
	}
	for _, bad := range [][]string{{"number"}, {""}, {"sign", "seal"}} {
		if _, err := render.ParseFields(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	if f, err := render.ParseFields(slices.Clone([]string{"sign", "number"})); err != nil || !f.Sign || !f.Number {
		t.Error(f, err)
	}
}

func TestTheSigningMapKeepsItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../schema/sign.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, fields := range []render.Fields{{}, {Sign: true, Number: true}} {
		r := renderer(t)
		r.Fields = fields
		for _, name := range samples(t) {
			files, _ := r.Plan(load(t, name), "plan", both)
			for _, f := range files {
				if f.Of == "" {
					continue
				}
				value, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
				if err != nil {
					t.Fatal(err)
				}
				if err := schema.Validate(value); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}
