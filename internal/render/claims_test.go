package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/plan"
)

// A walker reads a finished PDF; what can't be read fails the test.
type walker struct {
	*testing.T
	*pdfread.File
}

func (w walker) dict(o pdfread.Object) pdfread.Dict {
	w.Helper()
	d, err := w.Dict(o)
	if err != nil {
		w.Fatal(err)
	}
	return d
}

func (w walker) array(o pdfread.Object) pdfread.Array {
	w.Helper()
	a, err := w.Array(o)
	if err != nil {
		w.Fatal(err)
	}
	return a
}

func (w walker) number(o pdfread.Object) float64 {
	w.Helper()
	n, err := w.Number(o)
	if err != nil {
		w.Fatal(err)
	}
	return n
}

func (w walker) text(o pdfread.Object) string {
	w.Helper()
	s, err := w.Text(o)
	if err != nil {
		w.Fatal(err)
	}
	return s
}

func (w walker) data(o pdfread.Object) []byte {
	w.Helper()
	resolved, err := w.Resolve(o)
	s, ok := resolved.(*pdfread.Stream)
	if err != nil || !ok {
		w.Fatalf("%v is no stream, %v", o, err)
	}
	data, err := w.Data(s)
	if err != nil {
		w.Fatal(err)
	}
	return data
}

// What validators let pass and people stumble over.
func TestWhatValidatorsDoNotSee(t *testing.T) {
	for _, name := range samples(t) {
		t.Run(name, func(t *testing.T) {
			r := renderer(t)
			r.AttachDOCX = true
			p, _ := plan.Load(name, plan.Options{Values: map[string]string{"x": "1"}})
			files, _ := r.Plan(p, "plan", both[1:])
			f, err := pdfread.Open(files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			w := walker{t, f}
			w.bookmarksLeadToPages()
			w.fieldsCanBeTypedIn()
			w.attachmentsAreListed()
			w.datesAgree()
			w.fontsAreSubsets()
		})
	}
}

func (w walker) bookmarksLeadToPages() {
	pages, err := w.Pages()
	if err != nil {
		w.Fatal(err)
	}
	isPage := map[pdfread.Ref]bool{}
	for _, p := range pages {
		isPage[p.Ref] = true
	}
	next := []pdfread.Object{w.dict(w.Catalog["Outlines"])["First"]}
	for n := 0; len(next) > 0 && n < 1000; n++ {
		mark := w.dict(next[0])
		next = next[1:]
		if mark == nil {
			continue
		}
		next = append(next, mark["First"], mark["Next"])
		target := w.array(mark["Dest"])
		ref, ok := target[0].(pdfread.Ref)
		if !ok || !isPage[ref] || w.text(mark["Title"]) == "" {
			w.Errorf("bookmark %q leads to %v", w.text(mark["Title"]), target)
		}
	}
}

func (w walker) fieldsCanBeTypedIn() {
	form := w.dict(w.Catalog["AcroForm"])
	fonts := w.dict(w.dict(form["DR"])["Font"])
	for _, o := range w.array(form["Fields"]) {
		field := w.dict(o)
		look := w.dict(field["AP"])["N"]
		w.data(look)
		if field["FT"] != pdfread.Name("Tx") {
			continue
		}
		font := w.dict(fonts[pdfread.Name(strings.TrimPrefix(strings.Fields(w.text(field["DA"]))[0], "/"))])
		if font["Subtype"] != pdfread.Name("TrueType") || font["Encoding"] != pdfread.Name("WinAnsiEncoding") {
			w.Fatalf("the font of field %s is %v", w.text(field["T"]), font)
		}
		first, _ := w.Number(font["FirstChar"])
		widths := w.array(font["Widths"])
		for _, letter := range "0123456789/-abcXYZ" {
			if width, _ := w.Number(widths[int(letter)-int(first)]); width < 200 {
				w.Errorf("%q is %v wide in the font of field %s", letter, width, w.text(field["T"]))
			}
		}
		program := w.data(w.dict(font["FontDescriptor"])["FontFile2"])
		if !bytes.Contains(program[:200], []byte("cmap")) {
			w.Error("the font has no map from letters")
		}
	}
}

func (w walker) attachmentsAreListed() {
	associated := w.array(w.Catalog["AF"])
	names := w.array(w.dict(w.dict(w.Catalog["Names"])["EmbeddedFiles"])["Names"])
	if len(associated) < 4 || len(names) != 2*len(associated) {
		w.Errorf("%d files are associated, %d listed", len(associated), len(names)/2)
	}
	last := ""
	for i := 0; i < len(names); i += 2 {
		key, _ := w.Bytes(names[i])
		if string(key) <= last {
			w.Error("the name tree is out of order")
		}
		last = string(key)
		spec := w.dict(names[i+1])
		stream := w.dict(spec["EF"])["F"]
		size, _ := w.Number(w.dict(w.dict(stream)["Params"])["Size"])
		if w.text(spec["UF"]) == "" || w.text(spec["F"]) != w.text(spec["UF"]) || int(size) != len(w.data(stream)) {
			w.Errorf("attachment %s says %v", w.text(names[i]), spec)
		}
	}
}

func (w walker) datesAgree() {
	info := w.text(w.dict(w.Trailer["Info"])["CreationDate"])
	xmp := string(w.data(w.Catalog["Metadata"]))
	if _, after, ok := strings.Cut(xmp, "<xmp:CreateDate>"); ok != (info != "") ||
		ok && "D:"+strings.NewReplacer("-", "", "T", "", ":", "").Replace(after[:19]) != info[:16] {
		w.Errorf("the dates are %q and %.30q", info, after)
	}
}

func (w walker) fontsAreSubsets() {
	pages, _ := w.Pages()
	for _, o := range w.dict(pages[0].Resources["Font"]) {
		font := w.dict(o)
		name, _ := w.Name(font["BaseFont"])
		descriptor := w.dict(w.dict(w.array(font["DescendantFonts"])[0])["FontDescriptor"])
		stem := map[bool]int64{false: 87, true: 165}[strings.Contains(string(name), "Bold")]
		if capital := w.number(descriptor["CapHeight"]); descriptor["StemV"] != stem || capital < 640 || capital > 670 { // of the built-in faces
			w.Errorf("%s: stems of %v, capitals of %v", name, descriptor["StemV"], descriptor["CapHeight"])
		}
		if len(name) < 8 || name[6] != '+' || descriptor["Flags"] == int64(0) || descriptor["CapHeight"] == nil || descriptor["StemV"] == nil {
			w.Errorf("font %s: %v", name, descriptor)
		}
	}
}
