package rollover_test

import (
	"strings"
	"testing"
)

// holds drafts each labelled sentence and tells what happened otherwise than its labels say.
func holds(t *testing.T, sentences string) {
	t.Helper()
	for line := range strings.Lines(sentences) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		var s score
		for _, fault := range s.judge(t, parse(t, line)) {
			t.Errorf("%s\n\t%s", line, fault)
		}
	}
}

func TestAFigureIsAskedAboutUnlessItStandsForGood(t *testing.T) {
	holds(t, `
		Bộ 19 tiêu chí được rà soát; xã phấn đấu đạt [15 tiêu chí|decide], giữ vững [13/19 tiêu chí|decide].
		Giảm cả 03 tiêu chí về tai nạn giao thông.
		Vận động hội viên thực hiện 8 tiêu chí của cuộc vận động.
		Thực hiện 5 nhiệm vụ trọng tâm, 3 khâu đột phá và 06 nội dung trọng tâm của cải cách hành chính.
		Triển khai 10 dự án thành phần cho đồng bào 53 dân tộc thiểu số.
		Thực hiện nguyên tắc 6 rõ, phương châm 4 tại chỗ, 3 sẵn sàng; cuộc vận động 5 không, 3 sạch.
		Mô hình “2 ngày 1 việc” được [03 thôn|decide] làm theo.
		Ban Chỉ đạo 138 xã gồm [15 thành viên|decide].
		Tiêm đủ 02 mũi vắc xin cho [120 trẻ|decide].
		Khám thai tối thiểu 4 lần trong suốt thai kỳ.
		Đám cưới không quá 40 mâm; phấn đấu xảy ra không quá [02 vụ|decide] cháy.
		Tổ hòa giải có ít nhất 03 người theo Luật Hòa giải ở cơ sở.
		Hồ sơ gồm 02 bản chính và 01 bản sao.
		Chuồng trại cách nguồn nước 100 m; làm mới [2,5 km|decide] đường.
		Mỗi công chức phụ trách 1 thôn; mỗi thôn có ít nhất [1 mô hình|decide].
		Công nghiệp 4.0 đòi hỏi cán bộ đổi mới; quy hoạch tỷ lệ 1/500 khu trung tâm.
		Diễn tập với bão cấp 12 đổ bộ; cấp [120 thẻ|decide] bảo hiểm y tế.
		Nghị quyết được thông qua khi có trên 50% cử tri tán thành; đạt [60%|decide] hộ tham gia.
		Người khuyết tật hưởng hệ số 1,5 đối với mức chuẩn; rửa tay 6 bước.
		Di dời [35 hộ|decide]/[142 khẩu|decide]; cả năm [210 ha|decide] lúa.
		Nâng tỷ lệ hồ sơ nộp trực tuyến, tăng [13 điểm|decide] phần trăm.
		Xóa [02 vùng|decide] lõm sóng; chi bộ 4 tốt; văn hóa công sở 4 xin, 4 luôn.
		Toàn thôn có ba tổ, hai nhóm; kinh phí [hai triệu đồng|decide].
		Quân số [52 đồng chí|decide], con số [12 hộ|decide], tổng số [25 hộ|decide].
	`)
}

func TestASumIsAskedAboutOnceWithItsWords(t *testing.T) {
	holds(t, `
		Kinh phí là [30.000.000 đồng (Bằng chữ: Ba mươi triệu đồng)|decide], chi từ ngân sách xã.
		Kinh phí tổ chức: [12.500.000 đồng (Mười hai triệu năm trăm nghìn đồng chẵn./.)|decide]
		Hỗ trợ [2.000.000 đồng|decide] (hai hộ), thưởng [một triệu đồng|decide].
	`)
}

func TestWhatIsNotHeldEveryYearIsAskedAboutWithItsCount(t *testing.T) {
	holds(t, `
		Đại hội Thể dục thể thao xã lần thứ [VIII|decide] năm [2024|decide] tổ chức trước ngày 30/5/[2024|decide].
		Quán triệt kết quả Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.
		Kiểm kê đất đai, lập bản đồ hiện trạng sử dụng đất năm [2024|decide].
		Điều tra, thu thập thông tin về 53 dân tộc thiểu số năm [2024|decide].
		Bầu trưởng thôn nhiệm kỳ 2024-2027 xong trước ngày [31/12/2024|decide].
		HĐND xã nhiệm kỳ 2021-2026 họp trước ngày 31/12/[2024|move=2026].
		Ngày truyền thống của ngành lần thứ [79|decide] được tổ chức trang trọng.
		Tuyên truyền [70 năm|decide] Chiến thắng Điện Biên Phủ.
	`)
}

func TestBodiesCalledByTheBareNameOfTheDistrictAreAskedAbout(t *testing.T) {
	holds(t, `
		Đối chiếu số liệu với [Kho bạc Nhà nước Sơn Tây|decide] và [Bảo hiểm xã hội Sơn Tây|decide].
		[Chi cục Thuế khu vực Sơn Hà - Sơn Tây|decide] lập bộ thuế; lương nhận ở Kho bạc Nhà nước.
		Chợ Sơn Tây và Trường THPT Sơn Tây không thuộc xã.
	`)
}

func TestWhatWasCarriedOverFromTheYearBeforeIsABase(t *testing.T) {
	holds(t, `
		Giải ngân vốn kéo dài năm [2023|decide]; kết dư ngân sách xã năm [2023|decide] chi cho thôn.
		Giải quyết đơn tồn đọng từ năm [2023|decide] chuyển sang, vốn năm [2023|decide] chuyển sang.
		Giảm từ [41,2%|decide] năm [2023|decide] xuống còn [35%|decide] năm [2024|move=2026].
		Phấn đấu tăng gấp đôi năm [2023|decide], không vượt quá năm [2023|decide].
		Năm 2023, xã đã giảm [12 hộ|decide] so với năm 2022.
		Nâng tỷ lệ bao phủ từ [95%|decide] năm [2023|decide] lên [97%|decide].
		Các năm [2022|decide], [2023|decide] và [2024|decide] xã đều hoàn thành nhiệm vụ.
	`)
}

func TestADayOfWhichAStateOrADeedIsToldIsAFact(t *testing.T) {
	holds(t, `
		Tại thời điểm [01/01/2024|decide], toàn xã có [512 hộ|decide].
		Đến ngày [15/3/2024|decide], toàn xã có [20 hộ|decide] thoát nghèo.
		Đến ngày 30/9/[2024|move=2026], [100%|decide] thôn hoàn thành.
		Lũy kế giải ngân đến [30/6/2024|decide] đạt [45%|decide].
		Đợt mưa lũ từ ngày [15/10/2024|decide] đến ngày [17/10/2024|decide] làm sập [02 nhà|decide].
		Phòng, chống lũ quét trước mùa mưa năm [2024|move=2026], không để người dân bị động.
		Theo số liệu rà soát năm [2024|decide], toàn xã còn [95 hộ|decide] nghèo.
		Trong 3 năm ([2022|decide], [2023|decide], [2024|decide]), xã không có khiếu kiện.
		Phát huy kết quả đạt được trong năm 2023, năm [2024|move=2026] xã nâng cao chất lượng.
		Quyết định kiện toàn ngày [15/02/2024|decide] có [17 thành viên|decide].
		Ngày [15/01/2024|decide], UBND tỉnh giao dự toán cho xã.
		Ngày 15/3/[2024|move=2026], UBND xã tổ chức ra quân.
	`)
}

func TestATimeFromWhichThePlansOwnWorkIsDoneMoves(t *testing.T) {
	holds(t, `
		Từ quý II/[2024|move=2026], tổ chức tập huấn kỹ năng số.
		Trạm dự kiến vận hành từ tháng 6/[2024|move=2026].
		Mức đóng mới áp dụng từ tháng [7/2024|decide].
		Rà soát bắt đầu từ ngày 01/9/[2024|move=2026] và kết thúc trước ngày 14/12/[2024|move=2026].
		Tháng Thanh niên 3/[2024|move=2026], hoàn thành 12/[2024|move=2026]; theo Nghị quyết 11/2024.
		Lộ trình: năm [2024|decide] đạt [40%|decide], năm [2025|decide] đạt [60%|decide], năm [2026|decide] đạt [80%|decide].
		Theo Kế hoạch số ..../KH-UBND ngày ..../01/[2024|move=2026] của UBND xã.
	`)
}

func TestPersonsAreAskedAboutBehindACallingOrATitleOfHonour(t *testing.T) {
	holds(t, `
		Thăm [Mẹ Việt Nam anh hùng Đinh Thị Rố|decide], tặng quà [cháu Đinh Gia Bảo|decide].
		Công chức các ngành phối hợp Đoàn Thanh niên xã tuyên truyền danh hiệu Mẹ Việt Nam anh hùng.
		Mời [Nghệ nhân ưu tú Đinh Ka La|decide] truyền dạy chiêng; nhớ ơn Đại tướng Võ Nguyên Giáp.
	`)
}
