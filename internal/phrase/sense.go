package phrase

// Clues to a year's sense are words close before it ("so với", "đến"), read backwards over words that only fill ("cuối", "hết",
// "cùng kỳ"), and those right behind it ("đã").
var (
	pastClues = words(`so với, trước, thành lập, sinh, ban hành, hoàn thành từ, tái lập, chia tách, sáp nhập, khởi công, xảy ra, được xây dựng,
		cùng kỳ, so với cùng kỳ, cao hơn, thấp hơn, nhiều hơn, ít hơn, bình quân, được công nhận, công nhận, đã đạt chuẩn, mất, được phê duyệt, ký kết, tuyển dụng, bổ nhiệm`)
	sinceClues   = words("từ, kể từ, tính từ, bắt đầu từ")
	targetClues  = words("đến, tới, tầm nhìn, tầm nhìn đến, trước mắt đến, hướng tới")
	outcomeClues = words(`kết quả, tổng kết, sơ kết, thực hiện nhiệm vụ, tình hình, thành tích, đánh giá, kiểm điểm, xếp loại, quyết toán, số liệu, kết quả thực hiện`)
	fillers      = words("cuối, hết, đầu, giữa, cuối năm, kỳ, cùng kỳ, mốc, thời điểm, năm, khoảng, trong, ngay")
	namedClues   = words(`chiến dịch, cách mạng, chiến thắng, khởi nghĩa, tổng tiến công, hiệp định, đại thắng, mùa xuân, đồng khởi, tổng khởi nghĩa,
		cuộc tổng tiến công, hiệp định giơ-ne-vơ, trận`)
	doneWords = words("đã, vừa qua, qua đi, trước đây")
	// given are words by which tasks of the year are told, not what was done in it: chỉ tiêu năm 2024 đã đề ra.
	given = words(`đã đề ra, đã được đề ra, đã giao, đã được giao, đã đăng ký, đã phê duyệt, đã được phê duyệt, đã ban hành, đã được ban hành, đã ký kết, đã xây dựng,
		đã được hđnd, đã được ubnd, đã công bố`)
)

// sense tells what the year at token j is spoken of as, of a phrase that begins at token i and ends before behind.
func (s *scanner) sense(i, j, behind int) (Sense, Span) {
	if next := s.at(behind); s.oneOf(behind, doneWords) > 0 && s.oneOf(behind, given) == 0 {
		return Past, next.Span
	} else if next.low == "," && s.oneOf(behind+1, doneWords) > 0 {
		return Past, s.at(behind + 1).Span
	}
	k := i
	for range 3 { // fillers
		if at := s.endingAt(k, fillers); at < k {
			k = at
		} else {
			break
		}
	}
	for _, c := range []struct {
		words vocabulary
		sense Sense
	}{{pastClues, Past}, {sinceClues, Since}, {targetClues, Target}, {outcomeClues, Outcome}} {
		if at := s.endingAt(k, c.words); at < k {
			return c.sense, s.span(at, k)
		}
	}
	// Farther back in the same clause: the name of an event in history, or of an outcome.
	for back := k - 1; back >= 0 && back >= k-14; back-- {
		t := s.at(back)
		if t.sort == mark && !isDash(t) && !(t.low == "," && s.are(back-1, "thu , chi") > 0) {
			break
		}
		if at := s.oneOf(back, namedClues); at > 0 && at <= k && t.capital && s.yearNumber(j) < 1990 {
			return Named, s.span(back, at)
		}
		if at := s.oneOf(back, outcomeClues); at > 0 && at <= k {
			return Outcome, s.span(back, at)
		}
		if at := s.are(back, "so với"); at > 0 && at <= k && back >= k-7 { // so với dự toán năm 2023
			return Past, s.span(back, at)
		}
	}
	if s.yearNumber(j) < 1990 {
		return Past, Span{}
	}
	return Plain, Span{}
}

// The ten stems (can) and twelve branches (chi) by which lunar years are named.
var (
	stems    = map[string]bool{"giáp": true, "ất": true, "bính": true, "đinh": true, "mậu": true, "kỷ": true, "kỉ": true, "canh": true, "tân": true, "nhâm": true, "quý": true, "quí": true}
	branches = map[string]bool{"tý": true, "tí": true, "sửu": true, "dần": true, "mão": true, "thìn": true, "tỵ": true, "tị": true, "ngọ": true, "mùi": true,
		"thân": true, "dậu": true, "tuất": true, "hợi": true}
)

// lunarYear takes the name of a lunar year, with the year of the calendar beside it: năm Giáp Thìn, Xuân Ất Tỵ 2025, Tết Bính Ngọ năm 2026.
func (s *scanner) lunarYear(i int) (Phrase, int) {
	j := i
	if s.low(i) == "năm" || s.low(i) == "xuân" || s.low(i) == "tết" {
		j++
	}
	if !stems[s.low(j)] || !branches[s.low(j+1)] || !s.at(j).capital {
		return Phrase{}, 0
	}
	p := Phrase{Kind: LunarYear, Name: s.span(j, j+2)}
	behind := j + 2
	k := behind
	if s.low(k) == "năm" || isDash(s.at(k)) || s.low(k) == "(" && s.yearNumber(k+1) > 0 && s.low(k+2) == ")" {
		k++
	}
	if year := s.yearNumber(k); year > 0 {
		p.Years = []YearAt{{s.at(k).Span, year, Lunar, s.span(j, j+2)}}
		if year < 1990 {
			p.Years[0].Sense = Named // Xuân Mậu Thân 1968
		}
		behind = k + 1
		if s.low(k-1) == "(" {
			behind++
		}
	}
	p.Span = s.span(i, behind)
	return p, behind
}

// anniversary takes a count of years since an event, which grows every year: kỷ niệm 80 năm Ngày Quốc khánh, lần thứ 80.
func (s *scanner) anniversary(i int) (Phrase, int) {
	n := s.number(i, 1, 2000)
	if n > 0 && s.low(i+1) != "năm" && (s.before(i, "kỷ niệm lần thứ") || s.before(i, "kỉ niệm lần thứ")) {
		return Phrase{Kind: Anniversary, Span: s.at(i).Span, Quantity: &Figure{Number: s.at(i).Span, Sort: Time, Value: float64(n)}}, i + 1
	}
	if n < 0 || s.low(i+1) != "năm" {
		return Phrase{}, 0
	}
	celebrated := s.before(i, "kỷ niệm") || s.before(i, "kỉ niệm") || s.before(i, "kỷ niệm lần thứ") || s.oneOf(i+2, nothingCelebrated) == 0 && s.celebrates(i)
	if !celebrated && !(s.low(i+2) == "ngày" && s.at(i+2).capital) && s.are(i+2, "thành lập") == 0 && s.are(i+2, "ngày thành lập") == 0 &&
		s.are(i+2, "ngày truyền thống") == 0 && !s.isVictory(i+2) {
		return Phrase{}, 0
	}
	return Phrase{Kind: Anniversary, Span: s.span(i, i+2),
		Quantity: &Figure{Number: s.at(i).Span, Unit: s.at(i + 1).Span, Sort: Time, Value: float64(n)}}, i + 2
}

// isVictory tells whether an event of history stands at token i, whose years are counted though nobody says kỷ niệm: tuyên truyền 70 năm
// Chiến thắng Điện Biên Phủ.
func (s *scanner) isVictory(i int) bool {
	switch s.low(i) {
	case "chiến", "giải", "quốc", "khởi", "đồng", "cách":
		return s.at(i).capital && (s.are(i, "chiến thắng") > 0 || s.are(i, "chiến dịch") > 0 || s.are(i, "giải phóng") > 0 || s.are(i, "quốc khánh") > 0 ||
			s.are(i, "khởi nghĩa") > 0 || s.are(i, "đồng khởi") > 0 || s.are(i, "cách mạng tháng tám") > 0)
	}
	return false
}

// celebrates tells whether the count of years at token i is one of several that a sentence celebrates: kỷ niệm 80 năm Cách mạng tháng
// Tám và 80 năm Quốc khánh.
func (s *scanner) celebrates(i int) bool {
	if joint := s.low(i - 1); joint != "và" && joint != "," && joint != ";" && !isDash(s.at(i-1)) {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-longestList && !(s.low(k) == "." && s.sentenceEnds(k)); k-- {
		if s.are(k, "kỷ niệm") > 0 || s.are(k, "kỉ niệm") > 0 {
			return true
		}
	}
	return false
}

// nothingCelebrated are words behind a count of years that is a time.
var nothingCelebrated = words("liền, liên tục, liên tiếp, nay, qua, trước, sau, tới, gần đây, tuổi, thực hiện, thi hành, kể từ, tính từ")

// longestList bounds, in tokens, how far before a count its sentence is read.
const longestList = 60
