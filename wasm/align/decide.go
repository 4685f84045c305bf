package align

import "slices"

// Place is a passage: an index into Input.Articles, and one into that article's Doc.Passages.
type Place struct{ Article, Passage int }

// Link is two passages of two articles of which an editor has decided whether they tell one point.
type Link struct{ A, B Place }

// decide makes the pairs that an editor has joined certain, and those parted impossible.
func (m *meeting) decide(p [][]float64) [][]float64 {
	set := func(links []Link, q float64) {
		for _, l := range links {
			a, b := m.unitAt(l.A), m.unitAt(l.B)
			if a >= 0 && b >= 0 && a < len(p) && b < len(p) && m.units[a].article != m.units[b].article {
				p[a][b], p[b][a] = q, q
			}
		}
	}
	set(m.in.Same, 1)
	set(m.in.Apart, 0)
	return p
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
