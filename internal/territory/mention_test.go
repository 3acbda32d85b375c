package territory_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/territory"
)

// home is the commune of the example plans, as it was or as it is.
func home(t testing.TB, name string) *territory.Unit {
	t.Helper()
	for _, u := range territory.Find(territory.Commune, name) {
		if u.Province().Name == "Quảng Ngãi" && (u.Parent.Name == "Sơn Tây" || u.Exists()) {
			return u
		}
	}
	t.Fatalf("no xã %s in Quảng Ngãi", name)
	return nil
}

// told is a mention in one line: its words, with those of its body in brackets, then what it can mean or how it stands.
func told(text string, m territory.Mention) string {
	var b strings.Builder
	if m.Body != "" {
		fmt.Fprintf(&b, "[%s] ", m.Body)
	}
	b.WriteString(text[m.From:m.To])
	switch {
	case m.Cut:
		b.WriteString(" …")
	case m.Name == "":
		b.WriteString(" (" + m.Kind.Noun() + ")")
	case len(m.Units) == 0:
		b.WriteString(" ?")
	case len(m.Units) > 3:
		fmt.Fprintf(&b, " = %d", len(m.Units))
	default:
		b.WriteString(" = " + strings.ReplaceAll(full(m.Units), "\n", " | "))
	}
	if m.Narrows {
		b.WriteString(" ^")
	}
	return b.String()
}

func TestMentionsOfUnits(t *testing.T) {
	then := territory.Context{Home: home(t, "Sơn Màu"), On: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}
	now := territory.Context{Home: home(t, "Sơn Tây Hạ"), On: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}
	const sonMau, sonTan, district = "xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi", "xã Sơn Tân, huyện Sơn Tây, tỉnh Quảng Ngãi", "huyện Sơn Tây, tỉnh Quảng Ngãi"
	const sonLong, sonTay, sonTayHa = "xã Sơn Long, huyện Sơn Tây, tỉnh Quảng Ngãi", "xã Sơn Tây, tỉnh Quảng Ngãi", "xã Sơn Tây Hạ, tỉnh Quảng Ngãi"
	for _, c := range []struct {
		text    string
		context territory.Context
		want    string // lines
	}{
		{"xã Sơn Màu, huyện Sơn Tây, tỉnh Quảng Ngãi", territory.Context{}, "xã Sơn Màu = " + sonMau + "\nhuyện Sơn Tây = " + district + " ^\ntỉnh Quảng Ngãi = tỉnh Quảng Ngãi ^"},
		{"xã Sơn Màu, Sơn Tây, Quảng Ngãi", territory.Context{}, "xã Sơn Màu = " + sonMau + "\nSơn Tây = " + district + " ^\nQuảng Ngãi = tỉnh Quảng Ngãi ^"},
		{"xã Sơn Màu thuộc huyện Sơn Tây", territory.Context{}, "xã Sơn Màu = " + sonMau + "\nhuyện Sơn Tây = " + district + " ^"},
		{"UBND xã Sơn Tân", then, "[UBND] xã Sơn Tân = " + sonTan},
		{"Ủy ban nhân dân xã Sơn Màu", then, "[Ủy ban nhân dân] xã Sơn Màu = " + sonMau},
		{"xã Sơn Tây Hạ", now, "xã Sơn Tây Hạ = " + sonTayHa},
		{"xã Sơn Tây và xã Sơn Tây Hạ", now, "xã Sơn Tây = " + sonTay + "\nxã Sơn Tây Hạ = " + sonTayHa},
		{"XÃ SƠN TÂY HẠ", now, "XÃ SƠN TÂY HẠ = " + sonTayHa},
		{"XÃ SƠN MÀU NĂM 2024", then, "XÃ SƠN MÀU = " + sonMau},
		{"ỦY BAN NHÂN DÂN\nXÃ SƠN MÀU", then, "[ỦY BAN NHÂN DÂN] XÃ SƠN MÀU = " + sonMau},
		{"XÃ SƠN TÂY HẠ THƯỢNG", now, "XÃ SƠN TÂY HẠ …"},
		{"UBND xã Sơn Tân", now, "[UBND] xã Sơn Tân = " + sonTan},
		{"xã Sơn Hạ", now, "xã Sơn Hạ = xã Sơn Hạ, tỉnh Quảng Ngãi"},
		{"xã Sơn Hạ", then, "xã Sơn Hạ = xã Sơn Hạ, huyện Sơn Hà, tỉnh Quảng Ngãi"},
		{"xã Sơn Tây Trung", now, "xã Sơn Tây Trung ?"},
		{"XÃ SƠN TÂY TRUNG", now, "XÃ SƠN TÂY …"},
		{"UBND XÃ SƠN TÂY GIAI ĐOẠN 2026 - 2030", now, "[UBND] XÃ SƠN TÂY = " + sonTay},
		{"xã Sơn Tây Đông", now, "xã Sơn Tây Đông ?"},
		{"xã Sơn Tâm Đức có", now, "xã Sơn Tâm Đức ?"},
		{"các xã Sơn Tân, Sơn Màu và Sơn Long", then, "xã Sơn Tân = " + sonTan + "\nSơn Màu = " + sonMau + "\nSơn Long = " + sonLong},
		{"03 xã Sơn Tân, Sơn Màu và Sơn Long, huyện Sơn Tây", territory.Context{},
			"xã Sơn Tân = " + sonTan + "\nSơn Màu = " + sonMau + "\nSơn Long = " + sonLong + "\nhuyện Sơn Tây = " + district + " ^"},
		{"các xã: Sơn Tân, Sơn Màu", then, "xã: Sơn Tân = " + sonTan + "\nSơn Màu = " + sonMau},
		{"Nhà văn hóa thôn Đắk Pao xã Sơn Màu", then, "xã Sơn Màu = " + sonMau},
		{"huyện đảo Lý Sơn", then, "huyện đảo Lý Sơn = huyện Lý Sơn, tỉnh Quảng Ngãi"},
		{"UBND TP Đà Nẵng", now, "[UBND] TP Đà Nẵng = thành phố Đà Nẵng"},
		{"xã Sơn Màu (huyện Sơn Tây)", territory.Context{}, "xã Sơn Màu = " + sonMau + "\nhuyện Sơn Tây = " + district + " ^"},
		{"thị trấn Di Lăng", territory.Context{}, "thị trấn Di Lăng = thị trấn Di Lăng, huyện Sơn Hà, tỉnh Quảng Ngãi"},
		{"TT. Di Lăng; TP Quảng Ngãi; TX. Đức Phổ", territory.Context{}, "TT. Di Lăng = thị trấn Di Lăng, huyện Sơn Hà, tỉnh Quảng Ngãi\n" +
			"TP Quảng Ngãi = thành phố Quảng Ngãi, tỉnh Quảng Ngãi\nTX. Đức Phổ = thị xã Đức Phổ, tỉnh Quảng Ngãi"},
		{"thị xã Sơn Tây", territory.Context{}, "thị xã Sơn Tây = thị xã Sơn Tây, thành phố Hà Nội"},
		{"Phường 12, Quận 10, Thành phố Hồ Chí Minh", territory.Context{}, "Phường 12 = Phường 12, Quận 10, Thành phố Hồ Chí Minh\n" +
			"Quận 10 = Quận 10, Thành phố Hồ Chí Minh ^\nThành phố Hồ Chí Minh = Thành phố Hồ Chí Minh ^"},
		{"P.12, Q.10", territory.Context{}, "P.12 = Phường 12, Quận 10, Thành phố Hồ Chí Minh\nQ.10 = Quận 10, Thành phố Hồ Chí Minh ^"},
		{"Phường Bến Nghé, 1 người", territory.Context{}, "Phường Bến Nghé = phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh"},
		{"UBND phường 01, quận 10", territory.Context{}, "[UBND] phường 01 = Phường 1, Quận 10, Thành phố Hồ Chí Minh\nquận 10 = Quận 10, Thành phố Hồ Chí Minh ^"},
		{"huyện Ia H’Drai", territory.Context{}, "huyện Ia H’Drai = huyện Ia H'Drai, tỉnh Kon Tum"},
		{"xã Đăk R'Măng", territory.Context{}, "xã Đăk R'Măng = xã Đắk R'Măng, huyện Đăk Glong, tỉnh Đắk Nông"},
		{"thành phố Phan Rang-Tháp Chàm", territory.Context{}, "thành phố Phan Rang-Tháp Chàm = thành phố Phan Rang - Tháp Chàm, tỉnh Ninh Thuận"},
		{"phường Văn Miếu - Quốc Tử Giám", now, "phường Văn Miếu - Quốc Tử Giám = phường Văn Miếu - Quốc Tử Giám, thành phố Hà Nội"},
		{"xã Giao Thuỷ", territory.Context{}, "xã Giao Thuỷ = xã Giao Thủy, tỉnh Ninh Bình"},
		{"tỉnh Kon Tum", territory.Context{}, "tỉnh Kon Tum = tỉnh Kon Tum"},
		{"Tỉnh ủy Quảng Ngãi và Huyện ủy Sơn Tây", then, "[Tỉnh ủy] Tỉnh ủy Quảng Ngãi = tỉnh Quảng Ngãi\n[Huyện ủy] Huyện ủy Sơn Tây = " + district},
		{"UBND xã Sơn Màu Kính gửi", then, "[UBND] xã Sơn Màu = " + sonMau},
		{"Đồng chí Chủ tịch UBND xã Nguyễn Văn An", now, ""},
	} {
		check(t, c.text, c.context, c.want)
	}
}

func TestMentionsOfTheDistrictLevelWithoutAName(t *testing.T) {
	then := territory.Context{Home: home(t, "Sơn Màu")}
	for text, want := range map[string]string{
		"UBND huyện": "[UBND] huyện (huyện)",
		"trình Ủy ban nhân dân huyện xem xét":                 "[Ủy ban nhân dân] huyện (huyện)",
		"HĐND huyện; Thường trực HĐND huyện":                  "[HĐND] huyện (huyện)\n[Thường trực HĐND] huyện (huyện)",
		"Ủy ban MTTQ Việt Nam huyện":                          "[Ủy ban MTTQ Việt Nam] huyện (huyện)",
		"Huyện ủy":                                            "[Huyện ủy] Huyện ủy (huyện)",
		"Ban Thường vụ Huyện uỷ":                              "[Huyện uỷ] Huyện uỷ (huyện)",
		"Phòng Nội vụ huyện":                                  "[Phòng Nội vụ] huyện (huyện)",
		"phòng nội vụ huyện":                                  "[phòng nội vụ] huyện (huyện)",
		"Phòng Tài chính - Kế hoạch huyện":                    "[Phòng Tài chính - Kế hoạch] huyện (huyện)",
		"Phòng Lao động, Thương binh và Xã hội huyện":         "[Phòng Lao động, Thương binh và Xã hội] huyện (huyện)",
		"công an huyện":                                       "[công an] huyện (huyện)",
		"trung tâm y tế huyện":                                "[trung tâm y tế] huyện (huyện)",
		"Văn phòng HĐND và UBND huyện":                        "[Văn phòng HĐND và UBND] huyện (huyện)",
		"HĐND và UBND huyện":                                  "[HĐND và UBND] huyện (huyện)",
		"Phòng Nội vụ tham mưu UBND huyện":                    "[UBND] huyện (huyện)",
		"Công tác phòng, chống thiên tai của huyện":           "huyện (huyện)",
		"Kế hoạch phòng chống tham nhũng huyện":               "huyện (huyện)",
		"toàn huyện":                                          "huyện (huyện)",
		"trên địa bàn huyện":                                  "huyện (huyện)",
		"cấp huyện":                                           "huyện (huyện)",
		"UBND HUYỆN":                                          "[UBND] HUYỆN (huyện)",
		"UBND thị xã; UBND quận; toàn quận":                   "[UBND] thị xã (thị xã)\n[UBND] quận (quận)\nquận (quận)",
		"UBND thành phố":                                      "[UBND] thành phố (thành phố)",
		"các xã, thị trấn":                                    "thị trấn (thị trấn)",
		"Phòng Nội vụ huyện Sơn Tây":                          "[Phòng Nội vụ] huyện Sơn Tây = huyện Sơn Tây, tỉnh Quảng Ngãi",
		"sự lãnh đạo của Thị ủy, HĐND và UBND thị xã":         "[Thị ủy] Thị ủy (thị xã)\n[HĐND và UBND] thị xã (thị xã)",
		"Tập đoàn Điện lực Việt Nam, Hội đồng nhân dân huyện": "[Hội đồng nhân dân] huyện (huyện)",
		"phòng Nội vụ huyện, phòng, ban chuyên môn huyện":     "[phòng Nội vụ] huyện (huyện)\nhuyện (huyện)",
		"cách trung tâm huyện 3 km":                           "huyện (huyện)",
		"các Trưởng phòng, Giám đốc huyện":                    "huyện (huyện)",
		"Phòng LĐ-TB&XH huyện; Phòng NN & PTNT huyện":         "[Phòng LĐ-TB&XH] huyện (huyện)\n[Phòng NN & PTNT] huyện (huyện)",
		"UBND các huyện, thị xã, thành phố":                   "[UBND] huyện (huyện)",
		"huyện lộ 5":                                          "",
		"nâng cấp đường huyện ĐH.15":                          "",
		"huyện đoàn":                                          "[huyện đoàn] huyện đoàn (huyện)",
		"các đồng chí huyện ủy viên":                          "",
		"đồng chí Nguyễn Văn Huyện":                           "",
		"kinh tế - xã hội":                                    "",
		"XÃ HỘI AN TOÀN":                                      "",
		"PHÁT TRIỂN KINH TẾ - XÃ HỘI SƠN":                     "",
		"thành phố thông minh":                                "",
		"các phường trên địa bàn":                             "",
		"mỗi phường 3 người, mỗi xã 2 người":                  "",
		"phường 3.000 người":                                  "",
		"hợp tác xã Sơn Tây":                                  "",
		"Nhân dân xã Anh hùng":                                "",
		"UBND xã; UBND tỉnh; Tỉnh ủy; Đảng ủy xã":             "",
		"thị hiếu, tỉnh táo, quận công, phường hội, xã":       "",
	} {
		check(t, text, then, want)
	}
}

func TestAMentionTellsWhetherTheUnitExists(t *testing.T) {
	for text, want := range map[string]territory.Standing{
		"xã Sơn Tây Hạ": territory.Current, "xã Sơn Màu": territory.Former, "xã Sơn Mầu Mè": territory.Unknown, "UBND huyện": territory.Former,
		"đặc khu Lý Sơn": territory.Current, "tỉnh Quảng Ngãi": territory.Current, "tỉnh Kon Tum": territory.Former, "các xã, thị trấn": territory.Former,
	} {
		found := territory.Mentions(text, territory.Context{})
		if len(found) != 1 || found[0].Standing() != want {
			t.Errorf("%q: %+v, want %d", text, found, want)
		}
	}
}

func check(t *testing.T, text string, context territory.Context, want string) {
	t.Helper()
	var got []string
	for _, m := range territory.Mentions(text, context) {
		got = append(got, told(text, m))
	}
	if !slices.Equal(got, strings.FieldsFunc(want, func(r rune) bool { return r == '\n' })) {
		t.Errorf("%q:\n%s\nwant\n%s", text, strings.Join(got, "\n"), want)
	}
}
