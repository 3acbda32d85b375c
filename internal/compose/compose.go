// Package compose turns a plan into what the template prints.
//
// Compose takes a loaded plan and returns the template's data, one Document for the plan and one for each separate appendix:
// every reference written out, document numbers kept whole, deadlines, amounts and authority lines in words, recipients
// punctuated, "./." added once. The words come from internal/vi, the order from the plan, the look from the template: the data
// names styles and list levels, and no fonts. Lengths are in it where the decree ties them to a line of text (measure.go): rules, frames,
// columns that must hold a line whole, and lines broken so that no word stands alone.
// It reads no files and knows no WordprocessingML.
package compose

import (
	"strconv"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
	"github.com/kehoach/kehoach/internal/wml"
)

// A Part is one file that a plan becomes: the plan itself, or a separate appendix.
type Part struct {
	Suffix   string // added to the file's name: "", "-phu-luc-2"
	Document *Document
}

// A composer is one plan being composed. Texts are written in the order of the page, since a citation is full where it comes
// first.
type composer struct {
	plan    *plan.Plan
	due     *due.Reckoner
	family  *font.Family
	cited   map[*plan.Citation]bool
	numbers map[*plan.Item]string // "khoản 1 Mục II", filled before any text is written
	byID    map[string]string     // the same by id: a reference may mean the model's item, of which the unit has a copy
	lists   lists
	doubted map[*plan.Deadline]bool // reported already
	marks   *marks                  // to be set among the words; nil when none are asked for
	found   diag.List
}

func newComposer(p *plan.Plan, family *font.Family) *composer {
	c := &composer{plan: p, due: due.Of(p), family: family, cited: map[*plan.Citation]bool{}, numbers: map[*plan.Item]string{}, byID: map[string]string{},
		doubted: map[*plan.Deadline]bool{}}
	c.numberItems()
	return c
}

var tooManyLetters = &diag.Kind{ID: "compose/letters", Clause: "NĐ 30 PL I, II.6đ",
	Message: diag.Words{VI: "có hơn {count} điểm trong một khoản; bảng chữ cái không đủ để đánh số", EN: "more than {count} điểm in one khoản: the alphabet ends"},
	Fix:     diag.Words{VI: "chia thành nhiều khoản, hoặc ghi mark: dash", EN: "split it into several khoản, or write mark: dash"}}

// Compose composes p. The faces of family measure the lines on whose length the page depends.
func Compose(p *plan.Plan, family *font.Family) ([]Part, diag.List) {
	return newComposer(p, family).compose()
}

func (c *composer) compose() ([]Part, diag.List) {
	p := c.plan
	page := pageOf(p.Issuers[0].Page)
	d := &Document{Page: page, Type: "KẾ HOẠCH", Properties: c.properties()}
	c.head(d)
	c.lists = c.mainLists()
	c.bases(d)
	c.body(d)
	c.notePrintedNowhere()
	c.recipients(d)
	c.signatures(d)
	parts := []Part{{Document: d}}
	for i, a := range p.Appendices {
		appendix := c.appendix(a, i, page)
		if !a.Separate {
			d.Appendices = append(d.Appendices, appendix)
			continue
		}
		properties := d.Properties
		properties.Title, properties.Type, properties.Number = appendix.Label, "Phụ lục", ""
		parts = append(parts, Part{suffix(i), &Document{Page: appendix.Page, Appendices: []Appendix{appendix},
			Properties: properties}})
	}
	return parts, c.found
}

// suffix is what is added to the name of the file of the i-th appendix, from 0.
func suffix(i int) string { return "-phu-luc-" + strconv.Itoa(i+1) }

// Suffixes are those of the parts that Compose makes of p.
func Suffixes(p *plan.Plan) []string {
	suffixes := []string{""}
	for i, a := range p.Appendices {
		if a.Separate {
			suffixes = append(suffixes, suffix(i))
		}
	}
	return suffixes
}

// properties are what the file says about itself.
func (c *composer) properties() wml.Properties {
	p, issuer := c.plan, c.plan.Issuers[0]
	out := wml.Properties{Title: "Kế hoạch " + c.line(p.Title), Author: issuer.Name.Words(), Type: "Kế hoạch", Language: "vi-VN"}
	if p.Number.Given() {
		out.Number = p.Number.Text + "/KH-" + issuer.Suffix.Text
	}
	out.Created = Day(p)
	return out
}

// Day is when p is issued; the zero Time while it has no date.
func Day(p *plan.Plan) time.Time {
	d := p.Date
	if !d.Given() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, vi.Hanoi)
}

// pageOf is the paper with the agency's margins; those it does not name are the decree's least (NĐ 30 PL I, I.3).
func pageOf(m *plan.Margins) template.Page {
	page := template.Page{Top: 20, Bottom: 20, Left: 30, Right: 15}
	if m == nil {
		return page
	}
	for _, side := range []struct {
		value plan.Value
		into  *float64
	}{{m.Top, &page.Top}, {m.Bottom, &page.Bottom}, {m.Left, &page.Left}, {m.Right, &page.Right}} {
		if mm, err := strconv.ParseFloat(side.value.Text, 64); err == nil {
			*side.into = mm
		}
	}
	return page
}

// numberItems finds what {{item …}} prints: the item's khoản and mục.
func (c *composer) numberItems() {
	muc := 0
	for _, s := range c.plan.Sections {
		muc++
		at := " Mục " + vi.Roman(muc)
		for i, item := range s.Items {
			khoan := "khoản " + strconv.Itoa(i+1) + at
			c.number(item, khoan)
			for j, sub := range item.Items {
				if j < len(vi.Letters) {
					c.number(sub, "điểm "+vi.Letters[j]+" "+khoan)
				}
			}
		}
	}
}

// number notes where an item stands.
func (c *composer) number(i *plan.Item, words string) {
	c.numbers[i] = words
	c.byID[i.ID.Text] = words
}
