// Package layout sets WordprocessingML on pages.
//
// Pages takes a document with resolved properties and a family of faces and returns pages: runs of text and rules at fixed
// positions from the top left corner. The stages are files: letters are measured (letters.go), broken into lines (breaks.go),
// set as boxes (line.go, table.go), and the boxes are put on pages (flow.go). It breaks lines greedily, as Word and
// LibreOffice do; where ECMA-376 leaves room it follows LibreOffice, and docs/layout.md lists what differs, with figures.
// It knows no PDF, reads no files and looks at no clock.
package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/wml"
)

// A layouter is one document being set.
type layouter struct {
	doc      *wml.Document
	family   *font.Family
	styles   map[wml.RunProperties]*style
	tallest  Length // the room for text on a page of the section being set
	found    diag.List
	reported map[string]bool
	out      *Document
	buffer   []letter // of the paragraph being set: no paragraph stands inside another
}

var (
	noGlyph = &diag.Kind{ID: "layout/no-glyph",
		Message: diag.Words{VI: `phông chữ không có ký tự {letter} ({code}) trong "{text}"`, EN: `the font has no letter {letter} ({code}), in "{text}"`},
		Fix: diag.Words{VI: "thay ký tự ấy, hoặc chỉ phông khác bằng --font-dir",
			EN: "replace the letter, or name another font with --font-dir"}}
	otherFont = &diag.Kind{ID: "layout/font", Severity: diag.Warning,
		Message: diag.Words{VI: "văn bản dùng phông {font}; bản PDF in bằng Times New Roman", EN: "the document asks for {font}; the PDF uses Times New Roman"},
		Fix: diag.Words{VI: "đổi phông trong Word thành Times New Roman (NĐ 30 PL I, I.4)",
			EN: "change the font in Word to Times New Roman (NĐ 30 PL I, I.4)"}}
	kerning = &diag.Kind{ID: "layout/kern", Severity: diag.Warning,
		Message: diag.Words{VI: "văn bản bật co giãn cặp chữ (kerning); bản PDF không co giãn nên chỗ xuống dòng có thể khác",
			EN: "the document asks for pair kerning; the PDF does none, so lines may end elsewhere"},
		Fix: diag.Words{VI: "tắt Kerning trong Word: Font, Advanced", EN: "turn kerning off in Word: Font, Advanced"}}
	offPage = &diag.Kind{ID: "layout/off-page",
		Message: diag.Words{VI: `"{text}" nằm ngoài trang {page}`, EN: `"{text}" stands off page {page}`},
		Fix: diag.Words{VI: "bớt chiều cao cố định hoặc lề của ô trong bảng",
			EN: "lessen the fixed height or the margins of the table's cell"}}
	tabLeader = &diag.Kind{ID: "layout/leader", Severity: diag.Warning,
		Message: diag.Words{VI: "dấu chấm dẫn của tab không được in trong bản PDF", EN: "the leaders of tab stops are not in the PDF"},
		Fix:     diag.Words{VI: "gõ dấu chấm thay cho tab có dấu dẫn", EN: "type the dots instead"}}
	bodyField = &diag.Kind{ID: "layout/field", Severity: diag.Warning,
		Message: diag.Words{VI: "số trang nằm trong thân văn bản in ra là ?", EN: "a page number in the body is printed as ?"},
		Fix:     diag.Words{VI: "đặt số trang ở đầu trang", EN: "put the page number in the header"}}
)

// Pages sets a document. It fails when a letter is in no face; nothing is drawn as a box.
func Pages(doc *wml.Document, family *font.Family) (*Document, diag.List) {
	l := &layouter{doc: doc, family: family, styles: map[wml.RunProperties]*style{}, reported: map[string]bool{}, out: &Document{}}
	for i, section := range doc.Sections {
		l.section(i, section)
	}
	l.margins()
	l.noteOffPage()
	return l.out, l.found
}

// noteOffPage reports text that no reader would see, once a page: no page could hold what it stands in.
func (l *layouter) noteOffPage() {
	for i, page := range l.out.Pages {
		for _, item := range page.Items {
			if p, ok := item.(*Picture); ok && p.Y+p.Height > page.Height {
				l.once(fmt.Sprintf("off page %d", i), offPage, "text", p.Alt, "page", strconv.Itoa(i+1))
				break
			}
			if g, ok := item.(*Glyphs); ok && g.Y > page.Height {
				l.once(fmt.Sprintf("off page %d", i), offPage, "text", g.Text, "page", strconv.Itoa(i+1))
				break
			}
		}
	}
}

// missing reports a letter that the face lacks, once.
func (l *layouter) missing(r rune, text string) {
	words := []rune(text)
	if at := slices.Index(words, r); len(words) > 60 && at >= 0 {
		words = words[max(0, at-30):min(len(words), at+30)]
	}
	l.once(fmt.Sprintf("letter %U", r), noGlyph, "letter", string(r), "code", fmt.Sprintf("U+%04X", r), "text", string(words))
}

// noteRun reports what layout does otherwise than the run asks, once each.
func (l *layouter) noteRun(p wml.RunProperties) {
	if name := strings.ToLower(p.Font); name != "times new roman" && name != "liberation serif" {
		l.once("font "+name, otherFont, "font", p.Font)
	}
	if p.Kern {
		l.once("kern", kerning)
	}
}

func (l *layouter) once(key string, kind *diag.Kind, args ...string) {
	if !l.reported[key] {
		l.reported[key] = true
		l.found = append(l.found, kind.At(diag.Location{}, args...))
	}
}

// bodyFields stands for page numbers where no page is known yet.
func (l *layouter) bodyFields(string) string {
	l.once("field", bodyField)
	return "?"
}

// margins sets headers and footers, once the pages are there and counted.
func (l *layouter) margins() {
	inSection := map[int]int{}
	for _, page := range l.out.Pages {
		inSection[page.Section]++
	}
	first := map[int]bool{}
	for _, page := range l.out.Pages {
		section := l.doc.Sections[page.Section]
		fields := func(name string) string {
			switch name {
			case "NUMPAGES":
				return strconv.Itoa(len(l.out.Pages))
			case "SECTIONPAGES":
				return strconv.Itoa(inSection[page.Section])
			}
			return strconv.Itoa(page.Number)
		}
		isFirst := !first[page.Section]
		first[page.Section] = true
		g := section.Page
		x, width := Length(g.Left)*Twip, Length(g.Width-g.Left-g.Right)*Twip
		header, body := l.stack(marginBlocks(section, section.Header, isFirst), width, fields), page.Items
		page.Items = nil // what stands in the top margin is read first
		place(page, header.items, x, Length(g.HeaderDistance)*Twip)
		page.Items = append(page.Items, body...)
		footer := l.stack(marginBlocks(section, section.Footer, isFirst), width, fields)
		place(page, footer.items, x, page.Height-Length(g.FooterDistance)*Twip-footer.height)
	}
}

// marginBlocks is what stands in the margin of a page.
func marginBlocks(s *wml.Section, m wml.Margin, first bool) []wml.Block {
	if first && s.TitlePage {
		return m.First
	}
	return m.Default
}

// place puts items on a page.
func place(page *Page, items []Item, x, y Length) {
	shift(items, x, y)
	page.Items = append(page.Items, items...)
}
