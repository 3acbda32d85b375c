package phrase

import "strings"

// A vocabulary holds lists of words by their first word. Its bit marks the tokens that begin one, so that most are passed over
// without a look.
type vocabulary struct {
	bit  uint64
	more map[string][]string // the words behind the first
}

// begins are the bits of all vocabularies that have a list of words beginning with this word.
var begins = map[string]uint64{}

var vocabularies int

// words makes a vocabulary of phrases parted by commas. There are 64 of them at most.
func words(list string) vocabulary {
	if vocabularies == 64 {
		panic("phrase: more vocabularies than a token has bits")
	}
	v := vocabulary{1 << vocabularies, map[string][]string{}}
	vocabularies++
	for _, phrase := range strings.Split(list, ",") {
		first, more, _ := strings.Cut(strings.Join(strings.Fields(phrase), " "), " ")
		v.more[first] = append(v.more[first], more)
		begins[first] |= v.bit
	}
	return v
}
