package align

import (
	"math"

	"readout/wasm/text"
)

// label is the words that name group g, in the words of one of its articles; it gives the caller's article and the span. A point that
// several articles tell is named by the clause of one of them that says most of what they share, and that names no row yet where there is
// another. A lonely sentence names itself by its first passage.
//
// The members speak with the passages spoken.
func (m *meeting) label(g group, spoken [][]int) (int, text.Span) {
	if article, span, ok := m.core(g, spoken); ok {
		return article, span
	}
	article := m.order[m.units[g[0]].article]
	return article, m.in.Articles[article].Doc.Passages[spoken[0][0]].Span
}

// Name is the longest stretch with which passage p begins that may name a point, or all of p where none may.
func Name(p *text.Passage) text.Span {
	span := p.Span
	for _, x := range stretches(p.Tokens) {
		if x.opens {
			span = text.Span{Start: p.Tokens[x.from].Start, End: p.Tokens[x.to-1].End}
		}
	}
	return span
}

// What makes a good label beside its length (guessed as labelWords is).
const (
	idleWord   = 0.2  // what a word costs that the readings do not share
	opensBonus = 1.5  // for a stretch that begins as its sentence does: it has its subject
	tellsBonus = 0.5  // for one that does not tell ahead
	againCost  = 16.0 // of one that names another row already
)

// core is the best stretch of the members of g, which speak with the passages spoken. ok is false for a lonely member, and where there is
// no stretch that could stand alone.
func (m *meeting) core(g group, spoken [][]int) (article int, span text.Span, ok bool) {
	name := ""
	if m.units[g[0]].article == m.units[g[len(g)-1]].article {
		return 0, text.Span{}, false
	}
	shared := m.shared(g)
	top := math.Inf(-1)
	var worth []float64
	for i, n := range g {
		u := &m.units[n]
		a := m.order[u.article]
		for _, p := range spoken[i] {
			tokens := m.in.Articles[a].Doc.Passages[p].Tokens
			naming := m.namingOf(a, p)
			worth = naming.worth(worth[:0], shared)
			for _, x := range naming.stretches {
				s := x.score(naming.words, worth)
				if x.opens && p == u.passages[0] {
					s += opensBonus
				}
				if m.names[x.begins] {
					s -= againCost
				}
				if !u.expects {
					s += tellsBonus
				}
				if s > top+1e-9 {
					top, ok, name = s, true, x.begins
					article, span = a, text.Span{Start: tokens[x.from].Start, End: tokens[x.to-1].End}
				}
			}
		}
	}
	if ok {
		m.names[name] = true
	}
	return article, span, ok
}

// sharing counts, for each term of the meeting, the articles of one group that use it. It serves again for the next group.
type sharing struct {
	weight   []float64 // by number of the term: how rare it is, by the share of the articles; 0 where fewer than two use it
	articles []int     // that use it
	last     []int     // the last of them, counted from 1
	used     []int32   // the terms that any uses
}

// shared is the weight of the terms that at least two articles of g use, by their numbers. It is valid until the next call.
func (m *meeting) shared(g group) []float64 {
	s := &m.sharing
	if s.weight == nil {
		n := len(m.idf)
		s.weight, s.articles, s.last = make([]float64, n), make([]int, n), make([]int, n)
	}
	for _, t := range s.used {
		s.weight[t], s.articles[t], s.last[t] = 0, 0, 0
	}
	s.used = s.used[:0]
	articles := 0
	for i := 0; i < len(g); {
		articles++
		a := m.units[g[i]].article
		for ; i < len(g) && m.units[g[i]].article == a; i++ {
			for _, t := range m.units[g[i]].vec.ids {
				if s.articles[t] == 0 {
					s.used = append(s.used, t)
				}
				if s.last[t] != articles {
					s.last[t] = articles
					s.articles[t]++
				}
			}
		}
	}
	for _, t := range s.used {
		if n := s.articles[t]; n > 1 {
			s.weight[t] = m.idf[t] * float64(n) / float64(articles)
		}
	}
	return s.weight
}
