package check

import (
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
)

var people = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-people", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.1, V.4", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Nhân dân, Nhà nước, Đảng viết hoa", EN: "Nhân dân, Nhà nước and Đảng with a capital"},
	Reason:   diag.Words{VI: "Phụ lục II, mục V.1: danh từ Nhân dân, Nhà nước; mục V.4: Đảng, chỉ Đảng Cộng sản Việt Nam. Chỉ báo khi từ ấy là danh từ đứng riêng (của nhân dân; Đảng, nhà nước); trong tên cơ quan (Hội đồng nhân dân) thì theo mục IV, khi bổ nghĩa (ngân sách nhà nước) thì phụ lục không nói, nên không báo.", EN: "Annex II, V.1: the nouns Nhân dân and Nhà nước; V.4: Đảng for the Communist Party of Vietnam. Only where the word is a noun of its own (của nhân dân; Đảng, nhà nước); names of bodies follow IV, and of the attribute (ngân sách nhà nước) the annex says nothing: both are left alone."},
	Wrong:    "Phát huy quyền làm chủ của nhân dân theo chủ trương của đảng và nhà nước.",
	Right:    "Phát huy quyền làm chủ của Nhân dân theo chủ trương của Đảng và Nhà nước, ngân sách nhà nước.",
	sentence: peopleAndState,
}

// Behind these words nhân dân and nhà nước are nouns of their own.
var (
	beforePeople = set("kiến lấy của cho với và trong đến tới lớp chúng thể động vụ để giúp vì được cùng sống mạnh cư tin")
	beforeState  = set("của với và do cho bởi")
)

// Behind these words and a comma nhà nước is one of several who act; behind others it may say whose something is: doanh nghiệp tư nhân,
// nhà nước.
var besideState = set("đảng dân")

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
		listed := s.Text[s.words[i-1].to:from] == ", " && (a == "nhân" || besideState[s.low(i-1)])
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

var unitCapitals = &Rule{
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
		named := capital && s.word(i) != "Thôn" && !joinedToUnits[strings.ToLower(next)] && !familyName[next] // Xã Phan Ngọc Hiển, III.1b
		ofBody := beforeUnits[before] && !(s.together(i) && joinedToUnits[next])
		if named || ofBody || !capital && everyOne[s.low(i-1)] {
			right := strings.ToLower(s.word(i))
			s.mend(s.words[i].from, s.words[i].to, right, "words", s.word(i), "right", right)
		}
	}
}
