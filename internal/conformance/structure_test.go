//go:build conformance

package conformance_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/wml"
)

// A structure is what two readers of one DOCX must agree on.
type structure struct {
	Paragraphs []string `json:"paragraphs"`
	Tables     [][]int  `json:"tables"` // cells of each row
	Sections   [][]int  `json:"sections"`
	Headers    []string `json:"headers"`
}

// reader is the same question to python-docx.
const reader = `
import docx, json, sys
d = docx.Document(sys.argv[1])
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
def text(p):
    out = ''
    for n in p._p.iter():
        if n.tag == W+'t': out += n.text or ''
        elif n.tag == W+'noBreakHyphen': out += '\u2011'
        elif n.tag == W+'br': out += '\n'
        elif n.tag == W+'tab' and n.getparent().tag == W+'r': out += '\t'
    return out
json.dump({
  'paragraphs': [text(p) for p in d.paragraphs],
  'tables': [[len(r._tr.tc_lst) for r in t.rows] for t in d.tables],
  'sections': [[round(s.page_width.twips), round(s.page_height.twips), round(s.left_margin.twips), round(s.right_margin.twips)] for s in d.sections],
  'headers': [' '.join(n.text.strip() for p in s.header.paragraphs for n in p._p.iter(W+'instrText')) for s in d.sections],
}, sys.stdout)
`

func TestPythonDocxReadsWhatOurReaderReads(t *testing.T) {
	for _, name := range []string{issued, sample} {
		docx := build(t, name, "")[".docx"]
		var theirs structure
		if err := json.Unmarshal([]byte(run(t, "../../.checkers/python/bin/python", "-c", reader, docx)), &theirs); err != nil {
			t.Fatal(err)
		}
		ours := structureOf(t, docx)
		for _, part := range []struct {
			what      string
			got, want any
		}{
			{"paragraphs", theirs.Paragraphs, ours.Paragraphs}, {"tables", theirs.Tables, ours.Tables},
			{"sections", theirs.Sections, ours.Sections}, {"headers", theirs.Headers, ours.Headers},
		} {
			if !reflect.DeepEqual(part.got, part.want) {
				t.Errorf("%s: %s differ\npython-docx %v\nours        %v", name, part.what, part.got, part.want)
			}
		}
		t.Logf("%s: %d paragraphs, %d tables, %d sections agree", name, len(ours.Paragraphs), len(ours.Tables), len(ours.Sections))
	}
}

func structureOf(t *testing.T, docx string) structure {
	t.Helper()
	data, err := os.ReadFile(docx)
	if err != nil {
		t.Fatal(err)
	}
	p, found := wml.OpenPackage(docx, data)
	if found.Failed() {
		t.Fatal(found)
	}
	doc, found := wml.Read(p)
	if len(found) > 0 {
		t.Fatalf("our own DOCX has parts that our reader does not cover: %v", found)
	}
	var s structure
	for _, section := range doc.Sections {
		g := section.Page
		s.Sections = append(s.Sections, []int{int(g.Width), int(g.Height), int(g.Left), int(g.Right)})
		s.Headers = append(s.Headers, fields(section.Header.Default))
		for _, block := range section.Blocks {
			switch b := block.(type) {
			case *wml.Paragraph:
				s.Paragraphs = append(s.Paragraphs, paragraphText(b))
			case *wml.Table:
				var rows []int
				for _, row := range b.Rows {
					rows = append(rows, len(row.Cells))
				}
				s.Tables = append(s.Tables, rows)
			}
		}
	}
	return s
}

func paragraphText(p *wml.Paragraph) string {
	var b strings.Builder
	for _, in := range p.Inlines {
		switch in := in.(type) {
		case *wml.Text:
			b.WriteString(in.Text)
		case *wml.Break:
			b.WriteString("\n")
		case *wml.TabChar:
			b.WriteString("\t")
		}
	}
	return b.String()
}

func fields(blocks []wml.Block) string {
	var names []string
	for _, block := range blocks {
		if p, ok := block.(*wml.Paragraph); ok {
			for _, in := range p.Inlines {
				if f, ok := in.(*wml.Field); ok {
					names = append(names, f.Name)
				}
			}
		}
	}
	return strings.Join(names, " ")
}

func TestLibreOfficeCountsListsAsWeDo(t *testing.T) {
	for _, name := range []string{issued, sample} {
		docx := build(t, name, "")[".docx"]
		out := office(t, "txt:Text (encoded):UTF8", docx)
		data, err := os.ReadFile(out + "/plan.txt")
		if err != nil {
			t.Fatal(err)
		}
		theirs := strings.Join(lines(string(data)), "\n")
		count := 0
		for _, label := range labels(t, docx) {
			if !strings.Contains(theirs, label) {
				t.Errorf("%s: LibreOffice has no line %q", name, label)
			}
			count++
		}
		t.Logf("%s: %d numbered paragraphs, the same numbers in LibreOffice", name, count)
	}
}

// bullets are what LibreOffice writes for a bullet of the first and of the second level in plain text.
var bullets = map[string]string{"-": "•", "+": "◦"}

// labels are the numbered paragraphs as they are printed.
func labels(t *testing.T, docx string) []string {
	t.Helper()
	data, err := os.ReadFile(docx)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := wml.OpenPackage(docx, data)
	doc, _ := wml.Read(p)
	var out []string
	for _, section := range doc.Sections {
		for _, block := range section.Blocks {
			if p, ok := block.(*wml.Paragraph); ok && p.Number != nil && p.Number.Text != "" {
				label := p.Number.Text
				if bullet, ok := bullets[label]; ok {
					label = bullet
				}
				out = append(out, lines(label + " " + paragraphText(p))[0])
			}
		}
	}
	return out
}

func TestTheDOCXIsAPlainZipThatOtherReadersOpen(t *testing.T) {
	data, err := os.ReadFile(build(t, issued, "")[".docx"])
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the first member is %s", z.File[0].Name)
	}
	for _, f := range z.File {
		if year := f.Modified.Year(); year > 1980 {
			t.Errorf("%s carries the year %d: the clock was read", f.Name, year)
		}
	}
}
