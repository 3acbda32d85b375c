package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
)

var midSentence = &Rule{
	Kind:   diag.Kind{ID: "writing/capitals-inside", Severity: diag.Note, Clause: "NĐ 30 PL II, I", Message: wrongCapitals, Fix: rightCapitals},
	Title:  diag.Words{VI: "Không viết hoa giữa câu", EN: "No capital inside a sentence"},
	Reason: diag.Words{VI: "Phụ lục II, mục I: viết hoa chữ đầu câu, sau dấu . ? ! và khi xuống dòng; sau dấu , dấu ; hoặc sau chữ về, về việc thì câu chưa hết. Chỉ báo những động từ hay gặp.", EN: "Annex II, I: a capital begins a sentence, behind . ? ! and on a new line; behind a comma, a semicolon or về việc the sentence goes on. Only common verbs are reported."},
	Wrong:  "Thực hiện tốt công tác tiếp dân; Tăng cường công tác hòa giải về việc Ban hành quy chế.",
	Right:  "Thực hiện tốt công tác tiếp dân; tăng cường công tác hòa giải về việc ban hành quy chế.",
	sentence: func(s *Sentence) {
		for i := 0; i+1 < len(s.words); i++ {
			if !verbs[s.word(i)+" "+s.word(i+1)] || s.word(i+2) == "số" || i == 0 && s.Passage.Key != "connector" {
				continue
			}
			before := s.word(i - 1)
			gap := ""
			if i > 0 {
				gap = s.Text[s.words[i-1].to:s.words[i].from]
			}
			if gap == "; " || gap == ", " || i > 0 && s.together(i-1) && (before == "về" || before == "việc") {
				s.recase(s.words[i].from, s.words[i+1].to, false)
			}
		}
	},
}

// verbs begin clauses and name no document.
var verbs = func() map[string]bool {
	m := map[string]bool{}
	for _, verb := range strings.Split(`Tăng cường,Tiếp tục,Đẩy mạnh,Thực hiện,Tổ chức,Phối hợp,Triển khai,Rà soát,Nâng cao,Chủ động,Kịp thời,Xây dựng,Tham mưu,Kiểm tra,
Ban hành,Phê duyệt,Kiện toàn,Thành lập,Đôn đốc,Tuyên truyền,Vận động,Giải quyết,Bố trí,Theo dõi,Tổng hợp,Đảm bảo,Bảo đảm,Phát huy,Quán triệt,Hỗ trợ,Duy trì,Lồng ghép,Niêm yết,Công khai,Cập nhật,Đăng ký,Khắc phục,Tiếp nhận,Tập trung,Chấn chỉnh,Đánh giá,Phân công,Chuẩn bị,Nhân rộng,Mở rộng,Tạo điều,Khuyến khích,Chỉ đạo,
Tham gia,Thống kê,Lập danh,Giám sát,Thông tin,Huy động,Ưu tiên,Đổi mới,Phấn đấu,Xử lý,Bồi dưỡng,Tập huấn,Quản lý,Thường xuyên`, ",") {
		m[strings.TrimSpace(verb)] = true
	}
	return m
}()
