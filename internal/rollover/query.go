package rollover

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/territory"
)

// query is what a person would look for instead of a document of a year: that of the new year, from the body that issues such today.
func (d *drafter) query(doc document, of int) string {
	subject := d.movedSubject(doc.subject, of)
	words := []string{doc.kind}
	for _, part := range []string{doc.connector, d.withoutDistrict(subject)} {
		if part != "" {
			words = append(words, part)
		}
	}
	if issuer := d.issuerToday(doc.issuer); issuer != "" {
		words = append(words, "của", issuer)
	}
	return strings.Join(words, " ")
}

// movedSubject is the subject of a document of a year as that of the new year's has it.
func (d *drafter) movedSubject(subject string, of int) string {
	for _, f := range slices.Backward(phrase.Find(subject)) {
		if year := calledSo(f.Name.In(subject), of); f.Kind == phrase.LunarYear && year > 0 {
			subject = subject[:f.Name.From] + lunarName(year+d.to-of) + subject[f.Name.To:]
		}
	}
	return digits.ReplaceAllStringFunc(subject, func(year string) string {
		if n, _ := strconv.Atoi(year); n >= of-1 && n <= of+1 { // last year's results, this year's tasks, and what is prepared for the next one
			return strconv.Itoa(n + d.to - of)
		}
		return year
	})
}

// partyCommittees are the words for a Party committee of the district.
var partyCommittees = []string{"Huyện ủy", "Huyện uỷ", "Quận ủy", "Quận uỷ", "Thị ủy", "Thị uỷ"}

// issuerToday is the body that issues today what a body of then issued: the province's for a district's, which is no more.
func (d *drafter) issuerToday(issuer string) string {
	if d.where.Home == nil {
		return issuer
	}
	for _, m := range territory.Mentions(issuer, d.where) {
		if m.Kind.Level() != territory.DistrictLevel {
			continue
		}
		for _, province := range d.where.Home.Province().Today() {
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
	for _, m := range territory.Mentions(subject, d.where) {
		if m.Kind.Level() == territory.DistrictLevel && m.To == len(subject) {
			return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(subject[:m.BodyFrom]), "trên địa bàn"))
		}
	}
	return subject
}
