package check

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

var divisions = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-divisions", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.6, V.7", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Viện dẫn: Điều, Chương, Mục viết hoa, khoản, điểm viết thường; loại văn bản viết hoa", EN: "In citations Điều, Chương and Mục have a capital, khoản and điểm none; types of documents have one"},
	Reason:   diag.Words{VI: "Phụ lục II, mục V.6 và V.7: theo điểm a khoản 2 Điều 103 Chương XII của Bộ luật Hình sự; nói đến một văn bản cụ thể thì viết hoa tên loại (Nghị định số 30/2020/NĐ-CP).", EN: "Annex II, V.6 and V.7: điểm a khoản 2 Điều 103 Chương XII; the type of a certain document has a capital."},
	Wrong:    "Thực hiện theo Khoản 2 điều 5 nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
	Right:    "Thực hiện theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
	sentence: capitalsOfDivisions,
}

// Divisions of a certain document whose first letter is wrong: the second group is that word. \b would take a Vietnamese letter for the
// end of a word.
var (
	smallDivision = pattern.Of(`((?:khoản|điểm) [\da-zđ]+,? )(điều) \d|()(điều) \d+[a-zđ]? (?:của )?(?:Luật|Bộ luật|Nghị|Thông|Quyết|Kế|Quy|Chỉ|Hiến|Pháp)|()(chương|mục|phần|phụ lục) [IVX]+(?:[^\p{L}\d]|$)|()(điều) \d+(?:, \d+)*(?:,| và) (?:Điều|điều) \d`)
	smallRoman    = pattern.Of(`((?:[Cc]hương|[Mm]ục|[Pp]hần|[Pp]hụ lục|[Qq]uý)) (i{1,3}|iv|vi{0,3}|ix|xi{0,3})(?:[ ,;)]|\.?$|/\d)`)
	largeDivision = pattern.Of(`\p{Ll},? (Khoản \d|Điểm [a-zđ](?:[^\p{L}]|$))`)
)

func capitalsOfDivisions(s *Sentence) {
	text := s.Text
	if numberedAfter(text, "điều ") || numberedAfter(text, "chương ") || numberedAfter(text, "mục ") || numberedAfter(text, "phần ") || numberedAfter(text, "phụ lục ") {
		for _, m := range smallDivision.FindAllStringSubmatchIndex(text, -1) {
			for _, group := range []int{4, 8, 12, 16} {
				if from := m[group]; from >= 0 && !isPart(lastRune(text[:from])) {
					s.recase(from, m[group+1], true)
				}
			}
		}
	}
	s.romanSmall()
	if strings.Contains(text, "Khoản ") || strings.Contains(text, "Điểm ") {
		for _, m := range largeDivision.FindAllStringSubmatchIndex(text, -1) {
			s.recase(m[2], m[2]+strings.IndexByte(text[m[2]:], ' '), false)
		}
	}
	for _, p := range s.all() {
		if d := p.Document; p.Kind == phrase.Document && d.Type.Given() && d.Number.Given() && d.So.Given() && unicode.IsLower(firstRune(d.Type.In(text))) && !s.severalBefore(p.From) {
			s.recase(d.Type.From, d.Type.To, true)
		}
	}
}

// beforeRoman are the ends of mục, phụ lục, chương, phần and quý with what a Roman number begins with.
var beforeRoman = []string{"c i", "c v", "c x", "g i", "g v", "g x", "n i", "n v", "ý i"}

// romanSmall reports Roman numbers in small letters: phụ lục iv, quý ii.
func (s *Sentence) romanSmall() {
	text := s.Text
	if !slices.ContainsFunc(beforeRoman, func(end string) bool { return strings.Contains(text, end) }) { // as most: the pattern is slower
		return
	}
	for _, m := range smallRoman.FindAllStringSubmatchIndex(text, -1) {
		if isPart(lastRune(text[:m[0]])) {
			continue
		}
		words := text[m[2]:m[5]]
		noun := text[m[2]:m[3]]
		if noun != "quý" {
			noun = cased(noun, true, false)
		}
		right := noun + " " + strings.ToUpper(text[m[4]:m[5]])
		s.mend(m[2], m[5], right, "words", words, "right", right)
	}
}

// numberedAfter tells whether a figure, Arabic or Roman, stands behind a word.
func numberedAfter(text, word string) bool {
	for {
		_, behind, found := strings.Cut(text, word)
		if !found {
			return false
		}
		if behind != "" && strings.IndexByte("0123456789IVX", behind[0]) >= 0 {
			return true
		}
		text = behind
	}
}

// recase reports a word whose first letter should be a capital, or small.
func (s *Sentence) recase(from, to int, capital bool) {
	words := s.Text[from:to]
	right := cased(words, capital, false)
	s.mend(from, to, right, "words", words, "right", right)
}

// severalBefore tells whether what begins at a byte is one of several: các quyết định số 12, số 13.
func (s *Sentence) severalBefore(at int) bool {
	return strings.HasSuffix(s.Text[:at], "các ") || strings.HasSuffix(s.Text[:at], "những ")
}

var thisPlan = &Rule{
	Kind:   diag.Kind{ID: "writing/capitals-this-plan", Severity: diag.Note, Clause: "NĐ 30 PL II, V.6", Message: wrongCapitals, Fix: rightCapitals},
	Title:  diag.Words{VI: "Kế hoạch này viết hoa", EN: "Kế hoạch này with a capital"},
	Reason: diag.Words{VI: "Phụ lục II, mục V.6: nói đến một văn bản cụ thể thì viết hoa tên loại; kế hoạch này chính là văn bản đang viết.", EN: "Annex II, V.6: the type of a certain document has a capital, and this plan is a certain one."},
	Wrong:  "Các thôn căn cứ kế hoạch này tổ chức thực hiện.",
	Right:  "Các thôn căn cứ Kế hoạch này tổ chức thực hiện.",
	sentence: func(s *Sentence) {
		for i := range s.words {
			if s.spells(i, []string{"kế", "hoạch", "này"}) {
				s.recase(s.words[i].from, s.words[i+1].to, true)
			}
		}
	},
}
