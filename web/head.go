package web

import (
	"bytes"
	"errors"
	"html/template"
	"net/url"
	"slices"
	"strings"
)

// frame is what the templates of pages need: the comparison, and what the head says of it.
type frame struct {
	Title       string
	Description string
	Path        string        // of this page's canonical address
	Nav         string        // which link of the masthead is this page: start, series, issues or ""
	Authors     string        // the outlets whose words are compared: "Asahi, Yonhap"; "" where they are none or many
	Card        string        // path of the picture for sharing; "" is the one of the site
	Lang        string        // of the words around the quotations
	Langs       []string      // in which the page is written; nil where in one only
	LD          template.JS   // JSON-LD of what the page shows, or ""
	Body        template.HTML // <readout-compare> with the comparison in it
}

// ld is JSON-LD for a page: made of our own shapes, so a failure is ours and a test's.
func ld(data []byte, err error) template.JS {
	if err != nil {
		panic("web: JSON-LD: " + err.Error())
	}
	return template.JS(bytes.TrimSpace(data))
}

// nowhere stands in a page for the origin it will be served from, which a compiler is told or not; see At. The domain is
// one that can never exist (RFC 6761, 6.4).
const (
	nowhere     = "https://" + nowhereName
	nowhereName = "readout.invalid"
)

// Site is the origin of absolute addresses, until At puts another in its place.
func (f frame) Site() string { return nowhere }

// OEmbed is the address that describes the page to those who embed it, but for the format; "" where it has no frame.
func (f frame) OEmbed() string {
	if folder := strings.SplitN(f.Path, "/", 3); len(folder) < 3 || !slices.Contains([]string{"meetings", "series", "issues"}, folder[1]) {
		return ""
	}
	return nowhere + "/oembed?url=" + url.QueryEscape(nowhere+f.In(f.Path))
}

// Picture is the address of the card.
func (f frame) Picture() string {
	if f.Card == "" {
		return nowhere + SiteCard
	}
	return nowhere + f.Card
}

func (f frame) page(name string) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(len(f.Body) + 8<<10) // with what stands around it
	err := pages.ExecuteTemplate(&b, name, f)
	return b.Bytes(), err
}

// around is the page without its body: what stands before and after it.
func (f frame) around() (before, after []byte, err error) {
	const here = "<!-- the body -->"
	f.Body = here
	all, err := f.page("page.html")
	before, after, _ = bytes.Cut(all, []byte(here))
	return before, after, err
}

// At gives a page the origin that it will be served from, such as "https://readout.example". Link previews, oEmbed and
// sitemaps need absolute addresses. Without an origin ("") all addresses are paths, which work on any host.
func At(origin string, page []byte) []byte {
	var out []byte
	scheme := strings.TrimSuffix(nowhere, nowhereName)
	for { // one pass: a page is long, and such addresses stand in its head
		at := bytes.Index(page, []byte(nowhereName))
		if at < 0 {
			break
		}
		if out == nil {
			out = make([]byte, 0, len(page)+10*len(origin))
		}
		if before, ok := bytes.CutSuffix(page[:at], []byte(scheme)); ok {
			out = append(append(out, before...), origin...)
		} else if before, ok := bytes.CutSuffix(page[:at], []byte(url.QueryEscape(scheme))); ok {
			out = append(append(out, before...), url.QueryEscape(origin)...)
		} else {
			out = append(out, page[:at+len(nowhereName)]...)
		}
		page = page[at+len(nowhereName):]
	}
	if out == nil {
		return page
	}
	return append(out, page...)
}

// Origin checks the origin of the site that a person gave, and removes a slash at its end.
func Origin(s string) (string, error) {
	s = strings.TrimSuffix(s, "/")
	u, err := url.Parse(s)
	if s != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || s != u.Scheme+"://"+u.Host) {
		return "", errors.New(`"` + s + `" is not an origin; write https://readout.example`)
	}
	return s, nil
}

// Indexed says whether search engines should list a page. Pages that show the same as another are not listed.
func Indexed(path string) bool {
	pair := strings.HasPrefix(path, "/meetings/") && strings.Count(path, "/") > 2
	return !pair && !strings.HasPrefix(path, "/embed") && !strings.HasSuffix(path, "/embed") && !strings.HasPrefix(path, "/examples/")
}

// Sitemap is sitemap.xml (sitemaps.org, 0.9) for the pages at paths. It has no dates: a page changes when any article
// does, and the input does not say when.
func Sitemap(origin string, paths []string) []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, p := range paths {
		b.WriteString("<url><loc>")
		template.HTMLEscape(&b, []byte(origin+p))
		b.WriteString("</loc></url>\n")
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}
