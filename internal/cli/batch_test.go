package cli_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestABatchThatIsKilledIsTakenUpAgain kills the program at random moments of a batch and holds that the
// next run makes of it what an undisturbed one makes. KEHOACH_KILLS sets how often; the ordinary run is short.
func TestABatchThatIsKilledIsTakenUpAgain(t *testing.T) {
	kills := 6
	if n, err := strconv.Atoi(os.Getenv("KEHOACH_KILLS")); err == nil {
		kills = n
	}
	dir := t.TempDir()
	list := "Tên đơn vị,Người ký\n"
	for i := range 150 {
		list += fmt.Sprintf("xã Mẫu %d,Nguyễn Văn %d\n", i+1, i+1)
	}
	if err := os.WriteFile(filepath.Join(dir, "don-vi.csv"), []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(out string, more ...string) *exec.Cmd {
		args := append([]string{"batch", "../../plans/son-mau/2024/dan-chu-co-so.yaml", "--units", filepath.Join(dir, "don-vi.csv"), "-o", out, "--progress", "none"}, more...)
		return exec.Command("kehoach", args...)
	}
	undisturbed := filepath.Join(dir, "want")
	start := time.Now()
	if out, err := run(undisturbed).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took := time.Since(start)
	want := digests(t, undisturbed)
	for n := range kills {
		out := filepath.Join(dir, fmt.Sprint("out", n))
		c := run(out, "--jobs", fmt.Sprint(n%4+1))
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(took))
		_ = c.Process.Kill()
		_ = c.Wait()
		for name, sum := range digests(t, out) { // what stands there is whole
			if s, known := want[name]; known && s != sum && !strings.HasPrefix(name, ".kehoach-") {
				t.Errorf("kill %d: %s is not whole", n, name)
			}
		}
		var stdout bytes.Buffer
		again := run(out, "--resume")
		again.Stdout = &stdout
		if err := again.Run(); err != nil {
			t.Fatalf("kill %d: %v\n%s", n, err, stdout.String())
		}
		if got := digests(t, out); !maps.Equal(got, want) {
			t.Errorf("kill %d: %d files, want %d; not the same", n, len(got), len(want))
		}
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
	}
}

// digests are the files below a folder that is there.
func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return nil //nolint:nilerr // a folder that is not there yet has no files
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
