package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

var outsideDecree = &Rule{
	Kind: diag.Kind{ID: "format/outside", Severity: diag.Note, Clause: "NĐ 30, Điều 2",
		Message: diag.Words{VI: "{agency} không thuộc phạm vi của Nghị định 30/2020/NĐ-CP; thể thức theo hướng dẫn riêng nên không được kiểm tra", EN: "{agency} is outside Decree 30/2020/NĐ-CP; its format has rules of its own and is not looked at"},
		Fix: diag.Words{VI: "tự đối chiếu thể thức với hướng dẫn của hệ thống mình; cách viết, viện dẫn, tên gọi, logic vẫn được kiểm tra; nếu đây là cơ quan nhà nước thì ghi đủ tên trong tệp cơ quan",
			EN: "compare the format with the rules of your own system; writing, citations, names and sense are looked at all the same; if this is an agency of the State, write its full name in the agency file"}},
	Title:  diag.Words{VI: "Văn bản của Đảng, Mặt trận, đoàn thể", EN: "Documents of the Party, the Fatherland Front, mass organisations"},
	Reason: diag.Words{VI: "Nghị định áp dụng cho cơ quan, tổ chức nhà nước và doanh nghiệp nhà nước. Văn bản của Đảng theo hướng dẫn của Văn phòng Trung ương Đảng, của Mặt trận và đoàn thể theo hướng dẫn của hệ thống mình.", EN: "The decree binds agencies and enterprises of the State. Documents of the Party follow its own office, those of the Front and the mass organisations their own systems."},
	Wrong:  agencyMark + "name: Đảng ủy xã Sơn Tây Hạ\nkind: khac\n",
	Right:  agencyMark + "name: Ủy ban nhân dân xã Sơn Tây Hạ\n",
	whole: func(l *Look) {
		if l.outside() {
			a := l.Plan.Issuers[0]
			l.report(a.Name.At, "agency", a.Name.Text)
		}
	},
}

// systems are the beginnings of the names of bodies that the decree does not bind.
var systems = []string{"đảng ủy", "đảng uỷ", "đảng bộ", "chi bộ", "huyện ủy", "tỉnh ủy", "thành ủy", "tỉnh uỷ", "ban chấp hành", "ban thường vụ", "ban dân vận", "ban tuyên giáo",
	"ban xây dựng đảng", "ủy ban kiểm tra", "ủy ban mặt trận", "uỷ ban mặt trận", "ủy ban mttq", "mặt trận tổ quốc", "đoàn thanh niên", "đoàn tncs", "hội liên hiệp", "hội nông dân",
	"hội cựu chiến binh", "hội lhpn", "liên đoàn lao động", "công đoàn", "hội chữ thập đỏ", "hội người cao tuổi", "hội khuyến học"}

// outside tells whether the agency that gives the plan its number is one that the decree does not bind.
func (l *Look) outside() bool {
	if len(l.Plan.Issuers) == 0 {
		return false
	}
	name := strings.ToLower(l.Plan.Issuers[0].Name.Text)
	for _, system := range systems {
		if strings.HasPrefix(name, system) {
			return true
		}
	}
	return false
}
