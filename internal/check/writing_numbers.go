package check

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

var numbers = &Rule{
	Kind: diag.Kind{ID: "writing/numbers", Severity: diag.Note,
		Message: diag.Words{VI: `số "{words}" viết khác lệ thường`, EN: `the number "{words}" is not written as is the custom`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:    diag.Words{VI: "Chấm giữa các nghìn, phẩy trước số lẻ: 1.000.000 đồng; 80,5%", EN: "Full stops between thousands, a comma before decimals: 1.000.000 đồng; 80,5%"},
	Reason:   diag.Words{VI: "Người Việt đọc 1,000,000 là số lẻ. Chữ đ viết tắt và số tiền không tách nghìn dễ bị sửa, dễ đọc nhầm.", EN: "To a Vietnamese reader 1,000,000 has decimals. A bare đ, and sums without full stops, are easily altered and misread."},
	Wrong:    "Kinh phí 15,000,000 đồng, trong đó 5000000đ từ ngân sách xã, đạt 80.5%.",
	Right:    "Kinh phí 15.000.000 đồng, trong đó 5.000.000 đồng từ ngân sách xã, đạt 80,5%.",
	sentence: numbersOf,
}

// numberAndUnit is a figure and the word behind it.
var numberAndUnit = pattern.Of(`(\d[\d.,]*)( ?)(đồng|VNĐ|VND|vnđ|đ|%|tỷ|tỉ|triệu|nghìn|ngàn|người|hộ|lượt|km|ha|m2|m²|cây|con|suất|khẩu|cuốn|tờ|phiếu)`)

// parted is a sum with blanks between its thousands.
var parted = pattern.Of(`\d{1,3}(?:\.\d{3})*(?: \d{3})+ đồng`)

// wholeUnits count nothing in parts.
var wholeUnits = map[string]bool{"đồng": true, "đ": true, "VNĐ": true, "VND": true, "vnđ": true, "người": true, "hộ": true, "lượt": true, "cây": true, "con": true, "suất": true,
	"khẩu": true, "cuốn": true, "tờ": true, "phiếu": true}

func numbersOf(s *Sentence) {
	if !strings.ContainsAny(s.Text, "0123456789") {
		return
	}
	for _, m := range parted.FindAllStringIndex(s.Text, -1) {
		if from := m[0]; from == 0 || !isPart(lastRune(s.Text[:from])) {
			right := strings.Replace(strings.ReplaceAll(s.Text[from:m[1]], " ", "."), ".đồng", " đồng", 1)
			s.mend(from, m[1], right, "words", s.Text[from:m[1]], "right", right)
		}
	}
	if strings.Contains(s.Text, ",") {
		s.countedIn()
	}
	for _, m := range largeUnit.FindAllStringSubmatchIndex(s.Text, -1) {
		from, to := max(m[2], m[4]), max(m[3], m[5])
		s.mendAround(m[0], to, from, to, "đồng", "words", s.Text[m[0]:to], "right", s.Text[m[0]:from]+"đồng")
	}
	for _, m := range numberAndUnit.FindAllStringSubmatchIndex(s.Text, -1) {
		figure, blank, unit := s.Text[m[2]:m[3]], s.Text[m[4]:m[5]], s.Text[m[6]:m[7]]
		if m[0] > 0 && (isPart(lastRune(s.Text[:m[0]])) || s.Text[m[0]-1] == '/' || s.Text[m[0]-1] == '.') || s.inNumber(m[0]) {
			continue
		}
		if next := firstRune(s.Text[m[1]:]); unit != "%" && isPart(next) || unit == "đ" && (next == '/' || next == '.') && strings.HasPrefix(s.Text[m[1]:], "/c") {
			continue // a longer word; đ/c
		}
		if unit == "đ" && !sum.MatchString(figure) {
			continue // điểm: 10đ, 97.5đ
		}
		if unit == "đồng" && strings.HasPrefix(s.Text[m[1]:], " chí") {
			continue
		}
		if unit == "đồng" && misgrouped.MatchString(figure) && !wellGrouped.MatchString(figure) {
			s.report(m[0], m[1], "words", s.Text[m[0]:m[1]]).saying("right", diag.Words{VI: "các nhóm ba chữ số", EN: "groups of three figures"})
			continue
		}
		right := grouped(figure, wholeUnits[unit])
		if unit != "đồng" && wholeUnits[unit] && strings.ContainsAny(unit, "đĐD") || unit == "đồng" && blank == "" {
			blank, unit = " ", "đồng"
		}
		if right == figure && !isMoney(unit) {
			continue
		}
		if right += blank + unit; right != s.Text[m[0]:m[1]] {
			s.mend(m[0], m[1], right, "words", s.Text[m[0]:m[1]], "right", right)
		}
	}
}

func isMoney(unit string) bool { return unit == "đồng" }

// largeUnit is đồng in capitals, or shortened behind a word that multiplies.
var largeUnit = pattern.Of(`\d (Đồng|ĐỒNG)(?:[ ,.;/)]|$)|\d (?:nghìn|ngàn|triệu|tỷ|tỉ) (đ)(?:[ ,.;/)]|$)`)

// commaCount is a figure with commas between its thousands and the word behind it.
var commaCount = pattern.Of(`(\d{1,3}(?:,\d{3})+) ([\p{L}]+)`)

// inParts are measures and words that count nothing: of 1,250 ha or tỷ the comma stands before the decimals.
var inParts = set(`ha km m mm cm kg g mg tấn tạ yến lít ml tỷ tỉ triệu nghìn ngàn độ sào mẫu công giờ kw mw kwh mét héc hecta hécta km² m² m³ usd và hoặc so trong đến với là thì của trên tại
	từ theo lần điểm bar pa hz ki`)

// countedIn reports figures with commas between thousands before what is counted one by one and no unit of numberAndUnit: 15,000 quyển.
func (s *Sentence) countedIn() {
	for _, m := range commaCount.FindAllStringSubmatchIndex(s.Text, -1) {
		figure, unit := s.Text[m[2]:m[3]], s.Text[m[4]:m[5]]
		zeros := strings.HasSuffix(figure, ",000") && unit != "và"
		if m[0] > 0 && (isPart(lastRune(s.Text[:m[0]])) || strings.ContainsRune("/.,-", lastRune(s.Text[:m[0]]))) || inParts[strings.ToLower(unit)] || wholeUnits[unit] || unicode.IsUpper(firstRune(unit)) || figure[0] == '0' {
			continue
		}
		if !zeros && !slices.ContainsFunc(s.all(), func(p phrase.Phrase) bool {
			return p.Kind == phrase.Quantity && p.Quantity.Sort == phrase.Count && p.Quantity.Number.From == m[2]
		}) {
			continue
		}
		right := strings.ReplaceAll(figure, ",", ".")
		s.mend(m[2], m[3], right, "words", figure, "right", right)
	}
}

var (
	commas = pattern.Of(`^\d{1,3}(,\d{3})+$`)
	// A sum with two full stops or more whose groups are not of three figures: 1.500.00 đồng.
	misgrouped  = pattern.Of(`^\d+(?:\.\d+){2,}$|^\d{1,3}\.\d{4,}$`)
	wellGrouped = pattern.Of(`^\d{1,3}(?:\.\d{3})+$`)

	// A sum of money, of a thousand at least or in groups, and no mark at school.
	sum = pattern.Of(`^\d{1,3}(?:[.,]\d{3})+$|^\d+(?:[.,]\d+){2,}$|^\d{4,}$`)

	mixed    = pattern.Of(`^\d{1,3}(?:[.,]\d{3})+$`)
	decimals = pattern.Of(`^\d+\.\d{1,2}$`)
	bare     = pattern.Of(`^\d{5,}$`)
)

// grouped is a figure as Vietnamese writes it; of one that could be meant in two ways, itself. whole tells that what is counted has no
// parts.
func grouped(figure string, whole bool) string {
	switch {
	case commas.MatchString(figure) && (whole || strings.Count(figure, ",") > 1):
		return strings.ReplaceAll(figure, ",", ".")
	case whole && mixed.MatchString(figure) && strings.Contains(figure, ".") && strings.Contains(figure, ","):
		return strings.ReplaceAll(figure, ",", ".")
	case decimals.MatchString(figure) && !whole:
		return strings.Replace(figure, ".", ",", 1)
	case bare.MatchString(figure) && whole:
		for i := len(figure) - 3; i > 0; i -= 3 {
			figure = figure[:i] + "." + figure[i:]
		}
	}
	return figure
}
