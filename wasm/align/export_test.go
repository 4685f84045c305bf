package align

import "slices"

// SetWeights sets other weights for what reader says and gives those that were set.
func SetWeights(w []float64, reader Reader) (old []float64) {
	set := learned[reader].weights
	old = append(old, set...)
	copy(set, w)
	return old
}

// Sentences are the sentences of in as Input.Alike gets them.
func Sentences(in Input) []string {
	var out []string
	in.Alike = func(s []string) ([][]int, Reader) {
		out = s
		return nil, Nobody
	}
	m := newMeeting(in)
	m.pair(min(len(m.units), maxUnits))
	return out
}

// Pair is what is known of two sentences of different articles, for the program that learns the weights.
type Pair struct {
	Articles [2]int // indexes into Input.Articles
	Passages [2]int // the first passage of each sentence, indexes into Doc.Passages
	Features []float64
}

// Likely are all pairs of sentences of different articles; their one feature is how likely they tell one point.
func Likely(in Input) []Pair {
	m := newMeeting(in)
	p := m.score()
	var out []Pair
	for a := range p {
		for b := m.from[m.units[a].article+1]; b < len(p); b++ {
			x, y := &m.units[a], &m.units[b]
			out = append(out, Pair{[2]int{m.order[x.article], m.order[y.article]}, [2]int{x.passages[0], y.passages[0]}, []float64{p[a][b]}})
		}
	}
	return out
}

// Pairs are the features of all pairs of sentences of different articles.
func Pairs(in Input) []Pair {
	m := newMeeting(in)
	var out []Pair
	pairs := m.pair(min(len(m.units), maxUnits))
	count := plainCount
	if m.reader != Nobody {
		count = fullCount
	}
	pairs.each(func(p *pair) {
		x, y := &m.units[p.a], &m.units[p.b]
		out = append(out, Pair{
			Articles: [2]int{m.order[x.article], m.order[y.article]},
			Passages: [2]int{x.passages[0], y.passages[0]},
			Features: slices.Clone(p.v[:count]),
		})
	})
	return out
}
