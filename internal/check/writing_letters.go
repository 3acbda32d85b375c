package check

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/edit"
	"github.com/kehoach/kehoach/internal/plan"
)

var decomposed = &Rule{
	Kind: diag.Kind{ID: "writing/decomposed", Severity: diag.Warning, Clause: "NĐ 30 PL I, I.4",
		Message: diag.Words{VI: `"{words}" viết bằng chữ và dấu rời (Unicode tổ hợp), cả tệp có {count} từ như vậy`, EN: `"{words}" is written in letters and loose marks (decomposed Unicode), as are {count} words of the file`},
		Fix:     diag.Words{VI: "gõ lại bằng Unicode dựng sẵn, hoặc chạy kehoach check --fix", EN: "type them in composed Unicode, or run kehoach check --fix"}},
	Title:  diag.Words{VI: "Chữ Unicode dựng sẵn", EN: "Composed Unicode letters"},
	Reason: diag.Words{VI: "Phụ lục I, mục I.4 đòi bộ mã Unicode theo TCVN 6909:2001, không nói dựng sẵn hay dấu rời. Chữ và dấu rời nhìn thì giống nhưng tìm kiếm, sắp xếp và ký số không coi là một; chương trình in ra chữ dựng sẵn.", EN: "Annex I, I.4 asks for Unicode by TCVN 6909:2001 and does not say whether composed. Loose marks look the same, but searching and sorting tell them apart; what is printed is composed."},
	Wrong:  norm.NFD.String("Tuyên truyền đến") + " từng hộ dân.",
	Right:  "Tuyên truyền đến từng hộ dân.",
	whole: func(l *Look) {
		for _, file := range l.files() {
			l.decomposedIn(file)
		}
	},
}

// decomposedIn reports the words of a file that are not composed as one finding: they come from one keyboard or one copy.
func (l *Look) decomposedIn(file *plan.Source) {
	raw, _ := file.Decoded()
	if norm.NFC.IsNormalString(raw) {
		return
	}
	var repairs []repair
	at := 0
	for word := range strings.FieldsSeq(raw) {
		composed := norm.NFC.String(word)
		at += strings.Index(file.Text[at:], composed)
		if composed != word && norm.NFC.PropertiesString(word).BoundaryBefore() { // a mark that begins a word stands on the blank before it
			repairs = append(repairs, repair{word: edit.Word{At: plan.Place{File: file, Start: at, End: at + len(composed)}, New: composed}})
		}
		at += len(composed)
	}
	if len(repairs) > 0 {
		first := repairs[0].word
		l.report(first.At, "words", first.New, "count", strconv.Itoa(len(repairs))).repairs = repairs
	}
}

var lookAlikes = &Rule{
	Kind: diag.Kind{ID: "writing/look-alike", Severity: diag.Warning, Clause: "NĐ 30 PL I, I.4",
		Message: diag.Words{VI: `"{words}" có chữ "{letter}" ({code}) không phải chữ Việt, chỉ trông giống`, EN: `"{words}" has a "{letter}" ({code}) that is no Vietnamese letter and only looks like one`},
		Fix:     diag.Words{VI: `gõ lại "{right}"`, EN: `type "{right}" again`}},
	Title:    diag.Words{VI: "Không lẫn chữ trông giống của bảng chữ cái khác", EN: "No look-alike letters of other alphabets"},
	Reason:   diag.Words{VI: "Chữ Nga, chữ Hy Lạp hay chữ Ð của tiếng Iceland trông như chữ Việt nhưng tìm kiếm không ra và in bằng phông khác.", EN: "Cyrillic and Greek letters, or the Icelandic Ð, look like ours but no search finds them and fonts draw them otherwise."},
	Wrong:    "Đẩy mạnh cải cách thủ tục h\u0430\u0300nh chính tại x\u00e3 và c\u0430c thôn.",
	Right:    "Đẩy mạnh cải cách thủ tục hành chính tại xã và các thôn.",
	sentence: lookAlike,
}

// alike are letters of other alphabets and the ones that they look like.
var alike = map[rune]string{
	'А': "A", 'В': "B", 'Е': "E", 'К': "K", 'М': "M", 'Н': "H", 'О': "O", 'Р': "P", 'С': "C", 'Т': "T", 'Х': "X", 'У': "Y", 'І': "I",
	'а': "a", 'е': "e", 'о': "o", 'р': "p", 'с': "c", 'х': "x", 'у': "y", 'і': "i", 'ѕ': "s", 'һ': "h",
	'Α': "A", 'Β': "B", 'Ε': "E", 'Ζ': "Z", 'Η': "H", 'Ι': "I", 'Κ': "K", 'Μ': "M", 'Ν': "N", 'Ο': "O", 'Ρ': "P", 'Τ': "T", 'Υ': "Y", 'Χ': "X",
	'ο': "o", 'ν': "v", 'ι': "i", 'α': "a", 'Ð': "Đ", 'ð': "đ", 'Ɖ': "Đ",
}

// lookAlike reports words with a letter of another alphabet among ours, or of nothing but such letters.
func lookAlike(s *Sentence) {
	for i, w := range s.words {
		word := s.word(i)
		if len(word) == utf8.RuneCountInString(word) { // plain letters
			continue
		}
		var strange rune
		var right strings.Builder
		foreign := false // other letters of another alphabet: it is a foreign word
		for _, r := range word {
			switch latin := alike[r]; {
			case latin != "":
				if strange == 0 {
					strange = r
				}
				right.WriteString(latin)
			case !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Mn, r):
				foreign = true
			default:
				right.WriteRune(r)
			}
		}
		if strange != 0 && !foreign {
			mended := norm.NFC.String(right.String())
			s.mend(w.from, w.to, mended, "words", word, "letter", string(strange), "code", "U+"+strings.ToUpper(strconv.FormatInt(int64(strange), 16)), "right", mended)
		}
	}
}

var invisible = &Rule{
	Kind: diag.Kind{ID: "writing/invisible", Severity: diag.Warning,
		Message: diag.Words{VI: "có ký tự không thấy được hoặc không có trong phông chữ ({code})", EN: "a character that can't be seen or that fonts do not have ({code})"},
		Fix:     diag.Words{VI: "xóa ký tự ấy", EN: "delete it"}},
	Title:  diag.Words{VI: "Không có ký tự ẩn hoặc ký hiệu riêng của Word", EN: "No invisible characters, no private signs of Word"},
	Reason: diag.Words{VI: "Dấu cách không bề rộng, dấu ngắt từ ẩn, dấu đầu dòng riêng của Word theo khi chép dán; chúng làm hỏng tìm kiếm hoặc in ra ô trống.", EN: "Blanks without width, soft hyphens and Word's own bullets come along with a copy; they break searches or print as boxes."},
	Wrong:  "Tuyên truyền trên hệ\u200b thống truyền thanh.",
	Right:  "Tuyên truyền trên hệ thống truyền thanh.",
	sentence: func(s *Sentence) {
		for i, r := range s.Text {
			if r < 0xAD || !unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Co, r) {
				continue
			}
			s.mend(i, i+utf8.RuneLen(r), "", "code", "U+"+strings.ToUpper(strconv.FormatInt(int64(r), 16)))
		}
	},
}
