package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

var spaces = &Rule{
	Kind: diag.Kind{ID: "writing/spaces", Severity: diag.Note,
		Message: diag.Words{VI: `dấu cách đặt sai quanh dấu câu: "{words}"`, EN: `a blank too many or too few around a mark: "{words}"`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:    diag.Words{VI: "Dấu câu liền chữ trước, cách chữ sau", EN: "Marks close to the word before, a blank behind"},
	Reason:   diag.Words{VI: "Quy ước soạn thảo tiếng Việt: dấu , ; : . ! ? liền chữ đứng trước và cách chữ đứng sau; ngoặc và dấu nháy ôm sát chữ bên trong. Cách trước dấu còn làm dấu rơi xuống đầu dòng.", EN: "The custom of Vietnamese typing: , ; : . ! ? touch the word before and stand off the one behind; brackets and quotes touch what they hold. A blank before a mark also lets it begin a line."},
	Wrong:    "Tuyên truyền , vận động hội viên,đoàn viên ( kể cả người cao tuổi).",
	Right:    "Tuyên truyền, vận động hội viên, đoàn viên (kể cả người cao tuổi).",
	sentence: spacing,
}

// spacing looks at each mark and what stands on both sides of it.
func spacing(s *Sentence) {
	gluedFigures(s)
	text := s.Text
	opened := strings.IndexByte(text, '(')
	for i, r := range text {
		before := lastRune(text[:i])
		next := i + utf8.RuneLen(r)
		after, a := utf8.DecodeRuneInString(text[next:])
		switch r {
		case ',', ';', ':', '.', '!', '?':
			s.spaceMark(i, r)
		case '%':
			if after == r && unicode.IsDigit(before) {
				s.respace(next, next+a, next+a, "")
			}
		case '(', '“', '[':
			if after == ' ' {
				stop := s.blanksTo(next)
				s.respace(next, stop, stop, "")
			}
			if r == '(' && (unicode.IsLower(before) || before == reference) && (isPart(after) && after != '%' || after == reference) && strings.Contains(text[next:], " ") && !s.inAddress(i) {
				s.respace(i, next, next, " (")
			}
		case ')', '”', ']':
			if before == ' ' {
				s.respace(s.blanksFrom(i), i, next, "")
			}
			if (unicode.IsLetter(after) || after == reference) && (r == '”' || r == ')' && 0 <= opened && opened < i) {
				s.respace(i, next, next+a, string(r)+" ")
			}
		}
	}
}

// spaceMark looks at the blanks before a mark, at the one behind it that a word or a reference needs, and at a mark that stands twice: what is
// wrong is mended in one.
func (s *Sentence) spaceMark(i int, mark rune) {
	text := s.Text
	from, end := s.blanksFrom(i), i+1
	before := lastRune(text[:from])
	if from == 0 && i > 0 {
		return
	}
	for isPart(before) && strings.ContainsRune(",;:", mark) && strings.HasPrefix(text[end:], string(mark)) {
		end++
	}
	after, a := utf8.DecodeRuneInString(text[end:])
	switch {
	case mark == '.' && from < i && s.endsInside(i):
		s.respace(from, end, end+a, ". ")
		return
	case mark == '.' && from < i && isDigit(text[from-1]) && thousand.MatchString(text[end:]): // 1 .250 con
		s.respace(from, i, end, "")
		return
	case mark == '.' && s.endsTwice(i):
		s.respace(i, i+2, i+2, ".")
		return
	case from < i && s.looseMark(i, from, mark, after):
		from = i
	}
	mended := string(mark)
	if (unicode.IsLetter(after) || after == reference) && !(mark == '.' && text[:i] != strings.TrimRight(text[:i], " ")) && s.wantsBlank(i, mark, before, after) {
		mended += " "
		s.respace(from, end, end+a, mended)
	} else if mended != text[from:end] {
		s.respace(from, end, end, mended)
	}
}

// reference is plan.Reference: what a {{role}} or {{cite}} prints is a word to the marks beside it.
const reference = '\uFFFC'

// blanksFrom is where the blanks before a byte begin, blanksTo where those at it end.
func (s *Sentence) blanksFrom(at int) int { return len(strings.TrimRight(s.Text[:at], " ")) }

func (s *Sentence) blanksTo(at int) int { return len(s.Text) - len(strings.TrimLeft(s.Text[at:], " ")) }

// endsTwice tells whether two full stops at a byte end a sentence: more, or two between words that go on, are a gap.
func (s *Sentence) endsTwice(i int) bool {
	behind, found := strings.CutPrefix(s.Text[i:], "..")
	word := s.Text[s.wordFrom(i):i]
	return found && hasMarks(word) && !strings.Contains(word, ".") && unicode.IsLower(lastRune(word)) && !strings.Contains(s.Text[:i], ",") &&
		(behind == "" || behind[0] == ' ' && unicode.IsUpper(firstRune(strings.TrimLeft(behind, " "))))
}

// thousand are the three figures behind a full stop between thousands.
var thousand = pattern.Of(`^\d{3}(?:\.\d{3})*(?:[^\d.]|$)`)

// endsInside tells whether the full stop at a byte, behind a blank, ends a sentence that its blank should follow: "làm việc .Riêng văn bản".
func (s *Sentence) endsInside(i int) bool {
	before := lastRune(s.Text[:s.blanksFrom(i)])
	word := s.Text[i+1 : s.wordTo(i+1)]
	second := firstRune(word[min(len(word), utf8.RuneLen(firstRune(word))):])
	return (unicode.IsLower(before) || unicode.IsDigit(before) || strings.ContainsRune(")”%", before)) && unicode.IsUpper(firstRune(word)) && unicode.IsLower(second) &&
		!strings.ContainsRune(word, '.') && (hasMarks(word) || len(word) > 3 && s.wordTo(i+1) < len(s.Text))
}

// gluedFigures reports a word that touches a figure: 30ngày, số33. Short names of roads and classes (5A, T1) have no marks.
func gluedFigures(s *Sentence) {
	if !strings.ContainsAny(s.Text, "0123456789") {
		return
	}
	for i, w := range s.words {
		word := s.word(i)
		if !hasMarks(word) || utf8.RuneCountInString(word) < 2 || !vi.IsSyllable(strings.ToLower(word)) || s.inAddress(w.from) {
			continue
		}
		if w.from > 0 && isDigit(s.Text[w.from-1]) && unicode.IsLower(firstRune(word)) {
			s.respace(w.from, w.from, w.to, " ")
		}
		if w.to < len(s.Text) && isDigit(s.Text[w.to]) {
			s.respace(w.to, w.to, w.to+1, " ")
		}
	}
}

// respace reports that a mark, a blank or both should stand between from and to; what is shown is the words around. A gap in which a word is
// missing is left to be filled.
func (s *Sentence) respace(from, to, end int, words string) {
	start := s.wordFrom(from)
	stop := s.wordTo(end)
	if s.leftAt(from, to) {
		return
	}
	s.mendAround(start, stop, from, to, words, "words", s.Text[start:stop], "right", s.Text[start:from]+words+s.Text[to:stop])
}

// wordFrom is where the word that ends at a byte begins, wordTo where the one that begins there ends.
func (s *Sentence) wordFrom(at int) int {
	before := strings.TrimRight(s.Text[:at], " ")
	if near := upTo(before, len(before)); len(near) > 0 {
		return len(before) - len(near) + strings.LastIndexByte(near, ' ') + 1
	}
	return 0
}

func (s *Sentence) wordTo(at int) int {
	near := onFrom(s.Text, at)
	if i := strings.IndexByte(near, ' '); i >= 0 {
		return at + i
	}
	return at + len(near)
}

// looseMark tells marks, behind blanks from a byte on, that stand by themselves: dots of a gap, "./.", a ratio 1 : 2, a mark that begins a
// name (.docx), one behind room for what is filled in by hand.
func (s *Sentence) looseMark(i, from int, mark, after rune) bool {
	before := s.Text[from-1]
	switch mark {
	case '.':
		return after == '.' || after == '/' || unicode.IsLetter(after) || unicode.IsDigit(after) || before == '.'
	case '?':
		return before == '?' // three of them are something to be filled in
	case ':':
		return after == ' ' && i+2 < len(s.Text) && isDigit(s.Text[i+2]) && isDigit(before)
	}
	return i-from > 1 && filledIn[s.Text[s.wordFrom(from):from]] // ngày      , tháng
}

// wantsBlank tells whether a letter right behind a mark is a slip. A full stop inside a word is one only where a sentence ends: words
// in small letters before, a capital behind.
func (s *Sentence) wantsBlank(i int, mark, before, after rune) bool {
	if s.inAddress(i) || mark == ':' && before == '/' || mark == '.' && i > 0 && strings.HasPrefix(s.Text[i-1:], "v.v") {
		return false
	}
	switch mark {
	case '.':
		from := i
		for from > 0 {
			r, size := utf8.DecodeLastRuneInString(s.Text[:from])
			if !unicode.IsLower(r) {
				break
			}
			from -= size
		}
		if unicode.IsLower(after) && unicode.IsLower(before) {
			return hasMarks(s.Text[s.wordFrom(i):i]) || hasMarks(s.Text[i+1:s.wordTo(i)]) // no address and no file has them
		}
		if unicode.IsDigit(before) && !isYear(s.Text[:i]) {
			return false
		}
		if after == reference {
			return unicode.IsLower(before) && hasMarks(s.Text[from:i])
		}
		second, size := utf8.DecodeRuneInString(s.Text[i+1+utf8.RuneLen(after):])
		return unicode.IsUpper(after) && size > 0 && unicode.IsLower(second) && (unicode.IsDigit(before) || before == reference || utf8.RuneCountInString(s.Text[from:i]) >= 2) &&
			!(from > 0 && unicode.IsUpper(lastRune(s.Text[:from])) && utf8.RuneCountInString(s.Text[from:i]) < 3)
	case ',', ';', ':', '!', '?':
		return unicode.IsLetter(before) || unicode.IsDigit(before) || before == reference || strings.ContainsRune(")”\"%", before)
	}
	return false
}

// isYear tells whether a text ends in a year.
func isYear(text string) bool {
	n := len(text)
	return n >= 4 && strings.Trim(text[n-4:], "0123456789") == "" && (text[n-4] == '2' || text[n-4] == '1') && (n == 4 || !isDigit(text[n-5]))
}

func hasMarks(word string) bool { return len(word) != utf8.RuneCountInString(word) }

// inAddress tells whether a byte stands in an address of the net or a file's name, where blanks mean something else.
func (s *Sentence) inAddress(at int) bool {
	chunk := s.Text[s.wordFrom(at):s.wordTo(at)]
	return strings.ContainsAny(chunk, "@_\\") || strings.Contains(chunk, "//") || strings.Contains(chunk, "www.") || strings.Contains(chunk, ".vn")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

var doubleSpaces = &Rule{
	Kind: diag.Kind{ID: "writing/double-space", Severity: diag.Note,
		Message: diag.Words{VI: `thừa dấu cách giữa "{words}"`, EN: `too many blanks between "{words}"`},
		Fix:     diag.Words{VI: "để một dấu cách", EN: "leave one"}},
	Title:  diag.Words{VI: "Một dấu cách giữa hai chữ", EN: "One blank between words"},
	Reason: diag.Words{VI: "Dòng canh đều hai lề kéo giãn mỗi dấu cách: thừa một cái là thấy khoảng trống.", EN: "A justified line stretches every blank: two make a hole."},
	Wrong:  "Tổ chức  tuyên truyền tại các thôn.",
	Right:  "Tổ chức tuyên truyền tại các thôn.",
	sentence: func(s *Sentence) {
		for at := 0; ; {
			i := strings.Index(s.Text[at:], "  ")
			if i < 0 {
				return
			}
			from := at + i
			at = from
			for at < len(s.Text) && s.Text[at] == ' ' {
				at++
			}
			start, stop := s.wordFrom(from), s.wordTo(at)
			word, behind := s.Text[start:from], s.Text[at:]
			day := word == "ngày" && unicode.IsLetter(firstRune(behind)) && !strings.HasPrefix(behind, "tháng")
			switch {
			case from == 0, behind == "", !isDigit(behind[0]) && filledIn[word] && !day: // room for what is filled in by hand
				continue
			case strings.ContainsRune(",;:.!?)”]", firstRune(behind)), strings.ContainsRune("(“[", lastRune(word)): // writing/spaces takes all
				continue
			case s.leftAt(from, at): // a word is missing there
				continue
			}
			s.mendAround(start, stop, from, at, " ", "words", s.Text[start:from]+" "+s.Text[at:stop])
		}
	},
}

// filledIn are words behind which room is left for a figure.
var filledIn = set("ngày tháng năm số Số: số:")

var dashes = &Rule{
	Kind: diag.Kind{ID: "writing/dashes", Severity: diag.Note,
		Message: diag.Words{VI: `gạch nối chỉ cách một bên, hoặc quá dài: "{words}"`, EN: `a hyphen with a blank on one side only, or too long: "{words}"`},
		Fix:     diag.Words{VI: `ghi "{right}"`, EN: `write "{right}"`}},
	Title:    diag.Words{VI: "Gạch nối: cách cả hai bên, hoặc không cách", EN: "Hyphens: blanks on both sides, or on none"},
	Reason:   diag.Words{VI: "Nghị định viết khoảng số và từ ghép có dấu cách cả hai bên (20 - 25 mm, Độc lập - Tự do); viết liền cũng gặp. Cách một bên là lỗi gõ, và dòng có thể ngắt ở đó.", EN: "The decree writes ranges and pairs with blanks on both sides (20 - 25 mm); without any is met too. A blank on one side is a slip, and a line may end there."},
	Wrong:    "Phát triển kinh tế- xã hội giai đoạn 2026 -2030.",
	Right:    "Phát triển kinh tế - xã hội giai đoạn 2026 - 2030.",
	sentence: oneSidedDashes,
}

// oneSidedDashes reports hyphens and dashes between words or figures with a blank on one side. Those of document numbers are the
// matter of citations.
func oneSidedDashes(s *Sentence) {
	for i, r := range s.Text {
		if r != '-' && r != '–' && r != '—' || i == 0 || s.inNumber(i) {
			continue
		}
		next := i + utf8.RuneLen(r)
		before, after := lastRune(s.Text[:i]), firstRune(s.Text[next:])
		left, right := i, next
		switch {
		case r == '—' && unicode.IsDigit(before) && unicode.IsDigit(after):
			start, stop := s.wordFrom(left), s.wordTo(right)
			s.mendAround(start, stop, left, right, "-", "words", s.Text[start:stop], "right", s.Text[start:left]+"-"+s.Text[right:stop])
			continue
		case before == ' ' && isPart(after):
			if left--; !isPart(lastRune(s.Text[:left])) || unicode.IsDigit(after) && !unicode.IsDigit(lastRune(s.Text[:left])) && lastRune(s.Text[:left]) != '%' {
				continue // "đạt -5%"
			}
		case after == ' ' && isPart(before):
			if right++; !isPart(firstRune(s.Text[right:])) {
				continue
			}
		default:
			continue
		}
		start, stop := s.wordFrom(left), s.wordTo(right)
		mended := " " + string(r) + " "
		s.mendAround(start, stop, left, right, mended, "words", s.Text[start:stop], "right", s.Text[start:left]+mended+s.Text[right:stop])
	}
}

func isPart(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' }

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// inNumber tells whether a byte stands in a document's number.
func (s *Sentence) inNumber(at int) bool {
	for _, p := range s.all() {
		if p.Kind == phrase.Document && p.Document.Number.From <= at && at < p.Document.Number.To {
			return true
		}
	}
	return false
}
