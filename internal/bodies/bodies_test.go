package bodies_test

import (
	"testing"

	"github.com/kehoach/kehoach/internal/bodies"
	"github.com/kehoach/kehoach/internal/diag"
)

func TestFormerBodiesAreFoundByTheirWholeName(t *testing.T) {
	for _, c := range []struct{ text, words, today string }{
		{"Giao Công chức Văn hoá - Xã hội chủ trì", "Công chức Văn hoá - Xã hội", "Phòng Văn hóa - Xã hội"},
		{"gửi Sở Kế hoạch và Đầu tư trước ngày 30/6", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"},
		{"qua Phòng Nội vụ.", "Phòng Nội vụ", ""},
		{"công chức Tư pháp - Hộ tịch thụ lý", "công chức Tư pháp - Hộ tịch", "Văn phòng HĐND và UBND"},
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
