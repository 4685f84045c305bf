package web

import (
	"regexp"
	"slices"
	"strings"
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
	var kids []any
	for _, k := range n.kids {
		switch k := k.(type) {
		case *node:
			k.tongues(lang)
			kids = append(kids, k)
		case raw:
			kids = append(kids, k)
		case string:
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
