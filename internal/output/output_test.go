package output_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/kehoach/kehoach/internal/output"
)

func sealedText(text string) []byte {
	return output.Seal([]byte("%PDF " + text + " " + output.Unsealed + " end"))
}

func TestASealTellsWhetherAFileWasChanged(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create("a"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"PDF": sealedText("a"), "DOCX": output.Seal(b.Bytes())} {
		if !output.Sealed(data) {
			t.Errorf("%s: not sealed", name)
		}
		for i := range data {
			changed := bytes.Clone(data)
			changed[i] ^= 1
			if output.Sealed(changed) {
				t.Errorf("%s: byte %d changed and no one sees it", name, i)
			}
		}
	}
	if _, err := zip.NewReader(bytes.NewReader(output.Seal(b.Bytes())), int64(len(output.Seal(b.Bytes())))); err != nil {
		t.Errorf("a sealed zip file can't be read: %v", err)
	}
	if plain := []byte("no seal"); output.Sealed(plain) || !bytes.Equal(output.Seal(plain), plain) {
		t.Error("a file that has no seal gets one")
	}
}

func TestWhatHappensToATarget(t *testing.T) {
	ours, other := sealedText("old"), []byte("a person wrote here")
	for name, c := range map[string]struct {
		there []byte
		force bool
		want  string // the finding
	}{
		"nothing there":       {nil, false, ""},
		"as we wrote it":      {ours, false, ""},
		"changed by a person": {append(bytes.Clone(ours), '!'), false, "output/changed"},
		"not ours":            {other, false, "output/changed"},
		"forced":              {other, true, ""},
		"the same already":    {sealedText("new"), false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "in", "plan.pdf")
			if c.there != nil {
				if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(target, c.there, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			written, found := output.Write([]output.File{{Name: target, Data: sealedText("new"), Input: "plan.yaml"}}, c.force)
			got, want := "", sealedText("new")
			if len(found) > 0 {
				got, want = found[0].Kind.ID, c.there
			}
			if got != c.want || (len(written) == 1) != (c.want == "") {
				t.Errorf("finding %q, want %q", got, c.want)
			}
			if data, _ := os.ReadFile(target); !bytes.Equal(data, want) {
				t.Errorf("the file holds %q", data)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(target), ".kehoach-*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestTheFilesOfOneInputStandOrFallTogether(t *testing.T) {
	dir := t.TempDir()
	name := func(file string) string { return filepath.Join(dir, file) }
	if err := os.WriteFile(name("a.docx"), []byte("a person wrote here"), 0o600); err != nil {
		t.Fatal(err)
	}
	written, found := output.Write([]output.File{
		{Name: name("a.docx"), Data: []byte("1"), Input: "a.yaml"}, {Name: name("a.pdf"), Data: []byte("2"), Input: "a.yaml"},
		{Name: name("b.docx"), Data: []byte("3"), Input: "b.yaml"},
	}, false)
	if len(found) != 1 || len(written) != 1 || written[0].Input != "b.yaml" {
		t.Errorf("%v written, findings %v", written, found)
	}
	if _, err := os.Stat(name("a.pdf")); err == nil {
		t.Error("the PDF is new while the DOCX is old")
	}
}

func TestTwoInputsOfOneNameAreRefusedBeforeAnythingIsWritten(t *testing.T) {
	dir := t.TempDir()
	for name, second := range map[string]string{"the same": "plan.pdf", "in capitals": "PLAN.pdf", "decomposed": "kế.pdf"} {
		first := "plan.pdf"
		if name == "decomposed" {
			first = "ke\u0302\u0301.pdf"
		}
		written, found := output.Write([]output.File{
			{Name: filepath.Join(dir, first), Data: []byte("a"), Input: "a/plan.yaml"},
			{Name: filepath.Join(dir, second), Data: []byte("b"), Input: "b/plan.yaml"},
		}, true)
		if len(written) > 0 || !found.Failed() || found[0].Kind.ID != "output/twice" {
			t.Errorf("%s: %v", name, found)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("written all the same: %v", left)
	}
}

func TestTargetsThatCannotBeWrittenAreNamed(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"con.pdf", "NUL.docx", "a?.pdf", "a:b.pdf"} {
		if _, found := output.Write([]output.File{{Name: filepath.Join(dir, name), Data: []byte("a")}}, false); !found.Failed() || found[0].Kind.ID != "output/name" {
			t.Errorf("%s: %v", name, found)
		}
	}
	for _, name := range []string{"plan.docx", ".~lock.plan.docx#"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, found := output.Write([]output.File{{Name: filepath.Join(dir, "plan.docx"), Data: []byte("a")}}, true); !found.Failed() || found[0].Kind.ID != "output/open" {
		t.Errorf("open in LibreOffice: %v", found)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, found := output.Write([]output.File{{Name: filepath.Join(file, "plan.pdf"), Data: []byte("a")}}, false)
	if !found.Failed() || !output.MachineFailed(found[0]) {
		t.Errorf("a folder that is a file: %v", found)
	}
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		return // no folder is read-only to them
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, found := output.Write([]output.File{{Name: filepath.Join(dir, "x.pdf"), Data: []byte("a")}}, false); !found.Failed() || !output.MachineFailed(found[0]) {
		t.Errorf("a read-only folder: %v", found)
	}
}

func TestTheSourceIsNeverReplaced(t *testing.T) {
	dir := t.TempDir()
	source, link := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "b.yaml")
	if err := os.WriteFile(source, sealedText("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	names := []string{source, filepath.Join(dir, "x", "..", "a.pdf")}
	if os.Symlink(source, link) == nil {
		names = append(names, link)
	}
	for _, name := range names {
		written, found := output.Write([]output.File{{Name: name, Data: []byte("b"), Source: source}}, true)
		if len(written) > 0 || len(found) != 1 || found[0].Kind.ID != "output/input" {
			t.Errorf("%s: %v", name, found)
		}
	}
	if data, _ := os.ReadFile(source); !bytes.Equal(data, sealedText("a")) {
		t.Errorf("the source holds %q", data)
	}
}
