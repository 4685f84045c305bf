package align

import "math"

// score is the probability of every pair of units of different articles, as a symmetric matrix. It takes two passes: the first looks at
// each pair by itself, the second at the company that it is in.
func (m *meeting) score() [][]float64 {
	around, p := m.firstPass(func(*pair) {})
	w := m.choose().company()
	m.eachPair(len(p), func(a, b int) {
		v := around.fill(a, b)
		q := logistic(p[a][b] + dot(v[:], w))
		p[a][b], p[b][a] = q, q
	})
	return p
}

// firstPass shows see each pair, and gives what it found, with what the second pass adds up of the pairs by themselves (of a before b).
func (m *meeting) firstPass(see func(*pair)) (around *company, sums [][]float64) {
	n := min(len(m.units), MaxSentences)
	pairs := m.pair(n)
	l := m.choose()
	p, score, sums := square(n), square(n), square(n)
	first, again := l.first, l.again()
	pairs.each(func(x *pair) {
		see(x)
		s, t := x.sums(first, again)
		if s > unlikely {
			q := logistic(s)
			p[x.a][x.b], p[x.b][x.a] = q, q
		}
		if s < unheard {
			s = unheard
		} else if s > -unheard {
			s = -unheard
		}
		score[x.a][x.b], score[x.b][x.a] = s, s
		sums[x.a][x.b] = t
	})
	return m.newCompany(p, score), sums
}

// unlikely is a score below which a pair is less likely than least, so that nobody asks how likely it is.
const unlikely = -2.95

// dot is the sum of v by weights w, of which there may be fewer.
func dot(v, w []float64) float64 {
	s := 0.0
	for i, x := range w {
		s += float64(v[i] * x)
	}
	return s
}

// choose takes the weights and the bounds for what is known of the pairs; the sentences have been paired.
func (m *meeting) choose() *weighing {
	l := &learned[m.reader]
	m.bounds = l.bounds
	return l
}

// weighing is what pairs are scored by.
type weighing struct {
	first  []float64 // for what a pair shows by itself
	second []float64 // for the same again, then for what it shows in its company
	bounds bounds
}

// again are those of the second pass for what a pair shows by itself.
func (w *weighing) again() []float64 { return w.second[:len(w.first)] }

// company are those for what it shows in its company.
func (w *weighing) company() []float64 { return w.second[len(w.first):] }

// bounds say how likely pairs must be to stand in one row.
type bounds struct {
	cut  float64 // a pair at least this likely is a link
	join float64 // a unit whose pairs with a group are this likely on the mean joins it
	weak float64 // unless one of those pairs is less likely than this
}

// learned is what was learned for each reader: the weights, and the bounds (measured on the development and the invented meetings, left
// out in turn: the less is known, the lower are the probabilities, and so are the bounds). The higher join is, the better rows rank
// pairs and the more rows a sentence stands in, which no reader bears for long: with Large, join .46, .55, .60 find .37, .45, .44 of
// the invented pairs at precision .8, and a sentence that is in rows at all is in 1.4, 1.5, 1.7 of them.
var learned = [...]weighing{
	Nobody: {weights[:], again[:], bounds{cut: .30, join: .45, weak: .30}},
	Small:  {weightsSmall[:], againSmall[:], bounds{cut: .30, join: .45, weak: .30}},
	Large:  {weightsLarge[:], againLarge[:], bounds{cut: .40, join: .55, weak: .35}},
}

// logistic maps a score to a probability, rounded so that no two machines' exponentials differ.
func logistic(x float64) float64 { return math.Round(10000/(1+math.Exp(-x))) / 10000 }
