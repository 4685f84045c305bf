package align

import "slices"

// Place is a passage: an index into Input.Articles, and one into that article's Doc.Passages.
type Place struct{ Article, Passage int }

// Link is two passages of which an editor has decided whether they tell one point.
type Link struct{ A, B Place }

// decide makes the pairs that an editor has joined certain, and those parted impossible. Sentences of one article are no pair: those are
// kept for the rows.
func (m *meeting) decide(p [][]float64) [][]float64 {
	set := func(links []Link, q float64) (own [][2]int) {
		for _, l := range links {
			a, b := m.unitAt(l.A), m.unitAt(l.B)
			switch {
			case a < 0 || b < 0 || a >= len(p) || b >= len(p) || a == b:
			case m.units[a].article == m.units[b].article:
				own = append(own, [2]int{a, b})
			default:
				p[a][b], p[b][a] = q, q
			}
		}
		return own
	}
	m.together = set(m.in.Same, 1)
	m.apart = set(m.in.Apart, 0)
	return p
}

// parts reports whether an editor has parted unit u from a member of g that is of the same article.
func (m *meeting) parts(u int, g group) bool {
	return slices.ContainsFunc(m.apart, func(d [2]int) bool {
		return d[0] == u && slices.Contains(g, d[1]) || d[1] == u && slices.Contains(g, d[0])
	})
}

// join brings the units of one article together that an editor has joined: the first groups that have them become one, where either is in
// none the other's takes it in.
func (m *meeting) join(groups []group) []group {
	for _, d := range m.together {
		with := func(u int) int { return slices.IndexFunc(groups, func(g group) bool { return slices.Contains(g, u) }) }
		a, b := with(d[0]), with(d[1])
		if a < 0 {
			a, groups = len(groups), append(groups, group{d[0]})
		}
		if b < 0 {
			b, groups = len(groups), append(groups, group{d[1]})
		}
		if a == b {
			continue
		}
		a, b = min(a, b), max(a, b)
		all := slices.Concat(groups[a], groups[b])
		slices.Sort(all)
		groups[a], groups = slices.Compact(all), slices.Delete(groups, b, b+1)
	}
	return groups
}

// unitAt is the unit of a passage, -1 where it is not eligible.
func (m *meeting) unitAt(at Place) int {
	for i := range m.units {
		if u := &m.units[i]; m.order[u.article] == at.Article && slices.Contains(u.passages, at.Passage) {
			return i
		}
	}
	return -1
}
