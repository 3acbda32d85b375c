package territory_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/territory"
)

// apply makes the edits.
func apply(text string, edits []territory.Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.From])
		b.WriteString(e.New)
		at = e.To
	}
	return b.String() + text[at:]
}

func TestRenamedWritesTodaysNamesWhereTheyAreCertain(t *testing.T) {
	then := territory.Context{Home: home(t, "Sơn Màu"), On: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}
	nowhere := territory.Context{}
	for _, c := range []struct {
		text    string
		context territory.Context
		want    string // empty: stays
	}{
		{"xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi", nowhere, "xã Sơn Tây Hạ, tỉnh Quảng Ngãi"},
		{"UBND xã Sơn Màu", then, "UBND xã Sơn Tây Hạ"},
		{"ỦY BAN NHÂN DÂN\nXÃ SƠN MÀU", then, "ỦY BAN NHÂN DÂN\nXÃ SƠN TÂY HẠ"},
		{"Xã Sơn Màu có 4 thôn. Xã Sơn Tân cũng vậy.", then, "Xã Sơn Tây Hạ có 4 thôn. Xã Sơn Tây cũng vậy."},
		{"xã SƠN MÀU", then, "xã SƠN TÂY HẠ"},
		{"xã Sơn Màu thuộc huyện Sơn Tây được chọn", nowhere, "xã Sơn Tây Hạ được chọn"},
		{"xã Sơn Màu, Sơn Tây, Quảng Ngãi", nowhere, "xã Sơn Tây Hạ, Quảng Ngãi"},
		{"thị trấn Di Lăng, huyện Sơn Hà", nowhere, "xã Sơn Hà"},
		{"THỊ TRẤN DI LĂNG", nowhere, "XÃ SƠN HÀ"},
		{"TT. Di Lăng", nowhere, "xã Sơn Hà"},
		{"tỉnh Kon Tum và tỉnh Bình Phước", nowhere, "tỉnh Quảng Ngãi và thành phố Đồng Nai"},
		{"Tỉnh ủy Kon Tum", nowhere, "Tỉnh ủy Quảng Ngãi"},
		{"UBND huyện Lý Sơn", nowhere, "UBND đặc khu Lý Sơn"},
		{"xã Đắk Xú, huyện Ngọc Hồi, tỉnh Kon Tum", nowhere, "xã Bờ Y, tỉnh Quảng Ngãi"},
		{"các xã Sơn Tân, Sơn Màu, huyện Sơn Tây", nowhere, "các xã Sơn Tây, Sơn Tây Hạ"},
		{"Phường 12, Quận 10, Thành phố Hồ Chí Minh", nowhere, "Phường Hòa Hưng, Thành phố Hồ Chí Minh"},
		{"tại Phường 12, Quận 10", nowhere, "tại phường Hòa Hưng"},
		{"xã Lộc Ninh, tỉnh Đồng Nai", territory.Context{On: time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC)}, "phường Lộc Ninh, thành phố Đồng Nai"},

		{"xã Sơn Bua (huyện Sơn Tây)", nowhere, "xã Sơn Tây Thượng"},
		{"xã Sơn Bua (huyện Sơn Tây, tỉnh Quảng Ngãi)", nowhere, "xã Sơn Tây Thượng (tỉnh Quảng Ngãi)"},
		{"xã Sơn Bua (huyện Sơn Tây cũ)", nowhere, ""},
		{"tỉnh Thừa Thiên Huế", nowhere, "thành phố Huế"},
		{"xã Sơn Màu; UBND xã Sơn Màu", then, "xã Sơn Tây Hạ; UBND xã Sơn Tây Hạ"},
		{"từ xã Sơn Màu đi xã Sơn Tinh", then, ""},
		{"xã Sơn Tây Hạ (trước đây là xã Sơn Màu)", then, ""},
		{"xã Sơn Tây Hạ gồm xã Sơn Màu", nowhere, ""},
		{"địa bàn xã Sơn Màu cũ", then, ""},
		{"sau khi sáp nhập xã Sơn Màu", then, ""},
		{"tỉnh Quảng Ngãi và tỉnh Kon Tum", nowhere, ""},

		{"xã Sơn Tây Hạ, tỉnh Quảng Ngãi", nowhere, ""},
		{"xã Sơn Tây và xã Sơn Tây Hạ", territory.Context{Home: home(t, "Sơn Tây Hạ")}, ""},
		{"tỉnh Quảng Ngãi", then, ""},
		{"UBND huyện Sơn Tây, tỉnh Quảng Ngãi", then, ""},
		{"Huyện ủy Lý Sơn, Phòng Nội vụ huyện Lý Sơn", nowhere, ""},
		{"Tỉnh ủy Quảng Ninh", territory.Context{On: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}, ""},
		{"phường Kim Mã, quận Ba Đình, thành phố Hà Nội", nowhere, ""},
		{"xã Tân Lập", nowhere, ""},
		{"xã Sơn Màu và xã Sơn Tinh", then, ""},
		{"các xã Sơn Màu, Sơn Tinh, huyện Sơn Tây", then, ""},
		{"XÃ SƠN TÂN TIẾN", then, ""},
		{"xã Sơn Màu Đỏ", then, ""},
		{"", then, ""},
	} {
		if c.want == "" {
			c.want = c.text
		}
		if got := apply(c.text, territory.Renamed(c.text, c.context)); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAnEditSaysWhy(t *testing.T) {
	edits := territory.Renamed("xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi", territory.Context{})
	var why []string
	for _, e := range edits {
		why = append(why, e.Why(diag.Vietnamese), e.Why(diag.English))
	}
	want := []string{
		"xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi nay là xã Sơn Tây Hạ, tỉnh Quảng Ngãi từ ngày 01/7/2025 (Nghị quyết số 1677/NQ-UBTVQH15)",
		"xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi has been xã Sơn Tây Hạ, tỉnh Quảng Ngãi since 01/7/2025 (resolution 1677/NQ-UBTVQH15)",
		"huyện Sơn Tây, tỉnh Quảng Ngãi: cấp huyện kết thúc từ ngày 01/7/2025 (Nghị quyết số 203/2025/QH15)",
		"huyện Sơn Tây, tỉnh Quảng Ngãi: the district level ended on 01/7/2025 (resolution 203/2025/QH15)",
	}
	if strings.Join(why, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(why, "\n"))
	}
}

func TestEveryUnitIsFoundByItsFullNameAndRenamedToWhatItBecame(t *testing.T) {
	differ := 0
	for u := range territory.All {
		for _, text := range []string{u.Full(), strings.ToUpper(u.Full())} {
			mentions := territory.Mentions(text, territory.Context{})
			levels := strings.Count(u.Full(), ", ") + 1
			if len(mentions) != levels || !slices.Contains(mentions[0].Units, u) {
				t.Errorf("%s: %+v", text, mentions)
				continue
			}
			today := map[string]bool{}
			for _, meant := range mentions[0].Units {
				for _, n := range meant.Today() {
					today[n.Full()] = true
				}
				if len(meant.Today()) == 0 {
					today[text] = true
				}
			}
			want := text
			if len(today) == 1 {
				for want = range today {
				}
			}
			got := apply(text, territory.Renamed(text, territory.Context{}))
			if !strings.EqualFold(got, want) {
				if differ++; differ < 20 {
					t.Errorf("%s: %s, want %s", text, got, want)
				}
			}
		}
	}
}
