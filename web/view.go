package web

import (
	"strings"
	"unicode/utf8"

	"readout/data/dataset"
)

// full is the comparison as it stands on its own page. src/view.js builds the same.
func (t *table) full() *node {
	if t.cite.anchors == nil {
		t.cite.anchors = map[string]string{}
	}
	if len(t.arts) < 2 {
		return t.root("div.ro.full").add(t.head("h1.title"), t.lone(), t.differences(), t.contrasts(), t.orders(), t.terms(), t.voices(), t.foot(true))
	}
	ro := t.root("div.ro.full").add(t.once("head", func() *node { return t.head("h1.title") }), t.whenLine())
	ro.add(t.once("bill "+t.base, func() *node {
		if len(t.arts) > 2 { // two accounts stand over their columns
			return t.bill(t.axis())
		}
		return t.bill(nil)
	}))
	ro.add(t.once("keys "+t.base, t.keys), t.bar(), t.pairs())
	points := el("div.points.split")
	for _, b := range bands {
		points.add(t.band(b))
	}
	return ro.add(points, t.once("leads", t.leads), t.once("differences", t.differences), t.once("contrasts", t.contrasts), t.once("orders", t.orders), t.once("terms", t.terms), t.once("voices", t.voices), t.foot(true))
}

// root is the element that holds a comparison: its language, room for long sigla, and none for claims where there are none.
func (t *table) root(sel string) *node {
	bare := len(t.arts) == 2
	if bare {
		sel += ".pair"
	}
	for _, r := range t.rows {
		bare = bare && t.verbatim(r)
	}
	if bare {
		sel += ".bare"
	}
	return el(sel+wide(t.arts), attrs{{"lang", t.say("lang")}})
}

// wide is the class that keeps room for the longest siglum of some articles.
func wide(arts []dataset.Article) string {
	long := 1
	for _, a := range arts {
		long = max(long, utf8.RuneCountInString(a.Siglum))
	}
	return []string{"", ".wide", ".wider"}[min(long, 3)-1]
}

// brief is the comparison inside somebody else's article: who tells it, three points, and the way to the rest.
func (t *table) brief() *node {
	ro := t.root("section.ro.emb").add(t.head("h2"))
	switch len(t.arts) {
	case 0, 1:
		return ro.add(t.lone(), t.foot(false))
	case 2:
		ro.add(t.whenLine(), t.heads())
	default:
		ro.add(t.bill(nil), t.keys())
	}
	few := t.rows
	if len(t.rows) > 5 {
		few = t.telling(3)
	}
	h := "h3"
	if len(few) < len(t.rows) {
		h = "h4"
		ro.add(el("div.band", el("h3", upper(t.say("threeof", t.num(len(few)), t.num(len(t.rows))))), el("span", t.say("threewhy"))))
	}
	for _, r := range few {
		ro.add(t.point(r, h))
	}
	return ro.add(t.foot(false))
}

// telling are the n rows that say most in least space: first where accounts differ, then where readings come closest in wording.
func (t *table) telling(n int) []row {
	score := func(r row) float64 {
		if len(r.clash) > 1 {
			return 3
		}
		if d, ok := r.diff(t.base, t.beside); ok {
			return 1 + d.Shared
		}
		return 0
	}
	var out []row
	left := append([]row(nil), t.rows...)
	for len(out) < n && len(left) > 0 {
		best := 0
		for i, r := range left {
			if score(r) > score(left[best]) {
				best = i
			}
		}
		out = append(out, left[best])
		left = append(left[:best], left[best+1:]...)
	}
	return out
}

// headline is what the page is called: place and date where both are known, else the meeting's title, then what is compared.
func (t *table) headline() string {
	m := t.doc.Meeting
	name := t.name()
	if m.Place != "" && len(m.Date) >= 7 {
		name = t.place(m.Place) + t.say("sep") + t.date(m.Date)
	}
	return t.say("colon", name, t.compared())
}

// name is the meeting's title in the page's language.
func (t *table) name() string { return t.titled(t.doc.Meeting, t.doc.People) }

// compared says how many accounts there are, or how the statuses of two differ.
func (t *table) compared() string {
	switch n := len(t.arts); {
	case n < 2:
		return t.say("account")
	case n == 2 && t.labelled(t.arts[0].ID):
		return t.say("splitone", t.say(t.cov[t.arts[0].ID].Status), t.say(t.cov[t.arts[1].ID].Status))
	default:
		return t.say("accounts", t.num(n))
	}
}

// labelled says whether an article's status is worth a word: in a pair where the two differ, else where it is not the meeting's.
func (t *table) labelled(article string) bool {
	s := t.cov[article].Status
	if len(t.arts) == 2 {
		return t.cov[t.arts[0].ID].Status != s || t.cov[t.arts[1].ID].Status != s
	}
	return s != t.doc.Meeting.Status
}

// head is kicker, title and the one sentence that is true on its own. h is the selector of the title.
func (t *table) head(h string) *node {
	m := t.doc.Meeting
	var about []any
	if s := t.doc.Series; s != nil {
		about = append(about, el("a", attrs{{"href", t.path("/series/" + s.ID)}}, t.named(s.Title, s.Names)))
	}
	if len(t.arts) != 2 || !t.labelled(t.arts[0].ID) { // else the title says what each has
		about = append(about, el("b", t.title(m.Status)))
	}
	if name := t.name(); !strings.HasPrefix(t.headline(), name) {
		about = append(about, name)
	} else if m.Date != "" {
		about = append(about, t.date(m.Date))
	}
	if sides := t.sides(); sides != "" {
		about = append(about, sides)
	}
	kick := el("p.kick")
	for i, part := range about {
		kick.add(when(i > 0, t.say("dot")), part)
	}
	return el("div.head", kick, el(h, t.headline()), t.summary())
}

// sides are the unions, companies and councils that meet, but those that the title names.
func (t *table) sides() string {
	var names []string
	for _, b := range t.doc.Meeting.Bodies {
		if !strings.Contains(t.doc.Meeting.Title, b) {
			names = append(names, b)
		}
	}
	return strings.Join(names, t.say("sep"))
}

// summary is counts put into a sentence; it does not judge them.
func (t *table) summary() *node {
	switch len(t.arts) {
	case 0:
		return nil
	case 1:
		return el("p.sum", t.say("onesum", t.cite.name(t.arts[0].ID)))
	}
	n, differ := map[string]int{}, 0
	for _, r := range t.rows {
		n[r.band]++
		if len(r.clash) > 1 {
			differ++
		}
	}
	total := len(t.rows) - n["back"]
	p := el("p.sum", t.tellers(n, total))
	switch {
	case differ == 0:
	case differ == total:
		p.add(t.say("differsep"), el("b", t.count(differ, "alldiffer")))
	default:
		p.add(t.say("differsep"), el("b", t.say("differ", t.num(differ))))
	}
	return p.add(t.say("stop"))
}

// tellers says how many of total points all, some and one of the articles tell; n counts them by band.
func (t *table) tellers(n map[string]int, total int) []any {
	by, several := t.say("alln", t.num(len(t.arts))), t.say("moreone")
	if len(t.arts) == 2 {
		by = t.say("both")
		several = by
	}
	switch total {
	case 0:
		return []any{t.say("nopoint")}
	case n["all"]:
		return []any{t.count(total, "onlyall", t.num(total), by)}
	case n["some"]:
		return []any{t.count(total, "onlysome", t.num(total), by)}
	case n["one"]:
		return []any{el("b", t.count(total, "onlyone", t.num(total), several))}
	}
	all := "ofall"
	if n["all"] == 0 {
		all = "ofnone"
	}
	out := []any{t.say("of", t.num(total)), el("span", t.count(n["all"], all, t.num(n["all"]), by))}
	if n["some"] > 0 {
		sep := "sep"
		if n["one"] == 0 {
			sep = "lastsep"
		}
		out = append(out, t.say(sep), el("span", t.say("tellsome", t.num(n["some"]))))
	}
	if n["one"] > 0 {
		out = append(out, t.say("lastsep"), el("b", t.say("tellone", t.num(n["one"]))))
	}
	return out
}

// who is status, outlet and what the article is.
func (t *table) who(article string) *node {
	a := t.cite.article[article]
	about := t.cite.format(a)
	if a.Published != "" {
		about += t.say("dot") + t.date(a.Published)
	}
	return el("p.who", statusLabel(t.words, t.cov[article].Status), el("b", t.cite.name(article)), el("span", about), t.parties(article))
}

// parties are who take part as an article has it, unless most of the articles that name them have the same.
func (t *table) parties(article string) *node {
	naming, same := 0, 0
	for _, c := range t.cov {
		if len(c.Participants) > 1 {
			naming++
			if sameSet(c.Participants, t.cov[article].Participants) {
				same++
			}
		}
	}
	var names []string
	for _, id := range t.cov[article].Participants {
		for _, p := range t.doc.People {
			if p.ID == id {
				names = append(names, t.person(p))
			}
		}
	}
	if 2*same > naming || len(names) < 2 {
		return nil
	}
	return el("span.parties", upper(t.say("parties", t.num(len(names)), strings.Join(names, t.say("sep")))))
}

func sameSet(a, b []string) bool {
	for _, s := range a {
		if !contains(b, s) {
			return false
		}
	}
	return len(a) == len(b)
}

// heads are the two articles of a meeting that has two.
func (t *table) heads() *node {
	two := el("div.two.heads")
	for _, a := range t.arts {
		two.add(el("div", t.who(a.ID), t.heading(a)))
	}
	return two
}

// heading is an article's headline, a link where it has an address, or that it has none.
func (t *table) heading(a dataset.Article) *node {
	if a.Headline == "" {
		return el("p.omission", el("span", t.title("noheadline")))
	}
	p := el("p.hl", attrs{{"lang", a.Language}})
	if u := webAddress(a.URL); u != "" {
		return p.add(el("a", attrs{{"href", u}}, a.Headline))
	}
	return p.add(a.Headline)
}

// lone is a meeting that one article tells of: its words, and that there is nothing to compare them with.
func (t *table) lone() *node {
	box := el("div.lone")
	for _, a := range t.arts {
		box.add(t.who(a.ID), t.heading(a))
		for _, id := range t.cov[a.ID].Passages {
			if t.cite.passage[a.ID+"/"+id].Kind == "headline" {
				continue // it stands above
			}
			box.add(t.cite.quotes(a.ID, []string{id}, nil), t.cite.source(a.ID, []string{id}, false))
		}
	}
	return box.add(el("p.omission", el("span", t.say("nosecond"))))
}

// band is the points that all, some, one or none but as background tell.
func (t *table) band(band string) *node {
	rows := t.inBand(band)
	if len(rows) == 0 {
		return nil
	}
	key := "band" + band
	if band == "all" && len(t.arts) == 2 {
		key = "bandboth"
	}
	note := t.count(len(rows), "points", len(rows))
	if band == "some" && len(rows) > 1 {
		note += t.say("sep") + t.say("mostfirst")
	}
	if band == "one" && t.parted > 0 {
		note += t.say("sep") + t.count(t.parted, "apart", t.parted)
	}
	sec := el("section.pts", el("div.band", el("h2", t.say(key)), el("span", note)))
	for _, r := range rows {
		sec.add(t.once("point "+r.ID+" "+t.chosen(r), func() *node { return t.point(r, "h3") }))
	}
	return sec
}

// foot says how to go on.
func (t *table) foot(full bool) *node {
	page := "/meetings/" + t.doc.Meeting.ID
	data := el("a", attrs{{"href", "/v1" + page + ".json"}}, "JSON")
	if full {
		return el("footer.foot", el("span", t.say("made")), el("span", el("a", attrs{{"href", t.path("/embed") + "?page=" + page}}, t.say("embed")), t.say("dot"), data))
	}
	text := t.say("full-link")
	if len(t.arts) > 2 {
		text = t.say("allpoints", len(t.rows))
	}
	return el("footer.foot", el("span.logo", "Read", el("i"), "out"), el("span", el("a", attrs{{"href", t.path(page)}}, text), t.say("dot"), data))
}
