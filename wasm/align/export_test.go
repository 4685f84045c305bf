package align

import "slices"

// SetWeights sets other weights and gives those that were set.
func SetWeights(w []float64) (old []float64) {
	old = append(old, weights[:]...)
	copy(weights[:], w)
	return old
}

// Pair is what is known of two sentences of different articles, for the program that learns the weights.
type Pair struct {
	Articles [2]int // indexes into Input.Articles
	Passages [2]int // the first passage of each sentence, indexes into Doc.Passages
	Features []float64
}

// Pairs are the features of all pairs of sentences of different articles.
func Pairs(in Input) []Pair {
	m := newMeeting(in)
	var out []Pair
	for _, p := range m.features(min(len(m.units), maxUnits)) {
		x, y := &m.units[p.a], &m.units[p.b]
		out = append(out, Pair{
			Articles: [2]int{m.order[x.article], m.order[y.article]},
			Passages: [2]int{x.passages[0], y.passages[0]},
			Features: slices.Clone(p.v[:]),
		})
	}
	return out
}
