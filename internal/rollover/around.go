package rollover

import (
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

// What stands around a year: the sentence, the years and times beside it.

// openClauses are the stretches of which the words can't tell whether they belong to the document cited before them.
func openClauses(found []phrase.Phrase) []phrase.Span {
	var open []phrase.Span
	for _, f := range found {
		if f.Kind == phrase.Document && f.Document.MayGoOn.Given() {
			open = append(open, f.Document.MayGoOn)
		}
	}
	return open
}

// acrossYears are the stretches of time that began in the year before the plan's own, and years in a row up to it: từ ngày 15/12/2023 đến ngày
// 14/02/2024; 3 năm (2022, 2023, 2024). To move one end of them alone would be wrong.
func (d *drafter) acrossYears(text string, found []phrase.Phrase) []phrase.Span {
	var across []phrase.Span
	for i := 1; i < len(found); i++ {
		before, f := found[i-1], found[i]
		between := text[before.To:f.From]
		if !isOfYear(before, d.from-1) || !isOfYear(f, d.from) || !upTo.MatchString(between) && !inOneRow(between, f.In(text)) {
			continue
		}
		first := i - 1
		for first > 0 && isOfYear(found[first-1], found[first].Years[0].Year-1) && inOneRow(text[found[first-1].To:found[first].From], found[first].In(text)) {
			first--
		}
		across = append(across, phrase.Span{From: found[first].From, To: f.To})
	}
	return across
}

// inOneRow tells whether words join a year to those of a row; behind a comma a year with "năm" rather begins the next clause.
func inOneRow(between, next string) bool {
	between = strings.TrimSpace(between)
	return between == "và" || between == ", và" || (between == "," || between == ";") && next[0] >= '0' && next[0] <= '9'
}

// isOfYear tells whether a phrase is a time in one year.
func isOfYear(f phrase.Phrase, year int) bool {
	return (f.Kind == phrase.Date || f.Kind == phrase.Year) && len(f.Years) == 1 && f.Years[0].Year == year
}

var (
	upTo    = pattern.Of(`^\s*(?:đến|tới|sang|qua|-|–)\s*(?:hết\s*)?$`)
	andAlso = pattern.Of(`^\s*(?:,|và)\s*$`)
)

// goesWithOwn tells whether a time in a later year is named together with one in the plan's own year, which moves: tháng 12/2024 và tháng
// 01/2025, từ tháng 10/2024 đến tháng 3/2025.
func (s sentence) goesWithOwn(f phrase.Phrase) bool {
	for i := 1; i < len(s.found); i++ {
		if before := s.found[i-1]; s.found[i].Span == f.Span {
			between := s.line.Text[before.To:f.From]
			return isOfYear(before, s.from) && (upTo.MatchString(between) || andAlso.MatchString(between))
		}
	}
	return false
}

var wordBefore = pattern.Of(`(\p{Lu}\p{Ll}+)\s+$`)

// isEvent tells whether a year is the second half of a name that is none of our language's words: SEA Games 2024, Techfest 2024. Nobody knows
// whether that is held again.
func (s sentence) isEvent(y phrase.YearAt) bool {
	m := wordBefore.FindStringSubmatch(s.line.Text[max(y.From-reach, 0):y.From])
	return m != nil && !vi.IsSyllable(strings.ToLower(m[1]))
}

// reach bounds how far around a year its sentence is read, in bytes.
const reach = 600

// around is the sentence in which a stretch stands, as far as semicolons and full stops tell.
func (s sentence) around(at phrase.Span) phrase.Span {
	whole := phrase.Span{From: max(at.From-reach, 0), To: min(at.To+reach, len(s.line.Text))}
	for _, end := range []string{"; ", ". ", ";\n", ".\n"} {
		if i := strings.LastIndex(s.line.Text[whole.From:at.From], end); i >= 0 {
			whole.From += i + len(end)
		}
		if i := strings.Index(s.line.Text[at.To:whole.To], end); i >= 0 {
			whole.To = at.To + i
		}
	}
	return whole
}
