package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

var inWords = &Rule{
	Kind: diag.Kind{ID: "sense/in-words", Severity: diag.Warning,
		Message: diag.Words{VI: `số tiền {figures} viết bằng chữ thành {words} đồng`, EN: `the sum {figures} is {words} đồng in words`},
		Fix:     diag.Words{VI: "sửa số hoặc chữ cho khớp", EN: "mend the figures or the words"}},
	Title:  diag.Words{VI: "Số tiền bằng số và bằng chữ khớp nhau", EN: "A sum in figures is that in words"},
	Reason: diag.Words{VI: "Sửa số tiền mà quên sửa phần bằng chữ thì kho bạc trả lại hồ sơ. Chỉ báo khi đọc được chắc chắn cả hai.", EN: "Where the figures were mended and the words forgotten, the treasury sends the file back. Only where both are read for certain."},
	Wrong:  `Kinh phí 25.000.000 đồng (Bằng chữ: Hai mươi ba triệu đồng).`,
	Right:  `Kinh phí 25.000.000 đồng (Bằng chữ: Hai mươi lăm triệu đồng).`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "(") {
			return
		}
		all := s.all()
		for i := 1; i < len(all); i++ {
			sum, words := all[i-1], all[i]
			if _, ok := phrase.InWords(s.Text, sum, words); !ok || !s.inDong(sum) || !s.inDong(words) {
				continue
			}
			given := sum.Quantity.Number.In(s.Text)
			if strings.Trim(given, "0123456789.,") == "" && strings.Trim(words.Quantity.Number.In(s.Text), "0123456789.,") != "" &&
				sum.Quantity.Value != words.Quantity.Value {
				s.report(sum.From, words.To, "figures", sum.In(s.Text), "words", vi.Amount(int64(words.Quantity.Value)))
			}
		}
	},
}

// inDong tells whether a sum is of our money.
func (s *Sentence) inDong(p phrase.Phrase) bool {
	switch unit := strings.ToLower(p.Quantity.Unit.In(s.Text)); unit[strings.LastIndexByte(unit, ' ')+1:] {
	case "đồng", "đ", "vnđ", "vnd":
		return true
	}
	return false
}
