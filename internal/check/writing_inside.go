package check

import (
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/vi"
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

var afterStop = &Rule{
	Kind: diag.Kind{ID: "writing/capitals-after-stop", Severity: diag.Note, Clause: "NĐ 30 PL II, I",
		Message: diag.Words{VI: `viết thường sau dấu chấm: "{words}"`, EN: `a small letter behind a full stop: "{words}"`},
		Fix:     diag.Words{VI: "viết hoa chữ đầu câu, hoặc thay dấu chấm bằng dấu phẩy", EN: "begin the sentence with a capital, or put a comma"}},
	Title:    diag.Words{VI: "Viết hoa chữ đầu câu", EN: "A sentence begins with a capital"},
	Reason:   diag.Words{VI: "Phụ lục II, mục I: viết hoa chữ đầu của câu hoàn chỉnh, sau dấu chấm. Chữ viết tắt có dấu chấm thì không sao. Dấu chấm cũng có thể là dấu phẩy gõ nhầm, nên chương trình không tự sửa.", EN: "Annex II, I: a sentence begins with a capital, behind a full stop. One of an abbreviation ends none. The full stop may as well be a comma mistyped: nothing is repaired."},
	Wrong:    "Nâng cao chất lượng cán bộ, công chức. góp phần cải cách hành chính.",
	Right:    "Nâng cao chất lượng cán bộ, công chức, góp phần cải cách hành chính.",
	sentence: smallBeginnings,
}

// smallBeginnings reports full stops between two words in small letters, both of them whole: with marks, and syllables.
func smallBeginnings(s *Sentence) {
	if !strings.Contains(s.Text, ". ") {
		return
	}
	whole := func(i int) bool {
		word := s.word(i)
		return hasMarks(word) && utf8.RuneCountInString(word) > 1 && word == s.low(i) && vi.IsSyllable(word)
	}
	for i := 1; i+1 < len(s.words); i++ {
		from, to := s.words[i].from, s.words[i+1].to
		if s.Text[s.words[i].to:s.words[i+1].from] == ". " && s.Text[from-1] == ' ' && whole(i) && whole(i+1) {
			s.report(from, to, "words", s.Text[from:to])
		}
	}
}
