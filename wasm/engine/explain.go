package engine

import (
	"readout/wasm/align"
	"readout/wasm/know"
	"readout/wasm/meeting"
)

// What an editor looks at: why the engine holds two things for one, and where it nearly did.

// NearPoint is two sentences of one meeting that fell just short of one point.
type NearPoint struct {
	Meeting       int // index into Corpus.Meetings
	align.Verdict     // Place.Article is an index into the meeting's Coverage
}

// nearPoint is the least probability at which a pair is worth an editor's look; guessed: two thirds of what links.
const nearPoint = 0.22

// NearPoints lists the sentences of each meeting that fell just short of one point, at most limit a meeting, the likeliest first.
func (c *Corpus) NearPoints(limit int) []NearPoint {
	var out []NearPoint
	for i := range c.Meetings {
		m := &c.Meetings[i]
		if m.Implied || len(m.Coverage) < 2 {
			continue
		}
		in, _, _ := c.input(&m.Meeting)
		var rows []align.Row
		for _, p := range m.Points {
			rows = append(rows, p.Row)
		}
		near := align.Near(in, rows, nearPoint)
		for _, p := range near[:min(limit, len(near))] {
			out = append(out, NearPoint{i, p})
		}
	}
	return out
}

// ExplainPoint tells why two passages of a meeting's coverage are held for one point, or not.
func (c *Corpus) ExplainPoint(m *Meeting, a, b align.Place) (align.Verdict, bool) {
	in, _, _ := c.input(&m.Meeting)
	return align.Explain(in, a, b)
}

// Fits tells of each mention of the article which of the meetings told before it it is of, and why; see meeting.Fits.
func (a *Article) Fits(k *know.Base) []meeting.Fit {
	return meeting.Fits(a.view(), k.For(a.File))
}

// Judge weighs whether threads of two articles are of one meeting.
func (c *Corpus) Judge(k *know.Base, a, b meeting.Coverage) meeting.Judgement {
	ar, _ := whole(c.cards(), k)
	return ar.Judge(a, b)
}

// Doubts lists the pairs of threads that only just became one meeting, or nearly did; see meeting.Archive.Doubts.
func (c *Corpus) Doubts(k *know.Base) []meeting.Judgement {
	ar, _ := whole(c.cards(), k)
	var ms []meeting.Meeting
	for _, m := range c.Meetings {
		ms = append(ms, m.Meeting)
	}
	return ar.Doubts(ms)
}
