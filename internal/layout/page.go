package layout

import "github.com/kehoach/kehoach/internal/font"

// Length is a distance on the page in 1/1024 twip (1/20480 pt). Twips, half-point sizes and the advances of a 2048-unit face
// are whole numbers of it, so layout needs no rounding and gives the same result on every machine.
type Length int64

// Units of Length.
const (
	Twip  Length = 1024
	Point Length = 20 * Twip
)

// Points is the length in pt, for those who draw.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// A Page is finished: items at fixed positions, measured from its top left corner.
type Page struct {
	Width, Height Length
	Section       int // index of the section it belongs to
	Number        int // the number that the PAGE field shows
	Items         []Item
}

// An Item is a *Line, a *Glyphs, a *Picture or a *Rule. What stands on a line follows it.
type Item interface{ item() }

func (*Line) item()   {}
func (*Glyphs) item() {}
func (*Rule) item()   {}

// Glyphs is text of one face and size on one line.
type Glyphs struct {
	X, Y  Length // the first letter's origin, on the baseline
	Text  string // what is drawn and what a reader copies: NFC, hyphens as U+002D
	Face  *font.Face
	Size  Length
	Color string // RRGGBB; empty is black
	// Stretch is added to every U+0020 of Text to justify the line.
	Stretch Length
	Width   Length // as drawn, Stretch included
	Line    *Line
	Label   bool // the number of a list item, made by Word
	// Space means that the line's end swallowed a space or a line break behind Text: whoever copies or hears the text needs it.
	Space bool
}

// A Rule is a straight line or, filled, a rectangle: borders, underlines, shading.
type Rule struct {
	X, Y, Width, Height Length // the rectangle's top left corner and size
	Color               string
}

// A Line is one line of a paragraph on a page: Glyphs of the same line point to the same Line.
type Line struct {
	Paragraph           *Paragraph // nil for what is no part of the text: page numbers, repeated header rows
	X, Y, Width, Height Length     // where it could stand: its top left corner and size
}

// A Heading is a paragraph with an outline level, for bookmarks.
type Heading struct {
	Level int // from 0
	Text  string
	Page  int // index into Document.Pages
	Y     Length
}

// A Document is what layout makes of a WordprocessingML document.
type Document struct {
	Pages    []*Page
	Blocks   []Block // the logical structure
	Headings []Heading
}
