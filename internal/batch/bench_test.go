package batch_test

import (
	"context"
	"testing"
)

// BenchmarkUnit builds the seed plan for b.N communes, both formats, as one batch.
func BenchmarkUnit(b *testing.B) {
	j := job(b, seed, communes(b.N))
	p, found := j.Prepare()
	if found.Failed() {
		b.Fatal(text(found))
	}
	b.ResetTimer()
	if r := p.Run(context.Background()); r.Failed > 0 || len(r.Found) > 0 {
		b.Fatal(text(r.Found), r.Failures[0].Unit, text(r.Failures[0].Found))
	}
}
