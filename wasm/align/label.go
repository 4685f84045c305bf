package align

import (
	"cmp"
	"math"
	"slices"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// clearWords is the fewest content words that name a point.
const clearWords = 4

// label is the words that name group g, in the words of one of its articles; it gives the caller's article and the span. A point that
// several articles tell is named by the clause of one of them that says most of what they share, and that names no row yet where there is
// another. A lonely sentence names itself, trimmed.
//
// The members speak with the passages spoken.
func (m *meeting) label(g group, spoken [][]int) (int, text.Span) {
	if article, span, ok := m.core(g, spoken); ok {
		m.names[[2]int{article, span.Start}] = true
		return article, span
	}
	best := slices.MinFunc(g, func(a, b int) int {
		x, y := &m.units[a], &m.units[b]
		return cmp.Or(
			cmp.Compare(one(unclear(x)), one(unclear(y))),
			cmp.Compare(one(x.expects), one(y.expects)),
			cmp.Compare(len(x.ids), len(y.ids)),
			cmp.Compare(a, b),
		)
	})
	u := &m.units[best]
	article := m.order[u.article]
	var tokens []text.Token
	for _, p := range spoken[slices.Index(g, best)] {
		tokens = append(tokens, m.in.Articles[article].Doc.Passages[p].Tokens...)
	}
	return article, trimmed(tokens)
}

// Name is the words that name a row of which nothing is known but its readings: the first clause of passages of doc that could stand alone,
// all of the first passage where none could.
func Name(doc *text.Document, passages []int) text.Span {
	for _, p := range passages {
		tokens := doc.Passages[p].Tokens
		for _, x := range stretches(tokens) {
			if x.cost == 0 {
				return text.Span{Start: tokens[x.from].Start, End: tokens[x.to-1].End}
			}
		}
	}
	return trimmed(doc.Passages[passages[0]].Tokens)
}

// What makes a good label beside its length (guessed as labelWords is).
const (
	idleWord   = 0.2 // what a word costs that the readings do not share
	opensBonus = 1.5 // for a stretch that begins as its sentence does: it has its subject
	tellsBonus = 0.5 // for one that does not tell ahead
	againCost  = 8.0 // of one that names another row already
)

// core is the best stretch of the members of g, which speak with the passages spoken. ok is false for a lonely member, and where there is
// no stretch that could stand alone.
func (m *meeting) core(g group, spoken [][]int) (article int, span text.Span, ok bool) {
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
				if m.names[[2]int{a, tokens[x.from].Start}] {
					s -= againCost
				}
				if !u.expects {
					s += tellsBonus
				}
				if s > top+1e-9 {
					top, ok = s, true
					article, span = a, text.Span{Start: tokens[x.from].Start, End: tokens[x.to-1].End}
				}
			}
		}
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

// unclear reports whether a sentence is too short to name a point, or begins with a pronoun: read alone, it says not who.
func unclear(u *unit) bool {
	if len(u.ids) < clearWords {
		return true
	}
	for _, t := range u.tokens {
		if t.Word {
			return pronouns.Has(t.Norm)
		}
	}
	return true
}

var saidWords = wordlist.Of(`said says told added according reported reportedly`)

// trimmed is the span of tokens without closing punctuation, a leading conjunction ("and asked"), a leading "According to X," and a
// closing ", X said".
func trimmed(tokens []text.Token) text.Span {
	if n := attribution(tokens); n > 0 {
		tokens = tokens[:n]
	}
	if len(tokens) > 0 && tokens[0].Norm == "according" {
		for i, t := range tokens {
			if t.Text == "," && len(tokens)-i > clearWords {
				tokens = tokens[i+1:]
				break
			}
		}
	}
	for len(tokens) > clearWords && (!tokens[0].Word || tokens[0].Norm == "and" || tokens[0].Norm == "but" || tokens[0].Norm == "while") {
		tokens = tokens[1:]
	}
	for len(tokens) > 1 && !tokens[len(tokens)-1].Word {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return text.Span{}
	}
	return text.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
}

// maxAttribution is the longest ", the foreign ministry said" that is cut off, in tokens.
const maxAttribution = 8

// attribution is where a closing ", X said" begins; 0 where there is none.
func attribution(tokens []text.Token) int {
	said := false
	for i := len(tokens) - 1; i > clearWords && i >= len(tokens)-maxAttribution; i-- {
		said = said || saidWords.Has(tokens[i].Norm)
		if tokens[i].Text == "," {
			if said {
				return i
			}
			return 0
		}
	}
	return 0
}
