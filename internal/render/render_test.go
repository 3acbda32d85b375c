package render_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/wml"
	"github.com/kehoach/kehoach/templates"
)

var both = []render.Format{render.DOCX, render.PDF}

func text(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

func renderer(t testing.TB) *render.Renderer {
	t.Helper()
	r, found := render.New(font.Default())
	if len(found) > 0 {
		t.Fatal(text(found))
	}
	r.Fields = render.Fields{Sign: true, Number: true}
	return r
}

func samples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../plans/*/[0-9][0-9][0-9][0-9]/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample plans", err)
	}
	return files
}

func load(t testing.TB, name string) *plan.Plan {
	t.Helper()
	p, found := plan.Load(name, plan.Options{})
	if len(found) > 0 {
		t.Fatal(text(found))
	}
	return p
}

func TestEverySampleBecomesSealedFilesWithoutAFinding(t *testing.T) {
	r := renderer(t)
	for _, name := range samples(t) {
		files, found := r.Plan(load(t, name), "plan", both)
		if len(found) > 0 {
			t.Errorf("%s: %s", name, text(found))
		}
		for _, f := range files {
			if f.Of == "" && (!output.Sealed(f.Data) || f.Pages == 0) {
				t.Errorf("%s: %s, %d pages, sealed %v", name, f.Name, f.Pages, output.Sealed(f.Data))
			}
		}
	}
}

func TestASeparateAppendixIsAFileOfItsOwn(t *testing.T) {
	files, _ := renderer(t).Plan(load(t, "../../plans/mau/2026/kem-quyet-dinh.yaml"), "x", both)
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	if want := []string{"x.docx", "x.pdf", "x-phu-luc-1.docx", "x-phu-luc-1.pdf", "x-phu-luc-1.sign.json"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

func TestThePDFOfTheDOCXIsThePDFOfThePlan(t *testing.T) {
	r := renderer(t)
	for _, name := range samples(t) {
		files, _ := r.Plan(load(t, name), "plan", both)
		again, found := r.FromDOCX("plan.docx", "plan", files[0].Data)
		if found.Failed() {
			t.Fatal(text(found))
		}
		if !bytes.Equal(again[0].Data, files[1].Data) {
			t.Errorf("%s: the PDF laid out from the DOCX differs", name)
		}
	}
}

func TestACheckFindsWhatAPlanWouldMeet(t *testing.T) {
	if found := renderer(t).Check(); len(found) > 0 {
		t.Errorf("the built-in template: %s", text(found))
	}
	for name, c := range map[string]struct{ part, old, new, id string }{
		"a misspelt field":      {"word/document.xml", "{{.Type}}", "{{.Typ}}", "template/field"},
		"one under a condition": {"word/document.xml", "{{.IssuedUnder}}", "{{.IssuedUnde}}", "template/field"},
		"one of joint plans":    {"word/document.xml", "{{range .Left.Lines}}", "{{range .Leftt.Lines}}", "template/field"},
		"a style that is gone":  {"word/styles.xml", `"KH Khoản"`, `"KH Khoan"`, "template/style"},
		"a list that is gone":   {"word/styles.xml", `"KH Gạch"`, `"KH Gach"`, "template/style"},
		"no title":              {"word/document.xml", "{{range .Title}}", "{{range slice .Title 0 0}}", "template/no-title"},
		"no sections":           {"word/document.xml", "{{range .Body}}", "{{range slice .Body 0 0}}", "template/no-sections"},
		"no signatures":         {"word/document.xml", "{{range .Signatures}}", "{{range slice .Signatures 0 0}}", "template/no-signatures"},
		"misspelt signatures":   {"word/document.xml", "{{range .Signatures}}", "{{range .Signatories}}", "template/field"},
		"one in the first foot": {"word/footer1.xml", "{{.Address}}", "{{.Adress}}", "template/field"},
	} {
		p, _ := wml.OpenPackage("mau.docx", templates.KeHoach())
		part := strings.Replace(string(p.Part(c.part)), c.old, c.new, 1)
		if part == string(p.Part(c.part)) {
			t.Fatalf("%s: no %q", name, c.old)
		}
		var b bytes.Buffer
		if err := p.With(map[string][]byte{c.part: []byte(part)}).Write(&b); err != nil {
			t.Fatal(err)
		}
		r, found := render.NewWith("mau.docx", b.Bytes(), font.Default())
		if found.Failed() {
			t.Fatal(text(found))
		}
		if found := r.Check(); !found.Failed() || found[0].Kind.ID != c.id {
			t.Errorf("%s: %s", name, text(found))
		}
	}
}

func TestFilesThatAreNoDOCXAreFindings(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("x"), []byte("PK\x03\x04")} {
		if _, found := renderer(t).FromDOCX("a.docx", "a", data); !found.Failed() {
			t.Errorf("%q is laid out", data)
		}
		if _, found := render.NewWith("a.docx", data, font.Default()); !found.Failed() {
			t.Errorf("%q is a template", data)
		}
	}
}

// FuzzBuild holds that what the loader accepts builds: no panic, and a finding where no file comes.
func FuzzBuild(f *testing.F) {
	agency, err := os.ReadFile("../../plans/mau/agency.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range samples(f) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	r := renderer(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, found := plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
			if name == "plan.yaml" {
				return data, nil
			}
			return agency, nil
		}})
		if found.Failed() {
			return
		}
		files, found := r.Plan(p, "plan", both)
		if len(files) == 0 && !found.Failed() {
			t.Error("no file and no finding")
		}
	})
}

func BenchmarkPlan(b *testing.B) {
	r := renderer(b)
	for _, c := range []struct {
		name    string
		formats []render.Format
	}{{"docx", both[:1]}, {"pdf", both[1:]}, {"both", both}} {
		b.Run(c.name, func(b *testing.B) {
			p := load(b, "../../plans/son-mau/2024/dan-chu-co-so.yaml")
			b.ReportAllocs()
			for b.Loop() {
				if _, found := r.Plan(p, "plan", c.formats); found.Failed() {
					b.Fatal(text(found))
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b, "../../plans/son-mau/2024/dan-chu-co-so.yaml")
	}
}
