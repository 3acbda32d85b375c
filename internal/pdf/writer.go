package pdf

import (
	"bytes"
	"fmt"
	"io"

	"github.com/kehoach/kehoach/internal/font"
)

// writer is our own Canvas. It keeps pages as content streams and fonts as the letters used, and writes the file when it is
// closed. ISO 32000-1.
type writer struct {
	info  Info
	pages []*page
	fonts []*typeface
	known map[*font.Face]*typeface
	marks []bookmark
	err   error
}

// A page is its size and its content stream.
type page struct {
	width, height float64
	content       bytes.Buffer
	object        reference
}

func newWriter(info Info) *writer { return &writer{info: info, known: map[*font.Face]*typeface{}} }

func (w *writer) Page(width, height float64) {
	w.pages = append(w.pages, &page{width: width, height: height})
}

// page is the one being drawn on.
func (w *writer) page() *page { return w.pages[len(w.pages)-1] }

func (w *writer) Text(x, y float64, text string, face *font.Face, size, stretch float64, color string) {
	p, t := w.page(), w.typeface(face)
	c := &p.content
	if paint := fillColor(color); paint != "" {
		c.WriteString("q " + paint + " ")
		defer c.WriteString("Q\n")
	}
	fmt.Fprintf(c, "BT /%s %s Tf %s %s Td [<", t.name, number(size), number(x), number(p.height-y))
	for _, r := range text {
		code, ok := t.code(r)
		if !ok {
			w.fail(fmt.Errorf("face %s has no letter %q", face.Name(), r))
			return
		}
		c.Write(appendCode(c.AvailableBuffer(), code))
		if r == ' ' && stretch != 0 { // word spacing (9.3.3) knows one-byte codes only: the array moves on instead
			fmt.Fprintf(c, "> %s <", number(-stretch*1000/size))
		}
	}
	c.WriteString(">] TJ ET\n")
}

// appendCode writes a code of two bytes in hexadecimal: every letter of a document passes here.
func appendCode(b []byte, code uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[code>>12], digits[code>>8&15], digits[code>>4&15], digits[code&15])
}

func (w *writer) typeface(face *font.Face) *typeface {
	t := w.known[face]
	if t == nil {
		t = &typeface{face: face, name: fmt.Sprintf("F%d", len(w.fonts)+1), codes: map[rune]uint16{}}
		w.known[face] = t
		w.fonts = append(w.fonts, t)
	}
	return t
}

func (w *writer) Rule(x, y, width, height float64, color string) {
	p := w.page()
	paint := fillColor(color)
	if paint != "" {
		paint = "q " + paint + " "
	}
	fmt.Fprintf(&p.content, "%s%s %s %s %s re f", paint, number(x), number(p.height-y), number(width), number(-height))
	if paint != "" {
		p.content.WriteString(" Q")
	}
	p.content.WriteByte('\n')
}

// fillColor is the operator that sets a colour; "" for black, which is what a page begins with.
func fillColor(color string) string {
	red, green, blue := rgb(color)
	if red+green+blue == 0 {
		return ""
	}
	channel := func(v int) string { return number(float64(v) / 255) }
	return channel(red) + " " + channel(green) + " " + channel(blue) + " rg"
}

func (w *writer) Bookmark(title string, level int, y float64) {
	w.marks = append(w.marks, bookmark{title, level, len(w.pages) - 1, y})
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// Close writes the file: pages, fonts, bookmarks, what it says of itself, the catalog.
func (w *writer) Close(out io.Writer) error {
	if w.err != nil {
		return w.err
	}
	f := newFile()
	catalog, tree := f.reserve(), f.reserve()
	for _, p := range w.pages {
		p.object = f.reserve()
	}
	fonts := ""
	for _, t := range w.fonts {
		t.object = f.reserve()
		fonts += "/" + t.name + " " + t.object.String()
	}
	kids := ""
	for _, p := range w.pages {
		content := f.reserve()
		f.stream(content, "", p.content.Bytes())
		f.object(p.object, "<</Type/Page/Parent %s/MediaBox[0 0 %s %s]/Resources<</Font<<%s>>>>/Contents %s>>",
			tree, number(p.width), number(p.height), fonts, content)
		kids += p.object.String() + " "
	}
	f.object(tree, "<</Type/Pages/Count %d/Kids[%s]>>", len(w.pages), kids)
	for _, t := range w.fonts {
		if err := t.write(f); err != nil {
			return err
		}
	}
	outlines := ""
	if len(w.marks) > 0 {
		outlines = "/Outlines " + writeOutline(f, w.marks, w.pages).String() + "/PageMode/UseOutlines"
	}
	xmp, profile := f.reserve(), f.reserve()
	f.plainStream(xmp, "/Type/Metadata/Subtype/XML", metadata(w.info))
	f.stream(profile, "/N 3", srgb())
	intent := "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile " + profile.String() + ">>]"
	f.object(catalog, "<</Type/Catalog/Pages %s/Lang%s/Metadata %s%s/ViewerPreferences<</DisplayDocTitle true>>%s>>",
		tree, textString(w.info.Language), xmp, intent, outlines)
	info := f.add("<</Title%s/Author%s/Subject%s/Keywords%s/Producer(kehoach)>>", textString(w.info.Title), textString(w.info.Author),
		textString(w.info.Subject), literal(w.info.Keywords))
	f.finish(catalog, info)
	_, err := out.Write(f.Bytes())
	return err
}
