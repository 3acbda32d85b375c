package calendar

import (
	"strconv"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/vi"
)

// A sentence has one place for words of both languages.
type sentence diag.Words

func (s sentence) of(name string, w diag.Words) diag.Words {
	return diag.Words{VI: diag.Words(s).In(diag.Vietnamese, diag.Args{name, w.VI}), EN: diag.Words(s).In(diag.English, diag.Args{name, w.EN})}
}

func date(d Day) diag.Words {
	return diag.Bare(vi.ShortDate(d.Day, d.Month, d.Year))
}

func year(n int) diag.Words { return diag.Bare(strconv.Itoa(n)) }

// WeekdayWords is what a day of the week is called.
func WeekdayWords(d time.Weekday) diag.Words { return diag.Words{VI: weekdays[d], EN: d.String()} }

var weekdays = [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

var (
	tetWords         = diag.Words{VI: "Tết Âm lịch", EN: "Lunar New Year"}
	nationalDayWords = diag.Words{VI: "Quốc khánh", EN: "National Day"}
	inLieuWords      = sentence{VI: "nghỉ bù {name}", EN: "in lieu of {name}"}
	swappedWords     = sentence{VI: "nghỉ hoán đổi, làm bù ngày {day}", EN: "swapped for work on {day}"}
	workedWords      = sentence{VI: "làm bù cho ngày {day}", EN: "worked instead of {day}"}

	openTet         = sentence{VI: "chưa rõ ngày nghỉ Tết Âm lịch năm {year}", EN: "the days off of Lunar New Year {year} are not known"}
	openNationalDay = sentence{VI: "chưa rõ Quốc khánh năm {year} nghỉ thêm ngày 01/9 hay 03/9", EN: "whether 01/9 or 03/9 is off in {year} is not known"}
	openInLieu      = sentence{VI: "chưa rõ ngày nghỉ bù năm {year}", EN: "the days in lieu of {year} are not known"}
	openBridge      = sentence{VI: "chưa rõ ngày này năm {year} có được hoán đổi để nghỉ không", EN: "whether this day is swapped in {year} is not known"}
	openHoliday     = sentence{VI: "chưa đối chiếu được căn cứ nghỉ {name}", EN: "no law that makes {name} a day off could be confirmed"}
)
