package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
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
