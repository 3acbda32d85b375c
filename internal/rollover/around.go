package rollover

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

// What the words around a year tell of it, beyond its sense in its own phrase.

// openClauses are the stretches of which the words can't tell whether they belong to the document cited before them.
func openClauses(found []phrase.Phrase) []phrase.Span {
	var open []phrase.Span
	for _, f := range found {
		if f.Kind == phrase.Document && f.Document.MayGoOn.Given() {
			open = append(open, f.Document.MayGoOn)
		}
	}
	return open
}

// acrossYears are the stretches of time that began in the year before the plan's own, and years in a row up to it: từ ngày 15/12/2023 đến ngày
// 14/02/2024; 3 năm (2022, 2023, 2024). To move one end of them alone would be wrong.
func (d *drafter) acrossYears(text string, found []phrase.Phrase) []phrase.Span {
	var across []phrase.Span
	for i := 1; i < len(found); i++ {
		before, f := found[i-1], found[i]
		between := text[before.To:f.From]
		if !isOfYear(before, d.from-1) || !isOfYear(f, d.from) || !upTo.MatchString(between) && !inOneRow(between, f.In(text)) {
			continue
		}
		first := i - 1
		for first > 0 && isOfYear(found[first-1], found[first].Years[0].Year-1) && inOneRow(text[found[first-1].To:found[first].From], found[first].In(text)) {
			first--
		}
		across = append(across, phrase.Span{From: found[first].From, To: f.To})
	}
	return across
}

// inOneRow tells whether words join a year to those of a row; behind a comma a year with "năm" rather begins the next clause.
func inOneRow(between, next string) bool {
	between = strings.TrimSpace(between)
	return between == "và" || between == ", và" || (between == "," || between == ";") && next[0] >= '0' && next[0] <= '9'
}

// isOfYear tells whether a phrase is a time in one year.
func isOfYear(f phrase.Phrase, year int) bool {
	return (f.Kind == phrase.Date || f.Kind == phrase.Year) && len(f.Years) == 1 && f.Years[0].Year == year
}

var (
	upTo    = pattern.Of(`^\s*(?:đến|tới|sang|qua|-|–)\s*(?:hết\s*)?$`)
	andAlso = pattern.Of(`^\s*(?:,|và)\s*$`)
)

// goesWithOwn tells whether a time in a later year is named together with one in the plan's own year, which moves: tháng 12/2024 và tháng
// 01/2025, từ tháng 10/2024 đến tháng 3/2025.
func (s sentence) goesWithOwn(f phrase.Phrase) bool {
	for i := 1; i < len(s.found); i++ {
		if before := s.found[i-1]; s.found[i].Span == f.Span {
			between := s.line.Text[before.To:f.From]
			return isOfYear(before, s.from) && (upTo.MatchString(between) || andAlso.MatchString(between))
		}
	}
	return false
}

// doers did something.
const doers = `(?i)(?:^|\s)(?:xã|phường|thôn|dân|ubnd|hđnd|ban|trường|đơn vị|địa phương|ngành|trạm|công an|hội|đoàn|công chức|ủy|uỷ|bộ|tỉnh|huyện)\s+(?:đã|vừa)`

var (
	// deedDone is what follows a year of which something is reported, or a date of such a day.
	deedDone = pattern.Of(doers + `\s`)
	// doneBefore is what goes before it.
	doneBefore = pattern.Of(doers + `\s[^,;:.]*$`)
	// issued is a document that was issued on that day.
	issued = pattern.Of(`(?i)(?:^|\s)(?:ban hành|ký)\s[\p{L}\s]{0,120}?số\s*\d+\s?[/-]`)
	befell = pattern.Of(`(?i)(?:^|\s)xảy ra\s+\d`)
	// deed is what was done in a year that ends its clause; done are the words by which a task was given, not done.
	deed  = pattern.Of(`(?i)(?:^|\s)(?:đã|vừa)\s+(?:được\s+)?(\p{L}+\s\p{L}+)[^,;:.]*$`)
	given = pattern.Of(`(?i)^(?:đề ra|giao |đăng ký|phê duyệt|ban hành|ký kết|xây dựng|công bố|nêu |có |được )`)
	// reached is a result told of a part of a year: quý II/2024 đạt 82%.
	reached = pattern.Of(`(?i)^\s*(?:,\s*)?(?:(?:chỉ |mới |ước |đã |là )?(?:tăng|giảm|còn|có|thu)|(?:\p{L}+\s){0,4}đạt)\s(?:được\s|trên\s|gần\s|khoảng\s)?\d`)
	// disaster is what befalls on a day that its sentence begins with.
	disaster = pattern.Of(`(?i)^,?\s+(?:tại [^,;.]{1,60},\s+)?(?:một\s+)?(?:trận |cơn |vụ |đợt )?(?:cháy|mưa (?:lớn|to|lũ|đá)|bão|lũ|lốc|sạt lở|động đất|tai nạn|ngập|xảy ra|bùng phát|phát sinh ổ dịch)(?:\s|$|,)`)
	// told is what a body did on a day that its sentence begins with: Ngày 15/01/2024, UBND tỉnh giao dự toán.
	told = pattern.Of(`(?i)^,?\s+(?:ubnd|hđnd|đảng ủy|đảng uỷ|huyện ủy|thường trực|ban thường vụ|chủ tịch|hội đồng|sở|phòng|chính phủ|bộ|xã|tỉnh)[^,;.:]{0,60}?\s(?:giao|ban hành|có (?:văn bản|công văn|thông báo|kết luận)|thống nhất|nhận được|phê duyệt|quyết định|thông báo|ký|công nhận|kết luận)\s`)
	// stateOn is what that there was on a day that upToThen stands before: đến ngày 15/3/2024, toàn xã có 120 hộ.
	stateOn = pattern.Of(`(?i)^,?\s+(?:\p{L}+\s){0,4}(?:có|còn|đã|chiếm)\s(?:\d|được)`)
	// cumulated is said before the day up to which a result is told.
	cumulated = pattern.Of(`(?i)(?:^|\s)(?:lũy kế|luỹ kế|cộng dồn)\s[^;.]*$`)
	upToThen  = pattern.Of(`(?i)(?:^|\s)(?:đến|tới|vào)\s+(?:hết\s+)?(?:ngày\s+)?$`)
	// byFigures is what goes before a year whose figures the sentence tells: theo số liệu rà soát năm 2024.
	byFigures = pattern.Of(`(?i)(?:^|\s)theo (?:kết quả|số liệu|thống kê|tổng hợp|báo cáo)\s[^,;:.]*$`)
	// signedOn is a document without a number before the day on which it was signed: Quyết định kiện toàn ngày 15/02/2024.
	signedOn  = pattern.Of(`(?:Quyết định|Tờ trình|Biên bản|Hợp đồng|Công văn)(?: \p{L}+){0,4}\s+$`)
	notSigned = pattern.Of(`(?i)(?:^|\s)(?:trước|vào|gửi|từ|đến|trong|hết|nhất|sau|xong|xuất)\s+$`)
	// isTheYear tells which year of something it is: năm 2024 là năm thứ tư thực hiện Nghị quyết.
	isTheYear = pattern.Of(`^,?\s+là năm\s`)
	// inARow are years of which the last is no more the plan's own than the first: hai năm liên tục 2023, 2024.
	inARow = pattern.Of(`(?i)(?:^|\s)(?:0?[2-9]|hai|ba|bốn|năm)\s+năm(?:\s+\p{L}+){0,2}\s+(?:\d{4}(?:,|\s+và)\s*)+$`)
	// issuedWith ties a name to a document behind it: Kế hoạch … năm 2024 (ban hành kèm theo Quyết định số …).
	issuedWith = pattern.Of(`(?i)^[\s,(]*(?:đã\s+)?(?:được\s+)?(?:ban hành|phê duyệt|công bố|giao)\s+(?:kèm theo|tại|theo|kèm)\s+\p{L}+(?:\s\p{L}+)*\s+(?:số\s+)?\d`)
)

// reports tells whether the sentence tells of the plan's own year as of a fact: what was done or befell in it, which year of
// something it is, what is not held in every year, or a document that was issued for it.
func (s sentence) reports(y phrase.YearAt) bool {
	around := s.around(y.Span)
	before, behind := s.line.Text[around.From:y.From], s.line.Text[y.To:around.To]
	if m := deed.FindStringSubmatch(before); m != nil && !given.MatchString(m[1]) {
		return true
	}
	return doneBefore.MatchString(before) || byFigures.MatchString(before) || s.isRare(y) || inARow.MatchString(before) ||
		deedDone.MatchString(behind) || befell.MatchString(behind) || isTheYear.MatchString(behind) || issuedWith.MatchString(behind) || issued.MatchString(behind)
}

// reportsOn tells whether the sentence tells of a day, month or quarter in the plan's own year as of a fact: the result reached in it,
// a disaster, a congress.
func (s sentence) reportsOn(f phrase.Phrase) bool {
	around := s.around(f.Span)
	before, behind := s.line.Text[around.From:f.From], s.line.Text[f.To:around.To]
	return f.Date.Day == 0 && reached.MatchString(behind) && !aimWords.MatchString(around.In(s.line.Text)) || strings.TrimSpace(before) == "" && (disaster.MatchString(behind) || told.MatchString(behind)) ||
		cumulated.MatchString(before) && reached.MatchString(behind) || f.Date.Day > 0 && !(f.Date.Month == 12 && f.Date.Day == 31) && upToThen.MatchString(before) && stateOn.MatchString(behind) && !aimWords.MatchString(around.In(s.line.Text)) ||
		f.Date.Day > 0 && signedOn.MatchString(before) && !notSigned.MatchString(before) || s.outside(congress, before, around.From) || s.outside(counted, before, around.From)
}

// outside tells whether words match in a stretch that begins at from, outside of the documents cited.
func (s sentence) outside(words *pattern.Pattern, stretch string, from int) bool {
	at := words.FindStringIndex(stretch)
	return at != nil && !insideDocument(phrase.Span{From: from + at[0], To: from + at[0] + 1}, s.found)
}

// isAccountedFor tells whether the plan's own year, or a part of it, is one of which a result is told: kết quả 6 tháng đầu năm 2024 đạt 45%.
func (s sentence) isAccountedFor(y phrase.YearAt) bool {
	around := s.around(y.Span)
	return y.Sense == phrase.Outcome && reached.MatchString(s.line.Text[y.To:around.To]) && !aimWords.MatchString(around.In(s.line.Text))
}

var wordBefore = pattern.Of(`(\p{Lu}\p{Ll}+)\s+$`)

// isEvent tells whether a year is the second half of a name that is none of our language's words: SEA Games 2024, Techfest 2024. Nobody knows
// whether that is held again.
func (s sentence) isEvent(y phrase.YearAt) bool {
	m := wordBefore.FindStringSubmatch(s.line.Text[:y.From])
	return m != nil && !vi.IsSyllable(strings.ToLower(m[1]))
}

var (
	// plannedFrom is what a sentence speaks of that tells the time from which this plan's own work is done: dự kiến vận hành từ quý II/2024.
	plannedFrom = pattern.Of(`(?i)(?:^|[\s,])(?:dự kiến|khởi công|thi công|sửa chữa|nâng cấp|nạo vét|lắp đặt|phát động|ra quân|mở (?:\d+ )?lớp|tập huấn|bồi dưỡng|huấn luyện|diễn tập|luyện tập|tổ chức|tiến hành|kiểm tra|giám sát|khảo sát|` +
		`rà soát|sơ tuyển|tuyên truyền|tuần tra|thời gian|thời điểm|đợt|cao điểm|chiến dịch|khai giảng|trồng|làm đất|gieo|cấy|thu hoạch|chuẩn bị|tiêm|phun|khám|cấp phát|xây dựng kế hoạch|lập kế hoạch|lấy ý kiến)(?:[\s,:]|$)`)
	// lawfulFrom is what holds from a day on, for good.
	lawfulFrom = pattern.Of(`(?i)(?:^|\s)(?:áp dụng|hiệu lực|thi hành|mức|chế độ|lương|phụ cấp|chính thức|quy định|không còn|thay|bãi bỏ|kể từ|tính từ|chuyển sang|sắp xếp|bổ nhiệm|giá|toàn bộ|tất cả|mọi|bắt buộc|thống nhất|phí|lệ phí|ngừng|dừng|chấm dứt)(?:[\s,]|$)`)
)

// isStart tells whether a time is the one from which work of this plan is done, not one from which on something holds.
func (s sentence) isStart(f phrase.Phrase, y phrase.YearAt) bool {
	words := s.around(f.Span).In(s.line.Text)
	return y.Sense == phrase.Since && plannedFrom.MatchString(words) && !lawfulFrom.MatchString(words) && !doneWords.MatchString(words)
}

// dayOfHistory are the days on which the order of the state changed: the ministries and departments merged, the two-tier government.
var dayOfHistory = map[phrase.Day]bool{{Day: 1, Month: 3, Year: 2025}: true, {Day: 1, Month: 7, Year: 2025}: true}

// changeBefore are the words before such a day by which it is spoken of as that; behind others a person is asked.
var changeBefore = pattern.Of(`(?i)(?:hiệu lực|thi hành|sắp xếp|thành lập|hợp nhất|sáp nhập|hoạt động|vận hành|áp dụng|chính quyền)[^,;.]*$|(?:từ|sau|kể từ|tính từ)\s+$`)

// isHistoric tells whether a date is such a day; one end of a stretch of time is a day like any other: từ 01/7/2025 đến 31/12/2025.
func (s sentence) isHistoric(f phrase.Phrase) bool {
	if !dayOfHistory[*f.Date] {
		return false
	}
	for i, other := range s.found {
		if other.Span != f.Span {
			continue
		}
		ends := i > 0 && s.found[i-1].Kind == phrase.Date && upTo.MatchString(s.line.Text[s.found[i-1].To:f.From])
		begins := i+1 < len(s.found) && s.found[i+1].Kind == phrase.Date && upTo.MatchString(s.line.Text[f.To:s.found[i+1].From])
		return !ends && !begins
	}
	return true
}

// isHistory tells whether a date is such a day, spoken of as that.
func (s sentence) isHistory(f phrase.Phrase) bool {
	return s.isHistoric(f) && changeBefore.MatchString(s.line.Text[s.around(f.Span).From:f.From])
}

// isYearEnd tells whether a target is the end of a year: đến hết năm 2024, đến cuối năm 2024.
func (s sentence) isYearEnd(y phrase.YearAt) bool {
	before := strings.ToLower(s.line.Text[y.Clue.From:y.From])
	return strings.Contains(before, "hết") || strings.Contains(before, "cuối")
}

var (
	doneWords = pattern.Of(`(?i)(?:^|[\s,(])(?:đã|kết quả|đạt được|vừa qua|ước đạt|ước thực hiện)(?:[\s,.:;)]|$)`)
	aimWords  = pattern.Of(`(?i)(?:^|[\s,(])(?:phấn đấu|kéo giảm|kiềm chế|ít nhất|tối thiểu|chỉ tiêu|mục tiêu|trở lên|tiếp tục)(?:[\s,.:;)]|$)`)
)

var (
	// carriedOver is what stands before a year from which money or work was carried over: vốn kéo dài năm 2023, hồ sơ tồn đọng năm 2023.
	carriedOver = pattern.Of(`(?i)(?:^|\s)(?:(?:kéo dài|chuyển nguồn|chuyển tiếp|chuyển sang|kết dư|kết chuyển|tồn đọng|còn tồn|tồn|còn dư|tồn dư|số dư)(?:\s+(?:từ|của|ngân sách|kinh phí|nguồn|vốn|quỹ|dự toán|thực hiện|xã|tạm ứng|các)){0,4})\s+(?:năm\s+)?$`)
	// comparedTo compares without so với: tăng gấp đôi năm 2023, không vượt quá năm 2023.
	comparedTo = pattern.Of(`(?i)(?:^|\s)(?:gấp (?:đôi|[\d,]+ lần|hai lần|ba lần)|vượt(?: quá)?|bằng|ngang|như|so)\s+(?:mức\s+)?(?:của\s+)?(?:cùng kỳ\s+)?năm\s+$`)
	// risingFrom and risingTo stand around the year from which a figure rises or falls: từ 41,2% năm 2023 xuống còn 35%.
	risingFrom = pattern.Of(`(?i)(?:^|\s)từ (?:mức )?[\d.,]+\s?(?:%|\p{L}+(?: \p{L}+){0,3})\s+(?:(?:vào |của )?(?:cuối |đầu )?năm\s+)?$`)
	risingTo   = pattern.Of(`(?i)^\s*\)?,?\s*(?:giảm |tăng )?(?:xuống|lên|còn|đến)\s`)
	// carriedOn stands behind it: nguồn vốn năm 2023 chuyển sang.
	carriedOn = pattern.Of(`(?i)^\s+(?:được\s+)?(?:kéo dài|chuyển nguồn|chuyển tiếp|chuyển sang|kết chuyển|còn lại chuyển)(?:[\s,.;]|$)`)
)

// isBase tells whether the year before the plan's own is what this plan's work is measured by or about, and goes with it: "giảm 5% so với
// năm 2023", "quyết toán ngân sách năm 2023", "vốn năm 2023 chuyển sang" in a plan of 2024. Where the sentence reports, it is history.
func (s sentence) isBase(y phrase.YearAt) bool {
	if y.Year != s.from-1 {
		return false
	}
	clue := strings.ToLower(y.Clue.In(s.line.Text))
	around := s.around(y.Span)
	words := around.In(s.line.Text)
	switch {
	case doneWords.MatchString(s.line.Text[around.From:max(y.Clue.From, around.From)]), doneWords.MatchString(s.line.Text[y.To:around.To]):
		return false
	case clue == "quyết toán", carriedOver.MatchString(s.line.Text[around.From:y.From]), carriedOn.MatchString(s.line.Text[y.To:around.To]):
		return true
	case risingFrom.MatchString(s.line.Text[around.From:y.From]) && risingTo.MatchString(s.line.Text[y.To:around.To]):
		return true
	case !strings.HasPrefix(clue, "so với") && !strings.HasSuffix(clue, "hơn") && !comparedTo.MatchString(s.line.Text[around.From:y.From]):
		return false
	case aimWords.MatchString(words):
		return true
	}
	for _, at := range digits.FindAllStringIndex(words, -1) {
		if n, _ := strconv.Atoi(words[at[0]:at[1]]); n < s.from && around.From+at[0] != y.From { // năm 2023 giảm 5% so với năm 2022
			return false
		}
	}
	return !strings.Contains(clue, "cùng kỳ")
}

// isAim tells whether the plan's own year is compared with as that of an aim: đạt 100% so với kế hoạch năm 2024.
func (s sentence) isAim(y phrase.YearAt) bool {
	before := strings.ToLower(s.line.Text[y.Clue.From:max(y.From, y.Clue.From)])
	return strings.HasPrefix(before, "so với") && (strings.Contains(before, "kế hoạch") || strings.Contains(before, "chỉ tiêu") || strings.Contains(before, "dự toán"))
}

var bornBefore = pattern.Of(`(?i)(?:^|\s)sinh\s+(?:từ|trong|vào|khoảng|các|ngày|năm|đến|hết|và|[\s\d/,-])*$`)

// isBorn tells whether a year is one in which those were born whom this year's work is for: công dân sinh năm 2007 are called up in the
// plan of 2024, those of 2009 in that of 2026. 27 is the age up to which one can be (Luật Nghĩa vụ quân sự 2015, Điều 30).
func (s sentence) isBorn(y phrase.YearAt) bool {
	return y.Year >= s.from-27 && y.Year < s.from && bornBefore.MatchString(s.line.Text[s.around(y.Span).From:y.From])
}

// reach bounds how far around a year its sentence is read, in bytes.
const reach = 600

// around is the sentence in which a stretch stands, as far as semicolons and full stops tell.
func (s sentence) around(at phrase.Span) phrase.Span {
	whole := phrase.Span{From: max(at.From-reach, 0), To: min(at.To+reach, len(s.line.Text))}
	for _, end := range []string{"; ", ". ", ";\n", ".\n"} {
		if i := strings.LastIndex(s.line.Text[whole.From:at.From], end); i >= 0 {
			whole.From += i + len(end)
		}
		if i := strings.Index(s.line.Text[at.To:whole.To], end); i >= 0 {
			whole.To = at.To + i
		}
	}
	return whole
}
