package check

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

var total = &Rule{
	Kind: diag.Kind{ID: "sense/total", Severity: diag.Warning,
		Message: diag.Words{VI: "tổng ghi {given}, cộng lại là {sum}", EN: "the total says {given}; the parts add up to {sum}"},
		Fix:     diag.Words{VI: "cộng lại, sửa tổng hoặc số thành phần", EN: "add up again, and mend the total or a part"}},
	Title:  diag.Words{VI: "Tổng bằng các phần cộng lại", EN: "Totals add up"},
	Reason: diag.Words{VI: "Số tổng sai thì dự toán không được duyệt; thường do sửa một dòng mà quên dòng tổng.", EN: "A budget with a wrong total is sent back; mostly a line was changed and the total forgotten."},
	Wrong:  `Tổng kinh phí 50.000.000 đồng, gồm: ngân sách xã 20.000.000 đồng; nguồn xã hội hóa 25.000.000 đồng.`,
	Right:  `Tổng kinh phí 45.000.000 đồng, gồm: ngân sách xã 20.000.000 đồng; nguồn xã hội hóa 25.000.000 đồng.`,
	whole: func(l *Look) {
		for i := range l.Sentences {
			totalOfSentence(&l.Sentences[i])
		}
		for _, a := range l.Plan.Appendices {
			if a.Table != nil {
				l.totalsOfTable(a.Table)
			}
		}
	},
}

var (
	partsBegin = regexp.MustCompile(`(?i)^[^.;]{0,30}?(?:,|:|\(|;)? ?(?:trong đó|bao gồm|gồm|cụ thể)(?: có)?: ?`)
	totalWord  = regexp.MustCompile(`(?i)tổng|dự toán|kinh phí`)
)

// totalOfSentence reports "Tổng kinh phí 50 triệu đồng, gồm: …" whose parts, all of them money, add up to something else.
func totalOfSentence(s *Sentence) {
	var whole *phrase.Phrase
	var sum float64
	parts, begin := 0, 0
	for i := range s.Phrases {
		p := &s.Phrases[i]
		if p.Kind != phrase.Quantity || p.Quantity.Sort != phrase.Money {
			continue
		}
		if whole == nil {
			if m := partsBegin.FindStringIndex(s.Text[p.To:]); m != nil && totalWord.MatchString(s.Text[:p.From]) {
				whole, begin = p, p.To+m[1]
			}
			continue
		}
		if strings.Contains(s.Text[begin:p.From], ". ") || strings.Contains(s.Text[s.Phrases[i].From-min(s.Phrases[i].From, 20):p.From], "/") {
			break
		}
		sum += p.Quantity.Value
		parts++
	}
	if whole == nil || parts < 2 || sum == whole.Quantity.Value {
		return
	}
	s.report(whole.From, whole.To, "given", whole.In(s.Text), "sum", vi.Amount(int64(sum))+" đồng")
}

var (
	totalRow   = regexp.MustCompile(`(?i)^(?:tổng(?: cộng| số)?|cộng)$`)
	wholeMoney = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})*$|^\d+$`)
)

// totalsOfTable reports the figures in a row "Tổng cộng" that are not the sum of their column; only where every row above has one.
func (l *Look) totalsOfTable(t *plan.Table) {
	for n, row := range t.Rows {
		if n < 2 || !hasTotalWord(row) {
			continue
		}
		for column := range row {
			given, ok := amountIn(row[column])
			if !ok {
				continue
			}
			var sum int64
			whole := true
			for _, above := range t.Rows[:n] {
				v, ok := amountIn(above[column])
				whole = whole && ok && !hasTotalWord(above)
				sum += v
			}
			if whole && sum != given {
				l.report(row[column].At, "given", row[column].Value.Text, "sum", vi.Amount(sum))
			}
		}
	}
}

func hasTotalWord(row []plan.Text) bool {
	for _, cell := range row {
		if totalRow.MatchString(strings.Trim(cell.Value.Text, " *:")) {
			return true
		}
	}
	return false
}

// amountIn is the whole number in a cell.
func amountIn(cell plan.Text) (int64, bool) {
	text := strings.Trim(cell.Value.Text, " *")
	if !wholeMoney.MatchString(text) {
		return 0, false
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(text, ".", ""), 10, 64)
	return n, err == nil
}
