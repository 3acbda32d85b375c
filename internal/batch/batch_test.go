package batch_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/font"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/units"
)

const seed = "../../plans/son-mau/2024/dan-chu-co-so.yaml"

// communes are n units of three kinds with names of their own.
func communes(n int) []units.Unit {
	list := make([]units.Unit, n)
	kinds := []string{"xã", "xã", "xã", "phường", "đặc khu"}
	names := []string{"Sơn Tây Hạ", "Nghĩa Lộ", "Lý Sơn", "Trà Bồng", "Ba Vinh", "Đặng Thùy Trâm", "Mỏ Cày"}
	for i := range list {
		name := fmt.Sprintf("%s %s %d", kinds[i%len(kinds)], names[i%len(names)], i+1)
		list[i] = units.Unit{Name: name, At: diag.Location{File: "don-vi.csv", Line: i + 3}, Values: map[string]string{
			"unit": name, "signatory.name": fmt.Sprintf("Nguyễn Văn %c%d", 'A'+i%26, i), "number": fmt.Sprint(i%90 + 10)}}
	}
	return list
}

// job is a job of the model in file for some units, into a folder of its own.
func job(t testing.TB, model string, list []units.Unit) *batch.Job {
	t.Helper()
	p, found := plan.LoadModel(model, plan.Options{})
	if p == nil {
		t.Fatal(text(found))
	}
	r, found := render.New(font.Default())
	if r == nil {
		t.Fatal(text(found))
	}
	r.Fields = render.Fields{Sign: true, Number: true}
	pattern, _ := batch.ParsePattern("{{unit | slug}}")
	return &batch.Job{Model: p, Units: list, Renderer: r, Formats: []render.Format{render.DOCX, render.PDF}, Version: "test",
		Out: t.TempDir(), Name: pattern}
}

func text(found diag.List) string {
	var b bytes.Buffer
	_ = found.WriteText(&b, diag.English)
	return b.String()
}

// run prepares and runs a job that no unit should fail in.
func run(t testing.TB, j *batch.Job) batch.Result {
	t.Helper()
	p, found := j.Prepare()
	if found.Failed() {
		t.Fatal(text(found))
	}
	r := p.Run(context.Background())
	if len(r.Found) > 0 || r.Failed > 0 {
		t.Fatalf("%s%v", text(r.Found), r.Failures)
	}
	return r
}

// contents are the digests of a folder's files, by name.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		files[strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(dir)+"/")] = sumOf(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestABatchGivesTheFilesThatBuildGives(t *testing.T) {
	list := communes(7)
	j := job(t, seed, list)
	run(t, j)
	for _, u := range list {
		p, found := plan.Load(seed, plan.Options{Values: u.Values})
		if p == nil {
			t.Fatal(text(found))
		}
		r, _ := render.New(font.Default())
		r.Fields = render.Fields{Sign: true, Number: true}
		files, _ := r.Plan(p, slugOf(u.Name), j.Formats)
		for _, f := range files {
			data, err := os.ReadFile(filepath.Join(j.Out, f.Name))
			if err != nil || !bytes.Equal(data, f.Data) {
				t.Errorf("%s is not what build gives: %v", f.Name, err)
			}
		}
	}
}

func slugOf(name string) string {
	p, _ := batch.ParsePattern("{{unit | slug}}")
	return p.Stem(map[string]string{"unit": name})
}

func sumOf(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }
