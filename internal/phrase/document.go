package phrase

import (
	"slices"
	"strings"
	"unicode"
)

// types are the words for types of documents. NĐ 30 PL III, I; then those of laws and of the Party.
var types = words(`nghị quyết, nghị quyết liên tịch, quyết định, chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng dẫn, chương trình,
	chương trình hành động, chương trình phối hợp, kế hoạch, kế hoạch liên tịch, kế hoạch phối hợp, phương án, đề án, dự án, báo cáo,
	biên bản, tờ trình, hợp đồng, công điện, bản ghi nhớ, bản thỏa thuận, giấy mời, phiếu chuyển, thông tư, thông tư liên tịch, nghị định,
	công văn, văn bản, văn bản hợp nhất, luật, bộ luật, pháp lệnh, lệnh, sắc lệnh, hiến pháp,
	nđ, qđ, kh, nq, ct, tt, cv, tb, kết luận, thông tri, điều lệ, quy trình, tuyên bố, thông báo kết luận, hướng dẫn liên ngành, hướng dẫn liên tịch, đề cương`)

// shortNumbered are the types that people cite by a bare number, without the abbreviations behind it: Đề án 06, Nghị quyết 57.
var shortNumbered = words("đề án, nghị quyết, chỉ thị, kết luận")

// document takes a document cited: by its number, or by its name.
func (s *scanner) document(i int) (Phrase, int) {
	t := s.at(i)
	var c Cited
	j := i
	if t.sort == word {
		if behind := s.oneOf(i, types); behind > 0 {
			c.Type, j = s.span(i, behind), behind
		} else if t.low != "số" {
			return Phrase{}, 0
		}
	} else if t.sort != figure {
		return Phrase{}, 0
	}
	if c.Type.Given() {
		if k := s.longerType(j); k > j {
			c.Type, j = s.span(i, k), k
		}
	}
	if s.low(j) == "số" {
		c.So = s.at(j).Span
		j++
		if s.low(j) == ":" {
			j++
		}
	}
	behind := s.documentNumber(j, &c)
	if behind == 0 {
		return s.named(i, j, c)
	}
	return s.parts(i, behind, c)
}

// longerType is the token "số" with a number behind it, up to three small words behind a type that ends before token j: Kế hoạch
// hành động số 12/KH-UBND. It is j when there is none.
func (s *scanner) longerType(j int) int {
	for k := j; k <= j+3; k++ {
		if s.low(k) == "số" {
			if s.documentNumber(k+1, &Cited{}) > 0 {
				return k
			}
			break
		}
		if t := s.at(k); t.sort != word || t.capital || t.low == "của" || s.oneOf(k, types) > 0 || s.oneOf(k, notInIssuer) > 0 || s.oneOf(k, connectors) > 0 {
			break
		}
	}
	return j
}

// documentNumber takes a document's number at token i.
func (s *scanner) documentNumber(i int, c *Cited) int {
	j := i
	if s.low(s.dots(j)) == "/" && c.So.Given() { // not numbered yet
		j = s.dots(j)
		if behind := s.abbreviations(j + 1); behind > 0 {
			return s.numbered(j, behind, State, c)
		}
		return 0
	}
	if s.number(j, 0, 9999) < 0 && !(len(s.low(j)) == 5 && strings.Trim(s.low(j), "0123456789") == "") {
		return 0
	}
	j++
	if t := s.at(j); t.sort == word && t.gap == tight && len(t.low) == 1 { // 12a/QĐ-UBND
		j++
	}
	if t := s.at(j); t.gap == tight && t.sort == word && s.low(j+1) == "/" && s.abbreviation(j) > 0 { // 57NQ/TW, its hyphen forgotten
		if behind := s.abbreviations(j + 2); behind > 0 {
			return s.numbered(i, behind, Party, c)
		}
	}
	switch {
	case s.low(j) == "/":
		j++
		if s.yearNumber(j) > 0 && s.low(j+1) == "/" {
			j += 2
		}
		if behind := s.abbreviations(j); behind > 0 {
			if behind == j+1 && c.So.Given() && isDash(s.at(behind)) && s.abbreviation(behind+1) > 0 { // 36/KH - UBND
				behind = s.abbreviations(behind + 1)
			}
			return s.numbered(i, behind, State, c)
		}
	case s.joint(j), isDash(s.at(j)) && c.So.Given(): // 05 - CT/TW
		behind := s.abbreviation(j + 1)
		if behind == 0 || s.low(behind) != "/" {
			return 0
		}
		if behind = s.abbreviations(behind + 1); behind > 0 {
			return s.numbered(i, behind, Party, c)
		}
	}
	return 0
}

// numbered keeps the number of tokens from to behind.
func (s *scanner) numbered(from, behind int, family Family, c *Cited) int {
	c.Number, c.Family = s.span(from, behind), family
	var b strings.Builder
	for k := from; k < behind; k++ {
		if isDash(s.at(k)) {
			b.WriteByte('-')
		} else {
			b.WriteString(s.at(k).In(s.text))
		}
	}
	c.Symbol = b.String()
	return behind
}

// abbreviations takes abbreviations joined by hyphens or full stops: QĐ-UBND, KH-MTTQ-BTT, UBND.VX.
func (s *scanner) abbreviations(i int) int {
	behind := s.abbreviation(i)
	for behind > 0 {
		if term := s.at(behind); (s.low(behind-1) == "qh" || s.low(behind-1) == "ubtvqh") && term.sort == figure && term.gap == blank && len(term.low) <= 2 && s.low(behind+1) != "/" {
			return behind + 1 // 24/2023/QH 15
		}
		next := 0
		if s.joint(behind) || s.low(behind) == "." && s.at(behind).gap == tight && s.at(behind+1).gap == tight {
			next = s.abbreviation(behind + 1)
		}
		if next == 0 {
			break
		}
		behind = next
	}
	return behind
}

// joint tells whether token i is a hyphen that joins: it has a blank or line break on one side at most.
func (s *scanner) joint(i int) bool {
	return isDash(s.at(i)) && (s.at(i).gap == tight || s.at(i+1).gap == tight)
}

// abbreviation takes one abbreviation: at least as many capitals as small letters, a capital first. Behind a blank it needs two.
func (s *scanner) abbreviation(i int) int {
	t := s.at(i)
	if t.sort != word || len(t.low) > 16 {
		return 0
	}
	capitals, small := 0, 0
	for at, r := range t.In(s.text) {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r >= '0' && r <= '9':
		case at == 0:
			return 0
		default:
			small++
		}
	}
	if capitals < small || t.gap != tight && capitals < 2 {
		return 0
	}
	return i + 1
}

// parts takes what follows a number: date, issuer (in either order), subject.
func (s *scanner) parts(from, j int, c Cited) (Phrase, int) {
	j = s.dateAndIssuer(j, &c)
	if k := s.connector(j, &c); k > 0 {
		if behind := s.subjectEnd(k); behind > k {
			c.Subject, j = s.span(k, behind), behind
			c.MayGoOn = s.mayGoOn(behind)
		} else {
			c.Connector = Span{}
		}
	}
	if !c.Connector.Given() {
		c.MayGoOn = s.unjoined(j)
	}
	if c.MayGoOn.Given() && !c.Connector.Given() && c.Date.Given() && c.Issuer.Given() && !s.acts(j) { // all that stands before a subject is there
		behind := s.subjectEnd(j)
		c.Subject, j = s.span(j, behind), behind
		c.MayGoOn = s.mayGoOn(behind)
	}
	return s.cited(from, j, c), j
}

// unjoined is the rest of the clause at token i, right behind a document whose subject no known word joins: "Quyết định số … của
// UBND tỉnh khoán chi năm 2024". Behind both date and issuer it can only be the subject. It is missing where words stand there that only the sentence goes on with.
func (s *scanner) unjoined(i int) Span {
	if t := s.at(i); t.sort != word || t.low == "của" || s.oneOf(i, besideDocument) > 0 || s.oneOf(i, sentenceWords) > 0 {
		return Span{}
	}
	j := i
	for ; j < s.end && j < i+longest; j++ {
		if t := s.at(j); t.low == "," || t.low == ";" || t.low == ":" || t.low == ")" || t.low == "." && s.sentenceEnds(j) || s.oneOf(j, sentenceWords) > 0 {
			break
		}
	}
	return s.span(i, j)
}

// besideDocument are words with which a sentence goes on behind a document it names.
var besideDocument = words(`và, hoặc, trong, trước, từ, đến, để, tại, trên, ở, với, cho, tới, đã, đang, sẽ, được, bị, là, có, còn, vẫn, cũng, thì, nhằm, như, này, nêu, nói, gắn,
	phải, theo, khi, kèm, bằng, do, gửi, không, chưa, chậm nhất, hết, đạt, đối, vào, hằng, hàng, xong`)

// dateAndIssuer takes the date and the issuer that stand at token j, one of them or both, in either order.
func (s *scanner) dateAndIssuer(j int, c *Cited) int {
	for range 2 {
		k := j
		if s.low(k) == "," {
			k++
		}
		if !c.Date.Given() {
			bracket := s.low(k) == "(" && s.low(k+1) == "ngày"
			if bracket || s.are(k, "cùng ngày") > 0 {
				k++
			}
			day, behind := s.citedDate(k)
			if bracket && s.low(behind) == ")" {
				c.Date, c.Day, j = s.span(k, behind), day, behind+1
				continue
			}
			if s.low(k) == "năm" && (k > j || c.Family == NoFamily && c.Number.Given() && !c.So.Given()) {
				behind = 0 // "…, năm 2024 xã …" is the sentence's; of "Đề án 06 năm 2024" it can't be told
			}
			if behind > 0 {
				c.Date, c.Day, j = s.span(k, behind), day, behind
				continue
			}
		}
		if !c.Issuer.Given() {
			start := k
			if s.low(k) == "của" || (s.low(k) == "do" || s.low(k) == "giữa") && s.agencyHead(k+1) {
				start = k + 1
			} else if !s.agencyHead(k) || k > j {
				continue
			}
			if behind := s.issuerEnd(start); behind > start {
				c.Issuer, j = s.span(start, behind), behind
			}
		}
	}
	return j
}

// citedDate takes a document's date: ngày 08/3/2024, ngày 08 tháng 3 năm 2024, tháng 3/2024, năm 2024.
func (s *scanner) citedDate(i int) (Day, int) {
	switch s.low(i) {
	case "ngày", "tháng":
		if day, behind := s.dayOf(i); behind > 0 && day.Year > 0 {
			return day, behind
		}
	case "năm":
		if year := s.yearNumber(i + 1); year > 0 {
			return Day{Year: year}, i + 2
		}
	}
	if s.at(i).sort == figure {
		if day, behind := s.dayOf(i); behind > 0 && day.Day > 0 && day.Year > 0 {
			return day, behind
		}
	}
	return Day{}, 0
}

// cited puts a document of tokens from to behind together, with what its issuer and its subject hold.
func (s *scanner) cited(from, behind int, c Cited) Phrase {
	p := Phrase{Kind: Document, Span: s.span(from, behind), Document: &c}
	parts := []Span{c.Issuer, c.Subject}
	if parts[1].From < parts[0].From { // a law's name stands before its issuer
		parts[0], parts[1] = parts[1], parts[0]
	}
	if last := max(parts[1].To, c.Number.To, c.Date.To); last < p.To { // Luật … (sửa đổi năm 2025)
		parts = append(parts, Span{last, p.To})
	}
	for _, part := range parts {
		if !part.Given() {
			continue
		}
		inside := s.within(s.token(from, part.From), s.token(from, part.To))
		if part == c.Issuer { // Ban Chỉ đạo 138 huyện holds no figure
			inside = slices.DeleteFunc(inside, func(p Phrase) bool { return len(p.Years) == 0 })
		}
		p.Inside = append(p.Inside, inside...)
	}
	p.Years = yearsOf(nil, p.Inside)
	if c.Day.Year > 0 {
		at := Span{c.Date.To - 4, c.Date.To} // a document's date ends with its year
		k := 0
		for k < len(p.Years) && p.Years[k].From < at.From {
			k++
		}
		p.Years = slices.Insert(p.Years, k, YearAt{Span: at, Year: c.Day.Year})
	}
	for k := range p.Years {
		p.Years[k].Sense, p.Years[k].Clue = InDocument, c.Type
	}
	return p
}

// token is the first token from i on that begins at offset or behind it.
func (s *scanner) token(i, offset int) int {
	for i < s.end && s.tokens[i].From < offset {
		i++
	}
	return i
}

// Words that join a subject to the rest of a citation: connectors wherever they stand; strongVerbs only behind a date or an issuer,
// since otherwise they may be the sentence's own.
var (
	connectors = words(`về việc, v/v, về, quy định, ban hành, phê duyệt, sửa đổi, công bố, hướng dẫn`)

	strongVerbs = words(`thực hiện, triển khai, tổ chức, kiện toàn, thành lập, phát động, đẩy mạnh, tăng cường, phân công, điều chỉnh, tiếp tục,
	giao, nâng cao, xây dựng, chi tiết, bãi bỏ, hủy bỏ, thay thế, công nhận, thông qua, quyết định, hành động, kết luận, thông báo kết luận, truyền đạt,
	phân bổ, phân cấp, phân khai, ủy quyền, uỷ quyền, bổ nhiệm, cử, phê chuẩn, chấp thuận, cho phép, gia hạn, đính chính, bổ sung, khen thưởng, tặng, xếp hạng,
	xếp loại, đánh giá, tổng kết, sơ kết, kiểm tra, giám sát, bảo đảm, đảm bảo, phòng, phát triển, quy hoạch, hỗ trợ, quản lý, chấn chỉnh, quán triệt,
	đôn đốc, hưởng ứng, cải thiện, cải cách, chuyển đổi số, ứng phó, khắc phục, chủ động, tuyên truyền, rà soát, huy động, vận động, thu hồi, đặt tên, sắp xếp, xử lý`)
)

// meetings join to a notice or conclusion (thông báo, kết luận) the meeting that it is of.
var meetings = words("tại hội nghị, tại cuộc họp, tại phiên họp, tại buổi làm việc, tại kỳ họp, tại buổi họp, tại buổi kiểm tra")

// connector takes the word that joins the subject; the token behind it, or 0.
func (s *scanner) connector(i int, c *Cited) int {
	j := i
	if s.low(j) == "," && s.low(j+1) == "về" {
		j++
	}
	if s.are(j, "v") > 0 && s.low(j+1) == "/" && s.low(j+2) == "v" {
		c.Connector = s.span(j, j+3)
		return j + 3
	}
	behind := s.oneOf(j, connectors)
	if s.are(j, "ban hành kèm theo") > 0 || s.are(j, "quy định tại") > 0 || s.at(j).capital {
		return 0
	}
	if behind == 0 && (c.Date.Given() || c.Issuer.Given()) {
		behind = s.oneOf(j, strongVerbs)
	}
	if behind == 0 && (strings.Contains(c.Symbol, "TB") || strings.Contains(c.Symbol, "KL")) {
		behind = s.oneOf(j, meetings)
	}
	if behind > 0 {
		c.Connector = s.span(j, behind)
	}
	return behind
}
