//go:build conformance

package conformance_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/units"
)

// TestLibreOfficeKeepsAList saves a starter again as a clerk's program would, in each form, and reads the same unit from it.
func TestLibreOfficeKeepsAList(t *testing.T) {
	p, found := plan.Load("../../plans/mau/2026/chuyen-doi-so.yaml", plan.Options{})
	if p == nil {
		t.Fatal(found)
	}
	variables := []units.Variable{{Name: "agency.so_thon", Value: "09"}, {Name: "ghi_chu", Value: "=1+1"}, {Name: "dien_thoai", Value: "+84 255"}}
	starter, err := units.Starter(p, variables, ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "units.xlsx")
	if err := os.WriteFile(file, starter, 0o600); err != nil {
		t.Fatal(err)
	}
	read := func(file string) units.Unit {
		list, found := units.Read(file, units.Options{Variables: variables})
		if list == nil || len(list.Units) != 1 || len(found) > 0 {
			t.Fatalf("%s: %v", file, found)
		}
		return list.Units[0]
	}
	want := read(file)
	if want.Values["agency.so_thon"] != "09" || want.Values["ghi_chu"] != "=1+1" {
		t.Fatalf("%v", want.Values)
	}
	for _, format := range []string{
		"xlsx:Calc MS Excel 2007 XML",
		"csv:Text - txt - csv (StarCalc):44,34,76,1",   // commas, UTF-8
		"csv:Text - txt - csv (StarCalc):59,34,76,1",   // semicolons
		"csv:Text - txt - csv (StarCalc):9,34,65535,1", // tabs, UTF-16
	} {
		made, _ := filepath.Glob(filepath.Join(office(t, format, file), "units.*"))
		if len(made) != 1 {
			t.Fatalf("%s: %v", format, made)
		}
		if got := read(made[0]); got.Name != want.Name || !maps.Equal(got.Values, want.Values) {
			t.Errorf("%s: %v, want %v", format, got.Values, want.Values)
		}
	}
	if keys := slices.Sorted(maps.Keys(want.Values)); len(keys) < 6 {
		t.Errorf("the starter gives %v alone", keys)
	}
}
