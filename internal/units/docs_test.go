package units_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/units"
)

func TestTheListInTheDocumentationIsOneOfTheSampleModel(t *testing.T) {
	root := filepath.Join("..", "..")
	model, found := plan.LoadModel(filepath.ToSlash(filepath.Join(root, "plans", "mau", "2026", "mau-tinh.yaml")), plan.Options{})
	if model == nil {
		t.Fatal(told(nil, found))
	}
	var variables []units.Variable
	for _, w := range model.Wanted() {
		variables = append(variables, units.Variable{Name: w.Name, Value: w.Value, Required: w.Required, At: w.At})
	}
	pages := map[string]string{"units.md": "", "danh-sach-don-vi.md": ""}
	for name := range pages {
		page, err := os.ReadFile(filepath.Join(root, "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		pages[name] = string(page)
	}
	for name, page := range pages {
		_, rest, _ := strings.Cut(page, "```csv\n")
		list, _, _ := strings.Cut(rest, "```")
		if !strings.Contains(page, "plans/mau/2026/mau-tinh.yaml") {
			t.Errorf("%s does not say which model its list is for", name)
		}
		got, found := read(t, "units.csv", map[string][]byte{"units.csv": []byte(list)}, units.Options{Variables: variables})
		if len(found) > 0 || len(got.Units) != 2 {
			t.Fatalf("%s: %s", name, told(got, found))
		}
		for _, u := range got.Units {
			u.Values["unit"] = u.Name
			if made, found := model.With(u.Values); made == nil {
				t.Errorf("%s, %s: %s", name, u.Name, told(nil, found))
			}
		}
	}
}
