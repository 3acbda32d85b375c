package render

import (
	"slices"
	"unicode"

	"github.com/kehoach/kehoach/internal/compose"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/wml"
)

// A Spot is where words stand: the page, and the line of text on it, counted from above, the page's number left out and lines side by side
// being one. Both count from 1; they are 0 for what is not on the pages of the plan's main file.
type Spot struct {
	Page, Line int
	Separate   bool // it stands in an appendix that is a file of its own
}

// Printed lays a plan out and finds where what is written at places of its files is printed, each the first time: a Spot a place.
func (r *Renderer) Printed(p *plan.Plan, places []plan.Place) ([]Spot, diag.List) {
	doc, found := r.laid(p)
	parts, more := compose.ComposeMarked(p, r.family, places)
	if found.Failed() || more.Failed() {
		return nil, append(found, more...)
	}
	spots := make([]Spot, len(places))
	letters, lines := onPages(doc)
	for i, part := range parts {
		printed, more := r.read(part.Document)
		if more.Failed() {
			return nil, append(found, more...)
		}
		marks, plain := marksIn(printed)
		before, behind := alike(plain, letters)
		for place, at := range marks {
			left := len(plain) - at
			switch {
			case place >= len(spots): // a letter of the text, which looks like a mark
			case i > 0:
				spots[place].Separate = spots[place].Page == 0
			case at < before:
				spots[place] = lines[at]
			case left <= behind && left > 0:
				spots[place] = lines[len(lines)-left]
			}
		}
	}
	return spots, found
}

// alike is how many letters two texts share from their beginnings, and how many from their ends. A mark in the way of what is done to
// the words around it may have changed a letter of the one.
func alike(a, b []rune) (before, behind int) {
	most := min(len(a), len(b))
	for before < most && a[before] == b[before] {
		before++
	}
	for behind < most && a[len(a)-1-behind] == b[len(b)-1-behind] {
		behind++
	}
	return before, behind
}

// laid is the main document of a plan on pages.
func (r *Renderer) laid(p *plan.Plan) (*layout.Document, diag.List) {
	parts, found := compose.Compose(p, r.family)
	if found.Failed() {
		return nil, found
	}
	d := parts[0].Document
	filled, more := r.template.Fill(d, template.Options{Page: d.Page, Properties: d.Properties})
	if found = append(found, more...); found.Failed() {
		return nil, found
	}
	pages, more := lay(filled, r.family, r.Standard)
	return pages.Document, append(found, more...)
}

// read is a document as the template prints it, not laid out.
func (r *Renderer) read(d *compose.Document) (*wml.Document, diag.List) {
	filled, found := r.template.Fill(d, template.Options{Page: d.Page, Properties: d.Properties})
	if found.Failed() {
		return nil, found
	}
	doc, more := wml.Read(filled)
	return doc, append(found, more...)
}

// onPages are the letters of a document in its own order, whatever page they are on, and where each stands.
func onPages(doc *layout.Document) ([]rune, []Spot) {
	type piece struct {
		text string
		spot Spot
	}
	pieces := map[*layout.Paragraph][]piece{}
	for i, page := range doc.Pages {
		var rows []layout.Length
		for _, item := range page.Items {
			if g, ok := inText(item); ok {
				rows = append(rows, g.Y)
			}
		}
		slices.Sort(rows)
		rows = slices.CompactFunc(rows, func(a, b layout.Length) bool { return max(a-b, b-a) < besides })
		for _, item := range page.Items {
			if g, ok := inText(item); ok && !g.Label {
				row, _ := slices.BinarySearch(rows, g.Y+1)
				pieces[g.Line.Paragraph] = append(pieces[g.Line.Paragraph], piece{g.Text, Spot{Page: i + 1, Line: row}})
			}
		}
	}
	var letters []rune
	var spots []Spot
	var walk func([]layout.Block)
	walk = func(blocks []layout.Block) {
		for _, block := range blocks {
			switch block := block.(type) {
			case *layout.Paragraph:
				for _, piece := range pieces[block] {
					for _, r := range piece.text {
						if r = letter(r); r != 0 {
							letters = append(letters, r)
							spots = append(spots, piece.spot)
						}
					}
				}
			case *layout.Table:
				for _, row := range block.Rows {
					for _, cell := range row.Cells {
						walk(cell.Blocks)
					}
				}
			}
		}
	}
	walk(doc.Blocks)
	return letters, spots
}

// besides is how far apart two lines side by side may be: of two sizes, the agency's and the motto's, they differ by a point, and two
// lines under each other by the size of a letter at least.
const besides = 5 * layout.Point

// inText tells whether an item is letters of the text: no page number, no header row said again.
func inText(item layout.Item) (*layout.Glyphs, bool) {
	g, ok := item.(*layout.Glyphs)
	return g, ok && g.Line != nil && g.Line.Paragraph != nil
}

// marksIn are the marks in a document, each with how many letters come before it the first time, and its letters without them.
func marksIn(doc *wml.Document) (marks map[int]int, letters []rune) {
	marks = map[int]int{}
	var walk func([]wml.Block)
	walk = func(blocks []wml.Block) {
		for _, block := range blocks {
			switch block := block.(type) {
			case *wml.Paragraph:
				for _, in := range block.Inlines {
					text, ok := in.(*wml.Text)
					if !ok {
						continue
					}
					for _, r := range text.Text {
						if place, ok := compose.MarkedPlace(r); ok {
							if _, before := marks[place]; !before {
								marks[place] = len(letters)
							}
						} else if r = letter(r); r != 0 {
							letters = append(letters, r)
						}
					}
				}
			case *wml.Table:
				for _, row := range block.Rows {
					for _, cell := range row.Cells {
						if cell.VMerge != wml.MergeContinue {
							walk(cell.Blocks)
						}
					}
				}
			}
		}
	}
	for _, section := range doc.Sections {
		walk(section.Blocks)
	}
	return marks, letters
}

// letter is a letter as it can be compared before and after it is laid out; 0 for blanks and for what layout takes out. Case is no
// matter: a mark may stand before what becomes a capital.
func letter(r rune) rune {
	switch {
	case unicode.IsSpace(r), r == '\u00AD':
		return 0
	case r == '\u2011':
		return '-'
	}
	return unicode.ToLower(r)
}
