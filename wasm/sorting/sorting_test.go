package sorting_test

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"

	"readout/wasm/sorting"
)

// TestBy sorts lists with many equal keys as the library's stable sort does.
func TestBy(t *testing.T) {
	type entry struct{ key, place int }
	byKey := func(a, b entry) int { return cmp.Compare(a.key, b.key) }
	r := rand.New(rand.NewSource(1))
	for n := range 200 {
		got := make([]entry, n)
		for i := range got {
			got[i] = entry{r.Intn(n/3 + 1), i}
		}
		want := slices.Clone(got)
		sorting.By(got, byKey)
		slices.SortStableFunc(want, byKey)
		if !slices.Equal(got, want) {
			t.Fatalf("%d entries: %v, want %v", n, got, want)
		}
	}
}
