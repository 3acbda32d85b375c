//go:build conformance

// Package conformance_test lets programs that no one here wrote read what we write: LibreOffice, poppler, qpdf, python-docx.
// `make conformance` installs them and runs these tests; each prints the figure it measured.
package conformance_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
)

const (
	issued = "../../plans/son-mau/2024/dan-chu-co-so.yaml" // the plan that a commune issued
	sample = "../../plans/mau/2026/chuyen-doi-so.yaml"     // the one that uses every feature
	joint  = "../../plans/mau/2026/lien-tich.yaml"         // two agencies, two who sign
)

// build makes a plan's files in a folder and returns their paths by ending. page replaces the agency's margins when given.
func build(t *testing.T, name, page string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	read := func(file string) ([]byte, error) {
		data, err := os.ReadFile(file)
		if page != "" && strings.HasSuffix(file, "agency.yaml") {
			data = regexp.MustCompile(`(?m)^page: .*$`).ReplaceAll(data, []byte("page: "+page))
		}
		return data, err
	}
	p, found := plan.Load(name, plan.Options{ReadFile: read})
	if found.Failed() {
		_ = found.WriteText(os.Stderr, "en")
		t.Fatal("the plan does not load")
	}
	renderer, found := render.New(font.Default())
	if found.Failed() {
		t.Fatal(found)
	}
	files, found := renderer.Plan(p, "plan", []render.Format{render.DOCX, render.PDF})
	if found.Failed() {
		t.Fatal(found)
	}
	paths := map[string]string{}
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if err := os.WriteFile(path, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		paths[filepath.Ext(f.Name)] = path
	}
	return paths
}

// run runs an outside program and returns what it printed.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// office lets LibreOffice convert files, all in one call, and returns the folder of the results.
func office(t *testing.T, format string, files ...string) string {
	t.Helper()
	out, profile := t.TempDir(), t.TempDir()
	args := append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", format, "--outdir", out}, files...)
	run(t, "soffice", args...)
	return out
}

// text is a PDF's text in the order of its content, in NFC.
func text(t *testing.T, pdf string) string {
	t.Helper()
	return norm.NFC.String(run(t, "pdftotext", "-raw", pdf, "-"))
}

var blanks = regexp.MustCompile(`[ \t\x{A0}]+`)

// lines are the lines of a text that hold something; letters that only keep words together are read as plain ones.
func lines(text string) []string {
	text = strings.NewReplacer("\u2011", "-", "\u2060", "", "\f", "\n", "\uFEFF", "", "\r", "").Replace(norm.NFC.String(text))
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(blanks.ReplaceAllString(line, " ")); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// words are the words of lines, page numbers left out.
func words(lines []string) []string {
	var out []string
	for _, line := range lines {
		if !regexp.MustCompile(`^\d$`).MatchString(line) {
			out = append(out, strings.Fields(line)...)
		}
	}
	return out
}

// between are the lines from the one that begins with first to the one before last.
func between(t *testing.T, all []string, first, last string) []string {
	t.Helper()
	from, to := -1, -1
	for i, line := range all {
		if from < 0 && strings.HasPrefix(line, first) {
			from = i
		}
		if from >= 0 && strings.HasPrefix(line, last) {
			to = i
			break
		}
	}
	if from < 0 || to < 0 {
		t.Fatalf("no text between %q and %q", first, last)
	}
	return all[from:to]
}
