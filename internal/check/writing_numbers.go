package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
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

// joinedUnit is a figure without a blank before the word that it counts.
var joinedUnit = pattern.Of(`(\d)(ngày|tháng|người|hộ|thôn|lớp|buổi|triệu|nghìn|tuần|quý|cuộc|suất)(?:[ ,.;)/]|$)`)

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
	for _, m := range joinedUnit.FindAllStringSubmatchIndex(s.Text, -1) {
		if right := s.Text[m[2]:m[3]] + " " + s.Text[m[4]:m[5]]; !s.inAddress(m[2]) && !s.inNumber(m[2]) {
			s.mend(m[2], m[5], right, "words", s.Text[m[2]:m[5]], "right", right)
		}
	}
	for _, m := range numberAndUnit.FindAllStringSubmatchIndex(s.Text, -1) {
		figure, blank, unit := s.Text[m[2]:m[3]], s.Text[m[4]:m[5]], s.Text[m[6]:m[7]]
		if m[0] > 0 && (isPart(lastRune(s.Text[:m[0]])) || s.Text[m[0]-1] == '/' || s.Text[m[0]-1] == '.') || s.inNumber(m[0]) {
			continue
		}
		if next := firstRune(s.Text[m[1]:]); unit != "%" && isPart(next) || unit == "đ" && (next == '/' || next == '.') && strings.HasPrefix(s.Text[m[1]:], "/c") {
			continue // a longer word; đ/c
		}
		if unit == "đ" && len(figure) <= 3 {
			continue // điểm: 10đ
		}
		if unit == "đồng" && strings.HasPrefix(s.Text[m[1]:], " chí") {
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

var (
	commas   = pattern.Of(`^\d{1,3}(,\d{3})+$`)
	decimals = pattern.Of(`^\d+\.\d{1,2}$`)
	bare     = pattern.Of(`^\d{5,}$`)
)

// grouped is a figure as Vietnamese writes it; of one that could be meant in two ways, itself. whole tells that what is counted has no
// parts.
func grouped(figure string, whole bool) string {
	switch {
	case commas.MatchString(figure) && (whole || strings.Count(figure, ",") > 1):
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
