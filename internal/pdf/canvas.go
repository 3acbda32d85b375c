// Package pdf draws finished pages as a PDF file.
//
// Write takes pages of positioned text and rules and draws them through a Canvas: our own writer, whose files archives accept,
// or fpdf, its oracle. The writer is a file an idea: objects and streams (object.go), fonts cut to the letters used
// (typeface.go, subset.go), bookmarks, metadata, colour profile. Clauses named without a standard are of ISO 32000-1.
// It knows no WordprocessingML and moves nothing. Positions come in points from the page's top left corner, text in NFC.
package pdf

import (
	"io"

	"github.com/kehoach/kehoach/internal/font"
)

// A Canvas is what draws a document, page after page. It is the seam behind which one PDF writer can replace another.
type Canvas interface {
	// Page begins a new page, width × height pt.
	Page(width, height float64)
	// Text draws text with its first letter's origin at x, y (baseline), in pt from the top left corner. stretch is added to
	// each space, in pt; color is RRGGBB.
	Text(x, y float64, text string, face *font.Face, size, stretch float64, color string)
	// Rule fills a rectangle whose top left corner is at x, y.
	Rule(x, y, width, height float64, color string)
	// Bookmark adds an outline entry that leads to y on the current page. Levels begin at 0 and never skip one downwards.
	Bookmark(title string, level int, y float64)
	// Close writes the document and reports the first error of any call before.
	Close(w io.Writer) error
}

// Info is what a PDF says about itself.
type Info struct {
	Title, Author, Subject, Keywords, Language string
	Standard                                   Standard
}

// A Standard is what a PDF claims to keep.
type Standard string

const (
	// A2B is PDF/A-2, level B (ISO 19005-2): it will look the same in every reader, as archives demand. The zero Standard.
	A2B Standard = ""
	// Plain claims nothing; fpdf draws it.
	Plain Standard = "none"
)
