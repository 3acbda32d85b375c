package check

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
)

var noSuchDay = &Rule{
	Kind: diag.Kind{ID: "sense/no-such-day", Severity: diag.Warning,
		Message: diag.Words{VI: "{day} không có trong lịch", EN: "{day} is no day of the calendar"},
		Fix:     diag.Words{VI: "kiểm tra ngày, tháng", EN: "check day and month"}},
	Title:  diag.Words{VI: "Ngày có trong lịch", EN: "A day of the calendar"},
	Reason: diag.Words{VI: "Tháng 4, 6, 9, 11 có 30 ngày, tháng 2 có 28 hoặc 29 ngày.", EN: "April, June, September and November have 30 days, February 28 or 29."},
	Wrong:  `Báo cáo kết quả chậm nhất ngày 31/9/2026.`,
	Right:  `Báo cáo kết quả chậm nhất ngày 30/9/2026.`,
	sentence: func(s *Sentence) {
		if !strings.Contains(s.Text, "/20") {
			return
		}
		for _, m := range dayInFigures.FindAllStringSubmatchIndex(s.Text, -1) {
			n := func(i int) int { v, _ := strconv.Atoi(s.Text[m[i]:m[i+1]]); return v }
			at := phrase.Span{From: m[2], To: m[7]}
			if day := (calendar.Day{Year: n(6), Month: n(4), Day: n(2)}); !day.Valid() && !s.inDocument(at) {
				s.report(at.From, at.To, "day", at.In(s.Text))
			}
		}
	},
}

// dayInFigures is a day in full; an enumeration of figures by strokes has no word before it.
var dayInFigures = regexp.MustCompile(`(?i)(?:ngày|hôm|trước|đến|từ|vào) (\d{1,2})/(\d{1,2})/(20\d\d)(?:[^\d/]|$)`)
