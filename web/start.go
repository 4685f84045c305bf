package web

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"readout/data/dataset"
)

// A catalogue is the dataset arranged for the start page.
type catalogue struct {
	*words
	ds       *dataset.Dataset
	cite     citer
	meetings []dataset.Meeting // newest first
}

// Start is the page "/": everything in the dataset, as plain lists that a script can filter and a form can search. Of an archive ds
// has the newest only, and articles and meetings are how many there are.
func Start(ds *dataset.Dataset, articles, meetings int, lang string) ([]byte, error) {
	w := speak(lang)
	c := &catalogue{words: w, ds: ds, cite: newCiter(w, ds.Articles, ds.Outlets), meetings: append([]dataset.Meeting(nil), ds.Meetings...)}
	sort.SliceStable(c.meetings, func(i, j int) bool { return inTime(c.meetings[i].Date) > inTime(c.meetings[j].Date) })
	sum := el("p.sum", el("b", c.count(meetings, "meetings", meetings)), c.count(articles, "inarticles", c.many(articles)), c.say("startsum"))
	body := el("div.ro.full.start"+wide(ds.Articles), attrs{{"lang", lang}},
		el("div.head", el("p.kick", el("b", c.say("motto"))), el("h1.title", c.say("starttitle")), sum),
		c.leads(), c.find(), timeline(c.cite, ds.Meetings, ds.Articles, c.ds.People), c.years(), c.seriesList(), c.issueList(), c.articleList(),
		el("footer.foot", el("span", c.say("everyvalue")),
			el("span", el("a", attrs{{"href", "/examples/article"}}, c.say("inarticle")), c.say("dot"), el("a", attrs{{"href", "/v1/dataset.json"}}, "JSON"))))
	return frame{
		Title: c.say("starttitle"), Description: c.say("motto") + c.say("stop") + " " + plain(sum), Path: "/", Nav: "start",
		Langs: Languages, Lang: lang, Body: markup(body),
	}.page("start.html")
}

// rounds says how many rounds a series has.
func (c *catalogue) rounds(s dataset.Series) string {
	n := len(s.Rounds)
	if s.Total != nil {
		n = s.Total.Rounds
	}
	return c.count(n, "rounds", c.many(n))
}

// section is a list of the start page.
func (c *catalogue) section(id string, list ...*node) *node {
	return el("section.sec", attrs{{"id", id}}, el("h2", c.say("h"+id)), el("p.note", c.say("n"+id)), list)
}

// letters are the outlets that tell of a meeting. named puts the names beside them; else they are in the titles.
func (c *catalogue) letters(m dataset.Meeting, named bool) *node {
	tiles := el("span.tiles")
	for _, cov := range m.Coverage {
		tile := c.cite.tile(cov.Article, "t")
		if named {
			tile = el("span.named", tile, c.cite.beside(cov.Article, "span.name"))
		}
		tiles.add(tile, " ")
	}
	return tiles
}

func (c *catalogue) link(path, title string) *node {
	return el("a", attrs{{"href", c.path(path)}}, bothNames(title))
}

// leads are the meetings that more than one article tells of: what a reader came for.
func (c *catalogue) leads() *node {
	box := el("section.leads", attrs{{"aria-labelledby", "several"}}, el("h2.vh", attrs{{"id", "several"}}, c.say("several")))
	for _, m := range c.meetings {
		if len(m.Coverage) < 2 {
			continue
		}
		t := newTable(c.ds.MeetingDoc(&m), c.words)
		at := c.whenWhere(m, false)
		box.add(el("article.lead", el("p.kick", el("b", upper(t.compared())), when(at != "", c.say("dot"), at)),
			el("h3", c.link("/meetings/"+m.ID, c.titled(m, c.ds.People))), el("p.note", plain(t.summary())), c.letters(m, true)))
	}
	if len(box.kids) == 1 {
		return nil
	}
	return box
}

// whenWhere is a meeting's date and place, "" where nobody tells either.
func (c *catalogue) whenWhere(m dataset.Meeting, short bool) string {
	date := c.date(m.Date)
	if short {
		date = c.short(m.Date)
	}
	switch {
	case m.Place == "":
		return date
	case date == "":
		return c.place(m.Place)
	}
	return date + c.say("sep") + c.place(m.Place)
}

// hint is something to look for that the lists have: place and year of the newest meeting with both, of those that several tell if there are any.
func (c *catalogue) hint() string {
	lone := ""
	for _, m := range c.meetings {
		year := yearOf(m.Date)
		if year == "" || m.Place == "" {
			continue
		}
		found := c.place(m.Place) + " " + year
		if len(m.Coverage) > 1 {
			return found
		}
		lone = cmp.Or(lone, found)
	}
	return lone
}

// find is the search. With a script it filters the lists and looks into the texts; without, the form asks the edge for a page.
func (c *catalogue) find() *node {
	return el("form.find", attrs{{"role", "search"}, {"action", "/search"}, {"method", "get"}},
		el("label", attrs{{"for", "find"}}, c.say("find")),
		el("div.line", el("input", attrs{{"id", "find"}, {"name", "q"}, {"type", "search"}, {"placeholder", c.hint()}, {"autocomplete", "off"}, {"spellcheck", "false"}}),
			el("button", c.say("search"))),
		el("output", attrs{{"for", "find"}}),
		el("div.hits", attrs{{"data-one", c.say("hits1")}, {"data-many", c.say("hits")}, {"data-of", c.say("found")}}))
}

func (c *catalogue) years() *node {
	var boxes []*node
	last := "-"
	for _, m := range c.meetings {
		y := yearOf(m.Date)
		if y == "" {
			y = upper(c.say("undated"))
		}
		if y != last {
			last = y
			boxes = append(boxes, el("div.year", el("h3.gapyr", y), el("ul.index")))
		}
		list := boxes[len(boxes)-1].kids[1].(*node)
		list.add(el("li", el("span.date", c.whenWhere(m, true)), " ", c.link("/meetings/"+m.ID, c.titled(m, c.ds.People)), " ", statusLabel(c.words, m.Status), " ", c.letters(m, false)))
	}
	return c.section("meetings", boxes...)
}

func (c *catalogue) seriesList() *node {
	if len(c.ds.Series) == 0 {
		return nil
	}
	list := el("ul.index")
	all := append([]dataset.Series(nil), c.ds.Series...)
	sort.SliceStable(all, func(i, j int) bool { return len(all[i].Rounds) > len(all[j].Rounds) })
	for _, s := range all {
		list.add(el("li", c.link("/series/"+s.ID, c.named(s.Title, s.Names)), " ", el("span.date", c.rounds(s))))
	}
	return c.section("series", list)
}

func (c *catalogue) issueList() *node {
	if len(c.ds.Issues) == 0 {
		return nil
	}
	list := el("ul.index")
	for _, i := range c.ds.Issues {
		n := map[string]bool{}
		for _, u := range i.Uses {
			n[u.Article] = true
		}
		list.add(el("li", c.link("/issues/"+i.ID, c.named(i.Title, i.Names)), " ", el("span.date", c.count(len(n), "articles", c.num(len(n))))))
	}
	return c.section("issues", list)
}

func (c *catalogue) articleList() *node {
	list := el("ul.index.sources")
	for _, a := range c.ds.Articles {
		lang := a.Language
		if a.Headline == "" {
			lang = c.say("lang")
		}
		list.add(el("li", c.cite.tile(a.ID, "t"), " ", el("a", attrs{{"href", "/articles/" + a.ID}, {"lang", lang}}, c.cite.headline(a)), " ", el("span.date", c.cite.about(a.ID))))
	}
	return c.section("articles", list)
}

// statusClass is the class that draws a status.
func statusClass(status string) string {
	switch status {
	case "held":
		return "held"
	case "scheduled", "proposed":
		return "next"
	case "denied":
		return "no"
	}
	return "yet"
}

func statusLabel(w *words, status string) *node {
	return el("span.status."+statusClass(status), w.title(status))
}

// timeline is all meetings on one line to scale, a lane for each article that tells of them: a circle for a meeting, drawn as its status,
// a square where the article was written. The lists below it say the same.
func timeline(c citer, meetings []dataset.Meeting, articles []dataset.Article, people []dataset.Person) *node {
	const (
		step, levels, r = 11, 3, 4.5
		marginDays      = 40 // room behind the last for meetings within days of it, which stand side by side
	)
	var days []int
	for _, m := range meetings {
		if d, ok := day(m.Date); ok {
			days = append(days, d)
		}
	}
	for _, a := range articles {
		if d, ok := day(a.Published); ok {
			days = append(days, d)
		}
	}
	if len(days) < 3 {
		return nil
	}
	s := newScale(append(days, slices.Max(days)+marginDays))
	articles = slices.Clone(articles)
	from := map[string]int{} // article → when it was written, or where nobody says it, its earliest meeting
	for _, a := range articles {
		at, written := day(a.Published)
		for _, m := range meetings {
			if d, ok := day(m.Date); ok && !written && (at == 0 || d < at) && slices.ContainsFunc(m.Coverage, func(c dataset.Coverage) bool { return c.Article == a.ID }) {
				at = d
			}
		}
		from[a.ID] = at
	}
	sort.SliceStable(articles, func(i, j int) bool { return from[articles[i].ID] < from[articles[j].ID] })
	svg := el("svg", attrs{{"aria-hidden", "true"}})
	s.draw(svg, 22)
	s.years(svg, 10)
	y := 30
	for _, a := range articles {
		var marks []*node
		first, n, rows := -step, 0, 1 // of meetings within days: where they begin, how many there are, on how many levels they stand
		for _, m := range meetings {
			d, ok := day(m.Date)
			status := ""
			for _, cov := range m.Coverage {
				if cov.Article == a.ID {
					status = cov.Status
				}
			}
			if !ok || status == "" {
				continue
			}
			x := s.at(d)
			if x >= first+step {
				first, n = x, 0
			}
			level := n % levels
			x = first + n/levels*step
			rows = max(rows, level+1)
			n++
			marks = append(marks, el("a", attrs{{"href", c.path("/meetings/" + m.ID)}, {"tabindex", "-1"}},
				el("circle."+shape(status), attrs{{"cx", num(x)}, {"cy", num(y + 12 + level*step)}, {"r", strconv.FormatFloat(r, 'f', 1, 64)}}, el("title", c.titled(m, people)))))
		}
		if len(marks) == 0 {
			continue
		}
		high := 14 + rows*step
		if d, ok := day(a.Published); ok {
			svg.add(stroke("faint", "M"+num(s.at(d))+" "+num(y+2)+"V"+num(y+high-2)), el("rect.dot", attrs{{"x", num(s.at(d) - 3)}, {"y", num(y + high - 7)}, {"width", "6"}, {"height", "6"}}))
		}
		svg.add(marks, laneName(c, a, y+15),
			stroke("faint", "M0 "+num(y+high)+"H"+num(pictureWidth)))
		y += high
	}
	svg.set("viewBox", "0 0 "+num(pictureWidth)+" "+num(y+1))
	return el("figure.axisfig", el("h2", c.say("htime")), svg, statusKeys(c.words, meetings, el("rect.dot", attrs{{"x", "3.5"}, {"y", "3.5"}, {"width", "6"}, {"height", "6"}}), "writtenthen"))
}
