package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/registry"
)

var afterPlan = &Rule{
	Kind: diag.Kind{ID: "citation/after-plan", Severity: diag.Warning,
		Message: diag.Words{VI: "{document} đề ngày {day}, sau {limit}", EN: "{document} is dated {day}, after {limit}"},
		Fix:     diag.Words{VI: "đối chiếu hai ngày, sửa ngày ghi nhầm; văn bản ra sau thì không viện dẫn", EN: "compare both dates and mend the wrong one; what was issued later is not cited"}},
	Title:  diag.Words{VI: "Văn bản viện dẫn có trước kế hoạch", EN: "What is cited came first"},
	Reason: diag.Words{VI: "Kế hoạch không thể căn cứ văn bản ban hành sau nó: một trong hai ngày đã ghi nhầm.", EN: "No plan can rest on what was issued after it: one of the dates is wrong."},
	Wrong:  `Thực hiện Kế hoạch số 49/KH-UBND ngày 08/3/2027 của UBND tỉnh về công tác dân vận chính quyền.`,
	Right:  `Thực hiện Kế hoạch số 49/KH-UBND ngày 08/01/2026 của UBND tỉnh về công tác dân vận chính quyền.`,
	whole: eachTold(func(l *Look, d *document) {
		first, ok := d.date()
		if !ok || d.symbol == "" && !d.law() || strings.HasPrefix(d.symbol, "/") || d.declared != nil && d.declared.ID.Text == l.Plan.IssuedUnder.Text {
			return
		}
		_, limit := l.reckoner.Period()
		words := diag.Words{VI: "thời kỳ của kế hoạch (đến " + short(limit) + ")", EN: "the plan's period (to " + short(limit) + ")"}
		if l.Plan.Date.Day > 0 {
			limit, words = l.day, diag.Words{VI: "ngày của kế hoạch (" + short(l.day) + ")", EN: "the plan's own date (" + short(l.day) + ")"}
		}
		if limit.Valid() && first.After(limit) {
			d.report(l, dated(d), "day", shownDay(d.day)).saying("limit", words)
		}
	}),
}

var wrongDate = &Rule{
	Kind: diag.Kind{ID: "citation/date", Severity: diag.Warning,
		Message: diag.Words{VI: "{document}: {why}", EN: "{document}: {why}"},
		Fix:     diag.Words{VI: "mở văn bản ra đối chiếu, sửa ngày hoặc số", EN: "look at the document and mend its date or its number"}},
	Title:  diag.Words{VI: "Ngày của văn bản viện dẫn có thật", EN: "The date of what is cited is possible"},
	Reason: diag.Words{VI: "Ngày không có trong lịch, hoặc khác năm ghi trong số của chính văn bản ấy, là ghi nhầm.", EN: "A day that is not in the calendar, or of another year than the document's own number tells, is a slip."},
	Wrong:  `Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2022 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở.`,
	Right:  `Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở.`,
	whole: eachTold(func(l *Look, d *document) {
		switch year := symbolParts(d).year; {
		case impossible(d).Given():
			day := d.part(impossible(d))
			d.report(l, impossible(d)).saying("why", diag.Words{VI: day + " không có trong lịch", EN: day + " is no day of the calendar"})
		case year != "" && d.day.Year > 0 && strconv.Itoa(d.day.Year) != year:
			d.report(l, dated(d)).saying("why", diag.Words{VI: "số văn bản là của năm " + year + ", ngày ghi năm " + strconv.Itoa(d.day.Year),
				EN: "the number is of " + year + ", the date of " + strconv.Itoa(d.day.Year)})
		case year != "" && !sat(symbolParts(d).assembly, year):
			d.report(l, number(d)).saying("why", diag.Words{VI: "Quốc hội khóa ấy không họp trong năm " + year, EN: "that National Assembly did not sit in " + year})
		}
	}),
}

// sat tells whether the National Assembly of a number sat in a year: the fifteenth from 2021 to 2026, each for five years, and the year
// of an election is of two.
func sat(assembly, year string) bool {
	number, err := strconv.Atoi(assembly)
	if err != nil || number < 12 || number > 20 {
		return true
	}
	in, _ := strconv.Atoi(year)
	first := 2021 + 5*(number-15)
	if number == 12 { // elected in 2007: the eleventh sat for four years
		first = 2007
	}
	return first <= in && in <= 2026+5*(number-15)
}

// dayBehind is a day in figures behind a number, which the grammar does not take for a date.
var dayBehind = pattern.Of(`^,? (ngày \d{1,2}/\d{1,2}/\d{4})`)

// impossible is where a document written in words has a date that no calendar has; nowhere when it has none such.
func impossible(d *document) phrase.Span {
	switch {
	case d.written == nil || !d.written.Number.Given():
	case d.day.Day > 0 && !(calendar.Day{Year: d.day.Year, Month: d.day.Month, Day: d.day.Day}).Valid():
		return d.written.Date
	case !d.written.Date.Given():
		if m := dayBehind.FindStringSubmatchIndex(d.behind(d.written.Number)); m != nil {
			return phrase.Span{From: d.written.Number.To + m[2], To: d.written.Number.To + m[3]}
		}
	}
	return phrase.Span{}
}

var notInForce = &Rule{
	Kind: diag.Kind{ID: "citation/not-in-force", Severity: diag.Warning,
		Message: diag.Words{VI: "{document} hết hiệu lực từ {since}{successor}, theo sổ văn bản ngày {checked}", EN: "{document} ended on {since}{successor}, by the registry of {checked}"},
		Fix:     diag.Words{VI: "thay bằng văn bản còn hiệu lực", EN: "cite what is in force"}},
	Title:  diag.Words{VI: "Văn bản viện dẫn còn hiệu lực", EN: "What is cited is in force"},
	Reason: diag.Words{VI: "Kế hoạch căn cứ văn bản đã hết hiệu lực khi ban hành thì căn cứ ấy không còn; sổ văn bản nói điều nó biết đến ngày ghi trong sổ.", EN: "A plan can't rest on what had ended when it was issued. The registry tells what it knew on its date."},
	Wrong:  `Thực hiện Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ về thực hiện dân chủ trong hoạt động của cơ quan.`,
	Right:  `Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở.`,
	whole: eachTold(func(l *Look, d *document) {
		entry, known := l.Registry.Cited(d.symbol, d.kind+" "+d.subject, d.day)
		if !known || l.here.On.IsZero() || d.sentence != nil && ending.MatchString(upTo(d.sentence.Text, d.offset)) {
			return
		}
		status := entry.On(l.here.On)
		if status.State != registry.Ended {
			return
		}
		successor := diag.Words{}
		if next, ok := l.Registry.Successor(entry, l.here.On); ok {
			successor = diag.Words{VI: ", thay bằng ", EN: ", replaced by "}.Then(diag.Bare(nameOf(next)))
		} else if status.By != "" {
			successor = diag.Words{VI: " theo ", EN: " by "}.Then(diag.Bare(status.By))
		}
		d.report(l, number(d), "since", short(calendar.DayOf(status.Since)), "checked", short(calendar.DayOf(l.Registry.Date))).saying("successor", successor)
	}),
}

// nameOf is a document's name with its number.
func nameOf(e registry.Entry) string {
	if name := e.Name(); strings.Contains(name, e.Number) {
		return name
	}
	return e.Name() + " số " + e.Number
}

// ending are words before a document that speak of its end.
var ending = pattern.Of(`(?i)(?:thay thế|bãi bỏ|hết hiệu lực|sửa đổi|thay cho|trước đây)[^.;]{0,60}$`)

// dated is where a document's date stands, when it is written out.
func dated(d *document) phrase.Span {
	if d.written == nil {
		return phrase.Span{}
	}
	return d.written.Date
}

// shownDay is a date as far as it is told.
func shownDay(d phrase.Day) string {
	switch {
	case d.Day > 0:
		return shortDay(d)
	case d.Month > 0:
		return "tháng " + strconv.Itoa(d.Month) + "/" + strconv.Itoa(d.Year)
	}
	return "năm " + strconv.Itoa(d.Year)
}
