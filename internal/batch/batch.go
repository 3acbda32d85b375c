// Package batch builds the plans of many units from one model.
//
// Prepare takes a loaded model, a list of units and what to make of them, and checks every unit before anything is written:
// its values, its own plan file, the names of its files. Run then builds what is left with all cores. Units are handed out in
// the order of the list through a bounded window, and their results are taken in the same order, so manifest and archives are the
// same bytes however many workers there were. Of a finished unit some 2 KB stay in memory: its row, and its line of the manifest,
// which the tables in the end are made from.
// A file stands in the folder whole or not at all (internal/output); what is not finished lies in a folder of its own that
// the next run clears. The manifest (manifest.go) says of every unit what it was made from and what came of it, so that a
// later run can skip what has not changed. This room knows no terminal: it tells a caller how far it is.
package batch

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/kehoach/kehoach/internal/diag"
	"github.com/kehoach/kehoach/internal/plan"
	"github.com/kehoach/kehoach/internal/render"
	"github.com/kehoach/kehoach/internal/units"
)

// A Job is what is asked for.
type Job struct {
	Model    *plan.Plan
	Units    []units.Unit
	Lists    string // the folder that units' own plan files are named from
	Renderer *render.Renderer
	Formats  []render.Format // DOCX and PDF, as the files of `kehoach build`
	YAML     bool            // each unit's own plan and agency file too, to be edited
	Update   bool            // of YAML: the model's changes are carried into the files that are there
	Version  string          // of the program: another one makes other bytes

	Out     string
	Name    Pattern
	Jobs    int // workers; 0 is one for each core
	Shard   Shard
	Resume  bool // units whose inputs and outputs are unchanged are left as they are
	Force   bool // replaces also what a person changed
	Archive Archive
	Book    string // a PDF of all units for printing; "" for none

	Progress func(Progress) // told after each unit, by one goroutine; may be nil
}

// An Archive says what is packed.
type Archive string

const (
	NoArchive   Archive = ""
	UnitArchive Archive = "unit" // one .zip a unit
	AllArchive  Archive = "all"  // one .zip for all
)

// A Shard is a part of the work: every Count-th unit, beginning at the Index-th, which counts from 1. The zero Shard is all.
type Shard struct{ Index, Count int }

// ParseShard reads "2/5".
func ParseShard(text string) (Shard, error) {
	first, second, ok := strings.Cut(text, "/")
	index, err1 := strconv.Atoi(first)
	count, err2 := strconv.Atoi(second)
	if !ok || err1 != nil || err2 != nil || index < 1 || index > count || count > 10_000 {
		return Shard{}, fmt.Errorf("shard %q", text)
	}
	return Shard{index, count}, nil
}

// String is "2/5"; "" for all.
func (s Shard) String() string {
	if s.Count <= 1 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Index, s.Count)
}

// has tells whether the n-th unit, from 0, belongs to the shard.
func (s Shard) has(n int) bool { return s.Count <= 1 || n%s.Count == s.Index-1 }

// file is the name of one of the run's own files in a shard: "manifest-2-of-5.jsonl".
func (s Shard) file(stem, ending string) string {
	if s.Count > 1 {
		stem += fmt.Sprintf("-%d-of-%d", s.Index, s.Count)
	}
	return stem + ending
}

// Progress is how far a run is.
type Progress struct {
	Unit                       string // the one just finished
	Built, Kept, Failed, Total int
}

// Done is how many units are finished, whatever came of them.
func (p Progress) Done() int { return p.Built + p.Kept + p.Failed }

// A Result is what came of a run.
type Result struct {
	Progress
	Failures    []Failure
	Notes       diag.List // about units that were built: warnings, conflicts
	Found       diag.List // about the run as a whole: a full disk, a folder that can't be written
	Interrupted bool
	Files       []string // of the run itself: manifest, coverage, archive, book
}

// A Failure is a unit without files, and why.
type Failure struct {
	Unit  string
	At    diag.Location
	Found diag.List
}

func (j *Job) workers() int {
	if j.Jobs > 0 {
		return j.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// stopped tells whether a person has asked to end.
func stopped(ctx context.Context) bool { return ctx.Err() != nil }

// Memory for speed: a unit takes some 1.4 MB, nearly all of it for a moment. The collector runs when four times of what lives was
// allocated, or when the program nears the bound.
const (
	gcPercent   = 400
	memoryBound = 120 << 20
)

// Tune sets the process up for a long run, and gives back how to undo it.
func Tune() (undo func()) {
	percent, bound := debug.SetGCPercent(gcPercent), debug.SetMemoryLimit(memoryBound)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(bound)
	}
}
