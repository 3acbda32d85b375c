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
			if typeOf[kind] == "" || whole || party || blanks || number == "" || year == "" && first == "" {
				continue
			}
			s.mend(m[2], m[3], right, "written", s.Text[m[2]:m[3]], "number", right)
		}
	},
}

// loosely is a number of the State whose parts are joined by whatever stands there: 45/KH UBND, 156/2018/NĐCP, 30/2020-NĐ-CP.
var loosely = pattern.Of(`số ?((\d{1,5})([/-])(?:(\d{4})([/-]?))?([A-ZĐ]\p{L}{1,2})( ?[-–_/. ] ?|)(UBND|HĐND|CP|TTg|B[A-ZĐ]{2,6}))(?:[ ,.;)]|$)`)
