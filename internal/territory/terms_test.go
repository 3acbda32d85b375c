package territory_test

import (
	"testing"

	"github.com/kehoach/kehoach/internal/territory"
)

func TestTermsFollowTheKindOfCommune(t *testing.T) {
	for _, c := range []struct {
		kind                  territory.Kind
		name                  string
		unit, hamlet, economy string
	}{
		{territory.Commune, "Sơn Tây Hạ", "xã", "thôn", "Phòng Kinh tế"},
		{territory.Ward, "Nghĩa Lộ", "phường", "tổ dân phố", "Phòng Kinh tế, Hạ tầng và Đô thị"},
		{territory.SpecialZone, "Lý Sơn", "đặc khu", "thôn", "Phòng Kinh tế"},
		{territory.SpecialZone, "Phú Quốc", "đặc khu", "thôn", "Phòng Kinh tế, Hạ tầng và Đô thị"},
	} {
		terms := territory.Find(c.kind, c.name)[0].Terms()
		if terms[territory.Noun] != c.unit || terms[territory.Hamlet] != c.hamlet || terms[territory.EconomyOffice] != c.economy ||
			terms[territory.Committee] != "UBND "+c.unit || len(terms) != 9 {
			t.Errorf("%s: %v", c.name, terms)
		}
		terms[territory.Hamlet] = "khóm" // an agency's own word
		if again := territory.Terms(c.kind); again[territory.Hamlet] != c.hamlet {
			t.Errorf("%s: the agency's word went into the table", c.name)
		}
	}
	for _, kind := range []territory.Kind{territory.Township, territory.RuralDistrict, territory.Province} {
		if territory.Terms(kind) != nil {
			t.Errorf("%s has terms", kind.Noun())
		}
	}
}

func TestSplitPartsTheNounFromTheName(t *testing.T) {
	for _, c := range []struct {
		full string
		kind territory.Kind
		name string
	}{
		{"xã Sơn Tây Hạ", territory.Commune, "Sơn Tây Hạ"},
		{"  Xã  Sơn Tây Hạ ", territory.Commune, "Sơn Tây Hạ"},
		{"ĐẶC KHU LÝ SƠN", territory.SpecialZone, "LÝ SƠN"},
		{"Thị xã Sơn Tây", territory.Town, "Sơn Tây"},
		{"TP. Hồ Chí Minh", territory.CentralCity, "Hồ Chí Minh"},
		{"P.12", territory.Ward, "12"},
		{"Sơn Tây Hạ", 0, "Sơn Tây Hạ"},
		{"xã", 0, "xã"},
		{"(xã Sơn Tây)", 0, "(xã Sơn Tây)"},
		{"", 0, ""},
	} {
		if kind, name := territory.Split(c.full); kind != c.kind || name != c.name {
			t.Errorf("%q: %d, %q", c.full, kind, name)
		}
	}
}

func TestKindOfReadsNounsAndTheirSlugs(t *testing.T) {
	for word, want := range map[string]territory.Kind{
		"xa": territory.Commune, "Phường": territory.Ward, "dac-khu": territory.SpecialZone, "THỊ TRẤN": territory.Township,
		"huyen": territory.RuralDistrict, "tỉnh": territory.Province, "thanh-pho": territory.CentralCity, "bo": 0, "": 0,
	} {
		if kind, ok := territory.KindOf(word); kind != want || ok != (want != 0) {
			t.Errorf("%q: %d, %t", word, kind, ok)
		}
	}
}

func TestAKindKnowsItsNounLevelAndWhetherItIsOfToday(t *testing.T) {
	for _, c := range []struct {
		kind        territory.Kind
		noun, short string
		level       territory.Level
		today       bool
	}{
		{territory.Province, "tỉnh", "T.", territory.ProvinceLevel, true},
		{territory.CentralCity, "thành phố", "TP.", territory.ProvinceLevel, true},
		{territory.Town, "thị xã", "TX.", territory.DistrictLevel, false},
		{territory.ProvincialCity, "thành phố", "TP.", territory.DistrictLevel, false},
		{territory.Township, "thị trấn", "TT.", territory.CommuneLevel, false},
		{territory.SpecialZone, "đặc khu", "ĐK.", territory.CommuneLevel, true},
	} {
		if k := c.kind; k.Noun() != c.noun || k.Short() != c.short || k.Level() != c.level || k.OfToday() != c.today {
			t.Errorf("%s: %s, %d, %t", k.Noun(), k.Short(), k.Level(), k.OfToday())
		}
	}
}
