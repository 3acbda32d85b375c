package wml

import "strings"

// paragraph reads w:p.
func (r *reader) paragraph(n *node) *Paragraph {
	pPr := n.child("w:pPr")
	id := pPr.val("w:pStyle")
	style := r.styles.style(id)
	if id == "" || r.styles.styles[id] == nil {
		id = r.styles.defaultPara
	}
	p := &Paragraph{Style: r.styles.names[id], ParagraphProperties: style.paragraph, MarkRun: style.run}
	number := r.number(p, id, style, pPr)
	applyParagraph(&p.ParagraphProperties, pPr)
	applyRun(&p.MarkRun, pPr.child("w:rPr"))
	if number != nil {
		p.Number = number
		// 17.9.24: the label is set like the paragraph's mark, then as the level says.
		number.Run = p.MarkRun
		applyRun(&number.Run, r.levelRun(number))
	}
	inlines := &inlineReader{reader: r, base: style.run}
	inlines.read(n)
	p.Inlines = inlines.done()
	return p
}

// number counts the paragraph in its list and lets the level's indents replace the style's, unless the style itself names
// the list: then its own indents stand (17.9.22).
func (r *reader) number(p *Paragraph, id string, style *resolvedStyle, pPr *node) *Number {
	ref := style.numbering
	if tied, ok := r.numbering.styled[id]; ok && (!ref.hasList || ref.list == tied.list) && !ref.hasLevel {
		ref.level = tied.level
	}
	inStyle := ref.hasList
	applyNumbering(&ref, pPr)
	if !ref.hasList || ref.list == 0 {
		return nil
	}
	level, text, ok := r.numbering.next(ref)
	if !ok {
		return nil
	}
	direct := pPr.child("w:numPr") != nil
	if direct || !inStyle {
		applyParagraph(&p.ParagraphProperties, level.paragraph)
	}
	return &Number{Text: text, Suffix: level.suffix, List: ref.list, Level: ref.level}
}

func (r *reader) levelRun(number *Number) *node {
	return r.numbering.lists[number.List].levels[number.Level].run
}

// An inlineReader gathers what stands in a paragraph.
type inlineReader struct {
	*reader
	base    RunProperties
	inlines []Inline
	fields  []*fieldState // complex fields that are open, outermost first
	nesting int
}

// fieldState is a complex field between its begin and end marks. 17.16.18
type fieldState struct {
	instruction string
	result      bool // the part after "separate" has begun
	run         RunProperties
}

func (r *inlineReader) done() []Inline {
	for range r.fields { // begun and never ended: the text was read as it stood
		r.note("w:fldChar")
	}
	return r.inlines
}

// read looks into a paragraph or into what wraps runs.
func (r *inlineReader) read(parent *node) {
	if r.nesting++; r.nesting > 32 {
		r.note(parent.name)
		r.nesting--
		return
	}
	defer func() { r.nesting-- }()
	for _, n := range parent.children {
		switch n.name {
		case "w:r":
			r.run(n)
		case "w:hyperlink", "w:smartTag", "w:ins", "w:moveTo", "w:customXml", "w:dir", "w:bdo":
			r.read(n)
		case "w:sdt":
			r.read(orEmpty(n.child("w:sdtContent")))
		case "w:fldSimple":
			r.simpleField(n)
		case "w:del", "w:moveFrom":
			r.note(n.name)
		case "w:pPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:permStart", "w:permEnd", "w:commentRangeStart",
			"w:commentRangeEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd":
		default:
			r.note(n.name)
		}
	}
}

// run reads w:r.
func (r *inlineReader) run(n *node) {
	properties := r.base
	rPr := n.child("w:rPr")
	if id := rPr.val("w:rStyle"); id != "" {
		for _, style := range r.styles.chain(id) {
			applyRun(&properties, style.child("w:rPr"))
		}
	}
	applyRun(&properties, rPr)
	if hidden, _ := rPr.onOff("w:vanish"); hidden {
		r.note("w:vanish")
		return
	}
	r.notePainted(rPr)
	for _, c := range n.children {
		r.runContent(c, properties)
	}
}

// unpainted are looks of letters that a PDF does not show, though they change what a reader takes the text for.
var unpainted = []string{"w:dstrike", "w:emboss", "w:imprint", "w:outline", "w:shadow"}

// notePainted notes what a run has of them, and marks of a highlighter.
func (r *inlineReader) notePainted(rPr *node) {
	for _, name := range unpainted {
		if on, _ := rPr.onOff(name); on {
			r.note(name)
		}
	}
	if mark := rPr.val("w:highlight"); mark != "" && mark != "none" {
		r.note("w:highlight")
	}
}

func (r *inlineReader) runContent(c *node, properties RunProperties) {
	switch c.name {
	case "w:t":
		text := c.text
		if space, _ := c.tag.Attribute("xml:space"); space != "preserve" {
			text = strings.Trim(text, " \t\r\n")
		}
		r.text(text, properties)
	case "w:tab", "w:ptab":
		r.add(&TabChar{properties})
	case "w:br":
		switch kind, _ := c.attr("type"); kind {
		case "page":
			r.add(&Break{Page: true, RunProperties: properties})
		case "column":
			r.note("w:br column")
			r.add(&Break{RunProperties: properties})
		default:
			r.add(&Break{RunProperties: properties})
		}
	case "w:cr":
		r.add(&Break{RunProperties: properties})
	case "w:noBreakHyphen":
		r.text("\u2011", properties)
	case "w:softHyphen":
		r.text("\u00AD", properties)
	case "w:fldChar":
		kind, _ := c.attr("fldCharType")
		r.fieldMark(kind, properties)
	case "w:instrText":
		if len(r.fields) > 0 {
			r.fields[len(r.fields)-1].instruction += c.text
		}
	case "w:drawing":
		r.drawing(c, properties)
	case "w:rPr", "w:lastRenderedPageBreak", "w:delText", "w:annotationRef":
	default:
		r.note(c.name)
	}
}

// text adds letters to the last Text when it is set alike, so that runs which Word split are one again.
func (r *inlineReader) text(s string, properties RunProperties) {
	if s == "" || r.hidden() {
		return
	}
	if len(r.inlines) > 0 {
		if last, ok := r.inlines[len(r.inlines)-1].(*Text); ok && last.RunProperties == properties {
			last.Text += s
			return
		}
	}
	r.inlines = append(r.inlines, &Text{s, properties})
}

func (r *inlineReader) add(i Inline) {
	if !r.hidden() {
		r.inlines = append(r.inlines, i)
	}
}

// hidden tells whether an open field keeps what is read now off the page: its instruction, or the result that Word last
// showed of a page number.
func (r *inlineReader) hidden() bool {
	for _, f := range r.fields {
		if !f.result || pageField(f.instruction) != "" {
			return true
		}
	}
	return false
}

func (r *inlineReader) fieldMark(kind string, properties RunProperties) {
	switch kind {
	case "begin":
		if len(r.fields) < 32 {
			r.fields = append(r.fields, &fieldState{run: properties})
		}
	case "separate":
		if len(r.fields) > 0 {
			r.fields[len(r.fields)-1].result = true
		}
	case "end":
		if len(r.fields) == 0 {
			return
		}
		last := r.fields[len(r.fields)-1]
		r.fields = r.fields[:len(r.fields)-1]
		if name := pageField(last.instruction); name != "" {
			r.add(&Field{name, last.run})
		}
	}
}

// simpleField reads w:fldSimple (17.16.19).
func (r *inlineReader) simpleField(n *node) {
	instruction, _ := n.attr("instr")
	name := pageField(instruction)
	if name == "" {
		r.read(n)
		return
	}
	properties := r.base
	applyRun(&properties, n.child("w:r").child("w:rPr"))
	r.add(&Field{name, properties})
}

// pageField is the name of a field that layout computes; "" for all others.
func pageField(instruction string) string {
	words := strings.Fields(instruction)
	if len(words) == 0 {
		return ""
	}
	switch name := strings.ToUpper(words[0]); name {
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		return name
	}
	return ""
}
