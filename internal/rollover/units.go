package rollover

import (
	"slices"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/vi"
)

// A whereabouts is the unit whose plan it is.
type whereabouts struct {
	home    *territory.Unit // nil when the agency's name names none, or one of several
	context territory.Context
}

// whereaboutsOf finds the unit in the agency's name; where several bear it, the names that the plan mentions tell which.
func whereaboutsOf(p *plan.Plan) whereabouts {
	if len(p.Issuers) == 0 {
		return whereabouts{}
	}
	var w whereabouts
	for _, m := range territory.Mentions(p.Issuers[0].Name.Value.Text, territory.Context{}) {
		if m.Name == "" {
			continue
		}
		units := m.Units
		if len(units) > 1 {
			units = mentionedTogether(units, p.File.Text)
		}
		if len(units) == 1 {
			w.home = units[0]
			w.context.Home = w.home
		}
		break
	}
	return w
}

// mentionedTogether are the units that lie in a district or province which a text names.
func mentionedTogether(units []*territory.Unit, text string) []*territory.Unit {
	return slices.DeleteFunc(slices.Clone(units), func(u *territory.Unit) bool {
		for above := u.Parent; above != nil; above = above.Parent {
			if strings.Contains(text, above.String()) {
				return false
			}
		}
		return true
	})
}

// ours tells whether a unit is the plan's own: the one that issues it, what that became, or what it was made from.
func (w whereabouts) ours(u *territory.Unit) bool {
	return u == w.home || slices.Contains(w.home.Today(), u) || slices.Contains(w.home.Predecessors(), u)
}

// above tells whether the plan's own unit lies, or lay, in u.
func (w whereabouts) above(u *territory.Unit) bool {
	for _, own := range append([]*territory.Unit{w.home}, append(w.home.Today(), w.home.Predecessors()...)...) {
		for p := own.Parent; p != nil; p = p.Parent {
			if p == u || slices.Contains(p.Today(), u) {
				return true
			}
		}
	}
	return false
}

// units files the units and bodies that a sentence names outside of documents, and gives the stretches it looked at.
func (s sentence) units(found []phrase.Phrase) []phrase.Span {
	var taken []phrase.Span
	mentions := territory.Mentions(s.line.Text, s.where.context)
	for i, m := range mentions {
		at := phrase.Span{From: m.BodyFrom, To: m.To}
		if insideDocument(at, found) {
			continue
		}
		taken = append(taken, at)
		if !m.Narrows {
			s.unit(m, phrase.Span{From: m.BodyFrom, To: chainEnd(mentions[i:])})
		}
	}
	return taken
}

// chainEnd is where a name ends with those that say where it lies: "xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi".
func chainEnd(mentions []territory.Mention) int {
	end := mentions[0].To
	for _, m := range mentions[1:] {
		if !m.Narrows {
			break
		}
		end = m.To
	}
	return end
}

// unit judges one unit that a sentence names.
func (s sentence) unit(m territory.Mention, chain phrase.Span) {
	switch {
	case m.Kind.Level() == territory.DistrictLevel:
		s.entry(district, Decide, phrase.Span{From: m.BodyFrom, To: m.To}, "")
	case m.Name == "" || s.where.home == nil:
	case slices.ContainsFunc(m.Units, s.where.ours):
		s.own(m, chain)
	case m.Kind.Level() == territory.CommuneLevel:
		s.other(m)
	case !slices.ContainsFunc(m.Units, s.where.above):
		s.other(m)
	default:
		s.own(m, chain)
	}
}

// own is a name of the plan's own unit, or of one above it: is it still called so?
func (s sentence) own(m territory.Mention, chain phrase.Span) {
	if m.Standing() != territory.Former {
		return
	}
	former := m.Units[0]
	today := former.Today()
	if len(today) == 0 || former.Ended == nil {
		return
	}
	since := vi.ShortDate(former.Ended.On.Day(), int(former.Ended.On.Month()), former.Ended.On.Year())
	proposed := ""
	if edits := territory.Renamed(chain.In(s.line.Text), s.where.context); len(edits) > 0 {
		proposed = applied(chain.In(s.line.Text), edits)
	}
	if s.mergers && proposed != "" {
		s.entry(mergedName, Moved, chain, proposed, "since", since)
		return
	}
	s.entry(merged, Decide, chain, proposed, "unit", former.String(), "since", since)
}

// applied is a text with edits made, which come in order.
func applied(text string, edits []territory.Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.From])
		b.WriteString(e.New)
		at = e.To
	}
	return b.String() + text[at:]
}

// citedUnits files the units in the issuer or the subject of a document: names of that day stay, another commune's is looked at.
func (s sentence) citedUnits(doc document) {
	for _, m := range territory.Mentions(s.line.Text, s.where.context) {
		at := phrase.Span{From: m.BodyFrom, To: m.To}
		switch {
		case m.Kind.Level() == territory.DistrictLevel && !m.Narrows && doc.year > 2025:
			s.entry(district, Decide, at, "")
		case m.Kind.Level() == territory.DistrictLevel && !m.Narrows:
			s.entry(citedDistrict, Untouched, at, "")
		case m.Name == "" || s.where.home == nil || m.Kind.Level() != territory.CommuneLevel:
		case !slices.ContainsFunc(m.Units, s.where.ours):
			s.other(m)
		}
	}
}

// other is a unit that is neither the plan's nor above it.
func (s sentence) other(m territory.Mention) {
	at := phrase.Span{From: m.From, To: m.To}
	about := diag.Words{}
	if len(m.Units) == 1 {
		unit := m.Units[0]
		about = both(" (" + unit.Full())
		for _, today := range unit.Today() {
			if today != unit {
				about = about.Then(diag.Words{VI: "; nay là ", EN: "; now "}).Then(both(today.String()))
			}
		}
		about = about.Then(both(")"))
	}
	s.entry(otherUnit.Saying("about", about), Decide, at, "", "unit", at.In(s.line.Text))
}

// partyCommittees are the words for a Party committee of the district.
var partyCommittees = []string{"Huyện ủy", "Huyện uỷ", "Quận ủy", "Quận uỷ", "Thị ủy", "Thị uỷ"}

// issuerToday is the body that issues today what a body of then issued: the province's for a district's, which is no more.
func (d *drafter) issuerToday(issuer string) string {
	if d.where.home == nil {
		return issuer
	}
	for _, m := range territory.Mentions(issuer, d.where.context) {
		if m.Kind.Level() != territory.DistrictLevel {
			continue
		}
		for _, province := range d.where.home.Province().Today() {
			if slices.ContainsFunc(partyCommittees, func(c string) bool { return strings.Contains(issuer, c) }) {
				return map[territory.Kind]string{territory.Province: "Tỉnh ủy ", territory.CentralCity: "Thành ủy "}[province.Kind] + province.Name
			}
			return "UBND " + province.String()
		}
	}
	return issuer
}

// withoutDistrict is a subject without the district that it ends in: "… năm 2024 huyện Sơn Tây".
func (d *drafter) withoutDistrict(subject string) string {
	for _, m := range territory.Mentions(subject, d.where.context) {
		if m.Kind.Level() == territory.DistrictLevel && m.To == len(subject) {
			return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(subject[:m.BodyFrom]), "trên địa bàn"))
		}
	}
	return subject
}
