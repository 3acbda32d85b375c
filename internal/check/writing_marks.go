package check

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/vi"
)

// wordsOfTwo are words of two syllables that stand in every office's plans. One of which one syllable has other marks makes no sense:
// sữa đổi, phôi hợp, ứng dung.
const wordsOfTwo = `thực hiện, tổ chức, kế hoạch, văn bản, cơ quan, nghị định, nhân dân, công tác, chính phủ, hành chính, xã hội, báo cáo, ban hành, nội dung, căn cứ, quy định, văn hóa,
	dân vận, quyết định, tuyên truyền, phối hợp, quốc hội, kết quả, công dân, lao động, đơn vị, phụ lục, kinh phí, xây dựng, hướng dẫn, chủ tịch, hỗ trợ, triển khai,
	dân chủ, vận động, ngân sách, địa bàn, công chức, kiểm tra, cải cách, kinh tế, đề nghị, ủy ban, nghị quyết, giai đoạn, tham gia, phát triển, môi trường, danh sách,
	giải quyết, chương trình, quốc gia, mô hình, gia đình, chính quyền, văn phòng, hòa giải, phấn đấu, đăng ký, thi đua, pháp luật, bảo vệ, nội vụ, công khai, tiếp tục,
	sử dụng, thi hành, cán bộ, trình bày, trẻ em, cộng đồng, chi tiết, trung tâm, thời gian, thay thế, quy chế, quân sự, nông thôn, thanh niên, điện tử, nhiệm vụ,
	dân tộc, tập huấn, giáo dục, tiêu chí, chữa cháy, đất đai, quản lý, chuyển đổi, theo dõi, trực tiếp, thủ tướng, đầu tư, định kỳ, nâng cao, địa phương, thẩm quyền,
	tham mưu, phục vụ, công nghệ, thiên tai, phê duyệt, nông nghiệp, thông tin, bảo hiểm, phong trào, một cửa, chỉ tiêu, chỉ huy, hội nghị, chức vụ, chính trị, bộ luật,
	tổng hợp, văn thư, tăng cường, tiếp nhận, thủ tục, dân cư, giao thông, công trình, đối thoại, giám sát, mục tiêu, bổ sung, hiệu lực, bảo đảm, sửa đổi, tổng số,
	phát động, chính sách, học sinh, dân số, khen thưởng, bố trí, vệ sinh, thành lập, an ninh, đồng chí, thời hạn, dân quân, chủ trì, hiệu quả, bầu cử, trường hợp,
	hoạt động, công văn, bộ phận, phổ biến, phương án, niêm yết, kỷ niệm, trụ sở, chỉ thị, đóng góp, trách nhiệm, dữ liệu, dịch vụ, bản sao, tổng kết, thường trực,
	số liệu, dự kiến, duy trì, tỉnh ủy, tình hình, tài chính, trưởng thôn, khiếu nại, cá nhân, chỉ đạo, trật tự, thường vụ, mức độ, hệ thống, thực phẩm, thể thức,
	thương binh, lực lượng, đại biểu, sắp xếp, cụ thể, phân công, nhiệm kỳ, đánh giá, ý kiến, lưu trữ, khu vực, chăn nuôi, sạt lở, lãnh đạo, viện dẫn, thẩm định,
	hành động, giáp ranh, truyền thanh, tiết kiệm, thành viên, thanh tra, một lần, hội đồng, diện tích, đào tạo, tài liệu, trực tuyến, truyền thông, soạn thảo, kết luận,
	đầy đủ, thiểu số, sức khỏe, phụ nữ, nghĩa vụ, kịp thời, huy động, căn cước, xảy ra, tố cáo, phụ trách, học viên, giá trị, chế độ, yêu cầu, tập thể, tư pháp, phản ánh,
	hưởng ứng, cao tuổi, tuần tra, thành phố, thu gom, sửa chữa, sinh hoạt, liệt sĩ, cơ chế, thu hồi, khoa học, học tập, huấn luyện, bình quân, đổi mới, đại hội,
	điều kiện, thông tư, sự nghiệp, số lượng, quy ước, lưu động, kinh nghiệm, giải ngân, đối tượng, điện thoại, việc làm, phân loại, liên thông, chào mừng, địa chỉ,
	tổng cộng, trường học, thống kê, sản xuất, quốc khánh, pháp lệnh, mặt trận, kiểm lâm, kiến nghị, kinh doanh, danh hiệu, chức danh, bồi dưỡng, đẩy mạnh, âm lịch,
	tổ quốc, tập trung, tài nguyên, tài khoản, khảo sát, dân sự, cuối cùng, chất lượng, ứng dụng, trung ương, thể thao, quán triệt, quyền hạn, phạm pháp, phương châm,
	chủ nghĩa, cao điểm, biên bản, định danh, vi phạm, thường xuyên, lâm nghiệp, kỹ năng, giao dịch, diễn tập, bạo lực, bàn giao, thông báo, thành phần, thu nhập,
	sản phẩm, sơ kết, quy tắc, phổ cập, phòng thủ, nhập ngũ, nguồn vốn, lễ hội, kết thúc, danh mục, cộng hòa, chấm điểm, ưu tiên, đôn đốc, điều tra, áp dụng, xem xét,
	quy phạm, ngân hàng, kéo dài, hình thức, giải phóng, công nhận, chuẩn bị, chiến dịch, cam kết, bồi thường, băng rôn, bán trú, đột phá, độc lập, định hướng, định cư,
	điển hình, xung kích, uy tín, tầm nhìn, phát huy, phát hiện, mở rộng, hội viên, huyện ủy, doanh nghiệp, chứng nhận, chi trả, biện pháp, định dạng, tảo hôn, tài sản,
	trợ giúp, thiệt hại, nguy cơ, mặt bằng, mù chữ, khai mạc, hợp tác, hạnh phúc, hài lòng, gia súc, cử tri, chuyên môn, biểu mẫu, đặc biệt, tiêm chủng, thiếu nhi,
	lĩnh vực, kê khai, giới thiệu, cứu hộ, cách mạng, chủ trương, vị trí, tư vấn, trợ cấp, trang bị, tiểu mục, sinh sản, máy tính, liên quan, hôn nhân, cồng chiêng,
	chỉnh lý, đảng bộ, xác định, trưởng ban, tham nhũng, tai nạn, sáng tạo, phần mềm, nông dân, nhân khẩu, khó khăn, khuyết tật, hạ tầng, hóa chất, giữ gìn, cộng sản,
	chủ đề, bền vững, bí thư, bình đẳng, từ chối, tổ trưởng, trực ban, tiểu học, thị trấn, thông qua, quốc phòng, quan hệ, nhu cầu, mục đích, chi bộ, bình xét, ứng phó,
	động vật, đảm bảo, đạo đức, xử phạt, xác nhận, tồn đọng, tối thiểu, tiếp cận, thế giới, thay đổi, tham dự, sơ tuyển, quy hoạch, nhận thức, nghiệm thu, nghiêm túc,
	mầm non, kiểm kê, khởi công, hợp đồng, dự thảo, di dời, củng cố, cập nhật, cơ cấu, chủ động, chấp hành, chuyên đề, bóng chuyền, bao gồm, ưu đãi, điểm nóng, xác thực,
	tờ trình, tình nguyện, tìm kiếm, trực thuộc, trả lời, thời kỳ, sơ tán, rác thải, quá trình, năng suất, nghỉ phép, lồng ghép, liên hiệp, khai sinh, khai giảng,
	hình sự, cạnh tranh, chỉ dẫn, bức xúc, bắt đầu, bảo trợ, đội ngũ, định mức, đại diện, đông xuân, truyền thống, tranh chấp, tiến độ, phạm vi, phương pháp, phát hành,
	pháp lý, phong cách, nâng cấp, nghệ nhân, lắp đặt, dinh dưỡng, cư trú, công bố, cuộc họp, chợ phiên, chi cục, địa chính, đề xuất, vật nuôi, vận tải, vấn đề,
	vướng mắc, vui tươi, vai trò, tư tưởng, tiểu khu, sự kiện, sản lượng, phù hợp, phân bổ, nạo vét, kỹ thuật, khuyến học, khiếu kiện, hè thu, gặp mặt, giấy tờ, giao ban,
	dịch bệnh, cụm từ, công điện, công lập, chăm sóc, bảo quản, bê tông, địa lý, đường trục, điều khoản, xếp loại, vận chuyển, tự nguyện, tạo thành, tiền mặt, tiêu độc,
	thực tế, thư viện, quản trị, phổ thông, năng lực, nông sản, nghiêm cấm, lấn chiếm, hiện hành, gạch nối, giữ vững, giấy mời, giải pháp, dự trữ, du lịch, công vụ,
	công việc, chức năng, chi nhánh, bỏ học, bảo tồn, bác sĩ, anh hùng, động viên, địa điểm, đơn giá, đô thị, điều hành, điều chỉnh, đa chiều, xin lỗi, vật liệu, vũ khí,
	tự chảy, tờ rơi, tờ gấp, tệp tin, tòa án, tình trạng, tên riêng, tuyển chọn, trọng tâm, tiêu chuẩn, thức ăn, thụ lý, thổ cẩm, thành tích, sơ cấp, ranh giới,
	phát sinh, phiên âm, nghỉ lễ, nghiệp vụ, lịch sử, lưu hành, kỷ cương, kết hợp, khắc phục, khai thác, hộp thư, hình ảnh, hàng tháng, góp phần, giao lưu, dân phố,
	cấp phát, cơ động, cá biệt, bỏ phiếu, biểu dương, đặc khu, đầu tiên, đảm nhận, xuất huyết, văn minh, viễn thông, tổng thể, tôn giáo, tuyên giáo, tiêu biểu, thực vật,
	thực hành, thụ hưởng, thông minh, thí điểm, sinh kế, phát quang, phiên bản, nương rẫy, nhắc nhở, nhân dịp, nguồn lực, miễn phí, liên tục, liên hệ, kỷ luật, khử trùng,
	khai báo, hợp pháp, hư hỏng, hành lang, hiện trạng, giáo viên, di sản, cần thiết, cân đối, cài đặt, chặt chẽ, chúc thọ, bình dân, buổi sáng, ủng hộ, đột xuất,
	đấu thầu, đưa vào, văn nghệ, tội phạm, tuyệt đối, trung học, tiền lương, tiếp xúc, tiếp thu, tiêu thụ, tiêu hủy, thời vụ, thống nhất, thiết thực, thiết bị, rượu cần,
	ra mắt, quá hạn, phần trăm, phòng chống, nội đồng, nhiệt độ, nghĩa trang, mật ong, máy quét, lộ trình, lương thực, lãng phí, khám tuyển, kho bạc, học vị, hiện tại,
	giúp đỡ, gieo trồng, dự báo, cứu đói, cấp cứu, chứng thực, chủ yếu, chính đáng, chính thức, che phủ, bí mật, ban công, triệu đồng, nghìn đồng, trăm triệu, môi giới,
	cơ sở, nhà nước, hồ sơ, hoàn thành, rà soát, tỷ lệ, dự toán, kiện toàn, hương ước, đồng bào, xử lý, hoàn cảnh, quyết toán, cận nghèo, tiêm phòng, thanh toán,
	tuyến đường, đoàn viên, đơn thư, đoàn kết, minh bạch, tích cực, trọng điểm, tinh thần, bản sắc, hậu quả, tệ nạn, ý thức, đời sống, vật chất, trồng trọt, cải tạo,
	hạng mục, thủy lợi, an toàn, tôn vinh, sâu rộng, lắng nghe, nguyện vọng, ngăn chặn, đấu tranh, phòng ngừa, cảnh giác, chia sẻ, kết nối, phiền hà, tận tình, chu đáo,
	hủ tục, xâm hại, ma túy, rượu bia, thế mạnh, tiềm năng, chế biến, liên kết, khuyến nông, phân bón, cứu trợ, khẩn cấp, quyền lợi, lợi ích, cộng tác, chi tiêu, cổ động,
	đồ thị, kiên nghị, hóa giải, giảng giải, tính trạng, đồng bộ`

// ownWords are syllables in other marks that stand for themselves, or end or begin another word: hình thức hiện đại, thăm gia đình.
const ownWords = `an anh ba ban bang bao be binh biên biến biết biển biểu biện bon bà bài bàn bào bác bán báo bão bè bé bên bênh bì bình bí bính bò bông băng bơi bưởi bạc bạn bạo bản
	bảng bảo bảy bậc bắc bắn bằng bến bề bể bệnh bị bỏ bỏng bố bốn bồng bổ bổi bổng bộ bờ bởi ca cai cam can canh cao cau cay chay che chi chinh chiếc chiếu chiểu cho
	chu chua chung chuyên chuyến chuyền chuyển chuyện chuông chuồng cháu cháy châm chân chè ché chí chín chính chó chú chúc chúng chăm chưa chương chạp chạy chảy chấm
	chất chẩm chậm chắn chặn chặt chẽ chế chỉ chỉnh chị chồng chỗ chờ chở chợ chủ chủng chứa chức chứng chừa chừng chữ co con cua cung cuối cuốn cuộc cài cào cá các cách
	cái cán cáo cân câu cây còn có cô công cùng cúc cúng căn cũ cũng cơ cư cưa cước cưới cười cường cạnh cạo cả cải cản cảnh cấm cấn cấp cấu cầm cần cầu cẩm cận cập cắm
	cắn cặp cỏ cố cống cồng cổ cổng cộng cờ cỡ cụ cục của củng cứ cứng cử cửa cự cựu da dan dang day di dinh diễn diện do doan don dong dua duyệt dài dàn dành dày
	dán dân dâng dây dã dê dòng dõi dù dùng dư dương dưới dưỡng dại dạng dạy dấu dầu dẫn dế dễ dọc dọn dốc dổi dời dở dỡ dụ dụng dừ dừng dữ dự dựa dựng em ghi gia giai
	giam giao già giá giám gián giáo giây giãn giả giải giảm giỏi giống giờ giữa gom gà gì gạo gấp gặp gồm gộp gửi ha hai han hang hanh hay he hinh hiên hiến hiển hiểu
	hiện hiệu hoa hoà hoàn hoá hoạ hoạn hoả hoặc huy huyện huân hà hài hàn hàng hành hái hán hãn hè hình hòa hóa hơi hơn hương hướng hưởng hại hạn hạng hạnh hải hằng hẳn
	hẹp hệ họ họa họp hỏa hỏi hố hồ hồi hồng hổ hỗ hộ hội hộp hợi hợp hủy keo khi kho khoa khoá khoản khu khuyên khá khác khâu khó khóa khô không khơi khẩn khỏi khối khổ
	khử kia kiên kiếm kiến kiềm kiểm kiệm kiện kè kém kê kính ký kẹo kẻ kế kết kề kể kịch kỳ kỷ kỹ lai lam lan lang lao lau le liền liều lo long loài loại luận luật ly
	là làm làn làng lào lánh láo lâm lân lãi lãng lê lên lích lôi lò lòng lô lúa lúc lý lăm lăn lăng lưu lương lưỡng lượng lạc lại lạng lạnh lạp lấn lấp lần lẫn lập lắc lắng
	lắp lặp lẻ lề lễ lệ lọ lồi lồng lỗi lộ lớn lời lở lợi lợn lục lực lựu lỹ mang mau may minh miền moi mong mua mà màu máng mát máu máy mâm mình mính món mô môi mùa
	mùng múc măng mũ mưu mười mất mấy mầu mẫu mật mậu mắc mắt mặc mặt mọi mối mổ mỗ mỗi một mới mời mở mục mức mực nan nang nghe nghi nghiêm nghiệm nghiệp nghìn nghĩ
	nghề nghệ nghỉ nghị ngoài nguyên nguyễn ngày ngô ngăn người ngắn ngủ nhanh nhung nhà nhân nhãn nhì nhóm nhúng như nhưng nhấn nhất nhận nhật nhỏ nhớ nhờ nhở những
	niêm niệm nào này nâng nên nêu nói nóng nông năm năng nơi nước nắng nẵng nặng nếu nối nồng nổi nội nộp nộị nụ phi phiêu phiền phong phu pháp phát phân phòng phó
	phóng phông phù phú phúc phút phơi phường phạm phạt phải phản phấn phần phẩm phận phố phổ phụ phục phủ qua quan quang quy quyền quyển quà quá quán quân quãng
	quý quăng quả quản quảng quần quận quỹ ra rà rã rông rạ rất rầy rối rồi rộng rừng sai sang sao sau sinh so sàn sàng sách sát sáu sân sính súc súng săn sơ sư sạch sạp
	sạt sản sập sẵn sẽ số sốc sổ sở sức sử sửa sự tai tan tang tay thai tham than thang thanh thao thau theo thi thiết thiếu thiểu thiện thiệt thiệu thu thuốc thành thái
	tháng thánh tháo thân thì thí thô thôn thông thù thú thúc thăm thư thương thường thưởng thượng thải thấp thấy thầy thẩm thắng thẳng thẻ thế thể thị thọ thống thổ thụ
	thủ thứ thức thử thực tin tinh tiên tiêu tiến tiền tiểu tiễn tiện to toàn toán tra trai trang trao treo tri trinh triệu trong trung truyện trà tràn tránh trâm trân
	trâu trên trì trình trí trò trông trùng trúc trúng trăm trăng trưng trương trường trưởng trạch trạm trạng trả trấn trần trận trắng trế trễ trị trọ trọng trống trồng
	trở trợ trụ trục trừ trữ trực tu tung tuy tuyên tuyến tuyển tuấn tuần tuổi tài tàng tác tái tám tán táo tâm tân té tình tích tín tính tô tôn tông tú tăng tĩnh tơ tư
	tương tưới tường tưởng tại tạm tạo tạp tải tảng tảo tấm tấn tất tầm tầng tẩm tận tắc tắm tắt tặng tế tệ tỉnh tịnh tọa tố tốc tối tốt tồn tổ tổng tới tờ tụ tục tủ
	tứ tức từ từng tử tự tỷ uống uỷ van vay vi viên viền viễn việc viện vu và vào vân vì ví vùi vùng văn vũ vũng vương vấn vần vẫn vận vặn vẽ về vệ vị với vụ xa xe xin
	xuống xà xây xã xóm xưng xả xấu y yêu yếu án ánh ân ông ý ăn đa đai đan đang đau đi đinh điền điều điểm điển điện đo đoàn đoán đoạn đu đua đài đàn đào đá đám đán
	đáng đánh đâu đây đã đãi đè đê đình đích đòi đó đói đón đóng đô đôi đôn đông đúng đăng đĩa đơn đưa đương đường được đạc đại đạo đạt đảng đảo đất đấu đầu đầy đẩy đậm
	đậu đẳng đặng đặt đến đều để đỉnh định đọc đọng đỏ đốc đối đốt đồ đồn đồng đổ đổi đổng độ độc đội động đới đời đỡ đợi đợt đụng đủ đức đứng đừng đựng ảnh ấy ẩn ống
	ủng ủy ứng`

// twoTables are the words of two by their first and by their last syllable, with the other one, and the words of ownWords. They are made
// when the first plan is looked at.
var twoTables = sync.OnceValue(func() *twoTable {
	t := &twoTable{first: map[string][]string{}, last: map[string][]string{}, own: set(ownWords)}
	for entry := range strings.SplitSeq(wordsOfTwo, ",") {
		a, b, _ := strings.Cut(strings.TrimSpace(entry), " ")
		t.first[a] = append(t.first[a], b)
		if other := otherWay(a); other != a {
			t.first[other] = append(t.first[other], b)
		}
		t.last[b] = append(t.last[b], a)
		if other := otherWay(b); other != b {
			t.last[other] = append(t.last[other], a)
		}
	}
	return t
})

type twoTable struct {
	first, last map[string][]string
	own         map[string]bool
}

// otherMarks is the word of two of which the words at i and behind are a slip in the marks of one syllable; "" when they are none.
func (s *Sentence) otherMarks(i int) (right string) {
	t, a, b := twoTables(), s.low(i), s.low(i+1)
	if !s.together(i) || unicode.IsUpper(firstRune(s.word(i+1))) {
		return ""
	}
	if own := t.first[a]; own != nil && !t.own[b] {
		if meant := meantBy(b, own); meant != "" && t.first[b] == nil {
			right = a + " " + meant
		}
	}
	if own := t.last[b]; own != nil && !t.own[a] && right == "" {
		if meant := meantBy(a, own); meant != "" && t.last[a] == nil {
			right = meant + " " + b
		}
	}
	if right == "" || s.inPerson(span{s.words[i].from, s.words[i+1].to}) {
		return ""
	}
	return right
}

// meantBy is the one syllable of several that has the same letters as a word, in other marks; "" when the word is itself one, no syllable,
// or when none or more than one has.
func meantBy(word string, syllables []string) (meant string) {
	for _, syllable := range syllables {
		switch {
		case syllable == word:
			return ""
		case sameLetters(syllable, word):
			if vi.OneTone(syllable) == vi.OneTone(word) {
				return ""
			}
			if meant != "" {
				return ""
			}
			meant = syllable
		}
	}
	if meant != "" && !vi.IsSyllable(word) {
		return ""
	}
	return meant
}

// letterOf are the plain letters of vowels with marks; đ is another letter than d.
var letterOf = func() map[rune]rune {
	table := map[rune]rune{}
	for plain, marked := range map[rune]string{'a': "áàảãạăắằẳẵặâấầẩẫậ", 'e': "éèẻẽẹêếềểễệ", 'i': "íìỉĩị", 'o': "óòỏõọôốồổỗộơớờởỡợ", 'u': "úùủũụưứừửữự", 'y': "ýỳỷỹỵ"} {
		for _, r := range marked {
			table[r] = plain
		}
	}
	return table
}()

// sameLetters tells whether two words differ in nothing but marks.
func sameLetters(a, b string) bool {
	for _, r := range a {
		other, size := utf8.DecodeRuneInString(b)
		if size == 0 || r != other && plainLetter(r) != plainLetter(other) {
			return false
		}
		b = b[size:]
	}
	return b == ""
}

func plainLetter(r rune) rune {
	if plain, marked := letterOf[r]; marked {
		return plain
	}
	return r
}
