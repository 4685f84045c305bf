package align

import "math"

// edge is a pair of units of two articles and the probability that they tell one point.
type edge struct {
	a, b int // a < b
	p    float64
}

// score is the probability of every pair of units of different articles, as a symmetric matrix.
func (m *meeting) score() [][]float64 {
	n := min(len(m.units), maxUnits)
	p := make([][]float64, n)
	for i := range p {
		p[i] = make([]float64, n)
	}
	f := m.features(n)
	for _, x := range f {
		q := logistic(dotWeights(x.v[:]))
		p[x.a][x.b], p[x.b][x.a] = q, q
	}
	return p
}

// logistic maps a score to a probability, rounded so that no two machines' exponentials differ.
func logistic(x float64) float64 { return math.Round(10000/(1+math.Exp(-x))) / 10000 }
