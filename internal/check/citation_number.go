package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
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
		Message: diag.Words{VI: `số, ký hiệu "{written}" thiếu hoặc sai dấu gạch chéo, gạch nối`, EN: `the number "{written}" lacks its stroke or hyphen, or has another in its place`},
		Fix:     diag.Words{VI: "ghi {number}", EN: "write {number}"}},
	Title:  diag.Words{VI: "Dấu gạch chéo, gạch nối trong số, ký hiệu", EN: "The stroke and the hyphen in a number"},
	Reason: diag.Words{VI: "Giữa số và ký hiệu có dấu gạch chéo; giữa chữ viết tắt tên loại và chữ viết tắt cơ quan có dấu gạch nối, không cách chữ.", EN: "A stroke parts the number from the abbreviations, a hyphen without blanks joins those of type and agency."},
	Wrong:  `Thực hiện Kế hoạch số 45/KH UBND ngày 10/01/2026 của UBND tỉnh về cải cách hành chính.`,
	Right:  `Thực hiện Kế hoạch số 45/KH-UBND ngày 10/01/2026 của UBND tỉnh về cải cách hành chính.`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "số ") {
			return
		}
		for _, m := range misjoined.FindAllStringSubmatchIndex(s.Text, -1) {
			first, second := s.Text[m[6]:m[7]], s.Text[m[10]:m[11]]
			if kind := s.Text[m[8]:m[9]]; typeOf[kind] != "" && (first == "" || first == second || second == "_" || second == "") {
				right := s.Text[m[4]:m[5]] + "/" + kind + "-" + s.Text[m[12]:m[13]]
				s.mend(m[2], m[3], right, "written", s.Text[m[2]:m[3]], "number", right)
			}
		}
		for _, m := range hyphenless.FindAllStringSubmatchIndex(s.Text, -1) {
			at := phrase.Span{From: m[2], To: m[3]}
			if right := s.Text[m[2]:m[5]] + "-" + s.Text[m[6]:m[7]]; typeOf[s.Text[m[4]:m[5]]] != "" {
				s.mend(at.From, at.To, right, "written", at.In(s.Text), "number", right)
			}
		}
	},
}

// misjoined is a number of the State whose marks are missing or the same: 12KH/UBND, 12/KH/UBND, 12-KH-UBND.
var misjoined = pattern.Of(`số ((\d+(?:/\d{4})?)([/-]?)(NĐ|QĐ|KH|CT|NQ|TB|BC|CV|KL|HD|TTr)([/_-]?)(UBND|HĐND|CP|TTg))(?:[ ,.;)]|$)`)

var hyphenless = pattern.Of(`số (\d+/(?:\d{4}/)?([A-ZĐ][\p{L}]{1,2}) (UBND|HĐND|CP|TTg))(?:[ ,.;)]|$)`)
