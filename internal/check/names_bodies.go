package check

import (
	"strings"
	"sync"
	"unicode"

	"github.com/kehoach/kehoach/internal/vi"
)

// bodiesSpelt are names that stand in every commune's plan.
const bodiesSpelt = `Hồ Chí Minh / Mặt trận Tổ quốc Việt Nam / Mặt trận Tổ quốc / Ủy ban nhân dân / Hội đồng nhân dân / Hội Liên hiệp Phụ nữ / Hội Cựu chiến binh
	Hội Nông dân / Đoàn Thanh niên / Trung tâm Phục vụ hành chính công / Phòng Văn hóa - Xã hội / Phòng Kinh tế / Ban Chỉ huy Quân sự / Trạm Y tế / Đảng Cộng sản Việt Nam
	Hội Chữ thập đỏ / Hội Người cao tuổi / Hội Khuyến học / Ngân hàng Chính sách xã hội / Bảo hiểm xã hội / Kho bạc Nhà nước / Tòa án nhân dân / Viện kiểm sát nhân dân
	Hạt Kiểm lâm / Bộ đội Biên phòng / Ban Thanh tra nhân dân / Ban Công tác Mặt trận / Thường trực Đảng ủy / Liên đoàn Lao động / Báo và phát thanh, truyền hình
	Sở Nội vụ / Sở Tài chính / Sở Tư pháp / Sở Y tế / Sở Xây dựng / Sở Công Thương / Sở Khoa học và Công nghệ / Sở Giáo dục và Đào tạo / Sở Nông nghiệp và Môi trường
	Sở Văn hóa, Thể thao và Du lịch / Sở Dân tộc và Tôn giáo / Bộ Nội vụ / Bộ Tài chính / Bộ Tư pháp / Bộ Công an / Bộ Quốc phòng / Bộ Y tế / Bộ Xây dựng / Bộ Công Thương
	Bộ Khoa học và Công nghệ / Bộ Giáo dục và Đào tạo / Bộ Nông nghiệp và Môi trường / Bộ Văn hóa, Thể thao và Du lịch / Bộ Dân tộc và Tôn giáo / Công an xã / Công an tỉnh`

// A bodySpelt is a name by its words: as they are written, in small letters with old tone marks, and without marks.
type bodySpelt struct{ words, lows, plain []string }

// speltNames are the names by their first word without marks, the longest first, and the skeletons of those words; they are made when
// the first plan is looked at.
var speltNames = sync.OnceValues(func() (byFirst map[string][]bodySpelt, skeletons map[[5]byte]bool) {
	byFirst, skeletons = map[string][]bodySpelt{}, map[[5]byte]bool{}
	for entry := range strings.FieldsFuncSeq(bodiesSpelt, func(r rune) bool { return r == '/' || r == '\n' }) {
		var n bodySpelt
		for _, w := range wordsOf(entry) {
			word := entry[w.from:w.to]
			n.words = append(n.words, word)
			n.lows = append(n.lows, strings.ToLower(vi.OneTone(word)))
			n.plain = append(n.plain, vi.Slug(word))
		}
		if len(n.words) == 0 {
			continue
		}
		list := append(byFirst[n.plain[0]], n)
		for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		byFirst[n.plain[0]] = list
		skeletons[skeleton(n.lows[0])] = true
	}
	return byFirst, skeletons
})

// misspeltBodies reports the name of a body, or Uncle Hồ's, one word of which is written in other marks, or of a long name in another
// letter.
func misspeltBodies(s *Sentence) {
	byFirst, skeletons := speltNames()
	for i := 0; i < len(s.words); i++ {
		word := s.word(i)
		if !unicode.IsUpper(firstRune(word)) || !skeletons[skeleton(s.low(i))] {
			continue
		}
		for _, n := range byFirst[vi.Slug(word)] {
			at, same := s.misspeltIn(n, i)
			if !same {
				continue
			}
			if at >= 0 {
				written, right := s.word(i+at), n.words[at]
				if unicode.IsLower(firstRune(written)) {
					right = strings.ToLower(right)
				}
				from, to := s.words[i+at].from, s.words[i+at].to
				s.mendAround(s.words[i].from, s.words[i+len(n.words)-1].to, from, to, right, "written", s.Text[s.words[i].from:s.words[i+len(n.words)-1].to], "right", strings.Join(n.words, " "))
			}
			i += len(n.words) - 1
			break
		}
	}
}

// misspeltIn tells whether a name stands at word i, and which of its words is misspelt; -1 when none is. A first word that is another one
// (Hỏi nông dân, Số xây dựng mới) is a slip only before a capital, a last one only where it begins no word itself (Công an tình nguyện).
func (s *Sentence) misspeltIn(n bodySpelt, i int) (at int, same bool) {
	if i+len(n.words) > len(s.words) {
		return 0, false
	}
	at = -1
	for k := range n.words {
		if k > 0 && s.words[i+k].from-s.words[i+k-1].to > 3 {
			return 0, false
		}
		low := vi.OneTone(s.low(i + k))
		if low == n.lows[k] {
			continue
		}
		plain := vi.Slug(low)
		if at >= 0 || plain != n.plain[k] && !(len(n.words) >= 4 && k > 0 && oneLetter(plain, n.plain[k])) {
			return 0, false
		}
		at = k
	}
	last := i + len(n.words) - 1
	if at == 0 && !unicode.IsUpper(firstRune(s.word(i+1))) || at == len(n.words)-1 && s.joined(last) {
		return 0, false
	}
	return at, true
}

// oneLetter tells whether two words differ in one letter that is added, dropped or changed.
func oneLetter(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// A skeleton is a syllable by its plain consonants, five of them at most: the same whatever its marks.
func skeleton(low string) (key [5]byte) {
	n := 0
	for i := 0; i < len(low) && n < len(key); i++ {
		switch c := low[i]; c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
		default:
			if c > 'a' && c <= 'z' {
				key[n] = c
				n++
			}
		}
	}
	return key
}
