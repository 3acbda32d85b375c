package redline

import (
	"strings"

	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/wml"
)

// paragraph writes a paragraph whose mark has a status.
func (m *merger) paragraph(e entry[block], mark status) {
	var was, is *wml.Element
	if e.old != nil {
		was = e.old.Child("w:pPr")
	}
	if e.new != nil {
		is = e.new.Child("w:pPr")
	}
	if e.old == nil { // an inserted paragraph whose mark stays was never another
		was = is
	}
	if e.new == nil {
		is = was
	}
	m.open(was, is, mark)
	m.content(e)
	m.out.WriteString("</w:p>")
}

// open opens a paragraph: properties, the mark's status, and what the properties were. 17.3.1.26 for their order.
func (m *merger) open(was, is *wml.Element, mark status) {
	properties := is
	if mark == deleted {
		properties = was
	}
	m.out.WriteString("<w:p><w:pPr>")
	m.out.WriteString(plainProperties(properties))
	markRun := properties.Child("w:rPr").Inner()
	switch mark {
	case inserted:
		markRun = m.tag("w:ins", "/>") + markRun
	case deleted:
		markRun = m.tag("w:del", "/>") + markRun
	}
	if markRun != "" {
		m.out.WriteString("<w:rPr>" + markRun + "</w:rPr>")
	}
	if now := properties.Child("w:sectPr"); now != nil {
		before := now
		if mark == same && was.Child("w:sectPr") != nil {
			before = was.Child("w:sectPr")
		}
		m.section(before, now)
	}
	if mark == same && plainProperties(was) != plainProperties(is) {
		m.out.WriteString(m.tag("w:pPrChange", ">") + "<w:pPr>" + plainProperties(was) + "</w:pPr></w:pPrChange>")
	}
	m.out.WriteString("</w:pPr>")
}

// plainProperties are a paragraph's properties without its mark's and its section's.
func plainProperties(pPr *wml.Element) string {
	var b strings.Builder
	if pPr != nil {
		for _, c := range pPr.Children {
			if c.Name != "w:rPr" && c.Name != "w:sectPr" && c.Name != "w:pPrChange" {
				b.WriteString(c.String())
			}
		}
	}
	return b.String()
}

// content writes a paragraph's words: those that only one document has as changes.
func (m *merger) content(e entry[block]) {
	w := &runWriter{merger: m}
	switch {
	case e.new == nil:
		w.all(atomsOf(e.old.Element), deleted)
	case e.old == nil:
		w.all(atomsOf(e.new.Element), inserted)
	default:
		old, new := atomsOf(e.old.Element), atomsOf(e.new.Element)
		old = withoutMarks(old)
		for _, edit := range align.Readable(align.Edits(keysOf(old), keysOf(new)), wordsIn(old), wordsIn(new)) {
			if edit.Equal {
				w.all(new[edit.NewFrom:edit.NewTo], same)
				continue
			}
			w.all(old[edit.OldFrom:edit.OldTo], deleted)
			w.all(new[edit.NewFrom:edit.NewTo], inserted)
		}
	}
	w.close()
}

func keysOf(atoms []atom) []string {
	keys := make([]string, len(atoms))
	for i, a := range atoms {
		keys[i] = a.run + "\x00" + a.text + a.raw + a.mark
	}
	return keys
}

func wordsIn(atoms []atom) func(from, to int) int {
	return func(from, to int) (n int) {
		for _, a := range atoms[from:to] {
			if a.raw != "" || align.IsWord(a.text) {
				n++
			}
		}
		return n
	}
}

func withoutMarks(atoms []atom) []atom {
	var out []atom
	for _, a := range atoms {
		if a.mark == "" {
			out = append(out, a)
		}
	}
	return out
}
