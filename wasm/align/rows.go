package align

import (
	"cmp"
	"math"
	"slices"
)

const (
	cut     = 0.3  // a pair at least this likely is a link
	weakCut = 0.15 // two sentences that share most of their row's other members may stand in one row down to here
	rival   = 0.5  // a sentence whose pair is less than so much as likely as its rival's from the same article is no link
	// Sentences that tell that the meeting takes place are alike by the names in them, whatever else they tell: their rows are
	// right less often than their probabilities say (measured on the development set, one meeting left out: five in ten for seven).
	meetsTrust = 0.7

	clauseCut = 0.6 // a clause at least this nearly as like the rest of the row as the best of its sentence belongs to the reading (guessed)

	maxSteps = 200000 // bound of the search for cliques, in visited nodes
)

// group is a row in the making: units, ascending.
type group []int

// rows turns the probabilities of pairs into rows.
func (m *meeting) rows(p [][]float64) []Row {
	groups := mergeOverlapping(m.cliques(p), p, m)
	in := make([]bool, len(m.units))
	for _, g := range groups {
		for _, u := range g {
			in[u] = true
		}
	}
	for u := range m.units {
		if !in[u] {
			groups = append(groups, group{u})
		}
	}
	out := make([]Row, 0, len(groups))
	at := make([]float64, 0, len(groups))
	for _, g := range groups {
		out = append(out, m.row(g, p))
		at = append(at, m.place(g))
	}
	for u := range m.units {
		for _, p := range m.silent(u, out) {
			x := &m.units[u]
			article := m.order[x.article]
			tokens := m.in.Articles[article].Doc.Passages[p].Tokens
			out = append(out, Row{
				Readings:     []Reading{{Article: article, Passages: []int{p}, Expects: x.expects}},
				Confidence:   1,
				Label:        trimmed(tokens),
				LabelArticle: article,
			})
			at = append(at, x.place)
			groups = append(groups, group{u, p})
		}
	}
	return m.sorted(out, at, groups)
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

// cliques are the maximal sets of units of which every two of different articles are linked and every two of one
// article are alike enough to be told together. Bron and Kerbosch 1973 with a pivot, in ascending order.
func (m *meeting) cliques(p [][]float64) []group {
	n := len(p)
	link := make([][]bool, n)
	degree := make([]int, n)
	best := m.rank(p).best
	for a := range link {
		link[a] = make([]bool, n)
		for b := range link[a] {
			if m.units[a].article != m.units[b].article && p[a][b] >= cut &&
				p[a][b] >= rival*max(best[a][m.units[b].article], best[b][m.units[a].article]) {
				link[a][b] = true
				degree[a]++
			}
		}
	}
	var found []group
	steps := 0
	var extend func(r, c, x []int)
	extend = func(r, c, x []int) {
		steps++
		if steps > maxSteps {
			return
		}
		if len(c) == 0 && len(x) == 0 {
			if len(r) > 1 {
				g := slices.Clone(r)
				slices.Sort(g)
				found = append(found, g)
			}
			return
		}
		pivot, most := -1, -1
		for _, u := range append(slices.Clone(c), x...) {
			k := 0
			for _, v := range c {
				if link[u][v] {
					k++
				}
			}
			if k > most {
				pivot, most = u, k
			}
		}
		for _, u := range slices.Clone(c) {
			if link[pivot][u] {
				continue
			}
			extend(append(slices.Clone(r), u), keep(c, link[u]), keep(x, link[u]))
			c = slices.DeleteFunc(slices.Clone(c), func(v int) bool { return v == u })
			x = append(slices.Clone(x), u)
		}
	}
	var all []int
	for u := range p {
		if degree[u] > 0 {
			all = append(all, u)
		}
	}
	extend(nil, all, nil)
	slices.SortFunc(found, func(a, b group) int { return slices.Compare(a, b) })
	return found
}

// keep is the members of s that ok allows.
func keep(s []int, ok []bool) []int {
	var out []int
	for _, u := range s {
		if ok[u] {
			out = append(out, u)
		}
	}
	return out
}

// mergeOverlapping joins cliques that tell one point: those whose members, apart from the shared ones, are
// likely enough together. The likeliest are joined first.
func mergeOverlapping(groups []group, p [][]float64, m *meeting) []group {
	for {
		best, at, with := 0.0, -1, -1
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				if s := m.affinity(groups[i], groups[j], p); s > best {
					best, at, with = s, i, j
				}
			}
		}
		if at < 0 {
			return groups
		}
		joined := append(slices.Clone(groups[at]), groups[with]...)
		slices.Sort(joined)
		groups[at] = slices.Compact(joined)
		groups = slices.Delete(groups, with, with+1)
	}
}

// affinity says how well two overlapping groups stand in one row; 0 if they must not.
func (m *meeting) affinity(g, h group, p [][]float64) float64 {
	shared := 0
	for _, u := range g {
		if slices.Contains(h, u) {
			shared++
		}
	}
	if shared == 0 {
		return 0
	}
	sum, n := 0.0, 0
	for _, u := range g {
		if slices.Contains(h, u) {
			continue
		}
		for _, v := range h {
			if slices.Contains(g, v) || m.units[u].article == m.units[v].article {
				continue
			}
			if p[u][v] < weakCut {
				return 0
			}
			sum += p[u][v]
			n++
		}
	}
	if n == 0 {
		// Only sentences of one article differ: one reading of two passages.
		if 2*shared >= min(len(g), len(h)) && min(len(g), len(h)) > 2 {
			return 1
		}
		return 0
	}
	return sum / float64(n)
}

// row is group g as the caller sees it.
func (m *meeting) row(g group, p [][]float64) Row {
	var r Row
	for i := 0; i < len(g); {
		a := m.units[g[i]].article
		read := Reading{Article: m.order[a], Expects: true}
		for ; i < len(g) && m.units[g[i]].article == a; i++ {
			u := &m.units[g[i]]
			read.Passages = append(read.Passages, m.speaking(g[i], g)...)
			read.Expects = read.Expects && u.expects
		}
		r.Readings = append(r.Readings, read)
	}
	slices.SortFunc(r.Readings, func(a, b Reading) int { return cmp.Compare(a.Article, b.Article) })
	r.Confidence = m.confidence(g, p)
	r.LabelArticle, r.Label = m.label(g)
	return r
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
	c := sum / float64(n)
	if m.tellsMeeting(g) {
		c *= meetsTrust
	}
	return math.Round(1000*c) / 1000
}

// tellsMeeting reports whether more than half of the members of g tell that the meeting takes place.
func (m *meeting) tellsMeeting(g group) bool {
	n := 0
	for _, u := range g {
		if m.units[u].frames&frameMeets != 0 {
			n++
		}
	}
	return 2*n > len(g)
}

// place is where in their articles the members of g stand, 0 first to 1 last.
func (m *meeting) place(g group) float64 {
	s := 0.0
	for _, u := range g {
		s += m.units[u].place
	}
	return s / float64(len(g))
}

// sorted puts rows in order: by number of articles, then by place, then by their first unit.
func (m *meeting) sorted(rows []Row, at []float64, groups []group) []Row {
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(
			cmp.Compare(len(rows[j].Readings), len(rows[i].Readings)),
			cmp.Compare(at[i], at[j]),
			slices.Compare(groups[i], groups[j]),
		)
	})
	out := make([]Row, len(rows))
	for i, n := range order {
		out[i] = rows[n]
	}
	return out
}
