package font_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/font"
)

func TestDefaultHasEveryVietnameseLetterInAllFourFaces(t *testing.T) {
	const letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
	for _, style := range []font.Style{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		face := font.Default().Face(style)
		for _, r := range letters + strings.ToUpper(letters) + "0123456789/-–“”…./;:()\u00a0" {
			if units, ok := face.Advance(r); !ok || units == 0 {
				t.Errorf("%s lacks %q", face.Name(), r)
			}
		}
	}
}

func TestALetterThatTheFaceLacksIsNotOK(t *testing.T) {
	for _, r := range "\u2011☐漢" {
		if _, ok := font.Default().Face(font.Style{}).Advance(r); ok {
			t.Errorf("%U: ok, but Liberation Serif lacks it", r)
		}
	}
}

func TestLineOf14PointsIsAsTallAsInWord(t *testing.T) {
	f := font.Default().Face(font.Style{})
	height := float64(f.Ascent()+f.Descent()+f.LineGap()) / float64(f.UnitsPerEm()) * 14
	if height < 16.09 || height > 16.11 {
		t.Errorf("a single line at 14 pt is %.3f pt tall, want 16.10", height)
	}
}

func TestDirWantsAllFourFacesOfTimesNewRoman(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "serif.ttf"), font.Default().Face(font.Style{}).Data(), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := font.Dir(dir); err == nil || !strings.Contains(err.Error(), "Times New Roman") {
		t.Errorf("a folder without Times New Roman: %v", err)
	}
	if _, err := font.Dir(filepath.Join(dir, "nothing")); err == nil {
		t.Error("a folder that does not exist: no error")
	}
}
