package proof_test

import (
	"bytes"
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

// What was done to a file after the leader certified it, and whether that may be.
func TestWhatMayBeChangedAfterASignature(t *testing.T) {
	appearance := pdfread.Dict{"N": pdfread.Ref{Number: 1}}
	for name, c := range map[string]struct {
		level   int
		change  func(u *update)
		filled  string
		changed string
	}{
		"nothing": {2, nil, "", ""},
		"the number is filled in": {2, func(u *update) {
			ref, f := u.field("so")
			f["V"], f["AP"] = pdfread.String("49"), appearance
			u.put(ref.Number, f)
		}, "so = 49", ""},
		"the number is filled in though nothing may be": {1, func(u *update) {
			ref, f := u.field("so")
			f["V"] = pdfread.String("49")
			u.put(ref.Number, f)
		}, "so = 49", "refused"},
		"a signature's looks are replaced": {2, func(u *update) {
			ref, f := u.field("signature_1")
			f["AP"] = appearance
			u.put(ref.Number, f)
		}, "", "/AP"},
		"an empty field shows something": {2, func(u *update) {
			ref, f := u.field("so")
			f["AP"] = appearance
			u.put(ref.Number, f)
		}, "", "/AP"},
		"a field is moved": {2, func(u *update) {
			ref, f := u.field("seal")
			f["Rect"] = pdfread.Array{int64(0), int64(0), int64(600), int64(800)}
			u.put(ref.Number, f)
		}, "", "/Rect[0]"},
		"a page shows more": {2, func(u *update) {
			pages, _ := u.Pages()
			d := pages[0].Dict
			d["Contents"] = pdfread.Array{d["Contents"], d["Contents"]}
			u.put(pages[0].Ref.Number, d)
		}, "", "/Pages/Kids[0]/Contents"},
		"a note covers the page": {2, func(u *update) {
			pages, _ := u.Pages()
			d := pages[0].Dict
			note := u.put(0, pdfread.Dict{"Type": pdfread.Name("Annot"), "Subtype": pdfread.Name("FreeText")})
			d["Annots"] = append(append(pdfread.Array{}, d["Annots"].(pdfread.Array)...), note)
			u.put(pages[0].Ref.Number, d)
		}, "", "/Pages/Kids[0]/Annots[3]"},
		"a page is gone": {0, func(u *update) {
			ref := u.Catalog["Pages"].(pdfread.Ref)
			tree, _ := u.Dict(ref)
			tree["Kids"] = tree["Kids"].(pdfread.Array)[:4]
			u.put(ref.Number, tree)
		}, "", "/Pages/Kids"},
		"the plan inside is another": {2, func(u *update) {
			names, _ := u.Dict(u.Catalog["Names"])
			files, _ := u.Dict(names["EmbeddedFiles"])
			spec, _ := u.Dict(files["Names"].(pdfread.Array)[1])
			streams, _ := u.Dict(spec["EF"])
			u.put(streams["F"].(pdfread.Ref).Number, raw("<</Length 2>>\nstream\nxy\nendstream"))
		}, "", "/AF"},
	} {
		t.Run(name, func(t *testing.T) {
			_, pdf := built(t)
			pdf = sign(t, pdf, "signature_1", c.level)
			if c.change != nil {
				u := revise(t, pdf)
				c.change(u)
				pdf = u.done()
			}
			report, found := proof.Verify("plan.pdf", pdf, renderer(t))
			if found.Failed() { // a plan that does not even load any more is refused outright
				return
			}
			s := report.Signatures[0]
			if !s.Intact || s.Signer != "Võ Thế Vinh" || s.Certifies != c.level || s.Whole != (c.change == nil) {
				t.Errorf("%+v", s)
			}
			if got := strings.Join(s.Filled, ", "); got != c.filled {
				t.Errorf("filled %q, want %q", got, c.filled)
			}
			if got := strings.Join(s.Changed, ", "); c.changed != "refused" && !strings.Contains(got, c.changed) || (got == "") != (c.changed == "" || c.changed == "refused") {
				t.Errorf("changed %q, want %q", got, c.changed)
			}
			if s.Allowed != (c.changed == "") || report.Holds() != (c.changed == "") {
				t.Errorf("allowed %v, holds %v", s.Allowed, report.Holds())
			}
		})
	}
}

func TestASignatureMustCoverWhatItSays(t *testing.T) {
	_, pdf := built(t)
	signed := sign(t, pdf, "signature_1", 2)
	both := sign(t, signed, "seal", 0)
	if r := verify(t, both); !r.Holds() || len(r.Signatures) != 2 || strings.Join(r.Signatures[0].Filled, "") != "seal" || r.Signatures[1].Whole != true {
		t.Errorf("%+v", r.Signatures)
	}
	for name, c := range map[string]struct {
		old, new string
		reason   proof.Reason
	}{
		"a byte of the text":       {"<dc:language>", "<dc:languagf>", proof.Altered},
		"a range that leaves more": {"/ByteRange [0 ", "/ByteRange [1 ", proof.BadRange},
		"another kind":             {"/adbe.pkcs7.detached", "/adbe.pkcs7.detachee", proof.UnknownKind},
		"no message":               {"<3082", "<3182", proof.Unreadable},
	} {
		changed := bytes.Replace(signed, []byte(c.old), []byte(c.new), 1)
		if bytes.Equal(changed, signed) {
			t.Fatalf("%s: nothing to change", name)
		}
		r := verify(t, changed)
		if s := r.Signatures[0]; s.Intact || s.Reason != c.reason || r.Holds() {
			t.Errorf("%s: %+v", name, s)
		}
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
	f.Add(docx)
	r := renderer(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if report, found := proof.Verify("x.pdf", data, r); report == nil && !found.Failed() {
			t.Error("no report and no finding")
		}
		_, _ = proof.Inside("x", data)
	})
}
