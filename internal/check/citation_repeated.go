package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

var fullTwice = &Rule{
	Kind: diag.Kind{ID: "citation/full-twice", Severity: diag.Note, Clause: "NĐ 30 PL I, II.6b",
		Message: diag.Words{VI: "{document} đã viện dẫn đầy đủ ở chỗ in trước, dòng {line} của tệp", EN: "{document} is cited in full already where it is printed first, line {line} of the file"},
		Fix:     diag.Words{VI: "{drop}từ lần thứ hai chỉ ghi tên loại, số và ký hiệu", EN: "{drop}from the second time on, give type and number only"}},
	Title:  diag.Words{VI: "Viện dẫn đầy đủ một lần", EN: "In full once"},
	Reason: diag.Words{VI: "Phụ lục I, II.6b: các lần viện dẫn tiếp theo chỉ ghi tên loại, số và ký hiệu.", EN: "Annex I, II.6b: later citations give type and number only."},
	Wrong: "Thực hiện Kế hoạch số 70/KH-UBND ngày 04/6/2025 của UBND tỉnh về phát động phong trào thi đua.\n" +
		"Tổng kết Kế hoạch số 70/KH-UBND ngày 04/6/2025 của UBND tỉnh về phát động phong trào thi đua.",
	Right: "Thực hiện Kế hoạch số 70/KH-UBND ngày 04/6/2025 của UBND tỉnh về phát động phong trào thi đua.\n" +
		"Tổng kết Kế hoạch số 70/KH-UBND.",
	whole: func(l *Look) {
		first := map[string]*document{}
		for _, d := range l.documents {
			if d.sentence == nil || !d.full || d.subject == "" || !d.numbered() || d.page[0] == inAppendices {
				continue
			}
			before := first[d.symbol]
			switch {
			case before == nil:
				first[d.symbol] = d
			case before.day == d.day:
				drop := diag.Words{}
				if d.mention != nil && d.mention.Form == plan.MentionFull {
					drop = diag.Words{VI: "bỏ chữ full trong {{cite …}}: ", EN: "drop the word full in {{cite …}}: "}
				}
				d.report(l, phrase.Span{}, "line", strconv.Itoa(before.at.Line())).saying("drop", drop)
			}
		}
	},
}

var twoDates = &Rule{
	Kind: diag.Kind{ID: "citation/two-dates", Severity: diag.Warning,
		Message: diag.Words{VI: "{document} ghi ngày {day} ở đây, ngày {other} ở dòng {line}", EN: "{document} is dated {day} here, {other} on line {line}"},
		Fix:     diag.Words{VI: "đối chiếu văn bản, ghi một ngày", EN: "look at the document and give one date"}},
	Title:  diag.Words{VI: "Một văn bản, một ngày", EN: "One document, one date"},
	Reason: diag.Words{VI: "Cùng một văn bản mà ghi hai ngày thì chắc chắn có một ngày sai.", EN: "Of two dates of one document one is wrong."},
	Wrong: "Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở.\n" +
		"Phổ biến Nghị định số 59/2023/NĐ-CP ngày 15/8/2023.",
	Right: "Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở.\n" +
		"Phổ biến Nghị định số 59/2023/NĐ-CP.",
	whole: func(l *Look) {
		told, seen := map[string][]saying{}, map[saying]bool{}
		look := eachTold(func(l *Look, d *document) {
			if d.day.Day == 0 || !d.numbered() {
				return
			}
			one := saying{d.symbol, d.day, symbolParts(d).year, strings.ToLower(d.kind), plainIssuer(d.issuer), strings.ToLower(d.subject), 0}
			if seen[one] { // said alike before: what holds of it was reported, or does not hold
				return
			}
			for _, other := range told[d.symbol] {
				if other.day != d.day && one.sameDocument(other) {
					d.report(l, phrase.Span{}, "day", shortDay(d.day), "other", shortDay(other.day), "line", strconv.Itoa(other.line))
					return
				}
			}
			seen[one] = true
			one.line = d.at.Line()
			told[d.symbol] = append(told[d.symbol], one)
		})
		look(l)
	},
}

// A saying is what one place says of a document, in small letters, and the line that says it.
type saying struct {
	symbol                      string
	day                         phrase.Day
	year, kind, issuer, subject string
	line                        int
}

// sameDocument tells whether two citations of one number, with other dates, mean one document. A number without its year is given
// anew every year, and by every body.
func (a saying) sameDocument(b saying) bool {
	if a.year != "" {
		return true
	}
	if a.issuer != "" && b.issuer != "" && a.issuer != b.issuer || a.kind != b.kind {
		return false
	}
	return a.subject != "" && a.subject == b.subject || a.day.Year == b.day.Year && a.subject == "" != (b.subject == "")
}

var issuerWords = strings.NewReplacer("ủy ban nhân dân", "ubnd", "uỷ ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd")

// plainIssuer writes an issuer one way.
func plainIssuer(issuer string) string { return issuerWords.Replace(strings.ToLower(issuer)) }

func shortDay(d phrase.Day) string { return vi.ShortDate(d.Day, d.Month, d.Year) }
