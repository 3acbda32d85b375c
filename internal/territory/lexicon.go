package territory

import "sync"

// A set is of words and phrases, by their keys.
type set map[string]bool

// A vocabulary is the words that the scanner knows, besides the names of units.
type vocabulary struct {
	nouns         map[string][]Kind // before a name, and the kinds that each can mean
	abbreviations map[string][]Kind // of nouns: before a name that the table knows, and only there
	committees    map[string][]Kind // a body and the noun of its unit in one word: the Party's committees and the Youth Union's

	whole      set // names of bodies that the noun of their unit follows at once: "UBND huyện"
	openings   set // words for what a body is, behind which its field stands: "Phòng Tài chính - Kế hoạch huyện"
	fields     set // of bodies named in passing, where opening or field is in small letters: "phòng nội vụ huyện"
	breaks     set // words that no name of a body goes across
	government set // bodies that an island district and the đặc khu after it have alike

	follow     set // words that go on after a name although they have a capital; hardly a name of a unit goes on with one
	inCapitals set // and those that do so in a line of capitals only
	families   set // the commonest family names: a person may follow a noun, "Chủ tịch UBND xã Nguyễn Văn A"
	several    set // before a noun that has a list of names behind it
	levels     set // before a noun that means its level: "cấp huyện"
	belongs    set // between a unit and what it lies in
	roads      set // after huyện, where it means a road or a town: huyện lộ, huyện lỵ

	road                     string // đường: before huyện, which then tells the class of a road: đường huyện ĐH.15
	and, all, office, member string // và, các, phòng, viên
	cooperative, society     string // tác of hợp tác xã, hội of xã hội
	stateFarm                string // the only words with a small letter that names begin with: thị trấn Nông trường Việt Lâm
}

var lexicon = sync.OnceValue(func() *vocabulary {
	return &vocabulary{
		nouns: kindsByKey(map[string][]Kind{
			"xã": {Commune}, "xã đảo": {Commune}, "phường": {Ward}, "đặc khu": {SpecialZone}, "thị trấn": {Township},
			"huyện": {RuralDistrict}, "huyện đảo": {RuralDistrict}, "quận": {UrbanDistrict}, "thị xã": {Town},
			"thành phố": {CentralCity, ProvincialCity}, "tỉnh": {Province},
		}),
		abbreviations: kindsByKey(map[string][]Kind{
			"TP": {CentralCity, ProvincialCity}, "TX": {Town}, "TT": {Township}, "Q": {UrbanDistrict}, "P": {Ward},
		}),
		committees: kindsByKey(map[string][]Kind{
			"tỉnh ủy": {Province}, "thành ủy": {CentralCity, ProvincialCity}, "huyện ủy": {RuralDistrict}, "quận ủy": {UrbanDistrict}, "thị ủy": {Town},
			"tỉnh đoàn": {Province}, "thành đoàn": {CentralCity, ProvincialCity}, "huyện đoàn": {RuralDistrict}, "quận đoàn": {UrbanDistrict}, "thị đoàn": {Town},
		}),
		whole: setOf(
			"UBND", "HĐND", "MTTQ", "MTTQVN", "UBMTTQ", "UBMTTQVN", "MTTQ Việt Nam", "Ủy ban nhân dân", "Hội đồng nhân dân",
			"Thường trực HĐND", "Thường trực Hội đồng nhân dân", "Mặt trận", "Mặt trận Tổ quốc", "Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ",
			"Ủy ban MTTQ Việt Nam", "Ủy ban Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ban Thường trực Ủy ban MTTQ",
			"Ban Thường trực Ủy ban MTTQ Việt Nam", "Đảng ủy", "Đảng bộ", "Ban Chấp hành Đảng bộ", "Ban Thường vụ Đảng ủy",
			"Thường trực Đảng ủy", "Công an", "Quân sự", "Thanh tra", "Ban CHQS", "Ban Chỉ huy Quân sự",
			"Ban Chỉ huy Phòng thủ dân sự", "Tòa án nhân dân", "TAND", "Viện kiểm sát nhân dân", "VKSND", "Kho bạc Nhà nước",
			"KBNN", "Bảo hiểm xã hội", "BHXH", "Hội Nông dân", "Hội LHPN", "Hội Phụ nữ", "Hội Liên hiệp Phụ nữ",
			"Hội Cựu chiến binh", "Hội CCB", "Hội Chữ thập đỏ", "Hội Người cao tuổi", "Hội Khuyến học", "Đoàn Thanh niên",
			"Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Liên đoàn Lao động", "LĐLĐ", "chính quyền",
			"cơ quan",
		),
		openings: setOf(
			"Phòng", "Trung tâm", "Ban", "Chi cục", "Hạt", "Hội", "Trường", "Trạm", "Đội", "Văn phòng", "Bệnh viện", "Hội đồng",
			"Tổ", "Ủy ban", "Liên đoàn", "Đoàn", "Đài", "Viện", "Chi nhánh", "Ngân hàng", "Cơ quan", "Nhà",
		),
		fields: setOf(
			"nội vụ", "tài chính", "tư pháp", "lao động", "văn hóa", "giáo dục", "nông nghiệp", "kinh tế", "tài nguyên", "y tế",
			"dân tộc", "quản lý", "chỉ đạo", "chỉ huy", "dịch vụ", "chính trị", "bồi dưỡng", "phát triển", "hành chính",
			"tuyên giáo", "dân vận", "tổ chức", "kiểm lâm", "thuế", "thống kê", "truyền thanh", "đa khoa", "nông dân", "phụ nữ",
			"thanh niên",
		),
		breaks: setOf(
			"trên", "bàn", "tại", "ở", "cho", "với", "từ", "đến", "của", "trong", "toàn", "cấp", "các", "những", "mỗi", "theo",
			"về", "do", "là", "thuộc", "gửi", "trình", "giúp", "tham", "phối", "báo", "đề", "để", "khi", "nếu", "không", "được",
			"đã", "sẽ", "phải", "thôn", "xóm", "ấp", "buôn", "làng",
		),
		government: setOf("UBND", "HĐND", "Ủy ban nhân dân", "Hội đồng nhân dân", "HĐND và UBND"),
		follow: setOf(
			"đảng", "đoàn", "ban", "phòng", "mặt", "bí", "chủ", "phó", "trưởng", "ủy", "kế", "báo", "nghị", "quyết", "chỉ", "kính",
			"nơi", "căn", "tỉnh", "huyện", "quận",
		),
		inCapitals: setOf(
			"năm", "và", "giai", "thực", "lần", "khóa", "nhiệm", "trên", "trong", "về", "của", "từ", "đến", "tháng", "tuần",
			"ngày", "triển", "có", "là", "tại", "theo", "do", "với", "để", "cho", "được", "thôn", "các", "số",
		),
		families: setOf(
			"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý",
			"Đinh",
		),
		several: setOf("các", "hai", "ba", "bốn", "năm", "những"),
		levels:  setOf("cấp", "toàn", "bàn"),
		belongs: setOf("thuộc", "của"),
		roads:   setOf("lộ", "lỵ"),
		road:    keyOf("đường"),
		and:     keyOf("và"), all: keyOf("các"), office: keyOf("phòng"), member: keyOf("viên"),
		cooperative: keyOf("tác"), society: keyOf("hội"), stateFarm: keyOf("nông trường"),
	}
})

func setOf(phrases ...string) set {
	keys := make(set, len(phrases))
	for _, phrase := range phrases {
		keys[keyOf(phrase)] = true
	}
	return keys
}

func kindsByKey(words map[string][]Kind) map[string][]Kind {
	keys := make(map[string][]Kind, len(words))
	for word, kinds := range words {
		keys[keyOf(word)] = kinds
	}
	return keys
}
