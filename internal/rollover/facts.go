package rollover

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

// What tells that a sentence speaks of the plan's own year, or of a time in it, as of a fact, which stays, and not of work to come.

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
	// deed is what was done in a year that ends its clause; given are the words by which a task was given, not done.
	deed  = pattern.Of(`(?i)(?:^|\s)(?:đã|vừa)\s+(?:được\s+)?(\p{L}+\s\p{L}+)[^,;:.]*$`)
	given = pattern.Of(`(?i)^(?:đề ra|giao |đăng ký|phê duyệt|ban hành|ký kết|xây dựng|công bố|nêu |có |được )`)
	// reached is a result told of a part of a year: quý II/2024 đạt 82%.
	reached = pattern.Of(`(?i)^\s*(?:,\s*)?(?:(?:chỉ |mới |ước |đã |là )?(?:tăng|giảm|còn|có|thu)|(?:\p{L}+\s){0,4}đạt)\s(?:được\s|trên\s|gần\s|khoảng\s)?\d`)
	// ofMonths is a part of a year of which toldOfMonths tells a result: 6 tháng đầu năm 2024, số vụ vi phạm giảm 02 vụ.
	ofMonths     = pattern.Of(`(?i)(?:\d|hai|ba|sáu|chín) tháng (?:đầu )?năm\s+$`)
	toldOfMonths = pattern.Of(`(?i)^,?[^;.]{0,80}?\s(?:giảm|tăng|có|đạt|tiếp nhận|phát hiện|xảy ra)\s(?:được\s)?\d`)
	// disaster is what befalls on a day that its sentence begins with.
	disaster = pattern.Of(`(?i)^,?\s+(?:tại [^,;.]{1,60},\s+)?(?:một\s+)?(?:trận |cơn |vụ |đợt )?(?:cháy|mưa (?:lớn|to|lũ|đá)|bão|lũ|lốc|sạt lở|động đất|tai nạn|ngập|xảy ra|bùng phát|phát sinh ổ dịch)(?:\s|$|,)`)
	// calamity goes before the time in which it did the harm that its sentence tells: mưa lũ từ ngày 15/10/2024 đến ngày 17/10/2024 làm sập 02 nhà.
	calamity = pattern.Of(`(?i)(?:^|\s)(?:mưa (?:lũ|lớn|to|đá|dông)|trận lũ|lũ quét|cơn bão|bão số \d+|lốc xoáy|động đất|rét đậm|rét hại|hạn hán|nắng hạn|vụ cháy|ổ dịch|đợt dịch)[^;:.]{0,80}$`)
	harm     = pattern.Of(`(?i)(?:^|\s)(?:làm|gây|khiến|bị|gây ra|cuốn trôi|thiệt hại (?:khoảng|ước|về)|hư hỏng|bùng phát)\s`)
	// prevention is said of calamities that may come.
	prevention = pattern.Of(`(?i)(?:^|\s)(?:phòng|chống|ứng phó|phương án|khi có|nguy cơ|cảnh báo|diễn tập|chủ động|không để|khắc phục)(?:[\s,]|$)`)
	// told is what a body did on a day that its sentence begins with: Ngày 15/01/2024, UBND tỉnh giao dự toán.
	told = pattern.Of(`(?i)^,?\s+(?:ubnd|hđnd|đảng ủy|đảng uỷ|huyện ủy|thường trực|ban thường vụ|chủ tịch|hội đồng|sở|phòng|chính phủ|bộ|xã|tỉnh)[^,;.:]{0,60}?\s(?:giao|ban hành|có (?:văn bản|công văn|thông báo|kết luận)|thống nhất|nhận được|phê duyệt|quyết định|thông báo|ký|công nhận|kết luận)\s`)
	// stateOn is what there was on a day that upToThen stands before: đến ngày 15/3/2024, toàn xã có 120 hộ.
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
	issuedWith = pattern.Of(`(?i)^[\s,(]*(?:của [\p{L}\s]{1,60}?\s)?(?:đã\s+)?(?:được\s+)?(?:ban hành|phê duyệt|công bố|giao)\s+(?:kèm theo|tại|theo|kèm)\s+\p{L}+(?:\s\p{L}+)*\s+(?:số\s+)?\d`)
)

// reports tells whether the sentence tells of the plan's own year as of a fact: what was done or befell in it, which year of
// something it is, what is not held in every year, or a document that was issued for it.
func (s sentence) reports(y phrase.YearAt) bool {
	around := s.around(y.Span)
	before, behind := s.line.Text[around.From:y.From], s.line.Text[y.To:around.To]
	if m := deed.FindStringSubmatch(before); m != nil && !given.MatchString(m[1]) {
		return true
	}
	if calamity.MatchString(before) && harm.MatchString(behind) && !prevention.MatchString(before) {
		return true
	}
	if ofMonths.MatchString(before) && toldOfMonths.MatchString(behind) && !aimWords.MatchString(around.In(s.line.Text)) {
		return true
	}
	return doneBefore.MatchString(before) || byFigures.MatchString(before) || s.isRare(y) || inARow.MatchString(before) ||
		deedDone.MatchString(behind) || befell.MatchString(behind) || isTheYear.MatchString(behind) || issuedWith.MatchString(behind) || issued.MatchString(behind)
}

// reportsOn tells whether the sentence tells of a day, month or quarter in the plan's own year as of a fact: the result reached in it or up to
// it, a disaster, a deed of a body, a congress.
func (s sentence) reportsOn(f phrase.Phrase) bool {
	around := s.around(f.Span)
	before, behind := s.line.Text[around.From:f.From], s.line.Text[f.To:around.To]
	first, aims := strings.TrimSpace(before) == "", aimWords.MatchString(around.In(s.line.Text))
	switch {
	case f.Date.Day == 0 && reached.MatchString(behind) && !aims,
		first && (disaster.MatchString(behind) || told.MatchString(behind)),
		cumulated.MatchString(before) && reached.MatchString(behind):
		return true
	case f.Date.Day > 0 && signedOn.MatchString(before) && !notSigned.MatchString(before),
		f.Date.Day > 0 && !isLastOfYear(f) && upToThen.MatchString(before) && stateOn.MatchString(behind) && !aims:
		return true
	}
	return s.outside(congress, before, around.From) || s.outside(counted, before, around.From)
}

// isLastOfYear tells whether a date is the day up to which a year's aims reach.
func isLastOfYear(f phrase.Phrase) bool { return f.Date.Month == 12 && f.Date.Day == 31 }

// outside tells whether words match in a stretch that begins at from, outside of the documents cited.
func (s sentence) outside(words *pattern.Pattern, stretch string, from int) bool {
	at := words.FindStringIndex(stretch)
	return at != nil && !insideDocument(phrase.Span{From: from + at[0], To: from + at[0] + 1}, s.found)
}

// isRoadmap tells whether the plan's own year is the first step of several in a row: năm 2024 đạt 40%, năm 2025 đạt 60%, năm 2026 đạt 80%.
func (s sentence) isRoadmap(y phrase.YearAt) bool {
	_, behind, next := strings.Cut(s.line.Text[y.To:s.around(y.Span).To], "năm "+strconv.Itoa(s.from+1))
	return next && strings.Contains(behind, "năm "+strconv.Itoa(s.from+2))
}

// isAccountedFor tells whether the plan's own year, or a part of it, is one of which a result is told: kết quả 6 tháng đầu năm 2024 đạt 45%.
func (s sentence) isAccountedFor(y phrase.YearAt) bool {
	around := s.around(y.Span)
	return y.Sense == phrase.Outcome && reached.MatchString(s.line.Text[y.To:around.To]) && !aimWords.MatchString(around.In(s.line.Text))
}

var (
	// plannedFrom is what a sentence speaks of that tells the time from which this plan's own work is done: dự kiến vận hành từ quý II/2024.
	plannedFrom = pattern.Of(`(?i)(?:^|[\s,])(?:dự kiến|khởi công|thi công|sửa chữa|nâng cấp|nạo vét|lắp đặt|phát động|ra quân|mở (?:\d+ )?lớp|tập huấn|bồi dưỡng|huấn luyện|diễn tập|luyện tập|tổ chức|tiến hành|kiểm tra|giám sát|khảo sát|` +
		`rà soát|sơ tuyển|tuyển (?:chọn|sinh|quân)|tuyên truyền|tuần tra|thời gian|thời điểm|đợt|cao điểm|chiến dịch|khai giảng|trồng|làm đất|gieo|cấy|thu hoạch|chuẩn bị|tiêm|phun|khám|cấp phát|xây dựng kế hoạch|lập kế hoạch|lấy ý kiến)(?:[\s,:]|$)`)
	// lawfulFrom is what holds from a day on, for good.
	lawfulFrom = pattern.Of(`(?i)(?:^|\s)(?:áp dụng|hiệu lực|thi hành|mức|chế độ|lương|phụ cấp|chính thức|quy định|không còn|thay|bãi bỏ|kể từ|tính từ|chuyển sang|sắp xếp|bổ nhiệm|giá|toàn bộ|tất cả|mọi|bắt buộc|thống nhất|phí|lệ phí|ngừng|dừng|chấm dứt)(?:[\s,]|$)`)
)

// isStart tells whether a time is the one from which work of this plan is done, not one from which on something holds.
func (s sentence) isStart(f phrase.Phrase, y phrase.YearAt) bool {
	around := s.around(f.Span)
	words := around.In(s.line.Text)
	planned := f.Date.Day == 0 || plannedFrom.MatchString(words) // what holds for good does so from a day on: từ quý III/2024, chợ thu gom rác mỗi ngày
	return y.Sense == phrase.Since && planned && !lawfulFrom.MatchString(words) &&
		!doneWords.MatchString(s.line.Text[around.From:f.From]) && !alreadyWord.MatchString(words)
}

// isYearStart tells whether work begins with the year: ngay từ đầu năm 2024.
func (s sentence) isYearStart(y phrase.YearAt) bool {
	words := s.around(y.Span).In(s.line.Text)
	return strings.HasSuffix(strings.ToLower(s.line.Text[y.Clue.From:y.From]), "đầu năm ") && !lawfulFrom.MatchString(words) && !doneWords.MatchString(words)
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
	alreadyWord = pattern.Of(`(?i)(?:^|[\s,(])đã\s`)
	doneWords   = pattern.Of(`(?i)(?:^|[\s,(])(?:đã|kết quả|đạt được|vừa qua|ước đạt|ước thực hiện)(?:[\s,.:;)]|$)`)
	aimWords    = pattern.Of(`(?i)(?:^|[\s,(])(?:phấn đấu|kéo giảm|kiềm chế|ít nhất|tối thiểu|chỉ tiêu|mục tiêu|trở lên|tiếp tục|(?:bảo đảm|đảm bảo) đạt)(?:[\s,.:;)]|$)`)
)
