package phrase

import (
	"unicode"
	"unicode/utf8"
)

var (
	// forms of address before a name.
	forms = words("ông, bà, đồng chí, anh, chị, đ/c, cô, thầy, cụ")
	// degrees before a name; with the full stop they are written with.
	degrees = words("ths, ts, bs, bsck1, bscki, bsckii, pgs, gs, cn, ks, cử nhân, thạc sĩ, thạc sỹ, tiến sĩ, tiến sỹ, bác sĩ, bác sỹ, kỹ sư, giáo sư, phó giáo sư")
	// posts begin the words for a post; no name begins so.
	posts = words(`chủ tịch, phó, bí thư, trưởng, giám đốc, hiệu trưởng, ủy viên, uỷ viên, thường trực, công chức, viên chức, cán bộ, chỉ huy, đội trưởng, chánh,
		đại biểu, tổ trưởng, chuyên viên, chi hội, kế toán, văn thư, nguyên, trung tá, đại úy, thiếu tá, thượng tá, thượng úy, quyền, thành viên, trạm trưởng, bác sĩ`)
)

// deeds are words with which the sentence goes on behind a post.
var deeds = words("làm, là, được, có, chịu, phụ trách, trực tiếp, theo dõi, sẽ, để, dự, thay mặt, ký, theo, cùng, đứng")

// person takes a name behind a form of address or a degree, and the post told behind it.
func (s *scanner) person(i int) (Phrase, int) {
	if s.at(i).begins&(forms.bit|degrees.bit) == 0 && s.low(i) != "đ" {
		return Phrase{}, 0
	}
	var who Someone
	j := i
	if s.low(i) == "đ" && s.low(i+1) == "/" && s.low(i+2) == "c" {
		j = i + 3
	} else if behind := s.oneOf(i, forms); behind > 0 {
		j = behind
	}
	if j > i {
		if s.at(i).capital && s.at(i-1).sort == word { // huyện Anh Sơn, Bà Rịa: names of places
			return Phrase{}, 0
		}
		who.Form = s.span(i, j)
		if s.low(j) == ":" {
			j++
		}
	}
	start := j
	for s.oneOf(j, degrees) > j+1 || s.oneOf(j, degrees) > 0 && s.at(j).capital { // BS., but bác sĩ
		j = s.oneOf(j, degrees)
		if s.low(j) == "." && s.at(j).gap == tight {
			j++
		}
	}
	if j > start {
		who.Degree = s.span(start, j)
	}
	if j == i {
		return Phrase{}, 0
	}
	name := j
	for s.nameWord(j) && j < name+6 {
		j++
	}
	if j < name+1 || s.oneOf(name, posts) > 0 || j == name+1 && s.are(i, "đồng chí") == 0 {
		return Phrase{}, 0
	}
	who.Name = s.span(name, j)
	if behind := s.post(j); behind > j {
		who.Post = s.span(j+1, behind)
		j = behind
	}
	return Phrase{Kind: Person, Span: s.span(i, j), Person: &who}, j
}

// nameWord tells whether token i is a word of a name: a capital and then small letters, or one capital that stands for it.
func (s *scanner) nameWord(i int) bool {
	t := s.at(i)
	if t.sort != word || !t.capital || t.gap == line || t.low[0] == '{' {
		return false
	}
	letters := t.In(s.text)
	_, size := utf8.DecodeRuneInString(letters)
	second, _ := utf8.DecodeRuneInString(letters[size:])
	return size == len(letters) || unicode.IsLower(second)
}

// post takes the post behind a name: "- Chủ tịch UBND xã", ", Phó Chủ tịch". It ends at the next mark.
func (s *scanner) post(i int) int {
	if t := s.at(i); !isDash(t) && t.low != "," && t.low != "(" || s.oneOf(i+1, posts) == 0 {
		return 0
	}
	j := i + 1
	for ; j < s.end && j < i+20; j++ {
		if t := s.at(j); t.sort == mark && !isDash(t) || t.low == "và" && s.oneOf(j+1, forms) > 0 || !t.capital && (s.oneOf(j, verbs) > 0 || s.oneOf(j, deeds) > 0) {
			break
		}
	}
	return j
}
