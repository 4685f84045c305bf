package web

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"readout/data/dataset"
)

// latin is a run of words in Latin letters, such as stands in Japanese or Korean text where a title or a name has no translation.
var latin = regexp.MustCompile(`[A-Za-z][A-Za-z0-9'’.,&()/–— -]*[A-Za-z0-9.)]`)

// word is what makes a run worth telling a voice about: "JSON" or "U2" is read letter by letter in any language.
var word = regexp.MustCompile(`[a-z]{2}`)

// tongues says of each run of English in text of another language that it is English (WCAG 2.2, 3.1.2): what the dataset names, and
// what has no words in the page's language. lang is the language around n. src/foreign.js does the same in the browser.
func (n *node) tongues(lang string) {
	own, set := n.get("lang")
	if set {
		lang = own
	}
	if slices.Contains([]string{"text", "title", "option", "code"}, n.tag) {
		return
	}
	here := lang != "" && lang != Languages[0] && slices.Contains(Languages, lang)
	if here && !set && n.english() {
		n.set("lang", Languages[0])
		return
	}
	if !here {
		for _, k := range n.kids {
			if k, ok := k.(*node); ok {
				k.tongues(lang)
			}
		}
		return
	}
	kids := make([]any, 0, len(n.kids))
	for _, kid := range n.kids {
		switch k := kid.(type) {
		case *node:
			k.tongues(lang)
			kids = append(kids, kid)
		case raw:
			kids = append(kids, kid)
		case string:
			if !word.MatchString(k) {
				kids = append(kids, kid)
				continue
			}
			at := 0
			for _, m := range latin.FindAllStringIndex(k, -1) {
				if !word.MatchString(k[m[0]:m[1]]) {
					continue
				}
				if m[0] > at {
					kids = append(kids, k[at:m[0]])
				}
				kids = append(kids, &node{tag: "span", attr: []attr{{"lang", Languages[0]}}, kids: []any{k[m[0]:m[1]]}})
				at = m[1]
			}
			if at < len(k) {
				kids = append(kids, k[at:])
			}
		}
	}
	n.kids = kids
}

// english reports whether n has text and no elements but those that hold a name together, and all of it is one run.
func (n *node) english() bool {
	var b strings.Builder
	for _, k := range n.kids {
		switch k := k.(type) {
		case string:
			b.WriteString(k)
		case raw:
			return false
		case *node:
			if class, _ := k.get("class"); class != "nb" {
				return false
			}
			b.WriteString(plain(k))
		}
	}
	text := strings.TrimSpace(b.String())
	return word.MatchString(text) && latin.FindString(text) == text
}

// contact is a title as wasm/meeting makes it: "Visit by Barack Obama to Japan and South Korea"; comma is what parts its names.
var (
	contact = regexp.MustCompile(`^(.+?) (between|with|by|in) (.+?)(?: to (.+))?$`)
	comma   = regexp.MustCompile(`, | and `)
)

// titled is a meeting's title in the page's language: the kind of contact and the countries have words in it, a person of a country that
// writes it has the name so written. A title with anything else in it, such as an article's headline, stays as it is.
func (w *words) titled(m dataset.Meeting, people []dataset.Person) string {
	part := contact.FindStringSubmatch(m.Title)
	if part == nil || w.text[part[1]] == "" || w.text["t-"+part[2]] == "" {
		return m.Title
	}
	form, lists := part[2], [2]string{}
	for i, list := range part[3:] {
		if list == "" {
			continue
		}
		var names []string
		for _, name := range comma.Split(list, -1) {
			names = append(names, w.called(name, m, people))
		}
		if list == m.Place {
			names = []string{w.place(list)}
		}
		if slices.Contains(names, "") {
			return m.Title
		}
		lists[i] = strings.Join(names, w.say("sep"))
	}
	if part[4] != "" {
		form = "to"
	}
	return w.say("t-"+form, w.text[part[1]], lists[0], lists[1])
}

// called is a name of a title in the page's language, "" for what is none.
func (w *words) called(name string, m dataset.Meeting, people []dataset.Person) string {
	for _, side := range []string{"a delegation from", "officials of"} {
		if of, ok := strings.CutPrefix(name, side+" "); ok {
			if of = w.country(of); of != "" {
				return w.say(side, of)
			}
			return ""
		}
	}
	for _, p := range people {
		if p.Name == name {
			return w.person(p)
		}
	}
	if slices.Contains(m.Bodies, name) {
		return name
	}
	return w.country(name)
}

// person is the name of somebody, in the script of the country where that is the page's. A Latin name among letters that may part anywhere
// stays in one piece.
func (w *words) person(p dataset.Person) string {
	switch home := w.text["homeland"]; {
	case home == "":
		return p.Name
	case p.Native != "" && p.Country == home:
		return p.Native
	}
	return strings.ReplaceAll(p.Name, " ", "\u00a0")
}

// heard is the name of who speaks in the page's language, as far as the dataset (somebody among people, by id) and the files of words
// have one.
func (w *words) heard(name, person string, people []dataset.Person) string {
	if w.text["homeland"] == "" {
		return name
	}
	for _, p := range people {
		if p.ID == person {
			return w.person(p)
		}
	}
	if c := w.country(name); c != "" {
		return c
	}
	return w.say(name)
}

// named is what something of the registry is called in the page's language: names has it by language, english stands where they do not.
func (w *words) named(english string, names map[string]string) string {
	if s := names[w.say("lang")]; s != "" {
		return s
	}
	return english
}

// codes are those of countries and of unions of countries, by English name without "the": as we call them and as browsers do.
var codes = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for code, ours := range speak(Languages[0]).text {
		if len(code) == 2 && code >= "AA" && code <= "ZZ" {
			out[strings.TrimPrefix(ours, "the ")] = code
		}
	}
	for code, names := range regions() {
		out[names[0]] = code
	}
	return out
})

// country is the name of a country whose English name is given, with or without "the"; "" for what is none.
func (w *words) country(name string) string {
	if code, ok := codes()[strings.TrimPrefix(name, "the ")]; ok {
		return w.say(code)
	}
	return ""
}

// place is the name of a place in the page's language, as far as the files of words have it: "Jongno, Seoul" part by part.
func (w *words) place(name string) string {
	if w.text["homeland"] == "" {
		return name
	}
	parts := strings.Split(name, ", ")
	for i, p := range parts {
		if c := w.country(p); c != "" {
			p = c
		}
		parts[i] = w.say(p)
	}
	return strings.Join(parts, w.say("sep"))
}
