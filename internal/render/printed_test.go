package render_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
)

// TestWordsAreFoundOnThePage asks for words of the sample plan that are folded, referred to, repeated, or printed nowhere. The pages and
// lines were read off the PDF.
func TestWordsAreFoundOnThePage(t *testing.T) {
	p, found := plan.Load("../../plans/son-mau/2024/dan-chu-co-so.yaml", plan.Options{})
	if found.Failed() {
		t.Fatal(found)
	}
	for name, c := range map[string]struct {
		before, words string
		want          render.Spot
	}{
		"an agency's name":                  {"", "XÃ SƠN MÀU", render.Spot{Page: 1, Line: 2}},
		"a title's second line":             {"chính quyền năm {{year}} trên địa bàn ", "xã Sơn Màu\n\ncitations", render.Spot{Page: 1, Line: 6}},
		"a subject, where it is cited":      {"Kế hoạch cải cách hành chính năm 2024 ", "xã Sơn Tân", render.Spot{Page: 2, Line: 34}},
		"a reference":                       {"", `{{cite qd-243 issuer=""}}`, render.Spot{Page: 2, Line: 29}},
		"a reference of a duty":             {"", "{{cite kh-70 full}}; kịp thời tham mưu", render.Spot{Page: 4, Line: 11}},
		"words instead of a citation":       {`as="`, "Nghị định 145/2020/NĐ-CP", render.Spot{Page: 4, Line: 31}},
		"a heading":                         {"heading: 'Công chức ", "Văn hoá", render.Spot{Page: 4, Line: 29}},
		"a name, where a heading is":        {"name: Công chức ", "Văn hoá", render.Spot{}},
		"a subject, where words stand":      {"một số điều của ", "Bộ Luật lao động về điều kiện lao động và quan hệ lao động}", render.Spot{}},
		"a word of a folded text":           {"Ban Giám sát đầu tư của cộng đồng, ", "Tổ hòa giải", render.Spot{Page: 3, Line: 3}},
		"a deadline, where it is spoken of": {"han-dang-ky, before: ", "28/3/2024", render.Spot{Page: 4, Line: 8}},
		"a deadline of no day":              {"standing: ", "as-regulated", render.Spot{Page: 4, Line: 28}},
		"a number, where it is cited":       {"number: ", "396-QĐ/TU", render.Spot{Page: 1, Line: 34}},
		"an id, where what it names is":     {"", "luat-dan-chu, type", render.Spot{Page: 1, Line: 29}},
	} {
		file := p.File
		at := strings.Index(file.Text, c.before+c.words)
		if at < 0 {
			file = p.Issuers[0].File
			at = strings.Index(file.Text, c.before+c.words)
		}
		at += len(c.before)
		spots, found := renderer(t).Printed(p, []plan.Place{{}, {File: file, Start: at, End: at + len(c.words)}})
		if found.Failed() {
			t.Fatal(found)
		}
		if spots[1] != c.want {
			t.Errorf("%s: %+v, want %+v", name, spots[1], c.want)
		}
		if spots[0] != (render.Spot{}) {
			t.Errorf("%s: nowhere is at %+v", name, spots[0])
		}
	}
}

// TestALetterThatLooksLikeAMarkIsNone: letters for private use may stand in any text.
func TestALetterThatLooksLikeAMarkIsNone(t *testing.T) {
	p, found := plan.Load("../../plans/mau/2026/kem-quyet-dinh.yaml", plan.Options{ReadFile: func(file string) ([]byte, error) {
		data, err := os.ReadFile(file)
		return bytes.Replace(data, []byte("separate: true"), []byte("separate: true\n    text: \"Gửi \U000F0009 đúng hạn.\""), 1), err
	}})
	if found.Failed() {
		t.Fatal(found)
	}
	if _, found := renderer(t).Printed(p, []plan.Place{{}}); found.Failed() {
		t.Error(found)
	}
}
