package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

var syllables = &Rule{
	Kind: diag.Kind{ID: "writing/syllables", Severity: diag.Warning,
		Message: diag.Words{VI: `"{words}" không phải một tiếng trong tiếng Việt`, EN: `"{words}" can be no syllable of Vietnamese`},
		Fix:     diag.Words{VI: "gõ lại từ này", EN: "type the word again"}},
	Title:    diag.Words{VI: "Chính tả: tiếng không thể có", EN: "Spelling: syllables that can't exist"},
	Reason:   diag.Words{VI: "Âm đầu, vần và thanh ghép lại không thành tiếng nào: gõ sót dấu, sai thứ tự phím hoặc thiếu dấu cách. Tên riêng, chữ viết tắt, từ nước ngoài không bị xét; tiếng viết sai mà vẫn có nghĩa khác thì quy tắc này không thấy.", EN: "Onset, rhyme and tone make no syllable: a mark or a blank is missing, or keys came in the wrong order. Names, abbreviations and foreign words are left alone; a slip that gives another word is not seen."},
	Wrong:    "Vận động ngừoi dân theo phưong châm đã nêu trong năm học.",
	Right:    "Vận động người dân theo phương châm đã nêu trong năm học.",
	sentence: notSyllables,
}

// loans are words of other languages that Vietnamese writes in one piece.
var loans = set(`vắcxin hécta kilômét ôxy ôxi rađiô lôgic lôgíc mêtan ôtô xêri êtô cácbon ôzôn gađơ mêtrô prôtêin côngtơ kílô kílôgam míttinh tivi ôrêôn ácquy clo êke
	bôxít xăngti píc míc clíp víp đôla eurô euro đroon viđêô súp ốplếp`)

// foreign are words in plain letters that look like syllables without their tone.
var foreign = set("chat test hot top set net bit mic pop kit cut tip chip hit pic sec pet cat hat tap hip doc sap bot at it up pat pit pot put rat sit cap map tot lit hop lap pac mac")

func notSyllables(s *Sentence) {
	shouting := s.Text == strings.ToUpper(s.Text)
	for i, w := range s.words {
		word := s.word(i)
		if !hasMarks(word) {
			if vi.LacksTone(word) && !foreign[word] && s.isPlainWord(w) {
				s.report(w.from, w.to, "words", word)
			}
			continue // else foreign, abbreviated, or a syllable that needs no mark
		}
		low := strings.ToLower(word)
		if vi.IsSyllable(low) || loans[low] || !s.isPlainWord(w) || !strings.ContainsFunc(low, isVowel) || strings.ContainsFunc(low, isForeign) {
			continue
		}
		near := vi.NearSyllable(low)
		first, size := utf8.DecodeRuneInString(word)
		switch {
		case shouting && utf8.RuneCountInString(word) > 3:
			near = strings.ToUpper(near)
		case word == low:
		case unicode.IsUpper(first) && word[size:] == low[utf8.RuneLen(unicode.ToLower(first)):] && (i == 0 || near != ""):
			if near != "" {
				r, size := utf8.DecodeRuneInString(near)
				near = string(unicode.ToUpper(r)) + near[size:]
			}
		default:
			continue // a name or an abbreviation
		}
		if near != "" {
			s.respell(w.from, w.to, near, "words", word).Near = near
			continue
		}
		s.report(w.from, w.to, "words", word)
	}
}

// respell is mend for letters: what somebody is called, and the words of others between quotation marks, are told but not repaired without
// asking.
func (s *Sentence) respell(from, to int, words string, args ...string) *Finding {
	f := s.mend(from, to, words, args...)
	if w := (span{from, to}); s.inPerson(w) || s.inQuote(w) || s.inName(from) {
		f.repairs = nil
	}
	return f
}

// inQuote tells whether words stand between quotation marks.
func (s *Sentence) inQuote(w span) bool {
	return slices.ContainsFunc(s.all(), func(p phrase.Phrase) bool { return p.Kind == phrase.Quote && p.From <= w.from && w.to <= p.To })
}

// inName tells whether the word at a byte has a capital that no sentence begins with: A Thuơng.
func (s *Sentence) inName(at int) bool {
	before, apart := strings.CutSuffix(s.Text[:at], " ")
	return unicode.IsUpper(firstRune(s.Text[at:])) && apart && !strings.ContainsRune(".?!:-+–", lastRune(before)) && s.Text != strings.ToUpper(s.Text)
}

// isPlainWord tells whether a word stands for itself: not joined by a hyphen, not beside a figure, not in an address.
func (s *Sentence) isPlainWord(w span) bool {
	for _, r := range []rune{lastRune(s.Text[:w.from]), firstRune(s.Text[w.to:])} {
		if unicode.IsDigit(r) || strings.ContainsRune("-_@&/'’", r) {
			return false
		}
	}
	return !s.inAddress(w.from)
}

func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ", r)
}

// isForeign tells letters that Vietnamese does not write.
func isForeign(r rune) bool {
	return strings.ContainsRune("fjwz", r) || r > 'z' && r != 'đ' && !isVowel(r)
}
