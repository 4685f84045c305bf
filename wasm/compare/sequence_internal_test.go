package compare

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestFewPairs: where at most one pair of words is equal, looking at each pair gives what go-diff does.
func TestFewPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	sequence := func() (w []word, at []int) {
		for i := range 1 + r.IntN(8) {
			w, at = append(w, word{key: string(rune('a' + r.IntN(26)))}), append(at, i)
		}
		return w, at
	}
	few := 0
	for range 20_000 {
		a, ia := sequence()
		b, ib := sequence()
		got := equalPairs(a, b, ia, ib)
		if len(got) > 1 {
			continue
		}
		few++
		if want := myers(a, b, ia, ib); !slices.Equal(got, want) {
			t.Fatalf("%v and %v: %v, go-diff %v", a, b, got, want)
		}
	}
	if few < 5_000 {
		t.Errorf("only %d pairs of sequences were compared", few)
	}
}
