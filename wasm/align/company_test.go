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

// TestPartnersAreBounded: where every sentence of one article is as likely as any of another, as in texts that tell few things again and
// again, a sentence has no more partners in an article than the bound, and the walk along partners of partners is as short.
func TestPartnersAreBounded(t *testing.T) {
	const articles, sentences = 4, 3 * mostPartners
	m := &meeting{from: []int{0}}
	for a := range articles {
		for range sentences {
			m.units = append(m.units, unit{article: a})
		}
		m.from = append(m.from, len(m.units))
	}
	p, score := square(len(m.units)), square(len(m.units))
	for a := range p {
		for b := range p {
			if m.units[a].article != m.units[b].article {
				p[a][b] = .5
			}
		}
	}
	c := m.newCompany(p, score)
	for a, partners := range c.partners {
		if want := (articles - 1) * mostPartners; len(partners) != want {
			t.Fatalf("unit %d has %d partners, want %d", a, len(partners), want)
		}
	}
	for b, x := range c.commons(0) {
		if most := float64((articles - 2) * mostPartners); x.both > most/2 {
			t.Errorf("unit %d shares %v with the first, at most %v was asked for", b, 2*x.both, most)
		}
		if m.units[b].article == 0 && x.both != 0 {
			t.Errorf("unit %d of the same article was walked to", b)
		}
	}
}
