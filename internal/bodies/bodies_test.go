package bodies_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/bodies"
	"github.com/kehoach/kehoach/internal/diag"
)

// TestEachPostOfAListIsFound, though "công chức" is said once.
func TestEachPostOfAListIsFound(t *testing.T) {
	var names []string
	for _, m := range bodies.Find("Các công chức: Văn phòng - Thống kê, Tư pháp - Hộ tịch và Tài chính - Kế toán phối hợp; Tư pháp - Hộ tịch là một ngành.") {
		names = append(names, m.Name)
	}
	if got := strings.Join(names, "|"); got != "công chức: Văn phòng - Thống kê|Tư pháp - Hộ tịch|Tài chính - Kế toán" {
		t.Error(got)
	}
}

func TestFormerBodiesAreFoundByTheirWholeName(t *testing.T) {
	for _, c := range []struct{ text, words, today string }{
		{"Giao Công chức Văn hoá - Xã hội chủ trì", "Công chức Văn hoá - Xã hội", "Phòng Văn hóa - Xã hội"},
		{"gửi Sở Kế hoạch và Đầu tư trước ngày 30/6", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"},
		{"qua Phòng Nội vụ.", "Phòng Nội vụ", ""},
		{"công chức Tư pháp - Hộ tịch thụ lý", "công chức Tư pháp - Hộ tịch", "Văn phòng HĐND và UBND"},
		{"Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường xã lập hồ sơ", "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường", "Phòng Kinh tế"},
		{"Công chức Địa chính – Xây dựng – Đô thị và Môi trường", "Công chức Địa chính – Xây dựng – Đô thị và Môi trường", "Phòng Kinh tế"},
		{"công chức Địa chính-nông nghiệp-xây dựng và môi trường", "công chức Địa chính-nông nghiệp-xây dựng và môi trường", "Phòng Kinh tế"},
		{"công chức Địa chính, và các thôn", "công chức Địa chính", "Phòng Kinh tế"},
		{"Công chức Văn phòng - thống kê, trưởng thôn", "Công chức Văn phòng - thống kê", "Văn phòng HĐND và UBND"},
		{"Công chức Tài chính – Kế toán xã", "Công chức Tài chính – Kế toán", "Phòng Kinh tế"},
		{"Công chức Lao động - Thương binh và Xã hội", "Công chức Lao động - Thương binh và Xã hội", "Phòng Văn hóa - Xã hội"},
		{"công chức Tư pháp tham mưu", "công chức Tư pháp", "Văn phòng HĐND và UBND"},
		{"công chức VH-XH tham mưu", "công chức VH-XH", "Phòng Văn hóa - Xã hội"},
		{"công chức ĐC-NN-XD&MT xã đo đạc", "công chức ĐC-NN-XD&MT", "Phòng Kinh tế"},
		{"Sở TN&MT cấp phép", "Sở TN&MT", "Sở Nông nghiệp và Môi trường"},
		{"Phòng Lao động - TB&XH tổng hợp", "Phòng Lao động - TB&XH", ""},
		{"công chức văn hóa - xã hội là người", "", ""},
		{"Sở Nông nghiệp và PTNT hướng dẫn", "Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Môi trường"},
		{"Phòng Kinh tế, Phòng Văn hóa - Xã hội", "", ""},
		{"công tác Phòng Nội vụng về", "", ""},
	} {
		found := bodies.Find(c.text)
		switch {
		case c.words == "" && len(found) == 0:
		case len(found) != 1 || found[0].In(c.text) != c.words || found[0].Today != c.today:
			t.Errorf("%s: %v", c.text, found)
		case found[0].Why().In(diag.Vietnamese, nil) == "":
			t.Errorf("%s: no reason is given", c.text)
		}
	}
}
