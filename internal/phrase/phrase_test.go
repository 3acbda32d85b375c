package phrase_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/phrase"
	"github.com/kehoach/kehoach/internal/vi"
)

// only is the one phrase of a kind in a text.
func only(t *testing.T, text string, kind phrase.Kind) phrase.Phrase {
	t.Helper()
	var found []phrase.Phrase
	for _, p := range phrase.Find(text) {
		if p.Kind == kind {
			found = append(found, p)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%q: %d of kind %s, want one", text, len(found), kind)
	}
	return found[0]
}

func TestADocumentIsTakenWithAllItsParts(t *testing.T) {
	text := "Thực hiện Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về thực hiện Quy chế dân chủ ở cơ sở và công tác dân vận chính quyền năm 2024, " +
		"Ủy ban nhân dân xã xây dựng kế hoạch triển khai thực hiện, cụ thể như sau:"
	c := only(t, text, phrase.Document).Document
	for _, part := range []struct {
		got  phrase.Span
		want string
	}{
		{c.Type, "Kế hoạch"}, {c.So, "số"}, {c.Number, "49/KH-UBND"}, {c.Date, "ngày 08/3/2024"}, {c.Issuer, "UBND huyện"}, {c.Connector, "về"},
		{c.Subject, "thực hiện Quy chế dân chủ ở cơ sở và công tác dân vận chính quyền năm 2024"},
	} {
		if got := part.got.In(text); got != part.want {
			t.Errorf("%q, want %q", got, part.want)
		}
	}
	if want := (phrase.Day{Day: 8, Month: 3, Year: 2024}); c.Day != want || c.Family != phrase.State {
		t.Errorf("%+v, family %d", c.Day, c.Family)
	}
}

func TestMissingPartsAreMarkedAsMissing(t *testing.T) {
	text := "kiểm tra việc thực hiện Nghị định 145/2020/NĐ-CP và Quyết định số 243/QĐ-UBND ngày 09/11/2021 về Ban hành Kế hoạch"
	found := phrase.Find(text)
	if len(found) != 2 {
		t.Fatal(found)
	}
	if c := found[0].Document; c.So.Given() || c.Date.Given() || c.Issuer.Given() || c.Subject.Given() || !c.Number.Given() {
		t.Errorf("%+v", c)
	}
	if c := found[1].Document; c.Issuer.Given() || c.Connector.In(text) != "về" {
		t.Errorf("%+v", c)
	}
}

func TestNumbersOfBothFamiliesAreRead(t *testing.T) {
	for written, want := range map[string]struct {
		symbol string
		family phrase.Family
	}{
		"49/KH-UBND":            {"49/KH-UBND", phrase.State},
		"33/CT-TTg":             {"33/CT-TTg", phrase.State},
		"59/2023/NĐ-CP":         {"59/2023/NĐ-CP", phrase.State},
		"5451/UBND-CNXD":        {"5451/UBND-CNXD", phrase.State},
		"10/2022/QH15":          {"10/2022/QH15", phrase.State},
		"12/2014/TTLT-BNV-BTC":  {"12/2014/TTLT-BNV-BTC", phrase.State},
		"12a/QĐ-UBND":           {"12a/QĐ-UBND", phrase.State},
		"20/KH-BCĐ389":          {"20/KH-BCĐ389", phrase.State},
		"61/2023/NĐ- CP":        {"61/2023/NĐ-CP", phrase.State},
		"61/2023/\nNĐ-CP":       {"61/2023/NĐ-CP", phrase.State},
		"20/KH\u2011UBND":       {"20/KH-UBND", phrase.State},
		"/KH-UBND":              {"/KH-UBND", phrase.State},
		"1129-KL/HU":            {"1129-KL/HU", phrase.Party},
		"08-CT/TU":              {"08-CT/TU", phrase.Party},
		"13-ĐA/TU":              {"13-ĐA/TU", phrase.Party},
		"13 -ĐA/TU":             {"13-ĐA/TU", phrase.Party},
		"57NQ/TW":               {"57NQ/TW", phrase.Party},
		"36 /KH - UBND":         {"36/KH-UBND", phrase.State},
		"22-HD/BTGTW":           {"22-HD/BTGTW", phrase.Party},
		"15-CTrHĐ/TU":           {"15-CTrHĐ/TU", phrase.Party},
		"05/CTrPH-UBND-UBMTTQ ": {"05/CTrPH-UBND-UBMTTQ", phrase.State},
	} {
		text := "theo Văn bản số " + written + ", các thôn"
		c := only(t, text, phrase.Document).Document
		if c.Symbol != want.symbol || c.Family != want.family || c.Number.In(text) != strings.TrimSpace(written) {
			t.Errorf("%q: %q, family %d, from %q", written, c.Symbol, c.Family, c.Number.In(text))
		}
	}
}

func TestWhatOnlyLooksLikeANumberIsNone(t *testing.T) {
	for _, text := range []string{"đạt 15/19 tiêu chí", "ngày 30/4/2024", "mở cửa 24/7", "giai đoạn 2021-2025", "Văn phòng - Thống kê", "3/4 số hộ", "60 km/h",
		"kế hoạch này", "Kế hoạch thực hiện quy chế dân chủ của xã", "pháp luật về ngân sách nhà nước", "kỷ luật, kỷ cương", "Luật này"} {
		for _, p := range phrase.Find(text) {
			if p.Kind == phrase.Document {
				t.Errorf("%q: %q is no document", text, p.In(text))
			}
		}
	}
}

// The subject of a citation ends where the sentence goes on; | marks that place.
func TestASubjectEndsWhereTheSentenceGoesOn(t *testing.T) {
	const cited = "Quyết định số 12/QĐ-UBND ngày 08/3/2024 của UBND tỉnh về "
	for _, text := range []string{
		"dân vận năm 2024|, Ủy ban nhân dân xã xây dựng kế hoạch",
		"dân vận năm 2024|, UBND phường Nghĩa Lộ ban hành Kế hoạch",
		"dân vận năm 2024|; Ủy ban nhân dân xã báo cáo",
		"dân vận|, cụ thể như sau:",
		"dân vận|, trong đó có 03 thôn",
		"dân vận| và Kế hoạch số 50/KH-UBND",
		"dân vận|; Kế hoạch số 50/KH-UBND",
		"dân vận|, Kế hoạch số 50/KH-UBND",
		"dân vận| và các văn bản hướng dẫn",
		"dân vận| trước ngày 30/6/2024",
		"dân vận| đến cán bộ, đảng viên",
		"dân vận|. Các thôn tổ chức",
		"dân vận|./.",
		"dân vận| (sau đây gọi là Quyết định 12)",
		"dân vận|) từ năm 2024",
		"dân vận đến năm 2030|",
		"dân vận, tiếp công dân và đối thoại|",
		"dân vận| được phổ biến trong năm 2024",
		"dân vận| là cơ sở để xây dựng nhiệm vụ năm 2024",
		"dân vận|, năm 2024 xã chọn mô hình mới",
		"dân vận|, trong năm 2024, các thôn đăng ký mô hình",
		"việc “dân biết; dân bàn”, công khai|;",
		"dân vận (đợt 1; đợt 2), đối thoại|.",
		"tình hình năm 2023; mục tiêu, nhiệm vụ năm 2024|.",
		"cải cách hành chính; nâng cao chỉ số giai đoạn 2021 - 2025|; Quyết định số 13/QĐ-UBND",
		"cải cách hành chính|; nâng cao chất lượng phục vụ Nhân dân.",
		"một số điều của Luật Đất đai, Luật Nhà ở, Luật Kinh doanh bất động sản|;",
		"thực hiện Nghị quyết số 04-NQ/TU ngày 18/10/2021 của Tỉnh ủy|.",
	} {
		before, after, _ := strings.Cut(text, "|")
		whole := "Thực hiện " + cited + before + after
		found := phrase.Find(whole)
		if len(found) == 0 || found[0].In(whole) != cited+before {
			got := ""
			if len(found) > 0 {
				got = found[0].In(whole)
			}
			t.Errorf("%q ends at %q", text, strings.TrimPrefix(got, cited))
		}
	}
}

// What joins the subject may be any verb right behind the issuer; the issuer may say at length what it is for. | marks where the
// citation ends.
func TestASubjectFollowsTheIssuerInManyWays(t *testing.T) {
	for text, issuer := range map[string]string{
		"Quyết định số 88/QĐ-UBND ngày 12/01/2024 của UBND tỉnh giao biên chế công chức năm 2024|.":                                                        "UBND tỉnh",
		"Quyết định số 91/QĐ-UBND ngày 15/01/2024 của UBND tỉnh phân bổ kinh phí môi trường năm 2024|; các thôn":                                           "UBND tỉnh",
		"Quyết định số 14/QĐ-SNN ngày 16/01/2024 của Sở Nông nghiệp công bố kết quả rà soát rừng năm 2024|":                                                "Sở Nông nghiệp",
		"Hướng dẫn số 07-HD/BTGTU ngày 15/01/2024 của Ban Tuyên giáo Tỉnh ủy tuyên truyền các ngày lễ lớn năm 2024|.":                                      "Ban Tuyên giáo Tỉnh ủy",
		"Kế hoạch số 21/KH-BCĐ ngày 19/01/2024 của Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh về công tác năm 2024|, UBND xã xây dựng kế hoạch": "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội tỉnh",
		"Kế hoạch số 03/KH-HĐTĐ ngày 20/01/2024 của Hội đồng thi đua, khen thưởng huyện triển khai phong trào năm 2024|.":                                  "Hội đồng thi đua, khen thưởng huyện",
		"Kế hoạch số 09/KH-BCĐ ngày 22/01/2024 của Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh về kiểm tra năm 2024|":                               "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh",
		"Công văn số 89/SVHTTDL-QLVH ngày 25/01/2024 của Sở Văn hóa, Thể thao và Du lịch về lễ hội năm 2024|.":                                             "Sở Văn hóa, Thể thao và Du lịch",
		"Công văn số 90/PKT ngày 25/01/2024 của Phòng Kinh tế, Hạ tầng và Đô thị tuyên truyền an toàn điện|, năm 2024 xã làm":                              "Phòng Kinh tế, Hạ tầng và Đô thị",
		"Quyết định số 17/QĐ-UBND ngày 20/02/2024 của UBND tỉnh khoán chi năm 2024|, xã xây dựng kế hoạch":                                                 "UBND tỉnh",
		"Chương trình công tác số 02/CTr-UBND ngày 08/01/2024 của UBND xã năm 2024|.":                                                                      "UBND xã",
		"Quyết định số 15/QĐ-UBND (ngày 20/02/2024) của UBND xã về dân vận|":                                                                               "UBND xã",
		"Công văn số 16/UBND-VX cùng ngày 20/02/2024 của UBND xã về dân vận|":                                                                              "UBND xã",
	} {
		cited, behind, _ := strings.Cut(text, "|")
		text = cited + behind
		c := only(t, text, phrase.Document)
		if c.In(text) != cited || c.Document.Issuer.In(text) != issuer || c.Document.Day.Year != 2024 {
			t.Errorf("%q: %q of %q, %+v", text, c.In(text), c.Document.Issuer.In(text), c.Document.Day)
		}
	}
}

func TestYearsOfACitationAreTheCitations(t *testing.T) {
	text := "Theo Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về dân vận năm 2024 và giai đoạn 2021-2025, “tầm nhìn 2045”; năm 2024 đạt."
	found := phrase.Find(text)
	if len(found) != 2 || found[0].Kind != phrase.Document || found[1].Kind != phrase.Year {
		t.Fatal(found)
	}
	var years []int
	for _, y := range found[0].Years {
		if y.Sense != phrase.InDocument {
			t.Errorf("%d is %s", y.Year, y.Sense)
		}
		years = append(years, y.Year)
	}
	if want := []int{2024, 2024, 2021, 2025, 2045}; len(years) != len(want) {
		t.Errorf("%v, want %v", years, want)
	}
	if found[1].Years[0].Sense != phrase.Plain {
		t.Error(found[1].Years)
	}
}

// All years of a sentence with their senses, in order.
func TestTheWordsAroundAYearTellItsSense(t *testing.T) {
	for text, want := range map[string]string{
		"trong năm 2024":                                    "2024 plain",
		"06 tháng đầu năm 2024":                             "2024 plain",
		"công tác dân vận chính quyền năm 2024":             "2024 plain",
		"Cuộc thi viết về gương điển hình năm 2024":         "2024 plain",
		"từ năm 2015 đến nay":                               "2015 since",
		"kể từ năm 2025":                                    "2025 since",
		"so với năm 2023 tăng 5%":                           "2023 past",
		"so với cùng kỳ năm 2023":                           "2023 past",
		"năm 2023 đã thực hiện":                             "2023 past",
		"năm 2023, đã thực hiện":                            "2023 past",
		"thành lập năm 1975":                                "1975 past",
		"trước năm 2020":                                    "2020 past",
		"kết quả năm 2023":                                  "2023 outcome",
		"tổng kết phong trào thi đua năm 2024":              "2024 outcome",
		"đến năm 2030":                                      "2030 target",
		"đến cuối năm 2025":                                 "2025 target",
		"tầm nhìn 2045":                                     "2045 target",
		"tầm nhìn đến năm 2045":                             "2045 target",
		"Chiến dịch Hồ Chí Minh năm 1975":                   "1975 named",
		"Cách mạng tháng Tám năm 1945":                      "1945 named",
		"Xuân Mậu Thân 1968":                                "1968 named",
		"Tết Nguyên đán Ất Tỵ 2025":                         "2025 lunar",
		"giai đoạn 2021-2025":                               "2021 start, 2025 end",
		"2021–2025":                                         "2021 start, 2025 end",
		"từ năm 2021 đến năm 2025":                          "2021 start, 2025 end",
		"nhiệm kỳ 2021 - 2026":                              "2021 start, 2026 end",
		"năm học 2024-2025":                                 "2024 start, 2025 end",
		"giai đoạn 2021-2030, tầm nhìn đến năm 2045":        "2021 start, 2030 end, 2045 target",
		"ngày 29 tháng 3 năm 2024":                          "2024 in-date",
		"trước ngày 30/5/2024":                              "2024 in-date",
		"quý I/2024":                                        "2024 in-date",
		"các năm 2023, 2024 và 2025":                        "2023 plain, 2024 plain, 2025 plain",
		"hỗ trợ 2024 hộ, 2.024 người":                       "",
		"điện thoại 0255 2024 123":                          "",
		"Nghị quyết Đại hội Đảng bộ, nhiệm kỳ 2020-2025":    "2020 in-document, 2025 in-document",
		"nhiều hơn năm 2022":                                "2022 past",
		"hoàn thành chỉ tiêu năm 2024 đã đăng ký":           "2024 plain",
		"so với chỉ tiêu năm 2023":                          "2023 past",
		"trong tháng 3 - 4/2024":                            "2024 in-date",
		"vào tháng 5, 6 và 7 năm 2024":                      "2024 in-date",
		"quý II, III/2024":                                  "2024 in-date",
		"quý I và quý II/2024":                              "2024 in-date",
		"từ quý I đến quý III/2024":                         "2024 in-date",
		"từ tháng 3/2024 đến 10/2024":                       "2024 in-date, 2024 in-date",
		"quý I/2024 - IV/2024":                              "2024 in-date, 2024 in-date",
		"tháng 3/2024, 15/2024 hộ":                          "2024 in-date",
		"Báo cáo quý II/2024":                               "2024 in-date",
		"kinh tế số 2024":                                   "2024 plain",
		"niên vụ 2023/2024":                                 "2023 start, 2024 end",
		"quyết toán thu, chi năm 2023":                      "2023 outcome",
		"Tổ hòa giải thành lập ngày 20/3/2024":              "2024 past",
		"đợt 20/11 chia hai bước":                           "",
		"biên bản họp ngày 10/01/2024 giữa UBND xã và thôn": "2024 past",
		"đơn ngày 10/02/2024 của ông Lê Văn Hà":             "2024 past",
		"Quyết định của UBND tỉnh ngày 05/02/2024":          "2024 past",
		"hội nghị của UBND xã ngày 05/02/2024":              "2024 in-date",
		"Tờ trình ngày 15/3/2024":                           "2024 past",
		"báo cáo ngày 08/01/2024 của Công an xã":            "2024 past",
		"sau sự cố ngày 05/01/2024":                         "2024 past",
		"đăng ký ngày 15/6/2024":                            "2024 in-date",
		"nghỉ hưu kể từ ngày 01/6/2024":                     "2024 past",
		"áp dụng từ ngày 01/7/2024":                         "2024 since",
		"từ ngày 20/5/2024 đến hết ngày 05/6/2024":          "2024 in-date, 2024 in-date",
	} {
		var got []string
		for _, p := range phrase.Find(text) {
			for _, y := range p.Years {
				if y.In(text) != y.String() {
					t.Errorf("%q: %d stands at %q", text, y.Year, y.In(text))
				}
				got = append(got, y.String()+" "+y.Sense.String())
			}
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFiguresCountMeasureOrLast(t *testing.T) {
	for text, want := range map[string]struct {
		words string
		kind  phrase.Kind
		sort  phrase.Sort
		value float64
	}{
		"đạt 80,5 % kế hoạch":          {"80,5 %", phrase.Quantity, phrase.Percent, 80.5},
		"đạt từ 80% trở lên":           {"từ 80% trở lên", phrase.Quantity, phrase.Percent, 80},
		"kinh phí 12.000.000 đồng":     {"12.000.000 đồng", phrase.Quantity, phrase.Money, 12e6},
		"kinh phí 1,5 tỷ đồng":         {"1,5 tỷ đồng", phrase.Quantity, phrase.Money, 1.5e9},
		"kinh phí 500 triệu đồng":      {"500 triệu đồng", phrase.Quantity, phrase.Money, 5e8},
		"toàn xã có 09 thôn":           {"09 thôn", phrase.Quantity, phrase.Count, 9},
		"gồm 3.500 người":              {"3.500 người", phrase.Quantity, phrase.Count, 3500},
		"đạt 19/19 tiêu chí":           {"19/19 tiêu chí", phrase.Quantity, phrase.Count, 19},
		"làm 35 km đường":              {"35 km", phrase.Quantity, phrase.Measure, 35},
		"mở hai lớp tập huấn":          {"hai lớp tập huấn", phrase.Quantity, phrase.Count, 2},
		"ít nhất một người":            {"một người", phrase.Quantity, phrase.Count, 1},
		"trong 03 ngày làm việc":       {"03 ngày làm việc", phrase.Duration, phrase.Time, 3},
		"báo cáo 06 tháng đầu năm":     {"06 tháng đầu năm", phrase.Duration, phrase.Time, 6},
		"định kỳ 01 năm":               {"01 năm", phrase.Duration, phrase.Time, 1},
		"kỷ niệm 80 năm Ngày Quốc hội": {"80 năm", phrase.Anniversary, phrase.Time, 80},
		"kỷ niệm lần thứ 49 Ngày hội":  {"49", phrase.Anniversary, phrase.Time, 49},
		"đứng thứ 3/11 xã":             {"3/11 xã", phrase.Quantity, phrase.Count, 3},
		"hạng mục 02 công trình":       {"02 công trình", phrase.Quantity, phrase.Count, 2},
		"dân tộc thiểu số 612 em":      {"612 em", phrase.Quantity, phrase.Count, 612},
		"nước lên mức 4,5 m":           {"4,5 m", phrase.Quantity, phrase.Measure, 4.5},
		"giảm sinh 0,3‰":               {"0,3‰", phrase.Quantity, phrase.Percent, 0.3},
		"đặc điểm 04 thôn":             {"04 thôn", phrase.Quantity, phrase.Count, 4},
		"tuổi thọ bình quân 74,5 tuổi": {"74,5 tuổi", phrase.Quantity, phrase.Count, 74.5},
		"Cấp 120 thẻ":                  {"120 thẻ", phrase.Quantity, phrase.Count, 120},
		"Cấp 2.024 thẻ":                {"2.024 thẻ", phrase.Quantity, phrase.Count, 2024},
		"trồng 2024 cây":               {"2024 cây", phrase.Quantity, phrase.Count, 2024},
	} {
		found := phrase.Find(text)
		if len(found) != 1 || found[0].Kind != want.kind || found[0].In(text) != want.words || found[0].Quantity.Sort != want.sort ||
			found[0].Quantity.Value != want.value {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

func TestNumbersInWordsAreReadAsTheyAreWritten(t *testing.T) {
	for _, n := range []int64{2, 10, 15, 21, 24, 105, 120, 999, 1_005, 24_000, 15_500_000, 1_000_000_001, 2_300_000_000_000, 999_999_999_999} {
		text := "với " + vi.InWords(n) + " đồng"
		if q := only(t, text, phrase.Quantity).Quantity; q.Value != float64(n) || q.Number.In(text) != vi.InWords(n) {
			t.Errorf("%d: %q is %v", n, q.Number.In(text), q.Value)
		}
	}
}

func TestACitationThatMayGoOnSaysWhere(t *testing.T) {
	for text, want := range map[string]string{
		"Quyết định số 12/QĐ-UBND ngày 08/3/2024 về dân vận; nâng cao chất lượng phục vụ năm 2024. Các thôn": "nâng cao chất lượng phục vụ năm 2024",
		"Quyết định số 12/QĐ-UBND ngày 08/3/2024 về dân vận; đồng thời báo cáo năm 2024":                     "",
		"Quyết định số 12/QĐ-UBND ngày 08/3/2024 về dân vận; Kế hoạch số 13/KH-UBND":                         "",
		"Quyết định số 12/QĐ-UBND ngày 08/3/2024 về dân vận, Ủy ban nhân dân xã ban hành":                    "",
		"Quyết định số 12/QĐ-UBND của UBND tỉnh khoán chi năm 2024, các thôn":                                "khoán chi năm 2024",
		"Đề án 06 năm 2024 của xã":                                         "năm 2024 của xã",
		"Quyết định số 12/QĐ-UBND ngày 08/3/2024 trong năm 2024":           "",
		"Quyết định số 12/QĐ-UBND ngày 08/3/2024 của UBND tỉnh đã hết hạn": "",
	} {
		if got := phrase.Find(text)[0].Document.MayGoOn.In(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFiguresThatTellWhichOneAreNoQuantities(t *testing.T) {
	for _, text := range []string{"khoản 2 Điều 5", "điểm a khoản 1", "Mục II", "Phụ lục I", "Quyết định số 12", "điện thoại 0255.386 812", "tiêu chí 17 về", "thôn 1",
		"Khu phố 3", "lớp 9", "mức độ 4", "lần thứ 17", "khóa 20", "Quốc lộ 24 qua", "một số nhiệm vụ", "cơ chế một cửa", "năm nay", "ba mẹ", "5G", "19h30",
		"trẻ 6 tuổi vào lớp", "từ 15 đến 35 tuổi", "nhà nghỉ 2 sao", "Đường dây nóng 1022 tiếp nhận", "Tuyến ĐT.623 dài", "đường tỉnh 624 an toàn", "5 không, 3 sạch",
		"chỉ tiêu 17.5 chưa đạt", "ngày 15 đến 17/4 âm lịch", "đợt 20/11 chia hai", "xe 76C-123.45 phục vụ", "trong 2023, 2024 nữa"} {
		for _, p := range phrase.Find(text) {
			if p.Kind == phrase.Quantity || p.Kind == phrase.Duration {
				t.Errorf("%q: %q is none", text, p.In(text))
			}
		}
	}
}

func TestAYearBehindAYearIsOneWithoutItsWord(t *testing.T) {
	text := "trong 2023, 2024 nữa"
	var years []string
	for _, p := range phrase.Find(text) {
		years = append(years, p.In(text))
	}
	if got := strings.Join(years, "|"); got != "2023|2024" {
		t.Errorf("%q", got)
	}
}

func TestPersonsAreTakenWithTheirPost(t *testing.T) {
	text := "giao đồng chí Nguyễn Văn A - Chủ tịch UBND xã làm Trưởng ban, ThS. Lê Minh Hà; đồng chí Chủ tịch UBND xã, bà con"
	var got []string
	for _, p := range phrase.Find(text) {
		if p.Kind == phrase.Person {
			got = append(got, p.Person.Name.In(text)+"/"+p.Person.Post.In(text)+"/"+p.Person.Degree.In(text))
		}
	}
	if got := strings.Join(got, " "); got != "Nguyễn Văn A/Chủ tịch UBND xã/ Lê Minh Hà//ThS." {
		t.Error(got)
	}
}

// What each sentence says of persons: their names, parted by |.
func TestANameIsAPersonsBehindARankOrAPostOnly(t *testing.T) {
	for text, want := range map[string]string{
		"Thiếu tá Lê Văn Dũng, Trưởng Công an xã":                   "Lê Văn Dũng",
		"Giao Đại úy Nguyễn Hữu Phước phụ trách":                    "Nguyễn Hữu Phước",
		"cô giáo Trần Thị Mai và già làng Đinh Văn Reo":             "Trần Thị Mai|Đinh Văn Reo",
		"đồng chí Thượng úy Phạm Quốc Cường":                        "Phạm Quốc Cường",
		"Phó Chủ tịch UBND xã Đinh Văn Bảy làm Trưởng ban":          "Đinh Văn Bảy",
		"Công chức Văn hóa - Xã hội Lê Thị Thu tham mưu":            "Lê Thị Thu",
		"Trưởng thôn Đinh Văn Tiến, Bí thư Đoàn xã Hồ Thị Kim Liên": "Đinh Văn Tiến|Hồ Thị Kim Liên",
		"gồm các ông: Lê Văn An, Trần Quốc Bảo":                     "Lê Văn An|Trần Quốc Bảo",
		"liên hệ anh Tuấn": "Tuấn",
		"các thầy giáo, cô giáo Trường Tiểu học, thầy, cô Trường THCS": "",
		"Bác sĩ Trạm Y tế trực":                                           "",
		"Hiệu trưởng Trường THCS Nguyễn Văn Trỗi":                         "",
		"Hiệu trưởng Trường THPT Phạm Kiệt":                               "",
		"đường Nguyễn Công Phương, cầu Lê Trung Đình, dòng họ Nguyễn Văn": "",
		"Chủ tịch Hồ Chí Minh; Đoàn TNCS Hồ Chí Minh":                     "",
		"Chủ tịch UBND phường Trương Quang Trọng":                         "",
		"Kỷ niệm 110 năm Ngày sinh đồng chí Võ Chí Công":                  "",
		"tưởng niệm đồng chí Trần Toại":                                   "",
		"khen Đinh Văn Hải vì cứu người":                                  "Đinh Văn Hải",
		"liệt sĩ Đinh Văn Lơn, Ngày sinh đồng chí Nguyễn Văn Linh":        "",
		"trường THCS Đỗ Thị Hà, giải Lê Văn Sỹ":                           "",
		"phụng dưỡng Mẹ Việt Nam anh hùng Phạm Thị Trịnh":                 "Phạm Thị Trịnh",
		"thăm thương binh Đinh Văn Rô, người có uy tín Đinh Văn Reo":      "Đinh Văn Rô|Đinh Văn Reo",
		"danh hiệu Mẹ Việt Nam anh hùng; Anh hùng Đinh Văn Lơn":           "",
		"Công ty TNHH Nguyễn Hoàng":                                       "",
		"Chủ tịch UBND xã phân công, các thôn Lê Lợi, Trần Phú thực hiện": "",
	} {
		var got []string
		for _, p := range phrase.Find(text) {
			if p.Kind == phrase.Person {
				got = append(got, p.Person.Name.In(text))
			}
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestQuotesHoldWhatStandsInThem(t *testing.T) {
	for _, text := range []string{"phong trào “Dân vận khéo năm 2024” của xã", `phong trào "Dân vận khéo năm 2024" của xã`, "phong trào 'Dân vận khéo năm 2024' của xã"} {
		p := only(t, text, phrase.Quote)
		if len(p.Inside) != 1 || len(p.Years) != 1 || !strings.Contains(p.In(text), "khéo năm 2024") {
			t.Errorf("%q: %+v", text, p)
		}
	}
	if found := phrase.Find(`mở mà không đóng "năm 2024`); len(found) != 1 || found[0].Kind != phrase.Year {
		t.Error("a mark without its other half is no quote", found)
	}
}

// sound tells what is wrong with phrases of a text between two offsets.
func sound(text string, phrases []phrase.Phrase, from, to int) string {
	for _, p := range phrases {
		if p.From < from || p.To > to || p.From >= p.To {
			return "out of order or bounds: " + p.Kind.String()
		}
		from = p.To
		spans := []phrase.Span{p.Span}
		at := p.From
		for _, y := range p.Years {
			if y.From < at || y.To > p.To || y.In(text) != y.String() {
				return "a year out of place in " + p.Kind.String()
			}
			at = y.To
			spans = append(spans, y.Span, y.Clue)
		}
		if c := p.Document; c != nil {
			spans = append(spans, c.Type, c.So, c.Number, c.Date, c.Issuer, c.Connector, c.Subject, c.MayGoOn)
		}
		if f := p.Quantity; f != nil {
			spans = append(spans, f.Number, f.Unit)
		}
		if w := p.Person; w != nil {
			spans = append(spans, w.Form, w.Degree, w.Name, w.Post)
		}
		for _, s := range spans {
			if s.From < 0 || s.To > len(text) || s.From > s.To || s.From < len(text) && !utf8.RuneStart(text[s.From]) || s.To < len(text) && !utf8.RuneStart(text[s.To]) {
				return "a part out of bounds in " + p.Kind.String()
			}
		}
		if wrong := sound(text, p.Inside, p.From, p.To); wrong != "" {
			return wrong
		}
	}
	return ""
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về dân vận năm 2024, xã xây dựng", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai",
		`"a“b”c" (1/2) 'x'`, "giai đoạn 2021-2025: từ 80% trở lên 1.500,5 tỷ", "đồng chí Nguyễn Văn A - Chủ tịch", "Xuân Ất Tỵ (2025) điểm a, b khoản 1 Điều 5",
		"ngày … tháng … năm 2024", "Quyết định số …/QĐ-UBND", "một trăm linh năm hộ", "\xff năm 2024 \xe1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		text = strings.ToValidUTF8(text, "\uFFFD")
		if wrong := sound(text, phrase.Find(text), 0, len(text)); wrong != "" {
			t.Errorf("%q: %s", text, wrong)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Thực hiện Kế hoạch số 49/KH-UBND ngày 08/3/2024 của UBND huyện về thực hiện Quy chế dân chủ ở cơ sở năm 2024, Ủy ban nhân dân xã xây dựng kế hoạch; "+
		"tăng cường công tác tiếp công dân, giải quyết kịp thời những bức xúc chính đáng của Nhân dân, đạt từ 80% trở lên trước ngày 30/5/2024. ", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		phrase.Find(text)
	}
}
