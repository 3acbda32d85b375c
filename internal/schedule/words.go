package schedule

import (
	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/vi"
)

// date is a day as offices write it.
func date(d calendar.Day) string { return vi.ShortDate(d.Day, d.Month, d.Year) }

// weekday is what the weekday of a day is called, in English cut short for columns.
func weekday(d calendar.Day) diag.Words {
	name := calendar.WeekdayWords(d.Weekday())
	name.EN = name.EN[:3]
	return name
}

// note says what a person should know of an entry's day: that it was moved, is off, or is in doubt; empty on an ordinary day.
func note(e Entry, lang diag.Lang) string {
	d := e.Due
	switch {
	case d == nil:
		return ""
	case !d.Known:
		return inDoubt.In(lang, diag.Args{"day", date(d.Doubt), "why", calendar.Vietnam().On(d.Doubt).Why.In(lang, nil)})
	case d.Moved():
		return wasMoved.In(lang, diag.Args{"day", date(d.Permitted), "why", d.Off.Why.In(lang, nil)})
	case d.Off.Off:
		return isOff.In(lang, diag.Args{"why", d.Off.Why.In(lang, nil)})
	case !d.Off.Known:
		return d.Off.Why.In(lang, nil)
	}
	return ""
}

var (
	inDoubt  = diag.Words{VI: "không rõ ngày {day} có nghỉ không: {why}", EN: "whether {day} is off is not known: {why}"}
	wasMoved = diag.Words{VI: "chuyển từ ngày {day} ({why})", EN: "moved from {day} ({why})"}
	isOff    = diag.Words{VI: "ngày nghỉ: {why}", EN: "a day off: {why}"}
	noDay    = diag.Words{VI: "không có ngày", EN: "no day"}
	nothing  = diag.Words{VI: "không có thời hạn nào\n", EN: "nothing is due\n"}
)

// The headings of table and sheet.
var (
	headLast    = diag.Words{VI: "Hạn cuối", EN: "Last day"}
	headWeekday = diag.Words{VI: "Thứ", EN: "Weekday"}
	headWhat    = diag.Words{VI: "Việc", EN: "What"}
	headLeads   = diag.Words{VI: "Chủ trì", EN: "By whom"}
	headSupport = diag.Words{VI: "Phối hợp", EN: "With"}
	headWhen    = diag.Words{VI: "Ghi trong kế hoạch", EN: "In the plan"}
	headSource  = diag.Words{VI: "Kế hoạch", EN: "Plan"}
	headAgency  = diag.Words{VI: "Cơ quan", EN: "Agency"}
	headWhere   = diag.Words{VI: "Vị trí", EN: "Where"}
	headState   = diag.Words{VI: "Tình trạng", EN: "State"}
	headNote    = diag.Words{VI: "Lưu ý", EN: "Note"}

	stateOpen = diag.Words{VI: "chưa làm", EN: "open"}
	stateBusy = diag.Words{VI: "đang làm", EN: "in hand"}
	stateDone = diag.Words{VI: "xong", EN: "done"}
	sheetName = diag.Words{VI: "Thời hạn", EN: "Deadlines"}

	alarmWords = diag.Words{VI: "Sắp đến hạn: {what}", EN: "Due soon: {what}"}
)
