package check

import (
	"math"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// Shares of a whole, in fractions and per cent; sense/total reports those that are reckoned wrongly.

// fractionForm is so many of so many: "13/19 tiêu chí".
var fractionForm = pattern.Of(`(?:^|[ (])(\d{1,4})/(\d{1,4}) (?:thôn|hộ|người|tiêu chí|học sinh|chỉ tiêu|tổ dân phố|chi bộ|trường|xã|đơn vị|em|thành viên|nhiệm vụ|vụ|đơn|mô hình|hồ sơ|nhà|công trình|cán bộ|công chức|đảng viên|đại biểu|cuộc|hội nghị|lớp|trẻ|cháu|điểm|tổ|cơ sở|dự án|văn bản|thủ tục|ý kiến|phiếu)(?:[ ,.;)]|$)`)

// A day and month look like a fraction: "trước ngày 30/6 xã báo cáo", "22/12 đơn vị tổ chức". A word before tells one from the other;
// where none does, what can be a day is one, unless more of these are counted than there are months.
var (
	dayBefore   = pattern.Of(`(?i)(?:^|[^\p{L}])(?:ngày|dịp|trước|đến|từ|lễ|\d{1,2}/\d{1,2}(?:,| và)) $`)
	shareBefore = pattern.Of(`(?i)(?:^|[^\p{L}])(?:phấn đấu|đạt|có|đã|được|còn|xong|hoàn thành|duy trì|giữ vững|giải quyết|xây dựng|công nhận|tại|ở|với|cho|số|nay|toàn xã|cả xã|toàn phường|lên|của|thành lập|kiện toàn|củng cố|bầu|mở|trên|ít nhất) $`)
	daySaid     = pattern.Of(`(?i)(?:kỷ niệm|mừng|nhân|chào mừng)[^.;]{0,20}$`)
	countedHere = pattern.Of(`^[^ ]+ (?:thôn|tiêu chí|hộ|tổ dân phố|hồ sơ)(?:[ ,.;)]|$)`)
)

// dayAndMonth tells whether a fraction behind a text is a day and month.
func dayAndMonth(before, words string, day, month int64) bool {
	switch {
	case dayBefore.MatchString(before):
		return true
	case shareBefore.MatchString(before), !calendar.Day{Year: leapYear, Month: int(month), Day: int(day)}.Valid():
		return false
	}
	return !countedHere.MatchString(words) || daySaid.MatchString(before)
}

// fractions reports more of something than there is: "15/12 thôn", "đạt 120% số hộ".
func (s *Sentence) fractions() {
	if strings.Contains(s.Text, "%") {
		for _, m := range overFull.FindAllStringSubmatchIndex(s.Text, -1) {
			if share, _ := count(s.Text[m[2]:m[3]]); share > 100 && share < 1000 && !strings.Contains(s.Text[m[5]:clauseEnd(s.Text, m[5])], "so với") {
				s.report(m[2], m[5], "given", s.Text[m[2]:m[3]]+"%", "sum", "100%")
			}
		}
	}
	if !strings.Contains(s.Text, "/") {
		return
	}
	for _, m := range fractionForm.FindAllStringSubmatchIndex(s.Text, -1) {
		part, _ := count(s.Text[m[2]:m[3]])
		if whole, _ := count(s.Text[m[4]:m[5]]); part > whole && whole > 0 && !dayAndMonth(upTo(s.Text, m[2]), s.Text[m[2]:], part, whole) && !s.inDocument(phrase.Span{From: m[2], To: m[5]}) {
			s.report(m[2], m[5], "given", s.Text[m[2]:m[5]], "sum", strconv.FormatInt(whole, 10)+"/"+strconv.FormatInt(whole, 10))
		}
	}
}

// overFull is a share of a whole that has no more than a hundred per cent.
var overFull = pattern.Of(`(?i)(\d{3})(?:,\d+)?(%) (?:số |tổng số |các )?(?:hộ|người|thôn|trẻ|học sinh|cán bộ|hồ sơ|đơn|dân số|gia đình|thủ tục|cơ quan|trường|công chức|đảng viên|cử tri|văn bản)(?:[ ,.;]|$)`)

// Shares told beside what they are shares of.
var (
	shareBehind = pattern.Of(`(\d{1,5}|\d{1,3}\.\d{3})(?: \p{L}+){0,4}?(?: ?/ ?| (?:trên|trong) )(?:tổng số |tổng )?(\d{1,5}|\d{1,3}\.\d{3})( [^.;%\d]{1,70}?)(?:,? ?\(?(?:đạt|chiếm|bằng|tương đương|tương ứng|tức|tỷ lệ|đạt tỷ lệ)(?: tỷ lệ)?(?: là)?|,| \() ?(\d{1,3}(?:,\d+)?) ?%([^.;]{0,12})`)
	shareAhead  = pattern.Of(`(\d{1,3}(?:,\d+)?) ?%()(?:,? ?\(?(?:tương đương|tương ứng|tức|với|đạt)?(?: là| với)? ?)(\d{1,5}|\d{1,3}\.\d{3})/(\d{1,5}|\d{1,3}\.\d{3})( [^.;%\d]{0,12}|\))`)
	// partOf is "tổng số 1.820 hộ, trong đó 312 hộ nghèo, chiếm 17,1%".
	partOf = pattern.Of(`(?i)(\d[\d.]*) (\p{L}+)[^.;\d%]{0,60}?(?:,|\() ?(?:trong đó|có|đã có|gồm)(?: có)? (\d[\d.]*) (\p{L}+)[^.;\d%]{0,50}?,? ?(?:\(|(?:chiếm|tỷ lệ|bằng|chiếm tỷ lệ) (?:là )?)(\d{1,3}(?:,\d+)?) ?%([^.;]{0,12})`)
	// partDone is "80 hộ, trong đó 60 hộ đã ký cam kết, đạt 75%".
	partDone = pattern.Of(`(?i)(\d[\d.]*) (\p{L}+)[^.;\d%]{0,60}?(?:,|\() ?trong đó(?: có)? (\d[\d.]*) (\p{L}+) (?:đã|được)[^.;\d%]{0,50}?,? ?(?:\(|đạt (?:tỷ lệ )?)(\d{1,3}(?:,\d+)?) ?%([^.;]{0,12})`)
	// moneyShare is "1,2 tỷ đồng/1,5 tỷ đồng, đạt 80%".
	moneyShare = pattern.Of(`(?i)(\d[\d.,]*\d|\d) ((?:triệu |tỷ |nghìn )?đồng) ?(?:/|(?:trên|trong)(?: tổng(?: số)?(?: \p{L}+){0,3})?) ?(\d[\d.,]*\d|\d) ((?:triệu |tỷ |nghìn )?đồng)[^.;%\d]{0,40}?(?:đạt|chiếm|bằng|tỷ lệ|\() ?(\d{1,3}(?:,\d+)?) ?%([^.;]{0,12})`)
	// ofPlan is "kế hoạch giao 50 ha, đã thực hiện 45 ha, đạt 90%".
	ofPlan = pattern.Of(`(?i)(?:kế hoạch|chỉ tiêu|dự toán|được giao)(?: \p{L}+){0,4}?:? (\d[\d.,]*\d|\d) (\p{L}+)[^.;\d%]{0,40}? (?:đã|thực hiện|giải ngân|đạt)[^.;\d%]{0,30} (\d[\d.,]*\d|\d) (\p{L}+)[^.;\d%]{0,30}?,? \(?(?:đạt|bằng|tỷ lệ)(?: tỷ lệ)?(?: là)? (\d{1,3}(?:,\d+)?) ?%([^.;]{0,12})`)
	// voted is a share of all who might vote, told beside the votes cast.
	voted = pattern.Of(`(?i)biểu quyết|cử tri đi bầu`)
	// doneOf is "tiếp nhận 25 vụ, hòa giải thành 21 vụ, đạt 84%".
	doneOf  = pattern.Of(`(\d[\d.]*) (\p{L}+)(?: \p{Ll}+){0,5}?,? (?:\p{Ll}+ ){0,4}?(\d[\d.]*) (\p{L}+)(?: \p{Ll}+){0,3}?(?:,| \() ?(?:đạt|chiếm|tỷ lệ|bằng)?(?: tỷ lệ)? ?(\d{1,3}(?:,\d+)?) ?%([^.;]{0,12})`)
	ofOther = pattern.Of(`(?i)tăng|giảm|mỗi|thêm|kế hoạch|so với|thu nhập|tỷ lệ hộ`)
	// otherShare goes on behind a share that is one of something else.
	otherShare = pattern.Of(`(?i)^ (?:trở lên|(?:số )?(?:hộ|người|dân|trẻ|học sinh)|so với|là|người)`)
)

// shares reports a percentage that is not that of the figures beside it.
func (s *Sentence) shares() {
	if !strings.Contains(s.Text, "%") {
		return
	}
	judge := func(from, to int, part, whole, share, behind string) {
		a, okA := amount(part, "")
		b, okB := amount(whole, "")
		given, err := strconv.ParseFloat(strings.ReplaceAll(share, ",", "."), 64)
		if !okA || !okB || err != nil || b == 0 || a > b && given > 100 || otherShare.MatchString(behind) || voted.MatchString(upTo(s.Text, from)) || s.inDocument(phrase.Span{From: from, To: to}) {
			return
		}
		_, decimals, _ := strings.Cut(share, ",")
		right := 100 * float64(a) / float64(b)
		if step := math.Pow10(-len(decimals)); math.Abs(right-given) < step {
			return
		}
		shown := strings.TrimSuffix(strings.ReplaceAll(strconv.FormatFloat(right, 'f', max(1, len(decimals)), 64), ".", ","), ",0")
		s.report(from, to, "given", share+"%", "sum", shown+"%")
	}
	text := s.masked()
	in := func(m []int, i int) string { return text[m[2*i]:m[2*i+1]] }
	for _, m := range shareBehind.FindAllStringSubmatchIndex(text, -1) {
		part, _ := count(in(m, 1))
		if whole, _ := count(in(m, 2)); !(text[m[3]] == '/' && dayAndMonth(upTo(text, m[2]), text[m[2]:], part, whole)) {
			judge(m[2], m[9]+1, in(m, 1), in(m, 2), in(m, 4), in(m, 5))
		}
	}
	for _, m := range shareAhead.FindAllStringSubmatchIndex(text, -1) {
		judge(m[2], m[9], in(m, 3), in(m, 4), in(m, 1), "")
	}
	for _, m := range moneyShare.FindAllStringSubmatchIndex(text, -1) {
		a, _ := amount(in(m, 1), in(m, 2))
		if b, _ := amount(in(m, 3), in(m, 4)); a > 0 && b > 0 && a < 1e15 && b < 1e15 {
			judge(m[2], m[11]+1, strconv.FormatInt(a/1000, 10), strconv.FormatInt(b/1000, 10), in(m, 5), in(m, 6))
		}
	}
	for _, form := range []*pattern.Pattern{partOf, partDone, ofPlan, doneOf} {
		for _, m := range form.FindAllStringSubmatchIndex(text, -1) {
			if in(m, 2) == in(m, 4) && !(form == doneOf && (less(in(m, 1), in(m, 3)) || in(m, 2) == "đồng" || in(m, 2) == "triệu" || in(m, 2) == "tỷ" || ofOther.MatchString(text[m[0]:m[1]]))) {
				judge(m[6], m[11]+1, in(m, 3), in(m, 1), in(m, 5), in(m, 6))
			}
		}
	}
	s.wholeOfShares(text)
}

// less tells whether one figure is less than another.
func less(a, b string) bool {
	x, _ := amount(a, "")
	y, _ := amount(b, "")
	return x < y
}

var (
	// composition are shares of one whole: "cơ cấu: nông nghiệp 40%, công nghiệp 35%, dịch vụ 25%".
	composition = pattern.Of(`(?i)(?:cơ cấu|tỷ trọng|cơ cấu nguồn vốn|nguồn vốn|phân bổ|100%)[^.;%\d]{0,60}?((?:[^.;%\d]{1,50}? \d{1,3}(?:,\d+)?%(?: [^.;,%\d]{0,30}?)??(?:,|;| và)?){2,6})`)
	// composedOf tells the shares first: "cơ cấu gồm 45% hộ nghèo, 35% hộ cận nghèo và 30% hộ khác, cộng 100%".
	composedOf = pattern.Of(`(?i)cơ cấu[^.;%\d]{0,60}?((?:\d{1,3}(?:,\d+)?% [^.;%\d]{1,50}?(?:,| và) ){2,6}\d{1,3}(?:,\d+)?%) [^.;%\d]{1,50}(?:, (?:cộng|tổng|bằng)[^.;%\d]{0,20}(\d{2,3}%)|[.;]|$)`)
	share      = pattern.Of(`(\d{1,3}(?:,\d+)?)%`)
	// halves are shares of two that make a whole: "nữ chiếm 45%, nam chiếm 55%"; rates of either are none: "tỷ lệ biết chữ của nữ đạt 95%".
	halves = pattern.Of(`(?i)(?:^|[ ,(])(?:nữ[^.;%\d]{0,40} (\d{1,3}(?:,\d+)?)%[^.;%\d]{0,20}(?:,| và)[^.;%\d]{0,20}nam|nam[^.;%\d]{0,40} (\d{1,3}(?:,\d+)?)%[^.;%\d]{0,20}(?:,| và)[^.;%\d]{0,20}nữ|trực tuyến[^.;%\d]{0,40} (\d{1,3}(?:,\d+)?)%[^.;%\d]{0,20}(?:,| và)[^.;%\d]{0,20}trực tiếp|trực tiếp[^.;%\d]{0,40} (\d{1,3}(?:,\d+)?)%[^.;%\d]{0,20}(?:,| và)[^.;%\d]{0,20}trực tuyến)[^.;%\d]{0,20} (\d{1,3}(?:,\d+)?)%`)
	rates  = pattern.Of(`(?i)của (?:nữ|nam)(?:[ ,]|$)`)
	// borne is what is paid by two: "Nhà nước hỗ trợ 70%, Nhân dân đóng góp 30%".
	borne = pattern.Of(`(?i)(?:ngân sách|nhà nước|tỉnh|trung ương)[^.;%\d]{0,40} (\d{1,3}(?:,\d+)?)%[^.;%\d]{0,30}(?:,|;| và)[^.;%\d]{0,30}(?:nhân dân|người dân|đối ứng|đóng góp|xã hội hóa|cộng đồng)[^.;%\d]{0,40} (\d{1,3}(?:,\d+)?)%`)
)

// wholeOfShares reports shares of one whole that do not make a hundred.
func (s *Sentence) wholeOfShares(text string) {
	added := func(shares [][]string) (sum float64) {
		for _, one := range shares {
			v, _ := strconv.ParseFloat(strings.ReplaceAll(one[1], ",", "."), 64)
			sum += v
		}
		return sum
	}
	told := func(from, to int, sum float64) {
		s.report(from, to, "given", "100%", "sum", strings.ReplaceAll(strconv.FormatFloat(sum, 'f', -1, 64), ".", ",")+"%")
	}
	if m := composedOf.FindStringSubmatchIndex(text); m != nil {
		if sum := added(share.FindAllStringSubmatch(text[m[2]:m[3]], -1)); math.Abs(sum-100) > 0.5 && math.Abs(sum-100) < 40 {
			told(m[2], max(m[3], m[5]), sum)
		}
	} else if m := composition.FindStringSubmatchIndex(text); m != nil {
		parts, _, _ := strings.Cut(text[m[2]:m[3]], "cộng")
		shares := share.FindAllStringSubmatch(parts, -1)
		if sum := added(shares); len(shares) >= 3 && math.Abs(sum-100) > 0.5 && math.Abs(sum-100) < 40 {
			told(m[2], m[3], sum)
		}
	} else if m := halves.FindStringSubmatchIndex(text); m != nil {
		if sum := added(share.FindAllStringSubmatch(text[m[0]:m[1]], -1)); sum > 100 && !rates.MatchString(upTo(text, m[1])) {
			told(m[0], m[1], sum)
		}
	} else if m := borne.FindStringSubmatchIndex(text); m != nil {
		if sum := added(share.FindAllStringSubmatch(text[m[2]:m[5]+1], -1)); sum > 100 {
			told(m[2], m[5]+1, sum)
		}
	}
}
