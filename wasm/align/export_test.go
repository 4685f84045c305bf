package align

import "slices"

// SetWeights sets other weights for what reader says: of the first pass and of the second. restore sets those that were set.
func SetWeights(first, second []float64, reader Reader) (restore func()) {
	l := &learned[reader]
	old := *l
	l.first, l.second = first, second
	return func() { *l = old }
}

// Sentences are the sentences of in as Input.Alike gets them.
func Sentences(in Input) []string {
	var out []string
	in.Alike = func(s []string) ([][]int, Reader) {
		out = s
		return nil, Nobody
	}
	m := newMeeting(in)
	m.pair(min(len(m.units), MaxSentences))
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

// Studied is a meeting whose pairs have been read, for the program that learns the weights.
type Studied struct {
	Pairs     []Pair
	Sentences [][2]int // of each pair, as Sentences numbers them
	m         *meeting
}

// Study reads the pairs of sentences of different articles.
func Study(in Input) *Studied {
	s := &Studied{m: newMeeting(in)}
	pairs := s.m.pair(min(len(s.m.units), MaxSentences))
	count := plainCount
	if s.m.reader != Nobody {
		count = fullCount
	}
	pairs.each(func(p *pair) {
		x, y := &s.m.units[p.a], &s.m.units[p.b]
		s.Sentences = append(s.Sentences, [2]int{p.a, p.b})
		s.Pairs = append(s.Pairs, Pair{
			Articles: [2]int{s.m.order[x.article], s.m.order[y.article]},
			Passages: [2]int{x.passages[0], y.passages[0]},
			Features: slices.Clone(p.v[:count]),
		})
	})
	return s
}

// Company are the further features of the second pass, by the weights of the first, of each pair.
func (s *Studied) Company(first []float64) [][]float64 {
	n := min(len(s.m.units), MaxSentences)
	p, alone := square(n), square(n)
	for i, u := range s.Sentences {
		a, b := u[0], u[1]
		x := dot(s.Pairs[i].Features, first)
		p[a][b], alone[a][b] = logistic(x), max(unheard, min(-unheard, x))
		p[b][a], alone[b][a] = p[a][b], alone[a][b]
	}
	c := s.m.newCompany(p, alone)
	var out [][]float64
	for _, u := range s.Sentences {
		v := c.fill(u[0], u[1])
		out = append(out, v[:])
	}
	return out
}

// Grown are the rows that grow of the sentences of in when pairs are as likely as p says, by the places of the sentences.
func Grown(in Input, p [][]float64) [][]int {
	m := newMeeting(in)
	m.pair(len(p))
	m.choose()
	var out [][]int
	for _, g := range m.grow(p) {
		out = append(out, g)
	}
	return out
}
