package batch

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/units"
)

var ownName = &diag.Kind{ID: "batch/own-name", Severity: diag.Warning,
	Message: diag.Words{VI: `kế hoạch mẫu ghi sẵn tên "{name}" ({count} chỗ): kế hoạch của đơn vị khác cũng in tên ấy`,
		EN: `the model says "{name}" in its own words (places: {count}): the plans of other units will print that name too`},
	Fix: diag.Words{VI: "thay tên ấy bằng {{unit}} trong kế hoạch mẫu", EN: "write {{unit}} in its place in the model"}}

// ownName warns of a model that names its own unit by letters, and not by {{unit}}: the name travels into the plans of all others.
func (j *Job) ownName() diag.List {
	name, ok := j.Model.Lookup("unit")
	if !ok || name == "" || !slices.ContainsFunc(j.Units, func(u units.Unit) bool { return valuesOf(&u)["unit"] != name }) {
		return nil
	}
	count, first := 0, diag.Location{}
	for _, passage := range j.Model.Passages() {
		for _, line := range j.Model.Lines(passage.Text) {
			for from := 0; ; {
				i := strings.Index(line.Text[from:], name)
				if i < 0 {
					break
				}
				at, written := line.Place(from+i, from+i+len(name))
				from += i + len(name)
				if written && !goesOn(line.Text[from:]) {
					if count++; count == 1 {
						first = at.Location()
					}
				}
			}
		}
	}
	if count == 0 {
		return nil
	}
	return diag.List{ownName.At(first, "name", name, "count", strconv.Itoa(count))}
}

// goesOn tells whether a name is only the beginning of a longer one: Sơn Tây of Sơn Tây Hạ.
func goesOn(behind string) bool {
	next, blank := strings.CutPrefix(behind, " ")
	letter, _ := utf8.DecodeRuneInString(next)
	return blank && unicode.IsUpper(letter) || !blank && unicode.IsLetter(letter)
}
