package check

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pattern"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/territory"
)

var otherUnit = &Rule{
	Kind: diag.Kind{ID: "names/other-unit", Severity: diag.Warning,
		Message: diag.Words{VI: "{unit}{about} không phải đơn vị ban hành kế hoạch này, cũng không phải cấp trên", EN: "{unit}{about} is neither the unit that issues this plan nor above it"},
		Fix:     diag.Words{VI: "sửa tên đơn vị; nếu đúng là nơi phối hợp thì ghi vào nơi nhận", EN: "mend the unit's name; a partner belongs among the recipients"}},
	Title:    diag.Words{VI: "Tên đơn vị của nơi khác", EN: "A unit of somewhere else"},
	Reason:   diag.Words{VI: "Tên xã, huyện, tỉnh khác trong kế hoạch thường là chữ còn sót khi chép từ kế hoạch của nơi ấy, kể cả trong trích yếu văn bản do chính cơ quan mình ban hành.", EN: "The name of another commune or province is mostly left over from the plan that was copied, in the subject of one's own documents too."},
	Wrong:    `Tuyên truyền cải cách hành chính trên địa bàn xã Sơn Tân.`,
	Right:    `Tuyên truyền cải cách hành chính trên địa bàn xã Sơn Tây Hạ; phối hợp với xã Sơn Tây Thượng trong công tác giáp ranh.`,
	sentence: otherUnits,
}

// partner are words before the name of a unit that one works with, comes from or goes to: some anywhere in the clause, some right
// before it.
var partner = pattern.Of(`(?i)(?:^|[ ,(])(?:(?:phối hợp|giáp|ranh giới|giáp ranh|lân cận|giao lưu|kết nghĩa|kinh nghiệm|tham quan|thăm|học tập|liên xã|liên kết|tuyến đường|các tuyến|` +
	`đường|quê|sinh tại|trú tại|được hỗ trợ|hỗ trợ của|ủng hộ|tài trợ|các xã|các phường|các tỉnh|giữa|cụm|đón|đoàn công tác|đoàn đại biểu|đội bóng|mở rộng|mời|giao hữu|kết nối|hội chợ|triển lãm|chợ phiên|có (?:các )?(?:đội|đoàn|vận động viên|khách))(?: [^.;:]{0,60})?|` +
	`(?:từ|đi|sang|qua|với)) ?$`)

// A road leads to a unit; what is the unit's is not on the way.
var (
	roads   = pattern.Of(`(?i)(?:^|[ ,(])(?:tuyến đường|các tuyến|đường)(?: [^.;:]{0,60})?$`)
	belongs = pattern.Of(`(?i)(?:^| )(?:của|thuộc|trên địa bàn|tại|trung tâm) $`)
)

// wholeOf are words before a province that make it the plan's own: others are where one travels, buys and works.
var wholeOf = pattern.Of(`(?i)(?:địa bàn|toàn|phạm vi|nhân dân|trong|thuộc|quan tâm của) $`)

// otherUnits reports communes, provinces and districts that are not the plan's.
func otherUnits(s *Sentence) {
	s.strangers(func(m territory.Mention, excused bool) {
		if !excused {
			at := phrase.Span{From: m.From, To: m.To}
			s.report(at.From, at.To, "unit", at.In(s.Text)).saying("about", aboutUnit(m.Units))
		}
	})
}

// strangers visits what a sentence names of units that are not the plan's, and whether it is excused: as a partner, or as a province to
// which one travels, from which one buys.
func (s *Sentence) strangers(visit func(m territory.Mention, excused bool)) {
	if s.here.Home == nil || s.Passage.Key == "to" || s.Passage.Key == "through" {
		return
	}
	partnered := -1 // where the next partner of a row begins
	told := false   // the name that heads a row is no partner's: nor are those behind it
	for _, m := range s.Units {
		if m.Name == "" || m.Narrows || len(m.Units) == 0 || m.Kind.Level() == territory.DistrictLevel && s.afterDistricts() {
			continue
		}
		told = told && m.Listed
		if slices.ContainsFunc(m.Units, s.near) {
			continue
		}
		excused := false
		if joined := partnered == m.From; joined || !told && s.partnered(m) {
			partnered, excused = m.To+joint(s.Text[m.To:]), true
		} else if s.othersDocument(m) || s.past(phrase.Span{From: m.From, To: m.To}) {
			continue
		} else {
			excused = m.Kind.Level() == territory.ProvinceLevel && m.Body == "" && !wholeOf.MatchString(upTo(s.Text, m.From))
		}
		told = !excused
		visit(m, excused)
	}
}

// joint is how long what joins a row of names at the beginning of a text is.
func joint(text string) int {
	for _, words := range []string{", ", " và "} {
		if strings.HasPrefix(text, words) {
			return len(words)
		}
	}
	return 0
}

// near tells whether a unit is the plan's own, above it, within it, what one above it was, or one that the plan declares.
func (s *Sentence) near(u *territory.Unit) bool {
	here := s.here
	if here.Ours(u) || here.Above(u) || s.declaredUnit(u) {
		return true
	}
	for _, today := range u.Today() {
		if here.Ours(today) && u.Kind.Level() <= territory.DistrictLevel || here.Above(today) {
			return true
		}
	}
	for above := u.Parent; above != nil; above = above.Parent {
		if here.Ours(above) {
			return true
		}
	}
	return false
}

// declaredUnit tells whether the plan names a unit among its recipients, roles or receivers of reports.
func (s *Sentence) declaredUnit(u *territory.Unit) bool { return slices.Contains(s.partners, u) }

// partnersOf are the units that the sentences of recipients, roles and reports name.
func partnersOf(sentences []Sentence) []*territory.Unit {
	var all []*territory.Unit
	for _, s := range sentences {
		_, role := s.Passage.In.(*plan.Role)
		if s.Passage.Key == "to" || s.Passage.Key == "through" || role && s.Passage.Key == "name" {
			for _, m := range s.Units {
				if m.Name != "" {
					all = append(all, m.Units...)
				}
			}
		}
	}
	return all
}

// partnered tells whether the words before a unit say that it is a partner.
func (s *Sentence) partnered(m territory.Mention) bool {
	before := upTo(s.Text, m.BodyFrom)
	return m.Listed || partner.MatchString(before) && !(roads.MatchString(before) && belongs.MatchString(before))
}

// othersDocument tells whether a unit stands in the subject of a document that another body issued: it may concern anybody.
func (s *Sentence) othersDocument(m territory.Mention) bool {
	if c, ok := s.Passage.In.(*plan.Citation); ok {
		return s.Passage.Key == "subject" && !s.issuedHere(c.Issuer.Value.Text)
	}
	d, inside := s.documentAt(m)
	return inside && !s.behindSubject(d, phrase.Span{From: m.From, To: m.To}) && m.From >= d.Subject.From && m.From < d.Subject.To && !s.issuedHere(d.Issuer.In(s.Text))
}

// ownNoun is how a document's issuer calls the plan's own unit.
var ownNoun = pattern.Of(`(?i)(?:^|[ ,])(?:xã|phường|đặc khu)$`)

// issuedHere tells whether an issuer may be the plan's own: no other is told, or it is "UBND xã".
func (s *Sentence) issuedHere(issuer string) bool {
	if issuer == "" || ownNoun.MatchString(issuer) {
		return true
	}
	return slices.ContainsFunc(territory.Mentions(issuer, s.here), func(m territory.Mention) bool { return slices.ContainsFunc(m.Units, s.here.Ours) })
}

// documentAt is the document of the sentence in which a unit is named.
func (s *Sentence) documentAt(m territory.Mention) (*phrase.Cited, bool) {
	for _, p := range s.Phrases {
		if p.Kind == phrase.Document && m.From < p.To && p.From < m.To {
			return p.Document, true
		}
	}
	return nil, false
}

// aboutUnit is where a unit lies and what it is today, in brackets; nothing where a name may be one of several.
func aboutUnit(units []*territory.Unit) diag.Words {
	if len(units) != 1 {
		return diag.Words{}
	}
	about := diag.Bare(" (" + units[0].Full())
	for _, today := range units[0].Today() {
		if today != units[0] {
			about = about.Then(diag.Words{VI: "; nay là ", EN: "; now "}).Then(diag.Bare(today.String()))
		}
	}
	return about.Then(diag.Bare(")"))
}
