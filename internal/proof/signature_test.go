package proof_test

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/smallstep/pkcs7"

	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/proof"
)

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
		"a field to sign in is added, and empty": {2, func(u *update) { u.add(nil) }, "x, page 2", ""},
		"the form sets what is typed otherwise":  {2, func(u *update) { u.form(pdfread.Dict{"DA": pdfread.String("/KH1 40 Tf 1 g")}) }, "", "/AcroForm/DA"},
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
			filled := slices.Clone(s.Filled)
			for _, a := range s.Added {
				filled = append(filled, fmt.Sprintf("%s, page %d", a.Field, a.Page))
			}
			if got := strings.Join(filled, ", "); got != c.filled {
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
