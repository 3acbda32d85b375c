package batch_test

import (
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/units"
)

// TestAModelThatNamesItsOwnUnitIsTold holds that a commune's name does not travel into the plans of others in silence.
func TestAModelThatNamesItsOwnUnitIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		model string
		list  []units.Unit
		told  bool
	}{
		"named by letters":  {seed, communes(2), true},
		"the unit itself":   {seed, []units.Unit{{Name: "xã Sơn Màu", Values: map[string]string{"unit": "xã Sơn Màu", "signatory.name": "Võ Thế Vinh"}}}, false},
		"named by {{unit}}": {"../../plans/mau/2026/mau-tinh.yaml", communes(2), false},
	} {
		_, found := job(t, c.model, c.list).Prepare()
		if told := strings.Contains(text(found), "batch/own-name"); told != c.told {
			t.Errorf("%s: told %v\n%s", name, told, text(found))
		}
	}
}
