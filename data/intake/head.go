package intake

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/wasm/text"
)

// head is what a page says of itself for machines.
type head struct {
	title, canonical, language string
	meta                       map[string]string // by name or property, in small letters; the first of each
	article                    story
}

// story is a schema.org NewsArticle, or another of the articles.
type story struct {
	Headline, Published, Author, Publisher, Language, Original, Body string
}

func readHead(doc *html.Node) head {
	h := head{meta: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.language = attr(n, "lang")
		case atom.Title:
			if h.title == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				h.title = content(n)
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && h.canonical == "" {
				h.canonical = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Meta:
			key := strings.ToLower(attr(n, "property"))
			if key == "" {
				key = strings.ToLower(attr(n, "name"))
			}
			if _, have := h.meta[key]; !have && key != "" {
				h.meta[key] = attr(n, "content")
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && h.article == (story{}) {
				var v any
				if json.Unmarshal([]byte(content(n)), &v) == nil || json.Unmarshal(mended(content(n)), &v) == nil { // bounded: encoding/json refuses more than 10,000 levels
					h.article = findStory(v, 0)
				}
			}
		}
	}
	if h.article == (story{}) {
		h.article = markedStory(doc)
	}
	return h
}

// mended is JSON without what templates of pages often get wrong: line breaks in strings, commas behind the last entry, a comment or
// section of XML around it, a semicolon behind it.
func mended(s string) []byte {
	const idle = " \t\r\n;"
	s = strings.Trim(s, idle)
	for _, around := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		s = strings.Trim(strings.TrimSuffix(strings.TrimPrefix(s, around[0]), around[1]), idle)
	}
	out := make([]byte, 0, len(s))
	quoted := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quoted && c == '\\' && i+1 < len(s):
			out = append(out, c)
			i++
			c = s[i]
		case c == '"':
			quoted = !quoted
		case c < ' ':
			c = ' '
		case !quoted && (c == ']' || c == '}'):
			if t := bytes.TrimRight(out, " "); len(t) > 0 && t[len(t)-1] == ',' {
				out = t[:len(t)-1]
			}
		}
		out = append(out, c)
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	if n.FirstChild != nil && n.FirstChild.Type == html.TextNode {
		return n.FirstChild.Data
	}
	return ""
}

// findStory looks for an article in a JSON-LD document: at its top, in a list, in @graph, as the main entity of a page.
func findStory(v any, depth int) story {
	if depth > 6 {
		return story{}
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if s := findStory(x, depth+1); s != (story{}) {
				return s
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			s := story{
				Headline: html.UnescapeString(str(v["headline"])), Published: str(v["datePublished"]), Author: names(v["author"]), Publisher: names(v["publisher"]),
				Language: str(v["inLanguage"]), Body: html.UnescapeString(str(v["articleBody"])),
			}
			if w, ok := v["translationOfWork"].(map[string]any); ok {
				s.Original = str(w["inLanguage"])
			}
			return s
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if s := findStory(v[key], depth+1); s != (story{}) {
				return s
			}
		}
	}
	return story{}
}

// isArticle knows the types below schema.org's Article: all end so, but for reports and postings.
func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		v = v[strings.LastIndexByte(v, '/')+1:]
		return strings.HasSuffix(v, "Article") || v == "Report" || v == "BlogPosting" || v == "LiveBlogPosting"
	case []any:
		for _, x := range v {
			if _, nested := x.([]any); !nested && isArticle(x) {
				return true
			}
		}
	}
	return false
}

// str is a text, or the first of a list of them, or the name or value of an entry.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			if _, nested := v[0].([]any); !nested {
				return str(v[0])
			}
		}
	case map[string]any:
		for _, key := range []string{"alternateName", "name", "@value"} {
			if s, ok := v[key].(string); ok && (key != "alternateName" || len(s) < 4) { // a Language may carry its tag so
				return s
			}
		}
	}
	return ""
}

// names are the names of one person or organisation, or of several.
func names(v any) string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []string
	for _, x := range list {
		s := ""
		switch x := x.(type) {
		case string:
			s = x
		case map[string]any:
			s, _ = x["name"].(string)
		}
		if s = oneLine(html.UnescapeString(s)); plainName(s) != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// plainName drops what is given for a name and is none: addresses, and handles.
func plainName(s string) string {
	if s = oneLine(s); strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.Contains(s, "{{") {
		return ""
	}
	return s
}

// day is the day of an ISO 8601 date or time in its own time zone; "" where it is none.
func day(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 10 {
		return ""
	}
	if _, err := time.Parse("2006-01-02", s[:10]); err != nil {
		return ""
	}
	return s[:10]
}

// language sets the language: what is stated where the script agrees, else what the script says.
func language(it *Item, body string, stated ...string) {
	script := text.Language([]rune(body))
	for _, s := range stated {
		tag := languageTag(s)
		base, _, _ := strings.Cut(tag, "-")
		if tag == "" {
			continue
		}
		wide := base == "ko" || base == "ja" || base == "zh"
		if base == script || script == "en" && !wide {
			it.state(&it.Meta.Language, tag)
			return
		}
	}
	it.guess("language", &it.Meta.Language, script)
}

// languageTag is a BCP 47 tag as pages write it ("ja_JP"), "" where it is none.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	base, _, _ := strings.Cut(s, "-")
	if len(base) < 2 || len(base) > 3 || len(s) > 35 {
		return ""
	}
	for _, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 || strings.IndexFunc(part, func(c rune) bool { return c > 'z' || !wordRune(c) }) >= 0 {
			return ""
		}
	}
	if strings.IndexFunc(base, func(c rune) bool { return c < 'A' }) >= 0 {
		return ""
	}
	return strings.ToLower(base) + s[len(base):]
}
