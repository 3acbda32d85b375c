package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

var confused = &Rule{
	Kind: diag.Kind{ID: "writing/confused", Severity: diag.Warning,
		Message: diag.Words{VI: `viết sai chính tả: "{words}"`, EN: `misspelt: "{words}"`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:    diag.Words{VI: "Chính tả: những từ hay lẫn", EN: "Spelling: words often mistaken for others"},
	Reason:   diag.Words{VI: "Từng tiếng đều có thật nhưng ghép lại không thành từ nào: lẫn s/x, ch/tr, d/gi, hỏi/ngã. Chỉ báo những cặp và những từ hai tiếng có trong bảng của quy tắc, khi tiếng viết sai dấu không đứng riêng được (sữa đổi, phôi hợp; không báo thăm gia đình) và không thuộc về từ đứng cạnh (không báo tiềm năng xuất khẩu, cũng cố gắng).", EN: "Each syllable exists, but together they make no word: s and x, ch and tr, hỏi and ngã are mixed up. Only the pairs and the words of two syllables of this rule's tables are reported, where the one in wrong marks can't stand alone and neither belongs to the word beside it (tiềm năng xuất khẩu, cũng cố gắng)."},
	Wrong:    "Rà xoát, sử lý vi phạm và bổ xung đội ngủ cán bộ.",
	Right:    "Rà soát, xử lý vi phạm và bổ sung đội ngũ cán bộ.",
	sentence: confusedWords,
}

// confusions are pairs that make no word, and what is meant.
const confusions = `nhân thức = nhận thức / dây mạnh = đẩy mạnh / đầy mạnh = đẩy mạnh / quan lý = quản lý / quản ly = quản lý / xử ly = xử lý / hội nghi = hội nghị / đề nghi = đề nghị / bao cáo = báo cáo / bão cáo = báo cáo / hồ sở = hồ sơ / kể hoạch = kế hoạch
	tô chức = tổ chức / tăng cương = tăng cường / chân chỉnh = chấn chỉnh / tính thần = tinh thần / phong hộ = phòng hộ / kiêm tra = kiểm tra / giam sát = giám sát / giai quyết = giải quyết
	đánh gia = đánh giá / phân đấu = phấn đấu / dự toan = dự toán / quyết toan = quyết toán / kinh phi = kinh phí / ban hanh = ban hành / hoan thành = hoàn thành / khen thương = khen thưởng
	nghi định = nghị định / nghi quyết = nghị quyết / quyết đinh = quyết định / an toan = an toàn / hương dẫn = hướng dẫn / kê hoạch = kế hoạch / tố chức = tổ chức / tố công tác = tổ công tác / phòng chóng = phòng chống
	sử lý = xử lý / xử dụng = sử dụng / bổ xung = bổ sung / xắp xếp = sắp xếp / sắp sếp = sắp xếp / xáp nhập = sáp nhập / sát nhập = sáp nhập
	xuất xắc = xuất sắc / suất sắc = xuất sắc / năng xuất = năng suất / công xuất = công suất / đề suất = đề xuất / đột suất = đột xuất / sản suất = sản xuất
	xuất quà = suất quà / rà xoát = rà soát / kiểm xoát = kiểm soát / khảo xát = khảo sát / giám xát = giám sát / quan xát = quan sát / xem sét = xem xét / vùng xâu = vùng sâu
	chuyên xâu = chuyên sâu / súc tiến = xúc tiến / xơ kết = sơ kết / xơ tán = sơ tán / sử phạt = xử phạt / sây dựng = xây dựng / xự cố = sự cố / sử lí = xử lí
	tập chung = tập trung / chung tâm = trung tâm / chung thực = trung thực / trú trọng = chú trọng / chân trọng = trân trọng / truyên truyền = tuyên truyền / tuyên chuyền = tuyên truyền
	tuyên tuyền = tuyên truyền / chiển khai = triển khai / trương trình = chương trình / chách nhiệm = trách nhiệm / chật tự = trật tự / chủ chì = chủ trì / trủ trì = chủ trì / trính sách = chính sách
	dải quyết = giải quyết / dải phóng = giải phóng / dải pháp = giải pháp / dám sát = giám sát / dãn cách = giãn cách / giành cho = dành cho / danh giới = ranh giới / dao nhiệm = giao nhiệm
	đội ngủ = đội ngũ / kết quã = kết quả / hổ trợ = hỗ trợ / hỗ sơ = hồ sơ / cũng cố = củng cố / kỹ luật = kỷ luật / kỹ cương = kỷ cương / kỷ năng = kỹ năng / kỷ thuật = kỹ thuật
	sẳn sàng = sẵn sàng / giữ vửng = giữ vững / bền vửng = bền vững / chia sẽ = chia sẻ / giúp đở = giúp đỡ / bão đảm = bảo đảm / bão vệ = bảo vệ / mưa bảo = mưa bão / đãm bảo = đảm bảo
	suy nghỉ = suy nghĩ / nghĩ lễ = nghỉ lễ / nghĩ phép = nghỉ phép / nghỉa vụ = nghĩa vụ / quản lỷ = quản lý / phổ biên = phổ biến / cũa dân = của dân / hưởng dẫn = hướng dẫn / đở đầu = đỡ đầu
	mở rông = mở rộng / tỹ lệ = tỷ lệ / gương mẩu = gương mẫu / biểu mẩu = biểu mẫu / lảnh đạo = lãnh đạo / lãnh đao = lãnh đạo / lể hội = lễ hội / dử liệu = dữ liệu / lưu trử = lưu trữ / tiến đô = tiến độ
	chử ký = chữ ký / phòng chóng = phòng chống / khẩn chương = khẩn trương / thăm mưu = tham mưu / nghiêm tục = nghiêm túc / vướn mắc = vướng mắc / vướng mắt = vướng mắc / nông thông = nông thôn
	kế hoạnh = kế hoạch / kế hoặc thực = kế hoạch thực / báo cào = báo cáo / bào cáo = báo cáo / trao dồi = trau dồi / thủ túc = thủ tục / thôn tin = thông tin / giáo giục = giáo dục / công tát = công tác`

var confusionsByFirst = func() map[string][][2][]string {
	table := map[string][][2][]string{}
	for pair := range strings.FieldsFuncSeq(confusions, func(r rune) bool { return r == '/' || r == '\n' }) {
		wrong, right, _ := strings.Cut(pair, "=")
		words := strings.Fields(wrong)
		table[words[0]] = append(table[words[0]], [2][]string{words, strings.Fields(right)})
	}
	return table
}()

func confusedWords(s *Sentence) {
	for i := range s.words {
		for _, pair := range confusionsByFirst[s.low(i)] {
			if !s.saysLow(i, pair[0]) {
				continue
			}
			doubt := s.ofNeighbours(i, len(pair[0]))
			if doubt == nobodys {
				continue
			}
			from, to := s.words[i].from, s.words[i+len(pair[0])-1].to
			words := s.Text[from:to]
			right := strings.Join(pair[1], " ")
			if words != strings.ToLower(words) {
				right = cased(right, true, false)
			}
			if doubt == none && words != strings.ToUpper(words) {
				s.mend(from, to, right, "words", words, "right", right)
			} else {
				if words == strings.ToUpper(words) {
					right = strings.ToUpper(right)
				}
				s.report(from, to, "words", words, "right", right)
			}
		}
		if right := s.otherMarks(i); right != "" && len(confusionsByFirst[s.low(i)]) == 0 {
			from, to := s.words[i].from, s.words[i+1].to
			if words := s.Text[from:to]; words != strings.ToLower(words) {
				right = cased(right, true, false)
			}
			s.mend(from, to, right, "words", s.Text[from:to], "right", right)
		}
	}
}

// A doubt is how surely two syllables that make no word are meant as one.
type doubt int

const (
	none    doubt = iota
	some          // one of them may belong to the word beside it: told, and not repaired
	nobodys       // each belongs elsewhere: gia công|xuất khẩu, cũng|cố gắng
)

// ofNeighbours tells whether the two syllables at word i belong to the words on their sides. Of more than two syllables none does.
func (s *Sentence) ofNeighbours(i, n int) doubt {
	if n != 2 {
		return none
	}
	left, right := s.joined(i-1), s.joined(i+1)
	alone := func(i int) bool { return standsAlone[s.low(i)] || beginsNothing[s.low(i)] }
	switch {
	case left && right, left && alone(i+1) && !s.joined(i-2), right && alone(i) && !s.joined(i+2):
		return nobodys
	case left || right:
		return some
	}
	return none
}

// saysLow tells whether words stand at word i, in capitals or not.
func (s *Sentence) saysLow(i int, words []string) bool {
	for k, word := range words {
		if s.low(i+k) != word || k > 0 && !s.together(i+k-1) {
			return false
		}
	}
	return true
}
