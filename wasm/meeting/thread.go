package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/sorting"
	"readout/wasm/text"
	"readout/wasm/when"
)

// threads gathers the mentions into one thread per meeting.
func (r *reader) threads() []Thread {
	var ts []Thread
	var left []Mention
	for _, m := range r.mentions {
		r.widen(ts, &m)
		r.inherit(ts, &m)
		n := r.home(ts, &m)
		if n < 0 {
			if m.Adjunct && (m.Definite || len(m.People) < 2 || m.Date.IsZero()) || !r.opens(m) && !(len(ts) == 0 && r.ofStates(&m)) && !r.alone(&m) {
				left = append(left, m)
				continue
			}
			m.Adjunct = false // a meeting of its own
			ts = append(ts, Thread{Type: m.Type})
			n = len(ts) - 1
		}
		r.join(&ts[n], m)
	}
	left = r.bring(ts, left)
	for _, m := range left { // "the summit" before the sentence that says whose
		for i := range ts {
			if first := ts[i].Mentions[0].Sentence; m.Definite && !m.Adjunct && len(m.People) > 0 && m.Level != "" && first > m.Sentence && first-m.Sentence <= 2 &&
				subset(m.People, ts[i].People) && r.compatible(&ts[i], &m) {
				r.join(&ts[i], m)
				break
			}
		}
	}
	r.present(ts)
	main := r.main(ts)
	if main < 0 || !r.inLead(&ts[main]) || ts[main].Mentions[0].Again {
		if n := slices.IndexFunc(left, r.firstDay); n >= 0 { // the lead says when, and not who
			t := Thread{Type: left[n].Type}
			r.join(&t, left[n])
			ts, main = append(ts, t), len(ts)
		}
	}
	if main >= 0 && r.inLead(&ts[main]) {
		ts, main = r.fold(ts, main)
		r.leadDay(&ts[main], left)
		r.again(&ts[main], left)
		ts[main].Main = true
	} else if g, ok := r.guess(); ok {
		ts = append(ts, g)
	} else if main >= 0 {
		ts[main].Main = true
	}
	r.dates(ts)
	r.settle(ts)
	ts = slices.DeleteFunc(ts, r.nameless)
	r.cover(ts)
	return ts
}

// nameless reports whether nothing tells whose meeting a thread is: "The two will meet again on Friday" of two whom nobody could make out. It
// would be shown as a meeting of nobody. What its article is chiefly about stays, and so do a counted round and what an editor has parted.
func (r *reader) nameless(t Thread) bool {
	if t.Main || len(t.People)+len(t.Countries)+len(t.Sides)+len(t.Groups)+t.Parties > 0 || t.Level != "" || t.Venue != "" || t.Place != "" {
		return false
	}
	return !slices.ContainsFunc(t.Mentions, func(m Mention) bool { return m.Order != nil || r.alone(&m) })
}

// fold adds to the main thread what headline and lead tell of it in other words: there "Seoul and Tokyo hold talks" and "Kim met
// Sato" are one meeting, unless something speaks against it.
func (r *reader) fold(ts []Thread, main int) ([]Thread, int) {
	var out, same []Thread
	at := main
	for i := range ts {
		switch {
		case i != main && r.inLead(&ts[i]) && onceMore(&ts[main], &ts[i]) && !r.otherCounterpart(&ts[main], &ts[i].Mentions[0]) && !r.otherCounterpart(&ts[i], &ts[main].Mentions[0]) && !slices.ContainsFunc(ts[i].Mentions, func(m Mention) bool { return r.parted(&ts[main], &m) }):
			same = append(same, ts[i])
		default:
			if i == main {
				at = len(out)
			}
			out = append(out, ts[i])
		}
	}
	for _, t := range same {
		for _, m := range t.Mentions {
			r.join(&out[at], m)
		}
	}
	sorting.By(out[at].Mentions, func(a, b Mention) int { return a.Trigger.Start - b.Trigger.Start })
	return out, at
}

// again adds to the main thread what the first sentence of the body tells of it without a name or a day of its own: "After eight months,
// officials from Korea and Japan held talks" under a headline on the talks of the two.
func (r *reader) again(t *Thread, left []Mention) {
	lead := -1
	for i := range r.sents {
		if r.sents[i].kind == text.Body && !r.sents[i].aside {
			lead = r.sents[i].num
			break
		}
	}
	heading := r.kindOf(t.Mentions[0]) == text.Headline || r.kindOf(t.Mentions[0]) == text.Deck
	for _, m := range left {
		if heading && m.Sentence == lead && !m.Adjunct && !m.Previous && !m.Vague && len(m.Countries) > 1 && sameSet(m.Countries, t.Countries) && r.compatible(t, &m) {
			r.join(t, m)
		}
	}
	sorting.By(t.Mentions, func(a, b Mention) int { return a.Trigger.Start - b.Trigger.Start })
}

// onceMore reports whether two threads of one lead, of which at most one names people, may be of one meeting.
func onceMore(t, u *Thread) bool {
	switch {
	case len(t.People) > 0 && len(u.People) > 0 && !(len(u.People) == 1 && subset(u.People, t.People) || len(t.People) == 1 && subset(t.People, u.People)):
		return false
	case t.Type != u.Type || t.Umbrella || u.Umbrella || t.Venue != u.Venue && t.Venue != "" && u.Venue != "":
		return false
	case t.Status != u.Status && t.Status != "" && u.Status != "":
		return false
	case t.Level != "" && u.Level != "" && t.Level != u.Level, (t.Parties > 2) != (u.Parties > 2):
		return false
	case !t.Date.IsZero() && !u.Date.IsZero() && !t.Date.Overlaps(u.Date):
		return false
	case t.Place != "" && u.Place != "" && t.Place != u.Place && !(t.PlaceCountry == u.PlaceCountry && t.PlaceCountry != "" && (isLand(t.Place) || isLand(u.Place))):
		return false
	}
	return subset(t.Countries, u.Countries) && len(u.Countries) <= max(2, len(t.People)) || subset(u.Countries, t.Countries)
}

// isLand reports whether a place is a country, in which other places lie.
func isLand(place string) bool {
	_, ok := know.Country(text.Fold(place))
	return ok
}

// widen completes "a trilateral summit with the United States" by the two sides of the meeting told just before.
func (r *reader) widen(ts []Thread, m *Mention) {
	if m.Parties != 3 || len(m.Countries) != 1 || len(ts) == 0 {
		return
	}
	for i := len(ts) - 1; i >= 0; i-- {
		t := &ts[i]
		last := t.Mentions[len(t.Mentions)-1].Sentence
		if m.Sentence-last > 2 || slices.Contains(t.Countries, m.Countries[0]) && len(t.Countries) != 3 {
			continue
		}
		if n := len(union(t.Countries, m.Countries)); n == 3 {
			m.Countries = union(t.Countries, m.Countries)
			m.People = append(append([]int(nil), m.People...), t.People...)
			return
		}
	}
}

// opens reports whether a mention that fits no thread says enough to be a meeting of its own.
func (r *reader) opens(m Mention) bool {
	sides := len(m.People) + max(len(m.Groups), len(m.Sides))
	switch {
	case m.Type == Visit:
		return len(m.People) > 0 || len(m.Groups) > 0
	case len(m.People) >= 2, sides >= 2:
		return true
	case m.Again && !m.Date.IsZero() && m.Status == Scheduled, m.Heir:
		return true
	case count(&m) > 1 && m.Definite && (!m.Date.IsZero() || r.inLeadSentence(m)): // "the eighth round of talks"
		return true
	case sides == 1 && m.Others && (m.Status == Held || m.Status == Scheduled) && (!m.Date.IsZero() || r.inLeadSentence(m)):
		return true
	case sides+m.Plain > 1 && (m.Status == Held || m.Status == Scheduled) && m.Type == Talks && r.inLeadSentence(m):
		return true
	case m.Vague:
		return len(m.Countries) > 1 || m.Status == Denied || m.Level == levelHigh
	case len(m.People) == 1 && len(m.Countries) > 1:
		return true
	case sides >= 1 && m.Level != "" && !m.Definite && (m.Status != "" || !m.Date.IsZero()):
		return true
	case len(m.Countries) > 1:
		return m.Off || m.Order != nil && m.Order.Ordinal > 0 && m.Status != "" || m.Level != "" || !m.Date.IsZero() || m.Parties > 0
	case m.Level != "" && m.Parties > 0 || m.Parties > 2:
		return true
	case !m.Date.IsZero() && (m.Place != "" || m.Level != "") && (!m.Definite || count(&m) > 0):
		return true
	case m.Level == know.LevelMinister && !m.Definite && (m.Venue != "" || m.Status == NotYet):
		return true
	}
	return false
}

// ofStates reports whether headline or lead tell of the contact of two countries and what has become of it: "Norway and Finland begin talks". Further
// down such words are as often of years of talks.
func (r *reader) ofStates(m *Mention) bool {
	return len(m.Countries) > 1 && m.Status != "" && !m.Vague && m.Type != Visit && r.inLeadSentence(*m)
}

// join adds a mention to its thread.
func (r *reader) join(t *Thread, m Mention) {
	t.Mentions = append(t.Mentions, m)
	if m.Vague && len(t.Mentions) == 1 {
		t.Umbrella = true
	}
	t.People, t.Countries = appendNew(t.People, m.People...), union(t.Countries, m.Countries)
	t.Sides, t.Groups = appendNew(t.Sides, m.Sides...), appendNew(t.Groups, m.Groups...)
	if t.Level == "" {
		t.Level = m.Level
	}
	if t.Parties == 0 {
		t.Parties = m.Parties
	}
	if t.Place == "" && !m.Adjunct {
		t.Place, t.PlaceCountry = m.Place, m.PlaceCountry
	}
	if t.Venue == "" {
		t.Venue = m.Venue
	}
	if !m.Date.IsZero() && (t.Date.IsZero() || better(m.Date, t.Date)) {
		t.Date = m.Date
		t.DateFrom = r.sentenceSlice(m)
	}
	switch {
	case m.Off && !(len(t.Mentions) > 1 && t.Mentions[0].Status == Held): // of what is off, the plans are told as plans are
		t.Status, t.Off = Denied, true
	case !t.Off && firmness[m.Status] > firmness[t.Status]:
		t.Status = m.Status
	}
}

func (r *reader) sentenceSlice(m Mention) string {
	p := r.a.Doc.Passages[m.Passages[0]]
	return r.a.Doc.Slice(text.Span{Start: p.Start, End: r.a.Doc.Passages[m.Passages[len(m.Passages)-1]].End})
}

func width(d when.Date) int { return int(d.Last() - d.First()) }

// main is the thread that the article is chiefly about: most mentions, headline and lead counting more.
func (r *reader) main(ts []Thread) int {
	lead := 0
	for _, s := range r.sents {
		if s.kind == text.Body {
			lead = s.num
			break
		}
	}
	held := slices.ContainsFunc(ts, func(t Thread) bool { return t.Status == Held && r.inLead(&t) })
	best, score := -1, 0
	for i := range ts {
		s := 0
		for _, m := range ts[i].Mentions {
			switch {
			case m.Adjunct:
			case r.kindOf(m) == text.Headline, r.kindOf(m) == text.Deck, m.Sentence == lead:
				s += 4
			case m.Sentence <= lead+2 && m.Sentence > lead:
				s += 3
			default:
				s += 2
			}
		}
		if ts[i].Umbrella || len(ts[i].People) == 0 && len(ts[i].Groups) == 0 {
			s = s * 2 / 3 // talk of a dialogue weighs less than people who met
		}
		if first := ts[i].Mentions[0]; first.Again && (first.Heir || first.Status == Scheduled) && len(ts) > 1 {
			s /= 2 // the next round
		}
		if ts[i].Status == NotYet && held {
			s = s * 2 / 3 // and what may come less than what took place
		}
		if (ts[i].Status == Scheduled || ts[i].Status == Proposed) && held && !slices.ContainsFunc(ts[i].Mentions, func(m Mention) bool { return m.Sentence == lead }) {
			s /= 2 // a headline that looks ahead of what the lead tells
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

func (r *reader) kindOf(m Mention) text.Kind { return r.a.Doc.Passages[m.Passages[0]].Kind }
