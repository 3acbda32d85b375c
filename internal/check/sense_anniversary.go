package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

var lunarName = &Rule{
	Kind: diag.Kind{ID: "sense/lunar-year", Severity: diag.Warning,
		Message: diag.Words{VI: "năm {year} là {right}, không phải {given}", EN: "{year} is {right}, not {given}"},
		Fix:     diag.Words{VI: "ghi {right}", EN: "write {right}"}},
	Title:  diag.Words{VI: "Tên năm âm lịch đúng với năm", EN: "The lunar year's name is that of the year"},
	Reason: diag.Words{VI: "Tên năm âm lịch mỗi năm một khác, mà thường còn sót từ kế hoạch năm trước.", EN: "Each year has another name, and last year's is often left over."},
	Wrong:  `Tổ chức đón Tết Nguyên đán Ất Tỵ vui tươi, an toàn, tiết kiệm.`,
	Right:  `Tổ chức đón Tết Nguyên đán Bính Ngọ vui tươi, an toàn, tiết kiệm.`,
	sentence: func(s *Sentence) {
		from, to := s.reckoner.Period()
		for _, p := range s.Phrases {
			if p.Kind != phrase.LunarYear {
				continue
			}
			given, year := p.Name.In(s.Text), from.Year
			if len(p.Years) > 0 {
				year = p.Years[0].Year
			} else if from.Year != to.Year || strings.EqualFold(given, stemAndBranch(from.Year+1)) || done.MatchString(upTo(s.Text, p.From)+onFrom(s.Text, p.From)) || pastClause.MatchString(upTo(s.Text, p.From)) {
				continue // of the next year, whose Tết one prepares in the winter
			}
			if right := stemAndBranch(year); year > 0 && !strings.EqualFold(strings.ReplaceAll(strings.ReplaceAll(given, "Tí", "Tý"), "Tị", "Tỵ"), right) && !strings.EqualFold(given, right) {
				s.report(p.Name.From, p.Name.To, "given", given, "right", right, "year", strconv.Itoa(year))
			}
		}
	},
}

// stems and branches make the names of lunar years.
var (
	stems    = []string{"Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"}
	branches = []string{"Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"}
)

// stemAndBranch is the name of the lunar year that begins in a year.
func stemAndBranch(year int) string {
	n := year + 60 - 4 // the year 4 was Giáp Tý
	return stems[n%10] + " " + branches[n%12]
}

var anniversary = &Rule{
	Kind: diag.Kind{ID: "sense/anniversary", Severity: diag.Warning,
		Message: diag.Words{VI: "ghi {given} năm; từ năm {since} đến năm {year} là {right} năm", EN: "{given} years are written; from {since} to {year} it is {right}"},
		Fix:     diag.Words{VI: "ghi {right} năm, và kiểm tra năm trong ngoặc", EN: "write {right}, and check the years in brackets"}},
	Title:  diag.Words{VI: "Số năm kỷ niệm tính đúng", EN: "Anniversaries are counted right"},
	Reason: diag.Words{VI: "Số năm kỷ niệm mỗi năm tăng một, mà thường còn sót từ kế hoạch năm trước.", EN: "The count grows every year, and last year's is often left over."},
	Wrong:  `Tổ chức kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).`,
	Right:  `Tổ chức kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).`,
	sentence: func(s *Sentence) {
		from, to := s.reckoner.Period()
		for _, p := range s.Phrases {
			if p.Kind != phrase.Anniversary || s.inDocument(p.Span) {
				continue
			}
			given, _ := strconv.Atoi(p.Quantity.Number.In(s.Text))
			behind := s.Text[p.To:min(len(s.Text), p.To+enough/2)]
			since, year, end := 0, 0, p.To
			if m := yearsOfEvent.FindStringSubmatchIndex(behind); m != nil {
				since, _ = strconv.Atoi(behind[m[2]:m[3]])
				year, _ = strconv.Atoi(behind[m[4]:m[5]])
			} else if year = eventYear(behind); year > 0 && from.Year == to.Year && !done.MatchString(upTo(s.Text, p.From)+onFrom(s.Text, p.From)) {
				if since, year = year, from.Year; given < year-since-3 || given > year-since { // of the years to come one may speak
					continue
				}
			}
			if given > 0 && since > 0 && year > since && year-since != given {
				s.report(p.From, end, "given", strconv.Itoa(given), "since", strconv.Itoa(since), "year", strconv.Itoa(year), "right", strconv.Itoa(year-since))
			}
		}
	},
}

// yearsOfEvent are the years of "(27/7/1947 - 27/7/2026)".
var yearsOfEvent = pattern.Of(`^[^(;.]{0,120}\((?:(?:ngày )?\d{1,2}/\d{1,2}/|tháng \d{1,2}/|năm )?(1[89]\d\d|20\d\d) ?[-–] ?(?:(?:ngày )?\d{1,2}/\d{1,2}/|tháng \d{1,2}/|năm )?(20\d\d)\)`)

// events are the days that every plan celebrates, and their first year.
var events = []struct {
	name  *pattern.Pattern
	since int
}{
	{pattern.Of(`^ (?:[Nn]gày )?Thương binh`), 1947},
	{pattern.Of(`^ (?:[Nn]gày )?Quốc khánh`), 1945},
	{pattern.Of(`^ (?:[Nn]gày )?Cách mạng [Tt]háng Tám`), 1945},
	{pattern.Of(`^ (?:[Nn]gày )?[Gg]iải phóng (?:hoàn toàn )?miền Nam`), 1975},
	{pattern.Of(`^ (?:[Nn]gày )?(?:[Tt]hành lập )Đảng Cộng sản Việt Nam`), 1930},
	{pattern.Of(`^ (?:[Nn]gày )?(?:[Ss]inh )(?:của )?Chủ tịch Hồ Chí Minh`), 1890},
	{pattern.Of(`^ (?:[Nn]gày )?(?:[Tt]hành lập )Quân đội nhân dân`), 1944},
	{pattern.Of(`^ (?:[Nn]gày )?(?:[Tt]hành lập )Đoàn (?:Thanh niên Cộng sản|TNCS)`), 1931},
	{pattern.Of(`^ (?:[Nn]gày )?(?:[Tt]hành lập )Hội Liên hiệp Phụ nữ Việt Nam`), 1930},
	{pattern.Of(`^ (?:[Nn]gày )?Nhà giáo Việt Nam`), 1982},
	{pattern.Of(`^ (?:[Nn]gày )?Thầy thuốc Việt Nam`), 1955},
}

// eventYear is the year of the event whose name a text begins with; 0 for another.
func eventYear(text string) int {
	for _, e := range events {
		if e.name.MatchString(text) {
			return e.since
		}
	}
	return 0
}
