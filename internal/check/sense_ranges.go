package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

var backwards = &Rule{
	Kind: diag.Kind{ID: "sense/backwards", Severity: diag.Warning,
		Message: diag.Words{VI: `"{words}": mốc đầu lại sau mốc cuối`, EN: `"{words}" ends before it begins`},
		Fix:     diag.Words{VI: "kiểm tra hai mốc: đổi chỗ, hoặc sửa ngày, tháng, năm, con số", EN: "check both ends: change places, or mend the day, year or figure"}},
	Title:  diag.Words{VI: "Khoảng nào cũng đi xuôi", EN: "No range runs backwards"},
	Reason: diag.Words{VI: "Từ ngày 20 đến ngày 10 thì không ai biết làm lúc nào; thường do sửa một mốc mà quên mốc kia.", EN: "From the 20th to the 10th tells nobody when; mostly one end was changed and the other forgotten."},
	Wrong:  `Tổ chức đợt cao điểm từ ngày 20/5/2026 đến ngày 10/5/2026.`,
	Right:  `Tổ chức đợt cao điểm từ ngày 10/5/2026 đến ngày 20/5/2026.`,
	sentence: func(s *Sentence) {
		if !strings.ContainsAny(s.Text, "0123456789") {
			return
		}
		s.backwardsDays()
		s.backwardsHours()
		s.backwardsYears()
		s.backwardsFigures()
	},
}

func (s *Sentence) reportBackwards(from, to int) { s.report(from, to, "words", s.Text[from:to]) }

var (
	// rangeGoesOn stands between the two ends of a stretch of time.
	rangeGoesOn = pattern.Of(`(?i)^(?: \([^()]*\))?,? ?(?:đến|tới|–|-|(?:và |sẽ )?(?:kết thúc|bế mạc)(?: vào| trước| chậm nhất)?)(?: hết| trước| cuối| sáng| chiều)? ?(?:ngày|\d{1,2} (?:giờ|h)(?: \d\d)?(?: phút)?,?(?: ngày)?)? ?$`)
	// rangeBegins stands before the first: without it a stroke may part two things.
	rangeBegins = pattern.Of(`(?i)(?:từ|bắt đầu|khai mạc|thời gian|khởi công)[^.;]{0,40}$`)
	// nextYear stands behind a stretch that ends in the next year, or comes every year.
	nextYear = pattern.Of(`(?i)^[^.;,]{0,15}(?:năm sau|năm tiếp theo|năm kế tiếp|hằng năm|hàng năm|năm 20\d\d|mỗi năm)`)
	// dayRange shares its month: "từ ngày 25 đến ngày 20/5/2026".
	dayRange = pattern.Of(`(?i)từ (?:ngày )?(\d{1,2})(?: ?(?:đến|tới|-|–) ?)(?:hết )?(?:ngày )?(\d{1,2})(?:/| tháng )(\d{1,2})(?:[^\d]|$)`)
)

// backwardsDays reports stretches of days, months or quarters.
func (s *Sentence) backwardsDays() {
	dates := make([]phrase.Phrase, 0, 4)
	for _, p := range s.all() {
		if p.Kind == phrase.Date && !p.Date.Lunar {
			dates = append(dates, p)
		}
	}
	for i := 1; i < len(dates); i++ {
		first, last := dates[i-1], dates[i]
		if last.From < first.To || !rangeGoesOn.MatchString(s.Text[first.To:last.From]) || !rangeBegins.MatchString(upTo(s.Text, first.From)) {
			continue
		}
		if a, b, ok := s.ends(*first.Date, *last.Date, s.Text[last.To:]); ok && b.Before(a) {
			s.reportBackwards(first.From, last.To)
		}
	}
	if len(dates) == 0 {
		return
	}
	for _, m := range dayRange.FindAllStringSubmatchIndex(s.Text, -1) {
		from, _ := strconv.Atoi(s.Text[m[2]:m[3]])
		to, _ := strconv.Atoi(s.Text[m[4]:m[5]])
		if from > to && from <= 31 && to > 0 {
			s.reportBackwards(m[2], m[7])
		}
	}
}

// ends are the two days between which a stretch runs; false where the words leave open whether it ends in the next year.
func (s *Sentence) ends(first, last phrase.Day, behind string) (a, b calendar.Day, ok bool) {
	if (first.Day > 0) != (last.Day > 0) || (first.Month > 0) != (last.Month > 0) {
		return a, b, false
	}
	day := func(d phrase.Day) calendar.Day {
		return calendar.Day{Year: d.Year, Month: max(d.Month, 3*d.Quarter), Day: max(d.Day, 1)}
	}
	a, b = day(first), day(last)
	own, _ := s.reckoner.Period()
	switch {
	case a.Month == 0 || b.Month == 0:
		return a, b, false
	case a.Year == 0 && b.Year == 0: // "từ tháng 9 đến tháng 5": over the turn of the year
		a.Year, b.Year = own.Year, own.Year
		return a, b, !(a.Month >= 9 && b.Month <= 5) && !nextYear.MatchString(behind)
	case a.Year == 0:
		a.Year = b.Year
		return a, b, !(a.Month >= 9 && b.Month <= 5) || b.Year == own.Year && !(a.Month >= 11 && b.Month <= 3)
	case b.Year == 0:
		b.Year = a.Year
		return a, b, !nextYear.MatchString(behind) && !(a.Month >= 9 && b.Month <= 5)
	}
	return a, b, true
}

var hourRange = pattern.Of(`(?i)từ (\d{1,2}) ?(?:giờ|h|g)(?: ?(\d\d))?(?: phút)? ?(?:đến|tới|-|–) ?(\d{1,2}) ?(?:giờ|h|g)(?: ?(\d\d))?(?: phút)?([^.;,]{0,20})`)

// backwardsHours reports "từ 14 giờ đến 11 giờ"; a night ends in the morning.
func (s *Sentence) backwardsHours() {
	if !strings.Contains(s.Text, "giờ") && !hourInShort.MatchString(s.Text) {
		return
	}
	for _, m := range hourRange.FindAllStringSubmatchIndex(s.Text, -1) {
		n := func(i int) int {
			if m[2*i] < 0 {
				return 0
			}
			v, _ := strconv.Atoi(s.Text[m[2*i]:m[2*i+1]])
			return v
		}
		from, to := 60*n(1)+n(2), 60*n(3)+n(4)
		behind := s.Text[m[10]:m[11]]
		if to < 12*60 && (strings.Contains(behind, "chiều") || strings.Contains(behind, "tối")) { // 5 giờ chiều
			to += 12 * 60
		}
		if from > to && !(from >= 17*60 && to <= 9*60) && !strings.Contains(behind, "hôm sau") && !strings.Contains(behind, "ngày sau") {
			s.reportBackwards(m[2], m[10])
		}
	}
}

var yearRange = pattern.Of(`(?i)(?:giai đoạn|nhiệm kỳ|năm học|thời kỳ|từ năm|trong các năm|các năm) ((?:19|20)\d\d) ?(?:-|–|đến|đến năm) ?(?:năm )?((?:19|20)\d\d)(?:[^\d]|$)`)

func (s *Sentence) backwardsYears() {
	if !strings.Contains(s.Text, "20") || !holds(s.Text, []string{"-", "–", "đến"}) {
		return
	}
	for _, m := range yearRange.FindAllStringSubmatchIndex(s.Text, -1) {
		if s.Text[m[2]:m[3]] > s.Text[m[4]:m[5]] {
			s.reportBackwards(m[2], m[5])
		}
	}
}

var (
	// figureRange are two figures of which the first must be the lesser: "từ 50 đến 30 hộ".
	figureRange = pattern.Of(`(?i)(?:^|[ (])từ (\d[\d.,]*)((?: ?%| \p{L}+){0,3}?) ?(?:đến|tới|-|–) (?:dưới )?(\d[\d.,]*)( ?%| \p{L}+(?: \p{L}+)?)?`)
	rising      = pattern.Of(`(?i)(?:tăng|nâng)[^.;,\d]{0,60}? từ (\d[\d.,]*)((?: ?%| \p{L}+){0,3}?) lên(?: đạt| đến)? (\d[\d.,]*)( ?%| \p{L}+(?: \p{L}+)?)?`)
	falling     = pattern.Of(`(?i)(?:giảm|hạ|rút ngắn)[^.;,\d]{0,60}? từ (\d[\d.,]*)((?: ?%| \p{L}+){0,3}?) (?:xuống|còn)(?: còn| dưới)* (\d[\d.,]*)( ?%| \p{L}+(?: \p{L}+)?)?`)
	// byRank is what rises by a lesser figure: "nâng thứ hạng từ 45 lên 30".
	byRank  = pattern.Of(`(?i)(?:hạng|vị trí|bậc|thứ)(?: |$)`)
	sinking = pattern.Of(`(?i)(?:giảm|hạ|rút|xuống|lùi|thu hẹp)[^.;]*$`)
)

// placeRange are two parts of what is numbered: "từ Điều 15 đến Điều 10".
var placeRange = pattern.Of(`(?i)từ (điều|khoản|mục|trang|tiêu chí|chỉ tiêu|bước) (\d{1,3}) (?:đến|tới) (?:hết )?(điều |khoản |mục |trang |tiêu chí |chỉ tiêu |bước )?(\d{1,3})(?:[^\d/]|$)`)

// backwardsFigures reports ranges of figures, a rise that falls and a fall that rises.
func (s *Sentence) backwardsFigures() {
	if !strings.Contains(s.Text, "từ ") && !strings.Contains(s.Text, "Từ ") {
		return
	}
	if m := placeRange.FindStringSubmatchIndex(s.Text); m != nil && (m[6] < 0 || strings.EqualFold(s.Text[m[2]:m[3]]+" ", s.Text[m[6]:m[7]])) {
		from, _ := strconv.Atoi(s.Text[m[4]:m[5]])
		if to, _ := strconv.Atoi(s.Text[m[8]:m[9]]); from > to {
			s.reportBackwards(m[2], m[9])
		}
	}
	for _, form := range []*pattern.Pattern{figureRange, rising, falling} {
		for _, m := range form.FindAllStringSubmatchIndex(s.Text, -1) {
			behind := ""
			if m[8] >= 0 {
				behind = strings.TrimSpace(s.Text[m[8]:m[9]])
			}
			a, b, ok := likeFigures(s.Text[m[2]:m[3]], strings.TrimSpace(s.Text[m[4]:m[5]]), s.Text[m[6]:m[7]], behind)
			if !ok || strings.HasPrefix(s.Text[m[7]:], "/") || strings.HasPrefix(s.Text[m[3]:], "/") || form == figureRange && sinking.MatchString(upTo(s.Text, m[0])) ||
				form == rising && byRank.MatchString(s.Text[m[0]:m[2]]) {
				continue
			}
			if wrong := a > b; a != b && wrong == (form != falling) {
				s.reportBackwards(m[2], max(m[7], m[9]))
				return
			}
		}
	}
}

// likeFigures are two figures where both count the same.
func likeFigures(first, unit, second, unitBehind string) (a, b int64, ok bool) {
	a, scaleA, okA := scaled(first, unit)
	b, scaleB, okB := scaled(second, unitBehind)
	if !okA || !okB {
		return 0, 0, false
	}
	if unit == "" { // "từ 2 đến 3 triệu đồng"
		return a * scaleB, b * scaleB, !strings.HasPrefix(unitBehind, "giờ") && !strings.HasPrefix(unitBehind, "tháng")
	}
	word := func(u string) string { w, _, _ := strings.Cut(u, " "); return w }
	if word(unit) == "điểm" || word(unitBehind) == "điểm" { // marks are told from the best
		return 0, 0, false
	}
	same := word(unit) == word(unitBehind) || scaleA > 1 && scaleB > 1
	return a * scaleA, b * scaleB, same && word(unit) != "giờ" && word(unit) != "tháng"
}
