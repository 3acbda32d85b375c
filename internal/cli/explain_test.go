package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/cli"
)

// TestEveryCodeCanBeExplained looks for the codes in the rooms' own words, so that none is forgotten.
func TestEveryCodeCanBeExplained(t *testing.T) {
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile(`\bID:\s*"([a-z]+/[a-z-]*[a-z])"`)
	ofRoom := regexp.MustCompile(`\bID:\s*"([a-z]+/)" \+`)
	codes := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(data), -1) {
			codes++
			if said, status := explained(m[1]); status != 0 {
				t.Errorf("%s: %s: %s", file, m[1], said)
			}
		}
		for _, m := range ofRoom.FindAllStringSubmatch(string(data), -1) {
			if said, _ := explained(m[1] + "zzzzzzzz"); m[1] != "plan/" && m[1] != "next/" && !strings.HasPrefix(said, m[1]) {
				t.Errorf("%s: %s: %s", file, m[1], said)
			}
		}
	}
	if codes < 150 {
		t.Errorf("%d codes were found", codes)
	}
}

func explained(code string) (said string, status int) {
	var out bytes.Buffer
	status = cli.Main([]string{"explain", code}, strings.NewReader(""), &out, &out)
	return out.String(), status
}
