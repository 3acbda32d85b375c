package check

import (
	"math"
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
)

// Products, so many times so much; sense/total reports what is reckoned wrongly.

var (
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

// Each so many, and so many in all.
var (
	eachForm = pattern.Of(`(?i)mỗi (\p{L}+)((?: \p{L}+){0,4}?) (\d[\d.,]*\d|\d) ((?:(?:nghìn|ngàn|triệu|tỷ) )?\p{L}+)`)
	// everyForm is "3 tấn rác mỗi tháng".
	everyForm = pattern.Of(`(?i)(\d[\d.,]*\d|\d) (\p{L}+)[^.;,\d]{0,30}? mỗi (tháng|quý)(?:[ ,.;]|$)`)
	perForm   = pattern.Of(`(?i)(\d[\d.,]*\d|\d) ((?:(?:nghìn|ngàn|triệu|tỷ) )?đồng)/(?:\d+ )?(\p{L}+)`)
	// inAllForm is what they make together.
	inAllForm = pattern.Of(`(?i)(?:tổng cộng|tổng số|tổng kinh phí|tổng giá trị|tổng trị giá|tổng số tiền|tổng|trị giá|thành tiền|cả năm|tất cả|cộng)(?: \p{L}+){0,4}?:? (\d[\d.,]*\d|\d) ((?:(?:nghìn|ngàn|triệu|tỷ) )?\p{L}+)`)
)

// timesEach reports "45 hộ, mỗi hộ 02 con bò, tổng cộng 80 con".
func (s *Sentence) timesEach() {
	if !strings.Contains(s.Text, "ỗi ") && !strings.Contains(s.Text, "đồng/") {
		return
	}
	text := s.masked()
	var of, behind string
	var each int64
	var at []int
	if m := eachForm.FindStringSubmatchIndex(text); m != nil {
		of, behind, at = text[m[2]:m[3]], text[m[8]:m[9]], m
		each, _ = amount(text[m[6]:m[7]], behind)
	} else if m := everyForm.FindStringSubmatchIndex(text); m != nil {
		of, behind, at = text[m[6]:m[7]], text[m[4]:m[5]], m
		each, _ = amount(text[m[2]:m[3]], behind)
	} else if m := perForm.FindStringSubmatchIndex(text); m != nil && strings.Count(text, "đồng/") == 1 && !strings.HasPrefix(text[m[1]:], "/") {
		of, behind, at = text[m[6]:m[7]], text[m[4]:m[5]], m
		each, _ = amount(text[m[2]:m[3]], behind)
	}
	if each == 0 || strings.Count(strings.ToLower(text), "mỗi ") > 1 || strings.Contains(text, " x ") {
		return
	}
	last := func(unit string) string { return unit[strings.LastIndexByte(unit, ' ')+1:] }
	var all []int
	for _, m := range inAllForm.FindAllStringSubmatchIndex(text, -1) {
		if last(text[m[4]:m[5]]) == last(behind) && (m[0] >= at[1] || m[1] <= at[0]) {
			all = m
		}
	}
	if all == nil {
		return
	}
	given, ok := amount(text[all[2]:all[3]], text[all[4]:all[5]])
	var counts []int64
	for _, m := range counted.FindAllStringSubmatchIndex(text, -1) {
		if strings.EqualFold(text[m[4]:m[5]], of) && m[2] != all[2] {
			n, _ := amount(text[m[2]:m[3]], "")
			counts = append(counts, n/1000)
		}
	}
	if all := strings.ToLower(text[all[0]:all[1]]); len(counts) == 0 && strings.HasPrefix(all, "cả năm") {
		if n := map[string]int64{"quý": 4, "tháng": 12}[strings.ToLower(of)]; n > 0 {
			counts = []int64{n}
		}
	}
	if len(counts) == 0 { // "86 gia đình, mỗi suất 500.000 đồng"
		for _, m := range counted.FindAllStringSubmatchIndex(text, -1) {
			if unit := text[m[4]:m[5]]; m[2] != all[2] && !money.MatchString(unit) && unit != "đồng" && (m[1] <= at[0] || m[0] >= at[1]) {
				n, _ := amount(text[m[2]:m[3]], "")
				counts = append(counts, n/1000)
			}
		}
		if given := strings.ToLower(of); given != "suất" && given != "phần" && given != "hộ" && given != "gia" && given != "người" && given != "chiếc" && given != "cái" && given != "bộ" {
			counts = nil
		}
	}
	if !ok || len(counts) != 1 || counts[0]*each == given || strings.Contains(text[at[1]:min(len(text), at[1]+16)], "/") {
		return
	}
	s.report(all[2], all[5], "given", text[all[2]:all[5]], "sum", shownIn(text[all[4]:all[5]], counts[0]*each)+" "+text[all[4]:all[5]])
}
