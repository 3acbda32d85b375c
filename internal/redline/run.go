package redline

import (
	"strings"

	"github.com/kehoach/kehoach/internal/align"
	"github.com/kehoach/kehoach/internal/wml"
)

// An atom is what is inserted or deleted as one: a word of a run, or a piece of XML that can't be cut.
type atom struct {
	run  string       // the run's w:rPr, of a word
	text string       // a word; a tab, a line break and a no-break hyphen are letters
	raw  string       // whole runs: a field, a picture
	mark string       // what shows nothing and is taken from the new document: a bookmark
	wrap *wml.Element // of raw: a hyperlink or the like, around runs
}

// atomsOf cuts a paragraph into atoms.
func atomsOf(p *wml.Element) []atom {
	r := &runReader{}
	for _, c := range p.Children {
		r.child(c)
	}
	r.depth = 0 // a field that ends in another paragraph
	r.flush()
	return r.atoms
}

// A runReader reads the runs of a paragraph.
type runReader struct {
	atoms   []atom
	run     string // of the letters that wait
	letters strings.Builder
	field   strings.Builder // runs of a complex field that is open
	depth   int             // of fields in fields
}

func (r *runReader) child(e *wml.Element) {
	switch e.Name {
	case "", "w:pPr", "w:proofErr":
	case "w:r":
		r.readRun(e)
	case "w:bookmarkStart", "w:bookmarkEnd", "w:permStart", "w:permEnd", "w:commentRangeStart", "w:commentRangeEnd":
		r.flush()
		r.atoms = append(r.atoms, atom{mark: e.String()})
	default:
		r.flush()
		r.atoms = append(r.atoms, atom{raw: e.String(), wrap: e})
	}
}

func (r *runReader) readRun(e *wml.Element) {
	properties := e.Child("w:rPr").String()
	if e.Child("w:rPr") == nil {
		properties = ""
	}
	if r.depth > 0 || e.Child("w:fldChar") != nil {
		r.readField(e)
		return
	}
	for _, c := range e.Children {
		switch {
		case c.Name == "" || c.Name == "w:rPr" || c.Name == "w:lastRenderedPageBreak":
		case c.Name == "w:t":
			r.write(properties, wml.Unescape([]byte(c.Inner())))
		case c.Name == "w:tab":
			r.write(properties, "\t")
		case c.Name == "w:noBreakHyphen":
			r.write(properties, "\u2011")
		case c.Name == "w:br" && c.Open == "<w:br/>":
			r.write(properties, "\n")
		default:
			r.flush()
			r.atoms = append(r.atoms, atom{raw: "<w:r>" + properties + c.String() + "</w:r>"})
		}
	}
}

// readField gathers the runs of a complex field (17.16.18): it is one atom.
func (r *runReader) readField(e *wml.Element) {
	r.flush()
	r.field.WriteString(e.String())
	for _, c := range e.Children {
		switch c.Attribute("w:fldCharType") {
		case "begin":
			r.depth++
		case "end":
			r.depth--
		}
	}
	if r.depth <= 0 {
		r.depth = 0
		r.atoms = append(r.atoms, atom{raw: r.field.String()})
		r.field.Reset()
	}
}

// write adds letters to those that wait, when they are set alike.
func (r *runReader) write(run, letters string) {
	if r.run != run {
		r.flush()
		r.run = run
	}
	r.letters.WriteString(letters)
}

// flush cuts the letters that wait into words.
func (r *runReader) flush() {
	for _, word := range align.Words(r.letters.String()) {
		r.atoms = append(r.atoms, atom{run: r.run, text: word})
	}
	r.letters.Reset()
	if r.depth == 0 && r.field.Len() > 0 {
		r.atoms = append(r.atoms, atom{raw: r.field.String()})
		r.field.Reset()
	}
}

// A runWriter writes atoms as runs, neighbours that are set alike in one, and what was inserted or deleted in w:ins and w:del.
type runWriter struct {
	*merger
	status  status
	opened  bool // w:ins or w:del
	run     string
	letters strings.Builder
}

func (w *runWriter) all(atoms []atom, s status) {
	for _, a := range atoms {
		switch {
		case a.mark != "":
			w.close()
			w.out.WriteString(a.mark)
		case a.wrap != nil:
			w.wrapped(a, s)
		case a.raw != "":
			w.turn(s)
			w.flush()
			if s == deleted {
				w.out.WriteString(deletedNames.Replace(a.raw))
			} else {
				w.out.WriteString(a.raw)
			}
		default:
			w.turn(s)
			if a.run != w.run {
				w.flush()
				w.run = a.run
			}
			w.letters.WriteString(a.text)
		}
	}
}

// wrapped writes what stands around runs. A change may hold runs alone (17.13.5.14, 17.13.5.18): when it is inserted the changes
// stand inside, when it is deleted its runs are.
func (w *runWriter) wrapped(a atom, s status) {
	w.close()
	if s == same {
		w.out.WriteString(a.raw)
		return
	}
	inside := atomsOf(a.wrap)
	if s == inserted {
		w.out.WriteString(a.wrap.Open)
	}
	w.all(inside, s)
	w.close()
	if s == inserted {
		w.out.WriteString(a.wrap.Close)
	}
}

// deletedNames are what text is called in a deleted run (17.3.3.7, 17.16.13).
var deletedNames = strings.NewReplacer("<w:t>", "<w:delText>", "<w:t ", "<w:delText ", "</w:t>", "</w:delText>", "<w:t/>", "<w:delText/>",
	"<w:instrText", "<w:delInstrText", "</w:instrText>", "</w:delInstrText>")

// turn goes over to another status.
func (w *runWriter) turn(s status) {
	if s == w.status && (w.opened || s == same) {
		return
	}
	w.close()
	w.status = s
	switch s {
	case inserted:
		w.out.WriteString(w.tag("w:ins", ">"))
		w.opened = true
	case deleted:
		w.out.WriteString(w.tag("w:del", ">"))
		w.opened = true
	}
}

// close ends the run and the change.
func (w *runWriter) close() {
	w.flush()
	if w.opened {
		w.out.WriteString(map[status]string{inserted: "</w:ins>", deleted: "</w:del>"}[w.status])
	}
	w.opened, w.status, w.run = false, same, ""
}

// flush writes the letters that wait as a run.
func (w *runWriter) flush() {
	text := w.letters.String()
	if text == "" {
		return
	}
	w.letters.Reset()
	name := "w:t"
	if w.status == deleted {
		name = "w:delText"
	}
	w.out.WriteString("<w:r>" + w.run)
	for text != "" {
		i := strings.IndexFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || r == '\u2011' })
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			w.out.WriteString("<" + name + ` xml:space="preserve">` + wml.Escape(text[:i]) + "</" + name + ">")
		}
		text = text[i:]
		for letter, element := range map[string]string{"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>"} {
			if rest, ok := strings.CutPrefix(text, letter); ok {
				w.out.WriteString(element)
				text = rest
				break
			}
		}
	}
	w.out.WriteString("</w:r>")
}
