package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

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
	neverTwice = set(`của và các những trong về theo cho với được là để hoặc này đã sẽ một mà thì nhưng khi trên dưới cũng mỗi mọi bằng như nhằm qua xã thôn tỉnh huyện phường
		việc ngay đến có phải cần đang vẫn ở cùng giữa bởi gồm đối nếu thuộc vào ra`)
	// oftenTwice begin pairs that are said twice.
	oftenTwice = set("từng bước ngày càng")
	// joinedTo make another word of what stands before them: cấp xã xã hội hóa, bằng bằng khen.
	joinedTo = map[string]string{"xã": "hội", "bằng": "khen", "theo": "dõi"}
)

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

// numerals are never said twice.
var numerals = set("hai ba bốn năm sáu bảy tám chín mười")

// twiceByMistake tells whether the word at i, which stands twice, begins a compound and ends none: "lập biên biên bản", but "cán bộ bộ
// phận".
func (s *Sentence) twiceByMistake(i int) bool {
	if numerals[s.word(i)] {
		return s.low(i-1) != "mười" && s.low(i-1) != "tháng" && s.low(i-1) != "thứ"
	}
	t := compoundTables()
	return s.together(i-1) && s.together(i+1) && !t.written[s.low(i-1)][s.low(i)] && t.written[s.low(i+1)][s.low(i+2)] && !t.seconds[s.low(i)] && !t.bySelf[s.low(i)]
}

// doubledFigures reports a sum typed twice, and a doubled sign of per cent.
func doubledFigures(s *Sentence) {
	if i := strings.Index(s.Text, "%%"); i >= 0 {
		s.mendAround(i, i+2, i+1, i+2, "", "words", "%%")
	}
	for _, m := range twoSums.FindAllStringSubmatchIndex(s.Text, -1) {
		if s.Text[m[2]:m[3]] == s.Text[m[4]:m[5]] {
			s.mendAround(m[2], m[5], m[3], m[5], "", "words", s.Text[m[2]:m[5]])
		}
	}
}

var twoSums = pattern.Of(`(?:^| )(\d{1,3}(?:\.\d{3})+) (\d{1,3}(?:\.\d{3})+)(?:[ ,;)]|$)`)

func doubledWords(s *Sentence) {
	if strings.ContainsAny(s.Text, "0123456789") {
		doubledFigures(s)
	}
	for i := 0; i+1 < len(s.words); i++ {
		a, b := s.word(i), s.word(i+1)
		if neverTwice[strings.ToLower(a)] && strings.ToLower(a) == b && s.together(i) && (joinedTo[b] == "" || s.low(i+2) != joinedTo[b]) {
			s.mendAround(s.words[i].from, s.words[i+1].to, s.words[i].to, s.words[i+1].to, "", "words", s.Text[s.words[i].from:s.words[i+1].to])
			continue
		}
		if a == b && s.together(i) && s.twiceByMistake(i) {
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
