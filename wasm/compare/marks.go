package compare

import (
	"cmp"

	"readout/wasm/sorting"
	"readout/wasm/text"
)

// gap is a place where the two sides differ: words a0 to a1 of the base against b0 to b1 of the other.
type gap struct{ a0, a1, b0, b1 int }

// gaps appends what lies between the matches.
func gaps(out []gap, a, b []word, pairs []match) []gap {
	i, j := 0, 0
	for _, m := range pairs {
		if m.a > i || m.b > j {
			out = append(out, gap{i, m.a, j, m.b})
		}
		i, j = m.a+1, m.b+1
	}
	if len(a) > i || len(b) > j {
		out = append(out, gap{i, len(a), j, len(b)})
	}
	return out
}

// mark is an Edit and its place among the words of both sides.
type mark struct {
	Edit
	a, b int // indexes of the first word on each side, or of the word before which the other side has more
}

// inOrder sorts marks by place; with flip, they become those of the swapped sides first.
func inOrder(marks []mark, flip bool) {
	for i := range marks {
		m := &marks[i]
		if !flip {
			continue
		}
		m.a, m.b = m.b, m.a
		m.Base, m.Other = m.Other, m.Base
		switch m.Op {
		case Delete:
			m.Op = Insert
		case Insert:
			m.Op = Delete
		}
	}
	sorting.By(marks, func(x, y mark) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.Op, y.Op), cmp.Compare(x.Base.Start, y.Base.Start), cmp.Compare(x.Other.Start, y.Other.Start))
	})
}

func editsOf(marks []mark) []Edit {
	if len(marks) == 0 {
		return nil
	}
	out := make([]Edit, len(marks))
	for i := range marks {
		out[i] = marks[i].Edit
	}
	return out
}

// edits are the marks of two readings that share most words.
func (r *Reader) edits(a, b []word, pairs []match, names func(string) bool) []mark {
	places := join(a, b, gaps(r.places[:0], a, b, pairs))
	r.places = places
	moved := movedRuns(a, b, places)
	out := r.marks[:0]
	half := false // the gap before is the first half of a reordered name
	for i, g := range places {
		first := reordered(a, b, places[i:])
		out = g.marks(out, a, b, names, moved, first || half)
		half = first
	}
	for _, m := range pairs {
		if joined(places, m) || a[m.a].Text == b[m.b].Text || !a[m.a].Word {
			continue
		}
		for _, e := range inside(&a[m.a], &b[m.b]) {
			out = append(out, mark{e, m.a, m.b})
		}
	}
	r.marks = out
	return out
}

// reordered says of the first of the gaps whether it is, with the second, half of a name or date written in the other order ("Kanasugi Kenji", "Kenji Kanasugi";
// "Oct. 29", "29 October"): capitalised words that stand only on one side, and again only on the other side after one or two
// capitalised words or numbers that are aligned.
func reordered(a, b []word, gs []gap) bool {
	if len(gs) < 2 {
		return false
	}
	g, h := gs[0], gs[1]
	if h.a0-g.a1 > 2 || !capitalised(a[g.a1:h.a0]) {
		return false
	}
	var x, y []word
	switch {
	case g.b0 == g.b1 && h.a0 == h.a1:
		x, y = a[g.a0:g.a1], b[h.b0:h.b1]
	case g.a0 == g.a1 && h.b0 == h.b1:
		x, y = b[g.b0:g.b1], a[h.a0:h.a1]
	}
	return len(x) > 0 && len(x) < 3 && capitalised(x) && capitalised(y) && sameButNoise(x, y)
}

// capitalised reports whether all words of w are capitalised or numbers.
func capitalised(w []word) bool {
	for i := range w {
		if !nameLike(&w[i]) {
			return false
		}
	}
	return true
}

// nameLike reports whether a word is capitalised or a number, or no word at all.
func nameLike(x *word) bool { return !x.Word || x.Upper || isNumber(x) }

// join makes one gap of two that only one small word parts, so that edits read as phrases.
func join(a, b []word, gs []gap) []gap {
	out := gs[:0] // never longer than what has been read
	for _, g := range gs {
		if n := len(out); n > 0 {
			p := &out[n-1]
			if g.a0-p.a1 == 1 && g.b0-p.b1 == 1 && a[p.a1].Word && !a[p.a1].content && substantial(a, b, *p) && substantial(a, b, g) {
				p.a1, p.b1 = g.a1, g.b1
				continue
			}
		}
		out = append(out, g)
	}
	return out
}

// substantial reports whether a gap holds a content word.
func substantial(a, b []word, g gap) bool {
	for i := g.a0; i < g.a1; i++ {
		if a[i].content {
			return true
		}
	}
	for j := g.b0; j < g.b1; j++ {
		if b[j].content {
			return true
		}
	}
	return false
}

// joined reports whether m lies inside one of places.
func joined(places []gap, m match) bool {
	for _, g := range places {
		if g.a0 <= m.a && m.a < g.a1 && g.b0 <= m.b && m.b < g.b1 {
			return true
		}
	}
	return false
}

// marks appends the marks of one gap; noise says that it is known to be noise.
func (g gap) marks(out []mark, a, b []word, names func(string) bool, moved movedWords, noise bool) []mark {
	noise = noise || sameButNoise(a[g.a0:g.a1], b[g.b0:g.b1])
	out = g.side(out, Delete, a[g.a0:g.a1], moved.base, g.a0, names, noise)
	return g.side(out, Insert, b[g.b0:g.b1], moved.other, g.b0, names, noise)
}

// side appends the marks of the words of one side, from word at on: one for each stretch that is moved as a whole, or not, within one passage.
func (g gap) side(out []mark, op string, w []word, moved []bool, at int, names func(string) bool, noise bool) []mark {
	for i := 0; i < len(w); {
		from, shifted := i, moved != nil && moved[at+i]
		for i++; i < len(w) && (moved != nil && moved[at+i]) == shifted && w[i].block == w[from].block; i++ {
		}
		run := w[from:i]
		hush := noise || onlyNoise(run)
		if !hush && !worth(run, names) {
			continue
		}
		m := mark{Edit{Op: op, Moved: shifted, Noise: hush}, g.a0, g.b0}
		if op == Delete {
			m.Base = spanOf(run)
		} else {
			m.Other = spanOf(run)
		}
		out = append(out, m)
	}
	return out
}

// worth reports whether a run of words is worth a mark: some word of it is neither small, nor punctuation, nor a name that all use.
func worth(w []word, names func(string) bool) bool {
	for i := range w {
		if x := &w[i]; x.content && !names(x.Norm) {
			return true
		}
	}
	return false
}

// shortWord is the length in code points up to which a word that two readings share by itself says nothing ("hold", "said");
// a guess from reading.
const shortWord = 5

// loneShort reports whether a run is one short word that is no number.
func loneShort(w []word) bool {
	n := 0
	for i := range w {
		if x := &w[i]; x.Word {
			if n++; n > 1 || x.Len() > shortWord || isNumber(x) {
				return false
			}
		}
	}
	return true
}

// onlyNoise reports whether w is punctuation and honorifics alone.
func onlyNoise(w []word) bool {
	for i := range w {
		if !w[i].noise {
			return false
		}
	}
	return true
}

// spanOf is the code points of a run, punctuation at both ends left out where words are in it.
func spanOf(w []word) text.Span {
	for len(w) > 1 && !w[0].Word {
		w = w[1:]
	}
	for len(w) > 1 && !w[len(w)-1].Word {
		w = w[:len(w)-1]
	}
	return text.Span{Start: w[0].core().Start, End: w[len(w)-1].core().End}
}

// runs are the marks of two readings that share few words: what both have, as runs.
func runs(a, b []word, pairs []match, names func(string) bool) []mark {
	var out []mark
	add := func(x, y []word, i, j int, moved bool) {
		if worth(x, names) && !loneShort(x) {
			out = append(out, mark{Edit{Op: Equal, Base: spanOf(x), Other: spanOf(y), Moved: moved}, i, j})
		}
	}
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j].a == pairs[j-1].a+1 && pairs[j].b == pairs[j-1].b+1 &&
			a[pairs[j].a].block == a[pairs[j-1].a].block && b[pairs[j].b].block == b[pairs[j-1].b].block {
			j++
		}
		add(a[pairs[i].a:pairs[j-1].a+1], b[pairs[i].b:pairs[j-1].b+1], pairs[i].a, pairs[i].b, false)
		i = j
	}
	for _, r := range blocks(a, b, gaps(nil, a, b, pairs)) {
		add(a[r.a:r.a+r.n], b[r.b:r.b+r.n], r.a, r.b, true)
	}
	return out
}
