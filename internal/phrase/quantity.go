package phrase

import (
	"strconv"
	"strings"
)

var (
	// timeUnits make a figure a duration.
	timeUnits = words("ngày làm việc, ngày, tuần lễ, tuần, tháng, quý, năm, giờ làm việc, giờ, phút, tiếng, thế kỷ, năm học, buổi, đêm")
	// scales multiply a sum of money.
	scales = words("nghìn, ngàn, triệu, tỷ, tỉ, nghìn tỷ, ngàn tỷ, triệu tỷ, trăm triệu")
	// moneyUnits make a figure a sum.
	moneyUnits = words("đồng, đ, vnđ, vnd, usd, đô la")
	// measures are units of measure.
	measures = words(`km, m, m2, m3, m²,  m³, km2, km², ha, cm, mm, kg, g, tấn, tạ, yến, lít, kwh, kw, mw, mét, mét vuông, mét khối, héc-ta, sào, mẫu, ki-lô-mét, độ, mb, gb,
		hecta, héc ta, mbps, tr, lần, mg, ml`)
	// countStops are words that no figure counts; some stand in slogans and set phrases: 6 rõ, 3 cùng, chính quyền 2 cấp.
	countStops = words(`và, của, trong, theo, về, đến, hoặc, là, có, đã, được, để, do, với, các, tại, thì, này, cho, từ, trên, dưới, ở, như, bằng, khi, nêu, phải,
		trở, hay, sẽ, cũng, mà, nhằm, bởi, vào, ra, lên, so, gồm, tầm, sau, trước, đạt, không, thực, triển, ban, căn cứ, kèm, hằng, hàng, nhất, năm, vì, tới, rõ, cùng, cấp, tự,
		sao, sạch, dám, biết, âm, chưa, vẫn, còn, đang, bị, hết, gặp, thấy, hiểu, gần, bám, nắm, thật, đúng, đủ, chống, xây, tăng, giảm, nhớ, nghe, nói, làm,
		an toàn, tại chỗ, sẵn sàng, công khai, chủ động, quyết tâm, trách nhiệm, hỗ trợ, phấn đấu, tiếp tục, hoàn thành, nâng, góp, phối hợp, giao, yêu cầu, khắc phục, thuộc, chia, chiếm, mỗi, những, ngoài, qua, giữa, toàn,
		nếu, nhưng, thường, xin, luôn, nên, tránh, quyết, tốt, giỏi, khá, đẹp, xanh, vững, nhanh, gọn, kịp, đối`)
	// ordinals are words behind which a figure tells which one, not how many. Those of divisions are in division.go.
	ordinals = words(`số, thứ, lần thứ, lần, đợt, tháng, ngày, năm, quý, khóa, khoá, khối, lớp, cấp, cấp độ, mức độ, mức, loại, hạng, nhóm, giai đoạn, quận, khu phố, tổ, đội, thôn, xóm, ấp,
		khu, tuyến, quốc lộ, ql, tỉnh lộ, tl, hương lộ, đường tỉnh, đường huyện, đường xã, tiêu chí, chỉ tiêu số, mẫu, biểu, biểu mẫu, bước, phiên bản, vùng, zone, tập, trang, dòng, cột, bảng, hình, đường, ngõ, hẻm, phòng số, điện thoại,
		đt, sđt, fax, tel, mã, tk, tài khoản, tuần, thế hệ, đề án, chương trình, nghị quyết, trung ương, kỳ họp, zalo, bậc, dự án, tiểu dự án, hợp phần, học kỳ, kịch bản`)
)

// quantity takes a figure with what it counts, or the time it lasts.
func (s *scanner) quantity(i int) (Phrase, int) {
	j := i
	if s.low(i) == "từ" {
		j++
	}
	behind := s.figure(j)
	if strings.HasSuffix(s.low(j), ".0") { // công nghiệp 4.0
		return Phrase{}, 0
	}
	code := (s.low(j-1) == "." || isDash(s.at(j-1))) && s.at(j).gap == tight && s.at(j-1).gap == tight && (s.at(j-2).capital || s.at(j-2).sort == figure) // ĐT.623, tài khoản 3713.0.1234567
	if behind == 0 || code || s.low(j-1) == "/" && !s.besideUnit(j, behind) {
		return Phrase{}, 0
	}
	f := Figure{Number: s.span(j, behind), Value: s.value(j)}
	unit, sort, scale := s.unit(behind, s.at(j).sort == word)
	if unit == 0 || sort != Money && sort != Percent && (s.ordinal(j) || s.toCall(j) || s.names(j)) {
		return Phrase{}, 0
	}
	f.Unit, f.Sort = s.span(behind, unit), sort
	f.Value *= scale
	p := Phrase{Kind: Quantity, Quantity: &f}
	if sort == Time {
		p.Kind = Duration
	}
	if k := s.are(unit, "trở lên"); k > 0 {
		unit = k
	} else {
		i = j
	}
	p.Span = s.span(i, unit)
	return p, unit
}

// besideUnit tells whether the figure of tokens i to behind, after a stroke, counts something of its own: 35 hộ/142 khẩu, but 1 người/1 việc.
func (s *scanner) besideUnit(i, behind int) bool {
	return s.at(i-2).sort == word && s.value(i) > 1 && s.oneOf(behind, counted) > 0
}

// notNumbering are words that end in one of ordinals without numbering anything.
var notNumbering = words("trực tuyến, khoanh vùng, đánh số, tiền tuyến, hậu tuyến, điều tra mẫu, lấy mẫu, khảo sát mẫu, trình diễn mẫu, chuyển đổi số, công nghệ số, kinh tế số, xã hội số, chính quyền số, chính phủ số, kỹ năng số, quốc gia số, thiểu số, dân số, sĩ số, tổng số, trong số, quân số, con số, nhân số, doanh số")

// numberedBy is the token at which words begin that number the figure at token i; i where none do.
func (s *scanner) numberedBy(i int) int {
	if s.endingAt(i, notNumbering) < i {
		return i
	}
	return s.endingAt(i, ordinals)
}

// high are the words of ordinals whose numbers run high.
var high = map[string]bool{"số": true, "thứ": true, "ngày": true, "năm": true, "lộ": true, "ql": true, "tl": true, "tỉnh": true, "thoại": true, "đt": true, "sđt": true, "fax": true,
	"tel": true, "mã": true, "tk": true, "khoản": true, "trang": true, "hẻm": true, "ngõ": true, "zalo": true, "quyết": true, "án": true, "trình": true}

// graded are told by their level: bão cấp 12.
var graded = map[string]bool{"bão": true, "gió": true, "mạnh": true, "giật": true, "độ": true, "ro": true}

// names tells whether the figure at token i is the name of a body: Ban Chỉ đạo 138 xã, but Ban Chỉ đạo 15 thành viên.
func (s *scanner) names(i int) bool {
	called := s.before(i, "ban chỉ đạo") || s.before(i, "bcđ") || s.before(i, "liên ngành") || s.before(i, "tổ công tác")
	return called && (s.oneOf(i+1, levels) > 0 || s.oneOf(i+1, counted) == 0 && s.oneOf(i+1, measures) == 0)
}

// ordinal tells whether a figure at token i says which one, not how many: tiêu chí 17, but tổng số 15 hộ, mỗi năm 02 lần.
func (s *scanner) ordinal(i int) bool {
	at := s.numberedBy(i)
	switch {
	case s.low(i+1) == "/": // a place among so many: thứ 5/9 xã
		return false
	case strings.Contains(s.low(i), ","): // mức 5,5 m
		return false
	case s.value(i) > 19 && max(s.oneOf(i+1, counted), s.oneOf(i+1, measures)) > 0 && !high[s.low(i-1)]: // nhóm 25 hộ, mức 95 ha
		return false
	case s.low(i-1) == "cấp" && s.value(i) > 5 && !graded[s.low(i-2)]: // cấp 120 thẻ
		return false
	}
	return at < i && !s.every(at)
}

// calls are words behind which figures are called: đường dây nóng 1022, Tổng đài 111.
var calls = words("tổng đài, đường dây nóng, điện thoại, số máy, hotline, số trực, trực ban")

// toCall tells whether the figure at token i is to be called: the first one behind such a word.
func (s *scanner) toCall(i int) bool {
	for j := i - 1; j >= i-10; j-- {
		if t := s.at(j); t.sort != word {
			return false
		}
		if s.oneOf(j, calls) > 0 {
			return len(s.low(i)) >= 3 && s.low(i)[0] != '0' && s.value(i) < 1e7
		}
	}
	return false
}

// age tells whether the word at token i makes of figures before it somebody's age, which is no target: trẻ 5 tuổi; but tuổi thọ
// bình quân 75 tuổi is one.
func (s *scanner) age(i int) bool {
	if s.low(i) != "tuổi" || s.low(i-2) == "đảng" { // mừng Đảng 94 tuổi
		return false
	}
	for j := i - 2; j >= i-16 && s.at(j).sort == word; j-- {
		if s.are(j, "tuổi thọ") > 0 {
			return false
		}
	}
	return true
}

// figure takes figures, a fraction (15/15), a range (5-7, 5 đến 7) or a number in words at token i.
func (s *scanner) figure(i int) int {
	if s.at(i).sort == word {
		return s.words(i)
	}
	if s.at(i).sort != figure {
		return 0
	}
	j := i + 1
	if next := s.at(j); (next.low == "/" || isDash(next) && next.gap == tight || next.low == "đến" || isDash(next) && s.at(j+1).gap == blank) && s.at(j+1).sort == figure &&
		(len(s.low(i)) <= 4 || strings.Contains(s.low(i), ".")) && s.at(j+2).low != "/" {
		j += 2
	} else if next.low == "%" && (isDash(s.at(j+1)) || s.low(j+1) == "đến") && s.at(j+2).sort == figure { // 80% - 90%
		return j + 2 + 1
	} else if next.gap == tight && next.sort == word && (next.low != next.In(s.text) || s.oneOf(j, measures) == 0) && s.oneOf(j, moneyUnits) == 0 && next.low != "tr" {
		return 0
	}
	return j
}

// unit reads what the figures that end before token i count: the token behind it (0: nothing), the sort, the factor. Behind words,
// only known nouns are units: "ba" and "hai" are parts of too many others.
func (s *scanner) unit(i int, inWords bool) (int, Sort, float64) {
	if s.low(i) == "%" || s.low(i) == "‰" {
		return i + 1, Percent, 1
	}
	scale, j := 1.0, i
	if behind := s.oneOf(i, scales); behind > 0 {
		for k := i; k < behind; k++ {
			scale *= scaleOf[s.low(k)]
		}
		j = behind
	}
	noun := s.oneOf(j, counted)
	if behind := s.oneOf(j, moneyUnits); behind > noun { // đồng, not đồng chí
		return behind, Money, scale
	}
	if behind := s.oneOf(j, timeUnits); behind > noun {
		if s.low(j) == "năm" && s.yearNumber(j+1) > 0 || s.low(j) == "giờ" && s.low(j+1) == "ngày" {
			return 0, Time, 0
		}
		return behind, Time, scale
	}
	if behind := s.oneOf(j, measures); behind > noun {
		for s.low(behind) == "/" && s.at(behind).gap == tight && s.at(behind+1).sort == word {
			behind += 2
		}
		return behind, Measure, scale
	}
	if noun > 0 || inWords {
		return noun, Count, scale
	}
	t := s.at(j)
	if s.age(j) {
		return 0, Count, 0
	}
	if t.sort != word || t.capital || t.gap == tight || s.oneOf(j, countStops) > 0 {
		if j > i && !s.at(j).capital { // "500 triệu" alone
			return j, Money, scale
		}
		return 0, Count, 0
	}
	if j == i && s.yearNumber(i-1) > 0 { // 2024 nữa: a year sooner than so many of what nobody listed
		return 0, Count, 0
	}
	return j + 1, Count, scale
}

// counts tells whether token i is a unit: then four digits before it are no year.
func (s *scanner) counts(i int) bool {
	return s.low(i) == "%" || s.oneOf(i, counted) > 0 || s.oneOf(i, moneyUnits) > 0 || s.oneOf(i, measures) > 0 || s.oneOf(i, scales) > 0
}

// counted are nouns that plans count, those of two words above all.
var counted = words(`thôn, tổ dân phố, hộ, hộ dân, hộ nghèo, hộ cận nghèo, hộ gia đình, gia đình, người, người dân, lượt, lượt người, lớp, lớp học, lớp tập huấn, cán bộ, công chức, viên chức,
	cán bộ công chức, đảng viên, hội viên, đoàn viên, học sinh, giáo viên, trẻ em, mô hình, tin, bài, tin bài, cuộc, cuộc họp, hội nghị, buổi, đợt, công trình, dự án, nhà, căn nhà, ngôi nhà, tuyến đường,
	tiêu chí, chỉ tiêu, nhiệm vụ, giải pháp, nội dung, văn bản, hồ sơ, thủ tục, thủ tục hành chính, dịch vụ công, cơ quan, đơn vị, tổ chức, doanh nghiệp, hợp tác xã, tổ hợp tác, sản phẩm, suất, phần quà, bộ, chiếc,
	cái, máy, máy tính, xe, cây, con, con bò, con lợn, bản, tờ, quyển, cuốn, ý kiến, lao động, việc làm, thành viên, tổ, đội, nhóm, chi hội, chi bộ, trường, trạm, điểm, vụ, vụ việc, trường hợp, đối tượng, bí thư, ủy viên,
	đồng chí, vị, đại biểu, báo cáo viên, tuyên truyền viên, cụm, khu, khu dân cư, xã, phường, huyện, tỉnh, thành phố, cơ sở, lĩnh vực, mức độ, phong trào, chuyên đề, câu lạc bộ, băng rôn, khẩu hiệu, pa nô, suất quà,
	thanh niên, thanh thiếu niên, công dân, thiếu nhi, phụ nữ, nông dân, cựu chiến binh, tồn tại, hạn chế, khuyết điểm, kiến nghị, sáng kiến, bài giảng, bài viết, phóng sự, clip, hố, giếng, đàn, ao, chỗ ở, cặp vợ chồng, bác sĩ, nhân viên y tế, giường bệnh,
	học viên, hòa giải viên, hoà giải viên, vận động viên, cộng tác viên, tình nguyện viên, tuyên truyền viên, chi đội, liên đội, chi đoàn, ngày công, ngày công lao động, công lao động, giờ công, tiết học, khẩu, nhân khẩu, lô, gian hàng, quầy, ki ốt, ki-ốt`)

var scaleOf = map[string]float64{"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9, "trăm": 100}

// value reads figures as Vietnamese writes them: full stops between thousands, a comma before decimals.
func (s *scanner) value(i int) float64 {
	t := s.at(i)
	if t.sort == word {
		return s.wordValue(i)
	}
	digits := t.low
	if last := strings.LastIndexByte(digits, '.'); last >= 0 && len(digits)-last-1 != 3 && !strings.Contains(digits, ",") && strings.Count(digits, ".") == 1 {
		digits = strings.Replace(digits, ".", ",", 1) // 80.5
	}
	digits = strings.ReplaceAll(digits, ".", "")
	whole, rest, decimals := strings.Cut(digits, ",")
	if decimals {
		whole += "." + strings.ReplaceAll(rest, ",", "")
	}
	value, err := strconv.ParseFloat(whole, 64)
	if err != nil {
		return 0
	}
	return value
}
