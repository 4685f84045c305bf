package align

import "strings"

// postings says for each id of a vocabulary which units have it, ascending, and with what weight. What two sentences have in common
// is found by walking along what they do have, not along all that either has: most pairs share little.
type postings struct {
	first  []int32 // id → its first entry that is still ahead, see from
	end    []int32 // id → after its last entry
	unit   []int32
	weight []float64
}

// newPostings reads the vectors of the first n units.
func newPostings(units []unit, vec func(*unit) vector) *postings {
	ids, total := 0, 0
	for i := range units {
		v := vec(&units[i])
		if n := len(v.ids); n > 0 {
			ids = max(ids, int(v.ids[n-1])+1)
			total += n
		}
	}
	x := &postings{make([]int32, ids), make([]int32, ids), make([]int32, total), make([]float64, total)}
	for i := range units {
		for _, id := range vec(&units[i]).ids {
			x.end[id]++
		}
	}
	at := int32(0)
	for id, n := range x.end {
		x.first[id], x.end[id] = at, at
		at += n
	}
	for i := range units {
		v := vec(&units[i])
		for k, id := range v.ids {
			x.unit[x.end[id]], x.weight[x.end[id]] = int32(i), v.w[k]
			x.end[id]++
		}
	}
	return x
}

// of gives the entries of an id from unit from on. From one call to the next, from must not fall.
func (x *postings) of(id int32, from int) (units []int32, weights []float64) {
	at, end := x.first[id], x.end[id]
	for at < end && int(x.unit[at]) < from {
		at++
	}
	x.first[id] = at
	return x.unit[at:end], x.weight[at:end]
}

// multiply adds to sums[b] the inner product of v and the vector of each unit b from from on. The ids of v ascend, so the terms of
// each sum are added in the order in which vector.dot adds them.
func (x *postings) multiply(v vector, from int, sums []float64) {
	for k, id := range v.ids {
		w := v.w[k]
		units, weights := x.of(id, from)
		for i, b := range units {
			sums[b] += float64(w * weights[i])
		}
	}
}

// similarity is the inner products of the vectors of two units.
type similarity struct{ terms, grams, concepts float64 }

// similarities are those of all pairs among the first n units, in the order of eachPair.
func (m *meeting) similarities(n int) []similarity {
	out := make([]similarity, 0, m.pairCount(n))
	units := m.units[:n]
	terms := newPostings(units, func(u *unit) vector { return u.vec })
	grams := newPostings(units, func(u *unit) vector { return u.grams })
	concepts := newPostings(units, func(u *unit) vector { return u.concepts })
	t, g, c := make([]float64, n), make([]float64, n), make([]float64, n)
	for a := range units {
		u := &units[a]
		from := m.from[u.article+1]
		clear(t)
		clear(g)
		clear(c)
		terms.multiply(u.vec, from, t)
		grams.multiply(u.grams, from, g)
		concepts.multiply(u.concepts, from, c)
		for b := from; b < n; b++ {
			out = append(out, similarity{t[b], g[b], c[b]})
		}
	}
	return out
}

// overlaps says what terms a unit shares with those after it: the sum of their idf, and how many are numbers.
type overlaps struct {
	m       *meeting
	terms   *postings
	n, a    int
	idf     []float64
	numbers []int
}

func newOverlaps(m *meeting, n int) *overlaps {
	terms := newPostings(m.units[:n], func(u *unit) vector { return u.vec })
	return &overlaps{m: m, terms: terms, n: n, a: -1, idf: make([]float64, n), numbers: make([]int, n)}
}

// of is the overlap of units a and b of different articles, a < b. From one call to the next, a must not fall.
func (o *overlaps) of(a, b int) (idf float64, numbers int) {
	if a != o.a {
		o.a = a
		clear(o.idf)
		clear(o.numbers)
		u := &o.m.units[a]
		for _, id := range u.vec.ids {
			units, _ := o.terms.of(id, o.m.from[u.article+1])
			for _, b := range units {
				o.idf[b] += o.m.idf[id]
				if strings.HasPrefix(o.m.vocab.keys[id], "#") {
					o.numbers[b]++
				}
			}
		}
	}
	return o.idf[b], o.numbers[b]
}
