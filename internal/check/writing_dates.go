package check

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

var dates = &Rule{
	Kind: diag.Kind{ID: "writing/dates", Severity: diag.Note, Clause: "NĐ 30 PL I, II.4b",
		Message: diag.Words{VI: `cách viết ngày tháng "{words}"`, EN: `the way the date "{words}" is written`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:  diag.Words{VI: "Số 0 trước ngày dưới 10 và tháng 1, 2; không thêm ở tháng khác", EN: "A zero before days below 10 and months 1 and 2, before no other month"},
	Reason: diag.Words{VI: "Phụ lục I, mục II.4b quy định như vậy cho ngày ban hành; ngày khác trong văn bản viết theo cùng một cách thì người đọc không phải đoán: 05/3/2026, ngày 05 tháng 3 năm 2026.", EN: "Annex I, II.4b says so of the date of issue; other dates written in the same way leave nothing to guess: 05/3/2026."},
	Wrong:  "Hoàn thành trước ngày 5/03/2026, sơ kết ngày 20 tháng 06 năm 2026.",
	Right:  "Hoàn thành trước ngày 05/3/2026, sơ kết ngày 20 tháng 6 năm 2026.",
	sentence: func(s *Sentence) {
		if strings.ContainsAny(s.Text, "0123456789") && (strings.Contains(s.Text, "ngày ") || strings.Contains(s.Text, "tháng ") || strings.Contains(s.Text, "/")) {
			s.datesIn(s.Text)
		}
	},
}

// A date in figures with its year, and the ways in which one is written in words. What is behind a figure, a slash or a full stop is
// something else: a number, an address.
var (
	shortDate = regexp.MustCompile(`(\d{1,2})( ?[/.-] ?)(\d{1,2})( ?[/.-] ?)(\d{4})`)
	shortYear = regexp.MustCompile(`ngày (\d{1,2})/(\d{1,2})/(\d{2})(?:[^\d/]|$)`)
	longDate  = regexp.MustCompile(`ngày (\d{1,2}) tháng (\d{1,2})\b`)
	ofMonth   = regexp.MustCompile(`tháng 0([3-9])((?:/| năm )\d{4})`)
	untilDay  = regexp.MustCompile(`(?:trước|sau|từ|đến|hết|vào|hạn) ngày ([1-9])/(\d{1,2})(?:[^/\d]|$)`)
)

func (s *Sentence) datesIn(text string) {
	for _, m := range shortDate.FindAllStringSubmatchIndex(text, -1) {
		day, month, year := text[m[2]:m[3]], text[m[6]:m[7]], text[m[10]:m[11]]
		mark := strings.TrimSpace(text[m[4]:m[5]])
		if !alone(text, m[0], m[1]) || mark != strings.TrimSpace(text[m[8]:m[9]]) || !isDay(day, month) {
			continue
		}
		if mark != "/" && !strings.HasSuffix(text[:m[0]], "ngày ") {
			continue // 1.2.2026 may be a section
		}
		s.writeDate(m[0], m[1], decreed(day, month)+"/"+year)
	}
	for _, m := range shortYear.FindAllStringSubmatchIndex(text, -1) {
		if day, month := text[m[2]:m[3]], text[m[4]:m[5]]; isDay(day, month) {
			s.writeDate(m[2], m[7], decreed(day, month)+"/20"+text[m[6]:m[7]])
		}
	}
	for _, m := range longDate.FindAllStringSubmatchIndex(text, -1) {
		if day, month := text[m[2]:m[3]], text[m[4]:m[5]]; isDay(day, month) {
			day, month, _ := strings.Cut(decreed(day, month), "/")
			s.writeDate(m[0], m[1], "ngày "+day+" tháng "+month)
		}
	}
	for _, m := range ofMonth.FindAllStringSubmatchIndex(text, -1) {
		if behind := strings.TrimRight(text[:m[0]], " "); behind == "" || !isDigit(behind[len(behind)-1]) { // else a part of a long date
			s.writeDate(m[0], m[1], "tháng "+text[m[2]:m[3]]+text[m[4]:m[5]])
		}
	}
	for _, m := range untilDay.FindAllStringSubmatchIndex(text, -1) {
		if day, month := text[m[2]:m[3]], text[m[4]:m[5]]; isDay(day, month) && !strings.Contains(text[m[5]:], "âm lịch") {
			s.writeDate(m[2], m[5], decreed(day, month))
		}
	}
}

// writeDate reports a date that is written otherwise than right.
func (s *Sentence) writeDate(from, to int, right string) {
	if words := s.Text[from:to]; words != right {
		s.mend(from, to, right, "words", words, "right", right)
	}
}

// alone tells whether figures are not a part of something longer.
func alone(text string, from, to int) bool {
	return (from == 0 || !strings.ContainsRune("0123456789/.-", rune(text[from-1]))) &&
		(to == len(text) || !strings.ContainsRune("0123456789/", rune(text[to])))
}

func isDay(day, month string) bool {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	return d >= 1 && d <= 31 && m >= 1 && m <= 12
}

// decreed is a day and a month as the decree writes them: 05/3, 20/01.
func decreed(day, month string) string {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	text := strconv.Itoa(m)
	if m <= 2 {
		text = "0" + text
	}
	if d < 10 {
		return "0" + strconv.Itoa(d) + "/" + text
	}
	return strconv.Itoa(d) + "/" + text
}

var numbers = &Rule{
	Kind: diag.Kind{ID: "writing/numbers", Severity: diag.Note,
		Message: diag.Words{VI: `cách viết số "{words}"`, EN: `the way the number "{words}" is written`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:    diag.Words{VI: "Chấm giữa các nghìn, phẩy trước số lẻ: 1.000.000 đồng; 80,5%", EN: "Full stops between thousands, a comma before decimals: 1.000.000 đồng; 80,5%"},
	Reason:   diag.Words{VI: "Người Việt đọc 1,000,000 là số lẻ. Chữ đ viết tắt và số tiền không tách nghìn dễ bị sửa, dễ đọc nhầm.", EN: "To a Vietnamese reader 1,000,000 has decimals. A bare đ, and sums without full stops, are easily altered and misread."},
	Wrong:    "Kinh phí 15,000,000 đồng, trong đó 5000000đ từ ngân sách xã, đạt 80.5%.",
	Right:    "Kinh phí 15.000.000 đồng, trong đó 5.000.000 đồng từ ngân sách xã, đạt 80,5%.",
	sentence: numbersOf,
}

// numberAndUnit is a figure and the word behind it.
var numberAndUnit = regexp.MustCompile(`(\d[\d.,]*)( ?)(đồng|VNĐ|VND|vnđ|đ|%|tỷ|tỉ|triệu|nghìn|ngàn|người|hộ|lượt|km|ha|m2|m²)`)

// parted is a sum with blanks between its thousands.
var parted = regexp.MustCompile(`\d{1,3}(?:\.\d{3})*(?: \d{3})+ đồng`)

// wholeUnits count nothing in parts.
var wholeUnits = map[string]bool{"đồng": true, "đ": true, "VNĐ": true, "VND": true, "vnđ": true, "người": true, "hộ": true, "lượt": true}

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
	for _, m := range numberAndUnit.FindAllStringSubmatchIndex(s.Text, -1) {
		figure, blank, unit := s.Text[m[2]:m[3]], s.Text[m[4]:m[5]], s.Text[m[6]:m[7]]
		if m[0] > 0 && (isPart(lastRune(s.Text[:m[0]])) || s.Text[m[0]-1] == '/' || s.Text[m[0]-1] == '.') || s.inNumber(m[0]) {
			continue
		}
		if next := firstRune(s.Text[m[1]:]); unit != "%" && isPart(next) || unit == "đ" && (next == '/' || next == '.') && strings.HasPrefix(s.Text[m[1]:], "/c") {
			continue // a longer word; đ/c
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
	commas   = regexp.MustCompile(`^\d{1,3}(,\d{3})+$`)
	decimals = regexp.MustCompile(`^\d+\.\d{1,2}$`)
	bare     = regexp.MustCompile(`^\d{5,}$`)
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

var doubled = &Rule{
	Kind: diag.Kind{ID: "writing/doubled", Severity: diag.Warning,
		Message: diag.Words{VI: `lặp chữ "{words}"`, EN: `"{words}" stands twice`},
		Fix:     diag.Words{VI: "bỏ một", EN: "drop one"}},
	Title:    diag.Words{VI: "Không lặp chữ", EN: "No doubled words"},
	Reason:   diag.Words{VI: "Chữ gõ hai lần khi sửa câu. Từ láy (luôn luôn, dần dần) và hai từ liền nhau có chung một tiếng (cán bộ bộ phận) không bị báo.", EN: "A word typed twice in mending a sentence. Reduplication (luôn luôn) and neighbours that share a syllable (cán bộ bộ phận) are not reported."},
	Wrong:    "Nâng cao nhận thức của của cán bộ về tổ chức tổ chức thực hiện.",
	Right:    "Nâng cao nhận thức của cán bộ về tổ chức thực hiện.",
	sentence: doubledWords,
}

var (
	// neverTwice are words of which two in a row are always a slip.
	neverTwice = set(`của và các những trong về theo cho với được là để từ hoặc này đã sẽ một mà thì nhưng khi trên dưới cũng mỗi mọi bằng như nhằm qua xã thôn tỉnh huyện phường
		việc ngay đến có phải cần đang vẫn ở cùng giữa bởi gồm đối nếu thuộc vào ra`)
	// oftenTwice are pairs that are said twice.
	oftenTwice = set("từng bước ngày càng")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}

// repeats tells whether the n words at i stand there twice with nothing but blanks between them.
func (s *Sentence) repeats(i, n int) bool {
	if i+2*n > len(s.words) {
		return false
	}
	for k := i; k < i+n; k++ {
		if s.low(k) != s.low(k+n) || !s.together(k) || k+n < i+2*n-1 && !s.together(k+n) {
			return false
		}
	}
	return true
}

func doubledWords(s *Sentence) {
	for i := 0; i+1 < len(s.words); i++ {
		a, b := s.word(i), s.word(i+1)
		if neverTwice[strings.ToLower(a)] && strings.ToLower(a) == b && s.together(i) {
			s.mendAround(s.words[i].from, s.words[i+1].to, s.words[i].to, s.words[i+1].to, "", "words", s.Text[s.words[i].from:s.words[i+1].to])
			continue
		}
		for n := 4; n >= 2; n-- {
			if last := i + 2*n - 1; s.repeats(i, n) && a != b && !oftenTwice[b] {
				s.mendAround(s.words[i].from, s.words[last].to, s.words[i+n-1].to, s.words[last].to, "", "words", s.Text[s.words[i].from:s.words[last].to])
				i = last - 1
				break
			}
		}
	}
}
