package meeting

import (
	"cmp"
	"slices"
	"strings"

	"readout/wasm/sorting"
	"readout/wasm/when"
)

// blocks are nodes that share something, so that only pairs within one need be looked at.
type blocks struct {
	nodes []node
	of    [][]int   // the nodes of each block, by the first day of their windows
	in    [][]int32 // the blocks of each node, ascending
}

func (ar *Archive) blocks(nodes []node) *blocks {
	b := &blocks{nodes: nodes, of: ar.sharing(nodes), in: make([][]int32, len(nodes))}
	for n, ids := range b.of {
		for _, i := range ids {
			if l := b.in[i]; len(l) == 0 || l[len(l)-1] != int32(n) {
				b.in[i] = append(b.in[i], int32(n))
			}
		}
	}
	ar.Run(len(b.of), func(n int) {
		sorting.By(b.of[n], func(x, y int) int { return cmp.Or(cmp.Compare(nodes[x].from, nodes[y].from), cmp.Compare(x, y)) })
		b.of[n] = slices.Compact(b.of[n])
	})
	return b
}

// candidates calls f once for each pair a < b of nodes that share a block and whose windows overlap; of all others it is known
// that they cannot be of one meeting. Blocks are swept in the order of time, so the work grows with the pairs that overlap and
// not with the square of a block: what articles are chiefly about is one block a quarter, however many articles there are.
func (b *blocks) candidates(f func(x, y int)) {
	for n := range b.of {
		b.sweep(n, f)
	}
}

// sweep is candidates for block n: a pair of several blocks is looked at in the first of them.
func (b *blocks) sweep(n int, f func(x, y int)) {
	ids := b.of[n]
	for i, x := range ids {
		for _, y := range ids[i+1:] {
			if b.nodes[y].from > b.nodes[x].to {
				break
			}
			if firstShared(b.in[x], b.in[y]) == int32(n) {
				f(min(x, y), max(x, y))
			}
		}
	}
}

// pairs are those candidates that judge gives a score for, in no order that means anything. Blocks are swept by several at once where
// the host has more than one core.
func (ar *Archive) pairs(b *blocks, judge func(x, y int) (score int, ok bool)) []pair {
	found := make([][]pair, len(b.of))
	ar.Run(len(b.of), func(n int) {
		b.sweep(n, func(x, y int) {
			if score, ok := judge(x, y); ok {
				found[n] = append(found[n], pair{x, y, score})
			}
		})
	})
	return slices.Concat(found...)
}

// Run is Archive.Each if given, or else runs one task after the other.
func (ar *Archive) Run(n int, f func(i int)) {
	if ar.Each != nil {
		ar.Each(n, f)
		return
	}
	for i := range n {
		f(i)
	}
}

// firstShared is the first number that two ascending lists share.
func firstShared(a, b []int32) int32 {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			return a[i]
		}
	}
	return -1
}

// sharing indexes the nodes by what two threads of one meeting must share: a person, or the set of countries, or being what their
// articles are chiefly about; and the quarter. Within one block every pair is looked at. Of a node whose time nobody knows the
// quarter is every quarter that its people, countries or place among main threads have.
func (ar *Archive) sharing(nodes []node) [][]int {
	type block struct {
		key     string
		quarter int
	}
	const always = -1 << 31
	index := map[block]int{}
	var out [][]int
	put := func(at block, n int) {
		i, ok := index[at]
		if !ok {
			i = len(out)
			index[at] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], n)
	}
	keys := make([][]string, len(nodes))
	timeless := map[string][]int{} // nodes whose time nobody knows, by key
	for i, n := range nodes {
		for _, id := range n.ids {
			keys[i] = append(keys[i], "p:"+id)
			if last := lastPart(id); last != id {
				keys[i] = append(keys[i], "p:"+last)
			}
		}
		for _, s := range n.sides {
			keys[i] = append(keys[i], "s:"+s.key())
		}
		if len(n.t.Countries) > 1 {
			keys[i] = append(keys[i], "c:"+strings.Join(n.t.Countries, "+"))
		}
		if n.t.Main {
			keys[i] = append(keys[i], "m")
		}
		if ar.period(&n) == 0 {
			for _, k := range keys[i] {
				timeless[k] = append(timeless[k], i)
			}
		}
	}
	for i, n := range nodes {
		period := ar.period(&n)
		if period == 0 {
			for _, k := range keys[i] {
				put(block{k, always}, i)
			}
			continue
		}
		for _, k := range keys[i] {
			for _, d := range []int{0, 1} { // both halves of neighbouring quarters, so that a border between two parts nobody
				at := block{k, (period+d)/2*2 + d*100003}
				if _, ok := index[at]; !ok {
					for _, t := range timeless[k] {
						put(at, t)
					}
				}
				put(at, i)
			}
		}
	}
	return out
}

// lastPart is the last word of an id.
func lastPart(id string) string {
	for i := len(id) - 1; i >= 0; i-- {
		if id[i] == '-' {
			return id[i+1:]
		}
	}
	return id
}

// period is the quarter of a year in which a thread or its article lies.
func (ar *Archive) period(n *node) int {
	d := n.t.Date
	if d.IsZero() || d.Precision() == when.OpenEnded || d.Precision() == when.ToYear {
		d = ar.Articles[n.article].Published
	}
	if d.IsZero() {
		return 0
	}
	if n.t.Umbrella {
		return int(d.First()) / 366
	}
	return int(d.First()) / 46
}

// mergeable reports whether no thread of one group speaks against one of the other, and all together speak for it:
// a chain of lucky pairs must not pull two meetings together.
func (ar *Archive) mergeable(nodes []node, x, y []int) bool {
	sum := 0
	for _, a := range x {
		for _, b := range y {
			if nodes[a].article == nodes[b].article || ar.conflict(&nodes[a], &nodes[b]) {
				return false
			}
			sum += ar.score(&nodes[a], &nodes[b])
		}
	}
	return sum*3 >= joinScore*2*len(x)*len(y)
}
