package phrase

import "strings"

// date takes a day, month or quarter: ngày 29 tháng 3 năm 2024, 29/3/2024, tháng 3/2024, quý I năm 2024.
func (s *scanner) date(i int) (Phrase, int) {
	day, behind := s.day(i)
	if behind == 0 {
		return Phrase{}, 0
	}
	p := Phrase{Kind: Date, Span: s.span(i, behind), Date: new(Day)}
	*p.Date = day
	if day.Year > 0 {
		sense, clue := s.dateSense(i, behind)
		p.Years = []YearAt{{s.yearIn(i, behind), day.Year, sense, clue}}
	}
	return p, behind
}

var (
	// facts are what happened on the day they stand before.
	facts = words(`ra mắt, thành lập, tái lập, sáp nhập, chia tách, bổ nhiệm, công nhận, ban hành, ký, kết nạp, hy sinh, từ trần, xảy ra,
		hiệu lực, thi hành, nhận nhiệm vụ, nhận công tác, nghỉ hưu, tuyển dụng, điều động, đi vào hoạt động, đưa vào sử dụng, tính đến,
		sự cố, vụ cháy, vụ việc, vụ tai nạn, vụ án, mưa lũ, trận lũ, cơn bão, tại cuộc họp, tại phiên họp, tại hội nghị, tại kỳ họp, tại buổi làm việc, tại thời điểm, đến thời điểm,
		thống kê đến, số liệu đến, lũy kế đến`)
	// factFillers may stand between.
	factFillers = words("vào, từ, kể từ, tính từ, sáng, chiều, tối, hồi")
)

// dateSense tells what the year of a date is spoken of as, of tokens i to behind: of a day on which something happened or from which
// on something holds; otherwise it is the date's.
func (s *scanner) dateSense(i, behind int) (Sense, Span) {
	if s.oneOf(behind, doneWords) > 0 {
		return Past, s.at(behind).Span
	}
	at := i
	for k := s.endingAt(at, factFillers); k < at; k = s.endingAt(at, factFillers) {
		at = k
	}
	if k := s.endingAt(at, facts); k < at && s.low(k-1) != "đăng" {
		return Past, s.span(k, at)
	}
	if k := s.endingAt(i, types); k < i && s.at(k).capital && s.low(i) != "tháng" && s.low(i) != "quý" { // Tờ trình ngày 15/3/2024, but Báo cáo quý I/2024
		return Past, s.span(k, i)
	}
	if k := s.issuedBy(i); k < i { // Quyết định của UBND tỉnh ngày 05/01/2024
		return Past, s.span(k, i)
	}
	if low := s.low(behind); (low == "của" || low == "giữa") && (s.agencyHead(behind+1) || s.addresses(behind+1)) { // biên bản họp ngày 10/01/2024 giữa UBND xã và …
		return Past, s.at(behind).Span
	}
	if k := s.endingAt(i, sinceClues); k < i && !s.until(behind) {
		return Since, s.span(k, i)
	}
	return InDate, Span{}
}

// issuedBy is the token at which a document without a number begins whose issuer ends before token i; i where none does.
func (s *scanner) issuedBy(i int) int {
	for j := i - 2; j >= i-12; j-- {
		if t := s.at(j); t.sort == mark && !isDash(t) {
			return i
		}
		if s.low(j) == "của" && s.agencyHead(j+1) && s.issuerEnd(j+1) == i {
			if k := s.endingAt(j, types); k < j && s.at(k).capital {
				return k
			}
			return i
		}
	}
	return i
}

// until tells whether a stretch of time that began with the date before token i ends in the same clause: từ ngày … đến ngày ….
func (s *scanner) until(i int) bool {
	if isDash(s.at(i)) {
		return true
	}
	for ; i < s.end; i++ {
		switch t := s.at(i); t.low {
		case "đến", "tới":
			return s.low(i+1) == "ngày" || s.low(i+1) == "hết" || s.low(i+1) == "tháng" || s.low(i+1) == "cuối" || s.low(i+1) == "khi" || s.low(i+1) == "quý" || s.at(i+1).sort == figure
		case ";", ":":
			return false
		case ",", "và":
			if s.are(i+1, "kết thúc") > 0 || s.are(i+1, "hoàn thành") > 0 || s.low(i+1) == "xong" { // từ ngày … và kết thúc trước ngày …
				return true
			}
			if t.low == "," {
				return false
			}
		case ".":
			if s.sentenceEnds(i) {
				return false
			}
		}
	}
	return false
}

// yearIn is where the year of a date of tokens from to behind stands: its last figures.
func (s *scanner) yearIn(from, behind int) Span {
	for k := behind - 1; k >= from; k-- {
		if t := s.at(k); t.sort == figure {
			return Span{t.To - 4, t.To}
		}
	}
	return Span{}
}

// day reads a date at token i.
func (s *scanner) day(i int) (Day, int) {
	d, behind := s.dayOf(i)
	if behind > 0 && s.low(behind) == "(" && s.are(behind+1, "âm lịch") > 0 && s.low(behind+3) == ")" {
		d.Lunar, behind = true, behind+4
	} else if k := s.are(behind, "âm lịch"); behind > 0 && k > 0 {
		d.Lunar, behind = true, k
	}
	return d, behind
}

func (s *scanner) dayOf(i int) (Day, int) {
	if s.every(i) {
		return Day{}, 0
	}
	switch s.low(i) {
	case "ngày", "mùng", "mồng":
		j := i + 1
		if s.low(j) == "mùng" || s.low(j) == "mồng" {
			j++
		}
		if d, behind := s.figures(j); behind > 0 {
			return d, behind
		}
		if k := s.dots(j); s.low(k) == "tháng" {
			return s.openMonth(k + 1)
		} else if s.low(k) == "/" && k+1 < s.end { // ngày …/01/2024
			if d, behind := s.monthAt(k + 1); d.Year > 0 {
				return d, behind
			}
		}
		d := Day{Day: max(s.number(j, 1, 31), 0)}
		if d.Day == 0 || s.oneOf(j+1, timeUnits) > 0 && s.low(j+1) != "tháng" || s.low(j+1) == "-" && s.number(j+2, 1, 31) > 0 && s.at(j+2).gap == tight {
			return Day{}, 0
		}
		if d.Month = max(s.number(j+2, 1, 12), 0); s.low(j+1) != "tháng" || d.Month == 0 {
			d.Month = 0
			return d, j + 1
		}
		if month, behind := s.monthAt(j + 2); behind > 0 {
			month.Day = d.Day
			return month, behind
		}
		return d, j + 3
	case "tháng":
		d, behind := s.monthAt(i + 1)
		for last, next := d, behind; next > 0 && last.Year == 0 && s.listsOn(next); { // tháng 9 - 10/2024
			if last, next = s.monthAt(next + 1); next > 0 && last.Year > 0 {
				return last, next
			}
		}
		return d, behind
	case "quý":
		d, behind := s.quarterAt(i + 1)
		for last, next := d, behind; next > 0 && last.Year == 0 && s.listsOn(next); { // quý II, III/2024
			if last, next = s.quarterAt(next + 1); next > 0 && last.Year > 0 {
				return last, next
			}
		}
		return d, behind
	}
	if d, behind := s.goesOn(i); behind > 0 {
		return d, behind
	}
	if d, behind := s.bareMonth(i); behind > 0 {
		return d, behind
	}
	if d, behind := s.figures(i); behind > 0 && (d.Year > 0 || s.dayNotFraction(i, behind)) {
		return d, behind
	}
	return Day{}, 0
}

// bareMonth reads a month that a name parts from its word, or that has none: Tháng Thanh niên 3/2024, hoàn thành 12/2024.
func (s *scanner) bareMonth(i int) (Day, int) {
	if s.at(i-1).sort != word || s.numberedBy(i) < i || s.endingAt(i, types) < i || s.low(i+1) != "/" || s.yearNumber(i+2) < 1990 || s.low(i+3) == "/" || isDash(s.at(i+3)) && s.at(i+3).gap == tight {
		return Day{}, 0
	}
	if month := s.number(i, 1, 12); month > 0 {
		return Day{Month: month, Year: s.yearNumber(i + 2)}, i + 3
	}
	return Day{}, 0
}

// every tells whether the span of time that token i names comes again and again: mỗi tháng 02 buổi.
func (s *scanner) every(i int) bool {
	switch s.low(i - 1) {
	case "mỗi", "hằng", "hàng", "một", "cả":
		return s.at(i).sort == word
	}
	return false
}

var quarters = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

// quarterAt reads a quarter and its year; token i is the quarter's number, in capitals where it is Roman.
func (s *scanner) quarterAt(i int) (Day, int) {
	quarter := quarters[s.low(i)]
	if quarter == 0 || s.at(i).sort == word && s.low(i) == s.at(i).In(s.text) {
		return Day{}, 0
	}
	year, behind := s.yearBehind(i + 1)
	return Day{Quarter: quarter, Year: year}, behind
}

// listsOn tells whether token i joins two times of one list or range.
func (s *scanner) listsOn(i int) bool {
	switch s.low(i) {
	case ",", "và", "đến", "tới":
		return true
	}
	return isDash(s.at(i))
}

// goesOn reads the second month or quarter of two that share the word: từ tháng 9/2024 đến 12/2024, quý I/2024 - III/2024.
func (s *scanner) goesOn(i int) (Day, int) {
	if !s.listsOn(i-1) || s.low(i+1) != "/" {
		return Day{}, 0
	}
	read := (*scanner).monthAt
	switch s.low(i - 5) {
	case "tháng":
	case "quý":
		read = (*scanner).quarterAt
	default:
		return Day{}, 0
	}
	if d, behind := read(s, i-4); behind != i-1 || d.Year == 0 {
		return Day{}, 0
	}
	if d, behind := read(s, i); d.Year > 0 {
		return d, behind
	}
	return Day{}, 0
}

// monthAt reads a month and its year; token i is the month's number.
func (s *scanner) monthAt(i int) (Day, int) {
	month := s.number(i, 1, 12)
	if month < 0 || s.low(i+1) == "/" && s.at(i+2).sort == figure && s.yearNumber(i+2) == 0 {
		return Day{}, 0
	}
	year, behind := s.yearBehind(i + 1)
	return Day{Month: month, Year: year}, behind
}

// dots skips full stops and ellipses that stand for something to be filled in.
func (s *scanner) dots(i int) int {
	for s.low(i) == "." || s.low(i) == "…" {
		i++
	}
	return i
}

// openMonth reads what is known of a date whose day is still open: token i stands behind "ngày … tháng".
func (s *scanner) openMonth(i int) (Day, int) {
	if d, behind := s.monthAt(i); behind > 0 {
		return d, behind
	}
	if year, behind := s.yearBehind(s.dots(i)); year > 0 {
		return Day{Year: year}, behind
	}
	return Day{}, 0
}

// yearBehind reads "/2024", "năm 2024" or "-2024" at token i; without one it returns 0 and i.
func (s *scanner) yearBehind(i int) (int, int) {
	if s.low(i) == "/" || s.low(i) == "năm" || isDash(s.at(i)) && s.at(i).gap == tight && s.at(i+1).gap == tight || s.low(i) == "," && s.low(i+1) == "năm" {
		j := i + 1
		if s.low(i) == "," {
			j++
		}
		if year := s.yearNumber(j); year > 0 {
			return year, j + 1
		}
	}
	return 0, i
}

// figures reads a date in figures: 29/3/2024, 29-3-2024, 29.3.2024, 29/3.
func (s *scanner) figures(i int) (Day, int) {
	t := s.at(i)
	if t.sort != figure {
		return Day{}, 0
	}
	if strings.Count(t.low, ".") == 2 && t.low[max(len(t.low)-5, 0)] == '.' {
		parts := strings.Split(t.low, ".")
		d := Day{Day: atoi(parts[0]), Month: atoi(parts[1]), Year: atoi(parts[2])}
		if d.Day >= 1 && d.Day <= 31 && d.Month >= 1 && d.Month <= 12 && d.Year >= 1800 && d.Year < 2200 {
			return d, i + 1
		}
		return Day{}, 0
	}
	d := Day{Day: s.number(i, 1, 31), Month: s.number(i+2, 1, 12)}
	if d.Day < 0 || d.Month < 0 || len(s.low(i)) > 2 || len(s.low(i+2)) > 2 {
		return Day{}, 0
	}
	if slash := s.low(i+1) == "/"; !slash && !isDash(s.at(i+1)) {
		return Day{}, 0
	} else if s.low(i+3) == s.low(i+1) {
		if d.Year = s.yearNumber(i + 4); d.Year > 0 {
			return d, i + 5
		}
		return Day{}, 0
	} else if !slash {
		return Day{}, 0
	}
	return d, i + 3
}

func atoi(digits string) int {
	n := 0
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' || n > 9999 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// fractionWords stand before a fraction, not before a day: đạt 3/4, tỷ lệ 2/3.
var fractionWords = words("đạt, tỷ lệ, tỉ lệ, chiếm, hơn, trên, có, khoảng, gần, ít nhất, được, với, bằng, quá, tối thiểu, số, thành viên, hoàn thành, đường, phố, lữ đoàn")

// dayNotFraction tells a day without year (30/4) from a fraction (15/15 thôn).
func (s *scanner) dayNotFraction(i, behind int) bool {
	prior, next := s.at(i-1), s.at(behind)
	if prior.sort == mark && prior.low != "(" && prior.low != "-" && prior.low != "," || prior.low == "" {
		return false
	}
	share := s.number(i, 1, 31) <= s.number(i+2, 1, 12) // 20/11 is none
	return s.endingAt(i, fractionWords) == i && next.low != "/" &&
		(next.sort != word || next.capital || s.oneOf(behind, countStops) > 0 || !share && s.oneOf(behind, counted) == 0 && s.oneOf(behind, measures) == 0)
}
