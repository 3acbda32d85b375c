package vi

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// A syllable (tiếng) is an onset, a rhyme and a tone. The tables hold what the writing of Vietnamese allows, rare words too: what does
// not stand here can't be a syllable. Loanwords, names of other peoples and abbreviations are not the matter of these tables.
var (
	onsets = strings.Fields("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x")

	rhymes = strings.Fields(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
		e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
		o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
		ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt uêu ui um un ung uơ uôc uôi uôm uôn uông uôt
		up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y`)

	// alone are the rhymes that begin a word with y.
	alone = strings.Fields("yêm yên yêng yêt yêu")
	// behindQu and behindGi are what follows these two onsets, whose u and i are no vowels.
	behindQu = strings.Fields(`a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eng eo et ê êch ên ênh êt êu
		i ich in inh it iu o ôc ôi ôn ông ôt ơ ơi ơn ơt y ych yên yêt yn ynh yp yt yu`)
	behindGi = append(slices.Clone(rhymes), "êc", "êng")
)

// tones are the marks of the five written tones: huyền, ngã, hỏi, sắc, nặng. The last two go with every rhyme, the others not with
// one that ends in c, ch, p or t.
var tones = []string{"\u0300", "\u0303", "\u0309", "\u0301", "\u0323"}

var syllables = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool, 1<<15)
	add := func(onset string, rhymes []string) {
		for _, rhyme := range rhymes {
			if meets(onset, rhyme) {
				for _, toned := range toned(rhyme) {
					all[onset+toned] = true
				}
			}
		}
	}
	for _, onset := range onsets {
		add(onset, rhymes)
	}
	add("", rhymes)
	add("", alone)
	add("qu", behindQu)
	add("gi", behindGi)
	return all
})

// meets tells whether an onset is written so before a rhyme: k, gh and ngh before e, ê, i and y, else c, g and ng.
func meets(onset, rhyme string) bool {
	front := strings.ContainsAny(rhyme[:1], "eiy") || strings.HasPrefix(rhyme, "ê")
	switch onset {
	case "k", "gh", "ngh":
		return front
	case "c", "ng":
		return !front
	case "g":
		return !front || rhyme == "i" || rhyme == "in" // gì, gìn
	}
	return true
}

// toned are a rhyme and its forms with each tone that it takes, the mark on each letter that may carry it.
func toned(rhyme string) []string {
	forms := tones
	if stopped(rhyme) {
		forms = tones[3:]
	}
	all := []string{}
	if len(forms) == len(tones) {
		all = append(all, rhyme)
	}
	letters := []rune(rhyme)
	for _, at := range carriers(letters) {
		for _, tone := range forms {
			all = append(all, norm.NFC.String(string(letters[:at+1])+tone+string(letters[at+1:])))
		}
	}
	return all
}

// carriers are the letters of a rhyme on which its tone may stand: two in oa, oe and uy at the end, where hòa and hoà are both
// written.
func carriers(rhyme []rune) []int {
	vowels := 0
	for vowels < len(rhyme) && strings.ContainsRune("aăâeêioôơuưy", rhyme[vowels]) {
		vowels++
	}
	for i := vowels - 1; i >= 0; i-- {
		if strings.ContainsRune("ăâêôơư", rhyme[i]) {
			return []int{i}
		}
	}
	switch {
	case vowels == 1:
		return []int{0}
	case vowels == 3:
		return []int{1}
	case vowels < len(rhyme):
		return []int{1}
	}
	if two := string(rhyme); two == "oa" || two == "oe" || two == "uy" {
		return []int{0, 1}
	}
	return []int{0}
}

// IsSyllable tells whether a word in small letters and NFC can be a syllable of Vietnamese.
func IsSyllable(word string) bool { return syllables()[word] }

// LacksTone tells whether a word in plain small letters is a syllable of which the tone is missing for certain: one that ends in c, ch,
// p or t has sắc or nặng (phuc, tich).
func LacksTone(word string) bool {
	if len(word) < 2 || !stopped(word) || syllables()[word] {
		return false
	}
	for i := range len(word) {
		if syllables()[norm.NFC.String(word[:i+1]+tones[4]+word[i+1:])] {
			return true
		}
	}
	return false
}

// stopped tells whether a rhyme ends in one of the stops that only two tones go with.
func stopped(rhyme string) bool {
	return slices.ContainsFunc([]string{"c", "ch", "p", "t"}, func(stop string) bool { return strings.HasSuffix(rhyme, stop) })
}

// NearSyllable mends the slips of a keyboard in a word that is no syllable, where what was meant is certain: ưo or uơ for ươ (phưong,
// thuơng), a tone on the wrong letter (qúy, họach), ngh or ng before the wrong vowel (nghành). "" when none of them mends it.
func NearSyllable(word string) string {
	plain, tone := withoutTone(word)
	if tone == "" && plain != word { // two tones
		return ""
	}
	found := ""
	for _, spelled := range []string{plain, strings.Replace(plain, "ưo", "ươ", 1), strings.Replace(plain, "uơ", "ươ", 1),
		strings.Replace(plain, "ngh", "ng", 1), strings.Replace(plain, "ng", "ngh", 1), strings.Replace(plain, "gh", "g", 1)} {
		letters := []rune(spelled)
		for at := range letters {
			toned := norm.NFC.String(string(letters[:at+1]) + tone + string(letters[at+1:]))
			if IsSyllable(toned) && toned != found {
				if found != "" && spelled == plain { // hòa or hoà: both are right, and so is neither certain
					return ""
				}
				if found == "" {
					found = toned
				}
			}
		}
	}
	return found
}

// withoutTone takes the tone's mark off a word; "" with another word when there is more than one.
func withoutTone(word string) (plain, tone string) {
	var b strings.Builder
	count := 0
	for _, r := range norm.NFD.String(word) {
		if mark := string(r); slices.Contains(tones, mark) {
			tone = mark
			count++
			continue
		}
		b.WriteRune(r)
	}
	if count > 1 {
		tone = ""
	}
	return norm.NFC.String(b.String()), tone
}
