package rollover

import (
	"slices"
	"strings"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/vi"
)

// units files the units and bodies that a sentence names outside of documents, and gives the stretches it looked at.
func (s sentence) units(found []phrase.Phrase) []phrase.Span {
	var taken []phrase.Span
	mentions := territory.Mentions(s.line.Text, s.where)
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
	case m.Name == "" || s.where.Home == nil:
	case slices.ContainsFunc(m.Units, s.where.Ours):
		s.own(m, chain)
	case m.Kind.Level() == territory.CommuneLevel:
		s.other(m)
	case !slices.ContainsFunc(m.Units, s.where.Above):
		if m.Standing() != territory.Current { // another province is neither the plan's nor does it change
			s.other(m)
		}
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
	since := dayShown(former.Ended.On)
	proposed := ""
	if edits := territory.Renamed(chain.In(s.line.Text), s.where); len(edits) > 0 {
		proposed = applied(chain.In(s.line.Text), edits)
	}
	if s.mergers && proposed != "" {
		s.entry(mergedName, Moved, chain, proposed, "since", since)
		return
	}
	s.entry(merged.Saying("today", todayWords(today)), Decide, chain, proposed, "unit", former.String(), "since", since)
}

func dayShown(on time.Time) string { return vi.ShortDate(on.Day(), int(on.Month()), on.Year()) }

// todayWords name the units of today among which a former one was divided; nothing where one took it whole.
func todayWords(today []*territory.Unit) diag.Words {
	if len(today) < 2 {
		return diag.Words{}
	}
	var names []string
	for _, u := range today {
		names = append(names, u.String())
	}
	return diag.Words{VI: "; địa bàn nay thuộc ", EN: "; its area is now in "}.Then(diag.Bare(strings.Join(names, ", ")))
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

// citedUnits files the units that a document names within a stretch of the sentence: names of that day stay, another commune's is
// looked at.
func (s sentence) citedUnits(doc document, within phrase.Span) {
	for _, m := range territory.Mentions(s.line.Text, s.where) {
		at := phrase.Span{From: m.BodyFrom, To: m.To}
		switch {
		case at.From < within.From || at.To > within.To:
		case m.Kind.Level() == territory.DistrictLevel && !m.Narrows && doc.day.Year > 2025:
			s.entry(district, Decide, at, "")
		case m.Kind.Level() == territory.DistrictLevel && !m.Narrows:
			s.entry(citedDistrict, Untouched, at, "")
		case m.Name == "" || s.where.Home == nil || m.Kind.Level() != territory.CommuneLevel:
		case !slices.ContainsFunc(m.Units, s.where.Ours):
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
		about = diag.Bare(" (" + unit.Full())
		for _, today := range unit.Today() {
			if today != unit {
				about = about.Then(diag.Words{VI: "; nay là ", EN: "; now "}).Then(diag.Bare(today.String()))
			}
		}
		about = about.Then(diag.Bare(")"))
	}
	s.entry(otherUnit.Saying("about", about), Decide, at, "", "unit", at.In(s.line.Text))
}
