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
	least = 0.05 // a pair that is less likely by itself makes no partners (.0 to .1 give the same)
	// mostPartners bounds what a unit has of them in one article: of the development and the invented meetings none has more than 9. A text that
	// tells few sentences again and again would make the walk along partners of partners (commons) grow with the third power of its length.
	mostPartners = 32
	unheard      = -9.2 // the lowest score; its opposite is the highest: odds of 1 in 10,000, to which probabilities are rounded
)

// partner is a sentence of another article that likely tells the same.
type partner struct {
	unit     int
	p, score float64
}

// company is what the first pass says.
type company struct {
	*meeting
	p        [][]float64 // how likely each pair is by itself, where it is no less likely than least
	score    [][]float64 // and its score, unheard to -unheard
	partners [][]partner // of each unit, ascending
	sum      []float64   // of the partners' p
	besides  [][]total   // unit × article: of the partners that are not in it
	best     [][]rivals  // unit × article
	common   []common    // of the unit at with each unit of a later article
	at       int
}

// total is the sums of the p of partners, and of their squares.
type total struct{ sum, square float64 }

// common is what two units' partners in third articles have in common: the sums of the products of their p and of the lower of the two,
// and the best way over one of them.
type common struct{ product, both, bridge float64 }

// rivals are the two best scores of a unit in an article, and which unit has the best.
type rivals struct {
	first, second float64
	unit          int
	begin         int // of the unit's partners in this article, among all of its partners
}

// newCompany takes the probabilities and the scores of the first pass.
func (m *meeting) newCompany(p, score [][]float64) *company {
	n, articles := len(p), len(m.from)-1
	c := &company{m, p, score, make([][]partner, n), make([]float64, n), make([][]total, n), make([][]rivals, n), make([]common, n), -1}
	besides, best := make([]total, n*articles), make([]rivals, n*articles)
	for a := range p {
		c.besides[a], besides = besides[:articles], besides[articles:]
		c.best[a], best = best[:articles], best[articles:]
		for article := range articles {
			c.best[a][article].begin = len(c.partners[a])
			if article != m.units[a].article {
				c.look(a, article)
			}
		}
	}
	return c
}

// look notes what the first pass says of unit a and the units of an article.
func (c *company) look(a, article int) {
	p, score := c.p[a], c.score[a]
	r := rivals{unheard, unheard, -1, len(c.partners[a])}
	for b := c.from[article]; b < min(c.from[article+1], len(p)); b++ {
		s := score[b]
		if s > r.first {
			r.first, r.second, r.unit = s, r.first, b
		} else if s > r.second {
			r.second = s
		}
		q := p[b]
		if q < least || len(c.partners[a])-r.begin == mostPartners {
			continue
		}
		c.partners[a] = append(c.partners[a], partner{b, q, s})
		c.sum[a] += q
		for i := range c.besides[a] {
			if i != article {
				c.besides[a][i].sum += q
				c.besides[a][i].square += float64(q * q)
			}
		}
	}
	c.best[a][article] = r
}

// commons gives what unit a has in common with each of a later article: a walk along the partners of its partners. From one call to the
// next for another unit it is made anew. Two articles have nothing to walk: no third tells what both do.
func (c *company) commons(a int) []common {
	if a == c.at {
		return c.common
	}
	c.at = a
	for i := range c.common {
		c.common[i] = common{bridge: unheard}
	}
	next := c.units[a].article + 1
	for _, x := range c.partners[a] {
		for _, y := range c.partners[x.unit][c.best[x.unit][next].begin:] {
			z := &c.common[y.unit]
			z.product += float64(x.p * y.p)
			p, s := x.p, x.score
			if y.p < p { // in WebAssembly min and max of numbers with a point are calls
				p = y.p
			}
			if y.score < s {
				s = y.score
			}
			z.both += p
			if s > z.bridge {
				z.bridge = s
			}
		}
	}
	return c.common
}

// without is the best score of unit a in the article of unit b, b apart.
func (c *company) without(a, b int) float64 {
	r := &c.best[a][c.units[b].article]
	if r.unit == b {
		return r.second
	}
	return r.first
}

// fill gives the features of the pair of units a and b, a before b.
func (c *company) fill(a, b int) (v [companyCount]float64) {
	alone := c.score[a][b]
	shared := &c.commons(a)[b]
	x, y := &c.besides[a][c.units[b].article], &c.besides[b][c.units[a].article]
	v[gAlone], v[gBridge] = alone, shared.bridge
	v[gAlike] = shared.product / math.Sqrt(float64(x.square*y.square)+.05)
	v[gShared] = shared.both / (x.sum + y.sum - shared.both + .1)
	s, t := c.without(a, b), c.without(b, a)
	if s > t {
		s, t = t, s
	}
	v[gRivalLow], v[gRivalHigh] = s, t
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
