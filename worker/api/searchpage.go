package api

import (
	"strconv"
	"strings"
)

// searchPage answers /search, where the form of the start page leads a reader whose browser runs no scripts: the same passages as
// /v1/search, as a small page with links to their places.
func (h *Handler) searchPage(q query) (reply, *problem) {
	wanted, _ := q.given("q")
	wanted = strings.TrimSpace(wanted)
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n" +
		"<link rel=\"stylesheet\" href=\"/readout.css\">\n<title>" + escapeText(clip(wanted)) + " · Readout</title>\n" + masthead +
		"<main class=\"ro full start\">\n<div class=\"head\"><h1 class=\"title\">Search</h1></div>\n" +
		"<form class=\"find\" role=\"search\" action=\"/search\"><label for=\"find\">Words in the articles</label><div class=\"line\">" +
		"<input id=\"find\" name=\"q\" type=\"search\" value=\"" + escapeText(clip(wanted)) + "\"><button>Search</button></div></form>\n")
	if wanted != "" {
		h.writeHits(&b, wanted)
	}
	b.WriteString("<p class=\"note\"><a href=\"/\">All meetings, series and issues</a></p>\n</main>\n</div>\n</html>\n")
	return reply{class: classPage, fields: []field{{"Content-Type", "text/html; charset=utf-8"}}, body: []byte(b.String())}, nil
}

// writeHits writes the first passages that have all words, with the words marked; or why there are none.
func (h *Handler) writeHits(b *strings.Builder, wanted string) {
	f, p := h.find(wanted, 0, mostLimit, nil)
	if p != nil {
		b.WriteString("<p class=\"note\">" + escapeText(p.detail) + "</p>\n")
		return
	}
	count := strconv.Itoa(f.total) + " passages"
	switch {
	case f.total == 1:
		count = "1 passage"
	case f.total > len(f.page):
		count += ". The " + strconv.Itoa(len(f.page)) + " with the most of these words are shown; another word finds fewer."
	}
	b.WriteString("<p class=\"note\">" + count + "</p>\n<div class=\"hits\">\n")
	for _, t := range f.page {
		p := f.x.passages[t.passage]
		b.WriteString("<div class=\"hit\"><a href=\"/articles/" + escapeText(p.article) + "#" + escapeText(p.id) + "\">")
		text, at := []rune(p.text), p.start
		for _, m := range f.marks[t.from:t.to] {
			b.WriteString(escapeText(string(text[at-p.start:m.start()-p.start])) + "<mark>" + escapeText(string(text[m.start()-p.start:m.end()-p.start])) + "</mark>")
			at = m.end()
		}
		b.WriteString(escapeText(string(text[at-p.start:])) + "</a><p class=\"source\">" + escapeText(strings.ReplaceAll(p.outlet, "-", " ")) + "</p></div>\n")
	}
	b.WriteString("</div>\n")
}
