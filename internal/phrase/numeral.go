package phrase

// digitWords are the words for digits; some have another form behind tens (mười lăm, hai mươi mốt, bốn mươi tư).
var digitWords = map[string]float64{"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
	"tám": 8, "chín": 9}

// words is the token behind a number in words at token i: hai, mười lăm, một trăm hai mươi; 0 when there is none. A lone "một" is
// an article and a lone "năm" a year, unless the text asks for so many ("ít nhất một người").
func (s *scanner) words(i int) int {
	if s.at(i).sort != word {
		return 0
	}
	j := i
	for ; j < i+12; j++ {
		low := s.low(j)
		_, digit := digitWords[low]
		if !digit && low != "mười" && low != "mươi" && low != "trăm" && low != "linh" && low != "lẻ" || low == "không" && j == i {
			break
		}
		if j > i && digit && !tensWord(s.low(j-1)) {
			break // digits in a row are no number
		}
	}
	if first := s.low(i); j == i || first == "mươi" || first == "linh" || first == "lẻ" || first == "lăm" || first == "mốt" || first == "tư" || first == "trăm" {
		return 0
	}
	if j == i+1 && (s.low(i) == "một" || s.low(i) == "năm") && !s.asked(i) {
		return 0
	}
	return j
}

func tensWord(low string) bool {
	return low == "mười" || low == "mươi" || low == "trăm" || low == "linh" || low == "lẻ"
}

// asked tells whether a number is asked for right before token i.
func (s *scanner) asked(i int) bool {
	return s.before(i, "ít nhất") || s.before(i, "tối thiểu") || s.before(i, "không quá") || s.before(i, "đủ")
}

// wordValue is the value of the number in words at token i.
func (s *scanner) wordValue(i int) float64 {
	total, last := 0.0, 0.0
	for j := i; j < s.words(i); j++ {
		switch low := s.low(j); low {
		case "mười":
			total, last = total+10, 0
		case "mươi":
			total, last = total+last*10, 0
		case "trăm":
			total, last = total+last*100, 0
		case "linh", "lẻ":
		default:
			last = digitWords[low]
		}
	}
	return total + last
}
