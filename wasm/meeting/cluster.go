package meeting

import (
	"cmp"
	"slices"

	"readout/wasm/know"
	"readout/wasm/sorting"
	"readout/wasm/when"
	"readout/wasm/who"
)

// Meeting is what the threads of one or more articles tell about one contact.
type Meeting struct {
	ID         string // "2014-03-the-hague-abe-obama-park"
	Title      string
	Type       Type
	Level      string
	Date       when.Date
	Place      string
	Countries  []string
	People     []string // ids, see who.Person
	Bodies     []string // unions, companies, clubs and councils that meet, by name
	Series     string   // id of a series, the registry's or a found one, or ""
	Status     Status
	Umbrella   bool
	Implied    bool
	Equal      bool       // those who meet have one level, or the articles name the level of the meeting
	ByPost     bool       // no article names the people; they are the holders of the posts
	Delegation bool       // one side is a delegation
	Headline   string     // replaces the title if nobody is known to have met
	Coverage   []Coverage // by publication date, then article
}

// Coverage is one article's thread of a meeting.
type Coverage struct{ Article, Thread int }

// Archive is the articles whose threads are clustered.
type Archive struct {
	Articles []*Article
	Threads  [][]Thread
	People   []who.Person // of all articles, as who.Link gives them
	Know     *know.Base
	// Same and Apart are threads that, by an editor's decision, tell of one meeting, or of two.
	Same, Apart []Link
	// Odds, if given, returns for pairs of articles how much all their words speak for one event, as log-odds: zero or more for it, less
	// against it. A pair is judged together with the others, so all pairs are passed in one call.
	Odds func(pairs [][2]int) []float64
	// Each, if given, calls f for 0 … n-1, on several cores if the host has them. The calls are independent, and the result is the same.
	Each func(n int, f func(i int))
	// Headline is the text of an article's headline, "" if it has none.
	Headline func(article int) string

	asked [][2]int  // the pairs of articles that were asked for, ascending
	odds  []float64 // of each
}

// node is a thread among all.
type node struct {
	article, thread int
	t               *Thread
	ids             []string     // of its people
	names           []who.Sounds // of the same people, in the same order
	sides           []side
	from, to        when.Day // its window, see Archive.window; all days where nothing is known
}

// Cluster joins the threads of different articles that tell of one meeting. Apart from the indexes, the result does
// not depend on the order of the articles: pairs are joined best first, and the nodes' keys break ties.
func Cluster(ar *Archive) []Meeting {
	nodes := ar.nodes()
	groups := ar.join(nodes)
	editor := ar.decided(nodes)
	var out []Meeting
	for _, g := range groups {
		told := editor.joins(g)
		for _, n := range g {
			told = told || !nodes[n].t.Guess || nodes[n].t.Contact && len(g) > 1
		}
		if told {
			out = append(out, ar.build(nodes, g))
		}
	}
	out = append(out, ar.implied(out)...)
	name(out, ar.names(), ar.Know)
	return out
}

// nodes are all threads, by article.
func (ar *Archive) nodes() (nodes []node) {
	for a := range ar.Threads {
		for t := range ar.Threads[a] {
			nodes = append(nodes, ar.node(Coverage{a, t}))
		}
	}
	return nodes
}

func (ar *Archive) node(c Coverage) node {
	n := node{article: c.Article, thread: c.Thread, t: &ar.Threads[c.Article][c.Thread]}
	for _, p := range n.t.People {
		n.ids = append(n.ids, ar.Articles[c.Article].Who.People[p].ID)
	}
	slices.Sort(n.ids)
	n.names = soundsOf(n.ids)
	for _, b := range n.t.Sides {
		n.sides = append(n.sides, sideOf(b))
	}
	w := ar.window(&n)
	n.from, n.to = w.First(), w.Last()
	switch {
	case w.IsZero():
	case n.t.Guess:
		n.from, n.to = n.from-when.Day(followDays), n.to+when.Day(followDays)
	case w.Uncertain():
		n.from, n.to = n.from-when.Day(newsDays), n.to+when.Day(newsDays)
	}
	if pub := ar.Articles[n.article].Published; n.t.Main && !n.t.Umbrella && !pub.IsZero() && !w.IsZero() { // see compared
		n.from, n.to = min(n.from, pub.First()-newsDays), max(n.to, pub.Last()+newsDays)
	}
	return n
}

// Events groups the articles by what they are chiefly about, whether or not that is a meeting. Each is in one group; groups and
// their members are in ascending order.
func (ar *Archive) Events() [][]int {
	nodes := ar.nodes()
	var out [][]int
	for _, g := range ar.join(nodes) {
		var l []int
		for _, n := range g {
			if nodes[n].t.Main {
				l = append(l, nodes[n].article)
			}
		}
		if len(l) > 0 {
			out = append(out, l)
		}
	}
	return out
}

type pair struct{ a, b, score int }

// join returns the groups of node indexes, each ascending, in order of their first node.
func (ar *Archive) join(nodes []node) [][]int {
	shared := ar.blocks(nodes)
	ar.ask(shared)
	editor := ar.decided(nodes)
	pairs := ar.pairs(shared, func(a, b int) (int, bool) {
		s := ar.score(&nodes[a], &nodes[b])
		return s, s >= joinScore
	})
	for _, p := range editor.same {
		pairs = append(pairs, pair{p[0], p[1], decidedScore})
	}
	sortPairs(pairs)
	group := make([]int, len(nodes))
	members := make([][]int, len(nodes))
	for i := range nodes {
		group[i], members[i] = i, []int{i}
	}
	for _, p := range pairs {
		x, y := group[p.a], group[p.b]
		if x == y || editor.forbids(members[x], members[y]) || p.score < decidedScore && !ar.mergeable(nodes, members[x], members[y]) ||
			p.score == decidedScore && twice(nodes, members[x], members[y]) {
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
			slices.Sort(members[i])
			out = append(out, members[i])
		}
	}
	return out
}

// ask asks, once, for the odds of all pairs of articles whose main threads may be of one meeting.
func (ar *Archive) ask(among *blocks) {
	if ar.asked != nil || ar.Odds == nil {
		return
	}
	mains := ar.pairs(among, func(a, b int) (int, bool) {
		x, y := &among.nodes[a], &among.nodes[b]
		return 0, x.t.Main && y.t.Main && x.article != y.article && !ar.conflict(x, y)
	})
	pairs := make([][2]int, len(mains))
	for i, p := range mains {
		x, y := among.nodes[p.a].article, among.nodes[p.b].article
		pairs[i] = [2]int{min(x, y), max(x, y)}
	}
	sorting.By(pairs, inOrder)
	ar.asked, ar.odds = pairs, ar.Odds(pairs)
}

func inOrder(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

// oddsOf are the odds of two articles; false where nobody has asked.
func (ar *Archive) oddsOf(a, b int) (float64, bool) {
	i, asked := slices.BinarySearchFunc(ar.asked, [2]int{min(a, b), max(a, b)}, inOrder)
	if !asked {
		return 0, false
	}
	return ar.odds[i], true
}

// joinScore is the least evidence that makes two threads one meeting; guessed, then checked on the development articles.
const joinScore = 6

// decidedScore is above all evidence: an editor's word comes first.
const decidedScore = 1 << 20

// sortPairs puts the best pairs first, ties by the nodes.
func sortPairs(l []pair) {
	sorting.By(l, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	})
}
