package units_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/units"
)

// country is a list of all communes of today with a few values each, as rows.
func country() [][]any {
	rows := [][]any{{"Tên đơn vị", "Loại", "Tỉnh, thành phố", "Người ký", "Chức vụ người ký", "so_thon", "kinh_phi"}}
	for u := range territory.All {
		if u.Exists() && u.Kind.Level() == territory.CommuneLevel {
			n := len(rows)
			name := fmt.Sprintf("%s, %s (%d)", u, u.Parent, n) // communes of one province may share a name in the eyes of a file system
			rows = append(rows, []any{name, u.Kind.Noun(), u.Parent.String(), "Nguyễn Thị Hạnh", "CHỦ TỊCH", fmt.Sprintf("%02d", n%30), fmt.Sprint(n * 1000)})
		}
	}
	return rows
}

// BenchmarkRead reads a list of the country's communes.
func BenchmarkRead(b *testing.B) {
	rows := country()
	var csv, yaml strings.Builder
	for i, row := range rows {
		for j, value := range row {
			if j > 0 {
				csv.WriteByte(',')
			}
			fmt.Fprintf(&csv, "%q", value)
			if i > 0 {
				fmt.Fprintf(&yaml, "%s %q: %q\n", map[bool]string{true: "-", false: " "}[j == 0], rows[0][j], value)
			}
		}
		csv.WriteByte('\n')
	}
	for _, c := range []struct {
		name string
		data []byte
	}{{"units.csv", []byte(csv.String())}, {"units.xlsx", workbook(b, rows, nil)}, {"units.yaml", []byte(yaml.String())}} {
		file := filepath.Join(b.TempDir(), c.name)
		if err := os.WriteFile(file, c.data, 0o644); err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Ext(file)[1:], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				list, found := units.Read(file, units.Options{Variables: wanted})
				if list == nil || len(list.Units) != len(rows)-1 {
					b.Fatalf("%d of %d units: %s", len(list.Units), len(rows)-1, told(list, found[:min(len(found), 3)]))
				}
			}
		})
	}
}
