package vi

import "strings"

// OneTone writes the tone of oa, oe and uy on the first vowel, whichever of the two styles a text has (hoà, khoẻ, uỷ; hòa, khỏe, ủy: NĐ 30
// itself mixes both). All but uỳ, uỹ and oẽ keep their length.
func OneTone(s string) string { return firstVowel.Replace(s) }

var firstVowel = strings.NewReplacer("oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe",
	"oẹ", "ọe", "uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy")
