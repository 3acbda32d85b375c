package rollover

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var digits = pattern.Of(`\b(?:19|20)\d\d\b`)

// A sentence is one paragraph under the eyes of the rules.
type sentence struct {
	*drafter
	line   plan.Line
	text   plan.Value // the scalar that it is a part of
	path   string
	in     any // whose text it is
	found  []phrase.Phrase
	open   []phrase.Span // see openClauses
	across []phrase.Span // see acrossYears
	terms  []phrase.Span // see termsBegun
}

// passage applies the rules of words to one text.
func (d *drafter) passage(p plan.Passage) {
	if isFigure(p) {
		d.figure(p.Value, p.Path)
		return
	}
	for _, line := range d.plan.Lines(p.Text) {
		found := phrase.Find(line.Text)
		s := sentence{d, line, p.Value, p.Path, p.In, found, openClauses(found), d.acrossYears(line.Text, found), d.termsBegun(found)}
		referred := s.refactorings(found)
		for _, f := range found {
			if !overlaps(f.Span, referred) {
				s.phrase(f, false)
			}
		}
		s.occasions()
		s.bodies(found, s.seats(found, s.units(found)))
	}
}

// phrase applies the rules to one phrase; quoted tells that it stands between quotes, as a name.
func (s sentence) phrase(f phrase.Phrase, quoted bool) {
	switch f.Kind {
	case phrase.Document:
		s.document(f)
	case phrase.Date:
		s.day(f, quoted)
	case phrase.Year:
		s.inARow(f, quoted)
	case phrase.Period:
		s.years(f)
	case phrase.LunarYear:
		s.lunar(f, quoted)
	case phrase.Anniversary:
		s.anniversary(f)
	case phrase.Quantity:
		if !s.stands(f, quoted) && !s.spellsOut(f) {
			s.entry(figure, Decide, s.spelledOut(f), "")
		}
	case phrase.Person:
		s.entry(person, Decide, f.Span, "")
	case phrase.Quote:
		s.theme(f)
		for _, inside := range f.Inside {
			s.phrase(inside, true)
		}
	}
}

// entry files an entry about a stretch of the sentence. What comes from a reference is settled where it is written, not here.
func (s sentence) entry(kind *diag.Kind, pile Pile, at phrase.Span, proposed string, args ...string) {
	place, written := s.line.Place(at.From, at.To)
	e := Entry{Kind: kind, Args: append(s.bothYears(), args...), Pile: pile, At: place,
		Old: at.In(s.line.Text), New: proposed, path: s.path}
	switch {
	case written:
		e.scalar = s.text
	case strings.Contains(place.File.Text[place.Start:place.End], "{{"):
		return
	case pile == Moved: // it runs over bold or italic: a person writes it
		e.Pile = Decide
	}
	s.add(e)
}

// shifted is a year as it is called in the new plan.
func (s sentence) shifted(y phrase.YearAt) string { return strconv.Itoa(y.Year + s.shift()) }

// inARow judges a year, or years in a row. Of several with the plan's own among them it can't be told which go on: hai năm 2023 và 2024.
func (s sentence) inARow(f phrase.Phrase, quoted bool) {
	last := len(f.Years) - 1
	if last > 0 && slices.ContainsFunc(f.Years, func(y phrase.YearAt) bool { return y.Year >= s.from && y.Year <= s.to }) {
		at := phrase.Span{From: f.Years[0].From, To: f.Years[last].To}
		s.entry(unsureYear, Decide, at, digits.ReplaceAllStringFunc(at.In(s.line.Text), func(year string) string {
			n, _ := strconv.Atoi(year)
			return strconv.Itoa(n + s.shift())
		}))
		return
	}
	for _, y := range f.Years {
		if last > 0 && y.Year < s.from && y.Year >= s.from-rowReach && theseYears.MatchString(s.line.Text[:f.Years[0].From]) && y.Sense != phrase.InDocument && y.Sense != phrase.Named {
			s.entry(unsureYear, Decide, y.Span, s.shifted(y))
			continue
		}
		s.year(y, quoted)
	}
}

// theseYears stands before years in a row that are told by name, which go on with the plan as it may be: hồ sơ tồn đọng các năm 2021, 2022. Those further back than
// rowReach are history.
var theseYears = pattern.Of(`(?i)(?:các|những) năm\s+$`)

const rowReach = 4

// year judges one year. Certain is only the plan's own year, where the sentence speaks of it as such.
func (s sentence) year(y phrase.YearAt, quoted bool) {
	own := y.Year == s.from
	switch {
	case s.drafted && y.Year == s.to:
	case y.Sense == phrase.InDocument || y.Sense == phrase.Named:
		s.entry(named, Untouched, y.Span, "")
	case own && (y.Sense == phrase.Past && !s.isAim(y) || y.Sense == phrase.Since && !s.isYearStart(y)):
		s.entry(unsureYear, Decide, y.Span, s.shifted(y))
	case overlaps(y.Span, s.across):
		s.entry(unsureYear, Decide, y.Span, s.shifted(y))
	case s.isBase(y) || s.isBorn(y):
		s.entry(baseYear, Decide, y.Span, s.shifted(y))
	case y.Year < s.from:
		s.past(y)
	case y.Year > s.to || y.Sense == phrase.Target && y.Year == s.to:
		s.entry(future, Untouched, y.Span, "")
	case own && quoted:
		s.entry(quotedYear, Decide, y.Span, s.shifted(y))
	case own && (overlaps(y.Span, s.open) || s.reports(y) || s.isAccountedFor(y) || s.isEvent(y) || s.isRoadmap(y)):
		s.entry(unsureYear, Decide, y.Span, s.shifted(y))
	case y.Sense == phrase.Target && !(own && s.isYearEnd(y)):
		s.entry(targetOver, Decide, y.Span, s.shifted(y))
	case own:
		s.entry(yearMoved, Moved, y.Span, s.ownYear())
	default:
		s.entry(unsureYear, Decide, y.Span, s.shifted(y))
	}
}

// past is a year that lies behind: last year's results look stale, history stays.
func (s sentence) past(y phrase.YearAt) {
	if y.Year == s.from-1 {
		s.entry(lastYear, Stale, y.Span, strconv.Itoa(y.Year+s.shift()))
		return
	}
	s.entry(history, Untouched, y.Span, "")
}

// day judges a date: one in the plan's year moves with it, unless it names its weekday or its place in the lunar year, or something
// happened on it or holds from it on.
func (s sentence) day(f phrase.Phrase, quoted bool) {
	for _, y := range f.Years {
		switch {
		case s.drafted && y.Year == s.to:
		case overlaps(y.Span, s.across):
			s.entry(unsureYear, Decide, y.Span, s.shifted(y))
		case y.Year > s.from && s.goesWithOwn(f):
			s.entry(unsureYear, Decide, y.Span, s.shifted(y))
		case y.Year > s.from && s.onLunarDay(f):
			s.entry(lunarDate, Decide, f.Span, s.lunarDay(f))
		case y.Year > s.from:
			s.entry(unsureYear, Decide, f.Span, strings.Replace(f.In(s.line.Text), y.String(), s.shifted(y), 1))
		case s.isBorn(y):
			s.entry(baseYear, Decide, y.Span, s.shifted(y))
		case y.Year < s.from:
			s.past(y)
		case s.isHistory(f):
			s.entry(history, Untouched, f.Span, "")
		case s.isHistoric(f):
			s.entry(factDay, Decide, f.Span, "")
		case s.onLunarDay(f):
			s.entry(lunarDate, Decide, f.Span, s.lunarDay(f))
		case s.reports(y) || s.reportsOn(f):
			s.entry(factDay, Decide, f.Span, "")
		case y.Sense == phrase.Past || y.Sense == phrase.Since && !s.isStart(f, y):
			s.entry(factDay, Decide, f.Span, "")
		case quoted:
			s.entry(quotedYear, Decide, y.Span, s.shifted(y))
		case s.onWeekday(f):
			s.weekday(f)
		case f.Date.Day == 29 && f.Date.Month == 2 && !leap(s.to):
			s.entry(leapDay, Decide, f.Span, "")
		case overlaps(y.Span, s.open):
			s.entry(unsureYear, Decide, y.Span, s.shifted(y))
		default:
			s.entry(yearMoved, Moved, y.Span, s.shifted(y))
		}
	}
}

// years judges a period (giai đoạn, nhiệm kỳ, năm học): it is over when it ends before the new year.
func (s sentence) years(f phrase.Phrase) {
	if len(f.Years) == 0 {
		return
	}
	first, last := f.Years[0].Year, f.Years[len(f.Years)-1].Year
	switch {
	case f.Period == phrase.School && first == s.from && s.plan.Period.SchoolYear.Given():
		for _, y := range f.Years {
			s.entry(yearMoved, Moved, y.Span, strconv.Itoa(y.Year+s.shift()))
		}
	case f.Period == phrase.School:
		s.entry(unsureYear, Decide, f.Span, "")
	case f.Period == phrase.Bare && threeYears.MatchString(f.In(s.line.Text)) && (first == s.from || first == s.from+1):
		at := phrase.Span{From: f.Years[0].From, To: f.Years[1].To}
		s.entry(unsureYear, Decide, at, s.shifted(f.Years[0])+s.line.Text[f.Years[0].To:f.Years[1].From]+s.shifted(f.Years[1]))
	case f.Period == phrase.Bare && last == s.from && strings.Contains(s.around(f.Span).In(s.line.Text), strconv.Itoa(last-first)+" năm"): // kỷ niệm 79 năm (1945 - 2024)
		s.entry(yearMoved, Moved, f.Years[1].Span, s.shifted(f.Years[1]))
	case f.Period == phrase.Bare && s.isBorn(f.Years[1]):
		at := phrase.Span{From: f.Years[0].From, To: f.Years[1].To}
		s.entry(baseYear, Decide, at, s.shifted(f.Years[0])+s.line.Text[f.Years[0].To:f.Years[1].From]+s.shifted(f.Years[1]))
	case last < s.from && !s.isNamedFor(f):
		s.entry(history, Untouched, f.Span, "")
	case last < s.to:
		s.entry(periodOver, Decide, f.Span, "", "last", strconv.Itoa(last))
	default:
		s.entry(periodGoesOn, Untouched, f.Span, "")
	}
}

// threeYears is the rolling plan (kế hoạch tài chính - ngân sách nhà nước 03 năm), which is made anew every year: Luật Ngân sách nhà nước
// 2015, Điều 43.
var threeYears = pattern.Of(`^0?3 năm `)

var reportWords = pattern.Of(`(?i)(?:^|\s)(?:kết quả|tổng kết|sơ kết|đánh giá|so với|thành tích|kết thúc|hết|sau|trước|trong|ở|từ|vào|qua)\s+$`)

// isNamedFor tells whether a period is that of the programme or task named right before it (Chương trình … giai đoạn 2016-2020), not the
// time in which something happened (trong giai đoạn 2016-2020).
func (s sentence) isNamedFor(f phrase.Phrase) bool {
	if f.Period == phrase.Bare {
		return false
	}
	before := s.line.Text[s.around(f.Span).From:f.From]
	return strings.TrimSpace(before) != "" && !reportWords.MatchString(before) && !doneWords.MatchString(before)
}

// anniversary proposes the count that so many years later will be right.
func (s sentence) anniversary(f phrase.Phrase) {
	proposed := ""
	if count := f.Quantity.Number.In(s.line.Text); count != "" {
		if n, err := strconv.Atoi(count); err == nil {
			proposed = strings.Replace(f.In(s.line.Text), count, strconv.Itoa(n+s.shift()), 1)
		}
	}
	s.entry(anniversary, Decide, f.Span, proposed)
}

var themeBefore = pattern.Of(`(?i)(?:chủ đề|khẩu hiệu (?:của )?năm|thi đua[^;.]* khẩu hiệu|phương châm (?:hành động|chỉ đạo|công tác|điều hành)(?: của)?(?: năm)?)(?:\s[^.;"“]*)?:?\s*$`)

// themeOfDay is said of what has another theme each year: Ngày Chuyển đổi số quốc gia, Tháng hành động vì trẻ em.
var themeOfDay = pattern.Of(`năm nay|^\s*[-+*]?\s*Chủ đề|(?:Ngày|Tuần lễ|Tuần|Tháng|Năm|[Hh]ưởng ứng (?:ngày|tuần|tháng))(?: \p{L}+){2}[^;.]*\schủ đề`)

// theme asks about the words between quotes that are the theme of the plan's year.
func (s sentence) theme(f phrase.Phrase) {
	around := s.around(f.Span)
	before := s.line.Text[around.From:f.From]
	if !themeBefore.MatchString(before) || !strings.Contains(around.In(s.line.Text), strconv.Itoa(s.from)) && !themeOfDay.MatchString(before) {
		return
	}
	_, opening := utf8.DecodeRuneInString(s.line.Text[f.From:])
	_, closing := utf8.DecodeLastRuneInString(s.line.Text[:f.To])
	if inside := (phrase.Span{From: f.From + opening, To: f.To - closing}); inside.Given() {
		s.entry(theme, Decide, inside, "")
	}
}

// lunar judges the name of a lunar year, with the year of the calendar beside it: the name of another year must be put, the plan's own
// year moves.
func (s sentence) lunar(f phrase.Phrase, quoted bool) {
	proposed := ""
	named := calledSo(f.Name.In(s.line.Text), s.from)
	if named > 0 {
		proposed = lunarName(named + s.shift())
	}
	switch {
	case len(f.Years) == 0:
		s.entry(lunarYear, Decide, f.Name, proposed)
	case f.Years[0].Sense == phrase.Named || f.Years[0].Year < s.from:
		s.past(f.Years[0])
	case f.Years[0].Year == s.from && named == s.from && !overlaps(f.Years[0].Span, s.open):
		s.entry(lunarYear, Decide, f.Name, proposed)
		s.entry(yearMoved, Moved, f.Years[0].Span, s.ownYear())
	default:
		at := phrase.Span{From: f.Name.From, To: f.Years[0].To}
		if proposed != "" {
			proposed += s.line.Text[f.Name.To:f.Years[0].From] + s.shifted(f.Years[0])
		}
		s.entry(lunarYear, Decide, at, proposed)
	}
}

// calledSo is the year, of those near another, that has a lunar name; 0 for none.
func calledSo(name string, near int) int {
	name = spelling.Replace(strings.ToLower(name))
	for year := near - 5; year <= near+5; year++ {
		if strings.ToLower(lunarName(year)) == name {
			return year
		}
	}
	return 0
}

// spelling makes one of the ways in which the names of lunar years are written.
var spelling = strings.NewReplacer("kỉ", "kỷ", "quí", "quý", "tí", "tý", "tị", "tỵ")

// lunarName is what a year is called by stem and branch (can chi): 2026 is Bính Ngọ.
func lunarName(year int) string {
	stems := [...]string{"Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ"}
	branches := [...]string{"Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi"}
	return stems[year%10] + " " + branches[year%12]
}
