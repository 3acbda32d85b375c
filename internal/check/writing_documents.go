package check

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
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

var divisions = &Rule{
	Kind:     diag.Kind{ID: "writing/capitals-divisions", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.6, V.7", Message: wrongCapitals, Fix: rightCapitals},
	Title:    diag.Words{VI: "Viện dẫn: Điều, Chương, Mục viết hoa, khoản, điểm viết thường; loại văn bản viết hoa", EN: "In citations Điều, Chương and Mục have a capital, khoản and điểm none; types of documents have one"},
	Reason:   diag.Words{VI: "Phụ lục II, mục V.6 và V.7: theo điểm a khoản 2 Điều 103 Chương XII của Bộ luật Hình sự; nói đến một văn bản cụ thể thì viết hoa tên loại (Nghị định số 30/2020/NĐ-CP).", EN: "Annex II, V.6 and V.7: điểm a khoản 2 Điều 103 Chương XII; the type of a certain document has a capital."},
	Wrong:    "Thực hiện theo Khoản 2 điều 5 nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
	Right:    "Thực hiện theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
	sentence: capitalsOfDivisions,
}

// Divisions of a certain document whose first letter is wrong: the second group is that word.
var (
	smallDivision = regexp.MustCompile(`((?:khoản|điểm) [\da-zđ]+,? )(điều) \d|()(điều) \d+[a-zđ]? (?:của )?(?:Luật|Bộ luật|Nghị|Thông|Quyết|Kế|Quy|Chỉ|Hiến|Pháp)|()(chương|mục|phần) [IVX]+\b`)
	largeDivision = regexp.MustCompile(`\p{Ll},? (Khoản \d|Điểm [a-zđ]\b)`)
)

func capitalsOfDivisions(s *Sentence) {
	text := s.Text
	if numberedAfter(text, "điều ") || numberedAfter(text, "chương ") || numberedAfter(text, "mục ") || numberedAfter(text, "phần ") {
		for _, m := range smallDivision.FindAllStringSubmatchIndex(text, -1) {
			for _, group := range []int{4, 8, 12} {
				if from := m[group]; from >= 0 && !isPart(lastRune(text[:from])) {
					s.recase(from, m[group+1], true)
				}
			}
		}
	}
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

var midSentence = &Rule{
	Kind:   diag.Kind{ID: "writing/capitals-inside", Severity: diag.Note, Clause: "NĐ 30 PL II, I", Message: wrongCapitals, Fix: rightCapitals},
	Title:  diag.Words{VI: "Không viết hoa giữa câu", EN: "No capital inside a sentence"},
	Reason: diag.Words{VI: "Phụ lục II, mục I: viết hoa chữ đầu câu, sau dấu . ? ! và khi xuống dòng; sau dấu , dấu ; hoặc sau chữ về, về việc thì câu chưa hết. Chỉ báo những động từ hay gặp.", EN: "Annex II, I: a capital begins a sentence, behind . ? ! and on a new line; behind a comma, a semicolon or về việc the sentence goes on. Only common verbs are reported."},
	Wrong:  "Thực hiện tốt công tác tiếp dân; Tăng cường công tác hòa giải về việc Ban hành quy chế.",
	Right:  "Thực hiện tốt công tác tiếp dân; tăng cường công tác hòa giải về việc ban hành quy chế.",
	sentence: func(s *Sentence) {
		for i := 0; i+1 < len(s.words); i++ {
			if !verbs[s.word(i)+" "+s.word(i+1)] || s.word(i+2) == "số" || i == 0 && s.Passage.Key != "connector" {
				continue
			}
			before := s.word(i - 1)
			gap := ""
			if i > 0 {
				gap = s.Text[s.words[i-1].to:s.words[i].from]
			}
			if gap == "; " || gap == ", " || i > 0 && s.together(i-1) && (before == "về" || before == "việc") {
				s.recase(s.words[i].from, s.words[i+1].to, false)
			}
		}
	},
}

// verbs begin clauses and name no document.
var verbs = func() map[string]bool {
	m := map[string]bool{}
	for _, verb := range strings.Split(`Tăng cường,Tiếp tục,Đẩy mạnh,Thực hiện,Tổ chức,Phối hợp,Triển khai,Rà soát,Nâng cao,Chủ động,Kịp thời,Xây dựng,Tham mưu,Kiểm tra,
Ban hành,Phê duyệt,Kiện toàn,Thành lập,Đôn đốc,Tuyên truyền,Vận động,Giải quyết,Bố trí,Theo dõi,Tổng hợp,Đảm bảo,Bảo đảm,Phát huy,Quán triệt,Hỗ trợ,Duy trì,Lồng ghép,Niêm yết,Công khai,Cập nhật,Đăng ký,Khắc phục,Tiếp nhận,Tập trung,Chấn chỉnh,Đánh giá,Phân công,Chuẩn bị,Nhân rộng,Mở rộng,Tạo điều,Khuyến khích,Chỉ đạo,
Tham gia,Thống kê,Lập danh,Giám sát,Thông tin,Huy động,Ưu tiên,Đổi mới,Phấn đấu,Xử lý,Bồi dưỡng,Tập huấn,Quản lý,Thường xuyên`, ",") {
		m[strings.TrimSpace(verb)] = true
	}
	return m
}()
