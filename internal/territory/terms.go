package territory

import (
	"strings"

	"github.com/kehoach/kehoach/internal/vi"
)

// A Term is a thing in a plan that is called differently by the kind of commune. Its value is its id.
type Term string

const (
	Noun           Term = "unit"            // xã, phường, đặc khu
	Hamlet         Term = "hamlet"          // what lies below: thôn, tổ dân phố
	HamletHead     Term = "hamlet-head"     // its head: trưởng thôn, tổ trưởng tổ dân phố
	Office         Term = "office"          // Văn phòng HĐND và UBND
	EconomyOffice  Term = "economy-office"  // Phòng Kinh tế, or with Hạ tầng và Đô thị
	CultureOffice  Term = "culture-office"  // Phòng Văn hóa - Xã hội
	ServiceCentre  Term = "service-centre"  // Trung tâm Phục vụ hành chính công
	PeoplesCouncil Term = "peoples-council" // HĐND xã
	Committee      Term = "committee"       // UBND xã
)

const (
	economy      = "Phòng Kinh tế"
	urbanEconomy = "Phòng Kinh tế, Hạ tầng và Đô thị"
)

// Terms are the words for a kind of commune, a new map at each call, for an agency's own words to be put over. The offices are those
// of Nghị định 150/2025/NĐ-CP as the press reported it, thôn and tổ dân phố those of the law of 2025 (docs/decisions/0016-territory.md).
// Nil for kinds that are none of today's communes.
func Terms(kind Kind) map[Term]string {
	if !kind.OfToday() || kind.Level() != CommuneLevel {
		return nil
	}
	noun := kind.Noun()
	terms := map[Term]string{
		Noun:           noun,
		Hamlet:         "thôn",
		HamletHead:     "trưởng thôn",
		Office:         "Văn phòng HĐND và UBND",
		EconomyOffice:  economy,
		CultureOffice:  "Phòng Văn hóa - Xã hội",
		ServiceCentre:  "Trung tâm Phục vụ hành chính công",
		PeoplesCouncil: "HĐND " + noun,
		Committee:      "UBND " + noun,
	}
	if kind == Ward {
		terms[Hamlet], terms[HamletHead], terms[EconomyOffice] = "tổ dân phố", "tổ trưởng tổ dân phố", urbanEconomy
	}
	return terms
}

// Terms are the words for u: those of its kind, but for đặc khu Phú Quốc, whose office for the economy is called as a phường's.
func (u *Unit) Terms() map[Term]string {
	terms := Terms(u.Kind)
	if u.Kind == SpecialZone && u.Name == "Phú Quốc" {
		terms[EconomyOffice] = urbanEconomy
	}
	return terms
}

// Split parts a unit's name from its noun: "Xã Sơn Tây Hạ", "xã  Sơn Tây Hạ" and "XÃ SƠN TÂY HẠ" are Commune and what follows. Kind 0
// where no noun stands; CentralCity for every thành phố.
func Split(full string) (Kind, string) {
	s := scanner{words: cut(full), vocabulary: lexicon()}
	if len(s.list) == 0 || strings.TrimSpace(full[:s.list[0].from]) != "" {
		return 0, strings.TrimSpace(full)
	}
	if n, ok := s.noun(0); ok && !n.committee && n.to < len(s.list) {
		return n.kinds[0], strings.TrimSpace(full[s.list[n.to].from:])
	}
	return 0, strings.TrimSpace(full)
}

// KindOf is the kind that a word means: a noun, or its slug as plans have it ("dac-khu"). CentralCity for thành phố.
func KindOf(word string) (Kind, bool) {
	slug := vi.Slug(word)
	for kind := Province; int(kind) < len(kinds); kind++ {
		if vi.Slug(kind.Noun()) == slug {
			return kind, true
		}
	}
	return 0, false
}
