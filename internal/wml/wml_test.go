package wml_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/wml"
	"github.com/kehoach/kehoach/templates"
)

const namespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// pack makes a .docx of parts; the body and the styles are given without their frames.
func pack(t testing.TB, body, styles, numbering string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":   `<?xml version="1.0"?><w:document ` + namespace + `><w:body>` + body + `</w:body></w:document>`,
		"word/styles.xml":     `<w:styles ` + namespace + `>` + styles + `</w:styles>`,
		"word/numbering.xml":  `<w:numbering ` + namespace + `>` + numbering + `</w:numbering>`,
	}
	for name, content := range more {
		parts[name] = content
	}
	return zipped(t, parts)
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, docx []byte) (*wml.Document, diag.List) {
	t.Helper()
	p, found := wml.OpenPackage("x.docx", docx)
	if found.Failed() {
		t.Fatal(text(found))
	}
	doc, more := wml.Read(p)
	return doc, append(found, more...)
}

func text(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

// first is the first paragraph of a body.
func first(t *testing.T, body, styles, numbering string) *wml.Paragraph {
	t.Helper()
	doc, found := read(t, pack(t, body, styles, numbering, nil))
	if len(found) > 0 {
		t.Fatal(text(found))
	}
	return doc.Sections[0].Blocks[0].(*wml.Paragraph)
}

func TestPropertiesComeFromDefaultsStylesAndTheParagraph(t *testing.T) {
	p := first(t, `<w:p><w:pPr><w:pStyle w:val="B"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t></w:r></w:p>`,
		`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
		<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Gốc"/><w:pPr><w:keepNext/><w:ind w:left="10" w:firstLine="720"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Con"/><w:basedOn w:val="A"/><w:pPr><w:keepNext w:val="0"/><w:ind w:left="20"/></w:pPr></w:style>`, "")
	if p.Style != "Con" || p.Align != wml.AlignCenter || p.Left != 20 || p.FirstLine != 720 || p.After != 120 || p.KeepNext {
		t.Errorf("%+v", p.ParagraphProperties)
	}
	run := p.Inlines[0].(*wml.Text).RunProperties
	if !run.Bold || !run.Italic || run.Size != 28 || run.Font != "Times New Roman" {
		t.Errorf("%+v", run)
	}
}

func TestAStyleBasedOnItselfEnds(t *testing.T) {
	p := first(t, `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>`,
		`<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:jc w:val="right"/></w:pPr></w:style>`, "")
	if p.Align != wml.AlignRight {
		t.Errorf("%+v", p.ParagraphProperties)
	}
}

func TestRunContent(t *testing.T) {
	field := func(code string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ` + code + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>cũ</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for name, c := range map[string]struct{ run, want string }{
		"text":                         {`<w:r><w:t>một &amp; hai&#160;&lt;ba&gt;</w:t></w:r>`, "một & hai\u00a0<ba>"},
		"blanks are kept when asked":   {`<w:r><w:t xml:space="preserve"> a </w:t><w:t> b </w:t></w:r>`, " a b"},
		"runs set alike are one":       {`<w:r><w:t>a</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>b</w:t></w:r>`, "ab"},
		"hyphens":                      {`<w:r><w:t>20/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t><w:softHyphen/></w:r>`, "20/KH\u2011UBND\u00AD"},
		"tab and breaks":               {`<w:r><w:t>a</w:t><w:tab/><w:br/><w:br w:type="page"/><w:cr/></w:r>`, "a→⏎⇟⏎"},
		"page number":                  {field("PAGE"), "[PAGE]"},
		"page number, simple":          {`<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>`, "[NUMPAGES]"},
		"another field keeps its text": {field(`DATE \@ "d"`), "cũ"},
		"hyperlink, content control":   {`<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>b</w:t></w:r></w:sdtContent></w:sdt>`, "ab"},
		"inserted text":                {`<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>`, "mới"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := inlines(first(t, "<w:p>"+c.run+"</w:p>", "", "")); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func inlines(p *wml.Paragraph) string {
	var b strings.Builder
	for _, in := range p.Inlines {
		switch in := in.(type) {
		case *wml.Text:
			b.WriteString(in.Text)
		case *wml.TabChar:
			b.WriteString("→")
		case *wml.Break:
			b.WriteString(map[bool]string{true: "⇟", false: "⏎"}[in.Page])
		case *wml.Field:
			b.WriteString("[" + in.Name + "]")
		}
	}
	return b.String()
}

func TestWhatTheSubsetLacksIsCountedNotDropped(t *testing.T) {
	_, found := read(t, pack(t, `<w:p><w:r><w:drawing/><w:drawing/><w:footnoteReference w:id="1"/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:altChunk/>`, "", "", nil))
	got := text(found)
	for _, want := range []string{"drawing is not in the PDF (places: 2)", "footnoteReference is not", "del is not", "altChunk is not", "word/document.xml"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if found.Failed() {
		t.Error("a warning stops the work")
	}
}

// level writes a w:lvl.
func level(i int, format, text string, start int) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="%s"/><w:suff w:val="space"/><w:lvlText w:val="%s"/></w:lvl>`, i, start, format, text)
}

func TestNumbersCountAsInWord(t *testing.T) {
	abstract := `<w:abstractNum w:abstractNumId="0">` + level(0, "upperRoman", "%1.", 1) + level(1, "decimal", "%2.", 1) + level(2, "lowerLetter", "%3)", 1) +
		level(3, "none", "đ)", 1) + level(4, "lowerLetter", "%5)", 5) + level(5, "lowerLetter", "%6)", 7) + level(6, "decimal", "%1.%2.%7", 1) + `</w:abstractNum>`
	numbering := abstract + `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
	for name, c := range map[string]struct {
		levels []int // list*10 + level
		want   string
	}{
		"restart under a higher level":     {[]int{10, 11, 11, 10, 11}, "I. 1. 2. II. 1."},
		"the decree's letters":             {[]int{11, 12, 12, 12, 12, 13, 14, 15, 15, 11, 12}, "1. a) b) c) d) đ) e) g) h) 2. a)"},
		"a start of its own":               {[]int{11, 21, 21}, "1. 5. 6."},
		"levels not used take their start": {[]int{16}, "I.1.1"},
	} {
		t.Run(name, func(t *testing.T) {
			var body strings.Builder
			for _, l := range c.levels {
				fmt.Fprintf(&body, `<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr></w:p>`, l%10, l/10)
			}
			doc, _ := read(t, pack(t, body.String(), "", numbering, nil))
			var got []string
			for _, b := range doc.Sections[0].Blocks {
				got = append(got, b.(*wml.Paragraph).Number.Text)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s, want %s", strings.Join(got, " "), c.want)
			}
		})
	}
}

func TestBulletsOfSymbolFontsAreReadAsPlainLetters(t *testing.T) {
	for written, want := range map[string]string{"-": "-", "\uF02B": "+", "\uF0B7": "•", "\uF0A7": "•", "\uF06F": "o"} {
		p := first(t, `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`, "",
			`<w:abstractNum w:abstractNumId="0">`+level(0, "bullet", written, 1)+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
		if p.Number.Text != want {
			t.Errorf("%U: %q, want %q", []rune(written), p.Number.Text, want)
		}
	}
}

func TestANumberFromTheStyle(t *testing.T) {
	p := first(t, `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>`,
		`<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
		`<w:abstractNum w:abstractNumId="0">`+level(1, "decimal", "%2.", 3)+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	if p.Number == nil || p.Number.Text != "3." || p.Number.Suffix != wml.SuffixSpace || !p.Number.Run.Bold {
		t.Errorf("%+v", p.Number)
	}
}

func TestSectionsCutTheBody(t *testing.T) {
	doc, found := read(t, pack(t,
		`<w:p/><w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:left="1701" w:right="850" w:bottom="1134" w:gutter="10"/><w:pgNumType w:start="3"/><w:titlePg/></w:sectPr></w:pPr></w:p>
		<w:p/><w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>`, "", "", map[string]string{
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="h" Target="header1.xml"/></Relationships>`,
			"word/header1.xml":             `<w:hdr ` + namespace + `><w:p><w:r><w:t>đầu</w:t></w:r></w:p></w:hdr>`,
		}))
	if len(found) > 0 || len(doc.Sections) != 2 {
		t.Fatal(len(doc.Sections), text(found))
	}
	one, two := doc.Sections[0], doc.Sections[1]
	if len(one.Blocks) != 2 || one.Page.Left != 1711 || one.Number != 3 || !one.TitlePage || len(one.Header.Default) != 1 {
		t.Errorf("%+v", one)
	}
	if two.Page.Width != 16838 || two.Break != wml.Continuous || len(two.Header.Default) != 1 {
		t.Errorf("a section without a header takes the one before: %+v", two)
	}
}

func TestTableBordersAndMarginsReachTheCells(t *testing.T) {
	doc, found := read(t, pack(t, `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblW w:w="50%" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="200"/></w:tblGrid>
		<w:tr><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr>
		<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:tcBorders><w:left w:val="none"/></w:tcBorders></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>
		<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
		`<w:style w:type="table" w:styleId="T"><w:name w:val="Bảng"/><w:tblPr><w:tblBorders><w:top w:val="double" w:sz="4"/><w:left w:val="single"/><w:insideH w:val="single" w:sz="8"/></w:tblBorders><w:tblCellMar><w:left w:w="50"/></w:tblCellMar></w:tblPr></w:style>`, "", nil))
	if len(found) > 0 {
		t.Fatal(text(found))
	}
	table := doc.Sections[0].Blocks[0].(*wml.Table)
	if table.Width != 2500 || !table.WidthPercent || !table.Rows[0].Header || !table.Rows[0].CantSplit || table.Rows[0].Cells[0].Span != 2 {
		t.Errorf("%+v", table)
	}
	head, low := table.Rows[0].Cells[0], table.Rows[1].Cells[0]
	if head.TopBorder.Style != "double" || head.BottomBorder.Size != 8 || head.Margins != (wml.Sides{Left: 50, Right: 108}) {
		t.Errorf("%+v", head)
	}
	if low.LeftBorder.Style != "none" || low.VMerge != wml.MergeRestart || table.Rows[2].Cells[0].VMerge != wml.MergeContinue {
		t.Errorf("%+v", low)
	}
}

func TestFilesThatAreNoDocumentAreNamed(t *testing.T) {
	good := map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document " + namespace + "><w:body/></w:document>"}
	with := func(name, content string) map[string]string {
		parts := map[string]string{name: content}
		for n, c := range good {
			if n != name {
				parts[n] = c
			}
		}
		return parts
	}
	for name, docx := range map[string][]byte{
		"text":                []byte("không phải docx"),
		"empty":               nil,
		"no document":         zipped(t, map[string]string{"[Content_Types].xml": "<Types/>"}),
		"a name that climbs":  zipped(t, with("../../x", "a")),
		"an absolute name":    zipped(t, with("/etc/x", "a")),
		"a name with a drive": zipped(t, with(`a\..\b`, "a")),
	} {
		if _, found := wml.OpenPackage(name, docx); !found.Failed() || found[0].Kind.ID != "wml/package" {
			t.Errorf("%s: %s", name, text(found))
		}
	}
	for name, document := range map[string]string{
		"not closed":    "<w:document " + namespace + "><w:body>",
		"crossed":       "<w:document " + namespace + "><w:body></w:document></w:body>",
		"DOCTYPE":       `<!DOCTYPE x [<!ENTITY a "b">]><w:document ` + namespace + `><w:body/></w:document>`,
		"no body":       "<w:document " + namespace + "/>",
		"nested deeply": "<w:document " + namespace + "><w:body>" + strings.Repeat("<w:sdt>", 300) + strings.Repeat("</w:sdt>", 300) + "</w:body></w:document>",
		"text only":     "abc",
		"a tag cut off": "<w:document",
		"two roots":     "<a/><b/>",
	} {
		p, found := wml.OpenPackage(name, zipped(t, with("word/document.xml", document)))
		if found.Failed() {
			t.Fatal(text(found))
		}
		if _, found := wml.Read(p); !found.Failed() || found[0].Kind.ID != "wml/part" {
			t.Errorf("%s: %s", name, text(found))
		}
	}
}

func TestAnotherPrefixIsReadTheSame(t *testing.T) {
	body := `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`
	document := strings.ReplaceAll(`<w:document `+namespace+`><w:body>`+body+`</w:body></w:document>`, "w:", "x:")
	document = strings.ReplaceAll(document, "xmlns:w=", "xmlns:x=")
	doc, found := read(t, pack(t, "", "", "", map[string]string{"word/document.xml": document}))
	if len(found) > 0 {
		t.Fatal(text(found))
	}
	if p := doc.Sections[0].Blocks[0].(*wml.Paragraph); p.Align != wml.AlignCenter || inlines(p) != "a" {
		t.Errorf("%+v", p)
	}
}

func TestAPackageIsWrittenTheSameEachTime(t *testing.T) {
	p, found := wml.OpenPackage("ke-hoach.docx", templates.KeHoach())
	if found.Failed() {
		t.Fatal(text(found))
	}
	changed := p.With(map[string][]byte{"word/document.xml": []byte("<w:document/>"), "a/new.xml": []byte("<a/>")})
	var one, two bytes.Buffer
	if err := errors.Join(changed.Write(&one), changed.Write(&two)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two writings differ")
	}
	again, found := wml.OpenPackage("again.docx", one.Bytes())
	if found.Failed() {
		t.Fatal(text(found))
	}
	if string(again.Part("a/new.xml")) != "<a/>" || string(again.Part("word/document.xml")) != "<w:document/>" ||
		!bytes.Equal(again.Part("word/styles.xml"), p.Part("word/styles.xml")) {
		t.Error("parts differ after writing")
	}
	if again.Names()[0] != "[Content_Types].xml" {
		t.Errorf("first member: %s", again.Names()[0])
	}
}

func TestAttributesAreFoundWhereTheyAre(t *testing.T) {
	l := wml.NewLexer([]byte(`<a x:val="1" y=" val='3'" val = '2' > </a>`))
	token, _ := l.Next()
	for name, want := range map[string]string{"val": "2", "x:val": "1", "y": " val='3'"} {
		if got, ok := token.Attribute(name); !ok || got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if _, ok := token.Attribute("z"); ok {
		t.Error("z is not there")
	}
}

// FuzzLexer compares with encoding/xml: what both take has the same names and the same text.
func FuzzLexer(f *testing.F) {
	for _, s := range []string{"<a>b</a>", `<a b="c&gt;">&amp;&#65;</a>`, "<?xml?><a><!-- b --><c/></a>", "<a", "</a>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		var ours []string
		l := wml.NewLexer(input)
		for {
			token, ok := l.Next()
			if !ok {
				break
			}
			if token.Start < 0 || token.End > len(input) || token.Start > token.End {
				t.Fatalf("token outside the input: %+v", token)
			}
			if token.Kind == wml.StartTag || token.Kind == wml.EmptyTag {
				ours = append(ours, token.Name)
			}
		}
		if l.Err() != nil {
			return
		}
		var theirs []string
		d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(input, []byte("\uFEFF"))))
		for {
			token, err := d.RawToken()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return // std is stricter about names and letters
			}
			if start, ok := token.(xml.StartElement); ok {
				name := start.Name.Local
				if start.Name.Space != "" {
					name = start.Name.Space + ":" + name
				}
				theirs = append(theirs, name)
			}
		}
		if !reflect.DeepEqual(ours, theirs) {
			t.Errorf("%q, encoding/xml %q", ours, theirs)
		}
	})
}

// FuzzRead holds that no document.xml makes the reader panic.
func FuzzRead(f *testing.F) {
	if document, err := os.ReadFile("../../templates/ke-hoach/word/document.xml"); err == nil {
		f.Add(document)
	}
	f.Add([]byte("<w:document " + namespace + "><w:body><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"))
	base, found := wml.OpenPackage("x", templates.KeHoach())
	if found.Failed() {
		f.Fatal(text(found))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		doc, found := wml.Read(base.With(map[string][]byte{"word/document.xml": document}))
		if (doc == nil) != found.Failed() {
			t.Errorf("document %v with %s", doc, text(found))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	p, _ := wml.OpenPackage("x.docx", templates.KeHoach())
	b.ReportAllocs()
	for b.Loop() {
		if _, found := wml.Read(p); found.Failed() {
			b.Fatal(text(found))
		}
	}
}
