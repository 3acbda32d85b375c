// Package signing finds where a finished document is signed, sealed, numbered and dated.
//
// Marks looks for the parts of the decree on laid-out pages, by their Word styles, and measures the room that the layout left
// there: between post and name, in the blanks of number and date. Map writes what was found as NAME.sign.json, for programs
// that sign. Sizes: a leader's picture is 150 × 100 pt (measured on documents of real offices); an office's round seal has
// 36 mm and covers a third of it, on its left (NĐ 30 PL I, II.8). It knows no PDF.
package signing

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/decree"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
)

// A Role is what a mark is for.
type Role string

const (
	Signatory  Role = "signatory"  // chữ ký của người có thẩm quyền
	Seal       Role = "seal"       // dấu của cơ quan
	Number     Role = "number"     // số văn bản
	Date       Role = "date"       // ngày, tháng ban hành
	Attachment Role = "attachment" // chữ ký số của cơ quan trên phụ lục là tệp riêng
)

// A Mark is a place on a page that is filled in after the document is made.
type Mark struct {
	Role                Role
	Field               string // of a form: signature_1, seal, so, ngay, thang, attachment
	Page                int    // index into the document's pages
	X, Y, Width, Height layout.Length
	Beside              *layout.Paragraph // what a reader hears it after
	Tip                 string            // what a reader hears of it
	Face                *font.Face        // of text; nil for a signature
	Size                layout.Length     // likewise
	Right               bool              // what is typed stands at the right end, before a slash
}

// Text tells whether a mark is filled in by typing.
func (m *Mark) Text() bool { return m.Face != nil }

// Sizes of what is put on the page.
const (
	pictureWidth  = 150 * layout.Point
	pictureHeight = 100 * layout.Point
	sealSize      = 2041 * layout.Twip // 36 mm
	sealLeft      = 53 * layout.Point  // of the picture's left edge: the seal covers a third of it

	attachmentWidth  = 210 * layout.Point // "Số: 05/KH-UBND; 05/01/2026; 09:15:30 +07:00" takes 197 pt at 10 pt (III.1d)
	attachmentHeight = 26 * layout.Point  // two lines of it, where a number is longer
)

// Marks are the places of a document, in the order in which they are read.
func Marks(doc *layout.Document) []Mark {
	f := &finder{doc: doc}
	for i, page := range doc.Pages {
		f.page(i, page)
	}
	switch {
	case !f.head && f.label != nil:
		f.marks = append(f.marks, f.attachment())
	case len(f.names) > 0:
		f.signatures()
	}
	return f.marks
}

// A finder walks over the pages.
type finder struct {
	doc    *layout.Document
	marks  []Mark
	head   bool    // the document has a head of its own
	label  *placed // the first line of a separate appendix
	above  []placed
	names  []placed
	blanks int // of the date so far
	number int // blanks of numbers so far: a joint document may have one an agency
}

// placed is a line and its page.
type placed struct {
	*layout.Line
	page int
}

func (f *finder) page(index int, page *layout.Page) {
	for _, item := range page.Items {
		switch i := item.(type) {
		case *layout.Line:
			f.line(placed{i, index})
		case *layout.Glyphs:
			f.glyphs(index, i)
		}
	}
}

func (f *finder) line(l placed) {
	if l.Paragraph == nil {
		return
	}
	switch decree.PartOf(l.Paragraph.Style) {
	case decree.Motto:
		f.head = true
	case decree.AppendixLabel:
		if f.label == nil {
			f.label = &l
		}
	case decree.Authority:
		f.above = append(f.above, l)
	case decree.Signatory:
		if n := len(f.names); n == 0 || f.names[n-1].Paragraph != l.Paragraph {
			f.names = append(f.names, l)
		}
	}
}

// glyphs finds the blanks in the number and the date that compose left there.
func (f *finder) glyphs(page int, g *layout.Glyphs) {
	if g.Line.Paragraph == nil {
		return
	}
	part := decree.PartOf(g.Line.Paragraph.Style)
	if part != decree.Number && part != decree.PlaceDate {
		return
	}
	for _, b := range blanks(g) {
		m := Mark{Page: page, X: b.x, Y: g.Line.Y, Width: b.width, Height: g.Line.Height, Beside: g.Line.Paragraph, Face: g.Face, Size: g.Size}
		switch {
		case part == decree.Number:
			m.Role, m.Field, m.Tip, m.Right = Number, "so", "Số văn bản", true
		case f.blanks == 0:
			m.Role, m.Field, m.Tip = Date, "ngay", "Ngày ban hành"
		case f.blanks == 1:
			m.Role, m.Field, m.Tip = Date, "thang", "Tháng ban hành"
		default:
			continue
		}
		if part == decree.PlaceDate {
			f.blanks++
		} else if f.number++; f.number > 1 {
			m.Field += "_" + strconv.Itoa(f.number)
		}
		f.marks = append(f.marks, m)
	}
}

// leastBlank is how many spaces, of whatever kind, are a blank; one or two only keep words apart or together.
const leastBlank = 4

type blank struct{ x, width layout.Length }

// blanks are the stretches of spaces in a text, without the plain ones that part them from the words around.
func blanks(g *layout.Glyphs) []blank {
	var out []blank
	var run blank
	count := 0
	x := g.X
	var first, last rune
	for _, r := range g.Text + "|" {
		advance := advanceOf(g, r)
		switch {
		case r == '\u00A0' || r == ' ':
			if count == 0 {
				run, first = blank{x: x}, r
			}
			count++
			run.width += advance
		default:
			if first == ' ' && count > 0 {
				run, count = blank{run.x + advanceOf(g, ' '), run.width - advanceOf(g, ' ')}, count-1
			}
			if last == ' ' && count > 0 {
				run.width, count = run.width-advanceOf(g, ' '), count-1
			}
			if count >= leastBlank {
				out = append(out, run)
			}
			count = 0
		}
		x += advance
		last = r
	}
	return out
}

// advanceOf is how far a letter moves on; a plain space is stretched with its line.
func advanceOf(g *layout.Glyphs, r rune) layout.Length {
	units, _ := g.Face.Advance(r)
	advance := g.Size * layout.Length(units) / layout.Length(g.Face.UnitsPerEm())
	if r == ' ' {
		advance += g.Stretch
	}
	return advance
}

// signatures are the places of those who sign, each with the seal of the agency that they sign for.
func (f *finder) signatures() {
	for i, name := range f.names {
		top, beside := name.Y-pictureHeight, name.Paragraph
		for _, post := range f.above {
			if post.page == name.page && post.X == name.X && post.Y < name.Y {
				top, beside = post.Y+post.Height, post.Paragraph
			}
		}
		height := min(pictureHeight, max(name.Y-top, layout.Point))
		m := Mark{Role: Signatory, Field: "signature_" + strconv.Itoa(i+1), Page: name.page, Beside: beside, Tip: "Chữ ký của người có thẩm quyền",
			X: name.X + (name.Width-pictureWidth)/2, Y: top + (name.Y-top-height)/2, Width: pictureWidth, Height: height}
		if len(f.names) > 1 {
			m.Tip += ", thứ " + strconv.Itoa(i+1)
		}
		f.marks = append(f.marks, m)
		seal := Mark{Role: Seal, Field: "seal", Page: m.Page, Beside: beside, Tip: "Dấu của cơ quan ban hành",
			X: m.X - sealLeft, Y: m.Y + (m.Height-sealSize)/2, Width: sealSize, Height: sealSize}
		if i > 0 {
			seal.Field += "_" + strconv.Itoa(i+1)
		}
		if len(f.names) > 1 {
			seal.Tip += ", thứ " + strconv.Itoa(i+1)
		}
		f.marks = append(f.marks, seal)
	}
}

// attachment is where the agency signs a file that holds only an appendix: at the top right of its first page (NĐ 30 PL I, II.8).
func (f *finder) attachment() Mark {
	page := f.doc.Pages[0]
	right := f.label.X + f.label.Width
	return Mark{Role: Attachment, Field: "attachment", Page: 0, Beside: f.label.Paragraph, Tip: "Chữ ký số của cơ quan ban hành",
		X: min(right, page.Width) - attachmentWidth, Y: max(f.label.Y-attachmentHeight-layout.Point*4, 0), Width: attachmentWidth, Height: attachmentHeight}
}
