package phrase

import "strings"

// InWords tells whether words in brackets right behind a sum say it again, and where their bracket ends: 12.500.000 đồng (Bằng chữ: Mười
// hai triệu năm trăm nghìn đồng).
func InWords(text string, sum, words Phrase) (end int, ok bool) {
	if !isMoney(sum) || !isMoney(words) || words.From < sum.To {
		return 0, false
	}
	opens, found := strings.CutPrefix(strings.TrimSpace(text[sum.To:words.From]), "(")
	opens = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(opens)), "viết ")
	if opens = strings.TrimSpace(strings.TrimSuffix(opens, ":")); !found || opens != "" && opens != "bằng chữ" {
		return 0, false
	}
	behind := strings.TrimLeft(text[words.To:], " ")
	if len(behind) >= len(even) && strings.EqualFold(behind[:len(even)], even) {
		behind = behind[len(even):]
	}
	behind, closes := strings.CutPrefix(strings.TrimLeft(behind, "./"), ")")
	return len(text) - len(behind), closes
}

// even stands behind a sum without a remainder: mười triệu đồng chẵn.
const even = "chẵn"

func isMoney(p Phrase) bool { return p.Quantity != nil && p.Quantity.Sort == Money }
