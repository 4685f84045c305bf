package engine

import (
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
)

// Beside compares articles that somebody put side by side: texts handed in for comparison, of which nobody knows yet what they
// tell. Its corpus has one meeting, and every article stands in the coverage of it with its whole body, whatever else it tells
// of: who lays two texts side by side wants to see both.
//
// The meeting is the one that most articles tell of, if more than half of them do; named reports whether there is one.
// Where there is none the meeting has no date, place, status or people, because none is common to the articles, and no article
// has passages on it. Other meetings that the articles tell of are left out.
func Beside(arts []*Article, k *know.Base) (c *Corpus, named bool) {
	found, meetings := gather(arts, k)
	m, named := shared(arts, meetings)
	c = &Corpus{People: found.People, words: found.words}
	threads := map[int]int{} // article → thread on the meeting
	for _, cov := range m.Coverage {
		threads[cov.Article] = cov.Thread
	}
	order := m.Coverage
	m.Coverage = nil
	for i, a := range arts {
		thread, tells := threads[i]
		c.Articles = append(c.Articles, a.about(thread, tells))
		if !tells {
			order = append(order, meeting.Coverage{Article: i})
		}
	}
	for _, cov := range order {
		m.Coverage = append(m.Coverage, meeting.Coverage{Article: cov.Article})
	}
	c.Meetings = []Meeting{c.compare(m)}
	c.series(k)
	return c, named
}

// shared is the meeting that most articles tell of, more than half of them: of several the one that most are chiefly about, then
// the one that they give most passages to, then the first.
func shared(arts []*Article, meetings []meeting.Meeting) (best meeting.Meeting, found bool) {
	var most [3]int
	for _, m := range meetings {
		if m.Implied || 2*len(m.Coverage) <= len(arts) {
			continue
		}
		n := [3]int{len(m.Coverage)}
		for _, cov := range m.Coverage {
			t := &arts[cov.Article].Threads[cov.Thread]
			if t.Main {
				n[1]++
			}
			n[2] += len(t.Passages)
		}
		for i := range n {
			if n[i] != most[i] {
				if n[i] > most[i] {
					best, most, found = m, n, true
				}
				break
			}
		}
	}
	return best, found
}

// about is the article with one thread: its own one of that index, or one that tells nothing. The thread is made its main one, so
// that its whole body is compared; an article of a line or two that has no body takes part with what it has.
func (a *Article) about(thread int, tells bool) *Article {
	out := *a
	t := meeting.Thread{}
	if tells {
		t = a.Threads[thread]
	}
	t.Main = false
	for _, p := range a.Doc.Passages {
		t.Main = t.Main || !p.Aside && (p.Kind == text.Body || p.Kind == text.Deck)
	}
	if !t.Main {
		t.Passages = nil
		for i := range a.Doc.Passages {
			t.Passages = append(t.Passages, i)
		}
	}
	out.Threads = []meeting.Thread{t}
	return &out
}
