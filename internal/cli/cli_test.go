package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/kehoach/kehoach/internal/cli"
)

// TestMain lets the scripts run the program as a command of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"kehoach": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScripts(t *testing.T) {
	plans, err := filepath.Abs("../../plans")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			return os.CopyFS(filepath.Join(e.WorkDir, "plans"), os.DirFS(plans))
		},
	})
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestResultsThatCannotBeWrittenAreAFailureOfTheMachine(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"schema"}, {"--help"}, {"explain"}, {"explain", "writing/quotes"}, {"deadlines", "../../plans/mau/2026/lien-tich.yaml"},
		{"build", "../../plans/mau/2026/lien-tich.yaml", "-o", t.TempDir()}} {
		var said bytes.Buffer
		if status := cli.Main(args, strings.NewReader(""), full{}, &said); status != 3 || !strings.Contains(said.String(), "cli/output") {
			t.Errorf("%v: status %d: %s", args, status, said.String())
		}
	}
}
