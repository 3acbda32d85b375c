// Package pdf draws finished pages as a PDF file.
//
// Write takes pages of positioned text and rules and draws them through a Canvas: our own writer, whose files archives accept,
// or fpdf, its oracle. The writer is a file an idea: objects and streams (object.go), fonts cut to the letters used
// (typeface.go, subset.go), tags, bookmarks, metadata, colour profile. Clauses named without a standard are of ISO 32000-1.
// It knows no WordprocessingML and moves nothing. Positions come in points from the page's top left corner, text in NFC.
package pdf

import (
	"io"
	"time"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/structure"
)

// A Canvas is what draws a document, page after page. It is the seam behind which one PDF writer can replace another.
type Canvas interface {
	// Page begins a new page, width × height pt.
	Page(width, height float64)
	// Text draws text with its first letter's origin at x, y (baseline), in pt from the top left corner. stretch is added to
	// each space, in pt; color is RRGGBB.
	Text(x, y float64, text string, face *font.Face, size, stretch float64, color string)
	// Picture draws a PNG or JPEG file into a rectangle whose top left corner is at x, y.
	Picture(x, y, width, height float64, data []byte)
	// Mark says what the text or picture drawn from now on is part of: an element of the structure, or nil for an artifact.
	Mark(owner *structure.Element)
	// Rule fills a rectangle whose top left corner is at x, y.
	Rule(x, y, width, height float64, color string)
	// Bookmark adds an outline entry that leads to y on the current page. Levels begin at 0 and never skip one downwards.
	Bookmark(title string, level int, y float64)
	// Close writes the document and reports the first error of any call before.
	Close(w io.Writer) error
}

// Info is what a PDF says about itself.
type Info struct {
	Title, Author, Language string
	Type, Number            string    // of the document: "Kế hoạch", "05/KH-UBND"
	Created                 time.Time // the zero Time is not said
	Comment                 string    // a line of plain letters in the file's head, for programs
	Program                 string    // that made the document; "" is not said
	Standard                Standard
	Attachments             []Attachment // left out where the standard takes none
	Fields                  []Field      // in the order of reading; left out of Plain
}

// A Standard is what a PDF claims to keep.
type Standard string

const (
	// A3A is PDF/A-3, level A (ISO 19005-3), and PDF/UA-1 (ISO 14289-1): it looks the same in every reader, can be heard, and may
	// carry other files. The zero Standard means it too.
	A3A Standard = "a-3a"
	// A2A is PDF/A-2, level A (ISO 19005-2), and PDF/UA-1, for archives that take no files inside files.
	A2A Standard = "a-2a"
	// A2B is PDF/A-2, level B: the looks alone.
	A2B Standard = "a-2b"
	// Plain claims nothing; fpdf draws it.
	Plain Standard = "none"
)

// tagged tells whether the standard asks for the document's structure.
func (s Standard) tagged() bool { return s != A2B && s != Plain }

// TakesFiles tells whether a PDF of the standard may carry files of any kind. PDF/A-2 takes PDF/A alone (ISO 19005-2, 6.8); in
// what fpdf draws they would break the bookmarks (docs/decisions).
func (s Standard) TakesFiles() bool { return s == A3A || s == "" }

// part and conformance are how the standard is named in XMP (ISO 19005-3, 6.6.4).
func (s Standard) part() (part, conformance string) {
	switch s {
	case A2A:
		return "2", "A"
	case A2B:
		return "2", "B"
	}
	return "3", "A"
}
