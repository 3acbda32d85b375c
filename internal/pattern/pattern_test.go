package pattern_test

import (
	"sync"
	"testing"

	"github.com/kehoach/kehoach/internal/pattern"
)

func TestManyMayUseAPatternAtOnce(t *testing.T) {
	year := pattern.Of(`năm (\d{4})`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if m := year.FindStringSubmatch("trong năm 2026"); len(m) != 2 || m[1] != "2026" {
				t.Errorf("found %q", m)
			}
		})
	}
	all.Wait()
}

func TestABadPatternPanicsAtItsFirstUse(t *testing.T) {
	bad := pattern.Of(`(`)
	defer func() {
		if recover() == nil {
			t.Error("an expression that can't be read was used")
		}
	}()
	bad.MatchString("")
}
