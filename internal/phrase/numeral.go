package phrase

// digitWords are the words for digits; some have another form behind tens (mười lăm, hai mươi mốt, bốn mươi tư).
var digitWords = map[string]float64{"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
	"tám": 8, "chín": 9}

// placeWords give the digit before them its place, or stand for a missing one.
var placeWords = map[string]bool{"mười": true, "mươi": true, "trăm": true, "linh": true, "lẻ": true, "nghìn": true, "ngàn": true, "triệu": true, "tỷ": true, "tỉ": true}

// longestNumeral bounds a number in words, in tokens: 999 999 999 999 has 23.
const longestNumeral = 25

// words is the token behind a number in words at token i: hai, mười lăm, một trăm hai mươi; 0 when there is none. A lone "một" is
// an article and a lone "năm" a year, unless the text asks for so many ("ít nhất một người").
func (s *scanner) words(i int) int {
	first := s.low(i)
	if _, digit := digitWords[first]; s.at(i).sort != word || !digit && first != "mười" || first == "không" || first == "mốt" || first == "lăm" || first == "tư" {
		return 0
	}
	j := i + 1
	for ; j < i+longestNumeral; j++ {
		low := s.low(j)
		_, digit := digitWords[low]
		if !digit && !placeWords[low] || digit && !placeWords[s.low(j-1)] { // digits in a row are no number
			break
		}
	}
	if j == i+1 && (first == "một" || first == "năm") && s.endingAt(i, askers) == i {
		return 0
	}
	return j
}

// askers ask for so many.
var askers = words("ít nhất, tối thiểu, không quá, đủ")

// wordValue is the value of the number in words at token i.
func (s *scanner) wordValue(i int) float64 {
	total, group, digit := 0.0, 0.0, 0.0 // all groups before; the hundreds and tens of this one; its last digit
	for j := i; j < s.words(i); j++ {
		switch low := s.low(j); low {
		case "mười":
			group, digit = group+10, 0
		case "mươi":
			group, digit = group+digit*10, 0
		case "trăm":
			group, digit = group+digit*100, 0
		case "linh", "lẻ":
		case "nghìn", "ngàn", "triệu":
			total, group, digit = total+(group+digit)*scaleOf[low], 0, 0
		case "tỷ", "tỉ": // nghìn tỷ: what was counted so far, times a thousand million
			total, group, digit = (total+group+digit)*scaleOf[low], 0, 0
		default:
			digit = digitWords[low]
		}
	}
	return total + group + digit
}
