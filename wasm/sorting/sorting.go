// Package sorting sorts lists of any type with one sorter. The library's slices.SortFunc is compiled again for each type: for thirty types
// it took 95 kB of what a reader downloads, a twentieth of the module.
package sorting

import "slices"

// By sorts l by cmp, as slices.SortFunc does. Equal entries keep their order.
func By[T any](l []T, cmp func(a, b T) int) {
	i := 1
	for i < len(l) && cmp(l[i-1], l[i]) <= 0 {
		i++
	}
	if i >= len(l) {
		return // most lists come in order, or have one entry
	}
	places := sorted(len(l), func(a, b int32) int { return cmp(l[a], l[b]) })
	was := append([]T(nil), l...)
	for i, p := range places {
		l[i] = was[p]
	}
}

// sorted is the numbers below n by cmp.
func sorted(n int, cmp func(a, b int32) int) []int32 {
	places := make([]int32, n)
	for i := range places {
		places[i] = int32(i)
	}
	slices.SortStableFunc(places, cmp)
	return places
}
