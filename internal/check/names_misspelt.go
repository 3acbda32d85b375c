package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/vi"
)

var misspelt = &Rule{
	Kind: diag.Kind{ID: "names/misspelt", Severity: diag.Warning,
		Message: diag.Words{VI: "{written} viết sai, đúng là {right}", EN: "{written} is misspelt; it is {right}"},
		Fix:     diag.Words{VI: "ghi {right}", EN: "write {right}"}},
	Title:    diag.Words{VI: "Tên đơn vị đúng chính tả", EN: "Units are spelt right"},
	Reason:   diag.Words{VI: "Tên riêng không đoán được: sai một dấu là tên khác. So với tên xã, tỉnh của cơ quan ban hành và những đơn vị gần.", EN: "A name can't be guessed: with another mark it is another name. Compared are the names of the agency's own units."},
	Wrong:    `Báo cáo Sở Nội vụ tỉnh Quãng Ngãi trước khi thực hiện.`,
	Right:    `Báo cáo Sở Nội vụ tỉnh Quảng Ngãi trước khi thực hiện.`,
	sentence: misspeltNames,
}

// misspeltNames reports the name of the plan's unit, or of one above it, or of a body, in wrong letters.
func misspeltNames(s *Sentence) {
	misspeltBodies(s)
	if s.here.Home == nil {
		return
	}
	reported := 0
	for _, m := range s.Units { // behind its noun: a name that no unit has
		if m.Name == "" || len(m.Units) > 0 || m.Cut {
			continue
		}
		if right := s.likeOurs(s.Text[m.NameFrom:m.To], m.Kind); right != "" {
			s.mend(m.NameFrom, m.To, right, "written", s.Text[m.NameFrom:m.To], "right", right)
			reported = m.To
		} else if right := s.cutShort(s.Text[m.NameFrom:m.To], m.Kind); right != "" {
			s.report(m.NameFrom, m.To, "written", s.Text[m.NameFrom:m.To], "right", right)
			reported = m.To
		}
	}
	for _, name := range s.ownNames { // without its noun
		s.misspeltHere(name, reported)
	}
}

// cutShort is the name of one of the plan's units to which a part of a neighbour's was added, "xã Sơn Tây Hạ Thượng"; "" for every other.
func (s *Sentence) cutShort(written string, kind territory.Kind) string {
	last := strings.LastIndexByte(written, ' ')
	if last < 0 || !tellingApart[written[last+1:]] {
		return ""
	}
	for _, u := range s.ownUnits {
		if u.Kind.Level() == kind.Level() && u.Name == written[:last] {
			return u.Name
		}
	}
	return ""
}

// tellingApart are the words that tell communes of one name apart.
var tellingApart = set("Thượng Hạ Trung Đông Tây Nam Bắc")

// likeOurs is the name of the plan's units that was probably meant; "" when none is close.
func (s *Sentence) likeOurs(written string, kind territory.Kind) string {
	var names []string
	for _, u := range s.ownUnits {
		if u.Kind.Level() == kind.Level() {
			names = append(names, u.Name)
		}
	}
	near := diag.Near(written, names)
	if near == "" {
		near = s.likeNeighbour(written, kind)
	}
	if near == "" || strings.Count(near, " ") != strings.Count(written, " ") || !sameButOne(near, written) {
		return ""
	}
	return near
}

// likeNeighbour is the name of a commune of the plan's province, of today or of before, that differs in marks only; "" when there is none
// or when it could be one of several.
func (s *Sentence) likeNeighbour(written string, kind territory.Kind) string {
	if kind.Level() != s.here.Home.Kind.Level() {
		return ""
	}
	plain, today, former := vi.Slug(written), map[string]bool{}, map[string]bool{}
	for u := range territory.All {
		if u.Kind.Level() != kind.Level() || vi.Slug(u.Name) != plain || u.Name == written {
			continue
		}
		switch {
		case u.Ended == nil && u.Parent == s.here.Home.Parent:
			today[u.Name] = true
		case u.Ended != nil && slices.ContainsFunc(u.Today(), func(now *territory.Unit) bool { return now.Province() == s.here.Home.Province() }):
			former[u.Name] = true
		}
	}
	for _, names := range []map[string]bool{today, former} {
		for name := range names {
			if len(names) == 1 {
				return name
			}
			return ""
		}
	}
	return ""
}

// sameButOne tells whether names of as many words differ in one word only.
func sameButOne(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	differing := 0
	for i := range x {
		if x[i] != y[i] {
			differing++
		}
	}
	return differing == 1
}

// misspeltHere reports words that are a name but for their marks.
func (s *Sentence) misspeltHere(name string, from int) {
	first, _ := utf8.DecodeRuneInString(name)
	plain, letters := vi.Slug(name), utf8.RuneCountInString(name)
	for at := from; at < len(s.Text); {
		i := strings.IndexRune(s.Text[at:], first)
		if i < 0 {
			return
		}
		begin := at + i
		at = begin + utf8.RuneLen(first)
		if before, _ := utf8.DecodeLastRuneInString(s.Text[:begin]); unicode.IsLetter(before) {
			continue
		}
		end := wordsEnd(s.Text, begin, strings.Count(name, " ")+1)
		words := s.Text[begin:end]
		if words != name && utf8.RuneCountInString(words) == letters && titled(words) && vi.Slug(words) == plain && !strings.EqualFold(words, name) && !s.unitAt(begin) {
			s.mend(begin, end, name, "written", words, "right", name)
		}
	}
}

// unitAt tells whether a unit of the table is named at a byte: then it is no slip of the pen.
func (s *Sentence) unitAt(at int) bool {
	for _, m := range s.Units {
		if m.From <= at && at < m.To {
			return true
		}
	}
	return false
}

// wordsEnd is where n words end that begin at a byte.
func wordsEnd(text string, at, n int) int {
	for i, r := range text[at:] {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			continue
		}
		if n--; n == 0 || r != ' ' {
			return at + i
		}
	}
	return len(text)
}

// titled tells whether every word begins with a capital, but not all is in capitals.
func titled(words string) bool {
	for _, w := range strings.Fields(words) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return words != strings.ToUpper(words)
}

// unitsOf are the plan's own unit and those above it, of then and of today, and their names of two words and more.
func unitsOf(home *territory.Unit) (units []*territory.Unit, names []string) {
	if home == nil {
		return nil, nil
	}
	seen := map[string]bool{}
	for _, own := range append([]*territory.Unit{home}, home.Today()...) {
		for u := own; u != nil; u = u.Parent {
			units = append(units, u)
			if !seen[u.Name] && strings.Contains(u.Name, " ") {
				seen[u.Name] = true
				names = append(names, u.Name)
			}
		}
	}
	return units, names
}
