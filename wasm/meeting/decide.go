package meeting

import (
	"slices"

	"readout/wasm/sorting"
)

// Link is two threads of two articles that an editor has decided about.
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

// joins reports whether an editor has put two members of a group together: then they tell of a meeting, though no word of contact does.
func (d *decisions) joins(g []int) bool {
	return slices.ContainsFunc(d.same, func(p [2]int) bool { return slices.Contains(g, p[0]) && slices.Contains(g, p[1]) })
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

// Told is two places in one article, as indexes into Doc.Passages, about which an editor has decided whether they tell of one meeting.
type Told struct{ A, B []int }

// across is the place of d where m is not told, nil where m is told at neither or at both. An adjunct ("before the talks") tells of
// something else than its sentence does.
func (d *Told) across(m *Mention) []int {
	a, b := intersects(m.Passages, d.A), intersects(m.Passages, d.B)
	switch {
	case m.Adjunct || a == b:
		return nil
	case a:
		return d.B
	}
	return d.A
}

// linked reports whether one of the decisions is about m and a mention of t.
func linked(list []Told, t *Thread, m *Mention) bool {
	for i := range list {
		other := list[i].across(m)
		for n := range t.Mentions {
			if !t.Mentions[n].Adjunct && intersects(t.Mentions[n].Passages, other) {
				return true
			}
		}
	}
	return false
}

// joined is the thread that an editor has joined m to, -1 for none.
func (r *reader) joined(ts []Thread, m *Mention) int {
	return slices.IndexFunc(ts, func(t Thread) bool { return linked(r.a.Same, &t, m) })
}

// parted reports whether an editor has parted m from a mention of t.
func (r *reader) parted(t *Thread, m *Mention) bool { return linked(r.a.Apart, t, m) }

// alone reports whether an editor has said that m is of another meeting than others: then it opens a thread whatever its words are.
func (r *reader) alone(m *Mention) bool {
	return slices.ContainsFunc(r.a.Apart, func(d Told) bool { return d.across(m) != nil })
}

// bring joins those mentions that opened no thread where an editor has said so, and returns the others.
func (r *reader) bring(ts []Thread, left []Mention) []Mention {
	return slices.DeleteFunc(left, func(m Mention) bool {
		n := r.joined(ts, &m)
		if n >= 0 {
			r.join(&ts[n], m)
		}
		return n >= 0
	})
}
