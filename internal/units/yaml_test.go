package units_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/units"
)

func TestNastyYAML(t *testing.T) {
	got := map[string]string{}
	for name, text := range map[string]string{
		"keys in either language": "- unit: xã Sơn Tây Hạ\n  kind: xa\n  so_thon: 09\n- Tên đơn vị: phường Nghĩa Lộ\n  Loại: phường\n  Người ký: Lê Văn B\n",
		"dates":                   "- unit: xã A\n  date: 2026-02-01\n  so_thon: '2026-02-01'\n- {unit: xã B, date: 2026-02-30}\n- {unit: xã C, date: 2026-02-01T00:00:00Z}\n- {unit: xã D, date: 2026-02-01 của ai}\n",
		"nested":                  "- unit: xã A\n  agency:\n    place: A\n    letterhead: |-\n      ỦY BAN NHÂN DÂN\n      XÃ A\n  signatory: {name: Lê B, post: CHỦ TỊCH}\n  plan: rieng/a.yaml\n",
		"anchors":                 "- &a {unit: xã A, kind: &k xã}\n- {unit: xã B, kind: *k}\n- *a\n",
		"nothing given":           "- unit: xã A\n  so_thon:\n  kind: ''\n",
		"no name":                 "- kind: xa\n- unit: xã B\n",
		"unknown key":             "- unit: xã A\n  so_thn: 9\n",
		"twice":                   "- unit: xã A\n  kind: xa\n  Loại: xa\n",
		"duplicate":               "- unit: xã A\n- unit: xã  A\n",
		"a list within":           "- unit: xã A\n  so_thon: [1, 2]\n- unit: xã B\n  agency: {place: {x: y}}\n",
		"not a list":              "unit: xã A\n",
		"words":                   "- xã A\n- unit: xã B\n",
		"empty":                   "",
		"a comment alone":         "# none\n",
		"nothing in it":           "[]\n",
		"syntax":                  "- unit: xã A\n  kind: [\n",
		"tab":                     "- unit: xã A\n\tkind: xa\n",
		"tab in an agency":        "- agency:\n    name: UBND xã A\n\tkind: xa\n",
		"indent in an agency":     "- agency:\n    name: UBND xã A\n    kind: xa\n   place: A\n- agency:\n    name: UBND xã B\n",
		"an open quote":           "- unit: xã A\r\n  name: \"UBND xã A\r\n- unit: \"xã B\"\r\n",
		"aliases of aliases":      "- &a {unit: xã A}\n" + strings.Repeat("- *a\n", 3),
		"deep":                    strings.Repeat("[", 20_000),
		"windows-1258":            string(windows1258(t, "- unit: xã Sơn Tây Hạ\n  kind: xã\n  province: tỉnh Quảng Ngãi\n")),
		"merge key":               "- &a {unit: xã A, kind: xa}\n- <<: *a\n  unit: xã B\n",
		"climbing plan":           "- unit: xã A\n  plan: ../../x.yaml\n",
	} {
		t.Run(name, func(t *testing.T) {
			got[name] = told(read(t, "units.yaml", map[string][]byte{"units.yaml": []byte(text)}, units.Options{Variables: wanted[:1]}))
		})
	}
	t.Run("what the plan wants", func(t *testing.T) {
		got["what the plan wants"] = told(read(t, "units.yaml", map[string][]byte{"units.yaml": []byte("- unit: xã A\n- {unit: xã B, kinh_phi: 5}\n- {unit: xã C, plan: c.yaml}\n")}, units.Options{Variables: wanted}))
	})
	golden(t, file("yaml.txtar"), got)
}
