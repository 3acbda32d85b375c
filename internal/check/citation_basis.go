package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
)

var basisMark = &Rule{
	Kind: diag.Kind{ID: "citation/basis-mark", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6a",
		Message: diag.Words{VI: `căn cứ này kết thúc bằng "{mark}", phải là "{right}"`, EN: `this basis ends with "{mark}"; it must be "{right}"`},
		Fix:     diag.Words{VI: "bỏ dấu cuối: dấu đúng được thêm khi in", EN: "drop the mark: the right one is added when printed"}},
	Title:  diag.Words{VI: "Dấu cuối mỗi căn cứ", EN: "The mark behind each basis"},
	Reason: diag.Words{VI: "Phụ lục I, II.6a: sau mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng kết thúc bằng dấu chấm.", EN: "Annex I, II.6a: each basis ends with a semicolon, the last with a full stop."},
	Wrong:  withBases("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025.", "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022"),
	Right:  withBases("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025", "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022"),
	whole: func(l *Look) {
		var bases []*Sentence
		for i := range l.Sentences {
			if s := &l.Sentences[i]; s.Passage.Key == "bases" {
				bases = append(bases, s)
			}
		}
		for i, s := range bases {
			right := ";"
			if i == len(bases)-1 {
				right = "."
			}
			text := strings.TrimRight(s.Text, " ")
			if text == "" {
				continue
			}
			if mark := text[len(text)-1:]; strings.Contains(".;,", mark) && mark != right {
				s.mend(len(text)-1, len(text), "", "mark", mark, "right", right)
			}
		}
	},
}

var basisLaw = &Rule{
	Kind: diag.Kind{ID: "citation/law-number", Severity: diag.Note, Clause: "NĐ 30 PL I, II.6a",
		Message: diag.Words{VI: "{document}: trong căn cứ, luật không ghi số, ký hiệu, cơ quan ban hành", EN: "{document}: a basis names a law without number and issuer"},
		Fix:     diag.Words{VI: "ghi tên luật và ngày ban hành", EN: "give the law's name and date"}},
	Title:  diag.Words{VI: "Luật, pháp lệnh trong căn cứ", EN: "Laws among the bases"},
	Reason: diag.Words{VI: "Phụ lục I, II.6a: riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban hành.", EN: "Annex I, II.6a: laws and ordinances are named without number and issuer."},
	Wrong:  withBases("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"),
	Right:  withBases("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025"),
	whole: eachWritten(func(l *Look, d *document) {
		basis := d.sentence.Passage.Key == "bases" || d.sentence.Passage.Key == "opening" && strings.HasPrefix(d.sentence.Text, "Căn cứ")
		if basis && d.mention == nil && d.law() && (d.symbol != "" || d.issuer != "") {
			d.report(l, phrase.Span{})
		}
	}),
}

// withBases is what an example lays over the smallest plan: these bases.
func withBases(bases ...string) string { return "bases:\n  - " + strings.Join(bases, "\n  - ") + "\n" }
