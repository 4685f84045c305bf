package meeting

import (
	"slices"
	"strconv"
	"testing"

	"readout/wasm/when"
)

// The pairs that candidates gives are those that looking at all pairs of all blocks gives, less those whose windows lie apart,
// each once.
func TestCandidatesAreAllThatOverlap(t *testing.T) {
	start := when.MakeDay(2014, 1, 1)
	ar := &Archive{}
	var nodes []node
	x := uint32(1)
	next := func(n int) int { // a fixed sequence that looks like chance
		x = x*1664525 + 1013904223
		return int(x>>16) % n
	}
	for i := range 120 {
		th := &Thread{Main: next(3) == 0, Umbrella: next(20) == 0}
		switch day := start + when.Day(next(400)); next(4) {
		case 0:
		case 1:
			th.Date = when.Interval(day, day+when.Day(next(60)))
		default:
			th.Date = when.OnDay(day)
		}
		a := &Article{}
		if next(10) > 0 {
			a.Published = when.OnDay(start + when.Day(next(400)))
		}
		ar.Articles = append(ar.Articles, a)
		n := node{article: i, t: th, ids: []string{"person-" + strconv.Itoa(next(6)), "other-" + strconv.Itoa(next(6))}}
		w := ar.window(&n)
		n.from, n.to = w.First(), w.Last()
		nodes = append(nodes, n)
	}
	want := map[[2]int]bool{}
	for _, ids := range ar.sharing(nodes) {
		for _, a := range ids {
			for _, b := range ids {
				v, w := ar.window(&nodes[a]), ar.window(&nodes[b])
				if a < b && (v.IsZero() || w.IsZero() || v.Overlaps(w)) {
					want[[2]int{a, b}] = true
				}
			}
		}
	}
	got := map[[2]int]bool{}
	ar.blocks(nodes).candidates(func(a, b int) {
		if got[[2]int{a, b}] {
			t.Errorf("%d and %d are looked at twice", a, b)
		}
		got[[2]int{a, b}] = true
	})
	for p := range want {
		if !got[p] {
			t.Errorf("%v is missed: %v and %v", p, nodes[p[0]].t, nodes[p[1]].t)
		}
	}
	if len(got) != len(want) || len(got) < 200 {
		t.Errorf("%d pairs, want %d and more than 200", len(got), len(want))
	}
	if all := len(nodes) * (len(nodes) - 1) / 2; len(got) > all/2 {
		t.Errorf("%d of all %d pairs: nothing is spared", len(got), all)
	}
}

func TestFirstShared(t *testing.T) {
	for _, c := range []struct {
		a, b []int32
		want int32
	}{{nil, []int32{1}, -1}, {[]int32{1, 4, 9}, []int32{2, 4, 9}, 4}, {[]int32{1, 2}, []int32{3}, -1}} {
		if got := firstShared(c.a, c.b); got != c.want || firstShared(c.b, c.a) != c.want {
			t.Errorf("firstShared(%v, %v) = %d, want %d; %v", c.a, c.b, got, c.want, slices.Contains(c.a, got))
		}
	}
}
