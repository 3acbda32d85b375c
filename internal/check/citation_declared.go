package check

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var unused = &Rule{
	Kind: diag.Kind{ID: "citation/unused", Severity: diag.Note,
		Message: diag.Words{VI: "{document} khai báo mà không viện dẫn ở đâu", EN: "{document} is declared and cited nowhere"},
		Fix:     diag.Words{VI: "viết {{cite {id}}} ở chỗ cần, hoặc bỏ khai báo", EN: "write {{cite {id}}} where it belongs, or drop it"}},
	Title:  diag.Words{VI: "Văn bản khai báo được viện dẫn", EN: "What is declared is cited"},
	Reason: diag.Words{VI: "Văn bản nằm trong danh mục mà không có trong lời văn: hoặc quên viện dẫn, hoặc là văn bản cũ còn sót.", EN: "A document that is listed and not cited was forgotten, or is left over from last year."},
	Wrong:  withCitation("Thực hiện công tác dân vận chính quyền năm 2026."),
	Right:  withCitation("Thực hiện {{cite kh-49}} trong năm 2026."),
	whole: func(l *Look) {
		cited := map[*plan.Citation]bool{l.Plan.Citation(l.Plan.IssuedUnder): true}
		for _, s := range l.Sentences {
			for _, in := range s.inlines {
				if in.Mention != nil {
					cited[in.Mention.Citation] = true
				}
			}
		}
		for _, d := range l.documents {
			if c := l.declarationOf(d); c != nil { // written by hand, which another rule reports
				cited[c.declared] = true
			}
		}
		for _, d := range l.documents {
			if d.sentence == nil && !cited[d.declared] {
				d.report(l, phrase.Span{}, "id", d.declared.ID.Text)
			}
		}
	},
}

var writtenOut = &Rule{
	Kind: diag.Kind{ID: "citation/written-out", Severity: diag.Note,
		Message: diag.Words{VI: "{document} đã khai báo nhưng ở đây viết tay", EN: "{document} is declared, but written by hand here"},
		Fix:     diag.Words{VI: "viết {{cite {id}}}", EN: "write {{cite {id}}}"}},
	Title:  diag.Words{VI: "Văn bản đã khai báo không viết tay", EN: "What is declared is not written by hand"},
	Reason: diag.Words{VI: "Viết tay thì sau này sửa một nơi, nơi kia còn sai; viết {{cite}} thì số, ngày, trích yếu chỉ có một chỗ.", EN: "Written by hand, one place is mended and the other forgotten; with {{cite}} number, date and subject stand in one place."},
	Wrong:  withCitation("Thực hiện Kế hoạch số 49/KH-UBND ngày 08/01/2026 của UBND tỉnh về công tác dân vận."),
	Right:  withCitation("Thực hiện {{cite kh-49}} trong năm 2026."),
	whole: func(l *Look) {
		for _, d := range l.documents {
			if c := l.declarationOf(d); c != nil {
				d.report(l, phrase.Span{}, "id", c.declared.ID.Text)
			}
		}
	},
}

var undeclared = &Rule{
	Kind: diag.Kind{ID: "citation/undeclared", Severity: diag.Note,
		Message: diag.Words{VI: "{document} chưa khai báo trong citations{others}", EN: "{document} is not declared under citations{others}"},
		Fix:     diag.Words{VI: "khai báo rồi viết {{cite …}}: lần đầu in đầy đủ, lần sau in gọn", EN: "declare it and write {{cite …}}: in full the first time, short later"}},
	Title:  diag.Words{VI: "Mọi văn bản viện dẫn đều khai báo", EN: "All that is cited is declared"},
	Reason: diag.Words{VI: "Kế hoạch đã có danh mục văn bản; văn bản viết tay đứng ngoài danh mục thì không được kiểm tra hiệu lực và không chuyển sang năm sau.", EN: "The plan has a list of documents; what stands outside of it is neither checked for validity nor moved to the next year."},
	Wrong:  withCitation("Thực hiện {{cite kh-49}} và Quyết định số 12/QĐ-UBND ngày 06/01/2026 của UBND tỉnh về cải cách hành chính."),
	Right:  withCitation("Thực hiện {{cite kh-49}} trong năm 2026."),
	whole: func(l *Look) {
		if len(l.Plan.Citations) == 0 {
			return
		}
		var all []*document
		for _, d := range l.documents {
			if d.sentence != nil && d.mention == nil && d.numbered() && d.kind != "" && d.full && l.declarationOf(d) == nil {
				all = append(all, d)
			}
		}
		if len(all) == 0 {
			return
		}
		others := diag.Words{}
		if n := strconv.Itoa(len(all) - 1); n != "0" {
			others = diag.Words{VI: "; còn " + n + " văn bản khác", EN: "; nor are " + n + " others"}
		}
		all[0].report(l, phrase.Span{}).saying("others", others)
	},
}

// withCitation is what an example lays over the smallest plan: a declared document, and a text.
func withCitation(text string) string {
	return `citations:
  - {id: kh-49, type: Kế hoạch, number: 49/KH-UBND, date: 08/01/2026, issuer: UBND tỉnh, connector: về, subject: công tác dân vận}
sections:
  - heading: NỘI DUNG THỰC HIỆN
    text: ` + text + `
  - duties_of: [van-phong]
`
}

// declarationOf is the declaration of a document that a text writes out.
func (l *Look) declarationOf(d *document) *document {
	if d.sentence == nil || d.mention != nil || !d.numbered() {
		return nil
	}
	for _, c := range l.declarations[d.symbol] {
		if d.day.Year == 0 || d.day == c.day {
			return c
		}
	}
	return nil
}
