package check

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/vi"
)

var doubled = &Rule{
	Kind: diag.Kind{ID: "writing/doubled", Severity: diag.Warning,
		Message: diag.Words{VI: `lặp chữ "{words}"`, EN: `"{words}" stands twice`},
		Fix:     diag.Words{VI: "bỏ một", EN: "drop one"}},
	Title:    diag.Words{VI: "Không lặp chữ", EN: "No doubled words"},
	Reason:   diag.Words{VI: "Chữ gõ hai lần khi sửa câu. Từ láy có trong bảng (luôn luôn, đòng đòng) và hai từ liền nhau có chung một tiếng (cán bộ bộ phận) không bị báo; tiếng lạ lặp lại có thể là một tên, nên chỉ báo mà không tự sửa.", EN: "A word typed twice in mending a sentence. Reduplication of this rule's table (luôn luôn, đòng đòng) and neighbours that share a syllable (cán bộ bộ phận) are not reported; a rare syllable that stands twice may be a name, and gets no repair."},
	Wrong:    "Nâng cao nhận thức của của cán bộ về tổ chức tổ chức thực hiện.",
	Right:    "Nâng cao nhận thức của cán bộ về tổ chức thực hiện.",
	sentence: doubledWords,
}

var (
	// reduplicated are syllables that Vietnamese says twice: dần dần, luôn luôn, người người.
	reduplicated = set(`luôn dần thường từ mãi đời ngày đêm tháng năm nhà người ngành nơi chốn chiều sáng tối sớm trưa khuya mùa xuân hè đông lớp hàng tầng trùng điệp nghìn ngàn vạn triệu chục muôn
		lâu xa gần cao thấp to nhỏ nhanh chậm mau khẽ nhè nhẹ đều vừa ai đâu xanh đỏ tím vàng đen trắng hồng nâu xám mát ấm nóng tròn dài ngắn dày mỏng đầy đẹp xinh vui buồn hay đôi
		đùng rầm ầm ào vù xè xèo ù rì tí tẹo xíu chút chầm chằm khăng lăm phăng đăm nằng hăng bừng ngời vùn cuồn rưng ba song xoen leng tích tắc khư lừ trừng gườm nhao nhâu
		rành đau ngấm ngầm oang sang bần canh đinh ninh lênh thao trân chan chang xem mênh mông ngân sừng lai rai liên kìn kịt bươm đu à ừ dạ vâng tu hu cu cúc chôm bong loong phèng
		be bo bon boong bè bì bìm bòng bô bùng băm bạch chuồn bề bồ bồng bời cheo chành choai choang choi chung chùn chăm chốc cào thia căm dành dàu giàng giăng gật ha hao hi him hiu hoe hây hòm hầm tinh hằm hề hừ khào khơi
		khặc khừ kiền kè kên kền le liền lom lâng lù lầm màng mành nao ngà ngùi ngăm ngơ ngẩn nhong nhàng nháy nhăm nhơn nhằng oa oe ong phây phè phăm reng riu ro ràng rào ròng rùng rộ rần rầu rề rồng se su sàn sè sòn sơ sồn
		sờ sộ te thiu thào thênh toang ton tong trơ phau tà tàng tâng tê tênh tì túc tưng tầm tồ ui ve veo vo vu vè vèo vên vênh xiêu xăm xơi xưng âm cạc ùn đa đòng đằng ồm ời`)
	// maybeTwice are more of them, which stand for themselves too: gà gà, vòng vòng.
	maybeTwice = set("con em gà heo nhất thùng đường vòng thanh nhờ xương khao")
	// longer are syllables that make another word of one of two before them: xã hội | xã hội hóa, học sinh | học sinh học.
	longer = set("hóa hoá viên học")
	// beginsNothing are words that join others and end or begin no longer one; numbers are among them (hai ba hộ, but never hai hai hộ).
	beginsNothing = set(`của và các những trong về cho với được là để hoặc này đã sẽ mà nhưng khi trên dưới cũng mỗi mọi như nhằm qua
		việc ngay đến phải cần đang vẫn ở cùng giữa bởi gồm nếu thuộc vào tại trước sau do theo không chưa bị bằng có lập gửi nộp một hai bốn sáu bảy tám chín mười`)
	// oftenTwice are syllables of pairs that are said twice: từng bước từng bước, tổ hòa giải hòa giải thành.
	oftenTwice = set("từng bước ngày càng giải")
	// joints are syllables that end one word and begin another, with what they begin: cán bộ bộ phận, tuyên truyền truyền thống.
	joints = sync.OnceValue(func() map[string]map[string]bool {
		table := map[string]map[string]bool{}
		for entry := range strings.SplitSeq(jointTable, "\n") {
			if first, rest, found := strings.Cut(vi.OneTone(entry), " "); found {
				table[first] = set(rest)
			}
		}
		return table
	})
	// standsAlone are those of them that are words of one syllable.
	standsAlone = set(`xã ban tổ hội bộ sở đoàn đội dân trường lớp công tỉnh thôn bản ngành nghề người cây con nhà đường đất nước lúa vốn quỹ sách báo việc tin án luật phí thuế thu chi giao học thi họp trình vay sinh làm dạy trồng nuôi hộ vụ nước rừng bệnh thuê mua bán cấp phát ký nộp dự khám tiêm mặt thân tên chữ ca đội quân tập ủy phòng tàu xe máy chợ khách hàng chung mưa quà khen giành ngủ thức phạt sát`)
)

// manyWords are those that begin so many words that the table can't hold all.
var manyWords = set("hội đoàn tổ ban bộ học thi thu chi công giao tin báo chính hành động đại thành thực tự")

//go:embed joints.txt
var jointTable string

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

// once tells whether word i, which stands twice, is meant once.
func (s *Sentence) once(i int) bool {
	low := s.low(i)
	if low == "ngày" && s.words[i].from > 1 && isDigit(s.Text[s.words[i].from-2]) { // 10 ngày ngày
		return true
	}
	if beginsNothing[low] {
		return low != "bằng" && low != "theo" || s.low(i+2) != "khen" && s.low(i+2) != "dõi"
	}
	if reduplicated[low] || utf8.RuneCountInString(low) < 2 || !s.isPlainWord(s.words[i]) || !vi.IsSyllable(low) || s.isAbroad(i) {
		return false
	}
	before, left := vi.OneTone(s.low(i-1)), s.joined(i-1)
	if s.joined(i + 1) {
		return !left && !standsAlone[low] && (!s.together(i-1) || beginsNothing[before] || slices.Contains(twoTables().first[s.low(i-2)], s.low(i-1)))
	}
	return !(left && standsAlone[low]) && !manyWords[low]
}

// joined tells whether word i and the next make a word of two syllables.
func (s *Sentence) joined(i int) bool {
	return s.together(i) && (joints()[vi.OneTone(s.low(i))][vi.OneTone(s.low(i+1))] || slices.Contains(twoTables().first[s.low(i)], s.low(i+1)))
}

// common tells whether word i is one that plans use: of others some animal or plant is called by two.
func (s *Sentence) common(i int) bool {
	low, t := s.low(i), twoTables()
	return !maybeTwice[low] && (beginsNothing[low] || standsAlone[low] || t.own[low] || t.first[low] != nil || t.last[low] != nil || joints()[vi.OneTone(low)] != nil)
}

// longer tells whether the word of two that ends at word i goes on: xã hội hóa, công tác xã hội.
func (s *Sentence) longer(i int) bool {
	return s.together(i) && (longer[s.low(i+1)] || s.saysLow(i-1, []string{"công", "tác", "xã", "hội"}))
}

// twice reports that the n words at i stand twice; the second is taken away where that is certain.
func (s *Sentence) twice(i, n int, certain bool) {
	from, to := s.words[i].from, s.words[i+2*n-1].to
	if words := s.Text[from:to]; certain {
		s.mendAround(from, to, s.words[i+n-1].to, to, "", "words", words)
	} else {
		s.report(from, to, "words", words)
	}
}

// isAbroad tells whether a doubled word is a part of a name in another language, of which there are many: Đắk Pờ Lin lin.
func (s *Sentence) isAbroad(i int) bool {
	return unicode.IsUpper(firstRune(s.word(i))) && (i > 0 && s.together(i-1))
}

func doubledWords(s *Sentence) {
	s.doubledFigures()
	for i := 0; i+1 < len(s.words); i++ {
		a, b := s.word(i), s.word(i+1)
		if s.low(i) == b && s.together(i) && s.low(i+2) != b && s.low(i-1) != b && s.once(i) {
			s.twice(i, 1, s.common(i))
			continue
		}
		for n := 4; n >= 2; n-- {
			if last := i + 2*n - 1; s.repeats(i, n) && a != b && !oftenTwice[b] {
				if !s.longer(last) {
					s.twice(i, n, !s.joined(i-1) && !s.joined(last))
				}
				i = last - 1
				break
			}
		}
	}
}

// twoFigures are two figures with a blank between them: what stands before and behind tells whether it is a number of many groups.
var twoFigures = pattern.Of(`(?:^|[^\d ] )(\d[\d.,]*\d) (\d[\d.,]*\d)(?: [^\d ]|[,.;]|$)`)

// doubledFigures reports a figure that stands twice.
func (s *Sentence) doubledFigures() {
	if !strings.ContainsAny(s.Text, "0123456789") {
		return
	}
	for _, m := range twoFigures.FindAllStringSubmatchIndex(s.Text, -1) {
		if s.Text[m[2]:m[3]] == s.Text[m[4]:m[5]] {
			s.mendAround(m[2], m[5], m[3], m[5], "", "words", s.Text[m[2]:m[5]])
		}
	}
}
