package dataset

import (
	"maps"
	"slices"

	"readout/wasm/text"
)

// withhold leaves out the texts that an article's rights do not let out: "passages" lets out what a comparison cites,
// "headline" the headline alone. Words that stand elsewhere in the dataset because they were cited go too.
func (b *builder) withhold(d *Dataset) {
	cited := map[string]bool{}
	cite := func(article string, passages ...string) {
		for _, p := range passages {
			cited[article+" "+p] = true
		}
	}
	for i := range d.Meetings {
		for article, passages := range d.Meetings[i].Cited() {
			cite(article, passages...)
		}
	}
	for _, is := range d.Issues {
		for _, u := range is.Uses {
			cite(u.Article, u.Passage)
		}
	}
	closed := map[string]bool{}
	for i := range d.Articles {
		a := &d.Articles[i]
		closed[a.ID] = a.Rights == "headline"
		a.Withhold(func(passage string) bool { return cited[a.ID+" "+passage] })
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
		m.Terms = openTerms(m.Terms, closed)
		m.Discrepancies = openDiscrepancies(m.Discrepancies, closed)
		for n := range m.Points {
			p := &m.Points[n]
			p.Clash = slices.ContainsFunc(m.Discrepancies, func(e Discrepancy) bool { return e.Point == p.ID })
		}
		m.Voices = slices.DeleteFunc(m.Voices, func(v Voice) bool { return closed[v.Article] })
	}
	for i := range d.Series {
		s := &d.Series[i]
		s.Terms = openTerms(s.Terms, closed)
		s.Discrepancies = openDiscrepancies(s.Discrepancies, closed)
		s.OrderClaims = slices.DeleteFunc(s.OrderClaims, func(c OrderClaim) bool { return closed[c.Article] })
	}
	d.Terms = openTerms(d.Terms, closed)
	for i := range d.Issues {
		is := &d.Issues[i]
		is.Terms = openTerms(is.Terms, closed)
		for n := range is.Uses {
			if closed[is.Uses[n].Article] {
				is.Uses[n].Voice = ""
			}
		}
	}
	d.People = openPeople(d.People, closed)
}

// Cited are the passages that a meeting cites, by article: what the articles' rights may let out.
func (m *Meeting) Cited() map[string][]string {
	out := map[string][]string{}
	add := func(article string, passages []string) {
		for _, p := range passages {
			if !slices.Contains(out[article], p) {
				out[article] = append(out[article], p)
			}
		}
	}
	for _, c := range m.Coverage {
		add(c.Article, c.Passages)
	}
	for _, p := range m.Points {
		for _, r := range p.Readings {
			add(r.Article, r.Passages)
		}
	}
	return out
}

// Withhold leaves out the texts of passages that the article's rights do not let out; cited tells which passages a comparison cites.
func (a *Article) Withhold(cited func(passage string) bool) {
	for j := range a.Passages {
		p := &a.Passages[j]
		switch {
		case a.Rights == "full", p.Kind == string(text.Headline):
		case a.Rights == "headline", !cited(p.ID):
			p.Text = ""
		}
	}
}

// openPeople leaves out the forms of closed articles, and whom only such articles name unless they took part in a meeting:
// that somebody met somebody is a fact and nobody's text.
func openPeople(ps []Person, closed map[string]bool) []Person {
	return slices.DeleteFunc(ps, func(p Person) bool {
		named := len(p.Forms) > 0
		maps.DeleteFunc(p.Forms, func(a string, _ []string) bool { return closed[a] })
		return named && len(p.Forms) == 0 && len(p.Meetings) == 0
	})
}

func openTerms(ts []Term, closed map[string]bool) []Term {
	out := []Term{}
	for _, t := range ts {
		for a := range t.Forms {
			if closed[a] {
				delete(t.Forms, a)
			}
		}
		t.Uses = slices.DeleteFunc(t.Uses, func(u TermUse) bool { return closed[u.Article] })
		if len(t.Forms) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func openDiscrepancies(ds []Discrepancy, closed map[string]bool) []Discrepancy {
	return slices.DeleteFunc(ds, func(d Discrepancy) bool {
		return slices.ContainsFunc(d.Sides, func(s Side) bool { return closed[s.Article] })
	})
}
