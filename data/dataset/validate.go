package dataset

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"readout/wasm/when"
)

// Validate checks what a schema cannot: every id names something, every passage is the slice of its file that its
// offsets give, every date is EDTF, and every range is within the text. source returns the code points of an article's
// file. The error joins all that is wrong.
func Validate(d *Dataset, source func(file string) []rune) error {
	v := &validator{source: source, articles: map[string]*Article{}, passages: map[string]*Passage{}, meetings: map[string]bool{}, people: map[string]bool{}}
	v.ofArticles(d)
	v.ofPeople(d)
	v.ofMeetings(d)
	v.ofSeries(d)
	v.ofIssues(d)
	v.terms(d.Terms, "terms")
	return errors.Join(v.problems...)
}

// ofArticles checks the articles, which everything else refers to, and their passages.
func (v *validator) ofArticles(d *Dataset) {
	outlets := map[string]bool{}
	for _, o := range d.Outlets {
		v.once(outlets[o.ID], "outlet %s", o.ID)
		outlets[o.ID] = true
	}
	for i := range d.Articles {
		a := &d.Articles[i]
		if !outlets[a.Outlet] {
			v.fail("article %s: outlet %q is not in the dataset", a.ID, a.Outlet)
		}
		v.once(v.articles[a.ID] != nil, "article %s", a.ID)
		v.articles[a.ID] = a
		v.date(a.Published, "article %s: published", a.ID)
		text := v.source(a.File)
		end := 0
		for j := range a.Passages {
			p := &a.Passages[j]
			key := a.ID + " " + p.ID
			v.once(v.passages[key] != nil, "passage %s", key)
			v.passages[key] = p
			switch {
			case p.Start < end || p.Start >= p.End || p.End > len(text):
				v.fail("passage %s: [%d, %d) is empty, out of order or outside the file of %d code points", key, p.Start, p.End, len(text))
			case p.Text != "" && p.Text != string(text[p.Start:p.End]):
				v.fail("passage %s: text is not the slice [%d, %d) of %s", key, p.Start, p.End, a.File)
			}
			end = p.End
		}
	}
}

func (v *validator) ofPeople(d *Dataset) {
	for _, p := range d.People {
		v.once(v.people[p.ID], "person %s", p.ID)
		v.people[p.ID] = true
		for _, a := range slices.Sorted(maps.Keys(p.Forms)) {
			v.article(a, "person %s", p.ID)
		}
	}
}

// ofMeetings checks the meetings, and what refers to them: series, people and articles.
func (v *validator) ofMeetings(d *Dataset) {
	series := map[string]bool{}
	for _, s := range d.Series {
		v.once(series[s.ID], "series %s", s.ID)
		series[s.ID] = true
	}
	for _, m := range d.Meetings {
		v.once(v.meetings[m.ID], "meeting %s", m.ID)
		v.meetings[m.ID] = true
		v.meeting(&m)
		if m.Series != nil && !series[*m.Series] {
			v.fail("meeting %s: series %q is not in the dataset", m.ID, *m.Series)
		}
	}
	for _, p := range d.People {
		for _, m := range p.Meetings {
			if !v.meetings[m] {
				v.fail("person %s: meeting %q is not in the dataset", p.ID, m)
			}
		}
	}
	for _, a := range d.Articles {
		if a.MainMeeting != nil && !v.meetings[*a.MainMeeting] {
			v.fail("article %s: main_meeting %q is not in the dataset", a.ID, *a.MainMeeting)
		}
	}
}

func (v *validator) ofSeries(d *Dataset) {
	for _, s := range d.Series {
		for _, r := range s.Rounds {
			if !v.meetings[r] {
				v.fail("series %s: round %q is not in the dataset", s.ID, r)
			}
		}
		v.claims(s.OrderClaims, "series "+s.ID)
		v.terms(s.Terms, "series %s", s.ID)
		v.discrepancies(s.Discrepancies, "series %s", s.ID)
	}
}

func (v *validator) claims(l []OrderClaim, where string) {
	for _, c := range l {
		v.cites(c.Article, []string{c.Passage}, "%s: order claim", where)
		v.date(c.Since, "%s: order claim: since", where)
		if !v.meetings[c.Meeting] {
			v.fail("%s: order claim: meeting %q is not in the dataset", where, c.Meeting)
		}
		if a := v.articles[c.Article]; a != nil {
			if text := v.source(a.File); c.Start < 0 || c.Start >= c.End || c.End > len(text) || c.Words != string(text[c.Start:c.End]) {
				v.fail("%s: order claim: words are not the slice [%d, %d) of %s", where, c.Start, c.End, a.File)
			}
		}
	}
}

func (v *validator) ofIssues(d *Dataset) {
	for _, is := range d.Issues {
		for _, u := range is.Uses {
			v.cites(u.Article, []string{u.Passage}, "issue %s", is.ID)
			if u.Meeting != "" && !v.meetings[u.Meeting] {
				v.fail("issue %s: meeting %q is not in the dataset", is.ID, u.Meeting)
			}
		}
		for _, n := range is.Not {
			v.article(n.Article, "issue %s", is.ID)
		}
		v.terms(is.Terms, "issue %s", is.ID)
	}
}

type validator struct {
	source   func(file string) []rune // the code points of an article's file
	articles map[string]*Article
	passages map[string]*Passage // by "article passage"
	meetings map[string]bool
	people   map[string]bool
	problems []error
}

func (v *validator) fail(format string, args ...any) {
	v.problems = append(v.problems, fmt.Errorf(format, args...))
}

func (v *validator) once(seen bool, format string, args ...any) {
	if seen {
		v.fail(format+": the id stands twice", args...)
	}
}

func (v *validator) date(s, format string, args ...any) {
	if s == "" {
		return
	}
	if _, err := when.Parse(s); err != nil {
		v.fail(format+" %q: %v", append(args, s, err)...)
	}
}

func (v *validator) article(id, format string, args ...any) {
	if v.articles[id] == nil {
		v.fail(format+": article %q is not in the dataset", append(args, id)...)
	}
}

func (v *validator) cites(article string, passages []string, format string, args ...any) {
	for _, p := range passages {
		if v.passages[article+" "+p] == nil {
			v.fail(format+": article %q has no passage %q", append(args, article, p)...)
		}
	}
}

func (v *validator) meeting(m *Meeting) {
	if m.Type == "" || m.Status == "" {
		v.fail("meeting %s: type or status is missing", m.ID)
	}
	for _, c := range m.Coverage {
		if c.Status == "" {
			v.fail("meeting %s: the status in %s is missing", m.ID, c.Article)
		}
	}
	v.date(m.Date, "meeting %s: date", m.ID)
	for _, p := range everybody(m) {
		if !v.people[p] {
			v.fail("meeting %s: participant %q is not in the dataset", m.ID, p)
		}
	}
	for _, c := range m.Coverage {
		v.article(c.Article, "meeting %s", m.ID)
		v.cites(c.Article, c.Passages, "meeting %s", m.ID)
		v.date(c.Date, "meeting %s: date in %s", m.ID, c.Article)
	}
	v.points(m)
	for _, voice := range m.Voices {
		v.cites(voice.Article, voice.Passages, "meeting %s: voice %s", m.ID, voice.Speaker)
		if voice.Person != "" && !v.people[voice.Person] {
			v.fail("meeting %s: voice %q is not in the dataset", m.ID, voice.Person)
		}
	}
	v.terms(m.Terms, "meeting %s", m.ID)
	v.discrepancies(m.Discrepancies, "meeting %s", m.ID)
	v.discrepancies(m.Contrasts, "meeting %s", m.ID)
	v.claims(m.OrderClaims, "meeting "+m.ID)
	for _, d := range m.Discrepancies {
		if d.Point != "" && !slices.ContainsFunc(m.Points, func(p Point) bool { return p.ID == d.Point }) {
			v.fail("meeting %s: discrepancy %s: point %q is not in the meeting", m.ID, d.ID, d.Point)
		}
	}
}

// points checks that each point has a cell for every article, and that what its cells cite and mark is there.
func (v *validator) points(m *Meeting) {
	for _, p := range m.Points {
		if len(p.Readings)+len(p.Omissions) != len(m.Coverage) {
			v.fail("meeting %s, point %s: %d readings and %d omissions for %d articles", m.ID, p.ID, len(p.Readings), len(p.Omissions), len(m.Coverage))
		}
		if p.Confidence < 0 || p.Confidence > 1 {
			v.fail("meeting %s, point %s: confidence %v is not from 0 to 1", m.ID, p.ID, p.Confidence)
		}
		for _, r := range p.Readings {
			v.cites(r.Article, r.Passages, "meeting %s, point %s", m.ID, p.ID)
		}
		for _, d := range p.Diffs {
			v.article(d.Base, "meeting %s, point %s: diff", m.ID, p.ID)
			v.article(d.Other, "meeting %s, point %s: diff", m.ID, p.ID)
			for _, e := range d.Edits {
				v.span(d.Base, e.Base, "meeting %s, point %s", m.ID, p.ID)
				v.span(d.Other, e.Other, "meeting %s, point %s", m.ID, p.ID)
			}
		}
	}
}

// terms checks that whoever uses a term is in the dataset.
func (v *validator) terms(ts []Term, format string, args ...any) {
	for _, t := range ts {
		for _, a := range slices.Sorted(maps.Keys(t.Forms)) {
			v.article(a, format+": term "+t.ID, args...)
		}
		for _, u := range t.Uses {
			v.cites(u.Article, []string{u.Passage}, format+": term "+t.ID, args...)
		}
	}
}

// span checks that a range lies within the passages of its article.
func (v *validator) span(article string, s *[2]int, format string, args ...any) {
	a := v.articles[article]
	if s == nil || a == nil || len(a.Passages) == 0 {
		return
	}
	if s[0] >= s[1] || s[0] < a.Passages[0].Start || s[1] > a.Passages[len(a.Passages)-1].End {
		v.fail(format+": edit [%d, %d) lies outside article %s", append(args, s[0], s[1], article)...)
	}
}

func (v *validator) discrepancies(ds []Discrepancy, format string, args ...any) {
	for _, d := range ds {
		if len(d.Sides) < 2 {
			v.fail(format+": discrepancy %s has one side only", append(args, d.ID)...)
		}
		for _, s := range d.Sides {
			v.cites(s.Article, []string{s.Passage}, format, args...)
		}
	}
}
