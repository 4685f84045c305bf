package web

import (
	"strconv"
	"strings"

	"readout/data/dataset"
	"readout/data/dataset/formats"
)

// A course is a series' document arranged for reading.
type course struct {
	*words
	doc    dataset.SeriesDocument
	cite   citer
	people map[string]string

	anchors []anchorDate // events counted from that are no rounds, found while the picture is drawn
}

// anchorDate is the date of an event and its place on the line of the picture.
type anchorDate struct {
	x    int
	date string
}

// Series is the page /series/ID.
func Series(doc dataset.SeriesDocument, lang string) ([]byte, error) {
	c := newCourse(doc, speak(lang))
	return c.frame("h1.title", true).page("page.html")
}

// EmbedSeries is the page /embed/series/ID, for an iframe; the widget takes its comparison from it.
func EmbedSeries(doc dataset.SeriesDocument, lang string) ([]byte, error) {
	c := newCourse(doc, speak(lang))
	return c.frame("h2", false).page("embed.html")
}

// SeriesSummary is a series' document in short, in a language.
func SeriesSummary(doc dataset.SeriesDocument, lang string) string {
	return plain(newCourse(doc, speak(lang)).summary())
}

func newCourse(doc dataset.SeriesDocument, w *words) *course {
	c := &course{words: w, doc: doc, cite: newCiter(w, doc.Articles, doc.Outlets), people: map[string]string{}}
	for _, p := range doc.People {
		c.people[p.ID] = w.person(p)
	}
	return c
}

func (c *course) frame(h string, full bool) frame {
	s := c.doc.Series
	body := el("div.ro", attrs{{"lang", c.say("lang")}}, c.head(h), c.picture(), c.counts(), c.rounds(), terms(c.cite, ids(c.doc.Articles), s.Terms, 2), c.foot(full))
	if full {
		body.class("full")
	} else {
		body.class("emb")
	}
	return frame{
		Title: c.headline(), Description: plain(c.summary()), Path: "/series/" + s.ID, Card: SeriesCardPath(s.ID),
		Nav: "series", Body: element("series", s.ID, full, body), LD: ld(formats.SeriesJSONLD(&c.doc, nowhere)), Langs: Languages, Lang: c.say("lang"),
	}
}

func (c *course) headline() string {
	n := len(c.doc.Rounds)
	if all := c.doc.Series.Total; all != nil {
		n = all.Rounds
	}
	return c.say("colon", c.named(c.doc.Series.Title, c.doc.Series.Names), c.count(n, "rounds", c.many(n)))
}

func (c *course) head(h string) *node {
	kick := el("p.kick", el("b", c.say("kseries")))
	if parts := c.countries(); len(parts) > 0 {
		kick.add(c.say("dot"), strings.Join(parts, c.say("sep")))
	}
	return el("div.head", kick, el(h, c.headline()), c.summary())
}

// countries are the names of those who meet.
func (c *course) countries() []string {
	var out []string
	for _, code := range c.doc.Series.Countries {
		out = append(out, upper(c.say(code)))
	}
	return out
}

// summary counts the articles and the claims about order.
func (c *course) summary() *node {
	s := c.doc.Series
	n := len(c.doc.Articles)
	if s.Total != nil {
		n = s.Total.Articles
	}
	p := el("p.sum", c.count(n, "seriestold", c.begin(n)))
	if s.Total != nil {
		p.add(" ", c.say("newest", c.num(len(c.doc.Rounds))))
	}
	if n := len(s.OrderClaims); n > 0 {
		p.add(" ", el("b", c.count(n, "claims", c.begin(n))), c.say("stop"))
	}
	if n := len(s.Discrepancies); n > 0 {
		p.add(" ", el("b", c.count(n, "nofit", c.begin(n))), c.say("stop"))
	}
	return p
}

func (c *course) counts() *node { return against(c.cite, "differ", c.doc.Series.Discrepancies) }

// rounds is the list that says in words what the picture shows.
func (c *course) rounds() *node {
	list := el("div.rounds")
	year := ""
	for i, m := range c.doc.Rounds {
		if y := yearOf(m.Date); y != year {
			year = y
			list.add(el("p.gapyr", y))
		}
		list.add(c.round(i, m))
	}
	return el("section.sec", el("h2", c.say("hrounds")), el("p.note", c.say("nrounds")), list)
}

// yearOf is the year of an EDTF date, "" where it has none.
func yearOf(edtf string) string { return digitsOf(edtf)[0] }

func (c *course) round(i int, m dataset.Meeting) *node {
	date := c.say("undated")
	if m.Date != "" {
		date = c.date(m.Date)
	}
	h := el("h3", el("a", attrs{{"href", c.path("/meetings/" + m.ID)}}, date))
	if m.Place != "" {
		h.add(el("span", c.say("sep")+c.place(m.Place)))
	}
	facts := el("div", h, el("p.st", statusLabel(c.words, m.Status)))
	names := ""
	for j, id := range m.Participants {
		if j > 0 {
			names += c.say("sep")
		}
		if n := c.people[id]; n != "" {
			id = n
		}
		names += id
	}
	for _, b := range m.Bodies {
		if names != "" {
			names += c.say("sep")
		}
		names += b
	}
	if names != "" {
		facts.add(el("p.note", names))
	}
	said := el("div.said")
	claims := 0
	for _, o := range c.doc.Series.OrderClaims {
		if o.Meeting == m.ID {
			claims++
			said.add(c.cite.quotes(o.Article, []string{o.Passage}, []mark{{start: o.Start, end: o.End, sel: "mark"}}), c.cite.source(o.Article, []string{o.Passage}, false))
		}
	}
	for _, cov := range m.Coverage {
		if claims == 0 && len(cov.Passages) > 0 {
			said.add(c.cite.quotes(cov.Article, cov.Passages[:1], nil), c.cite.source(cov.Article, cov.Passages[:1], false))
		}
	}
	if len(said.kids) == 0 {
		said.add(el("p.omission", el("span", c.say("implied"))))
	}
	return el("div.round."+statusClass(m.Status), attrs{{"id", "m-" + m.ID}}, el("span.num", strconv.Itoa(i+1)), facts, said)
}

func (c *course) foot(full bool) *node {
	page := "/series/" + c.doc.Series.ID
	data := el("a", attrs{{"href", "/v1" + page + ".json"}}, "JSON")
	if full {
		return el("footer.foot", el("span", c.say("made")), el("span", el("a", attrs{{"href", c.path("/embed") + "?page=" + page}}, c.say("embed")), c.say("dot"), data))
	}
	return el("footer.foot", el("span.logo", "Read", el("i"), "out"), el("span", el("a", attrs{{"href", c.path(page)}}, c.say("full-link")), c.say("dot"), data))
}
