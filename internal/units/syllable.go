package units

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A Vietnamese syllable (âm tiết) is an initial, a rime and a tone. The lists follow the orthography of the language's school
// grammars: 27 spellings of initials, 165 of rimes; of the tones only sắc and nặng stand with rimes that end in c, ch, p or t.

var initials = []string{"ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr",
	"b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""}

var rimes = wordSet(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
	e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
	i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
	o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
	ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
	u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
	ư ưa ưc ưi ưm ưn ưng ưu ưt ươc ươi ươm ươn ương ươp ươt ươu
	y ych yêm yên yêng yêt yêu yn ynh yt`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// isSyllable tells whether a word, in NFC or not, can be a syllable of Vietnamese.
func isSyllable(word string) bool {
	var letters strings.Builder
	tone := rune(0)
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		switch r {
		case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323': // huyền, sắc, ngã, hỏi, nặng
			if tone != 0 {
				return false
			}
			tone = r
		default:
			letters.WriteRune(r)
		}
	}
	toneless := norm.NFC.String(letters.String())
	for _, initial := range initials {
		rime, ok := strings.CutPrefix(toneless, initial)
		if ok && rimes[rime] {
			stopped := strings.HasSuffix(rime, "c") || strings.HasSuffix(rime, "ch") || strings.HasSuffix(rime, "p") || strings.HasSuffix(rime, "t")
			return !stopped || tone == '\u0301' || tone == '\u0323'
		}
	}
	return toneless == "gi" // gì
}

// words are the words of a text that hold more than ASCII: what stands between blanks, digits and ASCII punctuation and has a
// letter in it. A bullet alone is no word.
func words(text string) []string {
	fields := strings.FieldsFunc(text, func(r rune) bool {
		return r <= unicode.MaxASCII && !unicode.IsLetter(r) || r == '\u00A0' || r == '\u2013' || r == '\u2026'
	})
	kept := fields[:0]
	for _, word := range fields {
		if strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 && strings.IndexFunc(word, unicode.IsLetter) >= 0 {
			kept = append(kept, word)
		}
	}
	return kept
}
