package rollover

import (
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

// Days of the civil calendar that stand for a day of the lunar one (âm lịch): in the new year they are others, and which is reckoned by
// package calendar.

// lunarWords name a day or feast of the lunar calendar.
var lunarWords = pattern.Of(`âm lịch|giao thừa|Giao thừa|tất niên|` +
	`[Tt]ết (?:Nguyên đán|Nguyên Đán|cổ truyền|Cổ truyền|Trung thu|Trung Thu|Đoan|Nguyên tiêu)|Trung thu|Nguyên tiêu|` +
	`Giỗ Tổ|Giỗ tổ|giỗ Tổ|Vu lan|Vu Lan|Phật đản|Phật Đản|[Rr]ằm |[Mm][ùồ]ng (?:\d|Một|một|Hai|hai|Ba|ba)|tháng (?:Giêng|giêng|Chạp|chạp)|` +
	`\b(?:29|30|28|27) Tết|[Tt]ết (?:` + lunarStems + `)`)

const lunarStems = "Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Kỉ|Canh|Tân|Nhâm|Quý|Quí"

// civilEvent is an event of the civil calendar right before its date.
var civilEvent = pattern.Of(`(?:Tháng (?:hành động|cao điểm|an toàn)|Tuần lễ|Ngày (?:hội|Pháp luật|Quốc tế|Thế giới))[^;.]*$`)

// onLunarDay tells whether a date is of the lunar calendar, or stands in a sentence with one of its days or feasts.
func (s sentence) onLunarDay(f phrase.Phrase) bool {
	if f.Date.Lunar || f.Date.Day == 0 {
		return f.Date.Lunar
	}
	around := s.around(f.Span)
	if other := civilEvent.FindStringIndex(s.line.Text[around.From:f.From]); other != nil { // dịp Tết và Tháng hành động (từ 15/4/2024)
		around.From += other[0]
	}
	words := around.In(s.line.Text)
	return lunarWords.MatchString(words) || namesTet(words) && isNear(calendar.Lunar{Month: 1, Day: 1}, dayIn(f.Date))
}

func dayIn(d *phrase.Day) calendar.Day { return calendar.Day{Year: d.Year, Month: d.Month, Day: d.Day} }

// civilTet are feasts that are called Tết and have their day in the civil calendar.
var civilTet = pattern.Of(`(?i)tết (?:dương lịch|độc lập|thiếu nhi|quân dân|dl)`)

// namesTet tells whether words name the lunar new year by nothing but Tết.
func namesTet(words string) bool {
	return strings.Contains(civilTet.ReplaceAllString(words, ""), "Tết")
}

// lunarDay is the date in the new year of the same lunar day, written as this one is: words and figures of the day and year change.
func (s sentence) lunarDay(f phrase.Phrase) string {
	if f.Date.Lunar {
		return ""
	}
	return sameLunarDay(f.In(s.line.Text), dayIn(f.Date), s.shift())
}

var civilForm = pattern.Of(`^((?:[Nn]gày\s+)?)(\d{1,2})([/.-])\d{1,2}[/.-]\d{4}$`)

// sameLunarDay is a date in figures, so many years on, on the day that the lunar calendar calls the same; "" where the words are of another
// form. The eve of the new year is its eve, whether its month has 29 days or 30.
func sameLunarDay(words string, day calendar.Day, years int) string {
	m := civilForm.FindStringSubmatch(words)
	if m == nil {
		return ""
	}
	lunar := calendar.LunarOf(day)
	lunar.Leap = false
	lunar.Year += years
	next, ok := lunar.Civil()
	if day.AddDays(1) == calendar.TetDay(lunar.Year-years+1) {
		next, ok = calendar.TetDay(lunar.Year+1).AddDays(-1), true
	}
	if !ok {
		return ""
	}
	return m[1] + strings.ReplaceAll(shown(next), "/", m[3])
}

// nearFeast is how near to a feast of the lunar calendar, in days, the deadline of an item that names one is taken to be bound to it.
const nearFeast = 45

// lunarItems are the deadlines of items that speak of the lunar calendar.
func (d *drafter) lunarItems() map[*plan.Deadline]string {
	named := map[*plan.Deadline]string{}
	look := func(i *plan.Item) {
		if i.Deadline != nil {
			if words := i.Heading.Value.Text + "\n" + i.Text.Value.Text; lunarWords.MatchString(words) || namesTet(words) {
				named[i.Deadline] = words
			}
		}
	}
	for _, role := range d.plan.Roles {
		plan.Walk(role.Duties, look)
	}
	for _, s := range d.plan.Sections {
		for _, list := range [][]*plan.Item{s.Purposes, s.Requirements, s.Items} {
			plan.Walk(list, look)
		}
	}
	return named
}

// feasts are the lunar days that lunarWords call by a name of their own.
var feasts = []struct {
	words *pattern.Pattern
	day   calendar.Lunar
}{
	{pattern.Of(`Tết|[Gg]iao thừa|tất niên`), calendar.Lunar{Month: 1, Day: 1}},
	{pattern.Of(`tháng [Gg]iêng|Nguyên tiêu`), calendar.Lunar{Month: 1, Day: 15}},
	{pattern.Of(`(?i)giỗ tổ`), calendar.Lunar{Month: 3, Day: 10}},
	{pattern.Of(`(?i)phật đản`), calendar.Lunar{Month: 4, Day: 15}},
	{pattern.Of(`Tết Đoan`), calendar.Lunar{Month: 5, Day: 5}},
	{pattern.Of(`(?i)vu lan|rằm tháng bảy`), calendar.Lunar{Month: 7, Day: 15}},
	{pattern.Of(`(?i)trung thu`), calendar.Lunar{Month: 8, Day: 15}},
	{pattern.Of(`tháng [Cc]hạp`), calendar.Lunar{Month: 12, Day: 23}},
}

// isNearFeast tells whether a day lies near a feast that words name; of words that name only a lunar date every day does.
func isNearFeast(words string, day calendar.Day) bool {
	named := false
	for _, f := range feasts {
		if f.words.MatchString(words) {
			named = true
			if isNear(f.day, day) {
				return true
			}
		}
	}
	return !named
}

// isNear tells whether a day lies near a day of the lunar year.
func isNear(lunar calendar.Lunar, day calendar.Day) bool {
	for lunar.Year = day.Year - 1; lunar.Year <= day.Year+1; lunar.Year++ {
		if feast, ok := lunar.Civil(); ok && feast.AddDays(-nearFeast).Before(day) && day.Before(feast.AddDays(nearFeast)) {
			return true
		}
	}
	return false
}

// withFeast asks about a day that is another one in the new year, by the words of the item whose deadline it is; false for every other day.
func (d *drafter) withFeast(v plan.Date) bool {
	day := calendar.Day{Year: v.Year, Month: v.Month, Day: v.Day}
	item := d.feasts[v.At]
	if item == "" || v.Day == 0 || !isNearFeast(item, day) {
		return false
	}
	d.add(Entry{Kind: lunarDate, Args: d.bothYears(), Pile: Decide, At: v.At, Old: v.Text, New: sameLunarDay(v.Text, day, d.shift()), scalar: v.Value})
	return true
}
