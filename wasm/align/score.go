package align

import "math"

// score is the probability of every pair of units of different articles, as a symmetric matrix.
func (m *meeting) score() [][]float64 {
	n := min(len(m.units), maxUnits)
	p := square(n)
	pairs := m.pair(n)
	w := m.choose()
	pairs.each(func(x *pair) {
		s := 0.0
		for i, v := range w {
			s += float64(x.v[i] * v)
		}
		q := logistic(s)
		p[x.a][x.b], p[x.b][x.a] = q, q
	})
	return p
}

// choose takes the weights and the bounds for what is known of the pairs; the sentences have been paired.
func (m *meeting) choose() []float64 {
	l := &learned[m.reader]
	m.bounds = l.bounds
	return l.weights
}

// bounds say how likely pairs must be to stand in one row.
type bounds struct {
	cut  float64 // a pair at least this likely is a link
	join float64 // a unit whose pairs with a group are this likely on the mean joins it
	weak float64 // unless one of those pairs is less likely than this
}

// learned is what was learned for each reader: the weights, and the bounds (measured on the development and the invented meetings, left
// out in turn: the less is known, the lower are the probabilities, and so are the bounds). Rows of which each pair is likely (join 0,
// weak .5) rank pairs better, .18 instead of .13 of recall at precision .8 with the compact encoder, by half as many rows again: the
// same sentence stands in row after row, which no reader bears.
var learned = [...]struct {
	weights []float64
	bounds  bounds
}{
	Nobody: {weights[:], bounds{cut: .28, join: .36, weak: .22}},
	Small:  {weightsSmall[:], bounds{cut: .28, join: .36, weak: .22}},
	Large:  {weightsLarge[:], bounds{cut: .38, join: .46, weak: .30}},
}

// logistic maps a score to a probability, rounded so that no two machines' exponentials differ.
func logistic(x float64) float64 { return math.Round(10000/(1+math.Exp(-x))) / 10000 }
