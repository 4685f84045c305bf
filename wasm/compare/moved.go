package compare

import "readout/wasm/sorting"

// minMoved is the number of content words from which on a run that stands elsewhere counts as moved (guessed).
const minMoved = 2

// maxMoved bounds the words a side among which moved runs are looked for.
const maxMoved = 600

// maxSteps bounds the steps along runs that begin alike: a word that is repeated for ever begins as many as there are pairs of its places.
const maxSteps = maxMoved * maxMoved

// movedWords says for each word of the two sides whether it belongs to a moved run; nil where there is none.
type movedWords struct{ base, other []bool }

// block is a run of n words that stands at a in the base and at b in the other.
type block struct{ a, b, n int }

// movedRuns marks the words of blocks.
func movedRuns(a, b []word, gs []gap) movedWords {
	all := blocks(a, b, gs)
	if len(all) == 0 {
		return movedWords{}
	}
	m := movedWords{make([]bool, len(a)), make([]bool, len(b))}
	for _, r := range all {
		for k := 0; k < r.n; k++ {
			m.base[r.a+k], m.other[r.b+k] = true, true
		}
	}
	return m
}

// sharesContent reports whether a content word of a gap stands in a gap of the other side too, and the gaps are few enough to be looked at.
func sharesContent(a, b []word, gs []gap) bool {
	n, m := 0, 0
	for _, g := range gs {
		n += g.a1 - g.a0
		m += g.b1 - g.b0
	}
	if n == 0 || m == 0 || n > maxMoved || m > maxMoved {
		return false
	}
	for _, g := range gs {
		for i := g.a0; i < g.a1; i++ {
			if !a[i].content {
				continue
			}
			for _, h := range gs {
				for j := h.b0; j < h.b1; j++ {
					if a[i].id == b[j].id {
						return true
					}
				}
			}
		}
	}
	return false
}

// blocks are the runs of words, equal by key, that lie in gaps of both sides without being aligned there; the longest are taken
// first, no word twice. They begin and end with a content word.
func blocks(a, b []word, gs []gap) []block {
	if !sharesContent(a, b, gs) {
		return nil
	}
	var ia, ib []int
	for _, g := range gs {
		for i := g.a0; i < g.a1; i++ {
			ia = append(ia, i)
		}
		for j := g.b0; j < g.b1; j++ {
			ib = append(ib, j)
		}
	}
	freeA, freeB := make([]bool, len(a)), make([]bool, len(b))
	for _, i := range ia {
		freeA[i] = true
	}
	for _, j := range ib {
		freeB[j] = true
	}
	var all []block
	steps := 0
	for _, i := range ia {
		if !a[i].content || steps > maxSteps {
			continue
		}
		for _, j := range ib {
			if a[i].id != b[j].id {
				continue
			}
			if steps > maxSteps {
				break
			}
			n, content, last := 0, 0, 0
			for i+n < len(a) && j+n < len(b) && freeA[i+n] && freeB[j+n] && a[i+n].id == b[j+n].id &&
				a[i+n].block == a[i].block && b[j+n].block == b[j].block {
				n++
				if a[i+n-1].content {
					content++
					last = n
				}
			}
			steps += n
			if content >= minMoved {
				all = append(all, block{i, j, last})
			}
		}
	}
	sorting.By(all, func(x, y block) int { return y.n - x.n })
	var out []block
next:
	for _, r := range all {
		for k := 0; k < r.n; k++ {
			if !freeA[r.a+k] || !freeB[r.b+k] {
				continue next
			}
		}
		for k := 0; k < r.n; k++ {
			freeA[r.a+k], freeB[r.b+k] = false, false
		}
		out = append(out, r)
	}
	sorting.By(out, func(x, y block) int { return x.a - y.a })
	return out
}
