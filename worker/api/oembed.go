package api

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/tidwall/gjson"
)

// Default size of an embed in CSS pixels; the widget makes its frame as high as its content where the host lets it.
const (
	embedWidth  = 640
	embedHeight = 520
)

// Size of a meeting's card (package web/card).
const (
	cardWidth  = 1200
	cardHeight = 630
)

// member is a member of the answer: text, or a number where that is not 0.
type member struct {
	name, text string
	number     int
}

// embeddable lists the folders whose pages have a version below /embed/.
var embeddable = []string{"meetings", "series", "issues"}

// oembed answers /oembed (oembed.com, 2.3): what to paste for the page of a meeting, a series or an issue. The HTML is
// one sandboxed iframe after a blockquote with the comparison in short, the form that survives WordPress's filter for
// providers it does not know and that tells something where the frame is dropped.
func (h *Handler) oembed(q query) (reply, *problem) {
	if dnt, ok := q.given("dnt"); ok && dnt != "0" && dnt != "1" { // WordPress sends it always; there is nothing that follows readers here
		return reply{}, unexpected("dnt", dnt, "0 or 1")
	}
	format, ok := q.given("format")
	switch {
	case !ok, format == "json", format == "xml":
	default:
		p := unexpected("format", format, "json or xml")
		if format != "" {
			p.kind = "format-not-served" // 501, as oEmbed wants it
		}
		return reply{}, p
	}
	address, ok := q.given("url")
	if !ok {
		return reply{}, needed("url", "the address of a page of "+q.origin)
	}
	page, p := h.pageAt(address, q.origin)
	if p != nil {
		return reply{}, p
	}
	width, p := dimension(q, "maxwidth", embedWidth)
	if p != nil {
		return reply{}, p
	}
	height, p := dimension(q, "maxheight", embedHeight)
	if p != nil {
		return reply{}, p
	}
	members := h.embed(page, q.origin, width, height)
	if format == "xml" {
		return reply{fields: []field{{"Content-Type", "text/xml; charset=utf-8"}}, body: inXML(members)}, nil
	}
	o := q.object(4 << 10)
	for _, m := range members {
		if m.number != 0 {
			o.num(m.name, int64(m.number))
		} else {
			o.str(m.name, m.text)
		}
	}
	return q.reply(o), nil
}

// embed is what the answer says of a page: of its frame, and of its picture where it has one.
func (h *Handler) embed(page, origin string, width, height int) []member {
	title, short := h.inShort(page)
	frame := `<blockquote><a href="` + escapeText(origin+page) + `">` + escapeText(title) + `</a>` +
		escapeText(short) + `</blockquote>` +
		`<iframe src="` + escapeText(origin+"/embed"+page) + `" width="` + strconv.Itoa(width) +
		`" height="` + strconv.Itoa(height) + `" title="` + escapeText(title) +
		`" frameborder="0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`
	members := []member{
		{"type", "rich", 0}, {"version", "1.0", 0}, {"title", title, 0},
		{"provider_name", "Readout", 0}, {"provider_url", origin + "/", 0},
		{"cache_age", "", 86400}, {"width", "", width}, {"height", "", height}, {"html", frame, 0},
	}
	if card := cardOf(withoutLanguage(page)); h.has(card) {
		members = append(members, member{"thumbnail_url", origin + card, 0}, member{"thumbnail_width", "", cardWidth}, member{"thumbnail_height", "", cardHeight})
	}
	return members
}

// inXML is the answer as XML.
func inXML(members []member) []byte {
	b := []byte(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>` + "\n<oembed>\n")
	for _, m := range members {
		if m.number != 0 {
			m.text = strconv.Itoa(m.number)
		}
		b = append(b, "<"+m.name+">"+xmlText(m.text)+"</"+m.name+">\n"...)
	}
	return append(b, "</oembed>\n"...)
}

// pageAt finds the embeddable page that an address of ours names, in a language or none, with or without /embed before it.
func (h *Handler) pageAt(address, origin string) (page string, p *problem) {
	u, err := url.Parse(address)
	whole := err == nil && (u.Host == "" || "//"+u.Host == origin[strings.Index(origin, "//"):])
	if !whole || !strings.HasPrefix(u.Path, "/") { // a path alone is what our own pages give where nobody told the compiler its origin
		return "", unexpected("url", address, "an address that starts with "+origin)
	}
	page = strings.TrimPrefix(strings.TrimRight(u.Path, "/"), "/embed")
	for _, folder := range embeddable {
		if id, ok := strings.CutPrefix(withoutLanguage(page), "/"+folder+"/"); ok && !strings.Contains(id, "/") {
			if h.has("/embed" + page) {
				return page, nil
			}
		}
	}
	p = unexpected("url", address, "the address of the page of a meeting, a series or an issue")
	p.kind = "not-found" // 404, as oEmbed wants it
	if near := h.nearest("/embed" + page); strings.HasPrefix(near, "/embed/") {
		p.near(origin + strings.TrimPrefix(near, "/embed"))
	}
	return "", p
}

// withoutLanguage takes the language off the path of a page: "/ja/meetings/x" is "/meetings/x" in Japanese.
func withoutLanguage(page string) string {
	if len(page) > 3 && page[0] == '/' && page[3] == '/' {
		return page[3:]
	}
	return page
}

// dimension reads maxwidth or maxheight: the usual size, or less where the consumer has less room.
func dimension(q query, name string, usual int) (int, *problem) {
	value, ok := q.given(name)
	if !ok {
		return usual, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n <= 0 || strconv.Itoa(n) != value {
		return 0, unexpected(name, value, "a number of CSS pixels from 1 on")
	}
	return min(n, usual), nil
}

// inShort gives the title of an embeddable page, and what its document says of itself in the page's language.
func (h *Handler) inShort(page string) (title, short string) {
	bare := withoutLanguage(page)
	title = page[strings.LastIndexByte(page, '/')+1:]
	d, ok := h.document("/v1" + bare + ".json")
	if !ok {
		return title, ""
	}
	root := gjson.Parse(d.text(h.dist))
	for _, path := range []string{"meeting.title", "series.title", "issue.title"} {
		if t := root.Get(path).String(); t != "" { // a meeting's document names its series too
			title = t
			break
		}
	}
	lang := "en"
	if bare != page {
		lang = page[1:3]
	}
	if short = root.Get("summary." + lang).String(); short != "" {
		short = " – " + short
	}
	return title, short
}

// xmlText escapes s for XML 1.0 and leaves out the control characters that it cannot hold.
func xmlText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	return escapeText(s)
}

// cardOf is the path of a page's picture: /cards/ID.png of a meeting, /cards/series-ID.png, /cards/issue-ID.png.
func cardOf(page string) string {
	kind, id, _ := strings.Cut(page[1:], "/")
	switch kind {
	case "series":
		id = "series-" + id
	case "issues":
		id = "issue-" + id
	}
	return "/cards/" + id + ".png"
}
