package check

import (
	"strings"

	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/territory"
)

var district = &Rule{
	Kind: diag.Kind{ID: "names/district", Severity: diag.Warning,
		Message: diag.Words{VI: "{body}: cấp huyện không còn từ 01/7/2025", EN: "{body}: the district level ended on 01/7/2025"},
		Fix:     diag.Words{VI: "ghi cơ quan của tỉnh hoặc của xã nay làm việc ấy", EN: "name the body of province or commune that does it now"}},
	Title:    diag.Words{VI: "Cơ quan cấp huyện sau 01/7/2025", EN: "District bodies after 01/7/2025"},
	Reason:   diag.Words{VI: "Luật Tổ chức chính quyền địa phương số 72/2025/QH15: chính quyền địa phương có hai cấp, tỉnh và xã. Tên cơ quan huyện chỉ còn trong viện dẫn văn bản ban hành trước đó.", EN: "Law 72/2025/QH15: local government has two tiers, province and commune. A district's name stays only in citations from before."},
	Wrong:    `Báo cáo UBND huyện (qua Phòng Nội vụ huyện) theo quy định.`,
	Right:    `Báo cáo UBND tỉnh (qua Sở Nội vụ) theo quy định.`,
	sentence: districts,
}

// twoTiers is the first day of local government without districts.
var twoTiers = calendar.Day{Year: 2025, Month: 7, Day: 1}

// afterDistricts tells whether the plan is of a time without districts.
func (l *Look) afterDistricts() bool { return !l.day.Before(twoTiers) }

// history are words by which a sentence says that a unit or body is one of before: those of mergers speak of all that follows.
var (
	historyBefore = pattern.Of(`(?i)(?:^|[ ,(“])(?:(?:sáp nhập|hợp nhất|sắp xếp|kế thừa|nhập toàn bộ|nhập các|hình thành từ|trên cơ sở|tiền thân|trước đây|trước (?:ngày )?0?1/7/2025|^(?:trong |đến |cuối )?năm 20(?:[01]\d|2[0-4]),)[^.;]{0,160}|` +
		`(?:nhập|giải thể|kết thúc|không còn|bỏ|không tổ chức|chuyển từ|chuyển giao|bàn giao|tiếp nhận|nguyên|thay cho)(?: [^.;,]{0,40})?)$`)
	historyBehind = pattern.Of(`(?i)^(?:(?: (?:và|cùng|với) [^.;,]{0,50}|, [^.;]{0,60})(?:\(cũ\)|trước đây|trước khi (?:sắp xếp|sáp nhập|hợp nhất)|trước (?:ngày )?0?1/7/2025)|[^.;,]{0,25}?(?:\(?cũ(?:[ ).,;]|$)|trước đây|trước khi (?:sắp xếp|sáp nhập|hợp nhất)|trước (?:ngày )?0?1/7/2025|\(nay|nay là|đã giải thể|đã kết thúc|kết thúc hoạt động)| (?:và|với|cùng) [^.;,]{1,40} (?:sáp nhập|hợp nhất)(?:[ ,.;]|$))`)
	// bearers stand before a name that is their own: a road, a school, a company keeps it.
	bearers = pattern.Of(`(?:^|[ ,(])(?:[Đđ]ường|Trường(?: [^.;,]{0,20})?|(?:Công ty|Hợp tác xã|HTX|Bệnh viện)(?: [^.;,]{0,50})?) ?$`)
)

// past tells whether the words around a stretch say that it was so once.
func (s *Sentence) past(at phrase.Span) bool {
	before := upTo(s.Text, at.From)
	return historyBefore.MatchString(before) && !receives.MatchString(before) || historyBehind.MatchString(onFrom(s.Text, at.To))
}

// receives are words by which something is handed over to a body: it must be there still.
var receives = pattern.Of(`(?i)(?:bàn giao|chuyển giao|chuyển)(?: [^.;]{0,60})? (?:cho|về|đến|tới|lên)(?: các)? $`)

// districts reports district bodies in a plan for the time after them, but for documents from before.
func districts(s *Sentence) {
	if !s.afterDistricts() || s.inOldDocument(phrase.Span{}) {
		return
	}
	reported := 0
	for _, m := range s.Units {
		at := phrase.Span{From: m.BodyFrom, To: m.To}
		if m.Kind.Level() != territory.DistrictLevel || at.From < reported || s.inOldDocument(at) || s.past(at) || bearers.MatchString(upTo(s.Text, at.From)) ||
			m.Narrows && s.formerBefore(m) {
			continue
		}
		reported = at.To
		s.report(at.From, at.To, "body", at.In(s.Text))
	}
}

// formerBefore tells whether a unit says where one lies that is itself no more.
func (s *Sentence) formerBefore(m territory.Mention) bool {
	former := false
	for _, before := range s.Units {
		if before.From >= m.From {
			break
		}
		if !before.Narrows {
			former = before.Standing() == territory.Former
		}
	}
	return former
}

// inOldDocument tells whether a stretch belongs to a document that may be of the time before: its names are of its day. The empty
// stretch asks about a sentence that is a part of a declared document.
func (s *Sentence) inOldDocument(at phrase.Span) bool {
	if c, ok := s.Passage.In.(*plan.Citation); ok {
		return c.Date.Year == 0 || before(c.Date.Year, c.Date.Month, c.Date.Day)
	}
	for _, p := range s.Phrases {
		if p.Kind == phrase.Document && at.From < p.To && p.From < at.To && !s.behindSubject(p.Document, at) {
			day := p.Document.Day
			return day.Year == 0 && !p.Document.Issuer.Given() || day.Year > 0 && before(day.Year, day.Month, day.Day)
		}
	}
	return false
}

// behindSubject tells whether a stretch that the grammar takes for the end of a document's subject is the sentence's: behind a comma, in
// what the Assembly, the Government, its head or a ministry issued, whose subjects name no commune and no district but where they
// make them.
func (s *Sentence) behindSubject(d *phrase.Cited, at phrase.Span) bool {
	if d.Subject.From > at.From || at.From >= d.Subject.To || !central.MatchString(d.Symbol) {
		return false
	}
	before := s.Text[d.Subject.From:at.From]
	return strings.Contains(before, ", ") && !makesUnits.MatchString(before)
}

var (
	central    = pattern.Of(`/(?:QH|UBTVQH|NĐ-CP|QĐ-TTg|CT-TTg|TT-B)`)
	makesUnits = pattern.Of(`(?i)địa giới|đơn vị hành chính|thành lập|sắp xếp|sáp nhập|quy hoạch|khu vực|công nhận|danh sách`)
)

// before tells whether a day, or the month or year that is told of it, begins before the two tiers.
func before(year, month, day int) bool {
	return calendar.Day{Year: year, Month: max(month, 1), Day: max(day, 1)}.Before(twoTiers)
}
