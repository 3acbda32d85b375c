package layout_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/layout"
	"github.com/kehoach/kehoach/internal/wml"
)

func cellOf(blocks ...wml.Block) *wml.Cell { return &wml.Cell{Span: 1, Blocks: blocks} }
func rowOf(cells ...*wml.Cell) *wml.Row    { return &wml.Row{Cells: cells} }

// A long cell under a repeated header row lost 796 of 899 words: they were set below the paper's edge, and nobody said so.
func TestNoTextOfATableIsSetBelowTheMargin(t *testing.T) {
	h := func() *wml.Row { r := rowOf(cellOf(paragraph("H")), cellOf(paragraph("H"))); r.Header = true; return r }
	keepLines := func(p *wml.Paragraph) { p.KeepLines = true }
	keepNext := func(p *wml.Paragraph) { p.KeepNext = true }
	for name, blocks := range map[string]func() []wml.Block{
		"cantSplit row taller than page, repeated header": func() []wml.Block {
			r := rowOf(cellOf(short(25)...), cellOf(paragraph("b")))
			r.CantSplit = true
			return []wml.Block{table(h(), r)}
		},
		"cantSplit tall row after text and header": func() []wml.Block {
			r := rowOf(cellOf(short(25)...), cellOf(paragraph("b")))
			r.CantSplit = true
			return append(short(3), table(h(), rowOf(cellOf(paragraph("x")), cellOf(paragraph("y"))), r))
		},
		"splittable tall row, header, little room left": func() []wml.Block {
			r := rowOf(cellOf(short(25)...), cellOf(paragraph("b")))
			return append(short(9), table(h(), r))
		},
		"header and first row near the page's end, tall row next": func() []wml.Block {
			r := rowOf(cellOf(long(12, keepLines)), cellOf(paragraph("b")))
			return []wml.Block{table(h(), rowOf(cellOf(paragraph("x")), cellOf(paragraph("y"))), r)}
		},
		"keepLines longer than a page in a cell": func() []wml.Block {
			return []wml.Block{table(rowOf(cellOf(long(25, keepLines)), cellOf(paragraph("b"))))}
		},
		"keepNext chain longer than a page in a cell": func() []wml.Block {
			return []wml.Block{table(rowOf(cellOf(short(25, keepNext)...), cellOf(paragraph("b"))))}
		},
		"nested table taller than a page": func() []wml.Block {
			var rows []*wml.Row
			for _, b := range short(25) {
				rows = append(rows, rowOf(cellOf(b)))
			}
			n := &wml.Table{Grid: []wml.Twips{1500}, Rows: rows}
			return []wml.Block{table(rowOf(cellOf(n, paragraph("e")), cellOf(paragraph("b"))))}
		},
		"nested single row taller than a page": func() []wml.Block {
			n := &wml.Table{Grid: []wml.Twips{1500}, Rows: []*wml.Row{rowOf(cellOf(short(25)...))}}
			return []wml.Block{table(rowOf(cellOf(n, paragraph("e")), cellOf(paragraph("b"))))}
		},
		"merged cell taller than a page": func() []wml.Block {
			a, b := rowOf(cellOf(short(25)...), cellOf(paragraph("p"))), rowOf(cellOf(), cellOf(paragraph("q")))
			a.Cells[0].VMerge, b.Cells[0].VMerge = wml.MergeRestart, wml.MergeContinue
			return []wml.Block{table(a, b)}
		},
		"merged cell over rows taller than a page": func() []wml.Block {
			var rows []*wml.Row
			for i, b := range short(25) {
				r := rowOf(cellOf(), cellOf(b))
				r.Cells[0].VMerge = wml.MergeContinue
				if i == 0 {
					r.Cells[0].VMerge = wml.MergeRestart
					r.Cells[0].Blocks = short(5)
				}
				rows = append(rows, r)
			}
			return append(short(8), table(rows...))
		},
		"header taller than a page": func() []wml.Block {
			r := rowOf(cellOf(short(15)...), cellOf(paragraph("H")))
			r.Header = true
			return []wml.Block{table(r, rowOf(cellOf(short(3)...), cellOf(paragraph("b"))), rowOf(cellOf(short(15)...), cellOf(paragraph("b"))))}
		},
		"header nearly a page": func() []wml.Block {
			r := rowOf(cellOf(short(9)...), cellOf(paragraph("H")))
			r.Header = true
			return []wml.Block{table(r, rowOf(cellOf(short(3)...), cellOf(paragraph("b"))), rowOf(cellOf(short(15)...), cellOf(paragraph("b"))))}
		},
		"row height over a page": func() []wml.Block {
			r := rowOf(cellOf(paragraph("a")), cellOf(paragraph("b")))
			r.Height = 20000
			return []wml.Block{table(h(), r)}
		},
		"empty cells, tall row, header": func() []wml.Block {
			r := rowOf(cellOf(), cellOf())
			r.Height = 20000
			return append(short(2), table(h(), r, rowOf(cellOf(paragraph("z")), cellOf())))
		},
		"exact row over a page": func() []wml.Block {
			r := rowOf(cellOf(short(25)...), cellOf(paragraph("b")))
			r.Height = 20000
			r.HeightRule = wml.LineExact
			return []wml.Block{table(r)}
		},
		"page break in a cell": func() []wml.Block {
			p := paragraph("")
			p.Inlines = []wml.Inline{&wml.Text{Text: "a", RunProperties: run}, &wml.Break{Page: true, RunProperties: run}, &wml.Text{Text: "b", RunProperties: run}}
			return []wml.Block{table(rowOf(cellOf(p), cellOf(paragraph("b"))))}
		},
	} {
		t.Run(name, func(t *testing.T) {
			doc := pages(t, section(blocks()...))
			for i, p := range doc.Pages {
				for _, g := range glyphs(p) {
					if g.Y > p.Height-200*layout.Twip {
						t.Errorf("page %d: %q stands at %.1f pt", i+1, g.Text, g.Y.Points())
					}
				}
			}
		})
	}
}

func TestEveryWordOfATallCellIsSetOnce(t *testing.T) {
	header := rowOf(cellOf(paragraph("H")))
	header.Header = true
	nested := &wml.Table{Grid: []wml.Twips{1500}, Rows: []*wml.Row{rowOf(cellOf(short(35)...))}}
	tall := rowOf(cellOf(nested, paragraph("e")))
	tall.CantSplit = true
	doc := pages(t, section(&wml.Table{Grid: []wml.Twips{4000}, Rows: []*wml.Row{header, tall}}))
	var want []string
	for _, b := range short(35) {
		want = append(want, b.(*wml.Paragraph).Inlines[0].(*wml.Text).Text)
	}
	got := strings.Fields(strings.NewReplacer("/", " ", "|", " ", "H", " ").Replace(lines(doc)))
	if strings.Join(got, " ") != strings.Join(append(want, "e"), " ") {
		t.Error(lines(doc))
	}
}

func TestTextThatNoPageCouldHoldIsAFinding(t *testing.T) {
	r := rowOf(cellOf(paragraph("a")))
	r.Cells[0].Margins.Top = 9000
	_, found := layout.Pages(&wml.Document{Sections: []*wml.Section{section(&wml.Table{Grid: []wml.Twips{4000}, Rows: []*wml.Row{r}})},
		DefaultTab: 720}, font.Default())
	if !strings.Contains(text(found), "layout/off-page") {
		t.Errorf("found %q", text(found))
	}
}

func TestRaisedTextMakesItsLineNoTaller(t *testing.T) {
	raised := run
	raised.Superscript = true
	p := paragraph("100 m")
	p.Inlines = append(p.Inlines, &wml.Text{Text: "2", RunProperties: raised})
	all := glyphs(pages(t, section(p, paragraph("b"))).Pages[0])
	if gap := (all[2].Y - all[0].Y).Points(); gap < 16.09 || gap > 16.11 {
		t.Errorf("the next line stands %.2f pt lower, want 16.10", gap)
	}
	if up := (all[0].Y - all[1].Y).Points(); up < 5.4 || up > 5.6 {
		t.Errorf("raised by %.2f pt, LibreOffice by 5.5", up)
	}
}

func TestMoreThanSingleSpacingStandsBelowTheLetters(t *testing.T) {
	all := glyphs(pages(t, section(paragraph("a"), paragraph("b", func(p *wml.Paragraph) { p.Line = 360 }), paragraph("c"))).Pages[0])
	for i, want := range []float64{16.10, 24.15} {
		if gap := (all[i+1].Y - all[i].Y).Points(); gap < want-0.01 || gap > want+0.01 {
			t.Errorf("line %d: %.2f pt lower, want %.2f", i+2, gap, want)
		}
	}
}

func TestAPageBreakAtAParagraphsEndLeavesNoEmptyLine(t *testing.T) {
	broken := paragraph("a")
	broken.Inlines = append(broken.Inlines, &wml.Break{Page: true, RunProperties: run})
	doc := pages(t, section(broken, paragraph("b", func(p *wml.Paragraph) { p.Before = 200 })))
	if got := lines(doc); got != "a|b" {
		t.Fatal(got)
	}
	// 10 pt of margin, 10 pt of the paragraph's own space, 13.07 pt of letters.
	if y := glyphs(doc.Pages[1])[0].Y.Points(); y < 33.0 || y > 33.2 {
		t.Errorf("b stands at %.2f pt, want 33.07", y)
	}
}

func TestWhereALineMayEndAfterAMark(t *testing.T) {
	for token, want := range map[string]string{"2021-2025mmmmm": "2021-", "2021–2025mmmmm": "2021–", "a…mmmmmmmmmm": "a…", "a?mmmmmmmmmm": "a?",
		"-mmmmmmmmmmm": "-", "a-“mmmmmmmmm": "", "a-,mmmmmmmmm": "", "a--mmmmmmmmm": "a--", "a/mmmmmmmmmm": ""} {
		got, _, _ := strings.Cut(lines(pages(t, section(paragraph("Thực hiện theo văn bản "+token)))), "/")
		if got = strings.TrimSpace(strings.TrimPrefix(got, "Thực hiện theo văn bản")); got != want {
			t.Errorf("%s: the line ends behind %q, want %q", token, got, want)
		}
	}
}

func TestAHeaderRowIsNotLeftAloneAboveARowThatNoPageHolds(t *testing.T) {
	header, tall := rowOf(cellOf(paragraph("H"))), rowOf(cellOf(short(25)...))
	header.Header, tall.CantSplit = true, true
	doc := pages(t, section(&wml.Table{Grid: []wml.Twips{4000}, Rows: []*wml.Row{header, tall}}))
	if got := doc.Pages[0].Lines(); len(got) < 3 {
		t.Error(lines(doc))
	}
}
