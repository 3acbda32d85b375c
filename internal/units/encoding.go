package units

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/diag"
)

// An encoding is one of those in which Vietnamese was written before Unicode.
type encoding struct {
	name   string
	decode func(data []byte) string
}

var encodings = []encoding{
	{"Windows-1258", windows1258},
	{"TCVN3 (ABC)", tcvn3},
	{"VNI", vni},
}

// decode turns the bytes of a text file into UTF-8 without BOM. Bytes that are no Unicode are taken for the old encoding that
// makes Vietnamese words of them, with a note; when none does, or two do, that is an error.
func decode(data []byte, shown string) (string, diag.List) {
	whole := diag.Location{File: shown}
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return utf16Text(data[2:], binary.LittleEndian, whole)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return utf16Text(data[2:], binary.BigEndian, whole)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.IndexByte(data, 0) >= 0 {
		return "", diag.List{fileNotText.At(whole)}
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	best, ok := likeliest(data)
	if !ok {
		return "", diag.List{unsure.At(whole)}
	}
	return best.decode(data), diag.List{converted.At(whole, "encoding", best.name)}
}

func utf16Text(data []byte, order binary.ByteOrder, whole diag.Location) (string, diag.List) {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	text := string(utf16.Decode(units))
	if len(data)%2 != 0 || strings.IndexByte(text, 0) >= 0 {
		return "", diag.List{fileNotText.At(whole)}
	}
	return text, nil
}

// What likeliest wants: so many of the words with accents must be syllables of Vietnamese, and so many more than in the next
// encoding. Names from other languages (Krông Pắc) are why it isn't all of them.
const (
	goodShare = 0.75
	margin    = 0.15
	sampled   = 1 << 20 // bytes that are looked at
)

// likeliest is the encoding in which data is Vietnamese; ok is false when that can't be told.
func likeliest(data []byte) (best encoding, ok bool) {
	data = data[:min(len(data), sampled)]
	first, second := 0.0, 0.0
	for _, e := range encodings {
		switch s := share(e.decode(data)); {
		case s > first:
			best, first, second = e, s, first
		case s > second:
			second = s
		}
	}
	return best, first >= goodShare && first-second >= margin
}

// share is how many of the words with accents are syllables of Vietnamese, from 0 to 1; 0 when there is no such word.
func share(text string) float64 {
	all := words(text)
	good := 0
	for _, word := range all {
		if isSyllable(word) {
			good++
		}
	}
	return float64(good) / float64(max(len(all), 1))
}

// A font is an old encoding in whose fonts (.VnTime, VNI-Times) cells of a table were typed before they were stored as Unicode,
// as Excel does: "x· S¬n T©y" for "xã Sơn Tây". The zero font is none.
type font struct {
	encoding
	whole bool // most of the table is in it, so that a word is in doubt taken to be
}

// fontWords is how many words must speak for a font: one or two may be foreign names or typing errors.
const fontWords = 3

// fontOf finds the font of a table in its text. What speaks for one are words that can't be Vietnamese as they stand and are in
// the encoding.
func fontOf(text string) font {
	var latin, bad int
	good := make([]int, len(encodings))
	seen := map[string][]bool{} // what each word says: that it is no syllable as it stands, and the encodings in which it is one
	for _, word := range words(text[:min(len(text), sampled)]) {
		says, ok := seen[word]
		if !ok {
			says = fontsOf(word)
			seen[word] = says
		}
		if says == nil {
			continue
		}
		latin++
		if says[0] {
			bad++
			for i := range good[1:] {
				if says[i+1] {
					good[i+1]++
				}
			}
		}
	}
	best := 1
	for i := range good {
		if good[i] > good[best] {
			best = i
		}
	}
	n := good[best]
	if n < fontWords || float64(n) < goodShare*float64(bad) || n == good[3-best] {
		return font{}
	}
	return font{encodings[best], 2*n >= latin}
}

// fontsOf tells first whether a word can't be Vietnamese as it stands, then in which encodings it is; nil for a word that no font
// of an old encoding shows.
func fontsOf(word string) []bool {
	data, ok := latin1(word)
	if !ok {
		return nil
	}
	says := make([]bool, len(encodings))
	says[0] = !isSyllable(word)
	for i, e := range encodings[1:] {
		says[i+1] = says[0] && isSyllable(e.decode(data))
	}
	return says
}

// mend is a text typed in the font; ok is false when it wasn't.
func (f font) mend(text string) (mended string, ok bool) {
	if f.decode == nil || plain(text) {
		return "", false
	}
	data, ok := latin1(text)
	if !ok || !f.whole && share(norm.NFC.String(text)) == 1 {
		return "", false
	}
	mended = f.decode(data)
	return mended, share(mended) == 1
}

// latin1 is a text as the bytes that a font of an old encoding shows; ok is false when it holds more than those.
func latin1(text string) (data []byte, ok bool) {
	data, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	return data, err == nil
}
