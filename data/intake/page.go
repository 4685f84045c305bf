package intake

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page reads a saved web page.
func (r *Reader) page(it *Item, s source) error {
	doc, err := parsed(s)
	if err != nil {
		return err
	}
	w := webPage{head: readHead(doc), lines: paragraphs(doc), address: s.url}
	for _, a := range []string{w.head.canonical, w.head.meta["og:url"], savedFrom(s.data)} {
		if w.address == "" && isWebAddress(a) {
			w.address = a
		}
	}
	all := readable(doc)
	w.readMain(doc)
	if n := Letters(w.body...); n < minLetters {
		return fault{fmt.Sprintf("has no main text: %d letters of %d look like an article", n, all), "copy the article into a .txt and add that"}
	}
	w.describe(it)
	it.guess("published", &it.Meta.Published, searchedDate(doc, w.address, s.fetched))
	it.Text = compose(it.Meta.Headline, w.body)
	it.Dropped = max(0, all-Letters(it.Text))
	if s.url != "" {
		it.Name = nameOfAddress(s.url)
	}
	return nil
}

// parsed is a page as a tree, if it is within the bounds.
func parsed(s source) (*html.Node, error) {
	text, err := pageText(s.data, s.contentType)
	if err != nil {
		return nil, err
	}
	if err := bounded(text); err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, fault{"cannot be read as HTML: " + err.Error(), "open it in a browser and save it again, or copy the article into a .txt"}
	}
	return doc, nil
}

// webPage is what is found in a page.
type webPage struct {
	head    head
	address string   // "" where it is not known
	lines   []string // of the whole page
	// What is article, and its title and author as go-trafilatura has them.
	body          []string
	title, author string
}

// readMain finds what of the page is article.
func (w *webPage) readMain(doc *html.Node) {
	w.body, w.title, w.author = mainText(doc, w.address)
	w.body = apart(w.body, w.lines, w.head.title)
	told := splitLines(w.head.article.Body)
	forMachines := Letters(told...) > 2*Letters(w.body...) // the page holds the text for them only
	inOnePiece := len(w.body) == 1 && len(told) > 1 && Letters(told...) >= Letters(w.body...)
	if forMachines || inOnePiece { // go-trafilatura has taken it from there without its paragraphs
		w.body = told
	}
}

// describe fills in what the page says of the article, the surest source of each value first.
func (w *webPage) describe(it *Item) {
	m, said, story := &it.Meta, w.head.meta, &w.head.article
	it.state(&m.URL, w.address)
	it.state(&m.Headline, story.Headline)
	it.state(&m.Headline, said["og:title"])
	cut, behind := titleParts(w.head.title)
	it.guess("headline", &m.Headline, w.title)
	it.guess("headline", &m.Headline, cut)
	if c, b := titleParts(m.Headline); b != "" && b == behind { // "Headline | Outlet" in og:title too
		m.Headline = c
	}
	it.state(&m.Outlet, story.Publisher)
	it.state(&m.Outlet, said["og:site_name"])
	it.state(&m.Outlet, plainName(said["dc.publisher"]))
	it.guess("outlet", &m.Outlet, behind)
	it.guess("outlet", &m.Outlet, host(w.address))
	it.state(&m.Author, story.Author)
	it.state(&m.Author, plainName(said["author"]))
	it.state(&m.Author, plainName(said["dc.creator"]))
	it.guess("author", &m.Author, plainName(w.author))
	it.guess("author", &m.Author, signed(w.lines, m.Headline))
	it.state(&m.TranslatedFrom, languageTag(story.Original))
	language(it, strings.Join(w.body, "\n"), story.Language, w.head.language)
	it.state(&m.Published, day(story.Published))
	it.state(&m.Published, day(said["article:published_time"]))
}

// Bounds of a page, since what looks for its main text takes more than linear time. News pages have some thousand elements; at the
// bound the worst pages made for it took 4 s and 320 MB.
const (
	maxElements = 50_000
	maxText     = 4 << 20 // bytes outside scripts and styles
)

// bounded counts before anything is built.
func bounded(page string) error {
	elements, text := 0, 0
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			if elements++; elements > maxElements {
				return fault{fmt.Sprintf("has more than %d elements, the most that is read of one page", maxElements), "copy the article into a .txt"}
			}
			if name, _ := z.TagName(); string(name) == "script" || string(name) == "style" {
				z.Next() // its text
			}
		case html.TextToken:
			if text += len(z.Raw()); text > maxText {
				return fault{fmt.Sprintf("has more than %d MiB of text, the most that is read of one page", maxText>>20), "copy the article into a .txt"}
			}
		}
	}
}

// readable counts the letters and digits that a reader of the page might see.
func readable(doc *html.Node) (n int) {
	for d := range doc.Descendants() {
		if d.Type == html.TextNode && d.Parent.DataAtom != atom.Script && d.Parent.DataAtom != atom.Style && d.Parent.DataAtom != atom.Title {
			n += Letters(d.Data)
		}
	}
	return n
}

// minLetters is the shortest text that is taken for an article. Guessed: two short sentences, of which Korean and Japanese need
// fewer letters.
const minLetters = 40

// mainText asks go-trafilatura what of a page is article. A page on which it fails has none.
func mainText(doc *html.Node, address string) (body []string, title, author string) {
	defer func() {
		if recover() != nil { // a library fed with anybody's pages must not end the run
			body, title, author = nil, "", ""
		}
	}()
	u, _ := url.Parse(address)
	var clone bytes.Buffer // it takes the tree apart
	if html.Render(&clone, doc) != nil {
		return nil, "", ""
	}
	res, err := trafilatura.Extract(&clone, trafilatura.Options{
		OriginalURL: u, ExcludeComments: true, EnableFallback: true, HtmlDateOverride: &htmldate.Result{},
	})
	if err != nil || res == nil || res.ContentNode == nil {
		return nil, "", ""
	}
	return paragraphs(res.ContentNode), res.Metadata.Title, res.Metadata.Author
}

// searchedDate is the day that go-htmldate finds in the page, as EDTF with its doubt; "" for none. No page is younger than the day
// on which it was fetched.
func searchedDate(doc *html.Node, address, fetched string) (found string) {
	defer func() {
		if recover() != nil { // as in mainText
			found = ""
		}
	}()
	o := htmldate.Options{UseOriginalDate: true, URL: address}
	if t, err := time.Parse(time.RFC3339, fetched); err == nil {
		o.MaxDate = t.AddDate(0, 0, 1)
	}
	res, err := htmldate.FromDocument(doc, o)
	if err != nil || res.IsZero() {
		return ""
	}
	return res.DateTime.Format("2006-01-02") + "?"
}

// signed is whom a page names as author in the few lines below its headline; what is article is taken out without them.
func signed(lines []string, headline string) string {
	for i, l := range lines {
		if l != headline {
			continue
		}
		if found := byline.FindStringSubmatch(strings.Join(lines[i+1:min(i+6, len(lines))], "\n")); found != nil {
			return found[1]
		}
	}
	return ""
}

// titleParts cuts "Headline | Outlet" at its last bar, or dash between spaces; behind is "" where there is none.
func titleParts(title string) (cut, behind string) {
	title = oneLine(title)
	for _, bar := range []string{" | ", " ｜ ", "｜", " - ", " – ", " — ", " : ", " :: "} {
		if i := strings.LastIndex(title, bar); i > 0 {
			cut, behind = strings.TrimSpace(title[:i]), strings.TrimSpace(title[i+len(bar):])
			if n := len([]rune(behind)); n >= 2 && n <= 40 && len([]rune(cut)) >= n/2 {
				return cut, behind
			}
		}
	}
	return title, ""
}

// savedFrom is the address that browsers and SingleFile write into the pages they save.
func savedFrom(data []byte) string {
	if m := savedMark.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		return string(m[1])
	}
	return ""
}

var savedMark = regexp.MustCompile(`(?i)(?:saved from url=\(\d+\)|url:)\s*(https?://[^\s"'<>]+)`)

func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && len(s) < 2000
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// nameOfAddress is a file name for a page of an archive: host and the last words of the path.
func nameOfAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "article"
	}
	parts := strings.FieldsFunc(u.Path, func(c rune) bool { return c == '/' })
	last := ""
	if len(parts) > 0 {
		last = parts[len(parts)-1]
	}
	switch ending := path.Ext(last); strings.ToLower(ending) {
	case ".html", ".htm", ".php", ".aspx", ".jsp":
		last = strings.TrimSuffix(last, ending)
	}
	return baseName(strings.Trim(host(address)+"-"+last+"-"+u.Query().Get("id"), "-") + ".html")
}

func splitLines(s string) []string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			out = append(out, l)
		}
	}
	return out
}
