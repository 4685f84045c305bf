package meeting

import (
	"cmp"

	"readout/wasm/sorting"
)

// JoinScore is the least evidence that makes two threads one meeting.
const JoinScore = joinScore

// Evidence is one reason for two threads to be of one meeting, or against it, and what it is worth.
type Evidence struct {
	Points int
	What   string
}

// Judgement is what is thought of two threads of two articles.
type Judgement struct {
	A, B     Coverage
	Score    int    // JoinScore joins them
	Against  string // what forbids it whatever the score, "" for nothing
	Together bool   // they are of one meeting
	Evidence []Evidence
}

// Judge weighs two threads.
func (ar *Archive) Judge(a, b Coverage) Judgement {
	ar.ask(ar.nodes())
	x, y := ar.node(a), ar.node(b)
	j := Judgement{A: a, B: b, Against: ar.against(&x, &y)}
	j.Score = ar.weigh(&x, &y, func(points int, what string) {
		if points != 0 {
			j.Evidence = append(j.Evidence, Evidence{points, what})
		}
	})
	return j
}

// Doubts lists the pairs of threads that only just became one meeting of ms, or nearly did: within three points of the score that
// decides, the closest first. Threads of no meeting are left aside.
func (ar *Archive) Doubts(ms []Meeting) []Judgement {
	of := map[Coverage]int{}
	for i, m := range ms {
		for _, c := range m.Coverage {
			if c.Thread >= 0 {
				of[c] = i + 1
			}
		}
	}
	nodes := ar.nodes()
	ar.ask(nodes)
	var out []Judgement
	ar.candidates(nodes, func(a, b int) {
		x, y := Coverage{nodes[a].article, nodes[a].thread}, Coverage{nodes[b].article, nodes[b].thread}
		s := ar.score(&nodes[a], &nodes[b])
		together := of[x] == of[y]
		if of[x] == 0 || of[y] == 0 || s < joinScore-doubt || together && s >= joinScore+doubt {
			return
		}
		j := ar.Judge(x, y)
		j.Together = together
		out = append(out, j)
	})
	sorting.By(out, func(a, b Judgement) int {
		return cmp.Or(cmp.Compare(abs(a.Score-joinScore), abs(b.Score-joinScore)), cmp.Compare(a.A.Article, b.A.Article), cmp.Compare(a.A.Thread, b.A.Thread),
			cmp.Compare(a.B.Article, b.B.Article), cmp.Compare(a.B.Thread, b.B.Thread))
	})
	return out
}

// doubt is how near to the deciding score a pair is worth an editor's look; guessed.
const doubt = 3

func abs(n int) int { return max(n, -n) }
