package check

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

// How the rules read figures: what counts nothing is masked, amounts are whole thousandths so that sums are exact.

// numberedPart is a part that is told by its number: "gồm: Tổ 1 có 05 người, Tổ 2 có 06 người".
var numberedPart = pattern.Of(`(?:Tổ|Nhóm|Đội|Đợt|Lớp|Đoàn|Cụm|Khối)(?: số)? (\d{1,2}) (?:có|gồm) `)

// masked is a text whose dates, years, documents and divisions have no figures: they count nothing.
func (s *Sentence) masked() string {
	if s.mask != "" {
		return s.mask
	}
	b := []byte(s.Text)
	for _, p := range s.Phrases {
		if p.Kind == phrase.Division && strings.HasPrefix(p.In(s.Text), "điểm ") { // "tổng điểm 100 điểm"
			continue
		}
		switch p.Kind {
		case phrase.Date, phrase.Year, phrase.Period, phrase.Document, phrase.LunarYear, phrase.Division, phrase.Anniversary:
			for i := p.From; i < p.To; i++ {
				if b[i] >= '0' && b[i] <= '9' || b[i] == '/' {
					b[i] = '_'
				}
			}
		}
	}
	for _, m := range numberedPart.FindAllStringSubmatchIndex(s.Text, -1) {
		for i := m[2]; i < m[3]; i++ {
			b[i] = '_'
		}
	}
	s.mask = string(b)
	return s.mask
}

var (
	figureForm  = pattern.Of(`^(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,3}))?$`)
	wholeNumber = pattern.Of(`^(?:\d{1,3}(?:\.\d{3})+|\d{1,15})$`)
)

// amount is a figure as Vietnamese writes it, with what its unit begins with (triệu), in thousandths.
func amount(text, unit string) (thousandths int64, ok bool) {
	text = strings.TrimRight(text, ".,")
	m := figureForm.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(m[1], ".", ""), 10, 64)
	rest, _ := strconv.ParseInt((m[2] + "000")[:3], 10, 64)
	scale := scaleOf(unit)
	if err != nil || n > 1e15/scale {
		return 0, false
	}
	return (n*1000 + rest) * scale, true
}

// scaleOf is by how much the word that a unit begins with multiplies.
func scaleOf(unit string) int64 {
	word, _, _ := strings.Cut(strings.ToLower(unit), " ")
	switch word {
	case "nghìn", "ngàn":
		return 1e3
	case "triệu":
		return 1e6
	case "tỷ", "tỉ":
		return 1e9
	}
	return 1
}

// scaled is a figure in thousandths, and the scale of its unit.
func scaled(text, unit string) (thousandths, scale int64, ok bool) {
	n, ok := amount(text, "")
	return n, scaleOf(unit), ok && n < 1e18/scaleOf(unit)
}

// count is a whole number, its thousands parted by full stops.
func count(text string) (int64, bool) {
	text = strings.TrimRight(text, ".,")
	if !wholeNumber.MatchString(text) {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(text, ".", ""), 10, 64)
	return n, err == nil
}

// shownIn is an amount in a unit.
func shownIn(unit string, thousandths int64) string {
	n := thousandths / scaleOf(unit)
	whole, rest := n/1000, n%1000
	if rest == 0 {
		return vi.Amount(whole)
	}
	return vi.Amount(whole) + "," + strings.TrimRight(fmt.Sprintf("%03d", rest), "0")
}
