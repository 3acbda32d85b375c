package proof

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/pdfread"
)

// A Mismatch is a text field whose value is not what a person sees.
type Mismatch struct {
	Field string `json:"field"`
	Value string `json:"value"`
	Shown string `json:"shown"`
}

// shows reads what a text field's appearances show (12.7.3.3), each of them, and notes where that is not its value, or where it
// can't be told. known are the fonts whose letters look as their codes say.
func (r *Report) shows(d *document, field field, known *typing) error {
	if field.kind != "Tx" {
		return nil
	}
	value, err := d.Text(field.value)
	if err != nil {
		return err
	}
	for _, o := range append(pdfread.Array{field.object}, field.widgets...) {
		widget, err := d.Dict(o)
		if err != nil {
			return err
		}
		if widget["Subtype"] != pdfread.Name("Widget") {
			continue
		}
		seen, err := known.seen(d, widget)
		if err != nil {
			return err
		}
		switch {
		case plain(seen.Text) != plain(value) && !strings.ContainsRune(seen.Text, unicode.ReplacementChar) && len(r.Mismatched) < maxChanged:
			r.Mismatched = append(r.Mismatched, Mismatch{field.name, short(value), short(strings.TrimSpace(seen.Text))})
		case (plain(seen.Text) != plain(value) || !seen.Told) && !slices.Contains(r.Untold, field.name) && len(r.Untold) < maxChanged:
			r.Untold = append(r.Untold, field.name)
		}
	}
	return nil
}

// A typing knows the fonts in which fields are typed: those of the form that the plan gives, or, without a plan, the file's own.
type typing struct {
	*document
	fonts pdfread.Dict
}

// newTyping takes them from a form's resources (12.7.2, DR).
func newTyping(d *document) (*typing, error) {
	form, err := d.Dict(d.Catalog["AcroForm"])
	if err != nil {
		return nil, err
	}
	resources, err := d.Dict(form["DR"])
	if err != nil {
		return nil, err
	}
	fonts, err := d.Dict(resources["Font"])
	return &typing{d, fonts}, err
}

// mostShrunk is how much smaller than drawn an appearance may be shown.
const mostShrunk = 2

// seen is what a person sees of a widget's text.
func (t *typing) seen(d *document, widget pdfread.Dict) (pdfread.Seen, error) {
	nothing := pdfread.Seen{Told: true}
	rect, err := shownAt(d.File, widget)
	if err != nil || rect == (pdfread.Rectangle{}) {
		return nothing, err
	}
	appearance, err := d.Dict(widget["AP"])
	if err != nil {
		return nothing, err
	}
	normal, err := d.Resolve(appearance["N"])
	stream, ok := normal.(*pdfread.Stream)
	if err != nil || !ok {
		return pdfread.Seen{}, err
	}
	box, err := d.Rectangle(stream.Dict["BBox"])
	if err != nil {
		return nothing, err
	}
	seen, err := d.Seen(stream)
	if err != nil {
		return nothing, err
	}
	if box.X2-box.X1 > mostShrunk*(rect.X2-rect.X1) || box.Y2-box.Y1 > mostShrunk*(rect.Y2-rect.Y1) {
		seen.Told = false
	}
	for _, font := range seen.Fonts {
		if ok, err := t.knows(d, font); err != nil {
			return nothing, err
		} else if !ok {
			seen.Told = false
		}
	}
	return seen, nil
}

// knows tells whether a font is one of those in which fields are typed.
func (t *typing) knows(d *document, font pdfread.Dict) (bool, error) {
	for _, o := range t.fonts {
		own, err := t.Dict(o)
		if err != nil {
			return false, err
		}
		c := &comparison{old: t.File, new: d.File, seen: map[[2]uintptr]bool{}}
		c.push(nil, "Font", 0, own, font)
		if err := c.walk(); err != nil || len(c.changed) == 0 {
			return err == nil, err
		}
	}
	return false, nil
}

// plain is a text without its blanks: those of a line are often not drawn.
func plain(s string) string { return strings.Join(strings.Fields(s), "") }

// A Cover is a field that shows something over the letters of a page.
type Cover struct {
	Field string `json:"field"`
	Page  int    `json:"page"` // from 1
	Text  string `json:"text"` // the letters beneath
}

// mostCovered is how many letters a field may cover: a seal touches post or name, a stamped number its label. What covers more
// is no signature but another text.
const mostCovered = 40

// Hides tells whether a field stands over more than a signature does.
func (c Cover) Hides() bool { return len([]rune(plain(c.Text))) > mostCovered }

// maxCompared bounds letters looked at, each for each field that shows something.
const maxCompared = 50_000_000

// covers finds the fields that show something over letters.
func covers(d *document) ([]Cover, error) {
	of := byWidget(d.fields)
	out := []Cover{}
	read, compared := -1, 0
	var letters []pdfread.Letter // of the page that was read last
	for _, note := range d.notes {
		field, ok := of[note.ref]
		if !ok {
			continue
		}
		rect, err := shownAt(d.File, note.dict)
		if err != nil {
			return nil, err
		}
		if rect == (pdfread.Rectangle{}) {
			continue
		}
		if read != note.page {
			if letters, err = d.Letters(d.pages[note.page]); err != nil {
				return nil, err
			}
			read = note.page
		}
		if compared += len(letters); compared > maxCompared {
			return nil, pdfread.ErrTooLarge
		}
		if text := beneath(rect, letters); text != "" && len(out) < maxChanged {
			out = append(out, Cover{field.name, note.page + 1, text})
		}
	}
	return out, nil
}

// Flags of an annotation that is not seen (12.5.3).
const hidden, noView = 2, 32

// shownAt is where a widget shows something; the zero Rectangle where it shows nothing.
func shownAt(f *pdfread.File, widget pdfread.Dict) (pdfread.Rectangle, error) {
	nowhere := pdfread.Rectangle{}
	flags, err := f.Number(widget["F"])
	if err != nil || int(flags)&(hidden|noView) != 0 {
		return nowhere, err
	}
	appearance, err := f.Dict(widget["AP"])
	if err != nil {
		return nowhere, err
	}
	normal, err := f.Resolve(appearance["N"])
	if err != nil {
		return nowhere, err
	}
	if stream, ok := normal.(*pdfread.Stream); ok {
		content, err := f.Data(stream)
		if err != nil || blank(string(content)) {
			return nowhere, err
		}
	} else if normal == nil {
		return nowhere, nil
	}
	return f.Rectangle(widget["Rect"])
}

// blank tells whether a content stream only opens and closes what it never draws, as an empty field's does (12.7.3.3).
func blank(content string) bool {
	return !slices.ContainsFunc(strings.Fields(content), func(word string) bool {
		return !slices.Contains([]string{"/Tx", "BMC", "EMC", "q", "Q"}, word)
	})
}

// beneath are the letters whose middle lies in a rectangle.
func beneath(r pdfread.Rectangle, letters []pdfread.Letter) string {
	var b strings.Builder
	var last *pdfread.Letter
	for i, l := range letters {
		x, y := l.X+l.Width/2, l.Y+l.Size/4 // half the height of a small letter
		if x > r.X1 && x < r.X2 && y > r.Y1 && y < r.Y2 && strings.ContainsFunc(l.Text, func(r rune) bool { return !unicode.IsSpace(r) }) {
			if last != nil && (math.Abs(l.Y-last.Y) > l.Size/2 || l.X-last.X-last.Width > l.Size/8) {
				b.WriteByte(' ')
			}
			b.WriteString(l.Text)
			last = &letters[i]
		}
	}
	return b.String()
}
