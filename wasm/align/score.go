package align

import "math"

// score is the probability of every pair of units of different articles, as a symmetric matrix.
func (m *meeting) score() [][]float64 {
	n := min(len(m.units), maxUnits)
	p := square(n)
	for _, x := range m.features(n) {
		s := 0.0
		for i, v := range x.v {
			s += float64(v * weights[i])
		}
		q := logistic(s)
		p[x.a][x.b], p[x.b][x.a] = q, q
	}
	return p
}

// logistic maps a score to a probability, rounded so that no two machines' exponentials differ.
func logistic(x float64) float64 { return math.Round(10000/(1+math.Exp(-x))) / 10000 }
