package pdf

import (
	"bytes"
	"fmt"
	"io"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/structure"
)

// writer is our own Canvas. It keeps pages as content streams and fonts as the letters used, and writes the file when it is
// closed. ISO 32000-1.
type writer struct {
	info    Info
	pages   []*page
	fonts   []*typeface
	known   map[*font.Face]*typeface
	letters map[*font.Face][]rune
	marks   []bookmark
	form    *form
	images  map[*byte]*picture // by the first byte of their files
	order   []*picture
	tags    *tags // nil when the standard asks for none
	owner   *structure.Element
	err     error
}

// A page is its size and its content stream.
type page struct {
	width, height float64
	content       *bytes.Buffer
	object        reference

	marked []*structure.Element // whose text each mark is
	open   bool                 // marked content is being drawn, of owner
	owner  *structure.Element
}

// newWriter begins a file. letters are those that will be drawn, by face: known beforehand, they get codes in Unicode's order.
func newWriter(info Info, root *structure.Element, form *form, letters map[*font.Face][]rune) *writer {
	w := &writer{info: info, form: form, images: map[*byte]*picture{}, known: map[*font.Face]*typeface{}}
	if info.Standard.tagged() {
		w.tags = newTags(root)
	}
	w.letters = letters
	return w
}

func (w *writer) Page(width, height float64) {
	w.endPage()
	w.pages = append(w.pages, &page{width: width, height: height, content: takeBuffer()})
}

// endPage closes what is open on the page being drawn.
func (w *writer) endPage() {
	if len(w.pages) > 0 {
		w.page().end()
	}
}

func (w *writer) Mark(owner *structure.Element) { w.owner = owner }

// page is the one being drawn on.
func (w *writer) page() *page { return w.pages[len(w.pages)-1] }

func (w *writer) Text(x, y float64, text string, face *font.Face, size, stretch float64, color string) {
	if w.tags == nil {
		w.run(x, y, text, face, size, stretch, color)
		return
	}
	runs := []structure.Run{{Text: text}}
	if w.owner != nil {
		runs = structure.Runs(text)
	}
	for _, run := range runs {
		if run.Expansion != "" {
			w.tags.span(w.page(), w.owner, run.Expansion)
		} else {
			w.tags.open(w.page(), w.owner)
		}
		x += w.run(x, y, run.Text, face, size, stretch, color)
	}
}

// run draws text of one element and returns its width.
func (w *writer) run(x, y float64, text string, face *font.Face, size, stretch float64, color string) (width float64) {
	p, t := w.page(), w.typeface(face)
	units := 0
	paint := fillColor(color)
	b := p.content.AvailableBuffer()
	if paint != "" {
		b = append(append(append(b, "q "...), paint...), ' ')
	}
	b = append(append(append(b, "BT /"...), t.name...), ' ')
	b = append(appendNumber(b, size), " Tf "...)
	b = append(appendNumber(b, x), ' ')
	b = append(appendNumber(b, p.height-y), " Td [("...)
	for _, r := range text {
		code, ok := t.code(r)
		if !ok {
			w.fail(fmt.Errorf("face %s has no letter %q", face.Name(), r))
			return 0
		}
		advance, _ := face.Advance(r)
		units += advance
		b = appendString(b, byte(code>>8), byte(code))
		if r == ' ' && stretch != 0 { // word spacing (9.3.3) knows one-byte codes only: the array moves on instead
			b = append(appendNumber(append(b, ") "...), -stretch*1000/size), " ("...)
			width += stretch
		}
	}
	b = append(b, ")] TJ ET\n"...)
	if paint != "" {
		b = append(b, "Q\n"...)
	}
	p.content.Write(b)
	return width + float64(units)*size/float64(face.UnitsPerEm())
}

// appendString writes bytes inside a literal string (7.3.4.2): every letter of a document passes here, in half the bytes that
// hexadecimal takes.
func appendString(b []byte, letters ...byte) []byte {
	for _, c := range letters {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\')
		case '\r': // alone it would be read as a line feed
			b = append(b, '\\')
			c = 'r'
		}
		b = append(b, c)
	}
	return b
}

// appendCode writes two bytes in hexadecimal.
func appendCode(b []byte, code uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[code>>12], digits[code>>8&15], digits[code>>4&15], digits[code&15])
}

// A picture is a file that pages show.
type picture struct {
	data   []byte
	name   string // in the pages' resources
	object reference
}

func (w *writer) Picture(x, y, width, height float64, data []byte) {
	known := w.images[&data[0]]
	if known == nil {
		known = &picture{data: data, name: fmt.Sprintf("I%d", len(w.order)+1)}
		w.images[&data[0]] = known
		w.order = append(w.order, known)
	}
	p := w.page()
	if w.tags != nil {
		w.tags.open(p, w.owner)
		w.tags.boxes[w.owner] = [4]float64{x, p.height - y - height, x + width, p.height - y}
	}
	fmt.Fprintf(p.content, "q %s 0 0 %s %s %s cm /%s Do Q\n", number(width), number(height), number(x), number(p.height-y-height), known.name)
}

func (w *writer) typeface(face *font.Face) *typeface {
	t := w.known[face]
	if t == nil {
		t = &typeface{face: face, name: fmt.Sprintf("F%d", len(w.fonts)+1)}
		for _, r := range w.letters[face] {
			t.code(r)
		}
		w.known[face] = t
		w.fonts = append(w.fonts, t)
	}
	return t
}

func (w *writer) Rule(x, y, width, height float64, color string) {
	p := w.page()
	if w.tags != nil {
		p.end()
		p.content.WriteString(rule)
		defer p.content.WriteString("EMC\n")
	}
	paint := fillColor(color)
	if paint != "" {
		paint = "q " + paint + " "
	}
	fmt.Fprintf(p.content, "%s%s %s %s %s re f", paint, number(x), number(p.height-y), number(width), number(-height))
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

// resources writes the pictures and returns the dictionary that all pages share (7.8.3); the fonts in it are written later, when every
// letter that was used is known.
func (w *writer) resources(f *file) (string, error) {
	fonts, pictures := "", ""
	for _, t := range w.fonts {
		t.object = f.reserve()
		fonts += "/" + t.name + " " + t.object.String()
	}
	for _, i := range w.order {
		i.object = f.reserve()
		if err := writePicture(f, i.object, i.data); err != nil {
			return "", err
		}
		pictures += "/" + i.name + " " + i.object.String()
	}
	if pictures != "" {
		pictures = "/XObject<<" + pictures + ">>"
	}
	return "<</Font<<" + fonts + ">>" + pictures + ">>", nil
}

// Close writes the file: pages, fonts, bookmarks, what it says of itself, the catalog.
func (w *writer) Close(out io.Writer) error {
	if w.err != nil {
		return w.err
	}
	w.endPage()
	f := newFile(w.info.Comment)
	catalog, tree := f.reserve(), f.reserve()
	for _, p := range w.pages {
		p.object = f.reserve()
	}
	resources, err := w.resources(f)
	if err != nil {
		return err
	}
	w.form.reserve(f)
	kids := ""
	for i, p := range w.pages {
		content := f.reserve()
		f.stream(content, "", p.content.Bytes())
		buffers.Put(p.content)
		p.content = nil
		tagged := ""
		if w.tags != nil {
			tagged = fmt.Sprintf("/StructParents %d/Tabs/S", i)
		}
		f.object(p.object, "<</Type/Page/Parent %s/MediaBox[0 0 %s %s]/Resources%s/Contents %s%s%s>>",
			tree, number(p.width), number(p.height), resources, content, tagged, w.form.annotations(i))
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
	tagged := ""
	if w.tags != nil {
		for i, e := range w.form.elements {
			w.tags.widgets[e] = widget{w.form.widgets[i], w.pages[w.form.fields[i].Page]}
		}
		tagged = "/MarkInfo<</Marked true>>/StructTreeRoot " + w.tags.write(f, w.pages, w.form.elements).String()
	}
	fields, err := w.form.write(f, w.pages)
	if err != nil {
		return err
	}
	files := writeAttachments(f, w.info)
	f.finish(catalog, w.describe(f, catalog, "/Pages "+tree.String(), tagged+outlines+fields+files))
	_, err = out.Write(f.Bytes())
	buffers.Put(f.Buffer)
	return err
}

// describe writes the catalog, with entries of the caller's around what the file says of itself, and returns the information
// dictionary.
func (w *writer) describe(f *file, catalog reference, pages, more string) reference {
	xmp, profile := f.reserve(), f.reserve()
	f.plainStream(xmp, "/Type/Metadata/Subtype/XML", metadata(w.info))
	f.packed(profile, "/N 3", packedProfile())
	intent := "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile " + profile.String() + ">>]"
	f.object(catalog, "<</Type/Catalog%s/Lang%s/Metadata %s%s/ViewerPreferences<</DisplayDocTitle true>>%s>>",
		pages, textString(w.info.Language), xmp, intent, more)
	dates := ""
	if created := w.info.Created; !created.IsZero() {
		dates = "/CreationDate" + date(created) + "/ModDate" + date(created)
	}
	creator := ""
	if w.info.Program != "" {
		creator = "/Creator" + textString(w.info.Program)
	}
	return f.add("<</Title%s/Author%s/Subject%s%s%s/Producer(%s)>>", textString(w.info.Title), textString(w.info.Author),
		textString(w.info.Type), dates, creator, producer)
}
