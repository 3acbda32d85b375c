package check

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var leftover = &Rule{
	Kind: diag.Kind{ID: "sense/leftover", Severity: diag.Warning,
		Message: diag.Words{VI: `còn sót "{words}"`, EN: `"{words}" is left over`},
		Fix:     diag.Words{VI: "điền nội dung, hoặc xóa", EN: "fill it in, or delete it"}},
	Title:  diag.Words{VI: "Không còn chỗ soạn dở", EN: "Nothing is left to be filled in"},
	Reason: diag.Words{VI: "Dấu chấm lửng thay cho số, chữ giữ chỗ, ghi chú của người soạn mà in ra thì văn bản phải thu hồi. Dấu … sau một loạt kể ra thì không sao.", EN: "Dots in place of a figure, fillers and the drafter's notes must not be printed. Dots behind an enumeration are fine."},
	Wrong:  `Tổ chức … lớp tập huấn cho XX người tại thôn abc.`,
	Right:  `Tổ chức 02 lớp tập huấn cho 60 người về an toàn thực phẩm, phòng cháy, chữa cháy, …`,
	sentence: func(s *Sentence) {
		for _, at := range s.leftovers() {
			s.report(at.From, at.To, "words", at.In(s.Text))
		}
	},
}

// leftovers are what is left over in a sentence. In a citation it may be a document not yet numbered, or a subject as it was written.
func (s *Sentence) leftovers() []phrase.Span {
	if _, declared := s.Passage.In.(*plan.Citation); s.looked || declared {
		return s.overs
	}
	s.looked = true
	for _, at := range leftoversIn(s.Text) {
		if strings.HasPrefix(at.In(s.Text), "ngày ") && s.inDocument(at) { // one that has no date yet
			continue
		}
		s.overs = append(s.overs, at)
	}
	return s.overs
}

// leftAt tells whether something is left over between two bytes of a sentence.
func (s *Sentence) leftAt(from, to int) bool {
	return slices.ContainsFunc(s.leftovers(), func(at phrase.Span) bool { return from < at.To && at.From < to })
}

// What is left over: dots between words where something must stand, fillers, notes to oneself, a figure that is missing.
var (
	dots        = pattern.Of(`(?:…|\.{3,}|_{2,})+`)
	long        = pattern.Of(`\.{6}|……|_{3}`)
	beforeBlank = pattern.Of(`(?i)(?:^|[ (,:;])(?:(?:ngày|tháng|năm|số|là|khoảng|từ|đến|ông|bà|đồng chí|tỷ lệ|đạt|kinh phí|gồm|ít nhất|hơn|với|tổng số|điều|khoản|tại|do|lúc|mức|giá|quý|trước ngày)[: ]*|` +
		`(?:tổ chức|cho|có|trên|dưới|thôn|giao|của|xã|thêm|còn|mở|trồng|tặng|mỗi)[: ]+|[\p{L} ]+: *)$`)
	behindBlank = pattern.Of(`^ ?(?:[/%]|\p{L})`)
	goingOn     = pattern.Of(`^ ?(?:và|để|của|nhằm|theo|trong|tại|cho|do|được|trên|hoặc|bảo|đảm|với|từ|ở|có|là|thì|phục|trước|sau|vào|về|đến|phù|gắn|thuộc|qua|khi|đối|bằng|các|những|góp|tạo)(?:[ ,.]|$)`)

	// fillers stand where something must be filled in, and notes tell that it must.
	fillers = pattern.Of(`(?:^|[^\p{L}\d@./])(XX+|[Xx]{2,}|[Yy]{3,}|[Aa]{3,}|[Bb]{3,}|[Zz]{3,}|[Aa]bcd?|ABCD?|xyz|XYZ|asdf\w*|qwerty|tbd|TBD|[Nn]/[Aa]|#N/A|#REF!|#VALUE!|#DIV/0!|#NAME\?|` +
		`TODO|FIXME|[Ll]orem(?: ipsum)?|\?{2,}|#{2,}|@{2,}|<[\p{L}….][^<>]{0,30}>|\{[^{}]{1,30}\}|\[\.*…*\]|` +
		`[dD]{2}/[mM]{2}(?:/[yY]{4})?|[dD]{2}/[mM]{2}/20\d\d)(?:[^\p{L}\d@.]|[.](?: |$)|$)`)
	// inFigures are fillers among figures: "20xx", "09xx.xxx.xxx", "xx/xx/2026", "x.xxx hộ", "00/00/2026", "0.000.000 đồng".
	inFigures = pattern.Of(`(?:^|[^\p{L}\d@/.])((?:[\dxX]{1,4}[./-])*(?:\d+[xX]{2,}|[xX]{2,}|[xX]{1,2}[./][xX\d])(?:[./-]?[\dxX]{1,4})*|[xX](?:[./][xX\d]{1,4})+|[xX] ?%|00/00/20\d\d|00/(?:0?[1-9]|1[0-2])/20\d\d|0{1,3}(?:\.000)+|\?/\d{1,2}(?:/20\d\d)?|\d{1,2}/\?(?:/20\d\d)?)(?:[^\p{L}\d]|$)`)
	notes     = pattern.Of(`(?:^|[^\p{L}])([Cc]hỗ này (?:hỏi|xem|sửa|kiểm tra|tính|bổ sung|chưa)(?: lại)?(?: \p{L}+){0,2}|(?:XEM|KIỂM TRA|RÀ SOÁT|HỎI|SỬA|ĐIỀN|BỔ SUNG|CẬP NHẬT|GHI|NHẬP|TÍNH|VIẾT|THÊM|CHỜ|CHÈN|XÁC NHẬN|ĐỐI CHIẾU|CHỐT) (?:LẠI|SAU|THÊM|TÊN|SỐ(?: LIỆU)?|NGÀY|NỘI DUNG|RÕ|Ý KIẾN|XÁC NHẬN|VÀO(?: ĐÂY)?|TIẾP|CHO ĐỦ|HỌ TÊN|ĐƠN VỊ|KINH PHÍ|DUYỆT|KẾT QUẢ)(?: [\p{Lu}]+){0,4}|` +
		`(?:CẦN|PHẢI|NHỚ|SẼ|CHƯA) (?:BỔ SUNG|XEM(?: LẠI)?|KIỂM TRA(?: LẠI)?|SỬA(?: LẠI)?|ĐIỀN|CẬP NHẬT|HỎI(?: LẠI)?|CÓ SỐ LIỆU|RÕ|XONG|CHỐT|TÍNH LẠI)(?: [\p{Lu}]+){0,4}|CHƯA CÓ|CHƯA RÕ|SỐ LIỆU CŨ|chưa có số liệu|` +
		`[Xx]em lại!|[Xx]em lại (?:số|chỗ|câu|đoạn|ngày|tên|mục|phần|con số|nội dung) (?:này|liệu này|ở đây)|[Xx]óa (?:dòng|câu|đoạn|chỗ) này|(?:điền|bổ sung|cập nhật|ghi|nhập|chèn) (?:số liệu|tên|ngày|nội dung|số|kinh phí|vào) (?:sau|vào đây|ở đây|vào chỗ này)|[Cc]hèn (?:tên|số|ngày|nội dung|bảng|logo|hình))(?:[^\p{L}]|$)`)
	// asides are notes in brackets. What a form asks of whoever fills it in, "đơn (ghi rõ lý do)", is none.
	asked  = pattern.Of(`(?i)(\((?:ghi rõ|nêu rõ|ghi cụ thể|ghi tên|nêu cụ thể)[^()]*\))`)
	asides = pattern.Of(`(?i)(\((?:ghi rõ|nêu rõ|ghi cụ thể|nêu cụ thể)\)|` +
		`\((?:xem lại|sửa lại|kiểm tra lại|hỏi lại|rà lại|tính lại|cần (?:bổ sung|xem|kiểm tra|rà|điền|hỏi|xác minh|sửa|cập nhật|làm rõ|thống nhất)|sẽ (?:bổ sung|cập nhật|điền)|chờ (?:số liệu|ý kiến|xác nhận|bổ sung|cập nhật|duyệt|kết quả|kinh phí|phân bổ)|đang chờ|chưa chốt|chưa xong)[^()]*\)|` +
		`\((?:bổ sung|điền|cập nhật|ghi|nhập|thêm)(?:(?: sau| thêm| vào| số| số liệu| tên| ngày| nội dung| kinh phí| địa điểm| thời gian| đơn vị| họ tên| cho đủ)[^()]*)?\)|` +
		`\([\p{L} ]{0,25}(?:cập nhật|bổ sung|điền) sau\)|\([\p{L} ]{2,40}\?\)|` +
		`\((?:chưa rõ|chưa có|chưa xác định|thiếu)(?: (?:số|tên|ngày|số liệu|kinh phí|địa điểm|thời gian)[^()]*)?\)|` +
		`\((?:tên(?: [\p{L} ]{1,20})?|họ (?:và )?tên|số lượng|số tiền|số liệu|số người|số hộ|số|ngày(?: tháng)?|đơn vị|địa điểm|thời gian|nội dung|\?{2,}|x{2,}|\.{2,}|…|-{2,}|_+| *)\))`)
	form        = pattern.Of(`(?i)(?:đơn|văn bản|phiếu|danh sách|biên bản|hồ sơ|giấy|tờ khai|mẫu|sổ|thông báo|trả lời|phản ánh|đăng ký|kê khai|lý do|ý kiến|báo cáo|bản|ký|nhật ký|tin nhắn|niêm yết|công khai)[^.;:]{0,40}$`)
	beforeLists = pattern.Of(`(?i)(?:mẫu|cột|dòng|chữ|ký hiệu|định dạng|dạng|đơn vị tính)[^.;]{0,30}$`)
	romanBefore = pattern.Of(`(?i)(?:định dạng|dạng|chữ|chữ cái|vần|khóa|khoá|thứ|thế kỷ|mục|phần|chương|phụ lục|đại hội|đảng|kỳ|lần|cấp|cỡ|size|loại|bậc)[ -]*$`)

	// letters stand for a name or a figure: "ông A", "thôn X", "tổ chức x lớp".
	letterPerson = pattern.Of(`(?:^|[ (,])((?:Nguyễn|Trần|Lê|Phạm|Đinh|Hoàng|Phan|Võ) (?:Văn|Thị) (?:[A-Z]|[xX]{2,}|…|\.{3,}))(?:[,;:)]|[.](?: |$)|$| (?:\p{Ll}|[-–] ))`)
	letterName   = pattern.Of(`(?:^|[ (,])(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Aa]nh|[Cc]hị|[Tt]hôn|xã|[Cc]ông ty|[Dd]oanh nghiệp|[Hh]ộ ông|[Hh]ộ bà) ([A-HJ-UX-Z])(?:[,;:)]|[.](?: |$)|$| (?:\p{Ll}|[-–] ))`)
	letterMany   = pattern.Of(`(?:^|[^\d\p{L}]|[\p{L}:] )([xXnN]) (?:%|người|hộ|lớp|buổi|cuộc|đợt|thôn|triệu|đồng|mô hình|suất|hội nghị|lượt|học viên|cán bộ|công trình|đại biểu|con|cây|km|ha|m|tỷ|tiêu chí|chỉ tiêu|nhiệm vụ|thành viên|đảng viên|tin|bài|ngày|tháng|cơ sở|điểm|vụ|hồ sơ|văn bản|giờ|tủ sách|bộ|chiếc|nhà|hộ dân|tổ|suất quà|phần quà|ý kiến|lần|trường|chi bộ|tuyến|bảng|pa nô|khẩu hiệu|xe|máy)(?:[ .,;)]|$)`)
	times        = pattern.Of(`\d[\p{L} ./]*$`)
	// question is a mark of doubt, not of a question.
	question = pattern.Of(`(?:\d ?|[(:] ?|\p{L} )(\?)(?:%| ?/| \p{Ll}|\))`)

	// missing is a figure that is not there: "đạt  %", "khoảng  hộ", "kinh phí:  đồng", "ngày  /5/2026", "từ   đến   người".
	missingShare = pattern.Of(`(?i)(?:^|[ (])((?:đạt|đạt tỷ lệ|trên|ít nhất|từ|tối thiểu|khoảng|là|hơn|dưới|còn|giảm|tăng|lên|lên đến|thêm|chiếm|tỷ lệ đạt|xuống|bằng|đến|gần|trước):? +%)`)
	missingMoney = pattern.Of(`(?i)(?:^|[ (])((?:kinh phí(?: thực hiện| dự kiến)?|là|đạt|thu|chi|ước|còn|mức|khoảng|số tiền|trị giá|gồm|hỗ trợ|tổng|tổng số|dự toán|với|bằng|trên|từ|hộ|suất|người|tiền)(?: *:? +(?:triệu|tỷ|nghìn) đồng|(?:: *|  +)đồng))(?:[.,;)/]|$| (?:từ|cho|trong|do|và|để))`)
	missingCount = pattern.Of(`(?i)(?:^|[ (])((?:có|khoảng|ít nhất|tối thiểu|tổ chức|mở|hơn|gồm|đạt|từ|cho|tặng|trồng|với|trên|dưới|thêm|được|mỗi|đến|tổng số|trong|là|số lượng|của|tại|xây dựng|thành lập|hỗ trợ|và)(?:  +|: +)(?-i:hộ|người|lớp|buổi|cuộc|đợt|thôn|mô hình|suất|hội nghị|lượt|học viên|công trình|đại biểu|con|cây|km|ha|tiêu chí|chỉ tiêu|thành viên|đảng viên|tin|bài|ngày|tháng|điểm|vụ|hồ sơ|trường hợp|cán bộ|nhà|tổ|mét|nhiệm vụ))(?:[ .,;)]|$)`)
	// missingAmount is one that nothing but its unit is left of: "khoảng con trâu", "hiến m2 đất".
	missingAmount = pattern.Of(`(?i)(?:^|[ (])((?:khoảng|ít nhất|tối thiểu) (?:con|hộ|lớp|suất|cây|lượt|buổi|cuộc|mô hình|học viên|đại biểu|tấn)|(?:hiến|trồng|trồng mới|diện tích|rộng|dài|khoảng|ít nhất|bê tông hóa|kiên cố hóa) (?:m2|m²|m3|km|ha|kg)|(?:bố trí|chi|hỗ trợ|số tiền|kinh phí)(?: là)? đồng) \p{L}`)
	missingDay    = pattern.Of(`(?i)(?:^|[ (])((?:ngày|hôm) *(?:/ *\d{1,2}(?:/ *20\d\d)?|/ */ *(?:20\d\d)?|  +tháng(?: +\d{1,2}|  +)(?: +năm(?: +20\d\d)?)?)|\d{1,2}/ +/20\d\d|ngày \d{1,2}/ ?/ ?20\d\d|tháng(?: +/ ?|  +năm )20\d\d|quý(?: +/ ?|  +năm )20\d\d|(?:lúc|từ|vào)  +giờ)`)
)

// What a sentence must hold for a form to be looked for: most hold none of it.
var (
	fillerWords = []string{"XX", "xx", "Xx", "YYY", "yyy", "aaa", "AAA", "bbb", "BBB", "zzz", "ZZZ", "abc", "ABC", "Abc", "xyz", "XYZ", "asdf", "qwe", "tbd", "TBD",
		"n/a", "N/A", "n/A", "N/a", "##", "#R", "#V", "#D", "#N", "TODO", "FIXME", "orem", "??", "[", "@@", "<", "{", "mm", "MM"}
	figureWords = []string{"xx", "XX", "xX", "Xx", "x.", "X.", "x/", "X/", "x%", "X%", "x %", "X %", "00/", "0.000", "?/", "/?"}
	noteWords   = []string{"XEM", "KIỂM TRA", "RÀ SOÁT", "HỎI", "SỬA", "ĐIỀN", "BỔ SUNG", "CẬP NHẬT", "GHI ", "NHẬP", "TÍNH", "VIẾT", "THÊM", "CHỜ", "CHÈN", "XÁC NHẬN", "ĐỐI CHIẾU", "CHỐT",
		"CẦN", "PHẢI", "NHỚ", "SẼ", "CHƯA", "SỐ LIỆU", "em lại", "hỗ này", "chưa có số liệu", "óa dòng", "óa câu", "óa đoạn", "óa chỗ", "liệu sau", "tên sau", "ngày sau", "nội dung sau", "số sau", "vào đây", "ở đây", "vào chỗ", "hèn "}
	asideWords = []string{"ghi", "nêu", "xem", "sửa", "kiểm", "hỏi", "rà", "tính", "cần", "sẽ", "chờ", "đang", "chưa", "bổ", "điền", "cập", "nhập", "thêm", "thiếu", "tên", "họ", "số", "ngày", "đơn vị",
		"địa", "thời", "nội", "?", "x", ".", "…", "-", "_", " ", ")"}
	dotWords    = []string{"…", "...", "__"}
	loneWords   = []string{" x ", " X ", " n ", " N "}
	gapWords    = []string{"  ", ": đồng", ":đồng", " triệu đồng", " tỷ đồng", " nghìn đồng"}
	amountWords = []string{"hoảng ", "t nhất ", "ối thiểu ", " m2", " m²", " m3", " km ", " ha ", " kg ", " đồng từ", " đồng cho", " đồng để"}
	dayWords    = []string{"  ", " /", "/ ", "//"}
)

// holds tells whether a text holds one of several words.
func holds(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// holdsAside tells whether a bracket opens before one of asideWords, or closes behind a note.
func holdsAside(text string) bool {
	if strings.Contains(text, "sau)") || strings.Contains(text, "?)") {
		return true
	}
	for {
		_, behind, found := strings.Cut(text, "(")
		if !found {
			return false
		}
		low := strings.ToLower(behind[:min(len(behind), 12)])
		if slices.ContainsFunc(asideWords, func(w string) bool { return strings.HasPrefix(low, w) }) {
			return true
		}
		text = behind
	}
}

// holdsLetter tells whether a capital stands alone: "ông A".
func holdsLetter(text string) bool {
	for i := 1; i < len(text); i++ {
		if c := text[i]; c >= 'A' && c <= 'Z' && text[i-1] == ' ' && (i+1 == len(text) || strings.IndexByte(" ,.;:)", text[i+1]) >= 0) {
			return true
		}
	}
	return false
}

// wordsBefore is how many bytes before what may be left over are looked at: the words that excuse it stand there.
const wordsBefore = 160

// leftoversIn are the leftovers of a text.
func leftoversIn(text string) []phrase.Span {
	var found []phrase.Span
	taken := make(map[int]bool) // the bytes of what was found
	add := func(from, to int) {
		for i := from; i < to; i++ {
			if taken[i] {
				return
			}
		}
		for i := from; i < to; i++ {
			taken[i] = true
		}
		found = append(found, phrase.Span{From: from, To: to})
	}
	each := func(form *pattern.Pattern, right func(before string) bool) { // right tells by what stands before that nothing is left over
		for from := 0; from < len(text); {
			m := form.FindStringSubmatchIndex(text[from:])
			if m == nil {
				return
			}
			at := phrase.Span{From: from + m[2], To: from + m[3]}
			from = at.To
			before := upTo(text, at.From)
			if right == nil || !right(before[max(0, len(before)-wordsBefore):]) {
				add(at.From, at.To)
			}
		}
	}
	counted := func(before string) bool { return times.MatchString(before) || romanBefore.MatchString(before) }
	if holds(text, dotWords) {
		for _, m := range dots.FindAllStringIndex(text, -1) {
			before, behind := upTo(text, m[0]), text[m[1]:]
			if long.MatchString(text[m[0]:m[1]]) || beforeBlank.MatchString(before) || behindBlank.MatchString(behind) && inPlaceOf(before, behind) {
				add(m[0], m[1])
			}
		}
	}
	if holds(text, fillerWords) {
		each(fillers, romanBefore.MatchString)
	}
	if holds(text, figureWords) {
		each(inFigures, romanBefore.MatchString)
	}
	if strings.Contains(text, "?") {
		each(question, nil)
	}
	if holds(text, loneWords) {
		each(letterMany, counted)
	}
	if holds(text, noteWords) && text != strings.ToUpper(text) {
		each(notes, nil)
	}
	if holdsAside(text) {
		each(asides, nil)
		each(asked, form.MatchString)
	}
	if strings.Contains(text, " Văn ") || strings.Contains(text, " Thị ") {
		each(letterPerson, nil)
	}
	if holdsLetter(text) {
		each(letterName, nil)
	}
	if strings.Contains(text, " %") {
		each(missingShare, beforeLists.MatchString)
	}
	if holds(text, gapWords) {
		each(missingMoney, beforeLists.MatchString)
	}
	if strings.Contains(text, "  ") || strings.Contains(text, ": ") {
		each(missingCount, beforeLists.MatchString)
	}
	if holds(text, amountWords) {
		each(missingAmount, nil)
	}
	if holds(text, dayWords) {
		each(missingDay, beforeLists.MatchString)
	}
	return found
}

// inPlaceOf tells whether dots stand where a word must: apart from the word before, no comma there, and a word behind that does not
// go on with the sentence: "tặng … suất quà", but "tuyên truyền, vận động… để nâng cao".
func inPlaceOf(before, behind string) bool {
	return strings.HasSuffix(before, " ") && !strings.HasSuffix(strings.TrimRight(before, " "), ",") && !goingOn.MatchString(behind)
}
