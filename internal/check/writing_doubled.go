package check

import (
	"strings"
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
	Reason:   diag.Words{VI: "Chữ gõ hai lần khi sửa câu. Từ láy (luôn luôn, dần dần) và hai từ liền nhau có chung một tiếng (cán bộ bộ phận) không bị báo.", EN: "A word typed twice in mending a sentence. Reduplication (luôn luôn) and neighbours that share a syllable (cán bộ bộ phận) are not reported."},
	Wrong:    "Nâng cao nhận thức của của cán bộ về tổ chức tổ chức thực hiện.",
	Right:    "Nâng cao nhận thức của cán bộ về tổ chức thực hiện.",
	sentence: doubledWords,
}

var (
	// reduplicated are syllables that Vietnamese says twice: dần dần, luôn luôn, người người.
	reduplicated = set(`luôn dần thường từ mãi đời ngày đêm tháng năm nhà người nơi chốn chiều sáng tối sớm trưa khuya mùa xuân hè đông lớp hàng tầng trùng điệp nghìn ngàn vạn triệu trăm chục muôn
		rất hơi khá lâu xa gần cao thấp to nhỏ lớn bé ít nhiều nhanh chậm mau khẽ nhè nhẹ đều vừa mới đang sắp gì nào chi ai đâu đó đây kia này nọ thế vậy sao
		xanh đỏ tím vàng đen trắng hồng nâu xám tươi mát ấm nóng lạnh se tròn vuông dài ngắn dày mỏng đầy vơi đẹp xinh vui buồn hay thích yêu thương nhớ quen lạ giống khác
		đùng rầm ầm ào vù xè xèo ù rì thì tí tẹo xíu chút chầm chằm khăng lăm phăng đăm nằng hăng bừng ngời vùn cuồn rừng ba bà ông cô chú bác cháu con em chị anh mẹ cha bố
		song xa xoen leng keng tích tắc khư lừ trừng gườm nhao nhâu rành đau ngấm ngầm oang sang bần canh đinh ninh khăng lênh thao trân chan chang xem chọn mênh mông ngân rưng sừng
		lần lượt tươm lai liên lăng kìn kịt chuồn bươm đu ơ à ừ dạ vâng bo tu hu cu cúc chôm thùng chuông rong bong loong trống phèng khoảng`)
	// beginsNothing are words that join others and end or begin no longer one; numbers are among them (hai ba hộ, but never hai hai hộ).
	beginsNothing = set(`của và các những trong về cho với được là để hoặc này đã sẽ mà nhưng khi trên dưới cũng mỗi mọi như nhằm qua
		việc ngay đến phải cần đang vẫn ở cùng giữa bởi gồm nếu thuộc vào tại trước sau do theo không chưa bị bằng có một hai bốn sáu bảy tám chín mười`)
	// oftenTwice begin pairs that are said twice.
	oftenTwice = set("từng bước ngày càng")
	// joints are syllables that end one word and begin another, with what they begin: cán bộ bộ phận, cấp xã xã hội hóa. What stands alone
	// (ban, tổ, xã, hội) may do so behind any word, the others behind a word of theirs only.
	joints = func() map[string]map[string]bool {
		table := map[string]map[string]bool{}
		for entry := range strings.SplitSeq(jointTable, "/") {
			first, rest, _ := strings.Cut(strings.TrimSpace(entry), " ")
			table[first] = set(rest)
		}
		return table
	}()
	// standsAlone are those of them that are words of one syllable.
	standsAlone = set(`xã ban tổ hội bộ sở đoàn đội dân trường lớp công tỉnh thôn bản ngành nghề người cây con nhà đường đất nước lúa vốn quỹ sách báo việc tin án luật phí thuế thu chi giao học thi họp`)
)

// manyWords are those that begin so many words that the table can't hold all.
var manyWords = set("hội đoàn tổ ban bộ học thi thu chi công giao tin báo chính hành động đại thành thực tự")

const jointTable = `bộ phận đội máy luật trưởng thủ tiêu mặt môn y tài nội quốc công / sở hữu y nội tài tư xây công khoa giáo nông văn dân tại thích / hội viên nghị họp thảo thi đồng đàm nhập nông phụ cựu khuyến chữ người liên diễn
	/ dân số tộc cư vận chủ phố quân sự sinh phòng trí ca tình cử / xã hội viên đội phường / động viên vật lực cơ đất thái tác / hành chính vi lang động trình hương nghề khách quân / chính sách quyền trị phủ đáng xác thức đảng
	/ sách nhiễu vở báo giáo lược / quyền lợi hạn lực làm / tác động phong phẩm hại giả dụng / công tác dân chức an khai nghệ trình ty việc bố nhận đoàn cộng trường bằng ích tư văn vụ sở lập trái nghiệp
	/ trình độ bày diễn chủ ủy uỷ duyệt ký tự báo / lực lượng học / lượng giá hóa / tiêu chí hủy dùng chuẩn thụ biểu cực độc thoát thức đề / chỉ tiêu đạo thị huy số thống dẫn định / đạo đức diễn luật / viên chức mãn
	/ chức năng danh vụ trách việc / năng lực suất lượng động khiếu / phương án tiện pháp châm hướng thức trình tây / án phí treo / sự cố nghiệp kiện việc vụ thật / thông tin báo qua thoáng suốt tư thường minh thôn lệ cảm
	/ tin học cậy tưởng nhắn tức báo bài / báo cáo chí động đài hiệu giá / tế bào nhị lễ / học sinh tập viên phí kỳ vấn nghề bạ đường thuật hỏi bổng kinh vụ / sinh hoạt sản viên thái hoạt kế đẻ con học nhật sống trưởng / hoạt động
	/ nông dân nghiệp thôn sản lâm trại hộ hội / thôn xóm bản / văn bản hóa hoá phòng minh học nghệ thư hiến / bản đồ sắc thân chất quyền làng tin sao lĩnh án cam / gia đình súc cầm tăng hạn cố nhập công tộc trưởng / đình chỉ
	/ sản xuất phẩm lượng nghiệp phụ / xuất khẩu sắc bản phát trình hiện cảnh sứ / thành lập viên phố tích phần công tựu đạt niên thạo / lập kế hồ dự danh biên quy trường / thi đua hành tuyển công đấu thể hội tốt thử đỗ / tập huấn trung thể quán
	/ đoàn thể kết viên công thanh kiểm / đội ngũ viên trưởng hình dân văn công tuyển / tổ chức trưởng dân viên hòa hoà công hợp tự liên bảo quốc ấm / kết quả hợp luận nối thúc nạp cấu / hợp tác đồng lý pháp nhất lệ tình / tài chính liệu sản nguyên trợ khoản năng xế
	/ đất đai nước ở rừng nông trồng lâm nền / quản lý trị lí / lý luận do lịch thuyết / trường học hợp tiểu trung mầm mẫu lớp đào bán phái / hiện trạng trường nay hành có tại đại vật tượng / thực hiện trạng phẩm tế hành tập vật thi / tư pháp tưởng vấn nhân thục liệu cách lệnh
	/ đầu tư năm tháng tiên nguồn mối vào ra tuần quý kỳ mùa / nước ngoài sạch thải uống mặn sinh / đường bộ phố dây làng liên ống thôn xá / trị giá an liệu sự / giá trị cả bán thành / đồng bào chí bộ thời ruộng loạt tình thuận ý hành đội / vụ việc hè đông mùa xuân thu án lợi trưởng lúa / nghĩa vụ trang cử tình / chế độ biến tạo tài xuất
	/ độ tuổi dài cao ẩm / quả thật thực cảm / phí dịch / thu hút nhập chi hồi gom hoạch mua ngân phí hẹp tiền / chi trả phí tiết bộ nhánh tiêu cục thường hội đoàn cho / giao thông dịch lưu nhận ban nộp quân chỉ tiếp cho kế / thuế thu đất / tiền lương mặt đề thân công thuê / lương thực tháng tối
	/ mặt trận bằng hàng nước khác đường / phẩm chất giá / chất lượng vấn thải / lệ phí thuộc / định kỳ hướng mức cư danh giá hình lượng dạng nghĩa / kỳ họp thi vọng nghỉ / nghị quyết định lực / quyết định toán tâm liệt / điểm trường danh sáng nóng số cầu / danh sách mục hiệu dự / sáng kiến tạo / mục tiêu đích lục / đích đến
	/ nhận thức định xét diện lại / thức ăn tỉnh / định / giáo viên dục án xứ dân / viện trợ phí kiểm / trợ giúp cấp lý giá lực / cấp phát cứu ủy uỷ xã tỉnh trên dưới bách thiết giấy độ thẻ / cứu hộ nạn trợ chữa / hộ tịch gia nghèo cận dân khẩu sản kinh thoát trồng / nghèo đa khó bền
	/ thể thao hiện chất lực thức / tham gia mưu quan dự khảo nhũng / môn học thể / thiết kế bị thực yếu / bị can cáo hại / kế hoạch toán thừa / luật sư pháp lệ / pháp luật lệnh lý chế / lệnh gọi cấm / cán bộ / nhân dân viên lực sự khẩu rộng văn quyền / thân nhân thể thiện / tịch thu / an toàn ninh sinh tâm ủi / toàn dân thể xã bộ tỉnh diện quốc / ninh
	/ ngành nghề học hàng y giáo nông / nghề nghiệp nông cá / nghiệp vụ dư / tuyến đường tỉnh xã xe / cây trồng xanh giống keo con ăn / con em người giống số dấu nuôi / nuôi dưỡng trồng con / vốn vay đầu ngân / vay vốn / ngân sách hàng / bán trú lẻ / việc làm tang cưới / làm việc rõ tốt chủ / tang lễ / cưới hỏi / lễ hội nghi phát / họp thôn mặt chi dân
	/ xóa nhà đói mù / nhà ở nước văn trường máy nông giáo rông sàn khoa tạm / tạm trú vắng thời ứng / trú quán / vắng mặt / ứng dụng phó cử / dụng cụ / cử tri / phó chủ bí trưởng giám / chủ tịch trì động trương nhiệm đề đạo hộ / tri thức / quốc phòng gia hội khánh tế / phòng chống cháy ngừa học bệnh dịch giáo văn kinh nội / dịch vụ bệnh tả / bệnh viện nhân / chăm sóc
	/ bảo vệ đảm hiểm trợ tồn quản hành / vệ sinh / đảm bảo nhận / hiểm họa / tuyển quân sinh dụng chọn / quân sự nhân đội khu / khu vực dân phố / vực dậy / thị trấn trường / trường / giống cây lúa / lúa nước / rừng phòng trồng sản / phương / tỉnh ủy uỷ / phường hội / huyện ủy / ca nhạc / đua / phát triển động huy hiện hành / triển khai lãm / khai thác báo mạc sinh giảng / mạc
	/ kiểm tra soát kê lâm / tra cứu / soát xét / cơ sở quan bản cấu hội chế / hữu / thôn / liên kết hệ quan hoan thông / kiến nghị thức / thuận lợi / lợi ích / ích / biệt / loại trừ hình / hình thức ảnh thành sự / ảnh hưởng / số lượng liệu hóa hoá hộ hiệu người / tuổi trẻ / trẻ em / tính toán chất mạng / toán học / tượng đài / sống chung`

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
	if beginsNothing[low] {
		return low != "bằng" && low != "theo" || s.low(i+2) != "khen" && s.low(i+2) != "dõi"
	}
	if reduplicated[low] || utf8.RuneCountInString(low) < 2 || !s.isPlainWord(s.words[i]) || !vi.IsSyllable(low) || s.isAbroad(i) {
		return false
	}
	behind := joints[low]
	if behind == nil || s.together(i+1) && !behind[s.low(i+2)] {
		return behind == nil || !manyWords[low]
	}
	if !s.together(i + 1) {
		return true
	}
	before := s.low(i - 1)
	return (i == 0 || !s.together(i-1) || beginsNothing[before]) && !standsAlone[low]
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
			s.mendAround(s.words[i].from, s.words[i+1].to, s.words[i].to, s.words[i+1].to, "", "words", s.Text[s.words[i].from:s.words[i+1].to])
			continue
		}
		for n := 4; n >= 2; n-- {
			if last := i + 2*n - 1; s.repeats(i, n) && a != b && !oftenTwice[b] {
				s.mendAround(s.words[i].from, s.words[last].to, s.words[i+n-1].to, s.words[last].to, "", "words", s.Text[s.words[i].from:s.words[last].to])
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
