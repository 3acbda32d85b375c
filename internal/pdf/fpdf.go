package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/structure"
)

// fpdfCanvas draws with the maintained home of gofpdf: PDFs that claim no standard, and the pictures that our own writer's are
// compared with. What it can't do is measured in docs/decisions.
type fpdfCanvas struct {
	pdf   *fpdf.Fpdf
	faces map[*font.Face]string
	err   error
}

// noDate is the date of a document that says none: fpdf always writes one, and the clock is never read.
var noDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func newFpdfCanvas(info Info) *fpdfCanvas {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt"})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCellMargin(0)
	pdf.SetCatalogSort(true)
	created := info.Created
	if created.IsZero() {
		created = noDate
	}
	pdf.SetCreationDate(created)
	pdf.SetModificationDate(created)
	pdf.SetTitle(info.Title, true)
	pdf.SetAuthor(info.Author, true)
	pdf.SetSubject(info.Type, true)
	pdf.SetKeywords(info.Comment, false)
	pdf.SetProducer("kehoach", false)
	pdf.SetLang(info.Language)
	return &fpdfCanvas{pdf: pdf, faces: map[*font.Face]string{}}
}

func (c *fpdfCanvas) Page(width, height float64) {
	c.pdf.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
}

func (c *fpdfCanvas) Text(x, y float64, text string, face *font.Face, size, stretch float64, color string) {
	width := 0.0
	for _, r := range text {
		units, ok := face.Advance(r)
		if !ok {
			c.fail(fmt.Errorf("face %s has no letter %q", face.Name(), r))
			return
		}
		width += float64(units) / float64(face.UnitsPerEm()) * size
		if r == ' ' {
			width += stretch
		}
	}
	c.pdf.SetFont(c.family(face), "", size)
	red, green, blue := rgb(color)
	c.pdf.SetTextColor(red, green, blue)
	// fpdf spreads words of a UTF-8 face only in a justified cell; its baseline lies 0.3 sizes below the cell's middle.
	align := "L"
	if stretch != 0 && strings.Contains(text, " ") {
		align = "J"
	}
	c.pdf.SetXY(x, y-0.3*size)
	c.pdf.CellFormat(width, 0, text, "", 0, align, false, 0, "")
}

// Mark does nothing: fpdf has no structure.
func (c *fpdfCanvas) Mark(*structure.Element) {}

func (c *fpdfCanvas) Picture(x, y, width, height float64, data []byte) {
	_, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		c.fail(err)
		return
	}
	sum := sha256.Sum256(data)
	name, options := hex.EncodeToString(sum[:]), fpdf.ImageOptions{ImageType: format}
	c.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(data))
	c.pdf.ImageOptions(name, x, y, width, height, false, options, 0, "")
}

func (c *fpdfCanvas) Rule(x, y, width, height float64, color string) {
	red, green, blue := rgb(color)
	c.pdf.SetFillColor(red, green, blue)
	c.pdf.Rect(x, y, width, height, "F")
}

func (c *fpdfCanvas) Bookmark(title string, level int, y float64) { c.pdf.Bookmark(title, level, y) }

func (c *fpdfCanvas) Close(w io.Writer) error {
	if err := errors.Join(c.err, c.pdf.Error()); err != nil {
		return err
	}
	return c.pdf.Output(w)
}

func (c *fpdfCanvas) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// family names a face to fpdf, once.
func (c *fpdfCanvas) family(face *font.Face) string {
	name, ok := c.faces[face]
	if !ok {
		name = "face" + strconv.Itoa(len(c.faces))
		c.faces[face] = name
		c.pdf.AddUTF8FontFromBytes(name, "", face.Data())
	}
	return name
}

// rgb reads RRGGBB; what is no colour is black.
func rgb(color string) (red, green, blue int) {
	value, err := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 24)
	if err != nil || len(color) != 6 {
		return 0, 0, 0
	}
	return int(value >> 16), int(value >> 8 & 0xFF), int(value & 0xFF)
}
