package output_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/kehoach/kehoach/internal/output"
)

// grown is a file that grew on the disk, sealed in the end.
func grown(t *testing.T, dir, content string) string {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "grown"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(content); err != nil {
		t.Fatal(err)
	}
	if err := output.SealFile(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Name()
}

func TestAGrownFileHasTheSealOfOneHeldInMemory(t *testing.T) {
	for name, content := range map[string]string{
		"pdf": "%PDF-1.7\n%" + output.Unsealed + "\n" + string(bytes.Repeat([]byte("x"), 5000)),
		"zip": "PK" + string(bytes.Repeat([]byte("x"), 5000)) + output.Unsealed,
	} {
		data, err := os.ReadFile(grown(t, t.TempDir(), content))
		if err != nil || !output.Sealed(data) {
			t.Errorf("%s is not sealed: %v", name, err)
		}
	}
	for _, content := range []string{"", "PK", "no seal", output.Unsealed[:20]} {
		if data, _ := os.ReadFile(grown(t, t.TempDir(), content)); string(data) != content {
			t.Errorf("%q became %q", content, data)
		}
	}
}

func TestPutReplacesOnlyWhatTheProgramMade(t *testing.T) {
	first := "%PDF-1.7\n%" + output.Unsealed + "\nfirst"
	for name, c := range map[string]struct {
		change, force bool
		want          string
	}{
		"its own": {}, "changed": {change: true, want: "output/changed"}, "forced": {change: true, force: true},
	} {
		dir := t.TempDir()
		target := filepath.Join(dir, "below", "in.pdf")
		w := output.Writer{Force: c.force}
		if found := w.Put(grown(t, dir, first), output.File{Name: target}); len(found) > 0 {
			t.Fatal(found)
		}
		before, _ := os.ReadFile(target)
		if c.change {
			before = append(before, "by a person"...)
			if err := os.WriteFile(target, before, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		next := grown(t, dir, first+" and second")
		after, _ := os.ReadFile(next)
		found := w.Put(next, output.File{Name: target})
		got, want := "", after
		if len(found) > 0 {
			got, want = found[0].Kind.ID, before
		}
		if data, _ := os.ReadFile(target); got != c.want || !bytes.Equal(data, want) {
			t.Errorf("%s: finding %q, the file holds %q", name, got, data)
		}
	}
}

func TestPutReachesAnotherDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	staged := grown(t, t.TempDir(), "here")
	if found := (output.Writer{}).Put(staged, output.File{Name: filepath.Join(dir, "in.pdf")}); len(found) > 0 {
		t.Fatal(found)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 || left[0].Name() != "in.pdf" {
		t.Errorf("%v", left)
	}
}
