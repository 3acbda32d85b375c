package template_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
)

const (
	namespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	section   = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
	styles    = `<w:styles ` + namespace + `>
<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Van"><w:name w:val="KH Lời văn"/></w:style>
<w:style w:type="numbering" w:styleId="DS"><w:name w:val="KH Đánh số"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
</w:styles>`
)

// pack makes a .docx whose body is the given markup.
func pack(t testing.TB, body string, more map[string]string) *wml.Package {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml":          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":            `<w:document ` + namespace + `><w:body>` + body + section + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
		"word/styles.xml":              styles,
	}
	for name, content := range more {
		parts[name] = content
	}
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
	p, found := wml.OpenPackage("mau.docx", b.Bytes())
	if found.Failed() {
		t.Fatal(text(found))
	}
	return p
}

func text(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

// run is a paragraph of runs: p("a{{.", "B}}") has two.
func p(runs ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	for i, run := range runs {
		style := ""
		if i%2 == 1 {
			style = "<w:rPr><w:b/></w:rPr>"
		}
		b.WriteString("<w:r>" + style + "<w:t>" + run + "</w:t></w:r>")
	}
	return b.String() + "</w:p>"
}

// A4 with the margins that tests count with: the text is 165 mm wide.
var page = template.Page{Top: 20, Right: 15, Bottom: 20, Left: 30}

// fill compiles and fills a body and returns what became of it, without the frame around it.
func fill(t testing.TB, body string, data any) string {
	t.Helper()
	compiled, found := template.Compile(pack(t, body, nil))
	if found.Failed() {
		t.Fatal(text(found))
	}
	filled, found := compiled.Fill(data, template.Options{Page: page})
	if found.Failed() {
		t.Fatal(text(found))
	}
	return bodyOf(t, filled)
}

func bodyOf(t testing.TB, filled *wml.Package) string {
	t.Helper()
	document := string(filled.Part(wml.MainPart))
	wellFormed(t, document)
	_, body, _ := strings.Cut(document, "<w:body>")
	body, _, _ = strings.Cut(body, "<w:sectPr")
	return strings.ReplaceAll(body, "\n", "")
}

func wellFormed(t testing.TB, document string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(document))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, document)
		}
	}
}

// plainText is the text of the filled body, a paragraph a line.
func plainText(t testing.TB, body string) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(`<w:x ` + namespace + `>` + body + `</w:x>`))
	for {
		token, err := d.Token()
		if err != nil {
			return strings.TrimRight(b.String(), "\n")
		}
		switch e := token.(type) {
		case xml.CharData:
			b.Write(e)
		case xml.StartElement:
			switch e.Name.Local {
			case "br":
				b.WriteString("⏎")
			case "tab":
				b.WriteString("→")
			case "noBreakHyphen":
				b.WriteString("‑")
			}
		case xml.EndElement:
			if e.Name.Local == "p" {
				b.WriteString("\n")
			}
		}
	}
}

type data struct {
	Name   string
	Rich   template.Text
	Items  []string
	Empty  []string
	Yes    bool
	Nested []struct{ Lines []string }
	Table  *template.Table
	Nil    *template.Table
	Map    map[string]int
	Page   template.Page
	Style  string
	Rule   float64
}

func sample() data {
	return data{Name: "xã Sơn Tây Hạ", Items: []string{"một", "hai"}, Yes: true, Style: "heading 1", Rule: 100,
		Rich: template.Text{{Text: "chữ "}, {Text: "đậm", Bold: true}, {Text: " và "}, {Text: "nghiêng", Italic: true}},
		Page: template.Page{Top: 20, Right: 15, Bottom: 20, Left: 30, Landscape: true}}
}

func TestWhatIsPrinted(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"a field":                       {p("Tên: {{.Name}}."), "Tên: xã Sơn Tây Hạ."},
		"trap 1: split anywhere":        {p("{", "{.Na", "me}", "} hết"), "xã Sơn Tây Hạ hết"},
		"trap 1: with marks between":    {`<w:p><w:r><w:t>{{.</w:t></w:r><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/><w:r><w:t>Name}}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>`, "xã Sơn Tây Hạ"},
		"trap 1: autocorrected quotes":  {p(`{{if eq .Name “xã Sơn Tây Hạ”}}có{{end}}`), "có"},
		"trap 1: autocorrected blanks":  {p("{{if\u00A0.Yes}}có{{end}}"), "có"},
		"trap 2: entities in an action": {p(`{{if eq .Name &quot;a&quot;}}a{{else}}b &amp; c{{end}}`), "b & c"},
		"trap 3: blanks at the ends":    {p("{{if .Yes}}b {{end}}c"), "b c"},
		"a lone range repeats":          {p("{{range .Items}}") + p("- {{.}}") + p("{{end}}"), "- một\n- hai"},
		"a lone range over nothing":     {p("{{range .Empty}}") + p("- {{.}}") + p("{{end}}") + p("hết"), "hết"},
		"a lone if with else":           {p("{{if .Empty}}") + p("a") + p("{{else}}") + p("b") + p("{{end}}"), "b"},
		"two lone actions in one":       {p("{{if .Yes}}{{range .Items}}") + p("{{.}}") + p("{{end}}{{end}}"), "một\nhai"},
		"trap 11: newline, tab, hyphen": {p("{{.Name}}"), "a⏎b→20/KH‑UBND"},
		"trap 12: numbers count from 0": {p("{{range $i, $x := .Items}}{{$i}}{{$x}} {{end}}"), "0một 1hai "},
		"a literal brace in a value":    {p("{{.Name}}"), "{{.Secret}}"},
		"rich text":                     {p("{{.Rich}}!"), "chữ đậm và nghiêng!"},
		"assignment":                    {p("{{$x := .Name}}") + p("{{$x}}"), "xã Sơn Tây Hạ"},
		"a comment":                     {p("{{/* ghi chú */}}") + p("a"), "a"},
		"braces in an attribute":        {`<w:p w:rsidR="{{x}}"><w:r><w:t>a</w:t></w:r></w:p>`, "a"},
	} {
		t.Run(name, func(t *testing.T) {
			d := sample()
			if strings.HasPrefix(name, "trap 11") {
				d.Name = "a\nb\t20/KH\u2011UBND\x0b\xff"
			}
			if strings.HasPrefix(name, "a literal") {
				d.Name = "{{.Secret}}"
			}
			got := strings.TrimSuffix(plainText(t, fill(t, c.body, d)), "\uFFFD")
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestRowsRepeatWhole(t *testing.T) {
	row := func(cells ...string) string {
		return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
	}
	body := "<w:tbl>" + row(p("{{range .Items}}"), p("")) + row(p("{{.}}"), p("x")) + row(p("{{end}}"), p("")) + "</w:tbl>" + p("")
	filled := fill(t, body, sample())
	if got := plainText(t, filled); got != "một\nx\nhai\nx" {
		t.Errorf("%q", got)
	}
	if n := strings.Count(filled, "<w:tr>"); n != 2 {
		t.Errorf("%d rows, want 2", n)
	}
}

func TestACellKeepsAParagraphWhenItsRangeIsEmpty(t *testing.T) {
	body := "<w:tbl><w:tr><w:tc>" + p("{{range .Empty}}") + p("{{.}}") + p("{{end}}") + "</w:tc><w:tc>" + p("a") + "</w:tc></w:tr></w:tbl>" + p("")
	if filled := fill(t, body, sample()); !strings.Contains(filled, "<w:tc><w:p/></w:tc>") {
		t.Errorf("the cell is left without a paragraph, and Word calls the file damaged: %s", filled)
	}
}

func TestBoldIsAddedToTheRunsOwnFormatting(t *testing.T) {
	body := `<w:p><w:r><w:rPr><w:rFonts w:ascii="X"/><w:i/><w:sz w:val="22"/></w:rPr><w:t>{{.Rich}}</w:t></w:r></w:p>`
	filled := fill(t, body, sample())
	if want := `<w:rPr><w:rFonts w:ascii="X"/><w:b/><w:i/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">đậm`; !strings.Contains(filled, want) {
		t.Errorf("no %s in\n%s", want, filled)
	}
}

func TestDirectives(t *testing.T) {
	cell := `<w:tbl><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tr><w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>`
	grid := `<w:tbl><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid>` +
		`<w:tr><w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/><w:gridSpan w:val="2"/></w:tcPr>`
	for name, c := range map[string]struct{ body, want string }{
		"style by its name":     {p("{{style .Style}}a"), `<w:pPr><w:pStyle w:val="Muc"/></w:pPr>`},
		"number by list's name": {p(`{{number "KH Đánh số" 2}}a`), `<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr>`},
		"no list, no number":    {p(`{{number "" 2}}a`), `<w:pPr></w:pPr><w:r>`},
		"schema order":          {`<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:t>{{number "KH Đánh số" 0}}{{style .Style}}a</w:t></w:r></w:p>`, `<w:pPr><w:pStyle w:val="Muc"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:jc w:val="center"/></w:pPr>`},
		// 165 mm is 9355 twips; a rule of 100 pt leaves 3677 on both sides, in half the width 1338.
		"rule in the text": {p("{{rule .Rule}}"), `<w:ind w:left="3677" w:right="3677" w:firstLine="0"/>`},
		"rule in a cell":   {cell + p("{{rule 100}}") + `</w:tc></w:tr></w:tbl>` + p(""), `<w:ind w:left="1338" w:right="1338" w:firstLine="0"/>`},
		// Three columns of which the middle one takes 100 pt: the others share 7355 twips.
		"columns of a table": {grid + p("{{columns 0 100 0}}") + `</w:tc></w:tr></w:tbl>` + p(""), `<w:gridCol w:w="3677"/><w:gridCol w:w="2000"/><w:gridCol w:w="3678"/>`},
		"columns by data":    {grid + p("{{columns .Rule 0 0}}") + `</w:tc></w:tr></w:tbl>` + p(""), `<w:gridCol w:w="2000"/><w:gridCol w:w="3677"/>`},
		"columns of a cell":  {grid + p("{{columns 0 100 0}}") + `</w:tc></w:tr></w:tbl>` + p(""), `<w:tcW w:w="5677" w:type="dxa"/><w:gridSpan w:val="2"/>`},
		"rule in columns":    {grid + p("{{columns 0 100 0}}") + p("{{rule 100}}") + `</w:tc></w:tr></w:tbl>` + p(""), `<w:ind w:left="1838" w:right="1838" w:firstLine="0"/>`},
		"section":            {p("a") + p("{{section .Page}}") + p("b"), `<w:pgSz w:w="11906" w:h="16838"/>`},
		"rule after section": {p("{{section .Page}}") + p("{{rule 100}}"), `<w:ind w:left="6143" w:right="6143" w:firstLine="0"/>`},
	} {
		t.Run(name, func(t *testing.T) {
			compiled, found := template.Compile(pack(t, c.body, nil))
			if found.Failed() {
				t.Fatal(text(found))
			}
			filled, found := compiled.Fill(sample(), template.Options{Page: page})
			if found.Failed() {
				t.Fatal(text(found))
			}
			document := string(filled.Part(wml.MainPart))
			wellFormed(t, document)
			if !strings.Contains(document, c.want) {
				t.Errorf("no %s in\n%s", c.want, document)
			}
		})
	}
}

func TestTheLastSectionStandsOnThePageThatWasNamedLast(t *testing.T) {
	compiled, _ := template.Compile(pack(t, p("a")+p("{{section .Page}}")+p("b"), nil))
	filled, found := compiled.Fill(sample(), template.Options{Page: page})
	if found.Failed() {
		t.Fatal(text(found))
	}
	document := string(filled.Part(wml.MainPart))
	if first, last := strings.Index(document, `w:h="16838"/>`), strings.Index(document, `w:orient="landscape"`); first < 0 || last < first {
		t.Errorf("portrait, then landscape: %s", document)
	}
}

func TestATableOfTheProgramHasMergedCellsAndAHeaderRow(t *testing.T) {
	d := sample()
	line := func(s string) []template.Text { return []template.Text{{{Text: s}}} }
	d.Table = &template.Table{
		Columns: []template.Column{{Share: 0.5}, {Share: 0.25}, {Share: 0.25}},
		Header:  []template.Cell{{Text: line("A")}, {Text: line("B")}, {Text: line("C")}},
		Rows: [][]template.Cell{
			{{Text: line("1"), Rows: 2}, {Text: line("2"), Columns: 2}},
			{{Text: line("3")}, {Text: line("4"), Align: "right"}},
		},
	}
	filled := fill(t, p("{{table .Table}}"), d)
	for _, want := range []string{"<w:tblHeader/>", `<w:vMerge w:val="restart"/>`, "<w:vMerge/>", `<w:gridSpan w:val="2"/>`, `<w:jc w:val="right"/>`, "</w:tbl><w:p>"} {
		if !strings.Contains(filled, want) {
			t.Errorf("no %s in\n%s", want, filled)
		}
	}
	if n := strings.Count(filled, "<w:tc>"); n != 8 {
		t.Errorf("%d cells, want 8", n)
	}
}

func TestFaultsOfATemplateAreNamed(t *testing.T) {
	cell := func(inside string) string { return "<w:tbl><w:tr><w:tc>" + inside + "</w:tc></w:tr></w:tbl>" }
	for name, c := range map[string]struct{ body, id, near string }{
		"trap 9: misspelt field":      {p("Tên {{.Nme}}"), "template/field", "Name"},
		"trap 9: nil":                 {p("{{.Nil}}"), "template/action", ""},
		"trap 9: nil table":           {p("{{table .Nil}}"), "template/action", ""},
		"trap 9: a list is no text":   {p("a {{.Items}}"), "template/action", ""},
		"trap 9: missing key":         {p("a {{.Map.x}} {{.Map}}"), "template/action", ""},
		"trap 9: printf":              {p(`a {{printf "%1000000d" 1}}`), "template/action", ""},
		"trap 10: range without end":  {p("{{range .Items}}") + p("{{.}}"), "template/never-ended", ""},
		"trap 10: nothing after bar":  {p("a {{.Name | }}"), "template/action", ""},
		"end without beginning":       {p("a") + p("{{end}}"), "template/nothing-open", ""},
		"trap 8: if here, end there":  {p("{{if .Yes}}") + p("a {{end}}"), "template/unbalanced", ""},
		"trap 8: out of a cell":       {p("{{if .Yes}}") + cell(p("a")+p("{{end}}")), "template/unbalanced", ""},
		"never closed":                {p("a {{.Name"), "template/never-closed", ""},
		"trap 12: alone with sectPr":  {`<w:p><w:pPr>` + section + `</w:pPr><w:r><w:t>{{if .Yes}}</w:t></w:r></w:p>` + p("{{end}}"), "template/ends-section", ""},
		"unknown function":            {p("{{rang .Items}}"), "template/function", "range"},
		"define":                      {p(`{{define "x"}}`), "template/no-definitions", ""},
		"template":                    {p(`a{{template "x"}}`), "template/no-definitions", ""},
		"table beside text":           {p("a {{table .Table}}"), "template/not-alone", ""},
		"columns beside text":         {cell(p("a {{columns 0}}")), "template/not-alone", ""},
		"columns further down":        {cell(p("a") + p("{{columns 0}}")), "template/not-at-head", ""},
		"columns outside a table":     {p("{{columns 0}}"), "template/not-at-head", ""},
		"a width too many":            {cell(p("{{columns 0 0}}")), "template/action", ""},
		"a width that is none":        {strings.Replace(cell(p("{{columns .Name}}")), "<w:tr>", "<w:tblGrid><w:gridCol/></w:tblGrid><w:tr>", 1), "template/action", ""},
		"empty":                       {p("a {{ }}"), "template/empty", ""},
		"unknown style":               {p(`{{style "heading 11"}}a`), "template/style", "heading 1"},
		"range over a number":         {p("{{range 1000000000}}") + p("a") + p("{{end}}"), "template/action", ""},
		"trap 3: trimming, a warning": {p("a {{- .Name}}"), "template/trim", ""},
	} {
		t.Run(name, func(t *testing.T) {
			compiled, found := template.Compile(pack(t, c.body, nil))
			if compiled != nil {
				_, more := compiled.Fill(sample(), template.Options{Page: page})
				found = append(found, more...)
			}
			for _, f := range found {
				if f.Kind.ID == c.id {
					if f.Near != c.near {
						t.Errorf("did you mean %q, want %q", f.Near, c.near)
					}
					if !strings.Contains(f.Message(diag.English), wml.MainPart) {
						t.Errorf("the part is not named: %s", f.Message(diag.English))
					}
					return
				}
			}
			t.Errorf("no %s in\n%s", c.id, text(found))
		})
	}
}

func TestTrap5AListOfOneLevelThatIsRepeatedIsNamed(t *testing.T) {
	item := `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{{.}}</w:t></w:r></w:p>`
	numbering := func(kind string) map[string]string {
		return map[string]string{"word/numbering.xml": `<w:numbering ` + namespace + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="` + kind +
			`"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`}
	}
	for kind, want := range map[string]int{"singleLevel": 1, "multilevel": 0} {
		compiled, found := template.Compile(pack(t, p("{{range .Items}}")+item+p("{{end}}"), numbering(kind)))
		if compiled == nil || len(found) != want {
			t.Errorf("%s: %s", kind, text(found))
		}
	}
}

func TestASectionNeedsPropertiesToCopy(t *testing.T) {
	compiled, found := template.Compile(pack(t, "", map[string]string{
		"word/document.xml": `<w:document ` + namespace + `><w:body>` + p("{{section .Page}}") + `</w:body></w:document>`}))
	if found.Failed() {
		t.Fatal(text(found))
	}
	if _, found := compiled.Fill(sample(), template.Options{Page: page}); !found.Failed() {
		t.Error("a section is made from nothing")
	}
}

func TestATemplateCannotRunAway(t *testing.T) {
	deep := strings.Repeat(p("{{range $.Items}}"), 40) + p("{{$.Name}}") + strings.Repeat(p("{{end}}"), 40)
	compiled, found := template.Compile(pack(t, deep, nil))
	if found.Failed() {
		t.Fatal(text(found))
	}
	if _, found = compiled.Fill(sample(), template.Options{}); !found.Failed() {
		t.Error("2 to the power of 40 turns were made")
	}
	d := sample()
	d.Name = strings.Repeat("a", 4<<20)
	compiled, _ = template.Compile(pack(t, strings.Repeat(p("{{.Name}}"), 20), nil))
	if _, found = compiled.Fill(d, template.Options{}); !found.Failed() {
		t.Error("80 MB were written")
	}
}

func TestHeadersAreFilledToo(t *testing.T) {
	compiled, found := template.Compile(pack(t, p("a"), map[string]string{"word/header1.xml": "<w:hdr " + namespace + ">" + p("{{.Name}}") + "</w:hdr>"}))
	if found.Failed() {
		t.Fatal(text(found))
	}
	filled, _ := compiled.Fill(sample(), template.Options{})
	if !strings.Contains(string(filled.Part("word/header1.xml")), "xã Sơn Tây Hạ") {
		t.Error("the header keeps its action")
	}
}

func TestOneTemplateServesManyAtOnce(t *testing.T) {
	compiled, _ := template.Compile(pack(t, p("{{range .Items}}")+p("{{.}}")+p("{{end}}"), nil))
	done := make(chan string)
	for range 8 {
		go func() {
			filled, found := compiled.Fill(sample(), template.Options{Page: page})
			if found.Failed() {
				done <- text(found)
				return
			}
			done <- string(filled.Part(wml.MainPart))
		}()
	}
	first := <-done
	for range 7 {
		if other := <-done; other != first {
			t.Error("two fillings differ")
		}
	}
}

// FuzzCompile holds that no template panics, and that what fills is well-formed.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{"{{.Name}}", "{{range .Items}}{{.}}{{end}}", "{{if .Yes}}a{{else}}b{{end}}", "{{style .Style}}a", "{{", "{{- .Name -}}", "{{rule 10}}", "{{table .Table}}"} {
		f.Add(p(s) + p("a"))
		f.Add("<w:tbl><w:tr><w:tc>" + p(s) + "</w:tc></w:tr></w:tbl>")
	}
	if document, err := os.ReadFile("../../templates/ke-hoach/word/document.xml"); err == nil {
		_, body, _ := strings.Cut(string(document), "<w:body>")
		body, _, _ = strings.Cut(body, "<w:sectPr>")
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if !strings.HasPrefix(body, "<") || strings.Contains(body, "<!") || strings.Contains(body, "</w:body>") {
			return
		}
		if err := xml.Unmarshal([]byte(`<w:x `+namespace+`>`+body+`</w:x>`), new(struct{})); err != nil {
			return
		}
		compiled, found := template.Compile(pack(t, body, nil))
		if (compiled == nil) != found.Failed() {
			t.Fatalf("template %v with %s", compiled, text(found))
		}
		if compiled == nil {
			return
		}
		if filled, found := compiled.Fill(sample(), template.Options{Page: page}); !found.Failed() {
			wellFormed(t, string(filled.Part(wml.MainPart)))
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	pkg := pack(b, strings.Repeat(p("Tên: {{.Name}}, {{.Rich}}"), 50), nil)
	b.ReportAllocs()
	for b.Loop() {
		if _, found := template.Compile(pkg); found.Failed() {
			b.Fatal(text(found))
		}
	}
}

func BenchmarkFill(b *testing.B) {
	compiled, _ := template.Compile(pack(b, strings.Repeat(p("Tên: {{.Name}}, {{.Rich}}"), 50), nil))
	b.ReportAllocs()
	for b.Loop() {
		if _, found := compiled.Fill(sample(), template.Options{Page: page}); found.Failed() {
			b.Fatal(text(found))
		}
	}
}
