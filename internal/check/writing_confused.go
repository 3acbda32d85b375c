package check

import (
	"slices"
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

// confusions are pairs that make no word, and what is meant. Each must be wrong whatever stands around it: "phòng trống", "tranh dành" and
// "xúc tích" are mostly slips, but also an empty room, pictures for somebody, the middle of "cảm xúc tích cực". What is wrong with one more word only
// stands here with it.
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
	chử ký = chữ ký / khẩn chương = khẩn trương / thăm mưu = tham mưu / nghiêm tục = nghiêm túc / vướn mắc = vướng mắc / vướng mắt = vướng mắc / nông thông = nông thôn
	kế hoạnh = kế hoạch / kế hoặc thực = kế hoạch thực / báo cào = báo cáo / bào cáo = báo cáo / trao dồi = trau dồi / thủ túc = thủ tục / thôn tin = thông tin / giáo giục = giáo dục / công tát = công tác
	nổ lực = nỗ lực / chuẩn đoán = chẩn đoán / thăm quan = tham quan / xát nhập = sáp nhập / xửa chữa = sửa chữa / triệt đễ = triệt để / quãng bá = quảng bá / thiếu xót = thiếu sót
	sai xót = sai sót / sáng lạng = sáng lạn / xuất ăn = suất ăn / rườm già = rườm rà / tiến đọ = tiến độ / đứng đàu = đứng đầu / vô hình chung = vô hình trung / cọ sát = cọ xát
	khắc khe = khắt khe / sơ xài = sơ sài / rứt điểm = dứt điểm / tài xản = tài sản / vẽ đẹp của = vẻ đẹp của / suông sẻ = suôn sẻ / suôn sẽ = suôn sẻ / khuyết điễm = khuyết điểm
	giổ tổ = giỗ tổ / nghĩ dưỡng = nghỉ dưỡng / nghĩ hưu = nghỉ hưu / nghĩ ngơi = nghỉ ngơi / ý nghỉa = ý nghĩa / chủ nghỉa = chủ nghĩa / khởi nghỉa = khởi nghĩa / kỹ niệm = kỷ niệm
	kỹ lục = kỷ lục / thế kỹ = thế kỷ / kỷ sư = kỹ sư / kỷ lưỡng = kỹ lưỡng / lủ lụt = lũ lụt / lủ quét = lũ quét / mưa lủ = mưa lũ / bảo lũ = bão lũ / bảo lụt = bão lụt
	bão quản = bảo quản / bão trợ = bảo trợ / bão dưỡng = bảo dưỡng / củng như = cũng như / chửa cháy = chữa cháy / sửa chửa = sửa chữa / cứu chửa = cứu chữa / mạnh mẻ = mạnh mẽ
	sạch sẻ = sạch sẽ / chặt chẻ = chặt chẽ / chặc chẽ = chặt chẽ / lẩn lộn = lẫn lộn / lẩn nhau = lẫn nhau / mâu thuẩn = mâu thuẫn / tiêu chuẫn = tiêu chuẩn / chuẫn bị = chuẩn bị
	khẫn cấp = khẩn cấp / thẫm quyền = thẩm quyền / sản phẫm = sản phẩm / diển biến = diễn biến / biểu diển = biểu diễn / diển ra = diễn ra / giử gìn = giữ gìn / giử vững = giữ vững
	nỗi bật = nổi bật / dể dàng = dễ dàng / cổ vủ = cổ vũ / vủ trang = vũ trang / ưu đải = ưu đãi / bải bỏ = bãi bỏ / bải rác = bãi rác / rộng rải = rộng rãi / trã lời = trả lời
	chi trã = chi trả / đầy đũ = đầy đủ / hàng ngủ = hàng ngũ / xả hội = xã hội / thị xả = thị xã / liệt sỉ = liệt sĩ / chiến sỉ = chiến sĩ / nghệ sỉ = nghệ sĩ / trụ sỡ = trụ sở
	cơ sỡ = cơ sở / sỡ hữu = sở hữu / lịch sữ = lịch sử / sữ dụng = sử dụng / xữ lý = xử lý / xữ phạt = xử phạt / ngày lể = ngày lễ / nghi lể = nghi lễ / xuất sứ = xuất xứ
	xứ mệnh = sứ mệnh / xâu rộng = sâu rộng / xâu bệnh = sâu bệnh / xôi nổi = sôi nổi / xuy giảm = suy giảm / súc phạm = xúc phạm / bức súc = bức xúc / sâm phạm = xâm phạm
	sói mòn = xói mòn / xạt lở = sạt lở / xụt lún = sụt lún / xinh hoạt = sinh hoạt / vệ xinh = vệ sinh / xáng tạo = sáng tạo / xáng kiến = sáng kiến / xức khỏe = sức khỏe
	xuyên xuốt = xuyên suốt / trăm sóc = chăm sóc / chồng trọt = trồng trọt / trồng chọt = trồng trọt / truyển khai = triển khai / trỉ đạo = chỉ đạo / trỉ tiêu = chỉ tiêu
	hỗ chợ = hỗ trợ / chanh chấp = tranh chấp / đấu chanh = đấu tranh / chanh thủ = tranh thủ / chưng bày = trưng bày / giấy trứng nhận = giấy chứng nhận / dữ gìn = giữ gìn
	dữ vững = giữ vững / giữ liệu = dữ liệu / giành riêng = dành riêng / dành thắng lợi = giành thắng lợi / dèn luyện = rèn luyện / rõ dàng = rõ ràng / dao ban = giao ban
	bàn dao = bàn giao / dới thiệu = giới thiệu / da hạn = gia hạn / dà soát = rà soát / dảm nghèo = giảm nghèo / hoàng chỉnh = hoàn chỉnh / bang hành = ban hành / đoàng kết = đoàn kết
	cơ quang = cơ quan / mặc trận = mặt trận / thắc chặt = thắt chặt / đặt biệt là = đặc biệt là / đặt biệt khó khăn = đặc biệt khó khăn / chất lượn = chất lượng / số lượn = số lượng
	lực lượn = lực lượng / thườn xuyên = thường xuyên / hướn dẫn = hướng dẫn / an toàn dao thông = an toàn giao thông / dao lưu văn = giao lưu văn / hoàng thiện hồ = hoàn thiện hồ
	hoàng thiện các = hoàn thiện các / hoàng thiện thể = hoàn thiện thể / hoàng cảnh khó = hoàn cảnh khó / hoàng cảnh gia = hoàn cảnh gia / giải phóng mặc bằng = giải phóng mặt bằng
	tính đặt thù = tính đặc thù / tiếp súc cử = tiếp xúc cử / tiếp súc với = tiếp xúc với / xét sử lưu = xét xử lưu / sâm nhập mặn = xâm nhập mặn / sâm hại trẻ = xâm hại trẻ
	chuyền thống văn = truyền thống văn / chuyền thống cách = truyền thống cách`

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
		told := false
		for _, pair := range confusionsByFirst[s.low(i)] {
			if !s.saysLow(i, pair[0]) || s.endsWord(i) || s.isName(i, i+len(pair[0])-1) {
				continue
			}
			doubt := s.ofNeighbours(i, len(pair[0]))
			if doubt == nobodys {
				continue
			}
			told = true
			from, to := s.words[i].from, s.words[i+len(pair[0])-1].to
			words := s.Text[from:to]
			right := strings.Join(pair[1], " ")
			if words != strings.ToLower(words) {
				right = cased(right, true, false)
			}
			if doubt == none && words != strings.ToUpper(words) {
				s.respell(from, to, right, "words", words, "right", right)
			} else {
				if words == strings.ToUpper(words) {
					right = strings.ToUpper(right)
				}
				s.report(from, to, "words", words, "right", right)
			}
		}
		if right := s.otherMarks(i); right != "" && !told {
			from, to := s.words[i].from, s.words[i+1].to
			if words := s.Text[from:to]; words != strings.ToLower(words) {
				right = cased(right, true, false)
			}
			s.respell(from, to, right, "words", s.Text[from:to], "right", right)
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

// endsWord tells whether word i ends one of two syllables: sản xuất ăn uống.
func (s *Sentence) endsWord(i int) bool {
	return s.together(i-1) && slices.Contains(twoTables().first[s.low(i-1)], s.low(i))
}

// isName tells whether words from one to another are a name: each has a capital, and none of them more.
func (s *Sentence) isName(from, to int) bool {
	for i := from; i <= to; i++ {
		if word := s.word(i); cased(s.low(i), true, false) != word || word == strings.ToUpper(word) {
			return false
		}
	}
	return true
}
