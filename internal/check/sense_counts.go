package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

// Counts told beside what is counted, names and days; sense/total reports those that differ.

// toldForm is a count and the names of what is counted: "03 thôn (Tà Vinh, Hà Lên, Ra Pân)".
var (
	toldForm = pattern.Of(`(?:^|[ (])(\d{1,2}) (thôn|xã|tổ dân phố|trường|điểm trường|chi bộ|khu dân cư)(?: \p{Ll}+){0,2}?(?:: | \(|, gồm:? | gồm:? | là )((?:(?:thôn |xã |Trường )?(?:\p{Lu}[\p{L}-]*)(?: \p{Lu}[\p{L}-]*){0,3}(?:, | và )){1,14}(?:thôn |xã |Trường )?(?:\p{Lu}[\p{L}-]*)(?: \p{Lu}[\p{L}-]*){0,3})(?:\)|[.;]|$)`)
	joined   = pattern.Of(`, | và `)
)

// namesTold reports a count that is not that of the names told behind it.
func (s *Sentence) namesTold() {
	if !strings.ContainsAny(s.Text, ":(") && !strings.Contains(s.Text, "gồm") && !strings.Contains(s.Text, " là ") {
		return
	}
	for _, m := range toldForm.FindAllStringSubmatchIndex(s.Text, -1) {
		given, _ := strconv.Atoi(s.Text[m[2]:m[3]])
		if n := len(joined.FindAllStringIndex(s.Text[m[6]:m[7]], -1)) + 1; n != given {
			s.report(m[2], m[7], "given", s.Text[m[2]:m[5]], "sum", vi.Amount(int64(n)))
		}
	}
}

// daysForm is a count of days and the days between which they lie.
var daysForm = pattern.Of(`(?i)(?:^|[ (])(\d{1,2}) ngày(?: liên tục)?,? ?\(? ?(?:kể )?$`)

// daysTold reports "trong 05 ngày, từ ngày 10/5 đến ngày 12/5/2026".
func (s *Sentence) daysTold() {
	var before *phrase.Phrase
	for i := range s.Phrases {
		p := &s.Phrases[i]
		if p.Kind != phrase.Date {
			continue
		}
		if first := before; first != nil && rangeGoesOn.MatchString(s.Text[first.To:p.From]) {
			text := strings.TrimSuffix(strings.TrimSuffix(upTo(s.Text, first.From), "từ "), "Từ ")
			m := daysForm.FindStringSubmatch(text)
			a, b, ok := s.ends(*first.Date, *p.Date, s.Text[p.To:])
			if m != nil && ok && first.Date.Day > 0 && p.Date.Day > 0 {
				given, _ := strconv.Atoi(m[1])
				if n := a.DaysUntil(b); n > 0 && !strings.Contains(strings.ToLower(text[clause(text, len(text)):]), "mỗi ") && given != n && given != n+1 {
					s.report(first.From, p.To, "given", m[1]+" ngày", "sum", strconv.Itoa(n+1)+" ngày")
				}
			}
		}
		before = p
	}
}
