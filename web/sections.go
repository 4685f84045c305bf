package web

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"readout/data/dataset"
)

func sorted(m []mark) []mark {
	sort.SliceStable(m, func(i, j int) bool { return m[i].start < m[j].start })
	return m
}

// differences are the discrepancies of a meeting, each side with its value and its words.
func (t *table) differences() *node {
	return against(t.cite, "differ", t.doc.Meeting.Discrepancies)
}

// contrasts are what single articles set against each other: who says it, and the words.
func (t *table) contrasts() *node {
	return against(t.cite, "contrast", t.doc.Meeting.Contrasts)
}

// orders are what articles say of the meeting's place in a sequence: "the first talks since …".
func (t *table) orders() *node {
	two := el("div.two")
	for _, o := range t.doc.Meeting.OrderClaims {
		two.add(el("div", t.cite.quotes(o.Article, []string{o.Passage}, []mark{{start: o.Start, end: o.End, sel: "mark"}}), t.cite.source(o.Article, []string{o.Passage}, false)))
	}
	if len(two.kids) == 0 {
		return nil
	}
	return el("section.sec", attrs{{"id", "order"}}, el("h2", t.say("horder")), el("p.note", t.say("norder")), two)
}

// column is what a side of a discrepancy shares with those in its column: its value, or its article where it is about whether the meeting
// took place, since both say it with the same word ("met", "never met").
func column(d dataset.Discrepancy, s dataset.Side) string {
	if d.Rule == "status-differs" {
		return s.Article
	}
	return s.Value
}

// against sets the sides of discrepancies or contrasts beside one another, column by column.
func against(c citer, id string, all []dataset.Discrepancy) *node {
	if len(all) == 0 {
		return nil
	}
	sec := el("section.sec", attrs{{"id", id}}, el("h2", c.say("h"+id)), el("p.note", c.say("n"+id)))
	for _, d := range all {
		two := el("div.two")
		for _, col := range columns(d) {
			two.add(c.side(d, col))
		}
		sec.add(el("div.difference", attrs{{"id", "d-" + d.ID}}, el("h3", upper(c.subject(d.About))),
			el("p.note", c.say("r-"+d.Rule), " ", c.say("rule"), " ", el("code", d.Rule), c.say("stop")), two))
	}
	return sec
}

// side is one column of a discrepancy: whose it is, its value, and the words of each of its articles.
func (c citer) side(d dataset.Discrepancy, col string) *node {
	who := el("p.who")
	side := el("div", who)
	value := ""
	for _, a := range whose(d, col) {
		var passages []string
		var marks []mark
		for _, s := range d.Sides {
			if column(d, s) != col || s.Article != a {
				continue
			}
			value = s.Value
			passages = append(passages, s.Passage)
			if s.End > s.Start {
				marks = append(marks, mark{start: s.Start, end: s.End, sel: "i.v"})
			}
		}
		who.add(c.tile(a, "t"))
		side.add(c.quotes(a, passages, marks), c.source(a, passages, false))
	}
	switch {
	case value == "":
		who.add(el("b", c.say("ownwords")))
	case voiced(d):
		who.add(el("b", upper(c.heard(value, "", nil))), el("span", c.say("reported")))
	default:
		who.add(el("b", cutRight(value, 40)))
	}
	return side
}

// voiced says whether the values of a discrepancy or contrast are who speaks: over an article's words such a name must not look like theirs who wrote them.
func voiced(d dataset.Discrepancy) bool {
	return slices.Contains([]string{"reply", "turn", "two-agendas", "speaker-differs"}, d.Rule)
}

// subject is what a discrepancy or contrast is about in the page's language: the engine's words are keys of lang/*.json, in which a word
// without a translation is its own; what follows a colon is the articles' ("How many: days").
func (w *words) subject(about string) string {
	if what, of, ok := strings.Cut(about, ": "); ok {
		return w.say("colon", w.say(what), of)
	}
	return w.say(about)
}

// whose are the articles in a column, in order of first mention.
func whose(d dataset.Discrepancy, col string) []string {
	var out []string
	for _, s := range d.Sides {
		if column(d, s) == col && !contains(out, s.Article) {
			out = append(out, s.Article)
		}
	}
	return out
}

// leads are headlines and how each article begins: its standfirst and its first sentence.
func (t *table) leads() *node {
	two := el("div.two")
	for _, a := range t.arts {
		var first []string
		sentence := 0
		for _, p := range a.Passages {
			body := p.Kind == "body" && p.Paragraph == 1 && (sentence == 0 || sentence == p.Sentence)
			if p.Text == "" || p.Kind != "deck" && !body {
				continue
			}
			if body {
				sentence = p.Sentence
			}
			first = append(first, p.ID)
		}
		if len(first) > 0 {
			two.add(el("div", el("p.who", t.cite.tile(a.ID, "t"), t.cite.beside(a.ID, "b")), t.heading(a), t.cite.quotes(a.ID, first, nil), t.cite.source(a.ID, first, false)))
		}
	}
	if len(two.kids) < 2 {
		return nil
	}
	return el("section.sec", attrs{{"id", "leads"}}, el("h2", t.say("hleads")), el("p.note", t.say("nleads")), two)
}

// columns are the columns of a discrepancy's sides, in order of first mention.
func columns(d dataset.Discrepancy) []string {
	var out []string
	for _, s := range d.Sides {
		if col := column(d, s); !contains(out, col) {
			out = append(out, col)
		}
	}
	return out
}

// whenLine is the two articles and the meeting on one line, to scale. Places are attributes in per cent, so it needs no style.
func (t *table) whenLine() *node {
	m := t.doc.Meeting
	at, ok := day(m.Date)
	if len(t.arts) != 2 || !ok {
		return nil
	}
	lo, hi := at, at
	days := []int{}
	for _, a := range t.arts {
		d, ok := day(a.Published)
		if !ok {
			return nil
		}
		days = append(days, d)
		lo, hi = min(lo, d), max(hi, d)
	}
	per := func(d int) int { return 2 + 96*(d-lo)/max(hi-lo, 1) }
	if hi-lo < 2 || abs(per(days[0])-per(days[1])) < 20 {
		return nil
	}
	svg := el("svg.when", attrs{{"width", "100%"}, {"height", "52"}, {"role", "img"}}, el("line", attrs{{"x1", "2%"}, {"x2", "98%"}, {"y1", "26"}, {"y2", "26"}}))
	var said []string
	for i, a := range t.arts {
		x := strconv.Itoa(per(days[i])) + "%"
		svg.add(el("rect."+shape(t.cov[a.ID].Status), attrs{{"x", x}, {"y", "20.5"}, {"width", "11"}, {"height", "11"}, {"transform", "translate(-5.5)"}}),
			el("text", attrs{{"x", x}, {"y", "12"}, {"text-anchor", anchor(per(days[i]))}}, t.short(a.Published)))
		said = append(said, t.say("written", t.cite.name(a.ID), t.date(a.Published)))
	}
	x := strconv.Itoa(per(at)) + "%"
	label := t.short(m.Date) + t.say("sep") + t.say("hmeeting")
	svg.add(el("circle."+shape(m.Status), attrs{{"cx", x}, {"cy", "26"}, {"r", "6"}}), el("text.b", attrs{{"x", x}, {"y", "48"}, {"text-anchor", anchor(per(at))}}, label))
	svg.set("aria-label", strings.Join(append(said, t.say("hmeeting")+" "+t.date(m.Date)), "; "))
	return svg
}

// shape is the drawing of a status: filled where held, dashed where ahead, dotted where nothing is decided.
func shape(status string) string {
	switch status {
	case "held":
		return "dot"
	case "scheduled", "proposed":
		return "hol"
	}
	return "imp"
}

func anchor(per int) string {
	switch {
	case per < 25:
		return "start"
	case per > 75:
		return "end"
	}
	return "middle"
}

func abs(n int) int { return max(n, -n) }

// day is an EDTF date as a day number of our own: good for distances. The middle stands for what is not said; of an interval, its start.
func day(edtf string) (int, bool) {
	n := [3]int{0, 7, 15}
	said := digitsOf(edtf)
	if said[1] == "" {
		return 0, false // a year is no place on a line
	}
	for i, digits := range said {
		if v, err := strconv.Atoi(digits); err == nil {
			n[i] = v
		}
	}
	return n[0]*365 + (n[1]-1)*304/10 + n[2], true
}

// digitsOf are the digits of year, month and day with which an EDTF date begins, "" from the first on that it does not say. (The start
// page of an archive asks tens of thousands of times, for which a regular expression takes longer than all the rest.)
func digitsOf(edtf string) (said [3]string) {
	rest := inTime(edtf)
	for i, n := range [3]int{4, 2, 2} {
		if i > 0 {
			var more bool
			if rest, more = strings.CutPrefix(rest, "-"); !more {
				return said
			}
		}
		if len(rest) < n || strings.Trim(rest[:n], "0123456789") != "" {
			return said
		}
		said[i], rest = rest[:n], rest[n:]
	}
	return said
}

// inTime is a date as it sorts among others: "[2014-02-18..2014-02-19]" by its first day.
func inTime(edtf string) string { return strings.TrimLeft(edtf, "[{") }

func ids(articles []dataset.Article) []string {
	var out []string
	for _, a := range articles {
		out = append(out, a.ID)
	}
	return out
}
