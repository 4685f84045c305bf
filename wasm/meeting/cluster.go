package meeting

import (
	"readout/wasm/know"
	"readout/wasm/when"
)

// Meeting is what the threads of one or more articles tell of one contact.
type Meeting struct {
	ID         string // "2014-03-the-hague-abe-obama-park"
	Title      string
	Type       Type
	Level      string
	Date       when.Date
	Place      string
	Countries  []string
	People     []string // ids, see who.Person
	Series     string   // id of the registry's or of a found series, ""
	Status     Status
	Umbrella   bool
	Implied    bool
	Equal      bool       // those who meet are of one level, or the articles call it by its level
	ByPost     bool       // no article names the people: they are those who held the posts
	Delegation bool       // one side is a delegation
	Coverage   []Coverage // by publication date, then article
}

// Coverage is one article's thread of a meeting.
type Coverage struct{ Article, Thread int }

// Archive is the articles whose threads are clustered.
type Archive struct {
	Articles []*Article
	Threads  [][]Thread
	Know     *know.Base
	// Similar is how alike two articles are in their words, 0 to 1.
	Similar func(a, b int) float64
}

// node is a thread among all.
type node struct {
	article, thread int
	t               *Thread
	ids             []string // of its people
}

// Cluster puts the threads of different articles that tell of one meeting together. Its result does not depend on the
// order of the articles beyond their indexes: pairs are joined best first, ties by the nodes' keys.
func Cluster(ar *Archive) []Meeting {
	var nodes []node
	for a := range ar.Threads {
		for t := range ar.Threads[a] {
			n := node{article: a, thread: t, t: &ar.Threads[a][t]}
			for _, p := range n.t.People {
				n.ids = append(n.ids, ar.Articles[a].Who.People[p].ID)
			}
			sortStrings(n.ids)
			nodes = append(nodes, n)
		}
	}
	groups := ar.join(nodes)
	var out []Meeting
	for _, g := range groups {
		told := false
		for _, n := range g {
			told = told || !nodes[n].t.Guess
		}
		if told {
			out = append(out, ar.build(nodes, g))
		}
	}
	out = append(out, ar.implied(out)...)
	name(out, ar.Know)
	return out
}

type pair struct{ a, b, score int }

// join returns the groups of node indexes, each ascending, in order of their first node.
func (ar *Archive) join(nodes []node) [][]int {
	var pairs []pair
	block := ar.blocks(nodes)
	seen := map[[2]int]bool{}
	for _, ids := range block {
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				if seen[[2]int{a, b}] {
					continue
				}
				seen[[2]int{a, b}] = true
				if s := ar.score(&nodes[a], &nodes[b]); s >= joinScore {
					pairs = append(pairs, pair{a, b, s})
				}
			}
		}
	}
	sortPairs(pairs)
	group := make([]int, len(nodes))
	members := make([][]int, len(nodes))
	for i := range nodes {
		group[i], members[i] = i, []int{i}
	}
	for _, p := range pairs {
		x, y := group[p.a], group[p.b]
		if x == y || !ar.mergeable(nodes, members[x], members[y]) {
			continue
		}
		if y < x {
			x, y = y, x
		}
		for _, m := range members[y] {
			group[m] = x
		}
		members[x] = append(members[x], members[y]...)
		members[y] = nil
	}
	var out [][]int
	for i := range members {
		if len(members[i]) > 0 {
			sortInts(members[i])
			out = append(out, members[i])
		}
	}
	return out
}

// joinScore is the least evidence that makes two threads one meeting; guessed, then checked on the development articles.
const joinScore = 6

// blocks indexes the nodes by what two threads of one meeting must share: a person, or the set of countries, or being what their
// articles are chiefly about; and the quarter. Within one block every pair is looked at. Of a node whose time nobody knows the
// quarter is every quarter that its people, countries or place among main threads have.
func (ar *Archive) blocks(nodes []node) [][]int {
	index := map[string]int{}
	var out [][]int
	put := func(key string, n int) {
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], n)
	}
	keys := make([][]string, len(nodes))
	timeless := map[string][]int{} // key without quarter → nodes whose time nobody knows
	for i, n := range nodes {
		for _, id := range n.ids {
			keys[i] = append(keys[i], "p:"+id)
			if last := lastPart(id); last != id {
				keys[i] = append(keys[i], "p:"+last)
			}
		}
		if len(n.t.Countries) > 1 {
			keys[i] = append(keys[i], "c:"+join(n.t.Countries))
		}
		if n.t.Main {
			keys[i] = append(keys[i], "m")
		}
		if ar.period(&n) == 0 {
			for _, k := range keys[i] {
				timeless[k] = append(timeless[k], i)
			}
		}
	}
	for i, n := range nodes {
		period := ar.period(&n)
		if period == 0 {
			for _, k := range keys[i] {
				put(k, i)
			}
			continue
		}
		for _, k := range keys[i] {
			for _, d := range []int{0, 1} { // both halves of neighbouring quarters, so that a border between two parts nobody
				key := k + "@" + itoa((period+d)/2*2+d*100003)
				if _, ok := index[key]; !ok {
					for _, t := range timeless[k] {
						put(key, t)
					}
				}
				put(key, i)
			}
		}
	}
	return out
}

// lastPart is the last word of an id.
func lastPart(id string) string {
	for i := len(id) - 1; i >= 0; i-- {
		if id[i] == '-' {
			return id[i+1:]
		}
	}
	return id
}

// period is the quarter of a year in which a thread or its article lies.
func (ar *Archive) period(n *node) int {
	d := n.t.Date
	if d.IsZero() || d.Precision() == when.OpenEnded || d.Precision() == when.ToYear {
		d = ar.Articles[n.article].Published
	}
	if d.IsZero() {
		return 0
	}
	if n.t.Umbrella {
		return int(d.First()) / 366
	}
	return int(d.First()) / 46
}

// mergeable reports whether no thread of one group speaks against one of the other, and all together speak for it:
// a chain of lucky pairs must not pull two meetings together.
func (ar *Archive) mergeable(nodes []node, x, y []int) bool {
	sum := 0
	for _, a := range x {
		for _, b := range y {
			if nodes[a].article == nodes[b].article || ar.conflict(&nodes[a], &nodes[b]) {
				return false
			}
			sum += ar.score(&nodes[a], &nodes[b])
		}
	}
	return sum*3 >= joinScore*2*len(x)*len(y)
}

// conflict reports whether two threads cannot be of one meeting.
func (ar *Archive) conflict(a, b *node) bool {
	x, y := a.t, b.t
	guess := x.Guess || y.Guess
	if !guess && ((x.Type == Visit) != (y.Type == Visit) || (x.Type == Call) != (y.Type == Call)) || x.Umbrella != y.Umbrella {
		return true
	}
	if d, e := ar.window(a), ar.window(b); !d.IsZero() && !e.IsZero() && !d.Overlaps(e) {
		return true
	}
	common := shared(a.ids, b.ids)
	if !guess {
		if len(a.ids) >= 2 && len(b.ids) >= 2 && common < 2 {
			return true
		}
		if len(a.ids) > 0 && len(b.ids) > 0 && common == 0 && !(x.Main && y.Main) {
			return true
		}
		if x.Level != "" && y.Level != "" && x.Level != y.Level && common < 2 && !(x.Main && y.Main && common > 0) {
			return true
		}
		if x.Parties > 0 && y.Parties > 0 && x.Parties != y.Parties && common < 2 {
			return true
		}
	}
	if len(x.Countries) > 1 && len(y.Countries) > 1 && !subsetS(x.Countries, y.Countries) && !subsetS(y.Countries, x.Countries) {
		return true
	}
	return x.PlaceCountry != "" && y.PlaceCountry != "" && x.PlaceCountry != y.PlaceCountry && x.Type != Visit
}

// window is when a thread's meeting was, as far as known: its date; for an article's main meeting without a date the days around the
// publication, since what an article is chiefly about is new. Zero where nothing is known.
func (ar *Archive) window(n *node) when.Date {
	pub := ar.Articles[n.article].Published
	switch {
	case n.t.Umbrella || pub.IsZero() || !n.t.Main:
		return n.t.Date
	case n.t.Date.IsZero() || n.t.Guess && n.t.Date.Precision() != when.ToDay:
		return when.Interval(pub.First()-newsDays, pub.Last()+newsDays)
	}
	return n.t.Date
}

// newsDays is how far a meeting may lie from the day of an article that is chiefly about it and does not say when it was.
const newsDays = 2

// gap is the days between two dates, 0 where they overlap.
func gap(a, b when.Date) int {
	switch {
	case a.Overlaps(b):
		return 0
	case a.Last() < b.First():
		return int(b.First() - a.Last())
	}
	return int(a.First() - b.Last())
}

// score is the evidence that two threads are of one meeting; 0 where something speaks against it.
func (ar *Archive) score(a, b *node) int {
	if a.article == b.article || ar.conflict(a, b) {
		return 0
	}
	x, y := a.t, b.t
	s := 4 * min(shared(a.ids, b.ids), 2)
	if len(x.Countries) > 1 && equalS(x.Countries, y.Countries) {
		s += 2
	}
	if x.Level != "" && x.Level == y.Level {
		s++
	}
	switch d, e := ar.window(a), ar.window(b); {
	case d.IsZero() || e.IsZero():
		s -= 2
		if x.Guess || y.Guess {
			s -= 2
		}
	case x.Umbrella && y.Umbrella:
	case d.Precision() == when.ToDay && e.Precision() == when.ToDay:
		s += 3
	case narrow(d) && narrow(e):
		s += 2
	default:
		s -= 3
	}
	if x.Place != "" && x.Place == y.Place {
		s++
	}
	if x.Umbrella && x.Level == y.Level && x.Level == "high" && equalS(x.Countries, y.Countries) {
		s += 3
	}
	if x.Main && y.Main && ar.Similar != nil {
		s += int(20*ar.Similar(a.article, b.article)) - 1
	}
	return s
}

// narrow reports whether a date lies within a month.
func narrow(d when.Date) bool { return d.Last()-d.First() <= 31 }

// shared counts the people two threads have in common. A bare surname is the person whose full name holds it: the articles
// have been found to tell of one time already.
func shared(a, b []string) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x == y || holds(x, y) || holds(y, x) {
				n++
				break
			}
		}
	}
	return n
}

// holds reports whether short is one word of the longer id full.
func holds(full, short string) bool {
	if len(short) < 3 || len(full) <= len(short) {
		return false
	}
	for _, c := range short {
		if c == '-' {
			return false
		}
	}
	n := len(full) - len(short)
	return full[n:] == short && full[n-1] == '-' || full[:len(short)] == short && full[len(short)] == '-'
}

func equalS(a, b []string) bool { return len(a) == len(b) && subsetS(a, b) }

func sortPairs(l []pair) {
	less := func(a, b pair) bool {
		if a.score != b.score {
			return a.score > b.score
		}
		if a.a != b.a {
			return a.a < b.a
		}
		return a.b < b.b
	}
	// merge sort: stable, no dependency
	if len(l) < 2 {
		return
	}
	m := len(l) / 2
	x, y := append([]pair(nil), l[:m]...), append([]pair(nil), l[m:]...)
	sortPairs(x)
	sortPairs(y)
	for i := range l {
		if len(y) == 0 || len(x) > 0 && !less(y[0], x[0]) {
			l[i], x = x[0], x[1:]
		} else {
			l[i], y = y[0], y[1:]
		}
	}
}

// build makes the meeting of a group of nodes.
func (ar *Archive) build(nodes []node, g []int) Meeting {
	var m Meeting
	levels := map[string]int{}
	for _, i := range g {
		t := nodes[i].t
		m.Coverage = append(m.Coverage, Coverage{nodes[i].article, nodes[i].thread})
		if m.Type == "" || !t.Guess {
			m.Type = t.Type
		}
		m.Umbrella = m.Umbrella || t.Umbrella
		m.Equal = m.Equal || t.Equal
		m.Delegation = m.Delegation || groupIsDelegation(t.Groups)
		for _, id := range nodes[i].ids {
			if t.Guess {
				break // who is named in a lead need not have been there
			}
			if !contains(m.People, id) {
				m.People = append(m.People, id)
			}
		}
		if !t.Guess {
			m.Countries = union(m.Countries, t.Countries)
		}
		if !t.Date.IsZero() && (m.Date.IsZero() || better(t.Date, m.Date)) {
			m.Date = t.Date
		}
		if m.Place == "" {
			m.Place = t.Place
		}
		if firmness[t.Status] > firmness[m.Status] {
			m.Status = t.Status
		}
		if t.Level != "" {
			levels[t.Level]++
			if m.Level == "" || levels[t.Level] > levels[m.Level] {
				m.Level = t.Level
			}
		}
	}
	pub := func(c Coverage) when.Date { return ar.Articles[c.Article].Published }
	for i := 1; i < len(m.Coverage); i++ { // by publication, then article
		for j := i; j > 0; j-- {
			a, b := pub(m.Coverage[j-1]), pub(m.Coverage[j])
			if a.IsZero() && !b.IsZero() || !b.IsZero() && !a.IsZero() && b.First() < a.First() {
				m.Coverage[j], m.Coverage[j-1] = m.Coverage[j-1], m.Coverage[j]
			}
		}
	}
	return m
}

// better reports whether a tells more than b: a narrower or, at equal width, a certain date.
func better(a, b when.Date) bool {
	if wa, wb := width(a), width(b); wa != wb {
		return wa < wb
	}
	return b.Uncertain() && !a.Uncertain()
}

// implied makes the meetings that only an order claim speaks of: "after eight months" implies a round eight months before.
func (ar *Archive) implied(known []Meeting) []Meeting {
	var out []Meeting
	for _, m := range known {
		for _, c := range m.Coverage {
			t := ar.Threads[c.Article][c.Thread]
			for _, mt := range t.Mentions {
				if mt.Order == nil || !mt.Order.Gap || mt.Order.Since.IsZero() || !t.Main {
					continue
				}
				if !told(known, m, mt.Order.Since) && !told(out, m, mt.Order.Since) {
					out = append(out, Meeting{Type: m.Type, Level: m.Level, Date: mt.Order.Since, Countries: m.Countries,
						People: m.People, Status: Held, Implied: true, Equal: true, Coverage: []Coverage{{c.Article, -1}}})
				}
			}
		}
	}
	return out
}

// told reports whether a meeting like m is known at the date d.
func told(ms []Meeting, m Meeting, d when.Date) bool {
	for _, o := range ms {
		if o.Level == m.Level && equalS(o.Countries, m.Countries) && o.Date.Overlaps(d) {
			return true
		}
	}
	return false
}
