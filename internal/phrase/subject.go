package phrase

// longest bounds a subject, in tokens. The longest seen has 62.
const longest = 160

// subjectEnd is the token behind the subject that begins at token i. It ends at a full stop, a colon, a bracket or quotation mark
// that opened before it; at a semicolon or comma behind which the sentence, not the subject, goes on; before a further document
// that "và" joins; before words that can only be the sentence's own.
func (s *scanner) subjectEnd(i int) int {
	law := false // a law was named: more may follow it behind commas
	j := i
	for ; j < s.end && j < i+longest; j++ {
		t := s.at(j)
		switch {
		case t.sort == mark && t.pair-1 > j && t.pair-1 < s.end:
			if t.low == "(" && (s.are(j+1, "sau đây") > 0 || s.are(j+1, "gọi tắt") > 0 || s.low(j+1) == "qua" || s.are(j+1, "kèm theo") > 0) {
				return j
			}
			j = t.pair - 1
		case t.low == ":" && s.are(j-3, "giai đoạn") > 0: // giai đoạn I: từ năm 2021 đến năm 2025
		case t.low == ":" || t.low == ")" || t.low == "”" || t.low == "’" || t.low == `"` && t.pair > 0 && t.pair-1 < i:
			return j
		case t.low == "." && s.sentenceEnds(j), t.low == "!" || t.low == "?":
			return j
		case isDash(t) && t.gap == line && s.at(j+1).gap == blank && s.at(j+1).capital, t.low == "+" && t.gap == line:
			return j // an item of a list on a line of its own
		case t.low == ";":
			if !s.moreSubject(i, j) {
				return j
			}
		case t.low == ",":
			if s.sentenceGoesOn(j+1, law) {
				return j
			}
		case t.low == "và" || t.low == "hoặc":
			if s.further(j + 1) {
				return j
			}
		case t.low == "luật" && t.capital, t.low == "bộ" && s.low(j+1) == "luật":
			law = true
		case t.capital && s.yearNumber(j-1) > 0 && s.acts(j): // năm 2024 Ủy ban nhân dân xã xây dựng
			return j
		case s.oneOf(j, sentenceWords) > 0, t.low == "đến" && s.oneOf(j+1, audience) > 0:
			return j
		}
	}
	return j
}

// sentenceEnds tells whether the full stop at token i ends a sentence: nothing follows, or a capital behind a blank. "./." ends a
// document.
func (s *scanner) sentenceEnds(i int) bool {
	next := s.at(i + 1)
	return i+1 >= s.end || next.low == "/" || next.gap != tight && (next.capital || next.sort != word) && s.endingAt(i, shortened) == i
}

// shortened are words that a full stop shortens.
var shortened = words("tp, tx, tt, q, p, ths, ts, pgs, gs, bs, ks, cn, gv")

// further tells whether another document or "the documents" begin at token i.
func (s *scanner) further(i int) bool {
	if s.oneOf(i, others) > 0 {
		return true
	}
	if s.low(i) == "các" {
		i++
	}
	behind := s.oneOf(i, types)
	if behind == 0 {
		return s.low(i) == "số" && s.documentNumber(i+1, &Cited{}) > 0 || s.at(i).sort == figure && s.documentNumber(i, &Cited{}) > 0
	}
	if s.low(behind) == "số" || s.low(behind) == "này" {
		return true
	}
	return s.documentNumber(behind, &Cited{}) > 0
}

// others begin what is joined to a citation without being part of it.
var others = words(`các văn bản, các quy định, văn bản hướng dẫn, các hướng dẫn, các văn bản hướng dẫn, các nội dung, hướng dẫn của, chỉ đạo của,
	tình hình thực tế, điều kiện thực tế, ý kiến chỉ đạo`)

// sentenceWords can only be the sentence's own, wherever they stand in what looks like a subject.
var sentenceWords = words(`trước ngày, chậm nhất, xong trước, hoàn thành trước, được ban hành, đã được, cụ thể như sau, như sau, theo đúng quy định,
	được quán triệt, được triển khai, được tiếp tục, được phổ biến, được áp dụng, được tuyên truyền, được niêm yết, được cụ thể, được lồng ghép, được sinh hoạt,
	tiếp tục được, sẽ được, cần được, phải được, là căn cứ, là cơ sở, đến toàn thể, đến cán bộ, căn cứ, có hiệu lực, đã có hiệu lực, đã hoàn thành, đã đạt, đã phát huy, đã góp phần, đã triển khai, đã tạo, đảm bảo hiệu quả, bảo đảm hiệu quả, có hiệu quả, kính đề nghị, đề nghị các`)

// audience are those to whom a document is made known: "tuyên truyền Nghị định … đến người lao động".
var audience = words(`người, cán bộ, các, toàn thể, từng, nhân dân, đoàn viên, hội viên, mọi, tổ chức, đội ngũ, công chức, đảng viên, tất cả, đông đảo,
	toàn dân, hộ, thôn, tổ dân phố`)

// goesOn are words behind a comma with which the sentence goes on.
var goesOn = words(`cụ thể, như sau, gồm, bao gồm, trong đó, đồng thời, nhằm, để, theo đó, qua đó, từ đó, kịp thời, gắn với việc, phù hợp, đề nghị,
	yêu cầu, trên cơ sở, căn cứ, trong quá trình, nay, tôi, chúng tôi, xã xây dựng, phường xây dựng, trường xây dựng, báo cáo, kính, thông báo,
	hướng dẫn của, các văn bản, các quy định, chỉ đạo của, ý kiến`)

// doers are whom the sentence of a commune's plan speaks of.
var doers = words("xã, phường, đặc khu, thôn, trường, các thôn, các đơn vị, các cơ quan, các ngành, toàn xã, ubnd, công an, trạm")

// sentenceGoesOn tells whether the words behind a comma are the sentence's, not the subject's.
func (s *scanner) sentenceGoesOn(i int, law bool) bool {
	if s.further(i) || s.oneOf(i, goesOn) > 0 {
		return true
	}
	if j := max(s.are(i, "năm"), s.are(i, "trong năm")); s.yearNumber(j) > 0 {
		if j++; s.low(j) == "," {
			j++
		}
		return s.agencyHead(j) || s.oneOf(j, doers) > 0
	}
	if t := s.at(i); t.capital && (t.low == "luật" || t.low == "bộ" && s.low(i+1) == "luật" || t.low == "pháp") {
		return !law
	}
	return s.acts(i)
}

// verbs are what a body does in the sentence in which it cites: it makes the plan.
var verbs = words(`xây dựng, ban hành, đề nghị, yêu cầu, triển khai, tổ chức, báo cáo, phối hợp, thông báo, kính, quyết định, giao, hướng dẫn, lập, đã,
	chỉ đạo, phân công, tiếp tục, thực hiện, cụ thể hóa, cụ thể hoá, phê duyệt, tham mưu, chủ trì, trình, xin, đăng ký, phát động, rà soát`)

// acts tells whether a body is named at token i and then does something, before the next mark.
func (s *scanner) acts(i int) bool {
	if !s.agencyHead(i) && s.low(i) != "xã" && s.low(i) != "phường" && s.low(i) != "trường" {
		return false
	}
	for j := i + 1; j < s.end && j < i+16; j++ {
		t := s.at(j)
		if t.sort == mark && !isDash(t) {
			return false
		}
		if t.sort == word && !t.capital && s.oneOf(j, verbs) > 0 && !s.before(j, "ban") {
			return true
		}
	}
	return false
}

// aims begin a part of a subject that stands behind a semicolon: "về tình hình … năm 2023; mục tiêu, nhiệm vụ … năm 2024".
var aims = words("mục tiêu, chỉ tiêu, phương hướng, nhiệm vụ, giải pháp, dự toán, dự kiến, một số nhiệm vụ, một số giải pháp")

// reviews are what such a subject says first.
var reviews = words("tình hình, kết quả, báo cáo, tổng kết, sơ kết, công tác, nhiệm vụ")

// moreSubject tells whether the part behind the semicolon at token j belongs to the subject that began at i, for one of two
// reasons: it says the aims that follow a review; or it stands between two documents of a list, and names none itself.
func (s *scanner) moreSubject(i, j int) bool {
	if s.oneOf(j+1, aims) > 0 {
		for k := i; k < j; k++ {
			if s.oneOf(k, reviews) > 0 {
				return true
			}
		}
	}
	if s.at(j+1).capital || s.further(j+1) || s.oneOf(j+1, goesOn) > 0 {
		return false
	}
	for k := j + 1; k < s.end && k < j+longest/2; k++ {
		switch t := s.at(k); {
		case t.low == ";":
			return s.further(k+1) && s.at(k+1).capital
		case t.sort == mark && t.pair-1 > k && t.pair-1 < s.end:
			k = t.pair - 1
		case t.low == ".", t.low == ":", s.further(k):
			return false
		}
	}
	return false
}

// mayGoOn is the part of the sentence behind a subject that ended before token i at a semicolon, where it can't be told from the
// words whether a new task begins or the subject goes on: "về cải cách hành chính; nâng cao chất lượng phục vụ năm 2024".
func (s *scanner) mayGoOn(i int) Span {
	next := s.at(i + 1)
	if s.low(i) != ";" || next.sort != word || next.capital || s.further(i+1) || s.oneOf(i+1, goesOn) > 0 {
		return Span{}
	}
	if _, law := s.named(i+1, s.oneOf(i+1, types), Cited{Type: next.Span}); law > 0 { // in a heading, where every letter is a capital
		return Span{}
	}
	j := i + 1
	for ; j < s.end && j < i+longest; j++ {
		if t := s.at(j); t.low == ";" || t.low == ":" || t.low == "." && s.sentenceEnds(j) {
			break
		}
	}
	return s.span(i+1, j)
}
