package vi_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/vi"
)

func TestSyllablesOfVietnameseAreKnown(t *testing.T) {
	for _, word := range strings.Fields(`người phương nghiệp hòa hoà ủy uỷ quý quốc giếng giường gìn gì già khuya khuỷu ngoằn ngoèo xoong
		thuở quyết huỳnh huých tuýp yêu yến ý kỹ lý quẫy quạch nghiêng giữa ngoại hoạch xuất thuế khuếch ươm ướt ưu rượu nguyễn thủy thuỷ
		đường quyền nghĩa ngành ghế kiểm cửa thửa thuở giặt giỏi quặng quỹ tết tẹt hội`) {
		if !vi.IsSyllable(word) {
			t.Errorf("%q is one", word)
		}
	}
	for _, word := range strings.Fields("phưong ngừoi thưc viêc tổchức nghành ngiệp qúy họach gìa thuơng đựơc kế́ cê kông bốơ hịên vă") {
		if vi.IsSyllable(word) {
			t.Errorf("%q is none", word)
		}
	}
}

func TestSlipsOfTheKeyboardAreMended(t *testing.T) {
	for slip, want := range map[string]string{"phưong": "phương", "ngừoi": "người", "thuơng": "thương", "qúy": "quý", "họach": "hoạch",
		"nghành": "ngành", "ngiệp": "nghiệp", "đựơc": "được", "thưc": "", "viêc": "", "tổchức": "", "gìa": "già", "kêt": ""} {
		if got := vi.NearSyllable(slip); got != want {
			t.Errorf("%q: %q, want %q", slip, got, want)
		}
	}
}

func TestASyllableThatEndsInAStopHasATone(t *testing.T) {
	for word, want := range map[string]bool{"phuc": true, "tich": true, "hop": true, "hoat": true, "lam": false, "internet": false, "clip": false, "các": false, "ch": false} {
		if vi.LacksTone(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}
