package intake

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// markedStory is what a page marks by microdata (itemprop) within its first article; an empty one where it marks none.
func markedStory(doc *html.Node) (s story) {
	for n := range doc.Descendants() {
		if isArticle(attr(n, "itemtype")) {
			props := map[string]string{}
			gatherProps(n, props)
			return story{Headline: props["headline"], Published: props["datepublished"], Author: plainName(props["author"]), Publisher: plainName(props["publisher"]),
				Language: props["inlanguage"]}
		}
	}
	return s
}

// wanted are the properties that are looked at, in small letters; a page may mark its every element.
var wanted = []string{"headline", "datepublished", "author", "publisher", "inlanguage", "name"}

// gatherProps fills in the properties of an item, the first of each; several authors are joined by commas. Of an item
// within it, a person say, the value is its name.
func gatherProps(item *html.Node, props map[string]string) {
	for n := range item.ChildNodes() {
		name := strings.ToLower(attr(n, "itemprop"))
		within := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "itemscope" })
		if slices.Contains(wanted, name) {
			if value := propValue(n, within); props[name] == "" {
				props[name] = value
			} else if name == "author" && !strings.Contains(props[name], value) {
				props[name] += ", " + value
			}
		}
		if !within {
			gatherProps(n, props)
		}
	}
}

func propValue(n *html.Node, item bool) string {
	if item {
		props := map[string]string{}
		gatherProps(n, props)
		return props["name"]
	}
	for _, key := range []string{"content", "datetime"} {
		if v := attr(n, key); v != "" {
			return oneLine(v)
		}
	}
	if n.DataAtom == atom.Meta {
		return ""
	}
	return oneLine(strings.Join(paragraphs(n), " "))
}
