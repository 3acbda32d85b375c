//go:build !unix

package batch_test

import "time"

func processTime() time.Duration { return 0 }
func peakMemory() float64        { return 0 }
