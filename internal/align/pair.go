package align

import (
	"cmp"
	"slices"
)

// A Pair is an index into each list.
type Pair struct{ Old, New int }

// window bounds how far apart, in places of the shorter list's order, two elements of long lists may stand and still be compared:
// so pairing takes time by the length of the lists, not by their product.
const window = 200

// Best pairs what is most alike, wherever it stands: the most alike first, of equals the nearest. What is less alike than least stays
// alone. The pairs are in the order of the old list.
func Best(old, new []Bag, least float64) []Pair {
	type candidate struct {
		Pair
		likeness float64
	}
	var all []candidate
	for i := range old {
		for j := max(0, i-window); j < min(len(new), i+window+1); j++ {
			if l := Likeness(old[i], new[j]); l >= least {
				all = append(all, candidate{Pair{i, j}, l})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.likeness, a.likeness), cmp.Compare(distance(a.Pair), distance(b.Pair)))
	})
	oldTaken, newTaken := make([]bool, len(old)), make([]bool, len(new))
	var pairs []Pair
	for _, c := range all {
		if !oldTaken[c.Old] && !newTaken[c.New] {
			oldTaken[c.Old], newTaken[c.New] = true, true
			pairs = append(pairs, c.Pair)
		}
	}
	slices.SortFunc(pairs, func(a, b Pair) int { return cmp.Compare(a.Old, b.Old) })
	return pairs
}

func distance(p Pair) int { return max(p.Old-p.New, p.New-p.Old) }

// InOrder pairs n old with m new elements so that no two pairs cross and all likenesses together are greatest (the alignment of
// Needleman and Wunsch, 1970). What has no likeness, 0, stays alone.
func InOrder(n, m int, likeness func(old, new int) float64) []Pair {
	if n == 0 || m == 0 {
		return nil
	}
	if n > window || m > window { // too long to weigh all against all: halves are paired by themselves
		pairs := InOrder(n/2, m/2, likeness)
		for _, p := range InOrder(n-n/2, m-m/2, func(old, new int) float64 { return likeness(old+n/2, new+m/2) }) {
			pairs = append(pairs, Pair{p.Old + n/2, p.New + m/2})
		}
		return pairs
	}
	like := make([][]float64, n)
	best := make([][]float64, n+1) // of old[i:] and new[j:]
	best[n] = make([]float64, m+1)
	for i := n - 1; i >= 0; i-- {
		like[i], best[i] = make([]float64, m), make([]float64, m+1)
		for j := m - 1; j >= 0; j-- {
			like[i][j] = likeness(i, j)
			best[i][j] = max(best[i+1][j], best[i][j+1], like[i][j]+best[i+1][j+1])
		}
	}
	var pairs []Pair
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case like[i][j] > 0 && best[i][j] == like[i][j]+best[i+1][j+1]:
			pairs = append(pairs, Pair{i, j})
			i++
			j++
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// Rising are the places of a longest rising run of numbers: what keeps its order when the rest is moved.
func Rising(numbers []int) map[int]bool {
	before := make([]int, len(numbers))
	var tails []int // the place of the least number that ends a run of each length
	for i, n := range numbers {
		at, _ := slices.BinarySearchFunc(tails, n, func(place, n int) int { return cmp.Compare(numbers[place], n) })
		before[i] = -1
		if at > 0 {
			before[i] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, i)
		} else {
			tails[at] = i
		}
	}
	kept := map[int]bool{}
	if len(tails) == 0 {
		return kept
	}
	for i := tails[len(tails)-1]; i >= 0; i = before[i] {
		kept[i] = true
	}
	return kept
}
