package template

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/wml"
)

// paragraph writes a paragraph: as it is, as the bare actions that stand alone in it, or with each action in one piece.
func (c *compiler) paragraph(e *element) {
	text := textOf(e)
	c.line(text)
	if list := e.Child("w:pPr").Child("w:numPr").Child("w:numId").Attribute("w:val"); c.template.flat[list] && c.repeated() {
		c.quote(countsOn, text)
	}
	actions, open := findActions(text)
	if open >= 0 {
		c.quote(neverClosed, text, "action", shorten(text[open:]))
		return
	}
	if len(actions) == 0 {
		c.raw(e)
		return
	}
	for _, a := range actions {
		c.check(a, text)
	}
	if lone := loneActions(e); lone != nil {
		c.alone(e, lone, text)
		return
	}
	c.inline(e, actions, text)
}

// repeated tells whether what is written now stands inside a range.
func (c *compiler) repeated() bool {
	return slices.ContainsFunc(c.open, func(o opened) bool { return o.action.word() == "range" })
}

// check refuses what a template may not do.
func (c *compiler) check(a action, text string) {
	switch a.word() {
	case "define", "template", "block":
		c.quote(noDefinitions, text, "action", a.word())
	case "":
		c.quote(emptyAction, text)
	}
	if a.trim {
		c.quote(trims, text, "action", a.body)
	}
}

// loneActions are the actions of a paragraph that holds nothing else to see; nil when it does, or when one of them prints.
func loneActions(e *element) []action {
	text := textOf(e)
	actions, open := findActions(text)
	if open >= 0 || len(actions) == 0 {
		return nil
	}
	at := 0
	for _, a := range actions {
		if strings.TrimSpace(text[at:a.start]) != "" || !a.control() && !(a.block() && len(actions) == 1) {
			return nil
		}
		at = a.end
	}
	if strings.TrimSpace(text[at:]) != "" || holdsMore(e) {
		return nil
	}
	return actions
}

// holdsMore tells whether a paragraph shows anything but text.
func holdsMore(e *element) bool {
	more := false
	e.Walk(func(n *element) bool {
		switch n.Name {
		case "w:drawing", "w:pict", "w:object", "w:br", "w:fldSimple", "w:fldChar":
			more = true
		}
		return !more
	})
	return more
}

// alone writes actions that take their whole paragraph.
func (c *compiler) alone(e *element, actions []action, text string) {
	if e.Child("w:pPr").Child("w:sectPr") != nil {
		c.quote(endsSection, text)
		return
	}
	for _, a := range actions {
		if a.word() == "columns" {
			if c.grids[e.Ancestor("w:tbl")] == 0 || firstParagraph(e.Ancestor("w:tbl")) != e {
				c.quote(notAtHead, text)
			}
			continue
		}
		if a.block() {
			c.count(text)
			c.out.WriteString("{{" + a.body + "}}")
			continue
		}
		c.control(a, e.Parent, text)
	}
}

// inline writes a paragraph whose actions stand among text: each whole in the run in which it begins, properties first.
func (c *compiler) inline(e *element, actions []action, text string) {
	c.tag(e.Open)
	c.properties(e, actions)
	cursor := &cursor{compiler: c, actions: actions, paragraph: text}
	for _, child := range e.Children {
		if child.Name != "w:pPr" {
			cursor.content(child)
		}
	}
	c.out.WriteString(e.Close)
}

// propertyOrder is the order of the children of w:pPr that actions set or that may stand before them. 17.3.1.26
var propertyOrder = []string{"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
	"w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
	"w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind"}

// properties writes w:pPr with what style, number and rule actions put there, in the schema's order.
func (c *compiler) properties(e *element, actions []action) {
	set := map[string]string{}
	for _, a := range actions {
		switch a.word() {
		case "style":
			set["w:pStyle"] = "{{" + a.body + "}}"
		case "number":
			set["w:numPr"] = "{{" + a.body + "}}"
		case "rule":
			c.compiled.columns = append(c.compiled.columns, c.columnOf(e))
			set["w:ind"] = "{{_rule " + itoa(len(c.compiled.columns)-1) + " (" + a.rest() + ")}}"
		}
	}
	pPr := e.Child("w:pPr")
	if len(set) == 0 {
		if pPr != nil {
			c.raw(pPr)
		}
		return
	}
	c.out.WriteString("<w:pPr>")
	for _, name := range propertyOrder {
		if own := pPr.Child(name); set[name] != "" {
			c.out.WriteString(set[name])
		} else if own != nil {
			c.raw(own)
		}
	}
	if pPr != nil {
		for _, own := range pPr.Children {
			if !slices.Contains(propertyOrder, own.Name) {
				c.raw(own)
			}
		}
	}
	c.out.WriteString("</w:pPr>")
}

// A cursor walks along a paragraph's text while its runs are written.
type cursor struct {
	*compiler
	actions   []action
	next      int // the action that comes next
	at        int // in the paragraph's joined text
	paragraph string
}

// content writes a run or what wraps runs.
func (c *cursor) content(e *element) {
	switch e.Name {
	case "":
		c.tag(e.Open)
	case "w:r":
		c.run(e)
	case "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd": // inside an action they would be torn apart
		if !c.inAction() {
			c.raw(e)
		}
	default:
		c.tag(e.Open)
		for _, child := range e.Children {
			c.content(child)
		}
		c.out.WriteString(e.Close)
	}
}

func (c *cursor) inAction() bool { return c.next < len(c.actions) && c.actions[c.next].start < c.at }

func (c *cursor) run(e *element) {
	style := len(c.compiled.runs)
	c.compiled.runs = append(c.compiled.runs, newRunStyle(e.Child("w:rPr")))
	c.tag(e.Open)
	for _, child := range e.Children {
		if child.Name == "w:t" {
			c.text(child, e.Parent, style)
		} else if child.Name != "w:rPr" || !strings.Contains(child.Inner(), "{{") {
			c.raw(child)
		}
	}
	c.out.WriteString(e.Close)
}

// text writes one w:t: its literal letters, and whole actions where they begin.
func (c *cursor) text(e, container *element, style int) {
	text := wml.Unescape([]byte(e.Inner()))
	c.out.WriteString(`<w:t xml:space="preserve">`)
	for end := c.at + len(text); c.at < end; {
		if c.next == len(c.actions) || c.actions[c.next].start >= end {
			c.literal(text[len(text)-(end-c.at):])
			c.at = end
			break
		}
		a := c.actions[c.next]
		if a.start >= c.at {
			c.literal(text[len(text)-(end-c.at) : len(text)-(end-a.start)])
			c.action(a, container, style)
		}
		if a.end > end {
			c.at = end
			break
		}
		c.at = a.end
		c.next++
	}
	c.out.WriteString("</w:t>")
}

func (c *cursor) literal(text string) { c.out.WriteString(wml.Escape(text)) }

// action writes one action inside text.
func (c *cursor) action(a action, container *element, style int) {
	switch {
	case a.control():
		c.control(a, container, c.paragraph)
	case a.property():
		c.count(c.paragraph)
	case a.block():
		c.quote(notAlone, c.paragraph, "action", a.word())
	default:
		c.count(c.paragraph)
		c.out.WriteString("{{" + a.body + " | _text " + itoa(style) + "}}")
	}
}

// textOf is the joined text of an element's w:t, entities resolved.
func textOf(e *element) string {
	var b strings.Builder
	e.Walk(func(n *element) bool {
		if n.Name == "w:t" {
			b.WriteString(wml.Unescape([]byte(n.Inner())))
			return false
		}
		return n.Name != "w:del"
	})
	return b.String()
}
