package units_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/units"
)

var update = flag.Bool("update", false, "renew golden files")

// read writes the files of a case into a folder of its own and reads the one called name, or the folder.
func read(t testing.TB, name string, files map[string][]byte, o units.Options) (*units.List, diag.List) {
	t.Helper()
	t.Chdir(t.TempDir())
	for file, data := range files {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return units.Read(name, o)
}

// told is what came of a list, as a person reads it.
func told(list *units.List, found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.Vietnamese)
	if list == nil {
		return b.String() + "no list\n"
	}
	for i, u := range list.Units {
		if i == 5 {
			fmt.Fprintf(&b, "… %d units\n", len(list.Units))
			break
		}
		fmt.Fprintf(&b, "%s:%d %q", u.At.File, u.At.Line, u.Name)
		for _, key := range slices.Sorted(maps.Keys(u.Values)) {
			at := u.Places[key]
			fmt.Fprintf(&b, " %s=%q@%d:%d", key, u.Values[key], at.Line, at.Column)
		}
		if u.Plan != "" {
			fmt.Fprintf(&b, " plan=%s", u.Plan)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// golden compares what came of every case with the file that a person has read.
func golden(t *testing.T, file string, got map[string]string) {
	t.Helper()
	if *update {
		a := &txtar.Archive{}
		for _, name := range slices.Sorted(maps.Keys(got)) {
			a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(got[name])})
		}
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Files) != len(got) {
		t.Errorf("%d cases in %s, %d were run", len(a.Files), file, len(got))
	}
	for _, f := range a.Files {
		if got[f.Name] != string(f.Data) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, got[f.Name], f.Data)
		}
	}
}

// wanted is what a plan wants in most cases.
var wanted = []units.Variable{{Name: "so_thon", Value: "9"}, {Name: "kinh_phi", Required: true}}
