package check

import (
	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/due"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

var beforeIssue = &Rule{
	Kind: diag.Kind{ID: "sense/deadline-before-issue", Severity: diag.Warning,
		Message: diag.Words{VI: "hạn {day} đã qua khi kế hoạch ban hành ({issued})", EN: "the deadline {day} is over when the plan is issued ({issued})"},
		Fix:     diag.Words{VI: "ghi hạn sau ngày ban hành", EN: "give a day after the date of issue"}},
	Title:  diag.Words{VI: "Thời hạn sau ngày ban hành", EN: "Deadlines after the date of issue"},
	Reason: diag.Words{VI: "Không ai làm được việc có hạn trước ngày giao việc.", EN: "Nobody can do what was due before it was assigned."},
	Wrong:  dated2026("Lập danh sách, gửi Văn phòng HĐND và UBND trước ngày 06/01/2026."),
	Right:  dated2026("Lập danh sách, gửi Văn phòng HĐND và UBND trước ngày 30/01/2026."),
	whole: eachDeadline(func(l *Look, d deadline) {
		if l.Plan.Date.Day > 0 && d.Permitted.Before(l.day) {
			l.report(d.at, "day", short(d.Nominal), "issued", short(l.day))
		}
	}),
}

var outsidePeriod = &Rule{
	Kind: diag.Kind{ID: "sense/deadline-outside-period", Severity: diag.Warning,
		Message: diag.Words{VI: "hạn {day} nằm ngoài thời kỳ của kế hoạch ({from} – {to})", EN: "the deadline {day} lies outside the plan's period ({from} – {to})"},
		Fix:     diag.Words{VI: "kiểm tra năm của thời hạn", EN: "check the year of the deadline"}},
	Title:  diag.Words{VI: "Thời hạn trong thời kỳ của kế hoạch", EN: "Deadlines within the plan's period"},
	Reason: diag.Words{VI: "Thời hạn của năm khác thường còn sót từ kế hoạch trước; báo cáo năm có thể gửi đầu năm sau.", EN: "A deadline of another year is mostly left over; a year's report may be due early in the next."},
	Wrong:  `Lập danh sách hộ nghèo, hoàn thành trước ngày 30/10/2025.`,
	Right:  `Lập danh sách hộ nghèo, hoàn thành trước ngày 30/10/2026.`,
	whole: eachDeadline(func(l *Look, d deadline) {
		from, to := l.reckoner.Period()
		early := d.Permitted.Before(from) && (l.Plan.Date.Day == 0 || from.Before(l.day))
		late := d.Permitted.After(to) && !(d.report && d.Permitted.Before(to.AddDays(92)))
		if from.Valid() && to.Valid() && (early || late) && !(early && l.Plan.Date.Day > 0) {
			l.report(d.at, "day", short(d.Nominal), "from", short(from), "to", short(to))
		}
	}),
}

var dayOff = &Rule{
	Kind: diag.Kind{ID: "sense/deadline-day-off", Severity: diag.Warning,
		Message: diag.Words{VI: "hạn {day} là ngày nghỉ{why}", EN: "the deadline {day} is a day off{why}"},
		Fix:     diag.Words{VI: "ghi ngày làm việc, hoặc {otherwise}", EN: "write a working day, or {otherwise}"}},
	Title:  diag.Words{VI: "Thời hạn rơi vào ngày làm việc", EN: "Deadlines on working days"},
	Reason: diag.Words{VI: `Ngày nghỉ không ai nhận báo cáo; "trước ngày" một thứ Bảy là trước ngày không ai làm việc. Hạn khai bằng before thì xét ngày cuối cùng được làm, là ngày liền trước (trừ khi cơ quan hiểu khác); hạn viết bằng chữ thì xét chính ngày D, vì người đọc chỉ thấy ngày ấy. "Trước thứ Hai" thì ai cũng hiểu là trong tuần trước, nên không nhắc.`, EN: `Nobody takes a report on a day off; "trước ngày" a Saturday is before a day on which nobody works. Of a deadline declared by before the last day that is left is looked at, the day before unless the agency reads it otherwise; of one in words D itself, the only day that the reader sees. "Trước" a Monday is understood by everybody, and not mentioned.`},
	Wrong:  `Gửi báo cáo về Văn phòng HĐND và UBND chậm nhất ngày 15/11/2026.`,
	Right:  `Gửi báo cáo về Văn phòng HĐND và UBND chậm nhất ngày 16/11/2026.`,
	whole: eachDeadline(func(l *Look, d deadline) {
		off := calendar.Vietnam().On(d.Nominal)
		if !d.last || !off.Known || !off.Off || !d.written && (d.Moved() || !d.Off.Known || !d.Off.Off || d.Printed == (calendar.Day{})) {
			return
		}
		if !d.written {
			d.Nominal, off = d.Permitted, d.Off
		}
		otherwise := diag.Words{VI: "ghi days_off: {move: before} trong tệp cơ quan", EN: "set days_off: {move: before} in the agency file"}
		if d.written {
			otherwise = diag.Words{VI: "khai thành thời hạn của nội dung (deadline: {before: …}), chương trình tính ngày theo days_off",
				EN: "make it a deadline of the item (deadline: {before: …}), whose day the program reckons by days_off"}
		}
		f := l.report(d.at, "day", shown(d.Nominal))
		f.saying("otherwise", otherwise)
		weekday := calendar.WeekdayWords(d.Nominal.Weekday())
		f.saying("day", weekday.Then(diag.Bare(" "+short(d.Nominal))))
		why := diag.Words{}
		if off.Why != weekday {
			why = diag.Bare(": ").Then(off.Why)
		}
		f.saying("why", why)
	}),
}

var afterSuperior = &Rule{
	Kind: diag.Kind{ID: "sense/report-after-superior", Severity: diag.Warning,
		Message: diag.Words{VI: "{report}: ngày cuối cùng {day}, sau hạn của cấp trên ({superior})", EN: "{report}: due {day}, after the superior's own deadline ({superior})"},
		Fix:     diag.Words{VI: "đặt hạn trước ngày {superior}", EN: "make it due before {superior}"}},
	Title:  diag.Words{VI: "Báo cáo kịp hạn của cấp trên", EN: "Reports before the superior's deadline"},
	Reason: diag.Words{VI: "Báo cáo gửi sau hạn cấp trên giao là báo cáo trễ.", EN: "A report that is due after the superior's deadline is late by plan."},
	Wrong:  withReport("{by: 16/12/2026}"),
	Right:  withReport("{by: 10/12/2026}"),
	whole: func(l *Look) {
		for _, r := range l.Plan.Reports {
			if r.SuperiorDue.Day == 0 {
				continue
			}
			superior := calendar.Day{Year: r.SuperiorDue.Year, Month: r.SuperiorDue.Month, Day: r.SuperiorDue.Day}
			if d, ok := l.reckoner.On(r.Deadline); ok && d.Last.After(superior) {
				l.report(placeOf(r.Deadline), "report", r.Name.Value.Text, "day", shown(d.Last), "superior", short(superior))
			}
		}
	},
}

// A deadline is one that the plan tells, as data or in words.
type deadline struct {
	due.Due
	at      plan.Place
	report  bool // of a report, which may be due when its period is over
	last    bool // something must be done by then; false for a day on which it takes place
	written bool // in words, not as data
}

// eachDeadline looks at every deadline that names one day.
func eachDeadline(look func(*Look, deadline)) func(*Look) {
	return func(l *Look) {
		reports := map[*plan.Deadline]bool{} // of reports, and of items that speak of one
		for _, r := range l.Plan.Reports {
			reports[l.Plan.Deadline(r.Deadline)] = true
		}
		l.eachItem(func(i *plan.Item) {
			if i.Deadline != nil && reporting.MatchString(i.Text.Value.Text) {
				reports[l.Plan.Deadline(i.Deadline)] = true
			}
		})
		for _, d := range l.Plan.AllDeadlines() {
			if day, ok := l.reckoner.On(d); ok && !d.Use.Given() && d.LastDay == nil {
				at := placeOf(d)
				look(l, deadline{day, at, reports[d], d.By.Given() || d.Before.Given() || reports[d], false})
			}
		}
		for i := range l.Sentences {
			s := &l.Sentences[i]
			for _, p := range s.Phrases {
				if d, ok := s.deadline(p); ok {
					look(l, d)
				}
			}
		}
	}
}

var (
	byDay = pattern.Of(`(?i)(?:(trước)|chậm nhất|muộn nhất|trễ nhất|không quá|hạn chót|hạn cuối(?: cùng)?|thời hạn|hạn)(?: (?:nộp|gửi|hoàn thành|báo cáo|đăng ký|tiếp nhận|nhận)[^.;,\d]{0,60}?)?` +
		`(?:(?: là| vào| đến| trong)*(?: hết| cuối)?(?: \d{1,2} ?(?:giờ|h|g)(?: ?\d\d)?(?: phút)?,?)?(?: ngày)?)?[: ]*(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? ?(?:ngày)?)?$`)
	until     = pattern.Of(`(?i)(?:nhận|đăng ký|hoàn thành|xong|gửi|nộp|thực hiện|tổ chức|báo cáo|khai mạc|diễn ra)[^.;]{0,40}(?:đến|vào|trong)(?: hết)?(?: ngày)? ?$`)
	reporting = pattern.Of(`(?i)báo cáo|tổng kết|quyết toán|đánh giá|kê khai|giải ngân|thanh toán|xếp loại|kiểm điểm`)
	// handIn is what is due on the day itself; a meeting on a Sunday is none of it.
	handIn  = pattern.Of(`(?i)(?:gửi|nộp|trình|hoàn thành|xong|báo cáo)(?: [^.;,\d]{0,60}?)? (?:vào|đến|trong)(?: hết)?(?: ngày)? ?$|(?:nhận|đăng ký)(?: [^.;,\d]{0,40}?)? đến hết(?: ngày)? ?$`)
	meeting = pattern.Of(`(?i)(?:tại|hội nghị|lễ|họp|tổ chức|từ|kỳ|thi|giải|hội)(?: [^.;,]{0,60})?$`)
	// lastMonths are words before "trước" that make it the past: "năm trước đến ngày".
	// ofPeriod are words that end so before a deadline: "nộp báo cáo năm trước ngày 15/12".
	ofPeriod   = pattern.Of(`(?i)báo cáo (?:năm|tháng|quý|tuần) $`)
	lastMonths = pattern.Of(`(?i)(?:năm|tháng|quý|kỳ|ngày|tuần) $`)
)

// deadline is the deadline that a date in a sentence tells: "trước ngày 30/5/2026".
func (s *Sentence) deadline(p phrase.Phrase) (deadline, bool) {
	day, ok := s.dayOf(p)
	if !ok || day == twoTiers {
		return deadline{}, false
	}
	text := upTo(s.Text, p.From)
	m := byDay.FindStringSubmatch(text)
	if m != nil && m[1] != "" && lastMonths.MatchString(text[:len(text)-len(m[0])]) && !ofPeriod.MatchString(text[:len(text)-len(m[0])]) {
		m = nil
	}
	if m == nil && !until.MatchString(text) || m == nil && s.past(p.Span) {
		return deadline{}, false
	}
	d := deadline{report: reporting.MatchString(text), last: m != nil && !(m[1] != "" && p.Date.Year == 0 && holiday(day)) || m == nil && handIn.MatchString(text) && !meeting.MatchString(text), written: true}
	d.at, _ = s.Place(p.From, p.To)
	d.Nominal, d.Permitted, d.Printed = day, day, day
	if m != nil && m[1] != "" && !due.RuleOf(s.Plan).Inclusive {
		d.Permitted = day.AddDays(-1)
	}
	d.Last, d.Off = d.Permitted, calendar.Vietnam().On(d.Permitted)
	return d, true
}

// holiday tells whether a day is one that has a name: "trước ngày 02/9" is before that feast.
func holiday(day calendar.Day) bool {
	off := calendar.Vietnam().On(day)
	return off.Off && off.Why != calendar.WeekdayWords(day.Weekday())
}

// placeOf is where a deadline's own day is written; of another the deadline.
func placeOf(d *plan.Deadline) plan.Place {
	for _, date := range []plan.Date{d.Date, d.Before, d.By, d.To} {
		if date.Given() {
			return date.At
		}
	}
	return d.At
}

// shown is a day with its weekday, short one without.
func shown(d calendar.Day) string { return calendar.WeekdayWords(d.Weekday()).VI + " " + short(d) }

func short(d calendar.Day) string { return vi.ShortDate(d.Day, d.Month, d.Year) }

// dated2026 is what an example lays over the smallest plan: a date of issue, and a text.
func dated2026(text string) string {
	return "date: 12/01/2026\nsections:\n  - heading: NỘI DUNG THỰC HIỆN\n    text: " + text + "\n  - duties_of: [van-phong]\n"
}

// withReport is what an example lays over the smallest plan: a report that the superior wants by 15/12/2026.
func withReport(deadline string) string {
	return "reports:\n  - {id: bc-nam, name: Báo cáo năm, to: UBND tỉnh, role: van-phong, deadline: " + deadline + ", superior_due: 15/12/2026}\n"
}
