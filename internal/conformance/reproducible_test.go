//go:build conformance

package conformance_test

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// wine runs programs of Windows; prngStub gives Debian's the one function of the system that Go asks for and it lacks.
const (
	wine     = "/usr/lib/wine/wine64"
	prngStub = `#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, size); }
`
)

// onWindows prepares Wine and a Windows program, and returns how to run it.
func onWindows(t *testing.T) (program []string, environment []string) {
	t.Helper()
	dir := t.TempDir()
	environment = append(os.Environ(), "WINEPREFIX="+filepath.Join(dir, "wine"), "WINEDEBUG=-all", "WINEDLLOVERRIDES=bcryptprimitives=n;mscoree,mshtml=")
	exe := filepath.Join(dir, "kehoach.exe")
	build := exec.Command("go", "build", "-trimpath", "-o", exe, "../../cmd/kehoach")
	build.Env = append(os.Environ(), "GOOS=windows", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	source := filepath.Join(dir, "prng.c")
	if err := os.WriteFile(source, []byte(prngStub), 0o600); err != nil {
		t.Fatal(err)
	}
	boot := exec.Command(wine, "wineboot", "--init") // makes the folders of a Windows system
	boot.Env = environment
	if out, err := boot.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run(t, "x86_64-w64-mingw32-gcc", "-shared", "-o", filepath.Join(dir, "wine/drive_c/windows/system32/bcryptprimitives.dll"), source, "-ladvapi32")
	return []string{wine, exe}, environment
}

// sums are the SHA-256 sums of a folder's files.
func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.*"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		out[filepath.Base(file)] = hex.EncodeToString(sum[:])
	}
	return out
}

// The same plans give the same bytes in another folder, time zone and system, and with another number of processors.
func TestTheSameBytesEverywhere(t *testing.T) {
	native := filepath.Join(t.TempDir(), "kehoach")
	run(t, "go", "build", "-o", native, "../../cmd/kehoach")
	windows, windowsEnvironment := onWindows(t)
	var first map[string]string
	for name, c := range map[string]struct {
		program     []string
		environment []string
		folder      string
	}{
		"one processor in Hanoi":     {[]string{native}, append(os.Environ(), "TZ=Asia/Ho_Chi_Minh", "GOMAXPROCS=1"), "a"},
		"two processors in New York": {[]string{native}, append(os.Environ(), "TZ=America/New_York", "GOMAXPROCS=2"), "thư mục khác/b"},
		"Windows":                    {windows, append(windowsEnvironment, "TZ=UTC"), "kế hoạch"},
	} {
		dir := filepath.Join(t.TempDir(), c.folder)
		if err := os.CopyFS(filepath.Join(dir, "plans"), os.DirFS("../../plans")); err != nil {
			t.Fatal(err)
		}
		arguments := append(c.program[1:], "build", "plans/son-mau/2024/dan-chu-co-so.yaml", "plans/mau/2026/chuyen-doi-so.yaml",
			"plans/mau/2026/kem-quyet-dinh.yaml", "-o", "made", "--set", "x=ế", "--attach-docx", "--preview-signature")
		command := exec.Command(c.program[0], arguments...)
		command.Dir, command.Env = dir, c.environment
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		got := sums(t, filepath.Join(dir, "made"))
		if first == nil {
			first = got
		}
		if len(got) < 13 || !maps.Equal(got, first) {
			t.Errorf("%s: %v, want %v", name, got, first)
		}
		t.Logf("%s: %d files, %s…", name, len(got), got["dan-chu-co-so.pdf"][:12])
	}
}
