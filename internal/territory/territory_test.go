package territory_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/territory"
)

// full are the full names of units, sorted, one a line.
func full(units []*territory.Unit) string {
	var names []string
	for _, u := range units {
		names = append(names, u.Full())
	}
	slices.Sort(names)
	return strings.Join(names, "\n")
}

func TestCountsAreThoseOfTheLaw(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		name                           string
		day                            time.Time
		provinces, districts, communes int
		kinds                          map[territory.Kind]int
	}{
		{"before", day(2025, 6, 30), 63, 696, 10035, map[territory.Kind]int{
			territory.CentralCity: 6, territory.Ward: 1726, territory.Township: 617, territory.Commune: 7692}},
		{"from 01/7/2025", day(2025, 7, 1), 34, 0, 3321, map[territory.Kind]int{
			territory.CentralCity: 6, territory.Ward: 687, territory.Commune: 2621, territory.SpecialZone: 13, territory.Township: 0}},
		{"in May 2026, Đồng Nai a city", day(2026, 5, 1), 34, 0, 3321, map[territory.Kind]int{territory.CentralCity: 7, territory.Ward: 697}},
		{"today", day(2026, 11, 24), 34, 0, 3321, map[territory.Kind]int{
			territory.CentralCity: 9, territory.Ward: 709, territory.Commune: 2599, territory.SpecialZone: 13}},
	} {
		levels, kinds := map[territory.Level]int{}, map[territory.Kind]int{}
		for u := range territory.All {
			if u.ExistedOn(c.day) {
				levels[u.Kind.Level()]++
				kinds[u.Kind]++
			}
		}
		if levels[territory.ProvinceLevel] != c.provinces || levels[territory.DistrictLevel] != c.districts || levels[territory.CommuneLevel] != c.communes {
			t.Errorf("%s: %v", c.name, levels)
		}
		for kind, want := range c.kinds {
			if kinds[kind] != want {
				t.Errorf("%s: %d of kind %s, want %d", c.name, kinds[kind], kind.Noun(), want)
			}
		}
	}
}

func TestWhatBecameOfAUnit(t *testing.T) {
	for _, c := range []struct {
		kind   territory.Kind
		name   string
		within string // the name of a unit it lies in
		before string
		today  string
	}{
		{territory.Commune, "Sơn Màu", "Sơn Tây", "xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi", "xã Sơn Tây Hạ, tỉnh Quảng Ngãi"},
		{territory.Commune, "Sơn Tân", "Sơn Tây", "xã Sơn Tân, huyện Sơn Tây, tỉnh Quảng Ngãi", "xã Sơn Tây, tỉnh Quảng Ngãi"},
		{territory.Township, "Di Lăng", "", "thị trấn Di Lăng, huyện Sơn Hà, tỉnh Quảng Ngãi", "xã Sơn Hà, tỉnh Quảng Ngãi"},
		{territory.Province, "Kon Tum", "", "tỉnh Kon Tum", "tỉnh Quảng Ngãi"},
		{territory.RuralDistrict, "Lý Sơn", "", "huyện Lý Sơn, tỉnh Quảng Ngãi", "đặc khu Lý Sơn, tỉnh Quảng Ngãi"},
		{territory.RuralDistrict, "Phú Quý", "", "huyện Phú Quí, tỉnh Bình Thuận", "đặc khu Phú Quý, tỉnh Lâm Đồng"},
		{territory.RuralDistrict, "Sơn Hà", "", "huyện Sơn Hà, tỉnh Quảng Ngãi", ""},
		{territory.Town, "Đức Phổ", "", "thị xã Đức Phổ, tỉnh Quảng Ngãi", ""},
		{territory.ProvincialCity, "Phan Rang - Tháp Chàm", "", "thành phố Phan Rang - Tháp Chàm, tỉnh Ninh Thuận", ""},
		{territory.UrbanDistrict, "1", "", "Quận 1, Thành phố Hồ Chí Minh", ""},
		{territory.Ward, "Kim Mã", "", "phường Kim Mã, quận Ba Đình, thành phố Hà Nội",
			"phường Ba Đình, thành phố Hà Nội\nphường Giảng Võ, thành phố Hà Nội\nphường Ngọc Hà, thành phố Hà Nội"},
		{territory.Township, "Lộc Ninh", "", "thị trấn Lộc Ninh, huyện Lộc Ninh, tỉnh Bình Phước", "phường Lộc Ninh, thành phố Đồng Nai"},
		{territory.Commune, "Lộc Ninh", "Đồng Nai", "xã Lộc Ninh, tỉnh Đồng Nai", "phường Lộc Ninh, thành phố Đồng Nai"},
		{territory.Province, "Quảng Ninh", "", "tỉnh Quảng Ninh", "thành phố Quảng Ninh"},
		{territory.CentralCity, "Huế", "", "thành phố Huế", "thành phố Huế"},
	} {
		var units []*territory.Unit
		for _, u := range territory.Find(c.kind, c.name) {
			p := u.Parent
			for p != nil && p.Name != c.within {
				p = p.Parent
			}
			if (c.within == "" || p != nil) && (!u.Exists() || len(u.Predecessors()) == 0) {
				units = append(units, u)
			}
		}
		if full(units) != c.before {
			t.Errorf("%s %s within %q: found\n%s\nwant\n%s", c.kind.Noun(), c.name, c.within, full(units), c.before)
			continue
		}
		if got := full(units[0].Today()); got != c.today {
			t.Errorf("%s is today\n%s\nwant\n%s", c.before, got, c.today)
		}
	}
}

func TestEveryCommuneOfBeforeBecameAUnitOfToday(t *testing.T) {
	for u := range territory.All {
		switch {
		case u.Kind.Level() == territory.DistrictLevel:
		case len(u.Today()) == 0:
			t.Errorf("nothing became of %s", u.Full())
		case u.Exists() && u.Kind.Level() == territory.CommuneLevel && len(u.Predecessors()) == 0:
			t.Errorf("%s came from nothing", u.Full())
		case u.Ended != nil && (u.Ended.By == "" || u.Ended.On.Before(u.Ended.Issued.AddDate(0, 0, -1))):
			t.Errorf("%s ended by %+v", u.Full(), u.Ended)
		}
		for _, n := range u.Successors() {
			if !slices.Contains(n.Predecessors(), u) || n.Began == nil {
				t.Errorf("%s became %s, which does not say so", u.Full(), n.Full())
			}
		}
	}
}

func TestNamesAreFoundInEverySpelling(t *testing.T) {
	for _, c := range []struct {
		kind          territory.Kind
		written, name string
	}{
		{territory.Commune, "HOÀ BÌNH", "Hòa Bình"},
		{territory.Commune, "Giao Thuỷ", "Giao Thủy"},
		{territory.RuralDistrict, "Phú Quý", "Phú Quí"},
		{territory.RuralDistrict, "Ia H’Drai", "Ia H'Drai"},
		{territory.Commune, "M'Đrắk", ""},
		{territory.Commune, "m’drắk", "M'Drắk"},
		{territory.Commune, "Đăk R'măng", "Đắk R'Măng"},
		{territory.Ward, "012", "12"},
		{territory.ProvincialCity, "Phan Rang–Tháp Chàm", "Phan Rang - Tháp Chàm"},
		{territory.Commune, "So\u031bn Ma\u0300u", "Sơn Màu"},
		{territory.Commune, "Sơn Mau", ""},
		{territory.Commune, "Sơn", ""},
		{territory.Commune, "", ""},
		{territory.Commune, "\xff", ""},
		{territory.Ward, "Sơn Màu", ""},
	} {
		found := territory.Find(c.kind, c.written)
		if c.name == "" && len(found) > 0 || c.name != "" && (len(found) == 0 || found[0].Name != c.name) {
			t.Errorf("%q: %s, want %q", c.written, full(found), c.name)
		}
	}
}

func TestFindNarrowsByTheUnitsAround(t *testing.T) {
	one := func(kind territory.Kind, name string) *territory.Unit { return territory.Find(kind, name)[0] }
	kontum := one(territory.Province, "Kon Tum")
	all, some := territory.Find(territory.Commune, "Sơn Tây"), territory.Find(territory.Commune, "Sơn Tây", kontum)
	if len(all) < 2 || full(some) != "xã Sơn Tây, tỉnh Quảng Ngãi" {
		t.Errorf("%d, of them in what Kon Tum became:\n%s", len(all), full(some))
	}
	if got := territory.Find(territory.Commune, "Sơn Màu", kontum); len(got) > 0 {
		t.Errorf("in Kon Tum: %s", full(got))
	}
}
