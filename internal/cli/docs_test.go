package cli_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/cli"
)

var update = flag.Bool("update", false, "renew the output shown in the documents")

// console is a block of the documents that shows commands and what they print.
var console = regexp.MustCompile("(?ms)^([ \t]*)```console\n(.*?)^[ \t]*```")

// took is a time, which differs from run to run.
var took = regexp.MustCompile(`\d+ ms|\d+\.\d (s|giây)`)

// TestDocumentsShowWhatTheProgramPrints runs every command that the documents show, those of each in a clone in which nothing was run
// before, and compares its output. With -update it
// writes the output into them.
func TestDocumentsShowWhatTheProgramPrints(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	commands := 0
	for _, pattern := range []string{"*.md", "docs/*.md", "templates/*.md"} {
		files, _ := filepath.Glob(filepath.Join(root, pattern))
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			freshClone(t, root)
			renewed := console.ReplaceAllStringFunc(string(data), func(block string) string {
				m := console.FindStringSubmatch(block)
				var b strings.Builder
				for line := range strings.Lines(m[2]) {
					command, ok := strings.CutPrefix(strings.TrimSpace(line), "$ ")
					if !ok {
						continue
					}
					commands++
					b.WriteString(line)
					for out := range strings.Lines(run(command)) {
						b.WriteString(m[1] + out)
					}
				}
				return m[1] + "```console\n" + b.String() + m[1] + "```"
			})
			if same := took.ReplaceAllString(renewed, "n ms") == took.ReplaceAllString(string(data), "n ms"); same {
				continue
			}
			if !*update {
				t.Errorf("%s shows other output than the program's: go test ./internal/cli -update", filepath.Base(file))
				continue
			}
			if err := os.WriteFile(file, []byte(renewed), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if commands < 4 {
		t.Errorf("only %d commands were found in the documents", commands)
	}
}

// freshClone makes the plans of the repository, as they are checked in, the working directory.
func freshClone(t *testing.T, root string) {
	t.Helper()
	work := t.TempDir()
	for _, folder := range []string{"plans", "docs/examples"} {
		if err := os.CopyFS(filepath.Join(work, folder), os.DirFS(filepath.Join(root, folder))); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(work)
}

// words are those of a command line, quotes around blanks undone.
var words = regexp.MustCompile(`"[^"]*"|\S+`)

// run runs a command as the documents write it and returns all it prints.
func run(command string) string {
	command = strings.TrimPrefix(strings.Replace(command, "go run ./cmd/kehoach", "kehoach", 1), "kehoach ")
	var args []string
	for _, word := range words.FindAllString(command, -1) {
		args = append(args, strings.Trim(word, `"`))
	}
	var out bytes.Buffer
	cli.Main(args, strings.NewReader(""), &out, &out)
	return out.String()
}
