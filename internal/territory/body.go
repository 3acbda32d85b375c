package territory

import "sync"

// Bodies stand before the noun of their unit: "UBND huyện", "Phòng Nội vụ huyện Sơn Tây". Some have names that end there, others a
// word for what they are and then their field.

// whole are names of bodies that the noun follows at once.
var whole = []string{
	"UBND", "HĐND", "MTTQ", "MTTQVN", "UBMTTQ", "UBMTTQVN", "MTTQ Việt Nam", "Ủy ban nhân dân", "Hội đồng nhân dân", "Thường trực HĐND",
	"Thường trực Hội đồng nhân dân", "Mặt trận Tổ quốc", "Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ", "Ủy ban MTTQ Việt Nam",
	"Ủy ban Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ban Thường trực Ủy ban MTTQ", "Ban Thường trực Ủy ban MTTQ Việt Nam",
	"Đảng ủy", "Đảng bộ", "Ban Chấp hành Đảng bộ", "Ban Thường vụ Đảng ủy", "Thường trực Đảng ủy", "Công an", "Quân sự", "Thanh tra",
	"Ban CHQS", "Ban Chỉ huy Quân sự", "Ban Chỉ huy Phòng thủ dân sự", "Tòa án nhân dân", "TAND", "Viện kiểm sát nhân dân", "VKSND",
	"Kho bạc Nhà nước", "KBNN", "Bảo hiểm xã hội", "BHXH", "Hội Nông dân", "Hội LHPN", "Hội Phụ nữ", "Hội Liên hiệp Phụ nữ",
	"Hội Cựu chiến binh", "Hội CCB", "Hội Chữ thập đỏ", "Hội Người cao tuổi", "Hội Khuyến học", "Đoàn Thanh niên", "Đoàn TNCS Hồ Chí Minh",
	"Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Liên đoàn Lao động", "LĐLĐ", "chính quyền", "cơ quan",
}

// openings are words for what a body is; its field follows: "Phòng Tài chính - Kế hoạch", "Ban Chỉ đạo".
var openings = []string{"Phòng", "Trung tâm", "Ban", "Chi cục", "Hạt", "Hội", "Trường", "Trạm", "Đội", "Văn phòng", "Bệnh viện", "Hội đồng",
	"Tổ", "Ủy ban", "Liên đoàn", "Đoàn", "Đài", "Viện", "Chi nhánh", "Ngân hàng", "Cơ quan", "Nhà"}

// fields are what may follow an opening where one of both is in small letters: "phòng nội vụ huyện".
var fields = []string{"nội vụ", "tài chính", "tư pháp", "lao động", "văn hóa", "giáo dục", "nông nghiệp", "kinh tế", "tài nguyên", "y tế",
	"dân tộc", "quản lý", "chỉ đạo", "chỉ huy", "dịch vụ", "chính trị", "bồi dưỡng", "phát triển", "hành chính", "tuyên giáo", "dân vận",
	"tổ chức", "kiểm lâm", "thuế", "thống kê", "truyền thanh", "đa khoa", "nông dân", "phụ nữ", "thanh niên"}

// breaks are words that no name of a body goes across.
var breaks = []string{"trên", "bàn", "tại", "ở", "cho", "với", "từ", "đến", "của", "trong", "toàn", "cấp", "các", "những", "mỗi", "theo", "về",
	"do", "là", "thuộc", "gửi", "trình", "giúp", "tham", "phối", "báo", "đề", "để", "khi", "nếu", "không", "được", "đã", "sẽ", "phải",
	"thôn", "xóm", "ấp", "buôn", "làng"}

// committees are words of a body and its unit in one: the committee of the Party and the Youth Union's.
var committees = map[string][]Kind{
	"huyện ủy": {RuralDistrict}, "quận ủy": {UrbanDistrict}, "thị ủy": {Town}, "thành ủy": {CentralCity, ProvincialCity}, "tỉnh ủy": {Province},
	"huyện đoàn": {RuralDistrict}, "quận đoàn": {UrbanDistrict}, "thị đoàn": {Town}, "thành đoàn": {CentralCity, ProvincialCity}, "tỉnh đoàn": {Province},
}

// nouns are the words before a name and the kinds they can mean; abbreviations stand before known names only.
var nouns, abbreviations = map[string][]Kind{
	"xã": {Commune}, "phường": {Ward}, "đặc khu": {SpecialZone}, "thị trấn": {Township}, "huyện": {RuralDistrict}, "quận": {UrbanDistrict},
	"huyện đảo": {RuralDistrict}, "xã đảo": {Commune}, "thị xã": {Town}, "thành phố": {CentralCity, ProvincialCity}, "tỉnh": {Province},
}, map[string][]Kind{"TP": {CentralCity, ProvincialCity}, "TX": {Town}, "TT": {Township}, "Q": {UrbanDistrict}, "P": {Ward}}

// follow are words that go on after a name although they have a capital; inCapitals those that do so in a line of capitals only.
// Hardly a name of a unit goes on with one of them.
var (
	follow = []string{"đảng", "đoàn", "ban", "phòng", "mặt", "bí", "chủ", "phó", "trưởng", "ủy", "kế", "báo", "nghị", "quyết", "chỉ",
		"kính", "nơi", "căn", "tỉnh", "huyện", "quận"}
	inCapitals = []string{"năm", "và", "giai", "thực", "lần", "khóa", "nhiệm", "trên", "trong", "về", "của", "từ", "đến",
		"tháng", "tuần", "ngày", "triển", "có", "là", "tại", "theo", "do", "với", "để", "cho", "được", "thôn", "các", "số"}
)

// families are the commonest family names: a person may follow a unit's noun, "Chủ tịch UBND xã Nguyễn Văn A".
var families = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh"}

// several stand before a noun that has a list of names behind it; levels before one that means its level; belongs between a unit
// and what it lies in.
var (
	several = []string{"các", "hai", "ba", "bốn", "năm", "những"}
	levels  = []string{"cấp", "toàn", "bàn"}
	belongs = []string{"thuộc", "của"}
)

// A vocabulary is the lists above by their keys.
type vocabulary struct {
	whole, openings, fields, breaks, follow, inCapitals, families, several, levels, belongs map[string]bool
	committees, nouns, abbreviations                                                        map[string][]Kind
	government                                                                              map[string]bool // bodies that an island district and the đặc khu after it have alike

	and, all             string          // và, các
	office, member       string          // phòng, viên
	roads                map[string]bool // huyện lộ, huyện lỵ
	cooperative, society string          // tác of hợp tác xã, hội of xã hội
	stateFarm            string          // the only words with a small letter that names begin with: thị trấn Nông trường Việt Lâm
}

var lexicon = sync.OnceValue(func() *vocabulary {
	return &vocabulary{
		whole: keysOf(whole), openings: keysOf(openings), fields: keysOf(fields), breaks: keysOf(breaks), follow: keysOf(follow), inCapitals: keysOf(inCapitals),
		families: keysOf(families), several: keysOf(several), levels: keysOf(levels), belongs: keysOf(belongs),
		committees: kindsByKey(committees), nouns: kindsByKey(nouns), abbreviations: kindsByKey(abbreviations),
		roads: keysOf([]string{"lộ", "lỵ"}), government: keysOf([]string{"UBND", "HĐND", "Ủy ban nhân dân", "Hội đồng nhân dân", "HĐND và UBND"}),
		and: keyOf("và"), all: keyOf("các"), office: keyOf("phòng"), member: keyOf("viên"), cooperative: keyOf("tác"), society: keyOf("hội"), stateFarm: keyOf("nông trường"),
	}
})

func keysOf(list []string) map[string]bool {
	keys := make(map[string]bool, len(list))
	for _, s := range list {
		keys[keyOf(s)] = true
	}
	return keys
}

func kindsByKey(list map[string][]Kind) map[string][]Kind {
	keys := make(map[string][]Kind, len(list))
	for s, kinds := range list {
		keys[keyOf(s)] = kinds
	}
	return keys
}

// longestBody bounds the words of a body's name.
const longestBody = 12

// bodyBefore is the words of the body whose name ends before word i, or before the các there: "UBND các huyện"; from is i when
// there is none. Bodies joined by "và" are one.
func (s *scanner) bodyBefore(i int) (from, to int) {
	to = i
	if i > 1 && s.joined(i-2, i+1) && s.phrase(i-1, i) == s.all {
		to--
	}
	from = s.oneBodyBefore(to)
	if from == to {
		return i, i
	}
	for n := 0; n < 3 && from >= 2 && s.joined(from-2, from+1) && s.phrase(from-1, from) == s.and; n++ {
		before := s.oneBodyBefore(from - 1)
		if before == from-1 {
			break
		}
		from = before
	}
	return from, to
}

func (s *scanner) oneBodyBefore(i int) int {
	body, listed := i, false // listed: past a comma, which only an office has: "Phòng Kinh tế, Hạ tầng và Đô thị"
	for b := i - 1; b >= 0 && i-b <= longestBody; b-- {
		g := s.list[b].gap
		if g != blank && g != hyphen && !(g == comma && b+1 < i && s.list[b+1].form == title) || s.breaks[s.phrase(b, b+1)] {
			break
		}
		listed = listed || g == comma
		if !listed && s.whole[s.phrase(b, i)] || s.opens(b, i) && (!listed || s.phrase(b, b+1) == s.office) {
			body = b
		}
	}
	return body
}

// opens tells whether an opening stands at b, with a field behind it before i.
func (s *scanner) opens(b, i int) bool {
	for n := 2; n >= 1; n-- {
		if b+n < i && s.joined(b, b+n+1) && s.openings[s.phrase(b, b+n)] {
			field := b + n
			return s.list[b].form != small && s.capitalAt(field) || s.fields[s.phrase(field, field+1)] || field+2 <= i && s.fields[s.phrase(field, field+2)]
		}
	}
	return false
}
