package dataset

import "slices"

// MeetingDoc is the document of one meeting: the meeting and everything needed to show it. Its people and outlets are described
// only by its own articles. So a document changes when what it shows changes, and not whenever the archive grows.
func (d *Dataset) MeetingDoc(m *Meeting) MeetingDocument {
	out := MeetingDocument{Schema: SchemaVersion, Meeting: *m}
	c := cites{}
	for _, v := range m.Coverage {
		c.add(v.Article, v.Passages...)
		if len(m.Coverage) > 1 {
			c.add(v.Article, d.opening(v.Article)...)
		}
	}
	for _, p := range m.Points {
		for _, r := range p.Readings {
			c.add(r.Article, r.Passages...)
		}
	}
	c.discrepancies(m.Discrepancies)
	c.discrepancies(m.Contrasts)
	c.claims(m.OrderClaims)
	for _, v := range m.Voices {
		c.add(v.Article, v.Passages...)
	}
	out.Articles, out.Outlets = d.cited(c, m.Articles())
	out.People = d.peopleOf(everybody(m), out.Articles, m.ID)
	if m.Series != nil {
		for _, s := range d.Series {
			if s.ID == *m.Series {
				out.Series = &Link{ID: s.ID, Title: s.Title, Names: s.Names}
			}
		}
	}
	return out
}

// opening are the passages with which an article begins: its standfirst and the first sentence of its first paragraph.
func (d *Dataset) opening(article string) []string {
	var out []string
	sentence := 0
	at := slices.IndexFunc(d.Articles, func(a Article) bool { return a.ID == article })
	for _, p := range d.Articles[at].Passages {
		if p.Kind != "deck" && p.Paragraph != 1 || sentence != 0 && p.Sentence != sentence && p.Kind != "deck" {
			continue
		}
		if p.Kind == "body" {
			sentence = p.Sentence
		}
		out = append(out, p.ID)
	}
	return out
}

// SeriesDoc is the document of one series.
func (d *Dataset) SeriesDoc(s *Series) SeriesDocument {
	out := SeriesDocument{Schema: SchemaVersion, Series: *s, Rounds: []Meeting{}}
	c := cites{}
	var people, order []string
	for _, id := range s.Rounds {
		i := slices.IndexFunc(d.Meetings, func(m Meeting) bool { return m.ID == id })
		m := d.Meetings[i].Entry()
		m.Counts = nil // a series is made without comparing its rounds
		out.Rounds = append(out.Rounds, m)
		people = append(people, m.Participants...)
		for _, v := range m.Coverage {
			c.add(v.Article, v.Passages...)
			order = append(order, v.Article)
		}
	}
	c.claims(s.OrderClaims)
	c.discrepancies(s.Discrepancies)
	out.Articles, out.Outlets = d.cited(c, order)
	out.People = d.peopleOf(people, out.Articles, s.Rounds...)
	return out
}

// IssueDoc is the document of one issue. It has all articles of the dataset, because it also names those that do not write about the issue.
func (d *Dataset) IssueDoc(is *Issue) IssueDocument {
	out := IssueDocument{Schema: SchemaVersion, Issue: *is, Meetings: []Link{}}
	c := cites{}
	var order, meetings []string
	for _, u := range is.Uses {
		c.add(u.Article, u.Passage)
		order = append(order, u.Article)
		if u.Meeting != "" && !slices.Contains(meetings, u.Meeting) {
			meetings = append(meetings, u.Meeting)
		}
	}
	for _, n := range is.Not {
		order = append(order, n.Article)
	}
	for _, m := range d.Meetings {
		if slices.Contains(meetings, m.ID) {
			out.Meetings = append(out.Meetings, Link{ID: m.ID, Title: m.Title, Date: m.Date})
		}
	}
	out.Articles, out.Outlets = d.cited(c, order)
	return out
}

// cites is the set of passages that a document needs, by article.
type cites map[string]map[string]bool

func (c cites) add(article string, passages ...string) {
	if c[article] == nil {
		c[article] = map[string]bool{}
	}
	for _, p := range passages {
		c[article][p] = true
	}
}

func (c cites) claims(l []OrderClaim) {
	for _, o := range l {
		c.add(o.Article, o.Passage)
	}
}

func (c cites) discrepancies(ds []Discrepancy) {
	for _, d := range ds {
		for _, s := range d.Sides {
			c.add(s.Article, s.Passage)
		}
	}
}

// Entry is a meeting as lists have it: without its parts, which it counts.
func (m Meeting) Entry() Meeting {
	if m.Counts == nil {
		m.Counts = &Counts{Points: len(m.Points), Discrepancies: len(m.Discrepancies)}
		for _, p := range m.Points {
			if len(p.Readings) > 1 {
				m.Counts.Shared++
			}
		}
	}
	m.Points, m.Terms, m.Voices, m.Discrepancies, m.Contrasts, m.OrderClaims = nil, nil, nil, nil, nil, nil
	return m
}

// Articles are the ids of the articles about a meeting, in the order of its coverage.
func (m *Meeting) Articles() []string {
	var out []string
	for _, c := range m.Coverage {
		out = append(out, c.Article)
	}
	return out
}

// cited are the articles in the given order, each once, with only the cited passages, and their outlets.
func (d *Dataset) cited(c cites, order []string) ([]Article, []Outlet) {
	arts, outlets := []Article{}, []Outlet{}
	seen, at := map[string]bool{}, map[string]int{}
	for _, id := range order {
		if seen[id] {
			continue
		}
		seen[id] = true
		a := d.Articles[slices.IndexFunc(d.Articles, func(a Article) bool { return a.ID == id })]
		ps := []Passage{}
		for _, p := range a.Passages {
			if c[id][p.ID] {
				ps = append(ps, p)
			}
		}
		a.Passages = ps
		arts = append(arts, a)
		n, ok := at[a.Outlet]
		if !ok {
			n = len(outlets)
			at[a.Outlet] = n
			o := d.Outlets[slices.IndexFunc(d.Outlets, func(o Outlet) bool { return o.ID == a.Outlet })]
			o.Articles = nil
			outlets = append(outlets, o)
		}
		outlets[n].Articles = append(outlets[n].Articles, a.ID)
	}
	return arts, outlets
}

// everybody is who takes part in a meeting by any account.
func everybody(m *Meeting) []string {
	all := slices.Clone(m.Participants)
	for _, c := range m.Coverage {
		all = append(all, c.Participants...)
	}
	return all
}

// peopleOf are people with the forms that the given articles use and those of the given meetings that they took part in.
func (d *Dataset) peopleOf(ids []string, arts []Article, meetings ...string) []Person {
	out := []Person{}
	wanted, in, of := set(ids), map[string]bool{}, set(meetings)
	for _, a := range arts {
		in[a.ID] = true
	}
	for _, p := range d.People {
		if !wanted[p.ID] {
			continue
		}
		forms := map[string][]string{}
		for a, f := range p.Forms {
			if in[a] {
				forms[a] = f
			}
		}
		p.Forms = forms
		var took []string
		for _, m := range p.Meetings {
			if of[m] {
				took = append(took, m)
			}
		}
		p.Meetings = took
		out = append(out, p)
	}
	return out
}

func set(ids []string) map[string]bool {
	out := make(map[string]bool, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	return out
}
