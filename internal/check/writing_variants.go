package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var variants = &Rule{
	Kind: diag.Kind{ID: "writing/variants", Severity: diag.Note,
		Message: diag.Words{VI: `"{words}" bỏ dấu khác {where}`, EN: `the tone mark of "{words}" stands otherwise than {where}`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:  diag.Words{VI: "Một kiểu bỏ dấu: uỷ hay ủy, hoá hay hóa", EN: "One way of placing tone marks: uỷ or ủy, hoá or hóa"},
	Reason: diag.Words{VI: "Nghị định 30/2020/NĐ-CP viết cả hai kiểu, nên kiểu nào cũng đúng; lẫn hai kiểu trong một văn bản thì không. Cơ quan chọn kiểu bằng tone_marks trong tệp cơ quan; không chọn thì theo kiểu dùng nhiều hơn trong kế hoạch. Tên của chính cơ quan viết thế nào là đúng thế ấy.", EN: "The decree itself writes both; what is wrong is to mix them in one document. An office chooses by tone_marks in its agency file, else the plan's own majority decides. The office's own name is right as the office writes it."},
	Wrong:  "Ủy ban nhân dân xã báo cáo Tỉnh uỷ; khóa học về văn hóa.",
	Right:  "Ủy ban nhân dân xã báo cáo Tỉnh ủy; khóa học về văn hóa.",
	whole:  mixedVariants,
}

// oldToNew are the endings whose tone stands on the first letter by the old way of writing, on the second by the new one.
var oldToNew, newToOld = func() (map[string]string, map[string]string) {
	to, from := map[string]string{}, map[string]string{}
	for _, pair := range strings.Fields("òa/oà óa/oá ỏa/oả õa/oã ọa/oạ òe/oè óe/oé ỏe/oẻ õe/oẽ ọe/oẹ ùy/uỳ úy/uý ủy/uỷ ũy/uỹ ụy/uỵ") {
		old, new, _ := strings.Cut(pair, "/")
		to[old], from[new] = new, old
	}
	return to, from
}()

// A variant is a word that can be written in both ways.
type variant struct {
	sentence *Sentence
	word     span
	new      bool
}

// mixedVariants reports the words written in the way that the office does not want, or that is the rarer in the plan.
func mixedVariants(l *Look) {
	var all []variant
	news := 0
	l.written(func(s *Sentence) {
		if _, name := of[*plan.Signatory](s, "name"); name {
			return // Thuý or Thúy is the person's to say
		}
		if _, ok := s.Passage.In.(*plan.Agency); ok && slices.Contains(ownNames, s.Passage.Key) {
			return
		}
		for j, w := range s.words {
			if v := variantOf(s.word(j)); v != 0 && !s.inPerson(w) && !s.inOwnPlace(w) {
				all = append(all, variant{s, w, v == newWay})
				if v == newWay {
					news++
				}
			}
		}
	})
	wantsNew, where := news > len(all)-news, diag.Words{VI: "những chỗ khác trong kế hoạch", EN: "elsewhere in the plan"}
	for _, a := range l.Plan.Issuers {
		if a.ToneMarks != "" {
			wantsNew, where = a.ToneMarks == "new", diag.Words{VI: "cách viết mà cơ quan chọn", EN: "the way that the office chose"}
			break
		}
	}
	for _, v := range all {
		if v.new != wantsNew {
			words := v.sentence.Text[v.word.from:v.word.to]
			right := rewritten(words)
			f := v.sentence.mend(v.word.from, v.word.to, right, "words", words, "right", right)
			f.saying("where", where)
			if v.sentence.inQuote(v.word) {
				f.repairs = nil
			}
		}
	}
}

// inPerson tells whether a word is a part of a person's name, with ông, bà or đồng chí before it.
func (s *Sentence) inPerson(w span) bool {
	return slices.ContainsFunc(s.all(), func(p phrase.Phrase) bool {
		return p.Kind == phrase.Person && p.From <= w.from && w.to <= p.To
	})
}

// ownNames are the keys of an agency file with names that are written as their owners write them.
var ownNames = []string{"name", "short", "letterhead", "parent", "place", "collective"}

// inOwnPlace tells whether a word is a part of the name of an issuing agency's place, written as the agency writes it.
func (s *Sentence) inOwnPlace(w span) bool {
	return slices.ContainsFunc(s.Plan.Issuers, func(a *plan.Agency) bool {
		for _, name := range []string{a.Place.Words(), strings.ToUpper(a.Place.Words())} {
			for at := max(0, w.to-len(name)); name != "" && at <= w.from && at+len(name) <= len(s.Text); at++ {
				if strings.HasPrefix(s.Text[at:], name) {
					return true
				}
			}
		}
		return false
	})
}

type way int

const (
	oldWay way = iota + 1
	newWay
)

// variantOf tells in which way a word is written; 0 when there is only one. The u of qu is no vowel: quý is written so in both.
func variantOf(word string) way {
	head, end := lastTwo(word)
	low := strings.ToLower(end)
	if strings.HasSuffix(strings.ToLower(head), "q") {
		return 0
	}
	switch {
	case oldToNew[low] != "":
		return oldWay
	case newToOld[low] != "":
		return newWay
	}
	return 0
}

// rewritten is a word in the other way, its capitals kept.
func rewritten(word string) string {
	head, end := lastTwo(word)
	low := strings.ToLower(end)
	other := oldToNew[low] + newToOld[low]
	first, size := utf8.DecodeRuneInString(other)
	written, _ := utf8.DecodeRuneInString(end)
	last, _ := utf8.DecodeLastRuneInString(end)
	out := head
	if strings.ToUpper(string(written)) == string(written) {
		out += strings.ToUpper(string(first))
	} else {
		out += string(first)
	}
	if strings.ToUpper(string(last)) == string(last) {
		return out + strings.ToUpper(other[size:])
	}
	return out + other[size:]
}

// lastTwo cuts off a word's last two letters.
func lastTwo(word string) (head, end string) {
	_, last := utf8.DecodeLastRuneInString(word)
	_, before := utf8.DecodeLastRuneInString(word[:len(word)-last])
	return word[:len(word)-last-before], word[len(word)-last-before:]
}
