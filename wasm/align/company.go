package align

import "math"

// What a pair shows in the company of the others, once all have been scored by themselves: two sentences that both tell what a third
// tells are likely to tell it of each other, and a sentence that another one of the same article fits better is not.
const (
	gAlone       = iota // the score of the pair by itself
	gBridge             // the best way over a sentence of a third article: the weaker of its two scores
	gAlike              // how alike the partners of the two are in third articles: the cosine
	gShared             // how many of their partners they share
	gRivalLow           // the best score of either with another sentence of the other's article: the lower of the two
	gRivalHigh          // the higher
	gMany               // how many partners the two have besides, the root of it
	gFew                // how many the one has that has fewer, by article
	gAloneAlike         // the score by itself, if the partners are alike
	gAloneShared        // and if they are shared
	companyCount
)

const (
	least   = 0.05 // a pair that is less likely by itself makes no partners (.0 to .1 give the same)
	unheard = -9.2 // the lowest score; its opposite is the highest: odds of 1 in 10,000, to which probabilities are rounded
)

// partner is a sentence of another article that likely tells the same.
type partner struct {
	unit, article int
	p             float64
}

// company is what the first pass says.
type company struct {
	*meeting
	p        [][]float64 // how likely each pair is by itself
	score    [][]float64 // and its score, unheard to -unheard
	partners [][]partner // of each unit, ascending
	sum      []float64   // of the partners' p
	best     [][]rivals  // unit × article
}

// rivals are the two best scores of a unit in an article, and which unit has the best.
type rivals struct {
	first, second float64
	unit          int
}

// newCompany takes the probabilities and the scores of the first pass.
func (m *meeting) newCompany(p, score [][]float64) *company {
	n, articles := len(p), len(m.from)-1
	c := &company{m, p, score, make([][]partner, n), make([]float64, n), make([][]rivals, n)}
	for a := range p {
		c.best[a] = make([]rivals, articles)
		for i := range c.best[a] {
			c.best[a][i] = rivals{unheard, unheard, -1}
		}
		for b := range p {
			article := m.units[b].article
			if article == m.units[a].article {
				continue
			}
			if q := p[a][b]; q >= least {
				c.partners[a] = append(c.partners[a], partner{b, article, q})
				c.sum[a] += q
			}
			r := &c.best[a][article]
			switch s := score[a][b]; {
			case s > r.first:
				r.first, r.second, r.unit = s, r.first, b
			case s > r.second:
				r.second = s
			}
		}
	}
	return c
}

// without is the best score of unit a in the article of unit b, b apart.
func (c *company) without(a, b int) float64 {
	r := &c.best[a][c.units[b].article]
	if r.unit == b {
		return r.second
	}
	return r.first
}

// fill gives the features of the pair of units a and b.
func (c *company) fill(a, b int) (v [companyCount]float64) {
	alone := c.score[a][b]
	v[gAlone], v[gBridge] = alone, unheard
	own, other := c.units[a].article, c.units[b].article
	product, squareA, squareB, both, either := 0.0, 0.0, 0.0, 0.0, 0.0
	x, y := c.partners[a], c.partners[b]
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].unit < y[0].unit:
			if x[0].article != other {
				squareA += float64(x[0].p * x[0].p)
				either += x[0].p
			}
			x = x[1:]
		case len(x) == 0 || y[0].unit < x[0].unit:
			if y[0].article != own {
				squareB += float64(y[0].p * y[0].p)
				either += y[0].p
			}
			y = y[1:]
		default:
			p, q, third := x[0].p, y[0].p, x[0].unit
			product += float64(p * q)
			squareA += float64(p * p)
			squareB += float64(q * q)
			both += min(p, q)
			either += max(p, q)
			v[gBridge] = max(v[gBridge], min(c.score[a][third], c.score[b][third]))
			x, y = x[1:], y[1:]
		}
	}
	v[gAlike] = product / math.Sqrt(float64(squareA*squareB)+.05)
	v[gShared] = both / (either + .1)
	s, t := c.without(a, b), c.without(b, a)
	v[gRivalLow], v[gRivalHigh] = min(s, t), max(s, t)
	p := c.p[a][b]
	if p < least {
		p = 0
	}
	moreA, moreB := max(0, c.sum[a]-p), max(0, c.sum[b]-p) // rounding may leave less than nothing
	v[gMany] = math.Sqrt(moreA + moreB)
	v[gFew] = min(moreA, moreB) / float64(len(c.from)-1)
	v[gAloneAlike] = float64(alone * v[gAlike])
	v[gAloneShared] = float64(alone * v[gShared])
	return v
}
