package align

import (
	"cmp"
	"math"
	"slices"

	"readout/wasm/sorting"
)

const (
	rival     = 0.5 // no link is less than so much as likely as the best of either sentence in the same article (measured as the bounds of learned)
	near      = 0.7 // a unit that joins a row is so nearly as likely as the pair that began it: what is sure is not mixed with what is not
	clauseCut = 0.6 // a clause belongs to a reading when it is so nearly as like the rest of the row as the best of its sentence (guessed)
	// Bounds of the work: no meeting that people wrote about comes near them.
	maxGroups  = 2000
	maxMembers = 40
)

// group is a row in the making: units, ascending.
type group []int

// rows turns the probabilities of pairs into rows. They are named in their order, so that of two that one clause would name the one above has
// it.
func (m *meeting) rows(p [][]float64) []Row {
	groups := m.join(m.grow(p))
	in := make([]bool, len(m.units))
	for _, g := range groups {
		for _, u := range g {
			in[u] = true
		}
	}
	for u := range m.units {
		if !in[u] {
			groups = append(groups, m.quotation(u, in))
		}
	}
	out := make([]Row, 0, len(groups))
	spoken := make([][][]int, 0, len(groups))
	at := make([]float64, 0, len(groups))
	for _, g := range groups {
		r, s := m.row(g, p)
		out, spoken, at = append(out, r), append(spoken, s), append(at, m.place(g))
	}
	for u := range m.units {
		for _, p := range m.silent(u, out) {
			x := &m.units[u]
			article := m.order[x.article]
			out = append(out, Row{
				Readings:     []Reading{{Article: article, Passages: []int{p}, Expects: x.expects}},
				Confidence:   1,
				Label:        m.in.Articles[article].Doc.Passages[p].Span,
				LabelArticle: article,
			})
			at = append(at, x.place)
			groups = append(groups, group{u, p})
		}
	}
	sorted := make([]Row, len(out))
	for i, n := range m.ranked(out, at, groups) {
		r := &out[n]
		if n < len(spoken) {
			r.LabelArticle, r.Label = m.label(groups[n], spoken[n])
		}
		sorted[i] = *r
	}
	return sorted
}

// quotation is unit u, which stands in no group, with those after it, as long as a quotation goes on that begins in u: nobody should read the
// rest of what somebody said as a point of its own. It notes them in in.
func (m *meeting) quotation(u int, in []bool) group {
	g := group{u}
	for open := quoting(m.units[u].tokens, false); open && u+1 < len(m.units) && !in[u+1] && m.goesOn(u); open = quoting(m.units[u].tokens, true) {
		u++
		g, in[u] = append(g, u), true
	}
	return g
}

// goesOn reports whether the unit after u is the next sentence of its paragraph.
func (m *meeting) goesOn(u int) bool {
	x, y := &m.units[u], &m.units[u+1]
	p := m.in.Articles[m.order[x.article]].Doc.Passages
	last := x.passages[len(x.passages)-1]
	return x.article == y.article && y.passages[0] == last+1 && p[last].Paragraph == p[last+1].Paragraph
}

// silent are the clauses of unit u that stand in no row.
func (m *meeting) silent(u int, rows []Row) []int {
	x := &m.units[u]
	if len(x.passages) < 2 {
		return nil
	}
	out := slices.Clone(x.passages)
	for _, r := range rows {
		for _, read := range r.Readings {
			if read.Article == m.order[x.article] {
				out = slices.DeleteFunc(out, func(p int) bool { return slices.Contains(read.Passages, p) })
			}
		}
	}
	return out
}

// grow makes the groups. The likeliest link that no group covers yet begins one; then, as long as there is one, the unit joins that
// fits its members best: likely enough on the mean over all members of other articles, nearly as likely as that link, and possible with
// each. So a group holds together as a whole, and a unit that tells several points joins several groups.
func (m *meeting) grow(p [][]float64) []group {
	var out []group
	var may []candidate
	covered := make([][]bool, len(p))
	for i := range covered {
		covered[i] = make([]bool, len(p))
	}
	for _, l := range m.links(p) {
		if covered[l.a][l.b] || len(out) == maxGroups {
			continue
		}
		g := group{l.a, l.b}
		may = m.joined(m.candidates(may[:0], l.a, p, covered), l.b, p, covered)
		for u := m.fitting(g, may, l.p); u >= 0; u = m.fitting(g, may, l.p) {
			g = append(g, u)
			may = m.joined(may, u, p, covered)
		}
		slices.Sort(g)
		for i, u := range g {
			for _, v := range g[i+1:] {
				covered[u][v] = true
			}
		}
		out = append(out, g)
	}
	return out
}

// link is two units, a < b, likely enough to tell one point.
type link struct {
	a, b int
	p    float64
}

// links are the likely pairs that no rival of the same article outdoes, likeliest first.
func (m *meeting) links(p [][]float64) []link {
	best := m.rank(p).best
	var out []link
	for a := range p {
		for b := m.from[m.units[a].article+1]; b < len(p); b++ {
			if p[a][b] >= m.bounds.cut && p[a][b] >= rival*max(best[a][m.units[b].article], best[b][m.units[a].article]) {
				out = append(out, link{a, b, p[a][b]})
			}
		}
	}
	sorting.By(out, func(x, y link) int { return cmp.Compare(y.p, x.p) })
	return out
}

// candidate is a unit that may join a group: no pair of it with a member of another article is too unlikely.
type candidate struct {
	unit  int
	sum   float64 // of the likelihoods of these pairs
	pairs int
	known int // members with which it stands in an earlier group
}

// candidates appends the units that may join unit a.
func (m *meeting) candidates(may []candidate, a int, p [][]float64, covered [][]bool) []candidate {
	for u := range p {
		may = append(may, candidate{unit: u})
	}
	return m.joined(may, a, p, covered)
}

// joined are those of the candidates that may join a group when unit a has joined it.
func (m *meeting) joined(may []candidate, a int, p [][]float64, covered [][]bool) []candidate {
	article := m.units[a].article
	from, to := m.from[article], m.from[article+1]
	out := may[:0]
	for _, c := range may {
		switch q := p[a][c.unit]; {
		case c.unit == a:
			continue
		case from <= c.unit && c.unit < to:
		case q < m.bounds.weak:
			continue
		default:
			c.sum += q
			c.pairs++
		}
		if covered[min(a, c.unit)][max(a, c.unit)] {
			c.known++
		}
		out = append(out, c)
	}
	return out
}

// fitting is the one of the candidates that fits group g best, -1 if none does; first is how likely the pair is that began it. A unit that an
// earlier group already has together with most of g stays there: a reader should not see the same sentences side by side again and again.
func (m *meeting) fitting(g group, may []candidate, first float64) int {
	if len(g) == maxMembers {
		return -1
	}
	at, top := -1, max(m.bounds.join, near*first)
	for _, c := range may {
		if c.pairs > 0 && c.sum > top*float64(c.pairs) && 2*c.known < len(g) && !m.parts(c.unit, g) {
			at, top = c.unit, c.sum/float64(c.pairs)
		}
	}
	return at
}

// row is group g as the caller sees it, without its label, and the passages with which its members speak.
func (m *meeting) row(g group, p [][]float64) (r Row, spoken [][]int) {
	spoken = make([][]int, len(g))
	for i, u := range g {
		spoken[i] = m.speaking(u, g)
	}
	for i := 0; i < len(g); {
		a := m.units[g[i]].article
		read := Reading{Article: m.order[a], Expects: true}
		for ; i < len(g) && m.units[g[i]].article == a; i++ {
			u := &m.units[g[i]]
			read.Passages = append(read.Passages, spoken[i]...)
			read.Expects = read.Expects && u.expects
		}
		r.Readings = append(r.Readings, read)
	}
	sorting.By(r.Readings, func(a, b Reading) int { return cmp.Compare(a.Article, b.Article) })
	r.Confidence = m.confidence(g, p)
	r.Background = m.background(g)
	return r, spoken
}

// speaking are those passages of unit u that speak for row g: the clause that is most like the other articles' members, and
// those that are nearly as like.
func (m *meeting) speaking(u int, g group) []int {
	x := &m.units[u]
	if len(x.passages) < 2 {
		return x.passages
	}
	like := make([]float64, len(x.passages))
	for i, c := range x.clauses {
		for _, v := range g {
			y := &m.units[v]
			if y.article == x.article {
				continue
			}
			best := 0.0
			for _, d := range y.clauses {
				best = max(best, c.dot(d))
			}
			like[i] += best
		}
	}
	top := slices.Max(like)
	var out []int
	for i, s := range like {
		if s >= clauseCut*top {
			out = append(out, x.passages[i])
		}
	}
	return out
}

// confidence is the mean probability of the pairs of g; 1 for a lonely one.
func (m *meeting) confidence(g group, p [][]float64) float64 {
	sum, n := 0.0, 0
	for i, u := range g {
		for _, v := range g[i+1:] {
			if m.units[u].article != m.units[v].article {
				sum += p[u][v]
				n++
			}
		}
	}
	if n == 0 {
		return 1
	}
	return math.Round(1000*sum/float64(n)) / 1000
}

// place is where in their articles the members of g stand, 0 first to 1 last.
func (m *meeting) place(g group) float64 {
	s := 0.0
	for _, u := range g {
		s += m.units[u].place
	}
	return s / float64(len(g))
}

// ranked is rows in order, by their numbers: by number of articles, then by place, then by their first unit.
func (m *meeting) ranked(rows []Row, at []float64, groups []group) []int {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	sorting.By(order, func(i, j int) int {
		return cmp.Or(
			cmp.Compare(len(rows[j].Readings), len(rows[i].Readings)),
			cmp.Compare(at[i], at[j]),
			slices.Compare(groups[i], groups[j]),
		)
	})
	return order
}
