package layout_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/wml"
)

// Paper of a test: the text is 200 pt wide and ten lines of 14 pt tall.
const (
	width  wml.Twips = 4000
	height wml.Twips = 3220
)

var run = wml.RunProperties{Font: "Times New Roman", Size: 28}

func paragraph(text string, change ...func(*wml.Paragraph)) *wml.Paragraph {
	p := &wml.Paragraph{MarkRun: run, ParagraphProperties: wml.ParagraphProperties{Align: wml.AlignLeft, Line: 240,
		LineRule: wml.LineAuto, WidowControl: true, OutlineLevel: 9}}
	if text != "" {
		p.Inlines = []wml.Inline{&wml.Text{Text: text, RunProperties: run}}
	}
	for _, c := range change {
		c(p)
	}
	return p
}

func section(blocks ...wml.Block) *wml.Section {
	return &wml.Section{Blocks: blocks, Break: wml.NextPage,
		Page: wml.Page{Width: width + 400, Height: height + 400, Top: 200, Bottom: 200, Left: 200, Right: 200}}
}

func pages(t *testing.T, sections ...*wml.Section) *layout.Document {
	t.Helper()
	doc, found := layout.Pages(&wml.Document{Sections: sections, DefaultTab: 720}, font.Default())
	if len(found) > 0 {
		t.Fatal(text(found))
	}
	return doc
}

func text(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

// lines are the lines of all pages, pages parted by "|".
func lines(doc *layout.Document) string {
	var all []string
	for _, p := range doc.Pages {
		all = append(all, strings.Join(p.Lines(), "/"))
	}
	return strings.Join(all, "|")
}

// short makes n paragraphs of one line each.
func short(n int, change ...func(*wml.Paragraph)) []wml.Block {
	var blocks []wml.Block
	for i := range n {
		blocks = append(blocks, paragraph(fmt.Sprint(i+1), change...))
	}
	return blocks
}

// long is a paragraph of n lines: one long word fills each.
func long(n int, change ...func(*wml.Paragraph)) *wml.Paragraph {
	return paragraph(strings.TrimSpace(strings.Repeat("Nghiêngnghiêngnghiêngnghiêng ", n)), change...)
}

func TestALineTakesEveryWordThatFits(t *testing.T) {
	doc := pages(t, section(paragraph("Ủy ban nhân dân xã xây dựng kế hoạch triển khai thực hiện")))
	if got := lines(doc); got != "Ủy ban nhân dân xã xây dựng kế/hoạch triển khai thực hiện" {
		t.Error(got)
	}
}

func TestWhereALineMayEnd(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"not in a document number":       {"Thực hiện theo các văn bản số 20/KH\u2011UBND", "Thực hiện theo các văn bản số/20/KH-UBND"},
		"after a hyphen before a letter": {"Thực hiện theo các văn bản số 20/KH-UBND", "Thực hiện theo các văn bản số/20/KH-UBND"},
		"hyphen that fits":               {"Thực hiện theo các văn bản KH-UBNDX", "Thực hiện theo các văn bản KH-/UBNDX"},
		"after a hyphen before a digit":  {"Thực hiện theo các giai đoạn 2021-2025", "Thực hiện theo các giai đoạn 2021-/2025"},
		"not at a no-break space":        {"Thực hiện theo các văn bản số\u00a0đó\u00a0và", "Thực hiện theo các văn bản/số\u00a0đó\u00a0và"},
		"in a word longer than the line": {strings.Repeat("m", 30), strings.Repeat("m", 18) + "/" + strings.Repeat("m", 12)},
		"where a break is":               {"a\nb", "a/b"},
	} {
		t.Run(name, func(t *testing.T) {
			p := paragraph(c.text)
			if before, after, ok := strings.Cut(c.text, "\n"); ok {
				p.Inlines = []wml.Inline{&wml.Text{Text: before, RunProperties: run}, &wml.Break{RunProperties: run}, &wml.Text{Text: after, RunProperties: run}}
			}
			if got := lines(pages(t, section(p))); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// Whoever copies or hears two lines that a line break parts needs a space between them.
func TestALineBreakStandsForASpace(t *testing.T) {
	p := paragraph("", func(p *wml.Paragraph) {
		p.Inlines = []wml.Inline{&wml.Text{Text: "số 05", RunProperties: run}, &wml.Break{RunProperties: run}, &wml.Text{Text: "ngày", RunProperties: run}}
	})
	all := glyphs(pages(t, section(p)).Pages[0])
	if !all[0].Space || all[1].Space {
		t.Errorf("%v behind the first line, %v behind the last", all[0].Space, all[1].Space)
	}
}

// glyphs are the runs of text of a page.
func glyphs(p *layout.Page) []*layout.Glyphs {
	var all []*layout.Glyphs
	for _, item := range p.Items {
		if g, ok := item.(*layout.Glyphs); ok {
			all = append(all, g)
		}
	}
	return all
}

func TestJustifiedLinesReachBothEdgesButTheLast(t *testing.T) {
	doc := pages(t, section(paragraph("Ủy ban nhân dân xã xây dựng kế hoạch triển khai thực hiện",
		func(p *wml.Paragraph) { p.Align = wml.AlignJustify; p.FirstLine = 400 })))
	all := glyphs(doc.Pages[0])
	first, last := all[0], all[len(all)-1]
	if first.X != layout.Length(600)*layout.Twip {
		t.Errorf("the first line begins at %.2f pt", first.X.Points())
	}
	if right := (first.X + first.Width).Points(); right < 209.9 || right > 210 {
		t.Errorf("the first line ends at %.3f pt, want 210", right)
	}
	if last.Stretch != 0 {
		t.Error("the last line is stretched")
	}
}

func TestAlignment(t *testing.T) {
	for align, want := range map[wml.Align]float64{wml.AlignLeft: 10, wml.AlignCenter: 103.8, wml.AlignRight: 197.6} {
		g := glyphs(pages(t, section(paragraph("aa", func(p *wml.Paragraph) { p.Align = align }))).Pages[0])[0]
		if got := g.X.Points(); got < want-0.4 || got > want+0.4 {
			t.Errorf("%s: %.2f pt, want %.2f", align, got, want)
		}
	}
}

func TestNumbersStandBeforeTheText(t *testing.T) {
	p := paragraph("chữ", func(p *wml.Paragraph) { p.Number = &wml.Number{Text: "1.", Suffix: wml.SuffixSpace, Run: run} })
	if got := lines(pages(t, section(p))); got != "1. chữ" {
		t.Error(got)
	}
}

func TestTabStops(t *testing.T) {
	tab := func(align wml.Align) float64 {
		p := paragraph("", func(p *wml.Paragraph) {
			p.Tabs = []wml.Tab{{At: 2000, Align: align}}
			p.Inlines = []wml.Inline{&wml.Text{Text: "a", RunProperties: run}, &wml.TabChar{RunProperties: run}, &wml.Text{Text: "bb", RunProperties: run}}
		})
		all := glyphs(pages(t, section(p)).Pages[0])
		return all[1].X.Points()
	}
	for align, want := range map[wml.Align]float64{wml.AlignLeft: 110, wml.AlignRight: 96, wml.AlignCenter: 103} {
		if got := tab(align); got < want-0.1 || got > want+0.1 {
			t.Errorf("%s: %.2f, want %.2f", align, got, want)
		}
	}
}

func TestLineHeights(t *testing.T) {
	gap := func(change func(*wml.Paragraph)) float64 {
		all := glyphs(pages(t, section(long(2, change))).Pages[0])
		return (all[1].Y - all[0].Y).Points()
	}
	for name, c := range map[string]struct {
		change func(*wml.Paragraph)
		want   float64
	}{
		"single":         {func(*wml.Paragraph) {}, 16.10},
		"one and a half": {func(p *wml.Paragraph) { p.Line = 360 }, 24.15},
		"at least, more": {func(p *wml.Paragraph) { p.Line, p.LineRule = 400, wml.LineAtLeast }, 20},
		"at least, less": {func(p *wml.Paragraph) { p.Line, p.LineRule = 100, wml.LineAtLeast }, 16.10},
		"exactly":        {func(p *wml.Paragraph) { p.Line, p.LineRule = 280, wml.LineExact }, 14},
	} {
		if got := gap(c.change); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%s: %.3f pt, want %.2f", name, got, c.want)
		}
	}
}

func TestTheLargerSpaceStandsUnlessTheSettingsAddThem(t *testing.T) {
	spaced := func(p *wml.Paragraph) { p.Before, p.After = 200, 120 }
	for add, want := range map[bool]float64{false: 26.1, true: 32.1} { // 16.1 pt of line, 6 after, 10 before
		doc, _ := layout.Pages(&wml.Document{Sections: []*wml.Section{section(short(7, spaced)...)}, DefaultTab: 720, AddSpacing: add}, font.Default())
		first := glyphs(doc.Pages[0])
		if gap := (first[1].Y - first[0].Y).Points(); gap < want-0.01 || gap > want+0.01 {
			t.Errorf("added %v: %.2f pt, want %.2f", add, gap, want)
		}
		if top := glyphs(doc.Pages[1])[0].Y.Points(); top > 10+16 {
			t.Errorf("the first line of page 2 stands at %.2f: its space is not swallowed", top)
		}
	}
}

func TestTabLeadersAreNamedNotDroppedSilently(t *testing.T) {
	p := paragraph("", func(p *wml.Paragraph) {
		p.Tabs = []wml.Tab{{At: 2000, Align: wml.AlignLeft, Leader: '.'}}
		p.Inlines = []wml.Inline{&wml.TabChar{RunProperties: run}, &wml.Text{Text: "a", RunProperties: run}}
	})
	if _, found := layout.Pages(&wml.Document{Sections: []*wml.Section{section(p)}, DefaultTab: 720}, font.Default()); len(found) != 1 || found[0].Kind.ID != "layout/leader" {
		t.Error(text(found))
	}
}

func TestPagesBreak(t *testing.T) {
	next := func(p *wml.Paragraph) { p.KeepNext = true }
	for name, c := range map[string]struct {
		blocks []wml.Block
		want   []int // lines of each page
	}{
		"ten lines fit":                        {short(10), []int{10}},
		"the eleventh does not":                {short(11), []int{10, 1}},
		"no orphan: two lines stay together":   {append(short(9), long(4)), []int{9, 4}},
		"no widow: two lines go over":          {append(short(5), long(6)), []int{9, 2}},
		"three lines are never parted":         {append(short(8), long(3)), []int{8, 3}},
		"unless nobody asks":                   {append(short(9), long(4, func(p *wml.Paragraph) { p.WidowControl = false })), []int{10, 3}},
		"keep lines":                           {append(short(5), long(6, func(p *wml.Paragraph) { p.KeepLines = true })), []int{5, 6}},
		"a heading goes with its text":         {append(short(8), paragraph("tiêu đề", next), long(4)), []int{8, 5}},
		"a chain longer than a page is parted": {short(15, next), []int{5, 10}},
		"page break before":                    {append(short(2), paragraph("x", func(p *wml.Paragraph) { p.PageBreakBefore = true })), []int{2, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []int
			for _, p := range pages(t, section(c.blocks...)).Pages {
				got = append(got, len(p.Lines()))
			}
			if fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("%v lines, want %v", got, c.want)
			}
		})
	}
}

func table(rows ...*wml.Row) *wml.Table { return &wml.Table{Grid: []wml.Twips{2000, 2000}, Rows: rows} }

func row(change func(*wml.Row), cells ...wml.Block) *wml.Row {
	r := &wml.Row{HeightRule: wml.LineAtLeast}
	for _, block := range cells {
		line := wml.Border{Style: "single", Size: 4}
		r.Cells = append(r.Cells, &wml.Cell{Span: 1, VAlign: "top", Blocks: []wml.Block{block}, TopBorder: line, BottomBorder: line, LeftBorder: line, RightBorder: line})
	}
	if change != nil {
		change(r)
	}
	return r
}

func TestSignatureBlockTakesTwoLinesAlong(t *testing.T) {
	whole := func(r *wml.Row) { r.CantSplit = true }
	block := row(whole, paragraph("Nơi nhận"), paragraph("CHỦ TỊCH"))
	block.Height = 1000
	doc := pages(t, section(append(short(5), long(4, func(p *wml.Paragraph) { p.KeepNext = true }), table(block))...))
	last := doc.Pages[len(doc.Pages)-1].Lines()
	if len(doc.Pages) != 2 || len(last) != 4 {
		t.Errorf("two lines of text and the block's two stand on the last page: %s", lines(doc))
	}
}

func TestHeaderRowsAreRepeatedOnEveryPage(t *testing.T) {
	rows := []*wml.Row{row(func(r *wml.Row) { r.Header = true }, paragraph("STT"), paragraph("Nội dung"))}
	for i := range 25 {
		rows = append(rows, row(nil, paragraph(fmt.Sprint(i)), paragraph("x")))
	}
	doc := pages(t, section(table(rows...)))
	if len(doc.Pages) != 3 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	for i, p := range doc.Pages {
		all := glyphs(p)
		if all[0].Text != "STT" || all[0].Y.Points() > 25 {
			t.Errorf("page %d begins with %q at %.1f", i+1, all[0].Text, all[0].Y.Points())
		}
	}
}

func TestATallRowBreaksBetweenLines(t *testing.T) {
	doc := pages(t, section(append(short(6), table(row(nil, paragraph(strings.TrimSpace(strings.Repeat("Nghiêngnghiêng ", 8))), paragraph("b"))))...))
	if len(doc.Pages) != 2 || !strings.Contains(lines(doc), "b|") {
		t.Errorf("%s", lines(doc))
	}
	doc = pages(t, section(append(short(6), table(row(func(r *wml.Row) { r.CantSplit = true }, paragraph(strings.TrimSpace(strings.Repeat("Nghiêngnghiêng ", 8))), paragraph("b"))))...))
	if got := len(doc.Pages[0].Lines()); got != 6 {
		t.Errorf("a row that may not break leaves %d lines on page 1, want 6", got)
	}
}

func TestARowTallerThanAPageBreaksEvenIfItMayNot(t *testing.T) {
	whole := func(r *wml.Row) { r.CantSplit = true }
	tall := paragraph(strings.TrimSpace(strings.Repeat("Nghiêngnghiêng ", 25)))
	doc := pages(t, section(append(short(3), table(row(whole, tall, paragraph("b"))))...))
	for i, p := range doc.Pages {
		for _, g := range glyphs(p) {
			if g.Y > p.Height-10*layout.Point {
				t.Fatalf("page %d: a line at %.1f is off the page", i+1, g.Y.Points())
			}
		}
	}
	if got := strings.Count(lines(doc), "Nghiêng"); got != 25 {
		t.Errorf("%d of 25 lines are there: %s", got, lines(doc))
	}
}

func TestMergedCellsHaveTheHeightOfTheirRows(t *testing.T) {
	one := row(nil, long(4), paragraph("1"))
	one.Cells[0].VMerge = wml.MergeRestart
	one.Cells[0].Blocks = []wml.Block{paragraph("Nghiêngnghiêng Nghiêngnghiêng Nghiêngnghiêng Nghiêngnghiêng")}
	two := row(nil, paragraph(""), paragraph("2"))
	two.Cells[0].VMerge = wml.MergeContinue
	doc := pages(t, section(table(one, two), paragraph("sau")))
	var after, second float64
	for _, g := range glyphs(doc.Pages[0]) {
		switch g.Text {
		case "sau":
			after = g.Y.Points()
		case "2":
			second = g.Y.Points()
		}
	}
	if second > 45 {
		t.Errorf("row 2 stands at %.1f: the merged text pushes it down", second)
	}
	if after < 10+4*16.1 {
		t.Errorf("what follows stands at %.1f, inside the merged cell", after)
	}
}

func TestBordersOfACellAreDrawnOnce(t *testing.T) {
	doc := pages(t, section(table(row(nil, paragraph("a"), paragraph("b")), row(nil, paragraph("c"), paragraph("d")))))
	seen := map[string]bool{}
	for _, item := range doc.Pages[0].Items {
		if r, ok := item.(*layout.Rule); ok {
			key := fmt.Sprint(*r)
			if seen[key] {
				t.Errorf("drawn twice: %s", key)
			}
			seen[key] = true
		}
	}
	if len(seen) != 12 {
		t.Errorf("%d lines, want 12: two rows of top or bottom, three uprights each", len(seen))
	}
}

func TestHeadersCountPages(t *testing.T) {
	field := func(name string) []wml.Block {
		p := paragraph("")
		p.Inlines = []wml.Inline{&wml.Field{Name: name, RunProperties: run}}
		return []wml.Block{p}
	}
	one := section(short(12)...)
	one.TitlePage, one.Number, one.Header.Default, one.Page.HeaderDistance = true, 1, field("PAGE"), 10
	two := section(short(12)...)
	two.Number, two.Footer.Default = 1, field("NUMPAGES")
	doc := pages(t, one, two)
	var got []string
	for _, p := range doc.Pages {
		all := p.Lines()
		got = append(got, all[0]+"…"+all[len(all)-1])
	}
	if want := "[1…9 2…12 1…4 10…4]"; len(doc.Pages) < 4 {
		t.Errorf("%v, want something like %s", got, want)
	}
	if doc.Pages[0].Lines()[0] != "1" || doc.Pages[1].Lines()[0] != "2" {
		t.Errorf("page 1 shows no number, page 2 its own: %v", got)
	}
	if first := doc.Pages[2]; first.Number != 1 || first.Section != 1 {
		t.Errorf("the second section begins anew: %+v", first)
	}
}

func TestALetterThatNoFaceHasIsAFinding(t *testing.T) {
	_, found := layout.Pages(&wml.Document{Sections: []*wml.Section{section(paragraph("dấu ☐ trong câu"))}, DefaultTab: 720}, font.Default())
	if !found.Failed() || found[0].Kind.ID != "layout/no-glyph" || !strings.Contains(text(found), "U+2610") {
		t.Error(text(found))
	}
}

func TestHeadingsBecomeBookmarks(t *testing.T) {
	p := paragraph("MỤC ĐÍCH", func(p *wml.Paragraph) {
		p.OutlineLevel = 0
		p.Number = &wml.Number{Text: "I.", Suffix: wml.SuffixSpace, Run: run}
	})
	doc := pages(t, section(append(short(10), p)...))
	if len(doc.Headings) != 1 || doc.Headings[0].Text != "I. MỤC ĐÍCH" || doc.Headings[0].Page != 1 {
		t.Errorf("%+v", doc.Headings)
	}
}

func TestOtherFontsAreNamedOnce(t *testing.T) {
	arial := wml.RunProperties{Font: "Arial", Size: 28}
	p := paragraph("")
	p.Inlines = []wml.Inline{&wml.Text{Text: "a", RunProperties: arial}, &wml.Text{Text: "b", RunProperties: arial}}
	_, found := layout.Pages(&wml.Document{Sections: []*wml.Section{section(p)}, DefaultTab: 720}, font.Default())
	if len(found) != 1 || found[0].Kind.ID != "layout/font" {
		t.Error(text(found))
	}
}

func BenchmarkPages(b *testing.B) {
	var blocks []wml.Block
	for range 40 {
		blocks = append(blocks, paragraph(strings.Repeat("Ủy ban nhân dân xã xây dựng kế hoạch triển khai thực hiện. ", 6), func(p *wml.Paragraph) { p.Align = wml.AlignJustify }))
	}
	s := section(blocks...)
	s.Page = wml.Page{Width: 11906, Height: 16838, Top: 1134, Bottom: 1134, Left: 1701, Right: 975}
	doc := &wml.Document{Sections: []*wml.Section{s}, DefaultTab: 720}
	b.ReportAllocs()
	for b.Loop() {
		layout.Pages(doc, font.Default())
	}
}
