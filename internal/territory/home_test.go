package territory_test

import (
	"testing"

	"github.com/kehoach/kehoach/internal/territory"
)

func TestTheHomeOfAPlanIsFoundInItsAgencysName(t *testing.T) {
	for _, c := range []struct{ agency, text, want string }{
		{"Ủy ban nhân dân xã Sơn Tây Hạ", "", "xã Sơn Tây Hạ, tỉnh Quảng Ngãi"},
		{"Ủy ban nhân dân xã Sơn Màu", "báo cáo UBND huyện Sơn Tây", "xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi"},
		{"Ủy ban nhân dân xã Tân Lập", "", ""},                                            // several bear it, and nothing tells which
		{"Ủy ban nhân dân xã Ba Vì", "gửi UBND huyện Ba Tơ", "xã Ba Vì, tỉnh Quảng Ngãi"}, // what it was made from bore the name too
		{"Ủy ban nhân dân xã Ba Vì", "UBND TỈNH QUẢNG NGÃI", "xã Ba Vì, tỉnh Quảng Ngãi"},
		{"Ủy ban nhân dân xã Ba Vì", "Cuộc thi của thành phố Hà Nội", "xã Ba Vì, thành phố Hà Nội"},
		{"Ủy ban nhân dân xã Bình Minh", "huyện Khoái Châu, tỉnh Hưng Yên", "xã Bình Minh, huyện Khoái Châu, tỉnh Hưng Yên"},
		{"Ủy ban nhân dân xã Bình Minh", "tỉnh Quảng Ngãi", "xã Bình Minh, tỉnh Quảng Ngãi"},
		{"Ủy ban nhân dân xã Ba Vì", "", ""},
		{"Trường Trung học cơ sở", "", ""},
	} {
		got := ""
		if home := territory.HomeOf(c.agency, c.text); home != nil {
			got = home.Full()
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.agency, got, c.want)
		}
	}
}

func TestWhatAUnitCameFromIsItsOwnAndWhatItLiesInIsAbove(t *testing.T) {
	here := territory.Context{Home: territory.HomeOf("xã Sơn Tây Hạ", "")}
	for name, want := range map[string]struct{ ours, above bool }{
		"xã Sơn Màu": {true, false}, "xã Sơn Tây Hạ": {true, false}, "xã Sơn Tân": {false, false}, "huyện Sơn Tây": {false, true},
		"tỉnh Quảng Ngãi": {false, true}, "tỉnh Gia Lai": {false, false},
	} {
		m := territory.Mentions(name, here)
		if len(m) != 1 || len(m[0].Units) == 0 {
			t.Fatal(name, m)
		}
		if u := m[0].Units[0]; here.Ours(u) != want.ours || here.Above(u) != want.above {
			t.Errorf("%s: ours %v, above %v", name, here.Ours(u), here.Above(u))
		}
	}
}
