package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

var quotes = &Rule{
	Kind: diag.Kind{ID: "writing/quotes", Severity: diag.Note,
		Message: diag.Words{VI: `dấu nháy thẳng quanh "{words}", nơi khác trong kế hoạch dùng “ ”`, EN: `straight quotes around "{words}"; elsewhere the plan has “ ”`},
		Fix:     diag.Words{VI: "ghi “{words}”", EN: "write “{words}”"}},
	Title:  diag.Words{VI: "Một kiểu dấu nháy trong cả văn bản", EN: "One style of quotes in a document"},
	Reason: diag.Words{VI: "Không điều khoản nào quy định kiểu dấu nháy; lẫn hai kiểu trong một văn bản cho thấy có đoạn chép từ nơi khác.", EN: "No clause sets the style; two styles in one document show that something was copied from elsewhere."},
	Wrong:  `Nhân rộng mô hình “Dân vận khéo”; điển hình "Dân vận khéo" của xã.`,
	Right:  `Nhân rộng mô hình “Dân vận khéo”; điển hình “Dân vận khéo” của xã.`,
	whole:  mixedQuotes,
}

// mixedQuotes reports words between straight quotes in a plan that has curly ones.
func mixedQuotes(l *Look) {
	curly := false
	l.written(func(s *Sentence) { curly = curly || strings.ContainsRune(s.Text, '“') })
	if !curly {
		return
	}
	l.written(func(s *Sentence) {
		for _, m := range single(s.Text) {
			words := s.Text[m[4]:m[5]]
			s.mend(m[2], m[3], "“"+words+"”", "words", words)
		}
		for from := 0; ; {
			open := strings.IndexByte(s.Text[from:], '"')
			if open < 0 {
				break
			}
			open += from
			if curly := strings.LastIndex(s.Text[from:open], "“"); curly >= 0 && !strings.Contains(s.Text[from+curly:open], "”") { // “ closed by "
				curly += from
				words := s.Text[curly+len("“") : open]
				from = open + 1
				s.mendAround(curly, open+1, open, open+1, "”", "words", words)
				continue
			}
			length := strings.IndexByte(s.Text[open+1:], '"')
			if length <= 0 {
				break
			}
			words := s.Text[open+1 : open+1+length]
			from = open + length + 2
			s.mend(open, from, "“"+words+"”", "words", words)
		}
	})
}

// single are the places of words between single straight marks.
func single(text string) [][]int {
	if strings.IndexByte(text, '\'') < 0 {
		return nil
	}
	return singleQuotes.FindAllStringSubmatchIndex(text, -1)
}

// singleQuotes are words between single straight marks; an apostrophe stands in a word, and minutes behind a figure.
var singleQuotes = pattern.Of(`(?:^|[ (])('(\p{L}[^'"“”]{2,80}[\p{L}\d])')(?:[ ,.;:)]|$)`)
