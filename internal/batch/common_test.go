package batch_test

import (
	"archive/zip"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/kehoach/kehoach/internal/batch"
)

// interrupted runs a job that a person stops after some units.
func interrupted(t testing.TB, j *batch.Job, after int) batch.Result {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	j.Progress = func(p batch.Progress) {
		if p.Done() == after {
			stop()
		}
	}
	p, found := j.Prepare()
	if found.Failed() {
		t.Fatal(text(found))
	}
	r := p.Run(ctx)
	if j.Progress = nil; !r.Interrupted || r.Done() == r.Total {
		t.Fatalf("not interrupted: %+v", r.Progress)
	}
	return r
}

func TestWhatIsMadeOfAllUnitsReplacesNoFileOfAPerson(t *testing.T) {
	for _, name := range []string{"in.pdf", "mau.zip"} {
		j := job(t, smallModel(t, small), communes(3))
		if name == "mau.zip" {
			j.Archive = batch.AllArchive
		} else {
			j.Book = filepath.Join(j.Out, name)
		}
		target := filepath.Join(j.Out, name)
		if err := os.WriteFile(target, []byte("a person's own"), 0o600); err != nil {
			t.Fatal(err)
		}
		if p, found := j.Prepare(); p != nil || !found.Failed() || found[0].Kind.ID != "output/changed" {
			t.Errorf("%s: %s", name, text(found))
		}
		if data, _ := os.ReadFile(target); string(data) != "a person's own" {
			t.Errorf("%s is replaced", name)
		}
		j.Force = true
		run(t, j)
		j.Force = false
		j.Units[0].Values["so_ho"] = "7"
		run(t, j) // its own it may replace
	}
}

func TestTheBookTakesNoUnitsName(t *testing.T) {
	j := job(t, smallModel(t, small), communes(3))
	t.Chdir(filepath.Dir(j.Out))
	for _, folder := range []string{j.Out, filepath.Base(j.Out)} {
		j.Book = filepath.Join(folder, "Xa-Nghia-Lo-2.pdf")
		if _, found := j.Prepare(); !found.Failed() || found[0].Kind.ID != "batch/book-name" {
			t.Errorf("%s: %s", folder, text(found))
		}
	}
}

func TestAFullDiskLeavesTheWholeArchive(t *testing.T) {
	dir := mounted(t, "size=800k")
	model := smallModel(t, small)
	j := job(t, model, communes(2))
	j.Out, j.Archive = filepath.Join(dir, "out"), batch.AllArchive
	run(t, j)
	want := contents(t, j.Out)["mau.zip"]
	j.Units = communes(90)
	p, _ := j.Prepare()
	r := p.Run(context.Background())
	if len(r.Found) == 0 || contents(t, j.Out)["mau.zip"] != want {
		t.Errorf("%+v %s", r.Progress, text(r.Found))
	}
}

func TestEachPartHasABookOfItsOwn(t *testing.T) {
	out := t.TempDir()
	for i := 1; i <= 2; i++ {
		j := job(t, smallModel(t, small), communes(4))
		j.Out, j.Shard, j.Book = out, batch.Shard{Index: i, Count: 2}, filepath.Join(out, "in.pdf")
		run(t, j)
	}
	for _, name := range []string{"in-1-of-2.pdf", "in-2-of-2.pdf"} {
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestAnInterruptLeavesTheWholeArchiveAndBook(t *testing.T) {
	j := job(t, smallModel(t, small), communes(80))
	j.Archive, j.Book = batch.AllArchive, filepath.Join(t.TempDir(), "in.pdf")
	run(t, j)
	want := contents(t, j.Out)["mau.zip"] + contents(t, filepath.Dir(j.Book))["in.pdf"]
	r := interrupted(t, j, 3)
	if got := contents(t, j.Out)["mau.zip"] + contents(t, filepath.Dir(j.Book))["in.pdf"]; got != want {
		t.Error("a part took the place of the whole")
	}
	said := 0
	for _, f := range r.Found {
		if f.Kind.ID == "batch/not-whole" {
			said++
		}
	}
	if said != 2 {
		t.Errorf("%s", text(r.Found))
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(j.Book), ".kehoach*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestTheArchiveOfAUnitIsReplacedByItsNextOne(t *testing.T) {
	j := job(t, smallModel(t, small), communes(3))
	j.Archive = batch.UnitArchive
	run(t, j)
	j.Units[1].Values["so_ho"] = "7"
	if r := run(t, j); r.Built != 3 {
		t.Errorf("%+v", r.Progress)
	}
	name := filepath.Join(j.Out, "xa-nghia-lo-2.zip")
	if z, err := zip.OpenReader(name); err != nil || len(z.File) == 0 {
		t.Errorf("%v", err)
	}
	if err := os.WriteFile(name, []byte("a person's own"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, _ := j.Prepare()
	if r := p.Run(context.Background()); r.Failed != 1 {
		t.Errorf("%+v", r.Progress)
	}
}

func TestADocumentThatIsOpenFailsItsUnitOnly(t *testing.T) {
	j := job(t, smallModel(t, small), communes(30))
	run(t, j)
	if err := os.WriteFile(filepath.Join(j.Out, "~$xa-nghia-lo-2.docx"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p, _ := j.Prepare()
	if r := p.Run(context.Background()); r.Failed != 1 || r.Built != 29 || r.Failures[0].Found[0].Kind.ID != "output/open" {
		t.Errorf("%+v %v", r.Progress, r.Failures)
	}
}
