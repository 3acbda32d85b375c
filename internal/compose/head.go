package compose

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
)

// head composes what stands above the text: agency, number, place and date, marks, title.
func (c *composer) head(d *Document) {
	p, first := c.plan, c.plan.Issuers[0]
	for i, agency := range p.Issuers {
		lines := agencyLines(agency)
		if i > 0 { // joint agencies stand under one another, joined by a dash
			d.Agency[len(d.Agency)-1] += " -"
		}
		d.Agency = append(d.Agency, lines...)
	}
	if len(p.Issuers) == 1 {
		d.Parent = nonEmpty(first.Parent.Text)
	}
	d.AgencyRule = ruleShare * c.width(d.Agency[len(d.Agency)-1], agencySize)
	if !p.IssuedUnder.Given() { // else number and day are those of the decision
		d.Number = number(p, first)
		d.PlaceDate = first.Place.Text + ", ngày " + c.issueDate()
	}
	d.Urgency, d.UrgencyWidth = urgencyWords[p.Urgency].text, urgencyWords[p.Urgency].width
	d.Circulation = circulationWords[p.Circulation]
	if p.Draft {
		d.Draft = "DỰ THẢO"
	}
	d.Address = c.line(first.Address)
	d.Title = c.paragraphs(p.Title)
	d.TitleRule = ruleShare * c.lastLine(d.Title[len(d.Title)-1].String(), d.Page)
	if citation := p.Citation(p.IssuedUnder); citation != nil {
		words := c.mention(&plan.Mention{Citation: citation, Form: plan.MentionFull, Date: plan.DateLong})
		if citation.Subject.Given() {
			words = strings.TrimSuffix(words, " "+strings.Join(c.subject(citation), " "))
		}
		d.IssuedUnder = plain("(Ban hành kèm theo " + words + ")")
	}
}

// The decree's rules under the agency's name and the title are 1/3 to 1/2 of the line above them (NĐ 30 PL I, II.2b, II.5b):
// this share leaves room on both sides when a template takes another size.
const ruleShare = 0.4

// The sizes that the built-in template sets the two lines in, pt. Both are bold.
const agencySize, titleSize = 12, 14

// agencyLines are the lines of an agency's name on the page.
func agencyLines(a *plan.Agency) []string { return nonEmpty(a.Letterhead.Text) }

func nonEmpty(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// number is "Số: 05/KH-UBND". A number not yet given is a blank of fixed width (NĐ 30 PL I, II.3; PL III, Mẫu 1.4).
func number(p *plan.Plan, a *plan.Agency) string {
	number := " " + p.Number.Text
	if !p.Number.Given() {
		number = vi.NumberBlank
	}
	return vi.KeepNumbers("Số:" + number + "/KH-" + a.Suffix.Text)
}

// issueDate is the day of issue. Day and month not yet known are blanks; the year is the plan's until then.
func (c *composer) issueDate() string {
	d := c.plan.Date
	year := d.Year
	if !d.Given() {
		words, _ := c.plan.Lookup("year")
		year, _ = strconv.Atoi(words)
	}
	return vi.LongDate(d.Day, d.Month, year)
}

// mm in points.
const mm = 72 / 25.4

// urgencyWords are the marks and the widths of their frames. NĐ 30 PL I, III.2b.
var urgencyWords = map[plan.Urgency]struct {
	text  string
	width float64
}{
	"khan":        {"KHẨN", 20 * mm},
	"thuong-khan": {"THƯỢNG KHẨN", 40 * mm},
	"hoa-toc":     {"HỎA TỐC", 30 * mm},
}

var circulationWords = map[plan.Circulation]string{
	"xem-xong-tra-lai": "XEM XONG TRẢ LẠI",
	"luu-hanh-noi-bo":  "LƯU HÀNH NỘI BỘ",
}

// width is a bold line's width in pt.
func (c *composer) width(line string, size float64) float64 {
	face := c.family.Face(font.Style{Bold: true})
	units := 0
	for _, r := range line {
		if r == '\u2011' {
			r = '-'
		}
		advance, _ := face.Advance(r)
		units += advance
	}
	return float64(units) * size / float64(face.UnitsPerEm())
}

// lastLine is the width of the last line that a title is broken into where it is wider than the text.
func (c *composer) lastLine(title string, page template.Page) float64 {
	room := (210 - page.Left - page.Right) * mm
	line := ""
	for _, word := range strings.Fields(title) {
		longer := strings.TrimPrefix(line+" "+word, " ")
		if c.width(longer, titleSize) > room {
			longer = word
		}
		line = longer
	}
	return c.width(line, titleSize)
}
