package align

import "testing"

// TestCompany holds what a pair shows in the company of the others: three articles, the first and second of two sentences, the third of one.
func TestCompany(t *testing.T) {
	m := &meeting{from: []int{0, 2, 4, 5}, units: []unit{{article: 0}, {article: 0}, {article: 1}, {article: 1}, {article: 2}}}
	n := len(m.units)
	p, score := square(n), square(n)
	set := func(a, b int, q, s float64) {
		p[a][b], p[b][a], score[a][b], score[b][a] = q, q, s, s
	}
	for a := range n {
		for b := range a {
			set(a, b, .01, -5)
		}
	}
	set(0, 2, .5, 0) // the pair that is asked for
	set(0, 4, .8, 2) // both are likely to tell what the third article tells
	set(2, 4, .6, 1)
	set(0, 3, .3, -1) // and a rival of the second in its own article
	v := m.newCompany(p, score).fill(0, 2)
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"alone", v[gAlone], 0},
		{"the way over the third article is as good as its weaker half", v[gBridge], 1},
		{"the better rival is the other sentence of the second article", v[gRivalHigh], -1},
		{"no sentence of the first article rivals", v[gRivalLow], -5},
		{"one partner of a third article is shared; the rival is no partner there", v[gShared], .6 / (.8 + .1)},
	} {
		if d := c.got - c.want; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}
