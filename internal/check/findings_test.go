package check_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

// TestFindingsOfPlansOfManyFields holds the findings about ten plans, some right and some wrong, each judged by reading it.
func TestFindingsOfPlansOfManyFields(t *testing.T) {
	files, found := plan.Files("testdata/plans")
	if found.Failed() || len(files) < 10 {
		t.Fatal(files, found)
	}
	var b bytes.Buffer
	for _, file := range files {
		p, found := plan.Load(file, plan.Options{})
		if found.Failed() {
			t.Fatal(file, found)
		}
		_ = check.List(check.Plan(p, check.Options{})).WriteText(&b, diag.Vietnamese)
	}
	golden := filepath.FromSlash("testdata/plans.findings")
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// ids are the rules that blame a sentence of the smallest plan.
func ids(t *testing.T, sentence string) []string {
	t.Helper()
	var all []string
	for _, f := range check.Plan(load(t, check.Example(sentence)), check.Options{}) {
		all = append(all, f.Kind.ID)
	}
	return all
}

func TestWhatIsWrongIsFound(t *testing.T) {
	for sentence, want := range map[string]string{
		"Thực hiện theo Điểm đ khoản 2 Điều 5 của Luật.":                                    "writing/capitals-divisions",
		"Thực hiện chủ trương của Đảng, nhà nước.":                                          "writing/capitals-people",
		"Huy động cán bộ, đoàn viên, nhân dân tham gia.":                                    "writing/capitals-people",
		"Sơ kết vào ngày 5/3/26 tại hội trường.":                                            "writing/dates",
		"Đề nghị để bộ y tế hướng dẫn.":                                                     "writing/capitals-names",
		"Nhân dân xã Sơn Dung tích cực hưởng ứng phong trào.":                               "names/other-unit",
		"Hướng dẫn nộp hồ sơ trực tuyến cho người dân xã Sơn Tân.":                          "names/other-unit",
		"Các ban, ngành, đoàn thể xã Sơn Dung vận động hội viên tham gia.":                  "names/other-unit",
		"Nhân rộng mô hình trên địa bàn tỉnh Bình Định.":                                    "names/other-unit",
		"Thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2026 của UBND xã Sơn Tân.":              "names/other-unit",
		"Xin ý kiến Huyện ủy trước khi tổ chức.":                                            "names/district",
		"Tham gia hội thao cấp huyện vào tháng 8.":                                          "names/district",
		"Theo Quyết định số 12/QĐ-UBND ngày 05/8/2025 của UBND huyện Sơn Tây về kiện toàn.": "names/district",
		"Sở Nội vụ tỉnh Kon Tum hướng dẫn thực hiện.":                                       "names/former-unit",
		"Giao công chức Tư pháp - Hộ tịch thụ lý hồ sơ.":                                    "names/former-body",
		"Sở Tài nguyên và Môi trường tỉnh hướng dẫn thực hiện.":                             "names/former-body",
		"Báo cáo Sở Nội vụ Quãng Ngãi theo quy định.":                                       "names/misspelt",
		"Con dấu của xã Sơn Tây Hà được quản lý theo quy định.":                             "names/misspelt",
		"Thực hiện Chỉ thị số 12/QĐ-TTg ngày 10/3/2025 của Thủ tướng Chính phủ.":            "citation/abbreviation",
		"Theo Nghị định số 30/2020/ND-CP ngày 05/3/2020 của Chính phủ.":                     "citation/abbreviation",
		"Theo Công văn số 12/KH-UBND ngày 10/3/2025 của UBND tỉnh.":                         "citation/abbreviation",
		"Theo Nghị quyết số 15/NQ-UBND ngày 10/3/2025 của HĐND tỉnh về đầu tư công.":        "citation/issuer",
		"Theo Kế hoạch số 30/KH-UBND ngày 31/4/2026 của UBND tỉnh về thú y.":                "citation/date",
		"Theo Luật Đất đai ngày 29/11/2013.":                                                "citation/not-in-force",
		"Tổ chức … lớp tập huấn trong năm.":                                                 "sense/leftover",
		"Tặng ... suất quà cho trẻ em nghèo.":                                               "sense/leftover",
		"Địa điểm: (ghi rõ).":                                                               "sense/leftover",
		"Hoàn thành trong tháng xx/2026.":                                                   "sense/leftover",
		"Phấn đấu năm 2025 đạt 95% người dân tham gia bảo hiểm y tế.":                       "sense/last-year",
		"Nhiệm vụ trọng tâm 6 tháng cuối năm 2025 được giao cho các thôn.":                  "sense/last-year",
		"Báo cáo năm gửi trước ngày 15/12/2025.":                                            "sense/deadline-outside-period",
		"Nộp hồ sơ chậm nhất vào ngày 01/5/2026.":                                           "sense/deadline-day-off",
		"Tổng số cử tri: 3.612, trong đó nam 1.780, nữ 1.822.":                              "sense/total",
		"Đã đo đạc 25 ha, còn lại 15 ha, tổng cộng 45 ha.":                                  "sense/total",
		"Phấn đấu 15/12 thôn đạt chuẩn văn hóa.":                                            "sense/total",
		"Ra quân trong tháng 9/2025 tại các thôn.":                                          "sense/last-year",
		"Tổ chức hội nghị vào ngày 15/5/2025 tại hội trường.":                               "sense/deadline-outside-period",
		"Họp ngày 16/11/2026 (Chủ nhật).":                                                   "sense/weekday",
		"Giao ông Nguyễn Văn A theo dõi.":                                                   "sense/leftover",
		"Kinh phí: (cần bổ sung).":                                                          "sense/leftover",
		"Chi hội nghị: 100 người x 50.000 đồng = 500.000 đồng.":                             "sense/total",
		"Từ ngày 01/6 đến 30/6 đạt 25/12 tiêu chí.":                                         "sense/total",
		"Đến nay 15/12 thôn đạt chuẩn.":                                                     "sense/total",
		"Tổng số lớp 12, gồm 05 lớp nghề, 06 lớp tập huấn.":                                 "sense/total",
		"Năm 2026 mở 04 lớp, gồm 01 lớp nghề, 02 lớp tập huấn.":                             "sense/total",
		"Họp ngày 15/11/2026 (thứ Tư).":                                                     "sense/weekday",
		"Họp ngày 18/11/2026 (thứ Ba) tại xã.":                                              "sense/weekday",
		"Tặng quà cho chi hội XX thôn.":                                                     "sense/leftover",
		"Giữ vê sinh chung và khắc phục sự cố.":                                             "writing/confused",
		"Rà soát hộ nghéo trên đia bàn xã.":                                                 "writing/confused",
		"Số lớp 12, gồm 05 lớp nghề, 06 lớp tập huấn.":                                      "sense/total",
		"15/12 thôn đạt chuẩn văn hóa.":                                                     "sense/total",
		"Phối hợp với UBND xã Sơn Tân tuần tra rừng giáp ranh.":                             "names/former-unit",
		"Thực hiện Kế hoạch số 12KH/UBND ngày 05/01/2026 của UBND tỉnh về thú y.":           "citation/no-hyphen",
		"Nhân dân vui tết Đinh Mùi đầm ấm.":                                                 "writing/capitals-names",
		"Trực ban các ngày làm việc từ thứ hai đến thứ sáu.":                                "writing/capitals-weekdays",
		"Họp giao ban sáng thứ hai, ngày 16/3/2026.":                                        "writing/capitals-weekdays",
		"Thi đấu ngày thứ Hai (12/5/2026) tại sân xã.":                                      "sense/weekday",
		"Nâng cấp xong trước 25 giờ 00 phút ngày 30/6/2026.":                                "sense/no-such-day",
	} {
		if !slices.Contains(ids(t, sentence), want) {
			t.Errorf("%s: %v, want %s", sentence, ids(t, sentence), want)
		}
	}
}

func TestWhatIsRightIsLeftAlone(t *testing.T) {
	for _, sentence := range []string{
		"Vận động doanh nghiệp tư nhân, nhà nước trên địa bàn tham gia.",
		"Phối hợp với xã Sơn Tây và xã Sơn Tây Thượng kiểm soát gia súc qua các tuyến đường liên xã.",
		"Giao lưu bóng đá với phường Trương Quang Trọng, phường Nghĩa Lộ.",
		"Đăng ký tham gia hội chợ tại Thành phố Hồ Chí Minh và tỉnh Khánh Hòa.",
		"Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
		"Xã được thành lập trên cơ sở nhập toàn bộ diện tích tự nhiên, quy mô dân số của xã Sơn Màu và xã Sơn Tinh, huyện Sơn Tây cũ.",
		"Các thôn thuộc xã Sơn Màu (cũ) giữ nguyên tên gọi.",
		"Đường huyện ĐH.72 qua thôn Tà Dô được dặm vá trước mùa mưa.",
		"Thực hiện Kế hoạch số 130/KH-UBND ngày 31/8/2023 của UBND huyện Sơn Tây về tuyên truyền.",
		"Văn bản của Sở Nông nghiệp và Phát triển nông thôn (nay là Sở Nông nghiệp và Môi trường) còn hiệu lực.",
		"Theo Thông tư liên tịch số 42/2013/TTLT-BGDĐT-BLĐTBXH ngày 31/12/2013 của Bộ Giáo dục và Đào tạo, Bộ Lao động - Thương binh và Xã hội.",
		"Thông báo số 12-TB/TU ngày 05/01/2026 của Tỉnh ủy về kết luận giao ban.",
		"Công văn số 345/SNV-CCHC ngày 12/02/2026 của Sở Nội vụ được giao Văn phòng tham mưu.",
		"Kế hoạch này thay thế Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về cơ chế một cửa.",
		"Đối chiếu với Quyết định số 263/QĐ-TTg ngày 22/02/2022, Quyết định số 320/QĐ-TTg ngày 08/3/2022 của Thủ tướng Chính phủ.",
		"Bàn giao hồ sơ, tài liệu lưu trữ của UBND huyện trước ngày 01/7/2025 cho Trung tâm Lưu trữ lịch sử tỉnh.",
		"Đón đoàn công tác của xã Tịnh Khê đến thăm, học tập mô hình.",
		"Tổng số 45 hộ tham gia, trong đó thôn Mang Hin 20 hộ, thôn Ra Pân 15 hộ, còn lại ở các thôn khác.",
		"Báo cáo quý gửi trước ngày 20 của tháng cuối quý.",
		"Kế thừa hồ sơ hộ tịch của xã Sơn Màu, xã Sơn Long, xã Sơn Tinh trước khi sắp xếp.",
		"Xã thực hiện các tiêu chí, kết quả: 15/19 tiêu chí.",
		"Nâng số tiêu chí đạt chuẩn từ 13/19 lên 15/19 tiêu chí.",
		"Phấn đấu đến 18/19 tiêu chí đạt chuẩn.",
		"Tiêm cho trẻ từ 6 tháng đến tháng 18.",
		"Tỷ lệ biết chữ của nữ đạt 95%, của nam đạt 98%.",
		"Toàn xã đạt 95% hộ dùng điện, tỷ lệ hộ dùng nước sạch đạt 90%.",
		"Bê tông hóa 1,5 km x 800 triệu đồng = 1.200 triệu đồng.",
		"Chi 30 người x 50 nghìn đồng = 1.500.000 đồng.",
		"Chi 20 người x 150.000 đồng = 3 triệu đồng.",
		"Mở 03 lớp, mỗi lớp 02 ngày, từ ngày 11/5/2026 đến ngày 20/5/2026.",
		"Tăng số hộ từ 40 hộ lên 52 hộ, tăng 2 hộ so với kế hoạch.",
		"Xã có 120 hộ nghèo, đã hỗ trợ 40 hộ, còn 65 hộ cận nghèo.",
		"Dịp 30/4, 02/9 và 22/12 thôn treo cờ.",
		"Đạt 110% người tham gia so với kế hoạch.",
		"Nam 45 tuổi, nữ 40 tuổi, tổng số 12 người.",
		"Nâng thứ hạng chỉ số từ 45 lên 30.",
		"Họp từ 7 giờ 30 đến 5 giờ chiều.",
		"Lắp đặt 02 TBA tại thôn Mang Hin.",
		"Ghi ngày theo định dạng dd/mm/yyyy.",
		"Treo khẩu hiệu “MỖI NGƯỜI DÂN PHẢI CÓ Ý THỨC BẢO VỆ RỪNG”.",
		"Thành lập 03 tổ kiểm tra, gồm: Tổ 1 có 05 người, Tổ 2 có 06 người, Tổ 3 có 04 người.",
		"Diện tích quế trồng mới năm 2024 là 32 ha, năm 2025 là 41 ha, dự kiến năm 2026 là 50 ha.",
		"Năm 2024, xã Sơn Long và xã Sơn Màu chưa có thư viện.",
		"Nộp danh sách trước ngày 20/4/2026.", // a Monday: everybody understands the week before
		"Ngày hội Đại đoàn kết toàn dân tộc tổ chức ngày 15/11/2026 tại thôn Mang Hin.",
		"Gửi báo cáo quyết toán trước ngày 15/01/2027.",
		"Họp thứ 2, ngày 16/11/2026; sơ kết Chủ nhật (15/11/2026).",
		"Xã sắp xếp lại, từ ngày 01/7/2025 hoạt động theo mô hình mới; quy định có hiệu lực từ tháng 10/2025.",
		"Giao ông Nguyễn Văn An, bà Trần Thị Bình theo dõi 13/19 tiêu chí (số lượng 05 bản).",
		"Kinh phí 30.000.000 đồng, trong đó chi giải thưởng 12.000.000 đồng.",
		"Xã có 1.820 hộ, trong đó 312 hộ nghèo, 145 hộ cận nghèo, 60 hộ chính sách.",
		"Mở 3 lớp, gồm lớp 1, lớp 2 và lớp 3.",
		"Năm 2025, xã tiếp 48 lượt công dân, tiếp nhận 19 đơn; đã giải quyết 17/19 đơn.",
		"Hoàn thành hồ sơ quyết toán năm 2025 trước ngày 31/3/2026.",
		"Vận động gia đình, dòng họ… tham gia xây dựng quỹ khuyến học.",
		"Tuyên truyền Luật Đất đai, Luật Nhà ở và các văn bản hướng dẫn,...",
		"Tập huấn cho cán bộ y tế, cán bộ tư pháp và nội bộ xây dựng đoàn kết tại cơ sở y tế, cơ sở giáo dục và đào tạo nghề.",
		"Duy trì chuyên mục Xây dựng nông thôn mới, danh mục Văn bản và chuyên mục Vì an ninh Tổ quốc.",
		"Đón tiếp tại Điểm bưu điện văn hóa xã và tại Điểm cầu của tỉnh.",
		"Giao lưu với Xã Phan Ngọc Hiển theo lời mời.",
		"Kỷ niệm ngày 30/4/75 và ngày 27/7/47.",
		"Tiêu chí này được 10đ, khoản 6đ không tính.",
		"Tăng từ từ, tặng bằng bằng khen, đẩy mạnh ở cấp xã xã hội hóa, tiếp tục theo theo dõi.",
		"Mở trang quangngai.gov.vn/",
		"Phát tờ rơi, áp phích, khẩu hiệu, v.v./.",
		"Đại hội Đảng bộ tỉnh lần thứ XX đề ra chỉ tiêu; gửi thư đến abc@quangngai.gov.vn.",
		"Thực hiện Nghị quyết Đại hội XX Đảng bộ tỉnh.",
		"Họp ngày 18/11/2026 (thứ Tư) và ngày 19/11/2026 (thứ Năm).",
		"Định kỳ trước ngày 30/6 xã báo cáo kết quả.",
		"Đến 30/6 xã báo cáo; dịp 20/11 trường tổ chức gặp mặt giáo viên.",
		"Nhân kỷ niệm 22/12 đơn vị tổ chức gặp mặt.",
		"Kế hoạch năm 2026 gồm 02 hội nghị, 03 lớp tập huấn.",
		"Kế hoạch năm 2026 của xã gồm 02 hội nghị, 03 lớp tập huấn.",
		"Đề án 06 gồm 01 nhóm tiện ích, 02 nhóm dữ liệu.",
		"Ban Chỉ đạo 35 gồm 01 trưởng ban, 05 thành viên.",
		"Mục 3 gồm 01 biểu, 02 phụ lục.",
		"Báo cáo về sinh hoạt chi bộ, thăm gia đình chính sách, xác định cụ thể tình hình thực hiện, mở khóa học, cổ động.",
		"Chương trình giai đoạn 2026 - 2030 gồm 02 dự án, 03 tiểu dự án.",
		// Two syllables that make no word and belong to the words on their sides.
		"Người dân các thôn tin tưởng, đồng tình; khai thác tiềm năng xuất khẩu; hợp đồng gia công xuất khẩu.",
		"Đoàn viên cũng cố gắng hoàn thành; trong mùa mưa bảo đảm an toàn hồ đập; đề xuất quà tặng phù hợp.",
		"Đàn gia súc tiến hành tiêm phòng; việc phân chia sẽ được công khai; các nội dung chung thực hiện theo Quy chế.",
		"Bộ phận phòng hộ sinh trực đêm; nhà trại giam sát đường liên xã; viết bài thông báo cào bằng là sai.",
		// What is said twice: reduplication, animals and plants, a word of two and a longer one.
		"Tránh đánh giá chung chung; hướng dẫn trồng su su; nghiêm cấm săn bắt tê tê; diệt trừ cào cào, châu chấu.",
		"Lúa làm đòng đòng cần đủ nước; trồng cây dành dành; nuôi le le và kền kền; quả bồ bồ, quả bòng bòng.",
		"Bồi dưỡng nghiệp vụ về công tác công tác xã hội; đẩy mạnh công tác xã hội xã hội hóa; giúp học sinh học sinh học.",
		// Words that differ from more frequent ones in a mark, or in d for đ.
		"Khối diễu hành xuất phát lúc 07 giờ; dáng bộ chững chạc; mời vị quân sư tham gia; rà phá thủy lôi.",
		// Words that begin a sentence, and no name of a body.
		"Hỏi nông dân về nhu cầu vay vốn.",
		"Đoạn thanh niên tự quản dài 02 km.",
		"Số xây dựng mới là 12 nhà.",
		"Số tài chính năm 2026 được công khai.",
		"Công an tình nguyện hiến máu; Sổ tư pháp được lưu tại xã; Hợi nông dân trồng rau.",
		// Names that are made of the ends of other words.
		"Trường hợp bác hồ sơ, bộ phận một cửa trả lời bằng văn bản.",
		"Tuyến đường bộ xây dựng mới dài 02 km, nối với đường xã.",
		// The second and the third, and no Mondays and Tuesdays.
		"Kỳ họp thứ năm, ngày 12/6/2026 của Hội đồng nhân dân xã; phiên họp thứ ba, ngày 15/7/2026.",
		"Trong ngày thứ hai, tổ chức chung kết và trao giải.",
		"Các đội xếp từ thứ hai đến thứ tư được tặng giấy khen; hạng từ thứ năm đến thứ bảy được tặng quà.",
		"Ngày thứ nhất (11/5/2026) khai mạc; ngày thứ hai (12/5/2026) thi đấu.",
		"Buổi thứ hai (12/5/2026) học thực hành; lớp thứ ba (15/5/2026) học tại thôn.",
		// Marks in points, which đ stands for too.
		"Đạt 97.5đ theo bộ tiêu chí; xếp loại tốt từ 90.25đ trở lên; trừ 0,25đ mỗi lỗi, cộng 12.5đ.",
	} {
		if found := ids(t, sentence); len(found) > 0 {
			t.Errorf("%s: %v", sentence, found)
		}
	}
}

// TestANumberIsToldOnce: two forms of the rule saw the same figure.
func TestANumberIsToldOnce(t *testing.T) {
	for sentence, want := range map[string]int{
		"Phát 15,000 tờ rơi; trồng 12,500 cây keo.":            2,
		"Hỗ trợ 15,000,000 đồng; in 1,000 quyển và 2,000 bản.": 3,
		"Thu 97500đ và 97.500đ; mua 10,000 con giống.":         3,
	} {
		if got := ids(t, sentence); len(got) != want {
			t.Errorf("%s: %v", sentence, got)
		}
	}
}

// TestWhatIsDoubtfulIsToldAndNotRepaired holds what may be a slip, and may be meant.
func TestWhatIsDoubtfulIsToldAndNotRepaired(t *testing.T) {
	for sentence, want := range map[string]string{
		"Viện kiểm sát nhập tên người dân vào sổ.": "writing/confused",
		"Người dân nộp hồ sở tại nhà văn hóa.":     "writing/confused",
		"Trồng thí điểm cây xoong xoong.":          "writing/doubled",
		"Đi vòng vòng quanh xã.":                   "writing/doubled",
	} {
		p := load(t, check.Example(sentence))
		found := check.Plan(p, check.Options{})
		if _, changed, err := check.Fix(p.File, found); !reported(found, want) || changed || err != nil {
			t.Errorf("%s: %v, repaired %v: %v", sentence, check.List(found), changed, err)
		}
	}
}

// TestThePersonSaysHowTheirNameIsSpelt holds that neither a signatory's name nor one in the text is brought to the plan's tone marks.
func TestThePersonSaysHowTheirNameIsSpelt(t *testing.T) {
	for _, f := range check.Plan(load(t, check.Example("Khóa học do bà Trần Thuý Hoà mở; hóa đơn, văn hóa.")), check.Options{}) {
		t.Errorf("%s %v", f.Kind.ID, f.Args)
	}
}

func TestTotalsOfTables(t *testing.T) {
	for name, c := range map[string]struct{ rows, want string }{
		"subtotals are not added twice":         {"[I, Hội nghị, '50'], ['1', Nước, '20'], ['2', In ấn, '30'], [II, Tập huấn, '40'], ['1', Nước, '40'], [Tổng cộng, <, '90']", ""},
		"letters above Roman numbers":           {"[A, Chi xã, '50'], [I, Hội nghị, '20'], [II, In ấn, '30'], [B, Chi thôn, '40'], [I, Nước, '40'], [Tổng cộng, <, '90']", ""},
		"parts of parts":                        {"['1', Hội nghị, '50'], ['1.1', Nước, '20'], ['1.2', In ấn, '30'], ['2', Tập huấn, '40'], [Tổng cộng, <, '90']", ""},
		"a wrong total above subtotals":         {"[I., Hội nghị, '50'], ['1', Nước, '20'], ['2', In ấn, '30'], [II., Tập huấn, '40'], ['1', Nước, '40'], [Tổng cộng, <, '95']", "90"},
		"rows that are only numbered by Romans": {"[I, Hội nghị, '50'], [II, Tập huấn, '40'], [Tổng cộng, <, '95']", "90"},
		"a row without a number":                {"['1', Hội nghị, '50'], ['', Dự phòng, '40'], [Tổng cộng, <, '95']", "90"},
		"a wrong total above parts of parts":    {"['1', Hội nghị, '50'], ['1.1', Nước, '50'], ['2', Tập huấn, '40'], [Tổng cộng, <, '95']", "90"},
		"rows without numbers below Romans":     {"[I, Hội nghị, '50'], ['', Nước, '20'], ['', In ấn, '30'], [II, Tập huấn, '40'], ['', Nước, '40'], [Tổng cộng, <, '95']", "90"},
		"rows of one level":                     {"['1', Hội nghị, '50'], ['2', Tập huấn, '40'], [Tổng cộng, <, '95']", "90"},
	} {
		text := "appendices:\n  - id: pl\n    title: DỰ TOÁN\n    table:\n      columns: [{heading: TT}, {heading: Nội dung}, {heading: Kinh phí}]\n      rows: [" + c.rows + "]\nclosing: Trên đây là Kế hoạch; xem {{appendix pl}}\n"
		got := ""
		for _, f := range check.Plan(load(t, check.Example(text)), check.Options{}) {
			if f.Kind.ID == "sense/total" {
				got += f.Arg("sum")
			}
		}
		if got != c.want {
			t.Errorf("%s: reckoned %q, want %q", name, got, c.want)
		}
	}
}

// TestItemsOfNobodyAreToldOnce: with roles declared or not, with duties or not; but where duties or words assign, all have someone.
func TestItemsOfNobodyAreToldOnce(t *testing.T) {
	const items = "  - heading: NỘI DUNG\n    items:\n      - text: Tuyên truyền vệ sinh môi trường.\n      - text: Đối thoại với Nhân dân.\n      - text: Ra quân dọn vệ sinh.\n"
	const office = "roles:\n  - id: van-phong\n    name: Văn phòng\n    duties:\n      - text: "
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"no roles":                      {"roles: []\nsections:\n" + items, 1},
		"roles without a section":       {"sections:\n" + items, 1},
		"duties that only watch":        {"sections:\n" + items + "  - duties_of: [van-phong]\n", 1},
		"duties that are work":          {office + "Tham mưu tổ chức tuyên truyền, đối thoại.\nsections:\n" + items + "  - duties_of: [van-phong]\n", 0},
		"a section of its own in words": {"sections:\n" + items + "  - heading: TỔ CHỨC THỰC HIỆN\n    text: Giao các thôn thực hiện.\n    duties_of: [van-phong]\n", 0},
	} {
		told := 0
		for _, f := range check.Plan(load(t, check.Example(c.text)), check.Options{}) {
			if f.Kind.ID == "sense/nobody" {
				told++
			}
		}
		if told != c.want {
			t.Errorf("%s: told %d times, want %d", name, told, c.want)
		}
	}
}

// TestRolesOfOneNameAreLookedAtEach: both names fall together without marks; the words of the plan name one of them only.
func TestRolesOfOneNameAreLookedAtEach(t *testing.T) {
	const text = "roles:\n  - {id: a, name: Tổ Hòa giải}\n  - {id: b, name: Tổ Hoa giai}\nsections:\n  - heading: TỔ CHỨC THỰC HIỆN\n    text: Tổ Hòa giải chủ trì thực hiện.\n"
	for range 20 { // the order of a map decided
		got := ""
		for _, f := range check.Plan(load(t, check.Example(text)), check.Options{}) {
			if f.Kind.ID == "sense/idle-role" {
				got += f.Arg("role")
			}
		}
		if got != "Tổ Hoa giai" {
			t.Fatalf("idle: %q", got)
		}
	}
}

// TestAPlanOf2024KnowsTheDistrict: what is wrong since 01/7/2025 was right before.
func TestAPlanOf2024KnowsTheDistrict(t *testing.T) {
	files := check.Example("Báo cáo UBND huyện (qua Phòng Nội vụ); công chức Tư pháp - Hộ tịch trình Sở Kế hoạch và Đầu tư.")
	files["plan.yaml"] = strings.Replace(files["plan.yaml"], "year: 2026", "year: 2024", 1)
	for _, f := range check.Plan(load(t, files), check.Options{}) {
		t.Errorf("%s: %s", f.Kind.ID, f.Message(diag.English))
	}
}

// TestADeadlineThatTheAgencyMovesIsNotBlamed: the printed day is a working day by the agency's own rule.
func TestADeadlineThatTheAgencyMovesIsNotBlamed(t *testing.T) {
	const item = "sections:\n  - heading: NỘI DUNG\n    items:\n      - {text: Lập danh sách hộ nghèo., role: van-phong, deadline: {by: 15/11/2026}}\n" +
		"  - duties_of: [van-phong]\n"
	for rule, want := range map[string]int{"": 1, "days_off: {move: before}\n": 0} {
		files := check.Example(item)
		files["agency.yaml"] += rule
		if found := check.Plan(load(t, files), check.Options{}); len(found) != want {
			t.Errorf("%q: %v", rule, check.List(found))
		}
	}
}

// TestTheFirstCitationIsTheFirstOnThePage: duties stand in the file before the sections, and on the page where they are printed.
func TestTheFirstCitationIsTheFirstOnThePage(t *testing.T) {
	const text = "citations:\n  - {id: kh, type: Kế hoạch, number: 49/KH-UBND, date: 08/01/2026, issuer: UBND tỉnh, connector: về, subject: dân vận}\n" +
		"roles:\n  - id: van-phong\n    name: Văn phòng HĐND và UBND\n    duties:\n      - text: Theo dõi {{cite kh full}}.\n" +
		"sections:\n  - heading: NỘI DUNG\n    text: Thực hiện {{cite kh}}.\n  - duties_of: [van-phong]\n"
	found := check.Plan(load(t, check.Example(text)), check.Options{})
	if len(found) != 1 || found[0].Kind.ID != "citation/full-twice" || !strings.Contains(found[0].Source, "Theo dõi") {
		t.Errorf("%v", check.List(found))
	}
}

func TestNamesInALiteralAreSeen(t *testing.T) {
	const text = "citations:\n  - {id: kh, type: Kế hoạch, number: 9/KH-UBND, date: 05/01/2026, issuer: UBND xã, connector: về, subject: dân vận}\n" +
		"sections:\n  - heading: NỘI DUNG\n    text: Thực hiện {{cite kh as=\"Kế hoạch số 9/KH-UBND ngày 05/01/2026 của UBND xã về dân vận xã Sơn Tân\"}}.\n" +
		"  - duties_of: [van-phong]\n"
	found := check.Plan(load(t, check.Example(text)), check.Options{})
	if len(found) != 1 || found[0].Kind.ID != "names/other-unit" || found[0].Arg("unit") != "xã Sơn Tân" {
		t.Errorf("%v", check.List(found))
	}
}

func TestARepairOfACitationReachesIntoItsLiteral(t *testing.T) {
	const text = "citations:\n  - {id: nd, type: Nghị định, number: 61/2023/NĐ-CP, date: 16/8/2023, issuer: Chính phủ, connector: về, subject: hương ước}\n" +
		"sections:\n  - heading: NỘI DUNG\n    text: Thực hiện {{cite nd as=\"Nghị định 61/2023/NĐ- CP ngày 16/8/2023 của Chính phủ về hương ước\"}}.\n" +
		"  - duties_of: [van-phong]\n"
	p := load(t, check.Example(text))
	data, changed, err := check.Fix(p.File, check.Plan(p, check.Options{}))
	if err != nil || !changed || !strings.Contains(string(data), "Nghị định số 61/2023/NĐ") {
		t.Errorf("%v %v\n%s", changed, err, data)
	}
}

// FuzzSentence demands that no rule fails over any sentence, and that what is repaired is a plan again.
func FuzzSentence(f *testing.F) {
	for _, r := range check.Rules() {
		if !strings.Contains(r.Wrong, "\n") {
			f.Add(r.Wrong)
		}
	}
	f.Add("Tổng số 3, gồm 1; 2, 3 x 4 = 5, số 1/KH UBND, ngày 31/2/2026 (Chủ nhật), xã Sơn Tấy Hạ…")
	f.Add("Giảm 62 hộ, từ 312 hộ xuống còn 240 hộ; mỗi quý 02 buổi, cả năm 7 buổi; 3/4 thôn, đạt 80%; 03 thôn (Tà Vinh, Hà Lên); từ 14 giờ đến 11 giờ")
	f.Add("Trong 05 ngày, từ ngày 10/5 đến ngày 12/5/2026; đạt  %; ông A (ghi rõ); kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ; Tết Ất Tỵ; từ Điều 9 đến Điều 2")
	f.Fuzz(func(t *testing.T, sentence string) {
		files := check.Example(strings.NewReplacer("\n", " ", "\r", " ").Replace(sentence))
		read := func(text string) (*plan.Plan, diag.List) {
			return plan.Load("plan.yaml", plan.Options{ReadFile: func(name string) ([]byte, error) {
				if name == "plan.yaml" {
					return []byte(text), nil
				}
				return []byte(files[name]), nil
			}})
		}
		p, found := read(files["plan.yaml"])
		if found.Failed() {
			return
		}
		findings := check.Plan(p, check.Options{})
		for _, f := range findings {
			if f.Kind.ID == "check/rule-failed" {
				t.Fatal(f.Message(diag.English))
			}
		}
		data, changed, err := check.Fix(p.File, findings)
		if err != nil {
			t.Fatal(err)
		}
		if changed {
			if _, found := read(string(data)); found.Failed() {
				t.Fatalf("%s\nbecame\n%s\n%v", files["plan.yaml"], data, found)
			}
		}
	})
}

func TestMisspeltWordsAreTold(t *testing.T) {
	for sentence, want := range map[string]string{
		"Các thôn nổ lực thực hiện.": "nỗ lực", "Tổ chức thăm quan mô hình.": "tham quan", "Hỗ trợ xuất ăn trưa cho học sinh.": "suất ăn", "Khắc phục thiếu xót, tồn tại.": "thiếu sót",
		"Lễ Giổ tổ Hùng Vương.": "Giỗ tổ", "Xã hội hóa, giữ vẽ đẹp của làng.": "vẻ đẹp của", "Ăn mặc giản dị, giải phóng mặc bằng.": "giải phóng mặt bằng",
		"Cơ sở sản xuất ăn uống giữ gìn vệ sinh.": "", "Mời bà Trần Hoàng Chỉnh, ông Lê Cơ Quang.": "", "Thi vẽ tranh dành cho học sinh; gây cảm xúc tích cực.": "",
		"Bé vẽ đẹp được khen; tập trung kết nối các thôn; xem xét sử dụng phòng trống.": "", "Vườn sâm nhập khẩu; dao lưu niệm; dao thông dụng.": "",
	} {
		got := ""
		for _, f := range check.Plan(load(t, check.Example(sentence)), check.Options{}) {
			if f.Kind.ID == "writing/confused" {
				got += f.Arg("right")
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
}

// TestTheHintOfADayOffCanBeFollowed: days_off moves declared deadlines only, and a plan in words of an agency that has it is told the way.
func TestTheHintOfADayOffCanBeFollowed(t *testing.T) {
	const item = "sections:\n  - heading: NỘI DUNG\n    items:\n      - {%s, role: van-phong}\n  - duties_of: [van-phong]\n"
	for entry, want := range map[string]string{
		`text: "Gửi báo cáo chậm nhất ngày 15/11/2026."`:            "deadline: {before: …}",
		"text: Lập danh sách hộ nghèo., deadline: {by: 15/11/2026}": "days_off: {move: before}",
	} {
		found := check.Plan(load(t, check.Example(strings.Replace(item, "%s", entry, 1))), check.Options{})
		if len(found) != 1 || found[0].Kind.ID != "sense/deadline-day-off" || !strings.Contains(found[0].Fix(diag.Vietnamese), want) || !strings.Contains(found[0].Fix(diag.English), want) {
			t.Errorf("%s: %v", entry, check.List(found))
		}
	}
}

func TestAllNamesOfARowAreTold(t *testing.T) {
	told := ""
	for _, f := range check.Plan(load(t, check.Example("Các xã Sơn Tây, Sơn Tây Thượng, Sơn Hà báo cáo kết quả.")), check.Options{}) {
		told += f.Kind.ID + " " + f.Arg("unit") + ";"
	}
	if told != "names/other-unit xã Sơn Tây;names/other-unit Sơn Tây Thượng;names/other-unit Sơn Hà;" {
		t.Error(told)
	}
}

func TestWhatWasNotSeenIsSeen(t *testing.T) {
	for sentence, want := range map[string]string{
		"Quý 5/2026 tổ chức sơ kết.":                               "sense/no-such-day",
		"Hoàn thành trong quý V năm 2026.":                         "sense/no-such-day",
		"Tổ chức sơ kết (tháng 13/2026).":                          "sense/no-such-day",
		"Nâng cao chất lượng công chức. góp phần xây dựng xã.":     "writing/capitals-after-stop",
		"Nâng cao chất lượng công chức v.v. góp phần xây dựng xã.": "",
		"Mua sắm tr. thiết bị, đt. số của bà Quý 5 năm liền.":      "",
		"Quý 4/2026 tổ chức sơ kết.":                               "",
	} {
		if got := strings.Join(ids(t, sentence), " "); got != want {
			t.Errorf("%s: %s, want %s", sentence, got, want)
		}
	}
}
