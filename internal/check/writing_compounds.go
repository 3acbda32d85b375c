package check

import (
	"strings"
	"sync"

	"github.com/kehoach/kehoach/internal/vi"
)

// compounds are words of two syllables that stand in every plan. Who writes one of the syllables with another mark ("vê sinh", "hâu quả")
// writes a syllable that exists, and no word.
const compounds = `thực hiện / tổ chức / kế hoạch / văn bản / cơ quan / hành chính / ban hành / nội dung / báo cáo / quy định / cơ sở / tuyên truyền / đơn vị / quyết định / triển khai / dân chủ
	văn hóa / địa bàn / phối hợp / kết quả / kinh phí / xây dựng / giai đoạn / căn cứ / nhà nước / ngân sách / hỗ trợ / mô hình / kiểm tra / vận động / trình bày / quy chế / hồ sơ / chính quyền
	nghị quyết / hướng dẫn / hoàn thành / giải quyết / chương trình / lao động / tiếp tục / rà soát / danh sách / kinh tế / nâng cao / tỷ lệ / hộ nghèo / nhiệm vụ / cán bộ / phát triển / tham mưu
	thi đua / đề nghị / thời gian / thẩm quyền / sử dụng / công khai / tăng cường / định kỳ / trực tiếp / tiêu chí / nông thôn / hiệu quả / tập huấn / môi trường / theo dõi / phong trào / pháp luật
	đối thoại / tổng hợp / đăng ký / gia đình / cộng đồng / chính trị / hội nghị / công nghệ / phấn đấu / hòa giải / cá nhân / giáo dục / địa phương / tổng kết / tình hình / chỉ tiêu / thủ tục
	thời hạn / mục tiêu / kỷ niệm / giám sát / bảo vệ / dự toán / phổ biến / phê duyệt / đánh giá / chủ trì / chỉ đạo / thường trực / phục vụ / hệ thống / dân tộc / đất đai / vệ sinh / thông tin
	giao thông / chữa cháy / bảo đảm / trường hợp / trách nhiệm / quản lý / khen thưởng / hoạt động / an ninh / yêu cầu / trung tâm / thiên tai / kịp thời / bố trí / thành lập / phương án / trật tự
	đóng góp / học sinh / tiếp nhận / lãnh đạo / tập thể / truyền thanh / phản ánh / phân công / kiện toàn / chất lượng / thanh niên / nhiệm kỳ / mức độ / đại biểu / tài chính / kinh nghiệm / khiếu nại
	hương ước / bổ sung / đầy đủ / điều kiện / số lượng / quyền hạn / quy ước / nông nghiệp / kết luận / khu vực / đổi mới / trụ sở / sắp xếp / niêm yết / lực lượng / kiến nghị / hiệu lực / dịch vụ
	duy trì / diện tích / bộ phận / bồi thường / đẩy mạnh / sạt lở / học tập / nghĩa vụ / liên quan / dữ liệu / bảo hiểm / đồng bào / định cư / tố cáo / quán triệt / mặt bằng / kết thúc / khoa học
	hình thức / giải phóng / dự kiến / danh hiệu / cơ chế / điện thoại / điển hình / xử lý / hoàn cảnh / doanh nghiệp / chế độ / đôn đốc / tiết kiệm / thẩm định / sửa đổi / sức khỏe / hưởng ứng
	bức xúc / ứng dụng / tập trung / tuần tra / thành viên / thiểu số / sự nghiệp / phát huy / kỹ năng / hạnh phúc / huy động / phụ trách / phụ nữ / phương châm / nghiêm túc / lĩnh vực / bồi dưỡng
	áp dụng / xem xét / vị trí / vấn đề / quyết toán / năng lực / giới thiệu / bình quân / thường xuyên / thu nhập / thanh tra / sửa chữa / phù hợp / khảo sát / giữ gìn / cận nghèo / chủ trương
	chăn nuôi / chuẩn bị / bao gồm / thống kê / thay đổi / phổ cập / lưu trữ / hội viên / chấp hành / chào mừng / bền vững / vi phạm / tiêu chuẩn / thể thao / thiệt hại / tham nhũng / sản phẩm
	phạm vi / nhận thức / mục đích / giải ngân / đối tượng / đào tạo / tiêm phòng / thực phẩm / thanh toán / tai nạn / sự kiện / đặc biệt / xác định / vướng mắc / tuyến đường / sinh hoạt / nhu cầu
	lâm nghiệp / khó khăn / hạ tầng / dịch bệnh / biện pháp / chiến dịch / cơ cấu / động viên / đoàn viên / vai trò / tìm kiếm / tài sản / sản xuất / phân bổ / phần mềm / nguy cơ / hình ảnh / góp phần
	giải pháp / gia súc / cử tri / củng cố / chuyên môn / đạo đức / đơn thư / đoàn kết / điều chỉnh / uy tín / tình trạng / tài liệu / tiếp cận / phổ thông / minh bạch / lễ hội / kỹ thuật / khởi công
	huấn luyện / diễn tập / biên bản / đề xuất / xếp loại / xung kích / tích cực / trọng điểm / tinh thần / thụ hưởng / thông minh / thiếu nhi / bản sắc / hậu quả / khắc phục / truyền thống / tệ nạn
	chủ động / ý thức / đời sống / vật chất / sinh kế / trồng trọt / cải tạo / nâng cấp / nghiệm thu / công trình / hạng mục / thủy lợi / an toàn / giao lưu / biểu dương / tôn vinh / sâu rộng / kỷ cương
	kỷ luật / trang bị / lắng nghe / nguyện vọng / phát hiện / ngăn chặn / đấu tranh / phòng ngừa / cảnh giác / lồng ghép / cập nhật / chia sẻ / kết nối / liên thông / trực tuyến / hài lòng / phiền hà
	tận tình / chu đáo / tảo hôn / hủ tục / văn minh / đô thị / phân loại / thu gom / xử phạt / bạo lực / xâm hại / ma túy / rượu bia / tội phạm / tranh chấp / bồi hoàn / tái định / thế mạnh / tiềm năng
	nguồn lực / nguồn vốn / chi trả / chế biến / liên kết / chuyển đổi / hợp tác / khuyến nông / giống cây / vật nuôi / phân bón / thiết bị / cơ động / ứng phó / sơ tán / cứu trợ / khẩn cấp / dự báo / quyền lợi / lợi ích
	kiểm lâm / triệu đồng / nghìn đồng
	khóa học / truyền thông / cộng tác / chi tiêu / cổ động / đồ thị / kiên nghị / khô khan / hóa giải / giảng giải / tính trạng / thanh toán / đồng bộ / quân sự / đầu tư / chính sách`

// bySelf are syllables that stand by themselves, or end and begin other words than these compounds: beside them another syllable makes
// no compound. "Báo cáo về sinh hoạt", "thăm gia đình", "văn bản giao".
const bySelf = `cụ về từ tới đến và là có các của cho với tại để do bị được đã sẽ sau khi thì mà như nếu nên ra vào lên xuống qua đi lại còn không chưa hay hoặc cùng theo trên dưới trong ngoài giữa đầu cuối
	một hai ba bốn năm sáu bảy tám chín mười trăm nghìn triệu tỷ ngày tháng giờ phút tuần quý lần đợt số thứ mục phần điều khoản điểm biểu mẫu bảng
	ông bà anh chị em con cháu bé cô chú bác thầy trò người dân nhà hộ thôn xóm bản làng xã huyện tỉnh phường khu tổ đội nhóm ban phòng sở bộ cục chi hội đoàn đảng
	cây con lúa ngô đất rừng nước nhà đường cầu chợ trường trạm xe máy tiền quà giống thuốc gạo trâu bò lợn gà
	thăm hỏi gửi nhận giao làm tổ ký duyệt trình xin mời họp thi đua mở dự tham gia nêu ghi tính toán đo đạc đào trồng xây sửa mua bán thu chi nộp cấp phát trả vay cắm dán treo lắp đặt
	tốt xấu mới cũ cao thấp lớn nhỏ dài ngắn rộng hẹp nhanh chậm đúng sai đủ thiếu hơn kém nhất rất khá cần phải nên đang vẫn cũng chỉ đều cả mọi mỗi từng những này kia đó đây ấy gì nào
	tự sự việc vụ cách cái chiếc tấm tờ cuốn bài tin lời ý mặt thân tay chân lòng tình tính tinh tiến tiền thanh thành thánh quan quản quán quân hóa hoa họa trị trí chỉ chí chủ chú bạn bàn bán
	kỳ ký kỷ ca cá cả lễ lề tế té lý ly lỹ dạy dày dây giá gia già giả chung chúng chứng tung từng luật luận hành hạnh hanh đoạn đoàn đoán định đình đỉnh chính chỉnh chinh dự dữ dừ dụng dùng dựng
	đại đài dài tài tái tại tải tai nông nóng lao láo cáo cạo bao báo bảo bão bạo mưu mùa mua đạt đặt hạn hàn lạc lắc sách sạch quả quà qua hợp họp hộp phục phúc lực lục kiện kiến kiên điện diện
	thường thưởng thương vận văn vấn vẫn vặn nghe nghề nghệ cao cào đồng đông động hiện hiên viên viện toàn toán tín tin tỉn đơn đón đôn nghị nghỉ nghĩ pháp phát kết kiếm kiểm kiệm hoàn hoạn mực mức
	cung cùng cứng phân phần phấn đôi đối đổi đội hương hướng hưởng công cộng cống cổng cứ cử cư cự quyền quyển bố bỏ bộ bổ sơ sổ sở quy quỹ quý lưu lựu giam giảm giám lập lấp nâng nắng năng trung trúng trưng
	sinh sính hồ hố hổ nghiệp thi thị thì thí lãi lại lai loại loài thiết thiệt rà ra rã vệ về vẽ hình hinh tạo táo cải cai cái bình binh bệnh bênh mô mở mổ mỗ tư từ tự tứ từ tử can căn cắn cân cần cấn`

// A compound is a word of two syllables, in small letters and old tone marks.
type compound struct{ first, second string }

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

// compoundTables are the compounds as they are looked for; they are made when the first plan is looked at.
var compoundTables = sync.OnceValue(func() *compoundTable {
	t := &compoundTable{map[string][]compound{}, map[string]map[string]bool{}, map[string]bool{}, map[[5]byte]map[[5]byte]bool{}, set(bySelf)}
	for entry := range strings.FieldsFuncSeq(compounds, func(r rune) bool { return r == '/' || r == '\n' }) {
		first, second, two := strings.Cut(strings.TrimSpace(entry), " ")
		if !two {
			continue
		}
		c := compound{vi.OneTone(first), vi.OneTone(second)}
		plain := vi.Slug(first) + " " + vi.Slug(second)
		t.byPlain[plain] = append(t.byPlain[plain], c)
		if t.written[c.first] == nil {
			t.written[c.first] = map[string]bool{}
		}
		t.written[c.first][c.second] = true
		t.seconds[c.second] = true
		key := skeleton(c.first)
		if t.skeletons[key] == nil {
			t.skeletons[key] = map[[5]byte]bool{}
		}
		t.skeletons[key][skeleton(c.second)] = true
	}
	return t
})

type compoundTable struct {
	byPlain   map[string][]compound        // by what they are without marks; several, where only the marks tell one from the other
	written   map[string]map[string]bool   // of a first syllable, the second ones
	seconds   map[string]bool              // syllables that end a compound; those that begin one are the keys of written
	skeletons map[[5]byte]map[[5]byte]bool // the same by their plain consonants
	bySelf    map[string]bool
}

// misspeltCompounds reports compounds one syllable of which has other marks.
func misspeltCompounds(s *Sentence) {
	t := compoundTables()
	for i := 0; i+1 < len(s.words); i++ {
		if !s.together(i) {
			continue
		}
		if s.word(i+1) != s.low(i+1) || !t.skeletons[skeleton(s.low(i))][skeleton(s.low(i+1))] || t.written[s.low(i)][s.low(i+1)] { // most pairs go no further
			continue
		}
		a, b := vi.OneTone(s.low(i)), vi.OneTone(s.low(i+1))
		all := t.byPlain[vi.Slug(a)+" "+vi.Slug(b)]
		if len(all) != 1 {
			continue
		}
		right := all[0]
		at, wrong, mended, cut := i, a, right.first, t.seconds[a]
		switch {
		case a == right.first && b == right.second, a != right.first && b != right.second:
			continue
		case b != right.second:
			at, wrong, mended, cut = i+1, b, right.second, t.written[b] != nil
		}
		if cut || t.bySelf[wrong] || !vi.IsSyllable(s.low(at)) || vi.LacksTone(s.low(at)) || // another rule tells what is no syllable
			s.word(at) != s.low(at) && at > 0 && s.word(at) != cased(s.low(at), true, false) {
			continue
		}
		if s.word(at) != s.low(at) {
			mended = cased(mended, true, false)
		}
		from, to := s.words[i].from, s.words[i+1].to
		words := s.Text[from:to]
		whole := s.Text[from:s.words[at].from] + mended + s.Text[s.words[at].to:to]
		s.mendAround(from, to, s.words[at].from, s.words[at].to, mended, "words", words, "right", whole)
	}
}
