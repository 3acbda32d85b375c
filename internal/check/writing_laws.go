package check

import (
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
)

var lawNames = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-laws", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.6", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Tên luật: viết hoa chữ Luật và chữ đầu của tên", EN: "A law's name: capitals for Luật and for the first syllable of its name"},
	Reason:   diag.Words{VI: "Phụ lục II, mục V.6 (Bộ luật Hình sự, Luật Tổ chức Quốc hội). Luật có trong sổ văn bản thì đối chiếu cả tên.", EN: "Annex II, V.6. A law that the registry holds is compared as a whole."},
	Wrong:    "Triển khai Luật thực hiện Dân chủ ở cơ sở, Bộ Luật lao động và Luật hôn nhân và gia đình.",
	Right:    "Triển khai Luật Thực hiện dân chủ ở cơ sở, Bộ luật Lao động và Luật Hôn nhân và gia đình.",
	sentence: capitalsOfLaws,
}

var (
	// notLaws are words behind Luật with which no name of a law begins; sửa đổi stands small in the names of amending laws.
	notLaws = set(`này chỉ không phải còn vẫn đều do và hoặc của số năm có là được theo trên tại về đã do trong cho để nêu hiện sửa các khác sư gia pháp mới cũ trước sau khi quy đó ấy thì với từ ngày`)
	// beforeLaw are words that make another one of luật.
	beforeLaw = set("pháp kỷ quy định âm dự án thi tục")
)

func capitalsOfLaws(s *Sentence) {
	for i := 0; i < len(s.words); i++ {
		kind, words := s.lawAt(i)
		if kind == "" || s.Text[s.words[i].from:s.words[i+words-1].to] == strings.ToUpper(kind) {
			continue
		}
		name := i + words
		if right, last := s.registered(i, kind); right != "" {
			s.compareLaw(i, last, right)
			i = last
			continue
		}
		from, to, right := s.words[i].from, s.words[name-1].to, kind
		if first := s.word(name); s.together(name-1) && unicode.IsLower(firstRune(first)) && !notLaws[first] {
			to, right = s.words[name].to, kind+" "+cased(first, true, false)
		}
		if unicode.IsUpper(firstRune(s.Text[from:])) && s.Text[from:to] != right {
			s.mend(from, to, right, "words", s.Text[from:to], "right", right)
		}
	}
}

// lawAt is the type of law that the words at i are, as it is rightly written, and how many words it has.
func (s *Sentence) lawAt(i int) (kind string, words int) {
	switch low, next := s.low(i), s.low(i+1); {
	case low == "bộ" && next == "luật" && s.together(i):
		return "Bộ luật", 2
	case low == "pháp" && next == "lệnh" && s.together(i):
		return "Pháp lệnh", 2
	case low == "luật" && s.low(i-1) != "bộ" && !(beforeLaw[s.low(i-1)] && s.together(i-1)):
		return "Luật", 1
	}
	return "", 0
}

// longestLaw is how many words a law's name has at most.
const longestLaw = 14

// lawTable are laws that plans of communes cite, beside those of the registry: here only their capitals matter, not their dates.
const lawTable = `Luật Quản lý, sử dụng tài sản công / Luật Bảo vệ môi trường / Luật Phòng, chống ma túy / Luật An ninh mạng / Luật Trẻ em / Luật Người cao tuổi
	Luật Người khuyết tật / Luật Bình đẳng giới / Luật Phòng, chống bạo lực gia đình / Luật Hôn nhân và gia đình / Luật Giáo dục / Luật Bảo hiểm y tế
	Luật Bảo hiểm xã hội / Luật Việc làm / Luật Lâm nghiệp / Luật Thủy lợi / Luật Chăn nuôi / Luật Thú y / Luật Trồng trọt / Luật Xây dựng / Luật Nhà ở / Luật Quy hoạch
	Luật Căn cước / Luật Đường bộ / Luật Trật tự, an toàn giao thông đường bộ / Luật Giao thông đường bộ / Luật Dân quân tự vệ / Luật Nghĩa vụ quân sự / Luật Quốc phòng
	Luật Phòng thủ dân sự / Luật Phòng, chống thiên tai / Luật Mặt trận Tổ quốc Việt Nam / Luật Hợp tác xã / Luật Hòa giải ở cơ sở / Luật Phổ biến, giáo dục pháp luật
	Luật Trợ giúp pháp lý / Luật Xử lý vi phạm hành chính / Luật Di sản văn hóa / Luật Du lịch / Luật Tiếp cận thông tin / Luật Bảo vệ bí mật nhà nước
	Luật Thực hành tiết kiệm, chống lãng phí / Luật Kế toán / Luật Phí và lệ phí / Luật Khám bệnh, chữa bệnh / Luật An toàn thực phẩm / Luật Viên chức / Luật Thống kê
	Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân / Luật Công nghệ thông tin / Luật An toàn, vệ sinh lao động / Luật Tài nguyên nước / Luật Đa dạng sinh học
	Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở / Luật Phòng, chống tác hại của rượu, bia / Luật Phòng, chống tác hại của thuốc lá / Luật Thư viện / Luật Nhà giáo
	Bộ luật Dân sự / Bộ luật Hình sự / Bộ luật Tố tụng hình sự / Bộ luật Tố tụng dân sự / Pháp lệnh Ưu đãi người có công với cách mạng`

// lawsByName are those laws by their names in small letters.
var lawsByName = func() map[string]string {
	table := map[string]string{}
	for entry := range strings.FieldsFuncSeq(lawTable, func(r rune) bool { return r == '/' || r == '\n' }) {
		if text := strings.TrimSpace(entry); text != "" {
			table[strings.ToLower(text)] = text
			table[strings.ToLower(otherWay(text))] = otherWay(text)
		}
	}
	return table
}()

// registered is the true name of the law of a kind whose name begins at word i, and its last word; "" when none is known. In small
// letters throughout it may be any law about the matter.
func (s *Sentence) registered(i int, kind string) (right string, last int) {
	for last = min(i+longestLaw, len(s.words)-1); last > i; last-- {
		words := s.Text[s.words[i].from:s.words[last].to]
		name := lawsByName[strings.ToLower(words)]
		if e, ok := s.Registry.Lookup(words); ok && e.Type == kind {
			name = e.Name()
		}
		if name != "" {
			if words == strings.ToLower(words) {
				return "", 0
			}
			return name, last
		}
	}
	return "", 0
}

// compareLaw reports the words i to last where their capitals are not those of the true name. Both have the same letters.
func (s *Sentence) compareLaw(i, last int, name string) {
	from, to := s.words[i].from, s.words[last].to
	text := s.Text[from:to]
	words := wordsOf(name)
	if text == strings.ToUpper(text) || len(words) != last-i+1 {
		return
	}
	var b strings.Builder
	at := from
	for k, w := range words {
		written := s.words[i+k]
		b.WriteString(s.Text[at:written.from])
		b.WriteString(cased(s.Text[written.from:written.to], unicode.IsUpper(firstRune(name[w.from:])), false))
		at = written.to
	}
	if right := b.String(); right != text {
		s.mend(from, to, right, "words", text, "right", right)
	}
}
