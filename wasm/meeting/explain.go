package meeting

import (
	"cmp"

	"readout/wasm/know"
	"readout/wasm/sorting"
	"readout/wasm/text"
)

// JoinScore is the least score that makes two threads one meeting.
const JoinScore = joinScore

// Reason is one reason for or against joining two threads, or a mention and a meeting, with its points.
type Reason struct {
	Points int
	What   string
}

// Evidence is all reasons that have points.
type Evidence []Reason

func (e *Evidence) add(points int, what string) {
	if points != 0 {
		*e = append(*e, Reason{points, what})
	}
}

// Judgement is the judgement on two threads of two articles.
type Judgement struct {
	A, B     Coverage
	Score    int    // JoinScore joins them
	Against  string // what forbids it whatever the score, "" for nothing
	Together bool   // they belong to one meeting
	Evidence
}

// Judge weighs two threads.
func (ar *Archive) Judge(a, b Coverage) Judgement {
	ar.ask(ar.blocks(ar.nodes()))
	x, y := ar.node(a), ar.node(b)
	j := Judgement{A: a, B: b, Against: ar.against(&x, &y)}
	j.Score = ar.weigh(&x, &y, j.add)
	return j
}

// Fit is the judgement on a mention and one of the meetings that its article told of before.
type Fit struct {
	Mention text.Span // the mention's words of contact, in code points
	Meeting text.Span // the words with which the article first told of the meeting
	Chosen  bool      // the mention is of this meeting
	Score   int
	Need    int    // the least score of a mention like this one
	Against string // what forbids it whatever the score, "" for nothing
	Evidence
}

// Fits reads an article again and says, for each mention and each earlier meeting, why the mention belongs to that meeting or not. It does
// not include what is joined or separated later, when the whole article is known.
func Fits(a *Article, k *know.Base) []Fit {
	var out []Fit
	r := newReader(a, k)
	r.judged = func(ts []Thread, m *Mention, best, need int) {
		newest := r.newest(ts, m)
		for i := max(0, len(ts)-inMind); i < len(ts); i++ {
			f := Fit{Mention: m.Trigger, Meeting: ts[i].Mentions[0].Trigger, Chosen: i == best, Need: need, Against: r.against(&ts[i], m)}
			f.Score = r.weigh(&ts[i], m, focus(&ts[i]) >= newest, f.add)
			out = append(out, f)
		}
	}
	r.read()
	return out
}

// Doubts lists the pairs of threads that only just became one meeting of ms, or nearly did: within three points of the deciding
// score, the closest first. Threads that belong to no meeting are left out.
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
	shared := ar.blocks(nodes)
	ar.ask(shared)
	var out []Judgement
	shared.candidates(func(a, b int) {
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
