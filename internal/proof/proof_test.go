package proof_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/proof"
	"github.com/kehoach/kehoach/internal/wml"
)

func text(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

func verify(t *testing.T, pdf []byte) *proof.Report {
	t.Helper()
	report, found := proof.Verify("plan.pdf", pdf, renderer(t))
	if found.Failed() {
		t.Fatal(text(found))
	}
	return report
}

func TestAFileAsItWasMadeHolds(t *testing.T) {
	_, pdf := built(t)
	r := verify(t, pdf)
	if !r.Holds() || r.Pages != 5 || strings.Join(r.Standards, " ") != "PDF/A-3a PDF/UA-1" || !r.Plan.Same || len(r.Plan.Files) != 2 ||
		strings.Join(r.Empty, " ") != "so ngay thang signature_1 seal" {
		t.Errorf("%+v", r)
	}
}

func TestTheTextIsComparedWithThePlanInside(t *testing.T) {
	docx, pdf := built(t)
	for name, data := range map[string][]byte{"plan.docx": docx, "plan.pdf": pdf} {
		inside, found := proof.Inside(name, data)
		if found.Failed() {
			t.Fatal(text(found))
		}
		if changes, found := proof.Compare(name, data, inside, renderer(t)); len(changes) > 0 || found.Failed() {
			t.Errorf("%s: %v %s", name, changes, text(found))
		}
		inside[0].Data = bytes.Replace(inside[0].Data, []byte("Phòng Nội vụ"), []byte("Phòng Tư pháp"), 1)
		changes, _ := proof.Compare(name, data, inside, renderer(t))
		if len(changes) != 1 || !strings.Contains(changes[0].Plan, "Tư pháp") || !strings.Contains(changes[0].Document, "Nội vụ") {
			t.Errorf("%s: %v", name, changes)
		}
	}
}

// What was drawn over a page before anyone signed, and whether a rebuild tells.
func TestThePagesAreComparedWithThoseOfARebuild(t *testing.T) {
	for name, c := range map[string]struct {
		change func(u *update)
		same   bool
		drawn  bool
	}{
		"nothing": {nil, true, true},
		"fields are there or not": {func(u *update) {
			pages, _ := u.Pages()
			for _, p := range pages {
				u.put(p.Ref.Number, with(p.Dict, pdfread.Dict{"Annots": nil}))
			}
			u.catalog(pdfread.Dict{"AcroForm": nil})
		}, true, true},
		"another program drew the same text": {func(u *update) { u.page(1, "Contents", u.put(0, stream("", "q Q"))) }, true, false},
		"all pages are cut to half": {func(u *update) {
			tree, _ := u.Dict(u.Catalog["Pages"])
			u.put(u.Catalog["Pages"].(pdfread.Ref).Number, with(tree, pdfread.Dict{"CropBox": numbers(0, 421, 595, 842)}))
		}, true, false},
		"a page ends earlier": {func(u *update) {
			pages, _ := u.Pages()
			first, second := string(must(u.Content(pages[0]))), string(must(u.Content(pages[1])))
			from := strings.LastIndex(first, "/LBody<<")
			to := from + strings.Index(first[from:], "EMC\n") + len("EMC\n")
			u.put(pages[0].Ref.Number, with(pages[0].Dict, pdfread.Dict{"Contents": u.put(0, stream("", first[:from]+first[to:]))}))
			u.put(pages[1].Ref.Number, with(pages[1].Dict, pdfread.Dict{"Contents": u.put(0, stream("", first[from:to]+second))}))
		}, true, false},
		"white, and other text that calls itself no part of the text": {func(u *update) {
			u.page(1, "Contents", u.put(0, stream("", "/Artifact BMC 1 g 0 0 595 842 re f 0 g BT /F1 20 Tf 100 400 Td <00010002> Tj ET EMC")))
		}, false, false},
		"a drawing inside the drawing": {func(u *update) {
			form := u.put(0, stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", "1 g 0 0 595 842 re f"))
			pages, _ := u.Pages()
			p := pages[1]
			have := p.Dict["Contents"]
			u.put(p.Ref.Number, with(p.Dict, pdfread.Dict{"Resources": with(p.Resources, pdfread.Dict{"XObject": pdfread.Dict{"X": form}}),
				"Contents": pdfread.Array{have, u.put(0, stream("", "/X Do"))}}))
		}, false, false},
		"a note": {func(u *update) {
			u.page(1, "Annots", u.put(0, pdfread.Dict{"Subtype": pdfread.Name("Stamp"), "Rect": numbers(0, 0, 595, 842), "AP": u.appearance("FORGED")}))
		}, false, true},
		"a field that is in no form": {func(u *update) {
			u.page(1, "Annots", u.put(0, pdfread.Dict{"Subtype": pdfread.Name("Widget"), "FT": pdfread.Name("Sig"), "Rect": numbers(0, 0, 595, 842), "AP": u.appearance("FORGED")}))
		}, false, true},
		"letters that look otherwise": {func(u *update) {
			pages, _ := u.Pages()
			fonts, _ := u.Dict(pages[0].Resources["Font"])
			font, _ := u.Dict(fonts["F1"])
			inner, _ := u.Array(font["DescendantFonts"])
			u.put(inner[0].(pdfread.Ref).Number, with(must(u.Dict(inner[0])), pdfread.Dict{"CIDToGIDMap": u.put(0, stream("", strings.Repeat("\x00", 1000)))}))
		}, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			_, pdf := built(t)
			if c.change != nil {
				u := revise(t, pdf)
				c.change(u)
				pdf = u.done()
			}
			if r := verify(t, pdf); r.Plan.Same != c.same || r.Plan.Drawn != c.drawn || r.Holds() != c.same {
				t.Errorf("same %v, drawn %v, holds %v: %v", r.Plan.Same, r.Plan.Drawn, r.Holds(), r.Plan.Changes)
			}
		})
	}
}

func TestWhatIsClaimedAndLackingIsNamed(t *testing.T) {
	_, pdf := built(t)
	title := regexp.MustCompile(`<dc:title>(?s:.*)</dc:title>`)
	for want, change := range map[string]func(u *update){
		"title":                 func(u *update) { u.metadata(title.FindString(u.xmp()), "") },
		"language":              func(u *update) { u.catalog(pdfread.Dict{"Lang": nil}) },
		"tags":                  func(u *update) { u.catalog(pdfread.Dict{"MarkInfo": nil}) },
		"structure":             func(u *update) { u.catalog(pdfread.Dict{"StructTreeRoot": nil}) },
		"output intent":         func(u *update) { u.catalog(pdfread.Dict{"OutputIntents": nil}) },
		"file identifier":       func(u *update) { delete(u.Trailer, "ID") },
		"appearances of fields": func(u *update) { u.form(pdfread.Dict{"NeedAppearances": true}) },
		"a form without XFA":    func(u *update) { u.form(pdfread.Dict{"XFA": pdfread.Array{}}) },
	} {
		u := revise(t, pdf)
		change(u)
		if r := verify(t, u.done()); strings.Join(r.Missing, ", ") != want || r.Holds() {
			t.Errorf("%s: %q", want, r.Missing)
		}
	}
}

func TestAFieldShowsWhatItHolds(t *testing.T) {
	_, pdf := built(t)
	for name, c := range map[string]struct {
		value pdfread.Object
		shown string
		want  string
	}{
		"the same":         {pdfread.String("49"), "49", ""},
		"another number":   {pdfread.String("49"), "77", `so: "49" shows "77"`},
		"nothing":          {pdfread.String("49"), "", `so: "49" shows ""`},
		"something, empty": {nil, "77", `so: "" shows "77"`},
	} {
		u := revise(t, pdf)
		u.change("so", pdfread.Dict{"V": c.value, "AP": u.appearance(c.shown)})
		r := verify(t, u.done())
		got := ""
		for _, m := range r.Mismatched {
			got += fmt.Sprintf("%s: %q shows %q", m.Field, m.Value, m.Shown)
		}
		if got != c.want || r.Holds() != (c.want == "") {
			t.Errorf("%s: %s, holds %v", name, got, r.Holds())
		}
	}
}

// Whoever signs may sign in a field of any size: what it lies over is told, and no whole text may lie beneath.
func TestAFieldThatLiesOverLettersIsTold(t *testing.T) {
	_, pdf := built(t)
	for name, c := range map[string]struct {
		rect  pdfread.Array
		more  pdfread.Dict
		text  string // a part of it
		holds bool
	}{
		"over nothing":          {numbers(10, 10, 60, 60), nil, "", true},
		"over a page":           {numbers(0, 0, 595, 842), nil, "triển khai", false},
		"over a page, unseen":   {numbers(0, 0, 595, 842), pdfread.Dict{"F": int64(2)}, "", true},
		"over a page, and bare": {numbers(0, 0, 595, 842), pdfread.Dict{"AP": nil}, "", true},
		"over some letters":     {numbers(85, 752, 150, 772), nil, "biết, dân", true},
	} {
		u := revise(t, pdf)
		u.add(with(pdfread.Dict{"V": u.value(nil), "AP": u.appearance(""), "Rect": c.rect}, c.more))
		r := verify(t, u.signed())
		text := ""
		for _, cover := range r.Covers {
			if cover.Field != "x" || cover.Page != 2 {
				t.Errorf("%s: %+v", name, cover)
			}
			text += cover.Text
		}
		if !strings.Contains(text, c.text) || (text == "") != (c.text == "") || r.Holds() != c.holds {
			t.Errorf("%s: over %.100q, holds %v", name, text, r.Holds())
		}
	}
}

func TestAFontIsEmbeddedWhereAllOfItsNameAre(t *testing.T) {
	_, pdf := built(t)
	bare := func(u *update, like string) pdfread.Dict {
		pages, _ := u.Pages()
		fonts, _ := u.Dict(pages[0].Resources["Font"])
		font, _ := u.Dict(fonts[pdfread.Name(like)])
		return pdfread.Dict{"Type": pdfread.Name("Font"), "Subtype": pdfread.Name("TrueType"), "BaseFont": font["BaseFont"]}
	}
	for name, change := range map[string]func(u *update){
		"on a page": func(u *update) {
			pages, _ := u.Pages()
			p := pages[0]
			fonts, _ := u.Dict(p.Resources["Font"])
			u.put(p.Ref.Number, with(p.Dict, pdfread.Dict{"Resources": with(p.Resources, pdfread.Dict{"Font": with(fonts, pdfread.Dict{"X": bare(u, "F1")})})}))
		},
		"in an appearance": func(u *update) {
			resources := written(pdfread.Dict{"Font": pdfread.Dict{"X": bare(u, "F1")}})
			u.change("seal", pdfread.Dict{"AP": pdfread.Dict{"N": u.put(0, stream("/Subtype/Form/BBox[0 0 9 9]/Resources"+resources, ""))}})
		},
		"in a drawing inside an appearance": func(u *update) {
			inner := u.put(0, stream("/Subtype/Form/BBox[0 0 9 9]/Resources"+written(pdfread.Dict{"Font": pdfread.Dict{"X": bare(u, "F1")}}), ""))
			u.change("seal", pdfread.Dict{"AP": pdfread.Dict{"N": u.put(0, stream("/Subtype/Form/BBox[0 0 9 9]/Resources"+written(pdfread.Dict{"XObject": pdfread.Dict{"Y": inner}}), ""))}})
		},
	} {
		u := revise(t, pdf)
		change(u)
		data := u.done()
		for range 6 { // whatever the order of a map
			if r := verify(t, data); r.Holds() || strings.Join(r.Missing, "") != "embedded fonts" || len(r.Fonts) != 4 {
				t.Fatalf("%s: %v %v", name, r.Missing, r.Fonts)
			}
		}
	}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func TestFilesThatCarryNothingUsableSaySo(t *testing.T) {
	docx, pdf := built(t)
	pkg, _ := wml.OpenPackage("plan.docx", docx)
	spoiled := func(old, new string) []byte {
		part := "customXml/item9001.xml"
		var b bytes.Buffer
		if err := pkg.With(map[string][]byte{part: bytes.Replace(pkg.Part(part), []byte(old), []byte(new), 1)}).Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, c := range map[string]struct {
		data []byte
		id   string
	}{
		"nothing":             {nil, "proof/format"},
		"text":                {[]byte("kehoach: 1"), "proof/format"},
		"half a PDF":          {pdf[:len(pdf)/2], "proof/damaged"},
		"half a DOCX":         {docx[:len(docx)/2], "wml/package"},
		"a path that climbs":  {spoiled(`path="ke-hoach/`, `path="../../`), "proof/inside"},
		"an absolute path":    {spoiled(`path="ke-hoach/`, `path="/`), "proof/inside"},
		"a Windows path":      {spoiled(`path="ke-hoach/`, `path="c:`), "proof/inside"},
		"one name twice":      {spoiled(`path="agency.yaml"`, `path="ke-hoach/Dan-chu-co-so.yaml"`), "proof/inside"},
		"no base64":           {spoiled(`role="plan">`, `role="plan">!`), "proof/inside"},
		"no XML":              {spoiled(`</file>`, `</file`), "proof/inside"},
		"no plan among them":  {spoiled(`role="plan"`, `role="other"`), "proof/no-plan"},
		"a PDF with no files": {bytes.Replace(pdf, []byte("/EmbeddedFiles"), []byte("/EmbeddedFilez"), 1), "proof/no-plan"},
	} {
		if _, found := proof.Inside("x", c.data); !found.Failed() || found[0].Kind.ID != c.id {
			t.Errorf("%s: %s", name, text(found))
		}
	}
}

func FuzzVerify(f *testing.F) {
	docx, pdf := built(f)
	f.Add(pdf)
	u := revise(f, sign(f, pdf, "signature_1", 2))
	u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
	f.Add(u.done())
	f.Add(docx)
	r := renderer(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if report, found := proof.Verify("x.pdf", data, r); report == nil && !found.Failed() {
			t.Error("no report and no finding")
		}
		_, _ = proof.Inside("x", data)
	})
}
