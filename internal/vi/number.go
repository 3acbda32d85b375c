package vi

import (
	"strconv"
	"strings"
)

// Amount groups digits by thousands with full stops: 15.000.000.
func Amount(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return sign + digits
}

var digitWords = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// scales are the names of groups of three digits, from the right; nghìn tỷ and triệu tỷ follow from them.
var scales = [...]string{"", " nghìn", " triệu", " tỷ", " nghìn tỷ", " triệu tỷ"}

// MaxInWords bounds what InWords can say.
const MaxInWords = 999_999_999_999_999_999

// InWords writes a whole number from 0 to MaxInWords in words: 15000000 is "mười lăm triệu".
func InWords(n int64) string {
	if n == 0 {
		return digitWords[0]
	}
	var groups []int
	for ; n > 0; n /= 1000 {
		groups = append(groups, int(n%1000))
	}
	var words []string
	for i := len(groups) - 1; i >= 0; i-- {
		if groups[i] > 0 {
			words = append(words, hundreds(groups[i], i < len(groups)-1)+scale(groups, i))
		}
	}
	return strings.Join(words, " ")
}

// scale is the name of group i; "tỷ" is said once: 1 234 567 000 000 000 is "một triệu hai trăm … nghìn tỷ".
func scale(groups []int, i int) string {
	name := scales[i]
	if i > 3 {
		for j := 3; j < i; j++ {
			if groups[j] > 0 {
				return strings.TrimSuffix(name, " tỷ")
			}
		}
	}
	return name
}

// hundreds writes a group of three digits; inside a longer number its zeros are said too.
func hundreds(n int, inside bool) string {
	h, t, u := n/100, n/10%10, n%10
	var words []string
	if h > 0 || inside {
		words = append(words, digitWords[h], "trăm")
	}
	switch {
	case t == 0 && u > 0 && len(words) > 0:
		words = append(words, "linh")
	case t == 1:
		words = append(words, "mười")
	case t > 1:
		words = append(words, digitWords[t], "mươi")
	}
	switch {
	case u == 0:
	case u == 1 && t > 1:
		words = append(words, "mốt")
	case u == 5 && t > 0:
		words = append(words, "lăm")
	default:
		words = append(words, digitWords[u])
	}
	return strings.Join(words, " ")
}

// Roman writes 1 to 3999 in Roman numerals, as mục and phụ lục are numbered (NĐ 30 PL I, II.6đ, III.1a); others in digits.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, digit := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"},
		{5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= digit.value; n -= digit.value {
			b.WriteString(digit.text)
		}
	}
	return b.String()
}

// OfRoman is the number that a Roman numeral writes, as Roman does; 0 when it writes none.
func OfRoman(numeral string) int {
	values := map[rune]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
	sum, before := 0, 0
	for _, digit := range numeral {
		value := values[digit]
		if sum += value; before < value { // IV: what was added is taken off
			sum -= 2 * before
		}
		before = value
	}
	if sum == 0 || Roman(sum) != numeral { // IIII, IC
		return 0
	}
	return sum
}

// Letters are those by which điểm are numbered (NĐ 30 PL I, II.6đ): the Vietnamese alphabet without ă, â, ê, ô, ơ, ư.
var Letters = []string{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"}
