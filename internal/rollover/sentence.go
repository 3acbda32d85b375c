package rollover

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var digits = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// A sentence is one paragraph under the eyes of the rules.
type sentence struct {
	*drafter
	line plan.Line
	text plan.Value // the scalar that it is a part of
	path string
}

// passage applies the rules of words to one text.
func (d *drafter) passage(p plan.Passage) {
	if isFigureCell(p) {
		d.figure(p.Value)
		return
	}
	for _, line := range d.plan.Lines(p.Text) {
		s := sentence{d, line, p.Value, p.Path}
		found := phrase.Find(line.Text)
		referred := s.refactorings(found)
		for _, f := range found {
			if !overlaps(f.Span, referred) {
				s.phrase(f, false)
			}
		}
		s.bodies(found, s.units(found))
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
		for _, y := range f.Years {
			s.year(f, y, quoted)
		}
	case phrase.Period:
		s.years(f)
	case phrase.LunarYear:
		s.entry(lunarYear, Decide, f.Span, lunarName(s.to))
	case phrase.Anniversary:
		s.anniversary(f)
	case phrase.Quantity:
		s.entry(figure, Decide, f.Span, "")
	case phrase.Person:
		s.entry(person, Decide, f.Span, "")
	case phrase.Quote:
		for _, inside := range f.Inside {
			s.phrase(inside, true)
		}
	}
}

// entry files an entry about a stretch of the sentence. What comes from a reference is settled where it is written, not here.
func (s sentence) entry(kind *diag.Kind, pile Pile, at phrase.Span, proposed string, args ...string) {
	place, written := s.line.Place(at.From, at.To)
	e := Entry{Kind: kind, Args: append(diag.Args{"from", strconv.Itoa(s.from), "year", strconv.Itoa(s.to)}, args...), Pile: pile, At: place,
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

// year judges one year. Certain is only the plan's own year, where the sentence speaks of it as such.
func (s sentence) year(f phrase.Phrase, y phrase.YearAt, quoted bool) {
	moved := strconv.Itoa(y.Year + s.shift())
	clue := strings.ToLower(y.Clue.In(s.line.Text))
	own := y.Year == s.from
	switch {
	case s.drafted && y.Year == s.to:
	case y.Sense == phrase.InDocument || y.Sense == phrase.Named:
		s.entry(named, Untouched, y.Span, "")
	case y.Sense == phrase.Past || y.Sense == phrase.Since && !own:
		s.past(y)
	case y.Year > s.to || y.Sense == phrase.Target && y.Year == s.to:
		s.entry(future, Untouched, y.Span, "")
	case y.Sense == phrase.Lunar:
		s.entry(lunarYear, Decide, y.Span, moved)
	case own && quoted:
		s.entry(quotedYear, Decide, y.Span, moved)
	case own && y.Sense == phrase.Target && !strings.Contains(clue, "hết") && !strings.Contains(clue, "cuối"):
		s.entry(targetOver, Decide, y.Span, moved)
	case own && y.Sense == phrase.Since:
		s.entry(unsureYear, Decide, y.Span, moved)
	case own:
		s.entry(yearMoved, Moved, y.Span, s.ownYear())
	case y.Sense == phrase.Target:
		s.entry(targetOver, Decide, y.Span, moved)
	case y.Year > s.from:
		s.entry(unsureYear, Decide, y.Span, moved)
	default:
		s.past(y)
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

// day judges a date: one in the plan's year moves with it, unless it names its weekday or its place in the lunar year.
func (s sentence) day(f phrase.Phrase, quoted bool) {
	for _, y := range f.Years {
		moved := strconv.Itoa(y.Year + s.shift())
		switch {
		case s.drafted && y.Year == s.to:
		case y.Year > s.from:
			s.entry(unsureYear, Decide, f.Span, "")
		case y.Year < s.from || y.Sense == phrase.Past:
			s.past(y)
		case quoted:
			s.entry(quotedYear, Decide, y.Span, moved)
		case f.Date.Lunar || weekday(s.line.Text[:f.From]):
			s.entry(weekdayDate, Decide, f.Span, "")
		case f.Date.Day == 29 && f.Date.Month == 2 && !leap(s.to):
			s.entry(leapDay, Decide, f.Span, "")
		default:
			s.entry(yearMoved, Moved, y.Span, moved)
		}
	}
}

var weekdayWords = regexp.MustCompile(`(?i)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|chúa nhật)[ ,(]*$`)

// weekday tells whether a date follows the name of its weekday.
func weekday(before string) bool { return weekdayWords.MatchString(before) }

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
	case last < s.from:
		s.entry(history, Untouched, f.Span, "")
	case last < s.to:
		s.entry(periodOver, Decide, f.Span, "", "last", strconv.Itoa(last))
	default:
		s.entry(periodGoesOn, Untouched, f.Span, "")
	}
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

// lunarName is what a year is called by stem and branch (can chi): 2026 is Bính Ngọ.
func lunarName(year int) string {
	stems := [...]string{"Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ"}
	branches := [...]string{"Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi"}
	return stems[year%10] + " " + branches[year%12]
}
