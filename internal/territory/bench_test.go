package territory

import "testing"

// BenchmarkLoad is what the first question costs.
func BenchmarkLoad(b *testing.B) {
	letters()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(source); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLetters(b *testing.B) {
	for b.Loop() {
		makeLetters()
	}
}
