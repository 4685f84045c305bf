package meeting

import (
	"slices"

	"readout/wasm/sorting"
)

// Link is two threads of two articles of which an editor has decided.
type Link struct{ A, B Coverage }

// decisions are an editor's, by node.
type decisions struct {
	same  [][2]int
	apart map[[2]int]bool
}

// decided finds the nodes of the links; a link whose thread is no node says nothing.
func (ar *Archive) decided(nodes []node) decisions {
	if len(ar.Same)+len(ar.Apart) == 0 {
		return decisions{}
	}
	index := map[Coverage]int{}
	for i, n := range nodes {
		index[Coverage{n.article, n.thread}] = i
	}
	find := func(l Link) ([2]int, bool) {
		a, okA := index[l.A]
		b, okB := index[l.B]
		return [2]int{min(a, b), max(a, b)}, okA && okB && l.A.Article != l.B.Article
	}
	d := decisions{apart: map[[2]int]bool{}}
	for _, l := range ar.Apart {
		if p, ok := find(l); ok {
			d.apart[p] = true
		}
	}
	for _, l := range ar.Same {
		if p, ok := find(l); ok {
			d.same = append(d.same, p)
		}
	}
	sorting.By(d.same, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	return d
}

// forbids reports whether an editor keeps a member of x from a member of y.
func (d *decisions) forbids(x, y []int) bool {
	if len(d.apart) == 0 {
		return false
	}
	for _, a := range x {
		for _, b := range y {
			if d.apart[[2]int{min(a, b), max(a, b)}] {
				return true
			}
		}
	}
	return false
}

// twice reports whether two groups have threads of one article: an article tells of a meeting in one thread.
func twice(nodes []node, x, y []int) bool {
	for _, a := range x {
		for _, b := range y {
			if nodes[a].article == nodes[b].article {
				return true
			}
		}
	}
	return false
}
