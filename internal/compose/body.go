package compose

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
)

// bases writes the legal bases, ";" after each and "." after the last (NĐ 30 PL I, II.6a). Marks that are there stay.
func (c *composer) bases(d *Document) {
	for i, basis := range c.plan.Bases {
		for j, t := range c.paragraphs(basis) {
			mark := ";"
			if i == len(c.plan.Bases)-1 && j == len(basis.Paragraphs)-1 {
				mark = "."
			}
			if last := t.String(); !strings.HasSuffix(last, ";") && !strings.HasSuffix(last, ".") && !strings.HasSuffix(last, ",") {
				t = append(t, template.Span{Text: mark})
			}
			d.Bases = append(d.Bases, t)
		}
	}
}

// body writes opening, sections and closing. The last paragraphs are kept with the signature block.
func (c *composer) body(d *Document) {
	d.Body = c.prose(d.Body, c.plan.Opening, styleText)
	for _, s := range c.plan.Sections {
		d.Body = c.section(d.Body, s)
	}
	closing := len(d.Body)
	d.Body = c.prose(d.Body, c.plan.Closing, styleClosing)
	if closing == len(d.Body) && closing > 0 && d.Body[closing-1].Style == styleText {
		d.Body[closing-1].Style = styleClosing
	}
	d.Body = finish(d.Body)
}

// finish puts "./." behind the last words, once; behind a table on a line of its own.
func finish(blocks []Block) []Block {
	if len(blocks) == 0 {
		return nil
	}
	if table := blocks[len(blocks)-1].Table; table != nil {
		table.KeepNext = true
		return append(blocks, Block{Style: styleEnd, Text: plain("./.")})
	}
	last := &blocks[len(blocks)-1]
	switch text := last.Text.String(); {
	case strings.HasSuffix(text, "/."):
	case strings.HasSuffix(text, "."):
		last.Text = append(last.Text, template.Span{Text: "/."})
	default:
		last.Text = append(last.Text, template.Span{Text: "./."})
	}
	return blocks
}

// prose writes paragraphs in one style; those marked "-" or "+" in the lists for them.
func (c *composer) prose(blocks []Block, t plan.Text, style string) []Block {
	for _, p := range t.Paragraphs {
		b := Block{Style: style, Text: c.paragraph(p)}
		if p.Mark != "" {
			b = marked(p.Mark, b.Text)
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// marked is a paragraph behind a dash or a plus.
func marked(mark plan.Mark, t template.Text) Block {
	if mark == "plus" {
		return Block{Style: stylePlus, List: listDash, Level: 1, Text: t}
	}
	return Block{Style: styleDash, List: listDash, Text: t}
}

// section writes a mục.
func (c *composer) section(blocks []Block, s *plan.Section) []Block {
	heading := c.paragraphs(s.Heading)
	if len(heading) == 0 {
		heading = []template.Text{plain(defaultHeading(s))}
	}
	blocks = append(blocks, Block{Style: styleMuc, List: c.lists.name, Level: c.lists.muc, Text: heading[0]})
	blocks = c.prose(blocks, s.Text, styleText)
	if len(s.Purposes) > 0 && len(s.Requirements) > 0 {
		blocks = c.group(blocks, "Mục đích", s.Purposes)
		blocks = c.group(blocks, "Yêu cầu", s.Requirements)
	} else {
		blocks = c.items(blocks, s.Purposes, 1)
		blocks = c.items(blocks, s.Requirements, 1)
	}
	blocks = c.items(blocks, s.Items, 1)
	for _, id := range s.DutiesOf {
		blocks = c.duties(blocks, c.plan.Role(id))
	}
	for _, id := range s.Reports {
		blocks = append(blocks, marked("dash", c.report(c.plan.Report(id))))
	}
	if s.Funding != nil {
		blocks = c.funding(blocks, s.Funding)
	}
	return c.prose(blocks, s.After, styleText)
}

// defaultHeading is what a mục is called by what it holds.
func defaultHeading(s *plan.Section) string {
	switch {
	case len(s.Purposes) > 0 && len(s.Requirements) > 0:
		return "MỤC ĐÍCH, YÊU CẦU"
	case len(s.Purposes) > 0:
		return "MỤC ĐÍCH"
	case len(s.Requirements) > 0:
		return "YÊU CẦU"
	case len(s.DutiesOf) > 0:
		return "TỔ CHỨC THỰC HIỆN"
	case len(s.Reports) > 0:
		return "CHẾ ĐỘ BÁO CÁO"
	case s.Funding != nil:
		return "KINH PHÍ THỰC HIỆN"
	}
	return "NỘI DUNG THỰC HIỆN"
}

// group writes one of two lists of a mục under a heading of its own.
func (c *composer) group(blocks []Block, heading string, items []*plan.Item) []Block {
	blocks = append(blocks, Block{Style: styleHeading2, List: c.lists.name, Level: c.lists.muc + 1, Text: plain(heading)})
	return c.items(blocks, items, 2)
}

// items writes a list of items at a depth: 1 khoản, 2 điểm, 3 dash, 4 and below plus.
func (c *composer) items(blocks []Block, items []*plan.Item, depth int) []Block {
	count := 0
	for _, i := range items {
		mark := i.Mark
		if mark == "" || mark == "number" {
			mark = c.markAt(depth)
		}
		var number Block
		switch mark {
		case "number":
			number = c.numbered(i, depth, count)
			count++
		case "none":
			number = Block{Style: styleText}
		default:
			number = marked(mark, nil)
		}
		blocks = c.item(blocks, i, number, depth)
	}
	if c.markAt(depth) == "number" && depth == 2 && count > len(vi.Letters) {
		c.found = append(c.found, tooManyLetters.At(items[len(vi.Letters)].Text.At.Location(), "count", "23"))
	}
	return blocks
}

// markAt is how items of a depth are marked.
func (c *composer) markAt(depth int) plan.Mark {
	switch {
	case depth == 1 || depth == 2 && c.lists.letters:
		return "number"
	case depth == 2 || depth == 3 && c.lists.letters:
		return "dash"
	}
	return "plus"
}

// numbered is the style and the list level of the n-th item of a depth.
func (c *composer) numbered(i *plan.Item, depth, n int) Block {
	b := Block{Style: styleKhoan, List: c.lists.name, Level: c.lists.muc + depth}
	if depth == 2 {
		b.Style = styleDiem
		b.Level += letterLevel(n)
	}
	if i.Heading.Given() {
		b.Style = map[int]string{1: styleHeading2, 2: styleHeading3}[depth]
	}
	return b
}

// item writes one item: its heading or first paragraph behind its number, the rest, its particulars, what is in it. Particulars
// come before what is in it, so that nobody takes them for those of its last part.
func (c *composer) item(blocks []Block, i *plan.Item, number Block, depth int) []Block {
	text := i.Text
	if heading := c.paragraphs(i.Heading); len(heading) > 0 {
		number.Text = c.textAt(i.At, heading[0])
		blocks = append(blocks, number)
	} else if len(text.Paragraphs) > 0 {
		number.Text = c.textAt(i.At, c.paragraph(text.Paragraphs[0]))
		blocks = append(blocks, number)
		text.Paragraphs = text.Paragraphs[1:]
	}
	blocks = c.prose(blocks, text, styleText)
	if c.plan.Particulars != "table" {
		blocks = c.particulars(blocks, i)
	}
	blocks = c.items(blocks, i.Items, depth+1)
	return c.prose(blocks, i.After, styleText)
}

// particulars writes who does an item by when: one paragraph in italics, a sentence each, without a mark of its own.
func (c *composer) particulars(blocks []Block, i *plan.Item) []Block {
	var sentences []string
	say := func(label, words string) {
		if words != "" {
			sentences = append(sentences, label+": "+strings.TrimSuffix(words, ".")+".")
		}
	}
	say("Đơn vị chủ trì", c.roleName(i.Role))
	say("Đơn vị phối hợp", c.roleNames(i.Support))
	say("Thời gian hoàn thành", c.deadlineCell(i))
	say("Kết quả", c.line(i.Output))
	say("Chỉ tiêu", c.target(i))
	if i.Funding != nil {
		say("Kinh phí", c.amount(i.Funding))
	}
	if len(sentences) == 0 {
		return blocks
	}
	return append(blocks, Block{Style: styleText, Text: keepNumbers(template.Text{{Text: strings.Join(sentences, " "), Italic: true}})})
}

func (c *composer) deadlineCell(i *plan.Item) string {
	if i.Deadline == nil {
		return ""
	}
	return c.deadline(i.Deadline)
}

// target is the number that a unit must reach, with its unit of measure: "12 thôn", "80%".
func (c *composer) target(i *plan.Item) string {
	if i.Target == nil {
		return ""
	}
	value, unit := c.line(i.Target.Value), c.line(i.Target.Unit)
	if unit == "" || unit == "%" {
		return value + unit
	}
	return value + " " + unit
}

func (c *composer) roleName(id plan.Value) string {
	if role := c.plan.Role(id); role != nil {
		return c.line(role.Name)
	}
	return ""
}

func (c *composer) roleNames(ids []plan.Value) string {
	var names []string
	for _, id := range ids {
		names = append(names, c.roleName(id))
	}
	return strings.Join(names, "; ")
}

// duties writes a role's heading as a khoản, and what it has to do.
func (c *composer) duties(blocks []Block, role *plan.Role) []Block {
	heading := role.Heading
	if !heading.Given() {
		heading = role.Name
	}
	blocks = append(blocks, Block{Style: styleHeading2, List: c.lists.name, Level: c.lists.muc + 1, Text: c.textAt(role.ID.At, c.paragraphs(heading)[0])})
	blocks = c.prose(blocks, role.Text, styleText)
	for n, duty := range role.Duties {
		number := Block{Style: styleText}
		switch duty.Mark {
		case "number":
			number = c.numbered(duty, 2, n)
		case "dash", "plus":
			number = marked(duty.Mark, nil)
		}
		blocks = c.item(blocks, duty, number, 2)
	}
	return blocks
}

// report writes who is told what by when.
func (c *composer) report(r *plan.Report) template.Text {
	words := c.line(r.Name)
	if to := c.line(r.To); to != "" {
		words += " gửi " + to
	}
	if through := c.line(r.Through); through != "" {
		words += " (qua " + through + ")"
	}
	return plain(words + " " + c.deadline(r.Deadline) + ".")
}

var overflow = &diag.Kind{ID: "compose/total",
	Message: diag.Words{VI: "tổng kinh phí quá lớn", EN: "the total is too large"},
	Fix:     diag.Words{VI: "kiểm tra các số tiền", EN: "check the amounts"}}

// funding writes the prose, the amounts, and their total in figures and in words.
func (c *composer) funding(blocks []Block, f *plan.Funding) []Block {
	blocks = c.prose(blocks, f.Text, styleText)
	var total int64
	add := func(a *plan.Amount) {
		if dong, ok := a.Dong(); ok {
			total += dong
		}
	}
	for _, a := range f.Amounts {
		add(a)
		words := c.amount(a)
		if name := c.line(a.Name); name != "" {
			words = name + ": " + words
		}
		blocks = append(blocks, marked("dash", plain(words+";")))
	}
	if f.OfItems {
		for _, s := range c.plan.Sections {
			plan.Walk(s.Items, func(i *plan.Item) {
				if i.Funding != nil {
					add(i.Funding)
				}
			})
		}
	}
	if len(f.Amounts) == 0 && !f.OfItems {
		return blocks
	}
	if total > vi.MaxInWords {
		c.found = append(c.found, overflow.At(f.Amounts[0].Amount.At.Location()))
		return blocks
	}
	words := "Tổng kinh phí: " + vi.Amount(total) + " đồng (Bằng chữ: " + capital(vi.InWords(total)) + " đồng)."
	return append(blocks, Block{Style: styleText, Text: plain(words)})
}

// amount is "15.000.000 đồng (ngân sách xã)".
func (c *composer) amount(a *plan.Amount) string {
	dong, _ := a.Dong()
	words := c.at(a.Amount.At, vi.Amount(dong)) + " đồng"
	if source := c.line(a.Source); source != "" {
		words += " (" + source + ")"
	}
	return words
}
