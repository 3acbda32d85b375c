package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
)

// What all rules about capitals say.
var (
	wrongCapitals = diag.Words{VI: `viết hoa chưa đúng: "{words}"`, EN: `wrong capitals: "{words}"`}
	rightCapitals = diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}
)

var names = &Rule{
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
	Ủy ban nhân dân / !Ủy ban Thường vụ Quốc hội / Hội đồng nhân dân / !Mặt trận Tổ quốc / !Quốc hội / Chính phủ / !Thủ tướng Chính phủ / !Chủ tịch nước
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

func capitalsOfNames(s *Sentence) {
	for i := 0; i < len(s.words); i++ {
		for _, n := range namesByFirst[s.low(i)] {
			if !s.stands(n, i) || strings.Contains(n.text, "rưởng") && (unicode.IsLower(firstRune(s.word(i))) || unicode.IsUpper(firstRune(s.word(i+len(n.words))))) {
				continue // Chỉ huy trưởng Ban …, Trưởng Phòng Nội vụ: the body begins there
			}
			if s.together(i-1) && unicode.IsUpper(firstRune(s.word(i-1))) && unicode.IsLower(firstRune(s.word(i))) {
				break // a part of a longer name: Chi hội Phụ nữ, Trưởng ban Chỉ đạo
			}
			if right, wrong := s.recapitalled(n, i); wrong {
				from, to := s.words[i].from, s.words[i+len(n.words)-1].to
				s.mend(from, to, right, "words", s.Text[from:to], "right", right)
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

var people = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-people", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.1, V.4", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Nhân dân, Nhà nước, Đảng viết hoa", EN: "Nhân dân, Nhà nước and Đảng with a capital"},
	Reason:   diag.Words{VI: "Phụ lục II, mục V.1 và V.4. Chỉ báo khi từ ấy là danh từ đứng riêng (của nhân dân, Đảng và nhà nước); trong tên cơ quan và khi bổ nghĩa (Hội đồng nhân dân, ngân sách nhà nước) thì không.", EN: "Annex II, V.1 and V.4. Only where the word is a noun of its own; inside names of bodies and as an attribute (ngân sách nhà nước) it is left alone."},
	Wrong:    "Phát huy quyền làm chủ của nhân dân theo chủ trương của đảng và nhà nước.",
	Right:    "Phát huy quyền làm chủ của Nhân dân theo chủ trương của Đảng và Nhà nước, ngân sách nhà nước.",
	sentence: peopleAndState,
}

// Behind these words nhân dân and nhà nước are nouns of their own.
var (
	beforePeople = set("của cho với và trong đến tới lớp chúng thể động vụ để giúp vì được cùng sống mạnh cư tin")
	beforeState  = set("của với và do cho bởi")
)

// partyWords make another word of đảng: đảng viên, đảng bộ.
var partyWords = set("viên ủy uỷ bộ phí phái đoàn tịch số cấp")

func peopleAndState(s *Sentence) {
	for i := 0; i+1 < len(s.words); i++ {
		a, b := s.word(i), s.word(i+1)
		var before map[string]bool
		switch {
		case a == "nhân" && b == "dân" && s.word(i+2) != "tệ":
			before = beforePeople
		case a == "nhà" && b == "nước":
			before = beforeState
		}
		if a == "đảng" && (before == nil && (s.word(i-1) == "của" || s.word(i-1) == "với") && s.together(i-1) && !partyWords[b]) {
			s.recase(s.words[i].from, s.words[i].to, true)
			continue
		}
		if before == nil || i == 0 || !s.together(i) {
			continue
		}
		from, to := s.words[i].from, s.words[i+1].to
		listed := s.Text[s.words[i-1].to:from] == ", "
		if listed || before[s.word(i-1)] && s.together(i-1) {
			right := cased(a, true, false) + " " + b
			s.mend(from, to, right, "words", s.Text[from:to], "right", right)
		}
	}
}

var posts = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-posts", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.3", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Chức vụ của một người cụ thể viết hoa", EN: "The post of a certain person with a capital"},
	Reason:   diag.Words{VI: "Phụ lục II, mục V.3: viết hoa chức vụ khi đi liền với người cụ thể (Chủ tịch Quốc hội, Thủ tướng Chính phủ). Nói chung chung (các chủ tịch hội) thì không.", EN: "Annex II, V.3: the post of a certain person begins with a capital; spoken of in general (các chủ tịch hội) it does not."},
	Wrong:    "Giao chủ tịch UBND xã và đồng chí bí thư Nguyễn Văn An theo dõi.",
	Right:    "Giao Chủ tịch UBND xã và đồng chí Bí thư Nguyễn Văn An theo dõi.",
	sentence: smallPosts,
}

var (
	postWords  = [][]string{{"phó", "chủ", "tịch"}, {"chủ", "tịch"}, {"phó", "bí", "thư"}, {"bí", "thư"}, {"giám", "đốc"}, {"bộ", "trưởng"}, {"thủ", "tướng"}}
	severalOf  = set("các những mọi mỗi từng một hai ba nhiều chức")
	ofABody    = set("UBND HĐND MTTQ Ủy Uỷ Hội Quốc Đảng Tỉnh Huyện Thành Chính Sở")
	familyName = set("Nguyễn Trần Lê Phạm Đinh Võ Bùi Đỗ Hồ Ngô Dương Lý Đặng Huỳnh Hoàng Phan Vũ Trương Mai Cao Lâm")
)

func smallPosts(s *Sentence) {
	for i := 0; i < len(s.words); i++ {
		for _, post := range postWords {
			if !s.spells(i, post) {
				continue
			}
			last := i + len(post) - 1
			if next := s.word(last + 1); (ofABody[next] || familyName[next]) && s.together(last) && !severalOf[s.low(i-1)] {
				right := cased(post[0], true, false)
				for k, word := range post[1:] {
					right += " " + cased(word, k == 0 && post[0] == "phó", false)
				}
				from, to := s.words[i].from, s.words[last].to
				s.mend(from, to, right, "words", s.Text[from:to]+" "+next, "right", right+" "+next)
			}
			i = last
			break
		}
	}
}

// spells tells whether words in small letters stand at word i.
func (s *Sentence) spells(i int, words []string) bool {
	for k, word := range words {
		if s.word(i+k) != word || k > 0 && !s.together(i+k-1) {
			return false
		}
	}
	return true
}

var units = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-units", Severity: diag.Warning, Clause: "NĐ 30 PL II, III.1a", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Xã, huyện, tỉnh viết thường trước tên riêng", EN: "xã, huyện and tỉnh with a small letter before the name"},
	Reason:   diag.Words{VI: "Phụ lục II, mục III.1a: chỉ tên riêng viết hoa (tỉnh Nam Định); viết hoa cả danh từ chung khi tên là số, tên người, sự kiện (Quận 1, Phường Điện Biên Phủ) và ở Thủ đô Hà Nội, Thành phố Hồ Chí Minh.", EN: "Annex II, III.1a: only the name has capitals (tỉnh Nam Định); the noun too where the name is a number, a person or an event."},
	Wrong:    "Báo cáo UBND Tỉnh kết quả thực hiện tại Xã Sơn Tây Hạ.",
	Right:    "Báo cáo UBND tỉnh kết quả thực hiện tại xã Sơn Tây Hạ.",
	sentence: capitalUnits,
}

var (
	unitNouns   = set("Xã Huyện Tỉnh Thôn")
	beforeUnits = set("UBND HĐND MTTQ dân an đoàn")
	// everyOne are words behind which no single unit is named: các thôn.
	everyOne = set("các mỗi từng những mọi toàn")
	// joinedToUnits make another word of the noun: Xã hội, Tỉnh ủy, Tỉnh đoàn.
	joinedToUnits = set("hội ủy uỷ đoàn đội lộ")
)

func capitalUnits(s *Sentence) {
	if s.Text == strings.ToUpper(s.Text) {
		return
	}
	for i := 1; i < len(s.words); i++ {
		if !unitNouns[s.word(i)] || !s.together(i-1) {
			continue
		}
		next, before := s.word(i+1), s.word(i-1)
		capital := s.together(i) && unicode.IsUpper(firstRune(next))
		named := capital && s.word(i) != "Thôn" && !joinedToUnits[strings.ToLower(next)]
		ofBody := beforeUnits[before] && !(s.together(i) && joinedToUnits[next])
		if named || ofBody || !capital && everyOne[s.low(i-1)] {
			right := strings.ToLower(s.word(i))
			s.mend(s.words[i].from, s.words[i].to, right, "words", s.word(i), "right", right)
		}
	}
}
