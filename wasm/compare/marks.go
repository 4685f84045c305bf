package compare

import (
	"cmp"
	"slices"

	"readout/wasm/text"
)

// gap is a place where the two sides differ: words a0 to a1 of the base against b0 to b1 of the other.
type gap struct{ a0, a1, b0, b1 int }

// gaps are what lies between the matches.
func gaps(a, b []word, pairs []match) []gap {
	var out []gap
	i, j := 0, 0
	for _, m := range append(slices.Clone(pairs), match{len(a), len(b)}) {
		if m.a > i || m.b > j {
			out = append(out, gap{i, m.a, j, m.b})
		}
		i, j = m.a+1, m.b+1
	}
	return out
}

// edits are the marks of two readings that share most words.
func edits(a, b []word, pairs []match, names func(string) bool) []Edit {
	places := join(a, b, gaps(a, b, pairs))
	moved := movedRuns(a, b, places)
	var out []Edit
	for _, g := range places {
		out = append(out, g.edits(a, b, names, moved)...)
	}
	for _, m := range pairs {
		if joined(places, m) || a[m.a].Text == b[m.b].Text || !a[m.a].Word {
			continue
		}
		out = append(out, inside(a[m.a], b[m.b])...)
	}
	return byPlace(out)
}

// join makes one gap of two that only one small word parts, so that edits read as phrases.
func join(a, b []word, gs []gap) []gap {
	var out []gap
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
	content := func(w word) bool { return w.content }
	return slices.ContainsFunc(a[g.a0:g.a1], content) || slices.ContainsFunc(b[g.b0:g.b1], content)
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

// edits are the marks of one gap.
func (g gap) edits(a, b []word, names func(string) bool, moved marks) []Edit {
	x, y := a[g.a0:g.a1], b[g.b0:g.b1]
	noise := sameButNoise(x, y)
	var out []Edit
	for _, s := range stretches(x, moved.base[g.a0:g.a1]) {
		if !noise && !worth(x[s.from:s.to], names) && !onlyNoise(x[s.from:s.to]) {
			continue
		}
		out = append(out, Edit{Op: Delete, Base: spanOf(x[s.from:s.to]), Moved: s.moved, Noise: noise || onlyNoise(x[s.from:s.to])})
	}
	for _, s := range stretches(y, moved.other[g.b0:g.b1]) {
		if !noise && !worth(y[s.from:s.to], names) && !onlyNoise(y[s.from:s.to]) {
			continue
		}
		out = append(out, Edit{Op: Insert, Other: spanOf(y[s.from:s.to]), Moved: s.moved, Noise: noise || onlyNoise(y[s.from:s.to])})
	}
	return out
}

// stretch is words from to to, all moved or none.
type stretch struct {
	from, to int
	moved    bool
}

// stretches cuts w where moved begins and ends and where a passage ends.
func stretches(w []word, moved []bool) []stretch {
	var out []stretch
	for i := range w {
		if n := len(out); n > 0 && out[n-1].moved == moved[i] && w[i-1].block == w[i].block {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, stretch{i, i + 1, moved[i]})
	}
	return out
}

// worth reports whether a run of words is worth a mark: some word of it is neither small, nor punctuation, nor a name that all use.
func worth(w []word, names func(string) bool) bool {
	for _, x := range w {
		if x.content && !names(x.Norm) {
			return true
		}
	}
	return false
}

// onlyNoise reports whether w is punctuation and honorifics alone.
func onlyNoise(w []word) bool {
	for _, x := range w {
		if !x.noise {
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
	return text.Span{Start: w[0].core.Start, End: w[len(w)-1].core.End}
}

// byPlace orders edits by place: deletes and equals by Base; an insert follows what stands before it in Other.
func byPlace(out []Edit) []Edit {
	slices.SortStableFunc(out, func(x, y Edit) int {
		if x.Op != Insert && y.Op != Insert {
			return cmp.Compare(x.Base.Start, y.Base.Start)
		}
		if x.Op != Delete && y.Op != Delete {
			return cmp.Compare(x.Other.Start, y.Other.Start)
		}
		return 0
	})
	return out
}

// runs are the marks of two readings that share few words: what both have, as runs.
func runs(a, b []word, pairs []match, names func(string) bool) []Edit {
	var out []Edit
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j].a == pairs[j-1].a+1 && pairs[j].b == pairs[j-1].b+1 &&
			a[pairs[j].a].block == a[pairs[j-1].a].block && b[pairs[j].b].block == b[pairs[j-1].b].block {
			j++
		}
		x, y := a[pairs[i].a:pairs[j-1].a+1], b[pairs[i].b:pairs[j-1].b+1]
		if worth(x, names) {
			out = append(out, Edit{Op: Equal, Base: spanOf(x), Other: spanOf(y)})
		}
		i = j
	}
	for _, r := range blocks(a, b, gaps(a, b, pairs)) {
		x, y := a[r.a:r.a+r.n], b[r.b:r.b+r.n]
		if worth(x, names) {
			out = append(out, Edit{Op: Equal, Base: spanOf(x), Other: spanOf(y), Moved: true})
		}
	}
	slices.SortStableFunc(out, func(x, y Edit) int { return cmp.Compare(x.Base.Start, y.Base.Start) })
	return out
}
