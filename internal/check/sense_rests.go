package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
)

// What rises, falls and remains; sense/total reports what is reckoned wrongly.

// grownForm is a rise or fall, and by how much: "từ 72% lên 85%, tăng 13 điểm phần trăm".
var grownForm = pattern.Of(`(?i)từ (\d[\d.,]*\d|\d)( ?%| \p{L}+)?[^.;\d]{0,40}? (?:lên|xuống)(?: còn| đạt| thành)? (\d[\d.,]*\d|\d)( ?%| \p{L}+)?[^.;\d]{0,40}?(?:,|\() ?(?:tăng|giảm)(?: thêm)? (\d[\d.,]*\d|\d)( điểm| ?%| \p{L}+)?`)

// grownAhead tells it before: "giảm 62 hộ, từ 312 hộ xuống còn 250 hộ".
var grownAhead = pattern.Of(`(?i)(?:tăng|giảm)(?: thêm)? (\d[\d.,]*\d|\d)( điểm| ?%| \p{L}+)?[^.;\d]{0,20}?(?:,|\() ?từ (\d[\d.,]*\d|\d)( ?%| \p{L}+)?[^.;\d]{0,40}? (?:lên|xuống)(?: còn| đạt| thành)? (\d[\d.,]*\d|\d)( ?%| \p{L}+)?`)

// grown reports a rise or fall that is not the difference of its ends.
func (s *Sentence) grown() {
	if !strings.Contains(s.Text, "lên") && !strings.Contains(s.Text, "xuống") {
		return
	}
	text := s.masked()
	m := grownForm.FindStringSubmatchIndex(text)
	if m == nil {
		if m = grownAhead.FindStringSubmatchIndex(text); m == nil {
			return
		}
		m = append(m[:2:2], append(append([]int{}, m[6:14]...), m[2:6]...)...)
	}
	in := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return strings.TrimSpace(text[m[2*i]:m[2*i+1]])
	}
	a, okA := amount(in(1), in(2))
	b, okB := amount(in(3), in(4))
	by, okC := amount(in(5), in(6))
	of := in(4)
	if of == "%" {
		of = "điểm"
	}
	if !okA || !okB || !okC || in(6) != of && !(in(6) == "%" && of == "điểm") || by != b-a && by != a-b && strings.Contains(upTo(text, min(len(text), m[1]+enough/4)), "so với") {
		return
	}
	if difference := max(a-b, b-a); difference != by && !(in(6) == "%" && a > 0 && max(difference*100000/a-by, by-difference*100000/a) < 1000) { // in per cent of the beginning, too
		s.report(min(m[2], m[10]), max(m[7], m[9], m[11], m[13]), "given", in(5), "sum", shownIn("", difference))
	}
}

// restForm is a whole, what is done of it, and what remains: "tổng số 120 hồ sơ, đã giải quyết 95 hồ sơ, còn lại 25 hồ sơ".
var restForm = pattern.Of(`(?i)(\d[\d.,]*\d|\d) (\p{L}+)[^.;\d]{0,60}?(?:,|;|\() ?(?:\p{L}+ ){0,2}?(?:đã|hoàn thành|giải quyết|thực hiện|xây dựng|đạt|khởi công)[^.;\d]{0,40} (\d[\d.,]*\d|\d)(?: (\p{L}+))?([^.;\d]{0,50}?)(?:,| và) ?(?:còn lại|còn)(?: \p{L}+){0,2} (\d[\d.,]*\d|\d)(?: (\p{L}+))?`)

// lessForm is a number, by how much it falls, and what remains: "từ 612 hộ, giảm 102 hộ, còn lại 510 hộ".
var lessForm = pattern.Of(`(?i)từ (\d[\d.,]*\d|\d) (\p{L}+)[^.;\d]{0,60}?,? [^.;\d]{0,40}?giảm(?: được)? (\d[\d.,]*\d|\d)(?: (\p{L}+))?([^.;\d]{0,30}?)(?:,| và) ?(?:còn lại|còn)(?: \p{L}+){0,2} (\d[\d.,]*\d|\d)(?: (\p{L}+))?`)

var (
	afterWord  = pattern.Of(`^(?: \p{L}+)? (\p{L}+)`)
	restGoesOn = set("chưa cần phải đang sẽ được chuyển tiếp để trong và ở tại do thuộc còn vào theo với trước")
)

// rests reports what remains of a whole and is reckoned wrongly.
func (s *Sentence) rests() {
	if !strings.Contains(s.Text, "còn") {
		return
	}
	text := s.masked()
	m := restForm.FindStringSubmatchIndex(text)
	if m == nil {
		if m = lessForm.FindStringSubmatchIndex(text); m == nil {
			return
		}
	}
	in := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	unit := in(2)
	whole, okA := amount(in(1), unit)
	done, okB := amount(in(3), in(4))
	rest, okC := amount(in(6), in(7))
	same := func(other string) bool { return other == "" || other == unit }
	if kind := afterWord.FindStringSubmatch(text[m[13]:]); m[14] > 0 && kind != nil && !restGoesOn[strings.ToLower(kind[1])] && !strings.HasPrefix(text[m[5]:], " "+kind[1]) { // 120 hộ nghèo, …, còn 65 hộ cận nghèo
		return
	}
	if okA && okB && okC && same(in(4)) && same(in(7)) && !strings.HasPrefix(text[m[7]:], "%") && !strings.HasPrefix(text[m[13]:], "%") && done <= whole && whole-done != rest && !strings.HasPrefix(text[m[13]:], "/") && !strings.HasPrefix(text[m[7]:], "/") {
		s.report(m[12], m[13], "given", in(6), "sum", shownIn(unit, whole-done))
	}
}
