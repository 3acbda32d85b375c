package batch_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/batch"
)

// FuzzPattern holds that no pattern and no value leads out of the folder, or to a name that some file system refuses.
func FuzzPattern(f *testing.F) {
	f.Add("{{province}}/{{unit | slug}}-{{year}}", "xã Sơn Tây Hạ", "../../etc")
	f.Add("{{unit}}", "CON", "a/b")
	f.Add("a/{{unit}}/b", "..", ".")
	f.Fuzz(func(t *testing.T, pattern, unit, province string) {
		p, ok := batch.ParsePattern(pattern)
		if !ok {
			return
		}
		stem := p.Stem(map[string]string{"unit": unit, "province": province, "year": "2026"})
		if stem == "" {
			return
		}
		if !filepath.IsLocal(filepath.FromSlash(stem)) {
			t.Errorf("%q with %q, %q leads to %q", pattern, unit, province, stem)
		}
		if strings.Count(stem, "/") > strings.Count(pattern, "/") {
			t.Errorf("%q: a value made a folder: %q", pattern, stem)
		}
		for segment := range strings.SplitSeq(stem, "/") {
			if len(segment) > 120 || strings.ContainsAny(segment, "<>:\"|?*\\\x00\n") || strings.TrimRight(segment, ". ") != segment {
				t.Errorf("%q is no file name everywhere", segment)
			}
		}
	})
}

// FuzzManifest holds that any file may be given for a manifest.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"kehoach":"1","shared":"a","units":1}` + "\n" + `{"n":1,"unit":"x","status":"done"}` + "\n"))
	f.Add([]byte(`{"shared":"a","units":9999999999}` + "\n" + `{"n":-1}` + "\n{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		name := filepath.Join(dir, "manifest-1-of-2.jsonl")
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		written, _, found := batch.Merge([]string{name}, dir)
		if len(written) > 0 && found.Failed() {
			t.Error("something is written after an error")
		}
	})
}
