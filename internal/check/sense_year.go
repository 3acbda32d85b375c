package check

import (
	"strconv"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
)

var lastYear = &Rule{
	Kind: diag.Kind{ID: "sense/last-year", Severity: diag.Warning,
		Message: diag.Words{VI: "còn sót năm {year} trong kế hoạch năm {own}", EN: "{year} is left over in a plan of {own}"},
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
			if p.Kind != phrase.Year && !s.takesPlace(p) {
				continue
			}
			for _, y := range p.Years {
				if (y.Sense == phrase.Plain || p.Kind == phrase.Date) && s.left(p.Span, y.Year, from.Year) {
					s.report(y.From, y.To, "year", y.String(), "own", strconv.Itoa(from.Year))
				}
			}
		}
	},
}

// left tells whether a year before the plan's is left over in a sentence: last year's, where nothing says that the past is meant; an
// earlier one, where a promise is made.
func (s *Sentence) left(at phrase.Span, year, own int) bool {
	before := s.Text[clause(s.Text, at.From):at.From]
	whole := upTo(s.Text, min(at.To+enough/2, len(s.Text)))
	around := before + s.Text[at.To:clauseEnd(s.Text, at.To)]
	switch {
	case promise.MatchString(around) && !done.MatchString(whole) && year < own && year >= own-3:
		return true
	case year >= own || reached.MatchString(before) || year < own-3 || done.MatchString(whole) || report.MatchString(before) || pastClause.MatchString(around):
		return false
	case s.Passage.Key == "title" || s.Passage.Key == "closing":
		return true
	case year == own-1:
		return task.MatchString(around)
	}
	return false
}

var (
	done    = pattern.Of(`(?i)(?:^|[ ,;(])đã `)
	report  = pattern.Of(`(?i)(?:kế hoạch|báo cáo|chỉ số|chương trình|quyết định|nghị quyết)(?: [^.,;]{0,40})? ?(?:năm )?$`)
	task    = pattern.Of(`(?i)tổ chức|triển khai|phấn đấu|bố trí|thực hiện|hoàn thành|tuyên truyền|tăng cường|tiếp tục|phối hợp|rà soát|kiểm tra|xây dựng|kinh phí|chỉ tiêu|mục tiêu|nhiệm vụ|kế hoạch này|đăng ký|giao |sẽ |mở |ra quân|phát động|sửa chữa|lắp đặt|thành lập|kiện toàn|trồng`)
	reached = pattern.Of(`(?i)(?:^|[ ,])đạt [^,;.]{0,60}$`)
	promise = pattern.Of(`(?i)phấn đấu|bố trí|sẽ `)
)

// takesPlace tells whether a date is that of something to be done, and no deadline, which rules of its own look at: "trong tháng
// 9/2025", "tổ chức ngày 15/5/2025".
func (s *Sentence) takesPlace(p phrase.Phrase) bool {
	if p.Kind != phrase.Date || p.Date.Year == 0 || p.Date.Lunar {
		return false
	}
	_, due := s.deadline(p)
	return !due && taking.MatchString(upTo(s.Text, p.From))
}

var taking = pattern.Of(`(?i)(?:tổ chức|khai mạc|diễn ra|tiến hành|hoàn thành|vào|trong|xong)(?: vào| trong)? ?$`)

// pastClause are words by which a clause speaks of what was.
var pastClause = pattern.Of(`(?i)(?:^|[ ,(])(?:đã|kết quả|so với|đạt được|hiện có|hiện nay|tồn tại|hạn chế|chưa|chuyển sang|chuyển tiếp|chuyển nguồn|quyết toán|cuối|hết|tính đến|tổng kết|kế thừa|phát huy|rút kinh nghiệm|số liệu|ban hành|phê duyệt|trước|qua|từ|xếp|bằng|như)(?:[ ,.;)]|$)`)

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
