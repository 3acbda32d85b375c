package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/check"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/vi"
)

// repaired is a sentence as --fix leaves it after one run, and as the repairs that reports show leave it.
func repaired(t *testing.T, sentence string) (fixed, shown string) {
	t.Helper()
	p := load(t, check.Example(strings.Replace(around, "%s", sentence, 1)))
	from := strings.Index(p.File.Text, sentence)
	behind := len(p.File.Text) - from - len(sentence)
	found := check.Plan(p, check.Options{})
	data, _, err := check.Fix(p.File, found)
	if err != nil {
		t.Fatal(err)
	}
	check.Repairs(found)
	text := p.File.Text
	for {
		last, at := -1, -1 // the last of those not yet made
		for i, f := range found {
			for _, r := range f.Repairs {
				if start := offset(p.File, r.Line, r.Column); start > at {
					last, at = i, start
				}
			}
		}
		if last < 0 {
			break
		}
		r := found[last].Repairs[0]
		text = text[:at] + r.Text + text[offset(p.File, r.EndLine, r.EndColumn):]
		found[last].Repairs = nil
	}
	return string(data)[from : len(data)-behind], text[from : len(text)-behind]
}

// TestOneRepairMakesTheMarkRight: the blank before a mark goes and the one behind comes in one run, in what --fix does and what reports
// show.
func TestOneRepairMakesTheMarkRight(t *testing.T) {
	for sentence, want := range map[string]string{
		"Nội dung công việc :tuyên truyền.":           "Nội dung công việc: tuyên truyền.",
		"Họp ngày 05/3/2026 ,ngày 10/3/2026.":         "Họp ngày 05/3/2026, ngày 10/3/2026.",
		"Phổ biến tại các thôn  , xóm.":               "Phổ biến tại các thôn, xóm.",
		"Phổ biến tại các thôn  ,xóm.":                "Phổ biến tại các thôn, xóm.",
		"Phổ biến tại các thôn,,xóm.":                 "Phổ biến tại các thôn, xóm.",
		"Phổ biến tại các thôn (  kể cả xóm  ).":      "Phổ biến tại các thôn (kể cả xóm).",
		"Họp ,{{role van-phong}} dự.":                 "Họp, {{role van-phong}} dự.",
		"Giao việc,{{role van-phong}} dự.":            "Giao việc, {{role van-phong}} dự.",
		"Giao {{role van-phong}},công chức dự.":       "Giao {{role van-phong}}, công chức dự.",
		"Giao {{role van-phong}} ,công chức dự.":      "Giao {{role van-phong}}, công chức dự.",
		"Kết thúc công việc.{{role van-phong}} dự.":   "Kết thúc công việc. {{role van-phong}} dự.",
		"Thành phần mời({{role van-phong}} gửi) dự.":  "Thành phần mời ({{role van-phong}} gửi) dự.",
		"Thành phần (mời sau){{role van-phong}} gửi.": "Thành phần (mời sau) {{role van-phong}} gửi.",
		"Tổ chức hội nghị cho  thôn.":                 "Tổ chức hội nghị cho  thôn.",
		"Các nội dung cần xem xét..":                  "Các nội dung cần xem xét.",
		"Các nội dung cần xem xét...":                 "Các nội dung cần xem xét...",
	} {
		if fixed, shown := repaired(t, sentence); fixed != want || shown != fixed {
			t.Errorf("%s: fixed %q, shown %q, want %q", sentence, fixed, shown, want)
		}
	}
}

func TestAReferenceIsShownAsItIsWritten(t *testing.T) {
	for _, f := range check.Plan(load(t, check.Example(strings.Replace(around, "%s", "Giao việc,{{role van-phong}} dự họp họp.", 1))), check.Options{}) {
		for _, arg := range f.Args {
			if strings.Contains(arg, plan.Reference) {
				t.Errorf("%s: %q", f.Kind.ID, arg)
			}
		}
		if f.Kind.ID == "writing/spaces" && f.Arg("right") != "việc, {{role" && !strings.HasPrefix(f.Arg("right"), "việc, {{role van-phong}}") {
			t.Errorf("%q", f.Arg("right"))
		}
	}
}

// TestAGapWhereAWordIsMissingIsToldOnceAndStays: closed, nothing would tell that something must be filled in.
func TestAGapWhereAWordIsMissingIsToldOnceAndStays(t *testing.T) {
	if got := ids(t, "Tổ chức hội nghị cho  thôn."); len(got) != 1 || got[0] != "sense/leftover" {
		t.Error(got)
	}
}

func TestASumInWordsIsThatInFigures(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Kinh phí 25.000.000 đồng (Bằng chữ: Hai mươi ba triệu đồng).":                               true,
		"Kinh phí 25.000.000 đồng (hai mươi lăm triệu năm trăm nghìn đồng chẵn).":                    true,
		"Kinh phí 25.000.000 đồng (Viết bằng chữ: Hai mươi lăm triệu đồng).":                         false,
		"Kinh phí 1,5 tỷ đồng (một tỷ năm trăm triệu đồng).":                                         false,
		"Kinh phí 1.250.405.000 đồng (một tỷ hai trăm năm mươi triệu bốn trăm linh năm nghìn đồng).": false,
		"Kinh phí 25.000.000 đồng (Bằng chữ: Hai mươi nhăm triệu đồng).":                             false,
		"Kinh phí 20 - 25 triệu đồng (hai mươi triệu đồng).":                                         false,
		"Kinh phí 25.500.000 đồng (Bằng chữ: Hai mươi lăm triệu, năm trăm nghìn đồng).":              false,
		"Kinh phí 105.000.000 đồng (Bằng chữ: Một trăm lẻ năm triệu đồng).":                          false,
		"Kinh phí 25.000.000 đồng (Bằng chữ: Hai mươi lăm triệu rưỡi đồng).":                         false,
		"Kinh phí 25.000.000 đồng (trong đó mười triệu đồng của xã).":                                false,
		"Kinh phí 1.000.000.000 đồng (Bằng chữ: Một tỷ đồng chẵn./.) do xã chi.":                     false,
		"Kinh phí 12.345.000 đồng (Bằng chữ: Mười hai triệu ba trăm bốn mươi lăm ngàn đồng chẵn).":   false,
		"Kinh phí 21.000 đ (Bằng chữ: hai mươi mốt nghìn đồng).":                                     false,
		"Kinh phí 10.010.000 đồng (Bằng chữ: mười triệu không trăm mười nghìn đồng).":                false,
		"Kinh phí 14.000.000.000.000 đồng (Bằng chữ: mười bốn nghìn tỷ đồng).":                       false,
		"Kinh phí 120.000 đồng (Bằng chữ: Một trăm hai chục nghìn đồng).":                            false,
		"Kinh phí 2.500.000 đồng (Bằng chữ: hai triệu năm trăm ngàn đồng) cho mỗi thôn, xã hỗ trợ.":  false,
	} {
		found := check.Plan(load(t, check.Example(sentence)), check.Options{})
		if got := reported(found, "sense/in-words"); got != want {
			t.Errorf("%s: %v", sentence, check.List(found))
		}
	}
}

func TestMarksThatOpenClose(t *testing.T) {
	for text, want := range map[string]int{
		"Hoàn thành trong 05 ngày (kể cả ngày nghỉ.":                                        1,
		"Nhân rộng mô hình “Dân vận khéo cho các thôn.":                                     1,
		"Hoàn thành trong 05 ngày, kể cả ngày nghỉ]).":                                      1,
		"Hoàn thành trong 05 ngày (kể cả ngày nghỉ].":                                       1,
		"Nhân rộng mô hình “Dân vận khéo“ cho các thôn.":                                    1,
		"Nhân rộng mô hình ”Dân vận khéo” cho các thôn.":                                    1,
		"Hoàn thành trong 05 ngày (kể cả (ngày nghỉ).":                                      1,
		"Gồm: a) nội dung; b) kinh phí; 1) thôn; 2) xã; I) đầu; II) cuối.":                  0,
		"Hồ sơ (gồm a) nội dung; b) kinh phí) nộp về xã.":                                   0,
		"Thực hiện theo điểm a) khoản 1 (điểm b) và khoản 2).":                              0,
		"Nhân rộng mô hình “Dân vận khéo” (của “Nhân dân [xã]”) cho các thôn.":              0,
		"Nội dung như sau: “Đối tượng là người dân.\n\nKinh phí do xã chi.”":                0,
		"Nội dung như sau (đối tượng là người dân.\n\nKinh phí do xã chi).":                 0,
		"Nội dung như sau: “1. Đối tượng là người dân ở “vùng lõm”.\n\n2. Kinh phí do xã.”": 0,
		"Màn hình 21” cho hội trường.":                                                      0,
	} {
		told := 0
		found := check.Plan(load(t, check.Example(strings.Replace(around, "%s", strings.ReplaceAll(text, "\n\n", "\n\n          "), 1))), check.Options{})
		for _, f := range found {
			if f.Kind.ID == "writing/pairs" {
				told++
			}
		}
		if told != want {
			t.Errorf("%s: told %d times, want %d: %v", text, told, want, check.List(found))
		}
	}
}

// TestAQuotationMayRunOverEntries: an article that is quoted has entries of its own.
func TestAQuotationMayRunOverEntries(t *testing.T) {
	const text = "sections:\n  - heading: NỘI DUNG\n    items:\n      - text: \"Sửa đổi như sau: “Nhiệm vụ\"\n      - text: Tuyên truyền (tại thôn).\n      - text: Hòa giải.”.\n  - duties_of: [van-phong]\n"
	if found := check.Plan(load(t, check.Example(text)), check.Options{}); reported(found, "writing/pairs") {
		t.Error(check.List(found))
	}
}

// TestConfusedWordsAreOfRealSyllables: what is no syllable is another rule's, and what is right must not be blamed.
func TestConfusedWordsAreOfRealSyllables(t *testing.T) {
	seen := map[string]bool{}
	for _, pair := range check.Confusions() {
		if seen[pair[0]] {
			t.Errorf("%q stands twice", pair[0])
		}
		seen[pair[0]] = true
		for _, word := range strings.Fields(pair[0] + " " + pair[1]) {
			if !vi.IsSyllable(word) {
				t.Errorf("%q: %q is no syllable", pair, word)
			}
		}
		for _, right := range check.Confusions() {
			if strings.Contains(" "+right[1]+" ", " "+pair[0]+" ") {
				t.Errorf("%q is wrong, and meant by %q", pair[0], right[0])
			}
		}
	}
}

// TestNamesAndQuotedWordsAreToldAndNotRespelt: their owners say how they are spelt.
func TestNamesAndQuotedWordsAreToldAndNotRespelt(t *testing.T) {
	for sentence, want := range map[string]string{
		"Giao anh A Thuơng theo dõi.":                        "writing/syllables",
		"Giao ông Đinh Văn Thuơng theo dõi.":                 "writing/syllables",
		"Phát động phong trào “Ngừoi tốt, việc tốt” ở thôn.": "writing/syllables",
		"Phát động phong trào “xử lí, sử lý rác” ở thôn.":    "writing/confused",
		"Trưng bày khẩu hiệu “văn hoá” ở thôn.":              "writing/variants",
	} {
		if got := ids(t, strings.Replace(around, "%s", sentence, 1)); !slices.Contains(got, want) {
			t.Errorf("%s: %v", sentence, got)
		}
		if fixed, _ := repaired(t, sentence); fixed != sentence {
			t.Errorf("%s became %s", sentence, fixed)
		}
	}
	if fixed, _ := repaired(t, "Ngừoi dân Việt Nam được hứong dẫn."); fixed != "Người dân Việt Nam được hướng dẫn." {
		t.Error(fixed)
	}
}

// TestAQuoteThatIsEscapedInItsFileIsRepaired: between double quotes YAML escapes one, between single ones it stands twice.
func TestAQuoteThatIsEscapedInItsFileIsRepaired(t *testing.T) {
	const item = "sections:\n  - heading: NỘI DUNG\n    items:\n      - text: %s\n        role: van-phong\n      - text: Mô hình “Dân vận khéo”.\n        role: van-phong\n  - duties_of: [van-phong]\n"
	for text, want := range map[string]string{
		`"Mô hình \"Dân vận khéo\" ở xã."`:                  `"Mô hình “Dân vận khéo” ở xã."`,
		`"Mô hình “Dân vận khéo\" ở xã \\ thôn."`:           `"Mô hình “Dân vận khéo” ở xã \\ thôn."`,
		`'Mô hình ''Dân vận khéo'' ở xã.'`:                  `'Mô hình “Dân vận khéo” ở xã.'`,
		"\"Mô hình \\\"Dân vận\n          khéo\\\" ở xã.\"": "\"Mô hình \\\"Dân vận\n          khéo\\\" ở xã.\"",
	} {
		p := load(t, check.Example(strings.Replace(item, "%s", text, 1)))
		data, _, err := check.Fix(p.File, check.Plan(p, check.Options{}))
		if err != nil || !strings.Contains(string(data), "text: "+want+"\n") {
			t.Errorf("%s: %v\n%s", text, err, data)
		}
	}
}
