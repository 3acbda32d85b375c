package batch_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/bundle"
	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/pdfread"
	"github.com/kehoach/kehoach/internal/units"
	"github.com/kehoach/kehoach/internal/wml"
)

const small = `kehoach: 1
agency: agency.yaml
period: {year: 2026}
title: Thực hiện trên địa bàn {{unit}}
values:
  - {name: ngay_hop, value: 15/3/2026}
  - {name: so_ho, value: '0'}
sections:
  - items:
      - {id: hop, text: 'Họp ngày {{ngay_hop}}.', deadline: {before: 30/6/2026}, superior_due: 30/6/2026}
      - {id: giao, text: 'Giao chỉ tiêu.', target: {value: '{{so_ho}}', unit: hộ, total: '30'}}
`

const office = `kehoach: 1
name: Ủy ban nhân dân xã Mẫu
kind: xa
letterhead: XÃ MẪU
place: Mẫu
suffix: UBND
signatories:
  - {id: chu-tich, name: Nguyễn Văn An, post: CHỦ TỊCH}
`

// smallModel writes a model of half a page and returns its name.
func smallModel(t testing.TB, text string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"mau.yaml": text, "agency.yaml": office} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.ToSlash(filepath.Join(dir, "mau.yaml"))
}

func TestTheBytesAreTheSameHoweverTheWorkIsDivided(t *testing.T) {
	model := smallModel(t, small)
	whole := job(t, model, communes(25))
	whole.Jobs = 1
	run(t, whole)
	want := contents(t, whole.Out)
	for _, jobs := range []int{2, 8} {
		j := job(t, model, communes(25))
		j.Jobs = jobs
		run(t, j)
		if got := contents(t, j.Out); !maps.Equal(got, want) {
			t.Errorf("%d workers: other files", jobs)
		}
	}
	parts := job(t, model, communes(25)).Out
	var manifests []string
	for i := 1; i <= 3; i++ {
		j := job(t, model, communes(25))
		j.Out, j.Shard = parts, batch.Shard{Index: i, Count: 3}
		run(t, j)
		manifests = append(manifests, filepath.Join(parts, fmt.Sprintf("manifest-%d-of-3.jsonl", i)))
	}
	if _, _, found := batch.Merge(manifests[:2], parts); !found.Failed() || found[0].Kind.ID != "batch/units-left" {
		t.Errorf("a part is missing: %s", text(found))
	}
	if _, failed, found := batch.Merge(manifests, parts); found.Failed() || failed > 0 {
		t.Errorf("%s, %d failed", text(found), failed)
	}
	got := contents(t, parts)
	maps.DeleteFunc(got, func(name, _ string) bool { return strings.Contains(name, "-of-3") })
	if !maps.Equal(got, want) {
		t.Error("three parts, merged: other files")
	}
}

func TestOneImpossibleDateStopsOneUnit(t *testing.T) {
	model := smallModel(t, small)
	list := communes(300)
	for i := range list { // all rows have a date
		list[i].Values["ngay_hop"] = "20/3/2026"
	}
	list[123].Values["ngay_hop"] = "31/02/2026"
	list[123].Places = map[string]diag.Location{"ngay_hop": {File: "don-vi.csv", Line: 126, Column: 30}}
	j := job(t, model, list)
	j.Formats = j.Formats[:1]
	p, found := j.Prepare()
	if len(found) != 1 || found[0].Kind.ID != "plan/given-date" || found[0].Line != 126 || found[0].Column != 30 {
		t.Fatalf("%s", text(found))
	}
	if left, _ := os.ReadDir(j.Out); len(left) > 0 {
		t.Error("something is written before all rows are checked")
	}
	r := p.Run(context.Background())
	if r.Built != 299 || r.Failed != 1 || len(r.Failures) != 1 || r.Failures[0].Unit != list[123].Name {
		t.Fatalf("%+v", r.Progress)
	}
	before := contents(t, j.Out)

	list[123].Values["ngay_hop"] = "28/02/2026"
	again := job(t, model, list)
	again.Out, again.Resume, again.Formats = j.Out, true, j.Formats
	if r := run(t, again); r.Built != 1 || r.Kept != 299 {
		t.Errorf("after mending: %+v", r.Progress)
	}
	after := contents(t, j.Out)
	for name, sum := range before {
		if after[name] != sum && !strings.HasPrefix(name, "manifest") && !strings.HasPrefix(name, "coverage") {
			t.Errorf("%s changed", name)
		}
	}
	fresh := job(t, model, list)
	fresh.Formats = j.Formats
	run(t, fresh)
	if !maps.Equal(contents(t, fresh.Out), after) {
		t.Error("resuming gives other files than a run from the start")
	}
}

func TestResumeBuildsWhatWasChangedOrLost(t *testing.T) {
	model := smallModel(t, small)
	j := job(t, model, communes(6))
	run(t, j)
	want := contents(t, j.Out)
	if err := os.Remove(filepath.Join(j.Out, "xa-son-tay-ha-1.pdf")); err != nil {
		t.Fatal(err)
	}
	j.Resume = true
	if r := run(t, j); r.Built != 1 || r.Kept != 5 {
		t.Errorf("%+v", r.Progress)
	}
	if !maps.Equal(contents(t, j.Out), want) {
		t.Error("other files")
	}
	name := filepath.Join(j.Out, "xa-nghia-lo-2.docx")
	if err := os.WriteFile(name, []byte("a person wrote here"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, _ := j.Prepare()
	if r := p.Run(context.Background()); r.Failed != 1 || r.Failures[0].Found[0].Kind.ID != "output/changed" {
		t.Errorf("a file that a person changed: %+v", r.Failures)
	}
	if data, _ := os.ReadFile(name); string(data) != "a person wrote here" {
		t.Error("what a person wrote is gone")
	}
	j.Force = true // as after a power cut that damaged a file
	if r := run(t, j); r.Built != 1 || r.Kept != 5 || !maps.Equal(contents(t, j.Out), want) {
		t.Errorf("a damaged file: %+v", r.Progress)
	}
}

func TestAnInterruptFinishesWhatIsInHand(t *testing.T) {
	j := job(t, smallModel(t, small), communes(200))
	ctx, stop := context.WithCancel(context.Background())
	j.Progress = func(p batch.Progress) {
		if p.Done() == 5 {
			stop()
		}
	}
	p, _ := j.Prepare()
	r := p.Run(ctx)
	if !r.Interrupted || r.Built < 5 || r.Built == 200 {
		t.Fatalf("%+v", r.Progress)
	}
	if _, err := os.Stat(filepath.Join(j.Out, "manifest.jsonl")); err != nil {
		t.Error(err)
	}
	built := r.Built
	j.Resume, j.Progress = true, nil
	if r := run(t, j); r.Kept != built || r.Built != 200-built {
		t.Errorf("%+v after %d", r.Progress, built)
	}
}

func TestAFileCarriesItsOwnUnitOnly(t *testing.T) {
	j := job(t, smallModel(t, small), communes(3))
	run(t, j)
	docx, _ := os.ReadFile(filepath.Join(j.Out, "xa-nghia-lo-2.docx"))
	pkg, found := wml.OpenPackage("x.docx", docx)
	if pkg == nil {
		t.Fatal(text(found))
	}
	inside, err := bundle.Get(pkg)
	if err != nil || len(inside) != 3 {
		t.Fatalf("%d files inside, %v", len(inside), err)
	}
	for _, name := range pkg.Names() {
		for _, other := range []string{"Sơn Tây Hạ", "Lý Sơn", "Nguyễn Văn A0", "Nguyễn Văn C2"} {
			if bytes.Contains(pkg.Part(name), []byte(other)) {
				t.Errorf("%s of another unit's file holds %q", name, other)
			}
		}
	}
	for _, f := range inside {
		if f.Role == bundle.Values && !bytes.Contains(f.Data, []byte("xã Nghĩa Lộ 2")) || bytes.Contains(f.Data, []byte("Sơn Tây Hạ")) {
			t.Errorf("%s holds\n%s", f.Path, f.Data)
		}
	}
}

func TestArchivesHoldTheSameFiles(t *testing.T) {
	model := smallModel(t, small)
	plain := job(t, model, communes(4))
	run(t, plain)
	want := contents(t, plain.Out)
	maps.DeleteFunc(want, func(name, _ string) bool {
		return strings.HasPrefix(name, "manifest") || strings.HasPrefix(name, "coverage")
	})

	all := job(t, model, communes(4))
	all.Archive = batch.AllArchive
	run(t, all)
	each := job(t, model, communes(4))
	each.Archive = batch.UnitArchive
	run(t, each)
	got := map[string]string{}
	archives, _ := filepath.Glob(filepath.Join(each.Out, "*.zip"))
	for _, name := range append(archives, filepath.Join(all.Out, "mau.zip")) {
		z, err := zip.OpenReader(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, _ := f.Open()
			var b bytes.Buffer
			_, _ = b.ReadFrom(r)
			sum := sumOf(b.Bytes())
			if other, twice := got[f.Name]; twice && other != sum {
				t.Errorf("%s differs between the archives", f.Name)
			}
			got[f.Name] = sum
		}
		z.Close()
	}
	if len(archives) != 4 || !maps.Equal(got, want) {
		t.Errorf("%d archives with %d files, want 4 with %d", len(archives), len(got), len(want))
	}
}

func TestABookHasAllPagesAndABookmarkAUnit(t *testing.T) {
	j := job(t, smallModel(t, small), communes(12))
	j.Book = filepath.Join(j.Out, "chung.pdf")
	run(t, j)
	data, err := os.ReadFile(j.Book)
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfread.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.Pages()
	if err != nil || len(pages) != 12 {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	outlines, _ := f.Dict(f.Catalog["Outlines"])
	if n, _ := f.Number(outlines["Count"]); n != 12 {
		t.Errorf("%v bookmarks", n)
	}
}

func TestCoverageSaysWhatUnitsMadeOfTheModel(t *testing.T) {
	model := smallModel(t, small)
	list := communes(3)
	for i := range list {
		list[i].Values["so_ho"] = "10"
	}
	list[1].Plan, list[2].Plan = "rieng.yaml", "bot.yaml"
	j := job(t, model, list)
	j.Lists = filepath.ToSlash(t.TempDir())
	for name, content := range map[string]string{"rieng.yaml": "title: Riêng\n", "bot.yaml": "drop: [giao]\n"} {
		if err := os.WriteFile(filepath.Join(j.Lists, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, j)
	var m struct {
		Totals []batch.Total
		Units  []struct{ Cells []batch.Cell }
	}
	data, _ := os.ReadFile(filepath.Join(j.Out, "coverage.json"))
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Units) != 3 || m.Units[2].Cells[1].State != batch.LeftOut || m.Units[0].Cells[1].Target != "10" || m.Units[0].Cells[0].Due == "" {
		t.Errorf("%s", data)
	}
	if len(m.Totals) != 1 || m.Totals[0].Allotted != "20" || m.Totals[0].AddsUp {
		t.Errorf("totals %+v", m.Totals)
	}
}

func TestNamesAreCheckedBeforeAnythingIsWritten(t *testing.T) {
	model := smallModel(t, small)
	list := []units.Unit{{Name: "xã Sơn Tây"}, {Name: "xã Sơn-Tây"}, {Name: "xã sơn tây"}, {Name: "xã SƠN TÂY"}, {Name: "../../etc"}}
	j := job(t, model, list)
	_, found := j.Prepare()
	ids := map[string]int{}
	for _, f := range found {
		ids[f.Kind.ID]++
	}
	if ids["batch/same-name"] == 0 || ids["batch/same-unit"] == 0 {
		t.Errorf("%s", text(found))
	}
	for name, want := range map[string]string{
		"../../etc": "etc", "CON": "_con", "nul.txt": "nul-txt", strings.Repeat("á", 300): strings.Repeat("a", 111) + "-",
	} {
		p, _ := batch.ParsePattern("{{unit | slug}}")
		if got := p.Stem(map[string]string{"unit": name}); !strings.HasPrefix(got, want) || len(got) > 120 {
			t.Errorf("%s: %s", name, got)
		}
	}
	for unit, want := range map[string]string{"../x": "-x", "a/b": "a-b", `a\b`: "a-b", "CON": "_CON", "com1.x": "_com1.x", "a:b?": "a-b-", "x. ": "x", ".ẩn": "ẩn", "a\x00b": "a-b"} {
		p, _ := batch.ParsePattern("{{unit}}")
		if got := p.Stem(map[string]string{"unit": unit}); got != want {
			t.Errorf("%q: %q, want %q", unit, got, want)
		}
	}
	for _, pattern := range []string{"../{{unit}}", "{{unit}}/..", "/{{unit}}", "{{unit | x}}", "{{unit", `a\{{unit}}`, "", "a//b"} {
		if _, ok := batch.ParsePattern(pattern); ok {
			t.Errorf("%q is taken for a pattern", pattern)
		}
	}
}

// small disks and read-only ones are real ones: they need a system that lets the test mount them.
func mounted(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "none", dir).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	return dir
}

func TestAFullDiskCorruptsNothing(t *testing.T) {
	dir := mounted(t, "size=600k")
	j := job(t, smallModel(t, small), communes(60))
	fresh := job(t, smallModel(t, small), communes(60))
	fresh.Model = j.Model
	run(t, fresh)
	want := contents(t, fresh.Out)
	j.Out = filepath.Join(dir, "out")
	p, _ := j.Prepare()
	r := p.Run(context.Background())
	machine := false
	for _, f := range append(r.Found, failuresOf(r)...) {
		machine = machine || batch.MachineFailed(f) || f.Kind.ID == "output/write"
	}
	if !machine || r.Done() == r.Total {
		t.Fatalf("the disk is full and no one says so: %+v %s", r.Progress, text(r.Found))
	}
	for name, sum := range contents(t, j.Out) {
		if !strings.HasPrefix(name, "manifest") && !strings.HasPrefix(name, "coverage") && want[name] != sum {
			t.Errorf("%s is corrupt", name)
		}
		if strings.Contains(name, ".kehoach-") {
			t.Errorf("%s is left behind", name)
		}
	}
}

func failuresOf(r batch.Result) (found diag.List) {
	for _, f := range r.Failures {
		found = append(found, f.Found...)
	}
	return found
}

func TestAReadOnlyFolderIsTold(t *testing.T) {
	dir := mounted(t, "ro,size=1m")
	j := job(t, smallModel(t, small), communes(3))
	j.Out = filepath.Join(dir, "out")
	p, _ := j.Prepare()
	if r := p.Run(context.Background()); len(r.Found) != 1 || !batch.MachineFailed(r.Found[0]) || r.Built > 0 {
		t.Errorf("%+v", r)
	}
}
