//go:build conformance

package conformance_test

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// absolute is a path of this repository.
func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("../..", path))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// load reads a YAML file of ours.
func load(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(absolute(t, path))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// sampleRepository is a repository of plans as an office would keep it, and an environment in which kehoach is installed.
func sampleRepository(t *testing.T, plans string) (dir string, environment []string) {
	t.Helper()
	dir, bin := filepath.Join(t.TempDir(), "kế hoạch của xã"), t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "plans"), os.DirFS(plans)); err != nil {
		t.Fatal(err)
	}
	run(t, "go", "build", "-o", filepath.Join(bin, "kehoach"), "../../cmd/kehoach")
	return dir, append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// ciSteps are the very steps of the GitHub action and of the GitLab template, given plans or else those that the templates name.
func ciSteps(t *testing.T, plans string) map[string]struct {
	script      string
	environment []string
} {
	t.Helper()
	var action struct {
		Runs struct {
			Steps []struct {
				Name, Run string
				Env       map[string]string
			}
		}
	}
	load(t, "ci/github/action.yml", &action)
	var example struct {
		Jobs map[string]struct {
			Steps []struct{ With struct{ Plans string } }
		}
	}
	var pipeline struct {
		Variables map[string]string
		Job       struct{ Script []string } `yaml:"sign-ready"`
	}
	load(t, "ci/github/action.yml", &action)
	load(t, "ci/github/example.yml", &example)
	load(t, "ci/gitlab/kehoach.yml", &pipeline)
	onGitHub, onGitLab := plans, plans
	if plans == "" {
		onGitHub, onGitLab = example.Jobs["sign-ready"].Steps[2].With.Plans, pipeline.Variables["KEHOACH_PLANS"]
	}
	last := action.Runs.Steps[len(action.Runs.Steps)-1]
	return map[string]struct {
		script      string
		environment []string
	}{
		"GitHub": {last.Run, []string{"PLANS=" + onGitHub, "OUTPUT=out", "KEHOACH_FLAGS=--attach-docx", "ACTION_PATH=" + absolute(t, "ci/github")}},
		"GitLab": {strings.Join(pipeline.Job.Script, "\n"), []string{"KEHOACH_PLANS=" + onGitLab, "KEHOACH_OUTPUT=out",
			"KEHOACH_STEPS=" + absolute(t, "ci/sign-ready.sh")}},
	}
}

// TestSampleRepository is `make ci-example`.
func TestSampleRepository(t *testing.T) {
	for name, c := range ciSteps(t, "plans/2026/[kl]*.yaml") {
		t.Run(name, func(t *testing.T) {
			dir, environment := sampleRepository(t, "../../plans/mau")
			steps := func() (string, error) {
				c2 := exec.Command("bash", "-eo", "pipefail", "-c", c.script)
				c2.Dir, c2.Env = dir, append(environment, c.environment...)
				out, err := c2.CombinedOutput()
				return string(out), err
			}
			out, err := steps()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			sums := exec.Command("sha256sum", "--check", "--quiet", "SHA256SUMS")
			sums.Dir = filepath.Join(dir, "out")
			if said, err := sums.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, said)
			}
			for _, made := range []string{"lien-tich.sign.json", "lien-tich.docx", "kem-quyet-dinh-phu-luc-1.pdf"} {
				if !strings.Contains(out, "  "+made+"\n") {
					t.Errorf("no sum of %s\n%s", made, out)
				}
			}
			if again, err := steps(); err != nil || again[strings.LastIndex(again, "KB)"):] != out[strings.LastIndex(out, "KB)"):] {
				t.Errorf("a second run says otherwise: %v\n%s", err, again)
			}
			// A plan that is still open stops the job.
			plan := filepath.Join(dir, "plans", "2026", "lien-tich.yaml")
			data, _ := os.ReadFile(plan)
			if err := os.WriteFile(plan, append([]byte("# XEM LẠI\n"), data...), 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := steps(); err == nil || !strings.Contains(out, "plan/open") {
				t.Errorf("an open plan goes on: %s", out)
			}
		})
	}
}

// The patterns that the templates name find the plans of a repository that is laid out like ours, and one with years alone.
func TestCITemplatesFindPlansHoweverDeep(t *testing.T) {
	for folder, want := range map[string][]string{
		"../../plans":     {"chuyen-doi-so.pdf", "lien-tich.pdf", "kem-quyet-dinh.pdf", "dan-chu-co-so.pdf"},
		"../../plans/mau": {"chuyen-doi-so.pdf", "lien-tich.pdf", "kem-quyet-dinh.pdf"},
	} {
		for name, c := range ciSteps(t, "") {
			dir, environment := sampleRepository(t, folder)
			drafts, _ := filepath.Glob(filepath.Join(dir, "plans", "*", "*", "chuyen-doi-so.yaml"))
			more, _ := filepath.Glob(filepath.Join(dir, "plans", "*", "chuyen-doi-so.yaml"))
			for _, draft := range append(drafts, more...) {
				data, _ := os.ReadFile(draft)
				if err := os.WriteFile(draft, bytes.Replace(data, []byte("draft: true\n"), nil, 1), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			command := exec.Command("bash", "-eo", "pipefail", "-c", c.script)
			command.Dir, command.Env = dir, append(environment, c.environment...)
			out, err := command.CombinedOutput()
			if err != nil {
				t.Errorf("%s, %s: %v\n%s", name, folder, err, out)
			}
			for _, made := range want {
				if !strings.Contains(string(out), "  "+made+"\n") {
					t.Errorf("%s, %s: no sum of %s\n%s", name, folder, made, out)
				}
			}
		}
	}
}

// What we ask CI systems to run is read by those who know: actionlint and ShellCheck.
func TestCIFilesAreSound(t *testing.T) {
	run(t, "go", "run", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.8", "-shellcheck=", "-pyflakes=", absolute(t, "ci/github/example.yml"))
	run(t, "../../.checkers/python/bin/shellcheck", absolute(t, "ci/sign-ready.sh"), absolute(t, ".ci/dist"), absolute(t, ".ci/run"), absolute(t, ".ci/install-checkers"))
}

// One commit gives one file, whatever folder it is checked out in, and it needs nothing of the machine it runs on.
func TestDistIsStaticAndTheSameTwice(t *testing.T) {
	dist := func(folder string) (sums, program string) {
		clone := filepath.Join(t.TempDir(), folder)
		run(t, "git", "clone", "--quiet", "../..", clone)
		return run(t, filepath.Join(clone, ".ci", "dist"), "linux/amd64"), filepath.Join(clone, "dist", "kehoach-linux-amd64")
	}
	first, program := dist("a")
	if second, _ := dist("thư mục khác"); first != second {
		t.Errorf("two builds differ:\n%s%s", first, second)
	}
	file, err := elf.Open(program)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("the program is not static")
		}
	}
	if out := run(t, program, "version"); !strings.Contains(out, "kehoach") {
		t.Error(out)
	}
}
