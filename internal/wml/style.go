package wml

// A sheet is the styles part (17.7) ready for look-ups.
type sheet struct {
	styles       map[string]*node // by w:styleId
	names        map[string]string
	defaultPara  string
	defaultTable string
	paragraph    ParagraphProperties
	run          RunProperties
	resolved     map[string]*resolvedStyle
}

// A resolvedStyle is a style with everything it is based on.
type resolvedStyle struct {
	paragraph ParagraphProperties
	run       RunProperties
	numbering numberRef
}

// A numberRef is a reference into the numbering part, from a style or a paragraph.
type numberRef struct {
	list, level       int
	hasList, hasLevel bool
}

// maxStyles bounds the chain of styles based on one another.
const maxStyleChain = 64

// newSheet reads the styles part; a document without one has Word's defaults.
func newSheet(part *node) *sheet {
	s := &sheet{styles: map[string]*node{}, names: map[string]string{}, resolved: map[string]*resolvedStyle{}}
	s.paragraph = ParagraphProperties{Align: AlignLeft, Line: 240, LineRule: LineAuto, WidowControl: true, OutlineLevel: 9}
	s.run = RunProperties{Font: "Times New Roman", Size: 20}
	if part == nil {
		return s
	}
	defaults := part.child("w:docDefaults")
	applyParagraph(&s.paragraph, defaults.child("w:pPrDefault").child("w:pPr"))
	applyRun(&s.run, defaults.child("w:rPrDefault").child("w:rPr"))
	for _, style := range part.children {
		id, ok := style.attr("styleId")
		if style.name != "w:style" || !ok {
			continue
		}
		s.styles[id] = style
		s.names[id] = style.val("w:name")
		kind, _ := style.attr("type")
		if byDefault, _ := style.attr("default"); byDefault == "1" || byDefault == "true" {
			switch kind {
			case "paragraph":
				s.defaultPara = id
			case "table":
				s.defaultTable = id
			}
		}
	}
	return s
}

// style resolves a paragraph style: the document's defaults, then the chain it is based on, from its root.
func (s *sheet) style(id string) *resolvedStyle {
	if _, known := s.styles[id]; !known {
		id = s.defaultPara
	}
	if done, ok := s.resolved[id]; ok {
		return done
	}
	r := &resolvedStyle{paragraph: s.paragraph, run: s.run}
	for _, style := range s.chain(id) {
		applyParagraph(&r.paragraph, style.child("w:pPr"))
		applyRun(&r.run, style.child("w:rPr"))
		applyNumbering(&r.numbering, style.child("w:pPr"))
	}
	s.resolved[id] = r
	return r
}

// chain is a style and what it is based on, root first. A chain that turns on itself ends where it turns.
func (s *sheet) chain(id string) []*node {
	var chain []*node
	for seen := map[string]bool{}; id != "" && !seen[id] && len(chain) < maxStyleChain; {
		seen[id] = true
		style := s.styles[id]
		if style == nil {
			break
		}
		chain = append([]*node{style}, chain...)
		id = style.val("w:basedOn")
	}
	return chain
}

// applyParagraph lets the properties that pPr names replace those of p.
func applyParagraph(p *ParagraphProperties, pPr *node) {
	if pPr == nil {
		return
	}
	if jc := pPr.val("w:jc"); jc != "" {
		p.Align = alignment(jc)
	}
	applyIndent(p, pPr.child("w:ind"))
	applySpacing(p, pPr.child("w:spacing"))
	setToggle(&p.ContextualSpacing, pPr, "w:contextualSpacing")
	setToggle(&p.KeepNext, pPr, "w:keepNext")
	setToggle(&p.KeepLines, pPr, "w:keepLines")
	setToggle(&p.WidowControl, pPr, "w:widowControl")
	setToggle(&p.PageBreakBefore, pPr, "w:pageBreakBefore")
	if level, ok := pPr.child("w:outlineLvl").number("val"); ok {
		p.OutlineLevel = level
	}
	if tabs := pPr.child("w:tabs"); tabs != nil {
		p.Tabs = applyTabs(p.Tabs, tabs)
	}
	if borders := pPr.child("w:pBdr"); borders != nil {
		setBorder(&p.TopBorder, borders, "w:top")
		setBorder(&p.BottomBorder, borders, "w:bottom")
		setBorder(&p.LeftBorder, borders, "w:left")
		setBorder(&p.RightBorder, borders, "w:right")
	}
	if shading := pPr.child("w:shd"); shading != nil {
		p.Shading = fill(shading)
	}
}

func applyIndent(p *ParagraphProperties, ind *node) {
	for _, name := range []string{"left", "start"} {
		if v, ok := ind.number(name); ok {
			p.Left = Twips(v)
		}
	}
	for _, name := range []string{"right", "end"} {
		if v, ok := ind.number(name); ok {
			p.Right = Twips(v)
		}
	}
	if v, ok := ind.number("firstLine"); ok {
		p.FirstLine = Twips(v)
	}
	if v, ok := ind.number("hanging"); ok { // 17.3.1.12: hanging wins over firstLine
		p.FirstLine = -Twips(v)
	}
}

func applySpacing(p *ParagraphProperties, spacing *node) {
	if v, ok := spacing.number("before"); ok {
		p.Before = Twips(v)
	}
	if v, ok := spacing.number("after"); ok {
		p.After = Twips(v)
	}
	if v, ok := spacing.number("line"); ok && v > 0 {
		p.Line = v
		p.LineRule = LineAuto // 17.3.1.33: auto when the rule is not given
	}
	if rule, ok := spacing.attr("lineRule"); ok {
		switch LineRule(rule) {
		case LineAtLeast, LineExact:
			p.LineRule = LineRule(rule)
		default:
			p.LineRule = LineAuto
		}
	}
}

func alignment(jc string) Align {
	switch jc {
	case "center":
		return AlignCenter
	case "right", "end":
		return AlignRight
	case "both", "distribute":
		return AlignJustify
	}
	return AlignLeft
}

// applyTabs merges tab stops; "clear" takes one away (17.3.1.37).
func applyTabs(inherited []Tab, tabs *node) []Tab {
	merged := append([]Tab(nil), inherited...)
	for _, tab := range tabs.children {
		at, ok := tab.number("pos")
		if !ok {
			continue
		}
		kept := merged[:0:0]
		for _, t := range merged {
			if t.At != Twips(at) {
				kept = append(kept, t)
			}
		}
		merged = kept
		kind, _ := tab.attr("val")
		if kind == "clear" {
			continue
		}
		stop := Tab{At: Twips(at), Align: alignment(kind)}
		switch leader, _ := tab.attr("leader"); leader {
		case "dot", "middleDot":
			stop.Leader = '.'
		case "hyphen":
			stop.Leader = '-'
		case "underscore", "heavy":
			stop.Leader = '_'
		}
		merged = append(merged, stop)
	}
	return merged
}

func setToggle(field *bool, properties *node, name string) {
	if on, known := properties.onOff(name); known {
		*field = on
	}
}

func setBorder(field *Border, borders *node, name string) {
	side := borders.child(name)
	if side == nil {
		return
	}
	style, _ := side.attr("val")
	size, _ := side.number("sz")
	space, _ := side.number("space")
	color, _ := side.attr("color")
	if color == "auto" {
		color = ""
	}
	*field = Border{Style: style, Size: size, Space: space, Color: color}
}

// fill is the background colour of w:shd; "" for none.
func fill(shading *node) string {
	color, _ := shading.attr("fill")
	if color == "auto" {
		return ""
	}
	return color
}

// applyRun lets the properties that rPr names replace those of r. Toggles of styles are set, not flipped: flipping (17.7.3)
// concerns character styles over paragraph styles, which plans don't stack.
func applyRun(r *RunProperties, rPr *node) {
	if rPr == nil {
		return
	}
	if fonts := rPr.child("w:rFonts"); fonts != nil {
		for _, name := range []string{"ascii", "hAnsi"} {
			if v, ok := fonts.attr(name); ok {
				r.Font = v
				break
			}
		}
	}
	if size, ok := rPr.child("w:sz").number("val"); ok && size > 0 {
		r.Size = HalfPoints(size)
	}
	setToggle(&r.Bold, rPr, "w:b")
	setToggle(&r.Italic, rPr, "w:i")
	setToggle(&r.Strike, rPr, "w:strike")
	setToggle(&r.Caps, rPr, "w:caps")
	if u := rPr.child("w:u"); u != nil {
		kind, _ := u.attr("val")
		r.Underline = kind != "none"
	}
	if color := rPr.val("w:color"); color != "" {
		r.Color = color
		if color == "auto" {
			r.Color = ""
		}
	}
	if position := rPr.val("w:vertAlign"); position != "" {
		r.Superscript, r.Subscript = position == "superscript", position == "subscript"
	}
	if kern, ok := rPr.child("w:kern").number("val"); ok {
		r.Kern = kern > 0 && int(r.Size) >= kern
	}
	if language := rPr.val("w:lang"); language != "" {
		r.Language = language
	}
}

// applyNumbering reads numPr (17.3.1.19).
func applyNumbering(n *numberRef, pPr *node) {
	numPr := pPr.child("w:numPr")
	if v, ok := numPr.child("w:numId").number("val"); ok {
		n.list, n.hasList = v, true
	}
	if v, ok := numPr.child("w:ilvl").number("val"); ok {
		n.level, n.hasLevel = v, true
	}
}
