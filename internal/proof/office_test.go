package proof_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"maps"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/smallstep/pkcs7"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
)

// renderer builds with all fields.
func renderer(t testing.TB) *render.Renderer {
	t.Helper()
	r, found := render.New(font.Default())
	if len(found) > 0 {
		t.Fatal(found)
	}
	r.Fields = render.Fields{Sign: true, Number: true}
	return r
}

// built are the DOCX and PDF of the issued plan.
func built(t testing.TB) (docx, pdf []byte) {
	t.Helper()
	p, found := plan.Load("../../plans/son-mau/2024/dan-chu-co-so.yaml", plan.Options{})
	if found.Failed() {
		t.Fatal(found)
	}
	files, found := renderer(t).Plan(p, "plan", []render.Format{render.DOCX, render.PDF})
	if found.Failed() {
		t.Fatal(found)
	}
	return files[0].Data, files[1].Data
}

// An update is a new revision of a PDF, written by hand as signers and form fillers do.
type update struct {
	testing.TB
	*pdfread.File
	bytes.Buffer
	offsets map[int]int
	next    int
}

func revise(t testing.TB, pdf []byte) *update {
	t.Helper()
	f, err := pdfread.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	u := &update{TB: t, File: f, offsets: map[int]int{}, next: int(f.Trailer["Size"].(int64))}
	u.Write(pdf)
	return u
}

// put writes an object, under a new number when number is 0.
func (u *update) put(number int, o pdfread.Object) pdfread.Ref {
	if number == 0 {
		number = u.next
		u.next++
	}
	u.offsets[number] = u.Len()
	fmt.Fprintf(u, "%d 0 obj\n%s\nendobj\n", number, written(o))
	return pdfread.Ref{Number: number}
}

// done ends the revision.
func (u *update) done() []byte {
	previous := bytes.LastIndex(u.Buffer.Bytes(), []byte("startxref"))
	var last int
	fmt.Sscanf(string(u.Buffer.Bytes()[previous:]), "startxref\n%d", &last)
	start := u.Len()
	u.WriteString("xref\n")
	for number, offset := range u.offsets {
		fmt.Fprintf(u, "%d 1\n%010d 00000 n \n", number, offset)
	}
	fmt.Fprintf(u, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", written(with(u.Trailer, pdfread.Dict{"Size": int64(u.next), "Prev": int64(last)})), start)
	return u.Buffer.Bytes()
}

// written is an object as a file holds it.
func written(o pdfread.Object) string {
	switch o := o.(type) {
	case nil:
		return "null"
	case pdfread.Name:
		return "/" + string(o)
	case pdfread.String:
		return fmt.Sprintf("<%X>", string(o))
	case pdfread.Array:
		out := "["
		for _, e := range o {
			out += written(e) + " "
		}
		return out + "]"
	case pdfread.Dict:
		out := "<<"
		for key, value := range o {
			out += "/" + string(key) + " " + written(value)
		}
		return out + ">>"
	}
	return fmt.Sprint(o)
}

// field is a form field and its reference.
func (u *update) field(name string) (pdfread.Ref, pdfread.Dict) {
	u.Helper()
	form, _ := u.Dict(u.Catalog["AcroForm"])
	fields, _ := u.Array(form["Fields"])
	for _, o := range fields {
		d, _ := u.Dict(o)
		if t, _ := u.Text(d["T"]); t == name {
			return o.(pdfread.Ref), d
		}
	}
	u.Fatalf("no field %s", name)
	return pdfread.Ref{}, nil
}

// raw is written as it stands.
type raw string

// stream is a stream object.
func stream(entries, content string) raw {
	return raw(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(content), content))
}

// appearance paints over a whole page and shows text, in the font that our fields are typed in.
func (u *update) appearance(text string) pdfread.Dict {
	form, _ := u.Dict(u.Catalog["AcroForm"])
	resources, _ := u.Dict(form["DR"])
	return pdfread.Dict{"N": u.put(0, stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources"+written(resources),
		"1 g 0 0 595 842 re f 0 g BT /KH1 10 Tf 1 3 Td ("+text+") Tj ET"))}
}

// change writes a field again with other entries; nil takes one away.
func (u *update) change(name string, entries pdfread.Dict) {
	ref, field := u.field(name)
	u.put(ref.Number, with(field, entries))
}

// catalog writes the catalog again with other entries; nil takes one away.
func (u *update) catalog(entries pdfread.Dict) {
	u.put(u.Trailer["Root"].(pdfread.Ref).Number, with(u.Catalog, entries))
}

// form writes the form again with other entries.
func (u *update) form(entries pdfread.Dict) {
	form, _ := u.Dict(u.Catalog["AcroForm"])
	u.catalog(pdfread.Dict{"AcroForm": with(form, entries)})
}

func (u *update) xmp() string {
	o, _ := u.Resolve(u.Catalog["Metadata"])
	data, _ := u.Data(o.(*pdfread.Stream))
	return string(data)
}

// metadata writes the metadata again with some of its text replaced.
func (u *update) metadata(old, new string) {
	data := u.xmp()
	if old == "" || !strings.Contains(data, old) {
		u.Fatalf("no %q in the metadata", old)
	}
	u.put(u.Catalog["Metadata"].(pdfread.Ref).Number, stream("/Type/Metadata/Subtype/XML", strings.ReplaceAll(data, old, new)))
}

// page writes a page again with more in one of its lists.
func (u *update) page(index int, list pdfread.Name, more pdfread.Object) {
	pages, _ := u.Pages()
	have, isList := pages[index].Dict[list].(pdfread.Array)
	if !isList && pages[index].Dict[list] != nil {
		have = pdfread.Array{pages[index].Dict[list]}
	}
	u.put(pages[index].Ref.Number, with(pages[index].Dict, pdfread.Dict{list: append(append(pdfread.Array{}, have...), more)}))
}

// add adds a field to sign in, x, to the form and to the second page.
func (u *update) add(entries pdfread.Dict) {
	pages, _ := u.Pages()
	field := u.put(0, with(pdfread.Dict{"Type": pdfread.Name("Annot"), "Subtype": pdfread.Name("Widget"), "FT": pdfread.Name("Sig"), "F": int64(4),
		"T": pdfread.String("x"), "P": pages[1].Ref, "Rect": numbers(20, 20, 80, 60)}, entries))
	u.page(1, "Annots", field)
	form, _ := u.Dict(u.Catalog["AcroForm"])
	fields, _ := u.Array(form["Fields"])
	u.form(pdfread.Dict{"Fields": append(append(pdfread.Array{}, fields...), field)})
}

// with is a dictionary with other entries; nil takes one away.
func with(d, entries pdfread.Dict) pdfread.Dict {
	out := maps.Clone(d)
	maps.Copy(out, entries)
	maps.DeleteFunc(out, func(_ pdfread.Name, o pdfread.Object) bool { return o == nil })
	return out
}

func numbers(n ...int) pdfread.Array {
	var out pdfread.Array
	for _, v := range n {
		out = append(out, int64(v))
	}
	return out
}

// certifies is what makes a signature a certification of a level.
func certifies(level any) pdfread.Dict {
	return pdfread.Dict{"Reference": pdfread.Array{pdfread.Dict{"TransformMethod": pdfread.Name("DocMDP"),
		"TransformParams": pdfread.Dict{"P": level, "V": pdfread.Name("1.2")}}}}
}

// locks is what makes a signature lock all fields.
var locks = pdfread.Dict{"Reference": pdfread.Array{pdfread.Dict{"TransformMethod": pdfread.Name("FieldMDP"),
	"TransformParams": pdfread.Dict{"Action": pdfread.Name("All"), "V": pdfread.Name("1.2")}}}}

// sign signs a field in a new revision; level is that of a certification, 0 for an approval.
func sign(t testing.TB, pdf []byte, name string, level int) []byte {
	t.Helper()
	u := revise(t, pdf)
	entries := pdfread.Dict{}
	if level > 0 {
		entries = certifies(int64(level))
		u.catalog(pdfread.Dict{"Perms": pdfread.Dict{"DocMDP": pdfread.Ref{Number: u.next}}})
	}
	u.change(name, pdfread.Dict{"V": u.value(entries)})
	return u.signed()
}

// room is what a signature's value leaves for the signature, in digits.
const room = 8192

// value writes a signature's value; what is to be signed is not known yet.
func (u *update) value(entries pdfread.Dict) pdfread.Ref {
	return u.put(0, with(pdfread.Dict{"Type": pdfread.Name("Sig"), "Filter": pdfread.Name("Adobe.PPKLite"), "SubFilter": pdfread.Name("adbe.pkcs7.detached"),
		"M": pdfread.String("D:20260305091500+07'00'"), "Contents": raw("<" + strings.Repeat("0", room) + ">"),
		"ByteRange": raw("[0 1111111111 2222222222 3333333333]")}, entries))
}

// signed ends the revision and signs it.
func (u *update) signed() []byte {
	return u.signedAs(func(data []byte) []byte { return signature(u.TB, data, pkcs7.OIDDigestAlgorithmSHA256) })
}

func (u *update) signedAs(signature func([]byte) []byte) []byte {
	out := u.done()
	start := bytes.LastIndex(out, []byte("<0000000000"))
	end := start + room + 2
	ranges := fmt.Sprintf("[0 %d %d %d]", start, end, len(out)-end)
	where := bytes.LastIndex(out, []byte("[0 1111111111"))
	copy(out[where:], fmt.Sprintf("%-36s", ranges))
	copy(out[start+1:], fmt.Sprintf("%X", signature(append(bytes.Clone(out[:start]), out[end:]...))))
	return out
}

// token is a time stamp (RFC 3161, 2.4.2) of data.
func token(t testing.TB, data []byte) []byte {
	t.Helper()
	sum := sha256.Sum256(data)
	info, err := asn1.Marshal(struct {
		Version int
		Policy  asn1.ObjectIdentifier
		Imprint struct {
			Algorithm pkix.AlgorithmIdentifier
			Hash      []byte
		}
		Serial *big.Int
		Time   time.Time `asn1:"generalized"`
	}{1, asn1.ObjectIdentifier{1, 2, 3}, struct {
		Algorithm pkix.AlgorithmIdentifier
		Hash      []byte
	}{pkix.AlgorithmIdentifier{Algorithm: pkcs7.OIDDigestAlgorithmSHA256}, sum[:]}, big.NewInt(1), time.Date(2026, 3, 5, 2, 15, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return message(t, info, pkcs7.OIDDigestAlgorithmSHA256, false)
}

// signature is a CMS signature of a certificate made for it.
func signature(t testing.TB, data []byte, digest asn1.ObjectIdentifier) []byte {
	t.Helper()
	return message(t, data, digest, true)
}

func message(t testing.TB, data []byte, digest asn1.ObjectIdentifier, detached bool) []byte {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: "Võ Thế Vinh"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, _ := x509.ParseCertificate(der)
	message, err := pkcs7.NewSignedData(data)
	if err != nil {
		t.Fatal(err)
	}
	message.SetDigestAlgorithm(digest)
	if err := message.AddSigner(certificate, key, pkcs7.SignerInfoConfig{}); err != nil {
		t.Fatal(err)
	}
	if detached {
		message.Detach()
	}
	out, err := message.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return out
}
