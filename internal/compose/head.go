package compose

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/template"
	"github.com/kehoach/kehoach/internal/vi"
)

// head composes what stands above the text: agency, number, place and date, marks, title.
func (c *composer) head(d *Document) {
	p, first := c.plan, c.plan.Issuers[0]
	for i, agency := range p.Issuers {
		if i > 0 { // joint agencies stand under one another, a gap between them
			d.Agency = append(d.Agency, "")
		}
		d.Agency = append(d.Agency, c.lines(agency.Letterhead)...)
	}
	if len(p.Issuers) == 1 {
		d.Parent = c.lines(first.Parent)
	}
	if !p.IssuedUnder.Given() { // else number and day are those of the decision
		d.Number = c.symbol(first)
		d.PlaceDate = plainBlanks(c.line(first.Place) + ", ngày " + c.issueDate())
	}
	d.Urgency, d.UrgencyWidth = urgencyWords[p.Urgency].text, urgencyWords[p.Urgency].width
	d.Circulation = circulationWords[p.Circulation]
	if p.Draft {
		d.Draft = "DỰ THẢO"
	}
	d.CirculationWidth, d.DraftWidth = c.framed(d.Circulation), c.framed(d.Draft)
	c.columns(d)
	d.AgencyRule = ruleShare * c.lineWidth(d.Agency[len(d.Agency)-1], bold, agencySize)
	d.Address = c.line(first.Address)
	d.Title = c.title(p.Title, d.Page)
	d.TitleRule = ruleShare * c.width(d.Title[len(d.Title)-1], bold, titleSize)
	if citation := p.Citation(p.IssuedUnder); citation != nil {
		words := c.mention(&plan.Mention{Citation: citation, Form: plan.MentionFull, Date: plan.DateLong})
		if citation.Subject.Given() {
			words = strings.TrimSuffix(words, " "+strings.Join(c.subject(citation), " "))
		}
		d.IssuedUnder = c.attached("(Ban hành kèm theo "+words+")", d.Page)
	}
}

// The decree's rules under the agency's name and the title are 1/3 to 1/2 of the line above them (NĐ 30 PL I, II.2b, II.5b):
// this share leaves room on both sides when a template takes another size.
const ruleShare = 0.4

// What Quốc hiệu and Tiêu ngữ say (NĐ 30 PL I, II.1), and how much of the text's width the left column of the head takes where
// nothing asks for another share: both columns then have room on both sides.
const (
	state     = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	motto     = "Độc lập - Tự do - Hạnh phúc"
	leftShare = 0.415
	spare     = 0.9 // pt that a column is wider than what it holds: programs round widths
	gutter    = 8   // pt that the left column is wider than what it holds, so that no two lines touch
)

var placeTooLong = &diag.Kind{ID: "compose/place", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.4c",
	Message: diag.Words{VI: "địa danh quá dài: không đứng được trên một dòng với ngày, tháng, năm; ngày, tháng, năm phải xuống dòng dưới",
		EN: "the place is too long to stand on one line with the date, which goes to the line below"},
	Fix: diag.Words{VI: "bớt lề trái, lề phải trong tệp cơ quan (30 và 15 mm là ít nhất), hoặc ghi tên riêng của đơn vị hành chính",
		EN: "lessen the left and right margins in the agency file (30 and 15 mm at least), or write the unit's own name alone"}}

// columns parts the head's width: number, place and date stay on one line each (II.3c, II.4c), with narrower blanks if need be, and
// the agency's name is broken into lines that fit.
func (c *composer) columns(d *Document) {
	if left, right := c.headNeeds(d); left+right > textWidth(d.Page) {
		d.Number, d.PlaceDate = narrowed(d.Number), narrowed(d.PlaceDate)
	}
	left, right := c.headNeeds(d)
	if place, day, ok := strings.Cut(d.PlaceDate, ", ngày "); ok && left+right > textWidth(d.Page) {
		d.PlaceDate = place + ",\nngày " + day
		c.found = append(c.found, placeTooLong.At(c.plan.Issuers[0].Place.At.Location()))
		left, right = c.headNeeds(d)
	}
	wanted := max(left, leftShare*textWidth(d.Page), c.widest(d.Agency, bold, agencySize)+gutter, c.widest(d.Parent, font.Style{}, agencySize)+gutter)
	d.HeadLeft = min(wanted, max(textWidth(d.Page)-right, left))
	d.Agency = c.splitLines(d.Agency, bold, agencySize, d.HeadLeft-gutter)
	d.Parent = c.splitLines(d.Parent, font.Style{}, agencySize, d.HeadLeft-gutter)
}

// headNeeds is what the two columns of the head can't do without, pt: the widths of lines that are never broken.
func (c *composer) headNeeds(d *Document) (left, right float64) {
	left = c.lineWidth(d.Number, font.Style{}, numberSize)
	for _, width := range []float64{d.UrgencyWidth, d.CirculationWidth, d.DraftWidth} {
		left = max(left, width+frameLines)
	}
	right = max(c.lineWidth(state, bold, agencySize), c.lineWidth(motto, bold, numberSize),
		c.widest(strings.Split(d.PlaceDate, "\n"), italic, numberSize)+overhang(numberSize))
	return left + gutter, right + spare
}

// overhang is what LibreOffice keeps free behind the last letter of a line in italics: a twelfth of the line's height, 1.15 times
// its size. Word keeps nothing.
func overhang(size float64) float64 { return size * 1.15 / 12 }

var wideBlank = regexp.MustCompile("\u00A0{6,}| {6,}")

// narrowed is a line whose blanks are a space narrower: two digits of a day and four of a number still fit.
func narrowed(line string) string {
	return wideBlank.ReplaceAllStringFunc(line, func(blank string) string {
		_, first := utf8.DecodeRuneInString(blank)
		return blank[first:]
	})
}

// textWidth is the width between a page's margins, pt.
func textWidth(p template.Page) float64 {
	paper := 210.0
	if p.Landscape {
		paper = 297
	}
	return (paper - p.Left - p.Right) * mm
}

var titleTooLong = &diag.Kind{ID: "compose/title", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.5b",
	Message: diag.Words{VI: `"{line}" rộng hơn trang; được ngắt thành {count} dòng gần bằng nhau, có thể không đúng chỗ hết ý`,
		EN: `"{line}" is wider than the page; it is broken into {count} lines of about one length, perhaps not where the sense does`},
	Fix: diag.Words{VI: "xuống dòng trong title ở chỗ hết ý, mỗi dòng không quá bề rộng trang",
		EN: "break the line in title where the sense does, none wider than the page"}}

// title writes a title, a text a line: those of the plan, and those that are too wide for the page broken.
func (c *composer) title(t plan.Text, page template.Page) []template.Text {
	var lines []template.Text
	for _, line := range c.paragraphs(t) {
		broken := c.split(line, bold, titleSize, textWidth(page))
		if len(broken) > 1 {
			c.found = append(c.found, titleTooLong.At(t.At.Location(), "line", line.String(), "count", strconv.Itoa(len(broken))))
		}
		lines = append(lines, broken...)
	}
	return lines
}

// What stays on one line in the words that name the document an appendix or a plan belongs to.
var kept = regexp.MustCompile(`số \S+|ngày \S+ tháng \S+ năm \S+`)

// attached is "(Kèm theo …)": one text of centred lines, in which no number and no day is torn. Its blanks become plain: in
// italics LibreOffice makes a no-break space wider than a space.
func (c *composer) attached(words string, page template.Page) template.Text {
	whole := kept.ReplaceAllStringFunc(vi.KeepNumbers(words), func(s string) string { return strings.ReplaceAll(s, " ", "\u00A0") })
	lines := c.splitLines([]string{whole}, italic, titleSize, textWidth(page)-overhang(titleSize))
	return template.Text{{Text: plainBlanks(strings.Join(lines, "\n"))}}
}

// plainBlanks makes blanks of spaces. It is for lines that are known to fit.
func plainBlanks(s string) string { return strings.ReplaceAll(s, "\u00A0", " ") }

// symbol is "Số: 05/KH-UBND". A number not yet given is a blank of fixed width (NĐ 30 PL I, II.3; PL III, Mẫu 1.4).
func (c *composer) symbol(a *plan.Agency) string {
	number := " " + c.at(c.plan.Number.At, c.plan.Number.Text)
	if !c.plan.Number.Given() {
		number = vi.NumberBlank
	}
	return vi.KeepNumbers("Số:" + number + "/KH-" + c.at(a.Suffix.At, a.Suffix.Text))
}

// issueDate is the day of issue. Day and month not yet known are blanks; the year is the plan's until then.
func (c *composer) issueDate() string {
	d := c.plan.Date
	year := d.Year
	if !d.Given() {
		words, _ := c.plan.Lookup("year")
		year, _ = strconv.Atoi(words)
	}
	return c.at(d.At, vi.LongDate(d.Day, d.Month, year))
}

// mm in points.
const mm = 72 / 25.4

// frameLines are the two sides of a frame, which stand outside of the paragraph that they go around, pt.
const frameLines = 1.5

// framed is the width of a frame that leaves 6 pt on both sides of its text, pt; its own lines come on top.
func (c *composer) framed(words string) float64 {
	if words == "" {
		return 0
	}
	return c.lineWidth(words, bold, numberSize) + 12
}

// urgencyWords are the marks and the widths of their frames, which with their lines have the decree's 20, 40 and 30 mm. NĐ 30 PL I, III.2b.
var urgencyWords = map[plan.Urgency]struct {
	text  string
	width float64
}{
	"khan":        {"KHẨN", 20*mm - frameLines},
	"thuong-khan": {"THƯỢNG KHẨN", 40*mm - frameLines},
	"hoa-toc":     {"HỎA TỐC", 30*mm - frameLines},
}

var circulationWords = map[plan.Circulation]string{
	"xem-xong-tra-lai": "XEM XONG TRẢ LẠI",
	"luu-hanh-noi-bo":  "LƯU HÀNH NỘI BỘ",
}
