package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

var wrongFamily = &Rule{
	Kind: diag.Kind{ID: "citation/family", Severity: diag.Warning,
		Message: diag.Words{VI: "{document}: số, ký hiệu văn bản của {whose} viết là {right}", EN: "{document}: a number of the {whose} is written {right}"},
		Fix:     diag.Words{VI: "ghi {right}", EN: "write {right}"}},
	Title:  diag.Words{VI: "Ký hiệu của Đảng và của Nhà nước", EN: "Numbers of the Party and of the State"},
	Reason: diag.Words{VI: "Văn bản của Đảng đặt dấu gạch nối trước, gạch chéo sau (57-NQ/TW); văn bản của Nhà nước thì ngược lại (76/NQ-CP; NĐ 30 PL I, II.3).", EN: "The Party's numbers have the hyphen first and the stroke behind (57-NQ/TW), the State's the other way round (76/NQ-CP)."},
	Wrong:  `Triển khai Nghị quyết số 57/NQ-TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ.`,
	Right:  `Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ.`,
	whole: eachTold(func(l *Look, d *document) {
		parts := symbolParts(d)
		n, _, _ := strings.Cut(d.symbol, "/")
		switch party := partyBodies[parts.issuer]; {
		case party && stateSymbol.MatchString(d.symbol) && parts.year == "":
			d.report(l, number(d), "right", n+"-"+parts.kind+"/"+parts.issuer).saying("whose", diag.Words{VI: "Đảng", EN: "Party"})
		case stateBodies[parts.issuer] && partySymbol.MatchString(d.symbol):
			n, _, _ = strings.Cut(d.symbol, "-")
			d.report(l, number(d), "right", n+"/"+parts.kind+"-"+parts.issuer).saying("whose", diag.Words{VI: "Nhà nước", EN: "State"})
		}
	}),
}

var (
	partyBodies = map[string]bool{"TW": true, "TU": true, "HU": true, "ĐU": true}
	stateBodies = map[string]bool{"UBND": true, "HĐND": true, "CP": true, "TTg": true}
)

var withoutYear = &Rule{
	Kind: diag.Kind{ID: "citation/no-year", Severity: diag.Warning,
		Message: diag.Words{VI: "{document} thiếu năm trong số", EN: "{document}: its number lacks the year"},
		Fix:     diag.Words{VI: "nghị định, thông tư có năm giữa số và ký hiệu: 30/2020/NĐ-CP", EN: "decrees and circulars have the year in their number: 30/2020/NĐ-CP"}},
	Title:  diag.Words{VI: "Năm trong số của nghị định, thông tư", EN: "The year in the numbers of decrees and circulars"},
	Reason: diag.Words{VI: "Số của văn bản quy phạm pháp luật gồm số thứ tự, năm ban hành và ký hiệu (Luật Ban hành văn bản quy phạm pháp luật).", EN: "The number of a legal document holds its year (law on legal documents)."},
	Wrong:  `Trình bày văn bản theo Nghị định số 30/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.`,
	Right:  `Trình bày văn bản theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.`,
	whole: eachTold(func(l *Look, d *document) {
		parts := symbolParts(d)
		kind := strings.ToLower(d.kind)
		if (kind == "nghị định" && parts.issuer == "CP" || kind == "thông tư" && parts.kind == "TT") && parts.year == "" && (d.day.Year == 0 || d.day.Year > 1996) {
			d.report(l, number(d))
		}
	}),
}

var withoutHyphen = &Rule{
	Kind: diag.Kind{ID: "citation/no-hyphen", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.3c",
		Message: diag.Words{VI: `số, ký hiệu "{written}" sai dấu nối`, EN: `the number "{written}" is wrongly joined`},
		Fix:     diag.Words{VI: "ghi {number}", EN: "write {number}"}},
	Title:  diag.Words{VI: "Dấu gạch chéo và gạch nối trong số, ký hiệu", EN: "Stroke and hyphen in a number"},
	Reason: diag.Words{VI: "Giữa số, năm và ký hiệu là dấu gạch chéo, giữa chữ viết tắt tên loại và chữ viết tắt cơ quan là dấu gạch nối, không cách chữ.", EN: "Strokes join number, year and symbol, a hyphen without blanks the abbreviations of type and agency."},
	Wrong:  `Thực hiện Kế hoạch số 45/KH UBND ngày 10/01/2026 của UBND tỉnh về cải cách hành chính.`,
	Right:  `Thực hiện Kế hoạch số 45/KH-UBND ngày 10/01/2026 của UBND tỉnh về cải cách hành chính.`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "/") && !strings.Contains(s.Text, "-") {
			return
		}
		for _, m := range looseAssembly.FindAllStringSubmatchIndex(s.Text, -1) {
			s.mend(m[2], m[5], s.Text[m[2]:m[3]]+s.Text[m[4]:m[5]], "written", s.Text[m[2]:m[5]], "number", s.Text[m[2]:m[3]]+s.Text[m[4]:m[5]])
		}
		for _, m := range loosely.FindAllStringSubmatchIndex(s.Text, -1) {
			group := func(n int) string {
				if m[2*n] < 0 {
					return ""
				}
				return s.Text[m[2*n]:m[2*n+1]]
			}
			number, first, year, second, kind, third, issuer := group(2), group(3), group(4), group(5), group(6), group(7), group(8)
			right := number + "/" + kind + "-" + issuer
			if year != "" {
				right = number + "/" + year + "/" + kind + "-" + issuer
			}
			whole := first == "/" && (year == "" || second == "/") && (third == "-" || third == " - ")
			party := year == "" && first == "-" // 57-NQ/CP: citation/family
			blanks := first == "/" && third == "- " || third == " -"
			if typeOf[kind] == "" || whole || party || blanks || number == "" || year != "" && first == "" {
				continue
			}
			s.mend(m[2], m[3], right, "written", s.Text[m[2]:m[3]], "number", right)
		}
	},
}

// looseAssembly is the number of a law in which a mark parts the assembly from its number: 33/2024/QH-15.
var looseAssembly = pattern.Of(`(\d{1,3}/\d{4}/(?:QH|UBTVQH)) ?[-–._/] ?(\d{1,2})(?:[ ,.;)]|$)`)

var withoutSymbol = &Rule{
	Kind: diag.Kind{ID: "citation/no-symbol", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6b",
		Message: diag.Words{VI: `số văn bản "{written}" thiếu ký hiệu`, EN: `the number "{written}" lacks its symbol`},
		Fix:     diag.Words{VI: "ghi đủ số và ký hiệu: 42/2013/QH13, 30/2020/NĐ-CP", EN: "give number and symbol: 42/2013/QH13, 30/2020/NĐ-CP"}},
	Title:  diag.Words{VI: "Số kèm ký hiệu", EN: "A number has its symbol"},
	Reason: diag.Words{VI: "Phụ lục I, II.6b: viện dẫn ghi số, ký hiệu của văn bản. Cùng một số và năm có cả luật, nghị định và thông tư.", EN: "Annex I, II.6b: a citation gives number and symbol. A law, a decree and a circular may share number and year."},
	Wrong:  `Thực hiện Luật Tiếp công dân số 42/2013 ngày 25/11/2013 của Quốc hội.`,
	Right:  `Thực hiện Luật Tiếp công dân số 42/2013/QH13 ngày 25/11/2013 của Quốc hội.`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, " số ") {
			return
		}
		for _, m := range symbolless.FindAllStringSubmatchIndex(s.Text, -1) {
			s.report(m[2], m[3], "written", s.Text[m[2]:m[3]])
		}
	},
}

// symbolless is a number with its year and nothing behind, of a document that has a symbol.
var symbolless = pattern.Of(`(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư|Nghị quyết|Quyết định)(?: [^.;:“”()\d]{1,70})? số (\d{1,4}/(?:19|20)\d{2})(?: ngày \d| của (?:Chính phủ|Quốc hội|Thủ tướng|Bộ|UBND|HĐND|Ủy ban)|,? ngày \d)`)

// loosely is a number of the State whose parts are joined by whatever stands there: 45/KH UBND, 12KH/UBND,
// 156/2018/NĐCP, 30/2020-NĐ-CP.
var loosely = pattern.Of(`số ?((\d{1,5})([/-]?)(?:(\d{4})([/-]?))?([A-ZĐ]\p{L}{1,2})( ?[-–_/. ] ?|)(UBND|HĐND|CP|TTg|B[A-ZĐ]{2,6}))(?:[ ,.;)]|$)`)
