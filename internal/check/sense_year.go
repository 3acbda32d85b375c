package check

import (
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var lastYear = &Rule{
	Kind: diag.Kind{ID: "sense/last-year", Severity: diag.Warning,
		Message: diag.Words{VI: "còn sót năm {left} trong kế hoạch năm {own}", EN: "{left} is left over in a plan of {own}"},
		Fix:     diag.Words{VI: "ghi năm {own} hoặc {{year}}; nếu nói việc đã qua thì viết rõ là đã qua", EN: "write {own} or {{year}}; if the past is meant, say so"}},
	Title:  diag.Words{VI: "Năm của kế hoạch trước", EN: "Last year's year"},
	Reason: diag.Words{VI: "Kế hoạch năm nay thường soạn từ tệp năm trước; câu giao việc còn ghi năm trước là quên sửa.", EN: "This year's plan is mostly written from last year's file; a task in last year was forgotten."},
	Wrong:  `Trong năm 2025, UBND xã tổ chức 02 hội nghị đối thoại với Nhân dân.`,
	Right:  `Trong năm 2026, UBND xã tổ chức 02 hội nghị đối thoại với Nhân dân; nhân rộng mô hình đã thực hiện năm 2025.`,
	sentence: func(s *Sentence) {
		if _, cited := s.Passage.In.(*plan.Citation); cited || s.Passage.At.File != s.Plan.File {
			return
		}
		from, to := s.reckoner.Period()
		if from.Year == 0 || from.Year != to.Year {
			return
		}
		for _, p := range s.Phrases {
			if p.Kind == phrase.Period && p.Period == phrase.School && len(p.Years) == 2 && p.Years[0].Year == from.Year-1 && opening.MatchString(upTo(s.Text, p.From)) && !done.MatchString(s.Text) {
				s.report(p.From, p.To, "left", p.Years[0].String()+" - "+p.Years[1].String(), "own", strconv.Itoa(from.Year))
			}
			if p.Kind != phrase.Year && !s.takesPlace(p) {
				continue
			}
			for _, y := range p.Years {
				if len(p.Years) == 1 && s.spoken(p, y) && s.left(p.Span, y.Year, from.Year) {
					s.report(y.From, y.To, "left", y.String(), "own", strconv.Itoa(from.Year))
				}
			}
		}
	},
}

// left tells whether a year before the plan's is left over in a sentence: last year's, where nothing says that the past is meant; an
// earlier one, where a promise is made.
func (s *Sentence) left(at phrase.Span, year, own int) bool {
	before := s.Text[clause(s.Text, at.From):at.From]
	behind := s.Text[at.To:clauseEnd(s.Text, at.To)]
	whole := upTo(s.Text, min(at.To+enough/2, len(s.Text)))
	around := before + behind
	promised := around
	if strings.Contains(around, "năm "+strconv.Itoa(own)) { // "cuối năm 2025 là 12%, phấn đấu năm 2026 còn 10%"
		promised = before[strings.LastIndexByte(before, ',')+1:] + upToComma(behind)
	}
	switch {
	case year == own-1 && (will.MatchString(around) || costOfPlan.MatchString(before)):
		return true
	case year >= own || year < own-3 || done.MatchString(whole) || compared.MatchString(before) && comparing.MatchString(behind) || against.MatchString(before):
		return false
	case promise.MatchString(promised), headed.MatchString(before) && strings.HasPrefix(behind, ":"):
		return true
	case goesOnNow.MatchString(behind), promised != around && toldFigure.MatchString(behind):
		return false
	case year == own-1 && s.lateReport(phrase.Phrase{Span: at}, before):
		return true
	case year == own-1 && (drawnUp.MatchString(before) && !results.MatchString(before) || halfway.MatchString(before)):
		return true
	case year != own-1 && bidden.MatchString(before) && !pastClause.MatchString(before):
		return true
	case reached.MatchString(before) || report.MatchString(before) || pastClause.MatchString(around) || attribute.MatchString(before) && !means.MatchString(before):
		return false
	case s.Passage.Key == "title" || s.Passage.Key == "closing":
		return true
	case year != own-1 || beginning.MatchString(before) && results.MatchString(behind) && !future.MatchString(behind):
		return false
	}
	return task.MatchString(around)
}

// spoken tells whether a year is what its clause speaks of: of an outcome or a target only where a promise is made.
func (s *Sentence) spoken(p phrase.Phrase, y phrase.YearAt) bool {
	switch y.Sense {
	case phrase.Outcome, phrase.Target:
		around := s.Text[clause(s.Text, p.From):p.From]
		return promise.MatchString(around) || halfway.MatchString(around) || s.lateReport(p, around)
	}
	return y.Sense == phrase.Plain || p.Kind == phrase.Date || y.Sense == phrase.Since && will.MatchString(s.Text[p.To:clauseEnd(s.Text, p.To)])
}

// lateReport tells whether a year's report is due in the autumn: it is that year's own, not last year's.
func (s *Sentence) lateReport(p phrase.Phrase, before string) bool {
	own, _ := s.reckoner.Period()
	if !yearsReport.MatchString(before) {
		return false
	}
	for _, q := range s.Phrases {
		if q.From >= p.To && q.Kind == phrase.Date && q.Date.Month >= 9 && (q.Date.Year == own.Year || q.Date.Year == 0) {
			return true
		}
	}
	return false
}

func upToComma(text string) string {
	before, _, _ := strings.Cut(text, ",")
	return before
}

var (
	done    = pattern.Of(`(?i)(?:^|[ ,;(])đã `)
	report  = pattern.Of(`(?i)(?:kế hoạch|báo cáo|chỉ số|chương trình|quyết định|nghị quyết)(?: [^.,;]{0,40})? ?(?:năm )?$`)
	task    = pattern.Of(`(?i)tổ chức|triển khai|phấn đấu|bố trí|thực hiện|hoàn thành|tuyên truyền|tăng cường|tiếp tục|phối hợp|rà soát|kiểm tra|xây dựng|kinh phí|chỉ tiêu|mục tiêu|nhiệm vụ|kế hoạch này|đăng ký|giao |sẽ |mở |ra quân|phát động|sửa chữa|lắp đặt|thành lập|kiện toàn|trồng|dự toán|thời gian|chuẩn bị|tập trung|đẩy mạnh|duy trì|vận động|khảo sát|thu hút|nhân rộng|củng cố`)
	reached = pattern.Of(`(?i)(?:^|[ ,])đạt [^,;.]{0,60}$`)
	promise = pattern.Of(`(?i)phấn đấu|bố trí|sẽ |mục tiêu|dự kiến|thời gian(?: thực hiện| tổ chức| triển khai)?:|cần (?:thực hiện|tập trung|triển khai|hoàn thành)`)
	will    = pattern.Of(`(?i)(?:UBND|HĐND|xã|phòng|các \p{L}+|trung tâm|văn phòng)[^,.;]{0,30} sẽ `)
	// costOfPlan is said of this plan: "kinh phí thực hiện Kế hoạch năm 2025".
	costOfPlan = pattern.Of(`(?i)(?:kinh phí|thời gian|nội dung) thực hiện kế hoạch(?: này)? ?$`)
	headed     = pattern.Of(`(?i)^ ?(?:các )?(?:chỉ tiêu|mục tiêu|nhiệm vụ|nội dung|kinh phí|dự toán)[^,;:]{0,30}$`)
	opening    = pattern.Of(`(?i)(?:khai giảng|đầu)(?: [^,;.]{0,20})?$`)
	// goesOnNow tells what one of that year does today: "xã về đích năm 2025 tiếp tục nâng chất".
	goesOnNow = pattern.Of(`(?i)^ (?:tiếp tục|vẫn|còn|hiện) `)
	// toldFigure is a year's figure in a row of years: "năm 2025 là 41 ha, dự kiến năm 2026 là 50 ha".
	toldFigure  = pattern.Of(`^ (?:là|có|còn) (?:khoảng )?\d`)
	yearsReport = pattern.Of(`(?i)^ ?(?:gửi |nộp |tổ chức |tiến hành |họp |các [^,;]{0,20} )?(?:báo cáo (?:kết quả|tổng kết|công tác|tình hình|năm)|tổng kết|báo cáo)[^,;]{0,60}$`)
	// A year before the plan's is rightly told where figures are compared, or what is meant is of that year.
	compared  = pattern.Of(`(?i)(?:^|[ ,(])từ \d[^.;]{0,40}$`)
	comparing = pattern.Of(`(?i)^ ?(?:xuống|lên|còn|đến|tới|thành)(?: |$)`)
	against   = pattern.Of(`(?i)(?:^|[ ,(])(?:(?:so với|hơn|như|bằng|cùng kỳ)(?: [^.,;]{0,40})?|(?:bão số \d+|mưa lũ|lũ lụt|dịch bệnh|hạn hán|thiên tai|đại hội[^.;]{0,60})(?: tháng \d+| cuối| đầu)?) ?$`)
	attribute = pattern.Of(`(?i) (?:trồng|xây|xây dựng|đầu tư|cấp|mua|tuyển|đào tạo|bàn giao|khởi công|sửa chữa|nâng cấp|đăng ký|rà soát|thành lập|kiện toàn|thanh tra|kiểm tra|phát sinh|giao|công nhận|phê duyệt|thông báo|thực hiện|triển khai|lắp đặt|tổ chức|hỗ trợ|bình xét|xếp loại|thoát nghèo|trúng cử|phát hiện|bàn giao)(?: trong| vào| từ)?(?: cuối| đầu| giữa)? $`)
	means     = pattern.Of(`(?i)(?:kinh phí|thời gian|nhiệm vụ|kế hoạch|nội dung|sẽ) [^,;.]{0,12}$`)
	// drawnUp is what is yet to be written; halfway what comes in the middle of a year.
	drawnUp = pattern.Of(`(?i)(?:^|[ ,])(?:xây dựng|ban hành|lập|trình)(?: và ban hành| UBND xã ban hành| ban hành)? (?:kế hoạch|chương trình)(?: [^.,;]{0,70})? ?$`)
	halfway = pattern.Of(`(?i)^[^,;]{0,30}sơ kết[^.;,]{0,40}$`)
	// bidden is a clause that begins with what is asked for, and says when: "Hoàn thành gắn thẻ tai trong quý III năm 2024".
	bidden = pattern.Of(`(?i)^ ?(?:hoàn thành|tổ chức|triển khai|thực hiện|xây dựng|rà soát|kiểm tra|mở|phát động|ra quân|lắp đặt|sửa chữa|bàn giao|khởi công|trồng|khám|tiêm|tập huấn|gửi|nộp)[^.,;]{0,80} (?:trong|vào|xong trong) ?$`)
	// beginning is a sentence that begins with its year: with results it tells what was, unless more is asked for.
	beginning = pattern.Of(`(?i)^ ?(?:trong|đến|tính đến|cả|riêng|trong cả)? ?(?:cuối |hết )?$`)
	results   = pattern.Of(`(?i)xảy ra|bị (?:nhắc|xử|phạt|cháy|hư|ảnh|thiệt|sạt|lũ|ngập|tai|thương|chết|bệnh|cô|kỷ|tạm|khiển|thu|trễ|chậm|tồn|hạn|gián|vỡ|sập|tốc|cuốn|mất)|đạt|ổn định|có \d|tăng|giảm|\d/\d|lượt|xếp|vượt|hoàn thành \d|\d vụ|kết quả|tổng kết|khắc phục|quyết toán|xã tiếp|\p{L}+ được \d`)
	future    = pattern.Of(`(?i)phấn đấu|sẽ |ít nhất|tối thiểu|trở lên|tiếp tục|tập trung|đẩy mạnh|tăng cường|yêu cầu|đề nghị|kế hoạch này|mỗi `)
)

// takesPlace tells whether a date is that of something to be done, and no deadline, which rules of its own look at: "trong tháng
// 9/2025", "tổ chức ngày 15/5/2025".
func (s *Sentence) takesPlace(p phrase.Phrase) bool {
	if p.Kind != phrase.Date || p.Date.Year == 0 || p.Date.Lunar {
		return false
	}
	_, due := s.deadline(p)
	before := upTo(s.Text, p.From)
	return !due && (taking.MatchString(before) || strings.TrimSpace(before) == "" && will.MatchString(s.Text[p.To:clauseEnd(s.Text, p.To)]))
}

var taking = pattern.Of(`(?i)(?:tổ chức|khai mạc|diễn ra|tiến hành|hoàn thành|dự kiến|vào|trong|xong|thời gian(?: thực hiện| tổ chức| triển khai)?:?(?: từ)?)(?: vào| trong)? ?$`)

// pastClause are words by which a clause speaks of what was.
var pastClause = pattern.Of(`(?i)(?:^|[ ,(])(?:đã|kết quả|so với|đạt được|hiện có|hiện nay|tồn tại|hạn chế|chưa|chuyển sang|chuyển tiếp|chuyển nguồn|quyết toán|bị (?:nhắc|xử|phạt|cháy|hư|ảnh|thiệt|sạt|lũ|ngập|tai|thương|chết|bệnh|cô|kỷ|tạm|khiển|thu|trễ|chậm|tồn|hạn|gián|vỡ|sập|tốc|cuốn|mất)[^ ,.;)]*|được công nhận|hư hỏng|cuối|hết|tính đến|tổng kết|kế thừa|phát huy|rút kinh nghiệm|số liệu|ban hành|phê duyệt|trước|qua|từ|xếp|bằng|như)(?:[ ,.;)]|$)`)

// clause and clauseEnd bound the clause around a byte: between semicolons and full stops.
func clause(text string, at int) int {
	for least := max(0, at-enough); at > least; at-- {
		if text[at-1] == ';' || text[at-1] == '.' && at < len(text) && text[at] == ' ' {
			break
		}
	}
	return at
}

func clauseEnd(text string, at int) int {
	for most := min(len(text), at+enough); at < most; at++ {
		if text[at] == ';' || text[at] == '.' && (at+1 == len(text) || text[at+1] == ' ') {
			break
		}
	}
	return at
}
