package engine

import (
	"readout/wasm/compare"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
)

// Series is a recurring meeting.
type Series struct {
	ID, Title, Type string
	Names           []know.Name
	Countries       []string
	Rounds          []int // indexes into Corpus.Meetings, by date
	Claims          []Claim
	Terms           []compare.TermUse // Doc is an index into Corpus.Articles
	Discrepancies   []Discrepancy
}

// Claim is an order claim of one article about one round.
type Claim struct {
	Article, Meeting, Passage int // indexes into Corpus.Articles, Corpus.Meetings, the document's passages
	meeting.Order
}

// series gathers the rounds of each series, and what articles say of their order.
func (c *Corpus) series(k *know.Base) {
	for _, s := range k.Series {
		ser := Series{ID: s.ID, Title: s.Title, Names: s.Names, Type: s.Type, Countries: s.Countries}
		for i, m := range c.Meetings {
			if m.Series == s.ID {
				ser.Rounds = append(ser.Rounds, i)
			}
		}
		if len(ser.Rounds) == 0 {
			continue
		}
		c.byDate(ser.Rounds)
		for _, i := range ser.Rounds {
			for _, cl := range c.claims(&c.Meetings[i].Meeting) {
				cl.Meeting = i
				ser.Claims = append(ser.Claims, cl)
			}
		}
		c.counts(&ser)
		c.seriesTerms(&ser)
		c.Series = append(c.Series, ser)
	}
}

// byDate sorts meetings by their last day, then first, then id: what is only known to lie within a visit stands after its dated meetings.
func (c *Corpus) byDate(ms []int) {
	less := func(a, b *Meeting) bool {
		if x, y := a.Date.Last(), b.Date.Last(); x != y {
			return x < y
		}
		if x, y := a.Date.First(), b.Date.First(); x != y {
			return x < y
		}
		return a.ID < b.ID
	}
	for i := 1; i < len(ms); i++ {
		for j := i; j > 0 && less(&c.Meetings[ms[j]], &c.Meetings[ms[j-1]]); j-- {
			ms[j], ms[j-1] = ms[j-1], ms[j]
		}
	}
}

// claims lists the order claims of a meeting, see Claim; their Meeting is left open. What a headline or a deck claims and the text claims
// again is listed twice, once of each: an editor wrote the one and the reporter the other. Within one of them a claim is listed once.
func (c *Corpus) claims(m *meeting.Meeting) []Claim {
	var out []Claim
	for _, cov := range m.Coverage {
		if cov.Thread < 0 {
			continue // implied: nobody tells of it
		}
		a := c.Articles[cov.Article]
		seen := map[string]bool{}
		for _, mt := range a.Threads[cov.Thread].Mentions {
			if mt.Order == nil || mt.Adjunct && mt.Order.Ordinal == 0 {
				continue
			}
			passage := mt.Passages[0]
			for _, p := range mt.Passages {
				if a.Doc.Passages[p].Overlaps(mt.Order.Span) {
					passage = p
					break
				}
			}
			count := string(rune('0' + mt.Order.Ordinal))
			if mt.Order.Own {
				count += " own"
			}
			if k := a.Doc.Passages[passage].Kind; k == text.Body {
				count += " text"
			}
			key := count + folded(mt.Order.Anchor)
			if seen[key] || mt.Order.Anchor == "" && mt.Order.Ordinal > 0 && seen[count] {
				continue
			}
			seen[key], seen[count] = true, true
			out = append(out, Claim{Article: cov.Article, Passage: passage, Order: *mt.Order})
		}
	}
	return out
}

// counts finds counts that do not fit together: a round said to be the n-th of its kind while the articles tell of other
// than n-1 rounds held in the year before it. Counts with an anchor of their own ("first since …") and counts of what one person did
// ("his second talks") are left alone.
func (c *Corpus) counts(s *Series) {
	for _, cl := range s.Claims {
		m := &c.Meetings[cl.Meeting]
		if cl.Ordinal < 2 || cl.Own || cl.Anchor != "" || m.Date.IsZero() {
			continue
		}
		var before []int
		for _, r := range s.Rounds {
			o := &c.Meetings[r]
			if d := m.Date.First() - o.Date.Last(); r != cl.Meeting && !o.Umbrella && o.Status == meeting.Held && d > 0 && d <= 366 {
				before = append(before, r)
			}
		}
		if len(before)+1 == cl.Ordinal || len(before) == 0 {
			continue
		}
		d := Discrepancy{Rule: "order-counts", Point: -1, About: "Which rounds count"}
		d.Sides = append(d.Sides, c.counting(&cl))
		for _, r := range before {
			for _, cov := range c.Meetings[r].Coverage {
				if cov.Article == cl.Article || cov.Thread < 0 {
					continue
				}
				a := c.Articles[cov.Article]
				mentions := a.Threads[cov.Thread].Mentions
				if len(mentions) == 0 {
					continue // its lead only fits the round: it has no words for it
				}
				first := mentions[0]
				side := Side{cov.Article, first.Passages[0], first.Trigger, a.Doc.Slice(first.Trigger)}
				for _, o := range s.Claims {
					if o.Article == cov.Article && o.Meeting == r {
						side = c.counting(&o)
						break
					}
				}
				d.Sides = append(d.Sides, side)
			}
		}
		if len(d.Sides) > 1 {
			s.Discrepancies = append(s.Discrepancies, d)
		}
	}
}

// counting is a side that quotes the words of a claim that count, not what they count from.
func (c *Corpus) counting(cl *Claim) Side {
	span := cl.Count
	if span.End == 0 {
		span = cl.Span
	}
	return Side{cl.Article, cl.Passage, span, c.Articles[cl.Article].Doc.Slice(span)}
}

// seriesTerms counts what each article calls things, in the passages on the rounds.
func (c *Corpus) seriesTerms(s *Series) {
	passages := make([][]int, len(c.Articles))
	for _, r := range s.Rounds {
		for _, cov := range c.Meetings[r].Coverage {
			if cov.Thread < 0 {
				continue
			}
			for _, p := range c.Articles[cov.Article].Threads[cov.Thread].Passages {
				if !contains(passages[cov.Article], p) {
					passages[cov.Article] = append(passages[cov.Article], p)
				}
			}
		}
	}
	s.Terms = c.words.terms.Terms(c.docs(), passages)
}
