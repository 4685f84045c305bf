package compare

import "readout/wasm/sorting"

// minMoved is the number of content words from which on a run that stands elsewhere counts as moved (guessed).
const minMoved = 2

// maxMoved bounds the words a side among which moved runs are looked for.
const maxMoved = 600

// maxSteps bounds the steps along runs that begin alike: a word that is repeated for ever begins as many as there are pairs of its places.
const maxSteps = maxMoved * maxMoved

// movedWords says for each word of the two sides whether it belongs to a moved run.
type movedWords struct{ base, other []bool }

// block is a run of n words that stands at a in the base and at b in the other.
type block struct{ a, b, n int }

// movedRuns marks the words of blocks.
func movedRuns(a, b []word, gs []gap) movedWords {
	m := movedWords{make([]bool, len(a)), make([]bool, len(b))}
	for _, r := range blocks(a, b, gs) {
		for k := 0; k < r.n; k++ {
			m.base[r.a+k], m.other[r.b+k] = true, true
		}
	}
	return m
}

// blocks are the runs of words, equal by key, that lie in gaps of both sides without being aligned there; the longest are taken
// first, no word twice. They begin and end with a content word.
func blocks(a, b []word, gs []gap) []block {
	var ia, ib []int
	for _, g := range gs {
		for i := g.a0; i < g.a1; i++ {
			ia = append(ia, i)
		}
		for j := g.b0; j < g.b1; j++ {
			ib = append(ib, j)
		}
	}
	if len(ia) == 0 || len(ib) == 0 || len(ia) > maxMoved || len(ib) > maxMoved {
		return nil
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
