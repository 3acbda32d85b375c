package batch_test

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/diag"
)

func TestASecondRunThatIsInterruptedForgetsNothing(t *testing.T) {
	j := job(t, smallModel(t, small), communes(120))
	run(t, j)
	want := contents(t, j.Out)
	j.Resume = true
	j.Units[0].Values["so_ho"] = "7"
	interrupted(t, j, 3)
	j.Units[0].Values["so_ho"] = ""
	delete(j.Units[0].Values, "so_ho")
	if r := run(t, j); r.Kept != 119 || r.Built != 1 {
		t.Errorf("%+v", r.Progress)
	}
	if !maps.Equal(contents(t, j.Out), want) {
		t.Error("other files")
	}
}

func TestAJournalHoldsFromItsStartWhatEarlierRunsMade(t *testing.T) {
	j := job(t, smallModel(t, small), communes(60))
	run(t, j)
	staging := filepath.Join(j.Out, ".kehoach-1-of-1")
	if err := os.Mkdir(staging, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(j.Out, "manifest.jsonl"), filepath.Join(staging, "journal.jsonl")); err != nil {
		t.Fatal(err) // as after a first kill
	}
	j.Resume = true
	lines := 0
	j.Progress = func(p batch.Progress) {
		if p.Done() == 1 { // a second kill would leave this
			data, _ := os.ReadFile(filepath.Join(staging, "journal.jsonl"))
			lines = strings.Count(string(data), "\n")
		}
	}
	if r := run(t, j); r.Kept != 60 || lines < 61 {
		t.Errorf("%+v, %d lines", r.Progress, lines)
	}
}

func TestPartsOfAnotherListAreRefused(t *testing.T) {
	out, model := t.TempDir(), smallModel(t, small)
	var manifests []string
	for i := 1; i <= 2; i++ {
		j := job(t, model, communes(6))
		if j.Out, j.Shard = out, (batch.Shard{Index: i, Count: 2}); i == 2 {
			j.Units[0].Values["so_ho"] = "7" // a unit of the other part
		}
		run(t, j)
		manifests = append(manifests, filepath.Join(out, map[int]string{1: "manifest-1-of-2.jsonl", 2: "manifest-2-of-2.jsonl"}[i]))
	}
	if _, _, found := batch.Merge(manifests, out); !found.Failed() || found[0].Kind.ID != "batch/other-job" {
		t.Errorf("%s", text(found))
	}
}

func TestAUnitsFileThatBreaksAfterTheCheckFailsItsUnit(t *testing.T) {
	j := job(t, smallModel(t, small), communes(4))
	j.Lists = filepath.ToSlash(t.TempDir())
	j.Units[1].Plan = "a.yaml"
	own := filepath.Join(j.Lists, "a.yaml")
	if err := os.WriteFile(own, []byte("title: Riêng\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, found := j.Prepare()
	if found.Failed() {
		t.Fatal(text(found))
	}
	if err := os.WriteFile(own, []byte("title: [\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := p.Run(context.Background()); r.Failed != 1 || r.Built != 3 || len(r.Failures[0].Found) == 0 {
		t.Errorf("%+v", r)
	}
}

func TestAFaultOfTheProgramFailsItsUnit(t *testing.T) {
	j := job(t, smallModel(t, small), communes(2))
	p, _ := j.Prepare()
	p.Renderer = nil
	if r := p.Run(context.Background()); r.Failed != 2 || r.Failures[0].Found[0].Kind.ID != "batch/crashed" {
		t.Errorf("%+v", r)
	}
}

// letters are units of whom the second has a letter that the font lacks.
func letters(t *testing.T) *batch.Job {
	j := job(t, smallModel(t, strings.Replace(small, "Giao chỉ tiêu.", "Giao {{ten}}.", 1)), communes(3))
	for i := range j.Units {
		j.Units[i].Values["ten"] = "chỉ tiêu"
	}
	j.Units[1].Values["ten"] = "chỉ tiêu 漢"
	j.Units[1].Places = map[string]diag.Location{"ten": {File: "don-vi.csv", Line: 4, Column: 9}}
	return j
}

func TestALetterThatTheFontLacksIsNamedByItsCell(t *testing.T) {
	j := letters(t)
	p, _ := j.Prepare()
	r := p.Run(context.Background())
	found := append(failuresOf(r), r.Notes...)
	found = append(found, r.Found...)
	for _, f := range found {
		if f.Arg("letter") == "漢" {
			if f.File != "don-vi.csv" || f.Line != 4 || f.Column != 9 {
				t.Errorf("%s", text(diag.List{f}))
			}
			return
		}
	}
	t.Errorf("no finding: %s", text(found))
}

func TestAUnitThatIsKeptKeepsItsWarnings(t *testing.T) {
	j := job(t, smallModel(t, small), communes(3))
	j.Units[0].Values["unit"] = strings.Repeat("Xã có tên dài lắm ", 12) // a title of more lines than the decree likes
	run(t, j)
	want := contents(t, j.Out)
	manifest, _ := os.ReadFile(filepath.Join(j.Out, "manifest.jsonl"))
	if !strings.Contains(string(manifest), `"findings"`) {
		t.Fatal("no warning to be kept")
	}
	j.Resume = true
	if r := run(t, j); r.Kept != 3 {
		t.Fatalf("%+v", r.Progress)
	}
	if got := contents(t, j.Out); !maps.Equal(got, want) {
		t.Error("the manifest is another one")
	}
}

func TestTwoRunsIntoOneFolderAreRefused(t *testing.T) {
	model := smallModel(t, small)
	j := job(t, model, communes(30))
	var second, part batch.Result
	j.Progress = func(p batch.Progress) {
		if p.Done() == 1 {
			other := job(t, model, communes(30))
			other.Out = j.Out
			q, _ := other.Prepare()
			second = q.Run(context.Background())
			other.Shard = batch.Shard{Index: 1, Count: 2}
			q, _ = other.Prepare()
			part = q.Run(context.Background())
		}
	}
	if r := run(t, j); r.Built != 30 {
		t.Errorf("%+v", r.Progress)
	}
	for _, r := range []batch.Result{second, part} {
		if len(r.Found) != 1 || r.Found[0].Kind.ID != "batch/busy" || !batch.MachineFailed(r.Found[0]) || r.Built > 0 {
			t.Errorf("%+v", r)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(j.Out, ".kehoach*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestPartsThatBeginTogetherDoNotStopEachOther(t *testing.T) {
	model := smallModel(t, small)
	whole := job(t, model, communes(40))
	if err := os.MkdirAll(filepath.Join(whole.Out, ".kehoach-1-of-1"), 0o700); err != nil {
		t.Fatal(err) // of a run of the whole that was killed
	}
	if err := os.WriteFile(filepath.Join(whole.Out, ".kehoach-1-of-1", "lock"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	results := make(chan batch.Result)
	for i := 1; i <= 8; i++ {
		j := job(t, model, communes(40))
		j.Out, j.Shard = whole.Out, batch.Shard{Index: i, Count: 8}
		p, _ := j.Prepare()
		go func() { results <- p.Run(context.Background()) }()
	}
	for range 8 {
		if r := <-results; r.Built != 5 || len(r.Found) > 0 {
			t.Errorf("%+v %s", r.Progress, text(r.Found))
		}
	}
	run(t, whole)
	if left, _ := filepath.Glob(filepath.Join(whole.Out, ".kehoach*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestALockDiesWithItsProcess(t *testing.T) {
	if dir := os.Getenv("KEHOACH_LOCK"); dir != "" {
		j := job(t, smallModel(t, small), communes(20))
		j.Out = dir
		j.Progress = func(batch.Progress) { self, _ := os.FindProcess(os.Getpid()); _ = self.Kill(); select {} }
		run(t, j)
	}
	j := job(t, smallModel(t, small), communes(20))
	c := exec.Command(os.Args[0], "-test.run", "^TestALockDiesWithItsProcess$")
	c.Env = append(os.Environ(), "KEHOACH_LOCK="+j.Out)
	if c.Run() == nil {
		t.Fatal("not killed")
	}
	if left, _ := filepath.Glob(filepath.Join(j.Out, ".kehoach-1-of-1", "lock")); len(left) != 1 {
		t.Error("nothing was left to be taken over")
	}
	run(t, j)
}

func TestCoverageKnowsWhomAnItemConcerns(t *testing.T) {
	model := strings.Replace(small, "      - {id: giao,", "      - {id: pho, when: {kind: phuong}, model: locked, text: 'Tuyến phố của {{kind.thon}}.'}\n      - {id: giao,", 1)
	list := communes(4) // three communes and a ward
	j := job(t, smallModel(t, model), list)
	j.Units[1].Values["so_ho"] = "5"
	run(t, j)
	var m struct {
		Items  []batch.Item
		Totals []batch.Total
		Units  []struct{ Cells []batch.Cell }
	}
	data, _ := os.ReadFile(filepath.Join(j.Out, "coverage.json"))
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	state := func(unit int) batch.State { return m.Units[unit].Cells[1].State }
	if m.Items[1].ID != "pho" || state(0) != batch.NotConcerned || state(3) != batch.Filled {
		t.Errorf("%s", data)
	}
	if m.Items[1].Name != "Tuyến phố của …." {
		t.Errorf("heading %q", m.Items[1].Name)
	}
	part := job(t, smallModel(t, model), list)
	part.Shard = batch.Shard{Index: 1, Count: 2}
	run(t, part)
	data, _ = os.ReadFile(filepath.Join(part.Out, "coverage-1-of-2.json"))
	if m.Totals = nil; json.Unmarshal(data, &m) != nil || len(m.Totals) > 0 {
		t.Errorf("a part adds up to the total of all: %s", data)
	}
}

func TestAUnitThatFailedCoversNothing(t *testing.T) {
	j := job(t, smallModel(t, small), communes(3))
	if err := os.WriteFile(filepath.Join(j.Out, "xa-nghia-lo-2.docx"), []byte("a person's own"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, _ := j.Prepare()
	p.Run(context.Background())
	data, _ := os.ReadFile(filepath.Join(j.Out, "coverage.json"))
	if strings.Contains(string(data), "Nghĩa Lộ") || !strings.Contains(string(data), "Lý Sơn") {
		t.Errorf("%s", data)
	}
}

func TestTablesHoldWordsAsTheyAre(t *testing.T) {
	j := job(t, smallModel(t, small), communes(2))
	j.Units[0].Name, j.Units[1].Name = "-5 xã", "=1+1"
	run(t, j)
	f, err := excelize.OpenFile(filepath.Join(j.Out, "manifest.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"B2": "-5 xã", "B5": "=1+1"} {
		value, _ := f.GetCellValue("Kết quả", cell)
		formula, _ := f.GetCellFormula("Kết quả", cell)
		id, _ := f.GetCellStyle("Kết quả", cell)
		if style, err := f.GetStyle(id); value != want || formula != "" || err != nil || style.NumFmt != 49 {
			t.Errorf("%s holds %q, formula %q, %v", cell, value, formula, err)
		}
	}
}

func TestANameIsMissingOnlyWhenItIs(t *testing.T) {
	j := job(t, smallModel(t, small), communes(3))
	j.Name, _ = batch.ParsePattern("{{unit | slug}}-{{ma | slug}}")
	j.Units[0].Values["ma"], j.Units[1].Values["ma"] = "a1", "!!!"
	_, found := j.Prepare()
	ids := map[string]int{}
	for _, f := range found {
		ids[f.Kind.ID] = f.Line
	}
	if ids["batch/name-letters"] != 4 || ids["batch/name"] != 5 {
		t.Errorf("%s", text(found))
	}
}

func TestADeadlineAfterTheSuperiorsIsLate(t *testing.T) {
	j := job(t, smallModel(t, strings.Replace(small, "  - items:", "  - id: viec\n    items:", 1)), communes(2))
	late := "sections:\n  - id: viec\n    items:\n      - {id: hop, text: Họp., deadline: {before: 31/7/2026}}\n"
	j.Lists, j.Units[1].Plan = filepath.ToSlash(t.TempDir()), "muon.yaml"
	if err := os.WriteFile(filepath.Join(j.Lists, "muon.yaml"), []byte(late), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, j)
	var m struct {
		Units []struct{ Cells []batch.Cell }
	}
	data, _ := os.ReadFile(filepath.Join(j.Out, "coverage.json"))
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	if m.Units[0].Cells[0].Late || !m.Units[1].Cells[0].Late {
		t.Errorf("%s", data)
	}
}
