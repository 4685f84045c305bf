package web

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/data/dataset"
)

// A citer shows passages: their words letter for letter, the outlet, and a link to the place in the source.
type citer struct {
	*words
	article map[string]dataset.Article
	passage map[string]dataset.Passage // by "article/passage"
	outlet  map[string]string          // outlet id → name
	unnamed int                        // articles without a named outlet; of several, the first words of the headline tell which is meant
	twice   map[string]bool            // outlets of several articles in one comparison: the letters tell which is meant
	anchors map[string]string          // ids of passages that have been given → where on the page; nil in what stands on pages of others
	place   string                     // where on the page the next passage stands: the id of a point, or ""
}

// unnamed is the registry's id of an outlet that nobody names.
const unnamed = "unknown"

func newCiter(w *words, articles []dataset.Article, outlets []dataset.Outlet) citer {
	c := citer{words: w, article: map[string]dataset.Article{}, passage: map[string]dataset.Passage{}, outlet: map[string]string{}, twice: map[string]bool{}}
	for _, a := range articles {
		c.article[a.ID] = a
		if a.Outlet == unnamed {
			c.unnamed++
		}
		for _, p := range a.Passages {
			c.passage[a.ID+"/"+p.ID] = p
		}
	}
	for _, o := range outlets {
		c.outlet[o.ID] = o.Name
	}
	return c
}

// headline is an article's headline, or says that it has none.
func (c citer) headline(a dataset.Article) string {
	if a.Headline == "" {
		return c.title("noheadline")
	}
	return a.Headline
}

// name is the name of an article's outlet.
func (c citer) name(article string) string {
	id := c.article[article].Outlet
	if id == unnamed { // the registry's: a name in English would stand in every page
		if h := c.article[article].Headline; c.unnamed > 1 && h != "" {
			return c.say("unnamedof", cutRight(h, 24))
		}
		return c.say("unnamed")
	}
	if n := c.outlet[id]; n != "" {
		if c.twice[id] {
			return c.say("twice", n, c.article[article].Siglum)
		}
		return n
	}
	return id
}

// A mark is a stretch of a source, in code points, and the element it is shown as.
type mark struct {
	start, end int
	sel        string
	before     string // text of another version that is struck out before it
}

// quotes are a reading's passages, one paragraph each; those that follow one another in a paragraph make one.
func (c citer) quotes(article string, ids []string, marks []mark) []*node {
	var out []*node
	for _, run := range c.runs(article, ids) {
		out = append(out, c.quote(article, run, marks))
	}
	return out
}

// runs joins passages that stand next to one another in one paragraph.
func (c citer) runs(article string, ids []string) [][]dataset.Passage {
	var out [][]dataset.Passage
	for _, id := range ids {
		p := c.passage[article+"/"+id]
		if n := len(out); n > 0 {
			last := out[n-1][len(out[n-1])-1]
			if p.Text != "" && last.Text != "" && (p.Sentence == last.Sentence || p.Paragraph > 0 && p.Paragraph == last.Paragraph) && p.Start-last.End >= 0 && p.Start-last.End < 3 {
				out[n-1] = append(out[n-1], p)
				continue
			}
		}
		out = append(out, []dataset.Passage{p})
	}
	return out
}

// quote is the words of a run of passages with marks. A clause that begins or ends inside its sentence gets an ellipsis.
func (c citer) quote(article string, run []dataset.Passage, marks []mark) *node {
	if run[0].Text == "" {
		return el("p.omission", el("span", c.say("withheld")))
	}
	q := el("p.q")
	if l := c.article[article].Language; l != "" {
		q.add(attrs{{"lang", l}})
	}
	lead, _ := ellipses(run[0])
	_, tail := ellipses(run[len(run)-1])
	q.add(c.anchor(article, run[0]), when(lead, "… "))
	for i, p := range run {
		if i == 0 {
			q.add(mix(p, marks))
			continue
		}
		q.add(when(p.Start > run[i-1].End, " "), el("span", c.anchor(article, p), mix(p, marks)))
	}
	return q.add(when(tail, " …"))
}

// anchor is the id of a passage where it first stands on the page.
func (c citer) anchor(article string, p dataset.Passage) attrs {
	id := "passage-" + article + "-" + p.ID
	if c.anchors == nil {
		return nil
	}
	if place, given := c.anchors[id]; given && (place != c.place || place == "") {
		return nil
	}
	c.anchors[id] = c.place // a point shows a passage once, however often it is drawn
	return attrs{{"id", id}}
}

// mix cuts a passage at its marks; marks outside it are left out, those that begin before or end after it are cut to it.
func mix(p dataset.Passage, marks []mark) []any {
	text := []rune(p.Text)
	var out []any
	at := p.Start
	put := func(to int) {
		if to > at {
			out = append(out, string(text[at-p.Start:to-p.Start]))
			at = to
		}
	}
	for _, m := range marks {
		start, end := max(m.start, at), min(m.end, p.Start+len(text))
		if m.before != "" && m.start >= p.Start && m.start <= p.Start+len(text) {
			put(start)
			out = append(out, el("del", m.before), " ")
		}
		if start < end && m.end > p.Start {
			put(start)
			out = append(out, el(m.sel, string(text[start-p.Start:end-p.Start])))
			at = end
		}
	}
	put(p.Start + len(text))
	return out
}

// ellipses reports whether a passage begins or ends inside a sentence, as its first and last letters show.
func ellipses(p dataset.Passage) (lead, tail bool) {
	text := strings.TrimSpace(p.Text)
	if p.Kind != "body" || text == "" {
		return false, false
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.Is(unicode.Ll, first), !strings.ContainsRune(".!?:…\"'”’»。！？」』)）", last)
}

// source is the line under a quotation: outlet, a link to each place, and whether it was told ahead.
func (c citer) source(article string, ids []string, expects bool) *node {
	line := el("p.source", attrs{{"data-a", article}}, el("span.k", c.name(article)))
	if expects {
		line.add(c.say("dot"), el("span.x", c.say("expected")))
	}
	if n := len(c.runs(article, ids)); n > 1 {
		line.add(c.say("dot"), c.say("passages", n))
	}
	seen := map[string]bool{}
	for _, id := range ids {
		p := c.passage[article+"/"+id]
		if w := c.where(p); !seen[w] {
			seen[w] = true
			line.add(c.say("dot"), c.link(article, p, w))
		}
	}
	return line
}

// where is a passage's place in its article, in words.
func (c citer) where(p dataset.Passage) string {
	if p.Kind == "body" || p.Kind == "" {
		return c.say("para", p.Paragraph)
	}
	return c.say(p.Kind)
}

// link leads to a passage at its source.
func (c citer) link(article string, p dataset.Passage, text string) *node {
	return el("a", attrs{{"href", c.address(article, p)}, {"title", c.say("offsets", p.Start, p.End, c.article[article].File)}}, text+"\u00a0↗")
}

// address is where a passage can be read at its place: at the source by a text fragment where the article has an address, else on our
// page of the article.
func (c citer) address(article string, p dataset.Passage) string {
	a := c.article[article]
	if u := webAddress(a.URL); u != "" {
		return u + fragment(p.Text)
	}
	return "/articles/" + a.ID + "#" + p.ID
}

// webAddress is u where it is an http address, else "": a seed file must not be able to put a script into a link.
func webAddress(u string) string {
	if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
		return u
	}
	return ""
}

// fragment is the text fragment that finds a passage: all of it where it is short, else its first and last four words.
// https://wicg.github.io/scroll-to-text-fragment/
func fragment(text string) string {
	w := strings.Fields(text)
	if len(w) == 0 {
		return ""
	}
	if len(w) <= 8 {
		return "#:~:text=" + percent(strings.Join(w, " "))
	}
	return "#:~:text=" + percent(strings.Join(w[:4], " ")) + "," + percent(strings.Join(w[len(w)-4:], " "))
}

// percent encodes like encodeURIComponent, and the hyphen too, which a text fragment gives a meaning.
func percent(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("_.!~*'()", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// tile is an outlet's letter and what it does with a point.
func (c citer) tile(article, state string) *node {
	return el("span.tile."+state, attrs{{"title", c.name(article)}}, c.article[article].Siglum)
}

// beside is the name of an article's outlet for a place beside its siglum: an element of sel, none where the two are the same (NHK).
func (c citer) beside(article, sel string) *node {
	if n := c.name(article); n != c.article[article].Siglum {
		return el(sel, n)
	}
	return nil
}

// about is the line under a headline: outlet, date, format, length.
func (c citer) about(article string) string {
	a := c.article[article]
	parts := []string{isolated(c.name(article))}
	if a.Published != "" {
		parts = append(parts, c.date(a.Published))
	}
	parts = append(parts, c.format(a))
	if a.Words > 0 {
		parts = append(parts, c.count(a.Words, "words", c.number(a.Words)))
	}
	return strings.Join(parts, c.say("dot"))
}

func (c citer) format(a dataset.Article) string {
	if from, _, _ := strings.Cut(a.TranslatedFrom, "-"); from != "" {
		return c.say("translated", c.tongue(from))
	}
	return c.say(a.Format)
}
