package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
)

var withoutSo = &Rule{
	Kind: diag.Kind{ID: "citation/no-so", Severity: diag.Warning, Clause: "NĐ 30 PL II, V.7",
		Message: diag.Words{VI: `"{kind} {number}" thiếu chữ "số"`, EN: `"{kind} {number}" lacks the word "số"`},
		Fix:     diag.Words{VI: "ghi {kind} số {number}", EN: "write {kind} số {number}"}},
	Title:  diag.Words{VI: `Chữ "số" trước số, ký hiệu`, EN: `The word "số" before a number`},
	Reason: diag.Words{VI: `Theo ví dụ, không phải lời điều khoản: Phụ lục I, mục II.6 đòi số, ký hiệu mà không nói chữ "số"; nơi nào nghị định viện dẫn cũng có chữ ấy: Nghị quyết số 351/2017/UBTVQH14 (Phụ lục II, mục V.7), Kèm theo Nghị định số 30/2020/NĐ-CP (đầu các phụ lục).`, EN: `By example, not by the words of a clause: Annex I, II.6 wants the number and does not speak of "số"; wherever the decree cites, the word is there: Nghị quyết số 351/2017/UBTVQH14 (Annex II, V.7), Kèm theo Nghị định số 30/2020/NĐ-CP (heads of the annexes).`},
	Wrong:  `Tuyên truyền Nghị định 145/2020/NĐ-CP ngày 14/12/2020 của Chính phủ quy định chi tiết một số điều của Bộ luật Lao động.`,
	Right:  `Tuyên truyền Nghị định số 145/2020/NĐ-CP ngày 14/12/2020 của Chính phủ quy định chi tiết một số điều của Bộ luật Lao động.`,
	whole: eachWritten(func(l *Look, d *document) {
		c := d.written
		if !c.Type.Given() || c.So.Given() || !d.numbered() {
			return
		}
		before := c.Type
		if d.law() && c.Subject.To < c.Number.From { // its name stands before the number
			before.To = max(before.To, c.Subject.To)
		}
		if c.Number.From == before.To+1 {
			kind, number := d.part(before), d.part(c.Number)
			d.mend(l, phrase.Span{From: before.From, To: c.Number.To}, kind+" số "+number, "kind", kind, "number", number)
		}
	}),
}

var brokenNumber = &Rule{
	Kind: diag.Kind{ID: "citation/broken-number", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.3c",
		Message: diag.Words{VI: `số, ký hiệu "{written}" có khoảng trắng bên trong`, EN: `the number "{written}" has a blank in it`},
		Fix:     diag.Words{VI: "ghi liền: {number}", EN: "write it in one: {number}"}},
	Title:  diag.Words{VI: "Số, ký hiệu viết liền", EN: "A number in one piece"},
	Reason: diag.Words{VI: "Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ viết tắt là dấu gạch nối, không cách chữ; có khoảng trắng thì không tìm được văn bản bằng số.", EN: "Stroke and hyphen join the parts without a blank; with one, no search by number finds the document."},
	Wrong:  `Triển khai Nghị định số 61/2023/NĐ- CP ngày 16/8/2023 của Chính phủ về xây dựng và thực hiện hương ước, quy ước.`,
	Right:  `Triển khai Nghị định số 61/2023/NĐ-CP ngày 16/8/2023 của Chính phủ về xây dựng và thực hiện hương ước, quy ước.`,
	whole: eachTold(func(l *Look, d *document) {
		number := d.symbol
		if d.written != nil {
			number = d.part(d.written.Number)
		}
		joined := strings.Join(strings.Fields(number), "")
		switch {
		case joined == number || !d.numbered():
		case d.written == nil:
			l.mendValue(d.declared.Number, joined, "written", number, "number", joined)
		default:
			d.mend(l, d.written.Number, joined, "written", number, "number", joined)
		}
	}),
}

// eachTold looks at every document that is told in the plan: where it is declared and where it is written out.
func eachTold(look func(*Look, *document)) func(*Look) {
	return func(l *Look) {
		for _, d := range l.documents {
			if d.sentence == nil || d.written != nil {
				look(l, d)
			}
		}
	}
}

// eachWritten looks at every document that is written out in words.
func eachWritten(look func(*Look, *document)) func(*Look) {
	return func(l *Look) {
		for _, d := range l.documents {
			if d.written != nil {
				look(l, d)
			}
		}
	}
}
