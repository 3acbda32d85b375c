//go:build conformance

package conformance_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
)

// An element is one of a PDF's structure as poppler reads it: text is its own and that of its inline parts.
type element struct {
	kind     string
	text     string
	lists    int // how many L it is in
	children []*element
}

var (
	elementLine = regexp.MustCompile(`^( *)([A-Z][A-Za-z0-9]*)(?: \((?:block|inline)\))?:?$`)
	textLine    = regexp.MustCompile(`^ *"(.*)"$`)
)

// tags reads a PDF's structure with pdfinfo.
func tags(t *testing.T, pdf string) *element {
	t.Helper()
	root := &element{}
	stack := []*element{root}
	var open *element
	text := false
	for line := range strings.SplitSeq(run(t, "pdfinfo", "-struct-text", pdf), "\n") {
		if m := elementLine.FindStringSubmatch(line); m != nil && !text {
			depth := len(m[1])/2 + 1
			stack = stack[:depth]
			e := &element{kind: m[2]}
			for _, above := range stack {
				if above.kind == "L" {
					e.lists++
				}
			}
			stack[depth-1].children = append(stack[depth-1].children, e)
			stack = append(stack, e)
			open = e
			if e.kind == "Span" { // its text is that of what it is in
				stack[depth-1].children = stack[depth-1].children[:len(stack[depth-1].children)-1]
				open = stack[depth-1]
			}
			continue
		}
		if m := textLine.FindStringSubmatch(line); m != nil && open != nil {
			open = owner(stack, line)
			open.text += m[1]
		}
	}
	return root
}

// owner is the element that a line of text is indented below; a Span passes it on.
func owner(stack []*element, line string) *element {
	depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
	for depth >= len(stack) || stack[depth].kind == "Span" {
		depth--
	}
	return stack[depth]
}

// each calls f for every element, in the order of reading.
func (e *element) each(f func(*element)) {
	for _, child := range e.children {
		f(child)
		child.each(f)
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// outside is what python-docx reads in a DOCX: paragraphs outside tables, headings with their level, and ruled tables.
type outside struct {
	Paragraphs []string     `json:"paragraphs"`
	Headings   [][2]string  `json:"headings"`
	Tables     [][][]string `json:"tables"`
}

const outsideReader = `
import docx, json, sys
d = docx.Document(sys.argv[1])
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
def text(p):
    out = ''
    for n in p._p.iter():
        if n.tag == W+'t': out += n.text or ''
        elif n.tag == W+'noBreakHyphen': out += '-'
        elif n.tag == W+'br': out += ' '
    return ' '.join(out.split())
def cells(row):
    return [' '.join(text(docx.text.paragraph.Paragraph(p, None)) for p in c.iter(W+'p')) for c in row._tr.tc_lst
            if not [m for m in c.iter(W+'vMerge') if m.get(W+'val') != 'restart']]
json.dump({
  'paragraphs': [t for t in map(text, d.paragraphs) if t],
  'headings': [[p.style.name[-1], text(p)] for p in d.paragraphs if p.style.name.lower().startswith('heading')],
  'tables': [[cells(r) for r in t.rows] for t in d.tables if list(t._tbl.iter(W+'tblHeader'))],
}, sys.stdout)
`

func TestTheTagsAreThePlansInItsOrder(t *testing.T) {
	for _, name := range []string{issued, sample} {
		files := build(t, name, "")
		var want outside
		if err := json.Unmarshal([]byte(run(t, "../../.checkers/python/bin/python", "-c", outsideReader, files[".docx"])), &want); err != nil {
			t.Fatal(err)
		}
		tree := tags(t, files[".pdf"])
		var blocks, headings []string
		var tables [][][]string
		tree.each(func(e *element) {
			text := squeeze(e.text)
			switch e.kind {
			case "P", "LBody", "Title":
				blocks = append(blocks, text)
			case "H1", "H2", "H3":
				blocks, headings = append(blocks, text), append(headings, e.kind[1:]+" "+text)
			case "Table":
				tables = append(tables, nil)
			case "TR":
				tables[len(tables)-1] = append(tables[len(tables)-1], nil)
			case "TH", "TD":
				rows := tables[len(tables)-1]
				text := ""
				e.each(func(e *element) { text += " " + e.text })
				rows[len(rows)-1] = append(rows[len(rows)-1], squeeze(text))
			}
		})
		at := 0
		for _, p := range want.Paragraphs {
			i := slices.IndexFunc(blocks[at:], func(b string) bool { return strings.HasSuffix(b, p) })
			if i < 0 {
				t.Errorf("%s: not in the tags, or out of order: %q", name, p)
				continue
			}
			at += i + 1
		}
		headings = slices.DeleteFunc(headings, func(h string) bool { return strings.Contains(h, "Phụ lục") }) // no heading to python-docx
		if len(headings) != len(want.Headings) || len(want.Headings) == 0 {
			t.Fatalf("%s: %d headings, want %d", name, len(headings), len(want.Headings))
		}
		for i, h := range want.Headings {
			if headings[i][:1] != h[0] || !strings.HasSuffix(headings[i], h[1]) {
				t.Errorf("%s: heading %d is %v, want %v", name, i, headings[i], h)
			}
		}
		if got, want := len(tables), len(want.Tables); got != want {
			t.Errorf("%s: %d tables, want %d", name, got, want)
		}
		for i := range min(len(tables), len(want.Tables)) {
			for j, row := range want.Tables[i] {
				if j < len(tables[i]) && !slices.Equal(tables[i][j], row) {
					t.Errorf("%s: table %d row %d is %q, want %q", name, i, j, tables[i][j], row)
				}
			}
		}
		t.Logf("%s: %d paragraphs, %d headings, %d tables in order", name, len(want.Paragraphs), len(want.Headings), len(tables))
	}
}

// A plan's items nest as lists do; an item with a heading is a heading, and its own items begin a list anew.
func TestListsNestAsThePlanDoes(t *testing.T) {
	for _, name := range []string{issued, sample} {
		p, _ := plan.Load(name, plan.Options{})
		depth := map[string]int{}
		tags(t, build(t, name, "")[".pdf"]).each(func(e *element) {
			if e.kind == "LBody" {
				depth[squeeze(e.text)] = e.lists
			}
		})
		checked := 0
		var walk func(items []*plan.Item, lists int)
		walk = func(items []*plan.Item, lists int) {
			for _, i := range items {
				below := lists + 1
				if i.Heading.Given() {
					below = 0
				} else if words := squeeze(i.Text.Text); !strings.ContainsAny(words, "{*") {
					for text, got := range depth {
						if text == words {
							checked++
							if got != lists+1 {
								t.Errorf("%s: %q is %d lists deep, want %d", name, words, got, lists+1)
							}
						}
					}
				}
				walk(i.Items, below)
			}
		}
		for _, s := range p.Sections {
			walk(s.Items, 0)
		}
		if checked == 0 {
			t.Errorf("%s: no item found", name)
		}
		t.Logf("%s: %d items at their depth", name, checked)
	}
}

// What the tags hold is what a person sees, but for page numbers, repeated header rows and the address at the foot.
func TestNothingIsOutsideTheTags(t *testing.T) {
	for _, name := range []string{issued, sample} {
		pdf := build(t, name, "")[".pdf"]
		count := map[string]int{}
		for _, letter := range strings.Join(strings.Fields(run(t, "pdftotext", "-raw", pdf, "-")), "") {
			count[string(letter)]++
		}
		tags(t, pdf).each(func(e *element) {
			for _, letter := range strings.Join(strings.Fields(e.text), "") {
				count[string(letter)]--
			}
		})
		left := 0
		for letter, n := range maps.All(count) {
			if n < 0 {
				t.Errorf("%s: the tags hold %d %q more than the pages", name, -n, letter)
			}
			left += max(n, 0)
		}
		t.Logf("%s: %d letters outside the tags", name, left)
		if name == issued && left != len("2345") {
			t.Errorf("%s: %d letters outside the tags: only the page numbers 2 to 5 may be", name, left)
		}
	}
}
