package wml

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

// A reader is one reading of a document.
type reader struct {
	pkg       *Package
	part      string // the part being read, for warnings
	styles    *sheet
	numbering *numbering
	links     map[string]string // relationships of the main part
	odd       map[oddity]int
	depth     int // of tables in tables
}

// An oddity is something that the subset does not cover.
type oddity struct{ part, element string }

var unsupported = &diag.Kind{ID: "wml/unsupported", Severity: diag.Warning,
	Message: diag.Words{VI: "{part}: {count} chỗ có {element}, bản PDF không in được phần này",
		EN: "{part}: {element} is not in the PDF (places: {count})"},
	Fix: diag.Words{VI: "trong Word, thay bằng chữ hoặc bảng thường, hoặc chấp nhận PDF thiếu phần này",
		EN: "replace it in Word by plain text or tables, or accept that the PDF lacks it"}}

// Read reads a package into a document with all properties resolved. It fails only when a part that it needs is damaged; what
// the subset does not cover is a warning.
func Read(p *Package) (*Document, diag.List) {
	r := &reader{pkg: p, part: MainPart, odd: map[oddity]int{}}
	body, found := r.open()
	if found.Failed() {
		return nil, found
	}
	doc := &Document{Properties: r.properties()}
	doc.DefaultTab = 720
	if settings, err := p.tree("word/settings.xml"); err == nil {
		if v, ok := settings.child("w:defaultTabStop").number("val"); ok && v > 0 {
			doc.DefaultTab = Twips(v)
		}
		doc.AddSpacing, _ = settings.child("w:compat").onOff("w:doNotUseHTMLParagraphAutoSpacing")
		if on, _ := settings.onOff("w:evenAndOddHeaders"); on {
			r.note("w:evenAndOddHeaders")
		}
	}
	doc.Sections = r.sections(body)
	unread := r.warnings()
	for _, f := range unread {
		doc.Unread = append(doc.Unread, f.Arg("element")+" "+f.Arg("count"))
	}
	return doc, append(found, unread...)
}

// open parses the parts that everything else rests on.
func (r *reader) open() (body *node, found diag.List) {
	damaged := func(part string, err error) {
		found = append(found, badPart.At(diag.Location{File: r.pkg.Name}, "part", part, "reason", err.Error()))
	}
	optional := func(part string) *node {
		if r.pkg.Part(part) == nil {
			return nil
		}
		n, err := r.pkg.tree(part)
		if err != nil {
			damaged(part, err)
		}
		return n
	}
	document, err := parse(r.pkg.Part(MainPart))
	if err != nil {
		damaged(MainPart, err)
	}
	r.styles = newSheet(optional("word/styles.xml"))
	r.numbering = newNumbering(optional("word/numbering.xml"), r.styles)
	r.links = map[string]string{}
	if rels := optional("word/_rels/document.xml.rels"); rels != nil {
		for _, rel := range rels.children {
			id, _ := rel.tag.Attribute("Id")
			target, _ := rel.tag.Attribute("Target")
			r.links[id] = strings.TrimPrefix(path.Join("/word", target), "/")
			if strings.HasPrefix(target, "/") {
				r.links[id] = strings.TrimPrefix(path.Clean(target), "/")
			}
		}
	}
	if body = document.child("w:body"); body == nil && err == nil {
		damaged(MainPart, errNoBody)
	}
	return body, found
}

type constError string

func (e constError) Error() string { return string(e) }

const errNoBody = constError("it has no w:body")

// note counts something that the subset does not cover.
func (r *reader) note(element string) { r.odd[oddity{r.part, element}]++ }

// warnings turns the counts into findings.
func (r *reader) warnings() diag.List {
	var found diag.List
	keys := slices.SortedFunc(maps.Keys(r.odd), func(a, b oddity) int {
		return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.element, b.element))
	})
	for _, o := range keys {
		found = append(found, unsupported.At(diag.Location{File: r.pkg.Name}, "part", o.part,
			"element", strings.TrimPrefix(o.element, "w:"), "count", strconv.Itoa(r.odd[o])))
	}
	return found
}

// blocks reads paragraphs and tables; elements that only wrap others are looked into.
func (r *reader) blocks(parent *node) []Block {
	var blocks []Block
	for _, n := range parent.children {
		switch n.name {
		case "w:p":
			blocks = append(blocks, r.paragraph(n))
		case "w:tbl":
			if r.depth < maxTables {
				r.depth++
				blocks = append(blocks, r.table(n))
				r.depth--
			} else {
				r.note("w:tbl")
			}
		case "w:sdt":
			blocks = append(blocks, r.blocks(orEmpty(n.child("w:sdtContent")))...)
		case "w:ins", "w:customXml", "w:moveTo":
			blocks = append(blocks, r.blocks(n)...)
		case "w:sectPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:permStart", "w:permEnd", "w:tcPr",
			"w:commentRangeStart", "w:commentRangeEnd":
		default:
			r.note(n.name)
		}
	}
	return blocks
}

// maxTables bounds tables within tables.
const maxTables = 8

func orEmpty(n *node) *node {
	if n == nil {
		return &node{}
	}
	return n
}
