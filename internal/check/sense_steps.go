package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
)

var stepTooLate = &Rule{
	Kind: diag.Kind{ID: "sense/step-too-late", Severity: diag.Warning,
		Message: diag.Words{VI: "việc chuẩn bị đến ngày {step} mới xong, sau ngày {end} của việc mà nó phục vụ", EN: "the step is due on {step}, after {end}, when what it serves is due"},
		Fix:     diag.Words{VI: "đặt hạn của bước trước ngày {end}, hoặc lùi ngày ấy", EN: "make the step due before {end}, or put that day off"}},
	Title:  diag.Words{VI: "Bước trước xong trước", EN: "A step is due before what it serves"},
	Reason: diag.Words{VI: "Tổng hợp xong sau ngày phải trình thì lấy gì mà trình; thường do sửa một hạn mà quên hạn kia.", EN: "What is gathered after the day of submission can't be submitted; mostly one deadline was changed and the other forgotten."},
	Wrong:  `Văn phòng HĐND và UBND tổng hợp ý kiến trước ngày 25/11/2026 để trình HĐND xã trước ngày 17/11/2026.`,
	Right:  `Văn phòng HĐND và UBND tổng hợp ý kiến trước ngày 10/11/2026 để trình HĐND xã trước ngày 17/11/2026.`,
	sentence: func(s *Sentence) {
		var first *step
		for _, p := range s.Phrases {
			next, ok := s.step(p)
			if !ok {
				continue
			}
			if first != nil && next.day.Before(first.day) && s.precedes(*first, next) {
				s.report(first.at.From, p.To, "step", short(first.day), "end", short(next.day))
			}
			if first != nil && first.due && next.due && first.day.Before(next.day) && s.inTimeFor(first.at, p.Span) {
				s.report(first.at.From, p.To, "step", short(next.day), "end", short(first.day))
			}
			if first != nil && first.day.Before(next.day) && next.due && readyFor.MatchString(upTo(s.Text, first.at.From)) && !afterwards.MatchString(s.Text[first.at.To:p.From]) {
				s.report(first.at.From, p.To, "step", short(next.day), "end", short(first.day))
			}
			if first != nil && first.day.Before(next.day) && preparing(s.Text[first.at.To:p.From]) && next.due && !first.due && takesPlaceAfter(upTo(s.Text, first.at.From)) {
				s.report(first.at.From, p.To, "step", short(next.day), "end", short(first.day))
			}
			first = &next
		}
	},
}

// A step is a day that a sentence tells, and whether something must be done by then.
type step struct {
	day calendar.Day
	at  phrase.Span
	due bool
}

func (s *Sentence) step(p phrase.Phrase) (step, bool) {
	day, ok := s.dayOf(p)
	if !ok {
		return step{}, false
	}
	before := upTo(s.Text, p.From)
	due := byDay.MatchString(before) || until.MatchString(before)
	return step{day, p.Span, due}, true
}

var (
	// serving joins a step to what it serves.
	serving = pattern.Of(`(?i)^[^.;]{0,60}?(?:,? (?:để|nhằm|kịp|phục vụ|làm (?:cơ sở|căn cứ)|trước khi|chuẩn bị(?: cho)?|làm tài liệu|cho kịp)|, (?:tổng hợp, )?(?:trình|báo cáo) (?:UBND|HĐND|Ủy ban|Hội đồng|Đảng ủy|Chủ tịch|tỉnh|Sở|Thường trực|cấp)|, sau đó|, rồi) [^.;]*$`)
	// readyFor is said of a day for which something must be ready: "chuẩn bị lễ khai giảng ngày 05/9/2026".
	readyFor = pattern.Of(`(?i)(?:^|[,;] |\. )(?:chuẩn bị(?: cho| tổ chức)?|(?:nhằm|để) (?:kịp|chuẩn bị|phục vụ)|kịp|phục vụ) [^.;\d]{0,60}$`)
	// before the end comes what prepares it, told behind it.
	prepared = pattern.Of(`(?i)(?:^|[ ,;])(?:gửi danh sách|nộp danh sách|gửi hồ sơ|nộp hồ sơ|gửi giấy mời|gửi (?:tài liệu|đăng ký|bài dự thi|dự thảo)|đăng ký|lập danh sách|chuẩn bị|trang trí|tổng duyệt|tập luyện|phát giấy mời|hoàn thành công tác chuẩn bị|dựng (?:rạp|sân khấu|trại))[^.;]*$`)
	// afterwards are words for what comes behind the end.
	afterwards = pattern.Of(`(?i)báo cáo|kết quả|tổng kết|quyết toán|thanh toán|trao|công bố|rút kinh nghiệm|niêm yết|sau |năm sau|đợt|bế mạc|lưu`)
	// eventDay is a day for which one prepares; at an early day much is asked for that comes later.
	eventDay = pattern.Of(`(?i)(?:hội thi|hội nghị|lễ|khai mạc|diễn ra|tổ chức|bầu cử|chung kết|ngày hội|giải|đại hội|kỳ họp|chốt|công bố|trao|bình xét|bế mạc)[^.;]{0,60}$`)
	earlyDay = pattern.Of(`(?i)(?:triển khai|quán triệt|phát động|hướng dẫn|tập huấn|thông báo|ban hành|đợt 1|lần 1|bắt đầu)`)
)

// takesPlaceAfter tells whether the words before a day make it one that comes when what prepares it is done.
func takesPlaceAfter(before string) bool {
	return eventDay.MatchString(before) && !earlyDay.MatchString(before)
}

// precedes tells whether what is told first serves what is told next: it must be done by its day, or be handed in for it.
func (s *Sentence) precedes(first, next step) bool {
	between := s.Text[first.at.To:next.at.From]
	return serving.MatchString(between) && (first.due || next.due && handedIn.MatchString(between))
}

// handedIn are words for what is done with what was prepared: "trình dự thảo ngày 04/9 để Chủ tịch ký ban hành trước ngày 18/9".
var handedIn = pattern.Of(`(?i)^ (?:để|kịp|nhằm|trước khi) [^.;]{0,40}(?:trình|ký|ban hành|gửi|nộp|duyệt|thông qua|thẩm định)[^.;]{0,30}$`)

// inTimeFor tells whether the words behind the second of two days say that it comes in time for what is due on the first.
func (s *Sentence) inTimeFor(first, second phrase.Span) bool {
	m := inTime.FindStringSubmatch(s.Text[second.To:])
	return m != nil && strings.Contains(strings.ToLower(upTo(s.Text, first.From)), m[1])
}

var inTime = pattern.Of(`^,? (?:để|cho) kịp (\p{Ll}+ \p{Ll}+)`)

func preparing(between string) bool {
	return prepared.MatchString(between) && !afterwards.MatchString(between)
}
