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

// choose takes the weights and the bound for what is known of the pairs; the sentences have been paired.
func (m *meeting) choose() []float64 {
	l := &learned[m.reader]
	m.cut = l.cut
	return l.weights
}

// learned is what was learned for each reader: the weights, and how likely a pair must be to be a link (measured on the development and
// the invented meetings, left out in turn: the less is known, the lower are the probabilities, and so is the bound).
var learned = [...]struct {
	weights []float64
	cut     float64
}{
	Nobody: {weights[:], 0.25},
	Small:  {weightsSmall[:], 0.30},
	Large:  {weightsLarge[:], 0.34},
}

// logistic maps a score to a probability, rounded so that no two machines' exponentials differ.
func logistic(x float64) float64 { return math.Round(10000/(1+math.Exp(-x))) / 10000 }
