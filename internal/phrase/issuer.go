package phrase

// agencyHeads begin the names of those who issue documents.
var agencyHeads = words(`ubnd, hđnd, ủy ban, uỷ ban, hội đồng, chính phủ, thủ tướng, quốc hội, bộ, ban, sở, phòng, tỉnh ủy, tỉnh uỷ, huyện ủy,
	huyện uỷ, thành ủy, thành uỷ, thị ủy, đảng ủy, đảng uỷ, trung ương, chủ tịch, văn phòng, cục, chi cục, tổng cục, viện, trường, đảng bộ, liên đoàn,
	hội, đoàn, mặt trận, công an, thường trực, bí thư, giám đốc, bộ trưởng, chủ nhiệm, hiệu trưởng, trung tâm, tòa án, btv, bcđ, liên ngành,
	bch, mttq, tổ, ngân hàng, bảo hiểm, kho bạc, tổng liên đoàn, đại hội, bộ phận, công chức, các ban, các thôn, các cơ quan, các đơn vị, lực lượng, công đoàn`)

// agencyHead tells whether the name of a body begins at token i. Its first word has a capital there (NĐ 30 PL II, IV.1).
func (s *scanner) agencyHead(i int) bool {
	return s.at(i).capital && s.oneOf(i, agencyHeads) > 0 && s.are(i, "ban hành") == 0
}

// notInIssuer are small words that no name of a body goes on with: the sentence does.
var notInIssuer = words(`đã, được, là, có, theo, để, tại, trong, cho, thì, nhằm, với, đến, trên, khi, nêu, gắn, phải, này, nói, và các, và những,
	hoặc, như, cũng, sẽ, đang, bằng, từ, do, đảm bảo, bảo đảm, đề ra, giao, yêu cầu, đối, gửi, kèm, nay, cùng, chưa, không, bị, ký`)

// issuerEnd is where the name of the body that begins at token i ends. NĐ 30 does not bound it: it ends where the subject or the
// rest of the sentence begins.
func (s *scanner) issuerEnd(i int) int {
	j := i
	for ; j < s.end && j < i+40; j++ {
		t := s.at(j)
		switch {
		case t.low == "," && (s.low(j+1) == "khóa" || s.low(j+1) == "khoá" || s.are(j+1, "nhiệm kỳ") > 0 || s.are(j+1, "kỳ họp") > 0):
		case t.low == "(" && t.pair > 0 && t.pair-1 < s.end && (s.low(j+1) == "khóa" || s.low(j+1) == "khoá"):
			j = t.pair - 1
		case isDash(t) && t.gap != line:
		case t.low == "," && (s.fieldGoesOn(i, j) || s.listGoesOn(j)):
		case t.sort == mark:
			return j
		case t.sort == figure && (s.before(j, "thứ") || s.before(j, "khóa") || s.before(j, "khoá") || s.before(j, "nhiệm kỳ")):
			if s.yearNumber(j) > 0 && isDash(s.at(j+1)) {
				j += 2
			}
		case t.low == "và":
			if (!s.at(j+1).capital || s.oneOf(j+1, types) > 0) && !s.fieldGoesOn(i, j) {
				return j
			}
		case t.low == "ngày", t.low == "năm", t.low == "v" && s.low(j+1) == "/":
			return j
		case !t.capital && (s.oneOf(j, connectors) > 0 || (s.oneOf(j, strongVerbs) > 0 || s.oneOf(j, notInIssuer) > 0) && !s.fieldGoesOn(i, j)):
			return j
		case t.sort == word && !t.capital && s.endingAt(j, levels) < j && s.oneOf(j, moreOfLevel) == 0: // the name of the unit would have a capital
			return j
		}
	}
	return j
}

// moreOfLevel make of a level another word: xã hội, tỉnh ủy.
var moreOfLevel = words("hội, ủy, uỷ, đoàn, đội, đảo, tỉnh, trực thuộc, thuộc, lần, khóa, khoá, nhiệm kỳ, và")

var (
	// fielded are bodies whose names say what they are for, in words that a sentence could go on with: Ban Chỉ đạo phòng, chống tội
	// phạm tỉnh, Hội đồng phối hợp phổ biến, giáo dục pháp luật huyện.
	fielded = words("ban, hội đồng, tổ, đoàn, hội, ủy ban quốc gia, uỷ ban quốc gia")
	// levels end such a name.
	levels = words("tỉnh, thành phố, thị xã, huyện, quận, xã, phường, thị trấn, trung ương, quốc gia, đặc khu")
	// allOf make of a level a place: trên địa bàn tỉnh, toàn xã.
	allOf = words("bàn, toàn, cấp, các, trong, mỗi, những")
)

// listGoesOn tells whether behind the comma at token j the name of a body that has several fields goes on: Sở Văn hóa, Thể thao và Du lịch.
func (s *scanner) listGoesOn(j int) bool {
	if !s.nameWord(j+1) || s.agencyHead(j+1) || s.oneOf(j+1, types) > 0 {
		return false
	}
	for k := j + 2; k < j+8; k++ {
		if t := s.at(k); t.sort != word && !isDash(t) && t.low != "," {
			return false
		} else if t.low == "và" {
			return s.nameWord(k+1) && !s.agencyHead(k+1) && s.oneOf(k+1, types) == 0
		}
	}
	return false
}

// longestField bounds what a body is for, in tokens.
const longestField = 20

// fieldGoesOn tells whether the words from token j on still tell what the body is for whose name began at token i: its level follows,
// and then at once the rest of the citation.
func (s *scanner) fieldGoesOn(i, j int) bool {
	if s.oneOf(i, fielded) == 0 {
		return false
	}
	for k := i; k < j; k++ {
		if s.oneOf(k, levels) > 0 {
			return false
		}
	}
	for k := j + 1; k < s.end && k < j+longestField; k++ {
		t := s.at(k)
		if level := s.oneOf(k, levels); level > 0 && k > j+1 && s.endingAt(k, allOf) == k {
			for s.nameWord(level) && s.oneOf(level, types) == 0 {
				level++
			}
			if s.oneOf(level, connectors) > 0 || s.oneOf(level, strongVerbs) > 0 || s.low(level) == "v" && s.low(level+1) == "/" {
				return true
			}
		}
		if t.sort == mark && t.low != "," && !isDash(t) || t.capital && s.agencyHead(k) || s.are(k, "về") > 0 || s.are(k, "v") > 0 && s.low(k+1) == "/" {
			return false
		}
	}
	return false
}
