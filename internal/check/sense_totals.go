package check

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
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
			if !strings.ContainsAny(l.Sentences[i].Text, "0123456789") {
				continue
			}
			l.Sentences[i].totals()
			l.Sentences[i].products()
			l.Sentences[i].fractions()
			l.Sentences[i].shares()
			l.Sentences[i].timesEach()
			l.Sentences[i].rests()
			l.Sentences[i].grown()
			l.Sentences[i].namesTold()
			l.Sentences[i].daysTold()
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
	sumForm = pattern.Of(`(?i)(?:(tổng|dự toán|kinh phí|nguồn vốn|số|sĩ số|quy mô|cơ cấu|gồm)[^.;\d]{0,60}? ?|^|[ (])(\d[\d.,]*)((?: [\p{L}%_,“”]+){0,8}?)(?:,|:|;)? ?(\(?(?:trong đó|bao gồm|gồm|cụ thể|chia ra)(?: có| là)?:?|\(|:) ?([^()]*)`)
	figure  = pattern.Of(`\d[\d.,]*\d|\d`)
	// partForm is one part: a few words, its figure, its unit; or the figure first.
	partForm = pattern.Of(`^((?:[\p{L}/\-–“”"_:]+ ?(?:, )?){0,9})(\d[\d.,]*\d|\d)((?: ?%| [\p{L}_/]+){0,10})$`)
	partEnd  = pattern.Of(`[,;] | và |\.\s|\.$|$`)
	goesOn   = pattern.Of(`(?i)^(?:theo|do|để|được|bảo đảm|đảm bảo|trong|tại|hoàn thành|với|từ|trước|chậm nhất|mỗi|nhằm|tổ chức|phấn đấu|báo cáo|gửi) `)
	ordinals = pattern.Of(`(?i)(?:^|[ ,])(?:thôn|lớp|khối|tổ|quý|đợt|số|khu|giai đoạn|mục|điều|khoản|tháng|năm|ngày|khóa|phần|nhóm|cấp|loại|ấp|bản|đội|quận|phường|vòng|bước|kỳ|trên|dưới|từ|mỗi) $`)
	// numberedNames end in a number that counts nothing: "Đề án 06 gồm", "giai đoạn 2026 - 2030 gồm".
	numberedNames = pattern.Of(`(?i)(?:^|[ ,(])(?:đề án|dự án|chương trình|kế hoạch|ban chỉ đạo|tổ công tác|biểu|phụ lục) $|\d ?[-–] ?$`)
	amounts       = pattern.Of(`(?i)(?:(?:tổng|sĩ|dân|quân) số(?: (?:thôn|lớp|khối|tổ|khu|nhóm|đội|ấp|bản|phường|mục|điều))?|(?:^|[,;] |[ ,](?:và|để|hỗ trợ) )cấp|(?:^|[ ,])số (?:thôn|lớp|khối|tổ|khu|nhóm|đội|ấp|bản|phường)) $`)
	sexes         = pattern.Of(`(?i)(?:^|[ ,\d])nam [^;]*[ ,\d]nữ(?:[ ,.]|$)`)
	remaining     = pattern.Of(`(?i)còn lại|(?:chưa|không) (?:đạt|hoàn thành)`)
	// overlapping parts say what the counted are besides, not which of them there are.
	overlapping = pattern.Of(`(?i)dân tộc|đảng viên|trẻ em|cao tuổi|nghèo|khuyết tật|tôn giáo|đại học|ít nhất|tối thiểu|trên \d|dưới \d|nữ|trẻ`)
	money       = pattern.Of(`(?i)^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?đồng|^(?:triệu|tỷ|tỉ)(?: |$)`)
	mostly      = pattern.Of(`(?i)(?:tổng|dự toán|kinh phí|nguồn vốn)`)
)

// kindsOf are nouns of which one may stand for a part of what another counts: 24 cán bộ, gồm 14 nam và 10 nữ.
var kindsOf = []*pattern.Pattern{
	pattern.Of(`(?i)^(?:người|cán bộ|thành viên|đại biểu|học viên|học sinh|đồng chí|hội viên|lao động|công chức|viên chức|đảng viên|đoàn viên|thanh niên|nhân sự|ủy viên|uỷ viên|em|cháu|hòa giải viên|tuyên truyền viên|đội viên|cử tri|nhân khẩu|nam|nữ|chủ tịch|phó|trưởng|tổ trưởng|tổ phó|đội trưởng|công an|dân quân|bí thư|giáo viên|nông dân|chỉ huy|thư ký|đại diện|người dân|bác sĩ|y sĩ|điều dưỡng|nhân viên|chuyên viên|lãnh đạo)(?:[ ,]|$)`),
	pattern.Of(`(?i)^(?:cuộc|hội nghị|buổi|lớp|đợt|hội thi|lễ|phiên|cuộc họp|tọa đàm)(?:[ ,]|$)`),
	pattern.Of(`(?i)^(?:văn bản|quyết định|kế hoạch|báo cáo|công văn|thông báo|nghị quyết|chỉ thị|tờ trình)(?:[ ,]|$)`),
	pattern.Of(`(?i)^(?:đơn|khiếu nại|tố cáo|kiến nghị|phản ánh|đơn thư)(?:[ ,]|$)`),
	pattern.Of(`(?i)^(?:cơ sở|trại|quán|cửa hàng|nhà hàng|bếp ăn|nhà trọ|xưởng|quầy|hộ kinh doanh)(?:[ ,]|$)`),
	pattern.Of(`(?i)^(?:con|trâu|bò|lợn|dê|gà|gia súc|gia cầm|vịt|heo)(?:[ ,]|$)`),
}

// summable tells whether what two figures count may be added up.
func summable(unit, part string) bool {
	if unit == "" || part == "" || strings.HasPrefix(unit, part) || strings.HasPrefix(part, unit) {
		return true
	}
	if firstWord(unit) == firstWord(part) || money.MatchString(unit) && money.MatchString(part) {
		return true
	}
	for _, kind := range kindsOf {
		if kind.MatchString(unit) && kind.MatchString(part) {
			return true
		}
	}
	return false
}

// numberedPart is a part that is told by its number: "gồm: Tổ 1 có 05 người, Tổ 2 có 06 người".
var numberedPart = pattern.Of(`(?:Tổ|Nhóm|Đội|Đợt|Lớp|Đoàn|Cụm|Khối)(?: số)? (\d{1,2}) (?:có|gồm) `)

// masked is a text whose dates, years, documents and divisions have no figures: they count nothing.
func (s *Sentence) masked() string {
	if s.mask != "" {
		return s.mask
	}
	b := []byte(s.Text)
	for _, p := range s.Phrases {
		if p.Kind == phrase.Division && strings.HasPrefix(p.In(s.Text), "điểm ") { // "tổng điểm 100 điểm"
			continue
		}
		switch p.Kind {
		case phrase.Date, phrase.Year, phrase.Period, phrase.Document, phrase.LunarYear, phrase.Division, phrase.Anniversary:
			for i := p.From; i < p.To; i++ {
				if b[i] >= '0' && b[i] <= '9' || b[i] == '/' {
					b[i] = '_'
				}
			}
		}
	}
	for _, m := range numberedPart.FindAllStringSubmatchIndex(s.Text, -1) {
		for i := m[2]; i < m[3]; i++ {
			b[i] = '_'
		}
	}
	s.mask = string(b)
	return s.mask
}

// totals reports a figure that is not the sum of the parts told behind it. "Trong đó" may tell some of the parts only: then the sum
// must be greater, or three and more parts, or both sexes, or what pays for it all, be told.
func (s *Sentence) totals() {
	text := s.masked()
	s.totalBehind(text)
	if !strings.Contains(text, "gồm") && !strings.Contains(text, "trong đó") && !strings.ContainsAny(text, ":(") && !strings.Contains(text, "cụ thể") {
		return
	}
	for at, tries := 0, 0; at < len(text) && tries < mostSums; tries++ {
		m := sumForm.FindStringSubmatchIndex(text[at:])
		if m == nil {
			return
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		if s.sum(text, m) {
			return
		}
		at = m[9]
	}
}

// mostSums is how many sums of one line are looked at: each looks to its end.
const mostSums = 20

// sum looks at one total, in the groups of sumForm, and tells whether it reported it.
func (s *Sentence) sum(text string, m []int) bool {
	in := func(i int) string {
		if m[i] < 0 {
			return ""
		}
		return text[m[i]:m[i+1]]
	}
	unit := strings.Trim(in(6), " ,")
	whole, ok := amount(in(4), unit)
	if !ok {
		return false
	}
	before := upTo(text, m[4])
	if numberedNames.MatchString(before) && !strings.HasSuffix(before, "đại biểu ") || ordinals.MatchString(before) && !amounts.MatchString(before) {
		return false
	}
	list, explicit, last := partsOf(in(10), unit)
	totalled := m[2] >= 0 || m[0] < m[4]-1 // a word says that it is a total
	if len(list) < 2 || !totalled && unit == "" {
		return false
	}
	var sum int64
	for _, part := range list {
		sum += part
	}
	connector, parts := strings.ToLower(in(8)), in(10)[:last]
	if sum == whole {
		return false
	}
	bare := !strings.Contains(connector, "gồm") && !strings.Contains(connector, "cụ") && !strings.Contains(connector, "chia")
	if bare { // "trong đó", a colon or a bracket
		rest := len(remaining.FindString(parts)) > 0
		restBehind := remaining.MatchString(text[m[10]+last : min(len(text), m[10]+last+enough/4)])
		complete := rest || sexes.MatchString(parts) || len(list) >= 3 && totalled || totalled && !restBehind && mostly.MatchString(in(2)) && money.MatchString(unit)
		over := sum > whole && !overlapping.MatchString(parts)
		some := strings.Contains(connector, "trong đó")
		switch {
		case some && !complete && !over, restBehind && !rest && sum < whole:
			return false
		case !some && !explicit && len(list) < 3 && !(totalled && sum > whole):
			return false
		}
	}
	s.report(m[4], m[10]+last, "given", in(4), "sum", shownIn(unit, sum))
	return true
}

// shownIn is an amount in a unit.
func shownIn(unit string, thousandths int64) string {
	n := thousandths / scaleOf(unit)
	whole, rest := n/1000, n%1000
	if rest == 0 {
		return vi.Amount(whole)
	}
	return vi.Amount(whole) + "," + strings.TrimRight(fmt.Sprintf("%03d", rest), "0")
}

// totalBehind reports "đã đo đạc 25 ha, còn lại 15 ha, tổng cộng 45 ha" when all that has the unit adds up to something else.
func (s *Sentence) totalBehind(text string) {
	if strings.Contains(text, "ữ") {
		if m := bothSexes.FindStringSubmatchIndex(text); m != nil {
			men, _ := count(text[m[2]:m[3]])
			women, _ := count(text[m[4]:m[5]])
			if whole, ok := count(text[m[6]:m[7]]); ok && men+women != whole {
				s.report(m[2], m[7], "given", text[m[6]:m[7]], "sum", vi.Amount(men+women))
				return
			}
		}
		if m := menAndWomen.FindStringSubmatchIndex(text); m != nil {
			whole, okA := count(text[m[2]:m[3]])
			men, okB := count(text[m[4]:m[5]])
			if women, ok := count(text[m[6]:m[7]]); ok && okA && okB && men+women != whole {
				s.report(m[2], m[7], "given", text[m[2]:m[3]], "sum", vi.Amount(men+women))
				return
			}
		}
	}
	if !strings.Contains(text, "ộng") && !strings.Contains(text, "ổng") && !strings.Contains(text, "ất cả") {
		return
	}
	m := behindForm.FindStringSubmatchIndex(text)
	if m == nil {
		return
	}
	from := clause(text, m[0])
	before, unit := text[from:m[0]], text[m[4]:m[5]]
	whole, ok := amount(text[m[2]:m[3]], unit)
	if !ok || strings.Contains(before, "mỗi") || strings.Contains(before, "/") || strings.ContainsAny(before, "x×") && strings.Contains(before, " x ") {
		return
	}
	parts, sum, begin := 0, int64(0), -1
	for _, f := range counted.FindAllStringSubmatchIndex(before, -1) {
		if behind := before[f[4]:f[5]]; behind != unit && !(money.MatchString(behind) && money.MatchString(unit)) {
			continue
		}
		n, ok := amount(before[f[2]:f[3]], before[f[4]:f[5]])
		if !ok {
			return
		}
		if begin < 0 {
			begin = from + f[2]
		}
		parts, sum = parts+1, sum+n
	}
	if parts > 1 && sum != whole {
		s.report(m[2], m[5], "given", text[m[2]:m[3]], "sum", shownIn(unit, sum))
	}
}

var (
	behindForm = pattern.Of(`(?i)(?:,|;| -|\() ?(?:tổng cộng|cộng|tổng số|tổng|tất cả)(?: là| có|:)? (\d[\d.,]*) ((?:nghìn|ngàn|triệu|tỷ|tỉ) đồng|\p{L}+)`)
	bothSexes  = pattern.Of(`(?i)(?:^|[ ,(:])nam:? (\d[\d.]*)(?: (?:người|em|cháu|đồng chí))?(?:,|;| và) nữ:? (\d[\d.]*)(?: (?:người|em|cháu|đồng chí))?(?:,|;) ?(?:tổng|cộng)(?: cộng| số)?:? (\d[\d.]*)(?:[^\d/%]|$)`)
	// menAndWomen tells the whole first: "trong 40 đại biểu có 22 nam và 18 nữ".
	menAndWomen = pattern.Of(`(?i)(?:^|[ ,(])(?:trong|trong số|tổng số) (\d[\d.]*) \p{L}+[^.;\d]{0,60}? có (\d[\d.]*) (?:\p{L}+ )?nam(?:,| và) (\d[\d.]*) (?:\p{L}+ )?nữ(?:[ ,.;]|$)`)
	counted     = pattern.Of(`(\d[\d.,]*) ((?:nghìn|ngàn|triệu|tỷ|tỉ) đồng|\p{L}+)`)
)

// mostPending is how many words and commas partForm takes before a figure. What is longer must not grow with the line: it is looked at
// again with each piece.
const mostPending = 18

// partsOf are the parts that a text begins with, in a unit, and whether each tells it; last is where they end. None when one is not
// understood.
func partsOf(text, unit string) (parts []int64, explicit bool, last int) {
	pending, of := "", firstWord(unit)
	explicit = of != ""
	for at := 0; at < len(text); {
		end := partEnd.FindStringIndex(text[at:])
		piece := pending + text[at:at+end[0]]
		next := at + max(end[1], 1)
		m := partForm.FindStringSubmatch(piece)
		switch {
		case m != nil && len(parts) > 0 && startsAnew.MatchString(m[1]) && !(money.MatchString(strings.TrimSpace(m[3])) && isCost.MatchString(m[1])):
			return parts, explicit, last
		case m != nil:
			behind := strings.TrimSpace(m[3])
			if behind == "" && scaleOf(unit) > 1 && !strings.Contains(unit, "đồng") {
				behind = unit
			}
			n, ok := amount(m[2], behind)
			if behind == "" && ok { // "45 triệu đồng, gồm xã 20, thôn 25"
				n, ok = amount(m[2], unit)
			}
			if !ok || ordinals.MatchString(m[1]) || !summable(unit, behind) {
				if len(parts) > 0 && ok && !ordinals.MatchString(m[1]) && strings.HasPrefix(text[max(at-2, 0):], "; ") {
					return parts, explicit, last
				}
				return nil, false, 0
			}
			parts, last, pending = append(parts, n), at+end[0], ""
			explicit = explicit && firstWord(behind) == of
		case len(parts) > 0 && (strings.HasPrefix(text[max(at-2, 0):], "; ") || goesOn.MatchString(piece)):
			return parts, explicit, last
		case figure.MatchString(piece):
			return nil, false, 0
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
	return parts, explicit, min(last, len(text))
}

func firstWord(words string) string {
	word, _, _ := strings.Cut(words, " ")
	return strings.ToLower(word)
}

// startsAnew are words with which a clause of its own begins, whose figures are no parts.
var startsAnew = pattern.Of(`(?i)^(?:mỗi|tăng|giảm|đạt|phấn đấu|chiếm|bình quân|hoàn thành|trong đó|tổ chức|kinh phí|tỷ lệ|mức|nâng|thời gian|tổng) `)

// isCost is one of those words that stands alone for what a sum is spent on: "gồm giải thưởng 20 triệu đồng, tổ chức 10 triệu đồng".
var isCost = pattern.Of(`(?i)^(?:tổ chức|kinh phí [^\d]{0,40}) $`)

// amount is a figure as Vietnamese writes it, with what its unit begins with (triệu), in thousandths.
func amount(text, unit string) (thousandths int64, ok bool) {
	text = strings.TrimRight(text, ".,")
	m := figureForm.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(m[1], ".", ""), 10, 64)
	rest, _ := strconv.ParseInt((m[2] + "000")[:3], 10, 64)
	scale := scaleOf(unit)
	if err != nil || n > 1e15/scale {
		return 0, false
	}
	return (n*1000 + rest) * scale, true
}

// scaleOf is by how much the word that a unit begins with multiplies.
func scaleOf(unit string) int64 {
	word, _, _ := strings.Cut(strings.ToLower(unit), " ")
	switch word {
	case "nghìn", "ngàn":
		return 1e3
	case "triệu":
		return 1e6
	case "tỷ", "tỉ":
		return 1e9
	}
	return 1
}

// scaled is a figure in thousandths, and the scale of its unit.
func scaled(text, unit string) (thousandths, scale int64, ok bool) {
	n, ok := amount(text, "")
	return n, scaleOf(unit), ok && n < 1e18/scaleOf(unit)
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
	figureForm  = pattern.Of(`^(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,3}))?$`)
	wholeNumber = pattern.Of(`^(?:\d{1,3}(?:\.\d{3})+|\d{1,15})$`)
	productForm = pattern.Of(`(?:^|[^\d.,])((?:\d[\d.,]*(?: ?[\p{L}/]+){0,4} ?[xX×*] ?)+\d[\d.,]*(?: ?[\p{L}/]+){0,4}) ?= ?(\d[\d.,]*\d|\d)`)
	factor      = pattern.Of(`(?:^|[xX×*] ?)(\d[\d.,]*)(?: ?(\p{L}+))?`)
)

// products reports "30 người x 12 ngày x 100.000 đồng = …" that is reckoned wrongly.
func (s *Sentence) products() {
	if !strings.Contains(s.Text, "=") {
		return
	}
	for _, m := range productForm.FindAllStringSubmatchIndex(s.Text, -1) {
		product, whole := int64(1000), true // in thousandths
		for _, f := range factor.FindAllStringSubmatch(s.Text[m[2]:m[3]], -1) {
			n, ok := amount(f[1], f[2])
			if whole = whole && ok && n > 0 && product < math.MaxInt64/n; whole {
				product = product * n / 1000
			}
		}
		unit := strings.TrimSpace(s.Text[m[5]:clauseEnd(s.Text, m[5])])
		if given, ok := amount(s.Text[m[4]:m[5]], unit); ok && whole && given != product {
			s.report(m[4], m[5], "given", s.Text[m[4]:m[5]], "sum", shownIn(unit, product))
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
	if first != unnumbered && hold(rows, column, first) {
		return levels[first], false
	}
	for of := range levels {
		if of != first && of != unnumbered && first != unnumbered { // a row without a number may stand beside them as well as below
			return levels[first], false
		}
	}
	return all, false
}

// hold tells whether the rows of a level hold what stands below them without a number: then that is not added again.
func hold(rows [][]plan.Text, column int, first level) bool {
	var head, below int64
	held := false
	for n := 0; n <= len(rows); n++ {
		of := first
		if n < len(rows) {
			of = levelOf(rows[n])
		}
		switch {
		case of == unnumbered:
			v, _ := count(cell(rows[n][column]))
			below += v
			continue
		case below > 0 && below != head:
			return false
		case below > 0:
			held = true
		}
		if below = 0; n < len(rows) {
			head, _ = count(cell(rows[n][column]))
		}
	}
	return held
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
