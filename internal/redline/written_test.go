package redline_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/redline"
	"github.com/kehoach/kehoach/internal/wml"
	"github.com/kehoach/kehoach/templates"
)

// written is a document of a short notation: a line is a paragraph, "# " before it makes it a heading, "1 " and "a " put it into a
// list, "|" begins a table's row, whose cells it also parts; *bold*; "---" ends a section.
func written(t testing.TB, text string) *wml.Package {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	columns := 0
	end := func() {
		if columns > 0 {
			b.WriteString("</w:tbl><w:p/>")
		}
		columns = 0
	}
	for line := range strings.SplitSeq(text, "\n") {
		if cells := strings.Split(line, "|"); len(cells) > 1 && cells[0] == "" {
			if len(cells)-1 != columns {
				end()
				columns = len(cells) - 1
				b.WriteString("<w:tbl><w:tblPr/><w:tblGrid>" + strings.Repeat(`<w:gridCol w:w="500"/>`, columns) + "</w:tblGrid>")
			}
			b.WriteString("<w:tr>")
			for _, cell := range cells[1:] {
				b.WriteString("<w:tc><w:tcPr/>")
				for p := range strings.SplitSeq(cell, "/") {
					paragraph(&b, p)
				}
				b.WriteString("</w:tc>")
			}
			b.WriteString("</w:tr>")
			continue
		}
		end()
		paragraph(&b, line)
	}
	end()
	paragraph(&b, "the end")
	b.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`)
	pkg, found := wml.OpenPackage("ke-hoach.docx", templates.KeHoach())
	if found.Failed() {
		t.Fatal(found)
	}
	return pkg.With(map[string][]byte{wml.MainPart: []byte(b.String())})
}

func paragraph(b *strings.Builder, text string) {
	properties := ""
	for prefix, p := range map[string]string{"# ": `<w:pStyle w:val="Heading1"/>`,
		"1 ": `<w:pStyle w:val="KHKhoan"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`,
		"a ": `<w:pStyle w:val="KHDiem"/><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>`} {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			text, properties = rest, p
		}
	}
	if text == "---" {
		b.WriteString(`<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>`)
		return
	}
	b.WriteString("<w:p>")
	if properties != "" {
		b.WriteString("<w:pPr>" + properties + "</w:pPr>")
	}
	for i, part := range strings.Split(text, "*") {
		if part == "" {
			continue
		}
		bold := ""
		if i%2 == 1 {
			bold = "<w:rPr><w:b/></w:rPr>"
		}
		b.WriteString("<w:r>" + bold + `<w:t xml:space="preserve">` + wml.Escape(part) + "</w:t></w:r>")
	}
	b.WriteString("</w:p>")
}

// settles tells whether accepting gives new and rejecting old.
func settles(t *testing.T, old, new *wml.Package) {
	t.Helper()
	merged, err := redline.Merge(old, new, redline.Author{Name: "UBND xã"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "accepted", settle(t, merged, true), new)
	same(t, "rejected", settle(t, merged, false), old)
}

func TestSmallDocuments(t *testing.T) {
	for _, c := range [][2]string{
		{"a b c", "a c"},
		{"a b\nc d", "a b c d"},
		{"a b c d", "a b\nc d"},
		{"# một\n1 hai\n1 ba", "# một\n1 ba\n1 hai"},
		{"một *hai* ba", "một hai *ba*"},
		{"|a|b\n|c|d", "|a|b\n|e f|g\n|c|d"},
		{"|a|b", "|a"},
		{"|a\nxen\n|b", "|a\n|b"},
		{"|một/hai|b", "|một/ba/hai bốn|b"},
		{"|một/hai/ba|b", "|ba|b"},
		{"một\n---\nhai", "một\nhai"},
		{"một", "một\n---\nhai\n|a|b"},
		{"", "|a|b\n|c"},
	} {
		t.Run(c[0]+"→"+c[1], func(t *testing.T) {
			settles(t, written(t, c[0]), written(t, c[1]))
			settles(t, written(t, c[1]), written(t, c[0]))
		})
	}
}

func FuzzRedline(f *testing.F) {
	f.Add("# một\n1 hai ba\n|a|b\n|c|d/e\nhết", "# một\n1 hai\na ba\n|a|b/f\nhết *đậm*\n---\nx")
	f.Add("|a\n|b|c\n\n\nx", "|a|b\n\nx\n---")
	f.Fuzz(func(t *testing.T, old, new string) {
		if strings.ContainsFunc(old+new, func(r rune) bool {
			return !wml.IsXMLChar(r) || r == '\uFFFD' || r == '\r' || r == '\t' || r == '\u2011'
		}) {
			t.Skip("letters that a paragraph holds as elements, or not at all")
		}
		settles(t, written(t, old), written(t, new))
	})
}

func TestWhatIsTrackedSaysWhoAndWhen(t *testing.T) {
	merged, err := redline.Merge(written(t, "một hai"), written(t, "một ba"), redline.Author{Name: `"A" & B`, Date: time.Date(2026, 1, 5, 0, 0, 0, 0, time.FixedZone("", 7*3600))})
	if err != nil {
		t.Fatal(err)
	}
	body := string(merged.Part(wml.MainPart))
	for _, want := range []string{`<w:t xml:space="preserve">một </w:t></w:r><w:del w:id="9001" w:author="&quot;A&quot; &amp; B" w:date="2026-01-05T00:00:00Z"><w:r><w:delText xml:space="preserve">hai</w:delText></w:r></w:del>`,
		`<w:ins w:id="9002" w:author="&quot;A&quot; &amp; B" w:date="2026-01-05T00:00:00Z"><w:r><w:t xml:space="preserve">ba</w:t></w:r></w:ins>`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
}

// Fields, pictures and links are changed as wholes; bookmarks are the new document's.
func TestWhatIsNoTextIsChangedAsAWhole(t *testing.T) {
	document := func(paragraph string) *wml.Package {
		return written(t, "").With(map[string][]byte{wml.MainPart: []byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>` +
			paragraph + `</w:p></w:body></w:document>`)})
	}
	const word, field, tab = `<w:r><w:t>chữ</w:t></w:r>`, `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
		`<w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r>`
	link := func(inside string) string { return `<w:hyperlink w:anchor="x">` + inside + `</w:hyperlink>` }
	for _, c := range []struct{ name, old, new, want string }{
		{"field out", word + field, word, `<w:del w:id="9001" w:author="A">` + strings.ReplaceAll(field, "instrText", "delInstrText") + `</w:del>`},
		{"field in", word, field + word, `<w:ins w:id="9001" w:author="A">` + field + `</w:ins>`},
		{"link in", word, word + link(word), `<w:hyperlink w:anchor="x"><w:ins w:id="9001" w:author="A"><w:r><w:t xml:space="preserve">chữ</w:t></w:r></w:ins></w:hyperlink>`},
		{"link out", word + link(word), word, `<w:del w:id="9001" w:author="A"><w:r><w:delText xml:space="preserve">chữ</w:delText></w:r></w:del></w:p>`},
		{"bookmark", word, `<w:bookmarkStart w:id="1" w:name="b"/>` + word + `<w:bookmarkEnd w:id="1"/>`, `<w:bookmarkStart w:id="1" w:name="b"/><w:r>`},
		{"letters that are elements", word, word + tab, `<w:ins w:id="9001" w:author="A"><w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r></w:ins>`},
		{"a field that never ends", word, word + strings.TrimSuffix(field, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`), `PAGE`},
	} {
		t.Run(c.name, func(t *testing.T) {
			merged, err := redline.Merge(document(c.old), document(c.new), redline.Author{Name: "A"})
			if err != nil {
				t.Fatal(err)
			}
			if body := string(merged.Part(wml.MainPart)); !strings.Contains(body, c.want) {
				t.Errorf("no %s in\n%s", c.want, body)
			}
			same(t, "accepted", settle(t, merged, true), document(c.new))
			same(t, "rejected", settle(t, merged, false), document(c.old))
		})
	}
}

func TestADocumentWithoutACounterpartIsAllNewOrAllGone(t *testing.T) {
	only := written(t, "# một\n1 hai\n|a|b")
	for _, c := range []struct {
		old, new *wml.Package
		accept   bool
	}{{nil, only, true}, {only, nil, false}} {
		merged, err := redline.Merge(c.old, c.new, redline.Author{Name: "A"})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "kept", settle(t, merged, c.accept), only)
		var left []string
		for _, line := range described(t, settle(t, merged, !c.accept)) {
			if strings.Contains(line, "<") {
				left = append(left, line)
			}
		}
		if len(left) > 0 {
			t.Errorf("words are left: %q", left)
		}
	}
}

// Documents of few words, chosen by chance that is the same each time: their paragraphs and rows are taken for one another easily.
func TestManyDocuments(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	lines := []string{"a", "b", "a b", "a b c", "# a", "# b c", "1 a", "1 a b", "a a b", "", "|a|b", "|a|c", "|b", "|a/b|c", "|c|", "---", "*a* b"}
	document := func() string {
		var text []string
		for range chance.IntN(12) {
			text = append(text, lines[chance.IntN(len(lines))])
		}
		return strings.Join(text, "\n")
	}
	for range 400 {
		old, new := document(), document()
		settles(t, written(t, old), written(t, new))
		if t.Failed() {
			t.Fatalf("%q → %q", old, new)
		}
	}
}
