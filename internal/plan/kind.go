package plan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/vi"
)

// kindWords are the words that differ between the kinds of communes, so that one model serves all three: {{kind.thon}}. The
// economic office is named by NĐ 150/2025/NĐ-CP; đặc khu Phú Quốc, whose office has the name of a phường's, says so in its
// agency file (words).
var kindWords = map[string]map[AgencyKind]string{
	"xa":            {"xa": "xã", "phuong": "phường", "dac-khu": "đặc khu"},
	"thon":          {"xa": "thôn", "phuong": "tổ dân phố", "dac-khu": "thôn"},
	"truong_thon":   {"xa": "trưởng thôn", "phuong": "tổ trưởng tổ dân phố", "dac-khu": "trưởng thôn"},
	"phong_kinh_te": {"xa": "Phòng Kinh tế", "phuong": "Phòng Kinh tế, Hạ tầng và Đô thị", "dac-khu": "Phòng Kinh tế"},
}

// kindWord is the word of a kind: the agency's own, else the table's. A name with a capital gives a word with one.
func (a *Agency) kindWord(name string) (string, bool) {
	first, size := utf8.DecodeRuneInString(name)
	lower := string(unicode.ToLower(first)) + name[size:]
	word, ok := kindWords[lower][a.Kind]
	for _, own := range a.Words {
		if own.Name.Text == lower {
			word, ok = own.Value.Text, true
		}
	}
	if ok && unicode.IsUpper(first) {
		first, size = utf8.DecodeRuneInString(word)
		word = vi.Upper(string(first)) + word[size:]
	}
	return word, ok
}

// unitNames are the names of a people's committee, by the kind and the name of its unit: NĐ 30 PL I, II.2 for the letterhead,
// II.4 for the place, which is the unit's own name.
func unitNames(kind AgencyKind, unit string) map[string]string {
	word := kindWords["xa"][kind]
	if word == "" || unit == "" {
		return nil
	}
	return map[string]string{
		"name":       "Ủy ban nhân dân " + word + " " + unit,
		"short":      "UBND " + word + " " + unit,
		"letterhead": "ỦY BAN NHÂN DÂN\n" + vi.Upper(word+" "+unit),
		"place":      unit,
	}
}

// UnitName splits the name of a unit as people write it, "xã Sơn Tây Hạ", into its kind and its own name. kind is "" when the
// name begins with no kind.
func UnitName(name string) (kind AgencyKind, unit string) {
	name = strings.TrimSpace(name)
	for _, kind := range []AgencyKind{"xa", "phuong", "dac-khu"} {
		word := kindWords["xa"][kind] + " "
		if len(name) > len(word) && strings.EqualFold(name[:len(word)], word) {
			return kind, strings.TrimSpace(name[len(word):])
		}
	}
	return "", name
}
