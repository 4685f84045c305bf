package intake

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"readout/wasm/when"
)

// item is what Readout needs of an item of IPTC's ninjs 3.x. Keys are matched without regard to capitals, so that 2.x, which
// writes versioncreated, is read too.
type newsItem struct {
	URI, Type, Language, By, PubStatus, CopyrightHolder, RepresentationType, VersionCreated, FirstCreated, ContentCreated, Title string

	Headlines []struct{ Role, Value string }
	Bodies    []struct{ Role, ContentType, Value string }

	InfoSources []struct{ Name, Role string }
	Translation *struct{ Language string }
}

// ninjs reads one news item.
func (r *Reader) ninjs(it *Item, s source) error {
	text, err := pageText(s.data, "application/json; charset=utf-8")
	if err != nil {
		return err
	}
	if t := strings.TrimSpace(text); strings.HasPrefix(t, "[") {
		return fault{"is a list of items", "add each item as a file of its own"}
	}
	var n newsItem
	if err := json.Unmarshal([]byte(text), &n); err != nil { // it refuses more than 10,000 levels
		return fault{"is no ninjs: " + err.Error(), "add a news item by IPTC's ninjs 3.x, or copy the article into a .txt"}
	}
	if n.Type != "" && n.Type != "text" {
		return fault{"is a ninjs item of type " + n.Type, "add items of type text"}
	}
	if n.PubStatus == "canceled" || n.PubStatus == "withheld" {
		return fault{"has the pubStatus " + n.PubStatus, "leave it out: its agency has withdrawn it"}
	}
	body := n.body()
	if Letters(body...) == 0 {
		return fault{"has no body: bodies is empty, or of a content type other than text/plain and text/html", "add an item with its text; readout reads ninjs 2.x and 3.x"}
	}
	m := &it.Meta
	for _, h := range n.Headlines {
		if h.Role == "main" || h.Role == "" {
			it.state(&m.Headline, plainText(h.Value))
		}
	}
	if len(n.Headlines) > 0 {
		it.state(&m.Headline, plainText(n.Headlines[0].Value))
	}
	it.state(&m.Headline, n.Title)
	for _, src := range n.InfoSources {
		it.state(&m.Outlet, src.Name)
	}
	it.state(&m.Outlet, n.CopyrightHolder)
	it.state(&m.Author, n.By)
	for _, d := range []string{n.FirstCreated, n.ContentCreated, n.VersionCreated} {
		it.state(&m.Published, day(d))
	}
	if isWebAddress(n.URI) {
		it.state(&m.URL, n.URI)
	}
	if n.RepresentationType == "partial" {
		m.Format = "excerpt"
	}
	language(it, strings.Join(body, "\n"), n.Language)
	it.Text = compose(m.Headline, body)
	return nil
}

// body is the text of an item: HTML rather than plain, since it keeps paragraphs.
func (n *newsItem) body() []string {
	for _, want := range []string{"text/html", "application/xhtml+xml", "text/plain", ""} {
		for _, b := range n.Bodies {
			kind, _, _ := strings.Cut(strings.ToLower(b.ContentType), ";")
			if strings.TrimSpace(kind) != want {
				continue
			}
			lines := splitLines(b.Value)
			if want != "text/plain" {
				lines = htmlLines(b.Value)
			}
			if Letters(lines...) > 0 {
				return lines
			}
		}
	}
	return nil
}

func htmlLines(s string) []string {
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil
	}
	return paragraphs(doc)
}

func plainText(s string) string { return strings.Join(htmlLines(s), " ") }

// published is a date as people write it in front matter, as EDTF: what is EDTF already, else its first ten characters.
func published(s string) string {
	if d, err := when.Parse(strings.TrimSpace(s)); err == nil && !d.IsZero() {
		return strings.TrimSpace(s)
	}
	return day(s)
}
