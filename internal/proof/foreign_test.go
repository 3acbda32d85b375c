package proof_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/proof"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/wml"
)

// What was added to a file before anyone signed it, and what of it is found; then it is certified, which changes nothing.
func TestFieldsThatThePlanDoesNotGiveAreNamed(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(u *update)
		foreign string
		painted string
		holds   bool
	}{
		"nothing":        {nil, "[]", "[]", true},
		"an empty field": {func(u *update) { u.add(nil) }, "[{x 2 false}]", "[]", true},
		"a text": {func(u *update) {
			u.add(pdfread.Dict{"FT": pdfread.Name("Tx"), "V": pdfread.String("123/456"), "AP": u.appearance("123/456")})
		}, "[{x 2 true}]", "[]", false},
		"a text that readers draw themselves": {func(u *update) {
			u.add(pdfread.Dict{"FT": pdfread.Name("Tx"), "V": pdfread.String("123/456")})
		}, "[{x 2 true}]", "[]", false},
		"a button":                    {func(u *update) { u.add(pdfread.Dict{"FT": pdfread.Name("Btn"), "AP": u.appearance("FORGED")}) }, "[{x 2 true}]", "[]", false},
		"a field to sign in, painted": {func(u *update) { u.add(pdfread.Dict{"AP": u.appearance("FORGED")}) }, "[{x 2 true}]", "[x]", false},
		"a second field of a name of ours": {func(u *update) {
			u.add(pdfread.Dict{"T": pdfread.String("so"), "FT": pdfread.Name("Tx"), "V": pdfread.String("5"), "AP": u.appearance("5")})
		}, "[{so 2 true}]", "[]", false},
		"our own field elsewhere": {func(u *update) { u.change("seal", pdfread.Dict{"Rect": numbers(20, 20, 80, 60)}) }, "[{seal 5 false}]", "[]", true},
		"our own field, painted":  {func(u *update) { u.change("seal", pdfread.Dict{"AP": u.appearance("123")}) }, "[]", "[seal]", false},
	} {
		t.Run(name, func(t *testing.T) {
			_, pdf := built(t)
			if c.change != nil {
				u := revise(t, pdf)
				c.change(u)
				pdf = u.done()
			}
			for _, file := range [][]byte{pdf, sign(t, pdf, "signature_1", 2)} {
				r := verify(t, file)
				if got := fmt.Sprint(r.Foreign); got != c.foreign {
					t.Errorf("foreign %s, want %s", got, c.foreign)
				}
				if got := fmt.Sprint(r.Painted); got != c.painted {
					t.Errorf("painted %s, want %s", got, c.painted)
				}
				if r.Holds() != c.holds || !c.holds && r.Painted == nil && r.Plan.Drawn {
					t.Errorf("holds %v, drawn %v", r.Holds(), r.Plan.Drawn)
				}
			}
		})
	}
}

// How the number was filled in as 1599, and what a person sees.
func TestAFieldShowsWhatAPersonSees(t *testing.T) {
	const ours = "/KH1 10 Tf 1 3 Td "
	for name, c := range map[string]struct {
		content string
		shown   string // "" where it is right
		untold  bool
	}{
		"all of it":                  {"BT " + ours + "(1599) Tj ET", "", false},
		"in the usual clip":          {"/Tx BMC q 1 1 200 40 re W n BT " + ours + "(1599) Tj ET Q EMC", "", false},
		"outside the box":            {"BT " + ours + "(15) Tj 500 0 Td (99) Tj ET", "15", false},
		"under a tiny clip":          {"BT " + ours + "(15) Tj ET q 0 0 1 1 re W n BT /KH1 10 Tf 20 3 Td (99) Tj ET Q", "15", false},
		"white on white":             {"BT " + ours + "(15) Tj 1 g (99) Tj ET", "15", false},
		"white on black":             {"0 g 0 0 300 300 re f 1 g BT " + ours + "(1599) Tj ET", "", false},
		"too small to be read":       {"BT " + ours + "(15) Tj /KH1 1 Tf (99) Tj ET", "15", false},
		"invisible":                  {"BT " + ours + "(15) Tj 3 Tr (99) Tj ET", "", true},
		"painted over":               {"BT " + ours + "(1599) Tj ET 1 g 0 0 300 300 re f", "", true},
		"in the order of another":    {"BT " + ours + "20 0 Td (15) Tj -20 0 Td (99) Tj ET", "", true},
		"under a clip of its own":    {"q 0 0 m 9 0 l 9 9 l h W n BT " + ours + "(1599) Tj ET Q", "", true},
		"in letters of another font": {"BT /Own 10 Tf 1 3 Td (1599) Tj ET", "", true},
		"with a drawing inside":      {"BT " + ours + "(1599) Tj ET /Own Do", "", true},
	} {
		t.Run(name, func(t *testing.T) {
			_, pdf := built(t)
			u := revise(t, pdf)
			form, _ := u.Dict(u.Catalog["AcroForm"])
			resources, _ := u.Dict(form["DR"])
			fonts, _ := u.Dict(resources["Font"])
			own := with(must(u.Dict(fonts["KH1"])), pdfread.Dict{"Encoding": pdfread.Dict{"Differences": pdfread.Array{int64('1'), pdfread.Name("nine")}}})
			u.change("so", pdfread.Dict{"V": pdfread.String("1599"), "AP": pdfread.Dict{"N": u.put(0, stream("/Type/XObject/Subtype/Form/BBox[0 0 60 20]/Resources"+
				written(pdfread.Dict{"Font": with(fonts, pdfread.Dict{"Own": own})}), c.content))}})
			r := verify(t, u.done())
			shown := ""
			if len(r.Mismatched) > 0 {
				shown = r.Mismatched[0].Shown
			}
			if shown != c.shown || (len(r.Untold) > 0) != c.untold || r.Holds() != (c.shown == "") {
				t.Errorf("%v, untold %v, holds %v", r.Mismatched, r.Untold, r.Holds())
			}
		})
	}
}

func TestTheWordFileInsideIsComparedToo(t *testing.T) {
	p, _ := plan.Load("../../plans/son-mau/2024/dan-chu-co-so.yaml", plan.Options{})
	q, _ := plan.Load("../../plans/mau/2026/lien-tich.yaml", plan.Options{})
	r := renderer(t)
	other, _ := r.Plan(q, "plan", []render.Format{render.DOCX})
	r.AttachDOCX = true
	files, _ := r.Plan(p, "plan", []render.Format{render.PDF})
	pdf := files[0].Data
	if a := verify(t, pdf).Plan.Attached; a == nil || !a.Exact || len(a.Changes) > 0 {
		t.Fatalf("%+v", a)
	}
	u := revise(t, pdf)
	names, _ := u.Dict(u.Catalog["Names"])
	list, _ := u.Dict(names["EmbeddedFiles"])
	for _, o := range must(u.Array(list["Names"])) {
		if spec, err := u.Dict(o); err == nil && strings.Contains(string(must(u.Text(spec["Desc"]))), "Word") {
			u.put(must(u.Dict(spec["EF"]))["F"].(pdfread.Ref).Number, stream("/Type/EmbeddedFile", string(other[0].Data)))
		}
	}
	report := verify(t, u.done())
	if report.Holds() || !report.Plan.Same || len(report.Plan.Attached.Changes) == 0 {
		t.Errorf("holds %v: %+v", report.Holds(), report.Plan)
	}
}

func TestTheVersionThatMadeAFileDrawsItsPages(t *testing.T) {
	r := renderer(t)
	r.Program = "kehoach v1"
	p, _ := plan.Load("../../plans/son-mau/2024/dan-chu-co-so.yaml", plan.Options{})
	files, _ := r.Plan(p, "plan", []render.Format{render.PDF})
	u := revise(t, files[0].Data)
	u.page(1, "Contents", u.put(0, stream("", "1 g 0 0 595 842 re f")))
	white := u.done()
	for program, holds := range map[string]bool{"kehoach v1": false, "kehoach v2": true} {
		r.Program = program
		if report, _ := proof.Verify("plan.pdf", white, r); report.Holds() != holds || report.Plan.Altered == holds || report.Program != "kehoach v1" {
			t.Errorf("%s: holds %v, altered %v, by %q", program, report.Holds(), report.Plan.Altered, report.Program)
		}
	}
}

func TestAWordFileIsVerifiedToo(t *testing.T) {
	docx, _ := built(t)
	for name, c := range map[string]struct{ old, new, want string }{
		"as it was made":  {"", "", "same true, drawn true"},
		"another word":    {"Phòng Nội vụ", "Phòng Tư pháp", "same false, drawn false"},
		"larger letters":  {"<w:r><w:t", `<w:r><w:rPr><w:sz w:val="60"/></w:rPr><w:t`, "same true, drawn false"},
		"struck through":  {"<w:r><w:t", `<w:r><w:rPr><w:strike/></w:rPr><w:t`, "same false, drawn false"},
		"in white":        {"<w:r><w:t", `<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t`, "same false, drawn false"},
		"in red":          {"<w:r><w:t", `<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t`, "same true, drawn false"},
		"highlighted":     {"<w:r><w:t", `<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t`, "same false, drawn false"},
		"black by itself": {"<w:r><w:t", `<w:r><w:rPr><w:color w:val="000000"/></w:rPr><w:t`, "same true, drawn true"},
	} {
		r := verify(t, edited(t, docx, c.old, c.new))
		if got := fmt.Sprintf("same %v, drawn %v", r.Plan.Same, r.Plan.Drawn); got != c.want || r.Format != "docx" || r.Pages < 5 || r.Title == "" {
			t.Errorf("%s: %s: %+v", name, got, r)
		}
	}
}

// edited is a Word file with the first of something replaced in its text.
func edited(t *testing.T, docx []byte, old, new string) []byte {
	t.Helper()
	pkg, found := wml.OpenPackage("plan.docx", docx)
	if found.Failed() {
		t.Fatal(text(found))
	}
	document := pkg.Part(wml.MainPart)
	if !bytes.Contains(document, []byte(old)) {
		t.Fatalf("no %q", old)
	}
	var b bytes.Buffer
	if err := pkg.With(map[string][]byte{wml.MainPart: bytes.Replace(document, []byte(old), []byte(new), 1)}).Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
