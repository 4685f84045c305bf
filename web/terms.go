package web

import (
	"strconv"
	"strings"

	"readout/data/dataset"
)

// terms are the concepts that articles have different words for.
func (t *table) terms() *node { return terms(t.cite, ids(t.arts), t.doc.Meeting.Terms, 2) }

// terms shows the concepts that have at least least forms among the articles, with a choice which of two disputed names stands first.
func terms(c citer, articles []string, all []dataset.Term, least int) *node {
	box := el("div.terms")
	var choice *node
	for _, term := range all {
		order, users := formsOf(term, articles)
		if len(order) < least {
			continue
		}
		names, label := strings.Split(term.Concept, " / "), c.named(term.Concept, term.Names)
		if len(names) == 2 && choice == nil {
			choice = c.nameChoice(strings.Split(label, " / "))
		}
		forms := el("ul.forms")
		for _, f := range order {
			sel := "li"
			if len(names) == 2 && strings.Contains(strings.ToLower(f), strings.ToLower(names[1])) {
				sel = "li.n2"
			}
			tiles := el("span.tiles")
			for _, a := range users[strings.ToLower(f)] {
				tiles.add(c.use(term, a, f))
			}
			forms.add(el(sel, el("q", f), tiles))
		}
		box.add(el("div.term", el("h3", bothNames(label)), forms))
	}
	if len(box.kids) == 0 {
		return nil
	}
	return el("section.sec", attrs{{"id", "terms"}}, el("h2", c.say("hterms")), el("p.note", c.say("nterms")), choice, box)
}

// use is an outlet's letter behind a form: a link to where the outlet first uses it, and how often it does.
func (c citer) use(term dataset.Term, article, form string) []any {
	first, n := dataset.TermUse{}, 0
	for _, u := range term.Uses {
		if u.Article == article && strings.EqualFold(u.Form, form) {
			if n == 0 {
				first = u
			}
			n += u.Count
		}
	}
	p, ok := c.passage[article+"/"+first.Passage]
	if n == 0 || !ok {
		return []any{c.tile(article, "t")}
	}
	label := c.article[article].Siglum + c.say("sep") + c.say("colon", c.name(article), c.count(n, "times", n)+c.say("sep")+c.where(p))
	return []any{
		el("a.tile.t", attrs{{"href", c.address(article, p)}, {"title", label}, {"aria-label", label}}, c.article[article].Siglum),
		when(n > 1, el("small", attrs{{"aria-hidden", "true"}}, "×"+strconv.Itoa(n))),
	}
}

// bothNames are the two names of what is disputed, in an element that can turn them round; any other text is itself.
func bothNames(s string) any {
	a, b, ok := strings.Cut(s, " / ")
	if !ok {
		return s
	}
	return el("span.names", el("span", a), " / ", el("span", b))
}

// nameChoice lets a reader say which of two disputed names stands first. It is done by the stylesheet alone, so it needs no script, and
// nothing is remembered.
func (c citer) nameChoice(names []string) *node {
	set := el("fieldset.first", el("legend", c.say("namefirst")))
	for i, n := range names {
		in := el("input", attrs{{"type", "radio"}, {"name", "first"}, {"value", strconv.Itoa(i + 1)}, {"autocomplete", "off"}})
		if i == 0 {
			in.set("checked", "")
		}
		set.add(el("label.sw", in, n))
	}
	return set
}

// formsOf are a term's forms in order of first mention, written as first met, and the articles that use each, by its lower case.
func formsOf(term dataset.Term, articles []string) (order []string, users map[string][]string) {
	users = map[string][]string{}
	for _, a := range articles {
		for _, f := range term.Forms[a] {
			key := strings.ToLower(f)
			if users[key] == nil {
				order = append(order, f)
			}
			if !contains(users[key], a) {
				users[key] = append(users[key], a)
			}
		}
	}
	return order, users
}
