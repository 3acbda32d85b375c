package plan_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
)

func TestPlansAreFoundInFolders(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"agency.yaml":           "kehoach: 1\nletterhead: XÃ\n",
		"2026/b.yaml":           "# một kế hoạch\r\nkehoach: 1\r\nsections: []\r\n",
		"2026/a.YML":            "\ufeffkehoach: 1\n",
		"2026/broken.yaml":      "kehoach: 1\n: : :\n",
		"2026/values.yaml":      "so_thon: 9\n",
		"2026/units.yaml":       "- {name: xã A}\n",
		"2026/quoted.yaml":      "'kehoach': 1\nsections: []\nletterhead: x\n",
		"2026/notes.txt":        "kehoach: 1\n",
		".git/hidden.yaml":      "kehoach: 1\n",
		"2026/sau/nua/sau.yaml": "kehoach: 1\n",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	linked := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(root, linked); err == nil {
		if files, found := plan.Files(linked); len(files) != 5 || found.Failed() || files[0] != filepath.ToSlash(linked)+"/2026/a.YML" {
			t.Errorf("%v %v", files, found)
		}
	}
	t.Chdir(root)
	if files, _ := plan.Files("."); len(files) != 5 || files[0] != "2026/a.YML" {
		t.Errorf("%v", files)
	}
	files, found := plan.Files(root, filepath.Join(root, "2026", "b.yaml"), filepath.Join(root, "missing.yaml"))
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimPrefix(f, filepath.ToSlash(root)+"/"))
	}
	if got, want := strings.Join(names, " "), "2026/a.YML 2026/b.yaml 2026/broken.yaml 2026/quoted.yaml 2026/sau/nua/sau.yaml missing.yaml"; got != want || found.Failed() {
		t.Errorf("%s, want %s; %s", got, want, findings(found, diag.English))
	}
}

func TestASearchForPlansIsBounded(t *testing.T) {
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, strings.Repeat("a/", 40)), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, found := plan.Files(root); !found.Failed() || found[0].Kind.ID != "plan/too-many-files" {
		t.Errorf("%v", found)
	}
}

func TestAFolderTellsWhatItHoldsThatIsNoPlan(t *testing.T) {
	t.Chdir(t.TempDir())
	wide := strings.Builder{} // UTF-16 without the mark that says so
	for _, r := range "kehoach: 1\nsections: []\n" {
		wide.WriteString(string(r) + "\x00")
	}
	for name, text := range map[string]string{
		"lacks.yaml":    "agency: a.yaml\nperiod: {year: 2026}\ntitle: T\nsections: []\n",
		"capital.yaml":  "Kehoach: 1\ntitle: T\n",
		"empty.yaml":    "",
		"remark.yaml":   "# để sau\n",
		"wide.yaml":     wide.String(),
		"flow.yaml":     "{kehoach: 1, title: T}\n",
		"registry.yaml": "kehoach: 1\ndate: 24/11/2026\ndocuments: []\n",
		"list.yaml":     "- a\n",
		"scalar.yaml":   "a\n",
		"compose.yml":   "name: x\nservices:\n  web: {image: nginx}\n",
		"unit.yaml":     "sections:\n  - id: a\ndrop: [b]\n",
		"own.yaml":      "sections:\n  - id: a\n",
		"page.yml":      "title: T\ndate: 2026-01-01\ndraft: true\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, found := plan.Files(".")
	if got, want := strings.Join(files, " "), "capital.yaml empty.yaml flow.yaml lacks.yaml remark.yaml wide.yaml"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(found) != 1 || found.Failed() || found[0].Kind.ID != "plan/passed-over" || found[0].Arg("count") != "5" || found[0].Arg("files") != "compose.yml, list.yaml, own.yaml, …" {
		t.Errorf("%v", found)
	}
}
