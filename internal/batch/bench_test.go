package batch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/kehoach/kehoach/internal/batch"
	"github.com/kehoach/kehoach/internal/territory"
	"github.com/kehoach/kehoach/internal/units"
)

// nation is n communes: those of Vietnam, and beyond their number the same again.
func nation(n int) []units.Unit {
	var all []*territory.Unit
	territory.All(func(u *territory.Unit) bool {
		if u.Kind.OfToday() && u.Kind.Level() != territory.ProvinceLevel {
			all = append(all, u)
		}
		return true
	})
	signatories := []string{"Nguyễn Văn An", "Trần Thị Bích", "Đinh Quang Khải", "Lê Hữu Phước", "Phạm Thị Xuân", "Võ Minh Đức", "Y Moan Êban"}
	list := make([]units.Unit, n)
	for i := range list {
		u := all[i%len(all)]
		list[i] = units.Unit{Name: fmt.Sprintf("%s %d", u, i), Values: map[string]string{"unit": u.String(),
			"signatory.name": signatories[i%len(signatories)], "number": strconv.Itoa(i%300 + 1)}}
	}
	return list
}

// BenchmarkNation builds the seed plan for every commune, both formats, as `kehoach batch` does. `make bench-batch` runs it once
// and prints where the time goes.
func BenchmarkNation(b *testing.B) {
	for range b.N {
		build(b, 3321, false)
	}
}

// BenchmarkFlat holds time and memory of a unit against the number of units. What is built is removed at once.
func BenchmarkFlat(b *testing.B) {
	for _, n := range []int{100, 1000, 5000, 20_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for range b.N {
				build(b, n, true)
			}
		})
	}
}

// build builds the seed plan for n units and reports what one took.
func build(b *testing.B, n int, discard bool) {
	defer batch.Tune()()
	j := job(b, seed, nation(n))
	j.Name, _ = batch.ParsePattern("{{unit | slug}}-{{n}}")
	var live runtime.MemStats
	j.Progress = func(p batch.Progress) {
		if discard {
			at := strings.LastIndexByte(p.Unit, ' ')
			pattern, _ := batch.ParsePattern("{{unit | slug}}")
			i, _ := strconv.Atoi(p.Unit[at+1:])
			stem := fmt.Sprintf("%s-%04d", pattern.Stem(map[string]string{"unit": p.Unit}), i+1)
			for _, ending := range []string{".docx", ".pdf", ".sign.json"} {
				if err := os.Remove(filepath.Join(j.Out, stem+ending)); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	start, before := time.Now(), processTime()
	p, found := j.Prepare()
	if found.Failed() {
		b.Fatal(text(found))
	}
	checked := time.Since(start)
	if r := p.Run(context.Background()); r.Failed > 0 || len(r.Found) > 0 {
		b.Fatal(text(r.Found), text(failuresOf(r)))
	}
	took, used := time.Since(start), processTime()-before
	runtime.ReadMemStats(&live)
	b.ReportMetric(float64(n)/took.Seconds(), "units/s")
	b.ReportMetric(took.Seconds()*1000/float64(n), "wall-ms/unit")
	b.ReportMetric(used.Seconds()*1000/float64(n), "cpu-ms/unit")
	b.ReportMetric(checked.Seconds(), "check-s")
	b.ReportMetric(peakMemory(), "peak-MB")
	b.ReportMetric(0, "ns/op")
}
