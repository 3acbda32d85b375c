package proof_test

import (
	"bytes"
	"fmt"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/smallstep/pkcs7"

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

// What was done to a file after the leader certified it, and whether that may be: then changed is "", else a part of what is said.
func TestWhatMayBeChangedAfterASignature(t *testing.T) {
	for name, c := range map[string]struct {
		level   int
		change  func(u *update)
		filled  string
		changed string
	}{
		"nothing": {2, nil, "", ""},
		"the number is filled in": {2, func(u *update) {
			u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
		}, "so = 49", ""},
		"the number is filled in though nothing may be": {1, func(u *update) {
			u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
		}, "", "so = 49"},
		"a field is called filled whose value does not exist": {2, func(u *update) {
			u.change("so", pdfread.Dict{"V": pdfread.Ref{Number: 99999}, "AP": u.appearance("49")})
		}, "", "/AP"},
		"a signature's looks are replaced": {2, func(u *update) {
			u.change("signature_1", pdfread.Dict{"AP": u.appearance("")})
		}, "", "/AP"},
		"an empty field shows something": {2, func(u *update) {
			u.change("so", pdfread.Dict{"AP": u.appearance("")})
		}, "", "/AP"},
		"a field is moved": {2, func(u *update) {
			u.change("seal", pdfread.Dict{"Rect": numbers(0, 0, 600, 800)})
		}, "", "/Rect[0]"},
		"a page shows more": {2, func(u *update) {
			pages, _ := u.Pages()
			u.page(0, "Contents", pages[0].Dict["Contents"])
		}, "", "/Pages/Kids[0]/Contents"},
		"a note covers the page": {2, func(u *update) {
			u.page(0, "Annots", u.put(0, pdfread.Dict{"Type": pdfread.Name("Annot"), "Subtype": pdfread.Name("FreeText")}))
		}, "", "/Pages/Kids[0]/Annots[3]"},
		"a note calls itself a field to sign in": {2, func(u *update) {
			u.add(pdfread.Dict{"Subtype": pdfread.Name("FreeText")})
		}, "", "/AcroForm/Fields[5]"},
		"a field to sign in runs a program": {2, func(u *update) {
			u.add(pdfread.Dict{"A": pdfread.Dict{"S": pdfread.Name("JavaScript"), "JS": pdfread.String("app.alert(1)")}})
		}, "", "/AcroForm/Fields[5]"},
		"a field that is none shows something": {2, func(u *update) {
			u.page(1, "Annots", u.put(0, pdfread.Dict{"Subtype": pdfread.Name("Widget"), "FT": pdfread.Name("Sig"), "T": pdfread.String("x"),
				"Rect": numbers(0, 0, 595, 842), "AP": u.appearance("FORGED")}))
		}, "", "/Pages/Kids[1]/Annots[0]"},
		"a field that nobody signed shows something": {2, func(u *update) {
			u.add(pdfread.Dict{"AP": u.appearance("FORGED")})
		}, "", "/AcroForm/Fields[5]"},
		"a field to sign in is added, and empty": {2, func(u *update) { u.add(nil) }, "x", ""},
		"a page is gone": {0, func(u *update) {
			ref := u.Catalog["Pages"].(pdfread.Ref)
			tree, _ := u.Dict(ref)
			u.put(ref.Number, with(tree, pdfread.Dict{"Kids": tree["Kids"].(pdfread.Array)[:4]}))
		}, "", "/Pages/Kids"},
		"the plan inside is another": {2, func(u *update) {
			names, _ := u.Dict(u.Catalog["Names"])
			files, _ := u.Dict(names["EmbeddedFiles"])
			spec, _ := u.Dict(files["Names"].(pdfread.Array)[3])
			streams, _ := u.Dict(spec["EF"])
			o, _ := u.Resolve(streams["F"])
			plan, _ := u.Data(o.(*pdfread.Stream))
			u.put(streams["F"].(pdfread.Ref).Number, stream("", strings.Replace(string(plan), "Phòng Nội vụ", "Phòng Tư pháp", 1)))
		}, "", "/AF"},
		"the title is another": {2, func(u *update) {
			u.put(u.Trailer["Info"].(pdfread.Ref).Number, pdfread.Dict{"Title": pdfread.String("Another")})
		}, "", "/Info/Title"},
		"the file was saved later, by another program": {2, func(u *update) {
			info, _ := u.Dict(u.Trailer["Info"])
			u.put(u.Trailer["Info"].(pdfread.Ref).Number, with(info, pdfread.Dict{"ModDate": pdfread.String("D:20260306"), "Producer": pdfread.String("Signer")}))
			u.metadata("<pdf:Producer>kehoach</pdf:Producer>", "<pdf:Producer>Signer</pdf:Producer><xmp:MetadataDate>2026-03-06</xmp:MetadataDate>")
		}, "", ""},
		"the metadata have another title":        {1, func(u *update) { u.metadata("Kế hoạch", "Công văn") }, "", "/Metadata"},
		"the certification's permission is gone": {2, func(u *update) { u.catalog(pdfread.Dict{"Perms": nil}) }, "", "/Perms"},
		"the form asks for other looks": {2, func(u *update) {
			u.form(pdfread.Dict{"NeedAppearances": true})
		}, "", "/AcroForm/NeedAppearances"},
	} {
		t.Run(name, func(t *testing.T) {
			_, pdf := built(t)
			pdf = sign(t, pdf, "signature_1", c.level)
			if c.change != nil {
				u := revise(t, pdf)
				c.change(u)
				pdf = u.done()
			}
			report := verify(t, pdf)
			s := report.Signatures[0]
			if !s.Intact || s.Signer != "Võ Thế Vinh" || s.Certifies != c.level || s.Whole != (c.change == nil) {
				t.Errorf("%+v", s)
			}
			if got := strings.Join(s.Filled, ", "); got != c.filled {
				t.Errorf("filled %q, want %q", got, c.filled)
			}
			if got := strings.Join(s.Changed, ", "); !strings.Contains(got, c.changed) || (got == "") != (c.changed == "") {
				t.Errorf("changed %q, want %q", got, c.changed)
			}
			if s.Allowed != (c.changed == "") || report.Holds() != (c.changed == "") {
				t.Errorf("allowed %v, holds %v", s.Allowed, report.Holds())
			}
		})
	}
}

// What is said of each signature where signatures themselves are the forgery, or bind more than usual.
func TestWhatSignaturesSayOfOneAnother(t *testing.T) {
	value := func(u *update, field string) pdfread.Dict {
		_, f := u.field(field)
		v, _ := u.Dict(f["V"])
		return v
	}
	for name, c := range map[string]struct {
		make func(pdf []byte) []byte
		want string // of each signature: field, level, and what is wrong with it
	}{
		"a copy is no signature": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 2))
			u.change("seal", pdfread.Dict{"V": u.put(0, with(value(u, "signature_1"), pdfread.Dict{"M": pdfread.String("D:2030"), "Reference": nil}))})
			return u.done()
		}, "signature_1 2; seal 0 range"},
		"a copy lifts no certification": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "seal", 1))
			u.change("signature_1", pdfread.Dict{"V": u.put(0, with(value(u, "seal"), certifies(int64(3))))})
			u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
			return u.done()
		}, "seal 1 changed signature_1, so = 49; signature_1 0 range"},
		"one value in two fields is one signature": {func(pdf []byte) []byte {
			u := revise(t, pdf)
			shared := u.value(nil)
			u.change("signature_1", pdfread.Dict{"V": shared})
			u.change("seal", pdfread.Dict{"V": shared})
			return u.signed()
		}, "signature_1 0; seal 0 range"},
		"what a signature says of itself is what was signed": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 1))
			_, f := u.field("signature_1")
			u.put(f["V"].(pdfread.Ref).Number, with(value(u, "signature_1"), certifies(int64(3))))
			return u.done()
		}, "signature_1 1 changed /Perms/DocMDP/Reference[0]/TransformParams/P"},
		"a later certification may be stricter": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 2))
			u.change("seal", pdfread.Dict{"V": u.value(certifies(int64(1)))})
			u = revise(t, u.signed())
			u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
			return u.done()
		}, "signature_1 2; seal 1 changed so = 49"},
		"a level written elsewhere is read": {func(pdf []byte) []byte {
			u := revise(t, pdf)
			u.change("signature_1", pdfread.Dict{"V": u.value(certifies(u.put(0, raw("1"))))})
			u = revise(t, u.signed())
			u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
			return u.done()
		}, "signature_1 1 changed so = 49"},
		"locked fields stay as they are": {func(pdf []byte) []byte {
			u := revise(t, pdf)
			u.change("signature_1", pdfread.Dict{"V": u.value(locks)})
			u = revise(t, u.signed())
			u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
			return u.done()
		}, "signature_1 0 changed so = 49"},
		"a field's own lock counts once it is signed": {func(pdf []byte) []byte {
			u := revise(t, pdf)
			u.change("signature_1", pdfread.Dict{"V": u.value(nil), "Lock": pdfread.Dict{"Action": pdfread.Name("Include"), "Fields": pdfread.Array{pdfread.String("so")}}})
			u = revise(t, u.signed())
			u.change("so", pdfread.Dict{"V": pdfread.String("49"), "AP": u.appearance("49")})
			u.change("ngay", pdfread.Dict{"V": pdfread.String("5"), "AP": u.appearance("5")})
			return u.done()
		}, "signature_1 0 changed so = 49"},
		"a removed signature is missed": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 2))
			u.change("signature_1", pdfread.Dict{"V": nil})
			return u.done()
		}, "signature_1 2 removed"},
		"a removed form is missed": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 0))
			u.catalog(pdfread.Dict{"AcroForm": nil})
			return u.done()
		}, "signature_1 0 removed"},
		"what is no dictionary is no signature": {func(pdf []byte) []byte {
			u := revise(t, pdf)
			u.change("seal", pdfread.Dict{"V": true, "AP": u.appearance("")})
			return u.done()
		}, "seal 0 unreadable"},
		"SHA-1 proves nothing": {func(pdf []byte) []byte {
			u := revise(t, pdf)
			u.change("seal", pdfread.Dict{"V": u.value(nil)})
			return u.signedAs(func(data []byte) []byte { return signature(t, data, pkcs7.OIDDigestAlgorithmSHA1) })
		}, "seal 0 unknown"},
		"a new field is signed": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 2))
			u.add(pdfread.Dict{"V": u.value(nil), "AP": u.appearance("")})
			return u.signed()
		}, "signature_1 2; x 0"},
		"a signature that does not hold excuses no new field": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 2))
			u.add(pdfread.Dict{"V": u.value(nil), "AP": u.appearance("")})
			return u.done()
		}, "signature_1 2 changed /AcroForm/Fields[5], /Pages/Kids[1]/Annots[0]; x 0 range"},
		"a certification that allows nothing allows a time stamp": {func(pdf []byte) []byte {
			u := revise(t, sign(t, pdf, "signature_1", 1))
			u.catalog(pdfread.Dict{"DSS": pdfread.Dict{"Certs": pdfread.Array{}}})
			u = revise(t, u.done())
			u.add(pdfread.Dict{"Rect": numbers(0, 0, 0, 0), "V": u.value(pdfread.Dict{"Type": pdfread.Name("DocTimeStamp"), "SubFilter": pdfread.Name("ETSI.RFC3161")})})
			return u.signedAs(func(data []byte) []byte { return token(t, data) })
		}, "signature_1 1; x 0"},
	} {
		t.Run(name, func(t *testing.T) {
			_, pdf := built(t)
			r := verify(t, c.make(pdf))
			var got []string
			for _, s := range r.Signatures {
				said := fmt.Sprintf("%s %d %s", s.Field, s.Certifies, s.Reason)
				if s.Intact && !s.Allowed {
					said += "changed " + strings.Join(s.Changed, ", ")
				}
				got = append(got, strings.TrimSpace(said))
			}
			if got := strings.Join(got, "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			bad := slices.ContainsFunc(r.Signatures, func(s proof.Signature) bool { return !s.Intact || !s.Allowed })
			if r.Holds() == bad {
				t.Errorf("holds: %v", r.Holds())
			}
		})
	}
}

// A section that lies in the signed bytes, but in no chain of theirs, is no part of what was signed.
func TestWhatWasSignedIsWhatTheSignedBytesGive(t *testing.T) {
	_, pdf := built(t)
	prepared := func(previous int) (pdf2 []byte, hidden int) {
		u := revise(t, pdf)
		pages, _ := u.Pages()
		white := u.put(0, stream("", "1 g 0 0 595 842 re f"))
		u.page(1, "Contents", white)
		page := u.offsets[pages[1].Ref.Number]
		delete(u.offsets, pages[1].Ref.Number)
		hidden = u.Len()
		fmt.Fprintf(u, "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Root %s/Info %s/Prev %06d>>\n", pages[1].Ref.Number, page,
			written(u.Trailer["Root"]), written(u.Trailer["Info"]), previous)
		return u.done(), hidden
	}
	first, _ := prepared(0)
	unlinked, hidden := prepared(lastSection(sign(t, first, "signature_1", 1)))
	signed := sign(t, unlinked, "signature_1", 1)
	if r := verify(t, signed); !r.Holds() {
		t.Fatalf("%+v", r)
	}
	f, _ := pdfread.Open(signed)
	shown := append(signed, fmt.Sprintf("xref\n0 0\ntrailer\n<</Root %s/Info %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
		written(f.Trailer["Root"]), written(f.Trailer["Info"]), hidden, len(signed))...)
	s := verify(t, shown).Signatures[0]
	if got := strings.Join(s.Changed, ", "); s.Allowed || got != "/Pages/Kids[1]/Contents" {
		t.Errorf("allowed %v, changed %q", s.Allowed, got)
	}
}

func lastSection(pdf []byte) (offset int) {
	fmt.Sscanf(string(pdf[bytes.LastIndex(pdf, []byte("startxref")):]), "startxref\n%d", &offset)
	return offset
}

// Two states of a file are walked in step: that ends, and grows with the file alone.
func TestNothingInAFileMakesAComparisonLoopOrGrow(t *testing.T) {
	_, pdf := built(t)
	for name, c := range map[string]struct {
		before, after func(u *update)
	}{
		"circles of which each step is a reference on one side only": {func(u *update) {
			u.catalog(pdfread.Dict{"Z": u.put(0, raw(fmt.Sprintf("[[%d 0 R]]", u.next)))})
		}, func(u *update) {
			u.catalog(pdfread.Dict{"Z": pdfread.Array{u.put(0, raw(fmt.Sprintf("[[%d 0 R]]", u.next)))}})
		}},
		"a long name above a long list": {func(u *update) {
			u.catalog(pdfread.Dict{pdfread.Name(strings.Repeat("K", 200_000)): raw("[" + strings.Repeat("null ", 4000) + "]")})
		}, func(*update) {}},
		"a deep chain of long names": {func(u *update) {
			for range 2000 {
				u.put(0, raw(fmt.Sprintf("<</%s %d 0 R>>", strings.Repeat("A", 100), u.next+1)))
			}
			u.catalog(pdfread.Dict{"Z": pdfread.Ref{Number: u.next - 2000}})
		}, func(*update) {}},
	} {
		u := revise(t, pdf)
		c.before(u)
		u = revise(t, sign(t, u.done(), "signature_1", 0))
		c.after(u)
		data := u.done()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		verify(t, data)
		runtime.ReadMemStats(&after)
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 100 {
			t.Errorf("%s: %d MB for a file of %d KB", name, mb, len(data)>>10)
		}
	}
}

func TestAFieldNeedNotBeAnObjectOfItsOwn(t *testing.T) {
	_, pdf := built(t)
	u := revise(t, pdf)
	_, so := u.field("so")
	u.form(pdfread.Dict{"Fields": pdfread.Array{with(so, pdfread.Dict{"P": nil})}})
	if r := verify(t, u.done()); strings.Join(r.Empty, "") != "so" || len(r.Plan.Changes) != 5 { // five widgets are no fields any more
		t.Errorf("%+v", r)
	}
}

func TestAFileHasAFewSignaturesAtMost(t *testing.T) {
	_, pdf := built(t)
	u := revise(t, sign(t, pdf, "signature_1", 0))
	_, field := u.field("signature_1")
	form, _ := u.Dict(u.Catalog["AcroForm"])
	fields := slices.Clone(form["Fields"].(pdfread.Array))
	for range 100 {
		fields = append(fields, u.put(0, pdfread.Dict{"FT": pdfread.Name("Sig"), "T": pdfread.String("x"), "V": field["V"]}))
	}
	u.catalog(pdfread.Dict{"AcroForm": with(form, pdfread.Dict{"Fields": fields})})
	if _, found := proof.Verify("plan.pdf", u.done(), renderer(t)); !found.Failed() || found[0].Kind.ID != "proof/too-large" {
		t.Errorf("%s", text(found))
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
		if !strings.Contains(text, plain(c.text)) || (text == "") != (c.text == "") || r.Holds() != c.holds {
			t.Errorf("%s: over %.100q, holds %v", name, text, r.Holds())
		}
	}
}

func plain(s string) string { return strings.ReplaceAll(s, " ", "") }

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
