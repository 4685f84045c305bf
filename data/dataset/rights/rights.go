// Package rights decides which texts of an article leave the compiler: which passages documents cite, how many of those the rights
// allow, and what else would give away the words of the others.
package rights

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"readout/data/dataset"
	"readout/wasm/sorting"
	"readout/wasm/text"
)

// What `rights: quotes` lets out of an article: quotations, not the article. They are at most half of it, and of a long article at most
// longestQuoted code points, some 500 words. What several outlets tell comes first, since that is what the comparison is of.
// `rights: passages` lets out all that documents cite, which can be nearly everything: it takes the publisher's consent.
const longestQuoted = 3000

// Citation is a passage that documents show, and why.
type Citation struct {
	Passage       string
	Why           Reason
	Start, Length int // in code points of the article's file
}

// Reason is why a passage is cited. The most important comes first.
type Reason int

const (
	Compared Reason = iota // another article says the same, or contradicts it
	First                  // the first words about a meeting or an issue
	Told                   // more of what an article says about a meeting or an issue
	Alone                  // a point that no other article has
)

// Citations are the passages that meetings and issues cite, by article. A passage may be listed for several reasons.
func Citations(d *dataset.Dataset) map[string][]Citation {
	at := map[string]map[string]*dataset.Passage{}
	for i := range d.Articles {
		a := &d.Articles[i]
		at[a.ID] = make(map[string]*dataset.Passage, len(a.Passages))
		for n := range a.Passages {
			at[a.ID][a.Passages[n].ID] = &a.Passages[n]
		}
	}
	out := map[string][]Citation{}
	cite := func(article string, why Reason, passages ...string) {
		for n, id := range passages {
			if p := at[article][id]; p != nil {
				c := Citation{id, why, p.Start, p.End - p.Start}
				if why == First && n > 0 {
					c.Why = Told
				}
				out[article] = append(out[article], c)
			}
		}
	}
	for _, m := range d.Meetings {
		for _, c := range m.Coverage {
			cite(c.Article, First, c.Passages...)
		}
		for _, p := range m.Points {
			why := Compared
			if len(p.Readings) < 2 {
				why = Alone
			}
			for _, r := range p.Readings {
				cite(r.Article, why, r.Passages...)
			}
		}
		for _, e := range slices.Concat(m.Discrepancies, m.Contrasts) {
			for _, s := range e.Sides {
				cite(s.Article, Compared, s.Passage)
			}
		}
		for _, o := range m.OrderClaims {
			cite(o.Article, First, o.Passage)
		}
	}
	for _, is := range d.Issues {
		by := map[string][]string{}
		for _, u := range is.Uses {
			by[u.Article] = append(by[u.Article], u.Passage)
		}
		for article, passages := range by {
			cite(article, First, passages...)
		}
	}
	return out
}

// Open chooses the passages of an article that its rights let out, besides the headline. length is the length of all its passages
// (see Length). For full rights the result is nil, and everything is let out.
func Open(rights string, citations []Citation, length int) map[string]bool {
	open := map[string]bool{}
	switch rights {
	case "full":
		return nil
	case "headline":
		return open
	case "passages":
		for _, c := range citations {
			open[c.Passage] = true
		}
		return open
	}
	best := map[string]Citation{}
	for _, c := range citations {
		if b, ok := best[c.Passage]; !ok || c.Why < b.Why {
			best[c.Passage] = c
		}
	}
	list := make([]Citation, 0, len(best))
	for _, c := range best {
		list = append(list, c)
	}
	sorting.By(list, func(x, y Citation) int { return cmp.Or(cmp.Compare(x.Why, y.Why), cmp.Compare(x.Start, y.Start)) })
	room := min(length/2, longestQuoted)
	for _, c := range list {
		if c.Length <= room {
			room -= c.Length
			open[c.Passage] = true
		}
	}
	return open
}

// Length is the number of code points in an article's passages, without its headline.
func Length(a *dataset.Article) (n int) {
	for _, p := range a.Passages {
		if p.Kind != string(text.Headline) {
			n += p.End - p.Start
		}
	}
	return n
}

// Quote gives passages their texts if they are let out, and removes the texts of the others, with labels and evidence that would give them away. open has
// the passages by article (see Open); source returns the code points of an article's file.
func Quote(d *dataset.Dataset, open map[string]map[string]bool, source func(a *dataset.Article) []rune) {
	by := map[string]*dataset.Article{}
	for i := range d.Articles {
		a := &d.Articles[i]
		by[a.ID] = a
		if a.Rights == "full" {
			continue
		}
		words := source(a)
		for n := range a.Passages {
			p := &a.Passages[n]
			p.Text = ""
			if p.Kind == string(text.Headline) || open[a.ID][p.ID] {
				p.Text = string(words[p.Start:p.End])
			}
		}
	}
	for i := range d.Meetings {
		for n := range d.Meetings[i].Coverage { // evidence quotes whole clauses, of passages that may not be let out
			if c := &d.Meetings[i].Coverage[n]; by[c.Article].Rights == "quotes" {
				c.Evidence = nil
			}
		}
		points := d.Meetings[i].Points
		for n := range points {
			p := &points[n]
			bounded := slices.ContainsFunc(p.Readings, func(r dataset.Reading) bool { return by[r.Article].Rights == "quotes" })
			if bounded && !slices.ContainsFunc(p.Readings, func(r dataset.Reading) bool {
				a := by[r.Article]
				return tells(a, r.Passages, p.Label, source(a))
			}) {
				p.Label = ""
			}
		}
	}
}

// tells reports whether words stand in a reading's passages and all of them are let out.
func tells(a *dataset.Article, reading []string, words string, source []rune) bool {
	var of []dataset.Passage
	for _, p := range a.Passages {
		if slices.Contains(reading, p.ID) {
			of = append(of, p)
		}
	}
	if len(of) == 0 {
		return false
	}
	begin := of[0].Start
	all := string(source[begin:of[len(of)-1].End])
	at := strings.Index(all, words)
	if at < 0 {
		return false
	}
	begin += utf8.RuneCountInString(all[:at])
	end := begin + utf8.RuneCountInString(words)
	return !slices.ContainsFunc(a.Passages, func(p dataset.Passage) bool { return p.Text == "" && p.Start < end && begin < p.End })
}

// Withhold removes the texts that an article's rights do not let out, and the same words wherever else the dataset cites them. source
// returns the code points of an article's file.
func Withhold(d *dataset.Dataset, source func(a *dataset.Article) []rune) {
	citations, open := Citations(d), map[string]map[string]bool{}
	for i := range d.Articles {
		a := &d.Articles[i]
		open[a.ID] = Open(a.Rights, citations[a.ID], Length(a))
	}
	Quote(d, open, source)
	closed := map[string]bool{}
	for _, a := range d.Articles {
		closed[a.ID] = a.Rights == "headline"
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		for n := range m.Points {
			for _, r := range m.Points[n].Readings {
				if closed[r.Article] {
					m.Points[n].Label = ""
				}
			}
		}
		for n := range m.Coverage {
			if closed[m.Coverage[n].Article] {
				m.Coverage[n].Evidence = nil
			}
		}
		m.Terms = Terms(m.Terms, closed)
		m.Discrepancies = openDiscrepancies(m.Discrepancies, closed)
		m.Contrasts = openDiscrepancies(m.Contrasts, closed)
		for n := range m.Points {
			p := &m.Points[n]
			p.Clash = slices.ContainsFunc(m.Discrepancies, func(e dataset.Discrepancy) bool { return e.Point == p.ID })
		}
		m.OrderClaims = openClaims(m.OrderClaims, closed)
		m.Voices = slices.DeleteFunc(m.Voices, func(v dataset.Voice) bool { return closed[v.Article] })
	}
	for i := range d.Series {
		s := &d.Series[i]
		s.Terms = Terms(s.Terms, closed)
		s.Discrepancies = openDiscrepancies(s.Discrepancies, closed)
		s.OrderClaims = openClaims(s.OrderClaims, closed)
	}
	d.Terms = Terms(d.Terms, closed)
	for i := range d.Issues {
		is := &d.Issues[i]
		is.Terms = Terms(is.Terms, closed)
		for n := range is.Uses {
			if closed[is.Uses[n].Article] {
				is.Uses[n].Voice = ""
			}
		}
	}
	d.People = People(d.People, closed)
}

func openClaims(l []dataset.OrderClaim, closed map[string]bool) []dataset.OrderClaim {
	return slices.DeleteFunc(l, func(c dataset.OrderClaim) bool { return closed[c.Article] })
}

// People leaves out the forms of closed articles. It also leaves out people whom only such articles name, unless they
// took part in a meeting: that somebody met somebody is a fact, and nobody's text.
func People(ps []dataset.Person, closed map[string]bool) []dataset.Person {
	return slices.DeleteFunc(ps, func(p dataset.Person) bool {
		named := len(p.Forms) > 0
		maps.DeleteFunc(p.Forms, func(a string, _ []string) bool { return closed[a] })
		return named && len(p.Forms) == 0 && len(p.Meetings) == 0
	})
}

// Terms leaves out the forms of closed articles, and the terms that no other article uses.
func Terms(ts []dataset.Term, closed map[string]bool) []dataset.Term {
	out := []dataset.Term{}
	for _, t := range ts {
		for a := range t.Forms {
			if closed[a] {
				delete(t.Forms, a)
			}
		}
		t.Uses = slices.DeleteFunc(t.Uses, func(u dataset.TermUse) bool { return closed[u.Article] })
		if len(t.Forms) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func openDiscrepancies(ds []dataset.Discrepancy, closed map[string]bool) []dataset.Discrepancy {
	return slices.DeleteFunc(ds, func(d dataset.Discrepancy) bool {
		return slices.ContainsFunc(d.Sides, func(s dataset.Side) bool { return closed[s.Article] })
	})
}
