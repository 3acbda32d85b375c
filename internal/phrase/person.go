package phrase

import (
	"unicode"
	"unicode/utf8"
)

var (
	// forms of address before a name.
	forms = words("ông, bà, đồng chí, anh, chị, đ/c, cô, thầy, cụ")
	// ranks, callings and titles of honour before a name; behind them only a family name begins one: cô giáo Lê Thị Hà, not cô giáo Trường Mầm non.
	ranks = words(`thiếu úy, trung úy, thượng úy, đại úy, thiếu uý, trung uý, thượng uý, đại uý, thiếu tá, trung tá, thượng tá, đại tá, thầy giáo, cô giáo, nhà giáo,
		bác sĩ, bác sỹ, y sĩ, y sỹ, dược sĩ, dược sỹ, điều dưỡng, nữ hộ sinh, kỹ sư, luật sư, già làng, nghệ nhân, trưởng bản, linh mục, mục sư, đại đức, thượng tọa,
		mẹ việt nam anh hùng, mẹ vnah, nghệ nhân ưu tú, nghệ nhân nhân dân, nhà giáo ưu tú, thầy thuốc ưu tú, người có uy tín, cựu chiến binh, thương binh, bệnh binh,
		nhà báo, nghệ sĩ, cháu, em, học sinh, hội viên, đoàn viên, đảng viên, chiến sĩ, hạ sĩ, trung sĩ, thượng sĩ, chủ hộ, hộ, gia đình`)
	// degrees before a name; with the full stop they are written with.
	degrees = words("ths, ts, bs, bsck1, bscki, bsckii, pgs, gs, cn, ks, cử nhân, thạc sĩ, thạc sỹ, tiến sĩ, tiến sỹ, giáo sư, phó giáo sư")
	// posts begin the words for a post; no name begins so.
	posts = words(`chủ tịch, phó, bí thư, trưởng, giám đốc, hiệu trưởng, ủy viên, uỷ viên, thường trực, công chức, viên chức, cán bộ, chỉ huy, đội trưởng, chánh,
		đại biểu, tổ trưởng, chuyên viên, chi hội, kế toán, văn thư, nguyên, trung tá, đại úy, thiếu tá, thượng tá, thượng úy, quyền, thành viên, trạm trưởng, bác sĩ`)
)

var (
	// families are family names that begin a person's name where no form of address does.
	families = words(`nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh, trương, đoàn, trịnh, tạ, lâm, mai, đào, phùng, lương,
		quách, tống, hứa, lưu, đàm, chu, nông, lò, giàng, sùng, vàng, thào, ksor, siu, rơ, bríu, alăng, zơrâm, thích`)
	// remembered are persons of history whom streets, schools, communes and anniversaries are called after.
	remembered = words(`hồ chí minh, võ nguyên giáp, trần hưng đạo, trần phú, lê hồng phong, lê lợi, lê duẩn, nguyễn huệ, nguyễn trãi, nguyễn du, nguyễn văn cừ,
		nguyễn văn trỗi, nguyễn thị minh khai, nguyễn ái quốc, nguyễn tất thành, võ thị sáu, lý tự trọng, phan bội châu, phan chu trinh, phan đình phùng, hoàng hoa thám,
		hoàng văn thụ, ngô quyền, đinh tiên hoàng, lý thường kiệt, lê đại hành, lê thánh tông, nguyễn bỉnh khiêm, phạm văn đồng, huỳnh thúc kháng, nguyễn nghiêm,
		trương quang trọng, trương định, nguyễn công trứ, lê quý đôn, lê văn tám, đặng thùy trâm, nguyễn viết xuân, phạm hồng thái, trần quốc toản, trần cao vân`)
	// notNames are capitals that look like names: thầy, cô Trường Tiểu học; công chức Văn hóa - Xã hội phối hợp Đoàn Thanh niên.
	notNames = words("trường, trạm, lớp, thôn, ubnd, trung tâm, đoàn thanh niên")
	// bearers are called after persons: a name behind them is theirs.
	bearers = words(`đường, phố, phường, xã, thôn, trường, thcs, thpt, tiểu học, mầm non, mẫu giáo, chợ, cầu, giải, quỹ, phong trào, tên, họ, tộc, dòng họ, khu, ngõ, hẻm, tnhh, công ty,
		bệnh viện, trạm, tượng đài, lăng, đền, công viên, đình, chi bộ, chi đoàn, nhà hát, học viện, đại học, giải thưởng, học bổng, cụm, tổ, làng, bản, buôn, huyện, quận, hồ, bác`)
	// governed are those bearers that may as well end a post, before a name of three words or more: Chủ tịch UBND xã, Trưởng thôn.
	governed = words("xã, phường, thôn, huyện")
	// honoured are the dead and those whom the state honours for good.
	honoured = words("liệt sĩ, liệt sỹ, anh hùng, cố, chiến dịch, khởi nghĩa, danh hiệu")
	// remembrance stands before the name of one who is remembered.
	remembrance = words("ngày sinh, ngày sinh của, năm sinh, ngày mất, ngày mất của, tưởng niệm, ngày giỗ, thân thế, sự nghiệp, tư tưởng, tấm gương, tấm gương của, tư tưởng của, công lao của, tên, lưu niệm")
)

// deeds are words with which the sentence goes on behind a post.
var deeds = words("làm, là, được, có, chịu, phụ trách, trực tiếp, theo dõi, sẽ, để, dự, thay mặt, ký, theo, cùng, đứng")

// person takes a name behind a form of address, a rank, a degree or a post, and the post told behind it.
func (s *scanner) person(i int) (Phrase, int) {
	if s.at(i).begins&families.bit > 0 {
		return s.unaddressed(i)
	}
	if s.at(i).begins&(forms.bit|degrees.bit|ranks.bit) == 0 && s.low(i) != "đ" {
		return Phrase{}, 0
	}
	var who Someone
	j := s.oneOf(i, ranks)
	ranked := j > 0
	switch {
	case ranked:
		who.Form = s.span(i, j)
	case s.low(i) == "đ" && s.low(i+1) == "/" && s.low(i+2) == "c":
		j = i + 3
	default:
		j = max(s.oneOf(i, forms), i)
	}
	if j > i && !ranked {
		if s.at(i).capital && s.at(i-1).sort == word { // huyện Anh Sơn, Bà Rịa: names of places
			return Phrase{}, 0
		}
		who.Form = s.span(i, j)
		if s.low(j) == ":" {
			j++
		}
	}
	start := j
	for s.oneOf(j, degrees) > j+1 || s.oneOf(j, degrees) > 0 && s.at(j).capital { // BS., but bác sĩ
		j = s.oneOf(j, degrees)
		if s.low(j) == "." && s.at(j).gap == tight {
			j++
		}
	}
	if j > start {
		who.Degree = s.span(start, j)
	}
	if next := s.oneOf(j, ranks); next > 0 && !ranked { // đồng chí Thiếu tá Lê Văn Hà
		j, ranked = next, true
	}
	if j == i || ranked && s.oneOf(j, families) == 0 || s.endingAt(i, remembrance) < i {
		return Phrase{}, 0
	}
	name := j
	j = s.nameEnd(name)
	if j < name+1 || s.oneOf(name, posts) > 0 || s.oneOf(name, notNames) > 0 || j == name+1 && s.are(i, "đồng chí") == 0 && (s.at(i).capital || name > i+1) {
		return Phrase{}, 0
	}
	return s.someone(i, name, j, who)
}

// someone is the person whose name stands at tokens name to j, in words that begin at i, with the post behind.
func (s *scanner) someone(i, name, j int, who Someone) (Phrase, int) {
	who.Name = s.span(name, j)
	if behind := s.post(j); behind > j {
		who.Post = s.span(j+1, behind)
		j = behind
	}
	return Phrase{Kind: Person, Span: s.span(i, j), Person: &who}, j
}

// nameEnd is the token behind the words of a name that begins at token i.
func (s *scanner) nameEnd(i int) int {
	j := i
	for s.nameWord(j) && j < i+6 {
		j++
	}
	return j
}

// unaddressed takes a name of two to four words that begins with a family name, right behind a post or another person's name, or with
// a middle name that only persons have (văn, thị): Công chức Tài chính - Kế toán Nguyễn Văn Thành. What is called after a person is none.
func (s *scanner) unaddressed(i int) (Phrase, int) {
	j := s.unaddressedName(i)
	if j == 0 {
		return Phrase{}, 0
	}
	return s.someone(i, i, j, Someone{})
}

// unaddressedName is the token behind such a name at token i; 0 where there is none.
func (s *scanner) unaddressedName(i int) int {
	if s.at(i).begins&families.bit == 0 || !s.nameWord(i) || s.oneOf(i, families) == 0 || s.oneOf(i, remembered) > 0 || s.oneOf(i, notNames) > 0 {
		return 0
	}
	j := s.nameEnd(i)
	if j < i+2 || j > i+4 {
		return 0
	}
	if s.mayBeNamed(i, j) {
		return j
	}
	if middle := s.low(i + 1); middle != "văn" && middle != "thị" || j == i+2 {
		return 0
	}
	for _, before := range [...]vocabulary{bearers, honoured, remembrance, forms} { // what a form of address stands before was judged there
		if s.endingAt(i, before) < i {
			return 0
		}
	}
	return j
}

// longestPost bounds the words of a post, in tokens.
const longestPost = 14

// mayBeNamed tells whether a post ends before the name at tokens i to j, or a list of persons goes on there.
func (s *scanner) mayBeNamed(i, j int) bool {
	if at := s.endingAt(i, bearers); at < i && s.are(i-2, "hòa giải") != i && s.are(i-2, "hoà giải") != i && (s.oneOf(at, governed) != i || j < i+3) {
		return false
	}
	for k := i - 1; k >= i-longestPost; k-- {
		t := s.at(k)
		switch {
		case s.at(k+1).gap == line:
			return false
		case t.low == "," && s.nameWord(k-1), t.low == "và" && s.nameWord(k-1), t.low == ":" && s.endingAt(k, forms) < k: // another name before it
		case t.sort == mark && !isDash(t), t.sort == figure:
			return false
		case s.oneOf(k, postHeads) > 0 && (t.capital || s.oneOf(k, postHeads) > k+1):
			return s.endingAt(k, bearers) == k
		case s.addresses(k):
			return s.endingAt(k, remembrance) == k
		case !t.capital && (s.oneOf(k, notInPost) > 0 || s.oneOf(k, deeds) > 0):
			return false
		}
	}
	return false
}

// addresses tells whether a form of address or a rank stands at token k with a name behind it.
func (s *scanner) addresses(k int) bool {
	behind := max(s.oneOf(k, forms), s.oneOf(k, ranks))
	return behind > 0 && (s.nameWord(behind) || s.low(behind) == ":")
}

var (
	// postHeads begin a post that a name may follow.
	postHeads = words(`chủ tịch, phó chủ tịch, bí thư, phó bí thư, trưởng, phó trưởng, trưởng ban, phó trưởng ban, trưởng thôn, phó thôn, trưởng công an, giám đốc, phó giám đốc, hiệu trưởng,
		phó hiệu trưởng, ủy viên, uỷ viên, công chức, viên chức, cán bộ, chỉ huy trưởng, chỉ huy phó, đội trưởng, tổ trưởng, trạm trưởng, chuyên viên, kế toán, văn thư, chánh văn phòng`)
	// notInPost are small words that stand in no post.
	notInPost = words("là, của, cho, với, do, và các, tại, theo, đã, được, trong, trên, về, để, có, gửi, như, từ, đến, khi, mừng, gương, lần, nhân, dự")
)

// nameWord tells whether token i is a word of a name: a capital and then small letters, or one capital that stands for it.
func (s *scanner) nameWord(i int) bool {
	t := s.at(i)
	if t.sort != word || !t.capital || t.gap == line || t.low[0] == '{' {
		return false
	}
	letters := t.In(s.text)
	_, size := utf8.DecodeRuneInString(letters)
	second, _ := utf8.DecodeRuneInString(letters[size:])
	return size == len(letters) || unicode.IsLower(second)
}

// post takes the post behind a name: "- Chủ tịch UBND xã", ", Phó Chủ tịch". It ends at the next mark.
func (s *scanner) post(i int) int {
	if t := s.at(i); !isDash(t) && t.low != "," && t.low != "(" || s.oneOf(i+1, posts) == 0 {
		return 0
	}
	j := i + 1
	for ; j < s.end && j < i+20; j++ {
		if s.unaddressedName(j) > 0 { // the post is that of another
			return 0
		}
		if t := s.at(j); t.sort == mark && !isDash(t) || t.low == "và" && s.oneOf(j+1, forms) > 0 || !t.capital && (s.oneOf(j, verbs) > 0 || s.oneOf(j, deeds) > 0) {
			break
		}
	}
	return j
}
