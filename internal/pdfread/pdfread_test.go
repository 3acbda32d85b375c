package pdfread_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A pdf is a file being written by hand.
type pdf struct {
	bytes.Buffer
	offsets map[int]int
	last    int // offset of the last cross-reference section
}

func begin() *pdf {
	p := &pdf{offsets: map[int]int{}}
	p.WriteString("%PDF-1.7\n")
	return p
}

func (p *pdf) object(number int, body string) {
	p.offsets[number] = p.Len()
	fmt.Fprintf(p, "%d 0 obj\n%s\nendobj\n", number, body)
}

// table ends a revision with a table of the objects since the last one.
func (p *pdf) table(trailer string) *pdf {
	start := p.Len()
	p.WriteString("xref\n")
	for number, offset := range p.offsets {
		fmt.Fprintf(p, "%d 1\n%010d 00000 n \n", number, offset)
	}
	if p.last > 0 {
		trailer += fmt.Sprintf("/Prev %d", p.last)
	}
	fmt.Fprintf(p, "trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	p.last, p.offsets = start, map[int]int{}
	return p
}

func packed(text string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.String()
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

const catalog = "<</Type/Catalog/Pages 2 0 R>>"

// onePage is a file whose page shows text.
func onePage(content string) *pdf {
	p := begin()
	p.object(1, catalog)
	p.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>>>")
	p.object(3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>")
	p.object(4, stream("/Filter/FlateDecode", packed(content)))
	p.object(5, "<</Type/Font/Subtype/Type0/ToUnicode 6 0 R>>")
	p.object(6, stream("", "1 beginbfchar\n<0001> <1EBF>\nendbfchar\n1 beginbfrange\n<0002> <0003> <0061>\nendbfrange\n"))
	return p
}

const shows = "/P<</MCID 0>>BDC BT /F1 14 Tf [<0001> -20 <0002>] TJ ET EMC /Artifact BMC BT (\000\003) Tj ET EMC BT <0003> Tj ET"

func text(f *pdfread.File) (string, error) {
	pages, err := f.Pages()
	if err != nil {
		return "", err
	}
	out := ""
	for _, p := range pages {
		text, aside, err := f.PageText(p)
		if err != nil {
			return "", err
		}
		out += text
		if aside != "" {
			out += "|" + aside
		}
		if _, err := f.Letters(p); err != nil {
			return "", err
		}
	}
	return out, nil
}

func TestTextIsWhatTheFontsSayInPiecesAsTheyAreMarked(t *testing.T) {
	f, err := pdfread.Open(onePage(shows).table("/Root 1 0 R").Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := text(f); got != "ếa b|b " || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestAnOlderRevisionIsAsItWas(t *testing.T) {
	p := onePage(shows).table("/Root 1 0 R")
	first := p.Len()
	p.object(4, stream("", "BT /F1 14 Tf <0001> Tj ET"))
	p.table("/Root 1 0 R")
	f, err := pdfread.Open(p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	old, err := f.Before(first)
	if err != nil {
		t.Fatal(err)
	}
	was, _ := text(old)
	is, _ := text(f)
	if was != "ếa b|b " || is != "ế" {
		t.Errorf("it was %q and is %q", was, is)
	}
}

func TestWhatIsDrawnFromElsewhereIsSeen(t *testing.T) {
	p := onePage("BT /F1 14 Tf <0001> Tj ET /X Do /I Do BI /W 1 ID \xff EIx(\xff EI BT <0002> Tj ET")
	p.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>/XObject<</X 7 0 R/I 8 0 R>>>>>>")
	p.object(7, stream("/Subtype/Form/Resources<</Font<</F2 5 0 R>>>>", "BT /F2 14 Tf <0003> Tj ET"))
	p.object(8, stream("/Subtype/Image", ""))
	f, err := pdfread.Open(p.table("/Root 1 0 R").Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := text(f); got != "ế\uFFFCb\uFFFC\uFFFCa" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestLettersStandWhereTheyAreDrawn(t *testing.T) {
	const more = "/Subtype/TrueType/FirstChar 65/Widths[500 600]"
	for content, want := range map[string]string{
		"BT /F2 10 Tf 100 200 Td (AB) Tj ET":                                    "A 100 200 5, B 105 200 6",
		"BT /F2 10 Tf 100 200 Td [(A) -1000 (B)] TJ ET":                         "A 100 200 5, B 115 200 6",
		"BT /F2 10 Tf 14 TL 1 0 0 1 100 200 Tm (A) Tj T* (A) Tj (B) ' ET":       "A 100 200 5, A 100 186 5, B 100 172 6",
		"q 2 0 0 2 50 60 cm BT /F2 10 Tf 5 5 Td 1 Tc (AA) Tj ET Q":              "A 60 70 10, A 72 70 10",
		"q 1 0 0 1 9 9 cm Q BT /F2 10 Tf 50 Tz 3 Ts 2 Tw 7 8 TD (A ) Tj (A) Tj": "A 7 11 2.5,   9.5 11 2.5, A 13 11 2.5",
		"q 1 0 0 1 10 0 cm /X Do Q":                                             "A 110 207 5",
		"BT /F1 10 Tf [<0001><0002><0003>] TJ ET":                               "ế 0 0 4, a 4 0 7, b 11 0 10",
	} {
		p := onePage(content)
		p.object(2, "<</Kids[3 0 R]/Resources<</Font<</F1 5 0 R/F2 7 0 R>>/XObject<</X 8 0 R>>>>>>")
		p.object(5, "<</Type/Font/Subtype/Type0/ToUnicode 6 0 R/DescendantFonts[<</W[1[400]2 2 700]>>]>>")
		p.object(7, "<<"+more+">>")
		p.object(8, stream("/Subtype/Form/Matrix[1 0 0 1 0 7]", "BT /F2 10 Tf 100 200 Td (A) Tj ET"))
		f, err := pdfread.Open(p.table("/Root 1 0 R").Bytes())
		if err != nil {
			t.Fatal(err)
		}
		pages, _ := f.Pages()
		letters, err := f.Letters(pages[0])
		var got []string
		for _, l := range letters {
			got = append(got, fmt.Sprintf("%s %g %g %g", l.Text, l.X, l.Y, l.Width))
		}
		if got := strings.Join(got, ", "); got != want || err != nil {
			t.Errorf("%s: %s, want %s; %v", content, got, want, err)
		}
	}
}

// Where a section lies says nothing of its age: only the chain does.
func TestTheLastSectionOfTheChainCountsWhereverItLies(t *testing.T) {
	p := onePage(shows)
	hidden := p.Len()
	fmt.Fprintf(p, "7 0 obj\n%s\nendobj\n", stream("", "BT /F1 14 Tf <0003> Tj ET"))
	early := p.Len() // a section that the first revision does not name, in its bytes
	fmt.Fprintf(p, "xref\n4 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R/Prev %06d>>\n", hidden, 0)
	p.table("/Root 1 0 R")
	whole := bytes.Replace(p.Bytes(), []byte("/Prev 000000"), fmt.Appendf(nil, "/Prev %06d", p.last), 1)
	whole = bytes.Replace(whole, []byte("7 0 obj"), []byte("4 0 obj"), 1)
	was, err := pdfread.Open(whole)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := text(was); got != "ếa b|b " {
		t.Errorf("%q", got)
	}
	is, err := pdfread.Open(append(whole, fmt.Sprintf("xref\n0 0\ntrailer\n<</Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", early, len(whole))...))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := text(is); got != "b" {
		t.Errorf("%q", got)
	}
}

func TestObjectsInStreamsAreRead(t *testing.T) {
	p := begin()
	p.object(1, catalog)
	inside := "2 0 3 50 "
	inside += fmt.Sprintf("%-50s", "<</Kids[3 0 R]/MediaBox[0 0 100 200]>>") + "<</Contents null>>"
	p.object(9, stream(fmt.Sprintf("/Type/ObjStm/N 2/First %d", len("2 0 3 50 ")), inside))
	at := p.Len()
	var rows bytes.Buffer
	row := func(kind, a, b int) { rows.Write([]byte{2, byte(kind), byte(a >> 8), byte(a), byte(b)}) } // each row above the last: PNG filter 2
	previous := [4]byte{}
	put := func(kind, a, b int) {
		next := [4]byte{byte(kind), byte(a >> 8), byte(a), byte(b)}
		row(int(next[0]-previous[0]), int(next[1]-previous[1])<<8|int(next[2]-previous[2]), int(next[3]-previous[3]))
		previous = next
	}
	put(1, p.offsets[1], 0)
	put(2, 9, 0)
	put(2, 9, 1)
	put(1, p.offsets[9], 0)
	p.object(10, stream("/Type/XRef/W[1 2 1]/Index[1 3 9 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>", packed(rows.String())))
	fmt.Fprintf(p, "startxref\n%d\n%%%%EOF", at)
	f, err := pdfread.Open(p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil || len(pages) != 1 || pages[0].Height != 200 {
		t.Errorf("%+v, %v", pages, err)
	}
}

func TestStringsAndNames(t *testing.T) {
	p := begin()
	p.object(1, `<</Pages 2 0 R/A(a\(b\)\101\
\n(c))/B<FEFF1EBF>/C<48656C6>/D/a#20b/E[1 -2.5 true null 3 0 R]>>`)
	f, err := pdfread.Open(p.table("/Root 1 0 R").Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[pdfread.Name]string{"A": "a(b)A\n(c)", "B": "ế", "C": "Hel`"} {
		if got, err := f.Text(f.Catalog[key]); got != want || err != nil {
			t.Errorf("%s: %q, %v", key, got, err)
		}
	}
	if name, _ := f.Name(f.Catalog["D"]); name != "a b" {
		t.Errorf("%q", name)
	}
	if got := fmt.Sprint(f.Catalog["E"]); got != "[1 -2.5 true <nil> 3 0 R]" {
		t.Error(got)
	}
}

func TestWhatIsNoUsablePDFSaysWhy(t *testing.T) {
	whole := onePage(shows).table("/Root 1 0 R").Bytes()
	circle := begin()
	circle.object(1, catalog)
	circle.last = circle.Len()
	damaged := errors.New("damaged")
	keys := begin()
	keys.object(1, "<</Type/Catalog/Pages 2 0 R/Pages 3 0 R>>")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"empty":               {nil, pdfread.ErrNotPDF},
		"a Word file":         {[]byte("PK\x03\x04"), pdfread.ErrNotPDF},
		"encrypted":           {onePage(shows).table("/Root 1 0 R/Encrypt 7 0 R").Bytes(), pdfread.ErrEncrypted},
		"cut off":             {whole[:len(whole)/2], damaged},
		"padded":              {append(bytes.Clone(whole), make([]byte, 1<<20)...), damaged},
		"a circle of tables":  {circle.table("/Root 1 0 R").Bytes(), damaged},
		"a key twice":         {keys.table("/Root 1 0 R").Bytes(), damaged},
		"an object twice":     {[]byte("%PDF-1.7\nxref\n1 1\n0000000009 00000 n \n1 1\n0000000010 00000 n \ntrailer<<>>\nstartxref\n9\n%%EOF"), damaged},
		"no catalog":          {begin().table("/Root 1 0 R").Bytes(), damaged},
		"a huge number":       {[]byte("%PDF-1.7\nxref\n99999999999 1\n0000000009 00000 n \ntrailer<<>>\nstartxref\n9\n%%EOF"), damaged},
		"a huge table":        {[]byte("%PDF-1.7\nxref\n0 8388607\n0000000009 00000 n \ntrailer<<>>\nstartxref\n9\n%%EOF"), damaged},
		"an offset too large": {[]byte("%PDF-1.7\nxref\n0 1\n9999999999 00000 n \ntrailer<<>>\nstartxref\n9\n%%EOF"), damaged},
		"a negative one":      {[]byte("%PDF-1.7\nstartxref\n-9\n%%EOF"), damaged},
	} {
		_, err := pdfread.Open(c.data)
		var damage *pdfread.Damage
		if c.want == damaged && !errors.As(err, &damage) || c.want != damaged && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNothingInAFileGrowsLoopsOrNestsBeyondItsBounds(t *testing.T) {
	nested := begin()
	nested.object(1, strings.Repeat("[", 1<<16))
	kids := begin()
	kids.object(1, catalog)
	kids.object(2, "<</Kids[2 0 R 2 0 R]>>")
	lengths := begin()
	lengths.object(1, "<</Length 1 0 R>>\nstream\nx\nendstream")
	hops := begin()
	hops.object(1, "2 0 R")
	hops.object(2, "1 0 R")
	bomb := onePage("")
	bomb.object(4, stream("/Filter/FlateDecode", packed(strings.Repeat(" ", 80<<20))))
	ranges := onePage("BT /F1 1 Tf ET")
	ranges.object(6, stream("", strings.Repeat("1 beginbfrange <0000> <FFFF> <0000> endbfrange\n", 1<<12)))
	forms := onePage("/X Do")
	forms.object(2, "<</Kids[3 0 R]/Resources<</XObject<</X 7 0 R>>>>>>")
	forms.object(7, stream("/Subtype/Form", "/X Do /X Do"))
	for name, p := range map[string]*pdf{"forms": forms, "arrays": nested, "pages": kids, "lengths": lengths, "references": hops, "a bomb": bomb, "ranges": ranges} {
		f, err := pdfread.Open(p.table("/Root 1 0 R").Bytes())
		if err == nil {
			_, err = text(f)
		}
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(onePage(shows).table("/Root 1 0 R").Bytes())
	two := onePage(shows).table("/Root 1 0 R")
	two.object(4, stream("", "BT /F1 14 Tf <0001> Tj ET"))
	f.Add(two.table("/Root 1 0 R").Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := pdfread.Open(data)
		if err != nil {
			return
		}
		_, _ = text(file)
		for number := range 20 {
			o, _ := file.Resolve(pdfread.Ref{Number: number})
			if s, ok := o.(*pdfread.Stream); ok {
				_, _ = file.Data(s)
			}
		}
		if old, err := file.Before(len(data) / 2); err == nil {
			_, _ = text(old)
		}
	})
}
