package rollover

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// A date that stands beside the name of its weekday falls on another one in another year: which of the two goes on, a person decides.

const weekdayNames = `(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|chúa nhật)`

var (
	weekdayBefore = pattern.Of(`(?i)` + weekdayNames + `(?: \p{L}+){0,2}[ ,(]*$`)
	weekdayBehind = pattern.Of(`(?i)^\s*[-–(,]?\s*(?:vào\s+)?(?:` + weekdayNames + `|tức|nhằm)`)
	// upToWith joins the ends of a stretch of time, with what may be said of either beside it.
	upToWith = pattern.Of(`(?i)^\s*(?:\([^()]*\)|,?\s*` + weekdayNames + `)?,?\s*(?:đến|tới|-|–)\s*(?:hết\s*)?(?:` + weekdayNames + `[\s,(]*)?$`)
)

// onWeekday tells whether a date stands beside the name of its weekday, or is one end of a stretch of time of which the other does.
func (s sentence) onWeekday(f phrase.Phrase) bool {
	if s.besideWeekday(f).Given() {
		return true
	}
	for i := 1; i < len(s.found); i++ {
		first, last := s.found[i-1], s.found[i]
		if (first.Span == f.Span || last.Span == f.Span) && first.Kind == phrase.Date && last.Kind == phrase.Date &&
			upToWith.MatchString(s.line.Text[first.To:last.From]) && (s.besideWeekday(first).Given() || s.besideWeekday(last).Given()) {
			return true
		}
	}
	return false
}

// besideWeekday is where the name of a date's weekday stands, or what says that it has one.
func (s sentence) besideWeekday(f phrase.Phrase) phrase.Span {
	if f.Date.Day == 0 { // các ngày thứ Bảy của tháng 3
		return phrase.Span{}
	}
	around := s.around(f.Span)
	if m := weekdayBehind.FindStringSubmatchIndex(s.line.Text[f.To:around.To]); m != nil {
		if m[2] < 0 { // tức, nhằm
			return phrase.Span{From: f.To, To: f.To + m[1]}
		}
		return phrase.Span{From: f.To + m[2], To: f.To + m[3]}
	}
	if m := weekdayBefore.FindStringSubmatchIndex(s.line.Text[around.From:f.From]); m != nil && !strings.HasSuffix(s.line.Text[:around.From+m[2]], "lần ") {
		return phrase.Span{From: around.From + m[2], To: around.From + m[3]}
	}
	return phrase.Span{}
}

// weekday asks about such a date, together with its weekday, and proposes the same date with the weekday that it has then.
func (s sentence) weekday(f phrase.Phrase) {
	name, year := s.besideWeekday(f), f.Years[0]
	day := calendar.Day{Year: year.Year + s.shift(), Month: f.Date.Month, Day: f.Date.Day}
	words := name.In(s.line.Text)
	switch {
	case !day.Valid():
		s.entry(weekdayDate, Decide, f.Span, "")
		return
	case !name.Given(): // the other end of a stretch has one
		s.entry(weekdayDate, Decide, f.Span, s.inYear(f.Span, year))
		return
	case strings.Contains(words, "tức") || strings.Contains(words, "nhằm") || // the lunar day
		name.To < f.From && strings.ContainsFunc(s.line.Text[name.To:f.From], unicode.IsLetter): // Thứ Bảy tình nguyện ngày …
		s.entry(weekdayDate, Decide, f.Span, "")
		return
	}
	then := calendar.WeekdayWords(day.Weekday()).In(diag.Vietnamese, nil)
	if first, _ := utf8.DecodeRuneInString(words); unicode.IsUpper(first) {
		first, size := utf8.DecodeRuneInString(then)
		then = string(unicode.ToUpper(first)) + then[size:]
	}
	if name.From > f.To {
		gap := s.line.Text[f.To:name.From]
		if strings.Contains(gap, "(") && strings.HasPrefix(s.line.Text[name.To:], ")") {
			name.To, then = name.To+1, then+")"
		}
		s.entry(weekdayDate, Decide, phrase.Span{From: f.From, To: name.To}, s.inYear(f.Span, year)+gap+then)
		return
	}
	s.entry(weekdayDate, Decide, phrase.Span{From: name.From, To: f.To}, then+s.line.Text[name.To:f.From]+s.inYear(f.Span, year))
}

// inYear is a stretch with its year moved.
func (s sentence) inYear(at phrase.Span, y phrase.YearAt) string {
	return s.line.Text[at.From:y.From] + s.shifted(y) + s.line.Text[y.To:at.To]
}
