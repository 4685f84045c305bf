package meeting

import (
	"slices"

	"readout/wasm/text"
	"readout/wasm/when"
)

// build makes the meeting of a group of nodes.
func (ar *Archive) build(nodes []node, g []int) Meeting {
	var m Meeting
	levels := map[string]int{}
	days := 0 // how many threads have its date
	language := speaks(nodes, g)
	for _, i := range g {
		t := nodes[i].t
		m.Coverage = append(m.Coverage, Coverage{nodes[i].article, nodes[i].thread})
		if m.Type == "" || !t.Guess {
			m.Type = t.Type
		}
		m.Umbrella = m.Umbrella || t.Umbrella
		m.Equal = m.Equal || t.Equal
		m.Delegation = m.Delegation || slices.Contains(t.Groups, "delegation")
		for _, id := range nodes[i].ids {
			if t.Guess && leads(nodes, g, id) < 2 {
				continue // who is named in one lead need not have been there
			}
			if native(id) && t.Language != language {
				continue // somebody whom the articles of another language name in theirs
			}
			if !slices.Contains(m.People, id) {
				m.People = append(m.People, id)
			}
		}
		for _, b := range t.Sides {
			if !t.Guess || dealers(nodes, g, sideOf(b)) > 1 {
				m.Bodies = addBody(m.Bodies, b)
			}
		}
		if !t.Guess {
			m.Countries = union(m.Countries, t.Countries)
		}
		if n := dated(nodes, g, t.Date); n > 0 && (!t.Guess || n > 1) && (m.Date.IsZero() || better(t.Date, m.Date) || n > days && !better(m.Date, t.Date)) {
			m.Date, days = t.Date, n
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
	if m.Type == Visit && len(m.Countries) > 2 {
		m.Place = "" // of several countries: the title names them
	}
	if len(m.People) < 2 && len(m.Countries) < 2 && ar.Headline != nil && m.Type != Visit {
		m.Headline = ar.headline(nodes, g)
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

// speaks is the language whose names stand for the people of a group: English where it names somebody, else the first by its code. What
// the registry knows of people in other languages is added to it.
func speaks(nodes []node, g []int) string {
	language, found := "", false
	for _, i := range g {
		if t := nodes[i].t; len(nodes[i].ids) > 0 && !t.Guess && (!found || t.Language < language) {
			language, found = t.Language, true
		}
	}
	return language
}

// headline is of the headlines of those articles that are chiefly about a meeting the one that shares most words with the others, ""
// for none. An article that is about something else has no title for it.
func (ar *Archive) headline(nodes []node, g []int) string {
	var all []string
	in := map[string]int{} // word → how many headlines have it
	for _, i := range g {
		h := ""
		if nodes[i].t.Main {
			h = ar.Headline(nodes[i].article)
		}
		if h != "" {
			all = append(all, h)
			for _, w := range headlineWords(h) {
				in[w]++
			}
		}
	}
	best, most := "", -1
	for _, h := range all {
		n := 0
		for _, w := range headlineWords(h) {
			n += in[w] - 1
		}
		if n > most {
			best, most = h, n
		}
	}
	return best
}

// headlineWords are the words of a headline of four letters and more, folded, each once.
func headlineWords(h string) []string {
	var out []string
	for _, w := range splitPlain(text.Fold(h)) {
		if len(w) > 3 && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// dated counts the threads of a group that a date can be of. Of a guess a day that no other lead names need not be that of the meeting.
func dated(nodes []node, g []int, d when.Date) int {
	n := 0
	for _, i := range g {
		if e := nodes[i].t.Date; !e.IsZero() && !d.IsZero() && e.Overlaps(d) {
			n++
		}
	}
	return n
}

// leads counts the threads of a group that name a person: of all threads, in two articles.
func leads(nodes []node, g []int, id string) int {
	n := 0
	for _, i := range g {
		if slices.ContainsFunc(nodes[i].ids, func(x string) bool { return x == id || holds(x, id) || holds(id, x) }) {
			n++
		}
	}
	return n
}

// dealers counts the threads of a group of which a body is a side.
func dealers(nodes []node, g []int, b side) int {
	n := 0
	for _, i := range g {
		if slices.ContainsFunc(nodes[i].sides, b.same) {
			n++
		}
	}
	return n
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
						Status: Held, Implied: true, Equal: true, Coverage: []Coverage{{c.Article, -1}}})
				}
			}
		}
	}
	return out
}

// told reports whether a meeting like m is known at the date d.
func told(ms []Meeting, m Meeting, d when.Date) bool {
	for _, o := range ms {
		if o.Level == m.Level && sameSet(o.Countries, m.Countries) && o.Date.Overlaps(d) {
			return true
		}
	}
	return false
}
