package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/vi"
)

// namesOfLaws are the names of laws that plans cite, beside those in the registry, which tells more of them: only their letters are
// vouched for here.
const namesOfLaws = `Luật An ninh mạng, Luật An toàn thực phẩm, Luật An toàn| vệ sinh lao động, Luật Bảo hiểm y tế, Luật Bảo vệ bí mật nhà nước, Luật Bảo vệ dữ liệu cá nhân,
	Luật Bảo vệ quyền lợi người tiêu dùng, Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân, Luật Báo chí, Luật Bình đẳng giới, Luật Chăn nuôi,
	Luật Công chứng, Luật Công đoàn, Luật Công nghệ thông tin, Luật Di sản văn hóa, Luật Doanh nghiệp, Luật Du lịch, Luật Dữ liệu, Luật Đa dạng sinh học,
	Luật Đấu thầu, Luật Đê điều, Luật Giáo dục, Luật Giáo dục nghề nghiệp, Luật Giáo dục quốc phòng và an ninh, Luật Hòa giải ở cơ sở, Luật Hôn nhân và gia đình,
	Luật Hợp tác xã, Luật Kế toán, Luật Khám bệnh| chữa bệnh, Luật Lâm nghiệp, Luật Lực lượng tham gia bảo vệ an ninh| trật tự ở cơ sở, Luật Lý lịch tư pháp,
	Luật Mặt trận Tổ quốc Việt Nam, Luật Nghĩa vụ quân sự, Luật Người cao tuổi, Luật Người khuyết tật, Luật Nhà giáo, Luật Nhà ở, Luật Nuôi con nuôi,
	Luật Phòng thủ dân sự, Luật Phòng| chống bạo lực gia đình, Luật Phòng| chống ma túy, Luật Phòng| chống mua bán người, Luật Phòng| chống tác hại của rượu| bia,
	Luật Phòng| chống tác hại của thuốc lá, Luật Phòng| chống thiên tai, Luật Phổ biến| giáo dục pháp luật, Luật Quản lý thuế, Luật Quản lý| sử dụng tài sản công,
	Luật Quảng cáo, Luật Quốc tịch Việt Nam, Luật Quy hoạch, Luật Quy hoạch đô thị và nông thôn, Luật Tài nguyên nước, Luật Thanh niên, Luật Thể dục| thể thao,
	Luật Thống kê, Luật Thú y, Luật Thủy lợi, Luật Thủy sản, Luật Thư viện, Luật Thực hành tiết kiệm| chống lãng phí, Luật Tiếp cận thông tin,
	Luật Tín ngưỡng| tôn giáo, Luật Trách nhiệm bồi thường của Nhà nước, Luật Trật tự| an toàn giao thông đường bộ, Luật Trẻ em, Luật Trồng trọt,
	Luật Trợ giúp pháp lý, Luật Viên chức, Luật Việc làm, Luật Viễn thông, Luật Xây dựng, Luật Xử lý vi phạm hành chính,
	Pháp lệnh Ưu đãi người có công với cách mạng, Bộ luật Dân sự, Bộ luật Hình sự, Bộ luật Tố tụng dân sự, Bộ luật Tố tụng hình sự`

// knownLaws are those names by their letters without marks; a stroke stands for a comma.
var knownLaws = func() map[string]string {
	known := map[string]string{}
	for name := range strings.SplitSeq(namesOfLaws, ",") {
		name = strings.Join(strings.Fields(strings.ReplaceAll(name, "|", ",")), " ")
		known[vi.Slug(name)] = name
	}
	return known
}()
