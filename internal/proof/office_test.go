package proof_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
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
	*testing.T
	*pdfread.File
	bytes.Buffer
	offsets map[int]int
	next    int
}

func revise(t *testing.T, pdf []byte) *update {
	t.Helper()
	f, err := pdfread.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	u := &update{T: t, File: f, offsets: map[int]int{}, next: int(f.Trailer["Size"].(int64))}
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
	fmt.Fprintf(u, "trailer\n<</Size %d/Root %s/Info %s/ID %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", u.next,
		written(u.Trailer["Root"]), written(u.Trailer["Info"]), written(u.Trailer["ID"]), last, start)
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

// sign signs a field in a new revision; level is that of a certification, 0 for an approval.
func sign(t *testing.T, pdf []byte, name string, level int) []byte {
	t.Helper()
	const room = 8192
	u := revise(t, pdf)
	ref, field := u.field(name)
	value := pdfread.Dict{"Type": pdfread.Name("Sig"), "Filter": pdfread.Name("Adobe.PPKLite"), "SubFilter": pdfread.Name("adbe.pkcs7.detached"),
		"M": pdfread.String("D:20260305091500+07'00'"), "Contents": raw("<" + string(bytes.Repeat([]byte("0"), room)) + ">"),
		"ByteRange": raw("[0 1111111111 2222222222 3333333333]")}
	if level > 0 {
		value["Reference"] = pdfread.Array{pdfread.Dict{"TransformMethod": pdfread.Name("DocMDP"),
			"TransformParams": pdfread.Dict{"P": int64(level), "V": pdfread.Name("1.2")}}}
	}
	at := u.put(0, value)
	field["V"] = at
	u.put(ref.Number, field)
	out := u.done()

	start := bytes.LastIndex(out, []byte("<0000000000"))
	end := start + room + 2
	ranges := fmt.Sprintf("[0 %d %d %d]", start, end, len(out)-end)
	where := bytes.LastIndex(out, []byte("[0 1111111111"))
	copy(out[where:], fmt.Sprintf("%-36s", ranges))
	copy(out[start+1:], fmt.Sprintf("%X", signature(t, append(bytes.Clone(out[:start]), out[end:]...))))
	return out
}

// signature is a CMS signature of a certificate made for it.
func signature(t *testing.T, data []byte) []byte {
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
	message.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	if err := message.AddSigner(certificate, key, pkcs7.SignerInfoConfig{}); err != nil {
		t.Fatal(err)
	}
	message.Detach()
	out, err := message.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return out
}
