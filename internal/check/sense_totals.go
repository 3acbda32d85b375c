package check

import (
	"strconv"
	"strings"

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
	sexes    = pattern.Of(`(?i)(?:^|[ ,])nam [^;]*[ ,]nữ `)
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
	parts, sum, last := partsOf(in(8), strings.TrimSpace(in(4)))
	totalled := m[0] < m[2]-1 // a word says that it is a total
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
			pending = piece + ", "
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

// fractions reports more of something than there is: "15/12 thôn".
func (s *Sentence) fractions() {
	if !strings.Contains(s.Text, "/") {
		return
	}
	for _, m := range fractionForm.FindAllStringSubmatchIndex(s.Text, -1) {
		part, _ := count(s.Text[m[2]:m[3]])
		if whole, _ := count(s.Text[m[4]:m[5]]); part > whole && whole > 0 {
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
			var sum int64
			whole := true
			for _, above := range t.Rows[:n] {
				v, ok := count(cell(above[column]))
				whole = whole && ok && !isTotal(above)
				sum += v
			}
			if whole && sum != given {
				l.report(row[column].At, "given", cell(row[column]), "sum", vi.Amount(sum))
			}
		}
	}
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
