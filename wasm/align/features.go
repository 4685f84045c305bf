package align

import (
	"math/bits"

	"readout/wasm/text"
)

// The features of a pair; weights.go has one weight for each.
const (
	fBias       = iota
	fCos        // terms by idf
	fOverlap    // shared idf by that of the poorer sentence
	fGrams      // character n-grams
	fConcept    // terms and concepts of the thesaurus
	fClause     // the best pair of clauses
	fMutual     // each is the other's best in its article
	fMarginLow  // how far it falls behind the other's best: the nearer of the two
	fMarginHigh // the farther of the two
	fLocal      // above what both find elsewhere (CSLS: Conneau et al. 2018)
	fLeads      // both open their article
	fLead       // one does
	fLeadsMeet  // both open their article and tell that the meeting takes place
	fPlace      // distance of the places in their articles
	fShort      // content words of the shorter, up to 10
	fLongShort  // how much longer the longer is
	fLong       // how many content words the sentences of all articles have, on the mean, in twenties
	fLongCos    // the same times fCos: what long sentences share says less
	fActs       // shared speech acts, by all
	fNumbers    // shared numbers, up to 2
	fBoth       // the first of bothFrames: both tell it
	fOne        = fBoth + len(bothFrames)
	plainCount  = fOne + len(oneFrames)
)

// What is known only where Input.Alike is given.
const (
	fMeaning       = plainCount + iota // how much of either stands in the other, on the mean
	fMeaningMost                       // of the one that stands more in the other
	fMeaningLeast                      // of the one that stands less
	fMeaningMutual                     // each is the other's best in its article
	fMeaningLow                        // how far it falls behind the other's best: the nearer of the two
	fMeaningHigh                       // the farther
	fMeaningLocal                      // above what both find elsewhere
	fullCount
)

// bothFrames and oneFrames are the frames that count where both sentences tell them, and where only one does. The others were
// tried and carried nothing.
var (
	bothFrames = [...]frame{frameTells, frameFirst, frameBefore, frameLength, frameHopes, frameClock, frameFollow, frameStall, frameTone,
		framePress, frameHost, frameLetter, frameProtest, frameRelation, frameHistory}
	oneFrames = [...]frame{frameTells, frameBefore, frameClock, frameLength, frameFollow}
)

// pair is two units of different articles, a before b, and their features.
type pair struct {
	a, b   int
	v      [fullCount]float64
	frames bool // some feature of frames is not 0: most pairs have none
	full   bool // what is known only where Input.Alike is given is known
}

// sums are the features by two sets of weights, of which there are as many as features are known.
func (x *pair) sums(first, second []float64) (s, t float64) {
	add := func(from, to int) {
		for i := from; i < to; i++ {
			s += float64(x.v[i] * first[i])
			t += float64(x.v[i] * second[i])
		}
	}
	add(0, fBoth)
	if x.frames {
		add(fBoth, plainCount)
	}
	if x.full {
		add(plainCount, fullCount)
	}
	return s, t
}

// pairing is the pairs of different articles among the first n units, with what their features take from all of them.
type pairing struct {
	*meeting
	n       int
	long    float64      // fLong
	alike   []similarity // in the order of eachPair
	plain   standing
	meaning *meanings // nil where nobody can say
}

// mostLong bounds fLong: beyond it nothing was learned (development articles .4 to .5) or judged (real pages .55 to .9).
const mostLong = 0.65

// pair looks at the first n units.
func (m *meeting) pair(n int) *pairing {
	p := &pairing{meeting: m, n: n, alike: m.similarities(n)}
	for i := range n {
		p.long += float64(len(m.units[i].vec.ids)) / float64(20*n)
	}
	p.long = min(p.long, mostLong)
	sim := square(n)
	k := 0
	m.eachPair(n, func(a, b int) {
		s := &p.alike[k]
		sim[a][b] = s.terms + s.grams + float64(.5*s.concepts)
		sim[b][a] = sim[a][b]
		k++
	})
	p.plain = standing{sim, m.rank(sim)}
	if m.in.Alike != nil && k > 0 {
		p.meaning = m.meanings(n)
	}
	return p
}

// each calls visit with each pair, by a and then by b. The pair is the visitor's for the time of the call: a long meeting has more of
// them than a browser has room for.
func (p *pairing) each(visit func(x *pair)) {
	shared := newOverlaps(p.meeting, p.n)
	k := 0
	var x pair
	p.eachPair(p.n, func(a, b int) {
		s := &p.alike[k]
		k++
		x = pair{a: a, b: b}
		x.v[fCos], x.v[fGrams], x.v[fConcept] = s.terms, s.grams, s.concepts
		x.v[fLong], x.v[fLongCos] = p.long, float64(p.long*s.terms)
		p.compare(&x, shared)
		p.plain.fill(p.meeting, &x, fMutual, fMarginLow, fMarginHigh, fLocal)
		if p.meaning != nil {
			x.full = true
			p.meaning.fill(p.meeting, &x)
		}
		visit(&x)
	})
}

// eachPair calls f with each two units of different articles among the first n.
func (m *meeting) eachPair(n int, f func(a, b int)) {
	for a := 0; a < n; a++ {
		for b := m.from[m.units[a].article+1]; b < n; b++ {
			f(a, b)
		}
	}
}

// standing says how pairs stand among the others, by a symmetric matrix of similarities.
type standing struct {
	sim   [][]float64
	ranks ranking
}

func (s *standing) fill(m *meeting, p *pair, mutual, low, high, local int) {
	a, b := p.a, p.b
	sim := s.sim[a][b]
	near, far := s.ranks.best[a][m.units[b].article]-sim, s.ranks.best[b][m.units[a].article]-sim
	if near > far { // in WebAssembly min and max of numbers with a point are calls
		near, far = far, near
	}
	p.v[low], p.v[high] = near, far
	if p.v[high] == 0 && sim > 0 {
		p.v[mutual] = 1
	}
	p.v[local] = 2*sim - s.ranks.near[a] - s.ranks.near[b]
}

// meanings is what Input.Alike says of the sentences: as it says it, and on the mean of both ways.
type meanings struct {
	alike [][]int
	standing
}

// meanings asks Input.Alike; nil where nobody can say.
func (m *meeting) meanings(n int) *meanings {
	sentences := make([]string, len(m.units))
	for i, u := range m.units {
		d := m.in.Articles[m.order[u.article]].Doc
		sentences[i] = d.Slice(text.Span{Start: d.Passages[u.passages[0]].Start, End: d.Passages[u.passages[len(u.passages)-1]].End})
	}
	s := &meanings{}
	if s.alike, m.reader = m.in.Alike(sentences); m.reader == Nobody {
		return nil
	}
	s.sim = square(n)
	m.eachPair(n, func(a, b int) {
		x, y := s.of(a, b)
		s.sim[a][b] = (x + y) / 2
		s.sim[b][a] = s.sim[a][b]
	})
	s.ranks = m.rank(s.sim)
	return s
}

// of is how much of sentence a stands in b, and the other way round, 0 to 1.
func (s *meanings) of(a, b int) (x, y float64) {
	return float64(s.alike[a][b]) / 1000, float64(s.alike[b][a]) / 1000
}

func (s *meanings) fill(m *meeting, p *pair) {
	x, y := s.of(p.a, p.b)
	p.v[fMeaning], p.v[fMeaningMost], p.v[fMeaningLeast] = s.sim[p.a][p.b], max(x, y), min(x, y)
	s.standing.fill(m, p, fMeaningMutual, fMeaningLow, fMeaningHigh, fMeaningLocal)
}

// pairCount is the number of pairs of different articles among the first n units.
func (m *meeting) pairCount(n int) int {
	k := 0
	for a := 0; a < n; a++ {
		k += max(0, n-m.from[m.units[a].article+1])
	}
	return k
}

// compare fills the features that two units show by themselves, the similarities of their vectors apart.
func (m *meeting) compare(p *pair, o *overlaps) {
	x, y := &m.units[p.a], &m.units[p.b]
	v := &p.v
	v[fBias] = 1
	v[fClause] = v[fCos]
	if len(x.clauses) > 1 || len(y.clauses) > 1 {
		v[fClause] = 0
		for _, c := range x.clauses {
			for _, d := range y.clauses {
				if like := c.dot(d); like > v[fClause] {
					v[fClause] = like
				}
			}
		}
	}
	shared, numbers := o.of(p.a, p.b)
	if poorer := min(x.norm, y.norm); poorer > 0 {
		v[fOverlap] = shared / poorer
	}
	v[fNumbers] = float64(min(numbers, 2))
	if both := bits.OnesCount32(uint32(x.acts & y.acts)); both > 0 {
		v[fActs] = float64(both) / float64(bits.OnesCount32(uint32(x.acts|y.acts)))
	}
	switch {
	case x.lead && y.lead:
		v[fLeads] = 1
		v[fLeadsMeet] = one(x.frames&y.frames&frameTells != 0)
	case x.lead || y.lead:
		v[fLead] = 1
	}
	v[fPlace] = max(x.place-y.place, y.place-x.place)
	short, long := len(x.vec.ids), len(y.vec.ids)
	if short > long {
		short, long = long, short
	}
	v[fShort] = float64(min(short, 10)) / 10
	v[fLongShort] = min(float64(long)/float64(short+1), 4) / 4
	if both := x.frames & y.frames; both != 0 {
		p.frames = true
		for i, f := range bothFrames {
			v[fBoth+i] = one(both&f != 0)
		}
	}
	if either := x.frames ^ y.frames; either != 0 {
		p.frames = true
		for i, f := range oneFrames {
			v[fOne+i] = one(either&f != 0)
		}
	}
}

// ranking says how alike the units find their counterparts.
type ranking struct {
	best [][]float64 // unit × article: the most alike
	near []float64   // unit: mean of its best in each other article
}

// rank reads a symmetric matrix of similarities.
func (m *meeting) rank(sim [][]float64) ranking {
	articles := len(m.from) - 1
	r := ranking{make([][]float64, len(sim)), make([]float64, len(sim))}
	for a := range sim {
		r.best[a] = make([]float64, articles)
		n := 0
		for c := 0; c < articles; c++ {
			if c == m.units[a].article || m.from[c] == m.from[c+1] || m.from[c] >= len(sim) {
				continue
			}
			best := sim[a][m.from[c]]
			for _, s := range sim[a][m.from[c]:min(m.from[c+1], len(sim))] {
				if s > best {
					best = s
				}
			}
			r.best[a][c] = best
			r.near[a] += r.best[a][c]
			n++
		}
		if n > 0 {
			r.near[a] /= float64(n)
		}
	}
	return r
}

// square is a matrix of zeros.
func square(n int) [][]float64 {
	all := make([]float64, n*n)
	m := make([][]float64, n)
	for i := range m {
		m[i] = all[i*n : (i+1)*n]
	}
	return m
}

// one is 1 for true.
func one(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}
