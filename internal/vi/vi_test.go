package vi_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/vi"
)

func TestLongDateHasTheDecreesLeadingZeros(t *testing.T) {
	for _, c := range []struct {
		day, month, year int
		want             string
	}{
		{5, 1, 2026, "05 tháng 01 năm 2026"},
		{29, 6, 2019, "29 tháng 6 năm 2019"},
		{10, 2, 2025, "10 tháng 02 năm 2025"},
		{1, 12, 2024, "01 tháng 12 năm 2024"},
	} {
		if got := vi.LongDate(c.day, c.month, c.year); got != c.want {
			t.Errorf("%d/%d/%d: %q, want %q", c.day, c.month, c.year, got, c.want)
		}
	}
}

func TestAMissingDayIsABlankOfFixedWidth(t *testing.T) {
	got := vi.LongDate(0, 0, 2026)
	if strings.Count(got, "\u00A0") != 12 || !strings.HasSuffix(got, "năm 2026") {
		t.Errorf("%q", got)
	}
}

func TestShortDate(t *testing.T) {
	if got := vi.ShortDate(8, 3, 2024); got != "08/3/2024" {
		t.Error(got)
	}
}

func TestAmountsInFiguresAndWords(t *testing.T) {
	for _, c := range []struct {
		n       int64
		figures string
		words   string
	}{
		{0, "0", "không"},
		{5, "5", "năm"},
		{15, "15", "mười lăm"},
		{21, "21", "hai mươi mốt"},
		{105, "105", "một trăm linh năm"},
		{1_005, "1.005", "một nghìn không trăm linh năm"},
		{24_000, "24.000", "hai mươi bốn nghìn"},
		{15_000_000, "15.000.000", "mười lăm triệu"},
		{45_500_000, "45.500.000", "bốn mươi lăm triệu năm trăm nghìn"},
		{1_000_000_001, "1.000.000.001", "một tỷ không trăm linh một"},
		{2_300_000_000_000, "2.300.000.000.000", "hai nghìn ba trăm tỷ"},
		{4_000_000_000_000, "4.000.000.000.000", "bốn nghìn tỷ"},
	} {
		if got := vi.Amount(c.n); got != c.figures {
			t.Errorf("%d in figures: %q, want %q", c.n, got, c.figures)
		}
		if got := vi.InWords(c.n); got != c.words {
			t.Errorf("%d in words: %q, want %q", c.n, got, c.words)
		}
	}
}

func TestRomanNumerals(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 2026: "MMXXVI"} {
		if got := vi.Roman(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestRomanNumeralsAreReadAsTheyAreWritten(t *testing.T) {
	for n := 1; n <= 3999; n++ {
		if got := vi.OfRoman(vi.Roman(n)); got != n {
			t.Errorf("%s is read as %d", vi.Roman(n), got)
		}
	}
	for _, none := range []string{"", "IIII", "IC", "VX", "12", "Điều", "ii"} {
		if got := vi.OfRoman(none); got != 0 {
			t.Errorf("%q is read as %d", none, got)
		}
	}
}

func TestLettersSkipThoseThatVietnameseLacks(t *testing.T) {
	if got := strings.Join(vi.Letters, ""); got != "abcdđeghiklmnopqrstuvxy" {
		t.Error(got)
	}
}

func TestDocumentNumbersAreKeptWhole(t *testing.T) {
	for in, want := range map[string]string{
		"Kế hoạch số 49/KH-UBND ngày": "Kế hoạch số 49/KH\u2011UBND ngày",
		"59/2023/NĐ-CP":               "59/2023/NĐ\u2011CP",
		"1129-KL/HU":                  "1129\u2011KL/HU",
		"Đề án số 13-ĐA/TU":           "Đề án số 13\u2011ĐA/TU",
		"5451/UBND-CNXD":              "5451/UBND\u2011CNXD",
		"Số: /KH-UBND":                "Số: /KH\u2011UBND",
		"61/2023/NĐ- CP":              "61/2023/NĐ- CP",
		"giai đoạn 2021-2025":         "giai đoạn 2021-2025",
		"Văn phòng - Thống kê":        "Văn phòng - Thống kê",
	} {
		if got := vi.KeepNumbers(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestASlugHasOnlyLettersThatEveryFileSystemTakes(t *testing.T) {
	for in, want := range map[string]string{
		"xã Sơn Tây Hạ":                  "xa-son-tay-ha",
		"XÃ SƠN TÂY HẠ":                  "xa-son-tay-ha",
		"Đặc khu Lý Sơn":                 "dac-khu-ly-son",
		"xa\u0303 So\u031bn Ta\u0302y":   "xa-son-tay",
		"Ia H'Drai":                      "ia-hdrai",
		"M’Drắk":                         "mdrak",
		"Phường Văn Miếu - Quốc Tử Giám": "phuong-van-mieu-quoc-tu-giam",
		"Phường 12":                      "phuong-12",
		" ../../etc/passwd ":             "etc-passwd",
		"a\x00b\xffc":                    "a-b-c",
		"日本":                             "",
		"":                               "",
	} {
		if got := vi.Slug(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
