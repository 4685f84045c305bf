package main

import (
	"fmt"
	"strings"

	"readout/data/dataset"
	"readout/data/dataset/formats"
	"readout/data/openapi"
	"readout/wasm/engine"
	"readout/web"
)

// file is one document as it was made.
type file struct {
	path, typ string // URL path, media type
	data      []byte
}

// Media types.
const (
	typeJSON   = "application/json; charset=utf-8"
	typeSchema = "application/schema+json; charset=utf-8"
	typeHTML   = "text/html; charset=utf-8"
	typeBytes  = "application/octet-stream"
	typePNG    = "image/png"
	typeXML    = "application/xml; charset=utf-8"
	typeText   = "text/plain; charset=utf-8"
	typeCSV    = "text/csv; charset=utf-8; header=present"
	typeNDJSON = "application/x-ndjson; charset=utf-8"
	typeTEI    = "application/tei+xml; charset=utf-8"
	typeLD     = "application/ld+json; charset=utf-8"
)

// writer gathers documents and keeps the first error.
type writer struct {
	site  string // origin of absolute addresses, "" where it is not known
	files []file
	err   error
}

func (w *writer) add(path, typ string, data []byte, err error) {
	if w.err == nil && err != nil {
		w.err = fmt.Errorf("%s: %w", path, err)
	}
	w.files = append(w.files, file{path, typ, data})
}

func (w *writer) json(path, typ string, v any) {
	data, err := dataset.Encode(v)
	w.add(path, typ, data, err)
}

// entry is what a maker returns: the documents, the entry in a list, and that in the whole dataset.
func (w *writer) entry(whole, listed any) ([]file, []byte, []byte, error) {
	list, err := dataset.Encode(listed)
	if w.err == nil {
		w.err = err
	}
	data, err := dataset.Encode(whole)
	if w.err == nil {
		w.err = err
	}
	return w.files, list, data, w.err
}

// page returns a function that takes what a renderer returns.
func (w *writer) page(path string) func([]byte, error) {
	return func(data []byte, err error) { w.add(path, typeHTML, web.At(w.site, data), err) }
}

// pages adds a page in every language.
func (w *writer) pages(path string, render func(lang string) ([]byte, error)) {
	for _, lang := range web.Languages {
		w.page(web.Path(lang, path))(render(lang))
	}
}

// list adds the CSV and returns a function that takes what makes the NDJSON.
func (w *writer) list(path string, csv []byte) func([]byte, error) {
	w.add(path+".csv", typeCSV, csv, nil)
	return w.ndjson(path)
}

func (w *writer) ndjson(path string) func([]byte, error) {
	return func(data []byte, err error) { w.add(path+".ndjson", typeNDJSON, data, err) }
}

func (w *writer) linked(path string) func([]byte, error) {
	return func(data []byte, err error) { w.add(path+".jsonld", typeLD, data, err) }
}

// meeting adds a meeting's document, in every format, and its pages.
func (w *writer) meeting(doc dataset.MeetingDocument) {
	path := "/v1/meetings/" + doc.Meeting.ID
	w.json(path+".json", typeJSON, doc)
	for _, lang := range web.Languages {
		if err := web.MeetingPages(doc, lang, func(path string, page []byte) { w.page(path)(page, nil) }); err != nil && w.err == nil {
			w.err = err
		}
	}
	w.pages("/embed/meetings/"+doc.Meeting.ID, func(lang string) ([]byte, error) { return web.EmbedMeeting(doc, lang) })
	w.list(path, formats.MeetingCSV(&doc))(formats.MeetingNDJSON(&doc))
	w.linked(path)(formats.MeetingJSONLD(&doc, w.site))
	w.add(path+".tei.xml", typeTEI, formats.TEI(&doc), nil)
}

// series is meeting for a series.
func (w *writer) series(doc dataset.SeriesDocument) {
	path := "/v1/series/" + doc.Series.ID
	w.json(path+".json", typeJSON, doc)
	w.pages("/series/"+doc.Series.ID, func(lang string) ([]byte, error) { return web.Series(doc, lang) })
	w.pages("/embed/series/"+doc.Series.ID, func(lang string) ([]byte, error) { return web.EmbedSeries(doc, lang) })
	w.list(path, formats.SeriesCSV(&doc))(formats.SeriesNDJSON(&doc))
	w.linked(path)(formats.SeriesJSONLD(&doc, w.site))
}

// issue is meeting for an issue.
func (w *writer) issue(doc dataset.IssueDocument) {
	path := "/v1/issues/" + doc.Issue.ID
	w.json(path+".json", typeJSON, doc)
	w.pages("/issues/"+doc.Issue.ID, func(lang string) ([]byte, error) { return web.Issue(doc, lang) })
	w.pages("/embed/issues/"+doc.Issue.ID, func(lang string) ([]byte, error) { return web.EmbedIssue(doc, lang) })
	w.list(path, formats.IssueCSV(&doc))(formats.IssueNDJSON(&doc))
}

// article is meeting for an article of d, of which it takes the meetings that the article tells of and its outlet.
func (w *writer) article(d *dataset.Dataset, a *dataset.Article) {
	path := "/v1/articles/" + a.ID
	w.json(path+".json", typeJSON, a)
	w.page("/articles/" + a.ID)(web.Article(d, *a))
	w.list(path, formats.ArticleCSV(a))(formats.ArticleNDJSON(a))
	w.linked(path)(formats.ArticleJSONLD(d, a.ID, w.site))
}

// formats adds the lists as CSV, NDJSON and JSON-LD, beside the JSON at the same address.
func (w *writer) formats(d *dataset.Dataset) {
	bareMeetings := make([]dataset.Meeting, len(d.Meetings))
	for i, m := range d.Meetings {
		bareMeetings[i] = bare(m)
	}
	w.list("/v1/meetings", formats.MeetingsCSV(d))(formats.Lines(bareMeetings))
	w.list("/v1/series", formats.AllSeriesCSV(d))(formats.Lines(d.Series))
	w.list("/v1/issues", formats.IssuesCSV(d))(formats.Lines(d.Issues))
	w.list("/v1/articles", formats.ArticlesCSV(d))(formats.Lines(d.Articles))
	w.list("/v1/people", formats.PeopleCSV(d))(formats.Lines(d.People))
	w.list("/v1/outlets", formats.OutletsCSV(d))(formats.Lines(d.Outlets))
	w.linked("/v1/meetings")(formats.MeetingsJSONLD(d, w.site))
}

// described adds what tells developers and their programs of the API.
func (w *writer) described(d *dataset.Dataset) {
	w.page("/api")(web.API(openapi.Operations(d)))
	w.json("/v1/openapi.json", "application/vnd.oai.openapi+json; charset=utf-8", openapi.Document(d, engine.Version, w.site))
	catalog, err := dataset.Encode(openapi.Catalog(w.site))
	w.add("/.well-known/api-catalog", `application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"`, catalog, err)
}

// crawlers adds robots.txt and, where the site's origin is known, the sitemap, which takes absolute addresses only.
func (c *compiler) crawlers(w *writer, pieces []*piece) error {
	robots := "User-agent: *\nAllow: /\n"
	if w.site != "" {
		var paths []string
		add := func(path, typ string) {
			if typ == typeHTML && web.Indexed(path) && len(paths) < mostInSitemap {
				paths = append(paths, path)
			}
		}
		for _, f := range w.files {
			add(f.path, f.typ)
		}
		for _, p := range pieces {
			if len(paths) == mostInSitemap {
				break
			}
			docs, err := c.documents(p)
			if err != nil {
				return err
			}
			for _, d := range docs {
				add(d.path, d.typ)
			}
		}
		w.add("/sitemap.xml", typeXML, web.Sitemap(w.site, paths), nil)
		robots += "Sitemap: " + w.site + "/sitemap.xml\n"
	}
	w.add("/robots.txt", typeText, []byte(robots), nil)
	return nil
}

// mostInSitemap is the limit that the protocol of sitemaps sets.
const mostInSitemap = 50_000

// fileName is where the document of a URL path is stored: pages get ".html", the start page is index.html, and the whole dataset lies
// where other programs look for it.
func fileName(path, typ string) string {
	name := strings.TrimPrefix(path, "/")
	last := name[strings.LastIndexByte(name, '/')+1:]
	switch {
	case path == "/v1/dataset.json":
		return "dataset.json"
	case path == "/.well-known/api-catalog": // hidden files are easily lost
		return "well-known/api-catalog.json"
	case name == "" || strings.HasSuffix(name, "/"):
		return name + "index.html"
	case strings.HasPrefix(typ, "text/html") && !strings.HasSuffix(last, ".html"):
		return name + ".html"
	}
	return name
}
