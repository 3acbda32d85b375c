package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

// What all rules about capitals say.
var (
	wrongCapitals = diag.Words{VI: `viết hoa chưa đúng: "{words}"`, EN: `wrong capitals: "{words}"`}
	rightCapitals = diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}
)

var nameCapitals = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-names", Severity: diag.Warning, Clause: "NĐ 30 PL II, III, IV, V", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Viết hoa tên cơ quan, chức vụ, ngày lễ, loại văn bản", EN: "Capitals in names of bodies, posts, holidays, types of documents"},
	Reason:   diag.Words{VI: "Phụ lục II: tên cơ quan viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực (Hội đồng nhân dân, Bộ Tài nguyên và Môi trường); ngày lễ viết hoa chữ đầu của tên (ngày Quốc khánh); tên loại văn bản chỉ viết hoa chữ đầu (Bộ luật). Chỉ báo những tên có trong bảng của quy tắc.", EN: "Annex II: of a body the words for its kind, function and field begin with capitals; of a holiday the first syllable of its name; of a type of document the first syllable only. Only names of this rule's table are reported."},
	Wrong:    "Ủy Ban Nhân dân xã phối hợp với Hội nông dân thực hiện Nghị Quyết nhân ngày quốc khánh.",
	Right:    "Ủy ban nhân dân xã phối hợp với Hội Nông dân thực hiện Nghị quyết nhân ngày Quốc khánh.",
	sentence: capitalsOfNames,
}

// A name is one entry of the table of names.
type name struct {
	text   string
	words  []span
	always bool // in small letters it means nothing else
}

// nameTable holds names as Annex II has them written. An exclamation mark: written small throughout it is wrong too. A wave: the first
// word may begin a sentence.
const nameTable = `
	Ủy ban / Ủy ban nhân dân / !Ủy ban Thường vụ Quốc hội / Hội đồng / Hội đồng nhân dân / !Mặt trận Tổ quốc / !Quốc hội / Chính phủ / !Thủ tướng Chính phủ / !Chủ tịch nước
	!Bộ Chính trị / !Ban Bí thư / Ban Chấp hành / Ban Thường vụ / Ban Thường trực / Ban Chỉ đạo / Ban Dân vận / Ban Tuyên giáo
	Ban Thanh tra nhân dân / Ban Giám sát đầu tư của cộng đồng / Đảng ủy / Tỉnh ủy / Huyện ủy / Thành ủy / Đảng bộ
	!Đảng Cộng sản Việt Nam / !Hội Liên hiệp Phụ nữ / Hội Nông dân / !Hội Cựu chiến binh / Hội Chữ thập đỏ / Hội Người cao tuổi / Hội Khuyến học
	!Đoàn Thanh niên Cộng sản Hồ Chí Minh / !Đội Thiếu niên Tiền phong Hồ Chí Minh / !Liên đoàn Lao động
	Trung tâm Phục vụ hành chính công / Phòng Văn hóa - Xã hội / Phòng Kinh tế / Phòng Nội vụ / Tòa án nhân dân / Trạm Y tế / Đoàn Thanh niên / Hội Phụ nữ
	Ban Công tác Mặt trận / !Ngân hàng Chính sách xã hội / Kho bạc Nhà nước / !Hồ Chí Minh / !Bác Hồ / !Bộ Công Thương / !Sở Công Thương
	Công an nhân dân / Quân đội nhân dân / !Liên hợp quốc
	!Bộ Nội vụ / !Bộ Tài chính / !Bộ Tư pháp / !Bộ Công an / !Bộ Quốc phòng / !Bộ Y tế / !Bộ Xây dựng / !Bộ Khoa học và Công nghệ
	!Bộ Giáo dục và Đào tạo / !Bộ Nông nghiệp và Môi trường / !Bộ Tài nguyên và Môi trường / !Bộ Dân tộc và Tôn giáo / !Bộ Văn hóa, Thể thao và Du lịch
	!Sở Nội vụ / !Sở Tài chính / !Sở Tư pháp / !Sở Y tế / !Sở Xây dựng / !Sở Khoa học và Công nghệ / !Sở Giáo dục và Đào tạo
	!Sở Nông nghiệp và Môi trường / !Sở Dân tộc và Tôn giáo / !Sở Văn hóa, Thể thao và Du lịch
	!Thủ đô Hà Nội / !Thành phố Hồ Chí Minh / !Quảng Ngãi / !Việt Nam
	Chủ tịch / Phó Chủ tịch / Bí thư / Phó Bí thư / Giám đốc / Phó Giám đốc / Trưởng phòng / Phó Trưởng phòng / Trưởng ban / Phó Trưởng ban
	Trưởng thôn / Chánh Văn phòng / Thủ tướng / Bộ trưởng / Hiệu trưởng / Chủ nhiệm
	Kế hoạch / Quyết định / Nghị quyết / Chỉ thị / Nghị định / Thông tư / Công văn / Hướng dẫn / Báo cáo / Chương trình / Đề án / Tờ trình
	Thông báo / Kết luận / Quy chế / Quy định / Công điện
	!Quốc khánh / !~ngày Quốc tế / !~ngày Quốc tế Lao động / !~ngày Quốc tế Phụ nữ / !~ngày Quốc tế Thiếu nhi / !~ngày Nhà giáo / !~ngày Phụ nữ Việt Nam / !~ngày Thương binh / !~ngày Gia đình Việt Nam
	Nhân dân / Nhà nước / Đại đoàn kết toàn dân tộc / !~ngày Quốc khánh
	!Ca Dong / !Xơ Đăng / Chương trình mục tiêu quốc gia / !Cách mạng tháng Tám
	!Huân chương Lao động / !Huân chương Độc lập / !Huân chương Kháng chiến / !Huân chương Sao vàng / !Huân chương Bảo vệ Tổ quốc / !Huân chương Chiến công / !Anh hùng Lao động
	Nghệ sĩ Nhân dân / !~ngày hội Đại đoàn kết / Văn phòng
	!~ngày Thầy thuốc Việt Nam / !~ngày Người cao tuổi / !~tết Nguyên đán / !~tết Trung thu / !~tết Đoan ngọ`

// namesByFirst are the entries by their first word in small letters, the longest first; words in both ways of placing tone marks.
var namesByFirst = func() map[string][]name {
	table := map[string][]name{}
	add := func(text string, always bool) {
		words := wordsOf(text)
		first := strings.ToLower(text[words[0].from:words[0].to])
		list := append(table[first], name{text, words, always})
		for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		table[first] = list
	}
	for entry := range strings.FieldsFuncSeq(nameTable, func(r rune) bool { return r == '/' || r == '\n' }) {
		text := strings.TrimSpace(entry)
		if text == "" {
			continue
		}
		text, always := strings.CutPrefix(text, "!")
		add(text, always)
		if other := otherWay(text); other != text {
			add(other, always)
		}
	}
	return table
}()

// otherWay is a text with the tone marks of oa, oe and uy placed in the other way.
func otherWay(text string) string {
	var b strings.Builder
	at := 0
	for _, w := range wordsOf(text) {
		b.WriteString(text[at:w.from])
		if word := text[w.from:w.to]; variantOf(word) != 0 {
			b.WriteString(rewritten(word))
		} else {
			b.WriteString(word)
		}
		at = w.to
	}
	return b.String() + text[at:]
}

// endsInBody are words that end as the names of bodies begin.
var endsInBody = map[string]bool{"cán bộ": true, "nội bộ": true, "toàn bộ": true, "đồng bộ": true, "tiến bộ": true, "đảng bộ": true, "chi bộ": true,
	"đường bộ": true, "trung bộ": true, "nam bộ": true, "bắc bộ": true, "sơ bộ": true, "cục bộ": true, "cơ sở": true, "trụ sở": true, "công sở": true}

// beforeNames begin sentences, and no name.
var beforeNames = set("giao do gửi cho các mời trình qua tại ở xin để khi nếu theo từ và cùng với được bởi thì là")

// bodiesOfUnits begin names of bodies that one unit has one of.
var bodiesOfUnits = set("ủy uỷ hội ban đảng đoàn trạm trung phòng tòa toà mặt")

// severalBodies stand before bodies that are many: các trạm y tế xã.
var severalBodies = set("các mỗi những từng mọi một hai ba nhiều")

// certain tells whether a name of a body in small letters throughout at word i is that of one body: its unit is told behind it, or it
// stands in a row with another, whose last word is last.
func (s *Sentence) certain(n name, i, last int) bool {
	low := s.low(i)
	if len(n.words) < 2 || !bodiesOfUnits[low] || n.text == "Hội đồng" || n.text == "Ủy ban" || n.text == "Đảng bộ" || severalBodies[s.low(i-1)] && s.together(i-1) {
		return false
	}
	end := i + len(n.words) - 1
	if s.together(end) && (s.word(end+1) == "xã" || s.word(end+1) == "tỉnh" || s.word(end+1) == "phường") && s.low(end+2) != "hội" {
		return true
	}
	if last < 0 || last != i-1 && last != i-2 {
		return false
	}
	switch s.Text[s.words[last].to:s.words[i].from] {
	case ", ", " và ", " xã, ", " xã và ":
		return true
	}
	return false
}

// ranks are those of orders: Huân chương Lao động hạng Ba.
var ranks = pattern.Of(`(?i)(?:huân|huy) chương [^.;,]{3,40} (hạng (?:nhất|nhì|ba))(?:[ ,.;)]|$)`)

// tetAlone is Tết that stands for tết Nguyên đán (V.8b).
var tetAlone = pattern.Of(`(?:dịp|đón|trước|sau|vui|ăn|nghỉ|trong) (tết)(?:[,.;)]|$| (?:cho|và|tại|năm|` + strings.Join(stems, "|") + `) )`)

// electronic are words that make of chính phủ another one: chính phủ điện tử, chính phủ số.
var electronic = set("điện số kiến các nước")

// acronyms are abbreviations in capitals throughout.
var acronyms = map[string]string{"ubnd": "UBND", "hđnd": "HĐND", "mttq": "MTTQ"}

func capitalsOfNames(s *Sentence) {
	if strings.Contains(s.Text, "hạng ") {
		for _, m := range ranks.FindAllStringSubmatchIndex(s.Text, -1) {
			rank := s.Text[m[2]:m[3]]
			if right := "hạng " + cased(strings.TrimPrefix(strings.ToLower(rank), "hạng "), true, false); right != rank && rank != strings.ToUpper(rank) {
				s.mend(m[2], m[3], right, "words", rank, "right", right)
			}
		}
	}
	if strings.Contains(s.Text, " tết") {
		for _, m := range tetAlone.FindAllStringSubmatchIndex(s.Text, -1) {
			s.recase(m[2], m[3], true)
		}
	}
	last := -1 // the last word of the name before, in its right capitals
	for i := 0; i < len(s.words); i++ {
		if right := acronyms[s.low(i)]; right != "" && s.word(i) != right && s.isPlainWord(s.words[i]) {
			s.mend(s.words[i].from, s.words[i].to, right, "words", s.word(i), "right", right)
		}
		if i > 0 && s.word(i) == "chính" && s.word(i+1) == "phủ" && s.together(i-1) && s.together(i) && (s.low(i-1) == "của" || s.low(i-1) == "theo") && !electronic[s.low(i+2)] {
			s.recase(s.words[i].from, s.words[i+1].to, true)
			i++
			continue
		}
		for _, n := range namesByFirst[s.low(i)] {
			if n.text == "Nhân dân" && s.low(i-1) == "báo" {
				break // Báo Nhân Dân
			}
			if !s.stands(n, i) || strings.Contains(n.text, "rưởng") && (unicode.IsLower(firstRune(s.word(i))) || unicode.IsUpper(firstRune(s.word(i+len(n.words))))) {
				continue // Chỉ huy trưởng Ban …, Trưởng Phòng Nội vụ: the body begins there
			}
			if s.together(i-1) && unicode.IsUpper(firstRune(s.word(i-1))) && unicode.IsLower(firstRune(s.word(i))) && !(i == 1 && beforeNames[s.low(0)]) {
				break // a part of a longer name: Chi hội Phụ nữ, Trưởng ban Chỉ đạo
			}
			if s.together(i-1) && s.word(i-1) == "trưởng" && s.word(i) == "ban" {
				break // trưởng thôn, trưởng ban công tác Mặt trận: posts of many, told in small letters
			}
			if s.together(i-1) && endsInBody[s.low(i-1)+" "+s.word(i)] {
				break // cán bộ y tế, cơ sở giáo dục: no ministry, no department
			}
			if s.word(i) == s.low(i) && (s.joined(i-1) || s.joined(i+len(n.words)-1)) {
				break // bác hồ sơ, đường bộ xây dựng mới: its first or last word is one of another word
			}
			right, wrong := s.recapitalled(n, i)
			from, to := s.words[i].from, s.words[i+len(n.words)-1].to
			if !wrong && s.certain(n, i, last) {
				n.always = true
				right, wrong = s.recapitalled(n, i)
			}
			if wrong {
				s.mend(from, to, right, "words", s.Text[from:to], "right", right)
			} else if bodiesOfUnits[s.low(i)] && unicode.IsUpper(firstRune(s.word(i))) {
				last = i + len(n.words) - 1
			}
			i += len(n.words) - 1
			break
		}
	}
}

// stands tells whether a name stands at word i, however its capitals are written.
func (s *Sentence) stands(n name, i int) bool {
	for k, w := range n.words {
		if s.low(i+k) != strings.ToLower(n.text[w.from:w.to]) {
			return false
		}
		if k > 0 && s.Text[s.words[i+k-1].to:s.words[i+k].from] != n.text[n.words[k-1].to:w.from] {
			return false
		}
	}
	return true
}

// recapitalled is the name at word i in its right capitals, and whether it is written otherwise. In capitals throughout every name is
// right, in small letters throughout one that could mean something else.
func (s *Sentence) recapitalled(n name, i int) (right string, wrong bool) {
	from, to := s.words[i].from, s.words[i+len(n.words)-1].to
	text := s.Text[from:to]
	if text == strings.ToUpper(text) || text == strings.ToLower(text) && !n.always {
		return "", false
	}
	var b strings.Builder
	at := from
	for k := range n.words {
		w := s.words[i+k]
		b.WriteString(s.Text[at:w.from])
		first, _ := utf8.DecodeRuneInString(n.text[n.words[k].from:])
		free := k == 0 && strings.HasPrefix(n.text, "~")
		b.WriteString(cased(s.Text[w.from:w.to], unicode.IsUpper(first), free))
		at = w.to
	}
	right = b.String()
	return right, right != text
}

// cased is a word with a capital or a small letter at its beginning and small ones behind; free keeps the beginning.
func cased(word string, capital, free bool) string {
	first, size := utf8.DecodeRuneInString(word)
	switch {
	case free:
	case capital:
		first = unicode.ToUpper(first)
	default:
		first = unicode.ToLower(first)
	}
	return string(first) + strings.ToLower(word[size:])
}
