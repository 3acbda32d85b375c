package render_test

import (
	"bytes"
	"image"
	picture "image/png"
	"maps"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/wml"
)

func TestWhatAFileCarriesGivesTheFileAgain(t *testing.T) {
	r := renderer(t)
	for _, name := range samples(t) {
		p, _ := plan.Load(name, plan.Options{Values: map[string]string{"x": "giá trị: \"1\"\n2"}})
		files, found := r.Plan(p, "plan", both)
		if found.Failed() {
			t.Fatal(text(found))
		}
		pkg, _ := wml.OpenPackage("plan.docx", files[0].Data)
		inside, err := bundle.Get(pkg)
		if err != nil || len(inside) != len(p.Issuers)+2 || !bytes.Equal(inside[0].Data, p.File.Bytes) {
			t.Fatalf("%s: %d files, %v", name, len(inside), err)
		}
		again, found := r.Rebuild(inside, "plan", both)
		if found.Failed() {
			t.Fatal(text(found))
		}
		for i := range files {
			if !bytes.Equal(files[i].Data, again[i].Data) {
				t.Errorf("%s: %s is not the same again", name, files[i].Name)
			}
		}
	}
}

// edited is a DOCX whose document was changed in Word; parts are added to it.
func edited(t *testing.T, docx []byte, old, new string, parts map[string][]byte) []byte {
	t.Helper()
	pkg, _ := wml.OpenPackage("plan.docx", docx)
	document := strings.Replace(string(pkg.Part(wml.MainPart)), old, new, 1)
	if document == string(pkg.Part(wml.MainPart)) {
		t.Fatalf("no %q to edit", old)
	}
	with := map[string][]byte{wml.MainPart: []byte(document)}
	maps.Copy(with, parts)
	var b bytes.Buffer
	if err := pkg.With(with).Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestADocumentEditedInWordLosesItsPlan(t *testing.T) {
	r := renderer(t)
	files, _ := r.Plan(load(t, samples(t)[0]), "plan", both)
	var png bytes.Buffer
	_ = picture.Encode(&png, image.NewGray(image.Rect(0, 0, 4, 3)))
	pkg, _ := wml.OpenPackage("plan.docx", files[0].Data)
	links := bytes.Replace(pkg.Part("word/_rels/document.xml.rels"), []byte("</Relationships>"),
		[]byte(`<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/></Relationships>`), 1)
	for name, c := range map[string]struct {
		old, new string
		parts    map[string][]byte
	}{
		"a letter": {"năm", "nam", nil},
		"a picture": {"</w:p>", `<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="1270000"/><wp:docPr id="1" name="x" descr="x"/><a:graphic><pic:blipFill><a:blip r:embed="rId99"/></pic:blipFill></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
			map[string][]byte{"word/media/a.png": png.Bytes(), "word/_rels/document.xml.rels": links}},
		"a box of text": {"</w:p>", `<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>50 triệu</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>`, nil},
		"a symbol":      {"</w:p>", `<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>`, nil},
	} {
		made, found := r.FromDOCX("plan.docx", "plan", edited(t, files[0].Data, c.old, c.new, c.parts))
		if !strings.Contains(text(found), "render/stale") || len(made) == 0 || len(made[0].Inside) > 0 || bytes.Contains(made[0].Data, []byte("EmbeddedFile")) {
			t.Errorf("%s: %s", name, text(found))
		}
	}
}

// PDF/UA asks for a title; Word files need none.
func TestADocumentWithoutATitleIsCalledByWhatItShowsOrByItsFile(t *testing.T) {
	r := renderer(t)
	files, _ := r.Plan(load(t, "../../plans/mau/2026/lien-tich.yaml"), "plan", both)
	pkg, _ := wml.OpenPackage("plan.docx", files[0].Data)
	core := pkg.Part("docProps/core.xml")
	from, to := bytes.Index(core, []byte("<dc:title>")), bytes.Index(core, []byte("</dc:title>"))
	untitled := append(bytes.Clone(core[:from]), core[to+len("</dc:title>"):]...)
	document := pkg.Part(wml.MainPart)
	for want, parts := range map[string]map[string][]byte{
		"KẾ HOẠCH Phối hợp chăm lo Tết cho hộ nghèo quý I năm 2026": {"docProps/core.xml": untitled},
		"tết": {"docProps/core.xml": untitled, wml.MainPart: regexp.MustCompile(`w:val="(KHTenLoai|Title)"`).ReplaceAll(document, []byte(`w:val="KHDau"`))},
	} {
		var docx bytes.Buffer
		if err := pkg.With(parts).Write(&docx); err != nil {
			t.Fatal(err)
		}
		made, found := r.FromDOCX("nhà/tết.docx", "tết", docx.Bytes())
		if found.Failed() {
			t.Fatal(text(found))
		}
		f, _ := pdfread.Open(made[0].Data)
		info, _ := f.Dict(f.Trailer["Info"])
		if got, _ := f.Text(info["Title"]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTheDateComesFromThePlanThenFromTheCaller(t *testing.T) {
	r := renderer(t)
	r.Created = time.Unix(1700000000, 0)
	for name, want := range map[string]string{
		"mau/2026/chuyen-doi-so":     "/CreationDate(D:20260105000000+07'00')",
		"son-mau/2024/dan-chu-co-so": "/CreationDate(D:20231115051320+07'00')",
	} {
		files, _ := r.Plan(load(t, "../../plans/"+name+".yaml"), "plan", both[1:])
		if !bytes.Contains(files[0].Data, []byte(want)) {
			t.Errorf("%s: no %s", name, want)
		}
	}
	files, _ := renderer(t).Plan(load(t, "../../plans/son-mau/2024/dan-chu-co-so.yaml"), "plan", both[1:])
	if bytes.Contains(files[0].Data, []byte("CreationDate")) {
		t.Error("a date that no one gave")
	}
}
