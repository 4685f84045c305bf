package compare

import "github.com/sergi/go-diff/diffmatchpatch"

// match says that word a of the base and word b of the other are aligned.
type match struct{ a, b int }

// maxTokens bounds the words a side that are aligned, since Myers' work can grow with the square of them (guessed: twice the length of
// the longest reading that a newspaper article gives).
const maxTokens = 1500

// align pairs the words of a and b, both indexes ascending: content words first, the rest between them.
func align(a, b []word) []match {
	ca, cb := contentOf(a), contentOf(b)
	anchors := common(a, b, ca, cb)
	anchors = append(anchors, match{min(len(a), maxTokens), min(len(b), maxTokens)})
	var out []match
	i, j := 0, 0
	for _, m := range anchors {
		out = append(out, common(a, b, restOf(a, i, m.a), restOf(b, j, m.b))...)
		if m.a < min(len(a), maxTokens) {
			out = append(out, m)
		}
		i, j = m.a+1, m.b+1
	}
	return out
}

// contentOf are the indexes of the content words of w.
func contentOf(w []word) []int {
	var out []int
	for i := 0; i < len(w) && i < maxTokens; i++ {
		if w[i].content {
			out = append(out, i)
		}
	}
	return out
}

// restOf are the indexes from i up to end of words that are not content.
func restOf(w []word, i, end int) []int {
	var out []int
	for ; i < end; i++ {
		if !w[i].content {
			out = append(out, i)
		}
	}
	return out
}

// common is a longest common subsequence, by key, of the words of a at indexes ia and of b at ib.
func common(a, b []word, ia, ib []int) []match {
	if len(ia) == 0 || len(ib) == 0 {
		return nil
	}
	if len(ia)*len(ib) <= fewPairs {
		if out := equalPairs(a, b, ia, ib); len(out) < 2 {
			return out
		}
	}
	return myers(a, b, ia, ib)
}

// myers is common by go-diff.
func myers(a, b []word, ia, ib []int) []match {
	runes := make(map[string]rune)
	ra, rb := asRunes(a, ia, runes), asRunes(b, ib, runes)
	dmp := diffmatchpatch.DiffMatchPatch{} // DiffTimeout 0: work decides, no clock
	var out []match
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(ra, rb, false) {
		for range d.Text {
			switch d.Type {
			case diffmatchpatch.DiffEqual:
				out = append(out, match{ia[i], ib[j]})
				i++
				j++
			case diffmatchpatch.DiffDelete:
				i++
			case diffmatchpatch.DiffInsert:
				j++
			}
		}
	}
	return out
}

// fewPairs is up to how many pairs of words looking at each is cheaper than go-diff. The result is the same: where at most one pair
// is equal there is nothing to choose. Most gaps between content words are such.
const fewPairs = 64

// equalPairs are the pairs of words of equal keys, two at most.
func equalPairs(a, b []word, ia, ib []int) []match {
	var out []match
	for _, i := range ia {
		for _, j := range ib {
			if a[i].key == b[j].key {
				if out = append(out, match{i, j}); len(out) == 2 {
					return out
				}
			}
		}
	}
	return out
}

// firstRune is where words begin as runes: above ASCII, so that nothing in go-diff takes one for a line end.
const firstRune = 0x100

// asRunes writes each word as one rune, the same for equal keys. Surrogates are left out: they do not survive a string.
func asRunes(w []word, at []int, runes map[string]rune) []rune {
	out := make([]rune, len(at))
	for i, k := range at {
		r, ok := runes[w[k].key]
		if !ok {
			r = firstRune + rune(len(runes))
			if r >= 0xD800 {
				r += 0x800
			}
			runes[w[k].key] = r
		}
		out[i] = r
	}
	return out
}
