package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
)

var pairs = &Rule{
	Kind: diag.Kind{ID: "writing/pairs", Severity: diag.Note,
		Message: diag.Words{VI: `"{words}": dấu {mark} không có dấu {other} đi cùng`, EN: `"{words}": the {mark} has no {other} with it`},
		Fix:     diag.Words{VI: "thêm dấu còn thiếu, hoặc bỏ dấu thừa", EN: "add the one that is missing, or drop this one"}},
	Title:  diag.Words{VI: "Ngoặc, dấu nháy có mở có đóng", EN: "Brackets and quotes open and close"},
	Reason: diag.Words{VI: "Dấu mở mà không đóng thì người đọc không biết phần chú thích, phần trích hết ở đâu. Số thứ tự \"a)\", \"1)\" không phải ngoặc; lời trích kéo qua nhiều đoạn thì không sao.", EN: "Where a mark opens and nothing closes, nobody knows where the aside or the quotation ends. Ordinals as \"a)\" and \"1)\" are no brackets; a quotation may run over paragraphs."},
	Wrong:  "Hoàn thành trong 05 ngày (kể cả ngày nghỉ.",
	Right:  "Hoàn thành trong 05 ngày (kể cả ngày nghỉ).",
	whole:  unpaired,
}

// The marks that close by those that open, and the other way about.
var (
	closerOf = map[rune]rune{'(': ')', '[': ']', '“': '”'}
	openerOf = map[rune]rune{')': '(', ']': '[', '”': '“'}
)

// numbering is what numbers an entry of a list: a), 1), 1.2).
var numbering = pattern.Of(`(?:^|[ (,;:])(?:\p{L}|[ivxIVX]{2,4}|(?:\p{L}\.)?\d{1,2}(?:\.\d{1,2})*)$`)

// A loose mark is one that nothing in its paragraph goes with.
type loose struct {
	in   *Sentence
	at   int
	mark rune
}

// unpaired reports marks without their other half. What opens in one paragraph may close in a later one of its text, and a quotation in a
// later text: an article that is quoted has entries of its own.
func unpaired(l *Look) {
	var open, all []loose // of the text so far; of the plan
	settle := func() { all, open = append(all, open...), nil }
	for i := range l.Sentences {
		s := &l.Sentences[i]
		if s.First {
			settle()
		}
		for _, m := range s.loose() {
			if n := len(open); n > 0 && closerOf[open[n-1].mark] == m.mark {
				open = open[:n-1]
				continue
			}
			open = append(open, m)
		}
	}
	settle()
	var quote *loose // the last one that opened and may close in a later text
	var told []loose
	for i := range all {
		m := &all[i]
		switch {
		case m.mark == '“':
			if quote != nil {
				told = append(told, *quote)
			}
			quote = m
		case m.mark == '”' && quote != nil && quote.in.Passage.At.File == m.in.Passage.At.File:
			quote = nil
		default:
			told = append(told, *m)
		}
	}
	if quote != nil {
		told = append(told, *quote)
	}
	for i, m := range told {
		if i > 0 && told[i-1].in == m.in && (told[i-1].mark == m.mark || told[i-1].at+1 == m.at && openerOf[m.mark] != 0) { // “…“ or "])" is one slip
			continue
		}
		other := cmp.Or(closerOf[m.mark], openerOf[m.mark])
		from, to := m.in.wordFrom(m.at), m.in.wordTo(m.at)
		m.in.report(from, to, "words", m.in.Text[from:to], "mark", string(m.mark), "other", string(other))
	}
}

// loose are the marks of a sentence without their other half in it, in its order. A bracket that may close an numbering as well as what was
// opened says nothing for certain.
func (s *Sentence) loose() []loose {
	if !strings.ContainsAny(s.Text, "()[]“”") {
		return nil
	}
	var open, all []loose
	opens, closes, ordinals := strings.Count(s.Text, "("), strings.Count(s.Text, ")"), 0
	for i, r := range s.Text {
		if closerOf[r] != 0 {
			open = append(open, loose{s, i, r})
			continue
		}
		if openerOf[r] == 0 {
			continue
		}
		numbers := r == ')' && numbering.MatchString(upTo(s.Text, i))
		if numbers {
			ordinals++
		}
		n := len(open)
		switch {
		case n > 0 && closerOf[open[n-1].mark] == r:
			open = open[:n-1]
		case n > 1 && closerOf[open[n-2].mark] == r: // the one inside was not closed
			all = append(all, open[n-1])
			open = open[:n-2]
		case numbers, r == '”' && (isDigit(s.Text[max(i-1, 0)]) || strings.Contains(s.Text[:i], `"`)): // a), inches, "…”
		default:
			if n > 0 && r != '”' && open[n-1].mark != '“' { // (…]
				open = open[:n-1]
			}
			all = append(all, loose{s, i, r})
		}
	}
	for _, m := range open {
		if m.mark != '“' || !strings.ContainsAny(s.Text[m.at:], `"'`) { // else closed by a straight one: writing/quotes
			all = append(all, m)
		}
	}
	if ordinals > 0 && closes-ordinals <= opens && opens <= closes {
		all = slices.DeleteFunc(all, func(m loose) bool { return m.mark == '(' || m.mark == ')' })
	}
	slices.SortFunc(all, func(a, b loose) int { return a.at - b.at })
	return all
}
