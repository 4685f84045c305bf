package meeting

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"readout/wasm/sorting"
	"readout/wasm/when"
)

// candidates calls f once for each pair a < b of nodes that share a block and whose windows overlap; of all others it is known
// that they cannot be of one meeting. Blocks are swept in the order of time, so the work grows with the pairs that overlap and
// not with the square of a block: what articles are chiefly about is one block a quarter, however many articles there are.
func (ar *Archive) candidates(nodes []node, f func(a, b int)) {
	blocks := ar.blocks(nodes)
	in := make([][]int32, len(nodes)) // the blocks of each node, ascending
	for n, ids := range blocks {
		for _, i := range ids {
			if l := in[i]; len(l) == 0 || l[len(l)-1] != int32(n) {
				in[i] = append(in[i], int32(n))
			}
		}
	}
	for n, ids := range blocks {
		sorting.By(ids, func(a, b int) int { return cmp.Or(cmp.Compare(nodes[a].from, nodes[b].from), cmp.Compare(a, b)) })
		ids = slices.Compact(ids)
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				if nodes[b].from > nodes[a].to {
					break
				}
				if firstShared(in[a], in[b]) == int32(n) { // a pair of several blocks is looked at in the first of them
					f(min(a, b), max(a, b))
				}
			}
		}
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

// blocks indexes the nodes by what two threads of one meeting must share: a person, or the set of countries, or being what their
// articles are chiefly about; and the quarter. Within one block every pair is looked at. Of a node whose time nobody knows the
// quarter is every quarter that its people, countries or place among main threads have.
func (ar *Archive) blocks(nodes []node) [][]int {
	index := map[string]int{}
	var out [][]int
	put := func(key string, n int) {
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], n)
	}
	keys := make([][]string, len(nodes))
	timeless := map[string][]int{} // key without quarter → nodes whose time nobody knows
	for i, n := range nodes {
		for _, id := range n.ids {
			keys[i] = append(keys[i], "p:"+id)
			if last := lastPart(id); last != id {
				keys[i] = append(keys[i], "p:"+last)
			}
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
				put(k, i)
			}
			continue
		}
		for _, k := range keys[i] {
			for _, d := range []int{0, 1} { // both halves of neighbouring quarters, so that a border between two parts nobody
				key := k + "@" + strconv.Itoa((period+d)/2*2+d*100003)
				if _, ok := index[key]; !ok {
					for _, t := range timeless[k] {
						put(key, t)
					}
				}
				put(key, i)
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
