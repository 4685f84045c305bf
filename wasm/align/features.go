package align

// The features of a pair, by name; weights.go has one weight for each.
const (
	fBias = iota
	fCos
	fGrams
	fMutual
	fClause
	featureCount
)

// pair is two units of different articles and their features.
type pair struct {
	a, b int
	v    [featureCount]float64
}

var weights = [featureCount]float64{-3.6, 4, 4, .8, 1}

func dotWeights(v []float64) float64 {
	s := 0.0
	for i, x := range v {
		s += float64(x * weights[i])
	}
	return s
}

// features are those of all pairs among the first n units.
func (m *meeting) features(n int) []pair {
	sim := make([][]float64, n)
	for i := range sim {
		sim[i] = make([]float64, n)
	}
	var pairs []pair
	for a := 0; a < n; a++ {
		for b := a + 1; b < n; b++ {
			x, y := &m.units[a], &m.units[b]
			if x.article == y.article {
				continue
			}
			p := pair{a: a, b: b}
			p.v[fBias] = 1
			p.v[fCos] = x.vec.dot(y.vec)
			p.v[fGrams] = x.grams.dot(y.grams)
			for _, c := range x.clauses {
				for _, d := range y.clauses {
					p.v[fClause] = max(p.v[fClause], c.dot(d))
				}
			}
			sim[a][b] = p.v[fCos] + p.v[fGrams]
			sim[b][a] = sim[a][b]
			pairs = append(pairs, p)
		}
	}
	for i := range pairs {
		p := &pairs[i]
		if m.best(sim, p.a, m.units[p.b].article) == p.b && m.best(sim, p.b, m.units[p.a].article) == p.a {
			p.v[fMutual] = 1
		}
	}
	return pairs
}

// best is the unit of article that is most similar to unit a, the first of equals.
func (m *meeting) best(sim [][]float64, a, article int) int {
	at, top := -1, -1.0
	for b := m.from[article]; b < m.from[article+1] && b < len(sim); b++ {
		if sim[a][b] > top {
			at, top = b, sim[a][b]
		}
	}
	return at
}
