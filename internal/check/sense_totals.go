package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

var total = &Rule{
	Kind: diag.Kind{ID: "sense/total", Severity: diag.Warning,
		Message: diag.Words{VI: "ghi {given}, tính lại là {sum}", EN: "{given} is written; reckoned again it is {sum}"},
		Fix:     diag.Words{VI: "tính lại, sửa tổng hoặc số thành phần", EN: "reckon again, and mend the total or a part"}},
	Title:  diag.Words{VI: "Tổng bằng các phần cộng lại", EN: "Totals add up"},
	Reason: diag.Words{VI: "Số tổng sai thì dự toán không được duyệt; thường do sửa một dòng mà quên dòng tổng.", EN: "A budget with a wrong total is sent back; mostly a line was changed and the total forgotten."},
	Wrong:  `Tổng kinh phí 50.000.000 đồng, gồm: ngân sách xã 20.000.000 đồng; nguồn xã hội hóa 25.000.000 đồng.`,
	Right:  `Tổng kinh phí 45.000.000 đồng, gồm: ngân sách xã 20.000.000 đồng; nguồn xã hội hóa 25.000.000 đồng.`,
	whole: func(l *Look) {
		for i := range l.Sentences {
			l.Sentences[i].totals()
			l.Sentences[i].products()
			l.Sentences[i].fractions()
		}
		for _, a := range l.Plan.Appendices {
			if a.Table != nil {
				l.totalsOfTable(a.Table)
			}
		}
	},
}

// A sum in words: a total, "gồm" or "trong đó", and the parts.
var (
	sumForm = pattern.Of(`(?i)(?:(?:tổng|dự toán|kinh phí|số|sĩ số|quy mô|cơ cấu)[^.;\d]{0,60}? ?|^|[ (])(\d[\d.,]*)((?: [\p{L}%]+){0,4}?)(?:,|:|;)? ?\(?(trong đó|bao gồm|gồm)(?: có)?:? ([^()]*)`)
	figure  = pattern.Of(`\d[\d.,]*\d|\d`)
	// partForm is one part: a few words, its figure, its unit; or the figure first.
	partForm = pattern.Of(`^((?:[\p{L}/\-–“”"]+ ?(?:, )?){0,9})(\d[\d.,]*\d|\d)((?: [\p{L}%]+){0,3})$`)
	partEnd  = pattern.Of(`[,;] | và |\.\s|\.$|$`)
	goesOn   = pattern.Of(`(?i)^(?:theo|do|để|được|bảo đảm|đảm bảo|trong|tại|hoàn thành|với|từ|trước|chậm nhất) `)
	ordinals = pattern.Of(`(?i)(?:^|[ ,])(?:thôn|lớp|khối|tổ|quý|đợt|số|khu|giai đoạn|mục|điều|khoản|tháng|năm|ngày|khóa|phần|nhóm|cấp|loại|ấp|bản|đội|quận|phường|vòng|bước|kỳ|trên|dưới|từ|mỗi) $`)
	// numberedNames end in a number that counts nothing: "Đề án 06 gồm", "giai đoạn 2026 - 2030 gồm".
	numberedNames = pattern.Of(`(?i)(?:^|[ ,(])(?:đề án|dự án|chương trình|kế hoạch|ban chỉ đạo|tổ công tác|biểu|phụ lục) $|\d ?[-–] ?$`)
	amounts       = pattern.Of(`(?i)(?:tổng|sĩ|dân|quân) số(?: (?:thôn|lớp|khối|tổ|khu|nhóm|đội|ấp|bản|phường|mục|điều))? $`)
	sexes         = pattern.Of(`(?i)(?:^|[ ,])nam [^;]*[ ,]nữ `)
)

// totals reports a figure that is not the sum of the parts told behind it. "Trong đó" may tell some of the parts only: then the sum
// must be greater, or three and more parts, or both sexes, be told.
func (s *Sentence) totals() {
	s.totalBehind()
	if !strings.Contains(s.Text, "gồm") && !strings.Contains(s.Text, "trong đó") {
		return
	}
	m := sumForm.FindStringSubmatchIndex(s.Text)
	if m == nil {
		return
	}
	in := func(i int) string { return s.Text[m[i]:m[i+1]] }
	whole, ok := count(in(2))
	if !ok {
		return
	}
	before := upTo(s.Text, m[2])
	if numberedNames.MatchString(before) || ordinals.MatchString(before) && !amounts.MatchString(before) {
		return
	}
	parts, sum, last := partsOf(in(8), strings.TrimSpace(in(4)))
	totalled := m[0] < m[2]-1     // a word says that it is a total
	if !totalled && in(4) == "" { // nothing says what it counts
		return
	}
	some := strings.EqualFold(in(6), "trong đó")
	if parts < 2 || sum == whole || some && !totalled || sum < whole && some && parts < 3 && !sexes.MatchString(in(8)[:last]) {
		return
	}
	s.report(m[2], m[3], "given", in(2), "sum", vi.Amount(sum))
}

// totalBehind reports "đã đo đạc 25 ha, còn lại 15 ha, tổng cộng 45 ha" when all that has the unit adds up to something else.
func (s *Sentence) totalBehind() {
	m := behindForm.FindStringSubmatchIndex(s.Text)
	if m == nil {
		return
	}
	before, unit := s.Text[clause(s.Text, m[0]):m[0]], s.Text[m[4]:m[5]]
	whole, ok := count(s.Text[m[2]:m[3]])
	if !ok || strings.Contains(before, "mỗi") {
		return
	}
	parts, sum := 0, int64(0)
	for _, f := range counted.FindAllStringSubmatch(before, -1) {
		if f[2] != unit {
			continue
		}
		n, ok := count(f[1])
		if !ok {
			return
		}
		parts, sum = parts+1, sum+n
	}
	if parts > 1 && sum != whole {
		s.report(m[2], m[3], "given", s.Text[m[2]:m[3]], "sum", vi.Amount(sum))
	}
}

var (
	behindForm = pattern.Of(`, tổng cộng(?: là)? (\d[\d.]*) (\p{L}+)`)
	counted    = pattern.Of(`(\d[\d.,]*) (\p{L}+)`)
)

// mostPending is how many words and commas partForm takes before a figure. What is longer must not grow with the line: it is looked at
// again with each piece.
const mostPending = 18

// partsOf adds up the parts that a text begins with, in a unit; last is where they end. None when one is not understood.
func partsOf(text, unit string) (parts int, sum int64, last int) {
	pending := ""
	for at := 0; at < len(text); {
		end := partEnd.FindStringIndex(text[at:])
		piece := pending + text[at:at+end[0]]
		next := at + max(end[1], 1)
		m := partForm.FindStringSubmatch(piece)
		switch {
		case m != nil:
			n, ok := count(m[2])
			if behind := strings.TrimSpace(m[3]); !ok || ordinals.MatchString(m[1]) || behind != "" && unit != "" && !strings.HasPrefix(unit, behind) && !strings.HasPrefix(behind, unit) {
				return 0, 0, 0
			}
			parts, sum, last, pending = parts+1, sum+n, next, ""
		case parts > 0 && (strings.HasPrefix(text[max(at-2, 0):], "; ") || goesOn.MatchString(piece)):
			return parts, sum, last
		case figure.MatchString(piece):
			return 0, 0, 0
		default:
			if pending = piece + ", "; len(strings.Fields(pending)) > mostPending {
				pending = "…, " // which no part begins with, as none has that many words
			}
		}
		if strings.Contains(text[at+end[0]:min(at+end[1], len(text))], ".") {
			break
		}
		at = next
	}
	return parts, sum, min(last, len(text))
}

// count is a whole number, its thousands parted by full stops.
func count(text string) (int64, bool) {
	text = strings.TrimRight(text, ".,")
	if !wholeNumber.MatchString(text) {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(text, ".", ""), 10, 64)
	return n, err == nil
}

var (
	wholeNumber = pattern.Of(`^(?:\d{1,3}(?:\.\d{3})+|\d{1,15})$`)
	productForm = pattern.Of(`((?:\d[\d.]*(?: ?[\p{L}/]+){0,4} ?[xX×*] ?)+\d[\d.]*(?: ?[\p{L}/]+){0,4}) ?= ?(\d[\d.]*\d|\d)`)
	factor      = pattern.Of(`(?:^|[xX×*] ?)(\d[\d.]*)`)
)

// products reports "30 người x 12 ngày x 100.000 đồng = …" that is reckoned wrongly.
func (s *Sentence) products() {
	if !strings.Contains(s.Text, "=") {
		return
	}
	for _, m := range productForm.FindAllStringSubmatchIndex(s.Text, -1) {
		product, whole := int64(1), true
		for _, f := range factor.FindAllStringSubmatch(s.Text[m[2]:m[3]], -1) {
			n, ok := count(f[1])
			product, whole = product*n, whole && ok && product < 1e12
		}
		if given, ok := count(s.Text[m[4]:m[5]]); ok && whole && given != product {
			s.report(m[4], m[5], "given", s.Text[m[4]:m[5]], "sum", vi.Amount(product))
		}
	}
}

// fractionForm is so many of so many: "13/19 tiêu chí".
var fractionForm = pattern.Of(`(?:^|[ (])(\d{1,3})/(\d{1,3}) (?:thôn|hộ|người|tiêu chí|học sinh|chỉ tiêu|tổ dân phố|chi bộ|trường|xã|đơn vị|em|thành viên|nhiệm vụ|vụ|đơn|mô hình)(?:[ ,.;)]|$)`)

// A day and month look like a fraction: "trước ngày 30/6 xã báo cáo", "22/12 đơn vị tổ chức". A word before tells one from the other;
// where none does, what can be a day is one.
var (
	dayBefore   = pattern.Of(`(?i)(?:^|[^\p{L}])(?:ngày|dịp|trước|đến|từ) $`)
	shareBefore = pattern.Of(`(?i)(?:^|[^\p{L}])(?:phấn đấu|đạt|có|đã|được|còn|xong|hoàn thành|duy trì|giữ vững|giải quyết|xây dựng|công nhận|tại|ở|với|cho|số|nay|toàn xã|cả xã|toàn phường|lên) $`)
)

// dayAndMonth tells whether a fraction behind a text is a day and month.
func dayAndMonth(before string, day, month int64) bool {
	const leap = 2024 // every day of the calendar is one of its
	return dayBefore.MatchString(before) ||
		!shareBefore.MatchString(before) && calendar.Day{Year: leap, Month: int(month), Day: int(day)}.Valid()
}

// fractions reports more of something than there is: "15/12 thôn".
func (s *Sentence) fractions() {
	if !strings.Contains(s.Text, "/") {
		return
	}
	for _, m := range fractionForm.FindAllStringSubmatchIndex(s.Text, -1) {
		part, _ := count(s.Text[m[2]:m[3]])
		if whole, _ := count(s.Text[m[4]:m[5]]); part > whole && whole > 0 && !dayAndMonth(upTo(s.Text, m[2]), part, whole) {
			s.report(m[2], m[5], "given", s.Text[m[2]:m[5]], "sum", strconv.FormatInt(whole, 10)+"/"+strconv.FormatInt(whole, 10))
		}
	}
}

var totalRow = pattern.Of(`(?i)^(?:tổng(?: cộng| số)?|cộng)$`)

// totalsOfTable reports the figures in a row "Tổng cộng" that are not the sum of their column; only where every row above has one.
func (l *Look) totalsOfTable(t *plan.Table) {
	for n, row := range t.Rows {
		if n < 2 || !isTotal(row) {
			continue
		}
		for column := range row {
			given, ok := count(cell(row[column]))
			if !ok {
				continue
			}
			if sum, right := reckoned(t.Rows[:n], column, given); !right {
				l.report(row[column].At, "given", cell(row[column]), "sum", vi.Amount(sum))
			}
		}
	}
}

// reckoned is what a column of rows adds up to, and whether that is what is given; rows that are not understood are right. Where the
// rows are of several levels, as I, 1, 2, II, the upper ones hold the lower already: then those of one level add up to the total, the
// level of the first row most likely.
func reckoned(rows [][]plan.Text, column int, given int64) (int64, bool) {
	var all, heads int64
	levels := map[level]int64{}
	for _, row := range rows {
		v, ok := count(cell(row[column]))
		if !ok || isTotal(row) {
			return 0, true
		}
		of := levelOf(row)
		all += v
		levels[of] += v
		if of == byRoman || of == byLetter {
			heads += v
		}
	}
	first := levelOf(rows[0])
	if given == all || given == heads && heads > 0 || given == levels[first] && first != unnumbered {
		return 0, true
	}
	for of := range levels {
		if of != first && of != unnumbered && first != unnumbered { // a row without a number may stand beside them as well as below
			return levels[first], false
		}
	}
	return all, false
}

// A level is how the rows of a part of a table are numbered.
type level int

const (
	unnumbered level = iota
	byRoman
	byLetter
	byFigure
	below // of what has a figure: "1.1", "a", "-"
)

var levelForms = map[level]*pattern.Pattern{
	byRoman:  pattern.Of(`^[IVX]+$`),
	byLetter: pattern.Of(`^[A-HĐ]$`),
	byFigure: pattern.Of(`^\d+$`),
	below:    pattern.Of(`^(?:\d+(?:\.\d+)+|[a-zđ]|[-–+])$`),
}

// levelOf is the level of a row.
func levelOf(row []plan.Text) level {
	number := strings.TrimRight(cell(row[0]), ".)")
	for of, form := range levelForms {
		if form.MatchString(number) {
			return of
		}
	}
	return unnumbered
}

// isTotal tells whether a row holds totals.
func isTotal(row []plan.Text) bool {
	for _, c := range row {
		if totalRow.MatchString(strings.Trim(cell(c), ":")) {
			return true
		}
	}
	return false
}

// cell is what a cell says, without the marks of bold and italic.
func cell(t plan.Text) string { return strings.Trim(t.Value.Text, " *") }
