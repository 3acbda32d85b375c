package territory_test

import (
	"testing"
	"time"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/territory"
)

func FuzzMentionsLieInTheTextAndEditsApply(f *testing.F) {
	for _, seed := range []string{
		"UBND xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi", "XÃ SƠN MÀU", "các xã Sơn Tân, Sơn Màu và Sơn Long", "Phường 03, Q. 5, TP.HCM",
		"Huyện ủy, Phòng Nội vụ huyện Ia H'Drai", "thị xã thị trấn huyện", "xa\u0303 So\u031bn Ma\u0300u", "TT. \xffĐi", "\u0301\u0302 xã \u0302", "xã", "xã ",
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	home := territory.Find(territory.Commune, "Sơn Màu")[0]
	f.Fuzz(func(t *testing.T, text string, known bool) {
		var context territory.Context
		if known {
			context = territory.Context{Home: home, On: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}
		}
		end := 0
		for _, m := range territory.Mentions(text, context) {
			if m.BodyFrom < end || m.From < m.BodyFrom || m.NameFrom < m.From || m.To < m.NameFrom || m.To > len(text) || m.From == m.To {
				t.Fatalf("%q: %+v", text, m)
			}
			if text[m.NameFrom:m.To] != m.Name || m.Body != "" && text[m.BodyFrom:m.BodyFrom+len(m.Body)] != m.Body {
				t.Fatalf("%q: %+v", text, m)
			}
			if m.Kind == 0 || m.Narrows && len(m.Units) == 0 {
				t.Fatalf("%q: %+v", text, m)
			}
			end = m.To
		}
		end = 0
		for _, e := range territory.Renamed(text, context) {
			if e.From < end || e.To <= e.From || e.To > len(text) || e.Was == nil || e.Was.Exists() || e.Is != nil && !e.Is.Exists() {
				t.Fatalf("%q: %+v", text, e)
			}
			end = e.To
		}
		if renamed := apply(text, territory.Renamed(text, context)); utf8.ValidString(text) && !utf8.ValidString(renamed) {
			t.Fatalf("%q became %q", text, renamed)
		}
	})
}
