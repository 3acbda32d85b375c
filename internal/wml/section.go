package wml

// sections cuts the body where a paragraph carries section properties (17.6.18); the body's own describe the last one.
func (r *reader) sections(body *node) []*Section {
	var sections []*Section
	var previous *Section
	begin := 0
	finish := func(end int, sectPr *node) {
		s := r.section(sectPr, previous)
		s.Blocks = r.blocks(&node{name: "w:body", children: body.children[begin:end]})
		sections, previous, begin = append(sections, s), s, end
	}
	for i, n := range body.children {
		if sectPr := n.child("w:pPr").child("w:sectPr"); n.name == "w:p" && sectPr != nil {
			finish(i+1, sectPr)
		}
	}
	finish(len(body.children), body.child("w:sectPr"))
	return sections
}

// section reads sectPr; headers and footers that it does not name are the previous section's (17.10.1).
func (r *reader) section(sectPr *node, previous *Section) *Section {
	s := &Section{Break: NextPage, Page: Page{Width: 11906, Height: 16838, Top: 1440, Right: 1440, Bottom: 1440, Left: 1440,
		HeaderDistance: 720, FooterDistance: 720}}
	if previous != nil {
		s.Header, s.Footer = previous.Header, previous.Footer
	}
	if sectPr == nil {
		return s
	}
	r.page(&s.Page, sectPr)
	if sectPr.val("w:type") == "continuous" {
		s.Break = Continuous
	}
	s.TitlePage, _ = sectPr.onOff("w:titlePg")
	if start, ok := sectPr.child("w:pgNumType").number("start"); ok {
		s.Number = start
	}
	if format, _ := sectPr.child("w:pgNumType").attr("fmt"); format != "" && format != "decimal" {
		r.note("w:pgNumType " + format)
	}
	if columns, ok := sectPr.child("w:cols").number("num"); ok && columns > 1 {
		r.note("w:cols")
	}
	for _, ref := range sectPr.children {
		switch ref.name {
		case "w:headerReference":
			r.margin(&s.Header, ref)
		case "w:footerReference":
			r.margin(&s.Footer, ref)
		}
	}
	return s
}

func (r *reader) page(p *Page, sectPr *node) {
	size, margins := sectPr.child("w:pgSz"), sectPr.child("w:pgMar")
	for _, m := range []struct {
		from      *node
		attribute string
		into      *Twips
	}{
		{size, "w", &p.Width}, {size, "h", &p.Height},
		{margins, "top", &p.Top}, {margins, "right", &p.Right}, {margins, "bottom", &p.Bottom}, {margins, "left", &p.Left},
		{margins, "header", &p.HeaderDistance}, {margins, "footer", &p.FooterDistance},
	} {
		if v, ok := m.from.number(m.attribute); ok {
			*m.into = Twips(v)
		}
	}
	if gutter, ok := margins.number("gutter"); ok {
		p.Left += Twips(gutter)
	}
	p.Top, p.Bottom = max(p.Top, -p.Top), max(p.Bottom, -p.Bottom) // negative: the header may not push the text (17.6.11)
}

// margin reads the part that a header or footer reference leads to.
func (r *reader) margin(m *Margin, ref *node) {
	id, _ := ref.tag.Attribute("r:id")
	part := r.links[id]
	tree, err := parse(r.pkg.Part(part))
	if err != nil {
		r.note(ref.name)
		return
	}
	outer := r.part
	r.part = part
	blocks := r.blocks(tree)
	r.part = outer
	switch kind, _ := ref.attr("type"); kind {
	case "first":
		m.First = blocks
	case "even":
		r.note(ref.name + " even")
	default:
		m.Default = blocks
	}
}
