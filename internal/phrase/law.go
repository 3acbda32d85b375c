package phrase

import "strings"

// laws are the names of laws that plans of communes cite, without "Luật". Names end in no mark, so a name that is not here ends
// where lawStops says.
var laws = words(`thực hiện dân chủ ở cơ sở, tổ chức chính quyền địa phương, tổ chức chính phủ, tổ chức quốc hội, lao động, dân sự, hình sự,
	tố tụng dân sự, tố tụng hình sự, tố tụng hành chính, hàng hải việt nam, đất đai, nhà ở, kinh doanh bất động sản, ngân sách nhà nước, đầu tư công, đầu tư, đấu thầu,
	xây dựng, quy hoạch, bảo vệ môi trường, tài nguyên nước, lâm nghiệp, thủy lợi, đê điều, phòng chống thiên tai, trồng trọt, chăn nuôi, thú y,
	thủy sản, khoáng sản, an toàn thực phẩm, khám bệnh chữa bệnh, bảo hiểm y tế, bảo hiểm xã hội, việc làm, giáo dục, giáo dục nghề nghiệp,
	nhà giáo, trẻ em, thanh niên, người cao tuổi, người khuyết tật, bình đẳng giới, hôn nhân và gia đình, hộ tịch, quốc tịch việt nam, căn cước, căn cước công dân,
	cư trú, nghĩa vụ quân sự, dân quân tự vệ, quốc phòng, an ninh quốc gia, an ninh mạng, an toàn thông tin mạng, giao dịch điện tử, dữ liệu,
	lưu trữ, tiếp công dân, khiếu nại, tố cáo, thanh tra, tiếp cận thông tin, báo chí, xuất bản, quảng cáo, di sản văn hóa, du lịch, thể dục thể thao, thư viện,
	cán bộ và công chức, viên chức, thi đua và khen thưởng, mặt trận tổ quốc việt nam, công đoàn, hợp tác xã, doanh nghiệp,
	hỗ trợ doanh nghiệp nhỏ và vừa, giao thông đường bộ, trật tự an toàn giao thông đường bộ, đường bộ, phổ biến và giáo dục pháp luật,
	hòa giải ở cơ sở, trợ giúp pháp lý, công chứng, thi hành án dân sự, xử lý vi phạm hành chính, ban hành văn bản quy phạm pháp luật,
	trách nhiệm bồi thường của nhà nước, bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân, hoạt động giám sát của quốc hội và hội đồng nhân dân,
	tham gia lực lượng bảo vệ an ninh, tín ngưỡng và tôn giáo, quản lý và sử dụng tài sản công, kế toán, thống kê, kiểm toán nhà nước, hải quan, quản lý thuế,
	giá, phí và lệ phí, điện lực, viễn thông, công nghệ thông tin, khoa học và công nghệ, sở hữu trí tuệ, chuyển giao công nghệ,
	sử dụng năng lượng tiết kiệm và hiệu quả, năng lượng nguyên tử, ưu đãi người có công với cách mạng, biên phòng việt nam, biển việt nam, cảnh sát biển việt nam, lực lượng dự bị động viên,
	quản lý và sử dụng vũ khí vật liệu nổ và công cụ hỗ trợ, thực hiện dân chủ ở xã phường thị trấn`)

// lawTypes are the types that are cited by name. NĐ 30 PL I, II.6b.
var lawTypes = words("luật, bộ luật, pháp lệnh")

// lawStops are small words at which the sentence goes on behind a law's name.
var lawStops = words(`và các, và những, và luật, và bộ, và nghị, và thông, và quy, và văn, và hướng, đã, được, là, theo, để, tại, cho, thì, nhằm, với, đến, trên,
	khi, này, có hiệu, có liên, quy định, về, đối, từ, gắn, phù hợp, tới, năm, ngày, số, như, nêu, hiện hành, do, trong, bằng, cùng, của quốc hội, sửa đổi`)

// named takes a document cited by name: a law, the constitution, the resolution of a congress; or by a bare number (Đề án 06). The
// type, if there is one, ends before token j.
func (s *scanner) named(i, j int, c Cited) (Phrase, int) {
	if !c.Type.Given() || !s.at(i).capital && !s.shouting && !(c.So.Given() && s.low(j+1) == "ngày") {
		return Phrase{}, 0
	}
	switch {
	case c.So.Given():
	case s.oneOf(i, lawTypes) == j:
		return s.law(i, j, c)
	case s.low(i) == "hiến":
		if behind := s.are(j, "nước cộng hòa xã hội chủ nghĩa việt nam"); behind > 0 {
			c.Subject, j = s.span(j, behind), behind
		}
		if j = s.dateAndIssuer(j, &c); !c.Date.Given() {
			return Phrase{}, 0
		}
		j = s.amended(j)
		return s.cited(i, j, c), j
	case (s.low(i) == "nghị" || s.low(i) == "kết") && (s.are(j, "đại hội") > 0 || s.are(j, "hội nghị") > 0 || s.are(j, "trung ương") > 0): // not Kế hoạch đại hội chi đoàn
		if behind := s.issuerEnd(j); behind > j {
			c.Issuer = s.span(j, behind)
			return s.parts(i, behind, c)
		}
	}
	if s.bareNumber(i, j, c.So.Given()) {
		c.Number, c.Symbol = s.at(j).Span, s.low(j)
		return s.parts(i, j+1, c)
	}
	return Phrase{}, 0
}

// bareNumber tells whether the figures at token j are a document's number without abbreviations: Đề án 06; Kế hoạch số 49 ngày
// 08/3/2024. Its type stands at i; so says whether "số" stands between.
func (s *scanner) bareNumber(i, j int, so bool) bool {
	next := s.at(j + 1)
	switch {
	case s.number(j, 1, 999) < 0, next.low == "/", next.low == "%", isDash(next) && next.gap == tight:
		return false
	case s.oneOf(i, shortNumbered) > 0:
		return so || next.sort != word || s.oneOf(j+1, countStops) > 0
	}
	return so && (next.low == "ngày" || next.low == "về" || next.low == "năm" && s.yearNumber(j+2) > 0 || next.low == "của" && s.agencyHead(j+2))
}

// law takes the name of a law, its year or number, its date and issuer.
func (s *scanner) law(i, j int, c Cited) (Phrase, int) {
	behind := s.lawName(j)
	if behind == 0 {
		return Phrase{}, 0
	}
	c.Subject = s.span(j, behind)
	behind = s.amended(behind)
	if s.low(behind) == "số" {
		c.So = s.at(behind).Span
		if k := s.documentNumber(behind+1, &c); k > 0 {
			behind = k
		} else {
			c.So = Span{}
		}
	} else if k := s.documentNumber(behind, &c); k > 0 { // Luật Tố cáo 25/2018/QH14
		behind = k
	}
	if year := s.yearNumber(behind); year > 0 { // Luật Đất đai 2024
		c.Date, c.Day.Year = s.at(behind).Span, year
		behind++
	}
	behind = s.amended(s.dateAndIssuer(behind, &c))
	return s.cited(i, behind, c), behind
}

// amended takes "(sửa đổi)", "(sửa đổi, bổ sung năm 2025)" at token i.
func (s *scanner) amended(i int) int {
	if closer := s.at(i).pair; s.low(i) == "(" && closer > i && closer <= s.end && (s.are(i+1, "sửa đổi") > 0 || s.are(i+1, "được sửa đổi") > 0 || s.are(i+1, "đã được sửa đổi") > 0) {
		return closer
	}
	return i
}

// amendment is the token behind "sửa đổi, bổ sung một số điều của Luật …, Luật … và Luật …", which begins at token i.
func (s *scanner) amendment(i int) int {
	j := i
	for j < i+12 && j < s.end && s.oneOf(j, lawTypes) == 0 {
		if t := s.at(j); t.sort != word && t.low != "," {
			return 0
		}
		j++
	}
	for behind := 0; ; {
		k := s.oneOf(j, lawTypes)
		if k == 0 || j > i+longest || s.are(k, "sửa đổi") > 0 { // an amendment amends laws, not another amendment
			return behind
		}
		if behind = s.lawName(k); behind == 0 {
			return 0
		}
		if j = behind; s.low(j) == "," || s.low(j) == "và" {
			j++
		}
	}
}

// lawName is the token behind a law's name that begins at token i; 0 where none does. A name begins with a capital (NĐ 30 PL II, V.6)
// unless it is a known one.
func (s *scanner) lawName(i int) int {
	if behind := s.knownLaw(i); behind > 0 {
		return behind
	}
	if s.are(i, "sửa đổi") > 0 {
		return s.amendment(i)
	}
	if !s.at(i).capital && !s.shouting {
		return 0
	}
	j := i + 1
	for ; j < s.end && j < i+30; j++ {
		t := s.at(j)
		if t.low == "," && s.at(j+1).sort == word && !s.at(j+1).capital && s.commaInLaw(i, j) {
			continue
		}
		if t.sort != word || !t.capital && s.oneOf(j, lawStops) > 0 || t.capital && s.oneOf(j, lawTypes) > 0 {
			break
		}
	}
	return j
}

// knownLaw matches the list of laws; a comma in the text stands for "và" of the list or for nothing.
func (s *scanner) knownLaw(i int) int {
	best := 0
	for _, more := range laws.more[s.low(i)] {
		if behind := s.lawWords(i+1, more); behind > best {
			best = behind
		}
	}
	return best
}

// lawWords returns the token behind the rest of a known name.
func (s *scanner) lawWords(i int, name string) int {
	for name != "" {
		var w string
		w, name, _ = strings.Cut(name, " ")
		if s.low(i) == "," && s.low(i+1) == w {
			i++
		} else if s.low(i) == "," && w == "và" {
			i++
			continue
		}
		if s.low(i) != w {
			return 0
		}
		i++
	}
	return i
}

// commaInLaw tells whether the comma at token j may be a part of the name that began at i: Phòng, chống tham nhũng.
func (s *scanner) commaInLaw(i, j int) bool {
	switch s.low(j + 1) {
	case "chống", "chữa", "bổ", "công", "khen", "cứu", "trật", "cho", "bảo":
		return s.at(i).capital
	}
	return false
}
