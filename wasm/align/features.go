package align

import (
	"math/bits"
	"slices"

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
	fActs       // shared speech acts, by all
	fNumbers    // shared numbers, up to 2
	fSpeaker    // the same side speaks
	fSpeakerNot // different sides speak
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
	bothFrames = [...]frame{frameMeets, frameFirst, frameBefore, frameLength, frameHopes, frameStall, frameHost, frameHistory}
	oneFrames  = [...]frame{frameMeets, frameBefore, frameClock, frameLength}
)

// pair is two units of different articles and their features.
type pair struct {
	a, b int
	v    [fullCount]float64
}

// features are those of all pairs among the first n units.
func (m *meeting) features(n int) []pair {
	pairs := make([]pair, 0, m.pairCount(n))
	sim := square(n)
	var terms, grams, concepts dense
	for a := 0; a < n; a++ {
		x := &m.units[a]
		terms.set(x.vec)
		grams.set(x.grams)
		concepts.set(x.concepts)
		for b := m.from[m.units[a].article+1]; b < n; b++ {
			pairs = append(pairs, pair{a: a, b: b})
			p, y := &pairs[len(pairs)-1], &m.units[b]
			p.v[fCos], p.v[fGrams], p.v[fConcept] = terms.dot(y.vec), grams.dot(y.grams), concepts.dot(y.concepts)
			m.compare(p)
			sim[a][b] = p.v[fCos] + p.v[fGrams] + .5*p.v[fConcept]
			sim[b][a] = sim[a][b]
		}
		terms.clear(x.vec)
		grams.clear(x.grams)
		concepts.clear(x.concepts)
	}
	m.standing(pairs, sim, fMutual, fMarginLow, fMarginHigh, fLocal)
	if m.in.Alike != nil && len(pairs) > 0 {
		m.meaning(pairs)
	}
	return pairs
}

// standing fills the features that tell how a pair stands among the others, by a symmetric matrix of similarities.
func (m *meeting) standing(pairs []pair, sim [][]float64, mutual, low, high, local int) {
	ranks := m.rank(sim)
	for i := range pairs {
		p := &pairs[i]
		a, b := p.a, p.b
		behindA, behindB := ranks.best[a][m.units[b].article]-sim[a][b], ranks.best[b][m.units[a].article]-sim[a][b]
		p.v[low], p.v[high] = min(behindA, behindB), max(behindA, behindB)
		if p.v[high] == 0 && sim[a][b] > 0 {
			p.v[mutual] = 1
		}
		p.v[local] = 2*sim[a][b] - ranks.near[a] - ranks.near[b]
	}
}

// meaning fills the features that rest on Input.Alike.
func (m *meeting) meaning(pairs []pair) {
	sentences := make([]string, len(m.units))
	for i, u := range m.units {
		d := m.in.Articles[m.order[u.article]].Doc
		sentences[i] = d.Slice(text.Span{Start: d.Passages[u.passages[0]].Start, End: d.Passages[u.passages[len(u.passages)-1]].End})
	}
	alike := m.in.Alike(sentences)
	if alike == nil {
		m.in.Alike = nil
		return
	}
	sim := square(min(len(m.units), maxUnits))
	for i := range pairs {
		p := &pairs[i]
		x, y := float64(alike[p.a][p.b])/1000, float64(alike[p.b][p.a])/1000
		p.v[fMeaning], p.v[fMeaningMost], p.v[fMeaningLeast] = (x+y)/2, max(x, y), min(x, y)
		sim[p.a][p.b], sim[p.b][p.a] = p.v[fMeaning], p.v[fMeaning]
	}
	m.standing(pairs, sim, fMeaningMutual, fMeaningLow, fMeaningHigh, fMeaningLocal)
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
func (m *meeting) compare(p *pair) {
	x, y := &m.units[p.a], &m.units[p.b]
	v := &p.v
	v[fBias] = 1
	v[fClause] = v[fCos]
	if len(x.clauses) > 1 || len(y.clauses) > 1 {
		v[fClause] = 0
		for _, c := range x.clauses {
			for _, d := range y.clauses {
				v[fClause] = max(v[fClause], c.dot(d))
			}
		}
	}
	shared, numbers := 0.0, 0
	for i, j := 0, 0; i < len(x.vec.ids) && j < len(y.vec.ids); {
		switch a, b := x.vec.ids[i], y.vec.ids[j]; {
		case a < b:
			i++
		case a > b:
			j++
		default:
			shared += m.idf[a]
			if m.numbered[a] {
				numbers++
			}
			i++
			j++
		}
	}
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
		v[fLeadsMeet] = one(x.frames&y.frames&frameMeets != 0)
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
	if s, t := x.speaker.Country, y.speaker.Country; s != "" && t != "" {
		v[fSpeaker], v[fSpeakerNot] = one(s == t), one(s != t)
	}
	for i, f := range bothFrames {
		v[fBoth+i] = one(x.frames&y.frames&f != 0)
	}
	for i, f := range oneFrames {
		v[fOne+i] = one((x.frames^y.frames)&f != 0)
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
			r.best[a][c] = slices.Max(sim[a][m.from[c]:min(m.from[c+1], len(sim))])
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
