package web

import (
	"slices"
	"strings"

	"readout/data/dataset"
)

// Article is the page /articles/ID: what is known about an article, and the passages that its rights let out, at their
// places. A quotation links here if the article has no address of its own.
func Article(ds *dataset.Dataset, a dataset.Article) ([]byte, error) {
	w := speak("en")
	c := newCiter(w, []dataset.Article{a}, ds.Outlets)
	kick := el("p.kick", el("b", c.name(a.ID)))
	for _, s := range []string{w.date(a.Published), c.format(a), w.count(a.Words, "words", w.number(a.Words)), a.Author} {
		if s != "" {
			kick.add(w.say("dot"), s)
		}
	}
	title, lang := a.Headline, a.Language
	if title == "" {
		title, lang = w.say("colon", c.name(a.ID), w.say("noheadline")), w.say("lang")
	}
	head := el("div.head", kick, el("h1.title", attrs{{"lang", lang}}, title))
	if a.Note != "" {
		head.add(el("p.note", a.Note))
	}
	if u := webAddress(a.URL); u != "" {
		head.add(el("p.note", el("a", attrs{{"href", u}}, w.say("atsource")+" ↗")))
	}
	body := el("div.ro.full.source-page", attrs{{"lang", w.say("lang")}}, head, told(w, ds, a), c.placed(a),
		el("footer.foot", el("span", w.say("verbatim")), el("a", attrs{{"href", "/v1/articles/" + a.ID + ".json"}}, "JSON")))
	return frame{
		Title: title, Description: c.about(a.ID), Path: "/articles/" + a.ID, Lang: "en", Body: markup(body),
	}.page("page.html")
}

// told are the meetings that an article tells of.
func told(w *words, ds *dataset.Dataset, a dataset.Article) *node {
	list := el("ul.index")
	for _, m := range ds.Meetings {
		for _, cov := range m.Coverage {
			if cov.Article == a.ID && len(cov.Passages) > 0 {
				date := w.say("undated")
				if m.Date != "" {
					date = w.date(m.Date)
				}
				list.add(el("li", el("span.date", date), " ", el("a", attrs{{"href", "/meetings/" + m.ID}}, m.Title), " ", statusLabel(w, cov.Status)))
			}
		}
	}
	if len(list.kids) == 0 {
		return nil
	}
	return el("section.sec", el("h2", w.say("htold")), list)
}

// placed are the passages that may be shown, paragraph by paragraph; what may not is an ellipsis.
func (c citer) placed(a dataset.Article) *node {
	box := el("div.placed", attrs{{"lang", a.Language}})
	var p *node
	paragraph, kind, gap := -1, "", false
	for i, s := range a.Passages {
		if s.Kind == "headline" || s.Kind == "body" && s.Paragraph == 0 && s.Text == "" {
			continue // it stands above; or a line before the text, such as a byline, that nobody quotes
		}
		if p == nil || s.Paragraph != paragraph || s.Kind != kind {
			paragraph, kind, gap = s.Paragraph, s.Kind, false
			p = el("p.q")
			box.add(el("div.para", el("span.where", attrs{{"lang", c.say("lang")}}, c.where(s)), p))
		} else {
			p.add(when(s.Start > a.Passages[i-1].End, " "))
		}
		if s.Text != "" {
			p.add(el("span", attrs{{"id", s.ID}}, strings.TrimSpace(s.Text)))
		} else if !gap {
			p.add(el("span.gap", "[…]"))
		}
		gap = s.Text == ""
	}
	note := c.say("nplaced")
	if left := slices.ContainsFunc(a.Passages, func(p dataset.Passage) bool { return p.Text == "" }); left {
		note += " " + c.say("leftout")
	}
	return el("section.sec", el("h2", c.say("hplaced")), el("p.note", note), box)
}
