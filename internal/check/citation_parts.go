package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
)

var withoutIssuer = &Rule{
	Kind: diag.Kind{ID: "citation/no-issuer", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6b",
		Message: diag.Words{VI: "{document} thiếu cơ quan ban hành", EN: "{document}: the issuer is missing"},
		Fix:     diag.Words{VI: "thêm “của” và tên cơ quan sau ngày ban hành; lần viện dẫn đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành, trích yếu", EN: "put “của” and the issuer behind the date; the first citation gives type, number, date, issuer and subject"}},
	Title:  diag.Words{VI: "Viện dẫn lần đầu có cơ quan ban hành", EN: "The first citation names the issuer"},
	Reason: diag.Words{VI: "Phụ lục I, II.6b: viện dẫn lần đầu ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu.", EN: "Annex I, II.6b: the first citation gives type, number, date, issuer and subject."},
	Wrong:  `Tiếp tục thực hiện Quyết định số 243/QĐ-UBND ngày 09/11/2021 về ban hành Kế hoạch cải cách hành chính.`,
	Right:  `Tiếp tục thực hiện Quyết định số 243/QĐ-UBND ngày 09/11/2021 của UBND tỉnh về ban hành Kế hoạch cải cách hành chính.`,
	whole: firstInFull(func(l *Look, d *document) {
		switch {
		case d.law():
			return
		case d.mention == nil || d.written != nil:
			if !d.written.Date.Given() || d.written.Issuer.Given() || d.mention == nil && d.sentence.issuerFollows(d.offset) || strings.HasPrefix(d.behind(d.written.Date, d.written.Number), " của") {
				return
			}
		case !d.full || d.issuer != "":
			return
		}
		d.report(l, phrase.Span{})
	}),
}

var withoutDate = &Rule{
	Kind: diag.Kind{ID: "citation/no-date", Severity: diag.Warning, Clause: "NĐ 30 PL I, II.6b",
		Message: diag.Words{VI: "{document} thiếu ngày ban hành", EN: "{document}: the date is missing"},
		Fix:     diag.Words{VI: "thêm ngày ban hành sau số, ký hiệu; lần viện dẫn đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành, trích yếu", EN: "put the date behind the number; the first citation gives type, number, date, issuer and subject"}},
	Title:  diag.Words{VI: "Viện dẫn lần đầu có ngày ban hành", EN: "The first citation gives the date"},
	Reason: diag.Words{VI: "Phụ lục I, II.6b. Số văn bản đánh lại từ đầu mỗi năm: không có ngày thì không biết là văn bản nào.", EN: "Annex I, II.6b. Numbers begin anew every year: without its date a document can't be told."},
	Wrong:  `Thực hiện Kế hoạch số 49/KH-UBND của UBND tỉnh về công tác dân vận chính quyền.`,
	Right:  `Thực hiện Kế hoạch số 49/KH-UBND ngày 08/01/2026 của UBND tỉnh về công tác dân vận chính quyền.`,
	whole: firstInFull(func(l *Look, d *document) {
		switch {
		case d.mention == nil || d.written != nil:
			told := d.written.Issuer.Given() || d.law() && strings.HasPrefix(d.sentence.Text, "Căn cứ")
			if d.written.Date.Given() || !told || strings.HasPrefix(d.behind(d.written.Issuer, d.written.Number), " ngày") {
				return
			}
		case !d.full || d.day.Year != 0:
			return
		}
		d.report(l, phrase.Span{})
	}),
}

// issuerFollows tells whether a document in a row of several is one of those whose issuer stands behind the last: "Quyết định số 263/QĐ-TTg
// ngày 22/02/2022, Quyết định số 320/QĐ-TTg ngày 08/3/2022 của Thủ tướng Chính phủ".
func (s *Sentence) issuerFollows(offset int) bool {
	for i, p := range s.Phrases {
		if p.Kind != phrase.Document || p.From < offset || i+1 == len(s.Phrases) {
			continue
		}
		next := s.Phrases[i+1]
		if length := joint(s.Text[p.To:]); length == 0 || next.Kind != phrase.Document || next.From != p.To+length {
			return false
		}
		if next.Document.Issuer.Given() {
			return true
		}
	}
	return false
}

// firstInFull looks at the first place of the page where a document with a type and a number stands. A law is one too when its number is
// given, which the decree does not ask for: then its date belongs there.
func firstInFull(look func(*Look, *document)) func(*Look) {
	return func(l *Look) {
		seen := map[string]bool{}
		for _, d := range l.documents {
			if d.sentence == nil || !d.numbered() || d.kind == "" || seen[d.symbol] || d.page[0] == inAppendices {
				continue
			}
			seen[d.symbol] = true
			look(l, d)
		}
	}
}
