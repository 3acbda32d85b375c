package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/bodies"
	"github.com/kehoach/kehoach/internal/calendar"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/vi"
)

var formerUnit = &Rule{
	Kind: diag.Kind{ID: "names/former-unit", Severity: diag.Warning,
		Message: diag.Words{VI: "{unit} đã sắp xếp từ {since}, nay là {today}", EN: "{unit} was merged on {since}; it is {today} now"},
		Fix:     diag.Words{VI: "ghi tên hiện nay; nếu nói về trước đây thì ghi thêm chữ cũ", EN: "write today's name; if the past is meant, say so (cũ)"}},
	Title:    diag.Words{VI: "Đơn vị đã sắp xếp", EN: "A unit that was merged"},
	Reason:   diag.Words{VI: "Từ ngày nghị quyết sắp xếp có hiệu lực, xã và tỉnh mang tên mới; tên cũ chỉ còn trong văn bản ban hành trước đó.", EN: "Since the resolutions on mergers, communes and provinces bear new names; the old ones stay only in documents from before."},
	Wrong:    `Tuyên truyền trên địa bàn xã Sơn Màu.`,
	Right:    `Tuyên truyền trên địa bàn xã Sơn Màu (cũ), nay là xã Sơn Tây Hạ.`,
	sentence: formerUnits,
}

var formerBody = &Rule{
	Kind: diag.Kind{ID: "names/former-body", Severity: diag.Warning,
		Message: diag.Words{VI: "{why}", EN: "{why}"},
		Fix:     diag.Words{VI: "ghi tên cơ quan, chức danh hiện nay", EN: "write today's name of the body or post"}},
	Title:    diag.Words{VI: "Cơ quan, chức danh không còn", EN: "A body or post that is no more"},
	Reason:   diag.Words{VI: "Bộ, sở đã hợp nhất và chức danh công chức xã đã thay bằng phòng, văn phòng; giao việc cho nơi không còn thì không ai làm.", EN: "Ministries and departments were merged, and the commune's posts became offices; a task for what is no more is nobody's."},
	Wrong:    `Công chức Tư pháp - Hộ tịch chủ trì, phối hợp thực hiện.`,
	Right:    `Văn phòng HĐND và UBND chủ trì, phối hợp thực hiện.`,
	sentence: formerBodies,
}

// formerUnits reports the plan's own unit, or its province, by a name of before.
func formerUnits(s *Sentence) {
	if s.here.Home == nil || s.inOldDocument(phrase.Span{}) {
		return
	}
	_, agency := s.Passage.In.(*plan.Agency)
	if s.here.Home.Ended != nil && !(agency && s.Passage.Key == "name") { // an agency that is no more: said once
		return
	}
	tell := func(m *territory.Mention) {
		at, was := phrase.Span{From: m.From, To: m.To}, m.Units[0]
		var today []string
		for _, u := range was.Today() {
			today = append(today, u.String())
		}
		if slices.Contains(today, was.String()) { // a province that kept its name
			return
		}
		on := was.Ended.On
		s.report(at.From, at.To, "unit", at.In(s.Text), "since", vi.ShortDate(on.Day(), int(on.Month()), on.Year()), "today", strings.Join(today, ", "))
	}
	for i := range s.Units {
		if m := &s.Units[i]; s.noMore(m) && s.near(m.Units[0]) {
			tell(m)
		}
	}
	s.strangers(func(m territory.Mention, excused bool) { // one can't work with, nor travel to, what is no more
		if excused && s.noMore(&m) && !origin.MatchString(upTo(s.Text, m.BodyFrom)) {
			tell(&m)
		}
	})
}

// noMore tells whether a commune or province ended before the day of the plan, and nothing says that its past is meant.
func (s *Sentence) noMore(m *territory.Mention) bool {
	at := phrase.Span{From: m.From, To: m.To}
	if m.Name == "" || m.Kind.Level() == territory.DistrictLevel || m.Standing() != territory.Former || s.inOldDocument(at) || s.past(at) || bearers.MatchString(upTo(s.Text, at.From)) {
		return false
	}
	was := m.Units[0]
	return was.Ended != nil && !was.Ended.On.After(s.here.On) && len(m.Units) == 1
}

// origin are words before the place that somebody comes from, whose name is that of its day.
var origin = pattern.Of(`(?i)(?:quê|quê quán|sinh tại|sinh ra|trú tại|nguyên quán|hy sinh tại|liệt sĩ)(?: [^.;:]{0,60})?$`)

// formerBodies reports bodies and posts that are no more on the day of the plan.
func formerBodies(s *Sentence) {
	if _, cited := s.Passage.In.(*plan.Citation); cited {
		return
	}
	var taken []phrase.Span
	for _, m := range s.Units {
		if m.Kind.Level() == territory.DistrictLevel { // reported as such
			taken = append(taken, phrase.Span{From: m.BodyFrom, To: m.To})
		}
	}
	for _, b := range bodies.Find(s.Text) {
		if s.day.Before(since(b.Since)) || overlaps(b.Span, taken) || s.inDocument(b.Span) || s.alsoIssued(b.Span) || s.past(b.Span) {
			continue
		}
		taken = append(taken, b.Span)
		why := b.Why()
		if b.Today != "" {
			why = diag.Bare(b.In(s.Text) + ": ").Then(why)
		}
		s.report(b.From, b.To).saying("why", why)
	}
}

// alsoIssued tells whether a body is one more of those that issued a document: "của Bộ Tài chính, Bộ Giao thông vận tải".
func (s *Sentence) alsoIssued(at phrase.Span) bool {
	return slices.ContainsFunc(s.Phrases, func(p phrase.Phrase) bool {
		return p.Kind == phrase.Document && p.To < at.From && !strings.ContainsAny(s.Text[p.To:at.From], ".;") && issuersGoOn.MatchString(s.Text[p.To:at.From])
	})
}

var issuersGoOn = pattern.Of(`^(?:(?:, | và )(?:(?:Bộ|Sở|Ủy ban|Ban) [^.;]*)?)+$`)

// since is the day of a change: "01/7/2025", or of a month its last.
func since(written string) calendar.Day {
	var n []int
	for part := range strings.SplitSeq(written, "/") {
		number, _ := strconv.Atoi(part)
		n = append(n, number)
	}
	if len(n) == 2 {
		return calendar.LastOfMonth(n[1], n[0])
	}
	return calendar.Day{Year: n[2], Month: n[1], Day: n[0]}
}

func overlaps(at phrase.Span, taken []phrase.Span) bool {
	return slices.ContainsFunc(taken, func(t phrase.Span) bool { return at.From < t.To && t.From < at.To })
}

// inDocument tells whether a stretch belongs to a document that the sentence cites.
func (s *Sentence) inDocument(at phrase.Span) bool {
	return slices.ContainsFunc(s.Phrases, func(p phrase.Phrase) bool { return p.Kind == phrase.Document && at.From < p.To && p.From < at.To })
}
