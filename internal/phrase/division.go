package phrase

// divisions are the words for parts of documents. NĐ 30 PL I, II.6đ; their capitals: PL II, V.7.
var divisions = words("phần, chương, mục, tiểu mục, điều, khoản, điểm, tiết, phụ lục, biểu, biểu mẫu, mẫu, mẫu số, biểu số, phụ lục số")

// firstHalves make with a word for a division another word: dứt điểm 03 vụ, hạng mục 02 công trình, đại biểu 15 xã.
var firstHalves = words(`dứt, quan, thời, địa, trọng, đặc, ưu, khuyết, nhược, yếu, cao, thí, tâm, chấm, xuất, cực, hạng, danh, chuyên, tiết, hạng mục,
	tài, chi, thời, thành, góp, cổ, học, tín, đại, phát, tiêu, bày, quy, kiểu, gương, làm, văn, khai, tra, sát, lấy, diễn`)

// division takes a part of a document, and the parts around it: điểm a khoản 2 Điều 5, Mục II, các khoản 1, 2 và 3 Điều 7.
func (s *scanner) division(i int) (Phrase, int) {
	behind := s.oneDivision(i)
	if behind == 0 {
		return Phrase{}, 0
	}
	for {
		k := behind
		if s.low(k) == "," || s.low(k) == "và" {
			k++
		}
		next := s.oneDivision(k)
		if next == 0 {
			break
		}
		behind = next
	}
	return Phrase{Kind: Division, Span: s.span(i, behind)}, behind
}

// oneDivision takes a word for a division with its numbers or letters: khoản 1, 2 và 3; điểm a, b; Mục II.
func (s *scanner) oneDivision(i int) int {
	j := s.oneOf(i, divisions)
	if j == 0 || s.endingAt(i, firstHalves) < i && !s.at(i).capital || !s.isDivisionNumber(i, j) {
		return 0
	}
	j++
	for {
		k := j
		if s.low(k) == "," || s.low(k) == "và" || isDash(s.at(k)) && s.at(k).gap == tight {
			k++
		}
		if k == j || !s.isDivisionNumber(i, k) || s.counts(k+1) {
			return j
		}
		j = k + 1
	}
}

// isDivisionNumber tells whether token j numbers a division whose word stands at i: digits, a Roman number in capitals, or one letter.
func (s *scanner) isDivisionNumber(i, j int) bool {
	t := s.at(j)
	switch {
	case t.sort == figure && s.low(i) == "phần" && s.oneOf(j+1, measures) > 0: // phần 02 ha chưa trồng
		return false
	case t.sort == figure:
		return s.yearNumber(j) == 0 && s.low(j+1) != "/" && s.low(j+1) != "%"
	case t.sort != word || t.gap == tight && s.low(j-1) != "-":
		return false
	case t.capital || s.shouting:
		return isRoman(t.low)
	case s.low(i) == "điểm" || s.low(i) == "tiết":
		return len([]rune(t.low)) == 1
	}
	return false
}

func isRoman(low string) bool {
	for _, r := range low {
		if r != 'i' && r != 'v' && r != 'x' && r != 'l' {
			return false
		}
	}
	return low != ""
}
