package units_test

import (
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/units"
)

// communesOfToday are the names of all communes, as a list.
func communesOfToday() (list string, names []string) {
	var b strings.Builder
	b.WriteString("Tên đơn vị,Ghi chú\n")
	seen := map[string]bool{}
	for u := range territory.All {
		if name := u.String(); u.Exists() && u.Kind.Level() == territory.CommuneLevel && !seen[name] {
			seen[name] = true
			names = append(names, name)
			b.WriteString(name + ",\n")
		}
	}
	return b.String(), names
}

// TestAllCommunesSurviveTheirEncodings writes every commune's name in an old encoding and reads it back; in TCVN3 with iconv, which
// has its own table, and in small letters, since the ABC fonts have no capitals with tones.
func TestAllCommunesSurviveTheirEncodings(t *testing.T) {
	list, names := communesOfToday()
	if len(names) < 2000 {
		t.Fatalf("%d names", len(names))
	}
	encoded := map[string][]byte{"Windows-1258": windows1258(t, list), "UTF-16": utf16LE(list), "UTF-8": []byte(norm.NFD.String(list))}
	if _, err := exec.LookPath("iconv"); err == nil {
		c := exec.Command("iconv", "-f", "UTF-8", "-t", "TCVN5712-1")
		c.Stdin = strings.NewReader(strings.ToLower(list))
		if out, err := c.Output(); err == nil {
			encoded["TCVN3"] = out
		}
	}
	for name, data := range encoded {
		got, found := read(t, "units.csv", map[string][]byte{"units.csv": data}, units.Options{})
		if got == nil || len(got.Units) != len(names) {
			t.Errorf("%s: %.500s", name, told(got, found))
			continue
		}
		for i, u := range got.Units {
			if u.Name != names[i] && (name != "TCVN3" || u.Name != strings.ToLower(names[i])) {
				t.Errorf("%s: %q is read as %q", name, names[i], u.Name)
			}
		}
	}
}

// TestNoNameOfACommuneIsTakenForAFont reads all names in Unicode: nothing is converted.
func TestNoNameOfACommuneIsTakenForAFont(t *testing.T) {
	list, _ := communesOfToday()
	_, found := read(t, "units.csv", map[string][]byte{"units.csv": []byte(list)}, units.Options{})
	if len(found) > 0 {
		t.Error(told(nil, found))
	}
}
