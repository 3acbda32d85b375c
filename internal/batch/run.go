package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/output"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
)

// window is how many units may be finished ahead of the one whose turn it is, for each worker.
const window = 8

// An outcome is what came of one task.
type outcome struct {
	task  *task
	entry Entry
	kept  bool
	found diag.List
	files []render.File // for what is made of all units: the archive, the book
}

// Run builds the units that Prepare found no fault in. When asked is done, what is in hand is finished and the rest left.
func (p *Prepared) Run(asked context.Context) Result {
	var r Result
	r.Total = len(p.tasks)
	known := p.earlier()
	stage, err := p.openStaging(known)
	if err != nil {
		r.Found = diag.List{p.cannotWrite(err)}
		return r
	}
	defer stage.close()
	c := &collector{Prepared: p, stage: stage, result: &r}
	if err := c.begin(); err != nil {
		r.Found = diag.List{p.cannotWrite(err)}
		return r
	}
	ctx, stop := context.WithCancel(asked)
	defer stop()
	machine := false
	for next := range p.outcomes(ctx, known, stage) {
		o := <-next
		if o == nil {
			continue
		}
		if c.take(o) {
			machine = true
			stop() // every further unit would fail
		}
	}
	r.Interrupted = stopped(asked)
	c.fill(known)
	c.finish(machine)
	return r
}

// outcomes hands the tasks out to workers and gives, in the order of the tasks, a channel with each one's outcome: nil for
// one that was not begun.
func (p *Prepared) outcomes(ctx context.Context, known map[string]Entry, stage *staging) <-chan chan *outcome {
	type request struct {
		task *task
		done chan *outcome
	}
	workers := p.workers()
	requests := make(chan request)
	order := make(chan chan *outcome, window*workers)
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			w := &worker{Prepared: p, known: known, writer: output.Writer{Force: p.Force, Staging: stage.dir}}
			for r := range requests {
				if stopped(ctx) {
					r.done <- nil
					continue
				}
				r.done <- w.attempt(r.task)
			}
		})
	}
	go func() {
		for _, t := range p.tasks {
			done := make(chan *outcome, 1)
			order <- done
			requests <- request{t, done}
		}
		close(requests)
		running.Wait()
		close(order)
	}()
	return order
}

// A worker builds one unit after another.
type worker struct {
	*Prepared
	known  map[string]Entry
	writer output.Writer
}

// attempt builds a unit. A fault of the program is that unit's failure, not the end of all.
func (w *worker) attempt(t *task) (o *outcome) {
	defer func() {
		if fault := recover(); fault != nil {
			o = &outcome{task: t, entry: Entry{N: t.n + 1, Unit: t.unit.Name, Status: statusFailed}}
			o.found = append(slices.Clone(t.found), crashed.At(t.unit.At, "reason", fmt.Sprint(fault)))
			o.entry.Findings = findingsOf(o.found)
		}
	}()
	return w.build(t)
}

var crashed = kind("crashed", "chương trình gặp lỗi khi lập đơn vị này: {reason}", "the program failed at this unit: {reason}",
	"báo lỗi này cho dự án kèm kế hoạch và dòng của đơn vị", "report it to the project with the plan and the unit's row")

// build makes the files of one unit and puts them in place.
func (w *worker) build(t *task) *outcome {
	o := &outcome{task: t, entry: Entry{N: t.n + 1, Unit: t.unit.Name, Status: statusFailed}, found: t.found}
	defer func() { o.entry.Findings = withNew(findingsOf(o.found), o.entry.Findings) }()
	if t.found.Failed() {
		return o
	}
	model, made, more := w.planOf(t) // its own file may have changed since the check
	if made == nil || more.Failed() {
		o.found = append(slices.Clone(o.found), more...)
		return o
	}
	o.entry.Inputs = w.inputs(t, made)
	covered := w.coverage(model, made)
	whole := w.Archive == AllArchive || w.Book != ""
	if before, ok := w.known[o.entry.Inputs]; ok && !whole && !w.Update && w.unchanged(before) {
		o.kept = true
		o.entry.Status, o.entry.Files, o.entry.Findings, o.entry.Coverage = statusDone, before.Files, before.Findings, covered
		return o
	}
	files, more := w.render(t, made)
	o.found = append(o.found, placed(more, t.unit)...)
	if o.found.Failed() {
		return o
	}
	var plans []output.File
	if w.YAML {
		plans, more = w.handOut(t, made)
		if o.found = append(o.found, more...); o.found.Failed() {
			return o
		}
	}
	if whole {
		o.files = files
	}
	if w.Archive == UnitArchive {
		packed, err := pack(files)
		if err != nil {
			o.found = append(o.found, w.cannotWrite(err))
			return o
		}
		files = []render.File{{Name: t.stem + ".zip", Data: packed}}
	}
	var out []output.File
	if w.Archive != AllArchive {
		out = w.outputs(t, files)
	}
	written, found := w.writer.Write(append(out, plans...))
	if o.found = append(o.found, found...); o.found.Failed() || len(written) != len(out)+len(plans) {
		return o
	}
	o.entry.Status, o.entry.Coverage = statusDone, covered
	for _, f := range files {
		o.entry.Files = append(o.entry.Files, File{f.Name, sumOf(f), len(f.Data), f.Pages})
	}
	for _, f := range plans {
		name, _ := filepath.Rel(w.Out, f.Name)
		o.entry.Files = append(o.entry.Files, File{filepath.ToSlash(name), digest(f.Data), len(f.Data), 0})
	}
	return o
}

// render makes the files of a unit, named below the output folder.
func (w *worker) render(t *task, made *plan.Plan) ([]render.File, diag.List) {
	if len(w.Formats) == 0 && w.Book == "" {
		return nil, nil
	}
	folder, stem := path.Split(t.stem)
	files, found := w.Renderer.Plan(made, stem, w.Formats)
	if found.Failed() {
		return nil, found
	}
	for i := range files {
		files[i].Name = folder + files[i].Name
	}
	return files, found
}

// sumOf is a file's digest; one that stands beside another or was packed here has none yet.
func sumOf(f render.File) string {
	if f.Sum == [sha256.Size]byte{} {
		return digest(f.Data)
	}
	return hex.EncodeToString(f.Sum[:])
}

// outputs are a unit's files as they are written: they stand or fall together.
func (w *worker) outputs(t *task, files []render.File) []output.File {
	out := make([]output.File, len(files))
	for i, f := range files {
		out[i] = output.File{Name: w.path(f.Name), Data: f.Data, Input: t.unit.Name, Derived: f.Of != ""}
	}
	return out
}
