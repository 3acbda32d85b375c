package units

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// windows1258 writes most tones as marks behind the letter; NFC joins them.
func windows1258(data []byte) string {
	text, err := charmap.Windows1258.NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	return norm.NFC.String(string(text))
}

// tcvn3Letters are the letters of the bytes A1 to FF in TCVN 5712:1993 (VN2, of which the ABC fonts show VN3): capitals
// with a tone are written with the small letter in a font of capitals, so they come out small.
var tcvn3Letters = []rune("ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ")

func tcvn3(data []byte) string {
	var b strings.Builder
	for _, c := range data {
		switch {
		case c >= 0xA1:
			b.WriteRune(tcvn3Letters[c-0xA1])
		case c < 0x80:
			b.WriteByte(c)
		default:
			b.WriteRune(charmap.Windows1252.DecodeByte(c))
		}
	}
	return norm.NFC.String(b.String())
}

// VNI writes a vowel and then a byte for its marks ("aù" for á, "aá" for ấ); only some letters have a byte of their own. Source:
// the table "VNI for Windows" of the VietUnicode project.
var (
	vniLetters = map[byte]rune{'\xF1': 'đ', '\xD1': 'Đ', '\xF4': 'ơ', '\xD4': 'Ơ', '\xF6': 'ư', '\xD6': 'Ư', '\xED': 'í', '\xCD': 'Í',
		'\xEC': 'ì', '\xCC': 'Ì', '\xE6': 'ỉ', '\xC6': 'Ỉ', '\xF3': 'ĩ', '\xD3': 'Ĩ', '\xF2': 'ị', '\xD2': 'Ị', '\xEE': 'ỵ', '\xCE': 'Ỵ'}
	vniMarks = map[byte]string{'\xF9': "\u0301", '\xF8': "\u0300", '\xFB': "\u0309", '\xF5': "\u0303", '\xEF': "\u0323",
		'\xE2': "\u0302", '\xE1': "\u0302\u0301", '\xE0': "\u0302\u0300", '\xE5': "\u0302\u0309", '\xE3': "\u0302\u0303", '\xE4': "\u0302\u0323",
		'\xEA': "\u0306", '\xE9': "\u0306\u0301", '\xE8': "\u0306\u0300", '\xFA': "\u0306\u0309", '\xFC': "\u0306\u0303", '\xEB': "\u0306\u0323"}
)

func vni(data []byte) string {
	var b strings.Builder
	for _, c := range data {
		small := c | 0x20 // marks behind a capital are the same bytes less 20
		switch letter, mark := vniLetters[c], vniMarks[small]; {
		case letter != 0:
			b.WriteRune(letter)
		case c >= 0xC0 && mark != "":
			b.WriteString(mark)
		case c < 0x80:
			b.WriteByte(c)
		default:
			b.WriteRune(charmap.Windows1252.DecodeByte(c))
		}
	}
	return norm.NFC.String(b.String())
}
